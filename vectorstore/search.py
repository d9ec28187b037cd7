"""Which passages answer a query? Words first, meaning where words run out.

Fusing ranks at equal weight lets the weaker side cost (measured: 4 to 15 points with a small static model).
So every passage, whichever index brought it, gets the same sum: its lexical score, which leads, and its
cosine, whose weight grows as fewer of the query's words are found anywhere. Where none is, the lexical
scores are nil and meaning decides alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from language.text import fold
from vectorstore.document import Document, Passage
from vectorstore.index import Filters as Filters
from vectorstore.index import Near, Vector
from vectorstore.index import cosines as cosines_of
from vectorstore.lexical_search import Key, LexicalHit, LexicalSearch
from vectorstore.library import Library

_POOL = 60  # first passages by words whose vectors are looked at: no cosine lifts a later one to the top
_DENSE = 30  # passages that meaning alone may bring
_COSINE = 0.25  # what a cosine of 1 is worth where the words are all found; a good lexical score is 2 to 6
_COSINE_ALONE = 1.0  # and what is added to that where none is

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


class VectorQuery(Protocol):
    """What a search needs of a vector index; `VectorIndex` and `ChosenIndex` have it."""

    def query(self, vector: Vector, *, k: int, filters: Filters) -> list[Near]: ...


class Searcher:
    """Searches one library; may be used from many threads. `vectors` must show what the library holds."""

    def __init__(self, library: Library, *, vectors: VectorQuery) -> None:
        self._library = library
        self._lexical = LexicalSearch(library)
        self._vectors = vectors

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
        quotas = _Quotas(per_document=max_per_document, per_place=max_per_place)
        ranked = self._ranked(query, filters=filters)
        hits: list[Hit] = []
        while ranked and len(hits) < k:
            here, ranked = ranked[:k], ranked[k:]
            hits += [hit for hit in self._looked_up(here) if quotas.admit(hit.passage)]
        return hits[:k]

    def neighbours(self, passage: Passage, *, before: int = 1, after: int = 1) -> list[Passage]:
        """The passages around `passage` in its document, in order, itself left out."""
        wanted = [
            (passage.document_id, ordinal)
            for ordinal in range(passage.ordinal - before, passage.ordinal + after + 1)
            if ordinal != passage.ordinal
        ]
        return [found for _, found in self._library.passages_at(wanted)]

    def _ranked(self, query: str, *, filters: Filters) -> list[_Ranked]:
        vector: Vector = self._library.embedder.embed_queries([fold(query)])[0]
        dense = {
            (near.document_id, near.ordinal)
            for near in self._vectors.query(vector, k=_DENSE, filters=filters)
        }
        scored = self._lexical.search(query, filters=filters, also=sorted(dense))
        near = [each for place, each in enumerate(scored) if place < _POOL or each.key in dense]
        cosines = self._cosines(vector, near) if vector.any() else {}
        weight = _COSINE + _COSINE_ALONE * (1 - max((each.coverage for each in scored), default=0.0))
        ranked = [
            _Ranked(
                key=each.key,
                score=each.score + weight * cosines.get(each.key, 0.0),
                found_by=("lexical",) * each.found + ("dense",) * (each.key in dense),
            )
            for each in scored
        ]
        return sorted(ranked, key=lambda each: (-each.score, each.key))

    def _cosines(self, vector: Vector, scored: Sequence[LexicalHit]) -> dict[Key, float]:
        stored = {
            each.document_id: cosines_of(each.matrix, vector)
            for each in self._library.vectors({hit.document_id for hit in scored})
        }
        return {
            hit.key: max(0.0, float(stored[hit.document_id][hit.ordinal]))
            for hit in scored
            if hit.document_id in stored and hit.ordinal < len(stored[hit.document_id])
        }

    def _looked_up(self, ranked: Sequence[_Ranked]) -> list[Hit]:
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


@dataclass(frozen=True, kw_only=True)
class _Ranked:
    key: Key
    score: float
    found_by: tuple[str, ...]


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
