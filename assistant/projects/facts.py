"""Which facts of one project does a question ask for, and what states each of them?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.evidence import Evidence
from assistant.figures.computed import plain
from assistant.figures.units_asked import counters_asked
from assistant.matching import term_match
from assistant.names import core_name
from assistant.projects.listed import WHY, told_in_list
from assistant.projects.story import PHASE, Told, named_project, project_evidence, story_of
from assistant.question import QuestionFrame
from assistant.wording import is_cell, value_text
from language.quantity import base_quantity, format_quantity
from language.text import fold
from vectorstore.projects import MergedProject


@dataclass(frozen=True, kw_only=True)
class Aspect:
    """Something that can be asked of a project: how it is asked for and how a clause tells it."""

    name: str
    asked: re.Pattern[str]
    told: re.Pattern[str]


_ASPECTS = tuple(
    Aspect(name=name, asked=re.compile(asked), told=re.compile(told))
    for name, asked, told in (
        ("占地", r"占地|用地|面积|多少亩|几亩|占多少地", r"占地|用地|建筑面积|\d亩|平方米"),
        ("产能", r"年产(?!值)|产能|产量|能产|生产多少|吉瓦", r"年产(?!值)|产能|年处理|装机"),
        ("产值", r"产值|营收|销售(?:额|收入)|营业收入", r"产值|营业收入|营收|销售"),
        ("税收", r"税收|纳税|税", r"税"),
        ("就业", r"就业|岗位|用工|员工|多少人", r"就业|岗位|用工|员工"),
        ("产品", r"生产什么|什么产品|做什么|造什么|干什么用", r"生产|产品|主要(?:从事|用于|做)|研发"),
    )
)
_EVENTS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("签约", r"签约|签下"),
        ("注册", r"注册"),
        ("落户", r"落户|落地"),
        ("开工", r"开工|动工|开建|启动"),
        ("封顶", r"封顶"),
        ("竣工", r"竣工|完工|建成(?!后)|交付"),
        ("试产", r"试生产|试产|试运行"),
        ("投产", r"(?<!试)(?<!达)投产(?!后)|投用|量产|运营|(?<!召)(?<!展)能开|启用"),
        ("达产", r"达产(?!后)|满产(?!后)"),
    )
)
_WHEN = re.compile(r"什么时候|何时|哪天|哪一天|哪年|哪一年|几月|几号|时间|日期|多会儿|啥时候|哪个月|分别是哪")
_DATE = re.compile(r"\d{4}年|\d{1,2}月|季度|[上下]半年|年[底末初内中]|\d{1,2}日|[今明去后]年")
_STAGE = re.compile(r"进度|进展|阶段|建到|走?到哪一步|状态|程度|怎么样了|建得|情况")
_HAPPENED = re.compile(
    r"正在|已|目前|完成|开工|动工|封顶|投产|签约|竣工|完工|施工|安装|调试|试生产|注册|落户|交付|下线|达产"
)
_YES_NO = re.compile(r"了吗|没有|了没|是否|有没有|吗[?？]?$")
_MONEY = re.compile(
    r"总?投资(?!方|者|人)|盘子|(?:规模|(?<!产能)(?<!面积)多大)(?=[?？，、,]|$)|多少亿|金额|投了?多少"
)
_PLACE = re.compile(r"在哪|哪里|哪个(?:区|市|县|镇|街道|园区|地方)|位于|落户|选址|什么地方")
_INVESTOR = re.compile(r"投资方|投资商|谁投|谁(?:来)?(?:建|投资)|哪家(?:企业|公司)|业主|投资主体")
_BY_PHASE = re.compile(r"各期|[两三二四]期各|每期|分期|分几期")
_ASKED = (_PLACE, _MONEY, _INVESTOR, _BY_PHASE, _WHEN, _STAGE, *(one.asked for one in _ASPECTS),
          *(pattern for _, pattern in _EVENTS))  # fmt: skip
_IDLE = re.compile(
    r"项目|工程|园区|现在|后来|已经|情况|总共|一共|两期|[一二三四]期|公司|企业|建设|推进|目前|分别|最新|达产后?|一年|每年"
)
_SINCE = re.compile(r"比?(?:最早|最初|原来|当初|起初|原先|此前|之前|上次|第一次)")
_COUNTER = re.compile(r"^[套个家台座片条项辆吨]+")
_COMPUTED = frozenset(("difference", "ratio", "average", "share", "sum", "change"))
_MOST_CHARS = 60  # of a clause that answers; a longer one is told by its sentence elsewhere


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Words that answer one thing asked, and what says them."""

    text: str
    evidence: Evidence


