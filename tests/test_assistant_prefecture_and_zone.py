"""A paper titled after a prefecture is about all of it, though a county and a zone bear its name too."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "楚雄.md": (
        "# 上半年楚雄州招商引资稳步向好\n\n发布时间：2023-07-19　来源：彝州新闻\n\n"
        "今年上半年，全州新签约项目97个，协议总投资388.2亿元，实际使用外资1320万美元。\n\n"
        "在楚雄高新区，总投资16亿元的晟铜箔项目已开工。楚雄市新签约项目22个，禄丰市新签约18个，楚雄综合保税区新签约3个。\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("楚雄州上半年签了多少个项目", "97个", id="the-prefecture"),
        pytest.param("全州上半年实际使用外资多少", "1320万美元", id="all-of-it"),
        pytest.param("楚雄市上半年签约项目多少个", "22个", id="the-city-of-its-name"),
    ],
)
def test_the_prefecture_its_city_and_its_zone_are_told_apart(
    assistant: Assistant, question: str, told: str
) -> None:
    answer = assistant.ask(question)
    assert told in answer.text and not answer.refused


def test_what_is_told_of_all_is_not_the_zone_s(assistant: Assistant) -> None:
    assert assistant.ask("楚雄综合保税区上半年实际使用外资多少").refused
