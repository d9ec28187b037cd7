"""Of which level is each rate of a list told: 分别为58个、466亿元，同比分别增长9%和17%?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.ledger.cast import Cast
from language.quantity import Quantity, unit_kind
from language.value import replace
from vectorstore.ledger_rows import Figure

_RESPECTIVELY = re.compile(r"(?:同比|环比)?分别[^,;。\d]{0,14}$")
_GREW_ALIKE = re.compile(r"(?:同比|环比|比上年|较上年)(?:增长|下降|增|降)$")  # …同比增长11.5%、8.4%
_SHARES = re.compile(r"分别占[^,;。\d]{0,16}$")  # 23个，总投资118亿元，分别占在建项目总数和总投资的24%和23%
_SHARES_BEFORE = re.compile(
    r"占比重?分别(?:约|近)?(?:为|达到?|是)?$"
)  # 279个，投资额4158亿元，占比分别为56%、48%
_OF_THE_AIM = re.compile(r"(?:超额)?(?:完成|占)了?[^,;。\d]{0,8}(?:目标|任务|计划|进度)[^,;。\d]{0,4}的$")
_OF_AN_AIM = re.compile(r"(?:完成|占)[^,;。]{0,8}(?:目标|任务|计划)")
_OF_A_PACE = re.compile(r"完成(?:了)?(?P<pace>[^,;。\d]{0,8}进度)")
_CHANGE = re.compile(
    r"(?:(?:同比|环比|较|比)[^,;。\d]{0,8}?)?(?:增长|增加|提高|提升|上升|下降|减少|降低|多出|净增|增|降)$"
)


def respective_growth(kept: Sequence[Quantity], cast: Cast) -> dict[int, tuple[int, int]]:
    """By the start of each growth in a list behind 分别: its place in the list, and the list's length."""
    found: dict[int, tuple[int, int]] = {}
    at = 0
    while at < len(kept):
        listed = _listed_from(kept[at:], cast)
        if len(listed) > 1:
            found |= {one.start: (n, len(listed)) for n, one in enumerate(listed)}
        at += len(listed)
    return found


def _listed_from(kept: Sequence[Quantity], cast: Cast) -> list[Quantity]:
    """The first quantity and those that stand beside it in a list of growths or shares."""
    listed = [kept[0]]
    before = cast.text[: kept[0].outer_start]
    lead = _RESPECTIVELY.search(before) if "分别" in before else None
    told = lead is not None and any(way.search(lead.group()) for way in (_CHANGE, _OF_THE_AIM, _SHARES))
    told = told or (lead is not None and _SHARES_BEFORE.search(before) is not None)
    grew = kept[0].kind == "rate" and _GREW_ALIKE.search(before) is not None
    if not (told or grew):
        return listed
    for other in kept[1:]:
        if not re.fullmatch(r"[、,和与及]", cast.text[listed[-1].outer_end : other.outer_start]):
            break
        if grew and not lead and other.kind != "rate":
            break
        listed.append(other)
    return listed


_OWN_MEASURE = re.compile(
    r"[，,；;](?P<measure>(?:计划|协议|总)?投资额?|(?:合同|协议|签约)?金额|到位资金|产值)$"
)


def grown_of(figure: Figure, place: tuple[int, int], told: Sequence[Figure]) -> Figure:
    """The n-th growth of a list is of the n-th of the levels told right before it."""
    number, length = place
    of_rates = figure.unit == "个百分点"  # 履约率93%，开工率81%，分别提高2.6个、4.9个百分点
    levels = [row for row in told if not row.is_growth and (unit_kind(row.unit) == "rate") is of_rates]
    if len(levels) < length:  # 项目数、金额、开工率分别为18个、46亿元、72%，分别提高3个、12亿元、6个百分点
        levels = [row for row in told if not row.is_growth]
    levels = levels[-length:]
    if len(levels) < length or levels[number].subject != figure.subject:
        return figure
    level = levels[number]
    ahead, _, before = figure.quote[: figure.raw_start - figure.start].rpartition("分别")
    if _OF_AN_AIM.search(before):
        return replace(
            figure, metric=f"{level.metric}完成年度目标", threshold=level.threshold, is_growth=False
        )
    if (pace := _OF_A_PACE.match(before)) is not None:  # 分别完成开门红进度的255%和153%
        metric = f"{level.metric}完成{pace['pace']}"
        return replace(figure, metric=metric, threshold=level.threshold, is_growth=False)
    if before.startswith("占") or ahead.endswith(("占比", "占比重")):
        own = _OWN_MEASURE.search(ahead)  # 外资项目2个、民企项目28个，投资额分别占总额的7%、62%
        metric = f"{level.metric}{own['measure'] if own else ''}占比"
        return replace(figure, metric=metric, threshold=level.threshold, is_growth=False)
    change = _CHANGE.search(re.split(r"\d", before)[0]) or _CHANGE.search(figure.metric)
    metric = f"{level.metric}{change.group() if change else '增长'}"
    return replace(figure, metric=metric, threshold=level.threshold, is_growth=True)
