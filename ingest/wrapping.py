"""Which lines of a text belong together because an editor or a PDF viewer wrapped them at a fixed width?"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ingest import lines as kinds

_LEAST_LINES = 6  # fewer say nothing about a width
_NARROW, _WIDE = 40, 130  # columns; a Chinese character takes two
_COLUMN = 28  # a newspaper's column may be as narrow, and is one only where sentences stop inside its lines
_STOPPED = 0.4  # of its full lines
_INSIDE = re.compile(r"[，。；：、,;](?=.)")
_STICKS_OUT = 12  # of so many lines one is longer than the column
_RULE = re.compile(r"[-*_=—·━─═\s]{3,}")  # drawn across the page: nothing goes on from it
_SLACK = 6  # columns that punctuation or a long word may leave free
_FULL = 0.3  # of all lines reach the width, where lines are wrapped
_OPEN = 0.6  # of the full lines stop in mid-sentence, where it was not the writer who broke them


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line trimmed: its span, its words, the blank lines before it, and how far it reaches in columns (at
    least, where that is further than any line is wrapped)."""

    start: int
    end: int
    text: str
    gap: int = 0
    indent: int = 0
    reach: int = 0


def logical_lines(text: str, start: int) -> list[Line]:
    """The non-blank lines of `text[start:]`; wrapped ones as one line whose span holds the breaks."""
    lines = _printed(text, start)
    width = _wrap_width(lines)
    if not width:
        return lines
    joined: list[Line] = []
    reach = 0
    for line in lines:
        heads = line.reach < width - _SLACK and kinds.looks_like_heading(line.text)
        fresh = heads and kinds.ends_sentence(joined[-1].text) if joined else True
        fresh = fresh or _RULE.fullmatch(joined[-1].text) is not None
        if not fresh and reach >= width - _SLACK and _goes_on(line):
            joined[-1] = _together(joined[-1], line)
        else:
            joined.append(line)
        reach = line.reach
    return joined


def _printed(text: str, start: int) -> list[Line]:
    found: list[Line] = []
    at, blank = start, 0
    for raw in text[start:].split("\n"):
        line = raw.strip()
        if line:
            left = raw.index(line)
            indent = _columns(raw[:left]) if left else 0
            begin = at + left
            end = begin + len(line)
            reach = indent + (_columns(line) if len(line) <= _WIDE else len(line))
            found.append(Line(start=begin, end=end, text=line, gap=blank, indent=indent, reach=reach))
        blank = 0 if line else blank + 1
        at += len(raw) + 1
    return found


def _columns(text: str) -> int:
    if text.isascii():
        return len(text.expandtabs(4))
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def _wrap_width(lines: list[Line]) -> int:
    """The width at which the lines were wrapped, in columns, or 0 if the writer broke them."""
    if len(lines) < _LEAST_LINES:
        return 0
    reaches = sorted(line.reach for line in lines)
    width = reaches[-1 - len(lines) // _STICKS_OUT]  # a headline or a stop that hangs over is no measure
    if width < _COLUMN or reaches[-1] > _WIDE:
        return 0
    full = [line for line in lines if line.reach >= width - _SLACK]
    if width < _NARROW and sum(bool(_INSIDE.search(one.text)) for one in full) < _STOPPED * len(full):
        return 0  # names or titles of about one length
    unfinished = [line for line in full if not kinds.ends_sentence(line.text) and "\t" not in line.text]
    return width if len(full) >= _FULL * len(lines) and len(unfinished) >= _OPEN * len(full) else 0


def _goes_on(line: Line) -> bool:
    """Whether the line continues a full one: nothing blank between, no indent, no mark of its own."""
    plain = kinds.line_kind(line.text) in {"text", "boilerplate"} or line.text[0].isdigit()
    return not line.gap and line.indent < 2 and plain


def _together(first: Line, second: Line) -> Line:
    apart = " " if first.text[-1].isascii() and second.text[0].isascii() else ""
    return Line(
        start=first.start,
        end=second.end,
        text=f"{first.text}{apart}{second.text}",
        gap=first.gap,
        indent=first.indent,
        reach=second.reach,
    )
