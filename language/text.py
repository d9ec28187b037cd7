"""Normal forms that keep offsets, and where sentences begin and end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_TERMINAL = "。！？!?；;"
_CLOSERS = "”’\"'）)】」』》"
_SENTENCE_END = re.compile(rf"[。！？!?；;…]+[{_CLOSERS}]*|\n\s*\n|\n(?=\s*(?:[●■▶◀▲▼►◆□①-⑳\-*#|]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、]))")


@dataclass(frozen=True, kw_only=True)
class Span:
    """Characters `start` to `end` (exclusive) of some text."""

    start: int
    end: int


@lru_cache(maxsize=1)
def _folding() -> dict[int, str]:
    """Full width to half width and traditional to simplified, one character for one character."""
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table[0x3000] = " "
    path = resources.files("opencc") / "dictionary" / "TSCharacters.txt"
    for line in path.read_text("utf-8").splitlines():
        traditional, _, simplified = line.partition("\t")
        first = simplified.split(" ")[0]
        if len(traditional) == 1 and len(first) == 1:
            table[ord(traditional)] = first
    # Simplified words that the character table would damage: 乾 in 乾坤, 著 in 著名 keep their own forms.
    for keep in "著乾瞭":
        table.pop(ord(keep), None)
    return table


def fold(text: str) -> str:
    """The same text with full-width forms halved and traditional characters simplified.

    Same length, character for character, so that offsets into the result are offsets into `text`.
    """
    return text if text.isascii() else text.translate(_folding())
