"""What do the documents tell of one project, clause by clause, and of which of its phases?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.collection import Collection
from assistant.evidence import Evidence
from assistant.names import core_name
from assistant.wording import tidy
from language.naming import Name, find_names
from language.text import Span, fold, sentences
from vectorstore.ledger_rows import Project
from vectorstore.projects import MergedProject

PHASE = re.compile(r"[一二三四五]期(?!临床|货|间|限)|首期|\d号(?:、\d号)*线")
_PART = re.compile(r"(?:(?!(?<=[）)])、)[^，；。：;:!？！?\n,]|(?<=\d),(?=\d{3}))+[；;]?")
_HE = re.compile(
    r"^[\s（(一二三四五六七八九十\d）).、]*(?:该|这个|此)?项目|^[^，。；]{0,6}该项目|^翻开|^[一二三四]期|^(?:计划|预计)?总投资|^投资方|^由[^，。；]{2,24}投资|^目前|^截至|^建成后|^达产后"
)
_LISTS = re.compile(  # …；锂电材料园项目建成试生产; no phase or line of the project itself
    r"[；;](?!\d|[一二三四五]期|首期|该|其)[^，；;。]{2,24}?(?:项目|园|基地|中心|工程|城|厂|港|院|楼)[一二三四]?期?[^，；;。]{0,8}"
    r"(?:封顶|开工|投产|试生产|竣工|签约|启动|调试|施工|完工|投用)"
)
_ITSELF = re.compile(r"[\s（(]*(?:该|这个|此)(?:项目|公司|企业|基地|平台|园区)")
_ITSELF_ALONE = re.compile(rf"{_ITSELF.pattern}|项目(?!的|建设|投资方)")  # 项目最终采用“飞地”项目形式
_PLANNED = re.compile(r"计划|预计|力争|有望|拟|将(?!近)|争取|确保|目标|规划")
_DONE = re.compile(r"已|目前|正在|截至|完成了|最终")
_WHERE = re.compile(r"在[^,，;；。]{2,18}")
_DAY = re.compile(r"(?:(?:20\d\d|今|去)年)?\d{1,2}月(?:\d{1,2}日)?(?:[上下]午)?")
_REPLACED = re.compile(r"原计划|原定|原报道|曾报道|此前口径|不再使用|当时说好|早先")


@dataclass(frozen=True, kw_only=True)
class Told:
    """One clause of a sentence about the project: `phase` is the phase it is told of, "" for the whole.

    `day` is the reference date of its document, so that the newest can lead; `planned` marks what was not yet
    done when it was written, and `replaced` what the text itself calls overtaken.
    """

    text: str
    phase: str
    day: str
    evidence: Evidence
    planned: bool = False
    replaced: bool = False

    @property
    def folded(self) -> str:
        """The clause in the form that questions are read in."""
        return fold(self.text)


def named_project(name: str, collection: Collection) -> MergedProject | None:
    """The project of that name or alias, or None."""
    core, known = core_name(name), collection.project_cores
    if core in known:
        return collection.projects_called(frozenset({core}))[0]
    near = collection.projects_called(
        frozenset(own for own in known if core in own or (own in core and len(own) > 3))
    )
    return min(near, key=lambda p: (abs(len(p.name) - len(name)), p.name)) if near else None


def story_of(project: MergedProject, collection: Collection, *, further: bool = False) -> list[Told]:
    """Every clause told of the project, newest document first, in the order of the text; with `further` also
    of documents that only go on with it."""
    ids = {row.document_id for row in project.sources}
    ids |= set(_telling(project, collection)) if further else set()
    days = {key: collection.documents[key].reference_date for key in ids}
    newest = sorted(days, key=lambda key: (days[key], key), reverse=True)
    return [told for document_id in newest for told in _in_document(document_id, project, collection)]


_ITS_HEADING = re.compile(
    r"\s*(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,3}[、.．])\s*(?P<name>[^,;:。，；：]{4,40})"
)


_LOOKED_AT, _TELLS_ALONE = 8, 5  # passages; characters of a name that is no other's


def _telling(project: MergedProject, collection: Collection) -> Iterator[str]:
    """Documents that go on telling of the project without the words that make it one: 配套园主厂房封顶."""
    core = core_name(project.name)
    if len(core) < _TELLS_ALONE:
        return
    for hit in collection.search(project.name, k=_LOOKED_AT):
        if core in fold(hit.passage.text):
            yield hit.document.id


def _in_document(document_id: str, project: MergedProject, collection: Collection) -> Iterator[Told]:
    document = collection.documents[document_id]
    text = collection.text(document_id)
    cores = {core_name(name) for name in (project.name, *project.aliases)}
    titled = any(core in fold(document.title) for core in cores)
    quotes = {(row.start, row.end) for row in project.sources if row.document_id == document_id}
    telling = under = False
    for span in sentences(text):
        piece = fold(text[span.start : span.end])
        named = any(core in piece for core in cores)
        others = not named and any(_is_other(name, cores, piece) for name in find_names(piece))
        quoted = any(start <= span.start < end for start, end in quotes)
        if heads := _ITS_HEADING.fullmatch(piece):  # 2.氢能装备制造基地: all below is told of it
            under = any(core in heads["name"] for core in cores)
        itself = telling and bool(_ITSELF.match(piece))  # 该项目是…平台的管理主体: it names what it runs
        goes_on = under or titled or (telling and bool(_HE.search(piece)))
        telling = named or quoted or itself or (not others and goes_on)
        if telling and "\t" not in piece:
            yield from _clauses(document_id, span, cores, collection)


def _is_other(name: Name, cores: set[str], text: str) -> bool:
    """Whether another project is named; （二）项目 names none, and what is built (建质检中心) is a part."""
    core = re.sub(r"^[（(\d一二三四五六七八九十）).、]+", "", core_name(name.text))
    if name.kind != "project" or len(core) < 3 or any(core in own or own in core for own in cores):
        return False
    built = r"(?:建|建设|新建|建成|包括|含)[^，。；]{0,30}|位于|落户|[在于至到]"  # or where it stands
    return not re.search(rf"(?:{built})$", text[: name.start])


def _clauses(document_id: str, span: Span, cores: set[str], collection: Collection) -> Iterator[Told]:
    evidence = collection.evidence_at(document_id, span.start, span.end)
    phase, plan, ours = "", "", _opens_with_it(fold(evidence.text), cores)
    alone = not _LISTS.search(evidence.text)
    when = ""
    for part in _PART.findall(evidence.text):
        if _DAY.fullmatch(fold(tidy(part))):  # 1月2日，X项目落户: the day belongs to what follows it
            when = f"{tidy(part)}，"
            continue
        if when and _WHERE.fullmatch(fold(tidy(part))):  # 7月30日，在赤湖工业园，X项目动工
            continue
        said, when = f"{when}{tidy(part)}", ""
        own = _PLANNED.search(fold(said))
        overtaken = bool(_REPLACED.search(said))  # 原计划落户甲镇，最终…: what follows is no plan
        plan = own.group() if own and not overtaken else "" if _DONE.search(said) or overtaken else plan
        if (named := PHASE.search(fold(said))) is not None:
            phase = "一期" if named.group() == "首期" else named.group()
        named_here = any(core in fold(said) for core in cores) or bool(_ITSELF_ALONE.match(said))
        other = _OPENS_ANOTHER.match(fold(said)) or any(
            _is_other(name, cores, fold(said)) for name in find_names(fold(said))
        )
        ours = named_here or (ours and not other)
        if ours and len(said) >= 2:
            yield Told(
                # 计划11月竣工，明年投产: what is planned of the first is planned of the second
                text=f"{plan}{said}" if plan and not own else said,
                phase=phase,
                planned=bool(plan),
                day=evidence.document.reference_date,
                evidence=evidence,
                replaced=overtaken,
            )
        if part.endswith(("；", ";")):
            plan = ""
            ours = ours and alone  # 甲园封顶；乙项目投产: the second item of a list tells of another


def _opens_with_it(text: str, cores: set[str]) -> bool:
    """Whether a sentence may tell of the project from its start: 甲项目7月开工；乙项目完成摘牌 tells of 乙
    behind the semicolon alone."""
    first = re.split(r"[；;]", text, maxsplit=1)[0]
    return any(core in first for core in cores) or not any(core in text for core in cores)


# 格林美扩建由格林美股份投资26亿元, behind what was told of another
_OPENS_ANOTHER = re.compile(r"[一-鿿\d]{4,14}由[一-鿿]{3,16}(?:投资|建设|打造|承建)")


def project_evidence(row: Project, collection: Collection) -> Evidence:
    """The sentence or row that a record was read from."""
    return collection.evidence_at(row.document_id, row.start, row.end)
