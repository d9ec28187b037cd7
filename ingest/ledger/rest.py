"""Which figures belong to no one place: 其余三县合计4个, 其他8个, 甲区、乙县签约额不足20亿元?"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from ingest.ledger.cast import Cast
from ingest.ledger.paired_measures import behind_its_place
from language.divisions import PARTS, WHOLE
from language.quantity import Quantity

_DIVISION = (
    rf"(?:{PARTS}|各?地|地区|地方|县|市|区|旗|州|盟|"
    r"城区|镇街|乡镇|镇|街道|园区|功能区|板块)"
)
_NUMBER = r"(?:\d+|[一二两三四五六七八九十]+)?个?"
_REST = re.compile(
    rf"(?:其余|其它|其他|剩余|余下|另外|另有)的?(?:各|几|所有)?{_NUMBER}(?P<places>{_DIVISION}(?![一-鿿]{{0,3}}的))?"
    r"(?=(?:均|都|则|也|仅|只|又|一)?(?:合计|总计|共计|共|总共|累计|签约|新签约?|落地|引进|招引|新增|开工|完成|到位|有|(?:应|更正|调整|修正)为|为|"
    r"达|分别|项目|协议|计划|总?投资)*(?:约|超|近|不足|不到)*\d)"
)
_LEFT = ("其余", "余下", "剩余", "剩下")
# but 其余9个为服务业项目 says which they are
_OF_ANOTHER_KIND = re.compile(
    r"(?:项目|企业)?(?!(?:均|都|全部)?(?:为|是)[一-鿿]{2,10}(?:项目|企业))(?:均|都|全|则|为|是|正|在|处于|前期|尚|还|未|仍|待|计划|预计|力争|拟|将)"
)
_OTHERS = ("其他", "其它", "其余")
_LISTED = 2
_LEAD = 2  # characters that may open a clause before the first of several places


@lru_cache(maxsize=512)  # asked again for every figure of the sentence
def _rests(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_REST.finditer(text))


# 每个县（市、区）力争引进1—2个过50亿元项目: of each of them, and no number of their city's
_EACH = re.compile("每个(?:县|市|区|镇|乡|街道|园区)[^,;。]{0,24}$")


def is_of_the_rest(quantity: Quantity, cast: Cast) -> bool:
    """Whether a figure belongs to places that the sentence does not name.

    Bare 其余8个 is theirs only behind a list of places; what names them (其余三县) is so anywhere.
    """
    if "每" in cast.text and _EACH.search(cast.text, 0, quantity.start):
        return True
    left = quantity.kind == "count" and cast.text.endswith(_LEFT, 0, quantity.outer_start)
    if left and _OF_ANOTHER_KIND.match(cast.text, quantity.end):
        return True  # 外资项目仅1个，其余33个均为内资: neither 外资 nor all of them
    found = [match for match in _rests(cast.text) if match.start() <= quantity.start]
    if not found:
        return False
    last = found[-1]
    if quantity.kind == "money" and cast.text.endswith(_OTHERS, 0, quantity.outer_start):
        return True  # 文化旅游产业9.4亿元；其他14亿元: of what is left unnamed, be it places or trades
    named = [mention for mention in cast.mentions if mention.end <= last.start()]
    told_since = any(last.end() <= mention.start < quantity.start for mention in cast.mentions)
    ends = re.search(r"[;。]", cast.text[last.end() : quantity.start])
    listed = len({mention.place.name for mention in named}) >= _LISTED
    return not told_since and not ends and (bool(last["places"]) or listed)


def is_of_several(quantity: Quantity, cast: Cast) -> bool:
    """Whether the clause tells a figure of several places at once: of both together or of either, and of
    neither alone nor of the city they lie in."""
    begin, _ = cast.clause_at(quantity.start)
    named = [mention for mention in cast.mentions if begin <= mention.start and mention.end <= quantity.start]
    opening = cast.clause_before(begin)
    if not named and _OF_EACH.match(cast.text, behind_its_place(opening, cast), begin):
        return True
    if not named and (_of_those_before(begin, cast) or _of_as_many(begin, cast)):
        return True
    if len(named) < _LISTED or named[0].start > begin + _LEAD:
        return False
    if _OF_EACH.match(cast.text, named[0].end, quantity.end + _NEXT):
        return True
    joined = all(
        cast.text[one.end : other.start] in ("、", "和", "与", "及") for one, other in pairwise(named)
    )
    between = cast.text[named[-1].end : quantity.start]
    if len(named) == _LISTED and _DEALS.match(cast.text, named[-1].end):
        return False  # 甲县与上海电气签订2亿元的项目: 上海 is part of the name of whom it deals with
    return joined and not between.startswith("等") and not re.search(r"\d", between)


_DEALS = re.compile(
    r"(?![区县市州]|已|共|分|各|两|都|均|正|成功|联|今|上|在|于|就)[一-鿿A-Za-z]{2,8}?(?:签订|签署|签下|签约)"
)
_TOGETHER = re.compile(
    rf"(?:等?[一-鿿]{{0,2}}?(?:[两二三四五六七八九十]|\d+)个?{_DIVISION})?(?:合计|共计|总计|一共|共|总共|累计)[^,;。]*\d[^,;。]*,"
)
_NEXT = 6  # characters behind a count in which 项目 stands
_OF_EACH = re.compile(  # 甘南县飞鹤奶粉四期、克东县禹王大豆蛋白两个项目开工
    r"[^,;。、\d]{3,16}(?:[、和与][一-鿿]{2,7}[县市区旗][^,;。、\d]{3,16}?)+(?:\d+|[两二三四五六七八九十])个(?:重点|重大)?项目"
)
_AS_MANY = re.compile(rf"(?P<number>[两二三四五六七八九])个?{_DIVISION}(?!级)")
_NUMERALS = "〇一二三四五六七八九"


def _of_as_many(begin: int, cast: Cast) -> bool:
    """甲县4.7亿元，乙县3.9亿元；两县签约22个: as many as the sentence has named before have them together."""
    group = _AS_MANY.match(cast.text, begin)
    if group is None:
        return False
    named = {mention.place.name for mention in cast.mentions if mention.end <= begin}
    return len(named) == (2 if group["number"] == "两" else _NUMERALS.index(group["number"]))


_ANOTHER = re.compile(rf"{WHOLE}|其中|其余|其他")


def _of_those_before(begin: int, cast: Cast) -> bool:
    """甲、乙、丙三县合计签约19个，协议总投资87.5亿元: the amount is of the three together too."""
    segment = cast.text.rfind(";", 0, begin) + 1
    named = [mention for mention in cast.mentions if segment <= mention.start < begin]
    if len(named) < _LISTED or _ANOTHER.match(cast.text, begin):
        return False
    joined = all(
        cast.text[one.end : other.start] in ("、", "和", "与", "及") for one, other in pairwise(named)
    )
    return joined and bool(_TOGETHER.match(cast.text, named[-1].end))
