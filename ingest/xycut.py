"""Which boxes of a page stand in one column, and which column is read first? A recursive cut at white space.

A region is parted at white strips down its whole height (gutters), else into bands that share a gutter, so
that a headline over two columns parts what is above from what is below. White across the whole width comes
first where an article begins under it: each column goes on with a headline, or a rule is drawn there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]
Interval = tuple[float, float]

_DEEPEST = 40
_HEAD = 1.3  # times the size of the body: a headline
_LEAST_COLUMN = 4.0  # em
_NARROW_COLUMN = 7.0  # em: cells of a table rather than lines of prose
_TRIM = 0.25  # em taken off both ends of a box: the ends of lines are never quite exact
_WORD_GAP = 1.0  # em between trimmed boxes: no gutter, but a blank in a line
_SQUEEZED = 0.62  # of the gutter's width: the blank between two words of a line over the columns
_FEW_ROWS = 5  # so few lines are columns only if they are set as lines of prose are
_RAGGED = 3.0  # em that such a line may end early
_FULL = 0.55  # of the column's width: half of its lines are longer, where it is prose
_FLAT = 2.0  # points: thinner rectangles are rules


@dataclass(frozen=True, kw_only=True)
class Boxes:
    """Places of the pieces of a page, all (n,); `top` and `bottom` hold the type without its leading."""

    left: Floats
    top: Floats
    right: Floats
    bottom: Floats
    size: Floats
    chars: Floats


@dataclass(frozen=True, kw_only=True)
class Rules:
    """Rules drawn on the page: across as (y, left, right), down as (x, top, bottom)."""

    across: tuple[tuple[float, float, float], ...] = ()
    down: tuple[tuple[float, float, float], ...] = ()


def leaves(boxes: Boxes, rules: Rules) -> list[list[int]]:
    """The boxes of each uncut region, regions in reading order."""
    return _Cut(boxes, rules).parted(np.arange(len(boxes.left)), 0)


class _Cut:
    """One page being cut."""

    def __init__(self, boxes: Boxes, rules: Rules) -> None:
        self._at = boxes
        self._rules = rules
        self._middle = (boxes.top + boxes.bottom) / 2

    def parted(self, ids: Ints, depth: int) -> list[list[int]]:
        """The leaves under one region."""
        if len(ids) < 2 or depth > _DEEPEST:
            return [ids.tolist()]
        gutters = self._gutters(ids)
        if gutters:
            parts = self._under_banners(ids, gutters) or self._columns(ids, gutters)
        else:
            parts = self._bands(ids)
        if len(parts) < 2:
            return [ids.tolist()]
        return [leaf for part in parts for leaf in self.parted(part, depth + 1)]

    def _trimmed(self, ids: Ints) -> tuple[Floats, Floats]:
        """The left and right edges without their last quarter of an em."""
        left, right = self._at.left[ids], self._at.right[ids]
        trim = np.minimum(_TRIM * self._at.size[ids], (right - left) / 2)
        return left + trim, right - trim

    def _em(self, ids: Ints) -> float:
        """The type size of most characters."""
        size = self._at.size[ids]
        order = np.argsort(size)
        weight = np.cumsum(self._at.chars[ids][order])
        return float(size[order][np.searchsorted(weight, weight[-1] / 2)])

    # -- gutters ---------------------------------------------------------------------------------

    def _gutters(self, ids: Ints) -> list[float]:
        """Where the region falls into columns: the middles of its gutters, left to right."""
        em = self._em(ids)
        gaps = _gaps(*self._trimmed(ids))
        rows = self._row_count(ids)
        top, bottom = float(self._at.top[ids].min()), float(self._at.bottom[ids].max())
        ask = _least_gap(rows)
        kept = [
            gap
            for gap in gaps
            if gap[1] - gap[0] >= ask * em or (rows > 1 and self._is_ruled(gap, top, bottom))
        ]
        middles = [(left + right) / 2 for left, right in kept]
        return self._wide_enough(ids, middles, em)

    def _wide_enough(self, ids: Ints, middles: list[float], em: float) -> list[float]:
        """The gutters that leave columns of text between them, or none where the columns are a table's."""
        while middles:
            columns = self._columns(ids, middles)
            widths = [self._width(column) for column in columns]
            narrowest = min(range(len(columns)), key=lambda index: widths[index])
            if widths[narrowest] >= _LEAST_COLUMN * em or self._is_upright(columns[narrowest]):
                break
            # Give the narrow column to the nearer neighbour: an item's number, a mark, a dangling word.
            sides = [index for index in (narrowest - 1, narrowest) if 0 <= index < len(middles)]
            middles = [m for index, m in enumerate(middles) if index != self._closer(columns, sides)]
        return [] if middles and self._is_tabular(self._columns(ids, middles), em) else middles

    def _closer(self, columns: Sequence[Ints], sides: Sequence[int]) -> int:
        def gap(index: int) -> float:
            return float(self._at.left[columns[index + 1]].min() - self._at.right[columns[index]].max())

        return min(sides, key=gap)

    def _width(self, ids: Ints) -> float:
        return float(self._at.right[ids].max() - self._at.left[ids].min())

    def _is_upright(self, ids: Ints) -> bool:
        """Whether the column holds vertical type."""
        tall = self._at.bottom[ids] - self._at.top[ids] > 2.5 * self._at.size[ids]
        return bool(tall.any())

    def _is_tabular(self, columns: Sequence[Ints], em: float) -> bool:
        """Whether the columns are cells in rows rather than lines of prose."""
        rows = [self._rows(column) for column in columns]
        if max(map(len, rows)) < _FEW_ROWS and not self._are_full(rows[:-1], em):
            return True
        if _aligned(rows, em) < 0.7:
            return False
        prose = sum(
            self._width(column) >= _NARROW_COLUMN * em and _is_full([right - left for _, left, right in each])
            for column, each in zip(columns, rows, strict=True)
        )
        return prose * 2 < len(columns)

    def _are_full(self, columns: Sequence[Sequence[tuple[float, float, float]]], em: float) -> bool:
        """Whether most lines of each column but its last reach its right edge."""
        for rows in columns:
            edge = max(right for _, _, right in rows)
            short = sum(right < edge - _RAGGED * em for _, _, right in rows[:-1])
            if short * 2 > len(rows) - 1:
                return False
        return True

    def _columns(self, ids: Ints, middles: Sequence[float]) -> list[Ints]:
        where = np.searchsorted(np.asarray(middles), (self._at.left[ids] + self._at.right[ids]) / 2)
        parts = [ids[where == index] for index in range(len(middles) + 1)]
        return [part for part in parts if len(part)]

    def _is_ruled(self, gap: Interval, top: float, bottom: float) -> bool:
        """Whether a rule runs down the gap for most of the region's height."""
        return any(
            gap[0] - 1 <= x <= gap[1] + 1 and min(bottom, low) - max(top, high) > 0.6 * (bottom - top)
            for x, high, low in self._rules.down
        )

    # -- bands -----------------------------------------------------------------------------------

    def _rows(self, ids: Ints) -> list[tuple[float, float, float]]:
        """The printed rows of a column from the top: middle, left, right."""
        order = ids[np.argsort(self._middle[ids], kind="stable")]
        rows: list[tuple[float, float, float]] = []
        for index in order.tolist():
            middle, left, right = float(self._middle[index]), self._at.left[index], self._at.right[index]
            if rows and middle - rows[-1][0] < 0.5 * self._at.size[index]:
                first = rows[-1]
                rows[-1] = (first[0], min(first[1], left), max(first[2], right))
            else:
                rows.append((middle, left, right))
        return rows

    def _row_count(self, ids: Ints) -> int:
        return 1 + int((np.diff(np.sort(self._middle[ids])) > 0.4 * self._at.size[ids].min()).sum())

    def _split(self, ids: Ints) -> list[Ints]:
        """The region parted at all white that runs across it."""
        order = ids[np.argsort(self._at.top[ids], kind="stable")]
        low = np.maximum.accumulate(self._at.bottom[order])
        at = np.flatnonzero(self._at.top[order][1:] > low[:-1]) + 1
        return [np.asarray(part) for part in np.split(order, at)]

    def _bands(self, ids: Ints) -> list[Ints]:
        """Runs of bands from the top, each with a gutter of its own or with none."""
        em = self._em(ids)
        strips = self._split(ids)
        spans = [_merged(*self._trimmed(strip)) for strip in strips]
        runs: list[list[int]] = []
        plain = False
        at = 0
        while at < len(strips):
            stop = self._shared(strips, spans, at, em)
            if stop > at:
                runs.append(list(range(at, stop)))
                plain, at = False, stop
                continue
            if plain:
                runs[-1].append(at)
            else:
                runs.append([at])
            plain, at = True, at + 1
        return [np.concatenate([strips[index] for index in run]) for run in runs]

    def _shared(self, strips: Sequence[Ints], spans: Sequence[list[Interval]], at: int, em: float) -> int:
        """Where the run of bands ends that begins at `at` and shares a gutter; `at` if there is none."""
        if self._is_headline(strips[at], spans[at], em):
            return at
        union = spans[at]
        stop, rows = at, 0
        least = _least_gap(99) * em
        while stop < len(strips):
            wider = _union(union, spans[stop])
            gap = _widest(wider)
            fewer = _gap_count(wider, least) < _gap_count(union, least)
            if (
                gap < least
                or (
                    stop > at
                    and self._is_large(strips[stop], em)
                    and not self._is_large(strips[stop - 1], em)
                )
                or (rows > 4 and fewer and len(spans[stop]) == 1 and len(strips[stop]) == 1)
                or (rows > 4 and len(strips[stop]) < 4 and self._crosses(spans[stop], union, em))
            ):
                break
            union, rows = wider, rows + self._row_count(strips[stop])
            stop += 1
        if stop - at > 1 and self._row_count(strips[at]) == 1:
            rest = spans[at + 1]
            for span in spans[at + 2 : stop]:
                rest = _union(rest, span)
            if self._crosses(spans[at], rest, em):
                return at
        return stop if rows and _widest(union) >= _least_gap(rows) * em else at

    def _crosses(self, line: Sequence[Interval], rest: Sequence[Interval], em: float) -> bool:
        """Whether a line runs over a gutter of the rest: right through it, or with a mere blank above it."""
        for before, after in pairwise(rest):
            left, right = before[1], after[0]
            if right - left < _least_gap(99) * em:
                continue
            if any(start < left and end > right for start, end in line):
                return True
            for one, two in pairwise(line):
                blank = min(two[0], right) - max(one[1], left)
                runs_in = one[0] < left < one[1] or two[0] < right < two[1]
                if runs_in and 0 < blank < min(_SQUEEZED * (right - left), _WORD_GAP * em):
                    return True
        return False

    def _is_headline(self, strip: Ints, spans: Sequence[Interval], em: float) -> bool:
        """Whether a band holds nothing but one piece of large type."""
        return len(spans) == 1 and self._is_large(strip, em)

    def _is_large(self, strip: Ints, em: float) -> bool:
        return bool((self._at.size[strip] >= _HEAD * em).all())

    # -- banners ---------------------------------------------------------------------------------

    def _under_banners(self, ids: Ints, gutters: Sequence[float]) -> list[Ints]:
        """The region parted where an article begins across its columns; [] where none does."""
        strips = self._split(ids)
        if len(strips) < 2:
            return []
        em = self._em(ids)
        banners = self._banners(strips, gutters, em)
        parts: list[list[Ints]] = [[strips[0]]]
        for index in range(1, len(strips)):
            above, below = np.concatenate(parts[-1]), np.concatenate(strips[index:])
            large, after = self._is_large(strips[index], em), self._is_large(strips[index - 1], em)
            if (
                banners[index] != banners[index - 1]
                or (large and not after and not self._is_beside(strips[index], gutters))
                or self._begins(above, below, gutters, em)
            ):
                parts.append([])
            parts[-1].append(strips[index])
        return [np.concatenate(part) for part in parts] if len(parts) > 1 else []

    def _banners(self, strips: Sequence[Ints], gutters: Sequence[float], em: float) -> list[bool]:
        """Which bands stand over several columns: headlines, and lines that run over a gutter of the rest."""
        spans = [_merged(*self._trimmed(strip)) for strip in strips]
        lone = [self._row_count(strip) == 1 for strip in strips]
        rest: list[Interval] = []
        for own, single in zip(spans, lone, strict=True):
            if not single or (len(own) > 1 and _widest(own) >= _WORD_GAP * em):
                rest = _union(rest, own)
        found: list[bool] = []
        for index, (strip, own) in enumerate(zip(strips, spans, strict=True)):
            over = lone[index] and self._crosses(own, rest, em)
            if self._is_headline(strip, own, em):
                over = (over or own[0][0] < gutters[0]) and index + 1 < len(strips)
            found.append(over)
        return found

    def _is_beside(self, strip: Ints, gutters: Sequence[float]) -> bool:
        """Whether a headline stands in one column that is not the first: another may go on beside it."""
        return float(self._at.left[strip].min()) > gutters[0] and len(self._columns(strip, gutters)) == 1

    def _begins(self, above: Ints, below: Ints, gutters: Sequence[float], em: float) -> bool:
        """Whether all columns go on with a headline under this white, or a rule is drawn through it."""
        high, low = float(self._at.bottom[above].max()), float(self._at.top[below].min())
        left, right = float(self._at.left[below].min()), float(self._at.right[below].max())
        if any(
            high - 2 <= y <= low + 2 and min(right, end) - max(left, start) > 0.8 * (right - left)
            for y, start, end in self._rules.across
        ):
            return True
        if low - high < 0.5 * em or not (self._at.size[above] < _HEAD * em).any():
            return False
        columns = self._columns(below, gutters)
        return len(columns) > 1 and all(self._opens_big(column, em) for column in columns)

    def _opens_big(self, ids: Ints, em: float) -> bool:
        first = ids[np.argmin(self._at.top[ids])]
        return bool(self._at.size[first] >= _HEAD * em)


