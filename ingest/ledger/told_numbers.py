"""Which numbers of a sentence are figures, and which name a group, a class or a unit?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.ledger.cast import Cast
from ingest.ledger.thresholds import threshold_of
from language.counted import items_beside
from language.divisions import PARTS
from language.naming import Name
from language.period import Period
from language.place import Mention
from language.proportions import find_proportions
from language.quantity import Quantity, find_quantities, is_size_range
from language.text import Span


def is_size(quantity: Quantity, text: str) -> bool:
    """百亿 of 百亿级项目2个 is no figure, and the class of one."""
    return quantity.spelled and quantity.unit == "亿" and bool(threshold_of(quantity, text))


# 六个重点区县的签约总投资合计1314.4亿元: the six are whose the sum is, and are no measure themselves.
_OWNERS_OF_NEXT = re.compile(
    rf"(?:重点|主要|主城|试点)?(?:{PARTS}|开发区|功能区|街道|乡镇)[^,;。]{{0,12}}?\d"
    rf"|[一-鿿]{{0,4}}?(?:{PARTS}|[区县市旗州])(?:中|里|内|当中)(?=[,:、])"  # 三个牧业县中，甲县47.9亿元
)


def is_figure(quantity: Quantity, cast: Cast) -> bool:
    """Whether the number says how much or how many of something there is."""
    start, end = quantity.start, quantity.end
    if not _counts(quantity, cast.text):
        return False
    if _overlaps(start, end, cast.periods) or _overlaps(start, end, cast.mentions):
        return False  # 三台 of 三台县 counts nothing
    # 百万吨 of 百万吨乙烯项目
    return not (quantity.spelled and any(_is_in_name(quantity, one, cast.text) for one in cast.names))


def _is_in_name(quantity: Quantity, name: Name, text: str) -> bool:
    """Whether a number is part of a name; that of 省外资金亿元以上项目46个 is a class."""
    sizes = bool(quantity.qualifier) and text[name.end : name.end + 1].isdigit()
    return name.start <= quantity.start and quantity.end < name.end and not sizes


def may_tell(text: str) -> bool:
    """Whether a sentence can tell a figure, whoever is told of in it."""
    counted = any(_counts(one, text) or is_size(one, text) for one in find_quantities(text))
    return counted or bool(find_proportions(text))


def _counts(quantity: Quantity, text: str) -> bool:
    """`is_figure`, as far as the words around the number tell."""
    kind, unit = quantity.kind, quantity.unit
    if kind == "duration" or (kind == "bare" and unit not in ("亿", "万")):
        return False  # most numbers: days, years, and what has no unit
    if quantity.spelled and kind_of_all(quantity, text):
        return False
    if is_size_range(quantity, text):
        return False
    if text.endswith(("序时进度(", "时序进度("), 0, quantity.outer_start):
        return False  # what all are measured by
    if _PICKS_PLACES.match(text, quantity.outer_end) and _BOUND.search(text[: quantity.start]):
        return False  # 开工率低于60%的有甲区: nobody's figure
    if kind == "bare":
        return True
    if unit == "项" and _NUMBERED_CLASS.match(text, quantity.end):
        return False  # 引进5020项目6个
    if unit == "股":  # by which shares are traded; what somebody holds is told in 万股
        return False
    if unit == "度" and quantity.value in (90, 180, 360):
        return False
    if quantity.spelled and _UNIT_TOLD.search(text[: quantity.start]):  # 单位：亿元 above a table
        return False
    if unit == "分" and quantity.spelled:  # 表现十分抢眼
        return False
    if unit == "级" or text.startswith("级", quantity.end):
        return False
    before = text[max(0, quantity.outer_start - 1) : quantity.outer_start]
    if unit in ("位", "名") and _RANKED.search(text[: quantity.outer_start]):
        return False
    if before == "后" and unit in ("位", "名"):
        return False  # 后三位是甲县、乙县: they are named
    if before in ("每", "第", "逐", "前") or text.startswith(("之一", "一个", "者"), quantity.end):
        return False
    if quantity.spelled and kind == "count" and quantity.value <= 1:
        return False
    if kind == "count" and _OWNERS_OF_NEXT.match(text, quantity.end):
        return False
    if quantity.spelled and kind == "count" and _is_group(quantity, text):
        return False
    return not (unit in ("期", "轮", "起", "级", "次", "路", "种", "类", "批") and quantity.spelled)


def _overlaps(start: int, end: int, others: Sequence[Period | Mention]) -> bool:
    return any(one.start < end and start < one.end for one in others)


def kind_of_all(quantity: Quantity, text: str) -> bool:
    """两项均居首位: both of what was just told."""
    if quantity.kind != "count":
        return False
    listed = quantity.value <= _FEW and _BEHIND_NAMES.search(text, 0, quantity.start)
    return bool(_BOTH.match(text, quantity.end) or (listed and _OF_THEM.match(text, quantity.end)))


# 列第二、三位; 增速较上半年前移2位
_RANKED = re.compile(
    r"第[一二三四五六七八九十\d]+[位名]?[、和与至]$|(?:前移|提升|上升|前进|后移|下降|跃升)了?(?:\d+[位名][、和])?$"
)
_NUMBERED_CLASS = re.compile(r"目(?:共|达|有)?\d+余?个")
_FEW = 5
_BEHIND_NAMES = re.compile(r"、[^,;。、\d]{2,16}$")  # 甲光电、乙新材两个项目总投资21亿元
_OF_THEM = re.compile(r"项目(?:计划)?总?投资")
_BOTH = re.compile(
    r"(?:指标|数据)?(?:均|都|双双|分别(?=总?投资|出资))|(?:个?项目)?(?:合计|共计|总计)(?:总?投资|金额|签约额)"
)
_BOUND = re.compile(r"(?:低于|高于|超过?|不足|突破|达到|少于|多于|未达到?)$")
_PICKS_PLACES = re.compile(
    r"(?:以上|以下)?的(?:[区县市]+|地区|地方|板块)?(?:有|是|为|包括|依次)|的(?:[区县市]+|地区|板块):?"
)
_UNIT_TOLD = re.compile(r"单位:[^,;。]{0,16}$")
_GROUP = re.compile(r"[^,;。:、（）()“”\"]{0,8}")
_LEAST_OF_GROUP, _MOST_OF_GROUP = 3, 20  # 两个千亿级产业 may well become three


def _is_group(quantity: Quantity, text: str) -> bool:
    """五个统筹（…）, “四张牌”: the name of a group whose members are told counts nothing that could grow."""
    noun = _GROUP.match(text, quantity.end)
    end = noun.end() if noun else quantity.end
    if text[quantity.start - 1 : quantity.start] in ("“", '"') and text[end : end + 1] in ("”", '"'):
        return True
    number = int(quantity.value)
    name = Span(start=quantity.start, end=end)
    return _LEAST_OF_GROUP <= number <= _MOST_OF_GROUP and items_beside(text, name, number) is not None
