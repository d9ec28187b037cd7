"""How is a sheet written out: as an aligned table, JSON lines, a CSV that Excel opens, or a workbook?"""

from __future__ import annotations

import csv
import io
import json
import sys
from decimal import Decimal
from typing import TYPE_CHECKING

from ui import terminal
from ui.errors import UsageError
from ui.rows import Cell, Sheet

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
MAX_WIDTH = 60


def write(sheet: Sheet, *, form: str) -> None:
    """Write to standard output as `form`: table, jsonl, csv or xlsx.

    Raises:
        UsageError: a workbook would go to the screen.
    """
    if form == "xlsx":
        if sys.stdout.isatty():
            raise UsageError(
                "工作簿不能显示在屏幕上；请写进文件，如 zhaoda figures --format xlsx > 数字.xlsx"
            )
        sys.stdout.buffer.write(workbook(sheet))
    elif form == "csv":
        sys.stdout.buffer.write(comma_separated(sheet).encode("utf-8-sig"))
    else:
        print(json_lines(sheet) if form == "jsonl" else text_table(sheet), end="")
    sys.stdout.flush()


def json_lines(sheet: Sheet) -> str:
    """One JSON object a line, the contract's field names."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in sheet.records)


def text_table(sheet: Sheet) -> str:
    """The short columns aligned for a terminal, and how many rows there are."""
    chosen = [sheet.columns.index(column) for column in sheet.short]
    rows = [[_text(row[at]) for at in chosen] for row in sheet.rows]
    return f"{terminal.table(sheet.short, rows)}\n共 {len(rows)} 条\n"


def comma_separated(sheet: Sheet) -> str:
    """CSV with the whole rows; a cell that a spreadsheet would run as a formula is quoted."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(sheet.columns)
    writer.writerows([_harmless(cell) for cell in row] for row in sheet.rows)
    return stream.getvalue()


def workbook(sheet: Sheet) -> bytes:
    """An .xlsx file: numbers as numbers, the heading frozen, the last column linked to the original."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill

    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet.name
    page.append(sheet.columns)
    for row in sheet.rows:
        page.append([float(cell) if isinstance(cell, Decimal) else None for cell in row])
        _fill(page, row)
    for cell in page[1]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", start_color="E8EDF2")
    for line in page.iter_rows():
        for cell in line:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    _lay_out(page, sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill(page: Worksheet, row: tuple[Cell, ...]) -> None:
    for at, value in enumerate(row, start=1):
        cell = page.cell(page.max_row, at)
        if isinstance(value, Decimal):
            places = max(0, -int(value.as_tuple().exponent))
            cell.number_format = "#,##0" + ("." + "0" * places if places else "")
        elif value:
            cell.value = value
            cell.data_type = "s"  # text from a document is never a formula


def _lay_out(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for at, heading in enumerate(sheet.columns):
        widest = max([terminal.width(heading), *(terminal.width(_text(row[at])) for row in sheet.rows)])
        page.column_dimensions[get_column_letter(at + 1)].width = min(widest, MAX_WIDTH) + 2
    for number, link in enumerate(sheet.links, start=2):
        if link:
            cell = page.cell(number, len(sheet.columns))
            cell.hyperlink, cell.font = link, Font(underline="single", color="1F4B6E")
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _harmless(cell: Cell) -> str:
    text = _text(cell)
    if isinstance(cell, str) and text.startswith(FORMULA_SIGNS):
        return f"'{text}"
    return text
