"""A bulletin that lists a scenic area and zones beside districts, and what was reached of yearly aims."""

from __future__ import annotations

import pytest

from assistant import Assistant

BULLETIN = """芜湖市1—8月招商引资情况通报

发布日期：2023年9月11日

1—8月，全市实际到位内资861.3亿元，完成年度任务1000亿元的86.1%。

一、签约情况
弋江区签约项目41个，签约资金218.5亿元；镜湖区签约项目17个，签约资金58.9亿元，引进省外资金26.1亿元；丫山景区签约项目6个，\
签约资金21.6亿元，引进省外资金8.7亿元；湾沚区签约项目43个，签约额418亿元，较上年增加167亿元；沿江台商投资区签约项目8个，签约额92.3亿元；三山开发区签约项目12个，\
签约额61.2亿元。三山开发区远帆芳烃二期主体已封顶。到位资金增幅：\
弋江区增长18.2%，湾沚区、镜湖区分别下降3.1%和7.8%。2022年，全市协议投资额387亿元，比2021年的310.5亿元增长24.6%。

二、到位情况
1—8月，全市居民人均可支配收入2.31万元，同比增长6.2%。
1—8月，全市进出口78.34亿元，同比下降1.2%；出口66.15亿元，同比增长2.7%；进口12.19亿元，同比下降18.4%。
按到位内资完成率排名：湾沚区76.2%、弋江区74.9%、芜湖经开区70.8%、镜湖区60.4%。
"""
PAPERS = {"通报.txt": BULLETIN}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("镜湖区引进省外资金多少？", "26.1亿元", "8.7"),
        ("丫山景区引进省外资金多少？", "8.7亿元", "26.1"),
        ("芜湖经开区到位内资完成率多少？", "70.8%", "76.2"),
        ("芜湖经济技术开发区1—8月到位内资完成率是多少？", "70.8%", "76.2"),
        ("湾沚区签约额增加多少？", "167亿元", "218.5"),
        ("全市人均可支配收入多少？", "2.31万元", "平均"),
        ("全市出口多少？", "66.15亿元", "78.34"),
        ("全市1—8月出口同比增长多少？", "2.7%", "78.34"),
        ("芜湖市进口多少？", "12.19亿元", "66.15"),
        ("全市进出口多少？", "78.34亿元", "12.19"),
        ("三山开发区签约额多少？", "61.2亿元", "主体"),
    ],
)
def test_each_area_is_told_its_own(assistant: Assistant, question: str, told: str, untold: str) -> None:
    text = assistant.ask(question).text
    assert told in text
    assert untold not in text


def test_what_was_reached_of_a_yearly_aim_is_told_with_the_aim(assistant: Assistant) -> None:
    text = assistant.ask("芜湖1—8月实际到位内资完成年度任务的多少？").text
    assert "86.1%" in text
    assert "1000亿元" in text


def test_how_far_something_fell_is_told_without_a_word_on_the_year(assistant: Assistant) -> None:
    assert "3.1%" in assistant.ask("湾沚区1—8月到位资金下降多少？").text


def test_a_growth_keeps_the_figure_it_grew_from(assistant: Assistant) -> None:
    text = assistant.ask("芜湖市2022年协议投资额增长多少？").text
    assert "24.6%" in text
    assert "310.5亿元" in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("弋江区比镜湖区签约项目数多多少？", "41 − 17 = 24"),
        ("湾沚区比沿江台商投资区签约项目多多少？", "43 − 8 = 35"),
        ("湾沚区和芜湖经济技术开发区到位内资完成率哪个高？", "湾沚区高"),
    ],
)
def test_two_places_are_set_against_each_other(assistant: Assistant, question: str, told: str) -> None:
    text = assistant.ask(question).text
    assert told in text
    assert "没有" not in text
