"""Each change is of what has its unit, and the last word on a phase of a project holds."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "一季度.md": (
        "# 哈密市一季度招商引资情况\n\n发布时间：2024-04-11　发布单位：哈密市商务局\n\n"
        "一季度，哈密市实施招商引资项目121个，其中新建项目45个、续建项目76个，到位资金64.3亿元，同比增长15.7%。"
        "3月当月到位资金27.5亿元，环比增加5.2亿元。\n\n"
        "一季度新签约项目38个，签约金额142亿元，比上年同期增加6个、21亿元。\n\n"
        "石油化工产业到位资金19.6亿元，装备制造产业到位资金8.4亿元。\n\n"
        "总投资30亿元的淖毛湖绿醇示范项目二期已完成投资9亿元。\n"
    ),
    "全年.md": (
        "# 哈密市2024年招商引资工作总结\n\n发布时间：2025-01-20　发布单位：哈密市商务局\n\n"
        "2024年，淖毛湖绿醇示范项目总投资调整为85亿元，二期投资由30亿元增加到34亿元，年内完成投资17亿元，"
        "累计完成投资46亿元。\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("一季度石化产业到位多少", "19.6亿元", id="a-trade-called-short"),
        pytest.param("3月单月到位多少", "27.5亿元", id="in-that-month-alone"),
        pytest.param("2024年2月到位资金多少", "22.3亿元", id="the-month-before"),
        pytest.param("2023年一季度新签约项目多少个", "32个", id="a-change-behind-the-money"),
        pytest.param("淖毛湖绿醇示范项目二期投资多少", "34亿元", id="the-last-paper-on-a-phase"),
        pytest.param("淖毛湖绿醇示范项目2024年完成投资多少", "17亿元", id="within-the-year"),
    ],
)
def test_it_is_told_of_what_is_asked(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.text and not answer.refused


def test_rows_say_what_they_measure(assistant: Assistant) -> None:
    rows = {(str(row.value), row.unit): row.metric for row in assistant.figures(subject="哈密市")}
    assert "续建" not in rows["64.3", "亿元"]
    assert rows["6", "个"].startswith("签约项目") and rows["21", "亿元"].startswith("签约金额")
