"""What states each fact of a project: the record, a table, a clause of the text?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.collection import Collection
from assistant.evidence import Evidence
from assistant.names import core_name
from assistant.projects.asked import EVENTS, Aspect
from assistant.projects.clauses import PHASE, Told
from assistant.projects.project_row import amount_told
from assistant.projects.row_told import state_in_list
from assistant.projects.story import project_evidence
from assistant.question import QuestionFrame
from assistant.wording import is_cell, value_text
from language.project_name import phase_of
from vectorstore.projects import MergedProject

_DATE = re.compile(r"\d{4}年|\d{1,2}月|季度|[上下]半年|年[底末初内中]|\d{1,2}日|[今明去后]年")
_HAPPENED = re.compile(
    r"正在|已|目前|完成|开工|动工|封顶|投产|签约|竣工|完工|施工|安装|调试|试生产|注册|落户|交付|下线|达产|终止|解约|撤资|复工|停工|吊装|并网|通车|点火"
)


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Words that answer one thing asked, and what says them."""

    text: str
    evidence: Evidence


def in_the_name(project: MergedProject, aspect: Aspect, collection: Collection) -> list[Fact]:
    """年产30GWh of 孚能科技年产30GWh动力电池项目."""
    measured = re.search(rf"(?:{aspect.told.pattern})\d[\d.]*(?:[万亿]?[一-鿿]|[A-Za-z]+)", project.name)
    source = project_evidence(project.sources[0], collection)
    return [Fact(text=measured.group(), evidence=source)] if measured else []


def _of_phase(story: Sequence[Told], phase: str) -> list[Told]:
    return [told for told in story if not told.replaced and (not phase or told.phase == phase)]


def clauses_of(story: Sequence[Told], pattern: re.Pattern[str], *, phase: str, most: int) -> list[Fact]:
    """The first clauses, newest document first, that tell it with a figure, else that tell it at all."""
    found = [told for told in _of_phase(story, phase) if pattern.search(told.folded)]
    found.sort(key=lambda told: not re.search(r"\d", told.folded))
    return [Fact(text=told.text, evidence=told.evidence) for told in found[:most]]


def measured(project: MergedProject, aspect: Aspect, collection: Collection) -> list[Fact]:
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


def place(
    project: MergedProject, frame: QuestionFrame, story: Sequence[Told], collection: Collection
) -> list[Fact]:
    """The district of the record; asked for a town or a park, or where it came to, the clause that does."""
    closer = re.search(r"哪个(镇|街道|园区|开发区|地方)", frame.text)
    if closer:
        named = [t for t in _of_phase(story, "") if re.search(rf"在[^，]{{1,14}}{closer[1][-1]}", t.folded)]
        if named:
            return [Fact(text=named[0].text, evidence=named[0].evidence)]
    if _COME_TO.search(frame.text):
        settled = [t for t in _of_phase(story, "") if _SETTLED.search(t.folded)]
        if settled:
            return [Fact(text=settled[0].text, evidence=settled[0].evidence)]
    return recorded(project, "place", "位于", collection)


_COME_TO = re.compile(r"落[到在户]|落地|选址|搬到|迁到")
_SITE = "[省市区县旗镇乡村园路港湾岛城]|街道|基地|片区|大厦"
_SETTLED = re.compile(  # 正在开展主体建设 and 已落户企业460余家 tell of no site
    rf"(?<![正现])在(?=[^，]*(?:{_SITE}))[^，]{{2,24}}(?:落地|落户|选址|建设)"
    rf"|(?:落户|落在|选址于?|迁至)(?!企业|的)(?=[^，]*(?:{_SITE}))[^，]{{2,24}}"
)


def money(project: MergedProject, phase: str, story: Sequence[Told], collection: Collection) -> list[Fact]:
    """The total, or what a phase of it takes."""
    if phase:
        return clauses_of(story, _TAKES, phase=phase, most=1)
    if project.investment is None:
        return []
    row = next(row for row in project.sources if row.investment == project.investment)
    money = amount_told(project, row.quote)
    return [Fact(text=f"总投资{money}", evidence=project_evidence(row, collection))]


_TAKES = re.compile(r"(?<!完成)投资?.{0,8}\d")  # 一期主体封顶，全年完成投资6.8亿元 tells what was spent


def by_phase(story: Sequence[Told]) -> list[Fact]:
    """一期投资9亿元, 二期投资13亿元: one clause a phase."""
    found: dict[str, Fact] = {}
    for told in story:
        if told.phase and PHASE.search(told.folded) and re.search(r"[亿万]", told.folded):
            found.setdefault(told.phase, Fact(text=told.text, evidence=told.evidence))
    return list(found.values())


def recorded(project: MergedProject, field: str, lead: str, collection: Collection) -> list[Fact]:
    """A field of the record behind the words that lead to it."""
    value = str(getattr(project, field))
    row = next((row for row in project.sources if getattr(row, field) == value), None)
    if not value or row is None:
        return []
    return [Fact(text=f"{lead}{value}", evidence=project_evidence(row, collection))]


def dated(story: Sequence[Told], event: re.Pattern[str], phase: str) -> list[Fact]:
    """The clause that dates the event: what happened before what was planned, the newest document first."""
    found = [t for t in _of_phase(story, phase) if event.search(t.folded) and _DATE.search(t.folded)]
    found.sort(key=lambda told: told.planned)
    return [Fact(text=told.text, evidence=told.evidence) for told in found[:1]]


