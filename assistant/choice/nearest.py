"""How near in meaning do words come to each other? By the shipped word vectors, whatever the library uses."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vectorstore.embedding import Embedder


def nearest(asked: Sequence[str], read: Sequence[str]) -> list[float]:
    """For each word asked, the greatest cosine with any word read, -1 to 1; 0 where nothing was read."""
    if not asked or not read:
        return [0.0] * len(asked)
    vectors = _embedder().embed_documents([*asked, *read])
    return [float(best) for best in (vectors[: len(asked)] @ vectors[len(asked) :].T).max(axis=1)]


def likeness(question: str, texts: Sequence[str]) -> list[float]:
    """The cosine of the question with each text."""
    vectors = _embedder().embed_documents([question, *texts])
    return [float(each) for each in vectors[1:] @ vectors[0]]


@lru_cache(maxsize=1)
def _embedder() -> Embedder:
    from vectorstore.embedding import open_embedder  # the tokenizer loads when it is first needed

    return open_embedder()
