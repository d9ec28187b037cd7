"""Which number does Word print before a paragraph? It is in no paragraph's text."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from docx.oxml.ns import qn

_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "ideographDigital",
        "taiwaneseCounting",
    }
)
_DIGITS = "零一二三四五六七八九"


class Numbering:
    """Counts the numbered paragraphs of one document as they pass."""

    def __init__(self, document: Any) -> None:
        self._levels = _levels(document)
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0] * 9)

    def label(self, paragraph: Any, style: Any) -> tuple[str, bool]:
        """The number to print before the paragraph ("" for a bullet or none), and whether Word lists it."""
        place = _place(paragraph) or (_place(style) if style is not None else None)
        if place is None or place not in self._levels:
            return "", False
        number, depth = place
        form, pattern, start = self._levels[place]
        if form in {"bullet", "none"}:
            return "", form == "bullet"
        counts = self._counts[number]
        counts[depth] = counts[depth] + 1 if counts[depth] else start
        counts[depth + 1 :] = [0] * (8 - depth)
        return self._printed(number, pattern), True

    def _printed(self, number: str, pattern: str) -> str:
        def one(match: re.Match[str]) -> str:
            depth = int(match.group(1)) - 1
            form = self._levels.get((number, depth), ("decimal", "", 1))[0]
            return _written(max(1, self._counts[number][depth]), form)

        label = re.sub(r"%([1-9])", one, pattern)
        return label if not label or label[-1] in "、.．）)" else f"{label} "


def _levels(document: Any) -> dict[tuple[str, int], tuple[str, str, int]]:
    """Format, pattern and first value of each (numbering, depth)."""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    abstract = {each.get(qn("w:abstractNumId")): each for each in root.iterchildren(qn("w:abstractNum"))}
    levels = {}
    for each in root.iterchildren(qn("w:num")):
        reference = each.find(qn("w:abstractNumId"))
        kind = abstract.get(reference.get(qn("w:val"))) if reference is not None else None
        for level in kind.iterchildren(qn("w:lvl")) if kind is not None else ():
            depth = int(level.get(qn("w:ilvl"), "0"))
            start = _value(level, "w:start", "1")
            levels[each.get(qn("w:numId")), depth] = (
                _value(level, "w:numFmt", "decimal"),
                _value(level, "w:lvlText", ""),
                int(start) if start.isdigit() else 1,
            )
    return levels


def _value(element: Any, tag: str, default: str) -> str:
    found = element.find(qn(tag))
    return default if found is None else str(found.get(qn("w:val"), default))


def _place(element: Any) -> tuple[str, int] | None:
    properties = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if properties is None or properties.find(qn("w:numId")) is None:
        return None
    depth = _value(properties, "w:ilvl", "0")
    return _value(properties, "w:numId", ""), min(int(depth), 8) if depth.isdigit() else 0


def _written(number: int, form: str) -> str:
    if form in _CHINESE:
        return _han(number)
    if form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if form == "upperLetter" else letter
    if form == "decimalEnclosedCircle" and number <= 20:
        return chr(ord("①") + number - 1)
    return str(number)


def _han(number: int) -> str:
    """1 to 999 as counted in Chinese: 一, 十, 十二, 二十, 一百零三."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    if hundreds:
        joint = "零" if rest and not tens else ""
        return f"{_DIGITS[hundreds % 10]}百{joint}{('一' if tens == 1 else '') + _han(rest) if rest else ''}"
    if not tens:
        return _DIGITS[ones]
    return f"{_DIGITS[tens] if tens > 1 else ''}十{_DIGITS[ones] if ones else ''}"
