"""Follow-ups that are an operation, a superlative, a doing or a measure alone become whole questions."""

from __future__ import annotations

import pytest

from assistant.followups.elliptical import completed
from language.place import learn_places

PLACES = learn_places("合肥市肥西县、长丰县、庐阳区；徐州市铜山区、云龙区")


@pytest.mark.parametrize(
    ("earlier", "text", "answer", "expected"),
    [
        pytest.param(
            ["合肥哪个区县到位资金最多？"], "那最少的呢？", "", "合肥哪个区县到位资金最少?", id="superlative"
        ),
        pytest.param(
            ["合肥哪个区县到位资金最少?"],
            "它新签了几个项目？",
            "2024年庐阳区最少，为175.5亿元。[1]",
            "庐阳区新签了几个项目？",
            id="first-of-a-ranking",
        ),
        pytest.param(
            ["合肥哪个区县到位资金最多？"],
            "协议投资额呢？",
            "",
            "合肥哪个区县协议投资额最多?",
            id="measure-of-a-ranking",
        ),
        pytest.param(
            ["徐州2025年哪条产业链签约项目最多？"],
            "到位资金呢？",
            "",
            "徐州2025年哪条产业链到位资金最多?",
            id="measure-of-rows",
        ),
        pytest.param(
            ["铜山区2025年6月利用外资多少？"],
            "哪个月最多？",
            "",
            "铜山区2025年利用外资哪个月最多？",
            id="which-month",
        ),
        pytest.param(
            ["徐州一季度新开工亿元以上项目多少个？"],
            "竣工呢？",
            "",
            "徐州一季度竣工亿元以上项目多少个?",
            id="another-doing",
        ),
        pytest.param(
            ["徐州一季度签约多少个亿元以上项目，总投资多少？"],
            "其中50亿元以上的呢？",
            "",
            "徐州一季度签约多少个50亿元以上项目",
            id="size-class",
        ),
        pytest.param(
            ["徐州一季度签约项目多少个？"],
            "那10亿以上几个",
            "",
            "徐州一季度签约10亿以上项目多少个",
            id="first-size-class",
        ),
        pytest.param(
            ["肥西和长丰谁的协议投资额大？"], "差多少？", "", "肥西和长丰协议投资额差多少？", id="two-places"
        ),
        pytest.param(
            ["徐州一季度利用外资多少？", "徐州上半年利用外资多少？"],
            "增加了多少？",
            "",
            "徐州一季度和上半年利用外资增加了多少？",
            id="two-periods-two-turns",
        ),
        pytest.param(
            ["铜山上半年签约了多少个项目？", "云龙上半年签约了多少个项目？"],
            "一共多少？",
            "",
            "铜山和云龙上半年签约项目一共多少？",
            id="two-places-two-turns",
        ),
        pytest.param(
            ["肥西和长丰协议投资额差多少？"],
            "到位资金呢？",
            "",
            "肥西和长丰到位资金分别是多少？",
            id="measure-of-two",
        ),
    ],
)  # fmt: skip
def test_a_short_follow_up_becomes_a_question(
    earlier: list[str], text: str, answer: str, expected: str
) -> None:
    assert completed(text, earlier, answer=answer, places=PLACES) == expected


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        pytest.param([], "差多少？", id="nothing-before"),
        pytest.param(["铜山区签约多少？"], "差多少？", id="one-thing-only"),
        pytest.param(["铜山区签约多少？"], "云龙区的总投资是多少？", id="a-whole-question"),
        pytest.param(["铜山区签约多少？"], "总投资呢？", id="one-place-is-left-to-the-plain-rule"),
        pytest.param(["铜山区签约多少？"], "它有多少家企业？", id="pronoun-after-no-ranking"),
    ],
)
def test_other_follow_ups_are_left_alone(earlier: list[str], text: str) -> None:
    assert completed(text, earlier, answer="铜山区67个。[1]", places=PLACES) is None
