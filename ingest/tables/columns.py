"""Which rows and columns do pieces of type make where no rules part them? Geometry only."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from ingest.layout.printed import Line, Rect
from ingest.tables import is_value

_SAME_ROW = 0.45  # of the size of type, between the middles of two pieces
_CENTRED = 2.0  # sizes of type that two names may stand beside the middles of their columns together
_SKIPPED = 0.55  # what leaving a column without a name above it costs, in widths of a column
Interval = tuple[float, float]
_Runs = tuple[float, tuple[tuple[int, int], ...]]  # what a division costs; first and last place of each run
_NONE: _Runs = (float("inf"), ())


@dataclass(frozen=True, kw_only=True)
class Piece:
    """The words of one line of one cell."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """Half way across."""
        return (self.left + self.right) / 2

    @property
    def level(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2


Band = list[Piece]  # pieces side by side, from left to right


def bands_of(lines: Sequence[Line]) -> list[Band]:
    """The lines side by side, from the top; what stands close together in one is one piece."""
    bands: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.top + line.bottom, line.left)):
        middle = (line.top + line.bottom) / 2
        if bands and abs(_level(bands[-1]) - middle) < _SAME_ROW * line.size:
            bands[-1].append(line)
        else:
            bands.append([line])
    return [_pieces(band) for band in bands]


def _level(band: Sequence[Line]) -> float:
    return statistics.fmean((line.top + line.bottom) / 2 for line in band)


def _pieces(band: Sequence[Line]) -> Band:
    found: Band = []
    for line in sorted(band, key=lambda line: line.left):
        piece = Piece(text=line.text, left=line.left, right=line.right, top=line.top, bottom=line.bottom,
                      size=line.size)  # fmt: skip
        if found and piece.left - found[-1].right < _least_gap(found[-1], piece):
            found[-1] = _together(found[-1], piece)
        else:
            found.append(piece)
    return found


def _least_gap(one: Piece, other: Piece) -> float:
    """The white between two cells: less where one holds a number, which no blank would part."""
    return (0.45 if is_value(one.text) or is_value(other.text) else 0.8) * max(one.size, other.size)


def _together(one: Piece, other: Piece, *, below: bool = False) -> Piece:
    joint = " " if not below and one.text[-1:].isascii() and other.text[:1].isascii() else ""
    return Piece(
        text=f"{one.text}{joint}{other.text}",
        left=min(one.left, other.left),
        right=max(one.right, other.right),
        top=min(one.top, other.top),
        bottom=max(one.bottom, other.bottom),
        size=one.size,
    )


def grid_of_bands(header: Sequence[Band], body: Sequence[Band], *, rules: Sequence[Rect]) -> list[list[str]]:
    """Rows of cells, each as long as there are columns: names merged over several columns repeated in each.

    `rules` are short lines in the header, drawn under a name over the columns that it is meant for.
    """
    columns = _columns(body, header)
    names = _header_rows(header, columns, rules)
    rows = _body_rows(body, columns)
    return [*names, *rows] if len(columns) > 1 else []


def _columns(body: Sequence[Band], header: Sequence[Band]) -> list[Interval]:
    """Where each column stands: what overlaps in full rows, from left to right."""
    most = max((len(band) for band in body), default=0)
    full = [band for band in body if len(band) >= max(2, most - 1)]
    lowest = [band for band in header if len(band) >= most][-1:]
    spans = sorted((piece.left, piece.right) for band in (*full, *lowest) for piece in band)
    columns: list[Interval] = []
    for left, right in spans:
        if columns and left < columns[-1][1] - 0.5:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    if not columns:
        return []
    # A name merged down beside the rows stands in line with none of them.
    pieces = [piece for band in (*body, *header) for piece in band]
    before = [piece for piece in pieces if piece.right < columns[0][0]]
    after = [piece for piece in pieces if piece.left > columns[-1][1]]
    outer = [
        [(min(p.left for p in side), max(p.right for p in side))] if side else [] for side in (before, after)
    ]
    return [*outer[0], *columns, *outer[1]]


def _column_of(piece: Piece, columns: Sequence[Interval]) -> int:
    """The column that a piece shares most of its width with, else the nearest."""

    def fit(column: Interval) -> tuple[float, float]:
        shared = min(piece.right, column[1]) - max(piece.left, column[0])
        return min(shared, 0.0) or shared, -abs(piece.middle - sum(column) / 2)

    return max(range(len(columns)), key=lambda at: fit(columns[at]))


def _header_rows(
    header: Sequence[Band], columns: Sequence[Interval], rules: Sequence[Rect]
) -> list[list[str]]:
    """The names over each column from top to bottom, in rows."""
    stacks: list[list[Piece]] = [[] for _ in columns]
    lowest = max(_middle(band) for band in header)
    for band in reversed(header):
        if not any(stacks):  # the lowest names: none of them stands over others
            band = [part for piece in band for part in _parted(piece, columns)]
        open_columns = {at for at, stack in enumerate(stacks) if not stack}
        over = [
            piece
            for piece in band
            if _column_of(piece, columns) not in open_columns or _is_wide(piece, columns)
        ]
        for piece in band:
            if piece not in over:
                stacks[_column_of(piece, columns)].insert(0, piece)
        named = [
            at for at, stack in enumerate(stacks) if stack and _may_stand_over(stack, _middle(band), lowest)
        ]
        for piece, covered in zip(over, _spans(over, named, columns, rules), strict=True):
            for at in covered:
                stacks[at].insert(0, piece)
    height = max(1, *(len(_joined(stack)) for stack in stacks))
    texts = [_joined(stack) for stack in stacks]
    return [[(stack[: height - 1] + [stack[-1]] * height)[row] if stack else "" for stack in texts]
            for row in range(height)]  # fmt: skip


def _parted(piece: Piece, columns: Sequence[Interval]) -> list[Piece]:
    """Two names set so close that they were taken for one, where each half stands over a column of its own;
    else the one."""
    under = [column for column in columns if min(piece.right, column[1]) - max(piece.left, column[0]) > 2]
    cuts = [_halves(piece, at) for at in range(2, len(piece.text) - 1) if _may_end(piece.text, at)]
    if len(under) != 2 or not cuts:
        return [piece]
    centres = [sum(column) / 2 for column in under]

    def off(halves: tuple[Piece, Piece]) -> float:
        return sum(abs(half.middle - centre) for half, centre in zip(halves, centres, strict=True))

    halves = min(cuts, key=off)
    apart = halves[0].right <= under[1][0] + 1 and halves[1].left >= under[0][1] - 1
    return list(halves) if apart and off(halves) < _CENTRED * piece.size else [piece]


def _may_end(text: str, at: int) -> bool:
    """Whether a name may end there: no bracket is open, and none that belongs to it opens next."""
    name = text[:at]
    return text[at] not in "（(" and len(re.findall("[（(]", name)) == len(re.findall("[）)]", name))


def _halves(piece: Piece, at: int) -> tuple[Piece, Piece]:
    """The piece cut behind `at` characters, the white that is left over standing between the two."""
    left, right = piece.text[:at].rstrip(), piece.text[at:].lstrip()
    wide = piece.size * _set_width(left + right) / max(piece.right - piece.left, 1)
    size = piece.size / max(wide, 1.0)  # narrower type than its size says
    return (
        replace(piece, text=left, right=piece.left + _set_width(left) * size),
        replace(piece, text=right, left=piece.right - _set_width(right) * size),
    )


def _set_width(text: str) -> float:
    """How wide a text is set, in sizes of its type."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def _may_stand_over(stack: Sequence[Piece], level: float, lowest: float) -> bool:
    """Whether a name at this level is over the column's own: not if that is set half way down all the names,
    for then its cell reaches as high as it reaches low."""
    reach = max(0.0, lowest - stack[-1].level) if len(stack) == 1 else 0.0
    return level < stack[0].level - reach - 1


