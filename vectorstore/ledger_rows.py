"""The rows of the ledger: one figure, one project, each tied to the span that says it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Modality = Literal["actual", "target", "forecast", "planned_total", "rule"]
PeriodBasis = Literal["explicit", "relative", "none"]
Json = dict[str, str | int | float | bool | list[str] | None]


def plain_number(value: Decimal) -> int | float:
    """The shortest JSON number that equals `value`."""
    return int(value) if value == value.to_integral_value() else float(value)


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure of the prose: whose, what, how much, when, and how real.

    `value` with `unit` is as printed (152.66, 亿元); `qualifier` is the printed 余, 超, 以上 …; `period`
    follows the contract's forms (2025-Q1, 2024, 2024-H1, 2023-01..2023-09, 2025-03-14, ""). `threshold` is
    the size class inside the measure (亿元以上), `place` the canonical district or city the subject stands
    in. The quote is `document.text[start:end]`; `raw` stands at `raw_start` in the same text. A figure that
    is not `certain` was read from a picture, and may read otherwise there.
    """

    document_id: str
    document: str
    subject: str
    metric: str
    value: Decimal
    unit: str
    quote: str
    start: int
    end: int
    raw: str
    raw_start: int
    qualifier: str = ""
    period: str = ""
    period_basis: PeriodBasis = "none"
    modality: Modality = "actual"
    is_growth: bool = False
    threshold: str = ""
    place: str = ""
    certain: bool = True

    def __hash__(self) -> int:  # tells rows apart well enough; all twenty fields cost ten times as much
        return hash((self.document_id, self.raw_start, self.metric))

    def to_dict(self) -> Json:
        """The contract's fields, JSON-ready."""
        return {
            "document": self.document, "subject": self.subject, "metric": self.metric,
            "value": plain_number(self.value), "unit": self.unit, "qualifier": self.qualifier,
            "period": self.period, "period_basis": self.period_basis, "modality": self.modality,
            "is_growth": self.is_growth, "threshold": self.threshold, "place": self.place,
            "raw": self.raw, "quote": self.quote, "start": self.start, "end": self.end,
            "certain": self.certain,
        }  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Project:
    """One mention of a project, with what is stated of it and nothing else.

    `investment` is None unless a total investment is stated; `stage` is one of the contract's words or "";
    `date` is the period of the stage.
    """

    document_id: str
    document: str
    name: str
    quote: str
    start: int
    end: int
    aliases: tuple[str, ...] = ()
    investor: str = ""
    place: str = ""
    investment: Decimal | None = None
    investment_unit: str = ""
    stage: str = ""
    industry: str = ""
    output: str = ""
    date: str = ""

    def to_dict(self) -> Json:
        """The contract's fields, JSON-ready."""
        return {
            "document": self.document, "name": self.name, "aliases": list(self.aliases),
            "investor": self.investor, "place": self.place,
            "investment": None if self.investment is None else plain_number(self.investment),
            "investment_unit": self.investment_unit, "stage": self.stage, "industry": self.industry,
            "output": self.output, "date": self.date,
            "quote": self.quote, "start": self.start, "end": self.end,
        }  # fmt: skip
