"""A share is told for 占…多少, the first so many are added up where a paper ranks them."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "江西_2016上半年.txt": (
        "上半年全省利用省外资金增长一成\n2016-07-18\n"
        "1—6月，江西省利用省外项目资金3012.5亿元，同比增长11.2%。其中，工业项目资金1846.7亿元，同比增长9.8%，占总额的61.3%。\n"
        "利用资金排名前四的行业为：电子信息（412.6亿元）、有色金属（305.8亿元）、新能源（188.4亿元）、现代纺织（120.9亿元）。\n"
        "五大经济区中，赣南经济区利用资金486.1亿元，赣东北经济区402.3亿元，赣西经济区288.7亿元，赣中经济区211.4亿元。\n"
    ),
    "珠海_2018上半年.txt": (
        "上半年珠海实际使用外资13.6亿美元\n2018-07-30\n"
        "今年上半年，全市新设立外商直接投资企业742家，实际使用外资13.6亿美元。其中制造业新设外商投资企业38家，实际使用外资4.2亿美元。\n"
        "6月，珠海市在东莞签约项目9个，协议金额31.5亿元。\n"
    ),
    "萍乡_2016上半年.txt": (
        "萍乡上半年签约项目盘点\n2016-07-20\n"
        "上半年，萍乡市签约亿元以上项目27个，总投资188.2亿元，其中10亿元以上项目4个。全市到位省外资金96.4亿元，"
        "其中来自长三角的当年到位资金38.2亿元，占全市到资的39.6%。\n"
        "在谈的产业链里，陶瓷产业链到位资金22.1亿元，海绵产业链到位资金8.4亿元，食品产业链到位资金6.3亿元。\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("江西上半年工业项目资金占总额多少？", "61.3%", "1846.7亿元。"),
        ("萍乡到位省外资金里长三角占多少？", "39.6%", "96.4亿元。"),
        ("江西利用资金排名前三的行业一共多少亿元？", "906.8亿元", "3012.5"),
        ("赣南和赣西合计利用资金多少？", "774.8亿元", "402.3"),
        ("赣东北经济区利用了多少资金？", "402.3亿元", "486.1"),
        ("珠海上半年新设外资企业多少家？", "742家", "38家"),
        ("珠海制造业新设外资企业多少家？", "38家", "742家"),
        ("珠海在东莞签约了几个项目，协议金额多少？", "31.5亿元", "东莞市的"),
        ("萍乡哪条产业链到位资金最多？", "陶瓷产业链", "96.4"),
    ],
)
def test_what_is_asked_is_told(assistant: Assistant, question: str, told: str, never: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.text and never not in answer.text and not answer.refused


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("萍乡签约的5亿元以下项目有几个？", "27个"),
        ("萍乡排名前两位的产业链到位资金合计多少？", "30.5"),  # nobody says that these are the first
        ("赣北和赣中合计利用资金多少？", "1388"),
    ],
)
def test_nothing_else_is_told_for_it(assistant: Assistant, question: str, never: str) -> None:
    answer = assistant.ask(question)
    assert never not in answer.text.split("最接近的是")[0]
