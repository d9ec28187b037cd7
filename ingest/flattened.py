"""Where did the paragraphs end in a text whose line breaks were lost on its way to us?

Pages that were copied or scraped into one line keep blanks where their paragraphs ended. Chinese has no
blank behind a full stop otherwise, and none before a number that counts items.
"""

from __future__ import annotations

import re

_LEAST_CHARS = 200  # a line longer than this was no paragraph of a page that kept its breaks
_BLANK = r"[ \u00a0\u3000]"
_HAN = "[一二三四五六七八九十百]"
_ITEM = rf"(?:第?{_HAN}{{1,4}}[、章节条]|[（(]{_HAN}{{1,3}}[）)]|\d{{1,2}}[、.．](?!\d)|附件[：:])"
_END = re.compile(
    rf"(?<=[。！？；])[”’」』）)\]】]*{_BLANK}+(?=\S)"
    rf"|(?<=\S){_BLANK}*\u3000\u3000{_BLANK}*(?=\S)"
    rf"|(?<=[\u4e00-\u9fff）)\]】》：:]){_BLANK}+(?={_ITEM})"
)


def with_paragraphs(text: str) -> str:
    """The text, as long as before, with a line break for a blank where a paragraph of a long line ended."""
    return "\n".join(_parted(line) if len(line) > _LEAST_CHARS else line for line in text.split("\n"))


def _parted(line: str) -> str:
    return line if "\t" in line else _END.sub(_broken, line)


def _broken(match: re.Match[str]) -> str:
    words = match.group()
    kept = words.rstrip(" \u00a0\u3000")
    return f"{kept}\n{words[len(kept) + 1 :]}"
