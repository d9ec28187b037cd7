"""When was an undated text written? A year and month inferred from what it says, and marked as inferred.

Most years a text names it only recalls, and a wrong date turns every 今年 of the text into a wrong year; so a
year counts only where the opening names a day, a term is reported on (2024年一季度), or the report of a
government names it twice or no other. The newest of these is the text's own, unless the text looks back on
that whole year as finished; the month follows the newest thing told as past.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from language.divisions import WHOLE
from language.intended import INTENDED
from language.period import Period, find_periods
from language.period_label import label_dates, year_told
from language.text import Reading, read, sentences

_AHEAD = re.compile(
    rf"将|奋力|力争|预计|计划|目标|有望|确保|争取|{INTENDED}|规划|到20\d\d年|前(?:完成|建成|投产|制定|出台)|底前|年底"
)
_RESULT = re.compile(r"同比|成绩单|交出|收官|全年(?:实现|完成|新增|签约|引进|落地)|荣获|总结|回顾|一年来")
_LAST_YEAR = re.compile(r"(?<![较比与同于])去年")
_SAMPLE_CHARS = 20_000  # a report that says nothing of its date in so many characters will not say it later


_EVENT = re.compile(  # 3月16日，2023嘉兴（上海）投资推介会
    r"(?<!\d)(?P<year>20\d\d)(?![年\d])[一-鿿()“”·]{2,16}?(?:推介会|洽谈会|恳谈会|对接会|交流会|大会|峰会|博览会|论坛|年会|签约仪式)"
)
_HELD_ON = re.compile(  # 3月28日，昌吉州2026年招商引资推进会在准东召开
    r"\d{1,2}月\d{1,2}日[^。;]{0,14}?(?P<year>20\d\d)年(?![—\-至前底初])[^。;,]{2,24}?(?:会|式|节|周|展)[^。;,]{0,14}?(?:召开|举行|举办|开幕)"
)
_HELD_THEN = re.compile(  # 2月3日，某县举办2025年新春交流会
    r"\d{1,2}月\d{1,2}日[^。;]{0,14}?(?:召开|举行|举办|启动)了?[“\"]?(?P<year>20\d\d)年(?![—\-至前底初度])"
    r"[^。;,]{2,24}?(?:会|式|节|周|展|活动)"
)
_HOLDS = re.compile("召开|举行|举办|开幕|启动")
_SINCE = re.compile(r"(?P<year>20\d\d)年(?:以来|来)")
_HEAD_CHARS = 60  # where news say when
_HEAD_SENTENCES = 4  # a title and a number may stand over the first
# A government's report that says 2024年 twice reports on it; other news mostly recall it.
_REPORT = re.compile(rf"招商|签约|{WHOLE}|引进|高质量发展")
_REPORT_WORDS = 5
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:\.\..*)?")
_MONTH = re.compile(r"\d{4}-\d\d")
_REPORTER = re.compile(r",?(?:本[报刊台网])?记者")  # 编者按：2024年3月，记者采访了…
_REPORTED = re.compile(r"\d{4}-(?:Q|H1|01\.\.)")  # terms that are reported on when they end
_RECALLED = re.compile(r"(?:于|自|从|在|始|生|与|比|较|以|至|到|早|截至|截止)$")
_TO_COME = re.compile(
    r"(?:年)?(?:前|底前|底|末|初)?(?:全面|正式|全部|部分|一期|建成)*(?:投产|建成|竣工|完工|达产|投用|交付)"
)
_PREPARED = re.compile(  # 提前谋划2026年招商计划 is written in the year before
    r"(?:提前|超前|及早|尽早|抢先)(?:谋划|策划|布局|部署|编制|储备|安排|启动|准备)[^。;,]{0,4}$"
)
_RECALLING = re.compile(
    r"底?(?:起|以来|开始|成立|创立|创办|年?代|版|年报|出生|毕业|以前|之前|以后|之后|后|前)"
)


@dataclass(frozen=True, kw_only=True)
class InferredDate:
    """`published` is YYYY or YYYY-MM; `reference` the ISO date that 今年 and 一季度 are resolved against."""

    published: str
    reference: str


def infer_date(text: str) -> InferredDate | None:
    """The date the text implies, or None where nothing in it dates it."""
    readings = [read(text, start=span.start, end=span.end) for span in sentences(text[:_SAMPLE_CHARS])]
    if (stands := _as_of(readings)) is not None:
        return InferredDate(published=stands.strftime("%Y-%m"), reference=stands.isoformat())
    year = _year(readings, head_chars=_HEAD_CHARS)
    if year is None:
        return None
    newest, opened = _newest_past(readings, year), _day_at_the_head(readings)
    if opened is not None and (newest is None or newest - opened > _NEWS_OF):
        newest = opened  # 12月18日 of an item that opens with 2025年1月10日 is of the year before
    if newest is None:
        return InferredDate(published=str(year), reference=f"{year}-12-31")
    return InferredDate(published=newest.strftime("%Y-%m"), reference=newest.isoformat())


_AS_OF = re.compile(r"截[至止](?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日")


_YEAR = re.compile(r"20\d\d(?=年)")


def _as_of(readings: list[Reading]) -> date | None:
    """The day that a list's own heading says it stands at: 2023年项目推进情况（截至8月31日）."""
    head = "".join(reading.text for reading in readings if reading.offsets[0] < _HEAD_CHARS)[:_HEAD_CHARS]
    told = _AS_OF.search(head)
    year = _YEAR.search(head)
    if told is None or not (told["year"] or year):
        return None
    try:
        return date(int(told["year"] or (year.group() if year else 0)), int(told["month"]), int(told["day"]))
    except ValueError:
        return None