def _least_gap(rows: int) -> float:
    """How wide a gutter must be, in em between trimmed boxes, to be no accident between so many rows."""
    if rows >= 12:
        return 0.4
    if rows >= 5:
        return 0.9
    if rows >= 3:
        return 1.3
    return 2.2 if rows == 2 else 3.0


def _gaps(low: Floats, high: Floats) -> list[Interval]:
    """The white between the union of these intervals."""
    order = np.argsort(low)
    start, reach = low[order], np.maximum.accumulate(high[order])
    at = np.flatnonzero(start[1:] > reach[:-1])
    return [(float(reach[index]), float(start[index + 1])) for index in at]


def _merged(low: Floats, high: Floats) -> list[Interval]:
    gaps = _gaps(low, high)
    starts = [float(low.min()), *(right for _, right in gaps)]
    ends = [*(left for left, _ in gaps), float(high.max())]
    return list(zip(starts, ends, strict=True))


def _union(first: Sequence[Interval], second: Sequence[Interval]) -> list[Interval]:
    result: list[Interval] = []
    for left, right in sorted([*first, *second]):
        if result and left <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], right))
        else:
            result.append((left, right))
    return result


def _widest(spans: Sequence[Interval]) -> float:
    """The widest white between the spans."""
    return max((after[0] - before[1] for before, after in pairwise(spans)), default=0.0)


def _gap_count(spans: Sequence[Interval], least: float) -> int:
    return sum(after[0] - before[1] >= least for before, after in pairwise(spans))


def _aligned(columns: Sequence[Sequence[tuple[float, float, float]]], em: float) -> float:
    """The share of the rows of the shortest column that stand level with a row of every other one."""
    shortest = min(columns, key=len)
    others = [np.array([row[0] for row in column]) for column in columns if column is not shortest]
    level = [all(bool((np.abs(other - row[0]) < 0.25 * em).any()) for other in others) for row in shortest]
    return sum(level) / len(level)


def _is_full(lengths: Sequence[float]) -> bool:
    """Whether most lines reach the column's width; of a few lines nothing can be said."""
    return len(lengths) < 5 or float(np.median(lengths)) >= _FULL * max(lengths)
