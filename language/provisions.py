"""Under which article, paragraph and item does a place of a policy paper stand?"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

_HAN = "一二三四五六七八九十百零〇"
_ARTICLE = re.compile(
    rf"(?m)^[ \t\u3000#*]*第(?P<number>[{_HAN}\d]{{1,6}})条(?:之[{_HAN}])?(?=[ \t\u3000：:*【（(]|$)"
)
_CHAPTER = re.compile(rf"(?m)^[ \t\u3000#*]*第[{_HAN}\d]{{1,4}}[编章节](?=[ \t\u3000：:*]|$)")
_ITEM = re.compile(rf"[ \t\u3000#*]*[（(](?P<number>[{_HAN}]{{1,3}})[）)]")
_SUBITEM = re.compile(r"[ \t\u3000#*]*(?P<number>\d{1,2})[.．、](?!\d)")
_ENDS = re.compile(r"[。；;：:！？!?）)]\s*$")
_SHORT = 16  # a line of fewer characters without a stop is a page's head or foot
_LEAST = 3  # articles make a paper of articles


@dataclass(frozen=True, kw_only=True)
class Provision:
    """A place of a paper: 第十二条 第二款 第（二）项 第1目, "" for what it does not have."""

    article: str = ""
    paragraph: str = ""
    item: str = ""

    def __str__(self) -> str:
        return f"{self.article}{self.paragraph}{self.item}"


class Provisions:
    """The articles of a text, looked up by offset."""

    def __init__(self, text: str) -> None:
        found = list(_ARTICLE.finditer(text))
        self._text = text
        self._articles = found if len(found) >= _LEAST else []
        self._starts = [match.start() for match in self._articles]
        headed = _CHAPTER.finditer(text) if self._articles else ()
        self._chapters = [(match.start(), _line_at(text, match.start())) for match in headed]
        chapters = [at for at, _ in self._chapters]
        self._ends = [
            min([following, *(at for at in chapters if start < at < following)])
            for start, following in zip(self._starts, [*self._starts[1:], len(text)], strict=False)
        ]

    def __bool__(self) -> bool:
        return bool(self._articles)

    def at(self, offset: int) -> Provision:
        """The article, paragraph and item that hold `offset`; empty outside articles."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._ends[index]:
            return Provision()
        article = f"第{self._articles[index]['number']}条"
        start = self._articles[index].end()
        paragraph, item = _inside(self._text[start : self._ends[index]], offset - start)
        return Provision(article=article, paragraph=paragraph, item=item)

    def path(self, offset: int) -> str:
        """第二章 奖励标准 / 第三条第（二）项; "" outside articles."""
        provision = str(self.at(offset))
        index = bisect_right([at for at, _ in self._chapters], offset) - 1
        chapter = self._chapters[index][1] if index >= 0 else ""
        return " / ".join(part for part in (chapter, provision) if part) if provision else ""

    def between(self, start: int, end: int) -> str:
        """The articles that a span holds: 第四条, or 第四条—第六条; "" outside articles."""
        first = self.at(start).article
        last = self.at(max(start, end - 1)).article or first
        return first if first == last else f"{first or last}—{last}" if first else last

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where each article stands, in order."""
        return list(zip(self._starts, self._ends, strict=True))

    def article_span(self, number: str) -> tuple[int, int] | None:
        """Where article 第`number`条 stands, None where there is none."""
        for match, end in zip(self._articles, self._ends, strict=True):
            if match["number"] == number:
                return match.start(), end
        return None


@lru_cache(maxsize=64)
def provisions_of(text: str) -> Provisions:
    """The articles of a text, read once."""
    return Provisions(text)


def _inside(body: str, offset: int) -> tuple[str, str]:
    """Which paragraph (款) and item (项, 目) of an article hold an offset of it."""
    paragraphs = 0
    here = 1
    item = subitem = ""
    goes_on = False
    at = 0
    lines = body.split("\n")
    for index, line in enumerate(lines):
        reached = at <= offset
        if "\t" in line or _is_beside(line) or _leads_to_table(lines, index):
            at += len(line) + 1
            continue
        numbered, sub = _ITEM.match(line), _SUBITEM.match(line)
        if numbered and reached:
            item, subitem = f"第（{numbered['number']}）项", ""
        elif sub and reached:
            subitem = f"第{sub['number']}{'目' if item else '项'}"
        elif line.strip() and not numbered and not sub:
            paragraphs += not goes_on
            if reached and not goes_on:
                here, item, subitem = paragraphs, "", ""
        goes_on = bool(line.strip()) and not _ENDS.search(line) if line.strip() else goes_on
        at += len(line) + 1
    return (f"第{_numeral(here)}款" if paragraphs > 1 else ""), item + subitem


def _line_at(text: str, start: int) -> str:
    line = text[start:].partition("\n")[0]
    return " ".join(line.strip(" \t\u3000#*").split())


def _is_beside(line: str) -> bool:
    """A page's foot or a note in brackets is no paragraph of the article."""
    words = line.strip()
    bracketed = words.startswith((">", "（")) and not _ITEM.match(line) and words.endswith(("）", "。"))
    return bracketed or (0 < len(words) < _SHORT and not _ENDS.search(words))


def _leads_to_table(lines: list[str], index: int) -> bool:
    """奖励标准汇总如下 above a table is no paragraph of its own."""
    following = next((line for line in lines[index + 1 :] if line.strip()), "")
    return "\t" in following and index > 0


def _numeral(number: int) -> str:
    digits = "一二三四五六七八九"
    return digits[number - 1] if number < 10 else f"十{digits[number - 11] if number > 10 else ''}"
