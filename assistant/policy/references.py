"""Which articles does a sentence refer to, and what do those say: 第二条与第三条可以同时享受?"""

from __future__ import annotations

import re
from functools import lru_cache

from language.outline import outline
from language.text import fold

_HAN = "一二三四五六七八九十百零〇"
_REFERRED = re.compile(rf"(?<!民)第(?P<number>[{_HAN}\d]{{1,6}})条")
_MOST_BODY = 400  # characters of an article that say what it is about


@lru_cache(maxsize=256)
def referred_words(text: str, start: int, end: int) -> str:
    """Headings and opening words, folded, of the articles that `text[start:end]` names and does not stand in,
    be they called 第二条 or 二、; "" where it names none."""
    numbers = dict.fromkeys(match["number"] for match in _REFERRED.finditer(text, start, end))
    marks = {mark for number in numbers for mark in (f"第{number}条", f"{number}、")}
    found = [
        f"{part.head}{text[part.body : min(part.end, part.body + _MOST_BODY)]}"
        for part in outline(text)
        if part.mark in marks and not part.start <= start < part.end
    ]
    return fold("\n".join(found))
