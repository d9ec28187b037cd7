"""Follow-up questions are made to stand alone: places, periods, measures and pronouns come from the turns
before."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.followups.conversation import stand_alone
from language.place import learn_places

PLACES = learn_places("青岛市即墨区、城阳区、莱西市、崂山区")
NAMES = ("启明储能电芯项目", "时代电服（青岛）科技有限公司")


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in NAMES if name[:4] in text)


def _asked(question: str, history: Sequence[str], *, answer: str = "") -> str:
    turns: list[dict[str, object]] = []
    for earlier in history:
        turns += [{"role": "user", "content": earlier}, {"role": "assistant", "content": answer}]
    return stand_alone(question, history=turns, places=PLACES, names=_names, topics=_names)


@pytest.mark.parametrize(
    ("history", "question", "expected"),
    [
        pytest.param([], "即墨区一季度签约多少？", "即墨区一季度签约多少？", id="nothing-before"),
        pytest.param(
            ["城阳区一季度签约了多少个项目？"], "即墨呢？", "即墨一季度签约了多少个项目？", id="another-place"
        ),
        pytest.param(
            ["城阳区2024年签约了多少个项目？"],
            "2025年呢？",
            "城阳区2025年签约了多少个项目？",
            id="another-year",
        ),
        pytest.param(
            ["城阳区2024年一季度签约多少？"],
            "2025年呢？",
            "城阳区2025年一季度签约多少？",
            id="year-keeps-its-quarter",
        ),
        pytest.param(
            ["启明储能电芯项目投资多少？"],
            "它什么时候开工的？",
            "启明储能电芯项目什么时候开工的？",
            id="pronoun",
        ),
        pytest.param(
            ["城阳区一季度签约了多少个项目？", "即墨呢？"],
            "莱西呢？",
            "莱西一季度签约了多少个项目？",
            id="two-turns-back",
        ),
        pytest.param(
            ["城阳区一季度签约多少个项目？"],
            "崂山区2024年引进了多少家企业？",
            "崂山区2024年引进了多少家企业？",
            id="whole-question-inherits-nothing",
        ),
        pytest.param(
            ["启明储能电芯项目投资多少？"],
            "方舟资本的合伙人是谁？",
            "方舟资本的合伙人是谁？",
            id="who-says-whose-inherits-nothing",
        ),
    ],
)
def test_a_follow_up_stands_alone(history: list[str], question: str, expected: str) -> None:
    assert _asked(question, history) == expected


def test_a_measure_replaces_the_one_before() -> None:
    asked = _asked("那即墨的总投资呢？", ["城阳区一季度签约了多少个亿元以上项目？"])
    assert asked.startswith("即墨一季度")
    assert "总投资" in asked


def test_a_pronoun_means_what_the_last_answer_introduced() -> None:
    asked = _asked(
        "它什么时候注册成立的？",
        ["宁德时代在青岛成立了什么公司？"],
        answer="3月14日注册成立时代电服（青岛）科技有限公司。[1]",
    )
    assert asked == "时代电服（青岛）科技有限公司什么时候注册成立的？"
