"""Computes sums, differences, ratios, shares and changes exactly, from cited operands."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.averages import average
from assistant.figures.before import printed_change
from assistant.figures.computed import (
    added,
    computed,
    in_largest_unit,
    in_one_unit,
    incomparable,
    labelled,
    plain,
    rounded,
)
from assistant.figures.lookup import rows_for, search_ledger
from assistant.figures.measure import as_reached, comparable, measure_key, verbs_asked
from assistant.figures.operands import left_out, missing, operands
from assistant.figures.rate_gap import gap_to_aim
from assistant.figures.series import best_in_period
from assistant.figures.shares import share
from assistant.figures.two_measures import measures_apart
from assistant.figures.undated import in_year_of
from assistant.figures.words_asked import measure_terms
from assistant.question import QuestionFrame
from assistant.wording import statement_of, value_text
from language.numeral import chinese_number
from language.period_label import contains, label_dates, period_text, same_period
from language.quantity import base_quantity, unit_kind
from language.text import fold
from vectorstore.ledger_rows import Figure


def compute(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The computed answer with its expression, or None where the operands are not all there."""
    routes = {
        "sum": _sum,
        "difference": _difference,
        "ratio": _ratio,
        "average": average,
        "share": share,
        "change": _change,
    }
    route = routes.get(frame.operation)
    return route(frame, collection) if route else None


def _rows_of_numbers(frame: QuestionFrame, collection: Collection) -> list[Figure]:
    """The rows that the question's own figures name (54亿元和130亿元的项目), in their order; [] unless all
    are found."""
    pool = [
        c.row
        for c in search_ledger(
            replace(frame, threshold=None), collection, any_period=not frame.period_labels, any_unit=True
        ).candidates
    ]
    if not pool and frame.names:
        pool = list(rows_for(frame, collection))
    rows = []
    for number in frame.numbers:
        match = next(
            (row for row in pool if base_quantity(row.value, row.unit) == number.base() and row not in rows),
            None,
        )
        if match is None:
            return []
        rows.append(match)
    return rows


def _sum(frame: QuestionFrame, collection: Collection) -> Draft | None:
    checked = re.search(
        r"(?:和|与|跟)(?P<n>\d[\d.]*)[个家项亿]?[^,。，]{0,6}(?:对得上|一致|相符|吻合|相等)", frame.text
    )
    rows = _rows_of_numbers(frame, collection) if len(frame.numbers) >= 2 else []
    if not (rows or frame.terms or frame.places or frame.names):
        return None  # 前五的一共多少, of nothing that is named: any rows would do
    if rows and checked:
        total_row = next((row for row in rows if row.value == Decimal(checked["n"])), None)
        parts = [row for row in rows if row is not total_row]
        return _checked_sum(parts, total_row, collection)
    if len(rows) < 2:
        parts = _parts_of_period(frame, collection) or _of_each_period(frame, collection)
        rows = parts or list(operands(frame, collection))
    if len(rows) < 2 or len({base_quantity(row.value, row.unit)[1] for row in rows}) != 1:
        return None
    if (whole := _printed_total(frame, rows, collection)) is not None:
        return whole
    sums = added(rows)
    notes = [*missing(frame, rows), *left_out(frame, rows, collection), *_fewer_than_asked(frame, rows)]
    return computed(sums.told, rows, collection, derived=[sums.total], notes=notes)


_ASKED_OF = re.compile(r"(?P<n>[两二三四五六七八九十]|\d+)个(?:项目|企业|公司|园区)")


def _fewer_than_asked(frame: QuestionFrame, rows: Sequence[Figure]) -> list[str]:
    """甲、乙、丙三个项目合计多少, of which the documents tell of two."""
    asked = _ASKED_OF.search(frame.text) if len(frame.names) > 1 else None
    number = (
        0 if asked is None else int(asked["n"]) if asked["n"].isdigit() else int(chinese_number(asked["n"]))
    )
    return [f"所问的是{number}个，资料中只有这{len(rows)}个的数"] if number > len(rows) else []