def _is_wide(piece: Piece, columns: Sequence[Interval]) -> bool:
    return sum(min(piece.right, right) - max(piece.left, left) > 2 for left, right in columns) > 1


def _middle(band: Band) -> float:
    return statistics.fmean(piece.level for piece in band)


def _joined(stack: Sequence[Piece]) -> list[str]:
    """The names of one column; lines of one name, set close together, are one."""
    found: list[Piece] = []
    for piece in stack:
        if found and _is_wrapped(found[-1], piece):
            found[-1] = _together(found[-1], piece, below=True)
        else:
            found.append(piece)
    return [piece.text for piece in found]


def _is_wrapped(one: Piece, other: Piece) -> bool:
    return other.top - one.bottom < 0.35 * one.size and abs(one.middle - other.middle) < one.size


def _spans(
    over: Sequence[Piece], named: Sequence[int], columns: Sequence[Interval], rules: Sequence[Rect]
) -> list[list[int]]:
    """The columns that each name is meant for: those over its rule, else those it is centred on."""
    ruled = [_under_rule(piece, named, columns, rules) for piece in over]
    if all(ruled) and over:
        return ruled
    return partition([piece.middle for piece in over], [columns[at] for at in named], labels=named)


def _under_rule(
    piece: Piece, named: Sequence[int], columns: Sequence[Interval], rules: Sequence[Rect]
) -> list[int]:
    below = [rule for rule in rules if rule.left - 2 <= piece.left and piece.right <= rule.right + 2
             and -1 <= rule.top - piece.bottom < 1.5 * piece.size]  # fmt: skip
    if not below:
        return []
    rule = min(below, key=lambda rule: rule.top)
    return [at for at in named if rule.left - 3 <= sum(columns[at]) / 2 <= rule.right + 3]


