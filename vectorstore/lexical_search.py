"""Which passages hold the words of a question? Candidates from the full-text index, scored from their text.

The full-text index answers an OR of the question's rarer terms (frequent ones would touch half of a large
store and decide nothing). The candidates are then scored with all terms: BM25 of the passage and of its
document, counted separately for words and for character pairs, what the title shares with the question, and
how much of the question is covered. The weights are plain numbers on a broad plateau: benchmarks/retrieval.py
measures them.
"""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from language.text import fold
from language.words import STOP_WORDS, query_terms, words
from vectorstore.index import Filters
from vectorstore.library import Library

# The candidate query: at most so many postings and terms, so that time stays flat as the store grows.
MAX_POSTINGS = 30_000
MAX_TERMS = 30
CANDIDATES = 200

# What a score is made of: passage and document BM25, title, coverage of the question by either.
_TITLE = 1.0
_SECTION = 0.5
_DOCUMENT = 1.0
_COVERAGE = 2.0
_K1, _B = 1.2, 0.75

_CANDIDATE_COLUMNS = "p.document_id, p.ordinal, p.text, p.section, d.title, d.chars"
Key = tuple[str, int]
"""A passage: its document's id and its ordinal."""


@dataclass(frozen=True, kw_only=True)
class LexicalHit:
    """A passage, its score from 0 up (a good passage has 2 to 6), the share of the question's words,
    weighted by how telling they are, that it or its headings hold, and whether the full-text index found
    it."""

    document_id: str
    ordinal: int
    score: float
    coverage: float
    found: bool

    @property
    def key(self) -> Key:
        return self.document_id, self.ordinal


@dataclass(frozen=True, kw_only=True)
class _Candidate:
    found: bool
    document_id: str
    ordinal: int
    text: str
    title: str
    section: str
    document_chars: int


@dataclass(frozen=True, kw_only=True)
class _Weights:
    """The question's words and character pairs, each with its inverse document frequency."""

    words: dict[str, float]
    pairs: dict[str, float]


@dataclass
class _Statistics:
    """Frequencies of one generation of the library."""

    generation: int
    passages: int
    passage_chars: float
    document_chars: float
    frequency: dict[str, int] = field(default_factory=dict)


