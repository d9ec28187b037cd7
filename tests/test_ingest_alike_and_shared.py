"""Figures that a list shares, shares told respectively, and figures whose whole or month is told before."""

from __future__ import annotations

import pytest

from ingest.ledger.figures import extract_figures
from vectorstore.document import Block, Document
from vectorstore.ledger_rows import Figure


def read(*paragraphs: str, reference: str = "2023-08-16", heading: str = "") -> list[Figure]:
    """The figures of a paper on 泰宁县."""
    pieces = [heading, *paragraphs] if heading else list(paragraphs)
    blocks, at = [], 0
    for piece in pieces:
        kind = "heading" if piece == heading else "paragraph"
        blocks.append(Block(kind=kind, start=at, end=at + len(piece), level=2 if piece == heading else 0))
        at += len(piece) + 1
    document = Document(
        id="d",
        name="d.txt",
        text="\n".join(pieces),
        title="泰宁县招商动态",
        reference_date=reference,
        blocks=tuple(blocks),
    )
    return list(extract_figures(document))


def told(rows: list[Figure]) -> set[tuple[str, str]]:
    return {(row.metric, row.raw) for row in rows}


def test_each_kind_of_a_list_has_as_many() -> None:
    rows = read(
        "绿色低碳产业链项目24个，集成电路、新能源汽车产业链项目各12个，新型显示、文创产业链项目各11个。"
    )
    assert told(rows) == {
        ("绿色低碳产业链项目", "24个"),
        ("集成电路产业链项目", "12个"),
        ("新能源汽车产业链项目", "12个"),
        ("新型显示产业链项目", "11个"),
        ("文创产业链项目", "11个"),
    }


def test_the_shares_of_a_count_and_an_amount_are_told_apart() -> None:
    rows = read("签约项目中，先进制造业项目279个，投资额4158亿元，占比分别为56.1%、48%。")
    assert {("先进制造业项目占比", "56.1%"), ("先进制造业投资额占比", "48%")} <= told(rows)
    rows = read("一季度，全县引进重大项目31个、总投资295亿元，分别完成开门红进度的255%和153%。")
    assert {("引进重大项目完成开门红进度", "255%"), ("总投资完成开门红进度", "153%")} <= told(rows)


def test_how_many_the_whole_has_is_of_the_whole() -> None:
    rows = {row.raw: row for row in read("全县已入库省级瞪羚企业达18家，占三明市（36家）的50%。")}
    assert (rows["36家"].subject, rows["36家"].metric) == ("三明市", "入库省级瞪羚企业")
    assert rows["18家"].subject == "泰宁县"


def test_a_list_closed_by_its_number_names_its_kind() -> None:
    rows = read("先进制造业项目79个。其中，电子信息、装备制造和绿色食品三大重点产业项目27个。")
    assert ("三大重点产业项目", "27个") in told(rows)


LISTED = (
    "其中，国源泰宁新能源有限公司5万千瓦光伏发电项目、江海磨具有限公司叶轮加工项目等7个项目集中开工，"
    "总投资13亿元；盛康镇乡村产业园项目、泰宁杰信电子有限公司产业园项目等6个项目集中竣工，总投资9.6亿元。"
)


@pytest.mark.parametrize(
    ("raw", "metric"),
    [
        ("7个", "集中开工项目"),
        ("13亿元", "开工项目总投资"),
        ("6个", "集中竣工项目"),
        ("9.6亿元", "竣工项目总投资"),
    ],
)
def test_what_was_begun_is_counted_for_the_place(raw: str, metric: str) -> None:
    row = next(row for row in read(LISTED) if row.raw == raw)
    assert (row.subject, row.metric) == ("泰宁县", metric)


def test_the_last_of_some_examples_owns_no_total() -> None:
    rows = read("开工建设项目113个，包括智慧系统创新中心、民航科技创新示范区等，总投资2367亿元。")
    total = next(row for row in rows if row.raw == "2367亿元")
    assert (total.subject, total.metric) == ("泰宁县", "开工项目总投资")


