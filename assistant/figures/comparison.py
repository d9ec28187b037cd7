"""How do the places asked about compare: like with like, the rest apart and named, the missing listed?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.bounds import PLACES, bound_on_values
from assistant.figures.computed import in_one_unit, plain
from assistant.figures.ends import asks_both_ends, asks_least, nth_asked, top_asked
from assistant.figures.figure_asked import lists_projects
from assistant.figures.figure_row import COLUMNS, figure_row
from assistant.figures.measure import (
    MeasureKey,
    asks_falls,
    comparable,
    level_or_change,
    measure_key,
    short_measure,
)
from assistant.figures.position import position_among
from assistant.figures.rows_by_place import rows_by_place
from assistant.figures.table_rows import rows_beside
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.period_label import period_text, same_period
from language.quantity import unit_kind
from language.zone_surfaces import names_of
from vectorstore.ledger_rows import Figure


def compare(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """A comparison of the places asked about, or a ranking of all; None where fewer than two rows fit."""
    if (position := position_among(frame, collection)) is not None:
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
    alike = _in_order([row for row in chosen.values() if comparable(measure_key(row), key)], frame)
    apart = [
        row for row in chosen.values() if row not in alike and unit_kind(row.unit) == unit_kind(key.unit)
    ]
    # 青岛各区市 names the city only to say whose districts are compared.
    named = any(place.name in chosen for place in frame.places)
    told = {row.subject for row in (*alike, *apart)}
    missing = [place.name for place in frame.places if named and told.isdisjoint(names_of(place))]
    statements = (
        [_count(chosen, collection)] if bound_on_values(frame) else _summary(alike, frame, collection)
    )
    top = top_asked(frame.text)
    shown = alike[:top] if top else alike
    rows = [figure_row(row, collection) for row in shown]
    rows += [] if top else [figure_row(row, collection, remark="口径不同") for row in apart]
    notes = [
        *_apart_notes(apart, missing),
        *([_OTHER_TIMES] if _of_unlike_times(shown) else []),
        _found_in(chosen),
    ]
    return Draft(statements=tuple(statements), columns=COLUMNS, rows=tuple(rows), notes=tuple(notes))


def _in_order(alike: list[Figure], frame: QuestionFrame) -> list[Figure]:
    """From the end that is asked for: the most first, of falls the deepest."""
    alike.sort(key=lambda row: (-level_or_change(row), row.subject))
    if asks_falls(frame.text):
        alike = [row for row in alike if level_or_change(row) < 0] or alike
    if asks_least(frame.text) != asks_falls(frame.text):  # 降幅最大 begins with the deepest fall
        alike.reverse()
    return alike


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
    if alone and lists_projects(frame.text):
        return True
    others = rf"各(?![自签有是为多引招落到])|哪|谁|最|排|{PLACES}[^，。？]{{0,4}}中"
    return alone and not re.search(others, frame.text)


def _within_bound(rows: dict[str, Figure], frame: QuestionFrame) -> dict[str, Figure]:
    bound = bound_on_values(frame)
    return rows if bound is None else {name: row for name, row in rows.items() if bound.holds(row)}


def _main_key(rows: dict[str, Figure], frame: QuestionFrame) -> MeasureKey:
    counts = Counter(measure_key(row) for row in rows.values())
    asked = {"签约": "签", "落地": "落地", "引进": "引"}

    def fit(key: MeasureKey) -> tuple[int, int, str]:
        said = int(bool(key.doing) and asked.get(key.doing, key.doing) in frame.text)
        return said + counts[key], counts[key], str(key)

    return max(counts, key=fit)


def _summary(alike: Sequence[Figure], frame: QuestionFrame, collection: Collection) -> list[Statement]:
    """The first sentence: who of two has more, who is at the place asked for, or first."""
    if len(alike) < 2:
        return []
    number = nth_asked(frame.text)
    if asks_both_ends(frame.text) and len(alike) > 2:
        return [_at_the_end(alike, collection, last=last) for last in (False, True)]
    if number is None and len(alike) == 2:
        even = level_or_change(alike[0]) == level_or_change(alike[1])
        tell = _side_by_side if even or _of_unlike_times(alike) else _of_two
        return [tell(alike[0], alike[1], collection)]
    least = asks_least(frame.text)
    if number is not None and 1 < number <= len(alike):
        row, place = alike[number - 1], f"排{'倒数' if least else ''}第{number}"
        derived: tuple[Decimal, ...] = (Decimal(number),)
    else:
        row, place, derived = alike[0], f"最{_words(alike[0])[least]}", ()
        if row.is_growth and asks_falls(frame.text):
            place = "降幅最小" if least else "降幅最大"
    if number is None and len(tied := _tied(row, alike)) > 1:
        return [_alike_at_the_end(tied, place, collection)]
    text = f"{_when(row)}{row.subject}{place}，为{_told(row)}"
    return [Statement(text=text, evidence=(collection.evidence(row),), derived=derived)]


def _tied(row: Figure, alike: Sequence[Figure]) -> list[Figure]:
    """Those that have as much as the first or the last."""
    return [one for one in alike if level_or_change(one) == level_or_change(row) and one.unit == row.unit]


def _alike_at_the_end(tied: Sequence[Figure], place: str, collection: Collection) -> Statement:
    """金安区、开发区并列最多，均为6个."""
    text = f"{_when(tied[0])}{'、'.join(row.subject for row in tied)}并列{place}，均为{_told(tied[0])}"
    return Statement(
        text=text, evidence=tuple({(e := collection.evidence(row)).key: e for row in tied}.values())
    )


def _at_the_end(alike: Sequence[Figure], collection: Collection, *, last: bool) -> Statement:
    row = alike[-1 if last else 0]
    if len(tied := _tied(row, alike)) > 1:
        return _alike_at_the_end(tied, f"最{_words(row)[last]}", collection)
    text = f"{_when(row)}{row.subject}最{_words(row)[last]}，为{_told(row)}"
    return Statement(text=text, evidence=(collection.evidence(row),))


def _of_two(first: Figure, last: Figure, collection: Collection) -> Statement:
    values = (level_or_change(first), level_or_change(last))
    more = _words(first)[values[0] < values[1]]
    both = f"{first.subject}{value_text(first)}，{last.subject}{value_text(last)}"
    text = f"{first.subject}{more}：{_when(first)}{both}{'' if first.is_growth else _apart(first, last)}"
    evidence = tuple(collection.evidence(row) for row in (first, last))
    return Statement(text=text, evidence=evidence, derived=(abs(values[0] - values[1]), _gap(first, last)[0]))


def _side_by_side(first: Figure, last: Figure, collection: Collection) -> Statement:
    """Two figures that are as large as each other, or of unlike times, where neither place has more."""
    each = "，".join(f"{_when(row)}{row.subject}{_told(row)}" for row in (first, last))
    text = f"时段不同，不可直接比较：{each}" if _of_unlike_times((first, last)) else f"两者相同：{each}"
    return Statement(text=text, evidence=tuple(collection.evidence(row) for row in (first, last)))


def _of_unlike_times(rows: Sequence[Figure]) -> bool:
    """Whether the rows are of several years, or one of a part of a year and another of another part."""
    labels = list(dict.fromkeys(row.period for row in rows if row.period))
    return any(not same_period(labels[0], label) for label in labels[1:])


_OTHER_TIMES = "各项数据的时段不同，不宜直接比较"


def _when(row: Figure) -> str:
    return period_text(row.period) if row.period else ""


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
