"""What does a PDF's text layer hold? The one door to pypdfium2 and pdfplumber: lines, tables, pages."""

from __future__ import annotations

import ctypes
import io
import logging
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.clean import one_line
from ingest.errors import NeedsOcr, NeedsPassword, Unreadable
from ingest.layout import reading_order
from ingest.loaded import Loaded, Writer
from ingest.pdf_lines import plain, write_pages
from ingest.printed import Line, Sheet, Table

_FEW_CHARS = 20  # a page with an image and less text than this is a scan with a page number
_SCANNED = 0.8
_UNREADABLE = 0.3
_RULES = 3  # ruling lines each way, aligned, before a page is searched for tables
_MOST_TABLE_PAGES = 100  # a search takes a third of a second; later pages are read as lines
_THIN = 2.0  # points
_GENERATED_TITLES = ("Microsoft Word", "Microsoft PowerPoint", "untitled", "无标题", "文档")


def load(data: bytes) -> Loaded:
    """The text layer in the order of the file, its lines joined to paragraphs, ruled tables as tables.

    Raises: NeedsPassword, NeedsOcr where pages are pictures, Unreadable where the file is damaged.
    """
    document = _opened(data)
    try:
        sheets = [_sheet(document, number) for number in range(len(document))]
        _require_text(document, [sheet.lines for sheet in sheets])
        tables = _tables(data, [n for n in range(len(document)) if _is_ruled(document, n)])
        title = one_line(document.get_metadata_dict().get("Title", ""))
    except pdfium.PdfiumError as error:
        raise Unreadable("PDF 有损坏的页面，无法读取；请用阅读器打开并另存后再导入") from error
    finally:
        document.close()
    writer = Writer()
    write_pages(writer, sheets, tables)
    return writer.loaded(title_hint="" if title.startswith(_GENERATED_TITLES) else title)


def _opened(data: bytes) -> Any:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise NeedsPassword("PDF 已加密，需要密码；请用密码打开并另存为不加密的文件后再导入") from error
        raise Unreadable("PDF 不完整或已损坏，无法打开；请重新获取原件") from error
    if not len(document):
        raise Unreadable("PDF 里没有页面；请重新获取原件")
    return document


def _sheet(document: Any, number: int) -> Sheet:
    """One page, its lines in reading order."""
    page = document[number]
    try:
        width, height = page.get_size()
        lines = reading_order(_lines(page, number=number, height=height))
        return Sheet(number=number + 1, width=width, height=height, lines=tuple(lines))
    finally:
        page.close()


def _lines(page: Any, *, number: int, height: float) -> list[Line]:
    """The lines of one page in the order of the file; `top` counts down from the page's upper edge."""
    textpage = page.get_textpage()
    lines: list[Line] = []
    held: list[tuple[str, tuple[float, float, float, float], float]] = []
    for char, box, size in _chars(textpage):
        if char in "\r\n":
            lines += _line(held, number=number + 1, height=height)
            held = []
        else:
            held.append((char, box, size))
    lines += _line(held, number=number + 1, height=height)
    textpage.close()
    return lines


