"""Two measures of one place set against each other, and rates asked for by their names."""

from __future__ import annotations

from pathlib import Path

import pytest
from ingest_samples import asked_over

from assistant import Assistant

PAPER = """2024年株洲市招商引资情况

2024年，株洲市新签约亿元以上项目928个，同比增长7.8%，总投资4934.3亿元。其中，已开工（运营）项目766个，开工（运营）率为82.5%，同比提升3.5个百分点。
"""
PAPERS = {"年报.txt": PAPER}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2024年株洲市已开工项目比新签约项目少多少个？", "少162个（928 − 766 = 162）"),
        ("2024年株洲市新签约项目比开工项目多多少个？", "多162个（928 − 766 = 162）"),
        ("2024年株洲市新签约项目的开工率是多少？", "82.5%"),
    ],
)
def test_each_side_is_told_and_what_lies_between(assistant: Assistant, question: str, told: str) -> None:
    assert told in assistant.ask(question).text


def test_a_growth_told_alone_says_of_what(assistant: Assistant) -> None:
    text = assistant.ask("2024年株洲市新签约项目开工率多少？同比提高多少？").text
    assert "82.5%" in text
    assert "3.5个百分点" in text
    assert "928" not in text


def test_a_rate_is_ranked_by_rates_and_no_counts(tmp_path: Path) -> None:
    paper = (
        "2025年8月招商通报\n\n1—8月，株洲市新签约项目287个，开工率70.7%。其中，攸县新签约项目25个，开工率60.0%；"
        "茶陵县新签约项目18个，开工率61.1%；醴陵市新签约项目49个，开工率77.8%。全年目标签约项目420个。\n"
    )
    with asked_over(tmp_path, {"通报.txt": paper}) as assistant:
        assert "攸县最少" in (text := assistant.ask("株洲开工率哪个县最低？").text) or "攸县最低" in text
        assert "25个" not in text
        assert "133个" not in assistant.ask("株洲开工率还差多远？").text
