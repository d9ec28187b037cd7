"""Cells of printed tables: each is marked where it is printed, equal figures each in its own place."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

from ingest import pdf
from ingest.layout.printed import Line, Run, Sheet, Table
from ingest.loaded import Loaded, Writer
from ingest.pdf_lines import write_pages

ROWS = [
    ["区市", "签约项目数", "开工项目数"],
    ["临江区", "34", "21"],
    ["望湖区", "18", "34"],
    ["云溪区", "3", "9"],
]
LEFT, TOP, WIDTH, HEIGHT = 80.0, 200.0, 120.0, 24.0


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """A ruled table, its lines drawn."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, pagesize=A4)
    sheet.setFont("STSong-Light", 12)
    for n, row in enumerate(ROWS):
        for m, cell in enumerate(row):
            sheet.drawString(LEFT + m * WIDTH + 6, A4[1] - TOP - n * HEIGHT - 16, cell)
    for n in range(len(ROWS) + 1):
        sheet.line(LEFT, A4[1] - TOP - n * HEIGHT, LEFT + 3 * WIDTH, A4[1] - TOP - n * HEIGHT)
    for m in range(4):
        x = LEFT + m * WIDTH
        sheet.line(x, A4[1] - TOP, x, A4[1] - TOP - len(ROWS) * HEIGHT)
    sheet.save()
    return pdf.load(stream.getvalue())


@pytest.mark.parametrize(
    ("row", "column"), [(row, column) for row in range(len(ROWS)) for column in range(3)]
)
def test_a_cell_is_marked_in_its_own_place(loaded: Loaded, row: int, column: int) -> None:
    lines = loaded.text.strip().split("\n")
    assert [line.split("\t") for line in lines] == ROWS
    start = loaded.text.index(lines[row]) + len("\t".join(lines[row].split("\t")[:column])) + bool(column)
    [box] = loaded.boxes.between(start, start + len(ROWS[row][column]))
    assert LEFT + column * WIDTH < box.left < box.right < LEFT + (column + 1) * WIDTH
    assert TOP + row * HEIGHT - 2 < box.top < box.bottom < TOP + (row + 1) * HEIGHT + 2


def test_a_doubtful_cell_of_a_scan_keeps_its_doubt() -> None:
    def line(text: str, left: float, top: float, *, sure: float = 0.99) -> Line:
        run = Run(text=text, left=left, top=top, right=left + 20, bottom=top + 10, confidence=sure)
        return Line(
            page=1, text=text, left=left, top=top, right=left + 20, bottom=top + 10, size=10,
            page_height=400, runs=(run,),
        )  # fmt: skip

    cells = [line("区市", 0, 0), line("项目数", 90, 0), line("临江区", 0, 20), line("34", 90, 20, sure=0.5)]
    rows = (("区市", "项目数"), ("临江区", "34"))
    table = Table(page=1, rows=rows, left=0, top=0, right=200, bottom=40, pieces=tuple(cells))
    writer = Writer()
    write_pages(writer, [Sheet(number=1, width=300, height=400, lines=(cells[0],))], [table])
    result = writer.loaded()
    at = result.text.index("34")
    assert not result.boxes.is_certain(at, at + 2)
    assert result.boxes.is_certain(0, at)
