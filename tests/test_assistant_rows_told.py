"""What a row of a list says, and what it does not: why, the next step, who invests, two counts of one row."""

from __future__ import annotations

import pytest

from assistant import Assistant

_LIST = """怀化市在谈项目储备清单（截至2024年5月31日）,,,,,
序号,项目名称,意向投资额（亿元）,拟落户地,形象进度,下步工作
1,杂交稻种智慧工厂,4.6,洪江市,实地考察2次,6月中旬签订框架协议
2,页岩砖升级改造,1.2,辰溪县,未开工，用地报批中,补办用地手续
3,高山刺葡萄酒庄,2.8,中方县,初步接触,邀请来访
,合计（3个）,8.6,,,
"""
_BULLETIN = """娄底市2024年1—5月签约项目履约情况通报

签约项目个数排名前两位的是双峰县31个、新化县27个；后两位的是涟源市12个、娄星区9个。尚有26个项目未开工，其中涟源市、娄星区开工率低于40%。

县市区	签约项目	开工项目	开工率
双峰县	31	22	71.0%
新化县	27	15	55.6%
涟源市	12	4	33.3%
娄星区	9	3	33.3%
"""
_PAPER = """宿州晚报

2024年6月20日 星期四

宿州市召开产业链推进会

昨日，宿州市产业链招商推进会召开。会议提出，到2024年底，全市云计算产业营业收入突破300亿元。
"""
PAPERS = {"清单.csv": _LIST, "通报.txt": _BULLETIN, "晚报.txt": _PAPER}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("页岩砖升级改造为什么没开工？", ("用地报批中",), id="why-in-its-progress"),
        pytest.param("杂交稻种智慧工厂下步做什么？", ("6月中旬签订框架协议",), id="its-next-step"),
        pytest.param("怀化在谈项目意向投资额合计多少？", ("8.6亿元",), id="the-total-of-a-list"),
        pytest.param("怀化意向投资额最大的在谈项目是哪个？", ("杂交稻种",), id="the-largest"),
        pytest.param("涟源市签约项目几个，开工几个？", ("12个", "4个"), id="two-counts-of-a-row"),
        pytest.param("宿州市产业链招商推进会是哪天开的？", ("2024年6月19日",), id="which-day-yesterday-was"),
    ],
)
def test_a_row_is_told_for_what_it_says(assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert all(each in answer.text for each in told), answer.text
    assert len(answer.text) < 160, answer.text


@pytest.mark.parametrize(
    "question", ["高山刺葡萄酒庄的投资方是谁？", "宿州2024年云计算产业实际完成营业收入多少？"]
)
def test_what_is_not_told_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused, answer.text