def _printed_total(frame: QuestionFrame, rows: Sequence[Figure], collection: Collection) -> Draft | None:
    """The total that a table prints for the city itself, where it is more than its named parts have together:
    some of them are not told apart."""
    if len(frame.places) != 1 or frame.places[0].level != "city":
        return None
    key, parts = measure_key(rows[0]), sum(base_quantity(row.value, row.unit)[0] for row in rows)
    found = (c.row for c in search_ledger(replace(frame, operation="lookup"), collection).candidates)
    whole = next(
        (
            row
            for row in found
            if row.subject == frame.places[0].name
            and row.document_id == rows[0].document_id
            and row.period == rows[0].period
            and "\t" in row.quote
            and comparable(measure_key(row), key)
            and base_quantity(row.value, row.unit)[0] > parts
        ),
        None,
    )
    if whole is None:
        return None
    text = statement_of([whole], collection.siblings(whole))
    return Draft(statements=(Statement(text=text, evidence=(collection.evidence(whole),)),))


def _parts_of_period(frame: QuestionFrame, collection: Collection) -> list[Figure]:
    """The quarters or months of one place that make up the asked period, where no row covers it whole."""
    if len(frame.places) != 1 or len(frame.period_labels) != 1:
        return []
    label = frame.period_labels[0]
    found = [c.row for c in search_ledger(frame, collection, openings=True).candidates if c.words >= 0.5]
    if found and not all(period.dated for period in frame.periods):  # a quarter of no year is the newest
        label = in_year_of(max(row.period for row in found), label)
        found = [row for row in found if row.period[:4] == label[:4]]
    if not found or any(same_period(row.period, label) for row in found):
        return []
    key = measure_key(found[0])
    parts = {
        row.period: row
        for row in reversed(found)
        if row.subject == found[0].subject
        and comparable(measure_key(row), key)
        and contains(label, row.period)
    }
    rows = [parts[period] for period in sorted(parts)]
    return rows if len(rows) >= 2 and _cover(label, [row.period for row in rows]) else []


def _of_each_period(frame: QuestionFrame, collection: Collection) -> list[Figure]:
    """What one place had in each of the periods named (一季度和二季度), where all are told of one measure."""
    if len(frame.places) != 1 or len(frame.period_labels) < 2 or frame.names:
        return []
    found = [best_in_period(frame, collection, label) for label in frame.period_labels]
    rows = [row for row in found if row is not None]
    if len(rows) < len(found):
        return []
    key = measure_key(rows[0])
    if not all(row.subject == rows[0].subject and comparable(measure_key(row), key) for row in rows):
        return []
    periods = [row.period for row in rows]
    apart = not any(contains(one, other) for one, other in itertools.permutations(periods, 2))
    return rows if apart else []


