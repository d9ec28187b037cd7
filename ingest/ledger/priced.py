"""Which project is a bare amount the price of: 甲新材料项目超100亿元, 最大的是乙重卡项目，100亿元?"""

from __future__ import annotations

import re

from ingest.ledger.cast import Cast
from language.naming import Name
from language.quantity import Quantity

# Behind it an amount is of all that were named: 包括甲、乙等，总投资2367亿元
CLOSES_EXAMPLES = re.compile("(?:[、和及与][^,;。]{2,40})?等(?:一批)?(?:重大|重点)?(?:项目|企业)?,")
_SHORTEST = 6  # characters of a project's name: 文旅项目 is a class
_NEAR = 6  # characters: ，金额达
MEASURE = "投资额"  # as papers call what they leave out
_LEADS_TO = re.compile(r"[,(]?(?:总额|金额)?(?:达到?|高达|为|是)?")
_BEHIND = frozenset(("", ",", ";", "。", "、", ")", "!"))
_OF_ANOTHER = re.compile(r"销售|产值|营收|收入|贷款|授信|税|利润|融资|到位|成交|债|订单|补助|奖|亏损|募")
_BUILT = ("项目", "工程", "基地", "产业园", "生产线", "总部", "期")


def price_of(quantity: Quantity, cast: Cast) -> Name | None:
    """The project whose name stands right before an amount that says of nothing else what it is."""
    if quantity.kind != "money" or not cast.names:
        return None
    if cast.text.startswith("的", quantity.outer_end) and _DEALS.search(cast.text, 0, quantity.outer_start):
        led_to = (one for one in cast.names if one.start == quantity.outer_end + 1)
        return next((one for one in led_to if one.kind == "project" and _is_one(one)), None)
    if cast.text[quantity.outer_end : quantity.outer_end + 1] not in _BEHIND:
        return None
    if _OF_ANOTHER.search(cast.text, 0, quantity.outer_start):
        return None
    for name in cast.names:
        if name.kind != "project" or not name.end <= quantity.outer_start <= name.end + _NEAR:
            continue
        if _is_one(name) and _LEADS_TO.fullmatch(cast.text, name.end, quantity.outer_start):
            return name
    return None


# 与甲电气签订2亿元的风电塔筒项目
_DEALS = re.compile(
    r"(?:签订|签下|签署|签约|引进|招引|引来|落户|落地|开工|上马|改建|新建|在建)(?:了|总额|一个|价值|金额)*(?:约|达|超|近|逾)?$"
)


def _is_one(name: Name) -> bool:
    """Whether a name is of one project and no class: 风电塔筒项目, and not 文旅项目."""
    return len(name.text) >= _SHORTEST and name.text.endswith(_BUILT)
