"""Which months or which day does a text name, however it is written? 1—9月 is 前三季度, 4月5日 is 四月五号.

A name is months, a month or a day: "1-9月", "9月", "4月5日". No word of a text looks like one, so that they
stand beside its words in an index. The year is a number of its own, and relative times (去年) name none here:
period.py resolves those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from language.numeral import chinese_number
from language.written import in_chinese

_ONE = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:[12]\d|3[01]|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_DASH = r"(?:—+|–|-|~|至|到)"
_DASHES = ("-", "~", "至", "到", "—", "——", "–")
_NOT_INSIDE = r"(?<![\d.十])"
_PATTERN = re.compile(
    rf"(?<![提之以])前(?P<front>{_ONE}|两)个?(?P<unit>季度|月)"
    rf"|{_NOT_INSIDE}(?P<from>{_ONE})(?:月份?)?{_DASH}(?P<to>{_ONE})(?P<of>季度|月)(?!\d)"
    rf"|{_NOT_INSIDE}(?P<month>{_ONE})月(?:(?P<day>{_DAY})[日号])?"
    r"|(?<!每)第?(?P<quarter>[一二三四1-4首])个?季度"
    r"|(?P<half>[上下])半年"
)
_ANCHORS = frozenset("月季半")
_ANCHOR = re.compile(r"[月季半]")  # every name has one: reading only around them is five times as fast
_BEFORE, _AFTER = 8, 8


def year_parts(text: str) -> list[str]:
    """The months and days that folded `text` names, in order, repetitions kept."""
    return [name for name, _ in _named(text)]


def without_year_parts(text: str) -> str:
    """Folded `text` with a space for each stretch of months and each day; single months stay (五月天)."""
    if _ANCHORS.isdisjoint(text):  # as most words before a figure
        return text
    rest, at = "", 0
    for name, match in _named(text):
        if "-" in name or "日" in name:
            rest += text[at : match.start()] + " "
            at = match.end()
    return rest + text[at:]


def is_year_part(word: str) -> bool:
    """True for a name as `year_parts` gives it."""
    return len(word) > 1 and word[0].isdigit() and word[-1] in "月日"


@lru_cache(maxsize=256)
def written(name: str) -> tuple[str, ...]:
    """What folded text writes for a name of `year_parts`; none begins inside a number."""
    return tuple(dict.fromkeys(_ways(name)))


def _named(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    at = 0
    for anchor in _ANCHOR.finditer(text):
        if anchor.start() < at:
            continue
        match = _PATTERN.search(text, max(at, anchor.start() - _BEFORE), anchor.end() + _AFTER)
        if match:
            at = match.end()
            if name := _name(match):
                yield name, match


def _name(match: re.Match[str]) -> str:
    if match["month"]:
        month = _number(match["month"])
        return f"{month}月{_number(match['day'])}日" if match["day"] else f"{month}月"
    if match["front"]:
        return _span(1, _number(match["front"]), by=match["unit"])
    if match["from"]:
        return _span(_number(match["from"]), _number(match["to"]), by=match["of"])
    if match["quarter"]:
        quarter = 1 if match["quarter"] == "首" else _number(match["quarter"])
        return _span(quarter, quarter, by="季度")
    return "1-6月" if match["half"] == "上" else "7-12月"


def _span(first: int, last: int, *, by: str) -> str:
    """The months from the first to the last month or quarter; "" for what is no part of one year."""
    if by == "季度":
        first, last = first * 3 - 2, last * 3
    return f"{first}-{last}月" if first < last <= 12 else ""


def _number(raw: str) -> int:
    return int(raw) if raw.isdecimal() else 2 if raw == "两" else int(chinese_number(raw))


def _ways(name: str) -> Iterator[str]:
    if "日" in name:
        month, day = map(int, re.findall(r"\d+", name))
        for m, d in ((str(month), str(day)), (f"{month:02}", f"{day:02}"), (_said(month), _said(day))):
            yield from (f"{m}月{d}{end}" for end in "日号")
    elif "-" not in name:
        month = int(name[:-1])
        yield from (f"{each}月" for each in (str(month), f"{month:02}", _said(month)))
    else:
        first, last = map(int, name[:-1].split("-"))
        yield from _ways_of_span(first, last)


def _ways_of_span(first: int, last: int) -> Iterator[str]:
    for one, other in ((str(first), str(last)), (_said(first), _said(last))):
        yield from (f"{one}{month}{dash}{other}月" for month in ("", "月", "月份") for dash in _DASHES)
    if first == 1:
        yield from (f"前{count}个月" for count in _counts(last))
    if first % 3 == 1 and last % 3 == 0:
        yield from _ways_of_quarters((first + 2) // 3, last // 3)
    if (first, last) in ((1, 6), (7, 12)):
        yield "上半年" if first == 1 else "下半年"


def _ways_of_quarters(first: int, last: int) -> Iterator[str]:
    if first == last:
        yield from (f"{one}{each}季度" for one in (str(first), _said(first)) for each in ("", "个"))
        yield from ("首季度", "首个季度") if first == 1 else ()
    elif first == 1:
        yield from (f"前{count}{each}季度" for count in _counts(last) for each in ("", "个"))
    for one, other in ((str(first), str(last)), (_said(first), _said(last))):
        if first < last:
            yield from (f"{one}{dash}{other}季度" for dash in _DASHES)


def _counts(number: int) -> tuple[str, ...]:
    return (str(number), _said(number), *(["两"] if number == 2 else []))


def _said(number: int) -> str:
    return in_chinese(number)
