"""Projects of a list with prices, and what names none: a region, a city."""

from __future__ import annotations

from ingest.ledger.figures import extract_figures
from ingest.ledger.projects import extract_projects
from vectorstore.document import Block, Document
from vectorstore.ledger_rows import Project

TEXT = (
    "2022年，襄阳主动走出去招商，在京津冀、长三角、珠三角等地区新签约亿元以上项目205个。襄阳项目开复工数居全省首位。"
    "总投资12亿元的启航整车全新动力电池、总投资10亿元的云帆储能与动力电池等项目开工建设。"
    "樊城区2022年重点项目秋季集中开工，包括汉江科创大厦、樊城新建高中等14个项目，总投资70亿元。"
)


def read() -> Document:
    block = Block(kind="paragraph", start=0, end=len(TEXT))
    return Document(
        id="d", name="d.txt", text=TEXT, title="襄阳招商", reference_date="2023-01-18", blocks=(block,)
    )


def test_each_priced_item_is_a_project_by_its_whole_name() -> None:
    found = {row.name: row.investment for row in extract_projects(read())}
    assert found["启航整车全新动力电池项目"] == 12
    assert found["云帆储能与动力电池项目"] == 10


def test_regions_and_the_city_name_no_project() -> None:
    names = {row.name for row in extract_projects(read())}
    assert not names & {"京津冀项目", "长三角项目", "珠三角项目", "襄阳项目", "开复工项目"}


def test_what_a_list_counts_is_of_the_clause_before_it() -> None:
    rows = {row.raw: row.metric for row in extract_figures(read())}
    assert "集中开工" in rows["14个"]


def listed(text: str) -> dict[str, Project]:
    block = Block(kind="paragraph", start=0, end=len(text))
    document = Document(
        id="d", name="d.txt", text=text, title="襄阳招商", reference_date="2023-08-18", blocks=(block,)
    )
    return {row.name: row for row in extract_projects(document)}


def test_what_becomes_of_a_list_is_told_behind_it() -> None:
    rows = listed(
        "谷城县甲光伏发电项目、乙磨具叶轮加工项目等7个项目集中开工，总投资13亿元；"
        "盛康镇乡村振兴产业园项目、丙石英砂加工项目等6个项目集中竣工，总投资9.6亿元。"
    )
    assert {name: row.stage for name, row in rows.items() if "盛康" in name or "石英" in name} == {
        "盛康镇乡村振兴产业园项目": "竣工",
        "丙石英砂加工项目": "竣工",
    }


def test_the_total_behind_some_examples_is_of_none_of_them() -> None:
    rows = listed("开工建设项目113个，包括汉水智慧系统创新中心、江城科技创新示范区等，总投资2367亿元。")
    assert {row.investment for row in rows.values()} <= {None}


def test_kinds_and_all_of_them_name_no_project() -> None:
    rows = listed(
        "集成电路、新能源汽车产业链项目各12个。所涉项目总投资均超过百亿元，所有项目均落户樊城区。"
        "副市长李明介绍樊城区项目建设情况。签约项目主要为智能制造领域领先类项目。"
    )
    assert rows == {}