def answer_about_project(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """What is asked of the one project named, each with its source; None where nothing of it is told."""
    project = named_project(frame.names[0], collection) if len(frame.names) == 1 else None
    if project is not None and frame.operation in ("difference", "change") and _SINCE.search(frame.text):
        return _grown(project, collection)
    if project is not None and (WHY.search(frame.text) or frame.asks_spent):
        return told_in_list(project, frame, collection)  # the total is not what was spent
    if project is not None and frame.operation == "share":
        return told_in_list(project, frame, collection)  # 完成率 as its row prints it
    if project is None or frame.operation in _COMPUTED or _is_counted(frame):
        return None
    if frame.asks_target and not _WHEN.search(frame.text):
        return None
    story = [told for told in story_of(project, collection) if len(told.text) <= _MOST_CHARS]
    found: list[Fact] = []
    missing: list[str] = []
    for name, facts in _asked(project, frame, story, collection):
        found += [fact for fact in facts if not any(fact.text in other.text for other in found)]
        missing += [] if facts else [name]
    if not found or _unsaid(frame, project, found):
        return told_in_list(project, frame, collection)
    body = "，".join(fact.text for fact in found)
    notes = [f"资料未说明{project.name}的{'、'.join(missing)}"] if missing else []
    return Draft(
        statements=(Statement(text=f"{project.name}：{body}", evidence=_sources(found)),),
        notes=(*_revised(project), *notes),
    )


def _grown(project: MergedProject, collection: Collection) -> Draft | None:
    """By how much the total has changed since it was first reported; None where it was told once only."""
    priced = [row for row in project.sources if row.investment is not None]
    if len(priced) < 2:
        return None
    new, old = priced[0], priced[-1]
    (now, unit), (then, other) = (
        base_quantity(row.investment or Decimal(0), row.investment_unit) for row in (new, old)
    )
    if unit != other or now == then:
        return None
    scale = base_quantity(Decimal(1), new.investment_unit)[0]
    left, right, gap = plain(now / scale), plain(then / scale), (now - then) / scale
    text = (
        f"{project.name}：总投资比最早报道时{'多' if gap > 0 else '少'}{plain(abs(gap))}{new.investment_unit}"
        f"（{left} − {right} = {plain(gap)}）"
    )
    evidence = tuple(project_evidence(row, collection) for row in (new, old))
    return Draft(statements=(Statement(text=text, evidence=evidence, derived=(gap, abs(gap))),))


def _unsaid(frame: QuestionFrame, project: MergedProject, facts: Sequence[Fact]) -> list[str]:
    """Words of the question that neither name the project, nor ask for a known fact, nor stand in an answer:
    规划多大算力 asks for something else."""
    known = fold("".join([project.name, *project.aliases, project.place, *(fact.text for fact in facts)]))
    left = frame.text
    for pattern in (*_ASKED, _IDLE):
        left = pattern.sub(" ", left)
    return [
        term
        for term in frame.terms
        if term in left
        and len(_COUNTER.sub("", term)) > 1
        and term_match(_COUNTER.sub("", term), known) < 0.5
    ]


def _is_counted(frame: QuestionFrame) -> bool:
    """银杏智造园签约多少个项目 is a figure of a park, no fact of a project."""
    return bool(counters_asked(frame.text)) and not any(one.asked.search(frame.text) for one in _ASPECTS)


def _sources(facts: Sequence[Fact]) -> tuple[Evidence, ...]:
    return tuple({fact.evidence.key: fact.evidence for fact in facts}.values())


def _asked(
    project: MergedProject, frame: QuestionFrame, story: Sequence[Told], collection: Collection
) -> list[tuple[str, list[Fact]]]:
    """Each thing asked by its name, with the facts that answer it, in the order of a project's card."""
    text = frame.text
    found: list[tuple[str, list[Fact]]] = []
    if _PLACE.search(text):
        found.append(("地点", _place(project, frame, story, collection)))
    if _MONEY.search(text):
        found.append(("总投资", _money(project, _phase(text, _MONEY), story, collection)))
    if _BY_PHASE.search(text):
        found.append(("分期投资", _by_phase(story)))
    if _INVESTOR.search(text):
        found.append(("投资方", _recorded(project, "investor", "投资方为", collection)))
    for aspect in _ASPECTS:
        if aspect.asked.search(text):
            phase = _phase(text, aspect.asked)
            measured = [] if phase else _measured(project, aspect, collection)
            named = measured or ([] if phase else _in_the_name(project, aspect, collection))
            found.append((aspect.name, named or _clauses(story, aspect.told, phase=phase, most=1)))
    events = [(name, pattern) for name, pattern in _EVENTS if pattern.search(text)]
    if _WHEN.search(text):
        found += [(f"{name}时间", _dated(story, event, _phase(text, event))) for name, event in events]
    elif events and _YES_NO.search(text):
        found.append(("进度", _reached(story, events[0][1], _phase(text, events[0][1]))))
    elif _STAGE.search(text) or events:
        asked = _STAGE if _STAGE.search(text) else events[0][1]
        found.append(("进度", _progress(project, story, _phase(text, asked), collection)))
    return found


def _phase(text: str, asked: re.Pattern[str]) -> str:
    """The phase of which something is asked, or several named together (3号、4号线); "" for the whole
    project, as in 产能多大？二期到哪一步了."""
    if _BY_PHASE.search(text):
        return ""
    match = asked.search(text)
    stop = re.search(r"[?？;；]", text[match.end() :]) if match else None
    found = PHASE.search(fold(text[: match.end() + stop.start()] if match and stop else text))
    return "一期" if found and found.group() == "首期" else found.group() if found else ""


def _in_the_name(project: MergedProject, aspect: Aspect, collection: Collection) -> list[Fact]:
    """年产30GWh of 孚能科技年产30GWh动力电池项目."""
    measured = re.search(rf"(?:{aspect.told.pattern})\d[\d.]*(?:[万亿]?[一-鿿]|[A-Za-z]+)", project.name)
    source = project_evidence(project.sources[0], collection)
    return [Fact(text=measured.group(), evidence=source)] if measured else []


def _of_phase(story: Sequence[Told], phase: str) -> list[Told]:
    return [told for told in story if not told.replaced and (not phase or told.phase == phase)]


def _clauses(story: Sequence[Told], pattern: re.Pattern[str], *, phase: str, most: int) -> list[Fact]:
    """The first clauses, newest document first, that tell it with a figure, else that tell it at all."""
    found = [told for told in _of_phase(story, phase) if pattern.search(told.folded)]
    found.sort(key=lambda told: not re.search(r"\d", told.folded))
    return [Fact(text=told.text, evidence=told.evidence) for told in found[:most]]


def _measured(project: MergedProject, aspect: Aspect, collection: Collection) -> list[Fact]:
    """The newest cell of a table that measures it for the project: prose is told in its own clauses."""
    sources = {
        row.document_id: collection.documents[row.document_id].reference_date for row in project.sources
    }
    latest = max(sources.values())
    newest = sorted(key for key, day in sources.items() if day == latest)  # of one day none is the newer
    cells = [
        row
        for document_id in newest
        for row in collection.figures_in(document_id)
        if is_cell(row)
        and aspect.told.search(row.metric)
        and "更正前" not in row.metric
        and any(core_name(row.subject) == core_name(name) for name in (project.name, *project.aliases))
    ]
    return [
        Fact(text=f"{row.metric}{value_text(row)}", evidence=collection.evidence(row)) for row in cells[:1]
    ]


def _place(
    project: MergedProject, frame: QuestionFrame, story: Sequence[Told], collection: Collection
) -> list[Fact]:
    """The district of the record; asked for a town or a park, the clause that names it."""
    closer = re.search(r"哪个(镇|街道|园区|开发区|地方)", frame.text)
    if closer:
        named = [t for t in _of_phase(story, "") if re.search(rf"在[^，]{{1,14}}{closer[1][-1]}", t.folded)]
        if named:
            return [Fact(text=named[0].text, evidence=named[0].evidence)]
    return _recorded(project, "place", "位于", collection)


def _money(project: MergedProject, phase: str, story: Sequence[Told], collection: Collection) -> list[Fact]:
    if phase:
        return _clauses(story, re.compile(r"投资?.{0,8}\d"), phase=phase, most=1)
    if project.investment is None:
        return []
    row = next(row for row in project.sources if row.investment == project.investment)
    money = format_quantity(project.investment, project.investment_unit)
    return [Fact(text=f"总投资{money}", evidence=project_evidence(row, collection))]


def _by_phase(story: Sequence[Told]) -> list[Fact]:
    """一期投资9亿元, 二期投资13亿元: one clause a phase."""
    found: dict[str, Fact] = {}
    for told in story:
        if told.phase and PHASE.search(told.folded) and re.search(r"[亿万]", told.folded):
            found.setdefault(told.phase, Fact(text=told.text, evidence=told.evidence))
    return list(found.values())


def _recorded(project: MergedProject, field: str, lead: str, collection: Collection) -> list[Fact]:
    value = str(getattr(project, field))
    row = next((row for row in project.sources if getattr(row, field) == value), None)
    if not value or row is None:
        return []
    return [Fact(text=f"{lead}{value}", evidence=project_evidence(row, collection))]


def _dated(story: Sequence[Told], event: re.Pattern[str], phase: str) -> list[Fact]:
    """The clause that dates the event: what happened before what was planned, the newest document first."""
    found = [t for t in _of_phase(story, phase) if event.search(t.folded) and _DATE.search(t.folded)]
    found.sort(key=lambda told: told.planned)
    return [Fact(text=told.text, evidence=told.evidence) for told in found[:1]]


def _reached(story: Sequence[Told], event: re.Pattern[str], phase: str) -> list[Fact]:
    """Whether the event has come: told as done, or only as planned, which is said."""
    found = [told for told in _of_phase(story, phase) if event.search(told.folded)]
    done = [told for told in found if not told.planned]
    if done:
        newest = [told for told in done if told.day == done[0].day][:2]
        return [Fact(text=told.text, evidence=told.evidence) for told in newest]
    return [Fact(text=f"资料未说明已完成，计划为：{t.text}", evidence=t.evidence) for t in found[:1]]


def _progress(
    project: MergedProject, story: Sequence[Told], phase: str, collection: Collection
) -> list[Fact]:
    """The latest that is told as done in the newest document that tells any, with the stage it amounts to."""
    done = [told for told in _of_phase(story, phase) if _HAPPENED.search(told.folded) and not told.planned]
    if not done:
        return _stage(project, collection)
    newest = [told for told in done if told.day == done[0].day]
    latest = max(range(len(newest)), key=lambda n: (_order(newest[n]), n))
    facts = [Fact(text=newest[latest].text, evidence=newest[latest].evidence)]
    return facts if phase else [*_stage(project, collection), *facts]


def _order(told: Told) -> int:
    """How far the clause says the project has come."""
    return max((n for n, (_, pattern) in enumerate(_EVENTS) if pattern.search(told.folded)), default=-1)


def _stage(project: MergedProject, collection: Collection) -> list[Fact]:
    if not project.stages:
        return []
    latest = project.stages[-1]
    return [Fact(text=f"目前阶段：{latest.stage}", evidence=project_evidence(latest.row, collection))]


def _revised(project: MergedProject) -> list[str]:
    """What older documents said of the total, where it changed."""
    amounts = [row for row in project.sources if row.investment is not None]
    if len({base_quantity(row.investment, row.investment_unit) for row in amounts if row.investment}) < 2:
        return []
    older = dict.fromkeys(
        format_quantity(row.investment, row.investment_unit)
        for row in amounts
        if row.investment is not None and row.investment != project.investment
    )
    return [f"较早文献写作{'、'.join(older)}，以较新的文献为准"]
