"""Projects of prose and lists: name, place, investment, stage, and nothing that is not stated."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.ledger.projects import extract_projects
from vectorstore.document import Block, Document
from vectorstore.ledger_rows import Project

HEAD = "江州市新闻：云溪区、杭州市滨江区、萧山区项目建设。"


def _read(text: str, *, kind: str = "paragraph") -> tuple[Project, ...]:
    block = Block(kind=kind, start=0, end=len(text))  # type: ignore[arg-type]
    return extract_projects(
        Document(id="d", name="d.txt", text=text, reference_date="2025-04-10", blocks=(block,))
    )


def _one(text: str, part: str) -> Project:
    found = [row for row in _read(text) if part in row.name]
    assert found, [row.name for row in _read(text)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "part", "amount", "unit"),
    [
        pytest.param(
            "总投资54亿元的澜图航空零部件生产项目落户萧山区。",
            "澜图航空",
            Decimal(54),
            "亿元",
            id="amount-before-the-name",
        ),
        pytest.param(
            "澜图航空零部件生产项目总投资6.8亿元，占地120亩。",
            "澜图航空",
            Decimal("6.8"),
            "亿元",
            id="amount-after-the-name",
        ),
        pytest.param(
            "维恩特种密封件生产项目总投资1.2亿欧元。",
            "维恩特种",
            Decimal("1.2"),
            "亿欧元",
            id="a-foreign-currency-stays-one",
        ),
    ],
)
def test_an_investment_is_read_where_it_is_stated(text: str, part: str, amount: Decimal, unit: str) -> None:
    row = _one(text, part)
    assert (row.investment, row.investment_unit) == (amount, unit)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("澜图航空零部件生产项目完成投资3亿元。", id="investment-done"),
        pytest.param("澜图航空零部件生产项目发行专项债2.5亿元。", id="a-bond"),
        pytest.param("快讯曾报道，澜图航空零部件生产项目总投资30亿元。", id="what-was-said-before"),
        pytest.param("澜图航空零部件生产项目开工，签约总投资310亿元的25个项目。", id="of-25-others"),
    ],
)
def test_no_investment_is_invented(text: str) -> None:
    assert _one(text, "澜图航空").investment is None


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        pytest.param("2月20日，澜图航空零部件生产项目在萧山区开工。", "开工/在建", id="begun"),
        pytest.param("2月20日，澜图航空零部件生产项目正式投产。", "投产/运营", id="running"),
        pytest.param("2月20日，澜图航空零部件生产项目主体结构封顶。", "主体/封顶", id="topped-out"),
        pytest.param("澜图航空零部件生产项目签约落户萧山区。", "落户/注册", id="settled"),
        pytest.param("萧山区储备在谈澜图航空零部件生产项目。", "储备/在谈", id="talked-about"),
        pytest.param(
            "建成东村、西村澜图航空安置区，惠及800人，河口村于6月份全面开工建设。",
            "竣工",
            id="what-is-built-does-not-begin-later",
        ),
        pytest.param(
            "萧山区成功签约澜图航空零部件生产项目，储备在谈云栈石墨烯项目。",
            "签约",
            id="the-next-project-has-a-verb-of-its-own",
        ),
        pytest.param(
            "澜图航空零部件生产项目（二期）、云栈高架桥梁工程建设全面提速。", "开工/在建", id="of-both"
        ),
        pytest.param(
            "澜图航空零部件生产项目原计划落户滨江区，后在萧山经济开发区滨水片区落地生根。",
            "落户/注册",
            id="settled-elsewhere-at-last",
        ),
        pytest.param("双方签署支持建设澜图航空零部件生产项目备忘录。", "签约", id="only-supported"),
    ],
)
def test_the_stage_reached_is_told(text: str, stage: str) -> None:
    assert _one(text, "澜图航空").stage == stage


def test_a_name_called_after_a_zone_does_not_stand_in_it() -> None:
    text = (
        "江合示范区签约6个。江合示范区开工2个。服务江合新区发展。萧山区打造江合国际食品产业园项目，主体封顶。"
    )
    assert _one(text, "江合国际").place == "萧山区"


def test_a_company_introduced_with_its_place_builds_there() -> None:
    text = "杭州市：落户滨江区的云栈集团是该区重点企业。"
    text += "3月14日注册成立的云桥换电有限公司由云栈集团投资建设，总投资2亿元。"
    assert _one(text, "云桥换电").place == "滨江区"


def test_what_is_only_foreseen_is_no_stage_reached() -> None:
    row = _one("澜图航空零部件生产项目正在建设，预计明年投产。", "澜图航空")
    assert row.stage == "开工/在建"


def test_two_mentions_make_one_row_with_the_later_stage() -> None:
    text = "1月5日，澜图航空零部件生产项目签约。3月6日，澜图航空零部件生产项目开工，总投资6.8亿元。"
    rows = [row for row in _read(text) if "澜图航空" in row.name]
    assert len(rows) == 1
    assert (rows[0].stage, rows[0].date, rows[0].investment) == ("开工/在建", "2025-03-06", Decimal("6.8"))


@pytest.mark.parametrize(
    "text", ["全区新签约重点项目31个。", "坚持大抓项目、抓大项目。", "推进一批重大项目建设。"]
)
def test_generic_words_name_no_project(text: str) -> None:
    assert _read(text) == ()


def test_a_list_gives_a_row_each() -> None:
    text = (
        "项目名称\t区县\t投资方\t总投资（亿元）\t阶段\n澜图航空零部件\t萧山区\t澜图\t6.8\t在建\n云"
        "栈智算中心\t滨江区\t云栈\t15\t签约"
    )
    rows = _read(text, kind="table")
    assert [(row.name, row.place, row.investor, row.investment, row.stage) for row in rows] == [
        ("澜图航空零部件", "萧山区", "澜图", Decimal("6.8"), "开工/在建"),
        ("云栈智算中心", "滨江区", "云栈", Decimal(15), "签约"),
    ]


def test_every_quote_is_verbatim() -> None:
    text = f"{HEAD}总投资54亿元的澜图航空零部件生产项目落户萧山区。"
    assert all(row.quote == text[row.start : row.end] for row in _read(text))


def _stages(text: str) -> dict[str, str]:
    return {row.name: row.stage for row in _read(f"{HEAD}\n{text}")}


def test_what_is_told_behind_a_list_holds_for_all_of_it() -> None:
    told = _stages("推动和见证签约项目35个；推动岭光光电产业园、腾岳储能电池等30亿元以上重大项目落地。")
    assert told == {"岭光光电产业园": "落户/注册", "腾岳储能电池项目": "落户/注册"}
    rows = _read(f"{HEAD}\n推动岭光光电产业园、腾岳储能电池等30亿元以上重大项目落地。")
    assert {row.industry for row in rows} == {""}


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        pytest.param("创岚中心项目预计年底封顶。", "开工/在建", id="to-be-topped-out-this-year"),
        pytest.param("创岚中心项目计划2027年竣工。", "计划", id="planned-for-a-later-year"),
        pytest.param("创岚中心项目投资协议正式签署。", "签约", id="its-agreement-is-signed"),
        pytest.param(
            "高标准建设创岚中心项目，强化项目落地要素保障。", "开工/在建", id="落地要素-is-no-stage"
        ),
    ],
)
def test_a_stage_is_what_is_told_of_the_project_itself(text: str, stage: str) -> None:
    assert _stages(text) == {"创岚中心项目": stage}


@pytest.mark.parametrize(
    "text",
    [
        "推进国际航运中心建设，打造海洋高地。",
        "截至目前，通过重点展会活动平台共签约项目62个。",
        "年度招商大会上央企省企合作项目签约仪式现场。",
        "深入实施项目招引落地、企业培育壮大、城区品质提升等“十大工程”。",
    ],
)
def test_an_aim_a_stage_for_events_and_a_programme_are_no_projects(text: str) -> None:
    assert not _stages(text)


def test_two_names_in_one_sentence_are_two_projects() -> None:
    told = _stages("云溪区建成全省首个智能计算中心；新建云启智能计算中心将于年底启用。")
    assert set(told) == {"智能计算中心", "云启智能计算中心"}


def test_a_company_is_found_behind_its_city_and_a_class_is_none() -> None:
    assert _one("杭州瑞幸咖啡创新生产中心项目开工。", "瑞幸").investor == "瑞幸咖啡"
    assert _one("杭州市虚拟现实产业园开工，大鹏、云岚等行业龙头企业落户。", "虚拟现实").investor == ""
