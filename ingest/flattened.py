"""Where did the paragraphs end in a text whose line breaks were lost on its way to us?

Pages that were copied or scraped into one line keep blanks where their paragraphs ended. Chinese has no
blank behind a full stop otherwise, and none before a number that counts items.
"""

from __future__ import annotations

import re

_LEAST_CHARS = 200  # a line longer than this was no paragraph of a page that kept its breaks
_BLANK = r"[ \u00a0\u3000]"
_HAN = "[一二三四五六七八九十百]"
_ITEM_MARK = rf"(?:第?{_HAN}{{1,4}}[、章节条]|[（(]{_HAN}{{1,3}}[）)]|\d{{1,2}}[、.．](?!\d)|附件[：:])"
_ITEM = re.compile(_ITEM_MARK)
_BLANKS = re.compile(rf"{_BLANK}(?<=\S.){_BLANK}*(?=\S)")  # the blank first: the engine skips to it
_HEADED = re.compile(
    rf"(?m)^{_BLANK}*{_ITEM_MARK}[^。；！？\n]{{2,40}}?{_BLANK}+(?=\S)"
)  # 二、支持扩产 对新建的……
_STOPPED = re.compile(r"(?:[。！？；][”’」』）)\]】]*|如下[：:]|[门位府局会][：:])$")
_BEFORE_ITEM = re.compile(r"[\u4e00-\u9fff）)\]】》：:]$")
_NEAR = 6  # characters before a blank that tell whether a paragraph has ended


def with_paragraphs(text: str) -> str:
    """The text, as long as before, with a line break for a blank where a paragraph of a long line ended."""
    return "\n".join(_parted(line) if len(line) > _LEAST_CHARS else line for line in text.split("\n"))


def _parted(line: str) -> str:
    if "\t" in line or not any(blank in line for blank in " \u00a0\u3000"):
        return line
    return _HEADED.sub(_broken, _BLANKS.sub(_broken_if_ended, line))


def _broken_if_ended(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    ended = _STOPPED.search(before) or "\u3000\u3000" in match.group()
    item = not ended and _BEFORE_ITEM.search(before) and _ITEM.match(match.string, match.end())
    return _broken(match) if ended or item else match.group()


def _broken(match: re.Match[str]) -> str:
    words = match.group()
    kept = words.rstrip(" \u00a0\u3000")
    return f"{kept}\n{words[len(kept) + 1 :]}"
