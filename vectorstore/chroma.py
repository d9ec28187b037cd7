"""How does Chroma serve as a vector index? The one door to chromadb, embedded, never as a server.

What was measured on 1.5.9 and is held off here: it tries to download an embedding model unless a function
that refuses is registered; it keeps an old collection's distance without a word; it takes at most 5,461 rows
at a time; two writers lose vectors silently (our lock on the store prevents two); an open client does not see
what another process writes (open a new one after it); its server runs code of whoever connects
(CVE-2026-45829: we start none). It may also crash who opens a damaged folder: see `index_choice`.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from vectorstore.errors import IndexUnusable
from vectorstore.index import Filters, Near, Vector
from vectorstore.library import DocumentVectors

if TYPE_CHECKING:
    from chromadb.api.types import EmbeddingFunction

_COLLECTION = "passages"
_SPACE = "cosine"
# Looking less far while the graph is made and further when it is asked: made in 0.6 of the time that Chroma's
# own values (100 and 100) take, and finds as many neighbours but for three in a thousand.
_GRAPH = {"space": _SPACE, "ef_construction": 40, "ef_search": 300}
_ROWS = 2000  # at a time; the library's cap is 5,461
_DOCUMENTS = 500  # in one deletion
_SPARE = 32  # asked for beyond k: which of several equally near passages it leaves out changes by chance


class ChromaIndex:
    """The passages' vectors in a Chroma collection on disk; a context manager.

    Raises: IndexUnusable, from here and from every method.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with _translated(folder):
            import chromadb
            from chromadb.config import Settings

            # It logs a line for each refused or missing telemetry package; officials read our terminal.
            logging.getLogger("chromadb").setLevel(logging.ERROR)
            folder.mkdir(parents=True, exist_ok=True)
            settings = Settings(anonymized_telemetry=False)
            client: Any = chromadb.PersistentClient(str(folder), settings=settings)
            self._client = client
            self._collection = client.get_or_create_collection(
                _COLLECTION, embedding_function=_refusing(), configuration={"hnsw": _GRAPH}
            )
            space = self._collection.configuration["hnsw"]["space"]
        if space != _SPACE:
            self.close()
            raise IndexUnusable(folder, cause=f"距离为 {space}，应为 {_SPACE}")

    def close(self) -> None:
        """Let go of the folder, so that the next to open it sees what is on disk."""
        with _translated(self._folder):
            self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, documents: Iterable[DocumentVectors], *, fresh: bool = False) -> None:
        """Take in these documents' vectors; where none of them is known (`fresh`), nothing is looked for."""
        pending = iter(documents)
        while batch := list(islice(pending, _DOCUMENTS)):
            if not fresh:
                self.remove([each.document_id for each in batch])
            rows = (row for each in batch for row in _rows(each))
            while part := list(islice(rows, _ROWS)):
                ids, vectors, metadatas = zip(*part, strict=True)
                with _translated(self._folder):
                    self._collection.upsert(
                        ids=list(ids), embeddings=list(vectors), metadatas=list(metadatas)
                    )

    def remove(self, document_ids: Collection[str]) -> None:
        if not self.count():
            return
        pending = iter(document_ids)
        while batch := list(islice(pending, _DOCUMENTS)):
            with _translated(self._folder):
                self._collection.delete(where={"document_id": {"$in": batch}})

    def query(self, vector: Vector, *, k: int, filters: Filters) -> list[Near]:
        if k < 1 or not vector.any() or frozenset() in (filters.levels, filters.documents):
            return []
        with _translated(self._folder):
            size = self._collection.count()
            if not size:
                return []
            found = self._collection.query(
                query_embeddings=[vector],
                n_results=min(k + _SPARE, size),
                where=_where(filters),
                include=["distances"],
            )
        near = [
            _near(row_id, similarity=min(1.0, 1 - distance))
            for row_id, distance in zip(found["ids"][0], found["distances"][0], strict=True)
            if distance < 1
        ]
        return sorted(near, key=lambda each: (-each.similarity, each.document_id, each.ordinal))[:k]

    def count(self) -> int:
        with _translated(self._folder):
            return int(self._collection.count())


def _rows(document: DocumentVectors) -> Iterator[tuple[str, Vector, dict[str, str]]]:
    """A row for each passage that says something; only what is filtered by is metadata, each key costs."""
    metadata = {"document_id": document.document_id, "level": document.level}
    for ordinal in np.flatnonzero(document.matrix.any(axis=1)).tolist():
        yield f"{document.document_id}:{ordinal}", document.matrix[ordinal], metadata


def _near(row_id: str, *, similarity: float) -> Near:
    document_id, _, ordinal = row_id.rpartition(":")
    return Near(document_id=document_id, ordinal=int(ordinal), similarity=similarity)


def _where(filters: Filters) -> dict[str, Any] | None:
    named = (("level", filters.levels), ("document_id", filters.documents))
    conditions: list[dict[str, Any]] = [
        {key: {"$in": sorted(allowed)}} for key, allowed in named if allowed is not None
    ]
    return {"$and": conditions} if len(conditions) > 1 else next(iter(conditions), None)


def _refusing() -> EmbeddingFunction[Any]:
    """An embedding function that refuses: every vector is ours, nothing is ever downloaded."""
    from chromadb.api.types import Documents, EmbeddingFunction, Embeddings
    from chromadb.utils.embedding_functions import register_embedding_function

    class Refusing(EmbeddingFunction[Documents]):
        def __init__(self) -> None:
            pass

        def __call__(self, input: Documents) -> Embeddings:
            raise RuntimeError("pass embeddings= or query_embeddings=")

        @staticmethod
        def name() -> str:
            return "zhaoda-refuses"

        def get_config(self) -> dict[str, Any]:
            return {}

        @staticmethod
        def build_from_config(config: dict[str, Any]) -> EmbeddingFunction[Documents]:
            return Refusing()

    register: Any = register_embedding_function
    register(Refusing)
    return Refusing()


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    """Re-raise whatever Chroma raises, its Rust panics (which are no Exception) included."""
    try:
        yield
    except IndexUnusable:
        raise
    except BaseException as error:
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise IndexUnusable(folder, cause=error) from error
        raise
