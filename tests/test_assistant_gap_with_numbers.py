"""What is missing to an aim, where the question says the numbers itself."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "半年.md": (
        "# 乐平招商过半\n\n发布时间：2024-07-10\n\n"
        "1—6月，乐平市新签约项目84个，新开工项目37个。\n\n"
        "力争全年签约项目150个、开工项目90个，签约50亿元以上项目4个。\n"
    ),
    "开局.md": "# 乐平招商开局\n\n发布时间：2025-02-10\n\n2025年，乐平市力争全年签约项目150个。\n",
}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("乐平上半年签了84个，离全年150个还差多少？", ["还差66个"], id="both-numbers"),
        pytest.param("乐平离全年150个签约目标还差多少？", ["还差66个"], id="the-aim"),
        pytest.param("乐平上半年签约84个项目，离全年目标还差多少个？", ["还差66个"], id="what-was-done"),
        pytest.param("乐平上半年开工37个项目，离全年目标还差多少个？", ["还差53个"], id="of-another-doing"),
        pytest.param("乐平上半年签约项目离全年目标还差多少个？", ["还差66个"], id="neither"),
    ],
)
def test_the_gap(assistant: Assistant, question: str, said: list[str]) -> None:
    text = assistant.ask(question).text
    assert all(piece in text for piece in said), text


def test_an_aim_that_nobody_set_has_no_gap(assistant: Assistant) -> None:
    assert "还差" not in assistant.ask("乐平离全年200个签约目标还差多少？").text


def test_what_did_not_change_is_called_the_same(assistant: Assistant) -> None:
    text = assistant.ask("乐平2025年签约项目的目标和2024年一样吗？").text
    assert "相同" in text and text.count("150个") == 2 and "增加" not in text, text
