"""Projects told in lists: behind a price, under a heading, in turn, and those that only describe a kind."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.furniture import is_furniture
from ingest.ledger.figures import extract_figures
from ingest.ledger.projects import extract_projects
from ingest.reading import read_file
from ingest.wire import Request
from vectorstore.document import Document
from vectorstore.ledger_rows import Figure, Project


def _document(text: str) -> Document:
    return read_file(
        Request(document_id="d", source="d.txt", name="d.txt", sha256="", kind="text", data=text.encode())
    ).document


def _projects(text: str) -> dict[str, Project]:
    return {row.name: row for row in extract_projects(_document(text))}


def _figure(text: str, value: str) -> Figure:
    return next(row for row in extract_figures(_document(text)) if row.value == Decimal(value))


OPENED = """句容市7个重点项目集中开工
2024年3月5日，句容市举行春季重点项目集中开工仪式，总投资45亿元的4个项目集中开工。
这4个项目分别为：总投资20.8亿元的江苏澜图科技有限公司年产800万平方米岩板和8万套橱柜生产线项目；\
总投资1.25亿元的镇江永筑建筑工程有限公司钢结构和轻钢房屋项目；总投资2亿元的远岫动力电池及发动机项目；\
总投资4150万元的稻浪农业二期项目。
"""


@pytest.mark.parametrize(
    ("name", "investor", "amount"),
    [
        (
            "江苏澜图科技有限公司年产800万平方米岩板和8万套橱柜生产线项目",
            "江苏澜图科技有限公司",
            Decimal("20.8"),
        ),
        ("镇江永筑建筑工程有限公司钢结构和轻钢房屋项目", "镇江永筑建筑工程有限公司", Decimal("1.25")),
        ("远岫动力电池及发动机项目", "", Decimal(2)),
        ("稻浪农业二期项目", "", Decimal(4150)),
    ],
)
def test_a_name_behind_its_price_is_whole_and_has_the_stage_of_the_count(
    name: str, investor: str, amount: Decimal
) -> None:
    row = _projects(OPENED)[name]
    assert (row.investor, row.investment, row.stage) == (investor, amount, "开工/在建")


def test_what_only_tells_its_class_is_the_second_half_of_a_name() -> None:
    text = "澜图西南智能制造中心及研发中心项目由厦门澜图新能源科技有限公司投资建设，计划投资130亿元，\
建设年产50万套储能模组生产线。"
    (row,) = _projects(text).values()
    assert row.name == "澜图西南智能制造中心及研发中心项目"
    assert (row.investor, row.investment) == ("厦门澜图新能源科技有限公司", Decimal(130))


def test_amounts_told_in_turn_are_the_projects_that_they_lead_to() -> None:
    text = "总投资分别为11亿元、6亿元的远岫养老项目和稻浪文化村项目等已签约落户句容市。"
    rows = _projects(text)
    assert rows["远岫养老项目"].investment == Decimal(11)
    assert rows["稻浪文化村项目"].investment == Decimal(6)
    figure = _figure(text, "6")
    assert (figure.subject, figure.modality) == ("稻浪文化村项目", "planned_total")


def test_an_amount_behind_a_list_is_of_no_single_project() -> None:
    text = "句容市新引进远岫画廊项目、稻浪民宿项目和澜图公寓项目，项目总投资25亿元，目前已经开工。"
    assert {row.investment for row in _projects(text).values()} == {None}


REPORT = """句容开发区招商引资工作汇报
句容经济开发区管委会（2023年9月）
一、项目情况
1、已投产项目：
远岫换热器：总投资1.2亿元，占地100亩，二期预计明年开工。
2、在建项目：
稻浪纺织：总投资6亿元，占地382亩，预计今年年底可完成4万平方米建筑面积。
"""


def test_a_label_before_a_total_names_a_project_of_the_stage_of_its_list() -> None:
    rows = _projects(REPORT)
    assert (rows["远岫换热器"].investment, rows["远岫换热器"].stage) == (Decimal("1.2"), "投产/运营")
    assert (rows["稻浪纺织"].investment, rows["稻浪纺织"].stage) == (Decimal(6), "开工/在建")
    assert _figure(REPORT, "6").subject == "稻浪纺织"


@pytest.mark.parametrize("label", ["句容市", "项目概况", "新材料产业", "这4个项目分别为", "重点企业"])
def test_a_place_or_a_part_of_a_form_is_no_project(label: str) -> None:
    assert label not in _projects(f"句容市招商情况\n{label}：总投资6亿元，占地382亩。\n")


def test_the_company_negotiated_with_is_the_investor_and_no_part_of_the_name() -> None:
    text = "句容市在谈项目有2个，一是与澜图家居集团洽谈的家居商贸城项目，计划投资8亿元。"
    row = _projects(text)["家居商贸城项目"]
    assert (row.investor, row.investment, row.stage) == ("澜图家居集团", Decimal(8), "储备/在谈")


def test_each_item_of_a_counted_list_is_taken_whole() -> None:
    text = "澜图六期项目、长岫科技年产1100万片显示模组及器件、人本集团轴承系列等一批重大项目如期投产。"
    rows = _projects(text)
    assert "长岫科技年产1100万片显示模组及器件项目" in rows
    assert rows["人本集团轴承系列项目"].investor == "人本集团"
    assert {row.stage for row in rows.values()} == {"投产/运营"}


def test_kinds_told_by_what_they_do_are_no_projects() -> None:
    text = "既有壮大建筑产业集群的产业链延伸项目，也有立足农业资源的农产品深加工项目。"
    assert not _projects(text)


def test_one_phase_of_a_company_is_not_its_other_project() -> None:
    rows = _projects("总投资10亿元的澜图光伏盖板项目开工。澜图六期项目竣工投产。")
    assert rows["澜图光伏盖板项目"].stage == "开工/在建"


def test_a_sum_behind_two_parts_is_of_no_part() -> None:
    text = "句容经开区签约项目16个。其中，产业类项目10个、科技类项目6个，累计总投资达17亿元。"
    assert "科技" not in _figure(text, "17").metric


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2024-03-05 来源：句容日报", True),
        ("2024-03-05 12:25:00 来源：江岸网 作者：李一", True),
        ("发布日期：2024-03-05 来源：句容市商务局", True),
        ("江岸日报 2024-03-05 08:50", True),
        ("2024-03-05 项目开工", False),
        ("2024年3月5日，来源：句容的项目开工。", False),
    ],
)
def test_a_date_with_its_source_is_furniture(line: str, expected: bool) -> None:
    assert is_furniture(line) is expected


def test_projects_in_talks_are_told_with_their_price() -> None:
    text = "总投资100亿元的远岫技术年产10万吨电池前驱体、总投资50亿元的长岫高科显示器件等在谈项目推进签约。"
    rows = _projects(text)
    assert {row.stage for row in rows.values()} == {"储备/在谈"}
    assert rows["远岫技术年产10万吨电池前驱体项目"].investment == Decimal(100)


def test_what_is_planned_of_a_site_is_not_planned_of_its_tenants() -> None:
    text = "句容高新区规划建设1000亩、占地104亩的医药产业园，建成标准化厂房10万平方米，入驻企业15家。"
    assert _figure(text, "15").modality == "actual"


def test_a_spoken_amount_is_money_and_a_class_is_none() -> None:
    assert _figure("句容市四季度新引进项目总投资42.6个亿，其中亿元以上项目7个。", "42.6").unit == "亿元"
    assert _figure("句容市四季度新引进23个亿元以上项目。", "23").unit == "个"


def test_chains_that_are_anchored_on_are_no_aim() -> None:
    text = "句容市对标重点产业链，精准锚定锂电、精细化工、电子信息等9条核心链条。"
    assert _figure(text, "9").modality == "actual"


def test_items_with_a_phase_are_taken_whole() -> None:
    text = "在句容化工园，澜图磷酸铁一期、远岫生态80万吨水溶肥二期等项目建成投产。"
    assert {row.stage for row in _projects(text).values()} == {"投产/运营"}
    assert "远岫生态80万吨水溶肥二期项目" in _projects(text)


def test_a_price_with_what_is_made_each_year_is_the_projects() -> None:
    (row,) = _projects("总投资约1.5亿元、年产量5万吨的澜图钢结构生产项目一期已投产。").values()
    assert row.investment == Decimal("1.5")


def test_a_firms_site_manager_names_no_project() -> None:
    assert not _projects("远岫一局集团有限公司项目副经理介绍，13栋厂房在本月底可全部交付使用。")
