"""A sentence on the matter is no answer unless it tells the event, the person or the figure asked for."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "云杉.md": "---\ntitle: 海门区云杉电池项目\npublished: 2025-07-03\n---\n"
    "海门区云杉电池项目由远帆公司投资，2025年6月18日签约。海门区招商局副局长陈默到场致辞。\n",
    "园区.md": "---\ntitle: 海门区产业园区\npublished: 2025-07-05\n---\n"
    "2025年上半年，海门区产业园区新签约项目17个，其中5亿元以上项目4个，已有企业230家。\n",
}


@pytest.mark.parametrize(
    "question",
    [
        "海门区云杉电池项目哪天开工？",
        "海门区招商局书记是谁？",
        "海门区招商局局长是谁？",
        "2024年上半年海门区产业园区新签约项目多少个？",
        "海门区产业园区10亿元以上项目有多少个？",
        "海门区49个项目的总投资是多少？",
    ],
    ids=[
        "another event",
        "another post",
        "a deputy's post",
        "another year",
        "another size class",
        "another number of them",
    ],
)
def test_what_is_like_it_is_not_given_for_it(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused, answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("海门区云杉电池项目哪天签约？", "6月18日"),
        ("海门区招商局副局长是谁？", "陈默"),
        ("2025年上半年海门区产业园区新签约项目多少个？", "17个"),
        ("海门区产业园区5亿元以上项目有多少个？", "4个"),
    ],
)
def test_the_very_thing_asked_for_is_given(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert told in answer.text
