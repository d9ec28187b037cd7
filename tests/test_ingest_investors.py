"""Who invests in a project: told by the sentence, its name or sentences near; no place, no office."""

from __future__ import annotations

import pytest

from ingest.ledger.projects import extract_projects
from language.company import known_company, short_names
from vectorstore.document import Block, Document
from vectorstore.ledger_rows import Project


def _read(text: str) -> tuple[Project, ...]:
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(kind="paragraph", start=at, end=at + len(line)))
        at += len(line) + 1
    return extract_projects(
        Document(id="d", name="d.txt", text=text, reference_date="2025-04-10", blocks=tuple(blocks))
    )


def _project(text: str, part: str) -> Project:
    rows = _read(text)
    found = [row for row in rows if part in row.name]
    assert found, [row.name for row in rows]
    return found[0]


@pytest.mark.parametrize(
    ("text", "part", "investor"),
    [
        pytest.param(
            "澜图航空零部件项目由浙江澜图航空科技有限公司投资建设。",
            "零部件", "浙江澜图航空科技有限公司", id="by",
        ),
        pytest.param(
            "由世界500强企业博世集团投资12亿元的氢动力模块项目落户萧山区。",
            "氢动力", "博世集团", id="by-before",
        ),
        pytest.param(
            "启明集团计划投资30亿元在萧山区建设储能电芯生产基地项目。",
            "储能", "启明集团", id="invests-an-amount",
        ),
        pytest.param(
            "星河重工在萧山区投资建设海洋装备产业园项目。",
            "海洋装备", "星河重工", id="invests-in-a-place",
        ),
        pytest.param(
            "与头部企业云帆集团签约，建设智能座舱生产基地。",
            "智能座舱", "云帆集团", id="signed-with",
        ),
        pytest.param(
            "以云帆集团为龙头的智能网联产业园正式开工。",
            "智能网联", "云帆集团", id="led-by",
        ),
        pytest.param(
            "云帆集团旗下的智能座舱生产基地项目开工。",
            "智能座舱", "云帆集团", id="owned-by",
        ),
        pytest.param(
            "海尔智家中央空调项目落户萧山区。",
            "中央空调", "海尔", id="a-well-known-name-opens-it",
        ),
        pytest.param(
            "海辰药业原料药生产基地项目开工。",
            "原料药", "海辰药业", id="a-company-by-its-kind-opens-it",
        ),
        pytest.param(
            "全球第一梯队的纤维纳光伏组件项目签约。",
            "光伏组件", "纤维纳", id="praise-before-a-coined-name",
        ),
        pytest.param(
            "邀请台岳、云帆集团等20余家企业参会。云帆智能座舱项目签约。",
            "座舱", "云帆", id="learnt-elsewhere"
        ),
        pytest.param(
            "澜图航空零部件项目落户萧山区。该项目由云帆集团投资建设，总投资8亿元。",
            "澜图", "云帆集团", id="next-sentence"
        ),
        pytest.param(
            "成为云帆集团高端业态集聚地。大豆蛋白深加工项目加快建设。",
            "大豆", "云帆集团", id="introduced",
        ),
        pytest.param(
            "落户市南区的宁德时代，是该区重点布局的大项目。"
            "3月14日注册成立的时代电服（青岛）科技有限公司聚焦换电。",
            "时代电服", "宁德时代", id="a-subsidiary-that-shares-the-name",
        ),
    ],
)  # fmt: skip
def test_the_investor_is_read_where_the_text_tells_it(text: str, part: str, investor: str) -> None:
    assert _project(text, part).investor == investor


@pytest.mark.parametrize(
    ("text", "part"),
    [
        pytest.param("由萧山区政府投资建设的澜图航空零部件项目开工。", "澜图", id="a-government"),
        pytest.param("澜图航空零部件项目由萧山区牵头推进建设。", "澜图", id="a-district"),
        pytest.param("三峡库区生态修复项目开工。", "三峡", id="a-place-of-the-same-name"),
        pytest.param("小米种植加工基地项目落户萧山区。", "小米", id="a-crop-of-the-same-name"),
        pytest.param("走访云帆集团等企业。城阳区推动澜图航空零部件项目开工。", "澜图", id="only-visited"),
        pytest.param("中金公司研究显示，换电市场将翻番。澜图航空零部件项目开工。", "澜图", id="only-reports"),
        pytest.param(
            "签约49个项目，包括总投资54亿元的澜图航空零部件项目。", "澜图", id="a-verb-before-an-amount"
        ),
        pytest.param("新能源汽车零部件产业园项目开工，占地200亩。", "新能源", id="a-class"),
    ],
)
def test_silence_is_better_than_a_wrong_investor(text: str, part: str) -> None:
    assert _project(text, part).investor == ""


def test_a_later_sentence_tells_of_the_project_named_last() -> None:
    text = "2月20日，澜图航空零部件项目签约落户萧山区。项目总投资6.8亿元，占地120亩，计划明年投产。"
    row = _project(text, "澜图")
    assert (row.investment is not None and f"{row.investment}", row.stage) == ("6.8", "落户/注册")


def test_one_year_of_an_investment_is_not_its_total() -> None:
    text = "时代电服（青岛）科技有限公司注册成立。今年，该公司计划投资2亿元；至2027年，计划累计投资10亿元。"
    row = _project(text, "时代电服")
    assert f"{row.investment}" == "10"


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("江苏鑫华半导体科技股份有限公司", "鑫华半导体"),
        ("宁德时代新能源科技股份有限公司", "宁德时代"),
        ("海尔集团", "海尔"),
        ("时代电服（青岛）科技有限公司", "时代电服"),
    ],
)
def test_a_company_is_known_by_its_short_names(full: str, short: str) -> None:
    assert short in short_names(full)


@pytest.mark.parametrize(
    ("text", "company"), [("三峡海上风电项目", "三峡"), ("三峡库区", ""), ("路易达孚项目", "路易达孚")]
)
def test_a_word_that_is_a_company_only_in_its_trade(text: str, company: str) -> None:
    assert known_company(text) == company
