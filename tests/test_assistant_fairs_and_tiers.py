"""Kinds signed at a fair, the sectors' shares one by one, tiers from the largest down, and long titles."""

from __future__ import annotations

import pytest

from assistant import Assistant

FAIR = """# 安康市在第十五届西洽会签约96个项目

2011-04-11 安康日报

本网讯 4月10日，第十五届西洽会落下帷幕。我市在本届西洽会上共签约96个项目，总投资312亿元，引资305.6亿元。\
其中，合同项目71个，总投资208.4亿元，引资203.7亿元；协议项目25个，总投资103.6亿元，引资101.9亿元。\
有6个合同项目参加省团集中签约，总投资29.8亿元，引资29.1亿元。利用外资3.2亿美元，折合人民币20.8亿元。
"""
BY_COUNTY = """# 四川（广安）投资推介会在渝举行

2017-05-22

广安市在本次渝洽会上共签约项目21个，投资总额48.6亿元。分县（区）看，岳池县4个，投资总额9.1亿元；\
武胜县7个，投资总额18.2亿元；邻水县10个，投资总额21.3亿元。
"""
SHARES = """# 贺州市2017年国民经济和社会发展统计公报

2018-05-08 贺州市统计局

2017年全市实现地区生产总值548.8亿元，增长7.1%。第一产业增加值占地区生产总值的比重为21.3%，\
第二产业增加值比重为40.1%，第三产业增加值比重为38.6%。三次产业对经济增长的贡献率分别为13.2%、36.4%和50.4%。\
与上年比，第二、第三产业占地区生产总值的比重分别回落1.27和0.43个百分点。
"""
LONG_TITLE = """娄底市人民政府办公室关于推动制造强市优化企业奖补投入助推现代化产业体系建设的实施意见（试行）
娄底市人民政府办公室 2021年9月6日
各县市区人民政府，市直机关各单位：

一、总体目标

到2025年，产值过500亿元的企业达2家。

二、奖补措施

（一）支持企业上规模。年度产值首次突破300亿元、80亿元、30亿元的工业企业，分别给予400万元、150万元、80万元奖励。\
（牵头单位：市工信局；责任单位：市财政局）

（二）支持招大引强。新引进固定资产投资5亿元以上的工业项目，按设备投资额的3%给予补助，单个项目最高800万元。\
（牵头单位：市商务局；责任单位：各县市区）

三、附则

本意见自印发之日起施行，有效期两年。
"""
JOINED = """政府工作报告
2016年3月28日在石泉县第十七届人民代表大会第五次会议上

2015年，在县委的坚强领导和县人大、县政协的监督支持下，全年实现生产总值58.4亿元，增长12.1%。
"""
PAPERS = {"a.md": FAIR, "b.md": BY_COUNTY, "c.md": SHARES, "d.txt": LONG_TITLE, "e.txt": JOINED}


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        pytest.param("安康西洽会合同项目多少个", ["71个"], ["96"], id="contracts"),
        pytest.param("安康协议项目总投资多少", ["103.6"], ["208.4", "312"], id="agreements"),
        pytest.param("安康协议项目引资多少", ["101.9"], ["29.1", "203.7"], id="second-amount"),
        pytest.param("安康和广安签约项目哪个多", ["安康市多", "96", "21"], [], id="at-this-fair"),
        pytest.param("广安渝洽会签约项目哪个县最多", ["邻水县", "10个"], ["看|"], id="by-county"),
        pytest.param("武胜县签约投资总额多少", ["18.2亿元"], ["分县"], id="of-a-county"),
        pytest.param("贺州2017年第二产业占GDP比重多少", ["40.1%"], ["21.3"], id="unsaid-whole"),
        pytest.param("贺州2017年三次产业比例", ["21.3%", "40.1%", "38.6%"], ["13.2"], id="in-words"),
        pytest.param("贺州第三产业对经济增长的贡献率是多少", ["50.4%"], [], id="respectively"),
        pytest.param("贺州2017年第二产业比重回落多少个百分点", ["1.27"], [], id="unit-told-last"),
        pytest.param("娄底产值首次突破80亿元的工业企业奖多少", ["150万元"], ["80万元"], id="largest-first"),
        pytest.param("娄底支持招大引强由哪个单位牵头", ["市商务局"], ["市工信局"], id="leading-office"),
        pytest.param("石泉县2015年生产总值多少", ["58.4亿元"], ["和县："], id="a-county-and-not-和县"),
    ],
)
def test_official_papers_are_read_as_they_are_printed(
    assistant: Assistant, question: str, said: list[str], not_said: list[str]
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert [each for each in said if each not in answer.text] == []
    assert [each for each in not_said if each in answer.text] == []


def test_a_long_name_of_a_paper_is_its_title(assistant: Assistant) -> None:
    answer = assistant.ask("娄底奖补意见有效期多久")
    assert "有效期两年" in answer.text
    assert any("实施意见" in cited.title for cited in answer.citations)