def _chars(textpage: Any) -> Iterator[tuple[str, tuple[float, float, float, float], float]]:
    """Each character with its box (left, bottom, right, top) and its font size."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, index)
        raw.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
        size = raw.FPDFText_GetFontSize(textpage, index)
        box = (left.value, bottom.value, right.value, top.value)
        yield chr(code) if code else "\ufffd", box, float(size)


def _line(
    held: list[tuple[str, tuple[float, float, float, float], float]], *, number: int, height: float
) -> list[Line]:
    """The line made of these characters, or none if they are blank."""
    inked = [(box, size) for char, box, size in held if not char.isspace() and box[2] > box[0]]
    written = "".join(char for char, _, _ in held)
    text = plain(written)
    if not text or not inked:
        return []
    # Font sizes are of the text's own space, which a page may scale; boxes are what is printed.
    printed = statistics.median(box[3] - box[1] for box, _ in inked)
    nominal = statistics.median(size for _, size in inked)
    line = Line(
        page=number,
        text=text,
        left=min(box[0] for box, _ in inked),
        right=max(box[2] for box, _ in inked),
        top=height - max(box[3] for box, _ in inked),
        bottom=height - min(box[1] for box, _ in inked),
        size=nominal if nominal > 2 else printed,
        page_height=height,
    )
    return [replace(line, hyphened=written.rstrip().endswith(("\x02", "\ufffe")))]


def _require_text(document: Any, pages: Sequence[Sequence[Line]]) -> None:
    """Raises: NeedsOcr if most pages are pictures, or the characters cannot be told."""
    counts = [sum(len(line.text) for line in lines) for lines in pages]
    total = sum(counts)
    if not total:
        raise NeedsOcr(f"{len(pages)}页均无文字层，可能是扫描件；请先做文字识别（OCR）后再导入")
    thin = [n for n, count in enumerate(counts) if count < _FEW_CHARS]
    if len(thin) >= _SCANNED * len(pages):
        scanned = [n for n in thin if _has_image(document, n)]
        if len(scanned) >= _SCANNED * len(pages):
            raise NeedsOcr(
                f"{len(pages)}页中有{len(scanned)}页是图片，可能是扫描件；请先做文字识别（OCR）后再导入"
            )
    unknown = sum(
        c == "\ufffd" or "\ue000" <= c <= "\uf8ff" for lines in pages for line in lines for c in line.text
    )
    if unknown > _UNREADABLE * total:
        raise NeedsOcr("文字层的字体缺少编码，读出的是乱码；请先做文字识别（OCR）后再导入")


def _has_image(document: Any, number: int) -> bool:
    return any(True for _ in document[number].get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _is_ruled(document: Any, number: int) -> bool:
    """Whether the page has lines that begin under each other, and lines that begin beside each other.

    A table's rules do; those of a drawing or a chart rarely.
    """
    across, down = Counter[int](), Counter[int]()
    for shape in document[number].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        left, bottom, right, top = shape.get_bounds()
        if right - left > 20 and (top - bottom < _THIN or top - bottom > 8):
            across[round(left / 2)] += 1
        if top - bottom > 8 and (right - left < _THIN or right - left > 20):
            down[round(top / 2)] += 1
    return max(across.values(), default=0) >= _RULES and max(down.values(), default=0) >= _RULES


def _tables(data: bytes, numbers: Sequence[int]) -> list[Table]:
    """The ruled tables of these pages; pdfplumber is slow, so it sees no other page."""
    if not numbers:
        return []
    import pdfplumber
    from pdfminer.pdfexceptions import PDFException
    from pdfplumber.utils.exceptions import PdfminerException

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    found: list[Table] = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            for number in numbers[:_MOST_TABLE_PAGES]:
                page = document.pages[number]
                found += [_table(table, number + 1) for table in page.find_tables() if len(table.rows) > 1]
                page.close()
    except (PDFException, PdfminerException, ValueError, TypeError, KeyError, IndexError, AssertionError):
        return found  # its text is still read as lines
    return [table for table in found if len(table.rows[0]) > 1]


def _table(table: Any, page: int) -> Table:
    """The grid with merged cells repeated: each slot shows the cell that covers it."""
    texts = {
        cell: plain(text or "")
        for row, words in zip(table.rows, table.extract(), strict=True)
        for cell, text in zip(row.cells, words, strict=True)
        if cell is not None
    }
    columns = sorted({round(cell[0], 1) for cell in texts})
    lines = sorted({round(cell[1], 1) for cell in texts})
    rows = tuple(tuple(_covering(texts, x + 1, y + 1) for x in columns) for y in lines)
    left, top, right, bottom = table.bbox
    return Table(page=page, rows=rows, left=left, top=top, right=right, bottom=bottom)


def _covering(texts: dict[tuple[float, float, float, float], str], x: float, y: float) -> str:
    return next((text for (x0, y0, x1, y1), text in texts.items() if x0 <= x <= x1 and y0 <= y <= y1), "")
