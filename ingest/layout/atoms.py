"""Which characters of a page stand together? The smallest runs that no gutter can part, in no order.

Geometry alone decides: the order of the file is never trusted, only used to find most neighbours at once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.intp]

Wall = tuple[float, float, float]  # x, top, bottom

_NEAR = 0.32  # em: a wider gap may be a gutter, or a blank between words
_OVERLAP = 0.6  # em that a character may reach back over the one before (squeezed punctuation, kerning)
_ALIGNED = 0.35  # em between the middles of two characters of one line
_ALIKE = 0.5  # the smaller size as a share of the larger: a superscript, not the text beside a drop cap
_EXACT = 0.1  # em: how near a character stands to where the one before it ends
_MARKS = frozenset("，。、；：？！”’）》」』】")
_SPACED = 0.15  # em: a blank between two Latin words
_WHITE = 0.2  # em: a blank, where the file does not tell


@dataclass(frozen=True, kw_only=True)
class Atom:
    """A run of characters of one line: its text, its place, and the size of its type."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


def atoms_of(
    text: str,
    boxes: Floats,
    sizes: Floats,
    *,
    spaced: npt.NDArray[np.bool_] | None = None,
    walls: Sequence[Wall] = (),
) -> list[Atom]:
    """The runs of the characters `text` with their `boxes` (n, 4) and type `sizes` (n,).

    `spaced` (n,) tells where a blank was written before a character; white between Latin words tells it too,
    and any white where nothing is told.
    No run goes through one of the `walls`, rules drawn down the page.
    """
    kept = _distinct(text, boxes, sizes)
    boxes, sizes = boxes[kept], sizes[kept]
    blanks = spaced[kept] if spaced is not None else np.zeros(len(kept), dtype=bool)
    chars = [(" " if blank else "") + text[index] for index, blank in zip(kept, blanks, strict=True)]
    marks = np.array([char[-1] in _MARKS for char in chars], dtype=bool)
    following = _links(boxes, sizes, marks)
    _part(following, boxes, walls)
    runs = _chains(following)
    places, types = boxes.tolist(), sizes.tolist()
    return [_atom(run, chars, places, types, untold=spaced is None) for run in runs]


_NARROWEST = 0.08  # of the size of type: no character is narrower
_MOSTLY = 0.8


def _distinct(text: str, boxes: Floats, sizes: Floats) -> list[int]:
    """Characters with a place on paper, each once: bold type may be printed by printing it twice."""
    sound = np.isfinite(boxes).all(axis=1) & np.isfinite(sizes) & (sizes > 0.5)
    sound &= (boxes[:, 2] >= boxes[:, 0]) & (boxes[:, 3] > boxes[:, 1])
    numbers = np.flatnonzero(sound)
    if not len(numbers):
        return []
    # By the size of each, that 11 in a small table be no 1 printed twice beside large type.
    types = np.round(sizes[numbers], 1)
    step = np.maximum(types * 0.25, 0.25)
    codes = np.array([ord(text[index]) for index in numbers])
    rows, columns = boxes[numbers, 1] / step, boxes[numbers, 0] / step
    order = np.lexsort((columns, np.round(rows), types, codes))
    # The second print overlaps the first: the two l of Cell, which is narrow, stand side by side.
    widths = np.maximum(boxes[numbers, 2] - boxes[numbers, 0], _NARROWEST * types)[order]
    same = (
        (np.diff(codes[order]) == 0)
        & (np.diff(types[order]) == 0)
        & (np.abs(np.diff(rows[order])) < 1.0)
        & (np.abs(np.diff(columns[order])) < 1.0)
        & (np.abs(np.diff(boxes[numbers, 0][order])) < _MOSTLY * widths[:-1])
    )
    return sorted(numbers[order[np.concatenate(([True], ~same))]].tolist())


def _links(boxes: Floats, sizes: Floats, marks: Bools) -> list[int]:
    """For each character the one right after it in its line, or -1."""
    following = np.full(len(boxes), -1, dtype=np.intp)
    if len(boxes) > 1:
        first, second = np.arange(len(boxes) - 1), np.arange(1, len(boxes))
        joined = _joined(boxes, sizes, first, second)
        joined &= ~marks[first] | marks[second] | _touches(boxes, sizes, joined)
        following[:-1][joined] = second[joined]
    links: list[int] = following.tolist()
    _link_the_rest(links, boxes, sizes, marks.tolist())
    return links


def _joined(boxes: Floats, sizes: Floats, first: Ints, second: Ints) -> npt.NDArray[np.bool_]:
    """Whether each character of `second` comes right after that of `first` in one line."""
    one, other = boxes[first], boxes[second]
    larger = np.maximum(sizes[first], sizes[second])
    smaller = np.minimum(sizes[first], sizes[second])
    gap = other[:, 0] - one[:, 2]
    rise = np.abs((other[:, 1] + other[:, 3]) - (one[:, 1] + one[:, 3])) / 2
    forward = other[:, 0] > one[:, 0] + 0.05 * smaller
    return np.asarray(
        forward
        & (gap < _NEAR * smaller)
        & (gap > -_OVERLAP * smaller)
        & (rise < _ALIGNED * larger)
        & (smaller >= _ALIKE * larger)
    )


