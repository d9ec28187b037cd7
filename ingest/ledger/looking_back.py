"""Of which year is 全年 in a paper of the months after it? A year that is not over was not done."""

from __future__ import annotations

import re
from datetime import date

from ingest.ledger.cast import Cast
from language.period import Period

LAST_MONTH = 12
_LOOKS_BACK = 2  # months in which a report is mostly of the year before
_SPRING = 4  # the last month in which 全年 with a figure done is of the year before, whatever else is told
_AUTUMN = 10  # the last month in which nobody tells of all of this year as done
_LOOKS_AHEAD = re.compile(r"今年|(?:^|[,;”])年初|将|力争|计划(?!总?投资)|确保|目标|预计|任务")
_SUMS_UP = re.compile(r"总结|回顾|成绩单|盘点|述职")
# What grew or came in first is over: 全年到位资金580亿元，同比增长11%; 全年共签约402个.
_WHOLE_YEAR_TOLD = re.compile(
    r"全年(?:(?!要|提出|部署|拟|预期|以上|不低于|不少于)[^。])*?"
    r"(?:同比|[比较]上年|[增下]长?\d|[居列]全?[国省市]|超额|[成现达签引]了|(?:总?共|累计)[^,;。]*\d)"
)
# 全年新签约亿元以上项目52个，新开工38个 of a paper of the first days of January
_COUNTED_DONE = re.compile(
    r"全年(?:新)?(?:签约|引进|招引|开工|竣工|落地|落户|发布|举办|走访|对接|新增|培育)[^,;。要]{0,16}\d+余?[个家场次项名]"
)


def looked_back_on(term: Period | None, text: str, reference: date | None) -> int | None:
    """The year before, where a report of January or February opened with it: 樊城区全年签约92个."""
    if reference is None or _LOOKS_AHEAD.search(text):
        return None
    whole = "全年" in text
    if whole and reference.month <= _SPRING and _WHOLE_YEAR_TOLD.search(text):
        return reference.year - 1
    this_year = term is not None and term.label[:4] == str(reference.year)
    if whole and reference.month == 1 and not this_year and _COUNTED_DONE.search(text):
        return reference.year - 1
    if reference.month > _LOOKS_BACK and not (reference.month < LAST_MONTH and whole):
        return None  # 全年实现 of a paper of April is of the year before, where that was told of
    return reference.year - 1 if term is not None and term.label == str(reference.year - 1) else None


def summed_up(title: str, reference: date | None) -> Period | None:
    """The year that a summary of January or February sums up, where its title names none."""
    if reference is None or reference.month > _LOOKS_BACK or not _SUMS_UP.search(title):
        return None
    return Period(label=str(reference.year - 1), start=0, end=0, basis="relative", dated=True)


_SO_FAR = re.compile(r"已|截至|目前")


def is_not_over(period: str, cast: Cast, reference: date | None) -> bool:
    """Whether 全年 is told of the year that a paper before November is of: nobody has done that yet, but for
    what has been done so far (全年32项展会已举办28项)."""
    if reference is None or period != str(reference.year) or reference.month > _AUTUMN:
        return False
    whole = any(one.label == period and cast.text.endswith("全年", 0, one.end) for one in cast.periods)
    return whole and not _SO_FAR.search(cast.text)
