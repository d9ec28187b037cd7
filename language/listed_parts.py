"""Which quarters or months does a list name whose last alone is written out: 一、二、三季度, 1、2月?"""

from __future__ import annotations

import re
from itertools import pairwise

from language.numeral import chinese_number
from language.period_label import month_range

_BEFORE = re.compile(
    r"(?<![\d一二三四五六七八九十第、.])(?:第?(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])[、和与及])+第?$"
)
_EACH = re.compile(r"[^;。\d]{0,16}?(?:分别|依次)")
_QUARTERS, _MONTHS = 4, 12
_LONGEST = 24  # characters of such a list


def parts_listed(text: str, start: int, end: int, label: str) -> list[tuple[str, int, int]]:
    """The label and the span of each part of a list that ends in the period at `text[start:end]`: each apart
    where 分别 sets them apart, the time from the first to the last where they follow one another; [] where
    the period closes no such list."""
    joined = start > 1 and text[start - 1] in "、和与及第"
    before = _BEFORE.search(text, max(0, start - _LONGEST), start) if joined else None
    if before is None:
        return []
    quarter = "-Q" in label
    spans = [(at.group(), at.start(), at.end()) for at in _ITEM.finditer(text, before.start(), start)]
    own = label.removeprefix(f"{label[:4]}-Q") if quarter else label[5:7]
    numbers = [*(_number(word) for word, _, _ in spans), int(own)]
    if max(numbers) > (_QUARTERS if quarter else _MONTHS) or any(b <= a for a, b in pairwise(numbers)):
        return []
    if _EACH.match(text, end):
        names = [f"{label[:4]}-Q{n}" if quarter else f"{label[:4]}-{n:02d}" for n in numbers]
        places = [(begin, finish) for _, begin, finish in spans] + [(start, end)]
        return [(name, *place) for name, place in zip(names, places, strict=True)]
    if any(b != a + 1 for a, b in pairwise(numbers)):
        return []
    first, last = (3 * numbers[0] - 2, 3 * numbers[-1]) if quarter else (numbers[0], numbers[-1])
    span = month_range(int(label[:4]), first, last)
    return [(span, before.start(), end)] if span else []


_ITEM = re.compile(r"1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九]")


def _number(word: str) -> int:
    return int(word) if word.isdecimal() and word.isascii() else int(chinese_number(word))
