"""Which headings of printed pages begin an article of their own, where pages hold several?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest import lines as kinds

_LARGE = 1.3  # times the running text
_VERY_LARGE = 1.6
_OVER_COLUMNS = 1.25  # times the width of the column under it
_PAPER = r"(?:本报|本刊|新华社|中新社|[\u4e00-\u9fff]{2,6}[日晚]报)"
_ROLE = r"(?:全媒体|首席|见习|特约)?(?:记者|通讯员)"
_BYLINE = re.compile(
    rf"□|{_PAPER}?{_ROLE}[ \u3000：:]?[\u4e00-\u9fff· \u3000]{{2,30}}$"
    rf"|[（(]?{_PAPER}[\u4e00-\u9fff\d]{{0,16}}(?:讯|电|消息)"
)


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """A paragraph or heading as it is printed: the width it takes, its page, and whether it was found to be a
    heading."""

    text: str
    size: float
    width: float
    page: int
    is_heading: bool
    level: int = 0


def article_heads(stretches: Sequence[Stretch], *, body: float) -> list[int]:
    """The indexes of the headlines, when there is more than one article; [] where the pages are one text."""
    found = [n for n in range(len(stretches)) if _begins_article(stretches, n, body)]
    return found if len(found) > 1 else []


def _begins_article(stretches: Sequence[Stretch], index: int, body: float) -> bool:
    head = stretches[index]
    if not head.is_heading or head.size < _LARGE * body or kinds.enumerated_level(head.text):
        return False
    if index and stretches[index - 1].is_heading and stretches[index - 1].size >= head.size:
        return False  # the lower line of a headline
    rest = [s for s in stretches[index + 1 : index + 5] if not (s.is_heading and s.size >= _LARGE * body)]
    if any(_BYLINE.match(each.text) for each in rest[:2]):
        return True
    under = next((s for s in rest if not s.is_heading and abs(s.size - body) < 0.15 * body), None)
    return under is not None and head.size >= _VERY_LARGE * body and head.width > _OVER_COLUMNS * under.width
