"""Questions on a city that no table of the country's divisions has."""

from __future__ import annotations

import pytest

from assistant import Assistant

QUARTER = """# 衡州市一季度招商引资成绩单

发布时间：2025-04-11　发布单位：衡州市投资促进局

一季度，衡州市新签约亿元以上项目146个，总投资612亿元。

清湖区新签约亿元以上项目38个，总投资171亿元；江山县新签约亿元以上项目44个，总投资150.5亿元；\
岚桥市新签约亿元以上项目29个，总投资96亿元；衡州经开区新签约亿元以上项目35个，总投资194.5亿元。

清湖区依托湖滨科创走廊招引研发机构；江山县围绕竹制品做强加工链。
"""
YEAR = """# 清湖招商再出新招

衡州日报　2025年1月9日

清湖区2024年新签约亿元以上项目127个，实际使用外资1.2亿美元，力争2025年新签约亿元以上项目140个。
"""


PAPERS = {"季度.md": QUARTER, "年度.md": YEAR}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("清湖区2025年一季度新签约亿元以上项目多少个？", "38个"),
        ("清湖一季度签约项目总投资多少？", "171亿元"),
        ("2025年一季度哪个县区新签约亿元以上项目最多？", "江山县最多，为44个"),
        ("衡州一季度新签约亿元以上项目多少个？", "146个"),
        ("清湖区和岚桥市一季度新签约亿元以上项目一共多少个？", "38 + 29 = 67"),
        ("清湖区2024年实际使用外资多少？", "1.2亿美元"),
        ("清湖区2025年的目标是多少个？", "140个"),
        ("江山县招商围绕什么产业？", "竹制品"),
        ("一季度亿元以上项目数超过30个的有哪些？", "衡州经开区"),
        ("岚桥市比清湖区少签约多少个？", "9个"),
    ],
)
def test_it_is_answered_as_any_city_is(assistant: Assistant, question: str, said: str) -> None:
    assert said in assistant.ask(question).text


@pytest.mark.parametrize(
    "question",
    ["江山县2024年新签约亿元以上项目多少个？", "岚桥市实际使用外资多少？", "沅海区一季度签约多少个？"],
)
def test_what_the_papers_do_not_tell_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused
