"""Which kind of places is set side by side: 县区 leave out the zones of another list, 园区 the districts?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from assistant.collection import Collection
from assistant.figures.weighing import Candidate
from assistant.question import QuestionFrame
from language.numeral import whole_number
from vectorstore.ledger_rows import Figure

_DISTRICTS = re.compile(
    r"(?:(?P<n>[两三四五六七八九十]|\d{1,2})个)?(?:县（市、区）|县\(市、区\)|县市区|市县区|县区|区县|县市|市县|旗县区?)"
)
_AMONG = re.compile(r"[里中内]|当中")
_ZONES = re.compile(r"园区|开发区|功能区|产业园")
_TOWNS = re.compile(r"哪[些几个]+(?:镇|乡|街道|镇街|乡镇|街镇)|各(?:镇|乡|街道)")
_TOWN = re.compile(r"(?:镇|乡|街道)$")
_PARK = re.compile(r"(?:产业园|园区|工业园|科技园|科技城|新城|片区|港区|合作区|示范区|集聚区)$")


def of_asked_kind(
    found: Mapping[str, Candidate], frame: QuestionFrame, collection: Collection
) -> dict[str, Candidate]:
    """Those of the kind that the question names; all where it names none, or where one list tells of both."""
    if _TOWNS.search(frame.text) and (towns := {n: one for n, one in found.items() if _TOWN.search(n)}):
        return towns  # 哪个镇最多 leaves out the county
    if asks_quarters(frame.text) and (quarters := {n: one for n, one in found.items() if is_quarter(n)}):
        return quarters
    districts = {name: one for name, one in found.items() if _level(name, collection) == "district"}
    others = {name: one for name, one in found.items() if name not in districts}
    asked, zones = _DISTRICTS.search(frame.text), _ZONES.search(frame.text)
    if zones and not asked:
        return others if len(others) > 1 else dict(found)
    if not asked or len(districts) < 2:
        return dict(found)
    all_named = asked["n"] is not None and whole_number(asked["n"]) == len(districts)
    # most papers rank their zones with the districts; 县区里 leaves out zones of another list
    apart = _AMONG.match(frame.text, asked.end()) is not None and all(
        len({_list_of(one.row) for one in kind.values()}) == 1 for kind in (districts, others)
    )
    return districts if all_named or (apart and not _shared(districts, others)) else dict(found)


def asks_quarters(text: str) -> bool:
    """Whether the quarters of a zone are ranked: 哪个片区最多."""
    return _QUARTERS.search(text) is not None


def is_quarter(name: str) -> bool:
    """喀什片区 of a free trade zone."""
    return name.endswith("片区")


_QUARTERS = re.compile(r"哪[些几个]+片区|各片区")


def _shared(some: Mapping[str, Candidate], others: Mapping[str, Candidate]) -> bool:
    return bool({_list_of(one.row) for one in some.values()} & {_list_of(one.row) for one in others.values()})


def _level(name: str, collection: Collection) -> str:
    place = collection.places.get(name)
    return place.level if place else ""


def _list_of(row: Figure) -> tuple[str, int]:
    return row.document_id, row.start


def parks_beside(
    found: Mapping[str, Candidate], offered: Iterator[Candidate], collection: Collection
) -> dict[str, Candidate]:
    """苏银产业园52.7亿元 in a list of zones: a park that no table of places has is ranked with them."""
    lists = {(_list_of(one.row), one.row.unit, one.row.is_growth, one.row.period) for one in found.values()}
    parks: dict[str, Candidate] = {}
    for one in offered:
        row = one.row
        beside = (_list_of(row), row.unit, row.is_growth, row.period) in lists
        if beside and _PARK.search(row.subject) and collection.places.get(row.subject) is None:
            parks.setdefault(row.subject, one)
    return parks
