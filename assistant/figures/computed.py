"""How is a computed number written, with its expression and the operands that prove it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.evidence import Evidence
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.period_label import period_text
from language.quantity import base_quantity
from vectorstore.ledger_rows import Figure


def rounded(value: Decimal) -> str:
    """At most two decimals, half up, without trailing zeros."""
    text = f"{value.quantize(Decimal('0.01'), rounding=ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def plain(value: Decimal) -> str:
    """All its digits, without trailing zeros."""
    return f"{value.normalize():f}"


def computed(
    text: str,
    rows: Sequence[Figure],
    collection: Collection,
    *,
    derived: Sequence[Decimal],
    notes: Sequence[str] = (),
) -> Draft:
    """The computed text with its operands as evidence; `derived` are the values no document prints."""
    evidence: dict[tuple[str, int, int], Evidence] = {}
    for row in rows:
        one = collection.evidence(row)
        evidence[one.key] = one
    if len({row.unit for row in rows}) > 1:  # 48216万美元 stands in the sum as 4.8216亿美元
        derived = [*derived, *in_largest_unit(rows)[0]]
    rough = [row for row in rows if row.qualifier]
    if rough:
        notes = [
            *notes,
            "原文为约数（"
            + "、".join(dict.fromkeys(value_text(row) for row in rough))
            + "），结果按所印数字计算",
        ]
    return Draft(
        statements=(Statement(text=text, evidence=tuple(evidence.values()), derived=tuple(derived)),),
        notes=tuple(notes),
    )


def in_one_unit(one: Figure, other: Figure) -> tuple[Decimal, Decimal, str]:
    """Both values in one unit, and that unit: the larger of the two, 亿元 for 亿元 and 万元."""
    (left, right), unit = in_largest_unit([one, other])
    return left, right, unit


def in_largest_unit(rows: Sequence[Figure]) -> tuple[list[Decimal], str]:
    """The values of rows of one kind of unit in the largest of their units, and that unit."""
    if len({row.unit for row in rows}) == 1:
        return [row.value for row in rows], rows[0].unit
    scales = {row.unit: base_quantity(Decimal(1), row.unit)[0] for row in rows}
    unit = max(scales, key=lambda name: scales[name])
    return [base_quantity(row.value, row.unit)[0] / scales[unit] for row in rows], unit


def lies_between(whose: str, others: str, one: Figure, other: Figure, collection: Collection) -> Draft:
    """How much more or less the first is than the second: 甲链比乙链多3个（61 − 58 = 3）."""
    left, right, unit = in_one_unit(one, other)
    gap = abs(left - right)
    more = "多" if left >= right else "少"
    text = (
        f"{whose}比{others}{more}{plain(gap)}{unit}"
        f"（{plain(max(left, right))} − {plain(min(left, right))} = {plain(gap)}）"
        f"：前者{value_text(one)}，后者{value_text(other)}"
    )
    return computed(text, [one, other], collection, derived=[gap])


def labelled(row: Figure, frame: QuestionFrame) -> str:
    """Whose figure it is, and when."""
    when = period_text(row.period) if row.period else ""
    return f"{row.subject}{when}"


def incomparable(one: Figure, other: Figure, collection: Collection) -> Draft:
    """Both figures side by side, and that nothing may be computed from them."""
    text = (
        "口径不同，不可直接比较："
        f"{_label_measure(one)}{value_text(one)}，{_label_measure(other)}{value_text(other)}"
    )
    return computed(text, [one, other], collection, derived=[])


def _label_measure(row: Figure) -> str:
    return f"{row.subject}{period_text(row.period) if row.period else ''}{row.metric}"


@dataclass(frozen=True, kw_only=True)
class Added:
    """Rows of one kind of unit added up: the expression of the sum, and whose each term is."""

    total: Decimal
    unit: str
    expression: str
    names: str

    @property
    def told(self) -> str:
        """The sum in words: 合计5个（2 + 3 = 5）：甲区2个、乙区3个."""
        return f"合计{plain(self.total)}{self.unit}（{self.expression} = {plain(self.total)}）：{self.names}"


def added(rows: Sequence[Figure]) -> Added:
    """The sum of the rows, in the largest of their units."""
    values, unit = in_largest_unit(rows)
    return Added(
        total=sum(values, Decimal(0)),
        unit=unit,
        expression=" + ".join(map(plain, values)),
        names="、".join(f"{_told_apart(row, rows)}{value_text(row)}" for row in rows),
    )


def _told_apart(row: Figure, rows: Sequence[Figure]) -> str:
    """Whose the row is among those added up; of when, where all are one place's."""
    of_one = len(rows) > 1 and len({each.subject for each in rows}) == 1 and row.period
    return period_text(row.period) if of_one else row.subject


def mean_told(sums: Added, count: int) -> tuple[str, list[Decimal]]:
    """The mean of `count` rows added up in words (2.5个（(2 + 3) ÷ 2 = 2.5）：…), and its derived values."""
    mean = sums.total / count
    text = f"{rounded(mean)}{sums.unit}（({sums.expression}) ÷ {count} = {rounded(mean)}）：{sums.names}"
    return text, [mean, Decimal(rounded(mean)), Decimal(count)]
