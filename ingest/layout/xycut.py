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
            runs.append(list(range(at, stop)))
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
        if crosses(spans[at], rest, em):
            return at
    return stop if rows and widest(whole) >= least_gap(rows) * em else at
