"""Which tasks of a table or of minutes fall due when: in May, in the long run, last of all?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, DraftRow, Statement
from assistant.passages.table_row import row_in_words
from assistant.passages.written_table import WrittenRow
from assistant.policy.headings import papers_of
from assistant.policy.pieces import is_row, pieces
from assistant.policy.rules import Paper, passage_evidence
from assistant.policy.task_tables import shown_columns, task_lines, when_column
from assistant.question import QuestionFrame
from assistant.wording import as_printed
from language.pattern import pattern
from language.period import Period, find_periods
from language.period_label import contains, label_dates
from language.text import Span, fold

_TASK = r"(?:任务|工作|事项|举措|事)"
_ASKED = pattern(
    rf"(?:哪些|哪几[项个件]|什么|几[项个件]|哪一?[项个件])[^,。;?]{{0,8}}{_TASK}|{_TASK}[^,。;?]{{0,8}}(?:哪些|哪几|什么|几[项个件]|哪一?[项个件])"
    r"|要(?:做|完成|干)(?:完)?(?:哪些|什么)"
)
_LONG = pattern(r"长期|持续|常态|长效|没有?(?:时限|期限)")
_LAST, _FIRST = pattern(r"最(?:晚|迟|后)|末尾"), pattern(r"最(?:早|先|急|紧)|首先|最近要?到期")
_DUE = pattern(r"任务|到期|完成|截止|时限|期限|办结|落实|要做|交付")
_SETS_TASKS = pattern(r"纪要|分工|任务|计划|方案|要点|台账|清单|部署|分解|督办|安排")
_BY = pattern(r"(?:底|末)?(?:之|以)?前")
_MOST_CHARS = 420  # of what is told in sentences beside a table


@dataclass(frozen=True, kw_only=True)
class _Due:
    """A row of a table of tasks and its printed time; `end` the last day, None for 长期."""

    paper: Paper
    row: WrittenRow
    when: str
    label: str
    end: date | None


def answer_about_due(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The tasks that fall due in the time asked, those without an end, or the last or first; None where no
    such thing is asked, or no paper found has tasks with times."""
    if not _ASKED.search(frame.text) or not _DUE.search(frame.text) or frame.numbers:
        return None
    times = [period for period in frame.periods if period.role != "comparison"]
    for paper in _papers(frame, collection):
        tasks = list(_tasks(paper))
        if _LONG.search(frame.text):
            draft = _listed([each for each in tasks if _LONG.search(each.when)], [], collection)
        elif (extreme := _extreme(tasks, frame)) is not None:
            draft = _told(extreme, collection)
        elif len(times) == 1:
            own = [each for each in tasks if each.label and _falls_due(each, times[0], frame)]
            said = _named_in(paper, list(_said(paper, times[0])), frame)
            draft = _listed(own, said, collection) if own else _told_in_words(paper, said, collection)
        else:
            return None
        if draft is not None:
            return draft
    return None


def _papers(frame: QuestionFrame, collection: Collection) -> list[Paper]:
    """Papers that set tasks, those with a table of them first: of the places asked about, and of others that
    give these something to do."""
    found = [paper for paper in _found(frame, collection) if _SETS_TASKS.search(paper.document.title)]
    return sorted(found, key=lambda paper: next(_tasks(paper), None) is None)


def _found(frame: QuestionFrame, collection: Collection) -> list[Paper]:
    own = papers_of(frame, collection)
    known = {paper.document.id for paper in own}
    more = papers_of(replace(frame, places=()), collection)
    names = [place.name for place in frame.places]
    return own + [p for p in more if p.document.id not in known and any(name in p.text for name in names)]


def _named_in(paper: Paper, spans: list[Span], frame: QuestionFrame) -> list[Span]:
    """Of sentences those that name the place asked about, where some do."""
    names = [place.name for place in frame.places]
    named = [span for span in spans if any(name in paper.text[span.start : span.end] for name in names)]
    return named or spans


