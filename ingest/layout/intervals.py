"""What white is left between spans of a line? Arithmetic of intervals, for rows and columns alike."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Interval = tuple[float, float]

WORD_GAP = 1.0  # em between trimmed boxes: no gutter, but a blank in a line
_SQUEEZED = 0.62  # of the gutter's width: the blank between two words of a line over the columns


def least_gap(rows: int) -> float:
    """How wide a gutter must be, in em between trimmed boxes, to be no accident between so many rows."""
    if rows >= 12:
        return 0.4
    if rows >= 5:
        return 0.9
    if rows >= 3:
        return 1.3
    return 2.2 if rows == 2 else 3.0


def gaps(low: Floats, high: Floats) -> list[Interval]:
    """The white between the union of these intervals."""
    order = np.argsort(low)
    start, reach = low[order], np.maximum.accumulate(high[order])
    at = np.flatnonzero(start[1:] > reach[:-1])
    return [(float(reach[index]), float(start[index + 1])) for index in at]


def merged(low: Floats, high: Floats) -> list[Interval]:
    """The union of these intervals, from the left."""
    white = gaps(low, high)
    starts = [float(low.min()), *(right for _, right in white)]
    ends = [*(left for left, _ in white), float(high.max())]
    return list(zip(starts, ends, strict=True))


def union(first: Sequence[Interval], second: Sequence[Interval]) -> list[Interval]:
    """The union of two lists of intervals, from the left."""
    result: list[Interval] = []
    for left, right in sorted([*first, *second]):
        if result and left <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], right))
        else:
            result.append((left, right))
    return result


def widest(spans: Sequence[Interval]) -> float:
    """The widest white between the spans."""
    return max((after[0] - before[1] for before, after in pairwise(spans)), default=0.0)


def gap_count(spans: Sequence[Interval], least: float) -> int:
    """How many whites between the spans are at least so wide."""
    return sum(after[0] - before[1] >= least for before, after in pairwise(spans))


def crosses(line: Sequence[Interval], rest: Sequence[Interval], em: float, *, rows: int = 99) -> bool:
    """Whether a line runs over a gutter of the rest, so many rows: right through it, or with a mere blank
    above it."""
    for before, after in pairwise(rest):
        left, right = before[1], after[0]
        if right - left < least_gap(rows) * em:
            continue
        if any(start < left and end > right for start, end in line):
            return True
        for one, two in pairwise(line):
            blank = min(two[0], right) - max(one[1], left)
            runs_in = one[0] < left < one[1] or two[0] < right < two[1]
            if runs_in and 0 < blank < min(_SQUEEZED * (right - left), WORD_GAP * em):
                return True
    return False
