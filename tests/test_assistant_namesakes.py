"""Districts of one name in two cities stay two: asked with the city, asked without, and in a ranking."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "南京.md": (
        "# 南京市鼓楼区一季度招商通报\n\n发布时间：2025-04-09\n\n"
        "2025年一季度，鼓楼区新签约亿元以上项目22个，总投资95.6亿元。\n"
    ),
    "徐州.md": (
        "# 徐州一季度招商通报\n\n发布时间：2025-04-11\n\n2025年一季度，徐州市新签约亿元以上项目187个。"
        "鼓楼区新签约亿元以上项目17个，总投资64.5亿元；云龙区新签约亿元以上项目19个，总投资70.8亿元。\n"
    ),
}


@pytest.mark.parametrize(("city", "own", "other"), [("南京", "22个", "17个"), ("徐州", "17个", "22个")])
def test_the_city_asked_for_is_the_city_answered(
    assistant: Assistant, city: str, own: str, other: str
) -> None:
    answer = assistant.ask(f"{city}鼓楼区一季度签约多少个亿元以上项目？")
    assert own in answer.text and other not in answer.text


def test_without_a_city_both_are_told_apart(assistant: Assistant) -> None:
    answer = assistant.ask("鼓楼区一季度签约多少个亿元以上项目？")
    assert "南京市：" in answer.text and "徐州市：" in answer.text
    assert any("同名" in note for note in answer.notes)


def test_a_ranking_of_one_city_leaves_the_other_out(assistant: Assistant) -> None:
    table = assistant.ask("徐州各区一季度签约亿元以上项目哪个多？").table
    assert table is not None
    assert [row.cells[-1] for row in table.rows] == ["19个", "17个"]
