"""Who is responsible for a task of a plan, and which tasks is a body responsible for?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.evidence import Evidence
from assistant.matching import term_match
from assistant.passages.table_row import row_in_words
from assistant.policy.headings import papers_of, topics
from assistant.policy.rules import Paper, passage_evidence
from assistant.policy.task_tables import names_of_body, task_lines
from assistant.question import QuestionFrame
from assistant.wording import as_printed
from language.outline import Part, outline
from language.pattern import pattern
from language.text import Span, fold, sentences

_ROLE = r"(?:牵头|责任|对接|联系|配合|主办|承办|协办|负责|参与|落实|协同|主责|完成)"
_PLAIN = r"(?:[^）)】\]\n。（(]|[（(〔][^（()）〕]{1,8}[)）〕])"  # 各县（市）区政府 is one body
_BODIES = pattern(
    rf"[（(【\[]?\s*(?P<said>{_ROLE}(?:单位|部门|领导|主体|人)\s*[：:]{_PLAIN}{{2,200}})[）)】\]]?"
    # （省财政厅牵头，省国资委等配合）
    rf"|(?<=[。；;])[（(\[](?P<led>{_PLAIN}{{2,80}}牵头{_PLAIN}{{0,160}})[）)\]]"
)
_ASKED = pattern(
    r"(?:由|归|是|该|靠|找)?(?:谁|哪个(?:部门|单位|局|委)?|哪些(?:部门|单位)|哪家(?:单位)?|什么(?:部门|单位))[^,。;?]{0,6}"
    r"(?:负责|牵头|管|主管|主抓|承担|落实|配合|抓|实施|办)|(?:负责|牵头|责任|主管|配合)(?:的)?(?:单位|部门)?(?:是|有)(?:谁|哪)"
    r"|责任(?:单位|部门)|牵头(?:单位|部门)|对接(?:单位|部门)|联系(?:人|部门)(?:是|有)?(?:谁|哪)|(?:找|问|联系)谁|(?:找|归)(?:谁|哪个|哪家|什么)|由[^,。;?]{2,12}(?:负责|牵头|承担)(?:的)?(?:吗|么)"
)
_TASKS = pattern(
    r"(?:负责|牵头|承担|配合)(?:的)?(?:是|有|了)?(?:哪些|哪几|哪一?[项个件]|什么|几[项个件])|(?:哪些|哪几|什么)(?:任务|工作|事项|事)[^,。;?]{0,4}(?:由|归)"
)
_COMMON = pattern(
    r"负责|牵头|联系人?|对接(?:部门|单位|人)|电话|部门|单位|责任|承担|落实|配合|任务|工作|事项|主管|招商|重点|推进|开展|建立"
)
_ASKING = pattern(
    r"负责|牵头|责任|承担|配合|主管|联系人?|对接(?:部门|单位|人)|电话|这条|该条|这项|部门|单位|[^有]?谁"
)
_ITEM = pattern(r"^\s*(?:\d{1,2}[.、．]|[（(][^）)]{1,3}[）)])\s*")
_HOSTS = pattern(r"主办|承办|协办")  # of a meeting, told under a heading of its own
_NEEDED = 0.6
_MOST = 14


@dataclass(frozen=True, kw_only=True)
class _Task:
    """An innermost part of a paper that names who is responsible for it, and where it says so; `body` is
    where its own words begin, behind who is responsible for what stands before."""

    paper: Paper
    part: Part
    body: int
    said: Span


def answer_about_responsible(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The bodies that a plan names after the task asked about, or the tasks of a body; None where the
    question asks neither, or no plan says it."""
    asks_who, asks_what = _ASKED.search(frame.text), _TASKS.search(frame.text)
    if not (asks_who or asks_what) or _HOSTS.search(frame.text):
        return None
    papers = papers_of(frame, collection)
    tasks = [task for paper in papers for task in _tasks(paper)]
    if asks_what and (own := _tasks_of(frame, tasks)):
        return Draft(statements=tuple(_named(task, collection) for task in own[:_MOST]))
    if not asks_who:
        return None
    if _is_of_a_row(frame, papers):
        return _of_a_table(frame, papers, collection)
    fits = [(_fit(task, frame), task) for task in tasks]
    best = max((fit for fit, _ in fits), default=0.0)
    chosen = [task for fit, task in fits if fit == best]
    if best >= _NEEDED and len(chosen) == 1:
        beside = _beside(chosen[0], frame, collection) if {"date", "number"} & frame.wants else None
        return Draft(statements=(*([beside] if beside else []), _told(chosen[0], collection)))
    return _of_a_table(frame, papers, collection)


def _is_of_a_row(frame: QuestionFrame, papers: list[Paper]) -> bool:
    """Whether a place asked about opens a row of a table: whom to ask there is told in its row."""
    opens = [re.compile(rf"^{re.escape(place.name)}\t", re.MULTILINE) for place in frame.places]
    return any(one.search(paper.text) for one in opens for paper in papers)


