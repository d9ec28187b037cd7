"""Of when is a number of a sentence told?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from ingest.ledger.cast import Cast
from ingest.ledger.held import names_an_event
from ingest.ledger.modality import is_growth
from ingest.ledger.narration import Line
from ingest.ledger.passing_times import (
    FROM,
    is_after,
    is_measured_by,
    is_since,
    names_a_plan,
    starts_a_rise,
    states_an_aim,
)
from language.period import Period
from language.period_label import contains, label_dates
from language.quantity import Quantity
from vectorstore.ledger_rows import PeriodBasis

_ONCE_BUILT = re.compile(r"(?:建成|投产|达产|满产|竣工|投用|运营)后")


def is_once_built(text: str, quantity: Quantity) -> bool:
    """Whether the number is told of what will be once something is built, which is of no time."""
    since = max(text.rfind(";", 0, quantity.start) + 1, quantity.start - 24)
    return _ONCE_BUILT.search(text, since, quantity.start) is not None


_YEARLY = re.compile(
    r"年度(?:计划|总投资|目标|任务|投资)|全年(?:的?计划|(?:预期|工作|招商)?目标|任务)|完成年(?:计划|目标|任务)"
)
_THEN = re.compile(r".(?:末|底|同期)?的?(?<=的)")
_DONE_IN_A_TERM = re.compile(
    r"签约|新签|签下|引进|招引|新增|完成|实现|落地|落户|开工|投产|竣工|举办|走访|拜访|会见|召开|洽谈|接待|到位|增长|下降|进出口|出口|进口|"
    r"实际使用|实际利用|兑现|培育|新建|派出|外出|组织|转化|营收|产值|税收|收入|投资|达到|分别|占|生产总值|增加值"
)
_COUNTS_WHAT_WAS_DONE = re.compile("新?(?:签约|引进|开工|落地|投产)的?(?:项目|企业)")  # 46个签约项目中
_PARTS_TOLD = re.compile(r"其中|(?:从|按|分)[^,;。]{1,10}(?:看|分|划分),")  # 从产业结构看，第一产业项目41个
_SO_FAR = re.compile(r"已(?:为|累计|先后|经)|先后|累计|至今|截至|目前")
_STANDING = re.compile(r"已|现有|拥有|共有|聚集|集聚|累计|在孵|在建|目前|总数|储备|常住|户籍|建筑面积|占地")


def _term(line: Line, quantity: Quantity, is_told_of_place: bool) -> Period | None:
    """沛县签约项目52个 of a report on half a year was done in that half."""
    begin, _ = line.cast.clause_at(quantity.start)
    if line.text.startswith("其中", begin):  # a part of 在建项目76个 is of no other time than the 76
        begin = line.cast.clause_before(begin)
    before, clause = line.text[: quantity.start], line.text[begin : quantity.end + 8]
    if line.term is not None and _RUNS_ON.search(clause) and _is_since_new_year(line.term):
        before, clause = before.replace("累计", ""), clause.replace("累计", "")
    standing = _STANDING.search(clause) or _SO_FAR.search(before)
    told = _DONE_IN_A_TERM.search(before) or _COUNTS_WHAT_WAS_DONE.match(line.text, quantity.end)
    done = (told or _PARTS_TOLD.match(line.text)) and not standing
    listed = any(
        mention.end <= quantity.outer_start
        and _IN_A_LIST.fullmatch(line.text, mention.end, quantity.outer_start)
        for mention in line.cast.mentions
    )
    return line.term if is_told_of_place and (done or listed) else None


# Below a title of two months 重点项目累计完成投资17亿元 is of these, not of all years.
_RUNS_ON = re.compile(r"累计(?:完成投资|新增|新签约|新引进|新开工)")


def _is_since_new_year(term: Period) -> bool:
    return len(term.label) > _A_YEAR and label_dates(term.label)[0].strftime("%m%d") == "0101"


_IN_A_LIST = re.compile(r"[(]?(?:\d[\d.]*[一-鿿]{1,3}[、,])?")  # 长泰区27个、138.2亿元
_RISEN = re.compile(r"(?:增长|增加|提高|提升|上升|扩大|下降|减少|降低|增|降)(?:到|至|为)了?$")


def _carried(line: Line, reference: date | None, *, done: bool) -> Period | None:
    """The time told before, but for one that is not over yet where something done is told: behind
    四季度要签下20个 of a paper of October, 签约46个 is not of that quarter."""
    carried = line.period
    if carried is None or not done or reference is None or len(carried.label) == _A_YEAR:
        return carried
    over = label_dates(carried.label)[1] - reference <= _SOON
    return carried if over or "-01.." in carried.label else None


_A_YEAR = 4
_SOON = timedelta(days=10)  # what a quarter brings is told a few days before its end


def time_of(
    line: Line,
    quantity: Quantity,
    *,
    reference: date | None,
    timeless: bool,
    is_told_of_place: bool,
    done: bool = False,
) -> tuple[str, PeriodBasis]:
    """The period label of a number ("" for none), and whether it is printed or worked out."""
    if timeless or _is_of_all_years(line.text, quantity):
        return "", "none"
    usable = _may_date(line.cast)
    if reference and quantity.kind != "rate" and _is_of_a_plan(line.cast, quantity):
        return _planned_for(line, quantity, usable, reference), "relative"
    if (begun := _where_a_rise_began(line.cast, quantity)) is not None:
        return begun.label, begun.basis
    if (same := _same_term_before(line, quantity)) is not None:
        return same, "relative"
    chosen = (
        _compared_with(line.cast, quantity)
        or _in_brackets(line.cast, quantity, usable)
        or _told_before(line.cast, quantity, usable)
        or _told_after(line.cast, quantity, usable)
        or _carried(line, reference, done=done)
        or _term(line, quantity, is_told_of_place)
    )
    return (chosen.label, chosen.basis) if chosen else ("", "none")


_IN_ALL = re.compile(r"累计[^,;。\d]*$")
_SINCE_EVER = re.compile(r"(?:历年|历史)(?:来)?[^,;。\d]*$")
_OF_ONE_YEAR = re.compile(  # 累计签约412个，其中今年新签97个: the 412 are of more years than this
    r"[^,;。\d]{0,10}(?:,(?:占|完成)[^,;。]{2,14}%)?[,(](?:其中(?:今年|当年|[去上]年|20\d\d年)(?!同期)|(?:今年|当年))"
    r"(?!以来)[^,;。\d]{0,12}(?<!目标)(?<!任务)(?<!计划)(?<!力争)(?<!预计)\d"
)


def _is_of_all_years(text: str, quantity: Quantity) -> bool:
    """Whether a number sums up all years so far: 历年累计投入11.7亿元."""
    if "累计" not in text and "历" not in text:
        return False
    if _SINCE_EVER.search(text, 0, quantity.outer_start):
        return True
    summed = _IN_ALL.search(text, 0, quantity.outer_start)
    return summed is not None and _OF_ONE_YEAR.match(text, quantity.outer_end) is not None


_LEADS_UP = re.compile(r"(?:增加|增长|提高|提升|上升|扩大|下降|减少|降低|[猛跃攀回]?[增降升])[到至]")


def _where_a_rise_began(cast: Cast, quantity: Quantity) -> Period | None:
    """生产总值从2011年的A增加到2016年的B；预算收入从C增加到D: C is of 2011, too."""
    opens = cast.text[quantity.outer_start - 1 : quantity.outer_start] in FROM
    if not opens or _LEADS_UP.match(cast.text, quantity.outer_end) is None:
        return None
    told = [one for one in cast.periods if one.end <= quantity.start]
    begun = [one for one in told if starts_a_rise(cast.text, one)]
    against = [one for one in told[-1:] if one.role == "comparison"]  # 较2022年翻了一番，由310亿元增至622亿元
    return next(iter((*reversed(begun), *against)), None)


def _may_date(cast: Cast) -> list[Period]:
    """The periods of a sentence but those that it only compares with or counts from."""
    return [
        period
        for period in cast.periods
        if period.role != "comparison"
        and not is_since(cast.text, period)
        and (not is_measured_by(cast.text, period) or states_an_aim(cast.text, period))
        and not names_an_event(cast, period)
        and not names_a_plan(cast.text, period)
    ]


def _is_of_a_plan(cast: Cast, quantity: Quantity) -> bool:
    begin, _ = cast.clause_at(quantity.start)
    opened = cast.text.rfind("(", begin, quantity.start) + 1
    within = cast.text[opened : quantity.outer_start] if opened else ""
    if within and ")" not in within:
        begin = opened  # 年度计划160亿元（1至9月完成118亿元）
    if _YEARLY.search(cast.text, begin, quantity.start):
        return True
    # 完成全年520亿目标任务的77.4%
    of_the_year = cast.text.endswith(("全年", "年度"), 0, quantity.outer_start)
    return of_the_year and cast.text.startswith(("目标", "任务", "的目标", "的任务"), quantity.outer_end)


_RISES_FROM = re.compile(r"(?:增长|增加|提高|提升|上升|扩大|下降|减少|降低|回落|多|少)")
_ASIDE = ("比", "较", "与", "同", "于", "和")  # what is told is only compared with that time


def _same_term_before(line: Line, quantity: Quantity) -> str | None:
    """去年同期签约78个 behind what ten months brought is of the same ten months of the year before."""
    text = line.text
    told = [period for period in line.cast.periods if period.end <= quantity.start]
    if not told or not text.startswith("同期", told[-1].end) or len(told[-1].label) != _A_YEAR:
        return None
    if is_measured_by(text, told[-1]):
        return None  # 达到去年同期的1.6倍，为89.6亿元
    if text[told[-1].start - 1 : told[-1].start] in FROM and _RISEN.search(text[: quantity.outer_start]):
        return None  # 从去年同期的69%上升到77%: the second is of this year
    own = next((one for one in reversed(told) if one.role == "time"), None) or line.period or line.term
    if own is None or text[told[-1].start - 1 : told[-1].start] in _ASIDE or is_growth(text, quantity):
        return None
    return own.label.replace(own.label[:_A_YEAR], told[-1].label)


def _planned_for(line: Line, quantity: Quantity, usable: Sequence[Period], reference: date) -> str:
    """The year of the paper, but in a look back the year that is looked back at."""
    begin, _ = line.cast.clause_at(quantity.start)
    told = [period for period in usable if period.end <= begin and len(period.label) == _A_YEAR]
    last = told[-1] if told else line.period or line.term
    return last.label if last and last.label == str(reference.year - 1) else str(reference.year)


def _compared_with(cast: Cast, quantity: Quantity) -> Period | None:
    """较2023年的74.6万辆: the figure is of the year it is told to be compared with."""
    rises = _RISES_FROM.match(cast.text, quantity.outer_end)  # 较前年68%提高3个百分点
    then = [
        one
        for one in cast.periods
        if _THEN.fullmatch(cast.text[one.end - 1 : quantity.outer_start])
        or (rises and one.end == quantity.outer_start)
    ]
    compared = then and cast.text[then[-1].start - 1 : then[-1].start] in ("比", "较")
    return then[-1] if compared else None


def _in_brackets(cast: Cast, quantity: Quantity, usable: Sequence[Period]) -> Period | None:
    """签约52个（1—6月）: the first period in the brackets behind it."""
    behind = (
        period
        for period in usable
        if period.start >= quantity.end
        and re.fullmatch(r"[^,。;]{0,8}[(]", cast.text[quantity.end : period.start])
        and not _DOES_WITHIN.match(cast.text, period.end)
    )
    return next(behind, None)


# 目标60亿元（上半年完成33.5亿元）: that half brought what stands behind it
_DOES_WITHIN = re.compile(r"[^()\d]{0,8}(?:完成|已|实现|到位|达到?|签约|引进|开工|落地)[^()\d]{0,8}\d")


def _told_before(cast: Cast, quantity: Quantity, usable: Sequence[Period]) -> Period | None:
    """The last period told before it, but for one at which a rise to it began."""
    before = [period for period in usable if period.end <= quantity.start]
    if ";" in cast.text and before and (part := _part_of_a_project(cast, quantity)):
        # 推迟至2025年3月；乙基地完成投资4.7亿元: the term set for one is not another's
        own = [one for one in before if one.start >= part]
        before = own if any(_UNTIL.search(cast.text, one.start - 1, one.end) for one in before) else before
    if "后," in cast.text:
        before = [one for one in before if not is_after(cast.text, one, quantity.start)]
    if _RISEN.search(cast.text[: quantity.outer_start]):  # 从去年的30个增加到45个: 45 is not of last year
        before = [period for period in before if cast.text[period.start - 1 : period.start] not in FROM]
    before = [
        one for one in before if one.end + 1 >= quantity.outer_start or not starts_a_rise(cast.text, one)
    ]
    if len(before) > 1 and _is_a_month_aside(cast, before[-2], before[-1], quantity):
        return before[-2]
    return before[-1] if before else None


_UNTIL = re.compile("(?<!截)[至到]")


def _part_of_a_project(cast: Cast, quantity: Quantity) -> int:
    """Where the part of a sentence about another project than the first begins, 0 where there is none."""
    part = cast.text.rfind(";", 0, quantity.start) + 1
    named = any(one.kind == "project" and part <= one.start < quantity.start for one in cast.names)
    return part if part and named else 0


def _is_a_month_aside(cast: Cast, term: Period, month: Period, quantity: Quantity) -> bool:
    """一季度新开工27个，3月份14个；新签约19个: behind the semicolon it is of the quarter again."""
    within = len(month.label) == len("2024-03") and "Q" not in month.label and len(term.label) > _A_YEAR
    return (
        within
        and month.label != term.label
        and contains(term.label, month.label)
        and ";" in cast.text[month.end : quantity.start]
        and ";" not in cast.text[term.end : month.start]  # 1月，签约5个；投产96个 opens a part of its own
    )


def _told_after(cast: Cast, quantity: Quantity, usable: Sequence[Period]) -> Period | None:
    _, end = cast.clause_at(quantity.start)
    after = (one for one in usable if quantity.end <= one.start < end and one.role == "time")
    told = next(after, None)
    bracketed = told is not None and cast.text[told.start - 1] == "("
    return None if told is None or (bracketed and _DOES_WITHIN.match(cast.text, told.end)) else told
