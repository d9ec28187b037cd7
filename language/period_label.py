"""Which days does a period's label stand for, and how is it said?

A label is one of: 2024, 2024-H1, 2024-Q1, 2024-03, 2024-03-14, and two of them joined by ".." (months or days
or years): 2023-01..2023-09.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache


def month_range(year: int, first: int, last: int) -> str | None:
    """The label of months `first` to `last` of a year: a quarter, half or year where they make one."""
    if not 1 <= first <= last <= 12:
        return None
    if last - first == 2 and first % 3 == 1:
        return f"{year}-Q{(first + 2) // 3}"
    named = {(1, 6): f"{year}-H1", (7, 12): f"{year}-H2", (1, 12): str(year)}
    if (first, last) in named:
        return named[first, last]
    return f"{year}-{first:02d}" if first == last else f"{year}-{first:02d}..{year}-{last:02d}"


def since_new_year(reference: date) -> str:
    """今年以来 on that date: the months of the year completed by then, the current one where none is."""
    return month_range(reference.year, 1, max(1, reference.month - 1)) or str(reference.year)


def label_before(label: str, *, years: bool = False) -> str:
    """The quarter, half, month or year before, with `years` the same part of the year before; "" of a range
    or a day."""
    match = re.fullmatch(r"(?P<year>\d{4})(?:-(?P<kind>[QH]?)(?P<n>\d{1,2}))?", label)
    if match is None:
        return ""
    year, kind, part = int(match["year"]), match["kind"], match["n"]
    if years or part is None:
        return label.replace(match["year"], str(year - 1))
    last = {"Q": 4, "H": 2, "": 12}[kind]
    year, at = (year, int(part) - 1) if int(part) > 1 else (year - 1, last)
    return f"{year}-{kind}{at}" if kind else f"{year}-{at:02d}"


def span_label(first: str, last: str) -> str | None:
    """The label from one label to another: 2023-Q4 and 2024-08 make 2023-10..2024-08.

    None where the second does not end later, or one of them is such a span already.
    """
    if ".." in first + last or label_dates(first)[0] >= label_dates(last)[0]:
        return None
    if len(first) == len(last) == len("2024-03-14"):
        return f"{first}..{last}"
    begin, end = label_dates(first)[0], label_dates(last)[1]
    within = month_range(begin.year, begin.month, end.month) if begin.year == end.year else None
    return within or f"{begin.year}-{begin.month:02d}..{end.year}-{end.month:02d}"


def year_told(label: str) -> int:
    """The year that what is said next belongs to: of 2023-09..2024-08 the last, of 2021..2024 the first."""
    last = label.split("..")[-1]
    return int(last[:4] if "-" in last else label[:4])


def until_now(first: str, reference: date) -> str:
    """2023年9月以来 on that date: from then to the last month completed, the month itself where none is."""
    months = reference.year * 12 + reference.month - 2  # counted from the year 0
    return span_label(first, f"{months // 12}-{months % 12 + 1:02d}") or first


@lru_cache(maxsize=4096)  # asked of every row
def label_dates(label: str) -> tuple[date, date]:
    """First and last day of a label.

    Raises:
        ValueError: not a label.
    """
    if ".." in label:
        first, last = label.split("..")
        return label_dates(first or last)[0], label_dates(last)[1]
    if match := re.fullmatch(r"(\d{4})-(Q|H)(\d)", label):
        year, index = int(match[1]), int(match[3])
        size = 3 if match[2] == "Q" else 6
        return _months(year, (index - 1) * size + 1, index * size)
    parts = [int(part) for part in label.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        return _months(parts[0], parts[1], parts[1])
    day = date(*parts)
    return day, day


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def same_period(one: str, other: str) -> bool:
    """Whether two labels name the same days."""
    return bool(one) and bool(other) and label_dates(one) == label_dates(other)


def contains(outer: str, inner: str) -> bool:
    """Whether every day of `inner` lies in `outer`."""
    if not outer or not inner:
        return False
    (first, last), (begin, end) = label_dates(outer), label_dates(inner)
    return first <= begin and end <= last


def period_text(label: str) -> str:
    """The label in Chinese: 2025-Q1 → 2025年一季度, 2023-01..2023-09 → 2023年1—9月."""
    return "".join(_spoken(label)) if label else ""


def _spoken(label: str) -> Iterator[str]:
    if ".." not in label:
        yield _spoken_one(label)
        return
    first, last = label.split("..")
    if not first:
        yield f"到{_spoken_one(last)}"
    elif len(first) == len(last) == 4:
        yield f"{first}—{last}年"
    elif first[:4] == last[:4] and len(first) == len(last) == 7:
        yield f"{first[:4]}年{int(first[5:])}—{int(last[5:])}月"
    elif first[:7] == last[:7] and len(first) == len(last) == 10:
        yield f"{_spoken_one(first)}—{int(last[8:])}日"
    else:
        yield f"{_spoken_one(first)}至{_spoken_one(last)}"


def _spoken_one(label: str) -> str:
    if match := re.fullmatch(r"(\d{4})-(Q|H)(\d)", label):
        part = (
            f"{'一二三四'[int(match[3]) - 1]}季度"
            if match[2] == "Q"
            else ("上半年", "下半年")[int(match[3]) - 1]
        )
        return f"{match[1]}年{part}"
    units = ("年", "月", "日")
    return "".join(f"{int(part)}{unit}" for part, unit in zip(label.split("-"), units, strict=False))


def last_month(label: str) -> int:
    """The month in which one month, or a quarter but the first, ends; 0 for any other period."""
    if re.fullmatch(r"\d{4}-\d\d", label):
        return int(label[5:])
    return 3 * int(label[6:]) if re.fullmatch(r"\d{4}-Q[2-4]", label) else 0
