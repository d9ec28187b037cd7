"""How is a date of publication written, and which day does it mean?"""

from __future__ import annotations

import calendar
import datetime
import re

_DIGITS = str.maketrans("〇○零Ｏ一二三四五六七八九", "0000123456789")
_CHINESE_YEAR = r"[一二][〇○零Ｏ一二三四五六七八九]{3}"
_CHINESE_DAY = r"[一二三四五六七八九十]{1,3}"
DATE = (
    r"(?:(?:19|20)\d{2}[ \u3000]?(?:年[ \u3000]?\d{1,2}[ \u3000]?月[ \u3000]?\d{1,2}[ \u3000]?日"
    r"|-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2}|\.\d{1,2}\.\d{1,2})"
    rf"|{_CHINESE_YEAR}年{_CHINESE_DAY}月{_CHINESE_DAY}日"
    r"|(?<!\d)(?<!\d\.)\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}(?![\d.]))"
)
_DAY_FIRST = re.compile(r"^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})(?!\d)")  # 27.09.2022
_ANYWHERE = re.compile(DATE)
_WRITTEN = re.compile(
    r"^((?:19|20)\d{2})[ \u3000]?[-年./]?[ \u3000]?(\d{1,2})?[ \u3000]?[-月./]?[ \u3000]?(\d{1,2})?"
)
_COMPACT = re.compile(r"^((?:19|20)\d{2})(\d{2})(\d{2})?(?!\d)")
MONTH = rf"(?:(?:19|20)\d{{2}}[ \u3000]?年[ \u3000]?\d{{1,2}}[ \u3000]?月|{_CHINESE_YEAR}年{_CHINESE_DAY}月)"
_CHINESE = re.compile(rf"^({_CHINESE_YEAR})年({_CHINESE_DAY})月(?:({_CHINESE_DAY})日)?")
_IN_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d{2})(?:([-_.年/])(\d{1,2})(?:[-_.月/](\d{1,2}))?|(0[1-9]|1[0-2])([0-2]\d|3[01])?)(?!\d)"
)

_MONTHS_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})年\d{1,2}[-—－–~～至到](\d{1,2})月")  # 2024年1-3月通报
_YEAR_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})年")


def parse_date(text: str) -> str:
    """The date that begins `text`: ISO, a year-month or a year, as exact as written; "" if none does."""
    text = text.strip()
    if match := _CHINESE.match(text):
        return _iso(
            match[1].translate(_DIGITS), str(_han(match[2])), str(_han(match[3])) if match[3] else None
        )
    if match := _DAY_FIRST.match(text):
        return _iso(match[3], match[2], match[1])
    match = _COMPACT.match(text) or _WRITTEN.match(text)
    return _iso(match[1], match[2], match[3]) if match else ""


def date_within(text: str) -> str:
    """The first full date anywhere in `text`, ISO, or ""."""
    match = _ANYWHERE.search(text)
    return parse_date(match.group()) if match else ""


def date_in_name(name: str) -> str:
    """The date in a file's name (2025-04-03, 20250403, 2025年4月), as exact as it is written; of 2025年1-4月
    the last month; or ""."""
    if (months := _MONTHS_IN_NAME.search(name)) and (upto := _iso(months[1], months[2], None)):
        return upto
    for match in _IN_NAME.finditer(name):
        found = _iso(match[1], match[3] or match[5], match[4] or match[6])
        if found:
            return found
    year = _YEAR_IN_NAME.search(name)
    return year[1] if year else ""


def end_of(published: str) -> str:
    """The last day of a year or a month, as an ISO date; a day is itself."""
    year, month, day = (*(int(part) for part in published.split("-")), 0, 0)[:3]
    if not day:
        month = month or 12
        day = calendar.monthrange(year, month)[1]
    return datetime.date(year, month, day).isoformat()


def _iso(year: str, month: str | None, day: str | None) -> str:
    if not month:
        return year
    if not 1 <= int(month) <= 12:
        return ""
    if not day:
        return f"{year}-{int(month):02}"
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _han(number: str) -> int:
    """十 10, 十五 15, 二十 20, 三十一 31."""
    tens, ten, ones = number.partition("十")
    if not ten:
        return int(number.translate(_DIGITS))
    return int(tens.translate(_DIGITS) or 1) * 10 + int(ones.translate(_DIGITS) or 0)
