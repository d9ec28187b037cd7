"""Does a cross-encoder of the user's order the best passages better? The one door to CrossEncoder.

It reads question and passage together, hundreds of times slower than counting words: so it judges only the
first passages of another reranker, and its order stands above the rest, whose order is kept.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from vectorstore.lexical_search import Shortlist
from vectorstore.ranker import LearntReranker, RankerError, Reranker
from vectorstore.term_counts import Cosines, Numbers

DEPTH = 20
Judge = Callable[[str, Sequence[str]], Numbers]
"""From a question and some passages to a number for each, the higher the better."""


class CrossEncoderReranker:
    """Orders the first `depth` passages of `first` by `judge`."""

    def __init__(self, judge: Judge, *, first: Reranker | None = None, depth: int = DEPTH) -> None:
        self._judge = judge
        self._first = first or LearntReranker()
        self._depth = depth

    def scores(self, shortlist: Shortlist, cosines: Cosines | None) -> Numbers:
        scores = self._first.scores(shortlist, cosines)
        if not len(scores):
            return scores
        # Equal passages must not be cut apart by the order in which they were given.
        best = sorted(range(len(scores)), key=lambda at: (-scores[at], shortlist.keys[at]))[: self._depth]
        passages = [_with_headings(shortlist, at) for at in best]
        judged = np.asarray(self._judge(shortlist.question.text, passages), dtype=float)
        lifted = scores.copy()
        # From 1 to 2 above everything that was not judged, in the judge's order.
        lifted[best] = scores.max() + 1 + 1 / (1 + np.exp(-judged))
        return lifted


def open_cross_encoder(model: str) -> Judge:
    """The judge in a sentence-transformers folder, or of a hub name already on this machine.

    Raises: RankerError if the model is missing or the extra is not installed.
    """
    os.environ["HF_HUB_OFFLINE"] = "1"
    try:
        from sentence_transformers import CrossEncoder
    except ImportError as error:
        raise RankerError(
            f"{model}：没有安装 sentence-transformers；请运行 pip install 'zhaoda[st]'"
        ) from error
    try:
        encoder: Any = CrossEncoder(
            str(Path(model).expanduser()) if Path(model).expanduser().is_dir() else model,
            device="cpu",
            local_files_only=True,
        )
    except (OSError, ValueError, ImportError) as error:
        cause = str(error).partition("\n")[0]
        raise RankerError(f"{model}：打不开这个重排模型（{cause}）；请给出本机上的模型文件夹") from error

    def judge(question: str, passages: Sequence[str]) -> Numbers:
        pairs = [(question, passage) for passage in passages]
        return np.asarray(encoder.predict(pairs, show_progress_bar=False), dtype=float)

    return judge


def _with_headings(shortlist: Shortlist, at: int) -> str:
    text = shortlist.texts[at]
    return "\n".join(part for part in (text.title, text.section, text.body) if part)
