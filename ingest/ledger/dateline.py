"""Does a line say only when, and by whom, a paper came out?"""

from __future__ import annotations

import re

_DATELINE = re.compile(
    r"(?:发布)?(?:时间|日期)?:?\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\d{1,2}:\d{2}(?::\d{2})?)?"
    r"(?:(?:信息)?来源|作者|发布|供稿|浏览|字号)?:?[一-鿿]{0,16}"
)
_LONGEST = 60


def is_dateline(text: str) -> bool:
    """2019-05-15来源:某市统计局: that day is not of the year that 全年 below it tells of."""
    return len(text) <= _LONGEST and text[-1:] not in "。；;" and _DATELINE.fullmatch(text) is not None