_NEWS_OF = timedelta(days=31)
_A_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _day_at_the_head(readings: list[Reading]) -> date | None:
    """The day, with its year, that a news item opens with; None where it opens with none."""
    for told in (
        one for reading in readings[:_HEAD_SENTENCES] for one in _named_years(reading, head_chars=_HEAD_CHARS)
    ):
        if told.certain and _A_DAY.fullmatch(told.period.label):
            return date.fromisoformat(told.period.label)
    return None


@dataclass(frozen=True, kw_only=True)
class _Named:
    """A year that the text names, and how much that says of its own date."""

    year: int
    whole: bool  # 2024年, no part of it
    certain: bool
    text: str
    period: Period


def _year(readings: list[Reading], *, head_chars: int) -> int | None:
    named = [told for reading in readings for told in _named_years(reading, head_chars=head_chars)]
    known = {told.year for told in named if told.certain}
    held = next((event for one in readings[:3] for event in [_EVENT.search(one.text)] if event), None)
    if held is None:
        telling = [one.text for one in readings if "月" in one.text and _HOLDS.search(one.text)]
        found = (pattern.search(text) for pattern in (_HELD_ON, _HELD_THEN) for text in telling)
        held = next(filter(None, found), None)
    if held is not None:
        return int(held["year"])
    if sum(len(_REPORT.findall(reading.text)) for reading in readings) >= _REPORT_WORDS:
        times = Counter(told.year for told in named if told.whole)
        alone = len({told.year for told in named}) == 1
        known |= {year for year, count in times.items() if count > 1 or alone}
    if not known:
        return _since(readings)
    top = max(known)
    mentions = [told for told in named if told.year == top]
    if _in_spring(readings) and any(told.whole and _sums_up(told) for told in mentions):
        return top + 1  # 1月9日…2022年，全市签约241个, though a day of 2022 is told of too
    if any(not told.whole or _AHEAD.search(_around(told.text, told.period)) for told in mentions):
        return top
    looks_back = any(_RESULT.search(told.text) for told in mentions) or any(
        _LAST_YEAR.search(reading.text) for reading in readings
    )
    looks_back = looks_back or _goes_on_to_this_year(readings, mentions)
    return top + 1 if looks_back else top


_SPRING_DAY = re.compile(r"(?<![\d年])[12]月\d{1,2}日")
_WHOLE_OPENS = re.compile(  # 2022年，南充交出一份答卷：新签约亿元以上项目241个
    r"年?,(?![^。;]{0,60}(?:将|力争|计划|目标|确保|要))[^。;]{0,40}?(?:签约|引进|招引|新增|实现|完成|到位)[^。;]{0,14}?\d[\d.]*[万亿个家]"
)


def _in_spring(readings: list[Reading]) -> bool:
    """Whether what the text opens with was on a day of January or February, of a year not named there."""
    told = [one.text for one in readings[: 2 * _HEAD_SENTENCES] if "月" in one.text]
    return any(_SPRING_DAY.search(text) and not _YEAR.search(text) for text in told)


def _sums_up(told: _Named) -> bool:
    """Whether a year is told of as one that is over: 2022年，全市新签约亿元以上项目241个."""
    return _WHOLE_OPENS.match(told.text, told.period.end - 1) is not None


