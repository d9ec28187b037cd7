"""Questions over lists of projects: among those begun, of an investor, in talks, in a park, of a zone."""

from __future__ import annotations

import pytest

from assistant import Assistant

BEGUN = """句容市4个重点项目集中开工
2024年3月5日，句容市举行春季重点项目集中开工仪式，总投资45亿元的3个项目集中开工。
这3个项目分别为：总投资20.8亿元的江苏澜图科技有限公司岩板和橱柜生产线项目；总投资1.25亿元的镇江永筑建筑有限公司\
钢结构项目；总投资4150万元的稻浪农业二期项目。
"""
TALKS = """丹阳市一季度招商情况汇报
丹阳市投资促进局 2024年4月5日
在谈项目有2个，一是与澜图家居集团洽谈的家居商贸城项目，计划投资8亿元。二是与远岫集团洽谈的冷链物流园项目，计划投资6亿元。
总投资100亿元的远岫技术年产10万吨电池前驱体、总投资50亿元的长岫高科显示器件等在谈项目推进签约。
下一步打算
一是抓招商队伍建设，选派6名干部赴深圳、东莞驻点招商。二是抓项目落地，对已签约项目实行专班服务。
"""
PARKS = """扬中开发区招商引资工作汇报
扬中经济开发区管委会（2024年9月）
我们依托城西北工业园、罗桥工业园两大平台，全力推进招商引资。
（一）城西北工业园。目前，城西北工业园在建项目22个，入驻企业35家。
1、在建项目：
远岫换热器：总投资1.2亿元，占地100亩，一期厂房正在施工。
稻浪纺织：总投资6亿元，占地382亩，地块强夯已经完成。
"""

SIGNED = """扬中市2024年一季度签约项目清单
序号,项目名称,投资方,落户园区,协议投资额（亿元）,签约时间,目前进展
1,玻璃瓶生产基地,远岫包装有限公司,扬中经开区,12—15,2024-02-10,签订协议
2,无人机整机,长岫航空科技有限公司,扬中经开区,20,2024-03-15,租用厂房、设备进场
"""
MORE = """扬中高新区动态
2024年4月
目前，澜图医药产业园入驻企业31家，稻浪智造港一期招商率达92%。
初春时节，园区一派新景象：在光电产业园，13栋厂房即将交付。目前园区已签约待入驻项目17个。
"""
PAPERS = {
    "开工.txt": BEGUN,
    "汇报.txt": TALKS,
    "园区.txt": PARKS,
    "签约.csv": SIGNED,
    "动态.txt": MORE,
}


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        pytest.param(
            "句容市集中开工的项目里总投资1亿元以上的有哪些？",
            ["共2个项目", "橱柜生产线项目", "钢结构项目"],
            ["稻浪"],
            id="among-those-begun",
        ),
        pytest.param(
            "句容市这次开工的3个项目是哪几个？", ["橱柜生产线项目", "稻浪农业二期"], [], id="this-time"
        ),
        pytest.param(
            "丹阳市在谈项目有哪些？", ["共4个项目", "前驱体", "显示器件", "商贸城"], [], id="in-talks"
        ),
        pytest.param(
            "远岫在丹阳投了哪些项目？", ["前驱体", "冷链物流园"], ["商贸城", "换热器"], id="of-an-investor"
        ),
        pytest.param("江苏澜图投了什么项目？", ["共1个项目", "20.8亿元"], ["钢结构"], id="a-firm-called-so"),
        pytest.param("丹阳市在谈项目计划投资合计多少？", ["合计164亿元"], [], id="what-talks-come-to"),
        pytest.param(
            "丹阳市下一步打算怎么做？", ["选派6名干部赴深圳", "专班服务"], [], id="whom-they-send-where"
        ),
        pytest.param("城西北工业园在建的项目总投资合计多少？", ["合计7.2亿元"], [], id="what-a-park-holds"),
        pytest.param("扬中市2024年3月签约了哪些项目？", ["无人机整机"], ["玻璃瓶"], id="signed-and-begun"),
        pytest.param("玻璃瓶生产基地总投资多少？", ["12—15亿元"], [], id="a-range"),
        pytest.param("光电产业园签约待入驻项目有多少个？", ["17个"], [], id="a-park-stood-in"),
        pytest.param("资料里有哪些项目？", ["共11个项目"], [], id="all-that-are-told-of"),
    ],
)
def test_a_list_of_projects_is_told_whole(
    assistant: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = assistant.ask(question).text
    assert all(piece in text for piece in said), text
    assert not any(piece in text for piece in unsaid), text


@pytest.mark.parametrize(
    "question",
    [
        "罗桥工业园在建项目有多少个？",
        "城南工业园入驻企业多少家？",
        "罗桥工业园入驻了多少家企业？",
        "稻浪智造港入驻企业多少家？",
    ],
)
def test_a_park_has_no_figure_of_its_neighbour(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused, answer.text


def test_a_park_has_its_own_figure(assistant: Assistant) -> None:
    assert "35家" in assistant.ask("城西北工业园入驻了多少家企业？").text
