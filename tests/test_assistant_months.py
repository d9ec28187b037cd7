"""Figures by month, the months across the top: quarters are added up, a year comes before its December."""

from __future__ import annotations

import pytest

from assistant import Assistant

MONTHS = """盐城市2025年各月利用外资

地区\t指标\t单位\t1月\t2月\t3月\t4月\t5月\t6月\t全年
全市\t利用外资\t万美元\t8200\t6100\t15400\t9800\t10200\t21300\t153000
亭湖区\t利用外资\t万美元\t1200\t800\t2300\t1500\t1400\t3100\t21500
大丰区\t利用外资\t万美元\t2100\t1800\t4200\t2600\t2800\t5900\t42400
盐都区\t利用外资\t万美元\t1500\t1100\t2600\t1700\t1900\t3600\t26100
"""
FACTS = """芜湖市2026年前三季度主要指标完成情况

指标名称\t计量单位\t年度目标\t1-9月完成
新签约亿元以上项目\t个\t600\t478
新签约亿元以上项目协议投资额\t亿元\t3200\t2516.8
新开工亿元以上项目\t个\t400\t302
"""
DECK = """# 洛阳市先进制造业招商推介

- 涧西区先进制造业开发区：主导产业为轴承、农机装备
- 高校7所、在校生19万人
- 总部企业落户一次性奖励最高1000万元
- 高层次人才购房补贴最高80万元
"""
PAPERS = {"months.txt": MONTHS, "facts.txt": FACTS, "deck.md": DECK}


@pytest.mark.parametrize(("question", "said"), [
    ("盐城一季度利用外资多少？", "8200 + 6100 + 15400 = 29700"),
    ("大丰区2025年二季度利用外资多少？", "2600 + 2800 + 5900 = 11300"),
    ("盐城哪个区利用外资最多？", "2025年大丰区最多，为42400万美元"),
    ("大丰区占全市利用外资的比重？", "42400 ÷ 153000"),
    ("大丰区哪个月利用外资最多？", "大丰区2025年6月利用外资最多，为5900万美元"),
    ("亭湖区利用外资最少的是哪个月？", "亭湖区2025年2月利用外资最少，为800万美元"),
    ("芜湖签约亿元以上项目平均协议投资额多少？", "2516.8 ÷ 478"),
])  # fmt: skip
def test_a_part_of_the_year_is_told_as_such(assistant: Assistant, question: str, said: str) -> None:
    assert said in assistant.ask(question).text


def test_a_month_is_no_quarter(assistant: Assistant) -> None:
    answer = assistant.ask("亭湖区三季度利用外资多少？")
    assert answer.refused or "并非所问" in answer.text


def test_a_title_that_says_what_is_promoted_names_no_zone(assistant: Assistant) -> None:
    answer = assistant.ask("洛阳总部企业落户奖励多少？")
    assert "1000万元" in answer.text
    assert "开发区" not in answer.text
    assert "80万元" not in answer.text
