"""Projects as newspapers and bulletins print them: makers in names, fields after commas, parts, sites."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.ledger.projects import extract_projects
from ingest.ledger.topics import scene_of
from ingest.text import load
from vectorstore.document import Document
from vectorstore.ledger_rows import Project

SIGNED = """我县在苏州举办招商推介会
来源：宁远县商务局 2025-04-11
4月9日，宁远县招商推介会在苏州举行。推介会上共签约项目6个。
签约项目名单：
1.十里铺五金工具生产项目，苏州锐刃工具有限公司，投资3.2亿元，落户湾井镇；
2.竹木家居总部及展销中心项目，浙江竹韵集团，投资1.4亿元，落户仁和镇。
"""
PROGRESS = """永州市重点招商项目进展情况通报
一、零陵区
1.中联环保装备产业园项目。由中联重科环境产业有限公司投资，总投资12亿元，占地200亩。目前总装车间主体完工，涂装车间正在设备安装。
2.前程乳业加工项目。总投资5.1亿元，建设日处理鲜奶600吨生产线。升压站已建成，钢结构吊装完成70%。
3.光伏制氢项目。投资方为宝能氢业股份有限公司，总投资40亿元，开工时间由8月推迟到11月，目前完成备案。
4.智算中心项目。总投资调整为16.5亿元，已于8月复工。
"""
NEWS = """祁阳：项目建设提速
由深圳潮信电子有限公司投资建设的高端陶瓷基板项目，计划总投资18亿元，选址黎家坪工业园，用地210亩。
湖南汇新包装有限公司将投资4.2亿元在大村甸镇建设绿色包材生产基地，建成后年产环保箱8000万只。
落户了和泰生物年产5万吨双甘膦项目、玖化合成氨项目。
“3号车间主体已经封顶，正在进行外墙装饰。”该项目经理孙梁介绍，项目由上海宠物集团投资12亿元建设。
部分项目推进较慢，上海朴宿酒店管理有限公司表示将加快进度，2023年10月开工。
县城污水处理厂扩建工程总投资2.3亿元。
"""


def projects(text: str) -> dict[str, Project]:
    loaded = load(text.encode())
    document = Document(
        id="d", name="d.txt", text=loaded.text, title=text.split("\n")[0], reference_date="2025-10-08",
        blocks=loaded.blocks,
    )  # fmt: skip
    return {row.name: row for row in extract_projects(document)}


@pytest.mark.parametrize(
    ("name", "investor", "amount", "place"),
    [
        ("十里铺五金工具生产项目", "苏州锐刃工具有限公司", "3.2", "湾井镇"),
        ("竹木家居总部及展销中心项目", "浙江竹韵集团", "1.4", "仁和镇"),
    ],
)
def test_an_item_tells_its_investor_and_its_town_between_commas(
    name: str, investor: str, amount: str, place: str
) -> None:
    row = projects(SIGNED)[name]
    assert (row.investor, row.investment, row.place) == (investor, Decimal(amount), place)
    assert row.stage == "签约"  # the list is of what was signed; where it settles is no stage


def test_the_city_that_lends_the_hall_is_not_what_the_report_is_about() -> None:
    loaded = load(SIGNED.encode())
    document = Document(
        id="d", name="d.txt", text=loaded.text, title=SIGNED.split("\n")[0], blocks=loaded.blocks
    )
    focus = scene_of(document).focus
    assert focus is not None
    assert focus.name == "宁远县"


@pytest.mark.parametrize(
    ("name", "amount", "stage"),
    [
        ("中联环保装备产业园项目", "12", "主体/封顶"),
        ("前程乳业加工项目", "5.1", "开工/在建"),
        ("光伏制氢项目", "40", ""),
        ("智算中心项目", "16.5", "开工/在建"),
    ],
)
def test_what_follows_the_name_of_an_item_is_of_it_and_its_parts_are_no_projects(
    name: str, amount: str, stage: str
) -> None:
    rows = projects(PROGRESS)
    assert (rows[name].investment, rows[name].stage) == (Decimal(amount), stage)
    assert len(rows) == 4
    assert rows["光伏制氢项目"].investor == "宝能氢业股份有限公司"


def test_names_of_a_newspaper_begin_with_their_maker_and_end_with_what_is_built() -> None:
    rows = projects(NEWS)
    assert set(rows) == {
        "高端陶瓷基板项目", "绿色包材生产基地", "和泰生物年产5万吨双甘膦项目", "玖化合成氨项目",
        "县城污水处理厂扩建工程",
    }  # fmt: skip


def test_who_builds_it_is_told_before_the_name_and_where_behind_it() -> None:
    rows = projects(NEWS)
    signed, based = rows["高端陶瓷基板项目"], rows["绿色包材生产基地"]
    assert (signed.investor, signed.place) == ("深圳潮信电子有限公司", "黎家坪工业园")
    assert (based.investor, based.investment, based.place) == (
        "湖南汇新包装有限公司", Decimal("4.2"), "大村甸镇"
    )  # fmt: skip
