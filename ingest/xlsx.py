"""What does a workbook hold? The one door to openpyxl: every visible sheet, its cells as Excel shows them."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from ingest.archive import office_limits
from ingest.clean import one_line
from ingest.errors import Unreadable
from ingest.loaded import Loaded, Writer
from ingest.tables import is_value, leading_titles, write_table

_DEFAULT_NAME = re.compile(r"(?:sheet|工作表|表)\s?\d*", re.IGNORECASE)
_ANNEX = re.compile(r"附[件表]\s?[\d一二三四五六七八九十]*[：:]?")
_LITERAL = re.compile(r'"([^"]*)"')
_BRACKETED = re.compile(r"\[[^\]]*\]|\\.|_.|\*.")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_NO_RESULT = re.compile(rb"</f>(?:<v\s*/>|<v></v>)?</c>")
_OF_DAYS = re.compile(r"(?:日期|时间)$")
_DAY_ZERO = datetime.date(1899, 12, 30)
_DAYS = range(36_526, 54_789)  # 2000 to 2049
_MOST_COLUMNS = 16_384
_MOST_CELLS = 2_000_000


def load(data: bytes) -> Loaded:
    """Each sheet as a heading and a table.

    Raises: Unreadable if it is damaged, unpacks too large, or holds more cells than anyone reads.
    """
    office_limits(data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        SyntaxError,  # what both XML parsers raise, by inheritance
        LookupError,
        ValueError,
        TypeError,
        AttributeError,
    ) as error:
        raise Unreadable("Excel 文件不完整或已损坏；请用 Excel 或 WPS 打开并另存后再导入") from error
    writer = Writer()
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for sheet in shown:
        _write(writer, sheet)
    notes = (*_unreckoned(data), *_unseen(book, shown))
    return writer.loaded(title_hint=one_line(book.properties.title or ""), notes=notes)


def _unseen(book: Any, shown: Sequence[Any]) -> Iterator[str]:
    """Notes on what the workbook hides, which is left out as Excel leaves it out."""
    if away := [sheet.title for sheet in book.worksheets if sheet not in shown]:
        yield f"隐藏的工作表未读入：{'、'.join(away)}；需要时请取消隐藏后再导入"
    for sheet in shown:
        if columns := _hidden_columns(sheet):
            yield f"工作表“{sheet.title}”有{len(columns)}列是隐藏的，未读入；需要时请取消隐藏后再导入"
        if rows := _hidden_rows(sheet):
            yield f"工作表“{sheet.title}”有{len(rows)}行是隐藏的，未读入；需要时请取消隐藏后再导入"


def _hidden_columns(sheet: Any) -> frozenset[int]:
    """The columns, from 1, that hold something and are hidden."""
    hidden = {
        column
        for each in sheet.column_dimensions.values()
        if each.hidden and each.min
        for column in range(each.min, min(each.max or each.min, _MOST_COLUMNS) + 1)
    }
    return frozenset(hidden & {column for _, column in sheet._cells}) if hidden else frozenset()


def _hidden_rows(sheet: Any) -> frozenset[int]:
    """The rows, from 1, that hold something and are hidden by hand, not by a filter."""
    hidden = {row for row, each in sheet.row_dimensions.items() if each.hidden}
    if not hidden or sheet.auto_filter.ref:
        return frozenset()
    return frozenset(hidden & {row for (row, _), cell in sheet._cells.items() if cell.value is not None})


def _unreckoned(data: bytes) -> tuple[str, ...]:
    """A note on formulas that the file keeps without their results: whoever wrote it never reckoned them."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        names = [name for name in packed.namelist() if _SHEET.fullmatch(name)]
        count = sum(len(_NO_RESULT.findall(packed.read(name))) for name in names)
    return (
        (f"有{count}个公式没有存下计算结果，这些单元格是空的；请用 Excel 打开并保存后再导入",)
        if count
        else ()
    )


def _write(writer: Writer, sheet: Any) -> None:
    grid = _grid(sheet)
    if not grid:
        return
    titles = leading_titles(grid)
    said = [told for row in grid[:titles] if (told := list(dict.fromkeys(filter(None, row))))]
    while len(said) > 1 and _ANNEX.fullmatch(said[0][0]):  # 附件1 over the title names nothing
        writer.block("paragraph", " ".join(said.pop(0)))
    if said:
        writer.block("heading", said[0][0], level=1)
    if not (_DEFAULT_NAME.fullmatch(sheet.title) and said):
        writer.block("heading", sheet.title, level=2 if said else 1)
    for told in filter(None, [said[0][1:], *said[1:]] if said else []):
        writer.block("paragraph", " ".join(told))
    for table in _tables(grid[titles:]):
        write_table(writer, table)


def _tables(grid: list[list[str]]) -> Iterator[list[list[str]]]:
    """The tables of a sheet: a blank row parts two where titles or names of columns, then values, follow."""
    start = 0
    for at, row in enumerate(grid):
        if not any(row) and _opens_table(grid[at + 1 :]):
            yield grid[start:at]
            start = at + 1
    yield grid[start:]


