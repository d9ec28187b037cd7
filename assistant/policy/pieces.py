"""Which sentences has a paper, the rows of its tables each by itself?"""

from __future__ import annotations

import re

from language.text import Span, sentences

_ROW = re.compile(r"(?m)^(?:[^\n\t]*\t[^\n]*|[ \t]*\|[^\n]*)$")
_RULE = re.compile(r"[\s|:\-]*")


def pieces(text: str, *, start: int = 0, end: int | None = None) -> list[Span]:
    """Sentences and table rows of `text[start:end]` in order; no sentence reaches over a table."""
    stop = len(text) if end is None else end
    found: list[Span] = []
    at = start
    for row in _ROW.finditer(text, start, stop):
        found += sentences(text, start=at, end=row.start())
        if not _RULE.fullmatch(row.group()):
            found.append(_trimmed(text, row.start(), row.end()))
        at = row.end()
    return [*found, *sentences(text, start=at, end=stop)]


def is_row(text: str) -> bool:
    """Whether a piece is a row of a table."""
    return "\t" in text or text.lstrip().startswith("|")


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start=start + len(piece) - len(piece.lstrip()), end=start + len(piece.rstrip()))
