"""Of when does a question ask, and with what time is that compared?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.operations import Operation
from language.period import Period, find_periods
from language.period_label import label_before


def periods_of(text: str, *, reference: date | None, operation: Operation) -> tuple[Period, ...]:
    """The periods of a folded question in order; `reference` is the day from which 今年 is measured."""
    periods = _against_the_year(find_periods(text, reference=reference))
    periods = _in_its_year(_then(periods, text, operation), text)
    periods = _years_of_a_span(periods, text)
    return _with_the_one_before(periods, text) if operation == "change" else periods


def _years_of_a_span(periods: tuple[Period, ...], text: str) -> tuple[Period, ...]:
    """2021到2023年各是多少 asks of each of the years, 2025到2027年增加多少 of the first and the last."""
    span = _A_SPAN.fullmatch(periods[0].label) if len(periods) == 1 else None
    if span is None or periods[0].role != "time" or _SEVERAL.search(text, periods[0].end):
        return periods
    first, last = int(span["first"]), int(span["last"])
    if _EACH.search(text, periods[0].end) and last - first < _MOST_YEARS:
        years = [*range(first, last + 1)]
    elif _RISEN.search(text, periods[0].end):
        years = [first, last]
    else:
        return periods
    return tuple(replace(periods[0], label=str(year)) for year in years)


_A_SPAN = re.compile(r"(?P<first>20\d\d)\.\.(?P<last>20\d\d)")
_SEVERAL = re.compile(r"[和与、及]")  # 2021到2023年甲市和乙市分别多少
_EACH = re.compile(r"(?:各|分别)(?:是|为|有|达|完成|引进|签约|到位)?(?:了)?(?:多少|几)|每年|逐年|历年|各年")
_RISEN = re.compile(r"(?:增加|增长|提高|提升|减少|下降|多)(?:了)?(?:多少|几)")
_MOST_YEARS = 6


def _with_the_one_before(periods: tuple[Period, ...], text: str) -> tuple[Period, ...]:
    """一季度环比增加几个 sets it against the quarter before, 同比 against that of the year before."""
    said = _AGAINST.search(text)
    if said is None or len(periods) != 1 or periods[0].role != "time":
        return periods
    before = label_before(periods[0].label, years=said.group() == "同比")
    if not before:
        return periods
    one = replace(periods[0], label=before, start=said.start(), end=said.end(), role="comparison")
    return (*periods, one)


_AGAINST = re.compile(r"[同环]比")


def _against_the_year(periods: Sequence[Period]) -> tuple[Period, ...]:
    """2025年上半年比去年多多少, asked in 2026, compares with 2024, the year before the one printed."""
    told: list[Period] = []
    for period in periods:
        before = told[-1] if told else None
        is_year_before = period.role == "comparison" and period.basis == "relative" and len(period.label) == 4
        if is_year_before and before and before.basis == "explicit" and before.label[:4].isdigit():
            earlier = before.label.replace(before.label[:4], str(int(before.label[:4]) - 1))
            period = replace(period, label=earlier)
        told.append(period)
    return tuple(told)


def _in_its_year(periods: tuple[Period, ...], text: str) -> tuple[Period, ...]:
    """去年甲区一季度签约多少 asks of that quarter and not of the year; 本月 is one month of one year."""
    periods = tuple(
        replace(one, dated=True) if _THIS_MONTH.match(text, one.start, one.end) else one for one in periods
    )
    if len(periods) != 2 or len(periods[0].label) != len("2024") or not periods[0].dated:
        return periods
    year, part = periods
    apart = part.dated or year.role != "time" or part.role != "time" or part.label[:4] != year.label
    if apart or _NOT_OF_IT.search(text, year.end, part.start) or len(part.label) == len("2024"):
        return periods
    return (replace(part, dated=True),)


_THIS_MONTH = re.compile(r"[本当上](?:个)?月|[本当上](?:个)?季")
_NOT_OF_IT = re.compile(r"目标|任务|计划|[、和与及到至比,，;；。]")


def _then(periods: tuple[Period, ...], text: str, operation: Operation) -> tuple[Period, ...]:
    """去年同期签约多少 asks of that time, with which nothing is compared; 前三季度去年同期 of that part of
    it."""
    if operation != "lookup" or _COMPARES.search(text):
        return periods
    if len(periods) == _PART_AND_YEAR and periods[1].role == "comparison" and periods[1].basis == "relative":
        part, year = periods
        apart = part.role != "time" or len(part.label) <= len(year.label) or not part.label[:4].isdigit()
        if apart or text[part.end : year.start].strip(" 的,"):
            return periods
        label = part.label.replace(part.label[:4], year.label)
        return (replace(part, label=label, end=year.end, dated=True),)
    if len(periods) != 1:
        return periods
    return (replace(periods[0], role="time"),)


_PART_AND_YEAR = 2
_COMPARES = re.compile(r"[较比与和同](?:20\d\d年|去年|上年|前年)|同比|环比|增长|下降|[增降]幅|增速")
