"""Which headings of printed pages begin an article of their own, where pages hold several?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest import lines as kinds

_LARGE = 1.3  # times the running text
_VERY_LARGE = 1.6
_AS_LARGE = 0.95  # times the smallest headline that is known to begin an article
_OVER_COLUMNS = 1.25  # times the width of the column under it
_PAPER = r"(?:本[报刊网台]|新华社|中新社|[\u4e00-\u9fff]{2,6}[日晚]报)"
_ROLE = r"(?:全媒体|首席|见习|特约)?(?:记者|通讯员)"
_BYLINE = re.compile(
    rf"□|{_PAPER}?{_ROLE}[ \u3000：:]?[\u4e00-\u9fff· \u3000]{{2,30}}$"
    rf"|[（(]?{_PAPER}[\u4e00-\u9fff\d]{{0,16}}(?:讯|电|消息)"
    r"|(?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?[^，。；]{0,24}$"
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
    open_heads = [n for n in range(len(stretches)) if _may_head(stretches, n, body)]
    found = [n for n in open_heads if _begins_article(stretches, n, body)]
    if len(found) < 2:
        return []
    least = max(_VERY_LARGE * body, _AS_LARGE * min(stretches[n].size for n in found))
    return [n for n in open_heads if n in found or stretches[n].size >= least]


def _may_head(stretches: Sequence[Stretch], index: int, body: float) -> bool:
    head = stretches[index]
    if not head.is_heading or head.size < _LARGE * body or kinds.enumerated_level(head.text):
        return False
    # no lower line of a headline
    return not (index and stretches[index - 1].is_heading and stretches[index - 1].size >= head.size)


def _begins_article(stretches: Sequence[Stretch], index: int, body: float) -> bool:
    """Whether a byline stands under the headline, or it is set over several columns."""
    head = stretches[index]
    rest = [s for s in stretches[index + 1 : index + 5] if not (s.is_heading and s.size >= _LARGE * body)]
    if any(_BYLINE.match(each.text) for each in rest[:2]):
        return True
    under = next((s for s in rest if not s.is_heading and abs(s.size - body) < 0.15 * body), None)
    return under is not None and head.size >= _VERY_LARGE * body and head.width > _OVER_COLUMNS * under.width
