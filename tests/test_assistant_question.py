"""What a question asks for: numbers to call are no figures, words no places, not every wage is private."""

from __future__ import annotations

import pytest

from assistant.question import QuestionFrame
from assistant.understanding import understand
from language.place import learn_places

PLACES = learn_places("", known=["公安县", "长春市", "资源县", "崂山区", "长沙市"])
KNOWN = frozenset(place.name for place in PLACES.places)


def asked(text: str) -> QuestionFrame:
    return understand(text, places=PLACES, known=KNOWN, names=lambda _: (), today=lambda _: None)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("崂山区办税服务热线是多少？", False),
        ("举报电话是多少？", False),
        ("崂山区签约多少个项目？", True),
        ("热线一年接到多少个来电？", True),
    ],
)
def test_a_number_to_call_is_no_figure(question: str, number: bool) -> None:
    assert asked(question).asks_number is number


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("公安机关查处了多少起案件？", []),
        ("延长春节假期到哪天？", []),
        ("人力资源服务机构怎么招人？", []),
        ("公安县签约几个项目？", ["公安县"]),
        ("长春签约几个项目？", ["长春市"]),
        ("崂山一季度签约几个项目？", ["崂山区"]),
        ("推介会上崂山签了几个项目？", ["崂山区"]),
        ("长沙周边城市有哪些项目？", ["长沙市"]),
        ("“长沙周”签约几个项目？", []),
    ],
)
def test_words_are_no_places(question: str, names: list[str]) -> None:
    assert [place.name for place in asked(question).places] == names


@pytest.mark.parametrize(
    ("question", "declined"),
    [
        ("明天崂山天气怎么样？", True),
        ("王局长的工资是多少？", True),
        ("哪只股票会涨？", True),
        ("多少人因高温天气中暑？", False),
        ("一线人员的绩效工资怎么补贴？", False),
        ("春节加班工资按什么标准发放？", False),
        ("股票公开转让由哪家公司审核？", False),
    ],
)
def test_only_what_is_private_or_off_the_field_is_declined(question: str, declined: bool) -> None:
    assert asked(question).declined is declined


def test_a_year_that_two_of_its_parts_are_compared_in_is_no_third_period() -> None:
    frame = asked("崂山区2025年二季度比一季度多签多少个项目？")
    assert set(frame.all_period_labels) == {"2025-Q2", "2025-Q1"}
    assert asked("崂山区2025年比2024年多签多少个项目？").all_period_labels == ("2025", "2024")
