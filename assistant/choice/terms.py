"""How is a question looked for in a sentence: its words and pairs with weights, how many, how near?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from assistant.choice.cues import NUMBER
from language.words import QUESTION_WORDS, STOP_WORDS, query_terms, words

Array = npt.NDArray[np.float32]
_ASKS = re.compile(
    r"多少|什么时[候间]|什么样?的?|为什么|为何|怎么样?|如何|怎样|谁|哪[一两三四些几]?[个位种款部家项类年天里儿]?|何[时地处人种]?|几|多[大高长远久重]|是否"
)


@dataclass(frozen=True, kw_only=True)
class QuestionTerms:
    """What a question is looked for by: words and character pairs with weights, and what stands by its
    question word; `numbers` are those it says."""

    words: tuple[str, ...]
    word_weights: Array
    pairs: tuple[str, ...]
    pair_weights: Array
    near_weights: Array
    left: str
    right: str
    plain: str
    numbers: frozenset[str]


@lru_cache(maxsize=16)  # asked for twice in one choice
def terms_of(text: str, idf: Callable[[str], float]) -> QuestionTerms:
    own = tuple(
        dict.fromkeys(
            w
            for w in words(text)
            if w not in STOP_WORDS
            and w not in QUESTION_WORDS
            and (len(w) > 1 or not w.isascii() or w.isdigit())
        )
    )
    pairs = tuple(dict.fromkeys(query_terms(text)))
    match = _ASKS.search(text)
    at, end = match.span() if match else (len(text), len(text))
    middle = (at + end) / 2
    distance = [min((abs(at + len(w) / 2 - middle) for at in _places(w, text)), default=20.0) for w in own]
    weights = np.array([idf(w) for w in own] or [0.0], dtype=np.float32)
    return QuestionTerms(
        words=own or ("\0",),
        word_weights=weights,
        pairs=pairs or ("\0",),
        pair_weights=np.array([idf(p) for p in pairs] or [0.0], dtype=np.float32),
        near_weights=weights / (1.0 + np.array(distance or [0.0], dtype=np.float32) / 5.0),
        left=re.sub(r"[^\w]", "", text[:at])[-2:],
        right=re.sub(r"[^\w]", "", text[end:])[:2],
        numbers=frozenset(NUMBER.findall(text)),
        plain=re.sub(r"[^\w]", "", _ASKS.sub("\n", text)) if match else re.sub(r"[^\w]", "", text),
    )


def _places(word: str, text: str) -> Iterator[int]:
    """Where a word begins in a text, no two places overlapping."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def hits(terms: Sequence[str], texts: Sequence[str]) -> Array:
    return np.array([[term in text for term in terms] for text in texts], dtype=np.float32)


def share(hits: Array, weights: Array) -> Array:
    total = float(weights.sum())
    shares: Array = (hits @ weights / total if total > 0 else np.zeros(len(hits))).astype(np.float32)
    return shares


def longest_run(question: str, text: str) -> int:
    best, size = 0, len(question)
    for at in range(size):
        while at + best < size and question[at : at + best + 1] in text:
            best += 1
    return best
