"""Which mention opens its clause, and is whom the clause tells of?"""

from __future__ import annotations

import re

from ingest.ledger.cast import Cast
from ingest.ledger.revised import without_source
from language.naming import Name
from language.place import Mention, Place
from language.year_parts import without_year_parts

LEAD_IN = re.compile(
    r"(?:其中|同时|此外|另外|目前|而|但|并|且|也|据(?:了解|统计|悉|介绍|测算)|数据显示|"
    r"统计显示|比如|例如|会上|当天|现场|近年来|这一次|不止于此|与此同时|"
    r"截至|刚刚过去的|过去的|全年|至此|如今|下一步|下步|接下来|首先|其次|最后|去年以来|"
    r"一直以来|多年来|眼下|年初|近期|近日|日前|最新|获悉|[“”\"'、,:;—\-·●■▶►◀▲▼◆□○•\s*#>|"
    r"()（）]"
    r"|[一二三四五六七八九十]{1,2}是|[一二三四五六七八九十]+、|"
    r"\(?[一二三四五六七八九十]+\)|\d{1,2}[.、]|[①-⑳])*$"
)
_ATTRIBUTE_OF = re.compile(r"(?:作为|身为|来自|位居)[^,;。]{0,40}的$")
_OF_A_COMPANY = re.compile(
    r"(?:[一-鿿]{2,6}?(?:企业|公司|集团|商会|会社|资本)|[一-鿿]{2,14}?(?:有限|股份)(?:责任)?公司)(?!\d|家|数|个)"
)
# 高新区与深圳锐光签订…: the second is no place that acts too.
_WITH_A_PARTNER = re.compile(
    r"[与和同][^,;。、]{2,24}?(?:正式|成功|举行|现场)*(?:签订|签署|签约|签下|达成|携手|共建|合作)"
)


# 29家央企与甲省签约64个项目: what firms that are only counted sign is the place's.
_FIRMS_AND = re.compile(r"\d余?家[^,;。\d]{0,10}(?:企|企业|公司|集团)[与同和]$")
_SIGN = re.compile(r"(?:新|集中|现场)?(?:签约|签订|签署|签下|达成)")
_PAPERS = ("日报", "晚报", "早报", "晨报", "发布讯", "新闻网", "网讯", "广播电视")


def leads(cast: Cast, start: int, end: int) -> bool:
    """Whether the mention opens its clause, or closes a 作为…的 before one."""
    begin, _ = cast.clause_at(start)
    prefix = cast.text[begin:start]
    if "家" in prefix and _FIRMS_AND.search(prefix) and _SIGN.match(cast.text, end):
        return True
    if prefix.endswith("以") and cast.text.startswith("为例", end):
        return True  # 以乙县为例，此次签约的项目包括…
    if prefix.endswith(("的", "的\n")) and _ATTRIBUTE_OF.search(prefix):
        return True
    if cast.text.startswith(_PAPERS, end) and _is_led_later(cast, end):
        return False  # 兰州日报讯 tells who reports, where the sentence is led by another place
    if _OF_A_COMPANY.match(cast.text, end) and cast.text[end - 1] not in "省市区县州旗盟":
        return False  # 台湾统晟企业投资 tells where a firm is from
    short = cast.text[end - 1] not in "省市区县州旗盟"
    if _OF_SOMEBODY.match(cast.text, end) or (short and _FIRM_OF_ITS_CITY.match(cast.text, end)):
        return False  # 浙江某纺织巨头拟斥资45亿元 tells where somebody is from
    if "商会" in cast.text and _A_CHAMBER.match(cast.text, end):
        return False  # 杭州市荆州商会揭牌 tells where the chamber sits
    following = cast.text[end : end + 1]
    if following == "," and prefix.endswith("在"):
        prefix, start = prefix[:-1], start - 1  # 在樊城区，一季度46个项目开工 is told of the district
    if _WITH_A_PARTNER.match(cast.text, end):
        following = ""
    if following in ("、", "和", "与", "及", "至") and (
        following == "至" or cast.text[end + 1 : end + 2] not in ("全", "各")
    ):
        return False  # one of several places: not the one
    before = without_source(without_periods(cast, begin, start))
    if before[:1] in _PRESS and ("讯" in before or "电" in before):
        before = _DATELINE.sub("", before)
    return bool(LEAD_IN.fullmatch(before))


_OF_SOMEBODY = re.compile(r"(?:[省市]的?)?(?:某(?!某)|[一两]家|客商|商人|老板|籍)")
# 百色果业、桂味食品两家分别投资…: a firm called after its city
_FIRM_OF_ITS_CITY = re.compile(
    r"[一-鿿]{0,4}?(?:[果药酒乳矿糖茶纸牧渔盐]业|食品|科技|股份|电子|电气|实业|化工|机械|材料|能源|重工|钢铁|水泥|[国交农]投)"
    r"(?=[、和与等]|[两三四五]家|(?:计划|拟|将|分别|共同)*(?:总?投资|出资|斥资)[\d约超]|与[^,;。]{2,16}(?:签|达成))"
)
_A_CHAMBER = re.compile(r"[一-鿿]{2,5}商会")


# 本报讯（记者 甲）石城县举办…: the paper's own words, before whom it tells of.
_DATELINE = re.compile(
    r"\s*(?:本[报刊网台]|新华社|中新社|中新网)[^,;。()]{0,12}?[讯电](?:\([^()]{0,40}\)|\s)*"
)
_PRESS = frozenset("本新中")


def is_a_site(mention: Mention, cast: Cast, focus: Place | None) -> bool:
    """Whether a county only tells where something is built, in its city's paper: 该市 behind
    在宜城市建设产业园 is the city."""
    within = focus is not None and mention.place.city == focus.name
    return within and cast.text.endswith(("在", "位于", "落户"), 0, mention.start)


def _is_led_later(cast: Cast, start: int) -> bool:
    province = "全省" in cast.text or "我省" in cast.text
    return province or any(leads(cast, m.start, m.end) for m in cast.mentions if m.start > start)


def without_periods(cast: Cast, begin: int, end: int) -> str:
    """`text[begin:end]` of the sentence without the words that name periods."""
    pieces, at = [], begin
    for period in cast.periods:
        if begin <= period.start and period.end <= end:
            pieces.append(cast.text[at : period.start])
            at = period.end
    return without_year_parts("".join([*pieces, cast.text[at:end]]))  # 上半年 of a paper without a year


def is_site(mention: Mention, name: Name, text: str) -> bool:
    """甲项目，播州经开区，总投资2亿元: where it stands, between commas right behind its name."""
    return (
        text.startswith(",", name.end) and mention.start == name.end + 1 and text.startswith(",", mention.end)
    )
