"""How many are of a size class that is told in narrower ones: 10—50亿元35个, 50亿元以上3个?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.figures.computed import added, computed, plain
from assistant.figures.lookup import search_ledger
from assistant.figures.measure import measure_text, verb_of, verbs_asked
from assistant.figures.size_asked import class_bounds
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.period_label import period_text
from language.quantity import unit_kind
from vectorstore.ledger_rows import Figure


def add_classes(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The sum over the classes of one sentence that follow one another from the asked size upwards, the last
    one open; None where they leave a gap, or for a question that sets no size class."""
    if frame.threshold is None or frame.operation not in ("lookup", "sum", "count") or frame.names:
        return None
    of_any = replace(frame, threshold=None, threshold_text="")
    for one in search_ledger(of_any, collection, any_unit=True).candidates:
        bounds = class_bounds(one.row)
        if bounds is None or bounds[0] != frame.threshold or bounds[1] is None:
            continue
        if verbs_asked(frame.text) - {verb_of(one.row), "签约"}:
            continue  # 开工 of which classes is not told
        if unit_kind(one.row.unit) == "count" and (rows := _upwards(one.row, collection)):
            return _told(rows, frame, collection)
    return None


def _upwards(first: Figure, collection: Collection) -> list[Figure]:
    """The row and those of its sentence that go on from where the one before ends."""
    alike = [
        row
        for row in collection.siblings(first)
        if (row.subject, row.unit, row.period) == (first.subject, first.unit, first.period)
    ]
    rows, bounds = [first], class_bounds(first)
    while bounds is not None and bounds[1] is not None:
        after = [row for row in alike if (own := class_bounds(row)) and own[0] == bounds[1]]
        if not after:
            return []
        rows.append(after[0])
        bounds = class_bounds(after[0])
    return rows


def _told(rows: Sequence[Figure], frame: QuestionFrame, collection: Collection) -> Draft:
    sums = added(rows)
    when = period_text(rows[0].period) if rows[0].period else ""
    names = "、".join(f"{measure_text(row)}{value_text(row)}" for row in rows)
    total: Decimal = sums.total
    text = (
        f"{rows[0].subject}{when}{frame.threshold_text}项目合计{plain(total)}{sums.unit}"
        f"（{sums.expression} = {plain(total)}）：{names}"
    )
    return computed(text, rows, collection, derived=[total], notes=["原文按规模分档列出，由各档相加得出"])
