"""Files in every format, built on the spot, and a way to ingest them without a model file."""

from __future__ import annotations

import atexit
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import docx
import openpyxl
import pptx
from fakes_embedding import BigramEmbedder
from pptx.util import Inches
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

from assistant.assistant import Assistant
from ingest import FileOutcome, IngestReport
from ingest.loaded import UNSTATED, Loaded, Stated
from ingest.pipeline import Run
from ingest.pool import Pool
from ingest.source import find
from ingest.worker import Worker
from vectorstore.build import open_searcher
from vectorstore.library import Library

FACT = "临江区一季度签约亿元以上项目34个，总投资152.66亿元。"
ARTICLE = f"""临江区招商引资开门红

□江城日报记者 张三 李四

{FACT}全区上下抓招商、促发展的氛围日益浓厚，一批重点项目加快落地。

聚焦产业链，精准招商

围绕新能源、生物医药两条产业链，临江区组建专班，赴北京、上海等地拜访企业108家，达成合作意向25个。

江城日报 要闻
"""


_CHILD = Pool([Worker()])  # one for all tests: its imports are most of what a small ingest takes
atexit.register(_CHILD.stop)


def open_test_library(store: Path) -> AbstractContextManager[Library]:
    """A writable library whose vectors come from the bigram embedder."""
    return Library.open(store, writable=True, embedder=BigramEmbedder())


def ingest_into(
    store: Path,
    paths: Sequence[Path],
    *,
    given: Stated = UNSTATED,
    on_outcome: Callable[[FileOutcome], None] = lambda outcome: None,
    pool: Pool | None = None,
) -> IngestReport:
    """One ingest run as `ingest.ingest` makes it, but with the bigram embedder."""
    with open_test_library(store) as library:
        run = Run(
            library=library,
            pool=pool or _CHILD,
            given=given,
            on_outcome=on_outcome,
            on_progress=lambda done_bytes: None,
        )
        return run.ingest(find(paths))


def shape(loaded: Loaded) -> list[tuple[str, int, str]]:
    """(kind, level, text) of each block: what golden tables compare."""
    return [(b.kind, b.level, loaded.text[b.start : b.end]) for b in loaded.blocks]


def docx_bytes(*paragraphs: str | tuple[str, str], table: Sequence[Sequence[str]] = ()) -> bytes:
    """A Word document of paragraphs, (style, text) pairs, and a table at the end."""
    document = docx.Document()
    for each in paragraphs:
        style, text = each if isinstance(each, tuple) else (None, each)
        document.add_paragraph(text, style=style)
    if table:
        grid = document.add_table(rows=len(table), cols=len(table[0]))
        for row, cells in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    return _saved(document.save)


def xlsx_bytes(**sheets: Sequence[Sequence[object]]) -> bytes:
    """A workbook of named sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return _saved(book.save)


def pptx_bytes(*slides: tuple[str, Sequence[str]]) -> bytes:
    """A deck of (title, bullet lines) slides."""
    deck = pptx.Presentation()
    for title, lines in slides:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = title
        if lines:
            box = slide.shapes.add_textbox(Inches(1), Inches(2), Inches(8), Inches(3))
            box.text_frame.text = "\n".join(lines)
    return _saved(deck.save)


def pdf_bytes(*pages: Sequence[tuple[float, float, str]], size: float = 12, **options: object) -> bytes:
    """A PDF whose pages are (x, y from the top, text) lines in the Song typeface."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, pagesize=A4, **options)
    for page in pages:
        sheet.setFont("STSong-Light", size)
        for x, y, text in page:
            sheet.drawString(x, A4[1] - y, text)
        sheet.showPage()
    sheet.save()
    return stream.getvalue()


def zip_bytes(files: dict[str, bytes]) -> bytes:
    """A .zip of these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def jsonl_bytes(*records: object) -> bytes:
    """A .jsonl of these records."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def _saved(save: Callable[[io.BytesIO], None]) -> bytes:
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()


@contextmanager
def asked_over(folder: Path, papers: Mapping[str, str]) -> Iterator[Assistant]:
    """An assistant over papers written to `folder`, by name, found by the embedder of tests."""
    source = folder / "papers"
    for name, text in papers.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text, "utf-8")
    ingest_into(folder / "store", [source])
    with open_test_library(folder / "store") as library:
        yield Assistant(library, open_searcher(library))
