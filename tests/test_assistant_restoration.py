"""What an elliptical remark leaves out comes back; what stands alone is left alone."""

from __future__ import annotations

import pytest

from assistant.conversation import stand_alone
from assistant.restoration import restored, stands_alone
from language.place import PlaceNames


@pytest.mark.parametrize(
    ("asked", "answered", "remark", "expected"),
    [
        pytest.param("你读过红楼梦吗", "读过", "它的作者是谁", "红楼梦的作者是谁", id="pronoun"),
        pytest.param(
            "白蛇传讲的是什么", "白蛇传是民间故事", "好看吗", "白蛇传好看吗", id="topic of both turns"
        ),
        pytest.param("有人推荐过长城", "长城人多", "为什么", "为什么长城", id="why"),
        pytest.param("嗯", "好的", "在吗", "在吗", id="nothing to restore"),
    ],
)
def test_the_topic_of_the_turns_before_comes_back(
    asked: str, answered: str, remark: str, expected: str
) -> None:
    assert restored(remark, asked=asked, answered=answered) == expected


@pytest.mark.parametrize(
    ("remark", "alone"),
    [
        pytest.param("杭州有什么好玩的", True, id="a name of its own"),
        pytest.param("作者是谁", False, id="a noun that every topic has"),
        pytest.param("他喜欢杭州吗", False, id="a pronoun beside a name"),
        pytest.param("白蛇传好看吗", True, id="the topic itself"),
    ],
)
def test_a_remark_with_a_topic_of_its_own_stands_alone(remark: str, alone: bool) -> None:
    assert stands_alone(remark, asked="白蛇传讲的是什么", answered="白蛇传是民间故事") is alone


def _nobody(_text: str) -> tuple[str, ...]:
    return ()


def test_general_talk_is_restored_and_the_fields_own_rules_keep_the_field() -> None:
    def asked(question: str, *history: str) -> str:
        turns = [
            {"role": role, "content": text}
            for role, text in zip(("user", "assistant"), history, strict=False)
        ]
        return stand_alone(question, history=turns, places=PlaceNames(), names=_nobody, topics=_nobody)

    assert asked("它的作者是谁", "你读过红楼梦吗", "读过[1]") == "红楼梦的作者是谁"
    assert asked("去年呢？", "今年签约了多少个项目？", "34个[1]") == "去年签约了多少个项目？"
