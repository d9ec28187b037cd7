"""Whose mean does a figure give: 全省平均完成率78%, 长三角41个城市平均增长4.9%?"""

from __future__ import annotations

import re

from ingest.ledger.cast import Cast, Topic
from ingest.ledger.topics import PRONOUN, Scene, pronoun_topic
from language.quantity import Quantity

# 高于全国平均5.5个百分点 tells the city's distance from it.
_MEAN = re.compile(
    r"(?<![于过及到比较])(?:(?P<whole>全[省市区县州盟旗])"
    r"|(?P<name>全国|全球|长三角|珠三角|京津冀|大湾区|成渝地区|长江经济带|中部[六6]省|东北三省|[东中西]部地区))"
    r"(?:\d+个)?(?:[各省市县区]+|城市|地区)?的?平均[一-鿿]{0,8}$"
)


# 比全市平均水平（71.5%）高6.2个百分点: what stands in the brackets is the mean itself.
_MEAN_GIVEN = re.compile(
    r"(?:(?P<whole>全[省市区县州盟旗])|(?P<name>全国))(?:各?[省市区县]+)?的?平均(?:水平|值|数)?[(](?:为|是|约)?$"
)


def mean_topic(quantity: Quantity, cast: Cast, scene: Scene) -> Topic | None:
    """The whole whose mean stands right before a figure; None for any other figure."""
    begin, _ = cast.clause_at(quantity.start)
    if "平均" not in cast.text or quantity.unit == "倍":  # 是全市平均水平的1.5倍
        return None
    found = _MEAN.search(cast.text, begin, quantity.outer_start) or _MEAN_GIVEN.search(
        cast.text, 0, quantity.outer_start
    )
    if found is None:
        return None
    if found["name"]:
        return Topic(subject=found["name"], kind="organisation")
    whole = PRONOUN.match(cast.text, found.start("whole"))
    return pronoun_topic(whole, cast, scene) if whole else None
