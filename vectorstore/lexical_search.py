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
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from language.text import fold
from language.words import STOP_WORDS, query_terms, words
from vectorstore.index import Filters
from vectorstore.library import Library

# The candidate query: at most so many postings and terms, so that time stays flat as the store grows.
MAX_POSTINGS = 15_000
MAX_TERMS = 40
CANDIDATES = 200
_QUERY_CHARS = 600  # the rest of a pasted page adds time, not aim
_REMEMBERED = 100_000  # frequencies; whoever sends random words must not fill the memory

# What a score is made of: passage and document BM25, title, coverage of the question by either.
_TITLE = 1.0
_SECTION = 0.5
_DOCUMENT = 1.0
_COVERAGE = 2.0
_K1, _B = 1.2, 0.75
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")

_CANDIDATE_COLUMNS = "p.document_id, p.ordinal, p.text, p.section, d.title, d.chars"
Numbers = npt.NDArray[np.float64]
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
    document_id: str
    ordinal: int
    text: str
    title: str
    section: str
    document_chars: int
    found: bool


@dataclass(frozen=True, kw_only=True)
class _Weights:
    """The question's terms, what each is worth in a score (a word that is a pair too counts as both), and
    what it is worth in coverage (words only)."""

    terms: list[str]
    worth: Numbers
    coverage: Numbers


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

    def search(self, query: str, *, filters: Filters, also: Sequence[Key] = ()) -> list[LexicalHit]:
        """The best allowed passages, at most CANDIDATES and `also`, best first; ties by document and ordinal.

        The passages of `also`, found by other means, are scored with the rest; they are taken as allowed.
        """
        question_words, question_pairs = question_terms(query[:_QUERY_CHARS])
        every = {*question_words, *question_pairs}
        with self._library.reading() as connection:
            connection.execute("BEGIN")
            statistics = self._fresh_statistics(connection)
            _look_up(connection, every, into=statistics)
            terms = _rarest(every, statistics)
            candidates = _candidates(connection, terms, filters=filters) if terms else []
            known = {(each.document_id, each.ordinal) for each in candidates}
            candidates += _named(connection, [key for key in also if key not in known])
        weights = _weights(question_words, question_pairs, statistics=statistics)
        hits = _scored(candidates, weights=weights, statistics=statistics)
        return sorted(hits, key=lambda hit: (-hit.score, hit.document_id, hit.ordinal))

    def _fresh_statistics(self, connection: sqlite3.Connection) -> _Statistics:
        generation = int(connection.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()[0])
        known = self._statistics
        if generation == known.generation and len(known.frequency) < _REMEMBERED:
            return known
        passages = connection.execute("SELECT count(*) FROM passages").fetchone()[0]
        documents, chars = connection.execute("SELECT count(*), total(chars) FROM documents").fetchone()
        fresh = _Statistics(
            generation=generation,
            passages=passages,
            passage_chars=max(1.0, chars / max(1, passages)),
            document_chars=max(1.0, chars / max(1, documents)),
        )
        self._statistics = fresh
        return fresh


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
        document_id=row["document_id"], ordinal=row["ordinal"], text=row["text"], title=row["title"],
        section=row["section"], document_chars=row["chars"], found=found,
    )  # fmt: skip


def _weights(
    question_words: Sequence[str], question_pairs: Sequence[str], *, statistics: _Statistics
) -> _Weights:
    terms = list(dict.fromkeys([*question_words, *question_pairs]))
    idf = np.array([_idf(term, statistics) for term in terms])
    is_word = np.array([term in question_words for term in terms], dtype=bool)
    is_pair = np.array([term in question_pairs for term in terms], dtype=bool)
    return _Weights(terms=terms, worth=idf * (is_word * 1.0 + is_pair), coverage=idf * is_word)


def _scored(
    candidates: Sequence[_Candidate], *, weights: _Weights, statistics: _Statistics
) -> list[LexicalHit]:
    """Each candidate's score; its document is judged by those of its passages that are candidates."""
    if not candidates or not weights.terms:
        return [_hit(each, score=0.0, coverage=0.0) for each in candidates]
    names = list(dict.fromkeys(each.document_id for each in candidates))
    at = {name: place for place, name in enumerate(names)}
    owner = np.array([at[each.document_id] for each in candidates])
    first = {each.document_id: each for each in reversed(candidates)}
    chars = np.array([first[name].document_chars for name in names])
    in_text = _counts([each.text for each in candidates], terms=weights.terms)
    in_title = _counts([first[name].title for name in names], terms=weights.terms)[owner] > 0
    in_section = _counts([each.section for each in candidates], terms=weights.terms) > 0
    in_document = np.zeros((len(names), len(weights.terms)))
    np.add.at(in_document, owner, in_text)
    length = np.array([len(each.text) for each in candidates])

    score = _bm25(in_text, chars=length / statistics.passage_chars) @ weights.worth
    score += _DOCUMENT * (_bm25(in_document, chars=chars / statistics.document_chars) @ weights.worth)[owner]
    score += (_TITLE * in_title + _SECTION * in_section) @ weights.worth
    covered = ((in_text > 0) | in_title | in_section) @ weights.coverage
    score += _COVERAGE * (covered + ((in_document[owner] > 0) | in_title) @ weights.coverage)
    score /= weights.worth.sum()
    covered /= weights.coverage.sum() or 1.0
    return [
        _hit(each, score=float(score[row]), coverage=float(covered[row]))
        for row, each in enumerate(candidates)
    ]


def _hit(candidate: _Candidate, *, score: float, coverage: float) -> LexicalHit:
    return LexicalHit(
        document_id=candidate.document_id, ordinal=candidate.ordinal, score=score, coverage=coverage,
        found=candidate.found,
    )  # fmt: skip


def _counts(texts: Sequence[str], *, terms: Sequence[str]) -> Numbers:
    """How often each term stands in each text: (texts, terms)."""
    plain = [_plain(text) for text in texts]
    return np.array([[text.count(term) if text else 0 for term in terms] for text in plain], dtype=float)


def _plain(text: str) -> str:
    """`text` as terms are written; folding, 20 times dearer than looking, only where it changes a letter."""
    if _foldable().search(text):
        text = fold(text)
    return (_THOUSANDS.sub("", text) if "," in text else text).lower()


@lru_cache(maxsize=1)
def _foldable() -> re.Pattern[str]:
    """Any letter or digit that folding changes."""
    every = "".join(character for character in map(chr, range(0x3007, 0xFFE0)) if character.isalnum())
    changed = [plain for plain, folded in zip(every, fold(every), strict=True) if plain != folded]
    return re.compile(f"[{''.join(changed)}]")


def _bm25(counts: Numbers, *, chars: Numbers) -> Numbers:
    """What each term adds for standing so often in a text of that many times the average length."""
    return counts * (_K1 + 1) / (counts + (_K1 * (1 - _B + _B * chars))[:, None])
