"""Which words does a search see now? The index on disk, and in memory what was written since.

A reader never writes the index. What the library took in after the index was last brought up to date is
indexed in memory, a few documents while an ingest runs; with no usable index on disk, everything is: nothing
is ever missed, only slower the first time. What was taken out since falls away by itself, for its text is no
longer found.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain, zip_longest
from threading import Lock

from vectorstore.errors import IndexUnusable
from vectorstore.index import Filters
from vectorstore.library import Library
from vectorstore.word_index import WordIndex, WordView
from vectorstore.word_sync import entries, usable_view


@dataclass(frozen=True, kw_only=True)
class Words:
    """All passages of one generation of a library; many threads may read it.

    `exact` is true where frequencies must be counted one by one, for the index still counts deleted passages.
    """

    generation: int
    disk: WordView | None
    exact: bool
    recent: WordView | None

    def search(self, weights: Mapping[str, float], *, limit: int, filters: Filters) -> list[int]:
        """The row ids of the allowed passages that hold any of these terms, best first, each once.

        At most `limit` of the index on disk, and as many of what is newer, by turns: their scores do not
        compare, and whoever takes the first hundred must meet both.
        """
        views = [view for view in (self.disk, self.recent) if view is not None]
        found = [view.search(weights, limit=limit, filters=filters) for view in views]
        turns = chain.from_iterable(zip_longest(*found))
        return list(dict.fromkeys(each.id for each in turns if each is not None))

    def frequency(self, term: str) -> int:
        """How many passages hold `term`."""
        views = ((self.disk, self.exact), (self.recent, False))
        return sum(view.frequency(term, exact=exact) for view, exact in views if view is not None)


class CurrentWords:
    """Gives the words of `library` as they stand; may be used from many threads."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = Lock()
        self._words: Words | None = None
        self._recent: WordIndex | None = None
        self._base = 0  # passages up to here are on disk
        self._last = 0  # and up to here on disk or in memory

    def at(self, connection: sqlite3.Connection) -> Words:
        """The words of the generation that `connection`, inside a transaction, sees."""
        row = connection.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()
        generation = int(row[0])
        with self._lock:
            if self._words is None or self._words.generation != generation:
                self._words = self._read(connection, generation)
            return self._words

    def _read(self, connection: sqlite3.Connection, generation: int) -> Words:
        usable = usable_view(self._library, generation=generation)
        view, mark = usable if usable else (None, None)
        base = mark.last_id if mark else 0
        if self._recent is None or base != self._base:
            self._recent, self._base, self._last = None, base, base
        self._take_in(connection)
        return Words(
            generation=generation,
            disk=view,
            exact=mark.deleted if mark else False,
            recent=self._recent.view() if self._recent else None,
        )

    def _take_in(self, connection: sqlite3.Connection) -> None:
        """Index in memory what the library holds beyond what was seen so far."""
        rows = connection.execute("SELECT id FROM passages WHERE id > ? ORDER BY id", (self._last,))
        new = [row[0] for row in rows]
        if not new:
            return
        if self._recent is None:
            self._recent = WordIndex()
        try:
            self._recent.add(entries(connection, new))
            self._recent.commit()
        except IndexUnusable:
            self._recent = None
            raise
        self._last = new[-1]
