"""Of which part of a place's projects is a measure told: 新材料产业 of 新材料产业签约, 台资 of 台资项目?"""

from __future__ import annotations

import re
from functools import lru_cache

_DOING = (
    r"(?:新?(?:促成|达成|签约|签订|签下|引进|招引|落地|落户)|新增|新设|累计|一?共|实现|完成|列入|纳入|安排)+"
)
_PART = re.compile(
    rf"^(?:{_DOING})?(?:\d[\d.]*亿元?以上|亿元以上)?(?P<part>.+?)(?:{_DOING})?(?:亿元以上)?"
    r"(?:项目|企业)?(?:总?数量?|个数)?$"
)
_OF_ALL = re.compile(
    r"(?:[市省区县域国境][内外]|国内|\(|\)|实际|新|实施|招商|引资|产业(?!类)|固投|亿元|以上|重点|重大|大$|优质|各类|[本此这]次|全部|[十百千超过]?亿级?|现场|集中|当场|当天|合同|协议|高能级|引进|签约|正式|\d|个|[省市区县]|数|类|的|和|及|投资|当月|单月|当季|"
    r"项目|工业|在建|累计|完成)*"
)
STAGES = ("开工", "竣工", "投产", "在建", "落地", "储备", "在谈")
_STAGE = re.compile(
    rf"(?:(?:固投)?[\d.]*亿元及?以上的?)?(?:新?签约)?(?:新增|新|集中|现场|同步)?(?:优质|重点|重大)?(?P<stage>{'|'.join(STAGES)})"
)
_COMPARES = re.compile(r"[比较]|\d|增加|减少|增长|下降")
_LONGEST = 16
_QUOTED = re.compile(r"“[^”]*”(?=[一-鿿]{4})")
_OF_SO_MANY = re.compile(r"^\d+个(?=[^\d]*(?:园区|开发区)[^\d]*$)")
BARE_AMOUNT = re.compile(
    r"(?:计划|协议|正式|合同|签约|预计|累计|新增|意向|完成|(?:本?年度|当年)(?=计划|完成|投资))*(?:总?投资(?:总?额)?|(?:实际)?(?:利用|使用|吸收|引进)(?:[市省区县域境]外)?(?:项目)?资金|(?:项目)?资金|(?:实际)?进资|(?:实际)?(?:利用|使用|吸收|到账|到位|引进)?(?:[内外]资|[市省区县域境]外(?:到位)?(?:资金|内资))|(?:实际)?到位(?:[市省内外]+资金|资金)?|总?金额|引资总?额|引资|总?额)"
)


@lru_cache(maxsize=4096)
def part_counted(metric: str) -> str:
    """What a count is of beyond projects at large: 新材料产业 of 新材料产业签约, 开工项目 of 开工项目数.

    "" where it is of all: 签约亿元以上项目.
    """
    if stage := _STAGE.match(metric):
        return f"{stage['stage']}项目"
    metric = _AT_THIS.sub("", metric)
    counted = _AMONG.sub(
        "", _QUOTED.sub("", _OF_SO_MANY.sub("", metric))
    )  # 19个“三比一提升”重点园区新签约项目
    if _COMPARES.search(counted.replace("500强", "")):
        return ""
    counted = _SPELLED_SIZE.sub("10", counted)  # 百亿元以上项目 are of all, as 100亿元以上项目 are
    match = _PART.match(counted)
    part = match["part"] if match else ""
    return "" if _OF_ALL.fullmatch(part) or "的" in part or len(part) > _LONGEST else part


_AT_THIS = re.compile("^在?[本此这][届次][^,;。]{0,10}?上共?(?=.)")  # 在本届西洽会上共签约项目
_AMONG = re.compile("^.*?(?:涉及|包括|包含)(?=.)")  # 大会签约涉及外资项目
_SPELLED_SIZE = re.compile(r"^[十百千](?=[亿万]元?(?:以上|级))")


def amount_measured(metric: str) -> str:
    """What is measured of the part that an amount is of: 总投资 of 台资总投资; "" where it says none."""
    return next((one.group() for one in BARE_AMOUNT.finditer(metric) if one.end() == len(metric)), "")


@lru_cache(maxsize=4096)
def part_measured(metric: str) -> str:
    """The part that an amount is of: 台资 of 台资总投资; "" where it is of all."""
    amount, metric = amount_measured(metric), _AT_THIS.sub("", metric)
    part = metric.removesuffix(amount).strip() if amount else ""  # 新引进项目 合同投资 in a table
    return "" if _OF_ALL.fullmatch(part) and part not in WIDE_KINDS else part


# Parts where they are set beside other kinds, and elsewhere all that there are.
WIDE_KINDS = tuple(
    f"{kind}{what}" for kind in ("工业", "产业", "工业类", "合同", "协议") for what in ("", "项目")
)
