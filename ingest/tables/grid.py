"""Which cells of a written table are headings, labels and values?"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.tables import flattened, header_height, is_value
from ingest.tables.units import is_unit
from language.text import fold
from vectorstore.document import Block

NUMBER = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+]?\d+(?:\.\d+)?")
_SERIAL = re.compile(r"序号|编号|^序$|No\.?", re.I)
RANK = re.compile(r"(?:排名|名次|位次|排序|位序)$")
# 续建项目(4个) over those that are: what a row sums up, and how many
SECTION = re.compile(r"(?P<what>[一-鿿]{2,10})\((?:共|合计)?(?P<n>\d+)(?P<unit>[个项])\)")
_UNIT_HEADER = re.compile(r"(?:计量)?单位")
_MEASURE_HEADER = re.compile(r"指标|项目内容|事项")
NAME_HEADER = re.compile(r"(?:项目|企业|公司|园区|单位|机构|基金)名称|^(?:园区|企业|项目)$")
_GROUP_HEADER = re.compile(r"类别|分类|板块|大类|所在|所属|属地|归口|牵头|年份|年度|时间")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, kw_only=True)
class Cell:
    """The text of a cell, folded, and where it stands in the document."""

    text: str
    start: int


@dataclass(frozen=True, kw_only=True)
class BodyRow:
    """A row of values; `group` is the row above it that names a group, "" where none does."""

    cells: tuple[Cell, ...]
    group: str = ""

    def text(self, column: int) -> str:
        """The text in a column, "" where the row ends before it."""
        return self.cells[column].text if 0 <= column < len(self.cells) else ""


@dataclass(frozen=True, kw_only=True)
class TableGrid:
    """A table as read: a name for each column, which columns label the rows, and its rows of values.

    `label` names the row, `measure` (-1: none) says what the row measures beside it, `unit` (-1: none) in
    which unit; `others` are further columns of words before the values; `is_unique` tells whether no two rows
    bear the same label. `whole` are the rows of all pieces that the table is written in.
    """

    headers: tuple[str, ...]
    rows: tuple[BodyRow, ...]
    label: int
    measure: int = -1
    unit: int = -1
    others: tuple[int, ...] = ()
    serial: frozenset[int] = frozenset()
    is_unique: bool = True
    whole: tuple[BodyRow, ...] = ()

    def holds_values(self, column: int) -> bool:
        """Whether the column may hold figures."""
        return (
            0 <= column < len(self.headers)
            and column not in {self.label, self.measure, self.unit} | self.serial
        )


def table_rows(text: str, block: Block) -> list[list[Cell]]:
    """The cells of a table block, row by row; rule lines of Markdown tables are dropped."""
    rows: list[list[Cell]] = []
    at = block.start
    for line in text[block.start : block.end].split("\n"):
        separator = "|" if line.strip().startswith("|") or (" | " in line and "\t" not in line) else "\t"
        if line.strip() and not re.fullmatch(r"[\s|:\-—]+", line):
            rows.append(_cells(line, at, separator))
        at += len(line) + 1
    return rows


def _cells(line: str, start: int, separator: str) -> list[Cell]:
    cells, at = [], start
    for piece in line.split(separator):
        lead = len(piece) - len(piece.lstrip())
        cells.append(Cell(text=fold(piece.strip()), start=at + lead))
        at += len(piece) + 1
    return cells[1:-1] if separator == "|" and line.strip().startswith("|") else cells


def grid_of(text: str, block: Block, *, beside: Sequence[Block] = ()) -> TableGrid | None:
    """The table of a block, or None where nothing names its columns.

    `beside` are the pieces of the same table before and after: what its columns hold shows in all of them.
    """
    read = _read(text, block)
    if read is None:
        return None
    headers, body = read
    others = [piece[1] for one in beside if (piece := _read(text, one)) is not None and piece[0] == headers]
    return _with_roles(headers, (*body, *itertools.chain.from_iterable(others)), own=len(body))


def _read(text: str, block: Block) -> tuple[list[str], tuple[BodyRow, ...]] | None:
    """The names of a table's columns and its rows of values; None where nothing names them."""
    rows = table_rows(text, block)
    while rows and len(rows) > 1 and len(rows[0]) == 1:
        rows = rows[1:]  # a title that stands inside the block
    if len(rows) < 2 or _is_body(rows[0]):
        return None
    width = max(len(row) for row in rows)
    texts = [[*(cell.text for cell in row), *[""] * (width - len(row))] for row in rows]
    height = header_height(texts)
    headers = [fold(name) for name in flattened(texts[:height])]
    body = _grouped(rows[height:])
    return (headers, body) if body else None


