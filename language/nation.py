"""Does a sentence tell of the whole country or the world, whose figures are no place's?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_CALLED = {"全国": ("全国", "我国", "中国", "国内", "国家"), "全球": ("全球", "世界")}
WHOLES = frozenset(_CALLED)
"""What stands for the country and the world where a figure is filed under them."""

# 全国首个, 全省文明城市 and 全国300名客商 say how far a thing of this place reaches.
_REACH = (
    r"(?:\d+[余多]?[名位人家个所户]|[一-鿿]{0,6}(?:[强最佳优]|首(?!次)|第[一二三四五六七八九十\d]|[一二三四五六七八九十\d]+[强佳优大]"
    r"|前(?:[列十百五\d]|三(?!季))|唯一|领先|知名|著名|龙头|文明|示范|试点|重点|典型|先进|模范|劳模|冠军|标杆|样板"
    r"|客商|嘉宾|各地|各省|各界|同[行类]|性|级|人大|政协|两会|工商联|总工会|妇联|统一|排名|率先|布局|招商|选址|总部|中心"
    r"|基地|巡|大赛|比赛|赛))"
)
_WHOLE = re.compile(
    r"从(?P<seen>全国|全球)(?:范围)?来?看|"
    rf"(?P<name>全国|我国|全球|国家(?=提出|规划到))(?:范围内?)?(?!{_REACH})"
)
_TOLD = ("全国", "我国", "全球", "国家")  # one of these stands in all that is looked for
_REACHES = re.compile(_REACH)


def only_reaches(text: str, end: int) -> bool:
    """Whether 全省 or 全国, which ends there, says how far a thing reaches and not whose a figure is."""
    return _REACHES.match(text, end) is not None


@lru_cache(maxsize=512)  # asked again for every figure of the sentence
def wholes_told(text: str) -> tuple[tuple[str, int, int], ...]:
    """Where a folded sentence tells of the country or the world: 全国 or 全球, its begin and its end."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[tuple[str, int, int]]:
    if ("国" in text or "球" in text) and any(whole in text for whole in _TOLD):
        for match in _WHOLE.finditer(text):
            group = "name" if match["name"] else "seen"
            whole = next(whole for whole, names in _CALLED.items() if match[group] in names)
            yield whole, match.start(), match.end() if group == "seen" else match.end(group)


@lru_cache(maxsize=16)  # asked of every row and sentence
def whole_asked(question: str) -> str:
    """全国 of 全国出口多少; "" where no country's figure is asked for."""
    return next((whole for whole, start, _ in wholes_told(question) if start == 0), "")


def names_whole(text: str, whole: str) -> bool:
    """Whether a text names the country, or the world; true of every text where `whole` is ""."""
    return not whole or any(name in text for name in _CALLED[whole])
