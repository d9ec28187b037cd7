"""Conversations as officials type them: each turn is told of what the talk is about."""

from __future__ import annotations

import pytest

from assistant import Assistant

BULLETIN = """曲靖市2025年上半年招商引资情况通报
曲靖市投资促进局 2025年7月9日

上半年，全市新签约项目124个，协议总投资518.4亿元；到位省外资金236.8亿元，完成年度目标的52.6%。
麒麟区新签约项目31个，协议总投资132.5亿元，到位省外资金66.1亿元，完成年度目标的55.1%。
沾益区新签约项目24个，协议总投资97.2亿元，到位省外资金48.3亿元，完成年度目标的50.8%。
宣威市新签约项目28个，协议总投资118.6亿元，到位省外资金57.9亿元，完成年度目标的53.6%。

重大项目进展：
（一）高端铝箔深加工项目。由江苏亚铝科技投资，落户沾益区，总投资22亿元，已完成主体工程，预计11月投产。
（二）宣威火腿智能工厂项目。由云南宣味食品投资，位于宣威市，总投资6.5亿元，已于5月开工建设，完成投资1.2亿元。
"""

PAPERS = {"通报.txt": BULLETIN}


def talked(assistant: Assistant, *turns: str) -> tuple[str, str]:
    """The last of the turns as it was understood, and its answer."""
    history: list[dict[str, object]] = []
    for turn in turns:
        answer = assistant.ask(turn, history=history)
        history += [{"role": "user", "content": turn}, {"role": "assistant", "content": answer.text}]
    return answer.question, answer.text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        pytest.param(("麒麟区到位资金多少", "有没有完成目标"), "55.1%", id="goal-of-the-measure"),
        pytest.param(("麒麟区签约多少个项目", "哪个区县最多", "沾益呢"), "24个", id="one-after-a-ranking"),
        pytest.param(("麒麟区签约多少个项目", "沾益呢", "谁最多"), "麒麟区多", id="which-of-the-two"),
        pytest.param(("曲靖有哪些重大项目", "第二个项目谁投的"), "云南宣味食品", id="the-second"),
        pytest.param(
            ("曲靖有哪些重大项目", "第二个谁投的", "另一个呢"), "江苏亚铝科技", id="the-other-of-two"
        ),
        pytest.param(("沾益签约多少个项目", "谁最多"), "麒麟区最多", id="ranking-of-the-city"),
        pytest.param(("曲靖上半年招伤引资到位资金多少",), "236.8亿元", id="typed-wrong"),
        pytest.param(("麒麟区到位资金多少", "换成万元"), "661000万元", id="another-unit"),
        pytest.param(("麒麟区到位资金多少", "换成美元"), "没有汇率", id="no-rate-of-exchange"),
        pytest.param(("麒麟区到位资金多少", "来源呢"), "《曲靖市2025年上半年招商引资情况通报》", id="source"),
        pytest.param(("麒麟区到位资金多少", "你确定吗"), "66.1亿元", id="sure"),
        pytest.param(("宣威火腿项目谁投的", "展开说说"), "完成投资1.2亿元", id="more-of-it"),
        pytest.param(("麒麟区到位资金有没有完成目标", "和全市比呢"), "236.8亿元", id="beside-the-city"),
        pytest.param(("高端铝箔项目谁投的", "那个区签约多少个项目"), "24个", id="where-it-lies"),
        pytest.param(("麒麟区签约几个，多少钱，完成目标没有",), "31个", id="the-first-of-three"),
        pytest.param(("麒麟区签约几个，多少钱，完成目标没有",), "132.5亿元", id="the-second-of-three"),
        pytest.param(("麒麟区签约几个，金额占全市多少",), "31个", id="a-count-and-a-share"),
        pytest.param(("麒麟区签约数和金额",), "132.5亿元", id="two-measures-joined"),
        pytest.param(("麒麟区签约多少个", "多少钱"), "132.5亿元", id="money-of-the-count"),
        pytest.param(("麒麟区签约多少个", "沾益呢", "哪个金额大"), "麒麟区", id="which-by-another-measure"),
        pytest.param(("麒麟区签约数、协议总投资和到位资金",), "66.1亿元", id="three-measures-joined"),
        pytest.param(("麒麟区签约多少", "投资额呢"), "132.5亿元", id="money-of-what-was-signed"),
        pytest.param(("麒麟和沾益签约哪个多", "到位资金谁高"), "66.1亿元", id="which-of-two-by-another"),
        pytest.param(("麒麟区到位资金多少", "谢谢", "沾益呢"), "48.3亿元", id="thanks-between"),
    ],
)
def test_a_turn_is_told_of_what_the_talk_is_about(
    assistant: Assistant, turns: tuple[str, ...], told: str
) -> None:
    understood, answer = talked(assistant, *turns)
    assert told in answer, understood


@pytest.mark.parametrize("remark", ["你好", "您好！", "你是谁", "你能干啥", "怎么用"])
def test_a_greeting_is_told_what_can_be_asked(assistant: Assistant, remark: str) -> None:
    answer = assistant.ask(remark)
    assert answer.refused and not answer.citations
    assert "可以这样问" in answer.text


def test_thanks_are_taken_for_no_question(assistant: Assistant) -> None:
    assert "不客气" in assistant.ask("好的，谢谢啊").text
