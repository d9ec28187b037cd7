"""When was an undated text written? A year and month inferred from what it says, and marked as inferred.

The newest year a text speaks of is its own, unless the text looks back on that whole year as finished; the
month follows the newest thing told as past.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from language.period import Period, find_periods, label_dates
from language.text import Reading, read, sentences

_AHEAD = re.compile(
    r"将|奋力|力争|预计|计划|目标|有望|确保|争取|拟|规划|到20\d\d年|前(?:完成|建成|投产|制定|出台)|底前|年底"
)
_RESULT = re.compile(r"同比|成绩单|交出|收官|全年(?:实现|完成|新增|签约|引进|落地)|荣获|总结|回顾|一年来")
_LAST_YEAR = re.compile(r"(?<![较比与同于])去年")
_SAMPLE_CHARS = 20_000  # a report that says nothing of its date in so many characters will not say it later


@dataclass(frozen=True, kw_only=True)
class InferredDate:
    """`published` is YYYY or YYYY-MM; `reference` the ISO date that 今年 and 一季度 are resolved against."""

    published: str
    reference: str


def infer_date(text: str) -> InferredDate | None:
    """The date the text implies, or None where nothing in it dates it."""
    readings = [read(text, start=span.start, end=span.end) for span in sentences(text[:_SAMPLE_CHARS])]
    year = _year(readings)
    if year is None:
        return None
    newest = _newest_past(readings, year)
    if newest is None:
        return InferredDate(published=str(year), reference=f"{year}-12-31")
    return InferredDate(published=newest.strftime("%Y-%m"), reference=newest.isoformat())


def _year(readings: list[Reading]) -> int | None:
    dated: list[tuple[int, Period, str]] = []
    for reading in readings:
        for period in find_periods(reading.text, reference=None):
            if period.dated and period.role == "time" and ".." not in period.label[:6]:
                dated.append((int(period.label[:4]), period, reading.text))
    if not dated:
        return None
    top = max(year for year, _, _ in dated)
    mentions = [(period, text) for year, period, text in dated if year == top]
    if any(period.label != str(top) or _AHEAD.search(_around(text, period)) for period, text in mentions):
        return top
    looks_back = any(_RESULT.search(text) for _, text in mentions) or any(
        _LAST_YEAR.search(reading.text) for reading in readings
    )
    return top + 1 if looks_back else top


def _around(text: str, period: Period) -> str:
    return text[max(0, period.start - 6) : period.end + 14]


def _newest_past(readings: list[Reading], year: int) -> date | None:
    """The day after the newest finished period of that year, or the newest day told of."""
    last = date(year, 12, 31)
    newest: date | None = None
    for reading in readings:
        for period in find_periods(reading.text, reference=last):
            told = _told_as_past(reading.text, period, year)
            if told is not None and (newest is None or told > newest):
                newest = told
    return newest


def _told_as_past(text: str, period: Period, year: int) -> date | None:
    label = period.label
    if (
        period.role != "time"
        or label[:4] != str(year)
        or label == str(year)
        or "今年以来" in text[period.start : period.end]
    ):
        return None
    if text[period.start : period.end] in ("截至目前", "截至当前"):
        return None
    begins = text.rfind("。", 0, period.start) + 1
    stop = text.find(";", period.end)
    clause = text[begins : stop if stop > 0 else len(text)]
    if _AHEAD.search(clause[max(0, period.start - begins - 12) : period.end - begins + 16]):
        return None
    first, final = label_dates(label)
    day_known = re.fullmatch(r"\d{4}-\d\d-\d\d(\.\..*)?", label) is not None
    told = final if day_known else final + timedelta(days=1)
    return told if told.year == year else (first if first.year == year else None)
