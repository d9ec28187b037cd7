"""Of 由71%提高到78% the second value holds; 截至目前 stands for a half that is nearly over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ingest_samples import asked_over

from assistant import Assistant

JUNE = """铜仁市召开招商引资工作调度会

铜仁日报 2025年6月25日

6月24日，铜仁市召开招商引资工作调度会。截至目前，今年全市新签约亿元以上项目96个，实际到位资金318亿元。\
项目开工率由去年底的63%提高到72%，市本级招商专班从7个增加到12个。\
项目履约率从去年同期的66%上升到74%。

铜仁市将产业引导基金规模由原来的15亿元提高到40亿元，标准厂房租金由每平方米每月12元降至8元。\
锰系材料产能已从去年的18万吨提升至26万吨。
"""
YEAR = """铜仁市2023年招商引资工作情况通报

铜仁市投资促进局 2024年1月16日

2023年，全市新签约亿元以上项目186个，实际到位资金597亿元。

2022年，全市新签约亿元以上项目171个，实际到位资金552亿元。

分区县看，碧江区新签约亿元以上项目32个，到位资金98亿元；万山区新签约亿元以上项目27个，到位资金81亿元。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("since")
    with asked_over(folder, {"调度会.txt": JUNE, "通报.txt": YEAR}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("铜仁项目开工率是多少？", "72%", "2024年"),
        ("铜仁项目履约率是多少？", "74%", "2024年"),
        ("铜仁锰系材料产能多少？", "26万吨", "2024年"),
        ("铜仁招商专班有几个？", "12个", "2024年"),
        ("铜仁产业引导基金规模多大？", "40亿元", "目标"),
        ("铜仁标准厂房租金降租前是多少？", "12元", "目标"),
        ("铜仁上半年新签约亿元以上项目多少个？", "96个", "1—5月"),
        ("2023年碧江区新签约亿元以上项目多少个？", "32个", "2022年"),
    ],
)
def test_what_holds_and_of_when(assistant: Assistant, question: str, told: str, not_told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert told in answer.text
    assert not_told not in answer.text


def test_a_year_before_a_place_is_no_part_of_its_name(tmp_path: Path) -> None:
    """年德 and 阳新 are words of the dictionary, 2023年德阳新签约 none of them."""
    told = "德阳市2023年招商引资工作总结\n\n2024年1月10日\n\n2023年，全市新签约亿元以上项目378个。\n"
    with asked_over(tmp_path, {"总结.txt": told}) as opened:
        assert "378个" in opened.ask("2023年德阳新签约多少个亿元以上项目？").text


def test_a_paper_of_june_says_that_its_half_is_not_over(assistant: Assistant) -> None:
    assert "不是整个时段的数" in assistant.ask("铜仁2025年上半年到位资金多少？").text


@pytest.mark.parametrize(
    "question", ["铜仁一季度新签约亿元以上项目多少个？", "铜仁2025年三季度到位资金多少？"]
)
def test_it_stands_for_no_other_part_of_the_year(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused
