"""Is an aim that its own sentence calls reached told so?"""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from ingest import ingest

PAPER = """# 奈曼旗2024年招商引资情况

2024年12月10日

奈曼旗引进到位资金36.8亿元，提前一个月完成全年30亿元的目标任务。奈曼旗全年计划签约项目40个。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    root: Path = tmp_path_factory.mktemp("reached")
    (root / "奈曼旗.md").write_text(PAPER, "utf-8")
    ingest([root / "奈曼旗.md"], store=root / "store")
    return Assistant.open(root / "store")


def test_an_aim_whose_sentence_says_that_it_was_reached(assistant: Assistant) -> None:
    text = assistant.ask("奈曼旗到位资金完成年度目标了吗？").text
    assert "提前一个月完成全年30亿元" in text
    assert "未说明" not in text


def test_an_aim_of_which_nothing_more_is_told_stays_a_plan(assistant: Assistant) -> None:
    text = assistant.ask("奈曼旗签约项目完成年度目标了吗？").text
    assert "计划签约项目40个" in text
