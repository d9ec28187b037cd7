"""What would the plain means be, that a store is compared with: the plain recipe, and the barest floor?

The recipe is LangChain's RecursiveCharacterTextSplitter at 400 characters and langchain-chroma with our
embedding model. The floor is bm25s over the terms of our index with a NumPy cosine of its first hundred
pieces: no filters, no changes, no figures; what little it does can hardly be done faster. Both answer with
the nearest pieces. Needed here only: pip install 'zhaoda[bench]'.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from language.words import query_terms, terms
from vectorstore.embedding import open_embedder

Search = Callable[[str], object]
_CHUNK_CHARS = 400
_ADDED = 2000  # texts at a time: Chroma takes no more than 5,461
_FLOOR_DEPTH = 100


def fill_recipe(documents: Path, store: Path) -> int:
    """Split, embed, keep in Chroma; returns the number of documents."""
    rows, pieces = _pieces(documents)
    kept = _chroma(store)
    for at in range(0, len(pieces), _ADDED):
        kept.add_documents(pieces[at : at + _ADDED])
        _progress("recipe", at + _ADDED, len(pieces))
    return rows


def open_recipe(store: Path) -> Search:
    """The four nearest pieces."""
    search: Search = _chroma(store).similarity_search
    return search


def fill_floor(documents: Path, store: Path) -> int:
    """Split, embed, index; returns the number of documents."""
    import bm25s

    rows, pieces = _pieces(documents)
    vocabulary: dict[str, int] = {}
    ids = []
    for at, piece in enumerate(pieces, start=1):  # numbers: strings would take ten times the memory
        ids.append([vocabulary.setdefault(term, len(vocabulary)) for term in terms(piece.page_content)])
        if at % (5 * _ADDED) == 0:
            _progress("floor", at, len(pieces))
    index = bm25s.BM25()
    index.index((ids, vocabulary), show_progress=False)
    index.save(str(store / "bm25s"))
    model = open_embedder()
    texts = iter([piece.page_content for piece in pieces])
    batches = iter(lambda: [*islice(texts, _ADDED)], [])
    np.save(store / "vectors.npy", np.concatenate([model.embed_documents(batch) for batch in batches]))
    return rows


def open_floor(store: Path) -> Search:
    """The pieces that BM25 finds, ordered with their cosine."""
    import bm25s

    index = bm25s.BM25.load(str(store / "bm25s"))
    matrix = np.load(store / "vectors.npy")
    model = open_embedder()

    def search(question: str) -> object:
        known = [term for term in query_terms(question) if term in index.vocab_dict]
        scores = index.get_scores(known) if known else np.zeros(len(matrix), dtype=np.float32)
        best = np.argpartition(-scores, min(_FLOOR_DEPTH, len(scores) - 1))[:_FLOOR_DEPTH]
        vector = model.embed_queries([question])[0]
        return best[np.argsort(-(scores[best] + matrix[best] @ vector))]

    return search


def _pieces(documents: Path) -> tuple[int, list[Any]]:
    """The number of documents, and their pieces as LangChain documents."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        chunk_size=_CHUNK_CHARS, chunk_overlap=40, separators=["\n\n", "\n", "。", "！", "？", "，", ""]
    )
    rows = [*_rows(documents)]
    return len(rows), splitter.create_documents([r["text"] for r in rows], [{"id": r["id"]} for r in rows])


def _rows(documents: Path) -> Iterator[dict[str, str]]:
    with documents.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _chroma(store: Path) -> Any:
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings

    model = open_embedder()

    class Same(Embeddings):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return model.embed_documents(texts).tolist()

        def embed_query(self, text: str) -> list[float]:
            return model.embed_queries([text])[0].tolist()

    return Chroma("news", Same(), persist_directory=str(store))


def _progress(side: str, done: int, of: int) -> None:
    print(f"  {side}: {min(done, of)} of {of} pieces", file=sys.stderr, flush=True)
