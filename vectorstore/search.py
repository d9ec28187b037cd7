"""Which passages answer a query? Words bring a shortlist, a learnt reranker orders it, meaning has a say.

Fusing two rankings at equal weight lets the weaker side cost (measured: 4 to 15 points with a small static
model). Here the cosine is one number of many, with the weight that questions with known answers gave it, and
asked only where more than a third of a question stands in no passage.
Meaning brings passages of its own only where words run out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate, chain
from typing import NamedTuple, Protocol

import numpy as np

from language.text import fold
from vectorstore.candidates import Key
from vectorstore.document import Document, Passage
from vectorstore.index import Filters as Filters
from vectorstore.index import Near, Vector
from vectorstore.index import cosines as cosines_of
from vectorstore.lexical_search import SHORTLIST, LexicalSearch, Shortlist
from vectorstore.library import Library
from vectorstore.ranker import LearntReranker, Reranker
from vectorstore.term_counts import Cosines, Numbers

_DENSE = 30  # passages that meaning alone may bring
_KNOWN = 0.5  # the share of a question's terms that must stand somewhere for words to suffice

_NO_FILTERS = Filters()


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A passage found: its document without the text, and a score comparable within one search.

    `found_by` says which index brought it: "lexical", "dense", or both.
    """

    document: Document
    passage: Passage
    score: float
    found_by: tuple[str, ...]


class Ranked(NamedTuple):
    """A passage found, not yet looked up: its document's id and ordinal; score and `found_by` as of a Hit."""

    key: Key
    score: float
    found_by: tuple[str, ...]


class VectorQuery(Protocol):
    """What a search needs of a vector index; `VectorIndex` and `ChosenIndex` have it."""

    def query(self, vector: Vector, *, k: int, filters: Filters) -> list[Near]: ...