def reached(
    project: MergedProject, story: Sequence[Told], event: re.Pattern[str], phase: str, collection: Collection
) -> list[Fact]:
    """Whether the event has come: told as done, or only as planned, which is said."""
    found = [told for told in _of_phase(story, phase) if event.search(told.folded)]
    done = [told for told in found if not told.planned]
    if done:
        newest = [told for told in done if told.day == done[0].day][:2]
        if not phase and _tells_of_others(newest[0], project) and (stage := _stage(project, collection)):
            return stage
        return [Fact(text=told.text, evidence=told.evidence) for told in newest]
    return [Fact(text=f"资料未说明已完成，计划为：{t.text}", evidence=t.evidence) for t in found[:1]]


def begun_as(project: MergedProject, phase: str, event: str, collection: Collection) -> list[Fact]:
    """二期开工了吗 where the newest paper that names the project files its 二期 as begun."""
    newest = project.sources[0]
    filed = phase and f"{phase_of(newest.name)}期" == phase and newest.stage == _BEGUN.get(event, "")
    told = Fact(text=f"{phase}目前阶段：{newest.stage}", evidence=project_evidence(newest, collection))
    return [told] if filed else []


_BEGUN = {"开工": "开工/在建", "投产": "投产/运营", "竣工": "竣工", "签约": "签约"}


def progress(project: MergedProject, story: Sequence[Told], phase: str, collection: Collection) -> list[Fact]:
    """The latest that is told as done in the newest document that tells any, with the stage it amounts to."""
    done = [told for told in _of_phase(story, phase) if _HAPPENED.search(told.folded) and not told.planned]
    if not done:
        if (share := _share_done(project, _of_phase(story, phase), collection)) is not None:
            return [*_stage(project, collection), share]
        ahead = [told for told in _of_phase(story, phase) if told.planned and not told.replaced]
        plan = [Fact(text=told.text, evidence=told.evidence) for told in ahead[:1]]
        return [*_stage(project, collection), *plan]  # 创享中心: 开工/在建, 预计年底封顶
    newest = [told for told in done if told.day == done[0].day]
    if so_far := [told for told in newest if _SO_FAR.search(told.folded)]:
        newest = so_far[-1:]  # 已完成施工进度的50% says more than when it was begun
    if (share := _share_done(project, newest, collection)) is not None:
        return [*_stage(project, collection), share]
    facts = [Fact(text=told.text, evidence=told.evidence) for told in _furthest(newest)]
    last = next(told for told in newest if told.text == facts[-1].text)
    if not phase and _stage(project, collection) and _tells_of_others(last, project):
        return _stage(project, collection)  # 总投资60亿元的甲、总投资30亿元的乙正抓紧施工
    return facts if phase else [*_stage(project, collection), *facts]


_SO_FAR = re.compile(
    r"(?:完成|达到?)[^，。；\d]{0,10}(?:进度|工程量|总量|工程)的?\d[\d.]*%|进度(?:已?达|为|过)\d[\d.]*%"
)


def _furthest(told: Sequence[Told]) -> list[Told]:
    """The clause that says how far each phase has come, in their order: 一期已投产, 二期正在施工."""
    latest = {
        phase: max(
            (n for n, one in enumerate(told) if one.phase == phase), key=lambda n: (_order(told[n]), n)
        )
        for phase in dict.fromkeys(one.phase for one in told)
    }
    phased = [at for phase, at in latest.items() if phase]
    at = phased if len(phased) > 1 else [max(latest.values(), key=lambda n: (_order(told[n]), n))]
    return [told[n] for n in at]


def _tells_of_others(told: Told, project: MergedProject) -> bool:
    """Whether a clause gives another project's total beside this one's."""
    return core_name(project.name) in told.folded and len(_TOTAL.findall(told.folded)) > 1


_TOTAL = re.compile(r"投资(?:额|约|超|近)?\d")


def _share_done(project: MergedProject, told: Sequence[Told], collection: Collection) -> Fact | None:
    """The project's own share of 分别完成总工程量的53%和88%, which no clause tells alone."""
    if not any(re.search(r"分别|依次", one.evidence.text) for one in told):
        return None
    cores = {core_name(name) for name in (project.name, *project.aliases)}
    spans = {(one.evidence.document.id, one.evidence.start): one.evidence for one in told}
    for (document_id, _), evidence in spans.items():
        for row in collection.figures_in(document_id):
            own = any(core_name(row.subject) in core for core in cores if row.subject)
            if own and evidence.start <= row.raw_start < evidence.end and "完成" in row.metric:
                return Fact(text=f"{row.metric}{value_text(row)}", evidence=collection.evidence(row))
    return None


def _order(told: Told) -> int:
    """How far the clause says the project has come."""
    return max((n for n, (_, pattern) in enumerate(EVENTS) if pattern.search(told.folded)), default=-1)


def _stage(project: MergedProject, collection: Collection) -> list[Fact]:
    if project.ended or not project.stages:
        return []
    latest = project.stages[-1]
    evidence = project_evidence(latest.row, collection)
    stage = Fact(text=f"目前阶段：{latest.stage}", evidence=evidence)
    printed = state_in_list(latest.row, collection)
    return [stage] if not printed else [stage, Fact(text=printed, evidence=evidence)]
