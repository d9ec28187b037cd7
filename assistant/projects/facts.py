"""Which facts of one project does a question ask for?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.evidence import Evidence
from assistant.figures.computed import plain
from assistant.figures.lookup import search_ledger
from assistant.figures.units_asked import counters_asked
from assistant.matching import term_match
from assistant.names import core_name
from assistant.projects.asked import (
    ASKED,
    ASPECTS,
    BY_PHASE,
    EVENTS,
    IDLE,
    INVESTOR,
    MONEY,
    PLACE,
    SIZE,
    STAGE,
    WHEN,
    YEARLY,
    YES_NO,
    phase_asked,
)
from assistant.projects.clauses import PHASE, Told
from assistant.projects.row_told import WHY, told_in_list
from assistant.projects.story import named_project, project_evidence, story_of
from assistant.projects.telling import (
    Fact,
    begun_as,
    by_phase,
    clauses_of,
    dated,
    in_the_name,
    measured,
    money,
    place,
    progress,
    reached,
    recorded,
)
from assistant.question import QuestionFrame
from language.quantity import base_quantity, format_quantity
from language.text import fold
from vectorstore.projects import MergedProject

_SINCE = re.compile(
    r"比?(?:最早|最初|原来|当初|起初|原先|此前|之前|上次|第一次)"
    r"|投资(?:总?额|规模)?(?:前后|先后|一共|总共)?(?:相?差|增加|减少|调增|调减|上调|下调|变化|变了)"
)
_COUNTER = re.compile(r"^[套个家台座片条项辆吨]+")
_COMPUTED = frozenset(("difference", "ratio", "average", "share", "sum", "change"))
_MOST_CHARS = 60  # of a clause that answers; a longer one is told by its sentence elsewhere


def answer_about_project(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """What is asked of the one project named, each with its source; None where nothing of it is told."""
    project = _asked_about(frame, collection)
    if project is not None and frame.operation in ("difference", "change") and _SINCE.search(frame.text):
        return _grown(project, collection)
    if project is not None and (WHY.search(frame.text) or frame.asks_spent):
        return told_in_list(project, frame, collection)  # the total is not what was spent
    if project is not None and frame.operation == "share":
        return told_in_list(project, frame, collection)  # 完成率 as its row prints it
    if project is None or frame.operation in _COMPUTED or _is_counted(frame):
        return None
    if (
        frame.asks_target
        and not _OF_ITSELF.search(frame.text)
        and (frame.numbers or not _BUILT.search(frame.text))
    ):
        return None
    happened = STAGE.search(frame.text) or any(event.search(frame.text) for _, event in EVENTS)
    story = [
        told
        for told in story_of(project, collection, further=bool(happened))
        if len(told.text) <= _MOST_CHARS
    ]
    found: list[Fact] = []
    missing: list[str] = []
    for name, facts in _asked(project, frame, story, collection):
        found += [fact for fact in facts if not any(fact.text in other.text for other in found)]
        missing += [] if facts else [name]
    unsaid = (
        None
        if found
        else _money_untold(project, missing, story) or _investor_untold(frame, project, story, missing)
    )
    if unsaid is not None and not _files_it(frame, missing, collection):
        return unsaid
    if not found or _unsaid(frame, project, found):
        return told_in_list(project, frame, collection)
    body = "，".join(fact.text for fact in found)
    notes = [f"资料未说明{project.name}的{'、'.join(missing)}"] if missing else []
    return Draft(
        statements=(Statement(text=f"{project.name}：{body}", evidence=_sources(found)),),
        notes=(*(_revised(project) if MONEY.search(frame.text) else ()), *notes),
    )


def _asked_about(frame: QuestionFrame, collection: Collection) -> MergedProject | None:
    """The one project named, or its phase where that is filed as a project of its own: X二期 beside X; of
    the two the one that tells of the phase last."""
    project = named_project(frame.names[0], collection) if len(frame.names) == 1 else None
    phase = PHASE.search(frame.text) if project is not None else None
    if project is None or phase is None:
        return project
    if PHASE.search(project.name):
        whole, filed = _called(project.name.replace(phase.group(), ""), collection), project
        later = whole is not None and _told_later(phase.group(), whole, filed, collection)
        return whole if later else filed
    own = _called(f"{core_name(project.name)}{phase.group()}", collection)
    return own if own and not _told_later(phase.group(), project, own, collection) else project


def _called(name: str, collection: Collection) -> MergedProject | None:
    cores = frozenset({core_name(name)}) & frozenset(collection.projects.cores)
    return collection.projects.called(cores)[0] if cores else None


def _told_later(phase: str, whole: MergedProject, filed: MergedProject, collection: Collection) -> bool:
    """Whether a paper on the whole project tells of its phase after the last that files that by itself."""
    last = max(collection.documents[one.document_id].reference_date for one in filed.sources)
    story = story_of(whole, collection, further=False)
    return any(told.phase == phase and told.day > last for told in story)


# what a project plans is told of it; 100座换电站建好了吗 asks of an aim
_OF_ITSELF = re.compile(rf"{WHEN.pattern}|{YEARLY}|(?:拟|计划|预计)(?:总)?投资")
_BUILT = re.compile("建[好成完]了")
_YEARS_PART = "年度投资"
_OF_MONEY = {"总投资": re.compile(r"投资|亿元|万元"), _YEARS_PART: re.compile(r"年度|今年[^，。]{0,6}投资")}


def _files_it(frame: QuestionFrame, missing: Sequence[str], collection: Collection) -> bool:
    """Whether the ledger has the amount all the same; the whole is none for one year's part, nor who pays."""
    if list(missing) == ["投资方"]:
        return False
    best = search_ledger(frame, collection).best
    return best is not None and not (_YEARS_PART in missing and best.row.modality == "planned_total")


