"""Papers that speak of 全市 alone and are filed under the name of their city."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "长治.txt": (
        "我市招商“开门红”\n2023-04-20\n"
        "一季度，全市新签约项目52个，到位资金38.6亿元。\n市投资促进局局长介绍，目标企业已列出300家。\n"
    ),
    "晋城市招商月报.txt": (
        "招商月报\n2023-04-18\n一季度，我市新签约项目47个。沁水县、高平市分别签约12个和9个。\n"
    ),
    "临汾考察记.txt": (
        "到大同学招商\n2023-04-11\n大同市一季度新签约项目61个。\n"
        "云冈区、平城区分别签约20个、18个。大同市还将办推介会。\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("长治一季度签约项目多少个？", "52个"),
        ("长治市目标企业列出了多少家？", "300家"),
        ("晋城一季度签约多少个项目？", "47个"),
        ("晋城一季度沁水和高平谁签得多？", "沁水"),
        ("长治和晋城一季度签约项目一共多少个？", "99个"),
        ("大同一季度签约多少个项目？", "61个"),
    ],
)
def test_a_paper_tells_of_the_place_its_file_is_named_by(
    assistant: Assistant, question: str, told: str
) -> None:
    answer = assistant.ask(question)
    assert told in answer.text and not answer.refused


def test_what_a_text_is_about_outweighs_its_file_name(assistant: Assistant) -> None:
    answer = assistant.ask("临汾一季度签约多少个项目？")
    assert answer.refused and "61" not in answer.text
