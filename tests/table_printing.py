"""How does a table look in each format? The same design as .docx, .xlsx, .html and three kinds of .pdf."""

from __future__ import annotations

import html
import io
from collections.abc import Callable

import docx
import openpyxl
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle
from table_designs import Design

FONT = "STSong-Light"
BEFORE = "现将有关情况通报如下，请结合实际抓好落实。"
AFTER = "下一步，各地要对照任务清单加快推进，确保按时完成。"


def title_of(design: Design) -> str:
    return f"关于{design.city}招商引资工作情况的通报"


def covered(design: Design) -> set[tuple[int, int]]:
    """The slots that a merged cell covers besides its own."""
    return {
        (r, c)
        for (top, left), (down, across) in design.spans.items()
        for r in range(top, top + down)
        for c in range(left, left + across)
        if (r, c) != (top, left)
    }


def as_docx(design: Design) -> bytes:
    document = docx.Document()
    document.add_paragraph(title_of(design), style="Title")
    document.add_paragraph(BEFORE)
    for line in filter(None, (design.caption, design.unit_line)):
        document.add_paragraph(line)
    table = document.add_table(rows=len(design.grid), cols=len(design.grid[0]), style="Table Grid")
    hidden = covered(design)
    for r, row in enumerate(design.grid):
        for c, text in enumerate(row):
            if (r, c) not in hidden:
                table.cell(r, c).text = text
    for (r, c), (down, across) in design.spans.items():
        table.cell(r, c).merge(table.cell(r + down - 1, c + across - 1))
    for line in filter(None, (design.note, AFTER)):
        document.add_paragraph(line)
    return _saved(document.save)


def as_xlsx(design: Design) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    width = len(design.grid[0])
    for line in filter(None, (title_of(design), design.caption, design.unit_line)):
        sheet.append([line])
        sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=width)
    top = sheet.max_row + 1
    hidden = covered(design)
    for r, row in enumerate(design.grid):
        for c, text in enumerate(row):
            if (r, c) not in hidden and text:
                sheet.cell(top + r, 1 + c).value = text if r < design.header_rows else _typed(text)
                sheet.cell(top + r, 1 + c).number_format = _format(text)
    for (r, c), (down, across) in design.spans.items():
        sheet.merge_cells(
            start_row=top + r, end_row=top + r + down - 1, start_column=1 + c, end_column=c + across
        )
    if design.note:
        sheet.append([design.note])
    return _saved(book.save)


def _typed(text: str) -> str | float | int:
    bare = text.replace(",", "")
    if bare.lstrip("-").isdigit():
        return int(bare)
    return float(bare) if bare.lstrip("-").replace(".", "", 1).isdigit() else text


def _format(text: str) -> str:
    places = len(text.partition(".")[2])
    return f"{'#,##' if ',' in text else ''}0{'.' + '0' * places if places else ''}" if places else "General"


def as_html(design: Design) -> bytes:
    rows = []
    hidden = covered(design)
    for r, row in enumerate(design.grid):
        tag = "th" if r < design.header_rows else "td"
        cells = []
        for c, text in enumerate(row):
            if (r, c) not in hidden:
                down, across = design.spans.get((r, c), (1, 1))
                span = (f' rowspan="{down}"' if down > 1 else "") + (
                    f' colspan="{across}"' if across > 1 else ""
                )
                cells.append(f"<{tag}{span}>{html.escape(text)}</{tag}>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    above = f"<p>{design.unit_line}</p>" if design.unit_line else ""
    below = f"<p>{design.note}</p>" if design.note else ""
    page = f"""<html><head><title>{title_of(design)}</title></head><body><h1>{title_of(design)}</h1>
<p>{BEFORE}</p>{above}<table><caption>{design.caption}</caption>{"".join(rows)}</table>{below}<p>{AFTER}</p>
</body></html>"""
    return page.encode()


def as_ruled_pdf(design: Design) -> bytes:
    return _pdf(design, [("GRID", (0, 0), (-1, -1), 0.5, colors.black)])


def as_three_line_pdf(design: Design) -> bytes:
    last = design.header_rows - 1
    rules: list[tuple[object, ...]] = [
        ("LINEABOVE", (0, 0), (-1, 0), 1.2, colors.black),
        ("LINEBELOW", (0, last), (-1, last), 0.6, colors.black),
        ("LINEBELOW", (0, -1), (-1, -1), 1.2, colors.black),
    ]
    for (r, c), (_, across) in design.spans.items():
        if r < last and across > 1:
            rules.append(("LINEBELOW", (c, r), (c + across - 1, r), 0.4, colors.black))
    return _pdf(design, rules)


def as_bare_pdf(design: Design) -> bytes:
    return _pdf(design, [])


def as_split_pdf(design: Design) -> bytes:
    """A ruled table that runs over the page's end, its heading printed once."""
    return _pdf(design, [("GRID", (0, 0), (-1, -1), 0.5, colors.black)], drop=_drop(design))


def as_split_bare_pdf(design: Design) -> bytes:
    """The same without rules, its heading printed again."""
    return _pdf(design, [], drop=_drop(design), repeat=True)


def _drop(design: Design) -> float:
    """The white above that leaves room for the headings and half of the rows."""
    return 625 - 16 * (design.header_rows + (len(design.grid) - design.header_rows) / 2)


def _pdf(design: Design, rules: list[tuple[object, ...]], *, drop: float = 0, repeat: bool = False) -> bytes:
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    wide = len(design.grid[0]) > 7 and not drop
    plain = ParagraphStyle("plain", fontName=FONT, fontSize=11, leading=17)
    big = ParagraphStyle("big", parent=plain, fontSize=18, leading=26, alignment=TA_CENTER)
    centre = ParagraphStyle("centre", parent=plain, alignment=TA_CENTER)
    right = ParagraphStyle("right", parent=plain, alignment=TA_RIGHT, fontSize=9)
    size = 7.5 if len(design.grid[0]) > 7 and drop else 9
    style: list[tuple[object, ...]] = [
        ("FONT", (0, 0), (-1, -1), FONT, size),
        ("ALIGN", (0, 0), (-1, -1), "CENTER"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]
    style += [("SPAN", (c, r), (c + a - 1, r + d - 1)) for (r, c), (d, a) in design.spans.items()]
    table = Table([list(row) for row in design.grid], repeatRows=design.header_rows if repeat else 0)
    table.setStyle(TableStyle([*style, *rules]))
    story: list[Flowable] = [Paragraph(title_of(design), big), Spacer(1, drop), Paragraph(BEFORE, plain)]
    story.append(Paragraph(design.caption, centre))
    if design.unit_line:
        story.append(Paragraph(design.unit_line, right))
    story += [table, *([Paragraph(design.note, right)] if design.note else []), Paragraph(AFTER, plain)]
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=landscape(A4) if wide else A4, invariant=1).build(story)
    return stream.getvalue()


def _saved(save: Callable[[io.BytesIO], None]) -> bytes:
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()


PRINTERS: dict[str, Callable[[Design], bytes]] = {
    "docx": as_docx,
    "xlsx": as_xlsx,
    "html": as_html,
    "pdf ruled": as_ruled_pdf,
    "pdf three-line": as_three_line_pdf,
    "pdf bare": as_bare_pdf,
    "pdf split": as_split_pdf,
    "pdf bare split": as_split_bare_pdf,
}
