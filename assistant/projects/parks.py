"""Which projects does a park hold, that is no place of any table: 新桥园区有哪些项目?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.evidence import Evidence
from assistant.names import core_name
from assistant.question import QuestionFrame
from language.place import short_name
from language.text import Span, fold, sentences
from vectorstore.ledger_rows import Project
from vectorstore.projects import MergedProject

_KIND = r"(?:园区|园|小镇|基地|科技城|产业城|新城|智谷|港城|(?:智造|数智|科创|创新|产业|数据)港|街道|镇|乡)"
_PARK = re.compile(rf"[一-鿿A-Za-z0-9·]{{2,16}}?{_KIND}(?![一-鿿]{{0,2}}园)")
_BARE = re.compile(
    rf"(?:目前|截至|今年|现在|如今|在|该|本|全|各|此|产业|工业|专业|化工|科技|经济|开发|示范|物流|整个|走进|来到|重点|主要|各类|省级|国家级)*{_KIND}"
)
_HELD_THERE = r"(?:落户|入驻|位于|落地|进驻|选址|布局|坐落|落子)(?:在|于|到|了)?[^,;。]{0,8}"
_OPENS_IN = re.compile(rf"(?:^|[,;:])在(?P<site>[^,;:。]{{2,20}}?{_KIND})(?:里|内)?,")
_NOT_ITSELF = re.compile(r"(?:相邻|毗邻|相比|不同|紧邻|一样|类似)")
_ITEM = re.compile(
    r"\s*(?:[^,;。:、]{3,20}:|[-*•·●▪◆■]|[(（]?[\d一二三四五六七八九十]{1,2}[.、)）]|[①-⑳]|(?:目前|其中|此外|同时)?,?(?:园区|园内|该园))"
)
_HEAD, _DOCUMENTS, _SHORTEST, _COINED = 40, 12, 3, 5


@dataclass(frozen=True, kw_only=True)
class Park:
    """A park by the name that documents print, and where they tell of what it holds: spans by document."""

    name: str
    spans: dict[str, list[Span]]

    def holds(self, project: MergedProject) -> bool:
        """Whether one of the project's mentions is told of the park, or places it there."""
        if core_name(project.name) == core_name(self.name) or self.name in project.aliases:
            return False
        return any(self._tells_of(row) or row.place == self.name for row in project.sources)

    def is_told(self, document_id: str, start: int, end: int) -> bool:
        """Whether that stretch of a document is about the park."""
        return any(span.start < end and start < span.end for span in self.spans.get(document_id, ()))

    def _tells_of(self, row: Project) -> bool:
        return self.is_told(row.document_id, row.start, row.end)


def park_asked(text: str, collection: Collection) -> Park | None:
    """The park that a folded question names, where documents tell of one by that name; None elsewhere."""
    park = park_named(text, collection)
    return park if park is not None and any(park.spans.values()) else None


def park_named(text: str, collection: Collection) -> Park | None:
    """The park that a folded question names and documents print, whether or not they tell what it holds."""
    named = _PARK.search(text)
    if named is None or _BARE.fullmatch(named.group()):
        return None
    whose = next(iter(collection.places.find(named.group())), None)
    if whose and not whose.start and _BARE.fullmatch(named.group(), whose.end):
        return None  # 海南重点园区 are several of 海南's
    documents = collection.documents_found(named.group(), k=_DOCUMENTS)
    for cut in range(len(named.group()) - _SHORTEST):  # 目前新桥园区 is asked, 新桥园区 is printed
        name = named.group()[cut:]
        if _BARE.fullmatch(name):
            return None
        spans = {
            document.id: list(_told_of(name, fold(document.title), collection.text(document.id)))
            for document in documents
            if name in collection.folded(document.id)
        }
        if spans:
            return Park(name=name, spans=spans)
    return None


def papers_on_park(text: str, collection: Collection) -> frozenset[str]:
    """The documents that print the park a folded question names by a name of its own; none elsewhere."""
    park = park_named(text, collection)
    return frozenset(park.spans) if park is not None and len(park.name) >= _COINED else frozenset()


