"""Papers that set a blank between Chinese characters and numbers."""

from __future__ import annotations

import pytest

from assistant import Assistant

TABLE = """# 2024 年 1—5 月株洲市招商引资月报

发布日期：2024-06-11

表 1 各县市区签约情况

| 县市区 | 新签约亿元以上项目数（个） | 到位资金（亿元） |
|---|---|---|
| 天元区 | 58 | 128.4 |
| 芦淞区 | 14 | 22.9 |
| 醴陵市 | 36 | 79.3 |
"""
LIST = """# 六安市 2024 年上半年招商成效

发布日期：2024-07-15

亿元以上新签约项目：霍山县 34 个、金寨县 32 个、市开发区 14 个、裕安区 27 个。
"""
PAPERS = {"月报.md": TABLE, "成效.md": LIST}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("天元区2024年1-5月到位资金多少？", "128.4亿元"),
        ("2024年1-5月株洲哪个县市区新签约亿元以上项目最多？", "天元区最多，为58个"),
        ("六安市开发区2024年上半年亿元以上新签约项目多少个？", "14个"),
        ("霍山县2024年上半年亿元以上新签约项目多少个？", "34个"),
    ],
)
def test_the_blanks_say_nothing(assistant: Assistant, question: str, said: str) -> None:
    assert said in assistant.ask(question).text


def test_the_next_place_of_a_list_is_no_part_of_an_answer(assistant: Assistant) -> None:
    assert "市开发区" not in assistant.ask("霍山县2024年上半年亿元以上新签约项目多少个？").text