def _money_untold(project: MergedProject, missing: Sequence[str], story: Sequence[Told]) -> Draft | None:
    """That nothing is told of what the project takes, where only that is asked: no neighbour's amount, nor
    the whole for one year's part."""
    told = [told.folded for told in story if told.evidence]
    if not missing or not all(
        (pattern := _OF_MONEY.get(one)) and not any(map(pattern.search, told)) for one in missing
    ):
        return None
    return Draft(refused=True, refusal=f"资料未说明{project.name}的{'、'.join(missing)}。")


def _investor_untold(
    frame: QuestionFrame, project: MergedProject, story: Sequence[Told], missing: Sequence[str]
) -> Draft | None:
    """That nobody is told of who invests, where only that is asked: no other fact answers it."""
    told = [told.folded for told in story if told.evidence]
    if list(missing) != ["投资方"] or not _INVESTS.search(frame.text) or any(map(_INVESTED_BY.search, told)):
        return None
    return Draft(refused=True, refusal=f"资料未说明{project.name}的投资方。")


_INVESTS = re.compile(r"投|出资|业主|建(?!议)")  # 到哪家企业检查 asks for no investor
_INVESTED_BY = re.compile(
    r"投资[方商人主]|由[^,，。]{2,}|公司|集团|企业|业主|客商|厂(?!房)|资本|控股|股份|外商|[投出]资建"
)


def _grown(project: MergedProject, collection: Collection) -> Draft | None:
    """By how much the total has changed since it was first reported; None where it was told once only."""
    priced = project.priced
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
    for pattern in (*ASKED, IDLE):
        left = pattern.sub(" ", left)
    return [
        term
        for term in frame.terms
        if term in left
        and len(_COUNTER.sub("", term)) > 1
        and term_match(_COUNTER.sub("", term), known) < 0.5
    ]


def _is_counted(frame: QuestionFrame) -> bool:
    """银杏智造园签约多少个项目 is a figure of a park, 落户了哪些龙头企业 a list: no facts of a project."""
    if any(one.asked.search(frame.text) for one in ASPECTS) or INVESTOR.search(frame.text):
        return False
    return bool(counters_asked(frame.text) or _FIRMS_ASKED.search(frame.text))


_FIRMS_ASKED = re.compile(r"(?:哪些|哪几[家个]|什么)[^,，。？?]{0,8}(?:企业|公司|厂商|机构|商户)")


def _sources(facts: Sequence[Fact]) -> tuple[Evidence, ...]:
    return tuple({fact.evidence.key: fact.evidence for fact in facts}.values())


def _asked(
    project: MergedProject, frame: QuestionFrame, story: Sequence[Told], collection: Collection
) -> list[tuple[str, list[Fact]]]:
    """Each thing asked by its name, with the facts that answer it, in the order of a project's card."""
    text = frame.text
    if own := PHASE.search(project.name):  # 特纸三期扩建 is what is asked about, no phase of it
        text = text.replace(own.group(), "")
    found: list[tuple[str, list[Fact]]] = []
    if PLACE.search(text):
        found.append(("地点", place(project, frame, story, collection)))
    if MONEY.search(text) and not re.search(YEARLY, text):
        total = money(project, phase_asked(text, MONEY), story, collection)
        if not total and SIZE.search(text):
            found.append(("规模", _how_large(project, story, collection)))
        elif total or not BY_PHASE.search(text):
            found.append(("总投资", total))
    if BY_PHASE.search(text):
        found.append(("分期投资", by_phase(story)))
    if INVESTOR.search(text):
        found.append(("投资方", recorded(project, "investor", "投资方为", collection)))
    for aspect in ASPECTS:
        if aspect.asked.search(text):
            phase = phase_asked(text, aspect.asked)
            told = [] if phase else measured(project, aspect, collection)
            named = told or ([] if phase else in_the_name(project, aspect, collection))
            found.append((aspect.name, named or clauses_of(story, aspect.told, phase=phase, most=1)))
    events = [(name, pattern) for name, pattern in EVENTS if pattern.search(text)]
    if WHEN.search(text):
        found += [(f"{name}时间", dated(story, event, phase_asked(text, event))) for name, event in events]
    elif events and YES_NO.search(text):
        name, event = events[0]
        phase = phase_asked(text, event)
        # 开工了没 of what is signed: that is how far it has come
        come = begun_as(project, phase, name, collection) or reached(project, story, event, phase, collection)
        found.append(("进度", come or progress(project, story, phase, collection)))
    elif STAGE.search(text) or events:
        asked = STAGE if STAGE.search(text) else events[0][1]
        found.append(("进度", progress(project, story, phase_asked(text, asked), collection)))
    return found


def _how_large(project: MergedProject, story: Sequence[Told], collection: Collection) -> list[Fact]:
    """Its area, else what it makes in a year."""
    for aspect in (one for one in ASPECTS if one.name in ("占地", "产能")):
        if told := measured(project, aspect, collection) or clauses_of(story, aspect.told, phase="", most=1):
            return told
    return []


def _revised(project: MergedProject) -> list[str]:
    """What older documents said of the total, where it changed."""
    amounts = project.priced
    if len({base_quantity(row.investment, row.investment_unit) for row in amounts if row.investment}) < 2:
        return []
    older = dict.fromkeys(
        format_quantity(row.investment, row.investment_unit)
        for row in amounts
        if row.investment is not None and row.investment != project.investment
    )
    return [f"较早文献写作{'、'.join(older)}，以较新的文献为准"]
