"""What did a quarter bring that only running totals tell? 二季度 is 上半年 less 一季度 of one measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.figures.computed import computed, in_one_unit, plain
from assistant.figures.lookup import search_ledger
from assistant.figures.measure import comparable, measure_key
from assistant.figures.weighing import ENOUGH, Candidate, is_of_a_district
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.period_label import label_dates, period_text
from language.quantity import unit_kind
from vectorstore.ledger_rows import Figure


def remainder(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The asked part of a year as the difference of two running totals, or None where one is lacking."""
    asked = [period for period in frame.periods if period.role != "comparison"]
    if len(asked) != 1 or len(asked[0].label) <= 4 or frame.asks_growth or frame.asks_target:
        return None
    if _since_new_year(asked[0].label):
        return None  # a running total itself: nothing comes before it
    pairs = list(_pairs(_totals(frame, collection), asked[0].label, dated=asked[0].dated))
    if not frame.places and not frame.names:  # asked of nobody: the one city's
        pairs = [pair for pair in pairs if not is_of_a_district(pair[0].row, collection)]
        if len({whole.row.subject for whole, _ in pairs}) > 1:
            return None
    if not pairs:
        return None
    whole, earlier = max(pairs, key=lambda pair: (pair[0].row.period, pair[0].score + pair[1].score))
    return _draft(whole.row, earlier.row, asked[0].label, collection)


def _totals(frame: QuestionFrame, collection: Collection) -> list[Candidate]:
    """Running totals since the year's first day that say what is asked."""
    found = search_ledger(replace(frame, periods=()), collection).candidates
    return [
        one
        for one in found
        if one.words >= ENOUGH
        and one.row.modality in ("actual", "planned_total")
        and not one.row.is_growth
        and unit_kind(one.row.unit) in ("count", "money")
        and one.row.period
        and _since_new_year(one.row.period)
    ]


def _since_new_year(label: str) -> bool:
    first, _ = label_dates(label)
    return (first.month, first.day) == (1, 1)


def _pairs(totals: list[Candidate], label: str, *, dated: bool) -> Iterator[tuple[Candidate, Candidate]]:
    for whole in totals:
        first, last = label_dates(label if dated else f"{whole.row.period[:4]}{label[4:]}")
        if label_dates(whole.row.period)[1] != last or (first.month, first.day) == (1, 1):
            continue
        for earlier in totals:
            if _ends_before(earlier.row, first) and _same_total(whole.row, earlier.row):
                yield whole, earlier


def _ends_before(row: Figure, first: date) -> bool:
    return label_dates(row.period)[1] == first - timedelta(days=1) and row.period[:4] == str(first.year)


def _same_total(whole: Figure, earlier: Figure) -> bool:
    return whole.subject == earlier.subject and comparable(measure_key(whole), measure_key(earlier))


def _draft(whole: Figure, earlier: Figure, label: str, collection: Collection) -> Draft | None:
    left, right, unit = in_one_unit(whole, earlier)
    value = left - right
    if value < 0:  # a running total that falls was revised, or is of another measure
        return None
    when = f"{whole.period[:4]}{label[4:]}"
    text = (
        f"{whole.subject}{period_text(when)}{plain(value)}{unit}"
        f"（{plain(left)} − {plain(right)} = {plain(value)}）："
        f"{period_text(whole.period)}{value_text(whole)}，{period_text(earlier.period)}{value_text(earlier)}"
    )
    notes = ["原文没有单列这一时段，由两个累计数相减得出"]
    return computed(text, [whole, earlier], collection, derived=[value], notes=notes)
