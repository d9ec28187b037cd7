"""Which part of which whole, or of which target, is asked for, and how large is it?"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.collection import Collection
from assistant.comparison import comparable
from assistant.computed import computed, in_one_unit, plain, rounded
from assistant.draft import Draft
from assistant.lookup import search_ledger
from assistant.measure import measure_key
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.period import period_text, same_period
from language.quantity import base_quantity, unit_kind
from vectorstore.ledger_rows import Figure


def target_and_actual(frame: QuestionFrame, collection: Collection) -> tuple[Figure, Figure] | None:
    """The actual and the target of one measure; periods asked about may differ."""
    loose = replace(frame, threshold=None)
    any_period = len(frame.period_labels) != 1 or not any(period.dated for period in frame.periods)
    rows = [
        c
        for c in search_ledger(
            loose, collection, any_period=any_period, any_unit=bool(_RATE_ONLY.search(frame.text))
        ).candidates
        if c.words >= 0.4 and not c.row.is_growth and unit_kind(c.row.unit) in ("count", "money")
    ]
    targets = [c for c in rows if c.row.modality in ("target", "forecast")]
    actuals = [c for c in rows if c.row.modality == "actual"]
    for target in targets[:6]:
        alike = [
            a
            for a in actuals
            if a.row.subject == target.row.subject
            and base_quantity(Decimal(1), a.row.unit)[1] == base_quantity(Decimal(1), target.row.unit)[1]
        ]
        asked = [a for a in alike if any(same_period(a.row.period, label) for label in frame.period_labels)]
        pool = asked or [
            a
            for a in alike
            if a.row.period and target.row.period and a.row.period[:4] == target.row.period[:4]
        ]
        pool.sort(
            key=lambda a: (
                a.row.document_id != target.row.document_id,
                measure_key(a.row)[1] != measure_key(target.row)[1],
            )
        )
        if pool:
            return pool[0].row, target.row
    return None


_RATE_ONLY = re.compile(r"百分|占|比例|几成|完成率")


_TOWARDS = re.compile(r"目标|任务|计划|完成|要签|要引|干了")


def _with_time(row: Figure) -> str:
    return f"{value_text(row)}（{period_text(row.period) if row.period else '未注明时间'}）"


def target_gap(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """How much is missing to the target, or that it is reached; None where either is not found."""
    pair = target_and_actual(frame, collection)
    if pair is None:
        return None
    actual, target = pair
    left, right, unit = in_one_unit(target, actual)
    gap = left - right
    text = (
        f"{actual.subject}还差{plain(gap)}{unit}（{plain(left)} − {plain(right)} = {plain(gap)}）"
        if gap > 0
        else f"{actual.subject}已达到目标"
    )
    text += f"：目标{_with_time(target)}，实际{_with_time(actual)}"
    return computed(text, [target, actual], collection, derived=[abs(gap)])


def share(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The part in per cent of the whole or of the target; None where the documents state it or lack it."""
    stated = search_ledger(frame, collection)
    if any(
        c.words >= 0.4 and unit_kind(c.row.unit) == "rate" and "完成" in c.row.metric
        for c in stated.candidates[:2]
    ):
        return None  # 已完成59.5% stands in the documents
    if any(
        c.words >= 0.62 and unit_kind(c.row.unit) == "rate" and not c.row.is_growth
        for c in stated.candidates[:3]
    ) and not re.search(r"目标|任务|要签|要引|干了", frame.text):
        return None  # the documents state the share: looking it up beats computing it
    pair = (
        target_and_actual(frame, collection)
        if _TOWARDS.search(frame.text)
        else _part_and_whole(frame, collection)
    )
    if pair is None:
        return None
    part, whole = pair
    left, right, _ = in_one_unit(part, whole)
    if not right:
        return None
    value = left / right * 100
    if part.modality == "actual" and whole.modality in ("target", "forecast"):
        periods = f"目标{_with_time(whole)}，实际{_with_time(part)}"
        text = (
            f"{part.subject}实际数相当于目标的{rounded(value)}%（{plain(left)} ÷ {plain(right)} = "
            f"{rounded(value)}%）：{periods}"
        )
        notes = (
            [] if part.period[:4] == whole.period[:4] else ["两数不是同一年度，口径不同，不可直接当作完成率"]
        )
        return computed(
            text, [whole, part], collection, derived=[value, Decimal(rounded(value))], notes=notes
        )
    text = (
        f"占{rounded(value)}%（{plain(left)} ÷ {plain(right)} = "
        f"{rounded(value)}%）：{part.subject}{value_text(part)}，{whole.subject}{value_text(whole)}"
    )
    return computed(text, [part, whole], collection, derived=[value, Decimal(rounded(value))])


def _part_and_whole(frame: QuestionFrame, collection: Collection) -> tuple[Figure, Figure] | None:
    rows = [
        c.row
        for c in search_ledger(frame, collection, any_unit=True).candidates
        if c.words >= 0.5 and unit_kind(c.row.unit) != "rate"
    ]
    cities = [place for place in frame.places if place.level == "city"]
    parts = [place for place in frame.places if place.level in ("district", "zone")]
    if cities and parts:
        part = next((row for row in rows if row.subject == parts[0].name), None)
        whole = next(
            (
                row
                for row in rows
                if part and row.subject == cities[0].name and comparable(measure_key(row), measure_key(part))
            ),
            None,
        )
        return (part, whole) if part and whole else None
    if len(rows) < 2:
        return None
    if frame.numbers:  # 75个项目里，先进制造业占几成: the whole stands in the question
        number = frame.numbers[0].base()
        whole = next((row for row in rows if base_quantity(row.value, row.unit) == number), None)
        part = next(
            (
                row
                for row in rows
                if whole
                and (row.subject, row.unit, row.document_id) == (whole.subject, whole.unit, whole.document_id)
                and row.value < whole.value
            ),
            None,
        )
        return (part, whole) if part and whole else None
    one = rows[0]
    siblings = [
        row
        for row in rows[1:]
        if (row.subject == one.subject and row.unit == one.unit and row.start == one.start)
        or (row.threshold and row.subject == one.subject and row.unit == one.unit)
    ]
    if not siblings:
        return None
    part, whole = sorted((one, siblings[0]), key=lambda row: row.value)
    return part, whole
