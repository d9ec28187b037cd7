"""Which rows of the ledger may a question be about? Filters run inside the query, on indexed columns.

A ledger of a hundred thousand passages has some 200,000 rows: nobody reads them all for one question.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from vectorstore.ledger_rows import Figure
from vectorstore.library import Library
from vectorstore.library_documents import Levels, of_levels
from vectorstore.library_rows import FIGURE_COLUMNS, FIGURE_ROWS, figure_of

Said = npt.NDArray[np.bool_]
_Values = tuple[object, ...]


def figure_count(library: Library, *, levels: Levels) -> int:
    """The number of figures of documents of these levels."""
    where, values = of_levels(levels)
    query = f"SELECT count(*) FROM figures f JOIN documents d ON d.id = f.document_id WHERE {where}"
    (row,) = _read(library, "SELECT count(*) FROM figures" if levels is None else query, values)
    return int(row[0])


def figures_in(library: Library, document_ids: Collection[str], *, levels: Levels) -> list[Figure]:
    """The figures of these documents, by document id and place in it."""
    where, values = of_levels(levels)
    query = f"SELECT id, name FROM documents d WHERE id IN (SELECT value FROM json_each(?)) AND {where}"
    names = {row[0]: row[1] for row in _read(library, query, (_json(document_ids), *values))}
    # Without a join, which takes a third longer: the rows of a document share its name.
    query = (
        f"SELECT document_id, NULL, {FIGURE_COLUMNS} FROM figures "
        "WHERE document_id IN (SELECT value FROM json_each(?)) ORDER BY document_id, ordinal"
    )
    rows = _read(library, query, (_json(names),))
    return [figure_of(row, document=names[row[0]]) for row in rows]


def count_of(library: Library, names: Collection[str]) -> int:
    """How many figures have one of `names` for their subject or their place, one that has both counted twice.

    Of all levels: it only says how long reading them would take.
    """
    named = "IN (SELECT value FROM json_each(?))"
    counts = (f"SELECT count(*) FROM figures WHERE {column} {named}" for column in ("subject", "place"))
    rows = _read(library, " UNION ALL ".join(counts), (_json(names), _json(names)))
    return sum(row[0] for row in rows)


def newest_of(library: Library, names: Collection[str], *, levels: Levels) -> str:
    """The latest reference date of the documents that have a figure of one of `names`; "" where none has."""
    where, values = of_levels(levels)
    query = (
        "SELECT max(d.reference_date) FROM documents d WHERE d.id IN (SELECT document_id FROM figures "
        f"WHERE subject IN (SELECT value FROM json_each(?))) AND {where}"
    )
    (row,) = _read(library, query, (_json(names), *values))
    return str(row[0] or "")


def figures_of(
    library: Library,
    names: Collection[str],
    *,
    levels: Levels,
    documents: Collection[str] | None = None,
) -> list[Figure]:
    """Figures whose subject or place is one of `names`, the newest documents' first; of `documents` alone,
    where these are given."""
    where, values = of_levels(levels)
    named = "IN (SELECT value FROM json_each(?))"
    told = f"(f.subject {named} OR f.place {named})"
    if documents is not None:  # the plus keeps SQLite from reading every row of a large city
        told = f"(+f.subject {named} OR +f.place {named}) AND f.document_id {named}"
        values = (_json(documents), *values)
    query = f"{FIGURE_ROWS} WHERE {told} AND {where} ORDER BY d.reference_date DESC, d.id, f.ordinal"
    return [*map(figure_of, _read(library, query, (_json(names), _json(names), *values)))]


class Sayings:
    """Some figures and what they say, for whoever asks for several sets of words: the parts of a question."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._figures = figures
        self._said: dict[str, Said] = {}

    @cached_property
    def _texts(self) -> list[str]:
        return [figure.metric + figure.quote for figure in self._figures]

    def that_say_most(
        self, words: Sequence[Collection[str]], *, years: Collection[str], most: int
    ) -> list[Figure]:
        """The `most` figures whose measure and quote say most of `words`, in the order given.

        `words` are what is asked, each with its synonyms; a figure of one of `years` says one thing more. Of
        those that say as much the first are kept.
        """
        if len(self._figures) <= most:
            return [*self._figures]
        counts = np.array([figure.period[:4] in years for figure in self._figures], dtype=np.intp)
        for group in words:
            counts += np.any([self._saying(word) for word in group], axis=0)
        best = np.argsort(-counts, kind="stable")[:most]
        return [self._figures[at] for at in np.sort(best).tolist()]

    def _saying(self, word: str) -> Said:
        """Which of the figures say a word."""
        if word not in self._said:
            self._said[word] = np.array([word in text for text in self._texts], dtype=np.bool_)
        return self._said[word]


def sampled_texts(library: Library, *, most: int, levels: Levels) -> list[str]:
    """Measure and quote of some figures: those of the first document ids, which are hashes and so chance."""
    where, values = of_levels(levels)
    query = (
        "SELECT f.metric || f.quote FROM figures f JOIN documents d ON d.id = f.document_id "
        f"WHERE {where} ORDER BY f.document_id, f.ordinal LIMIT ?"
    )
    return [row[0] for row in _read(library, query, (*values, most))]


def subjects(library: Library, *, levels: Levels) -> frozenset[str]:
    """Everyone and everything that a figure is told of."""
    return _distinct(library, "subject", levels=levels)


def figure_places(library: Library, *, levels: Levels) -> frozenset[str]:
    """The places that figures are told of."""
    return _distinct(library, "place", levels=levels) - {""}


def places_beside(
    library: Library, names: Collection[str], *, levels: Levels
) -> list[tuple[str, str, str, int]]:
    """Of the documents that tell figures of one of the places: document id, title, place, how many of it."""
    if not names:
        return []
    where, values = of_levels(levels)
    query = (
        "SELECT f.document_id, d.title, f.place, COUNT(*) "
        "FROM figures f JOIN documents d ON d.id = f.document_id "
        "WHERE f.document_id IN "
        "(SELECT document_id FROM figures WHERE place IN (SELECT value FROM json_each(?))) "
        f"AND {where} GROUP BY f.document_id, f.place"
    )
    return [tuple(row) for row in _read(library, query, (_json(names), *values))]


def _distinct(library: Library, column: str, *, levels: Levels) -> frozenset[str]:
    where, values = of_levels(levels)
    query = f"SELECT DISTINCT f.{column} FROM figures f"
    if levels is not None:
        query += f" JOIN documents d ON d.id = f.document_id WHERE {where}"
    return frozenset(row[0] for row in _read(library, query, values))


def _json(names: Collection[str]) -> str:
    return json.dumps(sorted(names), ensure_ascii=False)


def _read(library: Library, query: str, values: _Values) -> list[sqlite3.Row]:
    with library.reading() as connection:
        return connection.execute(query, values).fetchall()
