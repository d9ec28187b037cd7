"""Which passages hold these terms? The one door to tantivy, on disk or in memory.

A passage is its row id, its level and document (for filters), and its terms as the tokenizer of
language/words.py makes them, separated by spaces. One further entry, written in the same commit as the
passages, is the mark: it says which state of which library the index shows, so that a killed writer leaves
either the old index with the old mark or the new one with the new.

What was measured on 0.27: 1.5 ms for all words and pairs of a question over 80,000 passages, where SQLite's
FTS5 took 25 ms for the rarer half; 6,000 passages a second to write. An unsigned id cannot be deleted by its
term (the binding takes every number as signed), so ids are signed; a frequency counts deleted passages until
a merge drops them, so `exact` counts what is alive.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from language.text import fold
from language.value import value
from language.words import terms
from language.year_parts import year_parts
from vectorstore.errors import IndexUnusable
from vectorstore.index import Filters

if TYPE_CHECKING:
    import tantivy

TERMS_VERSION = 3
"""Counts how terms are made; an index of other terms is made again."""

_WRITER_BYTES = 50_000_000
_MEMORY_WRITER_BYTES = 15_000_000


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What the index knows of one passage: its row id, where it belongs, its three fields as plain text."""

    id: int
    document_id: str
    level: str
    title: str
    section: str
    body: str


@dataclass(frozen=True, kw_only=True)
class Mark:
    """What an index shows: a library's identity, its generation and last passage id; `deleted` is true once
    a passage was taken out of this folder."""

    store: str
    generation: int
    last_id: int
    deleted: bool = False
    terms: int = TERMS_VERSION


@value
class Found:
    """A passage's row id and its BM25 score."""

    id: int
    score: float


class WordView:
    """The index as it was when the view was taken; many threads may read it."""

    def __init__(self, searcher: tantivy.Searcher, schema: tantivy.Schema, *, folder: Path | None) -> None:
        self._searcher = searcher
        self._schema = schema
        self._folder = folder

    def search(self, weights: Mapping[str, float], *, limit: int, filters: Filters) -> list[Found]:
        """The allowed passages that hold any of these terms, best first: by BM25, each term times its weight.

        Ties keep the order of the index.

        Raises: IndexUnusable.
        """
        if not weights or limit < 1 or frozenset() in (filters.levels, filters.documents):
            return []
        with _translated(self._folder):
            hits = self._searcher.search(self._query(weights, filters), limit, count=False).hits
            ids = self._searcher.fast_field_values("id", [address for _, address in hits])
        return [
            Found(id=int(id_), score=float(score))
            for (score, _), id_ in zip(hits, ids, strict=True)
            if id_ is not None
        ]

    def frequency(self, term: str, *, exact: bool) -> int:
        """How many passages hold `term`; without `exact`, those since deleted may be counted too.

        Raises: IndexUnusable.
        """
        with _translated(self._folder):
            if not exact:
                return int(self._searcher.doc_freq("terms", term))
            found: Any = self._searcher.search(_term(self._schema, "terms", term), 1, count=True)
            return int(found.count or 0)

    def holds(self, entry: Entry) -> bool:
        """True if `entry` is found by the first terms of its body.

        Raises: IndexUnusable.
        """
        from tantivy import Occur, Query

        wanted = [_term(self._schema, "terms", each) for each in dict.fromkeys(terms(entry.body)[:8])]
        wanted.append(_term(self._schema, "id", entry.id))
        query = Query.boolean_query([(Occur.Must, each) for each in wanted])
        with _translated(self._folder):
            return bool(self._searcher.search(query, 1, count=False).hits)

    def ids(self) -> set[int]:
        """The row id of every passage.

        Raises: IndexUnusable.
        """
        from tantivy import Query

        with _translated(self._folder):
            hits = self._searcher.search(Query.all_query(), max(1, self._searcher.num_docs), count=False).hits
            ids = self._searcher.fast_field_values("id", [address for _, address in hits])
        return {int(each) for each in ids if each is not None}

    def mark(self) -> Mark | None:
        """What the index shows; None for one that was never finished, or is of another version.

        Raises: IndexUnusable.
        """
        with _translated(self._folder):
            hits = self._searcher.search(_term(self._schema, "mark", "mark"), 1, count=False).hits
            if not hits:
                return None
            mark = Mark(**json.loads(self._searcher.doc(hits[0][1]).to_dict()["mark"][1]))
        return mark if mark.terms == TERMS_VERSION else None

    def _query(self, weights: Mapping[str, float], filters: Filters) -> tantivy.Query:
        from tantivy import Occur, Query

        wanted: list[tuple[Occur, Query]] = [
            (Occur.Should, Query.boost_query(_term(self._schema, "terms", term), weight))
            for term, weight in weights.items()
        ]
        query = Query.boolean_query(wanted)
        for field, allowed in (("level", filters.levels), ("document", filters.documents)):
            if allowed is not None:
                only = Query.const_score_query(
                    Query.term_set_query(self._schema, field, sorted(allowed)), 0.0
                )
                query = Query.boolean_query([(Occur.Must, query), (Occur.Must, only)])
        return query


