"""What do the documents tell of one project, clause by clause, newest first?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.collection import Collection
from assistant.evidence import Evidence
from assistant.names import core_name
from assistant.projects.clauses import ITSELF, Told, clauses_of, is_other
from language.naming import find_names
from language.text import Span, fold, sentences
from vectorstore.ledger_rows import Project
from vectorstore.projects import MergedProject

_GOES_ON = re.compile(
    r"^[\s（(一二三四五六七八九十\d）).、]*(?:该|这个|此)?项目|^[^，。；]{0,6}该项目|^翻开|^[一二三四]期|^(?:计划|预计)?总投资"
    r"|^投资方|^由[^，。；]{2,24}投资|^目前(?!,?(?:园区|全[市区县]))|^截至|^建成后|^达产后"
)
_ITS_HEADING = re.compile(
    r"\s*(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,3}[、.．])\s*(?P<name>[^,;:。，；：]{4,40})"
)
_LOOKED_AT, _TELLS_ALONE = 8, 5  # passages; characters of a name that is no other's


def named_project(name: str, collection: Collection) -> MergedProject | None:
    """The project of that name or alias, or None."""
    core, known = core_name(name), collection.projects.cores
    if core in known:
        return collection.projects.called(frozenset({core}))[0]
    near = collection.projects.called(
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


def _telling(project: MergedProject, collection: Collection) -> Iterator[str]:
    """Documents that go on telling of the project without the words that make it one: 配套园主厂房封顶."""
    core = core_name(project.name)
    if len(core) < _TELLS_ALONE:
        return
    for hit in collection.search(project.name, k=_LOOKED_AT):
        if core in fold(hit.passage.text):
            yield hit.document.id


def _in_document(document_id: str, project: MergedProject, collection: Collection) -> Iterator[Told]:
    cores = {core_name(name) for name in (project.name, *project.aliases)}
    quotes = [(row.start, row.end) for row in project.sources if row.document_id == document_id]
    for span in _sentences_on(cores, document_id, collection, quotes=quotes):
        yield from clauses_of(collection.evidence_at(document_id, span.start, span.end), cores)


def _sentences_on(
    cores: set[str], document_id: str, collection: Collection, *, quotes: Sequence[tuple[int, int]]
) -> Iterator[Span]:
    """The sentences that name the project, that its records quote, or that go on with it."""
    titled = any(core in fold(collection.documents[document_id].title) for core in cores)
    text = collection.text(document_id)
    telling = under = False
    for span in sentences(text):
        piece = fold(text[span.start : span.end])
        if heads := _ITS_HEADING.fullmatch(piece):  # 2.氢能装备制造基地: all below is told of it
            under = any(core in heads["name"] for core in cores)
        named = any(core in piece for core in cores)
        quoted = any(start <= span.start < end for start, end in quotes)
        itself = telling and bool(ITSELF.match(piece))  # 该项目是…平台的管理主体: it names what it runs
        goes_on = under or titled or (telling and bool(_GOES_ON.search(piece)))
        telling = named or quoted or itself or (goes_on and not _names_another(piece, cores))
        if telling and "\t" not in piece and not piece.lstrip().startswith("|"):
            yield span  # a row of a table is told by its cells


def _names_another(piece: str, cores: set[str]) -> bool:
    return any(is_other(name, cores, piece) for name in find_names(piece))


def project_evidence(row: Project, collection: Collection) -> Evidence:
    """The sentence or row that a record was read from."""
    return collection.evidence_at(row.document_id, row.start, row.end)
