"""Which boxes of a page stand in one column, and which column is read first? A recursive cut at white space.

A region is parted at white strips down its whole height (gutters), else into bands that share a gutter, so
that a headline over two columns parts what is above from what is below. White across the whole width comes
first where an article begins under it: each column goes on with a headline, or a rule is drawn there.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ingest.layout.banners import under_banners
from ingest.layout.intervals import Interval, crosses, gap_count, least_gap, merged, union, widest
from ingest.layout.plane import Boxes, Ints, Plane, Rules

_DEEPEST = 40
_FULL = 0.9  # of a column's width
_CLOSE = 0.8  # em of white between two lines of one text


def leaves(boxes: Boxes, rules: Rules) -> list[list[int]]:
    """The boxes of each uncut region, regions in reading order."""
    return _parted(Plane(boxes, rules), np.arange(len(boxes.left)), 0)


def _parted(plane: Plane, ids: Ints, depth: int) -> list[list[int]]:
    """The leaves under one region."""
    if len(ids) < 2 or depth > _DEEPEST:
        return [ids.tolist()]
    gutters = plane.gutters(ids)
    if gutters:
        parts = under_banners(plane, ids, gutters) or plane.columns(ids, gutters)
    else:
        parts = _bands(plane, ids)
    if len(parts) < 2:
        return [ids.tolist()]
    return [leaf for part in parts for leaf in _parted(plane, part, depth + 1)]


def _bands(plane: Plane, ids: Ints) -> list[Ints]:
    """Runs of bands from the top, each with a gutter of its own or with none."""
    em = plane.em(ids)
    strips = plane.split(ids)
    spans = [merged(*plane.trimmed(strip)) for strip in strips]
    runs: list[list[int]] = []
    plain = False
    at = 0
    while at < len(strips):
        stop = _shared(plane, strips, spans, at, em)
        if stop > at:
            above = runs.pop() if plain else []
            mine = _right_above(plane, strips, spans, above, range(at, stop))
            runs += [own for own in (above[: len(above) - mine],) if own]
            runs.append([*above[len(above) - mine :], *range(at, stop)])
            plain, at = False, stop
            continue
        if plain:
            runs[-1].append(at)
        else:
            runs.append([at])
        plain, at = True, at + 1
    return [np.concatenate([strips[index] for index in run]) for run in runs]


def _shared(plane: Plane, strips: Sequence[Ints], spans: Sequence[list[Interval]], at: int, em: float) -> int:
    """Where the run of bands ends that begins at `at` and shares a gutter; `at` if there is none."""
    if plane.is_headline(strips[at], spans[at], em):
        return at
    whole = spans[at]
    stop, rows = at, 0
    least = least_gap(99) * em
    while stop < len(strips):
        wider = union(whole, spans[stop])
        gap = widest(wider)
        fewer = gap_count(wider, least) < gap_count(whole, least)
        if (
            gap < least
            or (stop > at and plane.is_large(strips[stop], em) and not plane.is_large(strips[stop - 1], em))
            or (rows > 4 and fewer and len(spans[stop]) == 1 and len(strips[stop]) == 1)
            or (rows > 4 and len(strips[stop]) < 4 and crosses(spans[stop], whole, em))
        ):
            break
        whole, rows = wider, rows + plane.row_count(strips[stop])
        stop += 1
    if stop - at > 1 and plane.row_count(strips[at]) == 1:
        rest = spans[at + 1]
        for span in spans[at + 2 : stop]:
            rest = union(rest, span)
        if crosses(spans[at], rest, em) and not plane.is_row_of_headlines(strips[at], spans[at], em):
            return at
    if stop < len(strips):
        stop = _without_the_next(plane, strips, spans, at, stop)
    return stop if rows and widest(whole) >= least_gap(rows) * em else at


def _without_the_next(
    plane: Plane, strips: Sequence[Ints], spans: Sequence[list[Interval]], at: int, stop: int
) -> int:
    """Where a run really ends: its last bands are the next one's if they have the gutter of what follows."""
    least = least_gap(99) * plane.em(strips[stop])
    below, kept = spans[stop], stop
    while kept > at + 1 and widest(below) >= least:
        wider = union(below, spans[kept - 1])
        if widest(wider) < least or not (
            _fills_a_column(spans[kept - 1], below)
            if widest(spans[kept - 1]) >= least
            else _is_close(plane, strips[kept - 1], strips[kept])
        ):
            break
        below, kept = wider, kept - 1
    return kept


def _fills_a_column(band: Sequence[Interval], columns: Sequence[Interval]) -> bool:
    """Whether a piece of the band is as wide as one of the columns, and stands in it."""
    return any(
        min(right, end) - max(left, start) > _FULL * max(right - left, end - start)
        for left, right in band
        for start, end in columns
    )


def _right_above(
    plane: Plane,
    strips: Sequence[Ints],
    spans: Sequence[list[Interval]],
    above: Sequence[int],
    run: Sequence[int],
) -> int:
    """How many of the plain bands `above` are a column's first lines, level with the white over a heading in
    the other column."""
    whole: list[Interval] = []
    for index in run:
        whole = union(whole, spans[index])
    em, mine, low = plane.em(strips[run[0]]), 0, run[0]
    for index in reversed(above):
        wider = union(whole, spans[index])
        close = _is_close(plane, strips[index], strips[low]) and not plane.is_large(strips[index], em)
        if not close or widest(wider) < least_gap(99) * em:
            break
        whole, low, mine = wider, index, mine + 1
    return mine


def _is_close(plane: Plane, upper: Ints, lower: Ints) -> bool:
    """Whether two bands stand as close as the lines of one text."""
    white = float(plane.at.top[lower].min() - plane.at.bottom[upper].max())
    return white < _CLOSE * plane.em(lower)
