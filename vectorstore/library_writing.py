"""What happens inside the transaction that puts a document in, or takes it out?"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from vectorstore.document import Document, Passage
from vectorstore.embedding import Embedder, Matrix
from vectorstore.errors import InvalidRecord
from vectorstore.ledger_rows import Figure, Project
from vectorstore.library_rows import (
    DOCUMENT_COLUMNS,
    FIGURE_COLUMNS,
    PASSAGE_COLUMNS,
    PROJECT_COLUMNS,
    document_row,
    figure_row,
    marks,
    packed,
    page_row,
    passage_row,
    project_row,
)


@dataclass(frozen=True, kw_only=True)
class Record:
    """Everything the library keeps of one document; `vectors` has a row for each passage.

    `parameters` says with which reader and options it was read: a change means it must be read again.
    """

    document: Document
    passages: tuple[Passage, ...]
    vectors: Matrix
    figures: tuple[Figure, ...] = ()
    projects: tuple[Project, ...] = ()
    original: bytes | None = None
    parameters: str = ""


def require_consistent(record: Record, *, dimension: int) -> None:
    """Refuse what could never be cited.

    Raises: InvalidRecord if a span is not verbatim, ordinals do not count from 0, a row belongs to another
    document, or the vectors do not fit the passages.
    """
    document = record.document
    if record.vectors.shape != (len(record.passages), dimension) or not np.isfinite(record.vectors).all():
        raise InvalidRecord(
            f"{document.name}: vectors {record.vectors.shape} do not fit {len(record.passages)} passages "
            f"of dimension {dimension}, or are not finite"
        )
    for expected, passage in enumerate(record.passages):
        if passage.ordinal != expected:
            raise InvalidRecord(f"{document.name}: passage {expected} carries ordinal {passage.ordinal}")
        if document.text[passage.start : passage.end] != passage.text:
            raise InvalidRecord(f"{document.name}: passage {expected} is not verbatim at its offsets")
    rows: tuple[Passage | Figure | Project, ...] = (*record.passages, *record.figures, *record.projects)
    for row in rows:
        if row.document_id != document.id:
            raise InvalidRecord(f"{document.name}: holds a row of document {row.document_id}")


def write_records(
    connection: sqlite3.Connection, records: Sequence[Record], *, dimension: int
) -> dict[str, InvalidRecord]:
    """Write the records that can be, inside the caller's transaction; the others, by id, and why not."""
    refused: dict[str, InvalidRecord] = {}
    for record in records:
        connection.execute("SAVEPOINT record")
        try:
            require_consistent(record, dimension=dimension)
            _write_record(connection, record)
        except (InvalidRecord, sqlite3.IntegrityError) as error:
            connection.execute("ROLLBACK TO record")
            refused[record.document.id] = _invalid(record, error)
        connection.execute("RELEASE record")
    if written := [record.document.id for record in records if record.document.id not in refused]:
        touch_vectors(connection, written)
    return refused


def _invalid(record: Record, error: InvalidRecord | sqlite3.IntegrityError) -> InvalidRecord:
    if isinstance(error, InvalidRecord):
        return error
    return InvalidRecord(f"{record.document.name}: the record contradicts itself ({error})")


def _write_record(connection: sqlite3.Connection, record: Record) -> None:
    """Replace the document of `record` wholly."""
    document = record.document
    erase(connection, [document.id])
    key = _write_original(connection, record.original)
    connection.execute(
        f"INSERT INTO documents ({DOCUMENT_COLUMNS}, parameters, original, chars, text) "
        f"VALUES ({marks(DOCUMENT_COLUMNS)}, ?, ?, ?, ?)",
        (*document_row(document), record.parameters, key, len(document.text), document.text),
    )
    connection.executemany(
        "INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?, ?)",
        [page_row(page, document_id=document.id, ordinal=at) for at, page in enumerate(document.pages)],
    )
    if document.boxes.packed:
        connection.execute("INSERT INTO boxes VALUES (?, ?)", (document.id, document.boxes.packed))
    connection.executemany(
        "INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?)",
        [(document.id, at, b.kind, b.start, b.end, b.level) for at, b in enumerate(document.blocks)],
    )
    _write_passages(connection, record)
    _write_ledger(connection, record)


def erase(connection: sqlite3.Connection, document_ids: Collection[str]) -> bool:
    """Take documents and everything of theirs out; True if there was one. Inside the caller's transaction."""
    found = False
    for document_id in document_ids:
        row = connection.execute("SELECT original FROM documents WHERE id = ?", (document_id,)).fetchone()
        if row is None:
            continue
        found = True
        connection.execute("DELETE FROM documents WHERE id = ?", (document_id,))
        connection.execute(
            "DELETE FROM originals WHERE sha256 = ?1 "
            "AND NOT EXISTS (SELECT 1 FROM documents WHERE original = ?1)",
            (row["original"],),
        )
    return found


def touch(connection: sqlite3.Connection) -> int:
    """Count one more write; the new generation."""
    connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
    return int(connection.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()[0])


def touch_vectors(connection: sqlite3.Connection, document_ids: Collection[str]) -> None:
    """Count one more write and mark the derived vector index as behind for these documents."""
    generation = touch(connection)
    connection.execute("UPDATE meta SET value = ? WHERE key = 'vectors'", (str(generation),))
    connection.executemany(
        "INSERT OR REPLACE INTO changes VALUES (?, ?)", [(each, generation) for each in document_ids]
    )


def note_embedder(connection: sqlite3.Connection, embedder: Embedder) -> None:
    """Write down whose vectors these are, or will be; inside the caller's transaction."""
    values = ((embedder.name, "embedder"), (str(embedder.dimension), "dimension"))
    connection.executemany("UPDATE meta SET value = ? WHERE key = ?", values)


def _write_original(connection: sqlite3.Connection, original: bytes | None) -> str | None:
    if original is None:
        return None
    key = hashlib.sha256(original).hexdigest()
    connection.execute("INSERT OR IGNORE INTO originals VALUES (?, ?)", (key, original))
    return key


def _write_passages(connection: sqlite3.Connection, record: Record) -> None:
    document = record.document
    connection.executemany(
        f"INSERT INTO passages ({PASSAGE_COLUMNS}) VALUES ({marks(PASSAGE_COLUMNS)})",
        [passage_row(passage) for passage in record.passages],
    )
    connection.execute(
        "INSERT INTO vectors VALUES (?, ?, ?)", (document.id, document.level, packed(record.vectors))
    )


def _write_ledger(connection: sqlite3.Connection, record: Record) -> None:
    document_id = record.document.id
    connection.executemany(
        f"INSERT INTO figures (document_id, {FIGURE_COLUMNS}) VALUES (?, {marks(FIGURE_COLUMNS)})",
        [(document_id, *figure_row(figure, ordinal=at)) for at, figure in enumerate(record.figures)],
    )
    connection.executemany(
        f"INSERT INTO projects (document_id, {PROJECT_COLUMNS}) VALUES (?, {marks(PROJECT_COLUMNS)})",
        [(document_id, *project_row(project, ordinal=at)) for at, project in enumerate(record.projects)],
    )
