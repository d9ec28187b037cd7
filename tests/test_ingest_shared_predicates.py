"""What a newspaper says once of several: projects that share a predicate, counts that share a list."""

from __future__ import annotations

import pytest

from ingest.ledger.figures import extract_figures
from ingest.ledger.projects import extract_projects
from vectorstore.document import Block, Document
from vectorstore.ledger_rows import Figure, Project


def _document(text: str) -> Document:
    block = Block(kind="paragraph", start=0, end=len(text))
    return Document(id="d", name="d.txt", text=text, reference_date="2024-10-11", blocks=(block,))


def _projects(text: str) -> dict[str, Project]:
    return {row.name: row for row in extract_projects(_document(text))}


def _figures(text: str) -> dict[str, Figure]:
    return {row.raw: row for row in extract_figures(_document(text))}


def test_two_priced_projects_share_what_is_told_of_the_second() -> None:
    rows = _projects(
        "总投资30亿元的岳麓区滨江艺术中心、总投资18亿元的开福区云湖国际酒店正抓紧施工；"
        "总投资6亿元的雨花区星光水上乐园均已投入运营。"
    )
    assert {name: (str(row.investment), row.place, row.stage) for name, row in rows.items()} == {
        "滨江艺术中心": ("30", "岳麓区", "开工/在建"),
        "云湖国际酒店": ("18", "开福区", "开工/在建"),
        "星光水上乐园": ("6", "雨花区", "投产/运营"),
    }


def test_what_is_planned_of_one_ends_at_the_semicolon() -> None:
    rows = _projects(
        "长沙市的总投资50亿元的创享中心项目预计年底启用；"
        "总投资20亿元的创意中心项目和总投资15亿元的星河大厦项目开工建设。"
    )
    assert rows["创享中心项目"].stage == "计划"
    assert rows["创意中心项目"].stage == rows["星河大厦项目"].stage == "开工/在建"
    assert rows["星河大厦项目"].investor == ""


def test_a_name_of_two_things_is_one_name() -> None:
    rows = _projects("长沙市总投资100亿元的天禾整机和光学模组项目一期于9月底竣工。")
    assert list(rows) == ["天禾整机和光学模组项目一期"]


def test_a_managing_body_is_no_topped_out_building() -> None:
    rows = _projects("该项目是长沙中关村人工智能中试创新平台的管理服务主体。")
    assert all(row.stage != "主体/封顶" for row in rows.values())


def test_a_project_of_a_list_is_no_place_of_the_next() -> None:
    rows = _projects("长沙市的天药科技城等项目先后破土动工；大医精诚医药等项目预计年底竣工。")
    assert rows["大医精诚医药项目"].place == "长沙市"


@pytest.mark.parametrize(
    ("text", "raw", "metric"),
    [
        ("上半年，浏阳市开工建设10个停车场项目，提供泊位7681个。", "7681个", "提供泊位"),
        ("上半年，浏阳市共享泊位累计达到2.5万个。", "2.5万个", "共享泊位"),
        ("浏阳市投资12.55亿元开工改造103个老旧小区。", "103个", "开工改造老旧小区"),
        (
            "浏阳市投资12.55亿元改造小区，完成改造东门、西门小区等33个老旧小区、74.7万平方米。",
            "74.7万平方米",
            "完成改造老旧小区",
        ),
        (
            "浏阳市力争新增优质储备项目50个，实际利用外资超过1亿美元。",
            "1亿美元",
            "实际利用外资",
        ),
        (
            "长沙市总投资50亿元的创意中心项目和总投资15亿元的星河大厦项目开工建设。",
            "15亿元",
            "总投资",
        ),
        ("在新能源汽车产业链，长沙市一汽锻造等4个项目签约。", "4个", "新能源汽车产业链项目签约"),
        ("浏阳市以97.44分的好成绩夺得第一。", "97.44分", "得分"),
        ("长沙市17位由市级领导同志担任的“链长”挂帅出征。", "17位", "链长"),
    ],
)
def test_a_number_measures_what_its_own_words_say(text: str, raw: str, metric: str) -> None:
    assert _figures(text)[raw].metric == metric


def test_fields_and_any_kind_of_project_are_no_projects() -> None:
    rows = _projects(
        "岳麓区签约的13个项目，既有智能装备、半导体设备、智慧物流等先进制造业项目，也有文旅项目。"
        "长沙市重点引进一批基地型项目、终端型项目落户，这批项目科技含量高，无论是项目数量还是质量都创新高。"
    )
    assert list(rows) == []


def test_who_invests_is_who_is_said_to() -> None:
    rows = _projects(
        "岳麓区签约项目2个，分别是湖南云岚集团投资100亿元的湘江文化岛项目、"
        "上海瑞天材料科技有限公司投资的瑞天科技新材料制造项目。"
    )
    assert {name: row.investor for name, row in rows.items()} == {
        "湘江文化岛项目": "湖南云岚集团",
        "瑞天科技新材料制造项目": "上海瑞天材料科技有限公司",
    }


def test_a_year_is_only_compared_with_behind_another() -> None:
    rows = _figures("2024年上半年，长沙市签约项目120个，同比2023年增长20%、2022年增长35%；到位资金88亿元。")
    assert {raw: row.period for raw, row in rows.items()} == dict.fromkeys(
        ("120个", "20%", "35%", "88亿元"), "2024-H1"
    )
    assert rows["20%"].metric == "签约项目同比增长"


