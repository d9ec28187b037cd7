"""What does a grant come to whose tiers each take a slice of the amount: 超过1亿元至5亿元的部分按5%?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.policy.asked import Asked
from assistant.policy.grant import Worked, amount_text, capped, rated
from assistant.policy.rules import Clause
from language.bounds import Bound

_ZERO = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class _Slice:
    """The part of an amount from `low` to `high` (None: open), in the base unit, and its rate in per cent."""

    low: Decimal
    high: Decimal | None
    rate: Decimal
    printed: str


def is_progressive(clauses: Sequence[Clause]) -> bool:
    """Whether a tier of a grant is of a slice of the amount only."""
    return any(clause.rule.of_slice for clause in clauses)


def granted_by_slices(clauses: Sequence[Clause], asked: Asked, *, article: str) -> Worked:
    """The slices of an amount, each at its rate, added up; the clause's own words where its slices leave
    gaps, go by another measure, or hold no rate."""
    slices = _slices(clauses, asked)
    if not slices:
        said = "；".join(clause.rule.text.strip(" ,") for clause in clauses)
        return f"条款分段计算，不能直接算出金额：{said}（{article}）", ()
    first = min(clauses, key=_low)
    entry = _low(first)
    if asked.value < entry or (first.rule.of_slice and asked.value == entry):
        bound = _bound(first)
        printed = bound.printed if bound is not None else ""
        return f"够不上门槛：须{printed}（{article}）", ()
    parts, total = [], _ZERO
    derived = [asked.number]
    for each in slices:
        upper = asked.value if each.high is None else min(asked.value, each.high)
        if upper > each.low:
            share = upper - each.low
            shown, number = amount_text(share, asked.currency)
            parts.append(f"{shown} × {each.printed}")
            total += share * each.rate / 100
            derived += [number, each.rate]
    shown, number = amount_text(total, asked.currency)
    worked = f"{' + '.join(parts)} = {shown}"
    cap = next((cap for clause in reversed(clauses) for cap in clause.rule.caps), None)
    return capped(
        total, worked, cap, asked.currency, where=f"（{article}，分段计算）", derived=(*derived, number)
    )


def _slices(clauses: Sequence[Clause], asked: Asked) -> list[_Slice]:
    """The slices in order, without gaps; [] where they cannot be told so."""
    found: list[_Slice] = []
    tiers = sorted((clause for clause in clauses if not clause.rule.apart), key=_low)
    for at, clause in enumerate(tiers):
        bound, rule = _bound(clause), clause.rule
        following = _low(tiers[at + 1]) if at + 1 < len(tiers) else None
        if rule.rate is None or (at and not rule.of_slice) or not _is_of(clause, asked):
            return []
        low = _low(clause) if rule.of_slice else _ZERO
        high = bound.high.value if bound is not None and bound.high is not None else following
        if (found and found[-1].high != low) or (following is not None and high != following):
            return []
        found.append(_Slice(low=low, high=high, rate=rule.rate, printed=rule.rate_printed))
    return found


def _is_of(clause: Clause, asked: Asked) -> bool:
    """Whether the rate is of the amount asked with, in its currency."""
    bound = _bound(clause)
    money = (bound.low or bound.high) if bound is not None else None
    return money is not None and money.currency == asked.currency and rated(clause, asked, ()) is asked


def _bound(clause: Clause) -> Bound | None:
    return next((bound for bound in clause.rule.bounds if bound.family == clause.family), None)


def _low(clause: Clause) -> Decimal:
    bound = _bound(clause)
    return bound.low.value if bound is not None and bound.low is not None else _ZERO
