"""A correction beats what it corrects wherever the old number would have been used."""

from __future__ import annotations

from assistant import Assistant

PAPERS = {
    "三季度.md": (
        "# 前三季度佛山招商\n\n发布时间：2024-10-15\n\n"
        "2024年前三季度，顺德区引进亿元以上项目96个，计划投资518.4亿元；南海区88个、466.9亿元；"
        "三水区引进57个，计划投资323.5亿元，其中储能项目19个；高明区39个，计划投资241.7亿元。\n"
    ),
    "更正启事.md": (
        "# 更正启事\n\n发布时间：2024-10-17\n\n"
        "15日《前三季度佛山招商》一文中，“三水区引进57个”应为“三水区引进59个”，"
        "“计划投资323.5亿元”应为“计划投资331.2亿元”。\n"
    ),
}


def test_the_corrected_number_is_given_and_the_old_one_named(assistant: Assistant) -> None:
    answer = assistant.ask("三水区前三季度引进了多少个亿元以上项目？")
    assert "59个" in answer.text.split("。")[0]
    assert answer.citations[0].document == "更正启事.md"


def test_a_ranking_uses_the_corrected_number(assistant: Assistant) -> None:
    table = assistant.ask("佛山各区前三季度引进亿元以上项目从高到低排名").table
    assert table is not None
    assert [row.cells[0] for row in table.rows] == ["顺德区", "南海区", "三水区", "高明区"]
    assert "59个" in table.rows[2].cells[-1]


def test_a_sum_uses_the_corrected_number(assistant: Assistant) -> None:
    text = assistant.ask("佛山四个区计划投资加起来多少？").text
    assert "1558.2亿元" in text and "331.2" in text
