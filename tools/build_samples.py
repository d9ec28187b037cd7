"""How are the sample documents of the binary formats made from their written sources?

`eval/samples/source/NAME.docx.txt` becomes `eval/samples/documents/NAME.docx` (so for .xlsx, .pptx and .pdf);
a folder `NAME.zip.d` becomes `NAME.zip`. The sources are marked up line by line: `# ` title, `@ ` line under
the title, `## ` heading (of a slide, in a .pptx), `- ` bullet, `| a | b |` table row, the rest paragraphs.
The same sources give the same bytes under the same library versions.
"""

from __future__ import annotations

import argparse
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Literal

SAMPLES = Path(__file__).resolve().parent.parent / "eval" / "samples"
SOURCE_SUFFIX = ".txt"
FOLDER_SUFFIX = ".d"
AUTHOR = "招答"
# Every clock a format stores is set to this one, or two builds would never be equal.
STAMP = datetime(2025, 7, 31, 8, 0, 0, tzinfo=UTC)
ZIP_STAMP = (2025, 7, 31, 8, 0, 0)
CHINESE_FONT = "STSong-Light"

Kind = Literal["title", "byline", "heading", "bullet", "table", "paragraph"]
MARKS: tuple[tuple[str, Kind], ...] = (
    ("# ", "title"),
    ("@ ", "byline"),
    ("## ", "heading"),
    ("- ", "bullet"),
    ("|", "table"),
)


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One piece of a source: a line of text, or a whole table as rows of cells."""

    kind: Kind
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = field(default=())


def parse(source: str) -> list[Piece]:
    """The pieces of a marked-up source in order; neighbouring table rows make one table."""
    lines = [_marked(line) for line in source.splitlines() if line.strip()]
    pieces: list[Piece] = []
    for kind, group in groupby(lines, key=lambda marked: marked[0]):
        texts = [text for _, text in group]
        if kind == "table":
            pieces.append(Piece(kind=kind, rows=tuple(_cells(text) for text in texts)))
        else:
            pieces.extend(Piece(kind=kind, text=text) for text in texts)
    return pieces


def _marked(line: str) -> tuple[Kind, str]:
    for mark, kind in MARKS:
        if line.startswith(mark):
            return kind, line.removeprefix(mark).strip()
    return "paragraph", line.strip()


def _cells(row: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row.rstrip().removesuffix("|").split("|"))


def render_docx(pieces: list[Piece]) -> bytes:
    """A Word file with real heading styles, lists and tables."""
    import docx

    document = docx.Document()
    styles = {"title": "Title", "byline": "Subtitle", "heading": "Heading 1", "bullet": "List Bullet"}
    for piece in pieces:
        if piece.kind == "table":
            table = document.add_table(rows=0, cols=len(piece.rows[0]), style="Table Grid")
            for row in piece.rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        else:
            document.add_paragraph(piece.text, style=styles.get(piece.kind))
    core = document.core_properties
    core.author, core.title, core.comments = AUTHOR, pieces[0].text, ""
    core.created = core.modified = STAMP.replace(tzinfo=None)
    return _saved(document.save)


def render_xlsx(pieces: list[Piece]) -> bytes:
    """A workbook of one sheet: a merged title row, the table with numbers as numbers, a note row."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "项目清单"
    columns = max(len(row) for piece in pieces for row in piece.rows)
    for piece in pieces:
        for row in piece.rows or ((piece.text,),):
            sheet.append([_cell_value(text) for text in row])
        if not piece.rows:
            sheet.merge_cells(
                start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=columns
            )
    sheet["A1"].font = Font(bold=True, size=14)
    for letter in "ABCEG":
        sheet.column_dimensions[letter].width = 22
    book.properties.creator = AUTHOR
    book.properties.title = pieces[0].text
    book.properties.created = STAMP.replace(tzinfo=None)
    return _saved(book.save)


def _cell_value(text: str) -> str | float | int | None:
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        return text
    return int(value) if value.is_integer() else value


def render_pptx(pieces: list[Piece]) -> bytes:
    """A deck: a title slide, then a slide for each heading with its bullets or its table."""
    from pptx import Presentation
    from pptx.util import Inches

    deck = Presentation()
    bylines = [piece.text for piece in pieces if piece.kind == "byline"]
    opening = deck.slides.add_slide(deck.slide_layouts[0])
    opening.shapes.title.text = pieces[0].text
    opening.placeholders[1].text = "\n".join(bylines)
    for heading, body in _slides(pieces):
        tables = [piece for piece in body if piece.kind == "table"]
        slide = deck.slides.add_slide(deck.slide_layouts[5 if tables else 1])
        slide.shapes.title.text = heading
        texts = "\n".join(piece.text for piece in body if piece.kind != "table")
        if not tables:
            slide.placeholders[1].text = texts
            continue
        rows = tables[0].rows
        box = (Inches(0.5), Inches(1.6), Inches(9), Inches(0.5 * len(rows)))
        grid = slide.shapes.add_table(len(rows), len(rows[0]), *box).table
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                grid.cell(r, c).text = text
        slide.shapes.add_textbox(Inches(0.5), Inches(6.3), Inches(9), Inches(0.6)).text_frame.text = texts
    core = deck.core_properties
    core.author, core.title, core.last_modified_by = AUTHOR, pieces[0].text, AUTHOR
    core.created = core.modified = STAMP.replace(tzinfo=None)
    return _saved(deck.save)


def _slides(pieces: list[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    starts = [n for n, piece in enumerate(pieces) if piece.kind == "heading"]
    for start, end in zip(starts, [*starts[1:], len(pieces)], strict=True):
        yield pieces[start].text, pieces[start + 1 : end]


def render_pdf(pieces: list[Piece]) -> bytes:
    """A4 pages with a running header, page numbers, headings and ruled tables; the text layer is plain."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

    pdfmetrics.registerFont(UnicodeCIDFont(CHINESE_FONT))

    def style(size: float, *, centred: bool = False, indent: float = 0.0) -> ParagraphStyle:
        return ParagraphStyle(
            f"s{size}{centred}{indent}", fontName=CHINESE_FONT, fontSize=size, leading=size * 1.7,
            wordWrap="CJK", alignment=1 if centred else 0, firstLineIndent=indent, spaceAfter=size * 0.3,
            keepWithNext=centred,
        )  # fmt: skip

    styles = {
        "title": style(17, centred=True),
        "byline": style(11, centred=True),
        "heading": style(13, centred=True),
        "bullet": style(11),
        "paragraph": style(11, indent=22),
    }
    ruled = TableStyle(
        [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    )
    story: list[Flowable] = []
    for piece in pieces:
        if piece.kind == "table":
            cells = [[Paragraph(text, style(10)) for text in row] for row in piece.rows]
            story += [
                Table(cells, colWidths=_widths(piece.rows, total=160 * mm), style=ruled),
                Spacer(1, 4 * mm),
            ]
        else:
            story.append(Paragraph(piece.text, styles[piece.kind]))

    def frame(canvas: Canvas, template: SimpleDocTemplate) -> None:
        canvas.setFont(CHINESE_FONT, 9)
        canvas.drawString(25 * mm, A4[1] - 15 * mm, "招商政策汇编")
        canvas.drawCentredString(A4[0] / 2, 12 * mm, f"— {canvas.getPageNumber()} —")

    out = io.BytesIO()
    margin = 25 * mm
    template = SimpleDocTemplate(
        out, pagesize=A4, leftMargin=margin, rightMargin=margin, topMargin=margin, bottomMargin=margin,
        title=pieces[0].text, author=AUTHOR, invariant=1,
    )  # fmt: skip
    template.build(story, onFirstPage=frame, onLaterPages=frame)
    return out.getvalue()


def _widths(rows: tuple[tuple[str, ...], ...], *, total: float) -> list[float]:
    """Column widths in proportion to each column's longest cell, two characters of air in each."""
    longest = [max(map(len, column)) + 2 for column in zip(*rows, strict=True)]
    return [total * length / sum(longest) for length in longest]


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    """What an office library writes, packed again so that no clock of the build remains."""
    out = io.BytesIO()
    save(out)
    with zipfile.ZipFile(out) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    return _packed({name: _without_clock(name, data) for name, data in members.items()})


def _without_clock(name: str, data: bytes) -> bytes:
    if name != "docProps/core.xml":
        return data
    stamp = STAMP.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, data)


def _packed(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            entry = zipfile.ZipInfo(name, date_time=ZIP_STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return out.getvalue()


RENDERERS: dict[str, Callable[[list[Piece]], bytes]] = {
    ".docx": render_docx,
    ".xlsx": render_xlsx,
    ".pptx": render_pptx,
    ".pdf": render_pdf,
}


def build(source: Path, *, into: Path) -> list[Path]:
    """Write the document of every source under `source`; returns the files written, sorted by name."""
    into.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for entry in sorted(source.iterdir()):
        target = into / entry.name.removesuffix(FOLDER_SUFFIX).removesuffix(SOURCE_SUFFIX)
        if entry.is_dir():
            target.write_bytes(_packed({file.name: file.read_bytes() for file in sorted(entry.iterdir())}))
        else:
            target.write_bytes(RENDERERS[target.suffix](parse(entry.read_text("utf-8"))))
        written.append(target)
    return written


def main() -> None:
    parser = argparse.ArgumentParser(description="Rebuild the binary sample documents from their sources.")
    parser.add_argument("--into", type=Path, default=SAMPLES / "documents", help="folder to write to")
    for path in build(SAMPLES / "source", into=parser.parse_args().into):
        print(f"{path.name}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
