"""Kinds of projects with money of their own, levels of 重点项目, 宗 and counties inside words."""

from __future__ import annotations

import pytest

from assistant import Assistant

BY_KIND = """# 阳东区2023年1-2月经济运行情况

2023-04-03 阳东区发展和改革局

1-2月，工业投资17.2亿元，增长21.3%。

三、重点项目建设情况

全区86宗重点项目累计完成投资14.39亿元，完成年度计划11.62%。

从级别看：省重点项目12宗，年度计划投资38.51亿元，完成投资5.44亿元，完成年度计划14.13%；\
市重点项目6宗，年度计划投资9.12亿元，完成投资2.08亿元，完成年度计划22.81%；\
区重点项目68宗，年度计划投资76.2亿元，完成投资6.87亿元，完成年度计划9.02%。

从类型看：基础设施项目31宗，年度计划投资49.6亿元，完成投资4.31亿元；\
产业项目44宗，年度计划投资60.3亿元，完成投资8.76亿元；民生项目11宗，年度计划投资13.93亿元，完成投资1.32亿元。
"""
BY_SECTOR = """# 永城市2019年上半年招商引资工作总结

2019年上半年，全市共引进项目236个，实际到位资金9.6亿元，其中一产项目21个，项目资金3870万元，占4.03%；\
二产项目141个，项目资金61200万元，占63.75%；三产项目74个，项目资金30930万元，占32.22%。
"""
INSIDE_WORDS = """# 仪陇县召开2013年上半年招商引资工作会

2013-07-15 仪陇县招商局

截止6月底，全县共有履约项目62个；完成市上全年任务的58.3%，完成县上全年任务的52.1%；市外到位资金21.6亿元。
"""
OTHER_TIME = """# 紫金县2021年1-7月经济运行简析

2021-08-26 紫金县统计局

1-7月，全县工业投资31.4亿元，同比增长29.8%。
"""
PAPERS = {"a.md": BY_KIND, "b.md": BY_SECTOR, "c.md": INSIDE_WORDS, "d.md": OTHER_TIME}


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        pytest.param("阳东区1-2月重点项目完成投资多少", ["14.39亿元"], ["5.44"], id="of-all-levels"),
        pytest.param("阳东区省重点项目有几个", ["12宗"], ["86宗"], id="of-a-level"),
        pytest.param(
            "阳东区区重点项目年度计划投资多少", ["76.2"], ["38.51", "9.12"], id="level-behind-a-place"
        ),
        pytest.param("阳东区产业项目完成投资多少", ["8.76亿元"], ["4.31"], id="a-wide-kind"),
        pytest.param("阳东区产业项目年度计划投资多少", ["60.3"], ["49.6"], id="aim-of-a-wide-kind"),
        pytest.param("永城二产项目资金占比多少", ["63.75%"], ["4.03", "32.22"], id="share-of-a-kind"),
        pytest.param("永城市三产项目资金多少", ["30930万元"], ["3870"], id="money-of-a-kind"),
        pytest.param("仪陇县市外到位资金多少", ["仪陇县", "21.6亿元"], ["成县"], id="inside-a-word"),
        pytest.param(
            "紫金县和阳东区的工业投资哪个多", ["时段不同", "31.4", "17.2"], ["相差"], id="unlike-times"
        ),
    ],
)
def test_a_kind_is_told_with_what_is_its_own(
    assistant: Assistant, question: str, said: list[str], not_said: list[str]
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert [each for each in said if each not in answer.text] == []
    assert [each for each in not_said if each in answer.text] == []


def test_figures_of_several_kinds_are_told_apart(assistant: Assistant) -> None:
    answer = assistant.ask("阳东区重点项目年度计划投资合计多少")
    assert "省重点项目年度计划投资38.51亿元" in answer.text
    assert "区重点项目年度计划投资76.2亿元" in answer.text


NOTICE = """# 关于2023年1—6月全市招商引资工作情况的通报

抚顺市招商引资工作领导小组办公室 2023年7月14日

1—6月份，全市新签约项目（3000万元以上工业项目、亿元以上其它项目）134个，其中工业项目119个。

2022年，一般公共预算收入186.3亿元，增长5.2%，分居全省第6、第3位。2022年固定资产投资增长9.4%。

2023年主要预期目标：固定资产投资增长10%，一般公共预算收入增长6%。
"""
ABROAD = """# 凌云县2019年1—5月招商引资工作情况汇报

2019年市政府下达我县的目标任务数为引进区内外资金22亿元。截止5月底，区外境内累计到位资金6.4亿元，同比下降12.5%。
"""
JOINTLY = """# 银川市与多国签署合作文件

2023-10-18 银川日报

截至目前，银川市已同46个城市和12个商会签署了70余份合作文件。
"""
PAPERS |= {"e.md": NOTICE, "f.md": ABROAD, "g.md": JOINTLY}


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        pytest.param(
            "抚顺1-6月新签约项目多少个，其中工业几个", ["134个", "工业项目119个"], [], id="of-which"
        ),
        pytest.param("抚顺市一般公共预算收入增速全省排第几", ["第6、第3位"], [], id="two-ranks"),
        pytest.param(
            "抚顺2022年固定资产投资增长多少，2023年目标呢", ["9.4%", "目标", "10%"], [], id="then-and-next"
        ),
        pytest.param("阳东区哪类项目完成投资最多", ["产业", "8.76"], ["38.51"], id="which-kind"),
        pytest.param("永城市哪个产业的项目资金最多", ["二产最多", "61200"], [], id="which-sector"),
        pytest.param(
            "阳东区市重点项目完成投资多少", ["市重点项目完成投资2.08"], [], id="told-with-its-level"
        ),
    ],
)
def test_what_is_asked_in_passing_is_told_too(
    assistant: Assistant, question: str, said: list[str], not_said: list[str]
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert [each for each in said if each not in answer.text] == []
    assert [each for each in not_said if each in answer.text] == []


@pytest.mark.parametrize("question", ["凌云县1-5月外资到位多少", "抚顺新签约项目里其中外资几个"])
def test_no_other_money_or_part_is_told(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused


def test_two_counts_of_one_clause_are_told_in_its_words(assistant: Assistant) -> None:
    answer = assistant.ask("银川市与多少个城市、多少个商会签署了合作文件")
    assert "46个城市和12个商会签署了70余份合作文件" in answer.text
