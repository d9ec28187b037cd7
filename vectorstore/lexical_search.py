"""Which passages hold the words of a question? The shortlist, before anything is weighed.

The word index gives the passages that hold any of the question's words and character pairs, by BM25; their
texts come from the library, in the same moment. What they are worth is the reranker's question.
"""

from __future__ import annotations

import json
import math
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from language.aliases import other_names
from language.place_standing import places_asked
from language.text import fold
from language.words import STOP_WORDS, parts, query_terms, words
from language.written import digits_of, otherwise
from language.year_parts import is_year_part, without_year_parts, year_parts
from vectorstore.index import Filters
from vectorstore.library import Library
from vectorstore.ranking_features import OTHER_NAME, folded
from vectorstore.shortlisted import Averages, OtherName, QuestionTerms, Text
from vectorstore.word_choice import CurrentWords, Words

FETCHED = 250  # passages asked of the index
SHORTLIST = 100  # of these, weighed
PER_DOCUMENT = 12  # of which at most so many of one document, while another has any
_QUERY_CHARS = 600  # the rest of a pasted page adds time, not aim
_MOST_TERMS = 120
_OPENING_CHARS = 200
_REMEMBERED = 100_000  # frequencies; whoever sends random words must not fill the memory

_CANDIDATES = (
    "SELECT p.id, p.document_id, p.ordinal, p.text, p.section, p.places, d.title, d.chars "
    "FROM passages p JOIN documents d ON d.id = p.document_id WHERE "
)
Key = tuple[str, int]
"""A passage: its document's id and its ordinal."""


@dataclass(frozen=True, kw_only=True)
class Shortlist:
    """A question and the passages that may answer it, in the index's order, those of `also` last.

    `keys`, `texts` and `found_by` ("lexical", "dense" or both) go together. `idf` knows every term of
    `question`; 0 is a term that stands nowhere, by no other name either. `rest` are passages of the index
    beyond the shortlist.
    """

    question: QuestionTerms
    keys: tuple[Key, ...]
    texts: tuple[Text, ...]
    found_by: tuple[tuple[str, ...], ...]
    rest: tuple[Key, ...]
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
        question = _asked(query)
        with self._library.reading() as connection:
            connection.execute("BEGIN")  # words and texts of one moment
            held = self._words.at(connection)
            statistics = self._fresh_statistics(connection, held)
            idf = _worths(question, held, statistics)
            ids = held.search(_weights(question, idf), limit=FETCHED, filters=filters)
            first, rest = _cut(_places(connection, ids))
            chosen = _rows(connection, first)
            known = {_key(row) for row in chosen}
            named = _named(connection, [key for key in also if key not in known])
            rows = [*chosen, *named]
            wanted = question.places or not question.asks
            openings = _openings(connection, rows) if wanted else {}
        return Shortlist(
            question=question,
            keys=tuple(map(_key, rows)),
            texts=tuple(_texts(rows, openings, question)),
            found_by=(
                *(("lexical", "dense") if _key(row) in meant else ("lexical",) for row in chosen),
                *(("dense",) for _ in named),
            ),
            rest=tuple(key for key in rest if key not in meant),
            idf=idf,
            averages=statistics.averages,
        )

    def found(self, query: str, *, filters: Filters) -> list[Key]:
        """The allowed passages that hold words of `query`, at most FETCHED, best first and not weighed."""
        question = _asked(query)
        with self._library.reading() as connection:
            connection.execute("BEGIN")
            held = self._words.at(connection)
            statistics = self._fresh_statistics(connection, held)
            idf = _worths(question, held, statistics)
            ids = held.search(_weights(question, idf), limit=FETCHED, filters=filters)
            return [*_places(connection, ids).values()]

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


def _asked(query: str) -> QuestionTerms:
    query = query[:_QUERY_CHARS]
    telling, pairs = question_terms(query)
    text = folded(query)
    return QuestionTerms(
        text=text, words=tuple(telling), pairs=tuple(pairs), places=places_asked(fold(query)),
        other_names=tuple(_other_names(text, telling, pairs)),
    )  # fmt: skip


def _other_names(text: str, words: Sequence[str], pairs: Sequence[str]) -> Iterator[OtherName]:
    for name, others in other_names(text).items():
        meant = tuple(each for each in words if each in name), tuple(each for each in pairs if each in name)
        if any(meant):
            yield from (OtherName(name=other, words=meant[0], pairs=meant[1]) for other in others)


def question_terms(query: str) -> tuple[list[str], list[str]]:
    """The telling words of a question, and its character pairs and lone terms; each once, in order.

    前三季度 is asked for as 1-9月 alone: in a text that writes it so, its characters stand nowhere.
    """
    plain = fold(query)
    rest = without_year_parts(plain)
    said = [each for word in words(rest) for each in (word, *parts(word))]
    said += [*digits_of(rest), *year_parts(plain)]
    telling = [word for word in said if word not in STOP_WORDS and (len(word) > 1 or word.isdigit())]
    pairs = [term for term in query_terms(rest) if _is_pair(term) and term not in STOP_WORDS]
    return list(dict.fromkeys(telling))[:_MOST_TERMS], list(dict.fromkeys(pairs))[:_MOST_TERMS]


