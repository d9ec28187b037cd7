"""Lists and cards as offices keep them: blanks that repeat, units in a corner, dates, forms."""

from __future__ import annotations

import io

import openpyxl
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from ingest import pdf, text, xlsx
from ingest.ledger.figures import extract_figures
from ingest.ledger.projects import extract_projects
from ingest.loaded import Loaded, Writer
from ingest.tables import write_table
from ingest.tables.ditto import filled_down
from ingest.tables.units import bare_name, bracketed_unit
from vectorstore.document import Document

LEDGER = [
    ["江都市2026年项目跟踪台账"],
    ["填报日期：2026年8月31日", "", "", "", "", "", "", "单位：万元"],
    ["序号", "所属区域", "项目名称", "投资单位", "投资情况", "", "签约时间", "开工时间"],
    ["", "", "", "", "计划总投资", "1-8月完成投资", "", ""],
    [1, "仙女镇", "轴承产业园", "甲轴承公司", "46000", "8350", "2025年11月18日", "2026年3月6日"],
    [2, "", "预制菜基地", "乙食品公司", "3200", "980", "2025年9月2日", ""],
    ["小计", "", "2个", "", "49200", "9330", "", ""],
    [3, "邵伯镇", "船用电机项目", "丙电机公司", "18500", "0", "2026年5月20日", "2026年12月1日"],
    ["合计", "", "3个", "", "67700", "9330", "", ""],
]
MERGED = ("A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "G3:G4", "H3:H4")


def document_of(loaded: Loaded, *, title: str) -> Document:
    return Document(
        id="d", name="d", text=loaded.text, title=title, reference_date="2026-08-31", blocks=loaded.blocks
    )


@pytest.fixture(scope="module")
def ledger() -> Document:
    book = openpyxl.Workbook()
    for row in LEDGER:
        book.active.append(row)
    for merged in MERGED:
        book.active.merge_cells(merged)
    stream = io.BytesIO()
    book.save(stream)
    return document_of(xlsx.load(stream.getvalue()), title="扬州市江都区2026年项目跟踪台账")


def test_a_blank_below_a_group_is_of_that_group_and_a_corner_states_the_unit(ledger: Document) -> None:
    found = {row.name: (row.place, row.investor, f"{row.investment}{row.investment_unit}")
             for row in extract_projects(ledger)}  # fmt: skip
    assert found == {
        "轴承产业园": ("仙女镇", "甲轴承公司", "46000万元"),
        "预制菜基地": ("仙女镇", "乙食品公司", "3200万元"),
        "船用电机项目": ("邵伯镇", "丙电机公司", "18500万元"),
    }


def test_columns_that_date_stages_tell_how_far_a_project_has_come(ledger: Document) -> None:
    found = {row.name: (row.stage, row.date) for row in extract_projects(ledger)}
    assert found["轴承产业园"] == ("开工/在建", "2026-03-06")
    assert found["预制菜基地"] == ("签约", "2025-09-02")
    assert found["船用电机项目"] == ("签约", "2026-05-20")  # begins after the list was drawn up


def test_a_subtotal_is_not_the_whole(ledger: Document) -> None:
    totals = [
        row.value for row in extract_figures(ledger) if row.subject == "江都区" and "总投资" in row.metric
    ]
    assert 67700 in totals


def test_only_the_columns_that_sort_rows_are_filled_down() -> None:
    names = ["序号", "县区", "项目名称", "备注"]
    rows = [
        ["1", "甲县", "一号", "有"],
        ["2", "", "二号", ""],
        ["合计", "", "2个", ""],
        ["", "乙县", "三号", ""],
    ]
    filled = [row[1:] for row in filled_down(rows, names)]
    assert filled == [["甲县", "一号", "有"], ["甲县", "二号", ""], ["", "2个", ""], ["乙县", "三号", ""]]


def test_the_title_of_a_list_tells_the_stage_of_all() -> None:
    writer = Writer()
    writer.block("heading", "2026年上半年签约项目", level=1)
    rows = [["项目名称", "签约县区", "客商单位", "合同额（亿元）", "签约日期"],
            ["钛合金铸件", "金台区", "丁公司", "9.3", "4月2日"]]  # fmt: skip
    write_table(writer, rows)
    (project,) = extract_projects(document_of(writer.loaded(), title="宝鸡市2026年上半年项目"))
    assert (project.stage, project.date, project.investor, str(project.investment)) == (
        "签约", "2026-04-02", "丁公司", "9.3",
    )  # fmt: skip


@pytest.mark.parametrize(("heading", "unit", "name"), [
    ("合同额（亿元） 同比±%", "%", "合同额 同比"),
    ("到位资金（亿元） ±%", "%", "到位资金 增减"),
    ("到位资金（亿元）", "亿元", "到位资金"),
    ("增幅（%）", "%", "增幅"),
])  # fmt: skip
def test_a_growth_under_a_heading_with_a_unit_is_in_percent(heading: str, unit: str, name: str) -> None:
    assert (bracketed_unit(heading), bare_name(heading)) == (unit, name)


CARD = [
    ["项目名称", "低空智造港", "所在区域", "平湖市新埭镇"],
    [
        "载体条件",
        "规划面积3.5平方公里，首期可供用地420亩",
        "载体条件",
        "规划面积3.5平方公里，首期可供用地420亩",
    ],
    ["联系人", "沈工", "电话", "0573-0000"],
]


def test_a_card_is_written_as_the_lines_of_a_form() -> None:
    writer = Writer()
    write_table(writer, [CARD[0], ["载体条件", *[CARD[1][1]] * 3], CARD[2]])
    written = writer.loaded().text.split("\n\n")
    assert written[:3] == ["低空智造港", "项目名称：低空智造港", "所在区域：平湖市新埭镇"]
    assert "载体条件：规划面积3.5平方公里，首期可供用地420亩" in written
    assert "电话：0573-0000" in written


@pytest.mark.parametrize("rows", [
    [["项目名称", "总投资"], ["一号产业园", "10亿元"], ["二号产业园", "6亿元"]],
    [["要素", "价格"], ["工业用电", "0.62元"], ["工业用水", "3.85元"]],
    [["联系人", "电话"], ["王工", "0379-1"], ["李工", "0379-2"]],
    [["项目", "内容"], ["建设地点", "甲区"], ["总投资", "3亿元"]],
], ids=["list", "prices", "people", "with a head"])  # fmt: skip
def test_a_table_with_names_over_its_columns_is_no_card(rows: list[list[str]]) -> None:
    writer = Writer()
    write_table(writer, rows)
    assert [block.kind for block in writer.loaded().blocks] == ["table"]


LINES = """铜仁市推介会签约项目

01
碧江区
数控刀具产业园项目
投资方：东莞锐密公司
总投资：8.5亿元

02
玉屏县
油茶深加工项目
投资方：东莞粮油集团
总投资：3.2亿元
"""


def test_lines_of_a_form_under_a_name_are_a_project() -> None:
    document = document_of(text.load(LINES.encode()), title="铜仁市推介会签约项目")
    told = [
        (p.name, p.place, p.investor, f"{p.investment}{p.investment_unit}")
        for p in extract_projects(document)
    ]
    assert told == [
        ("数控刀具产业园项目", "碧江区", "东莞锐密公司", "8.5亿元"),
        ("油茶深加工项目", "玉屏县", "东莞粮油集团", "3.2亿元"),
    ]
    owners = {str(row.value): row.subject for row in extract_figures(document)}
    assert owners == {"8.5": "数控刀具产业园项目", "3.2": "油茶深加工项目"}


def test_type_that_a_page_draws_smaller_keeps_the_cells_of_a_head_apart() -> None:
    """Browsers print 16 units as 12 points: the white between two names is less than their stated size."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.scale(0.75, 0.75)
    canvas.setFont("STSong-Light", 16)
    columns = (100, 250, 400, 480)
    table = (("地区", "签约额", "到位内资", "到位内资增速"), ("甲区", "42.6", "96.3", "12.1"),
             ("乙区", "38.4", "15.7", "5.5"), ("丙区", "61.9", "24.8", "3.2"))  # fmt: skip
    for at, line in enumerate(table):
        for left, cell in zip(columns, line, strict=True):
            canvas.drawString(left, 900 - 26 * at, cell)
    for at in range(4):
        canvas.drawString(100, 700 - 26 * at, "各县区要对照年度目标任务加快推进项目签约落地开工投产达效。")
    canvas.save()
    assert "地区\t签约额\t到位内资\t到位内资增速" in pdf.load(stream.getvalue()).text


PASTED = """某市招商 2026-03-28 18:06
点击蓝字↑↑↑关注我们

本市在外办了场大会

3月26日，
“同心 智造未来”
产业招商推介会
在会展中心举行。

👇👇 看看有哪些优惠 👇👇

✅标准厂房前三年免租金
✅用电价格低至0.42元/度

编辑｜杨晓
点个“在看”再走吧
"""
POINTS = """投资本市

为什么选择本市
西部第二大经济体
2025年GDP 4120亿元
常住人口570万
高速公路1236公里
"""


def test_text_pasted_from_a_phone_keeps_its_sentences_and_loses_its_buttons() -> None:
    loaded = text.load(PASTED.encode())
    told = [(block.kind, loaded.text[block.start : block.end]) for block in loaded.blocks]
    assert ("paragraph", "3月26日，\n“同心 智造未来”\n产业招商推介会\n在会展中心举行。") in told
    assert ("list", "✅标准厂房前三年免租金\n✅用电价格低至0.42元/度") in told
    dropped = [words for kind, words in told if kind == "boilerplate"]
    assert dropped == ["点击蓝字↑↑↑关注我们", "编辑｜杨晓", "点个“在看”再走吧"]


def test_short_lines_under_a_short_line_are_its_points() -> None:
    loaded = text.load(POINTS.encode())
    points = [loaded.text[block.start : block.end] for block in loaded.blocks if block.kind == "list"]
    assert points == ["西部第二大经济体", "2025年GDP 4120亿元", "常住人口570万"]


def _first_sheet(rows: list[list[str]]) -> Loaded:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return xlsx.load(stream.getvalue())


def test_who_drew_a_table_up_and_when_are_no_names_of_columns() -> None:
    loaded = _first_sheet([
        ["郴州市2026年1—7月招商引资月报", "", ""], ["制表单位：郴州市商务局", "", "2026-08-05"],
        ["县市区", "到位资金（亿元）", "备注"], ["北湖区", "58.4", "约谈"], ["桂阳县", "49.9", "含园区"],
    ])  # fmt: skip
    found = extract_figures(document_of(loaded, title="郴州市2026年1—7月招商引资月报"))
    assert [(row.subject, row.metric) for row in found] == [("北湖区", "到位资金"), ("桂阳县", "到位资金")]


def test_a_blank_corner_is_given_a_name_so_that_no_column_moves() -> None:
    writer = Writer()
    write_table(
        writer,
        [["", "签约项目数（个）", "签约额（亿元）"], ["2024年", "142", "1120"], ["2025年", "168", "1365"]],
    )
    found = extract_figures(document_of(writer.loaded(), title="钦州市招商推介"))
    assert [(row.metric, f"{row.value}{row.unit}", row.period) for row in found][:2] == [
        ("签约项目数", "142个", "2024"), ("签约额", "1120亿元", "2024"),
    ]  # fmt: skip


def test_a_list_says_stages_in_many_ways() -> None:
    writer = Writer()
    writer.block("heading", "三门峡市在谈项目", level=1)
    head = ["项目名称及内容", "建设地点", "投资商", "总投资（亿元）", "开工时间", "形象进度"]
    write_table(writer, [
        head,
        ["锂电铜箔 年产3万吨", "渑池县", "甲公司", "18.6", "2025.11", "主体完工"],
        ["氧化铝赤泥利用", "渑池县", "乙公司", "5.4", "", "框架协议已拟定"],
        ["遮浪度假酒店", "卢氏县", "丙公司", "3.2", "", "暂停洽谈"],
    ])  # fmt: skip
    found = extract_projects(document_of(writer.loaded(), title="三门峡市在谈项目"))
    assert [(row.name, row.investor, row.stage) for row in found] == [
        ("锂电铜箔", "甲公司", "主体/封顶"),
        ("氧化铝赤泥利用", "乙公司", "储备/在谈"),
        ("遮浪度假酒店", "丙公司", "计划"),
    ]


def test_a_growth_beside_a_sum_is_of_that_sum() -> None:
    writer = Writer()
    write_table(
        writer,
        [
            ["县区", "到位市外资金（亿元）", "较上年同期增减（%）"],
            ["浚县", "38.6", "12.5"],
            ["淇县", "44.2", "-2.6"],
        ],
    )
    found = extract_figures(document_of(writer.loaded(), title="鹤壁市通报"))
    assert [(row.metric, row.is_growth) for row in found if row.unit == "%"] == [
        ("到位市外资金较同期增减", True), ("到位市外资金较同期增减", True),
    ]  # fmt: skip


def test_what_a_card_tells_beside_its_project_is_no_other_project() -> None:
    writer = Writer()
    write_table(writer, [
        ["项目名称", "高端尼龙项目"], ["建设地点", "平江县石牛寨镇"], ["总投资", "28亿元"],
        ["建设内容", "年产10万吨尼龙。依托己内酰胺产业链搬迁与升级转型项目，年供应60万吨。"],
    ])  # fmt: skip
    (project,) = extract_projects(document_of(writer.loaded(), title="岳阳市重点招商项目册"))
    assert (project.name, project.place, str(project.investment)) == ("高端尼龙项目", "平江县", "28")


def test_what_was_signed_together_is_signed() -> None:
    signed = LINES.replace("01\n", "会上集中签约项目2个。\n\n01\n")
    document = document_of(text.load(signed.encode()), title="铜仁市推介会")
    assert [row.stage for row in extract_projects(document)] == ["签约", "签约"]


def test_formulas_without_results_are_told_of() -> None:
    loaded = _first_sheet([["县区", "到位资金（亿元）"], ["甲县", "=SUM(C2:D2)"], ["乙县", "3.5"]])
    assert loaded.notes == ("有1个公式没有存下计算结果，这些单元格是空的；请用 Excel 打开并保存后再导入",)
    assert not _first_sheet([["县区", "到位资金（亿元）"], ["乙县", "3.5"]]).notes


def test_names_set_close_together_over_two_columns_are_two() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.setFont("STSong-Light", 12)
    lines = [("县区", "观摩项目", "投资额（亿元）", "工程进度"), ("项城市", "制鞋产业园", "16.0", "45%"),
             ("沈丘县", "网电子布", "22.5", "62%"), ("太康县", "纺织集聚区", "8.3", "30%")]  # fmt: skip
    for at, cells in enumerate(lines):
        for left, cell in zip((60, 150, 300, 380) if at else (60, 150, 279, 365), cells, strict=True):
            canvas.drawString(left, 700 - 24 * at, cell)
    canvas.save()
    assert "县区\t观摩项目\t投资额（亿元）\t工程进度" in pdf.load(stream.getvalue()).text


def test_the_year_before_and_the_growth_go_by_the_column_beside() -> None:
    writer = Writer()
    writer.block("paragraph", "（2026年第32期，8月3日—8月9日）")
    rows = [
        ["指标", "1—7月累计", "上年同期", "增幅"],
        ["新签约项目总投资（亿元）", "643.2", "570.9", "12.7%"],
    ]
    write_table(writer, rows)
    found = extract_figures(document_of(writer.loaded(), title="揭阳市招商引资工作周报"))
    assert [(str(row.value), row.period) for row in found] == [
        ("643.2", "2026-01..2026-07"), ("570.9", "2025-01..2025-07"), ("12.7", "2026-01..2026-07"),
    ]  # fmt: skip