class LexicalSearch:
    """Searches the full-text index of `library`; may be used from many threads."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._statistics = _Statistics(generation=-1, passages=0, passage_chars=1, document_chars=1)

    def search(self, query: str, *, k: int, filters: Filters, also: Sequence[Key] = ()) -> list[LexicalHit]:
        """The best `k` allowed passages, best first; ties by document id and ordinal.

        The passages of `also`, found by other means, are scored with the rest; they are taken as allowed.
        """
        question_words, question_pairs = question_terms(query)
        every = {*question_words, *question_pairs}
        with self._library.reading() as connection:
            connection.execute("BEGIN")
            statistics = self._fresh_statistics(connection)
            _look_up(connection, every, into=statistics)
            terms = _rarest(every, statistics)
            candidates = _candidates(connection, terms, filters=filters) if terms else []
            known = {(each.document_id, each.ordinal) for each in candidates}
            candidates += _named(connection, [key for key in also if key not in known])
        weights = _Weights(
            words={word: _idf(word, statistics) for word in question_words},
            pairs={pair: _idf(pair, statistics) for pair in question_pairs},
        )
        hits = _scored(candidates, weights=weights, statistics=statistics)
        return sorted(hits, key=lambda hit: (-hit.score, hit.document_id, hit.ordinal))[:k]

    def _fresh_statistics(self, connection: sqlite3.Connection) -> _Statistics:
        generation = int(connection.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()[0])
        if generation != self._statistics.generation:
            passages = connection.execute("SELECT count(*) FROM passages").fetchone()[0]
            documents, chars = connection.execute("SELECT count(*), total(chars) FROM documents").fetchone()
            self._statistics = _Statistics(
                generation=generation,
                passages=passages,
                passage_chars=max(1.0, chars / max(1, passages)),
                document_chars=max(1.0, chars / max(1, documents)),
            )
        return self._statistics


def question_terms(query: str) -> tuple[list[str], list[str]]:
    """The telling words of a question, and its character pairs and lone terms; each once, in order."""
    telling = [word for word in words(query) if word not in STOP_WORDS and (len(word) > 1 or word.isdigit())]
    pairs = [term for term in query_terms(query) if _is_pair(term) and term not in STOP_WORDS]
    return list(dict.fromkeys(telling)), list(dict.fromkeys(pairs))


def _is_pair(term: str) -> bool:
    """True for two Chinese characters or one, and for anything of another script, which has no pairs."""
    return len(term) <= 2 or not "一" <= term[0] <= "鿿"


def _look_up(connection: sqlite3.Connection, wanted: Iterable[str], *, into: _Statistics) -> None:
    for term in wanted:
        if term not in into.frequency:
            row = connection.execute("SELECT doc FROM lexical_terms WHERE term = ?", (term,)).fetchone()
            into.frequency[term] = row["doc"] if row else 0


def _idf(term: str, statistics: _Statistics) -> float:
    found = statistics.frequency[term]
    return math.log(1 + (statistics.passages - found + 0.5) / (found + 0.5))


def _rarest(terms: Iterable[str], statistics: _Statistics) -> list[str]:
    """The terms worth asking for, rarest first: one at least, then what the budget of postings allows."""
    known = sorted((statistics.frequency[term], term) for term in terms if statistics.frequency[term])
    chosen: list[str] = []
    postings = 0
    for frequency, term in known[:MAX_TERMS]:
        postings += frequency
        if chosen and postings > MAX_POSTINGS:
            break
        chosen.append(term)
    return chosen


def _candidates(
    connection: sqlite3.Connection, terms: Sequence[str], *, filters: Filters
) -> list[_Candidate]:
    """The allowed passages that FTS5 ranks first for any of `terms`.

    The inner query is sorted but not cut: the outer one walks down it and stops when it has enough *allowed*
    rows, so that a filter never costs results.
    """
    conditions, values = ["1"], [" OR ".join(f'"{term}"' for term in terms)]
    for column, allowed in (("d.level", filters.levels), ("d.id", filters.documents)):
        if allowed is not None:
            conditions.append(f"{column} IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(sorted(allowed)))
    rows = connection.execute(
        f"SELECT {_CANDIDATE_COLUMNS} FROM ("
        "  SELECT rowid AS id, bm25(lexical) AS rank FROM lexical WHERE lexical MATCH ? "
        "  ORDER BY rank, rowid LIMIT -1"
        ") AS found CROSS JOIN passages p ON p.id = found.id CROSS JOIN documents d ON d.id = p.document_id "
        f"WHERE {' AND '.join(conditions)} LIMIT {CANDIDATES}",
        values,
    )
    return [_candidate(row, found=True) for row in rows]


def _named(connection: sqlite3.Connection, keys: Sequence[Key]) -> list[_Candidate]:
    query = (
        f"SELECT {_CANDIDATE_COLUMNS} FROM passages p JOIN documents d ON d.id = p.document_id "
        "WHERE p.document_id = ? AND p.ordinal = ?"
    )
    rows = (connection.execute(query, key).fetchone() for key in keys)
    return [_candidate(row, found=False) for row in rows if row is not None]


def _candidate(row: sqlite3.Row, *, found: bool) -> _Candidate:
    return _Candidate(
        document_id=row["document_id"], ordinal=row["ordinal"], text=_plain(row["text"]),
        title=_plain(row["title"]), section=_plain(row["section"]), document_chars=row["chars"], found=found,
    )  # fmt: skip


def _plain(text: str) -> str:
    return fold(text).lower()


def _scored(
    candidates: Sequence[_Candidate], *, weights: _Weights, statistics: _Statistics
) -> list[LexicalHit]:
    """Each candidate's score; its document is judged by those of its passages that are candidates."""
    total = sum(weights.words.values()) or 1.0
    scale = sum(weights.words.values()) + sum(weights.pairs.values()) or 1.0
    merged: dict[str, list[_Candidate]] = {}
    for each in candidates:
        merged.setdefault(each.document_id, []).append(each)
    hits = []
    for document_id, passages in merged.items():
        text = "\n".join(each.text for each in passages)
        heading = passages[0].title
        document = _bm25(
            text, chars=passages[0].document_chars, average=statistics.document_chars, weights=weights
        )
        held = _held(weights.words, f"{heading}\n{text}")
        shared = _TITLE * (_held(weights.words, heading) + _held(weights.pairs, heading))
        for each in passages:
            score = _bm25(each.text, chars=len(each.text), average=statistics.passage_chars, weights=weights)
            section = _held(weights.words, each.section) + _held(weights.pairs, each.section)
            covered = _held(weights.words, f"{heading}\n{each.section}\n{each.text}")
            score += _DOCUMENT * document + shared + _SECTION * section + _COVERAGE * (covered + held)
            hits.append(
                LexicalHit(
                    document_id=document_id, ordinal=each.ordinal, found=each.found,
                    score=score / scale, coverage=covered / total,
                )
            )  # fmt: skip
    return hits


def _bm25(text: str, *, chars: int, average: float, weights: _Weights) -> float:
    norm = _K1 * (1 - _B + _B * chars / average)
    score = 0.0
    for group in (weights.words, weights.pairs):
        for term, idf in group.items():
            count = text.count(term)
            if count:
                score += idf * count * (_K1 + 1) / (count + norm)
    return score


def _held(weights: dict[str, float], text: str) -> float:
    """The weight of those terms that `text` holds."""
    return sum(idf for term, idf in weights.items() if term in text) if text else 0.0