def _is_pair(term: str) -> bool:
    """True for two Chinese characters or one, and for anything of another script, which has no pairs."""
    return len(term) <= 2 or not "一" <= term[0] <= "鿿"


def _worths(question: QuestionTerms, held: Words, statistics: _Statistics) -> dict[str, float]:
    """The worth of every term of `question`; of one that stands nowhere what its other name has."""
    idf = {term: _idf(term, held, statistics) for term in dict.fromkeys((*question.words, *question.pairs))}
    for other in question.other_names:
        worth = max(_idf(term, held, statistics) for term in _terms_of_name(other.name))
        for term in (*other.words, *other.pairs):
            idf[term] = idf[term] or worth
    return idf


def _idf(term: str, held: Words, statistics: _Statistics) -> float:
    if term not in statistics.frequency:
        statistics.frequency[term] = held.frequency(term)
    found = statistics.frequency[term]
    return math.log(1 + (statistics.passages - found + 0.5) / (found + 0.5)) if found else 0.0


def _weights(question: QuestionTerms, idf: dict[str, float]) -> dict[str, float]:
    """What each term counts in the index, in each way it is written; a word that is a pair counts as both,
    and so do months. What is meant by another name counts the less."""
    other = {
        term: OTHER_NAME * (1 + (len(term) == 2))
        for each in question.other_names
        for term in _terms_of_name(each.name)
    }
    own = {
        form: float((term in question.words) + (term in question.pairs or is_year_part(term)))
        for term, worth in idf.items()
        if worth
        for form in (*otherwise(term), term)
    }
    return other | own


@lru_cache(maxsize=1 << 10)
def _terms_of_name(name: str) -> tuple[str, ...]:
    """The words of a name by which the index knows it: the longer ones, else its pairs."""
    found = dict.fromkeys(query_terms(name))
    return tuple(term for term in found if len(term) > 2) or tuple(found)


def _places(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, Key]:
    """Which passage each of these row ids is, in their order; those no longer there are left out."""
    wanted = ",".join(map(str, ids))
    found = {
        id_: (document_id, ordinal)
        for id_, document_id, ordinal in connection.execute(
            f"SELECT id, document_id, ordinal FROM passages WHERE id IN ({wanted})"
        )
    }
    return {each: found[each] for each in ids if each in found}


def _cut(places: dict[int, Key]) -> tuple[list[int], list[Key]]:
    """The row ids of the shortlist, and the rest: no long document takes every place of it."""
    seen: Counter[str] = Counter()
    chosen: list[int] = []
    over: list[int] = []
    for id_, (document_id, _) in places.items():
        seen[document_id] += 1
        (chosen if seen[document_id] <= PER_DOCUMENT else over).append(id_)
    kept = [*chosen, *over]
    return kept[:SHORTLIST], [places[each] for each in kept[SHORTLIST:]]


def _rows(connection: sqlite3.Connection, ids: Sequence[int]) -> list[sqlite3.Row]:
    """The passages of these row ids, in their order."""
    wanted = ",".join(map(str, ids))
    rows = {row["id"]: row for row in connection.execute(f"{_CANDIDATES} p.id IN ({wanted})")}
    return [rows[each] for each in ids]


def _named(connection: sqlite3.Connection, keys: Iterable[Key]) -> list[sqlite3.Row]:
    query = f"{_CANDIDATES} p.document_id = ? AND p.ordinal = ?"
    rows = (connection.execute(query, key).fetchone() for key in keys)
    return [row for row in rows if row is not None]


def _key(row: sqlite3.Row) -> Key:
    return row["document_id"], row["ordinal"]


def _openings(connection: sqlite3.Connection, rows: Sequence[sqlite3.Row]) -> dict[str, sqlite3.Row]:
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


def _texts(
    rows: Sequence[sqlite3.Row], openings: Mapping[str, sqlite3.Row], question: QuestionTerms
) -> Iterator[Text]:
    number = {name: at for at, name in enumerate(dict.fromkeys(row["document_id"] for row in rows))}
    for row in rows:
        opening = openings.get(row["document_id"])
        placed = opening if question.places else None
        yield Text(
            body=row["text"], title=row["title"], section=row["section"], document=number[row["document_id"]],
            document_chars=row["chars"], ordinal=row["ordinal"],
            places=_names(row["places"]) if question.places else (),
            opening_places=_names(placed["places"]) if placed else (),
            opening="" if opening is None or question.asks else opening["head"],
        )  # fmt: skip
