"""A written ledger of projects: districts down the side, zones by their kind, where investors come from."""

from __future__ import annotations

import pytest

from assistant import Assistant

LEDGER = """襄阳市2026年重点招商项目台账

金额单位：亿元

县市区\t序号\t项目名称\t投资方\t注册地\t计划总投资\t已完成投资\t当前阶段
襄州区\t1\t动力电池三期\t锐驰新能源股份有限公司\t深圳\t58\t21.4\t在建
襄州区\t2\t特种材料产业园\t湖北航材集团\t襄阳\t12.6\t3.2\t在建
襄城区\t3\t磷石膏综合利用\t江汉化工集团\t宜昌\t8.9\t0\t签约未开工
樊城区\t4\t滨江商务总部楼\t天安骏达集团\t深圳\t16\t0\t洽谈
高新区\t5\t硅谷动力总成\t众行控股集团\t杭州\t45\t30.6\t在建
枣阳市\t6\t改性材料\t东海化学集团\t烟台\t15.8\t6.3\t在建
谷城县\t7\t锻造四期\t三江锻造集团\t武汉\t6.7\t6.7\t投产
"""
PAPERS = {"台账.txt": LEDGER}


@pytest.mark.parametrize(("question", "names"), [
    ("襄阳在建项目有哪些？", {"动力电池三期", "特种材料产业园", "硅谷动力总成", "改性材料"}),
    ("襄阳哪些项目还没开工？", {"磷石膏综合利用", "滨江商务总部楼"}),
    ("深圳企业在襄阳投资了哪些项目？", {"动力电池三期", "滨江商务总部楼"}),
    ("襄阳项目台账里已投产的有几个？", {"锻造四期"}),
    ("襄阳总投资40亿元以上的项目有哪些？", {"动力电池三期", "硅谷动力总成"}),
    ("襄州区有哪些项目？", {"动力电池三期", "特种材料产业园"}),
])  # fmt: skip
def test_the_ledger_is_listed_by_place_stage_size_and_origin(
    assistant: Assistant, question: str, names: set[str]
) -> None:
    table = assistant.ask(question).table
    assert table is not None
    assert {row.cells[0] for row in table.rows} == names


def test_a_zone_named_by_its_kind_is_the_citys(assistant: Assistant) -> None:
    table = assistant.ask("襄阳总投资40亿元以上的项目有哪些？").table
    assert table is not None
    assert {row.cells[1] for row in table.rows} == {"襄州区", "襄阳高新区"}


def test_the_projects_of_a_district_are_added_up(assistant: Assistant) -> None:
    assert "58 + 12.6 = 70.6" in assistant.ask("襄州区项目总投资合计多少？").text
