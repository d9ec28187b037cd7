"""From which end does a question rank, how many does it ask for, and at which place?"""

from __future__ import annotations

import re

from language.numeral import whole_number

_N = r"[两二三四五六七八九十]|\d+"
_LEAST = re.compile(
    r"最[少小低慢差]|倒数|垫底|[后末][两二三四五六七八九十\d]+[名位个]|最后(?!期|一?批)|末[位尾]"
)
_TOP = re.compile(rf"(?:前|后|末|倒数前?|最[多少高低大小]的)(?P<n>{_N})(?![个\d]?(?:季|月|年|天|期))")
_FIRST = re.compile(
    rf"前(?:{_N})(?![个\d]?(?:季|月|年|天|期))|最[多高大快好]|(?<!倒数)第一(?![产季批期轮次年])|首位|榜首"
)
_NTH = re.compile(r"第(?P<n>[二三四五六七八九十])(?![产季批期])")


def asks_both_ends(text: str) -> bool:
    """Whether the first and the last are asked for at once: 前三是谁，后两名呢."""
    return bool(_LEAST.search(text)) and bool(_FIRST.search(text))


def asks_least(text: str) -> bool:
    """Whether the smallest comes first: 最少, 垫底, 后三名."""
    return bool(_LEAST.search(text)) and not asks_both_ends(text)


def top_asked(text: str) -> int | None:
    """How many a question asks for (前三名, 后两位), None where it names no number, or one for each end."""
    match = None if asks_both_ends(text) else _TOP.search(text)
    return whole_number(match["n"]) if match else None


def nth_asked(text: str) -> int | None:
    """The place asked for behind the first: 2 of 第二是哪个; None where none is."""
    match = _NTH.search(text)
    return whole_number(match["n"]) if match else None