def is_of_another_park(draft: Draft, frame: QuestionFrame, collection: Collection) -> bool:
    """Whether a number is asked of a park and the draft opens with what is told of none of that name."""
    if not frame.asks_number or not draft.statements:
        return False
    if any(name in draft.statements[0].text for name in frame.names):
        return False  # 互助青稞酒产业园 is known by a longer name
    bare = _coined(frame)  # 青岛人工智能产业园 is printed 青岛市人工智能产业园 too
    park = park_named(frame.text, collection) or Park(name=bare, spans={})
    if len(park.name) < _COINED:
        return False
    called = {_core(name) for name in (park.name, bare) if len(name) >= _COINED}
    counting = (one for one in draft.statements if re.search(r"\d", one.text))
    opening = next(counting, draft.statements[0])
    told = any(_is_of(park, one, called) for one in opening.evidence)
    return _names_another(called, opening.text) or not told


def _names_another(called: set[str], text: str) -> bool:
    """甲产业园：入驻企业31家 tells of another, though its sentence goes on with the park asked about."""
    said = fold(text)
    named = [_core(match.group()) for match in _PARK.finditer(said) if not _BARE.fullmatch(match.group())]
    ours = any(park in said or any(name in park for name in named) for park in called)
    return bool(named) and not ours


_NO_NAME = re.compile(r"[多几哪各全每该本这那的了和与有是在年月]|[个家]")


def _coined(frame: QuestionFrame) -> str:
    """The park of a question that no document prints (城南工业园), without its place; "" for none."""
    named = _PARK.search(frame.text)
    name = named.group() if named else ""
    for place in (form for one in frame.places for form in (one.name, short_name(one.name))):
        name = name.removeprefix(place)
    return "" if _BARE.fullmatch(name) or _NO_NAME.search(name) else name


def _is_of(park: Park, evidence: Evidence, called: set[str]) -> bool:
    said = fold(f"{evidence.document.title}{evidence.section}{evidence.text}")
    told = park.is_told(evidence.document.id, evidence.start, evidence.end)
    names = (said, *(row.subject for row in evidence.figures))
    return told or any(
        re.search(rf"{re.escape(core)}{_OF_ANY}*{_KIND}", name) for core in called for name in names
    )


_OF_ANY = r"(?:产业|工业|科技|专业|创新|生态|生产|加工|制造)"
_ITS_KIND = re.compile(rf"{_OF_ANY}*{_KIND}$")


def _core(name: str) -> str:
    """虚拟现实 of 虚拟现实园区, which is the 虚拟现实产业园."""
    return _ITS_KIND.sub("", name)


def _told_of(park: str, title: str, text: str) -> Iterator[Span]:
    """The sentences that tell of what the park holds: those it leads, and what goes on with them."""
    whole = park in title
    told = whole
    at = 0
    for line in text.split("\n"):
        for number, span in enumerate(sentences(text, start=at, end=at + len(line))):
            said = fold(text[span.start : span.end])
            if number == 0 and not _ITEM.match(said):
                told = whole
            led = _leads(park, said)
            told = told if led is None else led
            if told or re.search(f"{_HELD_THERE}{re.escape(park)}", said):
                yield span
        at += len(line) + 1


def _leads(park: str, said: str) -> bool | None:
    """Whether a sentence is about the park; None where it names none at its head."""
    head = re.split(r"[,;:。]", said, maxsplit=1)[0][:_HEAD]
    if opened := _OPENS_IN.search(said):  # 深冬时节，…：在光电产业园，13栋厂房…
        head = opened["site"]
    named = [match.group() for match in _PARK.finditer(head) if not _BARE.fullmatch(match.group())]
    if not named or _NOT_ITSELF.search(head, head.rfind(named[-1]) + len(named[-1])):
        return None
    return named[-1].endswith(park)
