"""In which other way is the same whole number written? 31 and 三十一."""

from __future__ import annotations

import re

from language.numeral import NUMERAL_CHARS, chinese_number

_DIGITS = "零一二三四五六七八九"
_MOST = 9999
_NUMERALS = re.compile(f"[{NUMERAL_CHARS}]{{2,}}")


def otherwise(word: str) -> tuple[str, ...]:
    """The other way of writing a whole number from 11 to 9999: 31 → 三十一, 三十一 → 31; else empty.

    Round hundreds and years written digit by digit are left: 两千, 2000 and 二〇〇〇 say different things.
    """
    if word.isdecimal() and word.isascii():
        value = int(word[:5])
        told = 10 < value <= _MOST and word == str(value) and value % 100
        return (in_chinese(value),) if told else ()
    if len(word) < 2 or any(each not in NUMERAL_CHARS for each in word):
        return ()
    try:
        amount = chinese_number(word)
    except ValueError:
        return ()
    return (str(amount),) if 10 < amount <= _MOST and in_chinese(int(amount)) == word else ()


def in_chinese(value: int) -> str:
    """A whole number from 1 to 9999 as it is spoken: 31 → 三十一, 105 → 一百零五, 12 → 十二."""
    said, skipped = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, scale)
        if digit:
            said += ("零" if skipped and said else "") + _DIGITS[digit] + name
        skipped = not digit
    return said.removeprefix("一") if said.startswith("一十") else said


def digits_of(text: str) -> tuple[str, ...]:
    """The numbers that folded `text` writes in Chinese, in digits: 三十一个 → 31."""
    return tuple(form for run in _NUMERALS.findall(text) for form in otherwise(run))
