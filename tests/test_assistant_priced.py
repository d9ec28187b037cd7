"""Follow-ups that name another thing with a price, another taker of a grant, or ask after an aim."""

from __future__ import annotations

import pytest

from assistant.followups.compared import compared
from assistant.followups.of_a_grant import of_a_grant
from assistant.followups.priced import of_a_price
from language.place import learn_places

PLACES = learn_places("洛阳市涧西区；汕头市；芜湖市鸠江区")


@pytest.mark.parametrize(
    ("base", "text", "expected"),
    [
        ("洛阳工业用电价格多少？", "用水呢？", "洛阳工业用水价格多少?"),
        ("洛阳工业用电价格多少？", "那厂房租金呢？", "洛阳厂房租金多少?"),
        ("涧西区厂房租金是多少？", "写字楼呢？", "涧西区写字楼租金是多少?"),
        ("洛阳工业用电价格多少？", "涧西区呢？", None),
        ("洛阳工业用电价格多少？", "去年呢？", None),
        ("洛阳工业用电价格多少？", "用水价格多少？", None),
        ("洛阳签约项目多少个？", "总投资呢？", None),
    ],
)
def test_another_thing_takes_the_place_of_the_one_priced(base: str, text: str, expected: str | None) -> None:
    assert of_a_price(text, [base], places=PLACES) == expected


def test_another_taker_takes_the_place_of_the_first() -> None:
    base = "汕头跨国公司地区总部能拿多少奖励？"
    assert of_a_grant("研发中心呢？", [base], places=PLACES) == "汕头研发中心能拿多少奖励?"


def test_whether_the_aim_is_reached_is_asked_of_the_same_measure() -> None:
    asked = ["芜湖实际利用外资完成多少？"]
    reached = compared("完成目标了吗？", asked, answer="", places=PLACES, names=lambda _: ())
    assert reached == "芜湖实际利用外资完成目标了吗？"
    missing = compared("还差多少？", [*asked, reached], answer="", places=PLACES, names=lambda _: ())
    assert missing == "芜湖实际利用外资还差多少？"
