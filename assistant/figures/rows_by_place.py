"""Which row of the ledger stands for each of the places that are compared or ranked?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from assistant.collection import Collection
from assistant.figures.bounds import Bound, bound_on_values
from assistant.figures.kinds_of_places import asks_quarters, is_quarter, of_asked_kind, parks_beside
from assistant.figures.lookup import Ledger, search_ledger
from assistant.figures.measure import MeasureKey, measure_key, verb_of, verbs_asked
from assistant.figures.units_asked import names_rate
from assistant.figures.weighing import Candidate
from assistant.homes import city_of
from assistant.question import QuestionFrame
from language.period_label import label_dates
from language.place import Place
from language.place_table import cities_with, lies_in
from language.quantity import unit_kind
from vectorstore.ledger_rows import Figure


def rows_by_place(frame: QuestionFrame, collection: Collection) -> dict[str, Figure]:
    """The best row of each place asked about, or of every district when none is."""
    several = len(frame.places) >= 2
    bound = bound_on_values(frame)
    ledger = search_ledger(_of_all_places(frame, bound), collection, any_unit=bound is not None)
    offered: dict[str, list[Candidate]] = {}
    for candidate in _of_what_is_asked(ledger, frame, bound):
        place = collection.places.get(candidate.row.subject)
        if place is not None and (several or _is_part(place, frame, candidate.row, collection)):
            offered.setdefault(candidate.row.subject, []).append(candidate)
    if not offered:
        return {}
    found = _alike(offered)
    if several:
        return {name: candidate.row for name, candidate in found.items()}
    found = _of_asked_doing(found, frame)
    if not frame.places:
        found = _of_one_city(found, collection)
    found |= parks_beside(found, _of_what_is_asked(ledger, frame, bound), collection)
    found = of_asked_kind(found, frame, collection)
    best = max(candidate.score for candidate in found.values())
    kept = {name: candidate.row for name, candidate in found.items() if candidate.score >= best - _FAR}
    return kept if frame.period_labels else _one_period(kept)


_FAR = 0.35  # behind the best: of another thing than what the ranking is of
_FLOOR, _FLOOR_OF_SEVERAL = 0.5, 0.45  # share of what is asked that a place's row must say


def _of_all_places(frame: QuestionFrame, bound: Bound | None) -> QuestionFrame:
    """The question asked of every place it may mean, without the bound that is set on the answers."""
    wide = frame if len(frame.places) >= 2 else replace(frame, places=())
    if bound is None:
        return wide
    return replace(
        wide,
        threshold=None if frame.threshold == bound.value else frame.threshold,
        numbers=tuple(one for one in frame.numbers if one.base() != (bound.value, bound.unit)),
        terms=tuple(term for term in frame.terms if term not in bound.words),
    )


def _of_what_is_asked(ledger: Ledger, frame: QuestionFrame, bound: Bound | None) -> Iterator[Candidate]:
    """Rows that measure what is set side by side: money, a count, a growth, what a bound is set on."""
    several = len(frame.places) >= 2
    text = _without_places(frame)
    of_money = bool(_OF_MONEY.search(text))
    paid = bound is None and of_money and not _OF_A_RATE.search(text)
    rated = names_rate(text)
    counted = bound is None and not of_money and not rated and bool(_COUNTED.search(text))
    granted = bool(_OF_A_POLICY.search(text))
    grown = bool(_BY_GROWTH.search(text))
    done = any(candidate.row.modality == "actual" for candidate in ledger.candidates)
    aims = several or frame.asks_target or not done
    for candidate in ledger.candidates:
        row = candidate.row
        kind = unit_kind(row.unit)
        if (
            candidate.words >= (_FLOOR_OF_SEVERAL if several else _FLOOR)
            and (aims or row.modality != "target")
            and (row.modality != "rule" or granted)
            and (bound is None or bound.measures(row))
            and (row.is_growth or not grown)
            and (kind == "count" or not counted)
            and not (counted and "项目" in text and row.unit in _PEOPLE)
            and (kind == "money" or not paid)
        ):
            yield candidate


def _without_places(frame: QuestionFrame) -> str:
    """漳州台商投资区 asks for no 投资."""
    text = frame.text
    for name in frame.place_names:
        text = text.replace(name, " ")
    return text


_OF_A_POLICY = re.compile(r"奖|补|资助|扶持|贴息|门槛|标准|政策|优惠|最高能|给予")
_PEOPLE = ("名", "人", "位", "人次")
_BY_GROWTH = re.compile(r"(?:增速|增幅|涨幅|增长率?|同比|降幅)[^，。？]{0,4}(?:最|排|前)|增长?得?最")
_COUNTED = re.compile(r"签|引进|招引|落地|开工|投产|项目|企业|几个|多少[个家]")
_OF_A_RATE = re.compile(
    r"率|增[长速]|[增降涨跌]幅|同比|占|比重|完成|进度|多少[个家]|(?<!哪)几个|数量|项目数|和"
)
_OF_MONEY = re.compile(r"投资|金额|额|(?<!过)(?<!超)亿元(?!以上)|外资|产值|资金|盘子")


_CLOSE = 0.05  # scores that near leave it to the others' measure which row stands for a place


def _alike(offered: dict[str, list[Candidate]]) -> dict[str, Candidate]:
    """One row for each place: of those that fit the question about as well, what most places tell."""
    best = {name: max(found, key=lambda c: c.score) for name, found in offered.items()}
    near = {
        name: [c for c in found if c.score >= best[name].score - _CLOSE] for name, found in offered.items()
    }
    shared = Counter(key for found in near.values() for key in {_told_alike(c.row) for c in found})
    return {
        name: max(found, key=lambda c: (shared[_told_alike(c.row)], c.score)) for name, found in near.items()
    }


def _told_alike(row: Figure) -> tuple[MeasureKey, str]:
    return measure_key(row), row.period


def _of_asked_doing(found: dict[str, Candidate], frame: QuestionFrame) -> dict[str, Candidate]:
    """谁签约最多 ranks what was signed where any of it is told, and leaves out what was landed."""
    asked = verbs_asked(frame.text)
    doing = {name: candidate for name, candidate in found.items() if verb_of(candidate.row) in asked}
    return doing if len(doing) > 1 else found


def _of_one_city(found: dict[str, Candidate], collection: Collection) -> dict[str, Candidate]:
    """Districts of several cities make no ranking: those of the city that has most of them."""
    cities = {
        name: city_of(place, candidate.row.document_id, collection)
        for name, candidate in found.items()
        if (place := collection.places.get(name)) is not None
    }
    counts = Counter(cities.values())
    main = max(counts, key=lambda city: (counts[city], city), default="")
    return {name: candidate for name, candidate in found.items() if cities.get(name) == main}


def _is_part(place: Place, frame: QuestionFrame, row: Figure, collection: Collection) -> bool:
    """Whether a ranking of all holds the place: a district of the city asked about, or of any."""
    within = next((one for one in frame.places if one.level in ("city", "province")), None)
    if place.level not in ("district", "zone"):
        named = _REGIONS.search(frame.text) is not None  # 南疆和北疆哪个增长快 ranks no cities
        return place.level == "city" and (within is None or (lies_in(place.name, within.name) and not named))
    if within is not None and within.level == "province":
        return asks_quarters(frame.text) and is_quarter(place.name)  # else 地州, which are next below it
    # of a district that several cities have, only the asked one's rows are offered
    if within is None or within.name in cities_with(place.name):
        return True
    return city_of(place, row.document_id, collection) == within.name


_REGIONS = re.compile(
    "(?:[南北东]疆|[苏皖浙鲁豫冀晋陕川渝滇黔桂粤闽赣湘鄂辽蒙][东西南北中](?:地区)?)[和与、]"
)


def _one_period(rows: dict[str, Figure]) -> dict[str, Figure]:
    """Asked without a period, the period that most rows share, of those the newest, the longest."""
    counts = Counter(row.period for row in rows.values() if row.period)
    if not counts:
        return rows
    # 全年 rather than 12月, which ends on the same day
    period = max(counts, key=lambda label: (counts[label], label_dates(label)[1], -len(label), label))
    return {name: row for name, row in rows.items() if row.period == period}
