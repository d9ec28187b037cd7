"""Which computation is asked for, and what do a difference, a ratio and a change of cited figures come to?"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.figures.averages import average
from assistant.figures.before import printed_change
from assistant.figures.computed import computed, in_one_unit, incomparable, labelled, plain, rounded
from assistant.figures.lookup import search_ledger
from assistant.figures.measure import as_reached, comparable, measure_key, verbs_asked
from assistant.figures.operands import operands
from assistant.figures.rate_gap import gap_to_aim
from assistant.figures.series import best_in_period
from assistant.figures.shares import share
from assistant.figures.sums import add_up
from assistant.figures.two_measures import measures_apart
from assistant.figures.words_asked import measure_terms
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.period_label import contains, label_dates, period_text
from language.quantity import base_quantity, unit_kind
from language.text import fold
from vectorstore.ledger_rows import Figure


def compute(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The computed answer with its expression, or None where the operands are not all there."""
    routes = {
        "sum": add_up,
        "difference": _difference,
        "ratio": _ratio,
        "average": average,
        "share": share,
        "change": _change,
    }
    route = routes.get(frame.operation)
    return route(frame, collection) if route else None


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
    gap = (
        gap_to_aim(frame, collection)
        if of_one_year
        and re.search(r"还差|目标|缺口|差.{0,8}(?:完成|达到|任务|计划)|(?:任务|计划).{0,6}差", frame.text)
        else None
    )
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
    if not gap:
        both = f"{_when_and_what(old)}，{_when_and_what(new)}"
        return computed(f"{new.subject}两个时期数字相同：{both}", [old, new], collection, derived=[])
    word = "增加" if gap > 0 else "减少"
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
