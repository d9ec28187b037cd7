"""Which spans of a sentence could be an answer: numbers, dates, persons, places, organisations, titles?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from language.text import fold
from language.words import word_tags

_DIGITS = r"\d+(?:[.,]\d+)*|[零〇一二两三四五六七八九十百千]+"
NUMBER = re.compile(rf"(?:{_DIGITS})[多余几]?[万亿千百]*")
DATE = re.compile(
    r"(?:\d{2,4}|[一二三四五六七八九〇零]{2,4})年(?:\d{1,2}月)?(?:\d{1,2}[日号])?|\d{1,2}月(?:\d{1,2}[日号]|份|底|初)?"
    r"|\d{1,2}[日号](?!线)|[一二三四五六七八九十\d]+世纪|\d0年代|\d{1,2}[:：]\d{2}|\d{1,2}[时点](?:\d{1,2}分)?"
    r"|[今去明当次同]年|[今昨明当]日|[一二三四五六七八九十]{1,3}月|期间|时期|朝代|[春夏秋冬]季|周[一二三四五六日末]"
)
QUOTED = re.compile(r"《[^》]{1,40}》|[“「『\"][^”」』\"]{1,40}[”」』\"]")
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9·.\-+]*")
REASON = re.compile(
    r"因为|由于|因此|原因|所以|因而|为了|旨在|以便|导致|致使|缘于|源于|鉴于|是为|由于|受.{1,12}影响|目的|以免|从而"
)
MANNER = re.compile(
    r"通过|采取|采用|利用|以.{1,12}方式|按照|进行|应当?|要|加强|一是|首先|措施|方法|运用|使用|实行|实施|建立"
)
MEANING = re.compile(r"是指|指的是|即|称为|是一[种个项部座家]|又[称名]|意为|意思|就是|为.{0,8}之一|被[称誉]")
LISTING = re.compile(r"、|；|以及|和|包括|分别|一是|二是|其中")
KINDS_OF_CUE = ("number", "date", "person", "place", "org", "quoted", "latin")


class Cue(NamedTuple):
    """A span of a sentence that could answer; `kind` is one of KINDS_OF_CUE or "noun"."""

    kind: str
    text: str
    start: int
    end: int


@lru_cache(maxsize=64)  # the best sentences are looked at again
def cues(sentence: str) -> tuple[Cue, ...]:
    """The spans of a folded sentence that could answer a question, in no order."""
    found = [
        Cue(kind, match.group(), match.start(), match.end())
        for kind, pattern in _PATTERNS
        for match in pattern.finditer(sentence)
    ]
    start = 0
    for word, tag in word_tags(sentence):
        end = start + len(word)
        if end - start > 1 and (kind := _TAGS.get(tag[:2]) or ("noun" if tag[:1] in _NAMING else "")):
            found.append(Cue(kind, word, start, end))
        start = end
    return tuple(found)


_PATTERNS = (("number", NUMBER), ("date", DATE), ("quoted", QUOTED), ("latin", LATIN))
_NAMING = frozenset(("", *"nljvb"))
_TAGS = {"nr": "person", "ns": "place", "nt": "org"}


def folded(text: str) -> str:
    """The text as cues are read from it."""
    return fold(text).lower()
