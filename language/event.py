"""Which event does a news item tell of throughout: 3月16日，2023嘉兴（上海）投资推介会在上海举行?"""

from __future__ import annotations

import re
from functools import lru_cache

from language.text import fold

EVENT = (
    r"(?:推介会|洽谈会|恳谈会|对接会|交流会|签约仪式|签约活动|签约大会|招商大会|开工仪式|"
    r"峰会|博览会|论坛|年会)"
)
_HELD = re.compile(r"举行|举办|召开|开幕")
_OPENS = re.compile(rf"(?P<name>[一-鿿0-9（）()“”·]{{2,30}}?{EVENT})[^。，]{{0,16}}?(?:{_HELD.pattern})")
_HEAD_CHARS = 200
_LONGEST = 1500  # characters of an item that tells of nothing else


@lru_cache(maxsize=512)
def event_of(text: str) -> str:
    """The name of the event that a short item opens with; "" where it opens with none."""
    if len(text) > _LONGEST:
        return ""
    head = fold(text[:_HEAD_CHARS])
    match = _OPENS.search(head) if _HELD.search(head) else None  # few are, and the whole takes long
    return match["name"] if match else ""
