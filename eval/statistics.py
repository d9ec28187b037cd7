"""How sure is a number? Intervals for shares and means, percentiles, and the test of a paired change."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_Z_95 = 1.959963984540054
_RESAMPLES = 2000
_SEED = 20250401


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """A mean over `n` values with its 95 % interval."""

    mean: float
    low: float
    high: float
    n: int


def share(outcomes: Sequence[bool]) -> Estimate | None:
    """The share of true ones with Wilson's interval; None of nothing.

    Not a bootstrap: resampling eleven passes out of eleven claims certainty, Wilson says 74 % to 100 %.
    """
    n = len(outcomes)
    if n == 0:
        return None
    p, z2 = sum(outcomes) / n, _Z_95**2
    centre = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z_95 * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return Estimate(mean=p, low=max(0.0, centre - half), high=min(1.0, centre + half), n=n)


def mean(values: Sequence[float]) -> Estimate | None:
    """The mean with a percentile bootstrap interval, the same at every run; None of nothing."""
    if not values:
        return None
    sample = np.asarray(values, dtype=np.float64)
    picks = np.random.default_rng(_SEED).integers(0, len(sample), size=(_RESAMPLES, len(sample)))
    low, high = np.percentile(sample[picks].mean(axis=1), [2.5, 97.5])
    return Estimate(mean=float(sample.mean()), low=float(low), high=float(high), n=len(sample))


def percentile(values: Sequence[float], percent: float) -> float | None:
    """The smallest value that `percent` of the values do not exceed (nearest rank); None of nothing."""
    if not values:
        return None
    rank = max(1, math.ceil(percent / 100 * len(values)))
    return sorted(values)[rank - 1]


def mcnemar(fixed: int, broken: int) -> float:
    """How likely a split at least this uneven is if the change did nothing (exact, two-sided, 0 to 1)."""
    n, fewer = fixed + broken, min(fixed, broken)
    tail = sum(math.comb(n, k) for k in range(fewer + 1)) / (1 << n)
    return min(1.0, 2 * tail)
