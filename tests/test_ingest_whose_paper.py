"""Papers that call their own place 我区, 全省 or 开发区 and name it in short or in the file's name alone."""

from __future__ import annotations

import pytest

from assistant import Assistant
from language.own_county import own_county

PAPERS = {
    "宁国_2023上半年.txt": (
        "宁国招商跑出加速度\n2023-07-12\n"
        "上半年，我市围绕长三角和南太湖新区等重点板块上门招商，新签约项目31个，协议引资84.6亿元。\n"
    ),
    "忻城.txt": (
        "忻城一季度招商忙\n2024-04-10\n一季度，我县赴南宁高新区考察，新签约项目6个，到位资金2.8亿元。\n"
    ),
    "贵州_2013上半年.txt": (
        "上半年全省引进项目过两千个\n2013-07-20\n"
        "1—6月，全省新引进省外项目2145个，到位省外资金1687.3亿元，同比增长31.2%。\n"
        "广东、重庆、浙江、四川、江苏位居到位资金来源地前五位，合计到位1102.5亿元，占总额的65.3%。\n"
        "与一季度相比，资金到位明显加快。1—3月，全省到位省外资金同比增长22.4%。\n"
        "排名前三的产业为：酒业及特色食品（402.7亿元）、装备制造（288.1亿元）、大数据（143.6亿元）。\n"
    ),
    "许昌日报_2021.txt": (
        "开发区集中签约8个项目\n来源：许昌日报 发布日期：2021年9月3日\n"
        "9月1日，开发区举行项目签约仪式，签约亿元以上项目8个，总投资92.4亿元。其中，10亿元以上项目3个。\n"
        "开发区坚持链主招商，今年以来外出考察26次。\n"
    ),
    "汉中新闻网_2022.txt": (
        "全市三季度重点项目集中开工\n2022-09-28 汉中新闻网\n"
        "9月27日，全市三季度重点项目集中开工仪式在兴汉新区（滨江示范区）智造产业园主会场举行。\n"
        "本次集中开工项目64个、总投资58.7亿元，其中产业项目37个。\n"
        "今年以来，我市累计集中开工和县区自行开工项目702个，总投资911亿元。\n"
    ),
    "咸宁日报_2022.txt": (
        "我市招商引资势头喜人\n2022-04-09 咸宁日报\n"
        "4月8日，我市举行集中签约活动，22个项目分别落户咸宁高新区及各县市区。\n"
        "集中签约项目中，工业项目15个，合同引资额96.4亿元。\n"
    ),
    "绥宁县2023年1-4月招商通报.txt": (
        "2023年1-4月招商引资工作通报\n"
        "1.内资。1-3月，引进省外项目7个，实际进资5.6亿元，全市排名第4。\n"
        "2.外资。1-3月，现汇进资120万美元，全市排名第6。\n3.外贸。1-3月，外贸出口1.9亿元，同比增长17.5%。\n"
    ),
    "化工园.txt": "园区引进四家企业\n2023-05-09\n上半年，绿禾公司复合肥项目等4个项目开工，总投资7.7亿元。\n",
}


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("汉中三季度集中开工多少个项目？", "64个", "兴汉新区2022"),
        ("汉中今年累计集中开工多少个项目？", "702个", "马鞍山"),
        ("咸宁集中签约里的工业项目合同引资额多少？", "96.4亿元", "咸宁高新区2022"),
        ("绥宁县现汇进资多少？", "120万美元", "5.6"),
        ("绥宁县外贸出口增长多少？", "17.5%", "5.6"),
        ("宁国上半年新签约多少个项目？", "31个", "南太湖"),
        ("宁国市上半年协议引资多少？", "84.6亿元", "南太湖"),
        ("忻城县一季度签约几个项目？", "6个", "南宁"),
        ("贵州2013年一季度到位省外资金同比增长多少？", "22.4%", "31.2"),
        ("贵州2013年上半年到位省外资金多少？", "1687.3亿元", "1102.5"),
        ("贵州大数据产业到位资金多少？", "143.6亿元", "1687.3"),
        ("许昌开发区9月1日签约了多少个项目，总投资多少？", "8个", "许昌市2021"),
        ("许昌开发区10亿元以上的项目有几个？", "3个", "8个"),
    ],
)
def test_a_paper_tells_of_the_place_that_it_is_of(
    assistant: Assistant, question: str, told: str, never: str
) -> None:
    answer = assistant.ask(question)
    assert told in answer.text and never not in answer.text and not answer.refused


@pytest.mark.parametrize(
    "question", ["重庆2013年上半年到位资金多少？", "浙江2013年一季度到位省外资金增长多少？"]
)
def test_where_money_comes_from_has_none_of_the_figures(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused or not any(number in answer.text for number in ("1102.5", "22.4", "1687.3"))


@pytest.mark.parametrize(
    ("head", "text", "name"),
    [
        ("武隆招商开门红", "我区签约9个", "武隆区"),
        ("天津市招商动态", "我市签约9个", ""),  # 津市市 stands in no 天津市
        ("东风汽车项目落户", "我区签约9个", ""),  # 东风 is a word
        ("朝阳招商", "我区签约9个", ""),  # of two cities
        ("武隆招商开门红", "全市签约9个", ""),
    ],
)
def test_the_county_that_a_paper_calls_its_own(head: str, text: str, name: str) -> None:
    own = own_county(head, text)
    assert (own.name if own else "") == name
