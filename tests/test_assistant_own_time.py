"""Figures of the thing and the time that a question names, among others of the same sentence or table."""

from __future__ import annotations

import pytest

from assistant import Assistant

PARK = """# 一季度招商综述

发布日期：2025年4月8日

云岭市招商引资工作稳步推进。临川区依托云岭市智能传感产业园加快集聚，力争全年云岭市智能传感产业园引进强链项目18个，产业规模突破96亿元，并带动全区传感器产业规模达到150亿元。

望江区力争一季度引进亿元以上项目40个，全年引进亿元以上重大项目110个。
"""
TABLE = """年份,产业链,链长单位,签约项目数（个）,合同额（亿元）,到位资金（亿元）
2024,高端装备,市工信局,38,165.2,61.8
2024,绿色食品,市农业局,41,92.6,40.2
2025,高端装备,市工信局,43,185.0,69.2
2025,绿色食品,市农业局,46,103.7,45.0
"""
COUNTIES = """# 云岭市上半年到位资金情况

发布日期：2025年7月10日

上半年，全市到位资金88.5亿元。个别县进度偏慢，石门县、白沙县到位资金均不足10亿元。

| 县区 | 到位资金（亿元） |
|---|---|
| 石门县 | 7.1 |
| 白沙县 | 8.6 |
| 望江区 | 40.3 |
"""
PAPERS = {"综述.md": PARK, "云岭市重点产业链招商统计.csv": TABLE, "到位资金.md": COUNTIES}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("智能传感产业园产业规模要达到多少？", "96亿元", "150亿元"),
        ("临川区传感器产业规模要达到多少？", "150亿元", "96亿元"),
        ("望江区2025年引进亿元以上重大项目目标是多少？", "110个", "40个"),
        ("望江区一季度要引进亿元以上项目多少个？", "40个", "110个"),
        ("高端装备2024年签约合同额多少？", "165.2亿元", "185"),
        ("石门县上半年到位资金多少？", "7.1亿元", "10亿元"),
    ],
)
def test_the_named_thing_and_time_are_told(
    assistant: Assistant, question: str, told: str, untold: str
) -> None:
    text = assistant.ask(question).text
    assert told in text
    assert untold not in text


@pytest.mark.parametrize(
    "question",
    [
        "高端装备2025年签约项目比上年多几个？",
        "2025年高端装备签约项目比去年多几个？",
        "高端装备2025年签约项目多少个？比2024年多几个？",
    ],
)
def test_the_year_before_is_that_before_the_printed_one(assistant: Assistant, question: str) -> None:
    assert "43 − 38 = 5" in assistant.ask(question).text


def test_a_signed_amount_is_compared_under_any_of_its_names(assistant: Assistant) -> None:
    text = assistant.ask("高端装备2025年合同额多少？比2024年增长多少？").text
    assert "185亿元" in text
    assert "185 − 165.2 = 19.8" in text
