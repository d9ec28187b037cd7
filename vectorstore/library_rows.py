"""How do the types that cross rooms become rows, and rows become them again?

Numbers of the ledger are kept as the text of their Decimal: nothing is rounded on the way.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import numpy as np

from vectorstore.document import NO_BOXES, Block, Boxes, Document, Page, Passage
from vectorstore.embedding import Matrix
from vectorstore.ledger_rows import Figure, Project

DOCUMENT_COLUMNS = (
    "id, name, title, publisher, published, published_basis, reference_date, number, level, url, "
    "source, sha256"
)
_DOCUMENT_FIELDS = tuple(DOCUMENT_COLUMNS.split(", "))
PASSAGE_COLUMNS = 'document_id, ordinal, start, "end", section, page, places, text'
FIGURE_COLUMNS = (
    'ordinal, subject, metric, value, unit, quote, start, "end", raw, raw_start, qualifier, period, '
    "period_basis, modality, is_growth, threshold, place, certain"
)
# With the table figures named f and documents d.
FIGURE_ROWS = (
    f"SELECT f.document_id, d.name AS document, {FIGURE_COLUMNS} "
    "FROM figures f JOIN documents d ON d.id = f.document_id"
)
PROJECT_COLUMNS = (
    'ordinal, name, quote, start, "end", aliases, investor, place, investment, investment_unit, stage, '
    "industry, output, date"
)
_OF_PROJECTS = ", ".join(f"p.{column}" for column in PROJECT_COLUMNS.split(", "))
PROJECT_ROWS = (
    f"SELECT p.document_id, d.name AS document, {_OF_PROJECTS} "
    "FROM projects p JOIN documents d ON d.id = p.document_id"
)
Row = tuple[object, ...]


def marks(columns: str) -> str:
    """A question mark for each of `columns`."""
    return ", ".join("?" * len(columns.split(",")))


def document_row(document: Document) -> Row:
    """The values of DOCUMENT_COLUMNS."""
    d = document
    return (
        d.id, d.name, d.title, d.publisher, d.published, d.published_basis, d.reference_date, d.number,
        d.level, d.url, d.source, d.sha256,
    )  # fmt: skip


def document_of(
    row: Sequence[Any],
    *,
    text: str = "",
    pages: Sequence[Page] = (),
    blocks: Sequence[Block] = (),
    boxes: Boxes = NO_BOXES,
) -> Document:
    """The document of a row of DOCUMENT_COLUMNS; textless unless that is given."""
    document = Document.__new__(Document)
    own = document.__dict__  # as for figures: a question reads a hundred headings
    own.update(zip(_DOCUMENT_FIELDS, row, strict=True))
    own.update(text=text, pages=tuple(pages), blocks=tuple(blocks), boxes=boxes)
    return document


def page_row(page: Page, *, document_id: str, ordinal: int) -> Row:
    """A row of the table `pages`."""
    return (document_id, ordinal, page.number, page.start, page.end, page.width, page.height)


def page_of(row: sqlite3.Row) -> Page:
    return Page(**{name: row[name] for name in ("number", "start", "end", "width", "height")})


def block_of(row: sqlite3.Row) -> Block:
    return Block(kind=row["kind"], start=row["start"], end=row["end"], level=row["level"])


def passage_row(passage: Passage) -> Row:
    """The values of PASSAGE_COLUMNS."""
    p = passage
    places = json.dumps(p.places, ensure_ascii=False)
    return (p.document_id, p.ordinal, p.start, p.end, p.section, p.page, places, p.text)


def passage_of(row: Sequence[Any]) -> Passage:
    """The passage of a row of PASSAGE_COLUMNS."""
    passage = Passage.__new__(Passage)
    own = passage.__dict__  # as for figures
    (
        own["document_id"],
        own["ordinal"],
        own["start"],
        own["end"],
        own["section"],
        own["page"],
        places,
        own["text"],
    ) = row
    own["places"] = () if places == "[]" else tuple(json.loads(places))
    return passage


def figure_row(figure: Figure, *, ordinal: int) -> Row:
    """The values of FIGURE_COLUMNS."""
    f = figure
    return (
        ordinal, f.subject, f.metric, str(f.value), f.unit, f.quote, f.start, f.end, f.raw, f.raw_start,
        f.qualifier, f.period, f.period_basis, f.modality, int(f.is_growth), f.threshold, f.place,
        int(f.certain),
    )  # fmt: skip


def figure_of(row: sqlite3.Row, *, document: str = "") -> Figure:
    """The figure of a row of FIGURE_ROWS; `document` is the name of its document where the row has none."""
    figure = Figure.__new__(Figure)
    # A question reads a thousand: `Figure(...)` would set twenty fields one by one, three times as long.
    own = figure.__dict__
    (
        own["document_id"],
        own["document"],
        _,
        own["subject"],
        own["metric"],
        value,
        own["unit"],
        own["quote"],
        own["start"],
        own["end"],
        own["raw"],
        own["raw_start"],
        own["qualifier"],
        own["period"],
        own["period_basis"],
        own["modality"],
        is_growth,
        own["threshold"],
        own["place"],
        certain,
    ) = row
    own["value"], own["is_growth"], own["certain"] = Decimal(value), bool(is_growth), bool(certain)
    own["document"] = own["document"] or document
    return figure


def project_row(project: Project, *, ordinal: int) -> Row:
    """The values of PROJECT_COLUMNS."""
    p = project
    investment = None if p.investment is None else str(p.investment)
    return (
        ordinal, p.name, p.quote, p.start, p.end, json.dumps(p.aliases, ensure_ascii=False), p.investor,
        p.place, investment, p.investment_unit, p.stage, p.industry, p.output, p.date,
    )  # fmt: skip


def project_of(row: sqlite3.Row) -> Project:
    """The project of a row of PROJECT_ROWS."""
    project = Project.__new__(Project)
    own = project.__dict__  # as for figures: a ledger has ten thousand
    (
        own["document_id"],
        own["document"],
        _,
        own["name"],
        own["quote"],
        own["start"],
        own["end"],
        aliases,
        own["investor"],
        own["place"],
        investment,
        own["investment_unit"],
        own["stage"],
        own["industry"],
        own["output"],
        own["date"],
    ) = row
    own["aliases"] = () if aliases == "[]" else tuple(json.loads(aliases))
    own["investment"] = None if investment is None else Decimal(investment)
    return project


def packed(vectors: Matrix) -> bytes:
    """Half precision, little-endian: half the disk, and no ranking changed by it that we could measure."""
    return vectors.astype("<f2").tobytes()


def unpacked(blob: bytes, *, dimension: int) -> Matrix:
    """The (n, dimension) float32 matrix that `packed` stored, its rows at exactly unit length again."""
    matrix = np.frombuffer(blob, dtype="<f2").reshape(-1, dimension).astype(np.float32)
    lengths = np.sqrt(np.einsum("ij,ij->i", matrix, matrix))
    matrix /= np.where(lengths == 0, np.float32(1), lengths)[:, None]
    return matrix
