"""Newspaper articles on a city's investment promotion, asked by someone in a hurry."""

from __future__ import annotations

import pytest

from assistant import Assistant

DISTRICT = """全力冲刺招商引资全年目标——柳江区精准招商纪实

来源：柳州日报 发布日期：2020-09-16

1月至7月，柳江区到位资金36.31亿元；引进企业37家，总投资81.19亿元，其中“三企入柳”签约企业21家，投资额48.9亿元。
"""
CITY = """大庆今年已签约亿元以上项目25个 计划投资额265.7亿元

日期：2024-06-11 来源：大庆日报

澜图投资公司计划投资30亿元的北岭精细化工产业园项目与恒远农业集团有限公司计划投资8.6亿元的高标准设施农业产业园项目将落户林甸县，\
维恩科技集团有限公司计划投资7亿元的艾草生物经济项目将落户肇源县。今年以来，全市新签约千万元以上项目30个、计划投资额267.8亿元，\
其中亿元以上项目25个、计划投资额265.7亿元。同时，近期可签约的亿元以上项目6个，计划投资额41.3亿元。
"""
WORKS = """柳州四季度重大项目集中开竣工

日期：2023-11-16 来源：柳州日报

11月15日，柳州市举行2023年四季度重大项目集中开竣工仪式。本次集中开竣工共106个项目，总投资445亿元，年度计划投资89亿元。2022年上半年，\
柳州市新引进工业项目344个。
2024年，柳州市计划签约千万元以上项目260个以上，其中亿元以上项目100个以上。
"""


QUARTER = """温州三季度签约项目174个

温州日报 2024-10-12

日前，温州市举行2024年第三季度重大项目集中签约与开工仪式，签约项目174个，协议总投资988亿元，集中开工重大项目48个。
签约项目以制造业项目为主，共129个，协议总投资489亿元；文旅项目17个。其中，瓯海湾深远海风电装备项目总投资83.9亿元。
当天，48个重大项目集中开工，项目总投资727亿元、年度计划投资50亿元。
以泰顺县为例，此次签约的项目包括：总投资12亿元的澜图无人机产业基地项目；总投资11.8亿元的维恩母粒新材料制造项目；\
总投资17.8亿元的湖岸云居度假区项目等7个项目。
"""
MEETING = """包头秋季招商再签约

2021-09-02 包头日报

在7月24日举办的商会大会上，共有34个项目在包头签约，协议总投资981.5亿元。
近日，包头市举办2021年秋季招商引资集中签约大会。
其中，现场签约项目共26个。按产业分类，现代能源项目9个，计划投资377.6亿元；数字产业项目4个，计划投资8亿元；科技创新项目3个，计划投资5亿元；\
现代化工项目2个，计划投资260亿元。
上半年，包头市地区生产总值1627亿元，增速分别高于全国、全区3个和5.3个百分点。
5月7日，包头稀土高新区集中签约项目21个。目前，稀土高新区累计签约项目46个。
"""
YEARS = """温商年会在龙湾区举行

2017-09-30 温州日报

一批2016年度先进商会受到表彰，并举行重点招商项目签约。本次年会集中签约的重点招商项目共19个，总投资300.1亿元。市委书记周江河出席并讲话。
"""
PAPERS = {
    "区.txt": DISTRICT,
    "市.txt": CITY,
    "开工.txt": WORKS,
    "季.txt": QUARTER,
    "会.txt": MEETING,
    "年.txt": YEARS,
}


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        pytest.param("柳江区到位资金多少", "36.31亿元", "目标", id="a-headline-runs-for-an-aim"),
        pytest.param("柳江三企入柳签约企业多少家、投资额", "48.9亿元", "81.19", id="the-amount-right-behind"),
        pytest.param(
            "大庆今年签约的亿元以上项目有几个", "25个", "目标", id="a-headline-tells-a-planned-amount"
        ),
        pytest.param(
            "大庆2024年签了多少千万元以上项目，计划投资额", "267.8亿元", "265.7", id="ends-in-an-amount"
        ),
        pytest.param("2022上半年柳州引进工业项目多少个", "344个", "没有", id="a-year-without-its-word"),
        pytest.param("柳州四季度集中开竣工项目今年要投多少", "亿元", "减少", id="a-time-within-another"),
        pytest.param("2024年柳州计划签多少亿元以上项目", "100个以上", "没有", id="how-many-of-a-class"),
        pytest.param("2024年柳州计划签多少1000万以上项目", "260个", "100个", id="a-class-without-yuan"),
        pytest.param("大庆2024年亿元以上签约项目平均每个投资多少", "10.63", "6.88", id="what-may-be-signed"),
        pytest.param(
            "温州2024年三季度签了多少个项目，总投资多少", "988亿元", "489", id="chiefly-of-one-kind"
        ),
        pytest.param(
            "温州2024年三季度集中开工几个项目，总投资多少", "727亿元", "988", id="the-amount-of-these"
        ),
        pytest.param(
            "2024年三季度制造业签约项目占全部签约项目多少", "74.14%", "489", id="projects-of-projects"
        ),
        pytest.param("泰顺县签了几个项目", "7个", "没有", id="a-county-as-an-example"),
        pytest.param("包头新材料和生态环保项目合计投资多少", "没有", "合计", id="a-part-not-told"),
        pytest.param("包头现代能源和现代化工项目合计投资多少", "637.6", "没有", id="two-parts-together"),
        pytest.param("包头数字产业和科技创新各签几个", "科技创新项目3个", "没有", id="each-of-two-parts"),
        pytest.param(
            "包头秋季大会各产业里哪个投资最多", "现代能源最多", "没有", id="an-industry-not-called-one"
        ),
        pytest.param("7月24日包头签约项目几个", "34个", "26", id="another-day"),
        pytest.param("包头上半年GDP增速高于全国多少", "3个百分点", "3个，", id="points-once"),
        pytest.param("2017年温商年会签约项目多少", "19个", "2018", id="this-yearly-meeting"),
    ],
)
def test_what_the_paper_tells_is_told(assistant: Assistant, question: str, told: str, never: str) -> None:
    text = assistant.ask(question).text
    assert told in text
    assert never not in text


def test_each_project_is_its_own_firms(assistant: Assistant) -> None:
    told = {row.name: (row.investor, row.place) for row in assistant.projects()}
    assert told["北岭精细化工产业园项目"][0] == "澜图投资公司"
    assert told["高标准设施农业产业园项目"] == ("恒远农业集团有限公司", "林甸县")
    assert told["艾草生物经济项目"] == ("维恩科技集团有限公司", "肇源县")


def test_a_list_of_projects_shares_place_and_stage(assistant: Assistant) -> None:
    found = [row for row in assistant.projects() if row.place == "泰顺县"]
    assert {row.name for row in found} == {
        "澜图无人机产业基地项目", "维恩母粒新材料制造项目", "湖岸云居度假区项目",
    }  # fmt: skip
    assert {row.stage for row in found} == {"签约"}


def test_a_zone_with_and_without_its_city_is_one(assistant: Assistant) -> None:
    rows = [row for row in assistant.figures() if row.document == "会.txt" and row.value in (21, 46)]
    assert len({row.subject for row in rows}) == 1


def test_nobody_of_another_year_holds_the_post(assistant: Assistant) -> None:
    assert "周江河" in assistant.ask("2017年温州市委书记是谁").text
    assert "周江河" not in assistant.ask("2025年温州市委书记是谁").text


def test_a_total_before_and_after_is_not_compared(assistant: Assistant) -> None:
    assert "2022年" in assistant.ask("柳州2022上半年引进工业项目多少").text
