"""Until which day does a sentence count: 截至10月31日累计, 截至2月14日今年已, and in 当月 of which month?"""

from __future__ import annotations

import re
from datetime import date

from language.period import Period
from language.period_label import label_dates
from language.value import replace

_DAY_LABEL = re.compile(r"\d{4}-\d\d-\d\d")
_IN_A_MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_RUNS = re.compile(r"累计|今年|新签约|年度|全年")
_MONTH_END = 28
_BY = ("截至", "截止")


def until_when(periods: tuple[Period, ...], text: str, *, told: Period | None) -> tuple[Period, ...]:
    """The periods of a sentence, those that end with a day or a month only told of in other words as such.

    `told` is what the sentences before tell of.
    """
    if "截" in text:
        periods = _until_then(tuple(_so_far(period, text) for period in periods), text)
    return _of_the_month_told(periods, text, told) if "当月" in text else periods


def held_by(event: Period | None, reference: date | None) -> Period | None:
    """The day of an event that was over by then: the day on which a paper titled 9月 was printed is none."""
    if event is None or reference is None:
        return event
    return event if label_dates(event.label)[0] <= reference else None


def _so_far(period: Period, text: str) -> Period:
    """截至10月31日，全市累计新签约…: the ten months, and no day."""
    day = (
        _DAY_LABEL.fullmatch(period.label)
        if _counts_to(period, text) and _RUNS.search(text, period.end)
        else None
    )
    if day is None or int(period.label[8:]) < _MONTH_END or period.label[5:7] == "01":
        return period
    return replace(period, label=f"{period.label[:4]}-01..{period.label[:7]}")


def _counts_to(period: Period, text: str) -> bool:
    """Whether 截至 stands before a period, or opens it."""
    return text.startswith(_BY, max(0, period.start - 2)) or text.startswith(_BY, period.start)


def _until_then(periods: tuple[Period, ...], text: str) -> tuple[Period, ...]:
    """截至2月14日，今年已签约引进125个: no more of the year than until that day."""
    until = next((one for one in periods if _counts_to(one, text)), None)
    if until is None:
        return periods
    return tuple(
        replace(one, label=until.label)
        if one.start > until.end and one.label == until.label[:4] and text.startswith("今年", one.start)
        else one
        for one in periods
    )


def _of_the_month_told(periods: tuple[Period, ...], text: str, told: Period | None) -> tuple[Period, ...]:
    """2月28日，现场签约9个。该市当月共签约12个: the month of what was told before, not that of the paper."""
    opens = periods and text.startswith("当月", periods[0].start)
    if not opens or told is None or not _IN_A_MONTH.fullmatch(told.label):
        return periods
    return (replace(periods[0], label=told.label[: len("2024-02")]), *periods[1:])
