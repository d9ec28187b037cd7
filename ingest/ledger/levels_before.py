"""Of which level told right before is a change, a goal or a share: 甲县61.3亿元，增长9.7%，完成任务的59%?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.ledger.measures import LENGTH
from ingest.ledger.metric_words import without_aim
from language.quantity import unit_kind
from language.value import replace
from vectorstore.ledger_rows import Figure

_CHANGE_ALONE = re.compile(
    r"(?:增幅|增速|降幅|占比|比重)?(?:方面)?(?P<way>(?:同比|环比|比上年|较上年|同期)?(?:[多少]增|增长|下降|提高|上升|增|降|增加|减少))(?:增长|下降)?"
    r"|(?P<way2>(?:高于|低于|超过?|快于)?(?:年度|全年|预期)?(?:目标)?(?:(?:增[速幅]|[降跌涨]幅)(?:[高低快慢]于[一-鿿]{0,4}目标)?)(?:目标)?(?:加快|放缓|回落|提高|提升|回升|下降|收窄|扩大)?)"
)
_WAY = re.compile(
    r"(?:同比|环比|[比较][上去]年(?:同期)?)*(?:增[长加速幅]|[多少]增|下降|提高|上升|减少|增|降)$"
)


_POINTS = "个百分点"


def _is_next(figure: Figure, before: Figure) -> bool:
    """27.2% of 同比分别增长28.8%、27.2%、23.2%: a change of something else, with no words of its own."""
    between = before.quote[
        before.raw_start - before.start + len(before.raw) : figure.raw_start - figure.start
    ]
    return before.is_growth and between in ("、", "，", ",", "和", "与")


def _without_its_change(figure: Figure) -> str:
    return _WAY.sub("", figure.metric) if figure.is_growth else figure.metric


_RIGHT_BEHIND = re.compile(
    r"[，,、](?:同比|环比|[比较][上去]年(?:同期)?)*(?:增长|下降|提高|增加|减少|上升|[增降])(?:了|约|近|超)*"
)


_OF_ITS_AIM = re.compile(  # 已完成投资7.6亿元，占年度计划的84.4%
    r"[，,、](?:占|完成|为|达到?)(?:全年|年度|今年)?(?:总投资|(?:投资)?(?:目标|计划|任务)(?:任务|投资)?)的(?:约|近|超)*"
    r"|[，,、](?:投资完成率|完成率|资金到位率|到位率)(?:为|达到?)?"
)


def of_the_same_owner(figure: Figure, told: Sequence[Figure]) -> Figure:
    """甲项目一季度实现产值2.1亿元，同比增长34%: what grew is that project's, whatever leads the sentence."""
    before = told[-1] if told and told[-1].start == figure.start else None
    if before is None or before.subject in (figure.subject, before.place) or before.is_growth:
        return figure
    if unit_kind(figure.unit) != "rate" and not figure.is_growth:
        return figure
    between = figure.quote[
        before.raw_start - before.start + len(before.raw) : figure.raw_start - figure.start
    ]
    if (_RIGHT_BEHIND if figure.is_growth else _OF_ITS_AIM).fullmatch(between) is None:
        return figure
    return replace(figure, subject=before.subject, place=before.place)


def change_of(figure: Figure, told: Sequence[Figure]) -> Figure:
    """乙县61.3亿元，增长9.7%: a change that names no measure is of what stands right before it, and so is
    another change of it: 同比增长12.5%、环比增长8.1%, 增速比一季度加快1.2个百分点."""
    alone = _CHANGE_ALONE.fullmatch(figure.metric) if figure.is_growth else None
    own = (row for row in reversed(told) if row.unit != _POINTS and row.subject == figure.subject)
    before = next(own, None) if alone else None
    if alone is None or before is None or (told[-1].subject == figure.subject and _is_next(figure, told[-1])):
        return figure
    changed = replace(figure, metric=f"{_without_its_change(before)}{alone['way'] or alone['way2']}")
    if changed.period:
        return changed
    return replace(changed, period=before.period, period_basis=before.period_basis)


_CHANGED = re.compile(r"(?P<of>.+?)(?P<way>(?:[同环]比)?(?:增加|减少))")


def change_in_its_unit(figure: Figure, told: Sequence[Figure]) -> Figure:
    """签约项目64个，签约金额213亿元，比上年同期增加9个、38亿元: each change is of what has its unit."""
    changed = _CHANGED.fullmatch(figure.metric) if figure.is_growth else None
    levels = [row for row in told if not row.is_growth and row.subject == figure.subject]
    if changed is None or not levels or unit_kind(figure.unit) not in ("count", "money"):
        return figure
    alike = next((row for row in reversed(levels) if row.unit == figure.unit), None)
    of_another = levels[-1].metric == changed["of"] and levels[-1].unit != figure.unit
    return replace(figure, metric=f"{alike.metric}{changed['way']}") if alike and of_another else figure


