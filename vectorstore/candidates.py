"""What does the library hold of the passages that the word index named? Their texts, headings and places."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from vectorstore.shortlisted import QuestionTerms, Text

_OPENING_CHARS = 200

_CANDIDATES = (
    "SELECT p.id, p.document_id, p.ordinal, p.text, p.section, p.places, d.title, d.chars "
    "FROM passages p JOIN documents d ON d.id = p.document_id WHERE "
)
Key = tuple[str, int]
"""A passage: its document's id and its ordinal."""


def keys_of(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, Key]:
    """Which passage each of these row ids is, in their order; those no longer there are left out."""
    wanted = ",".join(map(str, ids))
    found = {
        id_: (document_id, ordinal)
        for id_, document_id, ordinal in connection.execute(
            f"SELECT id, document_id, ordinal FROM passages WHERE id IN ({wanted})"
        )
    }
    return {each: found[each] for each in ids if each in found}


def rows_of(connection: sqlite3.Connection, ids: Sequence[int]) -> list[sqlite3.Row]:
    """The passages of these row ids, in their order."""
    wanted = ",".join(map(str, ids))
    rows = {row["id"]: row for row in connection.execute(f"{_CANDIDATES} p.id IN ({wanted})")}
    return [rows[each] for each in ids]


def rows_named(connection: sqlite3.Connection, keys: Iterable[Key]) -> list[sqlite3.Row]:
    """The passages of these documents and ordinals, in their order; one that is not there is left out."""
    query = f"{_CANDIDATES} p.document_id = ? AND p.ordinal = ?"
    rows = (connection.execute(query, key).fetchone() for key in keys)
    return [row for row in rows if row is not None]


def key_of(row: sqlite3.Row) -> Key:
    """Which passage a row is."""
    return row["document_id"], row["ordinal"]


def openings_of(connection: sqlite3.Connection, rows: Sequence[sqlite3.Row]) -> dict[str, sqlite3.Row]:
    """Places and first characters of the first passage of each of these rows' documents."""
    ids = list(dict.fromkeys(row["document_id"] for row in rows))
    marks = ",".join("?" * len(ids))
    query = (
        f"SELECT document_id, places, substr(text, 1, {_OPENING_CHARS}) AS head "
        f"FROM passages WHERE ordinal = 0 AND document_id IN ({marks})"
    )
    return {row["document_id"]: row for row in connection.execute(query, ids)}


@lru_cache(maxsize=1 << 12)
def _names(stored: str) -> tuple[str, ...]:
    return tuple(json.loads(stored))


def texts_of(
    rows: Sequence[sqlite3.Row], openings: Mapping[str, sqlite3.Row], question: QuestionTerms
) -> Iterator[Text]:
    """The passages of `rows` as a reranker is given them; `openings` by document, if they count."""
    number = {name: at for at, name in enumerate(dict.fromkeys(row["document_id"] for row in rows))}
    for _, document_id, ordinal, body, section, places, title, chars in rows:  # as _CANDIDATES has them
        opening = openings.get(document_id)
        placed = opening if question.places else None
        yield Text(
            body=body, title=title, section=section, document=number[document_id], document_chars=chars,
            ordinal=ordinal, places=_names(places) if question.places else (),
            opening_places=_names(placed["places"]) if placed else (),
            opening="" if opening is None or question.asks else opening["head"],
        )  # fmt: skip