def test_the_same_month_is_the_one_told_of() -> None:
    rows = read(
        "2月28日，泰宁县举行签约仪式，现场签约9个项目。全县当月共签约项目12个。", reference="2023-03-01"
    )
    assert {row.raw: row.period for row in rows} == {"9个": "2023-02-28", "12个": "2023-02"}


def test_this_year_is_told_of_until_a_day() -> None:
    (row,) = read("截至2月14日，泰宁县今年已签约引进亿元以上项目125个。", reference="2023-02-16")
    assert (row.period, row.modality) == ("2023-02-14", "actual")


def test_a_heading_that_tells_of_an_aim_reached_sets_none() -> None:
    rows = read("1—2月，全县到位资金146.03亿元。", heading="“三企”签约项目49个，完成目标任务104.44%")
    assert {row.modality for row in rows if row.raw == "146.03亿元"} == {"actual"}


def test_a_year_looked_back_on_in_august_is_of_one_sentence() -> None:
    rows = read("2022年，汉水产业园签约企业30家。", "泰宁县新签约项目20个。")
    assert {row.raw: row.period for row in rows}["20个"] != "2022"


def test_the_place_that_joins_in_from_its_own_hall_signs() -> None:
    rows = read("昨日，福建2023年一季度集中签约活动泰宁县分会场共签约18个项目。")
    assert {row.subject for row in rows} == {"泰宁县"}


def test_a_total_behind_a_semicolon_is_of_the_class_before_it() -> None:
    rows = read("全县引进30亿元以上项目11个，同比增长92.98%；总投资520.78亿元，同比增长40.3%。")
    assert {row.threshold for row in rows if row.raw == "520.78亿元"} == {"30亿元以上"}
    rows = read("全县引进30亿元以上项目11个，总投资520.78亿元；总投资860亿元。")
    assert {row.threshold for row in rows if row.raw == "860亿元"} == {""}


def test_money_from_outside_above_a_size_is_a_class() -> None:
    rows = {
        row.raw: row
        for row in read("全县引进省外资金亿元以上项目46个，项目数占总项目数的42.2%，实际进资140.38亿元。")
    }
    assert {rows["46个"].threshold, rows["140.38亿元"].threshold} == {"1亿元以上"}


def test_what_grew_is_the_money_and_not_its_share() -> None:
    rows = read("尤其是亿元以上大项目的实际进资占总进资的78.14%，同比增长45.6%。")
    assert next(row.metric for row in rows if row.raw == "45.6%") == "亿元以上大项目的实际进资同比增长"


def test_the_scale_beside_a_count_is_of_what_is_counted() -> None:
    rows = read("成立50亿元重大产业引导基金，设立基金合伙企业5个、总规模23.9亿元。")
    assert ("设立基金合伙企业总规模", "23.9亿元") in told(rows)


def test_a_place_is_no_part_of_what_is_built_there() -> None:
    rows = read("江海云图控股股份有限公司将投资60亿元，在泰宁县建设绿色循环产业园。", "该县聚焦13条产业链。")
    assert {row.raw: row.subject for row in rows} == {"60亿元": "绿色循环产业园", "13条": "泰宁县"}


def test_a_rate_told_respectively_is_of_the_items_before_it() -> None:
    rows = read("8个省级重点项目、19个市级重点项目全部开工，投资完成率分别为160%、121.8%。")
    assert {("省级重点项目投资完成率", "160%"), ("市级重点项目投资完成率", "121.8%")} <= told(rows)


def test_what_a_list_is_seen_by_is_its_measure() -> None:
    (row,) = read("从签约项目总数来看，泰宁县14个。")
    assert (row.metric, row.subject) == ("签约项目总数", "泰宁县")


def test_what_was_signed_this_time_is_of_the_day_told() -> None:
    rows = read("4月7日，泰宁县举行签约仪式。", "据悉，此次共签约6个项目。", reference="2023-04-08")
    assert {row.raw: row.period for row in rows} == {"6个": "2023-04-07"}