def _told_in_words(paper: Paper, spans: list[Span], collection: Collection) -> Draft | None:
    statements = []
    for span in spans:
        evidence = passage_evidence(paper, collection, start=span.start, end=span.end)
        statements.append(Statement(text=as_printed(evidence.text), evidence=(evidence,)))
    if not statements or sum(len(each.text) for each in statements) > _MOST_CHARS:
        return None
    return Draft(statements=tuple(statements))


def _tasks(paper: Paper) -> Iterator[_Due]:
    for row in task_lines(paper.text):
        column = when_column(row)
        if column is not None and (when := row.cells[column]):
            label = next(iter(reversed(_labels(when, paper))), "")
            end = label_dates(label)[1] if label else None
            yield _Due(paper=paper, row=row, when=when, label=label, end=end)


def _labels(said: str, paper: Paper) -> list[str]:
    day = paper.document.reference_date or paper.document.published
    reference = date.fromisoformat(day) if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None
    return [period.label for period in find_periods(fold(said), reference=reference)]


def _falls_due(task: _Due, asked: Period, frame: QuestionFrame) -> bool:
    """Whether a task falls due in the time asked; with 6月底前, by its end in the same year."""
    if _within(task.label, asked):
        return True
    if not _BY.match(frame.text, asked.end) or task.end is None:
        return False
    end = label_dates(asked.label)[1]
    end = end if asked.dated else end.replace(year=task.end.year)
    return date(end.year, 1, 1) <= task.end <= end


def _within(label: str, asked: Period) -> bool:
    """Whether a day or month lies in the time asked, in any year where the question names none."""
    if not asked.dated:
        label = f"{asked.label[:4]}{label[4:]}"
    return contains(asked.label, label)


def _extreme(tasks: list[_Due], frame: QuestionFrame) -> list[_Due] | None:
    """Those that fall due last or first, where the question asks for either."""
    last, first = _LAST.search(frame.text), _FIRST.search(frame.text)
    ends = [each.end for each in tasks if each.end is not None]
    if not ends or not (last or first):
        return None
    day = max(ends) if last else min(ends)
    return [each for each in tasks if each.end == day]


def _said(paper: Paper, asked: Period) -> Iterator[Span]:
    """Sentences beside the table that set a day in the time asked."""
    for span in pieces(paper.text):
        said = paper.text[span.start : span.end]
        if is_row(said) or not re.search(r"\d[日月](?:底|末)?(?:之?前|底|内)", fold(said)):
            continue
        if any(_within(label, asked) for label in _labels(said, paper)):
            yield span


def _told(tasks: list[_Due], collection: Collection) -> Draft:
    statements = []
    for each in tasks:
        span = each.row.line
        evidence = passage_evidence(each.paper, collection, start=span.start, end=span.end)
        text = row_in_words(each.row.columns, each.row.printed.strip())
        statements.append(Statement(text=text, evidence=(evidence,)))
    return Draft(statements=tuple(statements))


def _listed(tasks: list[_Due], said: list[Span], collection: Collection) -> Draft | None:
    """The rows as a table under a count, and the sentences beside it."""
    if not tasks:
        return None
    paper, first = tasks[0].paper, tasks[0].row
    shown = shown_columns(first)
    rows = tuple(
        DraftRow(
            cells=tuple(each.row.cells[at] or "未注明" for at in shown),
            evidence=(passage_evidence(paper, collection, start=each.row.line.start, end=each.row.line.end),),
        )
        for each in tasks
    )
    lead = Statement(
        text=f"任务表中有{len(tasks)}项：{'、'.join(each.row.cells[shown[0]] for each in tasks)}",
        evidence=tuple(evidence for row in rows for evidence in row.evidence),
        derived=(Decimal(len(tasks)),),
    )
    beside = []
    for span in said:
        evidence = passage_evidence(paper, collection, start=span.start, end=span.end)
        beside.append(Statement(text=as_printed(evidence.text), evidence=(evidence,)))
    if sum(len(each.text) for each in beside) > _MOST_CHARS:
        beside = []
    return Draft(statements=(lead, *beside), columns=tuple(first.columns[at] for at in shown), rows=rows)
