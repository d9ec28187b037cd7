"""What does a sentence show beside the others of its passage, and of all passages?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from assistant.choice.cues import folded
from assistant.choice.terms import Array, QuestionTerms, hits, share
from language.value import value


@value
class Candidate:
    """A sentence as the chooser sees it. `passage` numbers the passage it stands in, from 0, best first;
    `position` 0 to 1 is where in its passage it stands."""

    text: str
    before: str = ""
    after: str = ""
    title: str = ""
    section: str = ""
    passage: int = 0
    position: float = 0.0


CONTEXT_NAMES = (
    "words", "pairs", "pool_words", "near_words", "rarest", "bm25", "before", "after", "around", "with_title",
    "title", "section", "passage_words", "passage_pairs", "document_first", "position", "order", "from_end",
    "passage_place", "passage_gap", "density", "before_pairs", "after_pairs", "alone",
)  # fmt: skip


def context_features(candidates: Sequence[Candidate], texts: Sequence[str], terms: QuestionTerms) -> Array:
    """Rows of CONTEXT_NAMES; `texts` are the candidates' texts, folded."""
    beside = [*(c.before for c in candidates), *(c.after for c in candidates)]
    headings = [*(c.title for c in candidates), *(c.section for c in candidates)]
    told = {text: folded(text) for text in dict.fromkeys((*beside, *headings))}
    words_told, pairs_told = _hits_of([*texts, *(told[text] for text in (*beside, *headings))], terms)
    said, before, after, title, section = np.split(words_told, 5)
    pairs, before_pairs, after_pairs, _, _ = np.split(pairs_told, 5)
    passage = np.array([c.passage for c in candidates])
    order, left = _places(passage)
    lengths = np.array([len(text) for text in texts], dtype=np.float32)
    weights, pair_weights = terms.word_weights, terms.pair_weights
    rare_here = np.log1p(len(texts) / (1.0 + said.sum(axis=0))).astype(np.float32) * np.sqrt(weights)
    around = np.maximum(np.maximum(said, 0.6 * before), 0.5 * after)
    titled = np.maximum(np.maximum(said, 0.5 * before), np.maximum(0.6 * title, 0.6 * section))
    words_said, pairs_said = share(said, weights), share(pairs, pair_weights)
    whole = share(_whole(pairs, passage), pair_weights)
    columns = [
        words_said, pairs_said, share(said, rare_here), share(said, terms.near_weights),
        said[:, int(np.argmax(weights))], pairs_said * _saturation(lengths),
        share(before, weights), share(after, weights), share(around, weights), share(titled, weights),
        share(title, weights), share(section, weights), share(_whole(said, passage), weights), whole,
        order == 0, [c.position for c in candidates], np.minimum(order, 10), np.minimum(left, 10),
        np.minimum(passage, 20), whole - whole.max(), words_said * 40 / np.maximum(20, lengths),
        share(before_pairs, pair_weights), share(after_pairs, pair_weights), order + left == 0,
    ]  # fmt: skip
    return np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=1)


def _hits_of(texts: Sequence[str], terms: QuestionTerms) -> tuple[Array, Array]:
    """Words and pairs of the question in each folded text; the same text, before one sentence and after
    another, is read once."""
    own = {text: at for at, text in enumerate(dict.fromkeys(texts))}
    rows = [own[text] for text in texts]
    return hits(terms.words, [*own])[rows], hits(terms.pairs, [*own])[rows]


def _places(passage: npt.NDArray[np.int64]) -> tuple[Array, Array]:
    """How many sentences of its passage stand before each, and after."""
    same = passage[:, None] == passage[None, :]
    before, after = np.tril(same, -1).sum(axis=1), np.triu(same, 1).sum(axis=1)
    return before.astype(np.float32), after.astype(np.float32)


def _whole(said: Array, passage: npt.NDArray[np.int64]) -> Array:
    """What the whole passage of each sentence says."""
    found = np.zeros_like(said)
    for number in np.unique(passage):
        inside = passage == number
        found[inside] = said[inside].max(axis=0)
    return found


def _saturation(lengths: Array) -> Array:
    """BM25's k1 1.2 and b 0.75 for a term said once."""
    mean = max(1.0, float(lengths.mean()))
    factors: Array = (2.2 / (1.0 + 1.2 * (0.25 + 0.75 * lengths / mean))).astype(np.float32)
    return factors
