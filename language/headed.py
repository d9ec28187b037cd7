"""Which sections has a paper that numbers them 一、二、三、 and, inside, （一）（二） instead of 第一条?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from language.pattern import pattern

_HAN = "一二三四五六七八九十"
_SECTION = pattern(rf"(?m)^[ \t\u3000#*]*(?P<mark>[{_HAN}]{{1,3}})、(?P<head>[^\n。：:，,；;？?]{{0,24}})")
_ITEM = pattern(
    rf"(?m)^[ \t\u3000#*]*(?P<mark>[（(][{_HAN}]{{1,3}}[）)])(?P<head>[^\n。：:，,；;]{{2,20}})[。：:\n]"
)
_LEAST = 3  # sections make a paper of sections


@dataclass(frozen=True, kw_only=True)
class Headed:
    """A section or an item with a heading of its own; `label` is as printed: 二、支持重大项目落户."""

    start: int
    end: int
    label: str


@lru_cache(maxsize=64)
def headed_sections(text: str) -> tuple[Headed, ...]:
    """The sections of a text in order, cut at items that bear a heading; () for fewer than three."""
    sections = list(_SECTION.finditer(text))
    if len(sections) < _LEAST:
        return ()
    own = [item for item in _ITEM.finditer(text) if item.start() > sections[0].start()]
    heads = sorted([*sections, *own], key=lambda match: match.start())
    ends = [*(match.start() for match in heads[1:]), len(text)]
    return tuple(
        Headed(start=match.start(), end=end, label=_label(match))
        for match, end in zip(heads, ends, strict=True)
    )


def _label(match: re.Match[str]) -> str:
    item = match["mark"][0] in "（("
    head = match["head"].strip(" *？?")
    if item:
        return f"第（{match['mark'][1:-1]}）项{head}"
    closed = match.string[match.end() : match.end() + 1] in ("。", "\n", "：", ":", "", "？", "?", "*")
    return f"{match['mark']}、{head}" if closed and head else f"第{match['mark']}条"
