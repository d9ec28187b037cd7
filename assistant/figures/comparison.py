"""Compares and ranks places from the ledger: like with like, the rest apart and named, the missing listed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.bounds import PLACES, Bound, bound_on_values
from assistant.figures.computed import in_one_unit, plain
from assistant.figures.ends import asks_least, nth_asked, top_asked
from assistant.figures.figure_row import COLUMNS, figure_row
from assistant.figures.kinds_of_places import of_asked_kind, parks_beside
from assistant.figures.lookup import Ledger, search_ledger
from assistant.figures.measure import (
    Key,
    asks_falls,
    level_or_change,
    measure_key,
    short_measure,
    verb_of,
    verbs_asked,
)
from assistant.figures.table_rows import rows_beside
from assistant.figures.units_asked import names_rate
from assistant.figures.weighing import Candidate
from assistant.homes import city_of
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.period_label import label_dates, period_text
from language.place import Place
from language.place_table import cities_with
from language.quantity import base_quantity, unit_kind
from vectorstore.ledger_rows import Figure


def compare(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """A comparison of the places asked about, or a ranking of all; None where fewer than two rows fit."""
    if (position := _position(frame, collection)) is not None:
        return position
    if _is_of_one_district(frame) or "第几" in frame.text:
        return None
    chosen = rows_by_place(frame, collection)
    if len(frame.places) < 2:
        chosen = {row.subject: row for row in rows_beside(list(chosen.values()), collection)} | chosen
    chosen = _within_bound(chosen, frame)
    if len(chosen) < 2 and not (chosen and (len(frame.places) > 1 or bound_on_values(frame))):
        return None
    key = _main_key(chosen, frame)
    alike = [row for row in chosen.values() if comparable(measure_key(row), key)]
    apart = [row for row in chosen.values() if row not in alike and unit_kind(row.unit) == unit_kind(key[0])]
    alike.sort(key=lambda row: (-level_or_change(row), row.subject))
    if asks_falls(frame.text):
        alike = [row for row in alike if level_or_change(row) < 0] or alike
    if asks_least(frame.text) != asks_falls(frame.text):  # 降幅最大 begins with the deepest fall
        alike.reverse()
    # 青岛各区市 names the city only to say whose districts are compared.
    named = any(place.name in chosen for place in frame.places)
    told = {row.subject for row in (*alike, *apart)}
    missing = [place.name for place in frame.places if named and place.name not in told]
    statements = (
        [_count(chosen, collection)] if bound_on_values(frame) else _summary(alike, apart, frame, collection)
    )
    top = top_asked(frame.text)
    shown = alike[:top] if top else alike
    rows = [figure_row(row, collection) for row in shown]
    rows += [] if top else [figure_row(row, collection, remark="口径不同") for row in apart]
    notes = [*_apart_notes(apart, missing), _found_in(chosen)]
    return Draft(statements=tuple(statements), columns=COLUMNS, rows=tuple(rows), notes=tuple(notes))


def _apart_notes(apart: Sequence[Figure], missing: Sequence[str]) -> Iterator[str]:
    if apart:
        told = "；".join(f"{row.subject}为“{short_measure(row)}”" for row in apart[:4])
        yield f"口径不同，不可直接比较：{told}"
    if missing:
        yield f"资料中没有{'、'.join(missing)}的同类数据"


def _found_in(chosen: Mapping[str, Figure]) -> str:
    return f"在{len({row.document_id for row in chosen.values()})}篇文献中找到{len(chosen)}条"


def _is_of_one_district(frame: QuestionFrame) -> bool:
    """贾汪一季度和上半年分别签了多少: no other district is asked about."""
    alone = len(frame.places) == 1 and frame.places[0].level in ("district", "zone")
    others = rf"各(?![自签有是为多引招落到])|哪|谁|最|排|{PLACES}[^，。？]{{0,4}}中"
    return alone and not re.search(others, frame.text)


def _within_bound(rows: dict[str, Figure], frame: QuestionFrame) -> dict[str, Figure]:
    bound = bound_on_values(frame)
    return rows if bound is None else {name: row for name, row in rows.items() if bound.holds(row)}


_ASKS_POSITION = re.compile(
    r"第几|(?:排名|名次|位次)(?:是|怎么样|怎样|如何|情况)?(?:多少)?[？?]?$|排在?(?:哪|多少)"
)


_A_RANKING = 3


def _position(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """在各区市里排第几: where one district stands among those of its city."""
    districts = [place for place in frame.places if place.level in ("district", "zone")]
    if not _ASKS_POSITION.search(frame.text) or len(districts) != 1 or not districts[0].city:
        return None
    asked = districts[0]
    city = next((place for place in collection.places.places if place.name == asked.city), None)
    chosen = rows_by_place(replace(frame, places=(city,) if city else ()), collection)
    own = chosen.get(asked.name)
    if own is None:
        return None
    alike = _told_with(own, collection)
    if len(alike) < len(chosen):
        alike = [row for row in chosen.values() if comparable(measure_key(row), measure_key(own))]
    if len(alike) < _A_RANKING:
        return None  # first of one is no rank
    ahead = sum(base_quantity(r.value, r.unit)[0] > base_quantity(own.value, own.unit)[0] for r in alike)
    alike.sort(key=lambda row: (-base_quantity(row.value, row.unit)[0], row.subject))
    told = f"{asked.name}{short_measure(own)}{value_text(own)}"
    text = f"{period_text(own.period)}{told}，在{len(alike)}个中排第{ahead + 1}"
    lead = Statement(
        text=text, evidence=(collection.evidence(own),), derived=(Decimal(len(alike)), Decimal(ahead + 1))
    )
    rows = tuple(figure_row(row, collection) for row in alike)
    return Draft(statements=(lead,), columns=COLUMNS, rows=rows)


def _told_with(own: Figure, collection: Collection) -> list[Figure]:
    """The rows of the same document that say the same of the other districts and zones."""
    found = {
        row.subject: row
        for row in collection.figures_in(own.document_id)
        if (row.metric, row.period, row.unit) == (own.metric, own.period, own.unit)
        and (place := collection.places.get(row.subject)) is not None
        and place.level in ("district", "zone")
    }
    return list({**found, own.subject: own}.values())


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
    of_money = bool(_OF_MONEY.search(frame.text))
    paid = bound is None and of_money and not _OF_A_RATE.search(frame.text)
    rated = names_rate(frame.text)
    counted = bound is None and not of_money and not rated and bool(_COUNTED.search(frame.text))
    grown = bool(_BY_GROWTH.search(frame.text))
    done = any(candidate.row.modality == "actual" for candidate in ledger.candidates)
    aims = several or frame.asks_target or not done
    for candidate in ledger.candidates:
        row = candidate.row
        kind = unit_kind(row.unit)
        if (
            candidate.words >= (_FLOOR_OF_SEVERAL if several else _FLOOR)
            and (aims or row.modality != "target")
            and (bound is None or bound.measures(row))
            and (row.is_growth or not grown)
            and (kind == "count" or not counted)
            and not (counted and "项目" in frame.text and row.unit in _PEOPLE)
            and (kind == "money" or not paid)
        ):
            yield candidate


_PEOPLE = ("名", "人", "位", "人次")
_BY_GROWTH = re.compile(r"(?:增速|增幅|涨幅|增长率?|同比|降幅)[^，。？]{0,4}(?:最|排|前)|增长?得?最")
_COUNTED = re.compile(r"签|引进|招引|落地|开工|投产|项目|企业|几个|多少[个家]")
_OF_A_RATE = re.compile(
    r"率|增[长速]|[增降涨跌]幅|同比|占|比重|完成|进度|多少[个家]|(?<!哪)几个|数量|项目数|和"
)
_OF_MONEY = re.compile(r"投资|金额|额|亿元(?!以上)|外资|产值|资金|盘子")


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


def _told_alike(row: Figure) -> tuple[Key, str]:
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
        return within is None and place.level == "city"
    # of a district that several cities have, only the asked one's rows are offered
    if within is None or within.name in cities_with(place.name):
        return True
    return city_of(place, row.document_id, collection) == within.name


def _one_period(rows: dict[str, Figure]) -> dict[str, Figure]:
    """Asked without a period, the period that most rows share, of those the newest, the longest."""
    counts = Counter(row.period for row in rows.values() if row.period)
    if not counts:
        return rows
    # 全年 rather than 12月, which ends on the same day
    period = max(counts, key=lambda label: (counts[label], label_dates(label)[1], -len(label), label))
    return {name: row for name, row in rows.items() if row.period == period}


def _main_key(rows: dict[str, Figure], frame: QuestionFrame) -> Key:
    counts = Counter(measure_key(row) for row in rows.values())
    asked = {"签约": "签", "落地": "落地", "引进": "引"}

    def fit(key: Key) -> tuple[int, int, str]:
        said = int(bool(key[2]) and asked.get(key[2], key[2]) in frame.text)
        return said + counts[key], counts[key], str(key)

    return max(counts, key=fit)


def as_fact(key: Key) -> Key:
    """The key of an aim as if it were reached, for a change from what was done to what is aimed at."""
    return (*key[:3], "fact", *key[4:])


def comparable(one: Key, other: Key) -> bool:
    """Same unit, size class, doing and kind; a row that names no doing is taken for the other's."""
    return (one[0], one[1], one[3], one[4], one[5]) == (
        other[0],
        other[1],
        other[3],
        other[4],
        other[5],
    ) and (one[2] == other[2] or not one[2] or not other[2])