def _touches(boxes: Floats, sizes: Floats, joined: Bools) -> Bools:
    """Whether each character but the first stands where the line's own spacing puts it.

    A mark may hang over the edge of its column and come near the next column; its box is half white.
    """
    gap = boxes[1:, 0] - boxes[:-1, 2]
    before = np.concatenate(([0.0], np.where(joined[:-1], gap[:-1], 0.0)))
    least = _EXACT * sizes[1:]
    return (np.abs(gap - before) < least) | (np.abs(gap) < least) | (np.abs(gap + 0.5 * sizes[1:]) < least)


def _link_the_rest(links: list[int], boxes: Floats, sizes: Floats, marks: Sequence[bool]) -> None:
    """Link, in place, what the order of the file had torn apart: each loose end to its nearest start."""
    linked = {index for index in links if index >= 0}
    ends = [index for index, following in enumerate(links) if following < 0]
    starts = [index for index in range(len(links)) if index not in linked]
    if len(starts) < 2:
        return
    place, size = boxes.tolist(), sizes.tolist()
    height = max(float(np.median(sizes)) * _ALIGNED, 0.5)
    rows: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for index in starts:
        rows[int((place[index][1] + place[index][3]) / 2 // height)].append((place[index][0], index))
    for row in rows.values():
        row.sort()
    taken: set[int] = set()
    for end in sorted(ends, key=lambda index: (place[index][0], place[index][1])):
        found = _nearest(end, rows, height, place, size, taken, marks)
        if found >= 0:
            links[end] = found
            taken.add(found)


def _nearest(
    end: int,
    rows: dict[int, list[tuple[float, int]]],
    height: float,
    place: Sequence[Sequence[float]],
    size: Sequence[float],
    taken: set[int],
    marks: Sequence[bool],
) -> int:
    """The loose start that comes right after `end` in its line, or -1."""
    left, top, right, bottom = place[end]
    own, middle = size[end], (top + bottom) / 2
    reach = min(int(_ALIGNED * own * 2 / height) + 1, 40)
    best, best_gap = -1, _NEAR * own
    row = int(middle // height)
    for each in range(row - reach, row + reach + 1):
        line = rows.get(each)
        if line is None:
            continue
        for x, index in line[bisect_left(line, (max(left, right - _OVERLAP * own), -1)) :]:
            gap = x - right
            if gap >= best_gap:
                break
            other = size[index]
            larger, smaller = max(own, other), min(own, other)
            rise = abs((place[index][1] + place[index][3]) / 2 - middle)
            if (
                index != end
                and index not in taken
                and x > left + 0.05 * smaller
                and -_OVERLAP * smaller < gap < _NEAR * smaller
                and rise < _ALIGNED * larger
                and smaller >= _ALIKE * larger
                and (
                    not marks[end]
                    or marks[index]
                    or abs(gap) < _EXACT * own
                    or abs(gap + 0.5 * own) < _EXACT * own
                )
            ):
                best, best_gap = index, gap
    return best


def _part(links: list[int], boxes: Floats, walls: Sequence[Wall]) -> None:
    """Undo, in place, the links that go through a wall."""
    if not walls:
        return
    linked = np.flatnonzero(np.array(links) >= 0)
    following = np.array(links)[linked]
    middles = (boxes[:, 0] + boxes[:, 2]) / 2
    heights = (boxes[linked, 1] + boxes[linked, 3]) / 2
    for x, top, bottom in walls:
        through = (middles[linked] < x) & (middles[following] > x) & (heights > top) & (heights < bottom)
        for index in linked[through].tolist():
            links[index] = -1


def _chains(following: Sequence[int]) -> list[list[int]]:
    """The runs that the links make; a ring, which geometry does not allow, would be left out."""
    led = {index for index in following if index >= 0}
    runs: list[list[int]] = []
    for start in range(len(following)):
        if start in led:
            continue
        run, at = [start], following[start]
        while at >= 0:
            run.append(at)
            at = following[at]
        runs.append(run)
    return runs


def _atom(
    run: Sequence[int],
    chars: Sequence[str],
    boxes: Sequence[Sequence[float]],
    sizes: Sequence[float],
    *,
    untold: bool,
) -> Atom:
    inside = [boxes[index] for index in run]
    size = sorted(sizes[index] for index in run)[len(run) // 2]
    parts = [chars[run[0]].lstrip()]
    if len(run) > 1:
        gaps = [after[0] - before[2] for before, after in pairwise(inside)]
        # Stretched lines have white between all characters.
        least = _SPACED * size + max(sorted(gaps)[len(gaps) // 2], 0.0)
        for index, gap in zip(run[1:], gaps, strict=True):
            char = chars[index]
            latin = gap > least and len(char) == 1 and char.isascii() and parts[-1].isascii()
            if latin or (untold and gap > _WHITE * size):
                char = " " + char
            parts.append(char)
    return Atom(
        text="".join(parts),
        left=min(box[0] for box in inside),
        top=min(box[1] for box in inside),
        right=max(box[2] for box in inside),
        bottom=max(box[3] for box in inside),
        size=size,
    )
