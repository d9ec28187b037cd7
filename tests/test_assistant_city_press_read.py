"""Articles of city papers: whose is a paragraph, of which year is 全年, whose is each share?"""

from __future__ import annotations

import pytest

from assistant import Assistant

NINE_MONTHS = """今年1-9月盐城签约产业项目99项

2018-11-05 盐城晚报

1-9月，盐城市累计签约产业项目99项，总投资1470.6亿元。射阳县、东台市、建湖县、大丰区均有大项目签约。全市新签约产业项目中，\
汽车产业项目11个、新能源产业项目21个、电子信息产业项目10个。

投资规模不断扩大。新签约项目平均单体投资规模达14.9亿元。总投资5亿元以上项目56个，其中，5亿元至10亿元项目18个，10亿元至30亿元项目28个，\
30亿元以上项目10个，占比分别达18.2%、28.3%和10.1%。响水县与徐州恒远特钢签约的现代钢铁基地项目总投资500亿元。

项目履约成效初显。截至9月底，已有17个项目正式开工，开工率达17.2%。
"""
ZONE = """盐城经开区接受全市项目观摩

2022-01-03 盐城晚报

12月28日，盐城市项目观摩推进会在盐城经开区举行。
项目建设提速增效。盐城经开区全年新签约亿元以上产业项目52个，其中百亿级项目2个；新开工亿元以上项目38个，竣工26个。
"""
MEETING = """绍兴召开招商引资大会

2025-02-24 绍兴晚报

“我们还建立了招商大使机制。”会上，绍兴滨海新区管委会主任、绍兴市政府党组成员严江河介绍。
2024年，绍兴新引进10亿元以上产业项目103个。
绍兴2024年招引的103个10亿元以上产业项目已落地75个，当年落地率72.8%；2023年招引的10亿元以上产业项目85个，两年落地率90.6%。
"""
COUNTY = """招商迎来开门红

慈溪日报 2023-02-21

今年1月，我市新签约项目14个，总投资23亿元，居宁波市前列。宁波市商务局到我市调研，宁波市、宁波前湾新区企业参加。
"""
PAPERS = {"九月.txt": NINE_MONTHS, "经开区.txt": ZONE, "大会.txt": MEETING, "慈溪.txt": COUNTY}


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        pytest.param(
            "2018年盐城签约项目里总投资5亿元以上的有几个", "56个", "14.9", id="a-class-is-no-projects"
        ),
        pytest.param(
            "2018年1-9月盐城项目开工率多少", "17.2%", "没有", id="a-paragraph-goes-back-to-the-city"
        ),
        pytest.param("盐城5亿元至10亿元项目占比多少", "18.2%", "10.1", id="each-class-its-share"),
        pytest.param(
            "盐城经开区2021年新签亿元以上产业项目多少", "52个", "目标", id="a-whole-year-told-in-january"
        ),
        pytest.param("2024年绍兴招引的10亿元以上项目落地了几个，落地率", "75个", "没有", id="ends-in-a-rate"),
        pytest.param("绍兴2024和2023年10亿元以上项目谁多，多几个", "18个", "没有", id="two-years-one-word"),
        pytest.param("严江河是什么职务", "滨海新区管委会主任", "没有", id="two-posts"),
        pytest.param("慈溪2023年1月签约项目几个", "14个", "没有", id="a-countys-own-paper"),
    ],
)
def test_what_the_paper_tells_is_told(assistant: Assistant, question: str, told: str, never: str) -> None:
    text = assistant.ask(question).text
    assert told in text
    assert never not in text


def test_what_the_county_did_is_not_its_citys(assistant: Assistant) -> None:
    assert assistant.ask("宁波市2023年1月签约项目几个").refused
    assert assistant.ask("响水县2018年开工项目几个").refused
