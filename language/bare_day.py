"""Which day is 17日 of a newspaper, which names no month: 17日，某区举行签约仪式?"""

from __future__ import annotations

import re
from datetime import date, timedelta

from language.period_pattern import day_of

_OPENS = re.compile(r"\s*(?:[一-鿿]{2,4}讯\s*)?(?P<day>(?P<d>[12]\d|3[01]|[1-9])日)(?:上午|下午|晚)?,")
_HELD_ON = re.compile(
    r"(?<![\d月至到、和—–~-])(?P<day>(?P<d>[12]\d|3[01]|[1-9])日)(?:上午|下午|晚)?在?[^,;。\d]{0,12}?(?:举行|召开|举办|启动)"
)
_LONGEST_AGO = timedelta(days=25)  # a paper tells of a day without its month while everyone knows it


def bare_day(text: str, reference: date) -> tuple[date, int, int] | None:
    """The day that folded `text` opens with, or on which it says that something was held, and where it
    stands; None where it names its month, or lies too long before the paper to be the last of that number."""
    if "日" not in text:
        return None
    match = _OPENS.match(text) or (_HELD_ON.search(text) if "日举" in text or "日在" in text else None)
    if match is None:
        return None
    number = int(match["d"])
    before = reference.replace(day=1) - timedelta(days=1)
    months = (reference, before)
    told = (day_of(month.year, month.month, number) for month in months)
    day = next((one for one in told if one is not None and one <= reference), None)
    return (day, match.start("day"), match.end("day")) if day and reference - day <= _LONGEST_AGO else None
