"""What officials ask of a feature on districts and of the paper that takes it up again months later."""

from __future__ import annotations

import pytest

from assistant import Assistant

FEATURE = """绵阳日报
2022年7月21日

县域竞速 招商当先
——全市招商引资“半年考”巡礼

上半年，全市新签约重大项目186个，协议总投资1724.5亿元；到位市外资金538.2亿元，完成全年任务的56.1%。2022年确保到位市外资金960亿元以上、新签约重大项目360个。

涪城区：管家上门

涪城区组建8个招商分局，驻点成都、重庆、深圳、上海四地，设立规模20亿元的产业引导基金，带动社会资本43亿元。上半年签约项目48个，其中制造业项目35个。总投资65亿元的长虹显示配套园于5月12日开工。

游仙区：院所经济

游仙区依托中物院等院所，实施“院所成果就地转化”计划，上半年转化科技成果41项，落地项目26个。总投资55亿元的富乐芯谷封装测试项目于3月26日签约。

安州区：汽车链

安州区上半年签约项目24个，开工21个，开工率87.5%，为全市最高。总投资12亿元的翼航无人机基地项目已取得施工许可证。

江油市：钢城转身

总投资100亿元的锂电材料园项目3月8日开工，由国恒高科投资建设。
"""
TAKEN_UP = """绵阳日报
2023年1月16日

招商引资“年终答卷”出炉

2022年，全市新签约重大项目378个，协议总投资3562.1亿元，超额完成360个的年度目标；到位市外资金1003.7亿元，同比增长13.2%。

协议总投资方面，江油市以713.4亿元领跑，涪城区、游仙区分别为588.7亿元和421.6亿元。到位市外资金居前三位的是涪城区、江油市、安州区，分别为218.6亿元、176.3亿元、98.5亿元。

全年签约项目数由多到少依次为：涪城区92个、江油市79个，其余为游仙区和安州区，分别为61个和49个。

一批项目加快推进：长虹显示配套园主厂房封顶；锂电材料园项目建成试生产，总投资由100亿元追加到180亿元；华晨商用车项目正式签约，落户安州区，总投资35亿元；北山医药项目启动规划设计。

2023年全市目标：到位市外资金1150亿元以上，新签约重大项目400个。
"""
PAPERS = {"巡礼.txt": FEATURE, "盘点.txt": TAKEN_UP}


@pytest.mark.parametrize(("question", "said"), [
    ("2022年全年到位市外资金多少，增长多少？", ("1003.7亿元", "13.2%")),
    ("2022年到位市外资金完成目标的多少？", ("1003.7 ÷ 960 = 104.55%",)),
    ("绵阳2022年新签约重大项目目标完成了吗？", ("已达到目标", "378个")),
    ("2023年新签约重大项目和到位资金目标分别是多少？", ("400个", "1150亿元")),
    ("游仙区上半年转化了多少项科技成果？", ("41项",)),
    ("涪城区产业引导基金带动了多少社会资本？", ("43亿元",)),
    ("涪城区非制造业项目有几个？", ("48 − 35 = 13",)),
    ("上半年哪个县区开工率最高？", ("安州区", "87.5%")),
    ("长虹显示配套园现在什么进度？", ("主厂房封顶",)),
    ("锂电材料园项目总投资多少？", ("180亿元",)),
    ("富乐芯谷封装测试项目总投资多少？", ("富乐芯谷封装测试项目", "55亿元")),
])  # fmt: skip
def test_the_question_is_answered(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert all(piece in answer.text for piece in said), answer.text


@pytest.mark.parametrize(("question", "rows"), [
    ("2022年协议总投资各县区排名", ("江油市713.4亿元", "涪城区588.7亿元", "游仙区421.6亿元")),
    ("2022年到位市外资金前三的县区", ("涪城区218.6亿元", "江油市176.3亿元", "安州区98.5亿元")),
    ("2022年各县区签约项目数排名", ("涪城区92个", "江油市79个", "游仙区61个", "安州区49个")),
])  # fmt: skip
def test_a_ranking_told_behind_a_list_of_places_is_read(
    assistant: Assistant, question: str, rows: tuple[str, ...]
) -> None:
    table = assistant.ask(question).table
    assert table is not None
    assert [row.cells[0] + row.cells[-1] for row in table.rows][: len(rows)] == list(rows)


def test_a_project_stands_in_no_place_of_the_item_before(assistant: Assistant) -> None:
    assert "北山医药" not in assistant.ask("安州区有哪些项目？").text


def test_what_a_plan_in_quotation_marks_brought_is_no_aim(assistant: Assistant) -> None:
    assert "目标" not in assistant.ask("游仙区上半年转化了多少项科技成果？").text
