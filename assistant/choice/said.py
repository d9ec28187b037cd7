"""How much of what a question turns on is said: anywhere, near together, or at least in other words?

The chooser looks at one sentence after the other; whether anything answers shows in the whole: a name that is
told of and an attribute that is not, words that are all there but in three places.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assistant.choice.asking import Asking, asking
from assistant.choice.context import Candidate
from assistant.choice.cues import cues, folded
from assistant.choice.fitting import FITS
from assistant.choice.nearest import likeness, nearest
from assistant.choice.sentence import read_sentence
from assistant.choice.terms import Array, terms_of
from language.words import QUESTION_WORDS, STOP_WORDS, tagged

SAID = (
    "said", "unsaid", "pairs_said", "unsaid_run", "meant", "least_meant", "worst_meant",
    "names_said", "names_meant", "nouns_said", "nouns_meant", "verbs_said", "verbs_meant",
    "within_12", "within_25", "within_60", "near_said", "last_said", "focus_meant", "focus_within",
    "yesno", "fitting_within", "unit_within", "unit_said", "like_best", "like_window", "best_said",
    "best_tells",
)  # fmt: skip
_UNKNOWN = 0.5  # where a question has nothing of the kind
_APART = "\0" * 130  # what stands in two passages is not near together
_REACHES = (12, 25, 60)  # characters either side
_WINDOW = 40
_READ = 12  # of the best sentences, in which words of like meaning are looked for
_MOST_PLACES = 12
_PART = 0.7  # of a word of which only a part is said
_ASKS = re.compile("|".join(sorted(map(re.escape, QUESTION_WORDS), key=len, reverse=True)))
_YESNO = re.compile(r"是否|吗[?？]?$|有没有|有无|是不是|能否|可否|会不会|能不能")
_HALF_ASKS = re.compile(r"什么|多少|哪|几|谁|何")
_SORTS = {"nr": "name", "ns": "name", "nt": "name", "nz": "name"}


@dataclass(frozen=True, kw_only=True, eq=False)
class _Asked:
    """The words a question turns on, their rarity and sort (name, noun, verb or other), and where they stand
    in what was read."""

    words: tuple[str, ...]
    weights: Array
    sorts: tuple[str, ...]
    places: tuple[tuple[float, ...], ...]

    @property
    def said(self) -> Array:
        return np.array([bool(places) for places in self.places], dtype=np.float32)

    def share(self, found: Array, sort: str = "") -> float:
        """The share of the words, or of those of a sort, by rarity; 1 where there are none."""
        mine = np.array([not sort or one == sort for one in self.sorts], dtype=bool)
        total = float(self.weights[mine].sum())
        return float(found[mine] @ self.weights[mine] / total) if total > 0 else 1.0


def said(
    question: str,
    candidates: Sequence[Candidate],
    scores: npt.NDArray[np.float64],
    *,
    idf: Callable[[str], float],
) -> Array:
    """One row of SAID for at least one candidate, `scores` as the chooser gives them."""
    text = folded(question)
    texts = [folded(c.text) for c in candidates]
    whole = _joined(candidates, texts)
    asked, form = _asked(text, whole, idf), asking(question)
    order = np.argsort(-scores, kind="stable")
    read = list(dict.fromkeys(word for at in order[:_READ] for word in read_sentence(texts[at]).words))
    meant, focus_meant = _meant(asked, form.focus, read, whole)
    within, middle = _together(asked)
    window = whole[max(0, int(middle) - _WINDOW) : int(middle) + _WINDOW].replace("\0", "")
    best = candidates[order[0]]
    around = texts[order[0]] + folded(best.before) + folded(best.after) + folded(best.title)
    by_best = np.array([word in around for word in asked.words], dtype=np.float32)
    tells = [hit for hit, sort in zip(by_best, asked.sorts, strict=True) if sort in ("noun", "verb")]
    return np.array(
        [
            asked.share(asked.said), float(len(asked.words) - asked.said.sum()), *_pairs_said(text, whole),
            asked.share(meant), float(meant.min(initial=1.0)),
            float(((1 - meant) * asked.weights).max(initial=0.0)),
            *(told for sort in ("name", "noun", "verb") for told in _of_sort(asked, meant, sort)),
            *within, *_by_the_question_word(text, whole, idf),
            focus_meant, float(form.focus in window) if form.focus else _UNKNOWN,
            float(bool(_YESNO.search(text))), *_fitting(form, text, window, whole),
            *likeness(text, (texts[order[0]], window)),
            asked.share(by_best), float(np.mean(tells)) if tells else 1.0,
        ],
        dtype=np.float32,
    )  # fmt: skip


def _joined(candidates: Sequence[Candidate], texts: Sequence[str]) -> str:
    parts: list[str] = []
    for at, text in enumerate(texts):
        if at and candidates[at].passage != candidates[at - 1].passage:
            parts.append(_APART)
        parts.append(text)
    return "".join(parts)


def _asked(text: str, whole: str, idf: Callable[[str], float]) -> _Asked:
    kept: dict[str, str] = {}
    for token in tagged(text):
        word = token.word.lower()
        short = len(word) < 2 and not word.isdigit() and token.tag[:1] not in ("n", "v")
        if short or word in STOP_WORDS or _HALF_ASKS.search(word) or not re.search(r"\w", word):
            continue
        kept.setdefault(word, _sort(word, token.tag))
    return _Asked(
        words=tuple(kept),
        weights=np.array([idf(word) for word in kept], dtype=np.float32),
        sorts=tuple(kept.values()),
        places=tuple(_places(word, whole) for word in kept),
    )


def _sort(word: str, tag: str) -> str:
    if word.isascii() or tag[:2] in _SORTS:
        return "name"
    if tag[:1] in ("", "n", "l", "j", "i"):
        return "noun"
    return "verb" if tag[:1] == "v" else "other"


def _places(word: str, whole: str) -> tuple[float, ...]:
    found: list[float] = []
    at = whole.find(word)
    while at >= 0 and len(found) < _MOST_PLACES:
        found.append(at + len(word) / 2)
        at = whole.find(word, at + 1)
    return tuple(found)


def _pairs_said(text: str, whole: str) -> tuple[float, float]:
    """The share of the question's characters that stand in a pair that is said, and the longest run that
    does not."""
    content = _ASKS.sub("\n", re.sub(r"[^\w]", "", text))
    covered = [False] * len(content)
    for at in range(len(content) - 1):
        if "\n" not in content[at : at + 2] and content[at : at + 2] in whole:
            covered[at] = covered[at + 1] = True
    inside = [hit for hit, char in zip(covered, content, strict=True) if char != "\n"]
    run = longest = 0
    for hit, char in zip(covered, content, strict=True):
        run = 0 if hit or char == "\n" else run + 1
        longest = max(longest, run)
    return (sum(inside) / len(inside) if inside else 1.0), float(longest)


def _meant(asked: _Asked, focus: str, read: Sequence[str], whole: str) -> tuple[Array, float]:
    """1 for what is said, else how near in meaning anything read comes, or how much of the word is said; the
    same of the focus."""
    found = asked.said
    missing = [at for at, hit in enumerate(found) if not hit]
    near = nearest([*(asked.words[at] for at in missing), *filter(None, [focus])], read)
    for at, likest in zip(missing, near, strict=False):
        found[at] = max(likest, _PART * _part_said(asked.words[at], whole))
    return found, near[-1] if focus else _UNKNOWN


def _part_said(word: str, whole: str) -> float:
    if len(word) < 2:
        return 0.0
    longest = max(
        (b - a for a in range(len(word)) for b in range(a + 1, len(word) + 1) if word[a:b] in whole),
        default=0,
    )
    return longest / len(word)


def _of_sort(asked: _Asked, meant: Array, sort: str) -> tuple[float, float]:
    mine = [float(each) for each, one in zip(meant, asked.sorts, strict=True) if one == sort]
    return asked.share(asked.said, sort), min(mine, default=1.0)


def _together(asked: _Asked) -> tuple[list[float], float]:
    """The greatest share of the words that stands within each reach of one of them, and where that is for the
    middle one."""
    at = np.array([place for places in asked.places for place in places])
    if not len(at):
        return [0.0] * len(_REACHES), 0.0
    word = np.array([number for number, places in enumerate(asked.places) for _ in places])
    starts = np.flatnonzero(np.diff(word, prepend=-1))
    total = float(asked.weights.sum())
    weights = asked.weights[word[starts]]
    shares = []
    for reach in _REACHES:
        near = np.abs(at[:, None] - at[None, :]) <= reach
        shares.append(
            np.maximum.reduceat(near.astype(np.float32), starts, axis=1) @ weights / max(total, 1e-6)
        )
    return [float(share.max()) for share in shares], float(at[int(shares[1].argmax())])


def _by_the_question_word(text: str, whole: str, idf: Callable[[str], float]) -> tuple[float, float]:
    terms = terms_of(text, idf)
    hits = np.array([word in whole for word in terms.words], dtype=np.float32)
    total = float(terms.near_weights.sum())
    return (float(hits @ terms.near_weights / total) if total > 0 else 1.0), float(hits[-1])


def _fitting(form: Asking, text: str, window: str, whole: str) -> tuple[float, float, float]:
    """Whether the window has a cue of the asked kind, a number of the asked unit, and the whole such a
    number."""
    wanted = {kind for name in form.kinds for kind in FITS.get(name, ())}
    found = [cue for cue in cues(window) if cue.text not in text]
    fits = float(any(cue.kind in wanted for cue in found)) if wanted else _UNKNOWN
    if not form.unit:
        return fits, _UNKNOWN, _UNKNOWN
    unit = re.compile(form.unit)
    sized = any(cue.kind == "number" and unit.match(window, cue.end) for cue in found)
    anywhere = re.search(rf"[\d零一二两三四五六七八九十百千万亿](?:{form.unit})", whole)
    return fits, float(sized), float(bool(anywhere))
