"""What share is it of two numbers that the question prints, or of one measure in two times that it names?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.figures.computed import computed, in_one_unit, plain, rounded
from assistant.figures.lookup import search_ledger
from assistant.figures.measure import comparable, measure_key, measure_text
from assistant.figures.series import best_in_period
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.pattern import pattern
from language.period_label import contains, period_text
from language.quantity import Quantity, base_quantity, unit_kind
from vectorstore.ledger_rows import Figure

_TAKEN = pattern(r"占(?!地)")
_AIMED = ("target", "forecast")


def share_of_said(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """280亿元占400亿元的多少: the two rows of one sentence that print these numbers; None where none does."""
    taken = _TAKEN.search(frame.text)
    if taken is None or len(frame.numbers) != 2:
        return None
    one, other = frame.numbers
    if not one.start < taken.start() < other.start:
        return None
    anyone = replace(frame, threshold=None, names=(), surfaces=(), places=())  # two numbers tell whose
    rows = [c.row for c in search_ledger(anyone, collection, any_unit=True).candidates]
    parts, wholes = ([row for row in rows if _prints(row, number)] for number in (one, other))
    pair = next(
        ((part, whole) for part in parts for whole in wholes if _beside(part, whole) and part != whole), None
    )
    return _told(*pair, collection) if pair else None


def asks_share_of_time(frame: QuestionFrame) -> bool:
    """Whether a question asks what a part of a year has of a longer part: 二季度完成投资占上半年的多少."""
    labels = frame.all_period_labels
    if len(labels) != 2 or len(frame.places) > 1 or not _OF_A_TIME.search(frame.text):
        return False
    return contains(labels[1], labels[0]) and labels[0] != labels[1]


def share_of_time(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The figure of the shorter time in per cent of that of the longer; None where either is not told."""
    part, whole = (best_in_period(frame, collection, label) for label in frame.all_period_labels)
    if part is None or whole is None or part.subject != whole.subject:
        return None
    return _told(part, whole, collection) if comparable(measure_key(part), measure_key(whole)) else None


_OF_A_TIME = pattern(
    r"占(?:了|到)?(?:20\d\d年|今年|去年)?"
    r"(?:全年|[上下]半年|前[一二三]季度|前?\d{1,2}(?:个月|[—\-至到]\d{1,2}月))(?!的?[一-鿿]{0,4}(?:计划|目标|任务))"
)


def _prints(row: Figure, number: Quantity) -> bool:
    """Whether a row has the number; 280亿 in a question may be of money."""
    said, unit = number.base()
    value, own = base_quantity(row.value, row.unit)
    return value == said and (own == unit or number.unit in ("亿", "万")) and not row.is_growth


def _beside(part: Figure, whole: Figure) -> bool:
    return (part.document_id, part.start) == (whole.document_id, whole.start) and (
        unit_kind(part.unit) == unit_kind(whole.unit)
    )


def _told(part: Figure, whole: Figure, collection: Collection) -> Draft | None:
    left, right, _ = in_one_unit(part, whole)
    if not right or left > right:
        return None
    value = left / right * 100
    worked = f"{plain(left)} ÷ {plain(right)} = {rounded(value)}%"
    named = "，".join(_named([part, whole]))
    notes = ["所用为目标值，不是完成数"] if {part.modality, whole.modality} & set(_AIMED) else []
    text = f"占{rounded(value)}%（{worked}）：{named}"
    return computed(text, [part, whole], collection, derived=[value, Decimal(rounded(value))], notes=notes)


def _named(rows: Sequence[Figure]) -> list[str]:
    """Each figure with whose it is, of when and what it measures."""
    when = [period_text(row.period) if row.period else "" for row in rows]
    return [
        f"{row.subject}{then}{measure_text(row)}{value_text(row)}"
        for row, then in zip(rows, when, strict=True)
    ]
