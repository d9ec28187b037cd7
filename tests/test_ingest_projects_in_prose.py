"""Whose is each figure of a project told in a sentence or two, and what does it measure?"""

from __future__ import annotations

import pytest
from short_rows import short_rows

from ingest.ledger.project_names import project_names
from language.text import fold


def _told(text: str, title: str = "绥化市招商引资") -> set[str]:
    return short_rows(text, title=title, day="2024-11-20")


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
            {"深圳飞龙集团负极材料项目|计划投资|22亿元|",
                "深圳飞龙集团负极材料项目|计划投资（更正前）|30亿元|",},
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


def test_two_places_that_sign_together_stay_together() -> None:
    assert not _told("青冈县与明水县签订合作项目12个。")


def test_a_campaign_in_quotes_owns_nothing() -> None:
    assert _told("青冈县“三个一批”项目总投资56亿元。") == {"青冈县|三个一批项目总投资|56亿元|"}
