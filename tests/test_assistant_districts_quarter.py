"""A newspaper's round of districts, asked in officials' short words: firms, parts, ranks, groups, a table."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "株洲_2025一季度.txt": (
        "株洲各区县抢项目\n株洲日报记者 周某\n2025-04-09\n"
        "今年一季度，芦淞区签约亿元以上项目26个，总投资88.4亿元。该区先后赴长沙、佛山等9个城市，拜访蓝鲸集团、北辰集团等42家企业。\n"
        "荷塘区一季度签约亿元以上项目31个。新签约的31个项目中，包含锐科刀具等17个先进制造项目、禾丰粮油等9个食品加工项目。\n"
        "天元区一季度签约亿元以上项目38个，招引人工智能项目11个，力争全年招引人工智能项目30个以上。\n"
        "2月18日，总投资16亿元的高端显示后道（Mini-Panel）项目落户天元区。"
        "3月6日注册成立的启航电服（株洲）有限公司，聚焦换电业务，今年计划建成换电站12座。\n"
        "石峰区在深圳、苏州两地设立招商联络站，已签约轨道轴承项目。\n"
    ),
    "渌口区_2024二季度考核.txt": (
        "渌口区何以夺魁\n株洲晚报 2024-07-25\n"
        "日前，株洲公布2024年二季度重点工作考核结果。考核实行以来共发布5次榜单，前四次均是天元区位居第一。\n"
        "这一次渌口区以96.35分的好成绩夺魁。1—6月，渌口区签约项目120个。渌口区力争全年签约项目160个。\n"
    ),
    "株洲海关_2024.txt": (
        "株洲各部门谈开放\n株洲日报 2024-02-20\n"
        "株洲海关关长何某说，株洲海关将坚持“三个畅通”，服务全市开放招商。畅通物流通道，支持中欧班列扩量。"
        "畅通通关流程，推行先放后检。畅通企业诉求，设立专窗。\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("启航电服在株洲成立了什么公司？", "启航电服（株洲）有限公司", "蓝鲸集团"),
        ("芦淞区拜访了哪些企业？", "蓝鲸集团、北辰集团等42家企业", "启航"),
        ("荷塘区先进制造项目有几个，举个例子", "17个", "共1个项目"),
        ("荷塘区食品加工项目有哪些？", "9个", "共1个项目"),
        ("天元区一季度招了几个AI项目？", "11个", "38个"),
        ("Mini-Panel项目投资多少？", "16亿元", "88.4"),
        ("石峰区的联络站设在哪几个城市？", "深圳、苏州", "佛山"),
        ("渌口区二季度考了多少分，排第几？", "96.35分", "天元区"),
        ("渌口区二季度考核排第几？", "夺魁", "天元区"),
        ("渌口区签约160个项目的目标完成了多少？", "75%", "资料未说明"),
        ("株洲海关怎么服务招商？", "畅通企业诉求", "启航"),
        ("株洲各区一季度签约亿元以上项目数列个表", "天元区最多", "共3个项目"),
        ("列出株洲各区一季度签约亿元以上项目数", "天元区最多", "共3个项目"),
    ],
)
def test_what_is_asked_is_told(assistant: Assistant, question: str, told: str, never: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.text and never not in answer.text and not answer.refused


@pytest.mark.parametrize("question", ["Mini-Panel项目是哪家企业投的？", "轨道轴承项目是哪家公司投资的？"])
def test_nobody_is_named_who_invests(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused


def test_districts_are_put_side_by_side(assistant: Assistant) -> None:
    table = assistant.ask("株洲各区一季度签约亿元以上项目数列个表").table
    assert table is not None
    assert [row.cells[0] for row in table.rows] == ["天元区", "荷塘区", "芦淞区"]
