"""A table of districts: shares of goals beside what they are of, places from the front and from the back."""

from __future__ import annotations

import pytest

from assistant import Assistant

TABLE = """关于2026年上半年遵义市招商引资情况的通报

1—6月，全市到位资金266.1亿元。仁怀市白酒配套产业合同投资42.3亿元。

2026年上半年各县（市、区）招商引资完成情况表

单位：个、亿元

县（市、区）\t新引进项目 个数\t新引进项目 合同投资\t到位资金 实际\t到位资金 完成率
红花岗区\t38\t126.4\t71.2\t56.3%
汇川区\t35\t118.9\t68.5\t57.6%
仁怀市\t27\t88.6\t51.9\t58.6%
桐梓县\t19\t45.8\t20.6\t45.0%
湄潭县\t18\t43.3\t28.9\t36.0%
道真县\t11\t22.5\t25.0\t38.7%
"""
PAPERS = {"通报.txt": TABLE}


@pytest.mark.parametrize(("question", "said"), [
    ("遵义哪个县到位资金完成率最低？", "湄潭县最低，为36%"),
    ("遵义到位资金完成率后两名", "湄潭县最低，为36%"),
    ("遵义到位资金后三名", "桐梓县最少，为20.6亿元"),
    ("遵义到位资金倒数第二的是哪个县？", "道真县排倒数第2，为25亿元"),
    ("桐梓县到位资金排名", "到位资金 实际20.6亿元，在6个中排第6"),
    ("道真县合同投资排第几？", "合同投资22.5亿元，在6个中排第6"),
    ("仁怀市合同投资多少？", "88.6亿元"),
    ("仁怀市白酒配套产业合同投资多少？", "42.3亿元"),
])  # fmt: skip
def test_a_table_is_ranked_from_both_ends(assistant: Assistant, question: str, said: str) -> None:
    assert said in assistant.ask(question).text


def test_a_share_stands_beside_the_amount_it_is_of(assistant: Assistant) -> None:
    table = assistant.ask("遵义到位资金完成率前三名").table
    assert table is not None
    assert [row.cells[0] for row in table.rows] == ["仁怀市", "汇川区", "红花岗区"]
    assert [row.cells[2].split("（")[0] for row in table.rows] == ["51.9亿元", "68.5亿元", "71.2亿元"]
