"""Talks over bulletins that tell of one city under 全市: what a turn leaves out is never another's."""

from __future__ import annotations

import pytest

from assistant import Assistant

FIRST_HALF = """2024年1-6月全市招商引资情况

发布时间：2024-07-15　信息来源：黄山市投资促进局

1-6月全市亿元以上新签约项目88个，分别为：歙县27个、休宁县21个、黟县16个、祁门县14个、市开发区10个。

1-6月全市5亿元以上新签约项目13个，分别为：歙县5个、休宁县4个、黟县3个、市开发区1个。

1-6月全市亿元以上新签约开工项目52个，分别为：歙县19个、休宁县12个、黟县9个、祁门县8个、市开发区4个。

1-6月县区主要负责同志共外出招商95批次，分别为：歙县31次、休宁县25次、黟县20次、祁门县19次。
"""
YEAR_BEFORE = """黄山市2023年招商引资工作总结

发布时间：2024-01-10　发布单位：黄山市投资促进局

2023年，全市新签约亿元以上项目150个，总投资612.5亿元。其中，已开工项目96个，开工率为64%。\
歙县签约亿元以上项目48个，总投资190.3亿元。休宁县签约亿元以上项目36个，总投资128亿元。

2023年，全市新签约5亿元以上项目40个。其中，制造业项目18个。通过展会共签约项目95个。歙县总投资26亿元的徽墨新材料基地项目已封顶，\
总投资14亿元的新安冷链产业园项目正在建设。
"""
PAPERS = {"上半年.txt": FIRST_HALF, "总结.txt": YEAR_BEFORE}


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
        pytest.param(("2023年全市签约多少亿元以上项目", "总投资多少"), "612.5亿元", id="money-of-the-city"),
        pytest.param(("2023年全市签约多少亿元以上项目", "开工率呢"), "64%", id="rate-of-the-city"),
        pytest.param(("2023年歙县签约多少个", "比休宁多几个"), "12个", id="more-than-another"),
        pytest.param(
            ("2023年歙县签约多少个", "总投资呢", "比休宁多几个"), "48 − 36", id="the-count-and-not-the-money"
        ),
        pytest.param(("上半年黟县签约多少", "和歙县比差多少"), "11个", id="less-than-another"),
        pytest.param(
            ("全市上半年签约多少个亿元以上项目", "其中5亿的呢"), "13个", id="a-size-without-its-bound"
        ),
        pytest.param(
            ("全市上半年签约多少个亿元以上项目", "5亿元以上的呢", "哪个县最多"),
            "歙县最多，为5个",
            id="ranked-by-the-size-class",
        ),
        pytest.param(
            ("上半年5亿元以上签约项目哪个县最少", "去年同期呢"), "资料中没有", id="the-year-before-is-untold"
        ),
        pytest.param(("全市上半年签约多少个亿元以上项目", "目标是多少"), "资料中没有", id="no-aim-is-told"),
        pytest.param(("开发区上半年签约多少个", "5亿元以上的呢"), "1个", id="the-only-zone"),
        pytest.param(("上半年歙县签约多少", "出处是哪篇"), "出自《", id="which-paper"),
        pytest.param(("上半年歙县签约多少", "一句话总结"), "27个", id="in-one-sentence"),
        pytest.param(
            ("2023年全市签约5亿元以上项目多少个", "制造业的几个", "占多少"), "18 ÷ 40", id="part-of-a-class"
        ),
        pytest.param(
            ("徽墨新材料基地项目在哪", "新安冷链产业园项目呢", "两个一共投资多少"),
            "26 + 14 = 40",
            id="the-two-asked-of",
        ),
        pytest.param(("2022年祁门县签约多少个", "为什么"), "资料中没有", id="what-was-refused-has-no-reason"),
    ],
)
def test_a_turn_goes_on_with_what_the_talk_is_of(
    assistant: Assistant, turns: tuple[str, ...], told: str
) -> None:
    understood, answer = talked(assistant, *turns)
    assert told in answer, understood


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("市开发区上半年签约多少个", "10个", id="a-zone-the-city-runs"),
        pytest.param("歙县外出招商多少次", "31次", id="batches-and-times-count-alike"),
        pytest.param("黄山市上半年没开工的有多少个", "88 − 52 = 36", id="signed-and-not-started"),
        pytest.param("二季度和一季度比", "资料中没有", id="two-quarters-of-nobody"),
        pytest.param("前三的一共多少", "资料中没有", id="a-sum-of-nothing-named"),
        pytest.param("2023年歙县一季度签约多少个", "资料中没有", id="a-quarter-and-not-its-year"),
    ],
)
def test_a_figure_of_another_place_time_or_doing_is_not_told(
    assistant: Assistant, question: str, told: str
) -> None:
    assert told in assistant.ask(question).text
