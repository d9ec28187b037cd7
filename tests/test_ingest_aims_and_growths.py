"""What is a figure that stands behind an amount: its growth, its share of an aim, its surplus?"""

from __future__ import annotations

import pytest

from ingest.ledger.figures import extract_figures
from ingest.ledger.projects import extract_projects
from vectorstore.document import Block, Document

PLACES = "绵阳市：涪城区、游仙区、安州区、江油市、三台县、盐亭县、梓潼县、北川县、平武县。"


def _document(text: str) -> Document:
    whole = f"{PLACES}\n{text}"
    blocks = (Block(kind="paragraph", start=len(PLACES) + 1, end=len(whole)),)
    return Document(id="d", name="d.txt", text=whole, reference_date="2024-07-20", blocks=blocks)


def _told(text: str) -> set[str]:
    """Rows in short: whose, what, how much; ! marks an aim, ^ a change."""
    return {
        f"{row.subject}|{row.metric}|{row.value.normalize():f}{row.unit}"
        f"{'!' if row.modality == 'target' else ''}{'^' if row.is_growth else ''}"
        for row in extract_figures(_document(text))
    }


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "一季度，全市签约亿元以上项目214个，同比增幅19.5%，完成开门红目标的112%；协议引资额981亿元，同比增速11.5%。",
            {
                "绵阳市|签约亿元以上项目同比增幅|19.5%^",
                "绵阳市|签约亿元以上项目完成开门红目标|112%",
                "绵阳市|协议引资额同比增速|11.5%^",
            },
            id="a-rate-of-growth-is-of-the-amount-before-it",
        ),
        pytest.param(
            "上半年，全市新开工亿元以上项目134个，超出年初目标14个；利用外资1.2亿美元，超过年度目标0.3亿美元。",
            {
                "绵阳市|开工亿元以上项目|134个",
                "绵阳市|开工亿元以上项目超年度目标数|14个^",
                "绵阳市|利用外资超年度目标数|0.3亿美元^",
            },
            id="what-goes-beyond-an-aim-is-no-aim",
        ),
        pytest.param(
            "上半年，江油市签约项目48个，超额完成全年目标任务40个。",
            {"江油市|签约项目年度目标|40个!"},
            id="the-aim-that-is-passed-is-one",
        ),
        pytest.param(
            "上半年，全市签约项目327个，为年度目标300个的109%；到位资金58亿元，相当于全年任务的31%。",
            {
                "绵阳市|签约项目年度目标|300个!",
                "绵阳市|签约项目完成年度目标|109%",
                "绵阳市|到位资金完成年度目标|31%",
            },
            id="so-much-of-the-aim",
        ),
        pytest.param(
            "上半年，全市签约项目履约率93.2%，开工率81.5%，分别较上年提高2.6个、4.9个百分点。",
            {"绵阳市|签约项目履约率较上年提高|2.6个百分点^", "绵阳市|开工率较上年提高|4.9个百分点^"},
            id="points-are-of-the-rates-before-them",
        ),
        pytest.param(
            "上半年签约项目数：涪城区121个、三台县51个、平武县（含飞地）15个。",
            {"三台县|签约项目数|51个", "平武县|签约项目数|15个"},
            id="a-place-with-what-is-counted-in",
        ),
        pytest.param(
            "涪城区（绵阳高新区）上半年签约亿元以上项目63个，合同引资额388亿元。",
            {"涪城区|签约亿元以上项目|63个", "涪城区|合同引资额|388亿元"},
            id="the-zone-in-brackets-is-no-part-of-the-measure",
        ),
        pytest.param(
            "从签约额看，上半年涪城区180.5亿元，江油市121.7亿元。",
            {"涪城区|签约额|180.5亿元", "江油市|签约额|121.7亿元"},
            id="what-is-looked-at",
        ),
        pytest.param(
            "绵阳市推介会在成都市举行，三百余人参会，成都市绵阳商会揭牌，并向10位大使颁发聘书。此外，现场签约项目47个，签约总金额410亿元。",
            {"绵阳市|现场签约项目|47个", "绵阳市|签约总金额|410亿元"},
            id="a-chamber-of-another-city-leads-nothing",
        ),
    ],
)
def test_what_stands_behind_an_amount(text: str, rows: set[str]) -> None:
    told = _told(text)
    assert rows <= told, told


def test_so_many_as_are_listed_are_of_none_of_them() -> None:
    told = _told("绵阳市将新设上海、深圳两个驻外招商中心，加上已有的北京、杭州两个，总数达到4个。")
    assert not any(row.startswith("杭州市") for row in told), told


@pytest.mark.parametrize(
    ("text", "name", "investor"),
    [
        pytest.param(
            "总投资18亿元的博朗热管理系统项目6月开工，由德国博朗集团投资建设。",
            "博朗热管理系统项目",
            "德国博朗集团",
            id="a-month-behind-the-name",
        ),
        pytest.param(
            "总投资22亿元的长虹5G智慧园区三期3月投产，新增产值预计30亿元。",
            "长虹5G智慧园区三期",
            "",
            id="a-phase-behind-its-price",
        ),
        pytest.param("华信电池项目12月投产。", "华信电池项目", "", id="a-month-of-two-digits"),
        pytest.param(
            "江油市引入了总投资12亿元的远航电机项目，预计明年投产。",
            "远航电机项目",
            "",
            id="a-verb-invests-nothing",
        ),
    ],
)
def test_a_project_keeps_its_whole_name(text: str, name: str, investor: str) -> None:
    told = {row.name: row.investor for row in extract_projects(_document(text))}
    assert told.get(name) == investor, told


def test_an_item_with_its_cost_in_brackets_is_a_project() -> None:
    told = {
        row.name: (row.place, row.investment, row.stage)
        for row in extract_projects(
            _document(
                "6月份新开工重点项目：涪城区安泰储能电池项目（总投资21亿元）、三台县长虹座舱扩能（总投资7亿元）、"
                "江油市财通无人机整机制造二期（总投资3.4亿元）。"
            )
        )
    }
    assert told["长虹座舱扩能"] == ("三台县", 7, "开工/在建"), told
    assert told["财通无人机整机制造二期"][0] == "江油市", told


def test_an_investor_may_begin_with_new() -> None:
    told = extract_projects(
        _document("涪城区引入了总投资12亿元的跨境结算平台项目，由新加坡星展通公司与绵阳汇泽集团共同投资。")
    )
    assert [row.investor for row in told if "跨境" in row.name] == ["新加坡星展通公司"]