def sum_of_parts(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """下半年 as the sum of its two quarters, where only they are told; None for any other question."""
    if frame.operation != "lookup" or frame.asks_growth or frame.asks_target or frame.names:
        return None
    rows = _parts_of_period(frame, collection)
    if len(rows) < 2 or not all(unit_kind(row.unit) in ("count", "money") for row in rows):
        return None
    values, unit = in_largest_unit(rows)
    total, asked = sum(values, Decimal(0)), frame.period_labels[0]
    label = in_year_of(rows[0].period, asked)
    told = "、".join(f"{period_text(row.period)}{value_text(row)}" for row in rows)
    expression = f"{' + '.join(map(plain, values))} = {plain(total)}"
    text = f"{rows[0].subject}{period_text(label)}{plain(total)}{unit}（{expression}）：{told}"
    notes = ["原文没有单列这一时段，由各段相加得出"]
    return computed(text, rows, collection, derived=[total], notes=notes)


def _cover(label: str, parts: Sequence[str]) -> bool:
    """Whether the parts follow one another from the first day of the label to its last."""
    spans = sorted(label_dates(part) for part in parts)
    first, last = label_dates(label)
    follows = all(b[0] == a[1] + timedelta(days=1) for a, b in itertools.pairwise(spans))
    return follows and spans[0][0] == first and spans[-1][1] == last


def _checked_sum(parts: Sequence[Figure], total_row: Figure | None, collection: Collection) -> Draft:
    total = sum((row.value for row in parts), Decimal(0))
    unit = parts[0].unit
    expression = " + ".join(plain(row.value) for row in parts)
    if total_row is None or total_row.value == total:
        text = f"合计{plain(total)}{unit}（{expression} = {plain(total)}），与总数一致"
        return computed(text, parts, collection, derived=[total])
    gap = total_row.value - total
    word = "少" if gap > 0 else "多"
    text = (
        f"合计{plain(total)}{unit}（{expression} = "
        f"{plain(total)}），与{value_text(total_row)}对不上，{word}{plain(abs(gap))}{unit}"
    )
    return computed(text, [*parts, total_row], collection, derived=[total, abs(gap)])


def _pair(frame: QuestionFrame, collection: Collection) -> tuple[Figure, Figure] | None:
    """The two rows a difference or ratio is of: two places, two names, or two periods of one place."""
    named = len(frame.places) > 1 or len(frame.names) > 1
    rows = operands(frame, collection) if named else ()  # any two districts would be
    if len(rows) == 2:
        return rows[0], rows[1]
    if len(frame.all_period_labels) == 1 and frame.periods[0].role == "comparison":
        return _and_the_year_before(frame, collection)  # 比去年同期多多少, of the newest term
    if len(frame.all_period_labels) == 2:
        found = [best_in_period(frame, collection, label) for label in frame.all_period_labels]
        one, other = found
        apart = one is None or other is None or one == other or one.subject != other.subject
        if one is not None and other is not None and not apart and _of_one_thing(one, other, frame):
            return one, other
    return None


def _of_one_thing(one: Figure, other: Figure, frame: QuestionFrame) -> bool:
    """Whether what is asked by its name (开门红签约) is said of both figures, or of neither."""
    names = [term for term in measure_terms(frame) if len(term) >= _A_NAME and not verbs_asked(term)]
    return all((term in fold(one.quote)) == (term in fold(other.quote)) for term in names)


_A_NAME = 3  # characters


def _and_the_year_before(frame: QuestionFrame, collection: Collection) -> tuple[Figure, Figure] | None:
    """The newest row of what is asked, and the one of the same months of the year before."""
    anytime = replace(frame, periods=(), terms=tuple(term for term in frame.terms if term != "同期"))
    rows = [
        c.row
        for c in search_ledger(anytime, collection, any_unit=True).candidates
        if c.words >= _SAYS and c.row.period[:4].isdigit() and c.row.modality == "actual"
    ]
    rows = [row for row in rows if not row.is_growth and unit_kind(row.unit) in ("count", "money")]
    for row in rows:
        year = row.period[:4]
        label = row.period.replace(year, str(int(year) - 1))
        for other in rows:
            if other.subject == row.subject and other.period == label:
                return (row, other) if comparable(measure_key(row), measure_key(other)) else None
    return None


_SAYS = 0.5  # share of the question that a row must say


def _difference(frame: QuestionFrame, collection: Collection) -> Draft | None:
    years = {label[:4] for label in frame.all_period_labels}
    of_one_year = len(years) < 2  # 2026年目标比2025年实际多多少 asks of two years
    if (printed := printed_change(frame, collection)) is not None:
        return printed
    gap = gap_to_aim(frame, collection) if of_one_year and re.search(r"还差|目标|缺口", frame.text) else None
    if gap is not None:
        return gap
    pair = _pair(frame, collection)
    if pair is None:
        return measures_apart(frame, collection)
    one, other = pair
    if unit_kind(one.unit) != unit_kind(other.unit):
        return None  # 2050个 and 100亿元 are no two figures of one measure
    keys = [measure_key(row) if of_one_year else as_reached(measure_key(row)) for row in pair]
    if not comparable(*keys):
        return incomparable(one, other, collection)
    first, second = (
        (one, other)
        if base_quantity(one.value, one.unit)[0] >= base_quantity(other.value, other.unit)[0]
        else (other, one)
    )
    left, right, unit = in_one_unit(first, second)
    value = left - right
    text = (
        f"{labelled(first, frame)}比{labelled(second, frame)}多{plain(value)}{unit}（{plain(left)} − "
        f"{plain(right)} = {plain(value)}）：前者{_valued(first)}，后者{_valued(second)}"
    )
    return computed(text, [first, second], collection, derived=[value])


def _valued(row: Figure) -> str:
    return value_text(row) + ("（目标）" if row.modality in ("target", "forecast") else "")


def _ratio(frame: QuestionFrame, collection: Collection) -> Draft | None:
    pair = _pair(frame, collection)
    if pair is None:
        return None
    one, other = reversed(pair) if _OF_THE_FIRST.search(frame.text) else pair
    left, right, _ = in_one_unit(one, other)
    if _TIMES_APART.search(frame.text) and left < right:  # 甲和乙差几倍, whichever is named first
        one, other, left, right = other, one, right, left
    if not right or base_quantity(one.value, one.unit)[1] != base_quantity(other.value, other.unit)[1]:
        return None
    value = left / right
    text = (
        f"{rounded(value)}倍（{value_text(one)} ÷ {value_text(other)} = {rounded(value)}）"
        f"：{labelled(one, frame)}{value_text(one)}，{labelled(other, frame)}{value_text(other)}"
    )
    return computed(text, [one, other], collection, derived=[value, Decimal(rounded(value)), left, right])


_TIMES_APART = re.compile(r"差了?(?:多少|几)倍")
_OF_THE_FIRST = re.compile(r"是(?:它|其|前者)的?(?:多少|几)倍")  # 甲2000万片，乙是它的几倍


def compare_terms(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """One place's figure in two periods: which is more, and by how much."""
    return _change(frame, collection)


def _change(frame: QuestionFrame, collection: Collection) -> Draft | None:
    if (printed := printed_change(frame, collection)) is not None:
        return printed
    if len(frame.all_period_labels) != 2:
        return None
    rows = [best_in_period(frame, collection, label) for label in frame.all_period_labels]
    if rows[0] is None or rows[1] is None or rows[0] == rows[1]:
        return None
    old, new = sorted((rows[0], rows[1]), key=lambda row: label_dates(row.period)[1])
    if old.subject != new.subject:
        return None  # 二季度和一季度比, of nobody: one city's quarter is set against no other's
    if unit_kind(old.unit) != unit_kind(new.unit):
        return None
    of_unlike_terms = old.period[:4] != new.period[:4] and (len(old.period) == 4) != (len(new.period) == 4)
    if of_unlike_terms or not comparable(as_reached(measure_key(old)), as_reached(measure_key(new))):
        return incomparable(old, new, collection)  # nine months are no year
    if not _of_one_thing(old, new, frame):
        return None
    if (told := _beside_its_aim(old, new, collection)) is not None:
        return told
    left, right, unit = in_one_unit(new, old)
    gap = left - right
    word = "增加" if gap >= 0 else "减少"
    text = (
        f"{new.subject}{word}{plain(abs(gap))}{unit}（{plain(left)} − {plain(right)} = "
        f"{plain(gap)}）"
        f"：{_when_and_what(old)}，{_when_and_what(new)}"
    )
    if contains(new.period, old.period):  # a running total grew; that is no rate of change
        notes = [f"{period_text(new.period)}为累计数，已含{period_text(old.period)}"]
        return computed(text, [old, new], collection, derived=[gap, abs(gap)], notes=notes)
    derived = [gap, abs(gap)]
    if right:
        rate = abs(gap) / right * 100
        text += f"，变化幅度{rounded(rate)}%（{plain(abs(gap))} ÷ {plain(right)} = {rounded(rate)}%）"
        derived += [rate, Decimal(rounded(rate))]
    return computed(text, [old, new], collection, derived=derived)


def _beside_its_aim(one: Figure, other: Figure, collection: Collection) -> Draft | None:
    """What was done and what the same year aims at: how far beyond it or short of it, and no change."""
    aims = [row for row in (one, other) if row.modality in ("target", "forecast")]
    if len(aims) != 1 or one.period[:4] != other.period[:4]:
        return None
    aim, done = aims[0], other if aims[0] is one else one
    left, right, unit = in_one_unit(done, aim)
    word = "已超出" if left >= right else "还差"
    gap = abs(left - right)
    worked = f"{plain(max(left, right))} − {plain(min(left, right))} = {plain(gap)}"
    text = (
        f"{done.subject}{_when_and_what(done)}，{_when_and_what(aim)}，{word}{plain(gap)}{unit}（{worked}）"
    )
    return computed(text, [done, aim], collection, derived=[gap])


def _when_and_what(row: Figure) -> str:
    return f"{period_text(row.period)}{_valued(row)}"
