"""A question may set a bound on the values of places: those that keep to it are told, and no others."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPER = """# 上半年滁州市招商引资情况

发布时间：2025-07-08

1—6月，全市新签约项目92个，签约额331.5亿元；实际到位内资160亿元，完成年度目标的52.1%。

| 县市区 | 签约项目（个） | 签约额（亿元） | 同比（%） | 到位内资（亿元） | 完成年度目标（%） |
|---|---|---|---|---|---|
| 琅琊区 | 31 | 121.4 | 12.5 | 62.0 | 57.4 |
| 来安县 | 27 | 96.2 | 7.1 | 44.5 | 55.6 |
| 全椒县 | 22 | 82.3 | -2.2 | 38.1 | 48.3 |
| 凤阳县 | 12 | 31.6 | -8.4 | 15.4 | 41.0 |

来安县签约亿元以上项目9个，全椒县签约亿元以上项目5个。

下一步，力争10月签约总投资200亿元以上的项目。
"""


PAPERS = {"通报.md": PAPER}


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("签约额超过90亿元的县市区有哪些？", ["琅琊区", "来安县"]),
        ("签约额在50亿元以上的区县有几个？", ["琅琊区", "来安县", "全椒县"]),
        ("签约额不足40亿元的县有哪些？", ["凤阳县"]),
        ("签约项目少于25个的区县有哪些？", ["全椒县", "凤阳县"]),
        ("到位内资完成年度目标超过55%的县市区有哪些？", ["琅琊区", "来安县"]),
        ("签约额同比下降的县市区有哪些？", ["全椒县", "凤阳县"]),
        ("有几个区县签约额增长了？", ["琅琊区", "来安县"]),
    ],
)
def test_the_places_within_a_bound(assistant: Assistant, question: str, kept: list[str]) -> None:
    first = assistant.ask(question).text.split("\n")[0]
    assert f"共{len(kept)}个：" in first, first
    assert [name for name in ("琅琊区", "来安县", "全椒县", "凤阳县") if name in first] == kept


def test_a_size_class_beside_a_named_place_bounds_no_places(assistant: Assistant) -> None:
    assert "9 − 5 = 4" in assistant.ask("来安县签约亿元以上项目比全椒县多多少？").text


def test_a_figure_of_the_city_ranks_no_districts(assistant: Assistant) -> None:
    assert "200" not in assistant.ask("哪个区的项目总投资最多？").text


def test_a_place_without_a_row_is_given_no_rank(assistant: Assistant) -> None:
    assert "最多" not in assistant.ask("凤阳县的营商环境排第几？").text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("滁州上半年签约项目多少个，签约额多少？", ["92个", "331.5亿元"]),
        ("实际到位内资多少，完成年度目标多少？", ["160亿元", "52.1%"]),
    ],
)
def test_each_figure_asked_for_is_told(assistant: Assistant, question: str, said: list[str]) -> None:
    text = assistant.ask(question).text
    assert all(piece in text for piece in said), text


def test_whose_share_is_largest_is_not_any_share(assistant: Assistant) -> None:
    assert "%" not in assistant.ask("到位内资占全市比重最高的是哪个县市区，占多少？").text
    assert "38.75%" in assistant.ask("琅琊区到位内资占全市多少？").text
