"""Where does one printed sentence hold a title, a salutation or a heading beside what it tells?

Notices copied from the web lose their line breaks: title, number, addressees, preamble and the first item run
on to the first full stop. A heading, on the other hand, says nothing without the text under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from language.text import Span, sentences

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_MARK = (
    rf"(?:{_NUMERAL}、|[（(]{_NUMERAL}[)）]|\d{{1,2}}[.．、](?!\d)|[（(]\d{{1,2}}[)）]"
    rf"|第{_NUMERAL}[条章])"
)
_BLANK = r"[ \t\u3000\xa0]"
_BREAK = re.compile(
    rf"(?:{_BLANK}*\u3000{_BLANK}*|{_BLANK}{{2,}})(?=\S)"  # where a paragraph began
    rf"|(?<=[）)：:；;]){_BLANK}*(?={_MARK})"
    rf"|(?<=\S){_BLANK}+(?={_MARK})"
)
_MAY_BREAK = re.compile(r"[ \t\u3000\xa0）)：:；;]")  # quick to tell; _BREAK looks back at every character
_LEADS_ITEMS = re.compile(rf"[：:]\s*{_MARK}")
_BYLINE = re.compile(r"^.{0,60}?(?:电|讯|消息|报道)\s*[（(](?:本报|见习)?(?:记者|通讯员)[^（）()]{1,40}[)）]")
_HEADING = re.compile(rf"^{_MARK}[^，,；;：:。！？!?]{{2,30}}[。]?$")
_HEADED = re.compile(rf"^({_MARK}[^，,；;：:。！？!?]{{2,30}})。\s*(?=\S)")
_WORD = re.compile(r"\w")  # the ** that closes a heading in bold, left behind by its ？, says nothing
_ASKED = re.compile(rf"^[\s#]*(?:\*\*|__)?\s*(?:{_MARK}|(?:问|Q)\s*\d*\s*[：:．.、])[^。]*[？?][\s*_]*$")
_PREAMBLE = re.compile(r"如下[：:]$")
_SHORT = 100  # a sentence of fewer characters is told whole, its colon and list together
_NEAR = 8  # characters of white space between a heading and its text


def parted(text: str, *, title: str = "") -> list[Span]:
    """The sentences of a passage in order, without the document's title in front, cut where an item or a
    paragraph begins inside one; a heading goes with the sentence after it."""
    pieces = [piece for span in sentences(text) for piece in _pieces(text, span, title=title)]
    return [span for span in _with_headings(text, pieces) if _WORD.search(text, span.start, span.end)]


def begins_item(text: str) -> bool:
    """Whether a sentence begins with the number of an item: （二）, 3., 第四条."""
    return bool(re.match(_MARK, text.strip()))


def asks_only(text: str) -> bool:
    """Whether a sentence is the question that heads an answer: 三、奖励怎么算？"""
    return bool(_ASKED.match(text))


def leads_on(text: str) -> bool:
    """Whether a sentence ends in a colon: what it says comes after it."""
    return text.rstrip().endswith(("：", ":"))


def leads_items(text: str) -> bool:
    """Whether a list begins inside a sentence: 须带材料：1.身份证."""
    return bool(_LEADS_ITEMS.search(text))


def with_colon(text: str) -> str:
    """A heading and its text as one statement: what stands at its end, a marker, is then of both."""
    return _HEADED.sub(r"\1：", text)


def _pieces(text: str, span: Span, *, title: str) -> Iterator[Span]:
    start = _after_title(text, span, title=title)
    edges = [start, *_cuts(text, start, span.end), span.end]
    for left, right in pairwise(edges):
        piece = text[left:right]
        begin = left + len(piece) - len(piece.lstrip())
        finish = left + len(piece.rstrip())
        if begin < finish:
            yield Span(start=begin, end=finish)


def _after_title(text: str, span: Span, *, title: str) -> int:
    """Where the sentence begins behind its title, printed once or twice, and behind a reporter's name."""
    start = span.start
    while len(title) > 6 and text.startswith(title, start) and span.end - start > len(title) + 6:
        start += len(title)
        start += len(text[start : span.end]) - len(text[start : span.end].lstrip())
    reported = "记者" in text[start : span.end] or "通讯员" in text[start : span.end]
    if reported and (byline := _BYLINE.match(text[start : span.end])):
        behind = start + byline.end()
        start = behind if span.end - behind > 12 else start
    return start


def _cuts(text: str, start: int, end: int) -> list[int]:
    if not _MAY_BREAK.search(text, start, end) or "\n" in text[start:end].strip():
        return []
    long = end - start > _SHORT
    return [
        match.end()
        for match in _BREAK.finditer(text, start, end)
        if match.end() > start
        and (long or text[match.start() - 1] not in "：:；;" or _PREAMBLE.search(text, start, match.start()))
    ]


def _with_headings(text: str, pieces: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if (
            before is not None
            and piece.start - before.end <= _NEAR
            and _HEADING.match(text[before.start : before.end])
            and not re.match(_MARK, text[piece.start : piece.end])
        ):
            joined[-1] = Span(start=before.start, end=piece.end)
        else:
            joined.append(piece)
    return joined