_GOAL_ALONE = re.compile(
    r"提前[^,，;；。\d]{1,6}完成(?:目标|任务)|"
    r"[仅只]?(?:超额|率先|提前(?:[一二两三四五六\d]+个?(?:月|季度|天|周))?)*(?:(?:完成)?(?:年度|全年|年)(?:目标|任务|计划)|完成(?:目标|任务)任务)(?:任务)?"
)
_GOAL_BESIDE = re.compile(r".*\d[^()（）]{1,4}[(（](?:年度|全年)?(?:目标|任务|计划)(?:任务|目标)?[数值]?")


def goal_of(figure: Figure, told: Sequence[Figure]) -> Figure:
    """乐都区28.36亿元，完成年度任务（48亿元）的59.08%: the goal and its share are of what was done."""
    if told and _GOAL_BESIDE.fullmatch(figure.metric):  # 引进优强企业24家（任务数20家）
        return replace(figure, metric=f"{told[-1].metric}年度目标")
    aimed = next((row for row in told if row.modality == "target" and row.subject == figure.subject), None)
    if figure.metric == "完成" and aimed is not None and unit_kind(figure.unit) == "rate":
        return replace(figure, metric=f"{without_aim(aimed.metric)}完成年度目标")  # 任务35亿元，…，完成76%
    if not _GOAL_ALONE.fullmatch(figure.metric) or figure.is_growth:
        return figure
    done = [row for row in told if row.subject == figure.subject and row.modality == "actual"]
    levels = [row for row in done if unit_kind(row.unit) != "rate" and not row.is_growth]
    if not levels:
        return figure
    share = "完成" if unit_kind(figure.unit) == "rate" else ""
    return replace(figure, metric=f"{levels[-1].metric}{share}年度目标")


_IN_BRACKETS = re.compile(
    r"(?P<whole>.*?)\d[\d.]*[^()（）\d]{1,4}[(（](?:(?:其中(?:包括)?|包括|包含)[:：,，]?"
    r"|(?=(?:计划)?(?:新建|续建|在建|扩建|技改|新开工)$))(?P<own>.*)"
)


def in_brackets(figure: Figure, told: Sequence[Figure]) -> Figure:
    """农业履约项目24个（其中新签约履约项目11个): the part in brackets is of what is counted before them."""
    match = _IN_BRACKETS.fullmatch(figure.metric)
    if match is None or not told:
        return figure
    whole, own = told[-1].metric, match["own"]
    if figure.metric.removesuffix(own).endswith(("(", "（")):  # 项目76项（新建48项，续建28项）
        return replace(figure, metric=f"{own}{whole}")
    shared = next((n for n in range(len(own)) if own[n:] and whole.endswith(own[n:])), len(own))
    head = whole.removesuffix(own[shared:]) if shared < len(own) else ""
    return replace(figure, metric=own if own.startswith(head) else f"{head}{own}")


_OF_IT = re.compile(r"完成|超进度|欠进度|同比|环比|增|降|下降|占")
_SHARE_BEFORE = re.compile(r"(?P<part>.{2,}?)占")  # 工业项目占签约项目数的68%，占签约总额的74%
_SHARE_TOLD = re.compile(r"(?:.*\d[^\d]{1,4})?(?P<share>占(?:比|.{1,16}))")


def _is_of_the_whole(figure: Figure) -> bool:
    """The 25 of 17个，占全部项目（25个）的68%: how many there are of which the share is."""
    end = figure.raw_start - figure.start + len(figure.raw)
    return figure.quote[end : end + 2] in ("）的", ")的")


def of_its_level(figure: Figure, told: Sequence[Figure]) -> Figure:
    """A rate with the measure in full that stands right before it: 国内省外到位资金226亿元，超进度5.7%; of
    到位资金19亿元，占总到位资金的4.6% too."""
    levels = [row for row in told if row.start == figure.start and unit_kind(row.unit) != "rate"]
    levels = [row for row in levels if row.subject == figure.subject]
    if unit_kind(figure.unit) != "rate" or not levels:
        return figure
    if len(levels) > 1 and _is_of_the_whole(levels[-1]):
        levels = levels[:-1]
    level, metric = levels[-1].metric, figure.metric
    if metric.startswith(("前者", "后者")):  # 前者占股40%，后者占股60%
        return figure
    if any(metric == f"{row.metric}占比" for row in levels):
        return figure  # each of several classes has its share told
    if (share := _SHARE_TOLD.fullmatch(metric)) is not None:
        other = _SHARE_BEFORE.match(told[-1].metric) if unit_kind(told[-1].unit) == "rate" else None
        return replace(figure, metric=f"{other['part'] if other else level}{share['share']}"[-LENGTH:])
    sizes = range(len(level) - 1, 1, -1) if level not in metric else ()
    size = next((n for n in sizes if metric.startswith(level[-n:]) and _OF_IT.match(metric, n)), 0)
    return replace(figure, metric=f"{level}{metric[size:]}"[-LENGTH:]) if size else figure