class WordIndex:
    """An index in `folder`, made if there is none, or in memory; one writer at a time.

    Raises: IndexUnusable, from here and from every method.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._writer: tantivy.IndexWriter | None = None
        self._uncommitted = False
        with _translated(folder):
            import tantivy

            self._schema = _schema()
            if folder is None:
                self._index = tantivy.Index(self._schema)
            else:
                folder.mkdir(parents=True, exist_ok=True)
                self._index = tantivy.Index(self._schema, str(folder))

    def view(self) -> WordView:
        """The index as of the last commit."""
        with _translated(self._folder):
            self._index.reload()
            return WordView(self._index.searcher(), self._schema, folder=self._folder)

    def add(self, entries: Iterable[Entry]) -> None:
        """Take in `entries`; seen by views after `commit`."""
        import tantivy

        with _translated(self._folder):
            writer = self._opened_writer()
            for entry in entries:
                fields = {
                    "id": entry.id,
                    "level": entry.level,
                    "document": entry.document_id,
                    "terms": " ".join(terms_of(entry)),
                }
                writer.add_document(tantivy.Document.from_dict(fields, self._schema))

    def remove(self, ids: Collection[int]) -> None:
        """Take passages out; seen by views after `commit`."""
        with _translated(self._folder):
            writer = self._opened_writer()
            for each in ids:
                writer.delete_documents_by_term("id", each)

    def clear(self) -> None:
        """Take everything out; seen by views after `commit`."""
        with _translated(self._folder):
            self._opened_writer().delete_all_documents()

    def commit(self, mark: Mark | None = None) -> None:
        """Make all of it durable and visible at once, with `mark` where one is given."""
        import tantivy

        with _translated(self._folder):
            writer = self._opened_writer()
            if mark is not None:
                writer.delete_documents_by_query(_term(self._schema, "mark", "mark"))
                fields = {"mark": ["mark", json.dumps(asdict(mark))]}
                writer.add_document(tantivy.Document.from_dict(fields, self._schema))
            writer.commit()
            self._uncommitted = False

    def close(self) -> None:
        """Finish merging and let go of the writer's lock; what was not committed is dropped."""
        writer, self._writer = self._writer, None
        if writer is not None:
            with _translated(self._folder):
                if self._uncommitted:  # this throws what is being merged away too, and the work with it
                    writer.rollback()
                writer.wait_merging_threads()

    def _opened_writer(self) -> tantivy.IndexWriter:
        """The writer, for a change: what it is given is not committed yet."""
        self._uncommitted = True
        if self._writer is None:
            size = _MEMORY_WRITER_BYTES if self._folder is None else _WRITER_BYTES
            self._writer = self._index.writer(size, 1)  # two threads would make the order of ties a race
        return self._writer


def open_view(folder: Path) -> WordView | None:
    """A reader's view of the index in `folder`; None if there is none.

    Raises: IndexUnusable.
    """
    import tantivy

    if not (folder / "meta.json").is_file():
        return None
    with _translated(folder):
        index = tantivy.Index.open(str(folder))
        index.reload()
        return WordView(index.searcher(), _schema(), folder=folder)


def terms_of(entry: Entry) -> list[str]:
    """The terms of a passage and its headings, and the months and days they name."""
    return [*_heading_terms(entry.title), *_heading_terms(entry.section), *_terms_of_field(entry.body)]


@lru_cache(maxsize=64)  # the passages of a document share them, and stand together
def _heading_terms(heading: str) -> list[str]:
    return _terms_of_field(heading)


def _terms_of_field(field: str) -> list[str]:
    return [*terms(field), *year_parts(fold(field))]


def _schema() -> tantivy.Schema:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", stored=False, indexed=True, fast=True)
    for name in ("level", "document"):
        builder.add_text_field(name, stored=False, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("mark", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("terms", stored=False, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def _term(schema: tantivy.Schema, field: str, value: Any) -> tantivy.Query:
    from tantivy import Query

    return Query.term_query(schema, field, value)


@contextmanager
def _translated(folder: Path | None) -> Iterator[None]:
    """Raise tantivy's errors, a bare ValueError most of them, as ours."""
    try:
        yield
    except (ValueError, OSError, KeyError, TypeError) as error:
        raise IndexUnusable(folder or Path("(memory)"), cause=error) from error
    except BaseException as error:  # a damaged file makes the Rust side panic, which is no Exception here
        if type(error).__name__ != "PanicException":
            raise
        raise IndexUnusable(folder or Path("(memory)"), cause=error) from error
