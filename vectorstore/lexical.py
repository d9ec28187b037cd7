"""Which words stand in which passage? The full-text index, written in the library's own transactions.

SQLite's FTS5 holds our terms (words and character pairs) separated by spaces, in three fields. The table is
contentless: the text is in `passages` already. To remove an entry FTS5 must be told what it held; the terms
are computed again from the stored passage.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from language.words import terms

LEXICAL_SCHEMA = """
CREATE VIRTUAL TABLE lexical USING fts5 (
    title, section, body, content = '', tokenize = "unicode61 remove_diacritics 0 tokenchars '.'"
);
CREATE VIRTUAL TABLE lexical_terms USING fts5vocab (lexical, row);
"""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What the index knows of one passage: its row id and its three fields as plain text."""

    id: int
    title: str
    section: str
    body: str


def add(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """Index `entries`; inside the caller's transaction."""
    connection.executemany(
        "INSERT INTO lexical (rowid, title, section, body) VALUES (?, ?, ?, ?)", map(_row, entries)
    )


def remove(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """Take `entries` out again, given as they were added; inside the caller's transaction."""
    connection.executemany(
        "INSERT INTO lexical (lexical, rowid, title, section, body) VALUES ('delete', ?, ?, ?, ?)",
        map(_row, entries),
    )


def clear(connection: sqlite3.Connection) -> None:
    """Take every entry out, whatever it held; inside the caller's transaction."""
    connection.execute("INSERT INTO lexical (lexical) VALUES ('delete-all')")


def holds(connection: sqlite3.Connection, entry: Entry) -> bool:
    """True if the index finds `entry` by all the terms of its body's beginning."""
    wanted = " AND ".join(f'"{term}"' for term in dict.fromkeys(terms(entry.body)[:8]))
    if not wanted:
        return True
    query = "SELECT 1 FROM lexical WHERE lexical MATCH ? AND rowid = ?"
    return connection.execute(query, (f"body : ({wanted})", entry.id)).fetchone() is not None


def _row(entry: Entry) -> tuple[int, str, str, str]:
    fields = (" ".join(terms(field)) for field in (entry.title, entry.section, entry.body))
    return (entry.id, *fields)  # type: ignore[return-value]
