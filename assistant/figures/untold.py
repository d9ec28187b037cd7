"""Of which districts is a figure not told: 哪些区没有公布到位资金?"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.measure import short_measure
from assistant.figures.rows_by_place import rows_by_place
from assistant.question import QuestionFrame
from language.divisions import PARTS
from language.period_label import period_text

_TOLD = r"(?:公布|披露|通报|报告|上报|说明|列出|提到|提及|写明|写出|交代|给出|说到|数据|数字|统计)"
_ASKED = re.compile(
    rf"(?:哪[些几个]|谁)[^，。？]{{0,3}}(?:{PARTS}|地区|地方)?[^，。？]{{0,3}}(?:没有?|未|尚未|缺)[^，。？]{{0,4}}{_TOLD}"
    rf"|(?:没有?|未|尚未|缺)[^，。？]{{0,14}}(?:{_TOLD})的(?:是|有)?哪[些几个]"
    rf"|(?:哪[些几个])(?:{PARTS})的?[^，。？]{{1,14}}(?:没有?|未|尚未)[^，。？]{{0,4}}{_TOLD}"
)
_OF_TELLING = re.compile(rf"{_TOLD}|没有?|未|尚未|缺")


def asks_untold(frame: QuestionFrame) -> bool:
    """Whether a question asks which districts a figure is missing of."""
    return _ASKED.search(frame.text) is not None


def places_untold(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The districts and zones of the city that the documents tell of without the figure, with those of which
    they give it; None where no city is asked about, or none of its districts has the figure."""
    cities = [place.name for place in frame.places if place.level == "city"] or _only_city(collection)
    if len(cities) != 1:
        return None
    terms = tuple(term for term in frame.terms if not _OF_TELLING.search(term))
    told = rows_by_place(replace(frame, terms=terms, operation="rank"), collection)
    if not terms or not told:
        return None
    documents = {row.document_id for row in told.values()}
    known = {row.subject for document in documents for row in collection.figures_in(document)}
    known |= {
        one.place.name
        for document in documents
        for one in collection.places.find(collection.folded(document))
    }
    missing = [name for name in sorted(known - set(told)) if _is_part(name, cities[0], collection)]
    first = next(iter(told.values()))
    measured = f"{period_text(first.period) if first.period else ''}{short_measure(first)}"
    given = "、".join(sorted(told))
    text = (
        f"资料中没有{'、'.join(missing)}的{measured}；有的是{given}"
        if missing
        else f"资料提到的区县都有{measured}：{given}"
    )
    evidence = {one.key: one for one in map(collection.evidence, told.values())}
    note = "只比较资料中提到的区县和园区"
    return Draft(statements=(Statement(text=text, evidence=tuple(evidence.values())),), notes=(note,))


def _is_part(name: str, city: str, collection: Collection) -> bool:
    place = collection.places.get(name)
    return place is not None and place.level in ("district", "zone") and place.city == city


def _only_city(collection: Collection) -> list[str]:
    cities = {place.city for place in collection.places.places if place.level == "district" and place.city}
    return [*cities] if len(cities) == 1 else []
