"""What do the figures come to that are to be added up: of places, of projects, of the parts of a period?"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.computed import added, computed, in_largest_unit, plain
from assistant.figures.lookup import rows_for, search_ledger
from assistant.figures.measure import comparable, measure_key
from assistant.figures.operands import left_out, missing, operands
from assistant.figures.series import best_in_period
from assistant.figures.undated import in_year_of
from assistant.question import QuestionFrame
from assistant.wording import statement_of, value_text
from language.numeral import chinese_number
from language.period_label import contains, label_dates, period_text, same_period
from language.quantity import base_quantity, unit_kind
from vectorstore.ledger_rows import Figure


def add_up(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The sum with its expression, or None where the operands are not all there."""
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
