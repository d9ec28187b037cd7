"""What does a PDF's text layer hold? The one door to pypdfium2 and pdfplumber: lines, tables, pages."""

from __future__ import annotations

import io
import logging
import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.clean import close_numbers, has_digits_apart, one_line
from ingest.errors import NeedsOcr, NeedsPassword, Unreadable
from ingest.layout import reading_order, rules_of
from ingest.layout.atoms import Atom, atoms_of
from ingest.layout.bullets import with_bullets
from ingest.layout.printed import Line, Rect, Run, Sheet, Table
from ingest.layout.upright import with_tall_headlines
from ingest.loaded import Loaded, Writer
from ingest.ocr import Pixels, is_installed
from ingest.pdf_chars import MOST_CHARS, read_glyphs, turn
from ingest.pdf_lines import plain, write_pages
from ingest.pdf_shapes import read_shapes
from ingest.pdf_tables import find_tables, flow
from ingest.scans import HOW_TO_READ, OnPage, Picture, late_note, read_scans, unread_note
from ingest.tables.pages import joined
from vectorstore.boxes import CERTAIN

_FEW_CHARS = 20  # a page with an image and less text than this is a scan with a page number
_SCANNED = 0.8  # of the pages
_SCAN_DPI = 200  # 10 point type is then 28 pixels high
_SHOWN_DPI, _MOST_SHOWN = 144, 2000  # a page to look at: crisp on a screen, its longer side in pixels
_MOST_PIXELS = 3500  # along the longer side: A3, and a newspaper's page still legible
_UNREADABLE = 0.3
_RULES = 3  # ruling lines each way, aligned, before a page is searched for tables
_MOST_TABLE_PAGES = 100  # a search takes a third of a second; later pages are read as lines
_MOST_TABLE_SECONDS = 15.0  # of processor time: maps and drawings have rules by the thousand
_THIN = 2.0  # points
_WRAPPED_NUMBER = re.compile(r"(?<=[\d.,\-])\n(?=[\d.,%\-])")  # 20⏎0000 in a narrow cell
_EDGE = 0.2  # of a page's height
_GENERATED_TITLES = (
    "Microsoft Word",
    "Microsoft PowerPoint",
    "untitled",
    "about:blank",
    "(anonymous)",
    "无标题",
    "文档",
)


def load(data: bytes, *, on_page: OnPage = lambda read, of: None) -> Loaded:
    """The text in reading order, lines joined to paragraphs, ruled tables as tables.

    Pages that are pictures are recognised, `on_page` being told of each; without that part of the program a
    file of mostly such pages is refused.

    Raises: NeedsPassword, NeedsOcr, Unreadable where the file is damaged.
    """
    document = _opened(data)
    try:
        printed = [_sheet(document, number) for number in range(len(document))]
        framed = _tables(data, [n for n, sheet in enumerate(printed) if sheet.is_ruled])
        read, notes = _recognised(document, printed, on_page=on_page)
        sheets, tables = _in_order(read, framed)
        title = one_line(document.get_metadata_dict().get("Title", ""))
    except pdfium.PdfiumError as error:
        raise Unreadable("PDF 有损坏的页面，无法读取；请用阅读器打开并另存后再导入") from error
    finally:
        document.close()
    writer = Writer()
    write_pages(writer, sheets, tables)
    hint = "" if title.startswith(_GENERATED_TITLES) else title
    return writer.loaded(title_hint=hint, notes=(*notes, *_cut_notes(sheets)))


def picture(data: bytes, *, number: int) -> tuple[bytes, str]:
    """Page `number`, from 1, as an image file, and its media type.

    Raises: NeedsPassword, Unreadable.
    """
    document = _opened(data)
    try:
        if not 1 <= number <= len(document):
            raise Unreadable(f"没有第{number}页，一共{len(document)}页")
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(_SHOWN_DPI / 72, _MOST_SHOWN / max(width, height, 1))
        bitmap = page.render(scale=scale)
        drawn = bitmap.to_pil().convert("RGB")  # a copy: the bitmap's memory goes with it
    except pdfium.PdfiumError as error:
        raise Unreadable(f"第{number}页已损坏，画不出来") from error
    finally:
        document.close()
    return min(_saved(drawn, "png"), _saved(drawn, "jpeg"), key=lambda each: len(each[0]))


