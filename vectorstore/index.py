"""Which passages mean something like this? The seam of vector indexes, and the exact one.

Two implementations pass one contract suite: `ExactIndex` compares with every vector (in memory, 10 ms at
100,000 passages), `ChromaIndex` keeps a graph on disk. Neither is the truth: the library fills both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
import numpy.typing as npt

from vectorstore.embedding import Matrix
from vectorstore.library import DocumentVectors

Vector = npt.NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Filters:
    """Where to look: documents of these levels and of these ids. None is all, an empty set nothing."""

    levels: frozenset[str] | None = None
    documents: frozenset[str] | None = None

    def allow(self, document_id: str, *, level: str) -> bool:
        """True if a document of this id and level may be shown."""
        return (self.levels is None or level in self.levels) and (
            self.documents is None or document_id in self.documents
        )


_EVERYTHING = Filters()


@dataclass(frozen=True, kw_only=True)
class Near:
    """A passage and its cosine with the query, above 0 and at most 1."""

    document_id: str
    ordinal: int
    similarity: float


def cosines(matrix: Matrix, vector: Vector) -> Vector:
    """The cosine of each unit row with a unit vector.

    Not `matrix @ vector`: BLAS threads wait for each other, seven times longer on a busy machine.
    """
    compared: Vector = np.vecdot(matrix, vector)
    return compared


class Fillable(Protocol):
    """Takes in vectors. A passage whose vector is all zero is never in it."""

    def add(self, documents: Iterable[DocumentVectors], *, fresh: bool = False) -> None:
        """Take in these documents' vectors, wholly replacing what was known of them; where none of them is
        known (`fresh`), nothing is looked for."""

    def remove(self, document_ids: Collection[str]) -> None:
        """Forget these documents; an unknown one is no error."""


class VectorIndex(Fillable, Protocol):
    """Finds the passages nearest to a vector."""

    def query(self, vector: Vector, *, k: int, filters: Filters) -> list[Near]:
        """The nearest allowed passages, best first, at most `k`; ties by document id and ordinal."""

    def count(self) -> int:
        """The number of passages in the index."""


class ExactIndex:
    """Every vector in memory, compared one by one: exact, and as fast as a graph up to some 100,000."""

    def __init__(self) -> None:
        self._documents: dict[str, DocumentVectors] = {}
        self._stacked: _Stack | None = None

    @classmethod
    def of(cls, documents: Iterable[DocumentVectors]) -> ExactIndex:
        """An index filled with `documents`."""
        index = cls()
        index.add(documents)
        return index

    def add(self, documents: Iterable[DocumentVectors], *, fresh: bool = False) -> None:
        self._documents |= {each.document_id: each for each in documents}
        self._stacked = None

    def remove(self, document_ids: Collection[str]) -> None:
        for each in document_ids:
            self._documents.pop(each, None)
        self._stacked = None

    def query(self, vector: Vector, *, k: int, filters: Filters) -> list[Near]:
        stack = self._stack()
        if k < 1 or not vector.any() or not len(stack.matrix):
            return []
        similarity = cosines(stack.matrix, vector)
        if filters != _EVERYTHING:
            allowed = np.array([filters.allow(d.document_id, level=d.level) for d in stack.documents])
            similarity[~allowed[stack.owner]] = -1
        # Rows lie in the order of document id and ordinal, and a stable sort keeps it among equals.
        best = np.argsort(-similarity, kind="stable")[:k] if k * 4 > len(similarity) else _top(similarity, k)
        return [
            Near(
                document_id=stack.documents[stack.owner[row]].document_id,
                ordinal=int(stack.ordinal[row]),
                similarity=min(1.0, float(similarity[row])),
            )
            for row in best
            if similarity[row] > 0
        ]

    def count(self) -> int:
        return int(self._stack().matrix.any(axis=1).sum())

    def _stack(self) -> _Stack:
        if self._stacked is None:
            self._stacked = _stacked([self._documents[each] for each in sorted(self._documents)])
            # From here on the parts are views of the whole: the vectors are in memory once.
            self._documents = {each.document_id: each for each in self._stacked.documents}
        return self._stacked


@dataclass(frozen=True, kw_only=True)
class _Stack:
    documents: list[DocumentVectors]
    matrix: Matrix
    owner: npt.NDArray[np.intp]
    ordinal: npt.NDArray[np.intp]


def _stacked(documents: list[DocumentVectors]) -> _Stack:
    """All rows in one matrix, each with the place of its document in the list and its ordinal.

    A row that says nothing is at a right angle to every query, and so never found.
    """
    if not documents:
        nothing = np.zeros(0, dtype=np.intp)
        return _Stack(documents=[], matrix=np.zeros((0, 0), np.float32), owner=nothing, ordinal=nothing)
    sizes = [len(each.matrix) for each in documents]
    matrix = np.concatenate([each.matrix for each in documents])
    ends = np.cumsum(sizes)
    return _Stack(
        documents=[
            replace(each, matrix=matrix[end - size : end])
            for each, size, end in zip(documents, sizes, ends, strict=True)
        ],
        matrix=matrix,
        owner=np.repeat(np.arange(len(documents)), sizes),
        ordinal=np.concatenate([np.arange(size) for size in sizes]),
    )


def _top(similarity: Vector, k: int) -> npt.NDArray[np.intp]:
    """The rows of the `k` highest values in stable order, without sorting all."""
    threshold = np.partition(similarity, len(similarity) - k)[len(similarity) - k]
    candidates = np.flatnonzero(similarity >= threshold)
    return candidates[np.argsort(-similarity[candidates], kind="stable")][:k]
