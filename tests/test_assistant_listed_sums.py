"""Sums over a list of projects: of those at the stage asked for, not of the whole list."""

from __future__ import annotations

import pytest

from assistant import Assistant

LIBRARY = """绵阳高新区2026年储备项目库

项目\t拟投资企业\t拟投资额(亿元)\t当前状态
中试线\t甲集团\t35\t在谈
封测产线\t乙公司\t12.5\t已签约
终端产业园\t丙公司\t8.8\t在谈
底盘工厂\t丁公司\t10\t已签约
合计\t4个\t66.3\t
"""
SIGNED = """宝鸡市2026年上半年签约项目

项目名称\t签约县区\t客商单位\t合同额（亿元）\t签约日期
钛合金铸件\t金台区\t甲公司\t9.3\t1月9日
冷链中心\t眉县\t乙公司\t2.4\t4月15日
零部件\t岐山县\t丙公司\t14.7\t4月22日
"""
PAPERS = {"library.txt": LIBRARY, "signed.txt": SIGNED}


@pytest.mark.parametrize(("question", "said"), [
    ("绵阳高新区已签约项目投资额合计多少？", "12.5 + 10 = 22.5"),
    ("绵阳高新区在谈项目总投资合计多少？", "35 + 8.8 = 43.8"),
    ("宝鸡上半年签约合同额合计多少？", "14.7 + 9.3 + 2.4 = 26.4"),
])  # fmt: skip
def test_projects_of_one_list_are_added_up(assistant: Assistant, question: str, said: str) -> None:
    assert said in assistant.ask(question).text


def test_a_month_lists_what_was_signed_in_it(assistant: Assistant) -> None:
    table = assistant.ask("宝鸡4月签约的项目有哪些？").table
    assert table is not None
    assert {row.cells[0] for row in table.rows} == {"冷链中心", "零部件"}
