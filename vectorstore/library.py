"""What does the library hold? SQLite, the single truth, with one transaction a document.

Every index is derived from this file and can be made again from it. A writer holds the store's lock; readers
are never blocked and see the last finished transaction (write-ahead log, flushed to disk at every commit).
A reader may be used from many threads: each call borrows a connection of its own.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from vectorstore.embedding import Embedder, Matrix
from vectorstore.errors import EmbedderChanged, InvalidRecord, NoSuchDocument
from vectorstore.ledger_rows import Figure, Project
from vectorstore.library_connections import Connections
from vectorstore.library_documents import Documents, Levels, of_levels
from vectorstore.library_rows import FIGURE_ROWS, PROJECT_ROWS, figure_of, project_of, unpacked
from vectorstore.library_writing import Record as Record
from vectorstore.library_writing import (
    erase,
    note_embedder,
    touch,
    touch_vectors,
    write_records,
)

_VECTORS_AT_A_TIME = 1000  # documents


@dataclass(frozen=True, kw_only=True)
class Fingerprint:
    """What tells an unchanged file from a changed one, without reading the document."""

    document_id: str
    source: str
    name: str
    sha256: str
    parameters: str


@dataclass(frozen=True, kw_only=True)
class DocumentVectors:
    """One document's vectors in the order of its passages; an all-zero row is a passage that says nothing."""

    document_id: str
    level: str
    matrix: Matrix


class Library(Documents):
    """An open library: a context manager, made by `Library.open`."""

    def __init__(self, connections: Connections, *, store: Path, embedder: Embedder) -> None:
        super().__init__(connections.reading)
        self.store = store
        self.embedder = embedder
        self._connections = connections
        self.writing = connections.writing

    @classmethod
    def open(
        cls, store: Path, *, writable: bool = False, embedder: Embedder, accept_embedder: bool = False
    ) -> Self:
        """Open the library in the folder `store`; a writer creates it and holds its lock until closed.

        `accept_embedder` opens a library of another embedder too, for whoever is about to repair it.

        Raises: StoreMissing, StoreBusy (within 2 s), StoreDamaged, StoreTooNew, StoreTooOld,
            StoreUnusable, EmbedderChanged.
        """
        library = cls(Connections(store, writable=writable), store=store, embedder=embedder)
        try:
            if not accept_embedder:
                library._require_embedder()
        except BaseException:
            library.close()
            raise
        return library

    def close(self) -> None:
        """Give back connections and the writer's lock; harmless when done twice."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def put(self, record: Record) -> None:
        """Replace the document wholly, lexical index included, in one transaction; on return it is on disk.

        Raises: InvalidRecord, StoreUnusable.
        """
        for error in self.put_all([record]).values():
            raise error

    def put_all(self, records: Sequence[Record]) -> dict[str, InvalidRecord]:
        """Replace these documents, each wholly or not at all, in one transaction; on return they are on disk.

        Those refused, by document id with the reason, are as they were before.

        Raises: StoreUnusable.
        """
        with self.writing() as connection:
            return write_records(connection, records, dimension=self.embedder.dimension)

    def remove(self, document_id: str) -> None:
        """Take a document and everything of it out.

        Raises: NoSuchDocument.
        """
        with self.writing() as connection:
            if not erase(connection, [document_id]):
                raise NoSuchDocument(document_id)
            touch_vectors(connection, [document_id])

    def rename(self, document_id: str, *, source: str, name: str) -> None:
        """Give a document another source and name; citations, figures and projects show the new name.

        Raises: NoSuchDocument.
        """
        with self.writing() as connection:
            changed = connection.execute(
                "UPDATE documents SET source = ?, name = ? WHERE id = ?", (source, name, document_id)
            )
            if not changed.rowcount:
                raise NoSuchDocument(document_id)
            touch(connection)

    def fingerprints(self) -> list[Fingerprint]:
        """Every document's fingerprint, ordered by source and id."""
        query = "SELECT id, source, name, sha256, parameters FROM documents ORDER BY source, id"
        return [
            Fingerprint(document_id=row["id"], **{key: row[key] for key in row.keys()[1:]})
            for row in self._rows(query)
        ]

    def figures(self, *, levels: Levels = None) -> list[Figure]:
        """The figures of documents of these levels, by document name and place in it."""
        where, values = of_levels(levels)
        rows = self._rows(f"{FIGURE_ROWS} WHERE {where} ORDER BY d.name, d.id, ordinal", values)
        return [*map(figure_of, rows)]

    def projects(self, *, levels: Levels = None) -> list[Project]:
        """The projects of documents of these levels, by document name and place in it."""
        where, values = of_levels(levels)
        rows = self._rows(f"{PROJECT_ROWS} WHERE {where} ORDER BY d.name, d.id, p.ordinal", values)
        return [*map(project_of, rows)]

    def project_names(self, *, levels: Levels = None) -> list[tuple[str, ...]]:
        """The name and the aliases of each of `projects`, at a third of the time of reading them whole."""
        where, values = of_levels(levels)
        query = (
            "SELECT p.name, p.aliases FROM projects p JOIN documents d ON d.id = p.document_id "
            f"WHERE {where} ORDER BY d.name, d.id, p.ordinal"
        )
        rows = self._rows(query, values)
        return [(name, *(json.loads(aliases) if aliases != "[]" else ())) for name, aliases in rows]

    @property
    def generation(self) -> int:
        """A number that grows with every write, by whichever process; caches key on it."""
        return int(self.meta("generation"))

    def meta(self, key: str) -> str:
        """A value of the book-keeping: store, generation, vectors, synced, embedder or dimension."""
        return str(self._rows("SELECT value FROM meta WHERE key = ?", (key,))[0]["value"])

    def passage_count(self) -> int:
        """The number of passages."""
        return int(self._rows("SELECT count(*) FROM passages")[0][0])

    def vectors(self, document_ids: Collection[str] | None = None) -> Iterator[DocumentVectors]:
        """The stored vectors of these documents (None: of all), in the order of document ids."""
        with self.reading() as connection:
            dimension = int(self.meta("dimension"))
            wanted = "" if document_ids is None else json.dumps(sorted(document_ids))
            where = "WHERE document_id IN (SELECT value FROM json_each(?))" if wanted else ""
            query = f"SELECT * FROM vectors {where} ORDER BY document_id"
            rows = connection.execute(query, (wanted,) if wanted else ())
            while batch := rows.fetchmany(_VECTORS_AT_A_TIME):
                yield from _unpacked_together(batch, dimension=dimension)

    def _require_embedder(self) -> None:
        stored, given = self.meta("embedder"), self.embedder.name
        if stored == given and int(self.meta("dimension")) == self.embedder.dimension:
            return
        if self.passage_count():
            raise EmbedderChanged(self.store, stored=stored, given=given)
        if self._connections.writable:
            with self.writing() as connection:
                note_embedder(connection, self.embedder)


def _unpacked_together(rows: Sequence[sqlite3.Row], *, dimension: int) -> Iterator[DocumentVectors]:
    """Unpacked in one piece: ten times faster than one by one."""
    blobs = [row["matrix"] for row in rows]
    matrix = unpacked(b"".join(blobs), dimension=dimension)
    at = 0
    for row, blob in zip(rows, blobs, strict=True):
        end = at + len(blob) // (2 * dimension)
        yield DocumentVectors(document_id=row["document_id"], level=row["level"], matrix=matrix[at:end])
        at = end
