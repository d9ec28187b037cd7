"""Which classes make up a library and its search? The one place here that reads the environment.

ZHAODA_EMBEDDER names the embedding model ("" is the shipped one), ZHAODA_VECTOR_INDEX the vector index a
search uses: auto (by size), exact, or chroma. ZHAODA_CROSS_ENCODER names a model that judges the first
passages once more ("" is none).
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import get_args

from vectorstore.embedding import open_embedder
from vectorstore.errors import VectorStoreError
from vectorstore.index_choice import ChosenIndex, Preference
from vectorstore.index_sync import OnProgress, bring_up_to_date
from vectorstore.library import Library
from vectorstore.ranker import LearntReranker, Reranker
from vectorstore.search import Searcher
from vectorstore.word_sync import bring_words_up_to_date


def open_library(store: Path, *, writable: bool = False, accept_embedder: bool = False) -> Library:
    """The library in the folder `store`, with the embedder of the environment; see `Library.open`."""
    embedder = open_embedder(os.environ.get("ZHAODA_EMBEDDER", ""))
    return Library.open(store, writable=writable, embedder=embedder, accept_embedder=accept_embedder)


def open_searcher(library: Library, *, preference: Preference | None = None) -> Searcher:
    """The search over `library`; `preference` overrules the environment's choice of the vector index.

    Raises: VectorStoreError if the environment asks for an index we do not know.
    """
    vectors = ChosenIndex(library, preference=preference or _preference())
    return Searcher(library, vectors=vectors, reranker=_reranker())


def refresh_index(library: Library, *, on_progress: OnProgress | None = None) -> None:
    """Bring the derived indexes up to date with the writable `library`: the last step of every ingest.

    Raises: IndexUnusable; the library is whole and searchable nonetheless.
    """
    bring_words_up_to_date(library, on_progress=on_progress)
    bring_up_to_date(library, on_progress=on_progress)


def _reranker() -> Reranker:
    model = os.environ.get("ZHAODA_CROSS_ENCODER", "")
    if not model:
        return LearntReranker()
    from vectorstore.cross_encoder import CrossEncoderReranker, open_cross_encoder

    return CrossEncoderReranker(open_cross_encoder(model))


def _preference() -> Preference:
    wanted = os.environ.get("ZHAODA_VECTOR_INDEX", "auto")
    for known in get_args(Preference):
        if wanted == known:
            return known  # type: ignore[no-any-return]
    raise VectorStoreError(f"ZHAODA_VECTOR_INDEX={wanted}：没有这种索引；可选 auto、exact、chroma")
