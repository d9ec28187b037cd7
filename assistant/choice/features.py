"""What about a sentence tells that it answers a question? One row of numbers a sentence, for the chooser."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from assistant.choice.asking import KIND_NAMES, Asking, asking
from assistant.choice.context import CONTEXT_NAMES, Candidate, context_features
from assistant.choice.cues import folded
from assistant.choice.fitting import CUE_NAMES, cue_features
from assistant.choice.sentence import ReadSentence, read_sentence
from assistant.choice.terms import Array, QuestionTerms, longest_run, terms_of


def _own_features(
    text: str, sentence: ReadSentence, asked: Asking, terms: QuestionTerms, question: str
) -> list[float]:
    """What one sentence shows by itself, without its cues."""
    run = longest_run(terms.plain, text)
    new = len([word for word in sentence.words if word not in question])
    return [
        run / max(1, len(terms.plain)),
        float(min(run, 12)),
        sentence.length,
        sentence.short,
        math.log1p(new),
        new / max(1, len(sentence.words)),
        float(bool(terms.left) and terms.left in sentence.squeezed),
        float(bool(terms.right) and terms.right in sentence.squeezed),
        float(bool(asked.focus) and asked.focus in text),
        float(bool(asked.focus) and asked.focus[-1] in text),
        sentence.pronoun,
        sentence.asks,
        sentence.leads,
        sentence.cut,
        *sentence.signs,
        float(sum(number in text for number in terms.numbers)),
    ]


OWN_NAMES = (
    "run_share", "run", "length", "short", "new_words", "new_share", "left", "right", "focus", "focus_end",
    "pronoun", "asks", "leads", "cut", "reason", "manner", "meaning", "listing", "numbers_said",
    *CUE_NAMES,
)  # fmt: skip
RELATIVE = (
    "words", "pairs", "pool_words", "near_words", "bm25", "around", "with_title", "run_share", "fitting_near",
    "any_near", "headed_near", "sized_near", "noun_near", "length", "new_words", "passage_words",
)  # fmt: skip
QUESTION_NAMES = (
    *(f"asks_{name}" for name in KIND_NAMES),
    "asks_unit",
    "asks_focus",
    "question_words",
    "question_length",
    "choices",
)
FEATURES = (
    *OWN_NAMES,
    *CONTEXT_NAMES,
    *(f"{n}_gap" for n in RELATIVE),
    *(f"{n}_rank" for n in RELATIVE),
    *QUESTION_NAMES,
)


def features(question: str, candidates: Sequence[Candidate], *, idf: Callable[[str], float]) -> Array:
    """Rows of FEATURES, one a candidate, in order; candidates of a passage stand together, in its order."""
    text = folded(question)
    asked = asking(question)
    terms = terms_of(text, idf)
    texts = [folded(c.text) for c in candidates]
    read = [read_sentence(each) for each in texts]
    own = [_own_features(t, s, asked, terms, text) for t, s in zip(texts, read, strict=True)]
    cued = cue_features(texts, read, asked, terms, text=text)
    shared = context_features(candidates, texts, terms)
    table = np.concatenate([np.array(own, dtype=np.float32), cued, shared], axis=1)
    names = (*OWN_NAMES, *CONTEXT_NAMES)
    relative = table[:, [names.index(name) for name in RELATIVE]]
    gap = relative - relative.max(axis=0)
    rank = np.minimum(10, (relative[None, :, :] > relative[:, None, :]).sum(axis=1)).astype(np.float32)
    form = [
        *(float(name in asked.kinds) for name in KIND_NAMES),
        float(bool(asked.unit)), float(bool(asked.focus)), float(len(terms.words)), float(len(text)),
        float(np.log1p(len(candidates))),
    ]  # fmt: skip
    forms = np.repeat(np.array([form], dtype=np.float32), len(candidates), axis=0)
    return np.concatenate([table, gap, rank, forms], axis=1)