def _opens_table(rows: list[list[str]]) -> bool:
    names = rows[leading_titles(rows) :][:2]
    values = [sum(is_value(cell) for cell in row) for row in names]
    return len(names) == 2 and values[0] == 0 < values[1] and len(set(filter(None, names[0]))) > 1


def _grid(sheet: Any) -> list[list[str]]:
    """The shown text of every cell, merged cells repeated; of blank rows between others one is kept."""
    # The sheet's own cells, not its dimensions: one stray format at row 1,048,576 must cost nothing.
    hidden, left_out = _hidden_columns(sheet), _hidden_rows(sheet)
    filled = {
        place: cell
        for place, cell in sheet._cells.items()
        if cell.value is not None and place[1] not in hidden and place[0] not in left_out
    }
    dated = _dated_columns(filled)
    cells = {
        place: _shown(cell) if place[1] not in dated else _shown_date(cell) for place, cell in filled.items()
    }
    for merged in sheet.merged_cells.ranges:
        text = cells.get((merged.min_row, merged.min_col), "")
        if text and merged.size["rows"] * merged.size["columns"] <= 10_000:
            for place in _places(merged):
                if place[1] not in hidden and place[0] not in left_out:
                    cells.setdefault(place, text)
    if len(cells) > _MOST_CELLS:
        raise Unreadable(f"表格有 {len(cells)} 个单元格，超过上限 {_MOST_CELLS} 个；请拆分后再导入")
    rows = sorted({row for row, _ in cells})
    columns = sorted({column for _, column in cells})
    if len(rows) * len(columns) > 4 * _MOST_CELLS:
        raise Unreadable("表格过于稀疏且过大，无法读取；请删除空行空列后再导入")
    gaps = {row for above, row in pairwise(rows) if row > above + 1}
    blank = [""] * len(columns)
    return [
        line
        for row in rows
        for line in (*([blank] if row in gaps else []), [cells.get((row, column), "") for column in columns])
    ]


def _dated_columns(cells: Mapping[tuple[int, int], Any]) -> frozenset[int]:
    """The columns that hold days: named so, or with days among their cells."""
    return frozenset(
        column
        for (_, column), cell in cells.items()
        if isinstance(cell.value, datetime.date)
        or (isinstance(cell.value, str) and _OF_DAYS.search("".join(cell.value.split())))
    )


def _shown_date(cell: Any) -> str:
    """A cell of such a column: a whole number without a format is the day that Excel counts it as."""
    value = cell.value
    is_day = isinstance(value, int | float) and float(value).is_integer() and value in _DAYS
    if (
        not is_day
        or isinstance(value, bool)
        or str(cell.number_format or "General") not in ("General", "0", "@")
    ):
        return _shown(cell)
    return f"{_DAY_ZERO + datetime.timedelta(days=int(value)):%Y-%m-%d}"


def _places(merged: Any) -> Iterator[tuple[int, int]]:
    for row in range(merged.min_row, merged.max_row + 1):
        for column in range(merged.min_col, merged.max_col + 1):
            yield row, column


def _shown(cell: Any) -> str:
    """A cell's value as its number format shows it."""
    value, code = cell.value, str(cell.number_format or "General")
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime.datetime | datetime.date):
        return _date(value, code)
    if isinstance(value, int | float):
        return _number(value, code.split(";")[0])
    return one_line(str(value))


def _date(value: datetime.datetime | datetime.date, code: str) -> str:
    if "y" in code.lower() and "d" not in code.lower():
        return f"{value.year}年{value.month}月"
    if "m" in code.lower() and "y" not in code.lower() and "h" not in code.lower():
        return f"{value.month}月{value.day}日"
    day = f"{value.year}年{value.month}月{value.day}日" if "年" in code else f"{value:%Y-%m-%d}"
    has_clock = isinstance(value, datetime.datetime) and (value.hour or value.minute) and "h" in code.lower()
    return f"{day} {value:%H:%M}" if has_clock else day


def _number(value: int | float, code: str) -> str:
    literals = "".join(_LITERAL.findall(code))
    pattern = _BRACKETED.sub("", _LITERAL.sub("", code))
    places = re.search(r"\.([0#?]+)", pattern)
    if "%" in pattern:
        value *= 100
    if "E" in pattern or not re.search(r"[0#]", pattern):
        shown = f"{value:.15g}" if abs(value) < 1e15 else f"{value:.0f}"
    else:
        fixed = f"{value:{',' if ',' in pattern else ''}.{len(places.group(1)) if places else 0}f}"
        optional = places is not None and "#" in places.group(1)
        shown = fixed.rstrip("0").rstrip(".") if optional and "." in fixed else fixed
    return f"{shown}{'%' if '%' in pattern else ''}{literals}"
