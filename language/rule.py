"""What is one grant of a policy clause: for whom, at which rate or amount, up to how much?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from language.bounds import Bound, Money


@dataclass(frozen=True, kw_only=True)
class Cap:
    """The most that is granted, and to whom or how long: 单个项目, 每年."""

    amount: Money
    scope: str = ""


@dataclass(frozen=True, kw_only=True)
class OfYears:
    """The rate (in per cent) of the years `first` to `last`, counted from 1; `said` as printed."""

    first: int
    last: int
    rate: Decimal
    said: str
    printed: str


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One grant. `rate` is a share of the `basis` (1.5 for 1.5 %), `fixed` an amount, `step` an amount for
    each so much. `start` and `end` are the part of the text that says it, `lead` what it goes on from;
    `apart` names those for whom alone the tiers before are raised; `by_year` are rates that change over the
    years, `settled` how a tier without an amount is settled: 一事一议;
    `beside` is where a cap of all tiers stands; `of_slice` where the rate is of the slice between the bounds
    alone: 超过1亿元的部分; `least` what is granted at the least: 最低5万元."""

    start: int
    end: int
    text: str
    who: str = ""
    award: str = ""
    bounds: tuple[Bound, ...] = ()
    rate: Decimal | None = None
    rate_printed: str = ""
    basis: str = ""
    fixed: Money | None = None
    most: Money | None = None
    step: tuple[Money, Money] | None = None
    caps: tuple[Cap, ...] = ()
    years: int = 0
    lead: str = ""
    apart: str = ""
    by_year: tuple[OfYears, ...] = ()
    settled: str = ""
    beside: tuple[int, int] | None = None
    of_slice: bool = False
    least: Money | None = None

    @property
    def grants(self) -> bool:
        """Whether anything is granted at all."""
        return self.rate is not None or self.fixed is not None or self.step is not None or bool(self.caps)


@dataclass(frozen=True, kw_only=True)
class Definition:
    """重大项目 is 固定资产投资5亿元以上: a class of projects and its bounds, with the span that says so."""

    name: str
    bounds: tuple[Bound, ...]
    start: int
    end: int
