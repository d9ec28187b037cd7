"""Which pieces of a printed page are a table without frames, whose cells run over several lines?

Rows are what white across the whole table parts. How much white that takes differs from page to page: less is
tried and more, until every row holds one number of its own (its serial, or a value) in some column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.layout.printed import Line, Table
from ingest.tables import is_value, states_fact

_HEAD = re.compile(
    r"^序号?$|编号|名称|地[点址]|区县|县[（(]?区|投资|金额|规模|企业|单位|客商|行业|产业|类别|类型|进展|进度|状态|阶段|时间"
    r"|日期|内容|备注|用地|产值|指标"
)
_FEWEST_HEADS, _FEWEST_COLUMNS = 3, 3
_FEWEST_SERIALS = 3
_SHORT, _MANY = 8, 0.4  # characters of a line in a cell; so many pieces of a page of cells are as short
_MARGIN = 0.25  # of the page's height, from its top: a table may go on there without its names
_GUTTER = 0.3  # em of white between two columns
_LEAST_WHITE, _MOST_WHITE = 0.12, 2.0  # em between two rows
_NEAR = 3.0  # em above the first serial and below the last that such a name may stand
_LEVEL = 0.45  # em between the middles of two pieces of one line
_MOST_THRESHOLDS = 8
_MOST_PIECES = 3000
_TOTAL = re.compile(r"^[合总小]\s*计")
_SERIAL = re.compile(r"\d{1,3}")
Interval = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class _Row:
    """Pieces that no white across the table parts."""

    pieces: tuple[Line, ...]

    @property
    def top(self) -> float:
        return min(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        return max(piece.bottom for piece in self.pieces)


@dataclass(frozen=True, kw_only=True)
class _Found:
    """A table as rows of cells, its names first, and the pieces it is made of."""

    rows: tuple[tuple[str, ...], ...]
    pieces: tuple[Line, ...]


def wrapped_tables(pieces: Sequence[Line]) -> list[Table]:
    """The tables of a page some of whose cells hold several lines; `pieces` in any order, frames apart."""
    short = sum(len(piece.text) <= _SHORT for piece in pieces)
    if not 2 * _FEWEST_COLUMNS < len(pieces) <= _MOST_PIECES or short < _MANY * len(pieces):
        return []
    best: list[_Found] = []
    beside = _beside_serials(pieces)
    apart = set(map(id, beside))
    own = [piece for piece in pieces if id(piece) not in apart]
    for least in _thresholds(own):
        found = [*_tables_of(_with_labels(_rows_parted_by(own, least), beside))]
        if sum(len(each.rows) for each in found) > sum(len(each.rows) for each in best):
            best = found
    return [_table(each) for each in best]


def _table(found: _Found) -> Table:
    return Table(
        page=found.pieces[0].page,
        rows=found.rows,
        left=min(piece.left for piece in found.pieces) - 1,
        top=min(piece.top for piece in found.pieces) - 1,
        right=max(piece.right for piece in found.pieces) + 1,
        bottom=max(piece.bottom for piece in found.pieces) + 1,
    )


def _thresholds(pieces: Sequence[Line]) -> list[float]:
    """How much white may part two rows: each measure of white that is found, the common ones first tried."""
    em = sorted(piece.size for piece in pieces)[len(pieces) // 2]
    gaps = sorted({round(gap, 1) for gap in _whites(pieces) if _LEAST_WHITE * em < gap < _MOST_WHITE * em})
    distinct = [gap for n, gap in enumerate(gaps) if not n or gap - gaps[n - 1] > 0.05 * em]
    return [gap - 0.05 for gap in distinct[:_MOST_THRESHOLDS]]


def _whites(pieces: Sequence[Line]) -> Iterator[float]:
    low = float("inf")
    for piece in sorted(pieces, key=lambda piece: piece.top):
        if piece.top > low:
            yield piece.top - low
        low = max(low, piece.bottom) if low < float("inf") else piece.bottom


def _rows_parted_by(pieces: Sequence[Line], least: float) -> list[_Row]:
    held: list[list[Line]] = []
    low = 0.0
    for piece in sorted(pieces, key=lambda piece: (piece.top, piece.left)):
        if held and piece.top - low < least:
            held[-1].append(piece)
        else:
            held.append([piece])
        low = max(low, piece.bottom) if len(held[-1]) > 1 else piece.bottom
    return [_Row(pieces=tuple(row)) for row in held]


def _beside_serials(pieces: Sequence[Line]) -> list[Line]:
    """The pieces left of numbers that count the rows: names merged down beside several of them."""
    columns: dict[int, list[Line]] = {}
    for piece in pieces:
        if _SERIAL.fullmatch(piece.text):
            columns.setdefault(round((piece.left + piece.right) / 2 / piece.size), []).append(piece)
    for column in columns.values():
        serials = sorted(column, key=lambda piece: piece.top)
        if len(serials) >= _FEWEST_SERIALS and _is_serial([[piece.text] for piece in serials]):
            em = serials[0].size
            left, top = serials[0].left - _GUTTER * em, serials[0].top - _NEAR * em
            low = serials[-1].bottom + _NEAR * em
            return [piece for piece in pieces if piece.right < left and top < piece.top < low]
    return []


def _with_labels(rows: Sequence[_Row], beside: Sequence[Line]) -> list[_Row]:
    """The rows, each name beside them in the row that it stands nearest to, its lines together."""
    held = [list(row.pieces) for row in rows]
    labels: list[list[Line]] = []
    for piece in sorted(beside, key=lambda piece: piece.top):
        if labels and piece.top - labels[-1][-1].bottom < _LEVEL * piece.size:
            labels[-1].append(piece)
        else:
            labels.append([piece])
    for label in labels:
        middle = (label[0].top + label[-1].bottom) / 2
        nearest = min(range(len(rows)), key=lambda n: max(rows[n].top - middle, middle - rows[n].bottom))
        held[nearest] += label
    return [_Row(pieces=tuple(row)) for row in held]


def _tables_of(rows: Sequence[_Row]) -> Iterator[_Found]:
    at = 0
    while at + 1 < len(rows):
        stop, columns = _body(rows, at + 1)
        table = _read(rows[at], rows[at + 1 : stop], columns) if stop > at + 1 else None
        if table is None and _is_first(rows, at):
            stop, columns = _body(rows, at)
            table = _read(None, rows[at:stop], columns)
        if table is not None:
            yield table
        at = stop if table is not None else at + 1


def _is_first(rows: Sequence[_Row], at: int) -> bool:
    """Whether a row stands on top of its page, nothing but a running head above it."""
    page_height = rows[at].pieces[0].page_height
    return rows[at].top < _MARGIN * page_height and all(
        len(row.pieces) < _FEWEST_COLUMNS for row in rows[:at]
    )


def _body(rows: Sequence[_Row], start: int) -> tuple[int, list[Interval]]:
    """Where the rows from `start` on end that stand in the same columns, and those columns."""
    columns: list[Interval] = []
    stop = at = start
    while at < len(rows):
        if _names_group(rows[at], columns) if columns else at == start and len(rows[at].pieces) == 1:
            at += 1
            continue
        wider = _merged([*columns, *((piece.left, piece.right) for piece in rows[at].pieces)], rows[at])
        if len(wider) < max(_FEWEST_COLUMNS, len(columns)) or (columns and at > stop + 1):
            break
        columns = wider
        at = stop = at + 1
    return stop, columns


def _merged(spans: Sequence[Interval], row: _Row) -> list[Interval]:
    gutter = _GUTTER * row.pieces[0].size
    found: list[Interval] = []
    for left, right in sorted(spans):
        if found and left - found[-1][1] < gutter:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def _names_group(row: _Row, columns: Sequence[Interval]) -> bool:
    """Whether the row is one line that runs over the columns: 一、签约项目（3个）."""
    return len(row.pieces) == 1 and sum(map(bool, _over(row.pieces[0], columns))) > 1


def _over(piece: Line, columns: Sequence[Interval]) -> list[bool]:
    return [min(piece.right, right) - max(piece.left, left) > 0 for left, right in columns]


def _read(head: _Row | None, body: Sequence[_Row], columns: Sequence[Interval]) -> _Found | None:
    """The table of these rows; None where they are none, or no cell of theirs is wrapped and no row names a
    group. Without names they may go on from the page before, counting on."""
    names = _names(head, columns) if head else []
    if head and sum(_HEAD.search(name) is not None for name in names[-1]) < _FEWEST_HEADS:
        return None
    lined = [_cells(row, columns) for row in body]
    grouped = [_names_group(row, columns) for row in body]
    single = [cells for cells, is_group in zip(lined, grouped, strict=True) if not is_group]
    if not any(len(cell) > 1 for cells in single for cell in cells) and not any(grouped):
        return None
    if not (_has_a_number_each(single) if head else _counts_on(single)):
        return None
    rows = [
        ("".join(piece.text for piece in row.pieces),) * len(columns)
        if is_group
        else tuple("".join(cell) for cell in cells)
        for row, cells, is_group in zip(body, lined, grouped, strict=True)
    ]
    pieces = [piece for row in (*([head] if head else ()), *body) for piece in row.pieces]
    return _Found(rows=(*names, *_merged_down(rows, body)), pieces=tuple(pieces))


def _merged_down(rows: list[tuple[str, ...]], body: Sequence[_Row]) -> list[tuple[str, ...]]:
    """The rows, a name that stands half way down those it is meant for in each of them."""
    named = [n for n, row in enumerate(rows) if row[0]]
    if not named or named[0] == 0:
        return rows  # it stands at the top of its rows, or in each
    edges = [body[0].top, *((above.bottom + row.top) / 2 for above, row in pairwise(body)), body[-1].bottom]
    start, filled = edges[0], list(rows)
    for at in named:
        labels = [piece for piece in body[at].pieces if piece.left == min(p.left for p in body[at].pieces)]
        middle = (labels[0].top + labels[-1].bottom) / 2
        stop = min(edges, key=lambda edge: abs(edge - (2 * middle - start)))
        for n, row in enumerate(rows):
            if start <= (body[n].top + body[n].bottom) / 2 <= stop and not row[0]:
                filled[n] = (rows[at][0], *row[1:])
        start = stop
    return filled


def _names(head: _Row, columns: Sequence[Interval]) -> list[tuple[str, ...]]:
    """The rows of names: those meant for several columns over those of one; a line of the form over all."""
    spanning = [piece for piece in head.pieces if sum(_over(piece, columns)) > 1]
    single = _Row(pieces=tuple(piece for piece in head.pieces if piece not in spanning) or head.pieces)
    own = tuple("".join(cell) for cell in _cells(single, columns))
    if not spanning:
        return [own]
    if all(states_fact(piece.text) for piece in spanning):
        told = sorted(spanning, key=lambda piece: piece.left)
        return [(" ".join(piece.text for piece in told),) * len(columns), own]
    upper = list(own)
    for piece in spanning:
        for column, is_under in enumerate(_over(piece, columns)):
            upper[column] = piece.text if is_under else upper[column]
    return [tuple(upper), own]


def _cells(row: _Row, columns: Sequence[Interval]) -> list[list[str]]:
    """The lines of each cell from the top."""
    held: list[list[Line]] = [[] for _ in columns]
    for piece in row.pieces:
        middle = (piece.left + piece.right) / 2
        apart = [max(left - middle, middle - right) for left, right in columns]
        held[apart.index(min(apart))].append(piece)
    return [_lines(cell) for cell in held]


def _lines(cell: Sequence[Line]) -> list[str]:
    lines: list[list[Line]] = []
    for piece in sorted(cell, key=lambda piece: (piece.top + piece.bottom, piece.left)):
        level = (piece.top + piece.bottom) / 2
        if lines and level - (lines[-1][0].top + lines[-1][0].bottom) / 2 < _LEVEL * piece.size:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return ["".join(one.text for one in sorted(line, key=lambda one: one.left)) for line in lines]


def _has_a_number_each(rows: Sequence[Sequence[Sequence[str]]]) -> bool:
    """Whether some column holds one number in each row but the totals: counting up, or values."""
    told = [row for row in rows if not any(_TOTAL.match("".join(cell)) for cell in row)]
    return bool(told) and any(_is_serial(column) or _are_values(column) for column in zip(*told, strict=True))


def _counts_on(rows: Sequence[Sequence[Sequence[str]]]) -> bool:
    """Whether a column counts the rows from a number above 1."""
    told = [row for row in rows if not any(_TOTAL.match("".join(cell)) for cell in row)]
    columns = list(zip(*told, strict=True))
    return any(_is_serial(column) and column[0][0] != "1" for column in columns[:_FEWEST_COLUMNS])


def _is_serial(column: Sequence[Sequence[str]]) -> bool:
    if not all(len(cell) == 1 and _SERIAL.fullmatch(cell[0]) for cell in column):
        return False
    numbers = [int(cell[0]) for cell in column]
    return all(after in (before + 1, 1) for before, after in pairwise(numbers))


def _are_values(column: Sequence[Sequence[str]]) -> bool:
    return all(len(cell) == 1 and is_value(cell[0]) for cell in column)
