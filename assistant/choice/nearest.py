"""How near in meaning do words come to each other? By the shipped word vectors, whatever the library uses."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assistant.remembered import Remembered

if TYPE_CHECKING:
    from vectorstore.embedding import Embedder

Vector = npt.NDArray[np.float32]
_REMEMBERED = 8192  # words, of a kilobyte each


def nearest(asked: Sequence[str], read: Sequence[str]) -> list[float]:
    """For each word asked, the greatest cosine with any word read, -1 to 1; 0 where nothing was read."""
    if not asked or not read:
        return [0.0] * len(asked)
    known = _vectors().all([*asked, *read])
    vectors = np.stack([known[word] for word in (*asked, *read)])
    return [float(best) for best in (vectors[: len(asked)] @ vectors[len(asked) :].T).max(axis=1)]


def likeness(question: str, texts: Sequence[str]) -> list[float]:
    """The cosine of the question with each text."""
    vectors = _embedder().embed_documents([question, *texts])
    return [float(each) for each in vectors[1:] @ vectors[0]]


@lru_cache(maxsize=1)
def _vectors() -> Remembered[str, Vector]:
    """The vectors of words: sentences of one subject have the same, and encoding them takes longer than all
    else that is done with them."""

    def read(words: Sequence[str]) -> dict[str, Vector]:
        vectors = _embedder().embed_queries(words)  # a hundred documents at once would widen every row first
        return {word: vector.copy() for word, vector in zip(words, vectors, strict=True)}

    return Remembered(read, most=_REMEMBERED)


@lru_cache(maxsize=1)
def _embedder() -> Embedder:
    from vectorstore.embedding import open_embedder  # the tokenizer loads when it is first needed

    return open_embedder()
