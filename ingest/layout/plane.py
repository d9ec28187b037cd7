"""How do the boxes of a region of a page stand: in which columns, rows and bands?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ingest.layout.intervals import Interval, gaps, least_gap, widest

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]
Row = tuple[float, float, float]  # middle, left, right

HEAD = 1.3  # times the size of the body: a headline
_BESIDE = 1.5  # em of white between two headlines
_LEAST_COLUMN = 4.0  # em
_NARROW_COLUMN = 7.0  # em: cells of a table rather than lines of prose
_FEW_ROWS = 5  # so few lines are columns only if they are set as lines of prose are
_RAGGED = 3.0  # em that such a line may end early
_FULL = 0.55  # of the column's width: half of its lines are longer, where it is prose
_TRIM = 0.25  # em taken off both ends of a box: the ends of lines are never quite exact


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


class Plane:
    """The boxes and rules of one page; a region is the numbers of its boxes."""

    def __init__(self, boxes: Boxes, rules: Rules) -> None:
        self.at = boxes
        self.rules = rules
        self._middle = (boxes.top + boxes.bottom) / 2

    def trimmed(self, ids: Ints) -> tuple[Floats, Floats]:
        """The left and right edges without their last quarter of an em."""
        left, right = self.at.left[ids], self.at.right[ids]
        trim = np.minimum(_TRIM * self.at.size[ids], (right - left) / 2)
        return left + trim, right - trim

    def em(self, ids: Ints) -> float:
        """The type size of most characters."""
        size = self.at.size[ids]
        order = np.argsort(size)
        weight = np.cumsum(self.at.chars[ids][order])
        return float(size[order][np.searchsorted(weight, weight[-1] / 2)])

    def is_headline(self, strip: Ints, spans: Sequence[Interval], em: float) -> bool:
        """Whether a band holds nothing but one piece of large type."""
        return len(spans) == 1 and self.is_large(strip, em)

    def is_row_of_headlines(self, strip: Ints, spans: Sequence[Interval], em: float) -> bool:
        """Whether a band holds the headlines of articles side by side, and no headline in two parts."""
        return self.is_large(strip, em) and widest(spans) > _BESIDE * float(self.at.size[strip].max())

    def is_large(self, strip: Ints, em: float) -> bool:
        return bool((self.at.size[strip] >= HEAD * em).all())

    def gutters(self, ids: Ints) -> list[float]:
        """Where the region falls into columns: the middles of its gutters, left to right."""
        em = self.em(ids)
        white = gaps(*self.trimmed(ids))
        rows = self.row_count(ids)
        top, bottom = float(self.at.top[ids].min()), float(self.at.bottom[ids].max())
        ask = least_gap(rows)
        kept = [
            gap
            for gap in white
            if gap[1] - gap[0] >= ask * em or (rows > 1 and self._is_ruled(gap, top, bottom))
        ]
        middles = [(left + right) / 2 for left, right in kept]
        is_ruled = rows > 1 and all(self._is_ruled(gap, top, bottom) for gap in kept)
        return self._wide_enough(ids, middles, em, is_ruled=is_ruled)

    def _wide_enough(self, ids: Ints, middles: list[float], em: float, *, is_ruled: bool) -> list[float]:
        """The gutters that leave columns of text between them, or none where the columns are a table's.

        Where a rule is drawn down each of them, they are no table's.
        """
        while middles:
            columns = self.columns(ids, middles)
            widths = [self.width(column) for column in columns]
            narrowest = min(range(len(columns)), key=lambda index: widths[index])
            if widths[narrowest] >= _LEAST_COLUMN * em or self._is_upright(columns[narrowest]):
                break
            # Give the narrow column to the nearer neighbour: an item's number, a mark, a dangling word.
            sides = [index for index in (narrowest - 1, narrowest) if 0 <= index < len(middles)]
            middles = [m for index, m in enumerate(middles) if index != self._closer(columns, sides)]
        columns = self.columns(ids, middles) if middles else []
        apart = middles and (self._stand_apart(columns) or (not is_ruled and self._is_tabular(columns, em)))
        return [] if apart else middles

    def _stand_apart(self, columns: Sequence[Ints]) -> bool:
        """Whether two columns have no height in common: a date in the middle of the page, and under it a
        heading at the left."""
        top = max(self.at.top[column].min() for column in columns)
        bottom = min(self.at.bottom[column].max() for column in columns)
        return len(columns) == 2 and bool(top > bottom)

    def _closer(self, columns: Sequence[Ints], sides: Sequence[int]) -> int:
        def gap(index: int) -> float:
            return float(self.at.left[columns[index + 1]].min() - self.at.right[columns[index]].max())

        return min(sides, key=gap)

    def width(self, ids: Ints) -> float:
        return float(self.at.right[ids].max() - self.at.left[ids].min())

    def _is_upright(self, ids: Ints) -> bool:
        """Whether the column holds vertical type."""
        tall = self.at.bottom[ids] - self.at.top[ids] > 2.5 * self.at.size[ids]
        return bool(tall.any())

    def _is_tabular(self, columns: Sequence[Ints], em: float) -> bool:
        """Whether the columns are cells in rows rather than lines of prose."""
        rows = [self.rows(column) for column in columns]
        if max(map(len, rows)) < _FEW_ROWS and not self._are_full(rows[:-1], em):
            return True
        if _aligned(rows, em) < 0.7:
            return False
        prose = sum(
            self.width(column) >= _NARROW_COLUMN * em and _is_full([right - left for _, left, right in each])
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

    def columns(self, ids: Ints, middles: Sequence[float]) -> list[Ints]:
        where = np.searchsorted(np.asarray(middles), (self.at.left[ids] + self.at.right[ids]) / 2)
        parts = [ids[where == index] for index in range(len(middles) + 1)]
        return [part for part in parts if len(part)]

    def _is_ruled(self, gap: Interval, top: float, bottom: float) -> bool:
        """Whether a rule runs down the gap for most of the region's height."""
        return any(
            gap[0] - 1 <= x <= gap[1] + 1 and min(bottom, low) - max(top, high) > 0.6 * (bottom - top)
            for x, high, low in self.rules.down
        )

    def rows(self, ids: Ints) -> list[tuple[float, float, float]]:
        """The printed rows of a column from the top: middle, left, right."""
        order = ids[np.argsort(self._middle[ids], kind="stable")]
        rows: list[tuple[float, float, float]] = []
        for index in order.tolist():
            middle, left, right = float(self._middle[index]), self.at.left[index], self.at.right[index]
            if rows and middle - rows[-1][0] < 0.5 * self.at.size[index]:
                first = rows[-1]
                rows[-1] = (first[0], min(first[1], left), max(first[2], right))
            else:
                rows.append((middle, left, right))
        return rows

    def row_count(self, ids: Ints) -> int:
        return 1 + int((np.diff(np.sort(self._middle[ids])) > 0.4 * self.at.size[ids].min()).sum())

    def split(self, ids: Ints) -> list[Ints]:
        """The region parted at all white that runs across it."""
        order = ids[np.argsort(self.at.top[ids], kind="stable")]
        low = np.maximum.accumulate(self.at.bottom[order])
        at = np.flatnonzero(self.at.top[order][1:] > low[:-1]) + 1
        return [np.asarray(part) for part in np.split(order, at)]


def _aligned(columns: Sequence[Sequence[tuple[float, float, float]]], em: float) -> float:
    """The share of the rows of the shortest column that stand level with a row of every other one."""
    shortest = min(columns, key=len)
    others = [np.array([row[0] for row in column]) for column in columns if column is not shortest]
    level = [all(bool((np.abs(other - row[0]) < 0.25 * em).any()) for other in others) for row in shortest]
    return sum(level) / len(level)


def _is_full(lengths: Sequence[float]) -> bool:
    """Whether most lines reach the column's width; of a few lines nothing can be said."""
    return len(lengths) < 5 or float(np.median(lengths)) >= _FULL * max(lengths)