def test_a_county_that_is_not_named_owns_nothing_of_where_it_went() -> None:
    rows = _figures("我县赴香港招商，在香港签约项目2个，总投资5亿元。我县还在香港举办推介会3场。")
    assert {row.subject for row in rows.values()} == {""}


def test_a_signing_of_its_own_name_is_told_of_the_place_before_it() -> None:
    rows = _figures("岳阳市举办招商活动，平江县“云签约”项目14个，总投资36.5亿元。")
    assert {row.subject for row in rows.values()} == {"平江县"}


def test_what_was_signed_that_day_is_of_no_quarter_told_before() -> None:
    rows = _figures(
        "9月28日，长沙市2024年第三季度重大招商项目集中签约活动在酒店举行。"
        "一季度集中签约28个、二季度签约40个。本次集中签约活动共有签约项目42个，总投资额316亿元。"
    )
    assert {raw: row.period for raw, row in rows.items()} == {
        "28个": "2024-Q1", "40个": "2024-Q2", "42个": "2024-09-28", "316亿元": "2024-09-28",
    }  # fmt: skip


def test_two_measures_that_grew_respectively_are_told_apart() -> None:
    rows = _figures(
        "长沙市签约项目18个，其中20亿元项目2个，签约亿元以上项目和签约总金额同比分别增长26%和24%。"
    )
    assert (rows["26%"].metric, rows["24%"].metric) == ("签约亿元以上项目增长", "签约总金额增长")


def test_a_county_s_own_paper_tells_of_the_whole_district() -> None:
    text = "一季度全区签约引进项目14个，设立了深圳经贸联络处。"
    block = Block(kind="paragraph", start=0, end=len(text))
    paper = Document(
        id="d", name="d", text=text, publisher="金坛时报", reference_date="2019-04-10", blocks=(block,)
    )
    assert {row.subject for row in extract_figures(paper)} == {"金坛区"}


def test_what_is_newly_begun_and_any_brought_in_name_no_project() -> None:
    rows = _projects("长沙市新开工中天冷链加工项目等47个重点项目，以奋发精神招引项目。")
    assert list(rows) == ["中天冷链加工项目"]


def test_a_level_before_what_it_is_of_ends_a_name() -> None:
    rows = _figures("今年，浏阳市级重点项目33个，总投资401.3亿元，年度计划完成投资83.9亿元。")
    assert (rows["33个"].subject, rows["33个"].metric) == ("浏阳市", "市级重点项目")


def test_places_ahead_of_others_share_what_is_counted() -> None:
    rows = _figures("2024年上半年，新开工项目数居前列的是浏阳市、宁乡市、望城区，分别为13个、9个、4个。")
    assert {row.subject: (row.raw, row.metric) for row in rows.values()} == {
        "浏阳市": ("13个", "开工项目"), "宁乡市": ("9个", "开工项目"), "望城区": ("4个", "开工项目"),
    }  # fmt: skip


def test_the_share_of_a_count_and_of_its_money_are_told_apart() -> None:
    rows = _figures("2024年，长沙市签约制造业项目369个，签约金额1905亿元，占比分别为74.4%、75.3%。")
    assert rows["74.4%"].metric.endswith("项目占比") and rows["75.3%"].metric.endswith("金额占比")


def test_zones_told_of_together_are_the_city_s() -> None:
    rows = _figures(
        "长沙市城东工业园有5个项目加快建设。今年以来，一区四园共接纳千万元以上的项目77个，总投资74.2亿元。"
    )
    assert rows["77个"].subject == rows["74.2亿元"].subject == "长沙市"


def test_what_each_county_is_to_bring_in_is_no_number_of_their_city() -> None:
    rows = _figures("今年，长沙市新开工过亿元项目300个以上，每个县（市、区）力争引进1—2个过50亿元项目。")
    assert list(rows) == ["300个"]


def test_what_was_finished_is_no_part_of_what_was_begun() -> None:
    rows = _figures("一季度，长沙市已开工建设的大项目达508个，其中投资过亿元的有216个，竣工项目达27个。")
    assert rows["27个"].metric == "竣工项目"


def test_what_a_bracket_says_was_done_of_an_aim_is_done_and_of_its_own_time() -> None:
    told = {
        raw: (row.metric, row.period, row.modality)
        for text in (
            "长沙市对照年度投资计划160亿元（1至9月已完成118.3亿元），确保全年新开工6个。",
            "长沙市全年到位资金目标60亿元（上半年完成33.5亿元）。",
            "长沙市计划竣工项目10个（已竣工4个）。",
        )
        for raw, row in _figures(text).items()
    }
    assert told["160亿元"][1:] == ("2024", "target")
    assert told["118.3亿元"][1:] == ("2024-01..2024-09", "actual")
    assert told["60亿元"] == ("到位资金目标", "2024", "target")
    assert told["33.5亿元"] == ("到位资金", "2024-H1", "actual")
    assert told["10个"][2] == "target" and told["4个"][2] == "actual"


def test_who_is_in_charge_is_not_whom_the_next_sentence_is_about() -> None:
    paragraphs = (
        "芙蓉区签约12个，天心区签约9个，岳麓区签约15个，开福区签约8个。",
        "责任单位：天心区政府；完成时限：2024年12月底。",
        "倒排工期，已开工6个。",
    )
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for one in paragraphs:
        blocks.append(Block(kind="paragraph", start=at, end=at + len(one)))
        at += len(one) + 2
    document = Document(
        id="d", name="d", text=text, title="长沙市通报", reference_date="2024-10-11", blocks=tuple(blocks)
    )
    assert {row.raw: row.subject for row in extract_figures(document)}["6个"] != "天心区"
