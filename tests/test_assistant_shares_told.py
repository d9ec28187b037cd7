"""A share is told of the part and the whole it is of, or it is said that none is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from ingest_samples import asked_over

from assistant import Assistant

PAPER = """# 保山市2024年上半年招商引资情况

发布时间：2024-07-12

上半年，全市签约项目120个，其中制造业项目66个，占签约项目的比重为55%。服务业签约额198亿元，占签约总额的30%。

上半年，全市完成固定资产投资880亿元，其中工业投资完成240亿元，占比27.3%；民间投资完成430亿元。
"""
PAPERS = {"保山.md": PAPER}


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("保山上半年制造业项目占比多少？", "55%", "30%"),
        ("保山上半年制造业投资占比多少？", "资料中没有", "%"),
        ("保山上半年服务业签约额及占比？", "198亿元，占签约总额的30%", "55%"),
        ("保山上半年工业投资完成及占比？", "240亿元，工业投资完成占比27.3%", "430"),
        ("保山上半年民间投资及占比是多少？", "430亿元", "%"),
    ],
)
def test_a_share_is_of_what_is_asked(assistant: Assistant, question: str, told: str, never: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.text, answer.text
    assert never not in answer.text, answer.text


def test_a_share_that_is_not_told_is_said_to_be_missing(assistant: Assistant) -> None:
    assert "资料未说明占比" in assistant.ask("保山上半年民间投资及占比是多少？").notes


def test_value_added_is_asked_for_by_its_name(tmp_path: Path) -> None:
    paper = (
        "# 文山市2024年上半年经济运行\n\n发布时间：2024-07-20\n\n"
        "上半年，规上工业总产值723亿元，同比增长8.1%。规上工业增加值同比增长13.6%。\n"
    )
    with asked_over(tmp_path, {"文山.md": paper}) as opened:
        assert "13.6%" in opened.ask("文山上半年规上工业增加值同比增长多少？").text
