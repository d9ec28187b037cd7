"""Shares and means of numbers that the question prints, and the second thing asked in one breath."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPER = """泰州招商半年报

□泰州时报记者 沈一舟 2025年7月9日

泰州9个特色园区在建项目63个、总投资880亿元。今年，姜堰区力争医药港产业规模突破150亿元，并带动全区生物医药产业规模达到240亿元。

6月18日举办的海工论坛对接项目160个，集中签约项目40个。

2025年1—6月，全市新签约10亿元以上项目48个。其中，制造业项目30个。

2025年一季度，泰兴市新签约项目36个。上半年，泰兴市新签约项目90个。上半年，泰兴市累计完成投资120亿元，占年度计划投资的60%。

凤城基金由海陵国投和远帆资本共同发起设立。目前，该基金已孵化3只子基金。下一步，凤城基金将启动二期募集，继续加大对本地的投资。凤城基金已为泰州引进18个项目，贡献产值26亿元。
"""
PAPERS = {"半年报.txt": PAPER}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("医药港150亿占全区240亿的比重", "62.5%"),
        ("海工论坛签约的40个项目占对接160个的多少？", "25%"),
        ("9个特色园区平均每个园区在建几个项目？", "63 ÷ 9 = 7"),
        ("制造业项目30个之外还有多少个10亿元以上项目？", "48 − 30 = 18"),
        ("泰兴一季度新签约项目占上半年的多少？", "36 ÷ 90 = 40%"),
        ("凤城基金是谁发起的，贡献了多少产值？", "海陵国投"),
        ("凤城基金孵化了几只子基金，下一步要做什么？", "二期募集"),
    ],
)
def test_both_numbers_are_those_of_the_papers(assistant: Assistant, question: str, told: str) -> None:
    assert told in assistant.ask(question).text


@pytest.mark.parametrize(
    ("question", "untold"),
    [
        ("9个特色园区平均每个园区在建几个项目？", "亿元"),
        ("泰兴二季度完成投资占上半年的多少？", "占年度计划投资的60%。["),
        ("海工论坛的50个项目占对接160个的多少？", "31.25"),
    ],
)
def test_no_other_share_or_mean_stands_for_it(assistant: Assistant, question: str, untold: str) -> None:
    assert untold not in assistant.ask(question).text


def test_a_share_of_the_year_s_plan_is_told_as_printed(assistant: Assistant) -> None:
    assert "60%" in assistant.ask("泰兴上半年完成投资多少，占年度计划多少？").text
