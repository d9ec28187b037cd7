"""Of which part of a place's projects is a bare 总投资: 新材料产业签约74个，总投资286.5亿元?"""

from __future__ import annotations

import re
from dataclasses import replace

from language.quantity import unit_kind
from vectorstore.ledger_rows import Figure

_BARE = re.compile(
    r"(?:计划|协议|合同|预计|累计|新增|意向)*(?:总?投资(?:总?额)?|资金|到位(?:[市省内外]+资金|资金)?|金额)"
)
_DOING = r"(?:新?(?:签约|签订|签下|引进|招引|落地|落户)|新增|新设|累计|实现|完成)+"
_PART = re.compile(
    rf"^(?:{_DOING})?(?:\d[\d.]*亿元?以上|亿元以上)?(?P<part>.+?)(?:{_DOING})?(?:亿元以上)?(?:项目|企业)?(?:数量?|个数)?$"
)
_OF_ALL = re.compile(
    r"(?:新|招商|引资|产业|亿元|以上|重点|重大|优质|各类|全部|合同|协议|引进|签约|正式|\d|个|[省市区县]|数|类|的|投资|项目|工业|在建)*"
)
_STAGE_NAMES = ("开工", "竣工", "投产", "在建", "落地", "储备", "在谈")
_STAGES = tuple(f"{name}项目" for name in _STAGE_NAMES)
_STAGE = re.compile("|".join(_STAGE_NAMES))
_COMPARES = re.compile(r"[比较]|\d|增加|减少|增长|下降")
_LONGEST = 16
_MOST_BETWEEN = 14  # characters from the count to the amount: ，计划总投资


def of_the_part(figure: Figure, before: Figure | None) -> Figure:
    """The figure with the part it is of in its measure, where the count of that part stands right before."""
    if before is None or figure.is_growth or before.is_growth or unit_kind(figure.unit) != "money":
        return figure
    gap = figure.raw_start - before.raw_start - len(before.raw)
    beside = before.subject == figure.subject and before.start == figure.start and gap <= _MOST_BETWEEN
    if not beside or unit_kind(before.unit) != "count" or not _BARE.fullmatch(figure.metric):
        return figure
    part = part_counted(before.metric)
    if (
        part in _STAGES and "到位" in figure.metric
    ):  # 新投产266个，到位资金1568亿元: what came in is the place's
        part = ""
    return replace(figure, metric=f"{part}{figure.metric}") if part else figure


def part_counted(metric: str) -> str:
    """What a count is of beyond projects at large: 新材料产业 of 新材料产业签约, "" of 签约亿元以上项目."""
    if stage := _STAGE.match(metric):
        return _STAGES[_STAGE_NAMES.index(stage.group())]
    if _COMPARES.search(metric):
        return ""
    match = _PART.match(metric)
    part = match["part"] if match else ""
    return "" if _OF_ALL.fullmatch(part) or "的" in part or len(part) > _LONGEST else part
