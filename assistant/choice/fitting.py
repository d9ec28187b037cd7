"""Which spans of the sentences could answer this question, and how near do they stand to its words?"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assistant.choice.asking import Asking
from assistant.choice.cues import KINDS_OF_CUE
from assistant.choice.sentence import ReadSentence
from assistant.choice.terms import Array, QuestionTerms

FITS = {
    "who": ("person", "org", "latin"),
    "when": ("date",),
    "where": ("place", "org"),
    "many": ("number",),
    "long": ("number",),
    "rate": ("number",),
}
_KINDS = (*KINDS_OF_CUE, "noun")
_TESTS = ("sized", "fitting", "headed")
_COLUMN_OF = {name: column for column, name in enumerate((*_KINDS, *_TESTS))}
_COLUMNS = len(_COLUMN_OF)
_SIZED, _FITTING, _HEADED = (_COLUMN_OF[test] for test in _TESTS)
CUE_NAMES = (
    *(f"{kind}_{what}" for kind in _KINDS for what in ("count", "near")),
    *(name for test in _TESTS for name in (test, f"{test}_near")), "any_near",
)  # fmt: skip
_REACH = 12.0  # characters in which nearness falls to a third
_MOST_PLACES = 4  # of a word in a sentence


@dataclass(frozen=True, kw_only=True, eq=False)
class _Offers:
    """The cues that the question does not hold, sentence by sentence: their sentences' numbers and twice
    their middles. `cells` are those of the table of sentences by kinds and tests that the cues of numbers
    `offering` stand for, a cue for its kind and for every test it stands."""

    sentences: list[int]
    middles: list[int]
    cells: list[int]
    offering: list[int]


def cue_features(
    texts: Sequence[str], sentences: Sequence[ReadSentence], asked: Asking, terms: QuestionTerms, *, text: str
) -> Array:
    """Rows of CUE_NAMES, one a sentence: for each kind of cue, log count and best nearness; then of those
    that fit what is asked. `text` is the folded question."""
    offers = _offers(texts, sentences, asked, text)
    near = _nearness(texts, offers, terms)
    cells = np.array(offers.cells, dtype=np.intp)
    best = np.zeros(len(texts) * _COLUMNS)
    np.maximum.at(best, cells, near[np.array(offers.offering, dtype=np.intp)])
    counts = np.bincount(cells, minlength=len(best)).reshape(-1, _COLUMNS)
    said = np.where(np.arange(_COLUMNS) < len(_KINDS), _logs(counts), counts > 0)
    nearest = best.reshape(-1, _COLUMNS)
    paired = np.stack([said, nearest], axis=2).reshape(len(texts), 2 * _COLUMNS)
    table: Array = np.column_stack([paired, nearest.max(axis=1)]).astype(np.float32)
    return table


def _logs(counts: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
    table = np.array([math.log1p(count) for count in range(int(counts.max(initial=0)) + 1)])
    logs: npt.NDArray[np.float64] = table[counts]
    return logs


def _offers(texts: Sequence[str], sentences: Sequence[ReadSentence], asked: Asking, question: str) -> _Offers:
    unit = re.compile(asked.unit) if asked.unit else None
    wanted = {kind for name in asked.kinds for kind in FITS.get(name, ())}
    focus = asked.focus[-1:]
    # A thousand a question: lists of plain values, made by comprehensions.
    cues = [
        (number, kind, said, start, end)
        for number, sentence in enumerate(sentences)
        for kind, said, start, end in zip(
            sentence.cue_kinds, sentence.cue_texts, sentence.cue_starts, sentence.cue_ends, strict=True
        )
        if said not in question
    ]
    stood = [(own, _COLUMN_OF[kind]) for own, (_, kind, _, _, _) in enumerate(cues)]
    if wanted:
        stood += [(own, _FITTING) for own, (_, kind, _, _, _) in enumerate(cues) if kind in wanted]
    if unit:
        stood += [
            (own, _SIZED)
            for own, (number, kind, _, _, end) in enumerate(cues)
            if kind == "number" and unit.match(texts[number], end)
        ]
    if focus:
        stood += [
            (own, _HEADED)
            for own, (number, kind, said, _, end) in enumerate(cues)
            if kind not in ("number", "date") and (said[-1] == focus or texts[number].startswith(focus, end))
        ]
    return _Offers(
        sentences=[number for number, _, _, _, _ in cues],
        middles=[start + end for _, _, _, start, end in cues],
        cells=[cues[own][0] * _COLUMNS + column for own, column in stood],
        offering=[own for own, _ in stood],
    )


def _nearness(texts: Sequence[str], offers: _Offers, terms: QuestionTerms) -> Array:
    """For each cue, how much of the question stands near it in its sentence, 0 to 1."""
    total = float(terms.word_weights.sum())
    places = [_places(text, terms.words) for text in texts]
    held = np.array([len(each) for each in places], dtype=np.intp)
    sentence = np.array(offers.sentences, dtype=np.intp)
    pairs = held[sentence]  # a cue with every place of its sentence
    if total <= 0 or not pairs.sum():
        return np.zeros(len(pairs), dtype=np.float32)
    word, stands = np.array([each for found in places for each in found]).T
    cue = np.repeat(np.arange(len(pairs)), pairs)
    first = (np.cumsum(held) - held)[sentence]
    place = np.arange(len(cue)) + np.repeat(first - (np.cumsum(pairs) - pairs), pairs)
    middle = np.array(offers.middles, dtype=np.float32) / 2
    near = np.exp(-np.abs(middle[cue] - stands.astype(np.float32)[place]) / _REACH)
    starts = np.flatnonzero(np.diff(cue * len(terms.words) + word[place], prepend=-1))
    weighed = np.maximum.reduceat(near, starts) * terms.word_weights[word[place[starts]]]
    scores: Array = (np.bincount(cue[starts], weighed, minlength=len(pairs)) / total).astype(np.float32)
    return scores


def _places(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """The number of each word that stands in the text and the middle of where it does, word by word."""
    found: list[tuple[int, int]] = []
    for number, word in enumerate(words):
        at, left = text.find(word), _MOST_PLACES
        while at >= 0 and left:
            found.append((number, at + len(word) // 2))
            at, left = text.find(word, at + 1), left - 1
    return found
