"""What a paper tells of an event: whose the projects are, where they stand and how far they have come."""

from __future__ import annotations

from ingest.ledger.figures import extract_figures
from ingest.ledger.projects import extract_projects
from vectorstore.document import Block, Document

_TOLD = (
    "会上，鹤壁市商务局推介了投资环境，鹤壁经济技术开发区作了专题推介。现场签约项目14个，其中："
    "珠海金箔科技有限公司投资30亿元建设锂电铜箔项目，选址鹤壁经济技术开发区；"
    "珠海海川线缆有限公司投资12.8亿元建设特种线缆项目，选址浚县，分两期建设。"
)
_PAPER = Document(
    id="d",
    name="d.txt",
    text=_TOLD,
    title="鹤壁市在珠海举办招商推介会",
    reference_date="2024-05-22",
    blocks=(Block(kind="paragraph", start=0, end=len(_TOLD)),),
)


def test_what_was_signed_is_of_the_city_and_not_of_the_zone_that_spoke() -> None:
    assert {row.subject for row in extract_figures(_PAPER) if row.raw == "14个"} == {"鹤壁市"}


def test_each_project_stands_where_it_is_sited_and_is_not_built_yet() -> None:
    projects = {row.name: row for row in extract_projects(_PAPER)}
    assert projects["特种线缆项目"].place == "浚县"
    assert projects["特种线缆项目"].stage != "开工/在建"