def _since(readings: list[Reading]) -> int | None:
    """The one year since which all is told (2022年以来落地项目247个), where no later one is named."""
    since = {int(told["year"]) for one in readings if "年" in one.text for told in _SINCE.finditer(one.text)}
    later = {int(year) for one in readings if "年" in one.text for year in _YEAR.findall(one.text)}
    return since.pop() if len(since) == 1 and since == {max(later)} else None


_THIS_YEAR = re.compile(
    r"今年(?:[^。;]{0,40}?(?:将|力争|计划|目标|确保)|以来|上半年|[一二三]季度|前|1[月至—\-])"
)
_REACHED = re.compile(  # 2021年，全市新引进项目524个; 2022年，签约总额高达346亿元，实现突破
    r"年?,?[^。;]{0,20}?(?:签约|引进|招引|新增|实现|完成|达到?)[^。;]{0,14}?\d[\d.]*[万亿个家]"
)


def _goes_on_to_this_year(readings: list[Reading], mentions: list[_Named]) -> bool:
    """Whether the year is told of as reached, and 今年, in other sentences, as under way or yet to come."""
    goes_on = any(
        _THIS_YEAR.search(one.text) and not any(told.text == one.text for told in mentions)
        for one in readings
    )
    return goes_on and all(_REACHED.match(told.text, told.period.end - 1) for told in mentions)


def _named_years(reading: Reading, *, head_chars: int) -> Iterator[_Named]:
    """The years named in a sentence, those left out of which it only recalls: 于2015年成立, 自2021年起."""
    text = reading.text
    for period in find_periods(text, reference=None):
        if not period.dated or period.role != "time" or ".." in period.label[:6]:
            continue
        if _RECALLED.search(text[: period.start]) or _RECALLING.match(text, period.end):
            continue
        if _TO_COME.match(text, period.end) and _AHEAD.search(text[max(0, period.start - 6) : period.start]):
            continue  # 预计2024年底投产 may be said in any year before
        if _may_end_ahead(text, period):
            continue
        if _PREPARED.search(text[: period.start]):
            yield _Named(
                year=year_told(period.label) - 1, whole=False, certain=True, text=text, period=period
            )
            continue
        day = _DAY.fullmatch(period.label) is not None
        visited = _MONTH.fullmatch(period.label) and _REPORTER.match(text, period.end)
        early = (day or visited) and reading.offsets[period.start] < head_chars
        yield _Named(
            year=year_told(period.label),
            whole=len(period.label) == 4,
            certain=bool(early)
            or (_REPORTED.match(period.label) is not None and not _TO_COME.match(text, period.end)),
            text=text,
            period=period,
        )


def _may_end_ahead(text: str, period: Period) -> bool:
    """2023年8月至2024年1月开放投保 is told while it lasts; what was signed in such a time, behind it."""
    spans = "-" in period.label and ".." in period.label and text.count("年", period.start, period.end) > 1
    return spans and not _REACHED.match(text, period.end - 1)


def _around(text: str, period: Period) -> str:
    return text[max(0, period.start - 6) : period.end + 14]


def _newest_past(readings: list[Reading], year: int) -> date | None:
    """The day after the newest finished period of that year, or the newest day told of."""
    told: dict[bool, list[date]] = {True: [], False: []}
    for reading in readings:
        for period in find_periods(reading.text, reference=date(year, 12, 31)):
            if (past := _told_as_past(reading.text, period, year)) is not None:
                told[_may_be_due(reading.text, period)].append(past)
    return max(told[False] or told[True], default=None)


_DUE = re.compile(r"(?:底|末|初)?(?:全面|全部|一期|整体)*(?:试生产|投产|投用|建成|竣工|完工|达产|交付|封顶)")


def _may_be_due(text: str, period: Period) -> bool:
    """今年9月建成投用 of a paper of February says when it will be, though no word says that it is ahead."""
    return len(period.label) == len("2024-09") and _DUE.match(text, period.end) is not None


_COUNTED_FROM_NOW = re.compile(r"[本当上该](?:月|季|旬|周)")  # no date of its own: what it means is asked


def _told_as_past(text: str, period: Period, year: int) -> date | None:
    label = period.label
    if (
        period.role != "time"
        or year_told(label) != year
        or label == str(year)
        or "以来" in text[period.start : period.end]
        or "至今" in text[period.end : period.end + 4]
        or _COUNTED_FROM_NOW.match(text, period.start)
        or _may_end_ahead(text, period)
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
