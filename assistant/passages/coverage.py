"""How likely does a sentence answer, by the chooser and by how much of the question its document says?

What the collection does not tell of is seldom told in one document: 电影的导演 here, 新加坡 there. A logistic
regression of a few shares; `tools/train_enough.py` makes it, asking a collection its own questions and
those of strangers.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.choice import SHIPPED_CHOOSER, shipped_chooser
from assistant.choice.cues import folded
from assistant.collection import Collection
from assistant.errors import ModelUnreadable
from assistant.passages.chosen import Chosen, choose
from assistant.passages.ranking import Scored
from assistant.question import QuestionFrame
from language.words import QUESTION_WORDS, STOP_WORDS, query_terms, words

FILE = "enough.json"
SHARES = (
    "answered", "words", "pairs_in_document", "pairs_around", "words_in_document", "words_around",
    "characters_in_document", "pairs_in_title",
)  # fmt: skip
LIMITS = ("at_length", "known", "at_large", "certain", "plain")
_LEAST = 1e-4  # of a likelihood, before its logit is taken
_ASKS = re.compile("|".join(sorted(map(re.escape, QUESTION_WORDS), key=len, reverse=True)))


@dataclass(frozen=True, kw_only=True)
class Enough:
    """The regression, one weight for each of SHARES, and its limits, 0 to 1.

    Below `known` a question that names something the collection knows is not answered, below `at_length` not
    even one of how it is done, nor anything counted or worked out, below `at_large` one that names nothing;
    from `certain` on missing words are forgiven, from `plain` on that the ledger has no such figure.
    """

    weights: tuple[float, ...]
    intercept: float
    at_length: float
    known: float
    at_large: float
    certain: float
    plain: float

    def likelihood(self, shares: Sequence[float]) -> float:
        """How likely an answer is, 0 to 1, by SHARES."""
        logit = self.intercept + sum(w * s for w, s in zip(self.weights, shares, strict=True))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, logit))))


def read_enough(folder: Path = SHIPPED_CHOOSER) -> Enough:
    """The regression kept beside the chooser in `folder`.

    Raises: ModelUnreadable if it is missing, damaged or made for other shares.
    """
    path = folder / FILE
    try:
        kept = json.loads(path.read_text("utf-8"))
        if tuple(kept["shares"]) != SHARES or len(kept["weights"]) != len(SHARES):
            raise ValueError("shares")
        limits = {name: float(kept["limits"][name]["threshold"]) for name in LIMITS}
        return Enough(
            weights=tuple(map(float, kept["weights"])), intercept=float(kept["intercept"]), **limits
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelUnreadable(f"{path}：读不了拒答的模型（{error}）；请重新安装招答") from error


@lru_cache(maxsize=1)
def shipped_enough() -> Enough:
    """The regression that comes with the program, read once.

    Raises: ModelUnreadable.
    """
    return read_enough()


def shares_of(
    best: Scored, frame: QuestionFrame, chosen: Chosen, collection: Collection
) -> tuple[float, ...]:
    """SHARES of a sentence: the chooser's logit, then shares of the question, rare words counting more."""
    sentence = best.sentence
    document = collection.folded(sentence.document.id).lower()
    around = folded(
        sentence.document.title + sentence.section + sentence.before + sentence.text + sentence.after
    )
    question = folded(frame.text)
    pairs, own = _terms(question)
    rarity = shipped_chooser().rarity
    answered = min(max(chosen.answered, _LEAST), 1 - _LEAST)
    return (
        math.log(answered / (1 - answered)),
        best.words,
        _said(pairs, document, rarity),
        _said(pairs, around, rarity),
        _said(own, document, rarity),
        _said(own, around, rarity),
        _characters(question, document),
        _said(pairs, folded(sentence.document.title), rarity),
    )


def is_likely(best: Scored, frame: QuestionFrame, chosen: Chosen, collection: Collection) -> bool:
    """Whether a sentence may answer a question that names something the collection knows."""
    enough = shipped_enough()
    return enough.likelihood(shares_of(best, frame, chosen, collection)) >= enough.known


def is_told_of(frame: QuestionFrame, collection: Collection) -> bool:
    """Whether a document tells of what a question asks that names nothing known: 呼家楼站 is of none,
    whatever is counted."""
    enough, chosen = shipped_enough(), choose(frame, collection)
    # What is added up is of nobody in particular: it must be surer.
    least = enough.known if frame.operation in ("sum", "average") else enough.at_length
    return any(
        enough.likelihood(shares_of(one, frame, chosen, collection)) >= least
        for one in chosen.ranked[:_MOST_READ]
    )


_MOST_READ = 3


@lru_cache(maxsize=64)
def _terms(question: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The character pairs and the words of a question, those that ask left out."""
    own = (
        word
        for word in words(question)
        if word not in STOP_WORDS and word not in QUESTION_WORDS and (len(word) > 1 or not word.isascii())
    )
    return tuple(dict.fromkeys(query_terms(question))), tuple(dict.fromkeys(own))


def _said(terms: Sequence[str], text: str, rarity: Callable[[str], float]) -> float:
    weights = [rarity(term) for term in terms]
    told = sum(weight for term, weight in zip(terms, weights, strict=True) if term in text)
    return told / sum(weights) if sum(weights) else 1.0


def _characters(question: str, text: str) -> float:
    """The share of the characters that stand in a pair that is said."""
    stretches = _ASKS.sub("\n", re.sub(r"[^\w]", "", question)).split("\n")
    told = total = 0
    for stretch in stretches:
        said = [stretch[at : at + 2] in text for at in range(len(stretch) - 1)]
        told += sum(left or right for left, right in zip([False, *said], [*said, False], strict=True))
        total += len(stretch)
    return told / total if total else 1.0
