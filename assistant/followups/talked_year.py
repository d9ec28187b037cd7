"""Which year is 去年 or 第二年 in a talk? Counted from the year last talked of, where one was.

At the start of a talk 去年 is counted from the newest document, and 今年 always is: that is the present.
"""

from __future__ import annotations

import re

from assistant.followups.remark import times
from language.text import fold

_YEARS_OFF = {
    "去年": -1, "上年": -1, "上一年": -1, "前一年": -1, "头一年": -1, "前年": -2,
    "次年": 1, "下一年": 1, "后一年": 1, "第二年": 1, "转年": 1,
    "那一年": 0, "那年": 0, "当年": 0, "同年": 0, "这一年": 0,
}  # fmt: skip
_COUNTED_FROM = re.compile(
    rf"(?<![比较跟与和同前\d一二三四五每])(?P<word>{'|'.join(sorted(_YEARS_OFF, key=len, reverse=True))})度?"
    r"(?!相?比|[产销营]|同期?[增下])"
)
_NO_FACT = re.compile(r"目标|任务|计划|打算|预计|力争|[奖补]|政策")  # of 2027年的目标 去年 is no 2026
_YEAR_TOLD = re.compile(r"(?<!\d)(?P<year>20\d\d)年")


def in_talked_year(text: str, base: str, *, answer: str) -> str:
    """The remark with the year that it counts from `base`, the question before, or from its `answer` where
    that question names no time; as it is where neither tells of one year."""
    said, asked = fold(text), fold(base)
    counted = _COUNTED_FROM.search(said)
    if counted is None or _YEAR_TOLD.search(said) or _NO_FACT.search(asked):
        return text
    told = times(asked)
    years = set(_YEAR_TOLD.findall(asked if told else answer.partition("\n")[0]))
    if len(years) != 1 or any(one.role == "deadline" for one in told):
        return text
    year = int(years.pop()) + _YEARS_OFF[counted["word"]]
    return f"{said[: counted.start()]}{year}年{said[counted.end() :]}"
