"""Which headed parts does a paper have, and what stands under each: 四、申报材料, 第九条 高管奖励, 问：…？"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from language.pattern import pattern

_HAN = "一二三四五六七八九十百零〇"
_BLANK = r"[ \t\u3000]"
_SPEAKER = (
    r"(?:\*\*)?(?!来源|日期|时间|作者|编辑|责编|摄影|发布|地点|文号|对话|标题)[一-鿿·]{1,10}[：:](?:\*\*)?"
)
# From the outermost to the innermost; a mark-down heading is as deep as its hashes.
_MARKS: tuple[tuple[int, str], ...] = (
    (3, rf"第[{_HAN}\d]{{1,4}}[编章节](?=[ \t\u3000：:]|$)"),
    (5, rf"第[{_HAN}\d]{{1,6}}条(?:之[{_HAN}])?(?=[ \t\u3000：:【（(]|$)"),
    (4, rf"[{_HAN}]{{1,3}}、"),
    (4, r"(?:问|Q)\s*\d{0,2}\s*[：:．.、]"),
    (4, rf"{_SPEAKER}(?=[^\n]{{4,160}}[？?]{_BLANK}*\n\s*{_SPEAKER})"),  # 记者：…？ and who answers below
    (6, rf"[（(][{_HAN}]{{1,3}}[）)]"),
    (4, r"【(?=[^】\n]{2,30}】)"),
    (7, r"\d{1,2}(?:[．.、](?!\d(?!\d{3}年))|[)）])"),
    (8, r"[（(]\d{1,2}[）)]|[①-⑳]"),
)
_SPOKEN = 4  # of the marks
_MARK = "|".join(f"(?P<m{at}>{mark})" for at, (_, mark) in enumerate(_MARKS))
_LINE = pattern(rf"(?m)^{_BLANK}*(?P<hashes>#{{1,6}}{_BLANK}+)?(?P<bold>\*\*|__)?{_BLANK}*(?:{_MARK})?")
_HEAD = pattern(
    rf"{_BLANK}*(?P<head>[^\n。：:？?；;】*\t]{{2,40}}?)(?P<stop>[。：:】？?]|(?:\*\*|__)?{_BLANK}*(?=\n|$)|{_BLANK}{{2,}})"
)
_NO_HEAD = pattern(r"[，,；;]|的$|\d{1,2}月\d{1,2}日|^\d+$")
_ANSWERED = pattern(rf"\s*{_SPEAKER}{_BLANK}*")
_ANSWER = pattern(rf"\s*(?:\*\*|__)?\s*(?:答|A)\s*\d{{0,2}}\s*[：:．.、]{_BLANK}*")
_MORE_ASKED = pattern(r"(?P<more>(?:[^\n。：:？?*]{2,40}[？?])+)")
_CLOSING = pattern(r"[\s*_】]+")
_RUN_IN = pattern(
    rf"(?m)^{_BLANK}*(?P<head>(?=[^\n？?]*(?:什么|哪|怎|如何|谁|多少|吗))[^\n。：:，,；;？?“”\"]{{4,24}})[？?](?=[^\s？?”\"])"
)
_BOLD_ENDS = pattern(rf"(?:\*\*|__){_BLANK}*(?=[^\s*_])")
_LEAST = 2  # parts make an outline


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of a text from `start` to `end`, what it tells beginning at `body`.

    `head` is its heading without its mark, "" for an item that has none; `above` the headings it stands
    under, outermost first; `depth` counts from 1; `asks` where the heading is a question.
    """

    start: int
    body: int
    end: int
    mark: str
    head: str
    depth: int
    above: tuple[str, ...]
    asks: bool

    @property
    def label(self) -> str:
        """The heading as printed, with its mark."""
        gap = " " if self.mark.endswith(("条", "章", "节")) else ""
        return f"{self.mark}{gap}{self.head}"


@dataclass(frozen=True, kw_only=True)
class _Opening:
    start: int
    body: int
    mark: str
    head: str
    depth: int
    asks: bool