def _summary(
    alike: Sequence[Figure], apart: Sequence[Figure], frame: QuestionFrame, collection: Collection
) -> list[Statement]:
    if len(alike) < 2:
        return []
    first, last = alike[0], alike[1 if len(alike) == 2 else -1]
    evidence = tuple(collection.evidence(row) for row in (first, last))
    when = period_text(first.period) if first.period else ""
    values = (level_or_change(first), level_or_change(last))
    if len(alike) == 2 and values[0] != values[1] and nth_asked(frame.text) is None:
        more = _words(first)[0] if values[0] > values[1] else _words(first)[1]
        both = f"{first.subject}{value_text(first)}，{last.subject}{value_text(last)}"
        gap = abs(values[0] - values[1])
        text = f"{first.subject}{more}：{when}{both}{'' if first.is_growth else _apart(first, last)}"
        return [Statement(text=text, evidence=evidence, derived=(gap, _gap(first, last)[0]))]
    least = asks_least(frame.text)
    number = nth_asked(frame.text)
    if number is not None and 1 < number <= len(alike):
        told = alike[number - 1]
        text = f"{when}{told.subject}排{'倒数' if least else ''}第{number}，为{_told(told)}"
        return [Statement(text=text, evidence=(collection.evidence(told),), derived=(Decimal(number),))]
    word = f"最{_words(first)[least]}"
    if first.is_growth and asks_falls(frame.text):
        word = "降幅最小" if least else "降幅最大"
    return [Statement(text=f"{when}{first.subject}{word}，为{_told(first)}", evidence=evidence[:1])]


def _told(row: Figure) -> str:
    """The value, with 下降 where its sign is told in words."""
    return f"下降{value_text(row)}" if level_or_change(row) < 0 < row.value else value_text(row)


def _words(row: Figure) -> tuple[str, str]:
    """How the greater and the lesser of such figures are called."""
    return ("高", "低") if unit_kind(row.unit) == "rate" else ("多", "少")


def _gap(one: Figure, other: Figure) -> tuple[Decimal, str]:
    """How far two figures lie apart, and in what: rates in points."""
    left, right, unit = in_one_unit(one, other)
    return abs(left - right), "个百分点" if unit_kind(unit) == "rate" else unit


def _apart(one: Figure, other: Figure) -> str:
    left, right, _ = in_one_unit(one, other)
    gap, unit = _gap(one, other)
    return f"，相差{plain(gap)}{unit}（{plain(max(left, right))} − {plain(min(left, right))} = {plain(gap)}）"


def _count(chosen: dict[str, Figure], collection: Collection) -> Statement:
    evidence = tuple(collection.evidence(row) for row in chosen.values())
    text = f"共{len(chosen)}个：{'、'.join(chosen)}"
    return Statement(text=text, evidence=evidence, derived=(Decimal(len(chosen)),))
