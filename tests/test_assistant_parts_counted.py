"""A part that a paper only counts: its money is not told of all, its share is told as printed."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "集中签约.txt": """抚顺市集中签约一批重大项目
2023-04-06
抚顺市2023年一季度集中签约重大招商项目70个，正式合同投资额286.7亿元，聚焦集成电路、生物医药等产业。
其中，集成电路项目3个、软件信息项目12个；生物医药项目9个，总投资41亿元。
""",
    "集群.txt": """丹东市聚焦产业抓招商
2024-11-20
1—10月，丹东市新签约432个项目中，14个产业集群项目337个，占比78%。
""",
    "在谈.txt": """2018年1—8月辽阳经开区签约和在谈项目情况
发布日期：2018-09-19
一、签约项目情况
1—8月，辽阳经济开发区签约润滑油、联创制药、三江生物等项目29个。
二、跟踪在谈项目情况
1—8月，辽阳经济开发区跟踪在谈项目40个，拟投资总额约150亿元。
""",
}


@pytest.mark.parametrize(
    "question",
    ["抚顺市集成电路项目合同投资额多少？", "抚顺软件信息项目投资额多少？", "辽阳经开区签约项目总投资多少？"],
)
def test_what_all_bring_is_not_told_of_a_part_that_is_only_counted(
    assistant: Assistant, question: str
) -> None:
    assert assistant.ask(question).refused


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("抚顺市一季度集中签约项目合同投资额多少？", "286.7亿元"),
        ("抚顺市生物医药项目总投资多少？", "41亿元"),
        ("抚顺市集成电路项目几个？", "3个"),
        ("辽阳经开区跟踪在谈项目投资总额多少？", "150亿元"),
        ("丹东市1—10月产业集群项目占新签约项目多少？", "78%"),
        ("丹东市1—10月产业集群项目多少个？", "337个"),
    ],
)
def test_what_is_told_of_the_part_or_of_all_is_told(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.text and not answer.refused
