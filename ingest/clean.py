"""Which characters never belong in a text that people read and models are shown?"""

from __future__ import annotations

import re

_ZERO_WIDTH = "\u00ad\u180e\u200b\u200c\u200d\u2060\ufeff"
_BIDIRECTIONAL = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE = "\u2061-\u2065\u206a-\u206f\ufff9-\ufffb\U000e0000-\U000e0fff"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_SURROGATES = "\ud800-\udfff"  # json may hold half a character; no encoding can store one
_UNWANTED = re.compile(f"[{_ZERO_WIDTH}{_BIDIRECTIONAL}{_INVISIBLE}{_CONTROLS}{_SURROGATES}]")
_NEW_LINE = re.compile("[\r\x85\u2028\u2029](?:(?<=\r)\n)?")
_CJK = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_GAP_IN_CHINESE = re.compile(rf"(?<=[{_CJK}])[ \t\u00a0\u3000]+(?=[{_CJK}])")
_GAP_IN_APART = re.compile(r" (?:(?<![A-Za-z]{2} )|(?![A-Za-z]{2}))")  # none but between two foreign words
_SET_APART = re.compile(rf"[{_CJK}] [{_CJK}] [{_CJK}] |\\d \\d \\d \\d ?年")
_YEAR_APART = re.compile(r"(?<![\d.] )(?<!\d)\d \d \d \d(?= ?年)")
_LEAST_APART = 4
_FULL_WIDTH = {ord(char): ord(char) - 0xFEE0 for char in map(chr, range(0xFF10, 0xFF5B)) if char.isalnum()}
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_WIDE_MARK = re.compile(r"(?<=\d)[．－／](?=\d)")
# 1 2 6 个 and 1 5 . 6 亿元, as programs hand over the text of a page whose digits are set apart
_APART = re.compile(r"\d (?=\d)")
_TOGETHER = re.compile(r"\d(?=\d)")
_YEAR_TOGETHER = re.compile(r"(?<!\d)(?:19|20)\d\d ?年")
_PROVED = re.compile(r"\d(?: \d)+ ?(?:[年月日个家项万亿元人亩吨%％]|\. ?\d)")
_IN_NUMBER = re.compile(r"(?<=\d) (?=[\d.])|(?<=\d\.) (?=\d)|(?<=\d \.) (?=\d)")
_FEWEST_APART, _RARELY = 3, 4
_BLANKS = re.compile(r"[ \t\u00a0\u3000\v\f]+")


def clean(text: str) -> str:
    """The text with newlines as \\n and without characters that hide, reorder or break it; digits and letters
    of full width are halved, and what was set apart character by character is closed up."""
    return _set_close(_halved(_UNWANTED.sub("", _NEW_LINE.sub("\n", text))))


def _halved(text: str) -> str:
    """２０２４年 as 2024年; Chinese marks keep their width."""
    if text.isascii() or _WIDE.search(text) is None:
        return text
    return _WIDE_MARK.sub(lambda mark: chr(ord(mark.group()) - 0xFEE0), text.translate(_FULL_WIDTH))


def _set_close(text: str) -> str:
    """投 资 指 南 and 2 0 1 3 年 as they were printed."""
    if text.count(" ") < _LEAST_APART - 1:
        return text
    if has_digits_apart(text):
        text = close_numbers(text)
    if _SET_APART.search(text) is None:
        return text
    lines = (_GAP_IN_APART.sub("", each) if _is_apart(each) else each for each in text.split("\n"))
    return _YEAR_APART.sub(lambda match: match.group().replace(" ", ""), "\n".join(lines))


def has_digits_apart(text: str) -> bool:
    """Whether the digits of a text are set apart throughout, and not the numbers of a table's row."""
    if _PROVED.search(text) is None:
        return False
    apart, together = len(_APART.findall(text)), len(_TOGETHER.findall(text))
    if apart < _FEWEST_APART or apart < _RARELY * together:
        return False
    return _YEAR_APART.search(text) is not None or _YEAR_TOGETHER.search(text) is None


def close_numbers(text: str) -> str:
    """The text of which that is true with its numbers in one piece."""
    return _IN_NUMBER.sub("", text)


def _is_apart(line: str) -> bool:
    """Whether most of the gaps of a line part single Chinese characters, four at the least."""
    words = line.split(" ")
    single = sum(len(word) == 1 and word > "\u2e80" for word in words)
    return single >= _LEAST_APART and 2 * single > len(words)


def one_line(text: str) -> str:
    """The text cleaned and on one line, runs of white space as one space: a title, a table cell."""
    return " ".join(clean(text).split())


def tidy_line(text: str) -> str:
    """A reconstructed line: cleaned, blanks collapsed, ends trimmed; a line break inside stays."""
    return "\n".join(_BLANKS.sub(" ", line).strip() for line in clean(text).split("\n")).strip()


def close_gaps(text: str) -> str:
    """The text without the blanks that a typesetter left between two Chinese characters."""
    return _GAP_IN_CHINESE.sub("", text)