def _of_a_table(frame: QuestionFrame, papers: list[Paper], collection: Collection) -> Draft | None:
    """The one row of a table of tasks that says the task asked about."""
    terms = _own_topics(frame)
    fits = [
        (sum(term_match(term, fold(" ".join(line.cells))) for term in terms) / len(terms), paper, line)
        for paper in papers
        for line in task_lines(paper.text)
        if terms
    ]
    best = max((fit for fit, *_ in fits), default=0.0)
    chosen = [(paper, line) for fit, paper, line in fits if fit == best]
    if best < _NEEDED or len(chosen) > 1:
        return None
    ((paper, line),) = chosen
    evidence = passage_evidence(paper, collection, start=line.line.start, end=line.line.end)
    return Draft(
        statements=(Statement(text=row_in_words(line.columns, evidence.text), evidence=(evidence,)),)
    )


def _own_topics(frame: QuestionFrame) -> list[str]:
    own = [term for term in topics(frame) if not _COMMON.fullmatch(term)]
    return own or [term for term in frame.terms if not _ASKING.fullmatch(term)]


def _tasks(paper: Paper) -> list[_Task]:
    parts = outline(paper.text)
    found: list[_Task] = []
    for match in _BODIES.finditer(paper.text):
        around = [part for part in parts if part.start <= match.start() < part.end]
        if around:
            part, before = around[-1], found[-1] if found else None
            shared = before is not None and before.part == part
            body = before.said.end + 1 if before is not None and shared else part.body
            group = "said" if match["said"] else "led"
            said = Span(start=match.start(group), end=match.end(group))
            found.append(_Task(paper=paper, part=part, body=body, said=said))
    return found


def _fit(task: _Task, frame: QuestionFrame) -> float:
    """The share of the question's topics that the task says; in its heading they count for more."""
    title = fold(task.paper.document.title)  # 三年行动计划 is said of all its tasks
    terms = [term for term in _own_topics(frame) if term not in title] or _own_topics(frame)
    head = fold(task.part.head)
    body = fold(task.paper.text[task.body : task.said.start])
    fits = [max(term_match(term, head), 0.8 * term_match(term, body)) for term in terms]
    return round(sum(fits) / len(fits), 2) if fits else 0.0


def _tasks_of(frame: QuestionFrame, tasks: list[_Task]) -> list[_Task]:
    """The tasks whose bodies the question names; in its own words if they go by a shorter name."""
    return [
        task
        for task in tasks
        for bodies in (_bodies(task.paper.text[task.said.start : task.said.end], frame.text),)
        if any(len(name) >= 2 and name in frame.text for body in bodies for name in names_of_body(body))
    ]


def _bodies(said: str, question: str) -> list[str]:
    """The bodies that a note names; where it says who leads, those alone if the question asks who does."""
    lead, led, _ = said.partition("牵头")
    if led and not re.match(r"(?:单位|部门|领导)", said[len(lead) + 2 :]):
        return re.split(r"[，,、；;]", lead if "牵头" in question else said)
    return re.split(r"[：:，,、；;]", said)[1:]


def _told(task: _Task, collection: Collection) -> Statement:
    said = task.paper.text[task.said.start : task.said.end].strip()
    evidence = [_evidence(task, task.said, collection)]
    if heading := _heading(task):
        evidence.insert(0, _evidence(task, heading, collection))
    return Statement(text=f"{_title(task)}：{said}" if _title(task) else said, evidence=tuple(evidence))


def _beside(task: _Task, frame: QuestionFrame, collection: Collection) -> Statement | None:
    """The part of a task that says most of what is asked of it beside who does it: when, how much."""
    terms = _own_topics(frame)
    text = task.paper.text
    spans = [
        Span(start=s.start + match.start(), end=s.start + match.end())
        for s in sentences(text, start=task.body, end=task.said.start)
        for match in re.finditer(r"[^；;]+", text[s.start : s.end])
    ]
    told = [(sum(term_match(t, fold(text[s.start : s.end])) for t in terms), s) for s in spans]
    best = max(told, key=lambda each: each[0], default=None)
    if best is None or not best[0] or not re.search(r"\d", text[best[1].start : best[1].end]):
        return None
    evidence = _evidence(task, best[1], collection)
    return Statement(text=as_printed(evidence.text), evidence=(evidence,))


def _named(task: _Task, collection: Collection) -> Statement:
    """A task by its heading, or its first clause where it has none."""
    said = _evidence(task, task.said, collection)
    heading = _heading(task)
    own = (_evidence(task, heading, collection),) if heading else ()
    return Statement(text=f"{_title(task)}（{said.text.strip()}）", evidence=(*own, said))


def _title(task: _Task) -> str:
    if task.part.head and task.body == task.part.body:
        return task.part.head
    heading = _heading(task)
    first = task.paper.text[heading.start : heading.end] if heading else ""
    return re.split(r"[，,。；;：:]", _ITEM.sub("", first))[0]


def _heading(task: _Task) -> Span | None:
    """The first sentence of a task."""
    start = task.body if task.body > task.part.body else task.part.start
    spans = sentences(task.paper.text, start=start, end=task.said.start)
    return spans[0] if spans else None


def _evidence(task: _Task, span: Span, collection: Collection) -> Evidence:
    return passage_evidence(task.paper, collection, start=span.start, end=span.end)
