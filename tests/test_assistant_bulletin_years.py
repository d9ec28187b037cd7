"""Bulletins with sources of foreign money, lists of years, towns, a month of a quarter, a county's aims."""

from __future__ import annotations

import pytest

from assistant import Assistant

FOREIGN = """# 扬州上半年实际使用外资12.46亿美元

2022-07-28　来源：扬州市商务局

今年上半年，全市新设立外商投资企业171家；合同外资28.35亿美元，同比增长10.2%；实际使用外资12.46亿美元，同比增长8.7%。

从投资行业看，全市制造业新设外商投资企业63家，实际使用外资5.82亿美元，占比46.7%。

从来源地看，香港仍是最大来源地，实际使用外资7.94亿美元，同比增长5.1%，占全市的63.7%；新加坡、日本分别为1.42亿美元和0.87亿美元。

从区域看，邗江区、仪征市、江都区实际使用外资居全市前三，分别为2.63亿美元、2.18亿美元、1.95亿美元；高邮市1.31亿美元，\
宝应县1.12亿美元，广陵区1.04亿美元。其中仪征市增幅最大，达24.6%，广陵区下降6.2%。全年目标为24亿美元。
"""
YEARS = """# 大项目占比直线上升——鹤壁市招商引资综述

来源：鹤壁市发展改革委　2015-06-25

今年1—5月份，全市在建招商项目534个，总投资1297.6亿元。其中，亿元以上项目296个，比去年同期增加61个；10亿元以上项目32个。\
全市产业集聚区在建项目288个，其中亿元以上项目204个，比去年同期增加37个；10亿元以上项目27个。

亿元项目比重由2012年的11.8%上升到2013年的24.3%、2014年的40.6%，今年1—5月份达到55.4%。2012年、2013年、2014年10亿元以上项目个数\
分别有13个、26个、30个，数量逐年增加。

2014年，全市亿元以上项目个数比2012年、2013年分别增加158个、74个；全年到位省外资金287.4亿元，2013年为251.9亿元。\
2015年计划到位省外资金315亿元，1—5月已到位126.5亿元，完成年度计划的40.2%，其中浚县38.6亿元、淇县33.2亿元、山城区21.4亿元。
"""
QUARTER = """# 我市一季度内资大项目呈现集聚效应

滕州市投资促进中心　2016-04-26

一季度，滕州市投资5000万元以上在建内资项目91个，投资总额472.3亿元。91个在建项目中，机械制造项目29个，投资总额158.7亿元，\
分别占31.9%和33.6%。

一季度新开工项目25个，3月份新开工12个；新签约项目18个，合同投资额87.4亿元。到位市外资金36.2亿元，完成全年计划的24.1%。

各镇街中，龙阳镇到位市外资金4.5亿元，居首位，木石镇4.1亿元，洪绪镇3.6亿元，北辛街道2.7亿元。
"""
COUNTY = """# 石泉县2013年12月份招商引资情况

发布时间：2014-01-09

12月份我县招商引资项目到位资金4.92亿元，其中省外到位资金3.87亿元。1—12月，我县招商引资项目共到位资金53.16亿元，\
完成市政府考核目标48亿元的110.8%，同比增长35%，其中省外到位资金39.42亿元，完成市政府考核目标35亿元的112.6%。

2014年，市政府下达我县到位资金任务58亿元。
"""
PUBLISHED_LATER = """# 邵武市2018年国民经济和社会发展统计公报

2019-05-15　来源：邵武市统计局

初步核算，全年地区生产总值269.7亿元，比上年增长6.0%。其中，第一产业增加值45.8亿元，增长3.3%；第二产业增加值130.8亿元，\
增长7.3%；第三产业增加值93.1亿元，增长5.6%。

其中，稻谷42.5千公顷，减少0.6千公顷；玉米86.7千公顷，减少1.0千公顷。稻谷39.5万吨，增长11.2%；玉米60.3万吨，下降3.2%。
"""
PAPERS = {"a.md": FOREIGN, "b.md": YEARS, "c.md": QUARTER, "d.md": COUNTY, "e.md": PUBLISHED_LATER}


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        pytest.param("来自新加坡的外资多少", ["来自新加坡", "1.42亿美元"], ["0.87"], id="of-a-source"),
        pytest.param("扬州制造业实际使用外资多少", ["5.82亿美元"], ["新设"], id="of-no-new-firms"),
        pytest.param("仪征市外资增幅多少", ["24.6%"], ["2.63"], id="growth-of-a-listed-place"),
        pytest.param("扬州外资离全年目标还差多少", ["11.54亿美元"], [], id="aim-behind-a-list"),
        pytest.param("鹤壁2013年10亿元以上项目几个", ["26个"], ["13个", "30个"], id="each-of-its-year"),
        pytest.param("鹤壁2014年亿元项目比重多少", ["40.6%"], ["55.4%"], id="a-rise-over-years"),
        pytest.param("鹤壁2014年到位省外资金比2013年多多少", ["35.5亿元"], [], id="no-year-compared-with"),
        pytest.param("鹤壁省外资金还差多少完成全年计划", ["188.5亿元"], [], id="already-there"),
        pytest.param("浚县占鹤壁到位省外资金的多少", ["30.51%", "126.5"], ["315"], id="of-what-is-done"),
        pytest.param("鹤壁亿元以上项目多少个", ["296个"], ["204"], id="not-of-the-zones"),
        pytest.param("滕州机械制造项目占比多少", ["31.9%"], [], id="shares-of-count-and-money"),
        pytest.param("滕州到位市外资金多少", ["一季度", "36.2亿元"], ["3月"], id="a-month-told-aside"),
        pytest.param("哪个镇到位市外资金最多", ["龙阳镇最多", "4.5亿元"], ["滕州市最多"], id="towns"),
        pytest.param("木石镇到位市外资金多少", ["4.1亿元"], [], id="a-town"),
        pytest.param(
            "石泉县2013年到位资金多少，完成考核目标多少", ["53.16", "48"], ["39.42"], id="all-of-it"
        ),
        pytest.param("石泉2014年任务比2013年实际多多少", ["4.84亿元"], [], id="aim-less-fact"),
    ],
)
def test_each_figure_is_of_its_own(
    assistant: Assistant, question: str, said: list[str], not_said: list[str]
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert [each for each in said if each not in answer.text] == []
    assert [each for each in not_said if each in answer.text] == []


def test_five_months_are_no_quarter(assistant: Assistant) -> None:
    assert assistant.ask("鹤壁2015年一季度到位省外资金多少").refused


def test_a_growth_in_money_is_a_growth(assistant: Assistant) -> None:
    assert "61个" in assistant.ask("鹤壁2015年1—5月亿元以上项目比去年同期增加多少个").text


def test_the_year_a_bulletin_came_out_is_not_the_year_it_tells_of(assistant: Assistant) -> None:
    assert "93.1亿元" in assistant.ask("邵武市2018年第三产业增加值是多少？").text
    answer = assistant.ask("邵武市2019年第三产业增加值是多少？")
    assert answer.refused or "2018年" in answer.text.split("\n")[0]


def test_a_growth_asked_for_is_a_rate_before_it_is_an_amount(assistant: Assistant) -> None:
    assert "11.2%" in assistant.ask("邵武市2018年稻谷增长多少？").text
    assert "0.6千公顷" in assistant.ask("邵武市2018年稻谷减少多少？").text
