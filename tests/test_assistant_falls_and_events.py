"""Districts that fell by so many, and one event of several that were counted together."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from ingest import ingest

MONTHLY = """# 2024年1—5月绵阳市招商引资月报

发布机构：绵阳市投资促进局　发布日期：2024-06-11

| 县市区 | 新签约亿元以上项目数（个） | 同比增减（个） | 到位资金（亿元） |
|---|---|---|---|
| 涪城区 | 58 | +6 | 128.4 |
| 游仙区 | 23 | +3 | 41.6 |
| 安州区 | 14 | -2 | 22.9 |
| 江油市 | 36 | 0 | 79.3 |
| 三台县 | 18 | -3 | 27.5 |
"""
EVENTS = """绵阳一季度活动回顾

2024-04-12

三台县、安州区开工率分别为58.2%和61.4%，低于全市平均水平。

今年一季度，涪城区举办的“越王楼消费节”“夜间经济周”“首店招商会”三大活动共签约项目38个，总投资61亿元。
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("falls")
    (folder / "a.md").write_text(MONTHLY, encoding="utf-8")
    (folder / "b.txt").write_text(EVENTS, encoding="utf-8")
    ingest([folder], store=Path(folder) / "store")
    return Assistant.open(Path(folder) / "store")


def test_districts_that_fell_by_so_many(asked: Assistant) -> None:
    told = asked.ask("2024年1-5月哪几个县市区签约项目数同比减少？").text
    assert "共2个" in told and "-2个" in told and "-3个" in told, told


def test_a_change_is_no_number_of_projects(asked: Assistant) -> None:
    told = asked.ask("2024年1-5月签约项目数最少的是哪个县市区？").text
    assert "安州区最少，为14个" in told, told


def test_one_event_is_not_told_the_total_of_several(asked: Assistant) -> None:
    told = asked.ask("越王楼消费节签约了多少项目？")
    assert told.refused, told.text
    assert "38个" in asked.ask("涪城区一季度三大活动共签约多少项目？").text


def test_below_the_average_of_all_is_no_average_to_work_out(asked: Assistant) -> None:
    told = asked.ask("哪些县开工率低于全市平均？").text
    assert "58.2%" in told and "61.4%" in told and "÷" not in told, told
