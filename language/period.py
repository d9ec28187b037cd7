"""Which time does a phrase name? 今年一季度, 1—9月, 截至目前, 到2027年, resolved against a reference date.

Positions refer to the folded text given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from language.numeral import DIGITS, chinese_number
from language.period_label import label_dates, month_range, since_new_year, span_label, until_now, year_told

Basis = Literal["explicit", "relative", "none"]
Role = Literal["time", "deadline", "comparison"]

_DIGIT = "〇零一二三四五六七八九"
_YEAR = (
    rf"(?:(?P<year>(?:19|20)\d\d(?=年|[上下]半年|全年|前[{_DIGIT}\d两]个?[季月]|第?[一二三四1-4首]季度|[和与、](?:19|20)\d\d年)|[一二][{_DIGIT}]{{3}}(?=年))(?:年度?)?|"
    r"(?P<word>今年|本年度?|当年|同年|去年|上年|前年|明年|过去(?:的|这)?一年(?![半多])|(?<![本此首这该每一两二三四五六七八九十\d])次年(?!会)|后年(?![产销营税均利用])))"
)
_NUMBER = r"(?:1[0-2]|[1-9]|0[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:[12]\d|3[01]|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_DASH = r"(?:—+|–|-|~|至|到)"
_PART = (
    rf"(?P<quarter>(?:第?(?P<q>[一二三四1-4])|(?P<first>首|头一个|第一个))(?:季度|季(?!一))(?:末|底)?)"
    rf"|(?P<half>上半年|下半年)"
    rf"|(?P<front>(?:前|头|开年)(?P<front_n>{_NUMBER}|两|10|11)(?P<front_unit>个?季度|个月|月份?))"
    rf"|(?P<days>(?P<dm>{_NUMBER})月(?P<d1>{_DAY})日?{_DASH}(?:(?P<dm2>{_NUMBER})月)?(?P<d2>{_DAY})日)"
    rf"|(?P<day>(?P<m>{_NUMBER})月(?P<d>{_DAY})[日号])"
    rf"|(?P<months>(?P<m1>{_NUMBER})月?(?:份)?{_DASH}(?P<m2>{_NUMBER})月(?:份)?)"
    rf"|(?P<month>(?P<mm>{_NUMBER})月(?!{_DAY}[日号])(?!一(?!共|直|举)[一-鿿]{{2}})(?:份)?(?:上旬|中旬|下旬|初|底|末)?)"
    rf"|(?P<whole>全年|年内|年底|年末|年初|年终|岁末)"
)
_UNTIL = r"(?P<until>截至|截止到?|到|至)?"
_SINCE = r"(?P<since>以来)?"
_PATTERN = re.compile(
    rf"(?P<plan>“?(?P<plan_n>十[二三四五六七]五)”?(?:时期|期间|规划)?(?P<plan_end>期?末)?)"
    rf"|(?P<years>(?P<y1>(?:19|20)\d\d)年?{_DASH}(?P<y2>(?:19|20)\d\d)年)"
    rf"|(?P<iso>(?P<iy>(?:19|20)\d\d)[-./](?P<im>\d{{1,2}})[-./](?P<id>\d{{1,2}})(?!\d))"
    r"|(?P<past>(?:刚刚)?过去的?一年)"
    rf"|(?P<this>本月|当月|上月|上个月|本季度|当季|上季度|本季)"
    rf"|(?P<thisyear>年初以来|开年以来|新年以来)"
    # A year, a part of one, or both: the part may be missing only where a year (yy) was read.
    rf"|{_UNTIL}(?:(?P<now>目前(?!{_NUMBER}个?季度)|发稿|当前)|(?P<yy>{_YEAR}的?)?(?:{_PART}|(?(yy)|(?!)))(?:底|末|初)?{_SINCE})"
)
# What a period can open with, and what may stand behind it; trying the pattern nowhere else makes reading ten
# times as fast. One set comes first, so that the engine skips to its characters.
_OPENING = re.compile(
    r"[0-9一二三四五六七八九十今本当同去上下前头明次后第首全年岁截到至目发开新过刚“]"
    r"(?:(?<=[0-9])(?=\d{0,3}[年月季份—–\-~至到./]|\d{3}[上下全前首第一二三四1-4和与、][\d一-鿿])|(?<=[今去明次后同开新])(?=年)"
    r"|(?<=[一二三四五六七八九十])(?=[一二三四五六七八九十〇零月季份—–\-~至到])"
    r"|(?<=[到至])(?=[0-9一二三四五六七八九十今本当同去上下前明次后第首全年岁目发头开])"
    r"|(?<=[年岁])(?=[内底末初终])|(?<=[本当])(?=[年月季前])|(?<=上)(?=[年半月个季])"
    r"|(?<=[前头第])(?=[年0-9一二三四五六七八九十两])|(?<=[下首全截目发过刚“])(?=[半季年至止前稿去刚十]))"
)
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
_SPRING = 4
_COMPARED = re.compile(r"(?:较|比|与|同|相比于?)(?:20\d\d年|去年|上年|前年|往年)?$")
_SAME_TERM = re.compile(r"(?:同期|同月|相比|末(?:增|减|下降|提)|增长|增加|提高|提升|下降|减少)")
_AHEAD = re.compile(
    r"将|预计|计划|力争|(?<![虚模])拟|有望|争取|确保|前(?:完成|建成|投产|启用|制定|出台|开工|竣工|实现)|年底前|底前"
)

_AIMS = re.compile(r"[^。;]{0,40}?,(?:力争|争取|确保|预计|计划|(?<![虚模])拟)")


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
    for match in _matches(text):
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
        spanned = _spanned(found[-1], period, text, reference=reference) if found else None
        if spanned:
            context = year_told(spanned.label)
        found[-1:] = [spanned] if spanned else [*found[-1:], period]
    return _in_one_year(found, reference, text) if reference and len(found) > 1 else found


# 2018年签约的218个项目,截至9月底开工199个: of which year the projects are says nothing of the day
_OF_THINGS = re.compile(r"(?:全年)?新?(?:签约|引进|招引|落地)的[^。]{2,30},截[至止]")
_RISEN_AND = re.compile(r"(?:增长|增加|提高|提升|下降|减少)[\d.]+[%倍个家项][、,和]")
_TO = re.compile(rf"(?:起|开始)?{_DASH}")
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


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The same as `_PATTERN.finditer(text)`."""
    at = 0
    while opening := _OPENING.search(text, at):
        match = _PATTERN.match(text, opening.start())
        at = match.end() if match else opening.end()
        if match:
            yield match


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


