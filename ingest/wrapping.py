"""Which lines of a text belong together because an editor or a PDF viewer wrapped them at a fixed width?"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from ingest import lines as kinds
from ingest.page_ends import JOINT

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
_ALIKE = 0.6  # of the lines that fill the column hold as many characters, where those were counted
_IN_A_WORD = re.compile(r"\d[.,]?\n[.,]?\d|\d\n[%％]|\d\n?[-~—]\n?\d")
_UNIT = r"[万亿千百多余%％元亩年月日]|平方|[个家](?![人体别庭长])|项(?!目)"
# 全年新签约项目3⏎6个, 总投资15⏎亿元: the line says more than a number, and its rest and its unit follow
_DAY_AT_END = r"(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}$"  # 2024-03-12 over 3月11日: nothing is parted
_BEFORE = re.compile(rf"(?=.{{8}})(?!.*{_DAY_AT_END}).*[^\s\d|] ?\d{{1,5}}(?:\.\d*)? *$")
_AFTER = re.compile(rf" *(?!(?:19|20)\d\d年)(?:\.?\d{{1,6}}(?:\.\d+)?)?(?:{_UNIT})")
# 48.6亿⏎元, 3.5个百⏎分点: the unit itself is parted
_UNIT_OPENS = r"\d *(?:[万亿][美欧港日]?|[万亿]元人民?|[万亿]?平方?|[万亿]?千|个百分?) *"
_UNIT_ENDS = (
    r" *(?:[美欧港日]?元(?![旦宵月])|民?币|方?米(?=[，。、；）])"
    r"|平方米|瓦时?|千瓦|吨(?!位)|标箱|人次|百?分点)"
)
_OPENS_UNIT = re.compile(rf"(?=.{{8}}).*{_UNIT_OPENS}$")
_ENDS_UNIT = re.compile(_UNIT_ENDS)
_PARTED = re.compile(rf"\d\.? *\n *(?:\.?\d|{_UNIT})|{_UNIT_OPENS}\n{_UNIT_ENDS}")


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line trimmed: its span, its words, the blank lines before it, and how far it reaches in columns (at
    least, where that is further than any line is wrapped) and in characters."""

    start: int
    end: int
    text: str
    gap: int = 0
    indent: int = 0
    reach: int = 0
    chars: int = 0


@dataclass(frozen=True, kw_only=True)
class _Width:
    """Where lines were cut: at so many columns, or (`chars` above 0) at so many characters of any width."""

    columns: int
    chars: int = 0

    def is_filled(self, line: Line) -> bool:
        return line.chars == self.chars if self.chars else line.reach >= self.columns - _SLACK


def unwrapped(text: str) -> str:
    """The text with its wrapped lines made whole, and with numbers made whole that a line's end parts."""
    pieces: list[str] = []
    at = 0
    for line in logical_lines(text, 0) if _may_be_wrapped(text) else ():
        pieces += [text[at : line.start], line.text]
        at = line.end
    whole = "".join([*pieces, text[at:]])
    return _with_numbers_whole(whole.replace(f"{JOINT}\n", "") if JOINT in whole else whole)


