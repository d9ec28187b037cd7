"""What does a figure of one project measure, apart from who pays for it and where it stands?"""

from __future__ import annotations

import re

from ingest.ledger.cast import Cast
from language.quantity import Quantity

_MADE = ("年产", "日产", "年加工", "日处理", "年处理", "年屠宰")
_CLASS = re.compile(
    r"(?:生产|建设|扩建|改扩建|新建|技改|加工|制造|配套|产业化)*(?:项目|生产线|产线|基地|工程|工厂)?(?:[(]?[一二三四五六]期[)]?)?$"
)
_KIND = r"(?:计划|协议|合同|意向|固定资产|设备|预计|概算|首期|[一二三四]期|累计|已|完成|追加|总)*"
_PAID_BY = re.compile(
    rf"^.*(?:由|位于|坐落|共建|引进|招引|引入|签约|签下|签订|在|了|拟)[^,;。、\d]*?(?={_KIND}(?:投资额?|[出斥]资)$)"
)


def output_in_name(quantity: Quantity, cast: Cast) -> str:
    """年产改性沥青 of 年产20万吨改性沥青项目: what a name says is made; "" for any other figure."""
    if not cast.text.endswith(_MADE, 0, quantity.outer_start):
        return ""
    made = next(one for one in _MADE if cast.text.endswith(one, 0, quantity.outer_start))
    within = (
        one
        for one in cast.names
        if one.kind == "project" and one.start < quantity.start and quantity.end < one.end
    )
    name = next(within, None)
    return f"{made}{_CLASS.sub('', cast.text[quantity.outer_end : name.end])}" if name is not None else ""


_MAY_INVEST = re.compile("[投出斥]资|期$")
_PHASE = re.compile("[一二三四五首]期")


def invested_in(metric: str, quantity: Quantity, cast: Cast, *, subject: str) -> str:
    """总投资 of 由甲公司总投资 and of 位于某县的总投资, 年度计划投资 of 今年计划投资, of a project."""
    if not _MAY_INVEST.search(metric):
        return metric
    if not any(one.kind == "project" and one.text == subject for one in cast.names):
        return metric
    if _PHASE.fullmatch(metric):
        return f"{metric}投资"  # 一期15亿元已投产
    return "年度计划投资" if is_of_one_year(quantity, cast.text) else _PAID_BY.sub("", metric)


_OF_ONE_YEAR = re.compile(
    r"(?:年度|[当今明]年|20\d\d年度?)内?(?:计划|预计|拟|将)(?:完成)?投资(?:约|达|超|近|为)*$"
)


def is_of_one_year(quantity: Quantity, text: str) -> bool:
    """Whether an amount is what one year is to bring of a project: 今年计划投资9亿元."""
    return "年" in text and _OF_ONE_YEAR.search(text, 0, quantity.outer_start) is not None
