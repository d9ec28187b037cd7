"""What an elliptical remark leaves out comes back; what stands alone is left alone."""

from __future__ import annotations

import pytest

from assistant.followups.answering import answered_in_full
from assistant.followups.conversation import stand_alone
from assistant.followups.restoration import restored
from assistant.followups.standing import stands_alone
from assistant.followups.topics import topics_of
from language.place import PlaceNames


@pytest.mark.parametrize(
    ("asked", "answered", "remark", "expected"),
    [
        pytest.param("你读过红楼梦吗", "读过", "它的作者是谁", "红楼梦的作者是谁", id="pronoun"),
        pytest.param(
            "白蛇传讲的是什么", "白蛇传是民间故事", "好看吗", "白蛇传好看吗", id="topic of both turns"
        ),
        pytest.param("有人推荐过长城", "长城人多", "为什么", "为什么长城人多", id="why"),
        pytest.param("嗯", "好的", "在吗", "在吗", id="nothing to restore"),
        pytest.param("周末看什么", "看白蛇传", "这是电影", "白蛇传这是电影", id="brought up by the reply"),
        pytest.param("这部电影谁导演的", "李安", "他还拍过什么", "李安还拍过什么", id="a person answered"),
        pytest.param("我们去长城", "长城在哪儿", "北京啊", "长城在北京啊", id="the reply asked back"),
        pytest.param("你去长城吗", "不去", "为什么", "为什么不去长城", id="why not"),
        pytest.param("我失恋了", "好吧", "有点难过", "失恋有点难过", id="a doing where nothing is named"),
        pytest.param("吃豆花烤鱼", "好的", "辣吗", "豆花烤鱼辣吗", id="without what is done to it"),
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
        pytest.param("老师让学生写作文", True, id="two things of its own"),
        pytest.param("你最喜欢哪个角色", False, id="asks for one of its nouns"),
        pytest.param("有海报吗", False, id="no subject"),
        pytest.param("导演是谁", False, id="a noun of something else"),
        pytest.param("和杭州比呢", False, id="compared with a name"),
        pytest.param("是南京", False, id="a name without a subject"),
    ],
)
def test_a_remark_with_a_topic_of_its_own_stands_alone(remark: str, alone: bool) -> None:
    assert stands_alone(remark, asked="白蛇传讲的是什么", answered="白蛇传是民间故事") is alone


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        pytest.param("你知道自在独行吗", ["自在独行"], id="asked whether it is known"),
        pytest.param("午夜凶铃好看吗", ["午夜凶铃"], id="asked how it is"),
        pytest.param("河源有什么好玩的", ["河源"], id="asked what there is"),
        pytest.param("你知道这是谁吗", [], id="names none"),
        pytest.param("新买了iPhone12手机", ["iPhone12手机"], id="digits are kept"),
    ],
)
def test_a_turn_speaks_of_its_topics(text: str, topics: list[str]) -> None:
    assert [topic.text for topic in topics_of(text)] == topics


@pytest.mark.parametrize(
    ("question", "remark", "expected"),
    [
        pytest.param("长城在哪儿", "在北京", "长城在北京", id="its verb once"),
        pytest.param("白蛇传是谁演的", "不知道", None, id="not answered"),
        pytest.param("为什么去长城", "人少", None, id="a reason is no name"),
        pytest.param("长城是什么", "长城是一道墙", None, id="said in full already"),
        pytest.param("谁写的", "田汉", None, id="nothing before what is asked for"),
        pytest.param("长城在哪儿", "你问谁", None, id="asks back"),
    ],
)
def test_a_bare_answer_is_said_in_full(question: str, remark: str, expected: str | None) -> None:
    assert answered_in_full(remark, question=question) == expected


def _nobody(_text: str) -> tuple[str, ...]:
    return ()


@pytest.mark.parametrize(
    ("question", "history", "expected"),
    [
        pytest.param("它的作者是谁", ("你读过红楼梦吗", "读过[1]"), "红楼梦的作者是谁", id="general talk"),
        pytest.param(
            "去年呢？",
            ("今年签约了多少个项目？", "34个[1]"),
            "去年签约了多少个项目？",
            id="the field's own rules",
        ),
        pytest.param("好看吗", ("今年看过白蛇传吗", "看过"), "白蛇传好看吗", id="a period of any talk"),
        pytest.param(
            "为什么", ("引进了什么企业", "白蛇传公司[1]"), "为什么", id="the field is not restored by guess"
        ),
    ],
)
def test_general_talk_is_restored_and_the_fields_own_rules_keep_the_field(
    question: str, history: tuple[str, ...], expected: str
) -> None:
    turns = [
        {"role": role, "content": text} for role, text in zip(("user", "assistant"), history, strict=True)
    ]
    found = stand_alone(question, history=turns, places=PlaceNames(), names=_nobody, topics=_nobody)
    assert found == expected
