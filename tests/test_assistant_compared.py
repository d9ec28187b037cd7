"""Follow-ups that compare, share out or ask for more become whole questions; nothing else does."""

from __future__ import annotations

import pytest

from assistant.followups.compared import compared
from assistant.followups.conversation import stand_alone
from language.place import learn_places

PLACES = learn_places("合肥市肥西县、长丰县、庐阳区；徐州市铜山区、云龙区")
ONE = "铜山上半年签约了多少个亿元以上项目？"
OTHER = "云龙上半年签约了多少个亿元以上项目？"
AMONG = "铜山上半年签约亿元以上项目,其中制造业多少?"


@pytest.mark.parametrize(
    ("earlier", "text", "answer", "expected"),
    [
        pytest.param([ONE, OTHER], "哪个多？", "", "铜山和云龙上半年签约亿元以上项目哪个多？", id="two"),
        pytest.param(
            [ONE, OTHER, OTHER.replace("云龙", "庐阳")],
            "那哪个区最多？",
            "",
            "铜山、云龙和庐阳上半年签约亿元以上项目哪个最多？",
            id="three",
        ),
        pytest.param(
            [ONE], "和云龙比哪个多？", "", "铜山和云龙上半年签约亿元以上项目哪个多？", id="with-a-place"
        ),
        pytest.param(
            [ONE], "跟云龙相比呢？", "", "铜山和云龙上半年签约亿元以上项目相差多少？", id="by-how-much"
        ),
        pytest.param(
            ["铜山2024年一季度利用外资多少？"],
            "和二季度比呢？",
            "",
            "铜山2024年一季度和2024年二季度利用外资相差多少？",
            id="with-a-period-of-the-same-year",
        ),
        pytest.param(
            ["铜山2024年利用外资多少？"],
            "和去年比呢？",
            "",
            "铜山2024年利用外资比上年增长多少？",
            id="with-the-year-before",
        ),
        pytest.param([AMONG], "占比？", "", "铜山上半年签约亿元以上项目,其中制造业占比多少？", id="share"),
        pytest.param(
            ["铜山上半年签约亿元以上项目,其中制造业占比多少？"],
            "生命健康的呢？",
            "",
            "铜山上半年签约亿元以上项目,其中生命健康占比多少？",
            id="share-of-another-part",
        ),
        pytest.param(
            ["云岭基地在哪里？"],
            "还有别的外资项目吗？",
            "云岭基地：位于铜山区。[1]\n（庐阳区另有）",
            "铜山区有哪些外资项目？",
            id="others-where-the-answer-was",
        ),
    ],
)
def test_it_is_asked_of_what_was_asked_before(
    earlier: list[str], text: str, answer: str, expected: str
) -> None:
    assert compared(text, earlier, answer=answer, places=PLACES, names=lambda _: ()) == expected


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        pytest.param([], "哪个多？", id="nothing-before"),
        pytest.param([ONE], "哪个最多？", id="one-place-only"),
        pytest.param([ONE, "云龙上半年利用外资多少？"], "哪个多？", id="unlike-measures"),
        pytest.param([ONE], "占比？", id="a-share-of-what"),
        pytest.param([ONE], "云龙哪个园区最多？", id="a-whole-question"),
        pytest.param([AMONG], "云龙的呢？", id="another-place-is-no-part"),
        pytest.param(["落户奖励最高多少？"], "和铜山比呢？", id="no-place-to-compare"),
    ],
)
def test_what_compares_nothing_is_left_to_other_rules(earlier: list[str], text: str) -> None:
    assert compared(text, earlier, answer="", places=PLACES, names=lambda _: ()) is None


def _known(text: str) -> tuple[str, ...]:
    return tuple(name for name in ("星野产业园", "云岭储能项目") if name in text)


@pytest.mark.parametrize(
    ("history", "question", "expected"),
    [
        pytest.param(
            ["铜山前三季度签约多少个项目？"],
            "制造业占多少？",
            "铜山前三季度制造业占多少？",
            id="the-whole-period-not-its-end",
        ),
        pytest.param(
            ["铜山1—9月签约多少个项目？"],
            "开工了多少？",
            "铜山1—9月开工了多少？",
            id="months-from-and-to",
        ),
        pytest.param(
            ["星野产业园2024年签约多少个项目？"],
            "总投资多少？",
            "星野产业园2024年总投资多少？",
            id="a-park-in-its-year",
        ),
        pytest.param(
            ["铜山海发基金引进了多少个项目？"],
            "谁发起的？",
            "铜山海发基金谁发起的？",
            id="a-body-with-a-place-in-its-name",
        ),
        pytest.param(
            ["挂牌园区有几个？"], "在建项目多少个？", "挂牌园区在建项目多少个？", id="no-name-but-a-body"
        ),
        pytest.param(
            ["星野产业园什么时候开工？"], "云岭储能项目呢？", "云岭储能项目什么时候开工?", id="another-body"
        ),
        pytest.param(
            ["铜山上半年签约多少个项目？", "云龙上半年签约多少个项目？"],
            "上面两个加起来多少？",
            "铜山和云龙上半年签约项目加起来多少？",
            id="the-two-above",
        ),
        pytest.param(
            ["设备补贴最高多少？", "第二档呢？"],
            "贷款贴息呢？",
            "贷款贴息最高多少？",
            id="one-measure-for-another",
        ),
        pytest.param(
            ["星野产业园签约项目多少个？"], "那里有哪些项目？", "星野产业园有哪些项目？", id="there"
        ),
    ],
)
def test_officials_follow_ups_stand_alone(history: list[str], question: str, expected: str) -> None:
    turns = [{"role": "user", "content": text} for text in history]
    found = stand_alone(question, history=turns, places=PLACES, names=_known, topics=_known)
    assert found.replace("?", "？") == expected.replace("?", "？")


def test_this_district_is_the_one_told_last() -> None:
    turns = [
        {"role": "user", "content": "云岭储能项目在哪里？"},
        {"role": "assistant", "content": "云岭储能项目：位于铜山区。[1]"},
        {"role": "user", "content": "总投资多少？"},
        {"role": "assistant", "content": "云岭储能项目：总投资3亿元。[1]"},
    ]
    found = stand_alone("该区还有哪些项目？", history=turns, places=PLACES, names=_known, topics=_known)
    assert found == "铜山区有哪些项目？"
