"""Lists of projects in groups, with ticks for stages, names and contents in one cell, in every format."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from ingest_samples import docx_bytes, xlsx_bytes

from ingest.kind import Kind
from ingest.reading import read_file
from ingest.wire import Request
from vectorstore.ledger_rows import Project

Rows = Sequence[Sequence[str]]
_TITLE = "沅江市2024年招商引资项目推进表"
FORMS: tuple[Kind, ...] = ("docx", "xlsx", "csv", "text")


def printed(kind: Kind, rows: Rows) -> bytes:
    if kind == "docx":
        return docx_bytes(_TITLE, table=rows)
    if kind == "xlsx":
        return xlsx_bytes(推进表=[[_TITLE], *rows])
    apart = "," if kind == "csv" else "\t"
    lines = [apart.join(row).rstrip("\t") for row in rows]
    return "\n".join([_TITLE, "", *lines] if kind == "text" else [_TITLE, *lines]).encode()


def projects(kind: Kind, rows: Rows) -> list[Project]:
    reading = read_file(
        Request(document_id="d", source="d", name=f"d.{kind}", sha256="", kind=kind, data=printed(kind, rows))
    )
    return list(reading.projects)


@pytest.mark.parametrize("kind", FORMS)
def test_a_row_that_heads_a_group_tells_the_stage_of_those_below(kind: Kind) -> None:
    rows = [
        ["序号", "项目名称", "所在区县", "投资企业", "总投资（亿元）"],
        ["一、签约项目（2个，总投资8亿元）", "", "", "", ""],
        ["1", "华铭高性能铝箔项目", "桃源县", "华铭新材料公司", "5"],
        ["2", "百川冷链物流园项目", "石门县", "百川集团", "3"],
        ["二、在建项目（1个）", "", "", "", ""],
        ["1", "金禾预制菜加工项目", "桃源县", "金禾食品公司", "2.5"],
    ]
    told = [(each.name, each.stage) for each in projects(kind, rows)]
    assert told == [
        ("华铭高性能铝箔项目", "签约"),
        ("百川冷链物流园项目", "签约"),
        ("金禾预制菜加工项目", "开工/在建"),
    ]


@pytest.mark.parametrize("kind", FORMS)
def test_a_row_that_heads_a_group_tells_its_place_or_its_trade(kind: Kind) -> None:
    rows = [
        ["序号", "项目名称", "投资方", "总投资（亿元）", "进展"],
        ["一、桃源县（1个）", "", "", "", ""],
        ["1", "华铭高性能铝箔项目", "华铭新材料公司", "5", "已签约"],
        ["二、新能源产业（1个）", "", "", "", ""],
        ["1", "鑫源储能电池项目", "鑫源科技公司", "12", "已开工"],
    ]
    first, second = projects(kind, rows)
    assert (first.place, first.industry) == ("桃源县", "")
    assert (second.place, second.industry) == ("沅江市", "新能源")


@pytest.mark.parametrize("kind", FORMS)
def test_a_tick_under_a_stage_tells_how_far_a_project_has_come(kind: Kind) -> None:
    rows = [
        ["序号", "项目名称", "承接地", "总投资（亿元）", "推进阶段", "推进阶段", "推进阶段"],
        ["", "", "", "", "签约", "开工", "投产"],
        ["1", "华铭高性能铝箔项目", "桃源县", "5", "√", "", ""],
        ["2", "百川冷链物流园项目", "石门县", "3", "√", "√", ""],
        ["3", "金禾预制菜加工项目", "桃源县", "2.5", "", "", "√"],
        ["4", "云帆精密机床项目", "桃源县", "2", "", "", ""],
    ]
    told = [(each.place, each.stage) for each in projects(kind, rows)]
    assert told == [("桃源县", "签约"), ("石门县", "开工/在建"), ("桃源县", "投产/运营"), ("桃源县", "")]


@pytest.mark.parametrize("kind", FORMS)
def test_a_name_ends_where_its_contents_begin(kind: Kind) -> None:
    rows = [
        ["序号", "项目名称及建设内容", "责任单位", "投资商", "投资规模", "进度"],
        ["1", "华铭高性能铝箔项目：用地112亩，达产后年产值约8亿元", "桃源县", "华铭公司", "5亿元", "在建"],
        ["2", "百川冷链物流园项目：用地68亩，建设冷库及配套设施", "市商务局", "百川集团", "3亿元", "已签约"],
    ]
    first, second = projects(kind, rows)
    assert (first.name, first.place, first.investor) == ("华铭高性能铝箔项目", "桃源县", "华铭公司")
    assert (first.investment, first.investment_unit, first.stage) == (5, "亿元", "开工/在建")
    assert (second.name, second.place) == ("百川冷链物流园项目", "沅江市")


def test_a_county_named_once_over_its_projects_holds_in_a_text_too() -> None:
    rows = [
        ["县（区）", "项目名称", "投资方", "总投资（亿元）", "状态"],
        ["桃源县", "华铭高性能铝箔项目", "华铭公司", "5", "已签约"],
        ["", "金禾预制菜加工项目", "金禾公司", "2.5", "在建"],
        ["石门县", "百川冷链物流园项目", "百川集团", "3", "在建"],
    ]
    assert [each.place for each in projects("text", rows)] == ["桃源县", "桃源县", "石门县"]


def test_a_total_and_a_heading_printed_again_are_no_projects() -> None:
    rows = [
        ["序号", "项目名称", "建设地点", "总投资（亿元）"],
        ["1", "华铭高性能铝箔项目", "桃源县", "5"],
        ["序号", "项目名称", "建设地点", "总投资（亿元）"],
        ["2", "百川冷链物流园项目", "石门县", "3"],
        ["合计", "", "", "8"],
    ]
    assert [each.name for each in projects("csv", rows)] == ["华铭高性能铝箔项目", "百川冷链物流园项目"]
