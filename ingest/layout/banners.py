"""Where in a region does an article begin across the columns, so that it parts above from below first?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ingest.layout.intervals import WORD_GAP, Interval, crosses, merged, union, widest
from ingest.layout.plane import HEAD, Ints, Plane

_OFF_CENTRE = 0.5  # em
_PARTED = 1.2  # em of white over an article whose headline stands beside it


def under_banners(plane: Plane, ids: Ints, gutters: Sequence[float]) -> list[Ints]:
    """The region parted where an article begins across its columns; [] where none does."""
    strips = plane.split(ids)
    if len(strips) < 2:
        return []
    em = plane.em(ids)
    banners = _banners(plane, strips, gutters, em)
    parts: list[list[Ints]] = [[strips[0]]]
    for index in range(1, len(strips)):
        above, below = np.concatenate(parts[-1]), np.concatenate(strips[index:])
        large, after = plane.is_large(strips[index], em), plane.is_large(strips[index - 1], em)
        if (
            banners[index] != banners[index - 1]
            or (large and not after and not _is_beside(plane, strips[index], gutters))
            or _begins(plane, above, below, gutters, em)
        ):
            parts.append([])
        parts[-1].append(strips[index])
    return [np.concatenate(part) for part in parts] if len(parts) > 1 else []


def _banners(plane: Plane, strips: Sequence[Ints], gutters: Sequence[float], em: float) -> list[bool]:
    """Which bands stand over several columns: headlines, and lines that run over a gutter of the rest."""
    spans = [merged(*plane.trimmed(strip)) for strip in strips]
    lone = [plane.row_count(strip) == 1 for strip in strips]
    rest: list[Interval] = []
    rows = 0
    for strip, own, single in zip(strips, spans, lone, strict=True):
        apart = len(own) > 1 and widest(own) >= WORD_GAP * em and not plane.is_large(strip, em)
        if not single or apart:  # the words of a headline stand in no columns
            rest = union(rest, own)
            rows += plane.row_count(strip)
    found: list[bool] = []
    for index, (strip, own) in enumerate(zip(strips, spans, strict=True)):
        beside = plane.is_row_of_headlines(strip, own, em) and not _is_over(own, gutters)
        over = lone[index] and not beside and crosses(own, rest, em, rows=rows)
        if plane.is_headline(strip, own, em):
            over = over or own[0][0] < gutters[0] or (index == 0 and _is_centred(own[0], rest, em))
            over &= index + 1 < len(strips)
        found.append(over)
    return found


def _is_over(line: Sequence[Interval], gutters: Sequence[float]) -> bool:
    """Whether a piece of the line runs over a gutter."""
    return any(start < middle < end for start, end in line for middle in gutters)


def _is_centred(line: Interval, rest: Sequence[Interval], em: float) -> bool:
    """Whether a line stands in the middle of all columns: a sub-headline, be it no wider than one of them."""
    return bool(rest) and abs(sum(line) - rest[0][0] - rest[-1][1]) < 2 * _OFF_CENTRE * em


def _is_beside(plane: Plane, strip: Ints, gutters: Sequence[float]) -> bool:
    """Whether a headline stands in one column that is not the first: another may go on beside it."""
    return float(plane.at.left[strip].min()) > gutters[0] and len(plane.columns(strip, gutters)) == 1


def _begins(plane: Plane, above: Ints, below: Ints, gutters: Sequence[float], em: float) -> bool:
    """Whether all columns go on with a headline under this white, or a rule is drawn through it."""
    high, low = float(plane.at.bottom[above].max()), float(plane.at.top[below].min())
    left, right = float(plane.at.left[below].min()), float(plane.at.right[below].max())
    if any(
        high - 2 <= y <= low + 2 and min(right, end) - max(left, start) > 0.8 * (right - left)
        for y, start, end in plane.rules.across
    ):
        return True
    if low - high > _PARTED * em and _has_side_headline(plane, above, below, gutters, em):
        return True
    if low - high < 0.5 * em or not (plane.at.size[above] < HEAD * em).any():
        return False
    columns = plane.columns(below, gutters)
    return len(columns) > 1 and all(_opens_big(plane, column, em) for column in columns)


def _has_side_headline(plane: Plane, above: Ints, below: Ints, gutters: Sequence[float], em: float) -> bool:
    """Whether headlines stand in a column of their own at the left, and another begins under this white."""
    first = plane.columns(np.concatenate((above, below)), gutters)[0]
    return (
        plane.is_large(first, em)
        and bool(np.isin(first, above).any())
        and float(plane.at.top[below].min())
        > float(plane.at.top[np.intersect1d(first, below)].min(initial=np.inf)) - 2 * em
    )


def _opens_big(plane: Plane, ids: Ints, em: float) -> bool:
    first = ids[np.argmin(plane.at.top[ids])]
    return bool(plane.at.size[first] >= HEAD * em)
