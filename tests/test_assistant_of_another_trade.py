"""What is granted to one trade is no other's, the money of all no part's, and an aim not what has come."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "措施.md": (
        "# 柳东新区支持氢能产业发展若干措施\n\n发布时间：2024-05-20　发布单位：柳东新区管委会\n\n"
        "第一条 对新引进的氢能装备制造项目，固定资产投资达到5000万元以上的，"
        "按固定资产投资额的6%给予奖励，最高不超过1500万元。\n\n"
        "第二条 对租用厂房的氢能企业，前两年租金给予全额补贴，每家企业每年补贴不超过100万元。\n"
    ),
    "签约.md": (
        "# 柳东新区举行第二季度集中签约仪式\n\n发布时间：2024-06-18　来源：柳州日报\n\n"
        "6月17日，柳东新区第二季度集中签约仪式举行，现场签约项目15个，总投资63.8亿元，其中汽车零部件类项目6个、"
        "电子信息类项目5个、现代服务业项目4个。\n\n"
        "柳东新区将建设跨境选品产业园，力争引进跨境企业40家。\n"
        "6月10日，柳东跨境选品产业园揭牌，首批入驻企业13家。\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("氢能企业租厂房补贴多少", "100万元", id="of-its-own-trade"),
        pytest.param("氢能项目固定资产投资1亿元能奖多少", "600万元", id="worked-out-for-its-own-trade"),
        pytest.param("集中签约里电子信息类项目几个", "5个", id="a-part-that-is-counted"),
        pytest.param("跨境选品产业园进了多少家", "13家", id="what-has-come"),
    ],
)
def test_it_is_told_of_what_is_asked(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.text and not answer.refused


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("物流企业租厂房补贴多少", id="a-grant-for-another-trade"),
        pytest.param("食品项目固定资产投资1亿元能奖多少", id="worked-out-for-another-trade"),
        pytest.param("集中签约的电子信息项目总投资多少", id="the-money-of-all"),
        pytest.param("集中签约项目里生物医药项目多少个", id="a-part-that-nobody-counts"),
    ],
)
def test_what_is_told_of_another_is_no_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused
