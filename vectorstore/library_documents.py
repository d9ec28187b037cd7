"""What do the documents of a library say, and where? Questions that only read; `Library` answers them too.

`levels` are the access levels that may be read; None: all.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from itertools import chain

from vectorstore.document import NO_BOXES, Boxes, Document, Page, Passage
from vectorstore.errors import NoSuchDocument
from vectorstore.library_rows import (
    DOCUMENT_COLUMNS,
    PASSAGE_COLUMNS,
    block_of,
    document_of,
    page_of,
    passage_of,
)

Levels = frozenset[str] | None
_OF_PASSAGES = ", ".join(f"p.{name}" for name in PASSAGE_COLUMNS.split(", "))
_OF_DOCUMENTS = ", ".join(f"d.{name}" for name in DOCUMENT_COLUMNS.split(", "))
_WIDTH = len(PASSAGE_COLUMNS.split(", "))


class Documents:
    """The documents and passages that `reading` lends a connection to; may be used from many threads."""

    def __init__(self, reading: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self.reading = reading

    def documents(self, *, levels: Levels = None) -> list[Document]:
        """The documents of these access levels (None: all) by name, without text, pages and blocks."""
        where, values = of_levels(levels)
        query = f"SELECT {DOCUMENT_COLUMNS} FROM documents d WHERE {where} ORDER BY name, id"
        return [document_of(row) for row in self._rows(query, values)]

    def entitled(self, words: Collection[str], *, levels: Levels = None) -> frozenset[str]:
        """The ids of the documents of these levels with one of `words` in their title or name."""
        where, values = of_levels(levels)
        said = " OR ".join(["instr(title || name, ?)"] * len(words)) or "0"
        query = f"SELECT id FROM documents d WHERE ({said}) AND {where}"
        return frozenset(row[0] for row in self._rows(query, (*words, *values)))

    def document_count(self, *, levels: Levels = None) -> int:
        """The number of documents of these levels."""
        where, values = of_levels(levels)
        return int(self._rows(f"SELECT count(*) FROM documents d WHERE {where}", values)[0][0])

    def newest(self, *, levels: Levels = None) -> str:
        """The latest reference date of the documents of these levels; "" where none has one.

        One document in a thousand may exceed it: a date inferred wrongly is not now.
        """
        where, values = of_levels(levels)
        dated = f"FROM documents d WHERE reference_date != '' AND {where}"
        query = (
            f"SELECT reference_date {dated} ORDER BY reference_date DESC "
            f"LIMIT 1 OFFSET (SELECT count(*) / 1000 {dated})"
        )
        return next((str(row[0]) for row in self._rows(query, (*values, *values))), "")

    def dates(self, document_ids: Collection[str]) -> dict[str, str]:
        """The reference date of each of these documents, "" where it has none, by id."""
        query = "SELECT id, reference_date FROM documents WHERE id IN (SELECT value FROM json_each(?))"
        return {row[0]: row[1] for row in self._rows(query, (json.dumps(sorted(document_ids)),))}

    def headings(self, document_ids: Collection[str], *, levels: Levels = None) -> list[Document]:
        """The documents of these ids and levels, without text, pages and blocks, in no order."""
        where, values = of_levels(levels)
        query = (
            f"SELECT {DOCUMENT_COLUMNS} FROM documents d "
            f"WHERE id IN (SELECT value FROM json_each(?)) AND {where}"
        )
        return [document_of(row) for row in self._rows(query, (json.dumps([*document_ids]), *values))]

    def text(self, document_id: str) -> str:
        """The text of one document.

        Raises: NoSuchDocument.
        """
        return self.texts((document_id,))[document_id]

    def texts(self, document_ids: Collection[str]) -> dict[str, str]:
        """The texts of these documents, by id.

        Raises: NoSuchDocument.
        """
        query = "SELECT id, text FROM documents WHERE id IN (SELECT value FROM json_each(?))"
        found = {row[0]: row[1] for row in self._rows(query, (json.dumps([*document_ids]),))}
        for document_id in document_ids:
            if document_id not in found:
                raise NoSuchDocument(document_id)
        return found

    def document(self, document_id: str) -> Document:
        """One whole document.

        Raises: NoSuchDocument.
        """
        values = (document_id,)
        with self.reading() as connection:
            connection.execute("BEGIN")  # one moment for all of it
            query = f"SELECT {DOCUMENT_COLUMNS}, text FROM documents WHERE id = ?"
            row = connection.execute(query, values).fetchone()
            if row is None:
                raise NoSuchDocument(document_id)
            pages = connection.execute("SELECT * FROM pages WHERE document_id = ? ORDER BY ordinal", values)
            blocks = connection.execute("SELECT * FROM blocks WHERE document_id = ? ORDER BY ordinal", values)
            boxes = connection.execute("SELECT packed FROM boxes WHERE document_id = ?", values).fetchone()
            *heading, text = row
            return document_of(
                heading,
                text=text,
                pages=[*map(page_of, pages)],
                blocks=[*map(block_of, blocks)],
                boxes=Boxes(packed=boxes["packed"]) if boxes else NO_BOXES,
            )

    def pages(self, document_id: str) -> tuple[Page, ...]:
        """The pages of a document in order; none for formats without pages."""
        query = "SELECT * FROM pages WHERE document_id = ? ORDER BY ordinal"
        return tuple(map(page_of, self._rows(query, (document_id,))))

    def boxes(self, document_id: str) -> Boxes:
        """Where the lines of a document are printed."""
        rows = self._rows("SELECT packed FROM boxes WHERE document_id = ?", (document_id,))
        return Boxes(packed=rows[0]["packed"]) if rows else NO_BOXES

    def original(self, document_id: str) -> bytes | None:
        """The file as it was ingested, or None where it was not kept.

        Raises: NoSuchDocument.
        """
        query = (
            "SELECT o.bytes FROM documents d LEFT JOIN originals o ON o.sha256 = d.original WHERE d.id = ?"
        )
        rows = self._rows(query, (document_id,))
        if not rows:
            raise NoSuchDocument(document_id)
        return rows[0]["bytes"]  # type: ignore[no-any-return]

    def passages(self, document_id: str) -> list[Passage]:
        """A document's passages in order."""
        query = f"SELECT {PASSAGE_COLUMNS} FROM passages WHERE document_id = ? ORDER BY ordinal"
        return [passage_of(row) for row in self._rows(query, (document_id,))]

    def places(self, *, levels: Levels = None) -> frozenset[str]:
        """The canonical names of the places that passages of documents of these levels speak of."""
        where, values = of_levels(levels)
        query = "SELECT DISTINCT p.places FROM passages p"
        if levels is not None:
            query += f" JOIN documents d ON d.id = p.document_id WHERE {where}"
        # Read as one: fourteen thousand lists by themselves take five times as long.
        lists = json.loads(f"[{','.join(row['places'] for row in self._rows(query, values))}]")
        return frozenset(chain.from_iterable(lists))

    def main_places(self, document_id: str) -> frozenset[str]:
        """The places that a third of a document's passages name."""
        rows = self._rows("SELECT places FROM passages WHERE document_id = ?", (document_id,))
        counts = Counter(name for row in rows for name in json.loads(row["places"]))
        return frozenset(name for name, count in counts.items() if count * 3 >= len(rows))

    def passages_at(self, keys: Sequence[tuple[str, int]]) -> list[tuple[Document, Passage]]:
        """The passages of these document ids and ordinals, each with its document (without text), in order.

        One that is not there is left out.
        """
        # One query: twenty by themselves take five times as long. CROSS JOIN keeps to the order of the keys.
        query = (
            f"SELECT {_OF_PASSAGES}, {_OF_DOCUMENTS} FROM json_each(?) AS key "
            "CROSS JOIN passages p ON p.document_id = json_extract(key.value, '$[0]') "
            "AND p.ordinal = json_extract(key.value, '$[1]') "
            "CROSS JOIN documents d ON d.id = p.document_id"
        )
        rows = self._rows(query, (json.dumps(keys),))
        return [(document_of(row[_WIDTH:]), passage_of(row[:_WIDTH])) for row in rows]

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> list[sqlite3.Row]:
        with self.reading() as connection:
            return connection.execute(query, values).fetchall()


def of_levels(levels: Levels) -> tuple[str, tuple[object, ...]]:
    """A condition on the table named d, and its values."""
    if levels is None:
        return "1", ()
    return f"d.level IN ({', '.join('?' * len(levels))})", tuple(sorted(levels))
