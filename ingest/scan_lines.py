"""Where would the lines of a scanned page stand if it lay straight, and how large is their type?"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from statistics import median

import numpy as np

from ingest.layout.printed import Line, Run
from ingest.ocr import Corners, ReadPicture, Writing
from ingest.pdf_lines import plain
from vectorstore.boxes import CERTAIN

_RUN_CHARS = 8  # one upright box over all of a line that leans would cover its neighbours
_LONG_EMS = 10  # a line as long as ten square characters
_USUAL_SHARE = 0.65  # of its box's height that type takes
_SLIMMED = 0.8  # of the margin around the type
_LEAST_PITCHES = 4  # steps from one square character to the next that tell how wide they are
_GUTTER = 1.6  # of those steps, each the mean of its neighbours: two columns read as one line
_ALIKE, _SIMILAR = 1.12, 1.3  # sizes nearer than this are one; a short line's size is guessed that well


def lines_of(read: ReadPicture, *, page: int, scale: float) -> list[Line]:
    """The lines in no order, places in points of the page stood upright and straight (`scale` points a
    pixel); their runs have places on the page as shown."""
    lean = _lean(read.lines)
    writings = [part for writing in read.lines for part in _parted(writing)]
    lines = [
        _line(writing, size, read=read, lean=lean, scale=scale, page=page)
        for writing, size in zip(writings, _sizes(writings), strict=True)
    ]
    return [line for line in lines if line.text]


def _lean(lines: Sequence[Writing]) -> float:
    """The angle in radians, clockwise, by which the page lies askew: that of most of its type."""
    angles = sorted(
        (math.atan2(rise, run), run)
        for run, rise in ((each.corners[1] - each.corners[0]) for each in lines)
        if run > 0
    )
    half, passed = sum(run for _, run in angles) / 2, 0.0
    for angle, run in angles:
        passed += run
        if passed >= half:
            return angle if abs(angle) < math.radians(20) else 0.0
    return 0.0


def _parted(writing: Writing) -> list[Writing]:
    """The line in parts where white stands that no two characters of one column have between them."""
    middles = [(start + end) / 2 for start, end in writing.spans]
    steps = [after - before for before, after in pairwise(middles)]
    wide = [unicodedata.east_asian_width(char) in "WF" for char in writing.text]
    pitches = [step for step, both in zip(steps, map(all, pairwise(wide)), strict=True) if both]
    if len(pitches) < _LEAST_PITCHES:
        return [writing]
    pitch = median(pitches)
    cuts = [n + 1 for n, step in enumerate(steps) if step > _GUTTER * pitch]
    return [_piece(writing, a, b, half=pitch / 2) for a, b in pairwise([0, *cuts, len(middles)])]


def _piece(writing: Writing, first: int, last: int, *, half: float) -> Writing:
    """The characters from `first` until `last`; towards the white their outer ones reach half a character."""
    spans = list(writing.spans[first:last])
    if first:
        spans[0] = (sum(writing.spans[first]) / 2 - half, spans[0][1])
    if last < len(writing.spans):
        spans[-1] = (spans[-1][0], sum(writing.spans[last - 1]) / 2 + half)
    return replace(
        writing,
        text=writing.text[first:last],
        certainties=writing.certainties[first:last],
        spans=tuple(spans),
    )


def _line(writing: Writing, size: float, *, read: ReadPicture, lean: float, scale: float, page: int) -> Line:
    """The line as it would stand on a straight page; boxes hug the type as those of a text layer do."""
    inked = _part(writing.corners, writing.spans[0][0], writing.spans[-1][1])
    straight = _turned(inked, -lean, about=(read.width / 2, read.height / 2)) * scale
    left, top = straight.min(axis=0)
    right, bottom = straight.max(axis=0)
    text, certainties, spans = _cleaned(writing)
    margin = max((_height(writing) - size) / 2, 0.0)
    slim = _SLIMMED * margin / max(_height(writing), 1.0)
    middle, size = (top + bottom) / 2, size * scale
    runs = tuple(_runs(text, certainties, spans, writing=writing, slim=slim, read=read, scale=scale))
    return Line(
        page=page,
        text=text,
        left=left,
        right=right,
        top=middle - size / 2,
        bottom=middle + size / 2,
        size=size,
        page_height=read.height * scale,
        confidence=min(certainties, default=0.0),
        runs=runs,
    )


def _cleaned(writing: Writing) -> tuple[str, list[float], list[tuple[float, float]]]:
    """The text as other loaders would write it, with what belongs to each of its characters."""
    text = plain(writing.text)
    kept: list[int] = []
    at = 0
    for char in text:
        found = next((n for n in range(at, len(writing.text)) if _same(writing.text[n], char)), None)
        if found is None:  # cleaned beyond one character for another: the whole line answers for each
            doubt = min(writing.certainties)
            return text, [doubt] * len(text), [(n / len(text), (n + 1) / len(text)) for n in range(len(text))]
        kept.append(found)
        at = found + 1
    return text, [writing.certainties[n] for n in kept], [writing.spans[n] for n in kept]


def _same(one: str, other: str) -> bool:
    return one == other or unicodedata.normalize("NFKC", one) == unicodedata.normalize("NFKC", other)


def _sizes(lines: Sequence[Writing]) -> list[float]:
    """The size of each line's type in pixels.

    The middles of the first and the last character of a long line, and the number of those between, tell it;
    a short line takes the nearest size that long ones have.
    """
    told = [_told_size(each) for each in lines]
    known = _joined(sorted(size for size in told if size))
    share = (
        median(size / _height(each) for size, each in zip(told, lines, strict=True) if size) if known else 0
    )
    return [
        _nearest(size, known, within=_ALIKE)
        if size
        else _nearest((share or _USUAL_SHARE) * _height(each), known, within=_SIMILAR)
        for size, each in zip(told, lines, strict=True)
    ]


def _told_size(writing: Writing) -> float:
    """What a long line tells of its size, 0 where it tells nothing."""
    width, height = float(np.linalg.norm(writing.corners[1] - writing.corners[0])), _height(writing)
    ems = [1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.55 for char in writing.text]
    first, last = (sum(writing.spans[at]) / 2 for at in (0, -1))
    between = sum(ems) - (ems[0] + ems[-1]) / 2
    size = (last - first) * width / between if between >= _LONG_EMS else 0.0
    return size if 0.4 * height < size < height else 0.0


def _joined(sizes: Sequence[float]) -> list[float]:
    """Ordered sizes that differ only by measurement made one."""
    groups: list[list[float]] = []
    for size in sizes:
        if groups and size < _ALIKE * groups[-1][0]:
            groups[-1].append(size)
        else:
            groups.append([size])
    return [median(group) for group in groups]


def _nearest(size: float, known: Sequence[float], *, within: float) -> float:
    best = min(known, key=lambda each: abs(each - size), default=size)
    return best if 1 / within < best / size < within else size


def _height(writing: Writing) -> float:
    return max(float(np.linalg.norm(writing.corners[3] - writing.corners[0])), 1.0)


def _runs(
    text: str,
    certainties: Sequence[float],
    spans: Sequence[tuple[float, float]],
    *,
    writing: Writing,
    slim: float,
    read: ReadPicture,
    scale: float,
) -> Iterator[Run]:
    """Short stretches, each of them either sure or not."""
    # Within a box text is taken to run rightwards or downwards.
    longest = 1 if read.quarter_turns in (1, 2) else _RUN_CHARS
    numbered = groupby(range(len(text)), key=lambda n: (certainties[n] >= CERTAIN, n // longest))
    for _, group in numbered:
        kept = list(group)
        first, last = kept[0], kept[-1]
        corners = _part(_slimmed(writing.corners, slim), spans[first][0], spans[last][1])
        shown = _as_shown(corners, read) * scale
        (left, top), (right, bottom) = shown.min(axis=0), shown.max(axis=0)
        yield Run(
            text=text[first : last + 1],
            left=left,
            top=top,
            right=right,
            bottom=bottom,
            confidence=min(certainties[first : last + 1]),
        )


def _slimmed(corners: Corners, share: float) -> Corners:
    """The quadrilateral without that share of its height above and below."""
    left, right = share * (corners[3] - corners[0]), share * (corners[2] - corners[1])
    slim: Corners = corners + np.array([left, right, -right, -left])
    return slim


def _part(corners: Corners, start: float, end: float) -> Corners:
    """The part of a quadrilateral between two shares of its length."""
    top, bottom = corners[1] - corners[0], corners[2] - corners[3]
    return np.array(
        [
            corners[0] + start * top,
            corners[0] + end * top,
            corners[3] + end * bottom,
            corners[3] + start * bottom,
        ]
    )


def _as_shown(corners: Corners, read: ReadPicture) -> Corners:
    """Points of the upright picture as points of the page the way it came."""
    x, y = corners[:, 0], corners[:, 1]
    places = {
        0: (x, y),
        1: (read.height - y, x),
        2: (read.width - x, read.height - y),
        3: (y, read.width - x),
    }
    return np.stack(places[read.quarter_turns % 4], axis=1)


def _turned(points: Corners, angle: float, *, about: tuple[float, float]) -> Corners:
    """The points turned clockwise by `angle` radians."""
    cos, sin = math.cos(angle), math.sin(angle)
    centred = points - np.array(about)
    turned: Corners = centred @ np.array([[cos, sin], [-sin, cos]]) + np.array(about)
    return turned
