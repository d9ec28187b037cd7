"""A quarter that no document tells is the difference of two running totals, and of nothing else."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "春季通报.md": (
        "# 云龙区一季度招商通报\n\n发布时间：2025-04-08\n\n"
        "2025年一季度，云龙区签约亿元以上项目19个，总投资70.8亿元。\n"
    ),
    "半年通报.md": (
        "# 云龙区上半年招商通报\n\n发布时间：2025-07-08\n\n"
        "2025年上半年，云龙区签约亿元以上项目44个，总投资151.2亿元，实际使用外资2.5亿美元。\n"
    ),
}


def test_a_quarter_is_the_half_year_less_the_quarter_before(assistant: Assistant) -> None:
    answer = assistant.ask("云龙区二季度签约了多少个亿元以上项目？")
    assert "25个" in answer.text and "44 − 19 = 25" in answer.text
    assert {citation.document for citation in answer.citations} == set(PAPERS)
    assert any("相减" in note for note in answer.notes)


def test_money_is_subtracted_from_money(assistant: Assistant) -> None:
    assert "80.4亿元" in assistant.ask("2025年二季度云龙区签约项目总投资多少？").text


@pytest.mark.parametrize(
    "question",
    [
        "云龙区二季度实际使用外资多少？",  # no first quarter to take away
        "云龙区三季度签约了多少个亿元以上项目？",
        "云龙区2024年二季度签约了多少个亿元以上项目？",
    ],
)
def test_without_both_totals_nothing_is_computed(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused
