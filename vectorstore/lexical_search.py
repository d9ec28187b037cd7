"""Which passages hold the words of a question? The shortlist, before anything is weighed.

The word index gives the passages that hold any of the question's words and character pairs, by BM25; their
texts come from the library, in the same moment. What they are worth is the reranker's question.
"""

from __future__ import annotations

import math
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from vectorstore.candidates import Key, key_of, keys_of, openings_of, rows_named, rows_of, texts_of
from vectorstore.index import Filters
from vectorstore.library import Library
from vectorstore.question_terms import index_weights, terms_asked, terms_of_name
from vectorstore.shortlisted import Averages, QuestionTerms, Text
from vectorstore.word_choice import CurrentWords, Words

FETCHED = 250  # passages asked of the index
SHORTLIST = 100  # of these, weighed
PER_DOCUMENT = 12  # of which at most so many of one document, while another has any
_FIRST = 120  # looked up before the others: mostly the shortlist is among them
_REMEMBERED = 100_000  # frequencies; whoever sends random words must not fill the memory


@dataclass(frozen=True, kw_only=True)
class Shortlist:
    """A question and the passages that may answer it, in the index's order, those of `also` last.

    `keys`, `texts` and `found_by` ("lexical", "dense" or both) go together. `idf` knows every term of
    `question`; 0 is a term that stands nowhere, by no other name either. `rest` are the row ids of passages
    that the index found beyond the shortlist.
    """

    question: QuestionTerms
    keys: tuple[Key, ...]
    texts: tuple[Text, ...]
    found_by: tuple[tuple[str, ...], ...]
    rest: tuple[int, ...]
    idf: dict[str, float]
    averages: Averages


@dataclass
class _Statistics:
    """Frequencies and means of one generation of the library."""

    generation: int
    passages: int
    averages: Averages
    frequency: dict[str, int] = field(default_factory=dict)


class LexicalSearch:
    """Searches the words of `library`; may be used from many threads."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._words = CurrentWords(library)
        self._statistics: _Statistics | None = None

    def shortlist(self, query: str, *, filters: Filters, also: Sequence[Key] = ()) -> Shortlist:
        """The passages worth weighing: at most SHORTLIST allowed ones by words, and `also`.

        Those of `also`, found by other means, are taken as allowed.
        """
        meant = set(also)
        question = terms_asked(query)
        with self._library.reading() as connection:
            connection.execute("BEGIN")  # words and texts of one moment
            held = self._words.at(connection)
            statistics = self._fresh_statistics(connection, held)
            idf = _worths(question, held, statistics)
            ids = held.search(index_weights(question, idf), limit=FETCHED, filters=filters)
            first = _first(connection, ids)
            weighed, chosen = set(first), rows_of(connection, first)
            keys = [key_of(row) for row in chosen]
            known = set(keys)
            named = rows_named(connection, [key for key in also if key not in known])
            rows = [*chosen, *named]
            wanted = question.places or not question.asks
            openings = openings_of(connection, rows) if wanted else {}
        return Shortlist(
            question=question,
            keys=(*keys, *map(key_of, named)),
            texts=tuple(texts_of(rows, openings, question)),
            found_by=(
                *(("lexical", "dense") if key in meant else ("lexical",) for key in keys),
                *(("dense",) for _ in named),
            ),
            rest=tuple(id_ for id_ in ids if id_ not in weighed),
            idf=idf,
            averages=statistics.averages,
        )

    def keys(self, ids: Sequence[int]) -> list[Key]:
        """Which passages these row ids are; those no longer there are left out."""
        with self._library.reading() as connection:
            return [*keys_of(connection, ids).values()]

    def found(self, query: str, *, filters: Filters) -> list[Key]:
        """The allowed passages that hold words of `query`, at most FETCHED, best first and not weighed."""
        question = terms_asked(query)
        with self._library.reading() as connection:
            connection.execute("BEGIN")
            held = self._words.at(connection)
            statistics = self._fresh_statistics(connection, held)
            idf = _worths(question, held, statistics)
            ids = held.search(index_weights(question, idf), limit=FETCHED, filters=filters)
            return [*keys_of(connection, ids).values()]

    def _fresh_statistics(self, connection: sqlite3.Connection, held: Words) -> _Statistics:
        known = self._statistics
        if known and held.generation == known.generation and len(known.frequency) < _REMEMBERED:
            return known
        passages = connection.execute("SELECT count(*) FROM passages").fetchone()[0]
        documents, chars = connection.execute("SELECT count(*), total(chars) FROM documents").fetchone()
        averages = Averages(
            passage_chars=max(1.0, chars / max(1, passages)),
            document_chars=max(1.0, chars / max(1, documents)),
        )
        self._statistics = _Statistics(generation=held.generation, passages=passages, averages=averages)
        return self._statistics


def _worths(question: QuestionTerms, held: Words, statistics: _Statistics) -> dict[str, float]:
    """The worth of every term of `question`; of one that stands nowhere what its other name has."""
    idf = {term: _idf(term, held, statistics) for term in dict.fromkeys((*question.words, *question.pairs))}
    for other in question.other_names:
        worth = max(_idf(term, held, statistics) for term in terms_of_name(other.name))
        for term in (*other.words, *other.pairs):
            idf[term] = idf[term] or worth
    return idf


def _idf(term: str, held: Words, statistics: _Statistics) -> float:
    if term not in statistics.frequency:
        statistics.frequency[term] = held.frequency(term)
    found = statistics.frequency[term]
    return math.log(1 + (statistics.passages - found + 0.5) / (found + 0.5)) if found else 0.0


def _first(connection: sqlite3.Connection, ids: Sequence[int]) -> list[int]:
    """The row ids of the shortlist: no long document takes every place of it."""
    first, over = _parted(keys_of(connection, ids[:_FIRST]))
    if len(first) < SHORTLIST and len(ids) > _FIRST:
        first, over = _parted(keys_of(connection, ids))
    return [*first, *over][:SHORTLIST]


def _parted(keys: dict[int, Key]) -> tuple[list[int], list[int]]:
    """The row ids of the first passages of each document, and of those over PER_DOCUMENT."""
    seen: Counter[str] = Counter()
    first: list[int] = []
    over: list[int] = []
    for id_, (document_id, _) in keys.items():
        seen[document_id] += 1
        (first if seen[document_id] <= PER_DOCUMENT else over).append(id_)
    return first, over
