"""A feature by districts, a year's report, a correction: whose is a figure, of when and of which kind?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ingest_samples import asked_over

from assistant import Assistant

FEATURE = """各区县三季度招商见闻

2023年10月18日

会上通报：前三季度，重庆全市新签约项目1763个，合同投资额1.62万亿元。

前三季度，涪陵区新签约项目58个，合同投资额712.5亿元，比上年同期净增96.3亿元。其中新材料项目21个、合同额403亿元。

江津区到位资金201.6亿元，完成年度任务的82.3%，列全市第三。“四季度，江津还要签下20个以上亿元项目。”江津区负责人表示。

万州区签约项目46个、合同引资355亿元；开州区39个、268亿元；云阳县27个、143亿元。

两江新区仍是“领头羊”：前三季度实际使用外资6.3亿美元，占全市的43.2%。西部科学城重庆高新区新签约项目92个。
"""
YEAR = """# 银川市2024年投资促进工作情况和2025年打算

（2025年1月20日）

## 一、主要做法

2024年，银川市全年新签约项目318个，总投资1247.8亿元，其中亿元以上项目206个，10亿元以上31个，50亿元以上6个。

银川经开区到位资金148.9亿元，同比增长15.3%；银川高新区39.4亿元，同比下降6.2%；苏银产业园52.7亿元，同比增长21.8%；综保区17.6亿元，增长3.5%。

兴庆区实施项目88个，到位资金51.3亿元；金凤区76个、58.9亿元；西夏区69个、37.2亿元；灵武市94个、68.4亿元。

## 二、2025年打算

2025年，力争全市到位资金达到530亿元；新签约亿元以上项目230个；实际使用外资1.5亿美元以上。其中，经开区到位资金165亿元，苏银产业园60亿元。
"""
BULLETIN = """大庆市招商引资工作简报

2022年8月9日

今年1—7月，大庆市签约额862.4亿元，完成年度计划的53.9%；引进到位资金238.6亿元。

2.到位资金：龙凤区41.2亿元，让胡路区33.7亿元，大同区27.5亿元，林甸县4.3亿元。
3.7月份新签约项目：全市28个。其中让胡路区6个，大同区4个，其他县区7个。

三季度末，到位资金要达到345亿元。
"""
CORRECTION = """关于更正简报有关数据的说明

2022年8月15日

1.大庆市1—7月引进到位资金由238.6亿元更正为235.1亿元。
2.龙凤区到位资金由41.2亿元更正为37.7亿元。
3.“7月份新签约项目”中，大同区应为5个，其他县区应为6个。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {"见闻.txt": FEATURE, "总结.md": YEAR, "简报.txt": BULLETIN, "更正.txt": CORRECTION}
    with asked_over(tmp_path_factory.mktemp("unseen"), papers) as asked:
        yield asked


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("涪陵区前三季度合同投资额是多少？", "712.5亿元"),
        ("涪陵区去年前三季度合同投资额多少？", "616.2亿元"),
        ("江津区到位资金在全市排第几？", "列全市第三"),
        ("万州比开州多签了几个项目？", "2023年1—9月比"),
        ("重庆高新区新签约项目多少个？", "92个"),
        ("银川2024年50亿元以上签约项目几个？", "6个"),
        ("银川2025年新签约亿元以上项目完成多少个？", "目标"),
        ("银川各园区到位资金增速最快的是哪个？", "苏银产业园"),
        ("银川县区里到位资金最少的是哪个？", "西夏区最少，为37.2亿元"),
        ("银川四个县区到位资金合计多少？", "215.8亿元"),
        ("银川经开区2025年到位资金目标比2024年增加多少？", "16.1亿元"),
        ("龙凤区到位资金多少？", "37.7亿元"),
        ("大庆1—7月到位资金多少？", "235.1亿元"),
        ("大庆7月全市新签约项目多少个？", "28个"),
    ],
)
def test_what_the_papers_say_is_told(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused, answer.text
    assert said in answer.text.split("\n\n|")[0], answer.text


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("重庆前三季度实际使用外资多少？", "6.3亿美元"),
        ("云阳县前三季度签约制造业项目几个？", "27个"),
        ("大庆1—7月签约额多少，完成年度计划多少？", "249"),
        ("大庆大同区7月签约了几个项目？", "6个"),
        ("万州区2023年四季度签约项目多少个？", "46个。"),
    ],
)
def test_no_figure_stands_for_another(assistant: Assistant, question: str, never: str) -> None:
    assert never not in assistant.ask(question).text.split("\n")[0]