def _saved(drawn: Any, form: str) -> tuple[bytes, str]:
    """A page of type is smaller and sharper as PNG, a scan as JPEG."""
    stream = io.BytesIO()
    drawn.save(stream, form, quality=80)
    return stream.getvalue(), f"image/{form}"


def _cut_notes(sheets: Sequence[Sheet]) -> list[str]:
    """What the reader must know of pages too full to be pages."""
    most = f"{MOST_CHARS // 10_000}万个"
    return [
        f"第{sheet.number}页的字符超过{most}，只读了前{most}；请拆分后再导入"
        for sheet in sheets
        if sheet.is_cut
    ]


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
    """One page, its pieces of type in no order."""
    page = document[number]
    try:
        width, height = page.get_size()
        glyphs = read_glyphs(page)
        upright = width if glyphs.turned % 2 else height
        drawn = read_shapes(page)
        shapes = () if glyphs.turned else drawn
        walls = rules_of(shapes).down
        atoms = atoms_of(glyphs.text, glyphs.boxes, glyphs.sizes, spaced=glyphs.spaced, walls=walls)
        apart = has_digits_apart("\n".join(atom.text for atom in atoms))
        pieces = [
            Line(
                page=number + 1,
                text=plain(close_numbers(atom.text) if apart else atom.text),
                left=atom.left,
                top=atom.top,
                right=atom.right,
                bottom=atom.bottom,
                size=atom.size,
                page_height=upright,
                runs=_as_shown(atom, glyphs.turned, width=width, height=height),
            )
            for atom in atoms
        ]
        lines = with_bullets(with_tall_headlines([piece for piece in pieces if piece.text]))
        return Sheet(
            number=number + 1,
            width=width,
            height=height,
            lines=tuple(lines),
            shapes=shapes,
            is_ruled=_is_ruled(drawn),
            is_cut=glyphs.cut,
        )
    finally:
        page.close()


def _in_order(printed: Sequence[Sheet], framed: Sequence[Table]) -> tuple[list[Sheet], list[Table]]:
    """The pages with their lines in reading order, and all their tables, each held in place by one line."""
    sheets: list[Sheet] = []
    tables: list[Table] = []
    for sheet in printed:
        known = [table for table in framed if table.page == sheet.number]
        own = find_tables(sheet.lines, shapes=sheet.shapes, known=known)
        lines = reading_order(flow(sheet.lines, own), shapes=sheet.shapes)
        sheets.append(replace(sheet, lines=tuple(lines)))
        tables += [_with_pieces(table, sheet) for table in sorted(own, key=lambda table: table.top)]
    return sheets, joined(tables, sheets)


def _with_pieces(table: Table, sheet: Sheet) -> Table:
    return replace(table, pieces=tuple(line for line in sheet.lines if table.holds(line)))


def _as_shown(atom: Atom, turned: int, *, width: float, height: float) -> tuple[Run, ...]:
    """Where the atom of a page whose type lies on its side is printed; () where it stands upright."""
    if not turned:
        return ()
    across, down = (height, width) if turned % 2 else (width, height)
    box = np.array([[atom.left, atom.top, atom.right, atom.bottom]])
    left, top, right, bottom = turn(box, -turned, width=across, height=down)[0].tolist()
    return (Run(text=plain(atom.text), left=left, top=top, right=right, bottom=bottom, confidence=CERTAIN),)


def _unread(document: Any, sheets: Sequence[Sheet]) -> list[Picture]:
    """The pages whose writing is no text: pictures, outlines, or characters whose font does not say them."""
    return [
        Picture(number=sheet.number, width=sheet.width, height=sheet.height)
        for sheet in sheets
        if _is_garbled(sheet) or (_chars_on(sheet) < _FEW_CHARS and _is_drawn(document, sheet.number - 1))
    ]


def _chars_on(sheet: Sheet) -> int:
    return sum(len(line.text) for line in sheet.lines)


def _is_garbled(sheet: Sheet) -> bool:
    unknown = sum(
        char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for line in sheet.lines for char in line.text
    )
    return unknown > _UNREADABLE * max(_chars_on(sheet), 1)


def _is_drawn(document: Any, number: int) -> bool:
    """Whether the page holds a picture, or as many outlines as a sentence has."""
    page = document[number]
    try:
        if any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
            return True
        outlines = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3)
        return sum(1 for _ in islice(outlines, _FEW_CHARS)) == _FEW_CHARS
    finally:
        page.close()


