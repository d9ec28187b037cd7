"""Which three shares of one whole does 三次产业结构为12.4:48.3:39.3 print?"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from language.text import Span
from language.value import value

# What a paper calls it, and what a question may.
PROPORTION = r"(?:三次产业|一、?二、?三(?:次)?产业?|三产(?=结构|比例|比重|占比)|产业结构)"
_MARK = r"\s?[:∶︰]\s?"
_MARKED = re.compile("[:∶︰]")
_SHARE = r"\d{1,2}(?:\.\d+)?"
_TRIPLE = re.compile(rf"(?<![\d.:])(?P<a>{_SHARE}){_MARK}(?P<b>{_SHARE}){_MARK}(?P<c>{_SHARE})(?![\d:])")
_HEADED = re.compile(rf"{PROPORTION}[^,;。]*$")
_FORMER = re.compile(r"[由从](?P<when>[^,;。\d]{0,8}|[^,;。]{0,4}20\d\d年[^,;。\d]{0,4})$")
_PARTS = ("第一产业", "第二产业", "第三产业")
_WHOLE, _ROUNDING = Decimal(100), Decimal(1)


@value
class Share:
    """One of the three: of which part, how much in per cent, and where it is printed."""

    part: str
    percent: Decimal
    span: Span


@value
class Proportion:
    """Three shares that make up a whole; `former` where another follows that holds now."""

    shares: tuple[Share, ...]
    start: int
    end: int
    former: bool


@lru_cache(maxsize=512)
def find_proportions(text: str) -> tuple[Proportion, ...]:
    """The proportions of the three sectors that a folded text prints, in order."""
    if "产" not in text or _MARKED.search(text) is None:
        return ()
    found: list[Proportion] = []
    for match in _TRIPLE.finditer(text):
        percents = [Decimal(match[name]) for name in "abc"]
        headed = _HEADED.search(text, 0, match.start())
        if headed is None or abs(sum(percents) - _WHOLE) > _ROUNDING:
            continue
        shares = tuple(
            Share(part=part, percent=percent, span=Span(start=match.start(name), end=match.end(name)))
            for part, percent, name in zip(_PARTS, percents, "abc", strict=True)
        )
        former = _FORMER.search(text, headed.start(), match.start()) is not None
        found.append(Proportion(shares=shares, start=match.start(), end=match.end(), former=former))
    return tuple(found)
