"""A paper without a date: its figures are of the part of a year that their own sentence names."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "快报.txt": (
        "石狮招商快报\n\n"
        "前三季度，石狮市签约项目86个，到位资金41.5亿元。上半年，石狮市签约项目52个，到位资金23.4亿元。\n"
    )
}


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        pytest.param("石狮三季度签约项目多少个？", "", ["86个。", "52个。"], id="another-part"),
        pytest.param("石狮前三季度签约项目多少个？", "86个", ["52个"], id="the-first-nine-months"),
        pytest.param("石狮上半年到位资金多少？", "23.4亿元", ["41.5亿元"], id="the-half"),
        pytest.param("石狮1—9月到位资金多少？", "41.5亿元", ["23.4亿元"], id="in-other-words"),
    ],
)
def test_of_its_own_part(assistant: Assistant, question: str, said: str, unsaid: list[str]) -> None:
    answer = assistant.ask(question)
    assert said in answer.text, answer.text
    assert answer.refused or not any(each in answer.text for each in unsaid), answer.text