def _is_body(row: Sequence[Cell]) -> bool:
    """Whether a first row holds values, years not counted: then nothing names the columns."""
    numbers = [cell.text for cell in row if NUMBER.fullmatch(cell.text)]
    return bool(numbers) and not all(map(_YEAR.fullmatch, numbers))


def _grouped(rows: Sequence[Sequence[Cell]]) -> tuple[BodyRow, ...]:
    found: list[BodyRow] = []
    group = ""
    for row in rows:
        said = [cell for cell in row if cell.text]
        if len(said) == 1 and not is_value(said[0].text):
            group = said[0].text
        elif said:
            found.append(BodyRow(cells=tuple(row), group=group))
    return tuple(found)


def _with_roles(headers: Sequence[str], rows: tuple[BodyRow, ...], *, own: int) -> TableGrid:
    """The first `own` rows as a table, its columns judged by all."""
    serial = frozenset(
        c for c, name in enumerate(headers) if _SERIAL.search(name) or _counts_up(rows, c, name)
    )
    unit = next(
        (c for c, name in enumerate(headers) if _UNIT_HEADER.fullmatch(name) and _holds_units(rows, c)), -1
    )
    words = [c for c in range(len(headers)) if c not in serial and c != unit and _holds_words(rows, c)]
    ranked = {0} if RANK.search(headers[0]) else set[int]()  # 排名 | 县区: what is told begins behind it
    values = [c for c in range(len(headers)) if c not in {*serial, *ranked, *words, unit}]
    leading = [c for c in words if not values or c < values[0]] or words
    measure = next((c for c in leading if _MEASURE_HEADER.search(headers[c])), -1) if len(leading) > 1 else -1
    candidates = [c for c in leading if c != measure]
    label = min(candidates, key=lambda c: _rank(headers[c], rows, c), default=0)
    labels = [row.text(label) for row in rows]
    return TableGrid(
        headers=tuple(headers), rows=rows[:own], label=label, measure=measure, unit=unit, serial=serial,
        others=tuple(c for c in candidates if c != label), is_unique=len(set(labels)) == len(labels),
        whole=rows,
    )  # fmt: skip


def _rank(header: str, rows: Sequence[BodyRow], column: int) -> tuple[bool, bool, int, int]:
    """The column that names the rows: called a name, not a class, with the most different texts, first."""
    different = len({row.text(column) for row in rows})
    return not NAME_HEADER.search(header), bool(_GROUP_HEADER.search(header)), -different, column


def _counts_up(rows: Sequence[BodyRow], column: int, header: str) -> bool:
    """Whether a first column without a name of its own counts the rows."""
    numbers = [row.text(column) for row in rows]
    return column == 0 and not header and numbers == [str(n) for n in range(1, len(rows) + 1)]


def _holds_units(rows: Sequence[BodyRow], column: int) -> bool:
    """Whether a column called 单位 holds units of measure rather than organisations."""
    texts = [text for row in rows if (text := row.text(column))]
    return bool(texts) and sum(map(is_unit, texts)) > len(texts) / 2


def _holds_words(rows: Sequence[BodyRow], column: int) -> bool:
    texts = [text for row in rows if (text := row.text(column))]
    if texts and all(map(_YEAR.fullmatch, texts)):
        return column == 0
    return bool(texts) and sum(not is_value(text) for text in texts) > len(texts) / 2
