"""Which paper is this, of what date, and which of its pages? What the head of a printed page says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.dates import date_within
from ingest.layout.printed import Line
from ingest.loaded import Stated

_NEAR_TOP = 0.16  # of the page's height
_NAME = re.compile(
    r"《?([\u4e00-\u9fff]{2,8}(?:日报|晚报|早报|晨报|都市报|商报|时报|快报|周报|导报|周刊|新闻|报))》?"
)
_PAGE = re.compile(
    r"第?\s?([A-Z]?\d{1,2}|[一二三四五六七八九十]{1,2})\s?版|(?<![A-Za-z\d])([A-Z]\d{1,2})(?![A-Za-z\d])"
)


@dataclass(frozen=True, kw_only=True)
class Masthead:
    """The paper's name, the ISO date it is of, and the label of the page (3, A03); "" where not said."""

    name: str
    date: str = ""
    page: str = ""

    @property
    def title(self) -> str:
        """《江城日报》2025年4月3日 第3版."""
        year, month, day = self.date.split("-") if self.date else ("", "", "")
        date = f"{int(year)}年{int(month)}月{int(day)}日" if self.date else ""
        page = (f"第{self.page}版" if self.page[0].isdigit() else f"{self.page}版") if self.page else ""
        return f"《{self.name}》{' '.join(filter(None, (date, page)))}"

    @property
    def stated(self) -> Stated:
        """What it says of the whole document."""
        return Stated(title=self.title, publisher=self.name, published=self.date)


def masthead_of(lines: Sequence[Line]) -> Masthead | None:
    """What the lines at the head of a page say; None unless they name a paper and its date or page."""
    words = [part for line in lines if line.bottom < _NEAR_TOP * line.page_height for part in _parts(line)]
    name = next((match[1] for word in words if (match := _NAME.fullmatch(word))), "")
    date = next((found for word in words if len(found := date_within(word)) == 10), "")
    page = page_label(lines)
    return Masthead(name=name, date=date, page=page) if name and (date or page) else None


def page_label(lines: Sequence[Line]) -> str:
    """The label that the head of a page gives it (第3版: 3, A03版: A03), or ""."""
    for line in lines:
        if line.bottom < _NEAR_TOP * line.page_height and len(line.text) <= 60:
            for part in _parts(line):
                if (match := _PAGE.match(part)) and len(part) <= 12:
                    return (match[1] or match[2]).lstrip("0")
    return ""


def _parts(line: Line) -> list[str]:
    return re.split(r"[ \u3000|｜·]+", line.text)
