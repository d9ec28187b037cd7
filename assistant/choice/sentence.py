"""What can be read off a sentence before any question is asked of it?"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.choice.cues import LISTING, MANNER, MEANING, REASON, cues
from language.words import STOP_WORDS, words

_PRONOUN = re.compile(
    r"^[“「]?(?:该|此|这|其|他|她|它|前者|后者|同时|并|还|另外|也|对此|为此|据此|当时|之后|随后)"
)
_NO_WORD = re.compile(r"[^\w]")
_SIGNS = (REASON, MANNER, MEANING, LISTING)
_REMEMBERED = 1024  # sentences: what four questions in one look at


@dataclass(frozen=True, kw_only=True)
class ReadSentence:
    """A folded sentence: its telling words in order, its letters and digits without a gap, and its cues, of
    which each has a kind, a text, a start and an end: lists of plain values, for the
    collector would have to walk a thousand objects a question.

    `length` is `log1p` of its characters, `short` under twelve of them; `pronoun` how it begins, `asks`,
    `leads` and `cut` how it ends, all 0 or 1; `signs` are reason, manner, meaning and listing, 0 to 3 each.
    """

    words: tuple[str, ...]
    squeezed: str
    cue_kinds: tuple[str, ...]
    cue_texts: tuple[str, ...]
    cue_starts: tuple[int, ...]
    cue_ends: tuple[int, ...]
    length: float
    short: float
    pronoun: float
    asks: float
    leads: float
    cut: float
    signs: tuple[float, ...]


@lru_cache(maxsize=_REMEMBERED)  # parts of a question find the same sentences
def read_sentence(text: str) -> ReadSentence:
    """What a folded sentence shows by itself."""
    end = text.rstrip()
    kinds, said, starts, ends = zip(*found, strict=True) if (found := cues(text)) else ((), (), (), ())
    return ReadSentence(
        words=tuple(word for word in words(text) if word not in STOP_WORDS),
        squeezed=_NO_WORD.sub("", text),
        cue_kinds=kinds,
        cue_texts=said,
        cue_starts=starts,
        cue_ends=ends,
        length=math.log1p(len(text)),
        short=float(len(text) < 12),
        pronoun=float(bool(_PRONOUN.match(text))),
        asks=float(end.endswith(("？", "?"))),
        leads=float(end.endswith(("：", ":"))),
        cut=float(end.endswith(("...", "…"))),
        signs=tuple(float(min(3, len(sign.findall(text)))) for sign in _SIGNS),
    )
