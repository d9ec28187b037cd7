"""Is a ledger row of the period asked about, of a part of it, or of too small a part?"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from assistant.collection import Collection
from assistant.figures.undated import in_year_of, same_part
from assistant.question import QuestionFrame
from assistant.titled_time import is_titled_of, titled_part
from language.period import Period, find_periods
from language.period_label import contains, label_dates, same_period, since_new_year
from language.text import fold
from vectorstore.ledger_rows import Figure


def fits_period(row: Figure, frame: QuestionFrame, collection: Collection) -> bool:
    """Whether the row is of a period asked about, or of a part of one."""
    asked = frame.periods_asked
    if not asked:
        return bool(row.period) or not _says_another_part(row, frame.text)
    if _of_another_season(row, frame):
        return False
    if not row.period:
        timeless = row.modality == "rule" or (row.modality == "planned_total" and frame.names)
        if timeless and row.subject != row.place:
            return True  # the total of a project that is asked for and a policy's rule have no period
        return any(_of_document(row, period, frame, collection) for period in asked)
    return any(
        _in_period(row, period)
        or _of_its_year(row, period, frame)
        or _this_far(row, period, frame)
        or _as_of(row, period, frame)
        or _as_good_as_over(row, period, collection)
        or _held_for(row, period, collection)
        for period in asked
    )


def _held_for(row: Figure, asked: Period, collection: Collection) -> bool:
    """一季度集中开工 is told of the day in April when it was held, in a paper titled after that quarter."""
    if not _A_DAY.fullmatch(row.period) or len(asked.label) <= len("2024"):
        return False
    titled = titled_part(row.document_id, collection)
    year = titled[: len("2024")]
    return bool(titled) and same_period(titled, asked.label if asked.dated else in_year_of(year, asked.label))


_SEASON = re.compile("[春夏秋冬](?=季)")
_MONTHS = {"春": (1, 2, 3, 4, 5), "夏": (4, 5, 6, 7, 8), "秋": (8, 9, 10, 11), "冬": (11, 12, 1, 2)}


def _of_another_season(row: Figure, frame: QuestionFrame) -> bool:
    """What was signed on 24 July was not signed at the 秋季集中签约 that is asked about."""
    season = _SEASON.search(frame.text)
    if season is None or not _A_DAY.fullmatch(row.period):
        return False
    return int(row.period[5:7]) not in _MONTHS[season.group()]


def told_so_far(row: Figure, frame: QuestionFrame, collection: Collection) -> str:
    """The day of the paper, where what it tells 截至目前 stands for a half or quarter that ended days later;
    "" for any other row."""
    nearly = any(_as_good_as_over(row, period, collection) for period in frame.periods_asked)
    return collection.documents[row.document_id].reference_date if nearly else ""


def _as_good_as_over(row: Figure, asked: Period, collection: Collection) -> bool:
    """上半年 is told by what a paper of its last ten days says 截至目前, or one of the weeks after it that is
    titled so."""
    if row.period_basis != "relative" or len(asked.label) <= len("2024"):
        return False
    reference = collection.documents[row.document_id].reference_date
    if not reference or row.period != since_new_year(told_on := date.fromisoformat(reference)):
        return False
    label = asked.label if asked.dated else in_year_of(row.period, asked.label)
    first, last = label_dates(label)
    left = last - told_on
    if label_dates(row.period)[0] != first or label == row.period:
        return False
    if timedelta(0) <= left <= _LAST_DAYS:
        return _MONTHS_NAMED.search(fold(row.quote[: row.raw_start - row.start])) is None
    return _WEEKS_AFTER <= left < timedelta(0) and is_titled_of(row.document_id, label, collection)


# 今年1—2月 is no 截至目前
_MONTHS_NAMED = re.compile(r"\d[—至到-]+\d{1,2}月|前[两二三四五六七八九十\d]+个?月")
_LAST_DAYS = timedelta(days=10)
_WEEKS_AFTER = timedelta(days=-45)


def _of_its_year(row: Figure, asked: Period, frame: QuestionFrame) -> bool:
    """四季度集中开工项目年度计划投资多少 is told of the year that the quarter lies in."""
    yearly = "年度" in row.metric and _YEARLY_ASKED.search(frame.text) is not None
    return yearly and contains(
        row.period, asked.label if asked.dated else in_year_of(row.period, asked.label)
    )


_YEARLY_ASKED = re.compile(r"(?:年度|今年|当年)(?:计划|要)?(?:完成)?投")


def _this_far(row: Figure, asked: Period, frame: QuestionFrame) -> bool:
    """今年以来 without a year is what any document calls so: from New Year to when it was written; so is
    2022年9月以来 from that month."""
    if "以来" not in frame.text[asked.start : asked.end + 2]:
        return False
    first, _ = label_dates(row.period)
    if asked.dated:
        return ".." in row.period and first == label_dates(asked.label)[0]
    return len(row.period) > 4 and (first.month, first.day) == (1, 1)


def _as_of(row: Figure, asked: Period, frame: QuestionFrame) -> bool:
    """截至2月底 is told by what a paper of mid-February says 截至目前: the same months but the last."""
    said = frame.text[max(0, asked.start - 2) : asked.start + 2]
    if not asked.dated or "截至" not in said or len(row.period) <= len("2024"):
        return False
    (first, last), (since, until) = label_dates(asked.label), label_dates(row.period)
    return first == since and timedelta(0) <= last - until <= _LAST_MONTH


_LAST_MONTH = timedelta(days=31)


def _in_period(row: Figure, asked: Period) -> bool:
    label = asked.label
    if asked.dated:
        return same_period(row.period, label) or contains(label, row.period) or _deadline(row, label)
    # 一季度 without a year is the first quarter of any: the newest is taken later
    return same_part(row.period, label) or (
        len(label) > 4 and contains(in_year_of(row.period, label), row.period)
    )


def is_of_a_part(row: Figure, frame: QuestionFrame, collection: Collection) -> bool:
    """Whether the row is only of a part of the quarter or half that is asked: 上半年 is no 前三季度, nor is
    3月 一季度, nor what was done in 1—9月 that of the year asked for as 全年."""
    if not row.period or any(
        _as_of(row, period, frame)
        or _as_good_as_over(row, period, collection)
        or _held_for(row, period, collection)
        for period in frame.periods_asked
    ):
        return False
    asked = {
        period.label if period.dated else in_year_of(row.period, period.label)
        for period in frame.periods_asked
        if len(period.label) > 4 or _is_whole_year(row, period, frame)
    }
    return bool(asked) and all(
        contains(label, row.period)
        and not same_period(label, row.period)
        and (
            _MONTH_OR_QUARTER.fullmatch(row.period)
            or (len(label) == len("2024") and _A_DAY.fullmatch(row.period))
            or label_dates(label)[0] == label_dates(row.period)[0]
        )
        for label in asked
    )


def _is_whole_year(row: Figure, asked: Period, frame: QuestionFrame) -> bool:
    said = frame.text[asked.start : asked.end]
    return len(asked.label) == 4 and said.endswith("全年")


_A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEARS = re.compile(r"\d{4}\.\.\d{4}")
_MONTH_OR_QUARTER = re.compile(r"\d{4}-(?:\d\d|Q\d)")


def _deadline(row: Figure, label: str) -> bool:
    """到2027年累计 is asked as 2027年."""
    aimed = row.modality in ("target", "forecast") and _YEARS.fullmatch(row.period) is not None
    return aimed and contains(row.period, label)


_A_FEW_DAYS_SOON = timedelta(days=-10)  # what a quarter brings is told a few days before its end
_REPORTED_WITHIN = timedelta(days=75)  # what a quarter brought is told in the quarter after it


def _of_document(row: Figure, asked: Period, frame: QuestionFrame, collection: Collection) -> bool:
    """A figure of no stated period belongs to its document's time: good enough for a question about that
    year, or about a part of a year that was just over when the document was written."""
    reference = collection.documents[row.document_id].reference_date
    if not reference or not asked.label[:4].isdigit():
        return not asked.dated and not _says_another_part(row, frame.text)
    if len(asked.label) == 4:
        return reference[:4] == asked.label or not asked.dated
    label = asked.label if asked.dated else f"{reference[:4]}{asked.label[4:]}"
    if titled := titled_part(row.document_id, collection):
        return same_period(titled, label) or contains(label, titled)
    try:
        ended = label_dates(label)[1]
    except ValueError:
        return False
    return _A_FEW_DAYS_SOON <= date.fromisoformat(reference) - ended <= _REPORTED_WITHIN


def _says_another_part(row: Figure, question: str) -> bool:
    """前三季度86个 of a paper without a year is not what 三季度 asks for."""
    asked = _parts_named(question)
    told = _parts_named(fold(row.quote[: row.raw_start - row.start])) if asked else ()
    return bool(told) and not any(told[-1] == part or contains(part, told[-1]) for part in asked)


@lru_cache(maxsize=256)  # asked of every row
def _parts_named(text: str) -> tuple[str, ...]:
    """The parts of a year that a folded text names, as those of one year that stands for any."""
    found = find_periods(text, reference=_ANY_YEAR)
    return tuple(each.label for each in found if len(each.label) > 4 and each.role != "comparison")


_ANY_YEAR = date(2000, 12, 31)


def closeness(row: Figure, frame: QuestionFrame) -> float:
    """0 to 1: how nearly the row is of a period asked about; 0 where none is asked."""
    if not frame.periods:
        return 0.0
    if row.period and any(
        same_period(row.period, p.label) or (not p.dated and same_part(row.period, p.label))
        for p in frame.periods
    ):
        return 1.0
    return 0.4 if row.period else 0.0
