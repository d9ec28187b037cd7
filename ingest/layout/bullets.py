"""Which character of a symbol font opens a line, so that it is a point of its own?

Presentations and reports print their bullets in Wingdings: a text layer gives them as characters for private
use, or as the letter of the same key (n, l, u, Ø).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.layout.printed import Line

BULLETS = "●•▪◦○◎■◆★▲□◇※➢✓"
_OPENS_POINT = re.compile(rf"[{BULLETS}]\s?\S")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]\s?(?=[^\s\ue000-\uf8ff])")
_KEY = re.compile(r"([lnuqvwØüþ§]) (?=[^\x00-\x7f]|\d)")
_FEWEST = 2  # lines of a page that open with one letter: n 型硅片 opens no list by itself


def opens_point(text: str) -> bool:
    """Whether a line begins with a bullet."""
    return _OPENS_POINT.match(text) is not None


def with_bullets(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page with the bullets of symbol fonts as •."""
    keys = Counter(key[1] for line in lines if (key := _KEY.match(line.text)))
    known = {key for key, count in keys.items() if count >= _FEWEST}
    return [_marked(line, known) for line in lines]


def _marked(line: Line, known: set[str]) -> Line:
    if line.text[:1].isascii() and not known:
        return line
    opening = _PRIVATE.match(line.text)
    if opening is None:
        opening = _KEY.match(line.text)
        if opening is None or opening[1] not in known:
            return line
    return replace(line, text=f"• {line.text[opening.end() :]}")
