"""An embedder for tests: hashed character bigrams, no model file, the same vectors on every machine."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from language.text import fold
from vectorstore.embedding import Matrix


class BigramEmbedder:
    """Texts that share character bigrams point the same way; empty text is the zero vector."""

    def __init__(self, *, dimension: int = 256) -> None:
        self.dimension = dimension
        self.name = f"bigrams-{dimension}"

    def embed_documents(self, texts: Sequence[str]) -> Matrix:
        vectors: Matrix = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(vectors, texts, strict=True):
            letters = [c for c in fold(text).lower() if c.isalnum()]
            for first, second in pairwise([*letters[:1], *letters]):
                row[zlib.crc32((first + second).encode()) % self.dimension] += 1
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / np.where(lengths == 0, np.float32(1), lengths)

    def embed_queries(self, texts: Sequence[str]) -> Matrix:
        return self.embed_documents(texts)
