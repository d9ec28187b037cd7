"""What a zone tells of its parks, one beside the other, is theirs: of its time, corrected, and no other's."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "上半年.md": (
        "# 咸宁高新区2024年上半年经济运行情况\n\n发布时间：2024-07-22　发布单位：咸宁高新区管委会\n\n"
        "上半年，全区新签约亿元以上项目38个，总投资164.2亿元。\n\n"
        "智能机电产业园上半年新签约项目13个，总投资58.6亿元，入园企业达到94家，实现工业总产值66.8亿元，同比增长11.5%。\n"
        "食品饮料产业园新签约项目9个，总投资27.4亿元，实现工业总产值83.1亿元，同比增长6.2%。\n"
        "森工新材产业园新签约项目6个，总投资19.3亿元。\n"
    ),
    "更正.md": (
        "# 关于上半年经济运行情况有关数据的更正\n\n发布时间：2024-07-29　发布单位：咸宁高新区管委会\n\n"
        "现将7月22日报告中“智能机电产业园上半年新签约项目13个，总投资58.6亿元”更正为"
        "“智能机电产业园上半年新签约项目12个，总投资52.9亿元”。\n"
    ),
    "一季度.md": (
        "# 咸宁高新区2025年一季度招商快报\n\n发布时间：2025-04-08　发布单位：咸宁高新区管委会\n\n"
        "一季度，全区新签约亿元以上项目17个。智能机电产业园新签约5个，总投资21.7亿元；食品饮料产业园新签约4个。\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("食品饮料产业园上半年产值多少", "83.1亿元", id="of-the-half-year-told-above"),
        pytest.param("机电园上半年签了几个项目", "12个", id="called-short-and-corrected"),
        pytest.param("智能机电产业园上半年总投资多少", "52.9亿元", id="the-second-figure-of-a-correction"),
        pytest.param("智能机电产业园2025年一季度总投资多少", "21.7亿元", id="of-the-later-paper"),
    ],
)
def test_a_park_of_a_zone_is_told_by_its_own_rows(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.text.split("更正前")[0] and not answer.refused


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("食品园上半年入园企业多少家", id="told-of-another-park"),
        pytest.param("食品饮料产业园2025年一季度总投资多少", id="told-of-another-time-and-another-park"),
        pytest.param("智能机电产业园2024年全年产值多少", id="told-of-half-a-year"),
    ],
)
def test_what_is_told_of_another_park_or_time_is_no_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused
