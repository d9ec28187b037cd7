"""In which order do the passages of a shortlist answer the question? The seam, and the learnt reranker.

Weights are plain numbers in models/ranker/weights.json, learnt by tools/train_ranker.py: one set for
questions and one for statements (a headline, a sentence), each with meaning and without.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

from vectorstore.errors import VectorStoreError
from vectorstore.lexical_search import Shortlist
from vectorstore.ranking_features import NAMES, features
from vectorstore.term_counts import Cosines, Numbers

SHIPPED_WEIGHTS = Path(__file__).with_name("models") / "ranker" / "weights.json"
Form = Literal["question", "statement"]


class RankerError(VectorStoreError):
    """A reranking model cannot be opened."""


class Reranker(Protocol):
    """Weighs the passages of a shortlist; the order in which they are given does not matter."""

    def scores(self, shortlist: Shortlist, cosines: Cosines | None) -> Numbers:
        """A number for each text, the higher the better.

        `cosines` gives those of the texts with the question; None for a search by words alone.
        """


@dataclass(frozen=True, kw_only=True)
class Weights:
    """What each feature of one form of query is worth, with meaning and without."""

    meaning: npt.NDArray[np.float64]
    words: npt.NDArray[np.float64]


class LearntReranker:
    """A weighted sum of the features.

    Raises: RankerError if the weights are missing or of other features.
    """

    def __init__(self, path: Path = SHIPPED_WEIGHTS) -> None:
        self._weights = _read(path)

    def scores(self, shortlist: Shortlist, cosines: Cosines | None) -> Numbers:
        form: Form = "question" if shortlist.question.asks else "statement"
        weights = self._weights[form]
        table = features(
            shortlist.question,
            shortlist.texts,
            idf=shortlist.idf,
            averages=shortlist.averages,
            cosines=cosines,
        )
        summed: Numbers = table @ (weights.words if cosines is None else weights.meaning)
        return summed


@cache
def _read(path: Path) -> dict[Form, Weights]:
    try:
        stored = json.loads(path.read_text("utf-8"))
        if tuple(stored["features"]) != NAMES:
            raise RankerError(
                f"{path}：排序权重与本程序的特征不符；请重新安装招答，或用 tools/train_ranker.py 重新训练"
            )
        return {
            form: Weights(meaning=_vector(stored, form, "meaning"), words=_vector(stored, form, "words"))
            for form in ("question", "statement")
        }
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RankerError(f"{path}：排序权重读不了（{error}）；请重新安装招答") from error


def _vector(stored: dict[str, dict[str, dict[str, Sequence[float]]]], form: str, means: str) -> Numbers:
    return np.array(stored["weights"][form][means], dtype=float)
