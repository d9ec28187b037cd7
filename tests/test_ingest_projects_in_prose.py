"""Whose is each figure of a project told in a sentence or two, and what does it measure?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from short_rows import short_rows

from ingest.ledger.project_names import project_names
from ingest.ledger.projects import extract_projects
from language.text import fold
from vectorstore.document import Block, Document


def _told(text: str, title: str = "绥化市招商引资") -> set[str]:
    return short_rows(text, title=title, day="2024-11-20")


def _costs(text: str) -> dict[str, Decimal | None]:
    block = Block(kind="paragraph", start=0, end=len(text))
    document = Document(
        id="d", name="d.txt", text=text, title="绥化市招商引资", reference_date="2024-11-20", blocks=(block,)
    )
    return {one.name: one.investment for one in extract_projects(document)}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "福建某企业投资的石墨电极棒项目落户青冈县，总投资25亿元。",
            {"石墨电极棒项目|总投资|25亿元|"},
            id="none of the province it comes from",
        ),
        pytest.param(
            "青冈县与上海电气签订2亿元的风电塔筒项目、与安徽应流签订6亿元的精密铸件项目。",
            {"风电塔筒项目|投资额|2亿元|", "精密铸件项目|投资额|6亿元|"},
            id="contracts for so much",
        ),
        pytest.param(
            "由浙江康达新材料有限公司投资6.5亿元建设的年产20万吨改性沥青项目，选址肇东市。",
            {"年产20万吨改性沥青项目|投资|6.5亿元|", "年产20万吨改性沥青项目|年产改性沥青|20万吨|"},
            id="who pays is no measure",
        ),
        pytest.param(
            "位于海伦市的汉麻产业园二期总投资4.8亿元，建成标准厂房12栋，入驻企业46家。",
            {
                "汉麻产业园二期|总投资|4.8亿元|", "汉麻产业园二期|建成标准厂房|12栋|",
                "汉麻产业园二期|入驻企业|46家|",
            },
            id="what was built of it",
        ),
        pytest.param(
            "兰西县服装水洗项目因环评未通过终止，涉及投资1.6亿元。",
            {"服装水洗项目|涉及投资|1.6亿元|"},
            id="what a project that was ended would have cost",
        ),
        pytest.param(
            "望奎县的甜菜深加工项目由韩国株式会社绿源出资2800万美元兴建，现已到账1200万美元。",
            {"甜菜深加工项目|出资|2800万美元|", "甜菜深加工项目|到账|1200万美元|"},
            id="paid in of what is put up",
        ),
        pytest.param(
            "庆安县引进的深圳飞龙集团负极材料项目，原计划投资30亿元，现调整为22亿元。",
            {"深圳飞龙集团负极材料项目|投资|22亿元|",
                "深圳飞龙集团负极材料项目|投资（更正前）|30亿元|",},
            id="a plan that was changed",
        ),
        pytest.param(
            "庆安县引进的北京中粮集团大豆蛋白项目计划投资30亿元，其中固定资产投资22亿元。",
            {"北京中粮集团大豆蛋白项目|固定资产投资|22亿元|"},
            id="what of it is fixed assets",
        ),
        pytest.param(
            "明水县大鹅包装产业园项目总投资从8亿元增加到13.5亿元。",
            {"大鹅包装产业园项目|总投资|13.5亿元|", "大鹅包装产业园项目|总投资（更正前）|8亿元|"},
            id="a total that was raised",
        ),
        pytest.param(
            "青冈县“智能装备小镇”一期工程投资5.6亿元已竣工，二期投资7.2亿元正在建设。",
            {"“智能装备小镇”一期工程|投资|5.6亿元|", "“智能装备小镇”二期工程|二期投资|7.2亿元|"},
            id="each phase of what a name in quotes says",
        ),
        pytest.param(
            "绥棱县壶山机床小镇总投资52亿元，其中今年计划投资9亿元，1—10月完成7.6亿元，占年度计划的84.4%。",
            {
                "壶山机床小镇|总投资|52亿元|", "壶山机床小镇|年度计划投资|9亿元|2024",
                "壶山机床小镇|完成投资|7.6亿元|2024-01..2024-10",
                "壶山机床小镇|完成投资占年度目标|84.4%|2024-01..2024-10",
            },
            id="what was done of a total is none",
        ),
        pytest.param(
            "绥棱县元立金属制品项目总投资18亿元，年度计划投资5亿元，截至10月底已完成4.1亿元。",
            {"元立金属制品项目|完成投资|4.1亿元|2024-01..2024-10"},
            id="done so far",
        ),
        pytest.param(
            "兰西县亚麻期货交割库项目建设周期18个月，建成后新增产能5000吨，首期资金3000万元已到位。",
            {"亚麻期货交割库项目|建成后新增产能|5000吨|!", "亚麻期货交割库项目|首期资金|3000万元|"},
            id="months count nothing",
        ),
        pytest.param(
            "明水县小米精深加工项目总投资3.2亿元（含上级补助6000万元），其中企业自筹2亿元。",
            {"小米精深加工项目|上级补助|6000万元|", "小米精深加工项目|企业自筹|2亿元|"},
            id="where the money is from",
        ),
        pytest.param(
            "青冈县硅光伏一体化项目签约投资120亿元，实际到位资金36亿元，到位率30%。",
            {"硅光伏一体化项目|实际到位资金|36亿元|", "硅光伏一体化项目|到位率|30%|"},
            id="paid in of one project",
        ),
        pytest.param(
            "庆安县宣纸小镇项目年度投资计划2.4亿元，上半年完成1.5亿元。",
            {"宣纸小镇项目|完成投资|1.5亿元|2024-H1"},
            id="done of a plan",
        ),
        pytest.param(
            "肇东市今年开工的最大项目是新洋丰磷酸铁锂，总投资60亿元；次之为金汉江纤维素，总投资12亿元。",
            {"新洋丰磷酸铁锂项目|总投资|60亿元|", "金汉江纤维素项目|总投资|12亿元|"},
            id="named as the largest",
        ),
        pytest.param(
            "海伦市签约项目5个，投资最多的为华通大豆二期（5.2亿元），最少的为安柠饮品（3000万元）。",
            {"华通大豆二期项目|投资额|5.2亿元|", "安柠饮品项目|投资额|3000万元|"},
            id="named as the most and the least",
        ),
        pytest.param(
            "安达市九恒条码、坤昊电子、贵德纺织三个项目总投资分别为10亿元、5.5亿元、8亿元。",
            {"九恒条码|总投资|10亿元|", "坤昊电子|总投资|5.5亿元|", "贵德纺织|总投资|8亿元|"},
            id="what each of three costs",
        ),
        pytest.param(
            "望奎县集中签约光热、风电、储能项目各2个，总投资分别为32亿元、18亿元、9亿元。",
            {
                "望奎县|集中签约风电项目|2个|", "望奎县|集中签约光热项目总投资|32亿元|",
                "望奎县|集中签约储能项目总投资|9亿元|",
            },
            id="what each kind costs",
        ),
        pytest.param(
            "安达市码头工业城的理文造纸四期项目，投资额5亿美元，折合人民币约36亿元。",
            {"理文造纸四期项目|投资额|5亿美元|", "理文造纸四期项目|投资额|36亿元|"},
            id="the same in another currency",
        ),
        pytest.param(
            "明水县矿泉水项目总投资11亿元，截至10月底累计完成投资6.7亿元，完成总投资的60.9%，其中今年完成3.1亿元。",
            {
                "矿泉水项目|完成投资|6.7亿元|", "矿泉水项目|完成总投资|60.9%|2024-01..2024-10",
                "矿泉水项目|完成投资|3.1亿元|2024-01..2024-10",
            },
            id="done in all and this year",
        ),
        pytest.param(
            "兰西县引进的益生菌饮料项目一期投资1.8亿元，今年3月建成投产；二期追加投资2.5亿元，10月启动。",
            {"益生菌饮料项目一期|投资|1.8亿元|", "益生菌饮料项目二期|二期追加投资|2.5亿元|"},
            id="what is added for a second phase",
        ),
        pytest.param(
            "安达市中药材物流港项目分两期建设，首期200亩已动工，计划投资8亿元。",
            {"中药材物流港项目|投资|8亿元|"},
            id="a first phase is no name",
        ),
    ],
)  # fmt: skip
def test_a_figure_is_of_its_project(text: str, rows: set[str]) -> None:
    assert rows <= _told(text), _told(text)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "望奎县签约额年度目标120亿元，截至三季度末完成88亿元。",
            {"望奎县|签约额年度目标|120亿元|2024!", "望奎县|签约额|88亿元|2024-01..2024-09"},
            id="of an aim",
        ),
        pytest.param(
            "望奎县到位资金目标任务35亿元，1—9月实现26.6亿元，完成76%。",
            {
                "望奎县|到位资金|26.6亿元|2024-01..2024-09",
                "望奎县|到位资金完成年度目标|76%|2024-01..2024-09",
            },
            id="of a task",
        ),
        pytest.param(
            "全市到位资金2024年目标为380亿元，前三季度已完成271亿元，为目标的71.3%。",
            {"绥化市|到位资金完成年度目标|71.3%|2024-01..2024-09"},
            id="the share of an aim",
        ),
    ],
)
def test_what_was_done_is_no_aim(text: str, rows: set[str]) -> None:
    assert rows <= _told(text), _told(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("最小的是安达乳品包装项目（0.8亿元）", ["安达乳品包装项目"]),
        ("分别为立讯连接器项目、木林森灯具项目", ["立讯连接器项目", "木林森灯具项目"]),
        ("樟树市“药谷一号”项目开工", ["“药谷一号”项目"]),
        ("今年谋划包装项目62个", []),
        ("“三个一批”项目总投资56亿元", []),
    ],
)
def test_a_name_is_told_whole(text: str, names: list[str]) -> None:
    assert [one.name for one in project_names(fold(text))] == names


def test_an_amount_of_one_phase_is_not_the_whole_s() -> None:
    text = "兰西县新建的鹏飞甲醇制氢项目分三期推进，一期15亿元已投产，二期22亿元在建，三期规划投资30亿元。"
    assert _costs(text) == {"鹏飞甲醇制氢项目": None}
    assert "鹏飞甲醇制氢项目|一期投资|15亿元|" in _told(text)


def test_phases_told_by_their_number_are_summed_up() -> None:
    text = "兰西县蔬菜深加工项目第一期建设投资3亿元，第二期4亿元，合计7亿元。"
    assert _costs(text) == {"蔬菜深加工项目": None}
    assert not any("第一期" in row and "7亿元" in row for row in _told(text))


def test_what_a_phase_builds_does_not_own_it() -> None:
    text = "蓝湾海洋药物产业园总投资22亿元，分两期：一期投资9亿元，建中试车间和质检中心。"
    assert "蓝湾海洋药物产业园|一期投资|9亿元|" in _told(text)


def test_what_a_rule_grants_of_a_list_is_kept() -> None:
    text = "首次认定为国家级、省级、市级企业技术中心的，分别奖励100万元、50万元、15万元。"
    assert {row.split("|")[2] for row in _told(text)} == {"100万元", "50万元", "15万元"}


def test_two_projects_in_two_counties_are_of_neither() -> None:
    assert not _told("明水县飞鹤奶粉四期、兰西县禹王大豆蛋白两个项目开工，投资额合计19亿元。")


@pytest.mark.parametrize(
    "text",
    [
        "肇东市今年签下大单，浙江某纺织巨头拟斥资45亿元建面料产业园，首期18亿元年内动工。",
        "肇东市玉米加工园引进企业9家，其中百色果业、桂味食品两家分别投资2.1亿元和1.4亿元。",
    ],
)
def test_where_an_investor_is_from_owns_nothing(text: str) -> None:
    assert not {row for row in _told(text) if row.startswith(("浙江", "百色"))}


def test_two_places_that_sign_together_stay_together() -> None:
    assert not _told("青冈县与明水县签订合作项目12个。")


def test_a_campaign_in_quotes_owns_nothing() -> None:
    assert _told("青冈县“三个一批”项目总投资56亿元。") == {"青冈县|三个一批项目总投资|56亿元|"}