def _may_be_wrapped(text: str) -> bool:
    """Whether few enough lines reach beyond any width, which is quick to tell: of most articles none does."""
    lengths = [len(line) for line in text.split("\n") if line]
    beyond = sum(length > _WIDE for length in lengths)
    return beyond <= (len(lengths) // _STICKS_OUT if len(lengths) >= _LEAST_LINES else 0)


def _with_numbers_whole(text: str) -> str:
    if _PARTED.search(text) is None:
        return text
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and _is_of_one_number(lines[-1], line):
            lines[-1] = lines[-1].rstrip(" ") + line.lstrip(" ")
        else:
            lines.append(line)
    return "\n".join(lines)


def _is_of_one_number(line: str, following: str) -> bool:
    """Whether a line's end parts a number or its unit."""
    if _AFTER.match(following) and _BEFORE.match(line):
        return True
    return _ENDS_UNIT.match(following) is not None and _OPENS_UNIT.match(line) is not None


def logical_lines(text: str, start: int) -> list[Line]:
    """The non-blank lines of `text[start:]`; wrapped ones as one line whose span holds the breaks."""
    lines = _printed(text, start)
    width = _wrap_width(lines)
    if width is None:
        return lines
    joined: list[Line] = []
    was_filled = False
    for line in lines:
        heads = not width.is_filled(line) and kinds.looks_like_heading(line.text)
        fresh = heads and kinds.ends_sentence(joined[-1].text) if joined else True
        fresh = fresh or _RULE.fullmatch(joined[-1].text) is not None
        if not fresh and was_filled and _goes_on(line):
            joined[-1] = _together(joined[-1], line, anywhere=width.chars > 0)
        else:
            joined.append(line)
        was_filled = width.is_filled(line)
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
            chars = min(left + len(line) + 1, len(raw))  # a blank at its end was counted, too
            found.append(
                Line(start=begin, end=end, text=line, gap=blank, indent=indent, reach=reach, chars=chars)
            )
        blank = 0 if line else blank + 1
        at += len(raw) + 1
    return found


def _columns(text: str) -> int:
    if text.isascii():
        return len(text.expandtabs(4))
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def _wrap_width(lines: list[Line]) -> _Width | None:
    """The width at which the lines were wrapped, or None if the writer broke them."""
    if len(lines) < _LEAST_LINES:
        return _width_of_few(lines)
    reaches = sorted(line.reach for line in lines)
    columns = reaches[-1 - len(lines) // _STICKS_OUT]  # a headline or a stop that hangs over is no measure
    if not _COLUMN <= columns <= _WIDE:
        return None
    width = _Width(columns=columns)
    full = [line for line in lines if width.is_filled(line)]
    chars, alike = Counter(line.chars for line in full).most_common(1)[0]
    counted = [line for line in lines if line.chars == chars]
    if alike >= _ALIKE * len(full) and len(counted) > len(full):  # 3.6 takes half the columns of 三点六
        width, full = _Width(columns=columns, chars=chars), counted
    if columns < _NARROW and sum(bool(_INSIDE.search(one.text)) for one in full) < _STOPPED * len(full):
        return None  # names or titles of about one length
    unfinished = [line for line in full if not kinds.ends_sentence(line.text) and "\t" not in line.text]
    wraps = len(full) >= _FULL * len(lines) and len(unfinished) >= _OPEN * len(full)
    return width if wraps else None


def _width_of_few(lines: list[Line]) -> _Width | None:
    """The width of a paragraph or two: their longest lines hold as many characters, to the very last."""
    chars = max((line.chars for line in lines), default=0)
    full = [line for line in lines if line.chars == chars and "\t" not in line.text]
    prose = [one for one in full if _INSIDE.search(one.text) and not kinds.ends_sentence(one.text)]
    wraps = len(prose) == len(full) > 1 and _COLUMN <= full[0].reach <= _WIDE
    return _Width(columns=full[0].reach, chars=chars) if wraps else None


def _goes_on(line: Line) -> bool:
    """Whether the line continues a full one: nothing blank between, no indent, no mark of its own."""
    if line.gap or line.indent >= 2 or "\t" in line.text:
        return False
    return kinds.line_kind(line.text) in {"text", "boilerplate"} or line.text[0].isdigit()


def _together(first: Line, second: Line, *, anywhere: bool) -> Line:
    """Both as one line; `anywhere`: lines were cut inside words, too."""
    ascii_only = first.text[-1].isascii() and second.text[0].isascii()
    in_word = anywhere or _IN_A_WORD.search(f"{first.text[-3:]}\n{second.text[:3]}")
    apart = " " if ascii_only and not in_word else ""
    return Line(
        start=first.start,
        end=second.end,
        text=f"{first.text}{apart}{second.text}",
        gap=first.gap,
        indent=first.indent,
        reach=second.reach,
        chars=second.chars,
    )
