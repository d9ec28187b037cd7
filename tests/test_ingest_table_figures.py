"""Figures of tables: headings of rows and columns give subject, measure, unit and period."""

from __future__ import annotations

import pytest

from ingest.ledger.figures import extract_figures
from vectorstore.document import Block, Document
from vectorstore.ledger_rows import Figure

TITLE = "宁波市招商引资通报"
Row = tuple[str, str, str, str]


def figures(table: str, *, title: str = TITLE, above: str = "") -> tuple[Figure, ...]:
    text = f"{above}\n{table}" if above else table
    start = len(text) - len(table)
    caption = (Block(kind="paragraph", start=0, end=start - 1),) if above else ()
    blocks = (*caption, Block(kind="table", start=start, end=len(text)))
    return extract_figures(
        Document(id="d", name="d", text=text, title=title, reference_date="2024-07-10", blocks=blocks)
    )


def rows(found: tuple[Figure, ...]) -> list[Row]:
    """Subject, metric, value with unit, period."""
    return [(row.subject, row.metric, f"{row.value:f}{row.unit}", row.period) for row in found]


CASES: dict[str, tuple[str, list[Row]]] = {
    "headings of columns": (
        "区县\t2024年一季度签约项目数(个)\t到位资金(亿元)\n鄞州区\t52\t1,234.5\n合计\t99\t2094.5",
        [
            ("鄞州区", "签约项目数", "52个", "2024-Q1"),
            ("鄞州区", "到位资金", "1234.5亿元", ""),
            ("宁波市", "签约项目数", "99个", "2024-Q1"),
            ("宁波市", "到位资金", "2094.5亿元", ""),
        ],
    ),
    "places across the top": (
        "指标\t鄞州区\t北仑区\n签约项目数(个)\t52\t47",
        [("鄞州区", "签约项目数", "52个", ""), ("北仑区", "签约项目数", "47个", "")],
    ),
    "years across the top": (
        "指标\t2022年\t2023年\n实际使用外资(亿美元)\t30.1\t28.5",
        [("宁波市", "实际使用外资", "30.1亿美元", "2022"), ("宁波市", "实际使用外资", "28.5亿美元", "2023")],
    ),
    "quarters down the side": (
        "季度\t签约项目数(个)\n2024年一季度\t52\n2024年二季度\t61",
        [("宁波市", "签约项目数", "52个", "2024-Q1"), ("宁波市", "签约项目数", "61个", "2024-Q2")],
    ),
    "two columns of labels": (
        "区县\t指标\t原数\t更正后\n鄞州区\t签约项目数(个)\t41\t38",
        [("鄞州区", "签约项目数（更正前）", "41个", ""), ("鄞州区", "签约项目数", "38个", "")],
    ),
    "merged heading": (
        "区县\t签约项目\t签约项目\n区县\t数量(个)\t金额(亿元)\n鄞州区\t52\t300",
        [("鄞州区", "签约项目 数量", "52个", ""), ("鄞州区", "签约项目 金额", "300亿元", "")],
    ),
    "what is done of a total": (
        "项目名称\t总投资(亿元)\t总投资(亿元)\n项目名称\t计划\t已完成\n高纯石英砂项目\t15.8\t2.1",
        [
            ("高纯石英砂项目", "总投资 计划", "15.8亿元", ""),
            ("高纯石英砂项目", "已完成投资", "2.1亿元", ""),
        ],
    ),
    "a share of its goal after growth": (
        "区县\t到位内资(亿元)\t同比(%)\t完成年度目标(%)\n鄞州区\t62.1\t-3.4\t58.6",
        [
            ("鄞州区", "到位内资", "62.1亿元", ""),
            ("鄞州区", "到位内资同比", "-3.4%", ""),
            ("鄞州区", "到位内资完成年度目标", "58.6%", ""),
        ],
    ),
    "serial numbers count nothing": (
        "序号\t项目名称\t总投资(亿元)\t所在地\n1\t蓝湾智能装备产业园\t30\t鄞州区",
        [("蓝湾智能装备产业园", "总投资", "30亿元", "")],
    ),
    "Markdown": (
        "| 区县 | 签约(个) | 同比(%) |\n| --- | --- | --- |\n| 鄞州区 | 52 | -3.5 |",
        [("鄞州区", "签约", "52个", ""), ("鄞州区", "签约同比", "-3.5%", "")],
    ),
    "value and its growth": (
        "指标\t数值\t同比增长\n实际使用外资\t12.3亿美元\t-3.5%",
        [("宁波市", "实际使用外资", "12.3亿美元", ""), ("宁波市", "实际使用外资同比增长", "-3.5%", "")],
    ),
    "empty cells and dashes": (
        "区县\t引进项目(个)\n鄞州区\t—\n北仑区\t\n慈溪市\t18",
        [("慈溪市", "引进项目", "18个", "")],
    ),
    "no heading, no figures": ("52\t47\n61\t30", []),
}


@pytest.mark.parametrize("case", CASES)
def test_a_table_tells_its_figures(case: str) -> None:
    table, expected = CASES[case]
    assert rows(figures(table)) == expected