class Searcher:
    """Searches one library; may be used from many threads. `vectors` must show what the library holds.

    Without `vectors` it searches by words alone.
    """

    def __init__(
        self, library: Library, *, vectors: VectorQuery | None, reranker: Reranker | None = None
    ) -> None:
        self._library = library
        self._lexical = LexicalSearch(library)
        self._vectors = vectors
        self._reranker = reranker or LearntReranker()

    def search(
        self,
        query: str,
        *,
        k: int = 10,
        filters: Filters = _NO_FILTERS,
        max_per_document: int | None = None,
        max_per_place: int | None = None,
    ) -> list[Hit]:
        """The best `k` allowed passages, best first; ties by document id and ordinal.

        At most `max_per_document` are of one document. A passage whose places all stand in `max_per_place`
        hits already is passed over; one of no place never is.
        """
        shortlist, ranked = self._ranked(query, filters)
        hits = self.hits(ranked, k=k, max_per_document=max_per_document, max_per_place=max_per_place)
        if len(hits) < k and shortlist.rest:
            known = set(shortlist.keys)
            rest = [key for key in self._lexical.keys(shortlist.rest) if key not in known]
            ranked += _below(ranked, rest)
            hits = self.hits(ranked, k=k, max_per_document=max_per_document, max_per_place=max_per_place)
        return hits

    def ranked(self, query: str, *, filters: Filters = _NO_FILTERS) -> list[Ranked]:
        """The allowed passages that were weighed, some hundred, best first; ties by document id and
        ordinal."""
        return self._ranked(query, filters)[1]

    def _ranked(self, query: str, filters: Filters) -> tuple[Shortlist, list[Ranked]]:
        shortlist, cosines = self.weighed(query, filters=filters)
        scores = self._reranker.scores(shortlist, cosines)
        ranked = [
            # Rounded, so that equal passages tie however the sums were added up.
            Ranked(key=key, score=round(float(score), 6), found_by=found_by)
            for key, score, found_by in zip(shortlist.keys, scores, shortlist.found_by, strict=True)
        ]
        return shortlist, sorted(ranked, key=lambda each: (-each.score, each.key))

    def hits(
        self,
        ranked: Sequence[Ranked],
        *,
        k: int,
        max_per_document: int | None = None,
        max_per_place: int | None = None,
    ) -> list[Hit]:
        """The first `k` of `ranked` that the quotas of `search` admit, looked up."""
        quotas = _Quotas(per_document=max_per_document, per_place=max_per_place)
        hits: list[Hit] = []
        while ranked and len(hits) < k:
            here, ranked = ranked[:k], ranked[k:]
            hits += [hit for hit in self._looked_up(here) if quotas.admit(hit.passage)]
        return hits[:k]

    def found(self, query: str, *, filters: Filters = _NO_FILTERS) -> list[Key]:
        """Document ids and ordinals of a few hundred allowed passages, best first by words alone."""
        return self._lexical.found(query, filters=filters)

    def neighbours(
        self, passages: Sequence[Passage], *, before: int = 1, after: int = 1
    ) -> list[list[Passage]]:
        """For each of `passages` those around it in its document, in order, itself left out."""
        wanted = [
            [
                (passage.document_id, ordinal)
                for ordinal in range(passage.ordinal - before, passage.ordinal + after + 1)
                if ordinal != passage.ordinal
            ]
            for passage in passages
        ]
        stored = self._library.passages_at([*dict.fromkeys(chain.from_iterable(wanted))])
        found = {(passage.document_id, passage.ordinal): passage for _, passage in stored}
        return [[found[key] for key in keys if key in found] for keys in wanted]

    def weighed(self, query: str, *, filters: Filters) -> tuple[Shortlist, Cosines | None]:
        """What the reranker is given for `query`: the shortlist and, but by words alone, its cosines, which
        are read when asked for."""
        shortlist = self._lexical.shortlist(query, filters=filters)
        if self._vectors is None:
            return shortlist, None
        if not _words_suffice(shortlist) and (vector := self._vector(query)).any():
            near = self._vectors.query(vector, k=_DENSE, filters=filters)
            if meant := {(each.document_id, each.ordinal) for each in near}:
                shortlist = self._lexical.shortlist(query, filters=filters, also=sorted(meant))
        return shortlist, partial(self._cosines, query, shortlist.keys)

    def _vector(self, query: str) -> Vector:
        """The query's vector, all 0 where it says nothing to the model."""
        vector: Vector = self._library.embedder.embed_queries([fold(query)])[0]
        return vector

    def _cosines(self, query: str, keys: Sequence[Key]) -> Numbers:
        vector = self._vector(query)
        stored = [*self._library.vectors({document_id for document_id, _ in keys})]
        if not stored:
            return np.zeros(len(keys))
        found = cosines_of(np.concatenate([each.matrix for each in stored]), vector)
        sizes = [len(each.matrix) for each in stored]
        begin = dict(zip((each.document_id for each in stored), accumulate(sizes, initial=0), strict=False))
        size = dict(zip(begin, sizes, strict=True))
        return np.array(
            [
                max(0.0, float(found[begin[document_id] + ordinal]))
                if ordinal < size.get(document_id, 0)
                else 0.0
                for document_id, ordinal in keys
            ]
        )

    def _looked_up(self, ranked: Sequence[Ranked]) -> list[Hit]:
        by_key = {each.key: each for each in ranked}
        return [
            Hit(
                document=document,
                passage=passage,
                score=by_key[passage.document_id, passage.ordinal].score,
                found_by=by_key[passage.document_id, passage.ordinal].found_by,
            )
            for document, passage in self._library.passages_at(list(by_key))
        ]


def _words_suffice(shortlist: Shortlist) -> bool:
    """True where words fill the shortlist and most terms of the question stand somewhere.

    Measured on the public sets: the right document is then among them 988 to 1000 times in 1000.
    """
    known = sum(worth > 0 for worth in shortlist.idf.values())
    return len(shortlist.keys) >= SHORTLIST and known >= _KNOWN * len(shortlist.idf)


def _below(ranked: Sequence[Ranked], rest: Sequence[Key]) -> list[Ranked]:
    """The passages that were not weighed, in the index's order, after all that were."""
    lowest = min((each.score for each in ranked), default=0.0)
    return [
        Ranked(key=key, score=lowest - place, found_by=("lexical",))
        for place, key in enumerate(rest, start=1)
    ]


@dataclass(kw_only=True)
class _Quotas:
    """How much of a document and of a place has been admitted so far."""

    per_document: int | None
    per_place: int | None
    documents: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)

    def admit(self, passage: Passage) -> bool:
        """True, and counted, if the quotas have room for `passage`."""
        if self.per_document is not None and self.documents[passage.document_id] >= self.per_document:
            return False
        full = self.per_place is not None and [
            self.places[place] >= self.per_place for place in passage.places
        ]
        if full and all(full):
            return False
        self.documents[passage.document_id] += 1
        self.places.update(passage.places)
        return True
