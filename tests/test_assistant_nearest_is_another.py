"""Growth of all is no district's, the plan of a year no quarter's, and the month before is worked out."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "总结.md": (
        "# 湖北省商务厅2023年招商引资工作总结\n\n发布时间：2024-01-22　发布单位：湖北省商务厅\n\n"
        "2023年，全省到位资金5126.4亿元，同比增长11.8%，实际利用外资27.3亿美元，同比增长3.2%。\n"
        "分市州看，荆州市到位资金412.7亿元，黄冈市到位资金396.1亿元，恩施州到位资金118.3亿元。\n"
        "光通信产业成为最大亮点，全年到位资金468亿元，首次超过食品加工业。\n"
        "2024年，力争全省到位资金增长12%以上，签约项目开工率达到70%。\n"
    ),
    "四月.md": (
        "# 荆州市2024年1—4月招商快报\n\n发布时间：2024-05-10　发布单位：荆州市招商局\n\n"
        "1—4月，荆州市新签约亿元以上项目58个，到位资金131.6亿元，同比增长9.4%，完成年度目标460亿元的28.6%。"
        "4月当月新签约项目17个，环比增加6个。\n"
        "沙市区到位资金24.8亿元，监利市到位资金16.3亿元。\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("2023年光通信产业到位资金多少", "468亿元", id="of-the-trade-that-opens-its-sentence"),
        pytest.param("2023年全省到位资金多少", "5126.4亿元", id="and-not-of-all"),
        pytest.param("2024年到位资金增长目标是多少", "12%", id="an-aim-of-growth"),
        pytest.param("2024年3月新签约项目多少个", "11个", id="the-month-before"),
        pytest.param("食品加工业和光通信产业谁到位资金多", "首次超过食品加工业", id="set-beside-another"),
    ],
)
def test_it_is_told_of_what_is_asked(assistant: Assistant, question: str, told: str) -> None:
    assert told in assistant.ask(question).text


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("荆州市2023年到位资金同比增长多少", id="growth-of-the-province"),
        pytest.param("沙市区到位资金增长多少", id="growth-of-the-city"),
        pytest.param("2024年一季度签约项目开工率是多少", id="an-aim-of-the-year"),
        pytest.param("2023年合同外资多少", id="what-was-used"),
    ],
)
def test_the_nearest_figure_is_no_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        pytest.param("荆州市2023年到位资金多少", "全省呢", "5126.4亿元", id="the-province"),
        pytest.param("2024年4月签约几个", "3月份呢", "11个", id="the-month-before-in-its-year"),
    ],
)
def test_a_follow_up_asks_the_same_of_another(assistant: Assistant, first: str, then: str, told: str) -> None:
    history = [
        {"role": "user", "content": first},
        {"role": "assistant", "content": assistant.ask(first).text},
    ]
    assert told in assistant.ask(then, history=history).text