def test_a_caption_gives_the_unit_and_the_year() -> None:
    found = figures("区县\t到位资金\n鄞州区\t35", above="表1 2023年招商情况 单位：亿元")
    assert rows(found) == [("鄞州区", "到位资金", "35亿元", "2023")]


def test_a_sentence_above_a_table_is_no_caption() -> None:
    (told, cell) = figures("区县\t到位资金(亿元)\n鄞州区\t35", above="2022年全市引进项目410个。")
    assert (told.period, cell.period) == ("2022", "")


def test_a_title_gives_the_measure_and_the_unit() -> None:
    found = figures("区县\t2022\t2023\n鄞州区\t52\t61", title="亿元以上签约项目数(单位：个)")
    assert rows(found) == [
        ("鄞州区", "亿元以上签约项目数", "52个", "2022"),
        ("鄞州区", "亿元以上签约项目数", "61个", "2023"),
    ]
    assert {figure.threshold for figure in found} == {"1亿元以上"}


def test_aims_and_results_stand_in_columns_of_their_own() -> None:
    found = figures("区县\t年度目标(个)\t实际完成(个)\t预计全年(个)\n鄞州区\t60\t35\t70")
    assert [figure.modality for figure in found] == ["target", "actual", "forecast"]


def test_growth_and_investment_are_told_apart_by_their_headings() -> None:
    investment, growth = figures("项目\t总投资(亿元)\t同比增长(%)\n蓝湾产业园\t30\t12")
    assert (investment.modality, investment.is_growth) == ("planned_total", False)
    assert growth.is_growth


def test_a_cell_keeps_its_qualifier_and_its_place() -> None:
    table = "区县\t引进项目\n鄞州区\t超50个"
    (figure,) = figures(table)
    assert (figure.qualifier, figure.raw, figure.quote) == ("超", "超50个", "鄞州区\t超50个")
    assert table[figure.raw_start :] == "超50个"


def test_the_unit_stands_after_the_office_that_reports() -> None:
    table = "项目名称\t落户地\t总投资\t本年度计划投资\n环湖冷链中心\t鄞州区\t2.1\t1"
    found = figures(table, above="填报单位：市投资促进局　单位：亿元　截至2024年6月30日")
    assert [(row.metric, row.unit, row.modality, row.period) for row in found] == [
        ("总投资", "亿元", "planned_total", ""),
        ("计划投资", "亿元", "target", "2024"),
    ]


def test_the_share_of_a_goal_is_reached() -> None:
    (row,) = figures("区县\t完成年度目标(%)\n鄞州区\t58.6")
    assert row.modality == "actual"


def test_an_amount_of_a_trade_is_of_the_time_over_its_column() -> None:
    found = figures(
        "产业\t一季度 项目（个）\t一季度 投资额（亿元）\t二季度 项目（个）\t二季度 投资额（亿元）\n"
        "新能源\t7\t33.1\t9\t41.6\n合计\t24\t86.3\t38\t127.0",
        title="宁波市2024年1—6月重点产业签约情况",
    )
    assert [row[1:] for row in rows(found) if row[0] == "新能源"] == [
        ("签约项目数", "7个", "2024-Q1"), ("签约投资额", "33.1亿元", "2024-Q1"),
        ("签约项目数", "9个", "2024-Q2"), ("签约投资额", "41.6亿元", "2024-Q2"),
    ]  # fmt: skip


def test_what_the_year_adds_up_to_is_of_the_months_that_the_title_tells() -> None:
    found = figures(
        "区县\t到位资金（亿元） 本年累计\t到位资金 同比增长（%）\n鄞州区\t31.2\t12.5",
        title="宁波市2024年1—9月招商引资完成情况表",
    )
    assert [(metric, period) for _, metric, _, period in rows(found)] == [
        ("到位资金", "2024-01..2024-09"), ("到位资金 同比增长", "2024-01..2024-09"),
    ]  # fmt: skip


def test_a_part_of_an_amount_bears_its_own_name() -> None:
    found = figures("项目名称\t投资额（万元）\t其中：固定资产投资（万元）\n鑫源铜箔项目\t125000\t98000")
    assert rows(found)[1] == ("鑫源铜箔项目", "固定资产投资", "98000万元", "")


def test_a_sum_may_stand_in_the_column_that_counts_the_rows() -> None:
    found = figures(
        "序号\t项目名称\t区县\t总投资(亿元)\n1\t鑫源铜箔项目\t鄞州区\t21.5\n2\t博瑞冷链物流园项目\t北仑区\t6.8\n合计\t\t\t28.3",
        title="宁波市2024年招商项目台账",
        above="签约项目",
    )
    assert rows(found)[-1] == ("宁波市", "签约项目总投资", "28.3亿元", "2024")


def test_a_row_named_by_a_day_is_of_that_day_and_the_sum_of_the_whole_time() -> None:
    table = "日期\t目的地\t拜访企业(家)\n2024年2月18日\t上海\t9\n2024年5月15日\t北京\t7\n合计\t\t16"
    found = rows(figures(table, above="宁波市2024年1—6月外出招商活动统计"))
    assert [(value, period) for _, _, value, period in found] == [
        ("9家", "2024-02-18"),
        ("7家", "2024-05-15"),
        ("16家", "2024-H1"),
    ]