def partition(
    centres: Sequence[float], places: Sequence[Interval], *, labels: Sequence[int], skips: bool = True
) -> list[list[int]]:
    """For each centre the run of neighbouring places, given by their labels, that it is the middle of.

    Every centre has a place; places may be left out (at a cost) where `skips`. Least total distance wins.
    """
    if not centres or len(places) < len(centres):
        return [[labels[at]] if at < len(labels) else [] for at in range(len(centres))]
    pitch = (places[-1][1] - places[0][0]) / len(places) or 1.0

    @cache
    def best(centre: int, place: int) -> _Runs:
        if centre == len(centres):
            left = len(places) - place
            return (_SKIPPED * left, ()) if skips or not left else _NONE
        found = [_after_skip(centre, place)] if skips and place < len(places) else []
        for end in range(place, len(places)):
            middle = (places[place][0] + places[end][1]) / 2
            cost, rest = best(centre + 1, end + 1)
            found.append((cost + abs(middle - centres[centre]) / pitch, ((place, end), *rest)))
        return min(found, default=_NONE)

    def _after_skip(centre: int, place: int) -> _Runs:
        cost, rest = best(centre, place + 1)
        return cost + _SKIPPED, rest

    _, runs = best(0, 0)
    return [[labels[at] for at in range(start, end + 1)] for start, end in runs]


def _body_rows(body: Sequence[Band], columns: Sequence[Interval]) -> list[list[str]]:
    """The rows of values: names merged down beside them repeated, a group's name in a row of its own."""
    full = [band for band in body if len(band) > 1]
    pitch = statistics.median([_middle(b) - _middle(a) for a, b in pairwise(full)] or [0.0])
    beside: Band = []
    rows: list[tuple[float, list[str]]] = []
    for band in body:
        if len(band) == 1 and len(columns) > 2 and _stands_between(band[0], full, pitch):
            beside += band if _column_of(band[0], columns) == 0 else []
            continue
        if len(band) == 1 and not is_value(band[0].text):
            rows.append((_middle(band), [band[0].text] * len(columns)))
            continue
        cells = [""] * len(columns)
        for piece in band:
            at = _column_of(piece, columns)
            cells[at] = f"{cells[at]}{piece.text}"
        rows.append((_middle(band), cells))
    return _with_merged_down(rows, beside, pitch)


def _stands_between(piece: Piece, full: Sequence[Band], pitch: float) -> bool:
    """Whether a piece alone stands half way between two rows, closer than a row of its own would."""
    nearest = min((abs(_middle(band) - piece.level) for band in full), default=pitch)
    return nearest < 0.75 * pitch


def _with_merged_down(
    rows: list[tuple[float, list[str]]], beside: Sequence[Piece], pitch: float
) -> list[list[str]]:
    """Rows with the first column filled where one name, set half way down, is meant for several rows."""
    values = [(level, row) for level, row in rows if len(set(row)) > 1]
    named = [(level, row[0]) for level, row in values if row[0]] + [(p.level, p.text) for p in beside]
    named.sort()
    blank = sum(not row[0] for _, row in values)
    if beside or (blank and named and len(named) * 2 <= len(values) + 1 and all(row[1] for _, row in values)):
        places = [(level - pitch / 2, level + pitch / 2) for level, _ in values]
        runs = partition([level for level, _ in named], places, labels=range(len(values)), skips=False)
        for (_, text), run in zip(named, runs, strict=True):
            for at in run:
                values[at][1][0] = text
    return [row for _, row in rows]