def _recognised(
    document: Any, sheets: Sequence[Sheet], *, on_page: OnPage
) -> tuple[list[Sheet], tuple[str, ...]]:
    """The sheets with those that are pictures read, and what the reader must know of the rest.

    Raises: NeedsOcr where too little is left without them, Unreadable where there is no writing at all.
    """
    pictures = _unread(document, sheets)
    if not pictures:
        if not any(sheet.lines for sheet in sheets):
            raise Unreadable(f"{len(sheets)}页都是空白，没有文字也没有图片；请重新获取原件")
        return list(sheets), ()
    if not is_installed():
        _require_enough(sheets, pictures)
        return list(sheets), (unread_note([each.number for each in pictures]),)
    read = read_scans(pictures, render=lambda number: _pixels(document, number - 1), on_page=on_page)
    left = [each.number for each in pictures if each.number not in read]
    whole = [read.get(sheet.number, sheet) for sheet in sheets]
    if not any(sheet.lines for sheet in whole):
        raise Unreadable(f"{len(sheets)}页都没有认出文字，可能是照片、图纸或手写稿；请提供文字版")
    return whole, (late_note(left),) if left else ()


def _require_enough(sheets: Sequence[Sheet], pictures: Sequence[Picture]) -> None:
    if len(pictures) >= _SCANNED * len(sheets):
        raise NeedsOcr(f"{len(sheets)}页中有{len(pictures)}页是图片或读不出文字，可能是扫描件；{HOW_TO_READ}")


def _pixels(document: Any, number: int) -> Pixels:
    """The page as a picture sharp enough to be read."""
    page = document[number]
    try:
        width, height = page.get_size()
        scale = min(_SCAN_DPI / 72, _MOST_PIXELS / max(width, height, 1))
        bitmap = page.render(scale=scale, draw_annots=False)
        pixels: Pixels = bitmap.to_numpy()[:, :, :3].copy()
        bitmap.close()
        return pixels
    finally:
        page.close()


def _is_ruled(shapes: Sequence[Rect]) -> bool:
    """Whether the page has lines that begin under each other, and lines that begin beside each other.

    A table's rules do; those of a drawing or a chart rarely.
    """
    across, down = Counter[int](), Counter[int]()
    for shape in shapes:
        width, height = shape.right - shape.left, shape.bottom - shape.top
        if not shape.is_picture and width > 20 and (height < _THIN or height > 8):
            across[round(shape.left / 2)] += 1
        if not shape.is_picture and height > 8 and (width < _THIN or width > 20):
            down[round(shape.top / 2)] += 1
    return max(across.values(), default=0) >= _RULES - 1 and max(down.values(), default=0) >= _RULES


def _tables(data: bytes, numbers: Sequence[int]) -> list[Table]:
    """The ruled tables of these pages; pdfplumber is slow, so it sees no other page."""
    if not numbers:
        return []
    import pdfplumber
    from pdfminer.pdfexceptions import PDFException
    from pdfplumber.utils.exceptions import PdfminerException

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    found: list[Table] = []
    began = time.process_time()
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            for number in numbers[:_MOST_TABLE_PAGES]:
                if time.process_time() - began > _MOST_TABLE_SECONDS:
                    break
                page = document.pages[number]
                grids = [_table(table, number + 1) for table in page.find_tables()]
                found += [table for table in grids if _is_table(table, page.height)]
                page.close()
    except (PDFException, PdfminerException, ValueError, TypeError, KeyError, IndexError, AssertionError):
        return found  # its text is still read as lines
    return found


def _is_table(table: Table, height: float) -> bool:
    """Whether a grid of frames holds enough words; a single row only where it may be part of a longer one."""
    cells = [cell for row in table.rows for cell in row]
    at_edge = table.top < _EDGE * height or table.bottom > (1 - _EDGE) * height
    return (
        len(table.rows[0]) > 1
        and 2 * sum(map(bool, cells)) >= len(cells)
        and (len(table.rows) > 1 or at_edge)
    )


def _table(table: Any, page: int) -> Table:
    """The grid with merged cells repeated: each slot shows the cell that covers it."""
    texts = {
        cell: plain(_WRAPPED_NUMBER.sub("", text or ""))
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
