"""What about a sentence tells that it answers a question? One row of numbers a sentence, for the chooser."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

import numpy as np

from assistant.choice.asking import KIND_NAMES, Asking, asking
from assistant.choice.context import CONTEXT_NAMES, Candidate, context_features
from assistant.choice.cues import KINDS_OF_CUE, LISTING, MANNER, MEANING, NUMBER, REASON, cues, folded
from assistant.choice.terms import Array, QuestionTerms, longest_run, nearness, terms_of
from language.words import STOP_WORDS, words

_PRONOUN = re.compile(
    r"^[“「]?(?:该|此|这|其|他|她|它|前者|后者|同时|并|还|另外|也|对此|为此|据此|当时|之后|随后)"
)


FITS = {
    "who": ("person", "org", "latin"),
    "when": ("date",),
    "where": ("place", "org"),
    "many": ("number",),
    "long": ("number",),
    "rate": ("number",),
}
_CUE_KINDS = (*KINDS_OF_CUE, "noun")


def _cue_features(text: str, asked: Asking, terms: QuestionTerms, question: str) -> list[float]:
    """For each kind of cue: log count and best nearness; then of those that fit what is asked."""
    found = [cue for cue in cues(text) if cue.text not in question]
    unit = re.compile(asked.unit) if asked.unit else None
    wanted = {kind for name in asked.kinds for kind in FITS.get(name, ())}
    focus = asked.focus[-1:]
    counts = dict.fromkeys(_CUE_KINDS, 0)
    best = dict.fromkeys((*_CUE_KINDS, "sized", "fitting", "headed"), -1.0)
    for cue, near in zip(found, nearness(text, found, terms).tolist(), strict=True):
        kind, _, _, end = cue
        counts[kind] += 1
        best[kind] = max(best[kind], near)
        if unit and kind == "number" and unit.match(text, end):
            best["sized"] = max(best["sized"], near)
        if kind in wanted:
            best["fitting"] = max(best["fitting"], near)
        if (
            focus
            and kind not in ("number", "date")
            and (cue.text[-1] == focus or text.startswith(focus, end))
        ):
            best["headed"] = max(best["headed"], near)
    values = [value for kind in _CUE_KINDS for value in (math.log1p(counts[kind]), max(0.0, best[kind]))]
    for name in ("sized", "fitting", "headed"):
        values += [float(best[name] >= 0), max(0.0, best[name])]
    return [*values, max(0.0, *best.values())]


_SIGNS = (REASON, MANNER, MEANING, LISTING)


def _own_features(text: str, asked: Asking, terms: QuestionTerms, question: str) -> list[float]:
    """What one sentence shows by itself."""
    run = longest_run(terms.plain, text)
    mine = [w for w in words(text) if w not in STOP_WORDS]
    new = [w for w in mine if w not in question]
    squeezed = re.sub(r"[^\w]", "", text)
    return [
        run / max(1, len(terms.plain)),
        float(min(run, 12)),
        math.log1p(len(text)),
        float(len(text) < 12),
        math.log1p(len(new)),
        len(new) / max(1, len(mine)),
        float(bool(terms.left) and terms.left in squeezed),
        float(bool(terms.right) and terms.right in squeezed),
        float(bool(asked.focus) and asked.focus in text),
        float(bool(asked.focus) and asked.focus[-1] in text),
        float(bool(_PRONOUN.match(text))),
        float(text.rstrip().endswith(("？", "?"))),
        float(text.rstrip().endswith(("：", ":"))),
        float(text.rstrip().endswith(("...", "…"))),
        *(float(min(3, len(sign.findall(text)))) for sign in _SIGNS),
        float(sum(n in text for n in set(NUMBER.findall(question)))),
        *_cue_features(text, asked, terms, question),
    ]  # fmt: skip


OWN_NAMES = (
    "run_share", "run", "length", "short", "new_words", "new_share", "left", "right", "focus", "focus_end",
    "pronoun", "asks", "leads", "cut", "reason", "manner", "meaning", "listing", "numbers_said",
    *(f"{kind}_{what}" for kind in _CUE_KINDS for what in ("count", "near")),
    "sized", "sized_near", "fitting", "fitting_near", "headed", "headed_near", "any_near",
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
    own = np.array([_own_features(t, asked, terms, text) for t in texts], dtype=np.float32)
    shared = context_features(candidates, texts, terms)
    table = np.concatenate([own, shared], axis=1)
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
