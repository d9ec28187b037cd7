"""Monthly tables that rank districts: printed ranks of this month and the last, both ends, who fell."""

from __future__ import annotations

import pytest

from assistant import Assistant

_TABLE = """赣州市招商引资工作领导小组办公室

赣招商办字〔2024〕31号

关于2024年1—10月全市招商引资工作情况的通报

表1　2024年1—10月利用省外资金完成情况（单位：亿元）

| 名次 | 县（市、区） | 全年任务 | 1—10月完成 | 完成率 | 同比增长 | 上月名次 |
|---|---|---|---|---|---|---|
| 1 | 信丰县 | 90 | 83.7 | 93.0% | 14.2% | 3 |
| 2 | 章贡区 | 150 | 136.5 | 91.0% | 8.8% | 1 |
| 3 | 龙南市 | 100 | 84.6 | 84.6% | -2.1% | 2 |
| 4 | 会昌县 | 50 | 40.3 | 80.6% | 3.5% | 4 |
| 5 | 石城县 | 40 | 28.8 | 72.0% | -5.6% | 5 |
|  | 全市 | 430 | 373.9 | 87.0% | 5.9% |  |

2024年11月6日
"""
PAPERS = {"通报.md": _TABLE}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("赣州利用省外资金完成率第一和最后的是哪个县？", ("信丰县", "石城县"), id="both-ends"),
        pytest.param(
            "赣州完成率最高和最低的区县分别是谁？", ("信丰县", "93%", "石城县", "72%"), id="most-and-least"
        ),
        pytest.param("章贡区省外资金完成率排第几？", ("第2位",), id="as-printed"),
        pytest.param("章贡区上月排名第几？", ("1—9月", "第1位", "下降1位"), id="of-last-month"),
        pytest.param("信丰县名次比上个月上升了吗？", ("上升2位",), id="moved"),
        pytest.param("会昌县排名有变化吗？", ("没有变化",), id="unmoved"),
        pytest.param("赣州哪些县区利用省外资金同比下降？", ("龙南市", "石城县"), id="who-fell"),
    ],
)
def test_ranks_are_told_as_the_table_prints_them(
    assistant: Assistant, question: str, told: tuple[str, ...]
) -> None:
    text = assistant.ask(question).text
    assert all(each in text for each in told), text


def test_last_months_rank_is_of_last_month(assistant: Assistant) -> None:
    ranks = {
        (row.period, f"{row.value:f}") for row in assistant.figures(subject="章贡区") if row.unit == "位"
    }
    assert ranks == {("2024-01..2024-10", "2"), ("2024-01..2024-09", "1")}


def test_a_rank_of_one_place_needs_no_table(assistant: Assistant) -> None:
    assert assistant.ask("章贡区省外资金完成率排第几？").table is None


def test_the_title_is_below_the_letterhead(assistant: Assistant) -> None:
    citation = assistant.ask("章贡区省外资金完成率排第几？").citations[0]
    assert citation.title == "关于2024年1—10月全市招商引资工作情况的通报"
