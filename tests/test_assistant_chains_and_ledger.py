"""Chains of industry listed one behind the other, towns taken together, a ledger under its headings."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant import Assistant

CHAINS = """衡阳日报
2025年10月20日　第1版

前三季度衡阳市产业链招商综述

1至9月，全市新签约项目397个，合同引资1286亿元；履约率、开工率、投产率分别为93.5%、70.8%和49.4%。

特种材料链签约61个、引资237亿元，盐卤及精细化工链52个、198亿元，数字经济链48个、124亿元。

截至10月31日，全市累计新签约项目438个，10月当月新签约41个。

耒阳市签约41个、引资133亿元；衡南县签约36个、引资118亿元。石鼓区、珠晖区、雁峰区、蒸湘区四个城区共签约98个，引资346亿元，占全市近三成。

全市建立“一月一调度、一季一讲评”机制，累计兑现奖补资金2.3亿元。

未按期开工的项目有2个：衡阳县瑞达锂电回收项目（总投资8亿元，原定5月开工，现推迟至12月）、祁东县黄花菜深加工产业园（总投资3.2亿元，用地未落实）。

各地要坚决完成全年新签约500个、到位内资1000亿元、实际使用外资1.5亿美元目标任务。
"""
LEDGER = """榆阳区2024年三季度重点产业项目进展情况（2024年9月30日）

一、已投产项目（2个）
1.陕煤榆林化学年产50万吨DMC一期项目，位于清水工业园，总投资28.6亿元，7月20日投产。
2.大唐榆阳300兆瓦光伏项目，总投资14.5亿元，8月并网发电。

二、在建项目（2个）
3.中煤特种聚烯烃项目，总投资68亿元，形象进度35%。
4.氢能装备产业园一期，由国富氢能投资，总投资12亿元，3月开工，厂房主体封顶。

三、签约未开工项目（1个）
5.牛羊肉精深加工项目，总投资2.1亿元，用地手续已办结。

四、终止项目（1个）
6.兰炭尾气制LNG项目，总投资5.4亿元，6月签约，因气源不足于9月解除协议。
"""
NEWS = """榆林日报讯　2025年1月10日，市招商局发布2024年全市招商引资“成绩单”：全年新签约项目412个，\
总投资3268亿元。

神木市签约96个、总投资872亿元，两项均居首位；榆阳区签约53个、总投资586亿元，到位资金241.3亿元；靖边县签约44个、总投资376亿元。
"""
PAPERS = {"综述.txt": CHAINS, "台账.txt": LEDGER, "成绩单.txt": NEWS}


@pytest.mark.parametrize(("question", "said"), [
    ("前三季度衡阳开工率多少", ("开工率70.8%",)),
    ("哪条产业链引资最多？", ("特种材料链最多，为237亿元", "盐卤及精细化工链", "124亿元")),
    ("数字经济链引资占全市合同引资比重", ("124 ÷ 1286 = 9.64%",)),
    ("四个城区共签约多少个", ("98个",)),
    ("衡阳签约目标完成多少了", ("438 ÷ 500 = 87.6%",)),
    ("神木市平均每个项目投资多少", ("872 ÷ 96",)),
    ("神木市签约占全市多少", ("96 ÷ 412 = 23.3%",)),
    ("2024年榆林签约最多的县区", ("神木市最多，为96个",)),
])  # fmt: skip
def test_a_part_has_what_is_told_of_it(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert [piece for piece in said if piece not in answer.text] == []


@pytest.mark.parametrize(("question", "names"), [
    ("榆阳区在建项目有哪些", {"中煤特种聚烯烃项目", "氢能装备产业园一期"}),
    ("榆阳区签约未开工的项目", {"牛羊肉精深加工项目"}),
    ("榆阳区终止的项目有哪些", {"兰炭尾气制LNG项目"}),
    ("榆阳区总投资超过50亿元的项目", {"中煤特种聚烯烃项目"}),
    ("榆阳区三季度投产的项目有哪些", {"陕煤榆林化学年产50万吨DMC一期项目", "大唐榆阳300兆瓦光伏项目"}),
])  # fmt: skip
def test_a_heading_tells_the_stage_of_what_is_listed_under_it(
    assistant: Assistant, question: str, names: set[str]
) -> None:
    table = assistant.ask(question).table
    assert table is not None
    assert {row.cells[0] for row in table.rows} == names


def test_no_districts_amount_is_given_for_another(assistant: Assistant) -> None:
    assert assistant.ask("靖边县到位资金多少").refused


def test_figures_in_brackets_are_of_the_project_before_them(assistant: Assistant) -> None:
    told = {row.value: row.subject for row in assistant.figures(metric="总投资") if row.value < 9}
    assert "瑞达锂电回收项目" in told[8]
    assert "黄花菜深加工产业园" in told[Decimal("3.2")]


def test_what_is_ordered_is_an_aim_and_a_rhythm_is_no_quarter(assistant: Assistant) -> None:
    rows = [row for row in assistant.figures(subject="衡阳市") if row.value in (500, 1000)]
    assert {row.modality for row in rows} == {"target"}
    assert [row.period for row in assistant.figures(metric="奖补资金")] == [""]
