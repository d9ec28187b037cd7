"""Which of these sentences answers a question, and is it answered at all? A small learnt model, run in NumPy.

`tools/train_choice.py` makes the model; its card in `models/choice-zh` says from what, and what it reaches.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.choice.answered import SUMMARY, summary
from assistant.choice.context import Candidate
from assistant.choice.features import FEATURES, features
from assistant.choice.said import said
from assistant.choice.trees import Scores, trees_from
from assistant.errors import ModelUnreadable

SHIPPED_CHOOSER = Path(__file__).parent.parent / "models" / "choice-zh"
STEPS = 20.0  # rarity is kept in twentieths
UNSEEN = 9.5
_REMEMBERED = 1 << 14  # terms whose rarity is asked for again: those of a few hundred questions
_ASKS = FEATURES.index("asks")
_NO_ANSWER = 12.0  # a sentence that asks is no answer; the sets trained on have hardly any


@dataclass(frozen=True, kw_only=True, eq=False)
class Choice:
    """What the model says of a question's sentences.

    `scores` has one number a candidate, in order, comparable within this choice only; `answered` is how
    likely any of them answers, 0 to 1, 0 where there is none.
    """

    scores: Scores
    answered: float

    @property
    def shares(self) -> Scores:
        """How the scores divide up 1 among the candidates."""
        weights = np.exp(self.scores - self.scores.max(initial=0.0))
        shares: Scores = weights / weights.sum() if len(weights) else weights
        return shares

    def best(self, count: int) -> list[int]:
        """The numbers of the best candidates, best first; ties in their order."""
        return [int(at) for at in np.argsort(-self.scores, kind="stable")[:count]]


class Chooser:
    """A learnt choice of sentences; safe to share between threads.

    Raises: ModelUnreadable if the folder holds no model, or one made for other features.
    """

    def __init__(self, folder: Path = SHIPPED_CHOOSER) -> None:
        path = folder / "model.npz"
        try:
            with np.load(path, allow_pickle=False) as arrays:
                self._choice = trees_from(arrays, name="choice")
                self._answered = trees_from(arrays, name="answered")
                self.rarity = Rarity(keys=arrays["rarity_keys"], weights=arrays["rarity_weights"])
                made_for = [*arrays["features"].tolist(), *arrays["summary"].tolist()]
        except (OSError, ValueError, KeyError) as error:
            raise ModelUnreadable(f"{path}：读不了选句模型（{error}）；请重新安装招答") from error
        if made_for != [*FEATURES, *SUMMARY]:
            raise ModelUnreadable(f"{path}：选句模型与程序版本不符；请重新安装招答")

    @np.errstate(invalid="ignore")  # OpenBLAS raises the flag over lanes it does not use
    def choose(self, question: str, candidates: Sequence[Candidate]) -> Choice:
        """Scores for candidates that stand passage by passage, best passage first."""
        if not candidates:
            return Choice(scores=np.zeros(0), answered=0.0)
        rows = features(question, candidates, idf=self.rarity)
        scores = self._choice(rows)
        told = said(question, candidates, scores, idf=self.rarity)
        logit = float(self._answered(summary(rows, scores, told))[0])
        scores = scores - _NO_ANSWER * rows[:, _ASKS]
        return Choice(scores=scores, answered=1.0 / (1.0 + float(np.exp(-logit))))


class Rarity:
    """How rare words and character pairs are in news: `log(documents / documents that have the term)`."""

    def __init__(self, *, keys: npt.NDArray[np.uint32], weights: npt.NDArray[np.uint8]) -> None:
        self._keys, self._weights = keys, weights
        self._known = lru_cache(maxsize=_REMEMBERED)(self._looked_up)

    def __call__(self, term: str) -> float:
        """The weight of a term, that of the rarest for one never seen."""
        return self._known(term)

    def _looked_up(self, term: str) -> float:
        key = np.uint32(zlib.crc32(term.encode()))  # of the keys' type, or all of them would be converted
        at = int(np.searchsorted(self._keys, key))
        known = at < len(self._keys) and self._keys[at] == key
        return float(self._weights[at]) / STEPS if known else UNSEEN


@lru_cache(maxsize=1)
def shipped_chooser() -> Chooser:
    """The chooser that comes with the program, read once.

    Raises: ModelUnreadable.
    """
    return Chooser()
