"""Projects in the items of a list, and what is called 项目 and is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.ledger.figures import extract_figures
from ingest.ledger.projects import extract_projects
from vectorstore.document import Block, Document
from vectorstore.ledger_rows import Project

LIST = """- 京东方第8.6代AMOLED显示器件生产线项目（双流区），总投资630亿元，3月27日开工，计划2026年10月投产；
- 蓝讯储能系统智能工厂项目（高新区），总投资28亿元，一期投资9亿元，已于4月开工；
- 新津锂电结构件扩产项目，总投资7.5亿元，新建6条产线，6月28日竣工；
- 温江区细胞药物产业园，总投资19亿元，由三江玖源生物科技有限公司投资建设，目前主体结构封顶。"""
OPENING = "成都市上半年：双流区签约12个；高新区签约30个；温江区签约9个；新津区8个。"


def document(text: str, *, kind: str) -> Document:
    """A report of 成都: its opening, then a block of this kind."""
    start = len(OPENING) + 1
    return Document(
        id="d", name="d.txt", text=f"{OPENING}\n{text}", title="成都市招商引资", reference_date="2025-07-18",
        blocks=(
            Block(kind="paragraph", start=0, end=start - 1),
            Block(kind=kind, start=start, end=start + len(text)),  # type: ignore[arg-type]
        ),
    )  # fmt: skip


def projects(text: str, *, kind: str = "paragraph") -> dict[str, Project]:
    return {row.name: row for row in extract_projects(document(text, kind=kind))}


@pytest.mark.parametrize(
    ("name", "place", "amount", "stage", "date"),
    [
        ("京东方第8.6代AMOLED显示器件生产线项目", "双流区", "630", "开工/在建", "2025-03-27"),
        ("蓝讯储能系统智能工厂项目", "成都高新区", "28", "开工/在建", "2025-04"),
        ("新津锂电结构件扩产项目", "新津区", "7.5", "竣工", "2025-06-28"),
        ("温江区细胞药物产业园", "温江区", "19", "主体/封顶", ""),
    ],
)
def test_an_item_tells_name_place_amount_stage_and_time(
    name: str, place: str, amount: str, stage: str, date: str
) -> None:
    row = projects(LIST, kind="list")[name]
    assert (row.place, row.investment, row.stage, row.date) == (place, Decimal(amount), stage, date)


def test_a_company_named_with_a_numeral_invests() -> None:
    assert projects(LIST, kind="list")["温江区细胞药物产业园"].investor == "三江玖源生物科技有限公司"


def test_figures_of_an_item_are_its_projects_and_take_no_time_from_the_item_before() -> None:
    rows = {row.raw: row for row in extract_figures(document(LIST, kind="list"))}
    assert (rows["6条"].subject, rows["6条"].period) == ("新津锂电结构件扩产项目", "")
    assert (rows["630亿元"].subject, rows["630亿元"].place) == (
        "京东方第8.6代AMOLED显示器件生产线项目",
        "双流区",
    )
    assert (rows["28亿元"].subject, rows["28亿元"].place) == ("蓝讯储能系统智能工厂项目", "成都高新区")


def test_each_part_of_a_sentence_has_its_own_time_and_place() -> None:
    told = (
        "在双流区，总投资25亿元的澜图航空部件项目3月2日动工；"
        "在温江区，总投资46亿元的瑞禾疫苗基地项目已完成桩基施工。"
    )
    found = projects(told)
    assert (found["澜图航空部件项目"].date, found["瑞禾疫苗基地项目"].date) == ("2025-03-02", "")
    places = {row.raw: row.place for row in extract_figures(document(told, kind="paragraph"))}
    assert (places["25亿元"], places["46亿元"]) == ("双流区", "温江区")


@pytest.mark.parametrize(
    "told",
    [
        "单个项目最高奖励2000万元。",
        "对成功引荐项目的机构给予奖励。",
        "拿地即开工项目办理时限压缩至15个工作日。",
        "申报项目须在年内开工。",
        "依托中国工程物理研究院，成果转化项目36个。",
        "中国工程院院士团队签约落户。",
    ],
)
def test_what_meets_a_condition_or_is_an_institute_is_no_project(told: str) -> None:
    assert projects(told) == {}


def test_where_an_item_says_that_its_project_is() -> None:
    text = "1. 蓝讯包装项目，双流区，总投资2亿元\n2. 新津酒瓶项目，安西镇，总投资1亿元"
    rows = projects(text, kind="list")
    assert {name: row.place for name, row in rows.items()} == {
        "蓝讯包装项目": "双流区",
        "新津酒瓶项目": "安西镇",
    }
    told = {row.raw: row.subject for row in extract_figures(document(text, kind="list"))}
    assert (told["2亿元"], told["1亿元"]) == ("蓝讯包装项目", "新津酒瓶项目")
