"""Which time does a phrase name? 今年一季度, 1—9月, 截至目前, 到2027年, resolved against a reference date.

Positions refer to the folded text given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from language.bare_day import bare_day
from language.intended import INTENDED
from language.listed_parts import parts_listed
from language.numeral import DIGITS
from language.period_label import (
    label_dates,
    last_month,
    month_range,
    since_new_year,
    span_label,
    until_now,
    year_told,
)
from language.period_pattern import DASH, day_of, part_label, written_periods

Basis = Literal["explicit", "relative", "none"]
Role = Literal["time", "deadline", "comparison"]

_PLANS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031, "十七五": 2036}
_WORD_YEARS = {
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "去年": -1,
    "上年": -1,
    "前年": -2,
    "明年": 1,
    "次年": 1,
    "后年": 2,
}
_BESIDE_THE_YEAR_TOLD = ("上年", "次年")
_SPRING = 4
_COMPARED = re.compile(r"(?:较|比|与|同|相比于?)(?:20\d\d年|去年|上年|前年|往年)?$")
_SAME_TERM = re.compile(r"(?:同期|同月|相比|末(?:增|减|下降|提)|增长|增加|提高|提升|下降|减少)")
_AHEAD = re.compile(
    rf"将|预计|计划|力争|{INTENDED}|有望|争取|确保|前(?:完成|建成|投产|启用|制定|出台|开工|竣工|实现)|年底前|底前"
)

_AIMS = re.compile(rf"[^。;]{{0,40}}?,(?:力争|争取|确保|预计|计划|{INTENDED})")


@dataclass(frozen=True, kw_only=True)
class Period:
    """One named period: `label` as in `language.period_label`, `text[start:end]` the words.

    `role` tells the time of a fact from a deadline (到2027年) and from what it is compared with (比去年同期).
    `dated` says that a year was named, by number or as 今年 or 去年.
    """

    label: str
    start: int
    end: int
    basis: Basis
    role: Role = "time"
    dated: bool = False


def find_periods(text: str, *, reference: date | None, year: int | None = None) -> list[Period]:
    """The periods of folded `text`, in order.

    `reference` is the date of the document: without one, only periods with a printed year can be resolved.
    `year` is a year named shortly before the text, which a following 一季度 belongs to.
    """
    found: list[Period] = []
    context = year
    for match in written_periods(text):
        if _is_false(match, text):
            continue
        if match["this"] == "当月" and found and (month := _month_told(found[-1])):  # 7月当月 is no August
            found.append(replace(found[-1], label=month, start=match.start(), end=match.end()))
            continue
        resolved = _resolve(match, reference, context, text)
        if resolved is None:
            continue
        label, basis, dated, role = resolved
        if role == "time" and (_compared(text, match) or _goes_on_comparing(found, match, text)):
            role = "comparison"
        if dated and role == "time" and label[:4].isdigit() and not _OF_THINGS.match(text, match.end()):
            context = int(label[:4])
        period = Period(
            label=label, start=match.start(), end=match.end(), basis=basis, role=role, dated=dated
        )
        if (match["quarter"] or match["month"]) and (listed := _listed(period, text)):
            if found and found[-1].end == listed[0].start and len(found[-1].label) == len("2024"):
                of_year = found.pop()  # 2024年一、二、三季度: the year is that of each
                listed = [replace(one, basis=of_year.basis, dated=of_year.dated) for one in listed]
                listed[0] = replace(listed[0], start=of_year.start)
            found += listed
            continue
        spanned = _spanned(found[-1], period, text, reference=reference) if found else None
        if spanned:
            context = year_told(spanned.label)
        found[-1:] = [spanned] if spanned else [*found[-1:], period]
    if reference is not None and (day := bare_day(text, reference)) is not None:
        label, start, end = day[0].isoformat(), day[1], day[2]
        found.append(Period(label=label, start=start, end=end, basis="relative"))
        found.sort(key=lambda one: one.start)
    return _in_one_year(found, reference, text) if reference and len(found) > 1 else found


def _listed(period: Period, text: str) -> list[Period]:
    parts = parts_listed(text, period.start, period.end, period.label)
    return [replace(period, label=label, start=start, end=end) for label, start, end in parts]


# 2018年签约的218个项目,截至9月底开工199个: of which year the projects are says nothing of the day
_OF_THINGS = re.compile(r"(?:全年)?新?(?:签约|引进|招引|落地)的[^。]{2,30},截[至止]")
_RISEN_AND = re.compile(r"(?:增长|增加|提高|提升|下降|减少)[\d.]+[%倍个家项][、,和]")
_TO = re.compile(rf"(?:起|开始)?{DASH}")
_RISES = re.compile(r"[^,;。\d]{0,12}?(?:增[长加幅]|下降|减少|变化|提高|[升涨降]|多了|少了)")


def _spanned(before: Period, period: Period, text: str, *, reference: date | None) -> Period | None:
    """2023年9月至2024年8月: from one part of a year to one of another is one period, not two."""
    opens = period.start + (text[period.start] in "到至")
    if not (before.dated and period.dated and _TO.fullmatch(text, before.end, opens)):
        return None
    whole = len("2024") in (len(before.label), len(period.label))
    compares = before.start and text[before.start - 1] in "从由" and _RISES.match(text, period.end)
    apart = whole or compares or before.role != "time"
    label = None if apart else span_label(before.label, period.label)
    if label is None:
        return None
    ahead = reference is not None and label_dates(period.label)[0] > reference
    basis = before.basis if before.basis == period.basis else "relative"
    role: Role = "deadline" if ahead else "time"
    return replace(period, label=label, start=before.start, basis=basis, role=role)


def _goes_on_comparing(found: list[Period], match: re.Match[str], text: str) -> bool:
    """比2012年、2013年分别增加, 比2023年增长48%、2022年增长14%: both years are only compared with."""
    before = found[-1] if found else None
    if before is None or before.role != "comparison":
        return False
    between = text[before.end : match.start()]
    risen = _RISEN_AND.fullmatch(between) and _SAME_TERM.match(text, match.end())
    return between in tuple("、和与") or bool(risen)


def _in_one_year(found: list[Period], reference: date, text: str) -> list[Period]:
    """三季度40亿元，四季度33亿元 in a paper of June: the second can only be last year's, and so is the first,
    though it begins soon, unless it is announced."""
    last = str(reference.year - 1)
    told = list(found)
    for at, one in enumerate(found):
        soon = one.role == "time" and not one.dated and label_dates(one.label)[0] > reference
        after = next((other for other in found[at + 1 :] if other.role == "time"), None)
        past = after is not None and not after.dated and after.label[:4] == last
        if soon and past and not _AHEAD.search(text[max(0, one.start - 12) : one.end + 10]):
            told[at] = replace(one, label=one.label.replace(str(reference.year), last))
    return told


def _month_told(period: Period) -> str:
    """The last month of what was named before (1—7月, 7月), "" for what does not end with one."""
    return label if re.fullmatch(r"\d{4}-\d\d", label := period.label[-7:]) else ""


_ITEM = re.compile(r"(?:^|[\s;。:])\d{1,2}\.$")


def _is_false(match: re.Match[str], text: str) -> bool:
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 2]
    if (match["months"] or match["month"]) and (before.isdigit() or before in tuple(".个+第")):
        return not _ITEM.search(text, 0, match.start())  # 3.7月份新签约: the third item is of July
    if match["quarter"] and (before == "每" or _is_of_a_series(match.group(), before, after)):
        return True
    if match["front"] and before in ("提", "之", "以"):  # 提前3个月
        return True
    titled = match["plan"] and match.group().endswith("规划") and after[:1] in tuple("中纲》")
    return bool(titled) or (bool(match["plan"]) and after[:1] in tuple("个家项"))


def _is_of_a_series(quarter: str, before: str, after: str) -> bool:
    """“百日攻坚”行动（第三季）: the third of a row of campaigns, whenever it was."""
    return before == "(" and after[:1] == ")" and quarter.startswith("第") and quarter.endswith("季")


_PEAK = re.compile(r"的?(?:单月|同期|历史)?(?:最|新[高低]|首次|第[一二三]次)")


_OVER = tuple("超 超过 超过了 超出 高于 低于 接近 逼近 追平 赶超 不及 多于 少于".split())
_AS_A_WHOLE = re.compile(
    r"的?(?:同期|总和|总量|总数|总额|全部|全年|整年|水平|之和)*(?=[,;。]|$)|(?:同期|全年)?(?=\d)"
)


_SET_AGAINST = re.compile("比(?![重例值率])")


def _compared(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 4) : match.start()], text[match.end() : match.end() + 4]
    if _COMPARED.search(before) and not before.endswith(("同", "与")):
        return True
    if before.endswith(("与", "和", "跟", "同")) and _SET_AGAINST.match(after):  # 与上年比，分别回落
        return True
    if text.startswith(("持平", "相当", "基本持平"), match.end()):  # 与去年持平
        return True
    if before.endswith(_OVER) and _AS_A_WHOLE.match(text, match.end()):  # 已超去年全年，达21.3亿元
        return True
    if match["since"] and _PEAK.match(text, match.end()):  # 增速达2020年9月以来最高值
        return True
    return bool(_SAME_TERM.match(after)) and (after.startswith(("同期", "同月", "相比")))


def _resolve(
    match: re.Match[str], reference: date | None, context: int | None, text: str
) -> tuple[str, Basis, bool, Role] | None:
    if match["plan"]:
        first = _PLANS[match["plan_n"]]
        if match["plan_end"]:
            return str(first + 4), "explicit", False, "deadline"
        return f"{first}..{first + 4}", "explicit", False, "time"
    if match["years"]:
        return (
            (f"{match['y1']}..{match['y2']}", "explicit", True, "time") if match["y1"] < match["y2"] else None
        )
    if match["iso"]:
        day = day_of(int(match["iy"]), int(match["im"]), int(match["id"]))
        return None if day is None else (day.isoformat(), "explicit", True, "time")
    if match["now"]:
        if reference is None or not match["until"]:
            return None
        return since_new_year(reference), "relative", False, "time"
    if match["past"]:  # said early in a year, of the year before
        early = reference is not None and reference.month <= 3
        return (str(reference.year - 1), "relative", True, "time") if reference and early else None
    if match["this"] or match["thisyear"]:
        return None if reference is None else _this(match, reference)
    return _dated_part(match, reference, context, text)


def _this(match: re.Match[str], reference: date) -> tuple[str, Basis, bool, Role]:
    if match["thisyear"]:
        return since_new_year(reference), "relative", False, "time"
    back = 1 if match["this"].startswith("上") else 0
    if "季" in match["this"]:
        index = reference.year * 4 + (reference.month - 1) // 3 - back
        return f"{index // 4}-Q{index % 4 + 1}", "relative", False, "time"
    index = reference.year * 12 + reference.month - 1 - back
    return f"{index // 12}-{index % 12 + 1:02d}", "relative", False, "time"


def _dated_part(
    match: re.Match[str], reference: date | None, context: int | None, text: str
) -> tuple[str, Basis, bool, Role] | None:
    printed = match["year"] is not None
    year = _year(match, reference, context)
    if match["since"] and not _has_part(match):
        if reference is None or year is None:
            return None
        if year == reference.year:
            return since_new_year(reference), "relative", printed, "time"
        if year == reference.year - 1:  # 去年以来 tells of last year's work
            return str(year), "relative", True, "time"
        return until_now(str(year), reference), "relative", True, "time"
    if year is None:
        year = _guess_year(match, reference, text)
    if year is None:
        return None
    label = part_label(match, year)
    if label is None:
        return None
    due = match["until"] in ("到", "至")
    if due and reference is not None and year <= reference.year:
        due = _RISEN_TO_ITS.search(text, 0, match.end()) is None
    deadline = due or _is_deadline(match, text)
    from_new_year = match["until"] in ("截至", "截止", "截止到")
    if from_new_year and (last := last_month(label)):
        label = month_range(year, 1, last) or label
    elif match["since"] or _TO_NOW.match(text, match.end()):
        if reference is None:
            return None
        label = until_now(label, reference)
    basis: Basis = "explicit" if printed else "relative"
    return label, basis, printed or bool(match["word"]), "deadline" if deadline else "time"


_TO_NOW = re.compile(r"(?:底|末|起|开始)?至今(?!年)")
# 由2021年的18个增加到2023年的41个 tells what 2023 brought, and not what is due by then.
_RISEN_TO_ITS = re.compile(
    r"(?:增加|增长|上升|提高|提升|扩大|发展|攀升|跃升|升|增|减少|下降|降低|降|减)[到至](?:\d{4}|[今去前]|上)年(?:[底末]|同期)?的?$"
)


def _is_deadline(match: re.Match[str], text: str) -> bool:
    return text[match.end() : match.end() + 1] == "前" and not text.startswith(("前后", "前进"), match.end())


def _has_part(match: re.Match[str]) -> bool:
    return any(
        match[name]
        for name in ("quarter", "january", "half", "front", "days", "day", "months", "month", "whole")
    )


def _year(match: re.Match[str], reference: date | None, context: int | None) -> int | None:
    if match["year"]:
        raw = match["year"]
        return int(raw) if raw.isascii() else int("".join(str(DIGITS[char]) for char in raw))
    word = match["word"]
    if word in ("当年", "同年"):
        return context or (reference.year if reference else None)
    if word and word.startswith("过去"):  # of a report of spring, the year before
        return reference.year - 1 if reference is not None and reference.month <= _SPRING else None
    told = context is not None and reference is not None and context <= reference.year
    if word in _BESIDE_THE_YEAR_TOLD and told and context is not None:
        return context + _WORD_YEARS[word]  # 2024年…，由上年的310亿元, in a paper of 2025
    if word:
        return None if reference is None else reference.year + _WORD_YEARS[word]
    return None if match["whole"] and not reference and not context else _carried(match, reference, context)


def _carried(match: re.Match[str], reference: date | None, context: int | None) -> int | None:
    """The year of a part without one: the year named just before, when it is this year or a past one."""
    if context is None or reference is None or context > reference.year:
        return None if context is None or reference is not None else context
    # 2月26日 beside a look back at 2024 is this year's, 12月18日 of a paper of January not of its own
    of_a_day = match["day"] or (match["month"] and context == reference.year)
    return None if of_a_day else context


def _guess_year(match: re.Match[str], reference: date | None, text: str) -> int | None:
    """A part without a year is this year's, or last year's where it would otherwise lie ahead unannounced."""
    if reference is None:
        return None
    label = part_label(match, reference.year)
    if label is None:
        return None
    begins = label_dates(label)[0]
    if begins <= reference or match["whole"] or match["half"]:
        return reference.year
    near = text[max(0, match.start() - 12) : match.end() + 10]
    ahead = bool(_AHEAD.search(near) or _AIMS.match(text, match.end())) or (begins - reference).days < 45
    ahead = ahead or _is_due(match, text)
    ahead = ahead or str(reference.year) in text[match.end() : match.end() + 6]  # 10月举办2025年大会
    return reference.year if ahead else reference.year - 1


_FINISHED = re.compile(
    r"(?:前)?(?:全面|全部|正式|整体|即?可)?(?:投产|建成|竣工|完工|投用|交付|达产|试生产|封顶)"
)


def _is_due(match: re.Match[str], text: str) -> bool:
    """6月底投产 of a paper of April: by when it is to be, for what was done is told with 已 or 于."""
    due = match.group().endswith(("底", "末")) and not text.endswith(
        ("已", "于", "在", "年"), 0, match.start()
    )
    return due and _FINISHED.match(text, match.end()) is not None