@lru_cache(maxsize=64)
def outline(text: str) -> tuple[Part, ...]:
    """The parts of a text in its order, a part before those inside it; () where it has no such form."""
    opened = [each for match in _LINE.finditer(text) if (each := _opening(text, match)) is not None]
    asked = [_run_in(match) for match in _RUN_IN.finditer(text)]
    if len(asked) >= _LEAST:
        known = {each.start for each in opened}
        more = [each for each in asked if each.start not in known]
        opened = sorted([*opened, *more], key=lambda each: each.start)
    if len(opened) < _LEAST:
        return ()
    parts: list[Part] = []
    stack: list[_Opening] = []
    for at, each in enumerate(opened):
        while stack and stack[-1].depth >= each.depth:
            stack.pop()
        end = next((later.start for later in opened[at + 1 :] if later.depth <= each.depth), len(text))
        above = tuple(opening.head for opening in stack if opening.head)
        parts.append(
            Part(
                start=each.start, body=each.body, end=end, mark=each.mark, head=each.head,
                depth=each.depth, above=above, asks=each.asks,
            )
        )  # fmt: skip
        stack.append(each)
    return tuple(parts)


def inside(part: Part, parts: tuple[Part, ...]) -> list[Part]:
    """The parts right below one, in order."""
    starts = [each.start for each in parts]
    below = [each for each in parts[bisect_right(starts, part.start) :] if each.end <= part.end]
    return [each for each in below if each.depth == min(one.depth for one in below)]


def _opening(text: str, match: re.Match[str]) -> _Opening | None:
    """What a line opens: a marked part, a mark-down heading or a line in bold; None for plain lines."""
    marked = next((at for at in range(len(_MARKS)) if match[f"m{at}"]), None)
    if marked is None and not match["hashes"] and not match["bold"]:
        return None
    if marked == _SPOKEN:
        return _asked_aloud(text, match)
    depth = _MARKS[marked][0] if marked is not None else len((match["hashes"] or "####").strip())
    mark = match[f"m{marked}"].strip(" \t\u3000：:【") if marked is not None else ""
    headed = _HEAD.match(text, match.end())
    head = headed["head"].strip(" \t\u3000*_") if headed else ""
    asks = bool(headed) and headed is not None and headed["stop"] in ("？", "?")
    run_in = bool(match["bold"]) and marked is None and _closed(text, headed)
    whole = headed is not None and (asks or run_in or not _NO_HEAD.search(head)) and len(head) >= 2
    if headed is not None and headed["stop"] == "。" and not _rest_of_line(text, headed.end()):
        whole = False  # a sentence that is all of its item
    if marked is None and not whole:
        return None
    if (
        marked is None
        and match["bold"]
        and not _stands_alone(text, match.end())
        and not _closed(text, headed)
    ):
        return None
    if not whole or headed is None:
        return _Opening(start=match.start(), body=match.end(), mark=mark, head="", depth=depth, asks=False)
    at = headed.end()
    if asks and (more := _MORE_ASKED.match(text, at)) is not None:
        head, at = head + "？" + more["more"].rstrip("？?"), more.end()
    if (closing := _CLOSING.match(text, at)) is not None:
        at = closing.end()
    if (answer := _ANSWER.match(text, at)) is not None:
        at = answer.end()
    return _Opening(start=match.start(), body=at, mark=mark, head=head, depth=depth, asks=asks)


def _asked_aloud(text: str, match: re.Match[str]) -> _Opening:
    """The question of an interview, all of its line, answered in the lines under it."""
    end = text.index("\n", match.end())
    answer = _ANSWERED.match(text, end)
    return _Opening(
        start=match.start(), body=answer.end() if answer else end, mark="",
        head=text[match.end() : end].strip().rstrip("？?*"), depth=_MARKS[_SPOKEN][0], asks=True,
    )  # fmt: skip


def _run_in(match: re.Match[str]) -> _Opening:
    """A short question that begins a line, answered behind it: 怎么申请？3月15日前登录…"""
    head = match["head"].strip()
    return _Opening(start=match.start(), body=match.end(), mark="", head=head, depth=6, asks=True)


def _stands_alone(text: str, at: int) -> bool:
    """Whether the bold words that begin at `at` are all of their line."""
    return _rest_of_line(text, at).endswith(("**", "__"))


def _closed(text: str, headed: re.Match[str] | None) -> bool:
    """Whether the bold words that head a line end in a stop and plain ones follow: **层次偏低。** 签约…"""
    return headed is not None and bool(_BOLD_ENDS.match(text, headed.end()))


def _rest_of_line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[at : end if end >= 0 else len(text)].strip()
