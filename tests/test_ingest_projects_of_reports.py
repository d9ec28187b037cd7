"""Projects as newspapers and bulletins print them: makers in names, fields after commas, parts, sites."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.ledger.figures import extract_figures
from ingest.ledger.opening import scene_of
from ingest.ledger.projects import extract_projects
from ingest.text import load
from vectorstore.document import Block, Document
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


TEN = """安康市2025年重点产业项目巡礼
1.秦巴硒谷装备制造基地
项目位于汉滨区，投资方为硒谷智能科技有限公司，总投资26亿元，占地300亩。2024年9月开工，目前主体结构封顶，预计今年12月投产。
2.旬阳航空零部件智能工厂
由陕西旬航精密制造有限公司投资8.6亿元，在旬阳市吕河镇建设，2025年3月签约。
3.石泉蚕桑文旅小镇二期
总投资6.5亿元，2023年11月开工，因资金问题，2025年1月起停工。
"""
TOWNS = """招商引资工作简报
安溪县招商办编　2024年6月28日
石厝镇：引进泉州顺和新材料有限公司高分子材料项目，总投资3.2亿元。
东坪镇：与厦门金排厨柜股份有限公司签订智能家居产业园项目，总投资15亿元。
6月25日，总投资35亿元的川中锂电回收利用基地在安溪经济开发区开工。
成都三得利家居有限公司智能家具项目（总投资5亿元）主体完工；安溪绿园包装纸箱厂（总投资8000万元）已投产。
天起锂业年产2万吨碳酸锂项目去年已达产。
"""


@pytest.mark.parametrize(
    ("text", "name", "investor", "amount", "stage"),
    [
        (TEN, "秦巴硒谷装备制造基地", "硒谷智能科技有限公司", "26", "主体/封顶"),
        (TEN, "旬阳航空零部件智能工厂", "陕西旬航精密制造有限公司", "8.6", "签约"),
        (TEN, "石泉蚕桑文旅小镇二期", "", "6.5", ""),
        (TOWNS, "泉州顺和新材料有限公司高分子材料项目", "泉州顺和新材料有限公司", "3.2", ""),
        (TOWNS, "智能家居产业园项目", "厦门金排厨柜股份有限公司", "15", "签约"),
        (TOWNS, "川中锂电回收利用基地", "", "35", "开工/在建"),
        (TOWNS, "安溪绿园包装纸箱厂", "", "8000", "投产/运营"),
    ],
)
def test_a_project_under_its_heading_or_behind_a_town(
    text: str, name: str, investor: str, amount: str, stage: str
) -> None:
    row = projects(text)[name]
    assert (row.investor, row.investment, row.stage) == (investor, Decimal(amount), stage)


def test_a_town_before_a_colon_is_where_its_projects_stand() -> None:
    assert projects(TOWNS)["智能家居产业园项目"].place == "东坪镇"


@pytest.mark.parametrize(
    ("text", "name", "investor"),
    [
        (
            "四是与江宁鸿图燃气公司洽谈的乡村燃气管道项目，计划投资5亿元。",
            "乡村燃气管道项目",
            "江宁鸿图燃气公司",
        ),
        ("一是与天星家居集团洽谈的家居商贸城项目，计划投资8亿元。", "家居商贸城项目", "天星家居集团"),
        ("苏州天固拟发行债券，用于电子浆料生产项目、净水产品扩产项目。", "电子浆料生产项目", ""),
        ("各方促成了数字场景应用项目签约。", "数字场景应用项目", ""),
    ],
)
def test_a_name_has_no_verb_nor_partner_before_it(text: str, name: str, investor: str) -> None:
    rows = projects(text)
    assert name in rows
    assert rows[name].investor == investor


def test_a_building_project_in_a_prospectus_is_not_being_built() -> None:
    rows = projects(
        "澄川科技于2022年3月14日披露的招股书显示，拟募集资金6亿元，分别用于传感装置扩产建设项目、陀螺仪生产建设项目。"
    )
    assert [(row.stage, row.date) for row in rows.values()] == [("", ""), ("", "")]


def test_what_has_come_in_of_a_project_is_its_own() -> None:
    text = "引进省港航公司投资13.6亿元兴建金溪航电枢纽工程，今年到位资金3.07亿元。"
    assert list(projects(text)) == ["金溪航电枢纽工程"]
    block = Block(kind="paragraph", start=0, end=len(text))
    rows = extract_figures(
        Document(id="d", name="d.txt", text=text, reference_date="2025-10-08", blocks=(block,))
    )
    assert {row.raw: "航电枢纽工程" in row.subject for row in rows}["3.07亿元"]


def test_equipment_that_is_bought_is_no_project() -> None:
    assert list(projects("宝源海洋工程项目拟增加投资20亿元，用于购置海洋工程装备。")) == ["宝源海洋工程项目"]