def _compared(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 4) : match.start()], text[match.end() : match.end() + 4]
    if _COMPARED.search(before) and not before.endswith(("同", "与")):
        return True
    if text.startswith(("持平", "相当", "基本持平"), match.end()):  # 与去年持平
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
        day = _safe_date(int(match["iy"]), int(match["im"]), int(match["id"]))
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
    label = _part_label(match, year)
    if label is None:
        return None
    deadline = match["until"] in ("到", "至") or _is_deadline(match, text)
    from_new_year = match["until"] in ("截至", "截止", "截止到")
    if from_new_year and re.fullmatch(r"\d{4}-\d\d", label):
        label = month_range(year, 1, int(label[5:])) or label
    elif match["since"] or _TO_NOW.match(text, match.end()):
        if reference is None:
            return None
        label = until_now(label, reference)
    basis: Basis = "explicit" if printed else "relative"
    return label, basis, printed or bool(match["word"]), "deadline" if deadline else "time"


_TO_NOW = re.compile(r"(?:底|末|起|开始)?至今(?!年)")


def _is_deadline(match: re.Match[str], text: str) -> bool:
    return text[match.end() : match.end() + 1] == "前" and not text.startswith(("前后", "前进"), match.end())


def _has_part(match: re.Match[str]) -> bool:
    return any(
        match[name] for name in ("quarter", "half", "front", "days", "day", "months", "month", "whole")
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
    label = _part_label(match, reference.year)
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


def _part_label(match: re.Match[str], year: int) -> str | None:
    if match["quarter"]:
        index = 1 if match["first"] else "一二三四".find(match["q"]) + 1 or int(match["q"])
        return f"{year}-Q{index}"
    if match["half"]:
        return f"{year}-H{1 if match['half'] == '上半年' else 2}"
    if match["front"]:
        count = _small(match["front_n"])
        months = count * 3 if "季" in match["front_unit"] else count
        return month_range(year, 1, months) if months <= 12 else None
    if match["days"]:
        first = _safe_date(year, _small(match["dm"]), _small(match["d1"]))
        last = _safe_date(year, _small(match["dm2"] or match["dm"]), _small(match["d2"]))
        if first is not None and last is not None and last.month < first.month:  # 12月28日至1月3日
            last = _safe_date(year + 1, last.month, last.day)
        if first is None or last is None or last < first:
            return None
        return f"{first.isoformat()}..{last.isoformat()}"
    if match["day"]:
        day = _safe_date(year, _small(match["m"]), _small(match["d"]))
        return None if day is None else day.isoformat()
    if match["months"]:
        return month_range(year, _small(match["m1"]), _small(match["m2"]))
    if match["month"]:
        return f"{year}-{_small(match['mm']):02d}"
    return str(year)


def _small(raw: str) -> int:
    return int(raw) if raw.isdigit() and raw.isascii() else int(chinese_number(raw))


def _safe_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
