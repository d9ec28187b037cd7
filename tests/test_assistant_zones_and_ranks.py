"""Reports with zones, goals told in prose and printed ranks: rankings, shares, several things at once."""

from __future__ import annotations

import pytest

from assistant import Assistant

REPORT = """# 泉州市2023年招商引资总结

发布时间：2024-01-12　发布单位：泉州市商务局

2023年，全市引进市外资金985亿元，完成省下达任务950亿元的103.7%，比2022年的892亿元增长10.4%。\
实际利用外资3.6亿美元，完成目标4.2亿美元的85.7%，同比下降11.8%。项目落地率61.2%，距65%的年度目标仍有差距。

海丝新区市外资金226亿元，完成目标200亿元的113%；丰泽区市外资金174亿元，完成目标180亿元的96.7%；\
鲤城区98亿元，完成目标的98%；惠安县132亿元，完成目标120亿元的110%；德化县13亿元，完成目标的65%。

2024年，力争引进市外资金1080亿元。一季度力争市外资金240亿元。

纺织集群签约58个，市外资金163亿元；氢能集群签约74个，市外资金241亿元；其他集群签约90个，市外资金300亿元。
"""
TABLE = """# 泉州市2024年1—5月招商通报

发布时间：2024-06-12　发布单位：泉州市商务局

| 县（区） | 引进项目数（个） | 计划投资额（亿元） | 综合得分 | 位次 |
|---|---|---|---|---|
| 鲤城区 | 19 | 86.5 | 88.4 | 2 |
| 惠安县 | 22 | 131.2 | 83.7 | 3 |
| 德化县 | 13 | 58.3 | 80.9 | 4 |
| 海丝新区 | 16 | 183.7 | 92.0 | 1 |
| 合计 | 70 | 459.7 | — | — |
"""
OTHER_CITY = """# 莆田市2024年上半年招商情况

发布时间：2024-07-20　发布单位：莆田市商务局

上半年，全市签约项目95个。去年，全市签约项目180个。
"""
PAPERS = {"总结.md": REPORT, "通报.md": TABLE, "莆田.md": OTHER_CITY}


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        pytest.param(
            "泉州各县区计划投资额从高到低排一下", ["海丝新区最多", "131.2"], [], id="zones-are-ranked"
        ),
        pytest.param("海丝新区综合得分排第几？", ["海丝新区", "排第1位"], [], id="a-printed-rank"),
        pytest.param("泉州综合得分第二的是哪个县区？", ["鲤城区", "排第2位"], [], id="who-has-a-rank"),
        pytest.param("泉州引进项目数第二的是哪个县区？", ["鲤城区排第2，为19个"], [], id="a-rank-worked-out"),
        pytest.param("海丝新区计划投资额占全市比重多少？", ["39.96%"], [], id="the-share-of-a-zone"),
        pytest.param(
            "2023年鲤城区和德化县市外资金合计多少，占全市多少？", ["111亿元", "11.27%"], [], id="share-of-two"
        ),
        pytest.param(
            "泉州2023年哪些县区没有完成目标？",
            ["3个没有达到", "鲤城区", "丰泽区", "德化县"],
            ["惠安县", "海丝新区"],
            id="goals-not-reached",
        ),
        pytest.param(
            "泉州2023年实际利用外资多少？完成了年度目标的多少？",
            ["3.6亿美元", "85.7%"],
            ["103.7%"],
            id="of-what-the-part-before-measures",
        ),
        pytest.param(
            "泉州2023年市外资金多少？完成任务的百分之几？",
            ["985亿元", "103.7%"],
            ["85.7%"],
            id="its-own-goal",
        ),
        pytest.param("泉州2024年市外资金目标是多少？", ["1080亿元"], ["240"], id="a-year-is-no-quarter"),
        pytest.param("泉州签约最多的是哪个集群？", ["氢能集群最多"], ["其他集群"], id="no-rest"),
        pytest.param("氢能集群市外资金占全市比重", ["24.47%"], [], id="the-share-of-a-cluster"),
        pytest.param(
            "泉州2024年市外资金目标比2023年实际多多少？",
            ["多95亿元", "1080亿元（目标）"],
            [],
            id="aim-less-fact",
        ),
        pytest.param("泉州2023年引进市外资金多少，增长多少？", ["985", "10.4%"], ["11.8%"], id="its-growth"),
        pytest.param("泉州去年引进市外资金多少？", ["985亿元"], [], id="last-year-of-the-city-asked"),
    ],
)
def test_a_question_is_answered_of_what_it_asks(
    assistant: Assistant, question: str, said: list[str], not_said: list[str]
) -> None:
    text = assistant.ask(question).text
    assert all(each in text for each in said), text
    assert not any(each in text.split("\n\n")[0] for each in not_said), text


def test_money_from_outside_is_no_foreign_investment(assistant: Assistant) -> None:
    assert assistant.ask("德化县2023年实际利用外资多少？").refused
