"""One document, every format: headings, paragraphs, tables and pages come out as they were put in."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from pathlib import Path

import docx as python_docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from ingest_samples import FACT, docx_bytes, pdf_bytes, pptx_bytes, shape, xlsx_bytes
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from ingest import csv, docx, html, pdf, pptx, xlsx
from ingest.errors import FileError, NeedsPassword, Unreadable
from ingest.loaded import Loaded, Stated
from ingest.metadata import metadata_of

GRID = [["区市", "项目数", "总投资"], ["临江区", "34", "152.66亿元"]]
WRITTEN = "区市\t项目数\t总投资\n临江区\t34\t152.66亿元"


def saved(save: Callable[[io.BytesIO], None]) -> bytes:
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()


def test_word_styles_and_words_make_headings() -> None:
    data = docx_bytes(
        "江城市人民政府办公厅", "关于印发奖励办法的通知", "江政办发〔2025〕3号", "各区人民政府：",
        ("Heading 1", "一、总体要求"), "（一）指导思想。坚持招商引资，以项目为王。",
        ("List Number", "奖励20万元。"), ("List Number", "奖励30万元。"),
        "江城市人民政府办公厅", "2025年3月1日", table=GRID,
    )  # fmt: skip
    assert shape(docx.load(data)) == [
        ("heading", 1, "江城市人民政府办公厅\n关于印发奖励办法的通知"),
        ("paragraph", 0, "江政办发〔2025〕3号"),
        ("paragraph", 0, "各区人民政府："),
        ("heading", 1, "一、总体要求"),
        ("list", 0, "（一）指导思想。坚持招商引资，以项目为王。"),
        ("list", 0, "1.奖励20万元。"),
        ("list", 0, "2.奖励30万元。"),
        ("paragraph", 0, "江城市人民政府办公厅"),
        ("paragraph", 0, "2025年3月1日"),
        ("table", 0, WRITTEN),
    ]


def test_word_shows_insertions_and_text_boxes_and_hides_deletions() -> None:
    document = python_docx.Document()
    paragraph = document.add_paragraph("总投资")
    ns = nsdecls("w")
    paragraph._p.append(parse_xml(f"<w:del {ns}><w:r><w:delText>100</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {ns}><w:r><w:t>152.66亿元。</w:t></w:r></w:ins>"))
    box = "<w:txbxContent><w:p><w:r><w:t>框里的话。</w:t></w:r></w:p></w:txbxContent>"
    paragraph._p.append(parse_xml(f"<w:r {ns}><w:pict>{box}</w:pict></w:r>"))
    assert [text for _, _, text in shape(docx.load(saved(document.save)))] == [
        "总投资152.66亿元。",
        "框里的话。",
    ]


def test_merged_cells_of_a_word_table_are_repeated_and_its_title_stands_above() -> None:
    document = python_docx.Document()
    table = document.add_table(rows=4, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "一季度情况"
    table.cell(1, 1).merge(table.cell(1, 2)).text = "签约"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "区市"
    for column, text in enumerate(("数量", "金额"), start=1):
        table.cell(2, column).text = text
    for column, text in enumerate(("临江区", "34", "152.66亿元")):
        table.cell(3, column).text = text
    assert shape(docx.load(saved(document.save))) == [
        ("paragraph", 0, "一季度情况"),
        ("table", 0, "区市\t签约 数量\t签约 金额\n临江区\t34\t152.66亿元"),
    ]


def test_cells_of_a_workbook_are_written_as_excel_shows_them() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "台账"
    shown = [
        (152.66, "General", "152.66"), (4934.3, "#,##0.00", "4,934.30"), (0.778, "0.0%", "77.8%"),
        (928, '0"个"', "928个"), (True, "General", "是"), (0.1 + 0.2, "General", "0.3"),
        (datetime.date(2025, 4, 3), "yyyy-mm-dd", "2025-04-03"),
        (datetime.date(2025, 4, 3), "yyyy年m月", "2025年4月"),
        (datetime.datetime(2025, 4, 3, 9, 5), "yyyy-mm-dd hh:mm", "2025-04-03 09:05"),
        (datetime.date(2025, 4, 3), 'yyyy"年"m"月"d"日"', "2025年4月3日"),
        ("  空 白 ", "General", "空 白"),
    ]  # fmt: skip
    sheet.append(["项", "值"])
    for number, (value, code, _) in enumerate(shown, start=2):
        sheet.cell(number, 1, f"第{number}项")
        sheet.cell(number, 2, value).number_format = code
    _, (kind, _, text) = shape(xlsx.load(saved(book.save)))
    assert kind == "table"
    assert [line.split("\t")[1] for line in text.split("\n")[1:]] == [expected for _, _, expected in shown]


def test_every_visible_sheet_is_a_heading_and_a_table() -> None:
    rows = [["一季度招商情况表"], ["单位：个"], *GRID]
    data = xlsx_bytes(Sheet1=rows, 项目清单=GRID, 草稿=GRID)
    book = openpyxl.load_workbook(io.BytesIO(data))
    book["草稿"].sheet_state = "hidden"
    assert shape(xlsx.load(saved(book.save))) == [
        ("heading", 1, "一季度招商情况表"),
        ("paragraph", 0, "单位：个"),
        ("table", 0, WRITTEN),
        ("heading", 1, "项目清单"),
        ("table", 0, WRITTEN),
    ]


def test_merged_column_names_of_a_workbook_are_read_in_each_column() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["区市", "签约", None], [None, "数量", "金额"], ["临江区", 34, 152.66], ["云山区", 31, 80]):
        sheet.append(row)
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("B1:C1")
    sheet.cell(1_048_576, 16_384).number_format = "0.00"  # a stray format in the last cell costs nothing
    assert shape(xlsx.load(saved(book.save)))[-1][2].startswith(
        "区市\t签约 数量\t签约 金额\n临江区\t34\t152.66"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_csv_whatever_its_delimiter_and_encoding(delimiter: str, encoding: str) -> None:
    written = "\n".join(delimiter.join(row) for row in [*GRID, ["云山区", "31", f'"80{delimiter}5"']])
    assert shape(csv.load(written.encode(encoding))) == [("table", 0, " ".join(
        f"{WRITTEN}\n云山区\t31\t80{delimiter}5".split(" ")).replace("80\t5", "80 5"))]  # fmt: skip


def test_csv_heeds_excels_hint() -> None:
    assert shape(csv.load("sep=;\n区市;项目\n临江,区;34\n".encode())) == [
        ("table", 0, "区市\t项目\n临江,区\t34")
    ]


def test_slides_are_pages_with_titles() -> None:
    data = pptx_bytes(("招商推介", ["第一点。", "第二点。"]), ("第二页", [FACT]))
    loaded = pptx.load(data)
    assert shape(loaded) == [
        ("heading", 1, "招商推介"),
        ("list", 0, "第一点。"),
        ("list", 0, "第二点。"),
        ("heading", 2, "第二页"),
        ("paragraph", 0, FACT),
    ]
    assert [page_of(loaded, text) for text in ("第一点", FACT)] == [1, 2]


def page_of(loaded: Loaded, words: str) -> int:
    at = loaded.text.index(words)
    return next(page.number for page in loaded.pages if page.start <= at < page.end)


PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>临江区招商开门红_江城市政府网</title>
<meta name="PubDate" content="2025-04-03 10:00"><meta name="ContentSource" content="江城日报"></head><body>
<div class="top-nav"><a>首页</a><a>新闻</a></div><ul><li><a>政务</a></li><li><a>服务</a></li>
<li><a>互动</a></li><li><a>数据</a></li></ul><div class="content"><h1>临江区招商<br>开门红</h1><p>第一段
  文字<b>加粗</b>结束。</p><p>二行。<br>三行。</p><h2>分标题</h2><table><tr><th rowspan="2">区市</th>
<th colspan="2">签约</th></tr><tr><th>数量</th><th>金额</th></tr>
<tr><td>临江</td><td>34</td><td>152亿元</td></tr></table><ul><li>要点一。</li></ul><figure><figcaption>江城全景</figcaption></figure></div>
<div id="footer">版权所有</div><script>alert("x")</script><style>p {{}}</style></body></html>"""


@pytest.mark.parametrize(
    ("charset", "encoding"), [("utf-8", "utf-8"), ("gb2312", "gbk"), ("utf-8", "gbk"), ("none", "utf-16")]
)
def test_a_page_without_the_site_around_it(charset: str, encoding: str) -> None:
    loaded = html.load(PAGE.format(charset=charset).encode(encoding))
    assert shape(loaded) == [
        ("heading", 1, "临江区招商 开门红"),
        ("paragraph", 0, "第一段文字加粗结束。"),
        ("paragraph", 0, "二行。"),
        ("paragraph", 0, "三行。"),
        ("heading", 2, "分标题"),
        ("table", 0, "区市\t签约 数量\t签约 金额\n临江\t34\t152亿元"),
        ("list", 0, "要点一。"),
        ("caption", 0, "江城全景"),
    ]
    assert loaded.stated == Stated(publisher="江城日报", published="2025-04-03")
    assert loaded.title_hint == "临江区招商开门红"


def test_a_page_nested_past_all_reason_is_read() -> None:
    assert FACT in html.load(("<html><body>" + "<div>" * 5000 + FACT).encode()).text


def lines(text: str, *, top: float, width: int = 34) -> list[tuple[float, float, str]]:
    """A paragraph set in lines: the first indented by two characters."""
    pieces = [text[: width - 2], *(text[at : at + width] for at in range(width - 2, len(text), width))]
    return [(96 if n == 0 else 72, top + 20 * n, piece) for n, piece in enumerate(pieces)]


LONG = (
    "临江区聚焦新能源产业链组建专班赴北京上海等地拜访企业一百零八家达成合作意向二十五个推动一批重点项目落地见效，"
    * 2
)


def test_lines_of_a_pdf_become_paragraphs_and_running_heads_furniture() -> None:
    pages = [
        [
            (220, 40, "江城招商工作简报"),
            (72, 110, f"{n}、{title}"),
            *lines(LONG[:-1] + "。", top=140),
            (290, 810, f"— {n} —"),
        ]
        for n, title in ((1, "总体情况"), (2, "主要做法"), (3, "下步打算"))
    ]
    loaded = pdf.load(pdf_bytes(*pages))
    found = shape(loaded)
    assert [text for kind, _, text in found if kind == "paragraph"] == [LONG[:-1] + "。"] * 3
    assert [text for kind, _, text in found if kind == "heading"] == [
        "1、总体情况",
        "2、主要做法",
        "3、下步打算",
    ]
    assert {text for kind, _, text in found if kind == "boilerplate"} == {
        "江城招商工作简报", "— 1 —", "— 2 —", "— 3 —",
    }  # fmt: skip
    assert [page_of(loaded, text) for text in ("总体情况", "主要做法", "下步打算")] == [1, 2, 3]


def test_a_paragraph_runs_over_the_end_of_a_page() -> None:
    first = lines((LONG * 2)[: 32 + 3 * 34], top=640)
    second = (72, 80, "的末尾也没有说完，到下一页才说完。")
    loaded = pdf.load(pdf_bytes([*first, (290, 815, "1")], [second, (290, 815, "2")]))
    (paragraph,) = [text for kind, _, text in shape(loaded) if kind == "paragraph"]
    assert paragraph.endswith("才说完。")
    assert [page_of(loaded, words) for words in ("临江区聚焦", "才说完")] == [1, 2]


def test_each_printed_line_keeps_its_box_on_its_page() -> None:
    loaded = pdf.load(pdf_bytes([(72, 100, FACT), (72, 118, "全区上下")], [(90, 400, "次页的话。")]))
    printed = [(loaded.text[box.start : box.end], box.page, box.left // 18) for box in loaded.boxes]
    assert printed == [(FACT, 1, 4), ("全区上下", 1, 4), ("次页的话。", 2, 5)]
    assert all(0 < box.bottom - box.top <= 16 and box.right > box.left for box in loaded.boxes)
    assert {(round(page.width), round(page.height)) for page in loaded.pages} == {(595, 842)}


def test_the_head_of_a_policy_in_two_pages_keeps_its_lines_apart() -> None:
    first = [
        (60, 40, "招商政策汇编"),
        (150, 90, "江城市项目招引若干规定"),
        (230, 120, "江招服〔2024〕7号"),
        (230, 150, "2024年8月15日印发"),
        (72, 200, "第一条 为引进项目，制定本规定。"),
    ]
    loaded = pdf.load(
        pdf_bytes(first, [(60, 40, "招商政策汇编"), (72, 90, "第二条 本规定自印发之日起施行。")])
    )
    assert [text for _, _, text in shape(loaded) if text != "招商政策汇编"] == [
        text for *_, text in first[1:]
    ] + ["第二条 本规定自印发之日起施行。"]
    known = metadata_of(loaded, name="规定.pdf")
    assert (known.title, known.number) == ("江城市项目招引若干规定", "江招服〔2024〕7号")
    assert (known.published, known.published_basis) == ("2024-08-15", "stated")


def test_larger_type_makes_headings() -> None:
    data = pdf_bytes([(72, 100, "临江区招商开门红")], size=24)
    assert shape(pdf.load(data))[0][2] == "临江区招商开门红"


def test_a_ruled_table_of_a_pdf_keeps_its_cells() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    grid = Table([["区市", "签约", ""], ["", "数量", "金额"], ["临江区", "34", "152.66亿元"]])
    grid.setStyle(TableStyle([
        ("FONT", (0, 0), (-1, -1), "STSong-Light", 12), ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1)),
    ]))  # fmt: skip
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=A4).build([grid])
    assert shape(pdf.load(stream.getvalue())) == [
        ("table", 0, "区市\t签约 数量\t签约 金额\n临江区\t34\t152.66亿元")
    ]


def test_an_encrypted_pdf_needs_its_password_and_a_blank_one_is_refused() -> None:
    with pytest.raises(NeedsPassword, match="密码"):
        pdf.load(pdf_bytes([(72, 100, FACT)], encrypt="secret"))
    with pytest.raises(Unreadable, match="2页都是空白"):
        pdf.load(pdf_bytes([], []))


@pytest.mark.parametrize(
    "load", [docx.load, xlsx.load, pptx.load, pdf.load], ids=["docx", "xlsx", "pptx", "pdf"]
)
def test_a_damaged_file_is_refused(load: Callable[[bytes], Loaded]) -> None:
    with pytest.raises(Unreadable, match="损坏"):
        load(b"PK\x03\x04 nothing that could be read")


@pytest.mark.shared
def test_odd_pdfs_end_in_text_or_in_a_reason(shared: Path) -> None:
    folder = shared / "bench"
    ends = {}
    for path in sorted([*folder.glob("pdf-sample-files/*.pdf"), *folder.glob("pdf_layout_dev/*.pdf")]):
        try:
            ends[path.name] = "text" if pdf.load(path.read_bytes()).text.strip() else "nothing"
        except FileError as error:
            ends[path.name] = error.state
            assert "\n" not in str(error) and len(str(error)) > 8
    assert len(ends) > 30
    assert "nothing" not in ends.values()
    assert sum(end == "text" for end in ends.values()) > 20


def test_a_page_keeps_the_line_over_its_article_that_dates_it() -> None:
    body = "<p>1-6月份全市亿元以上新签约项目174个。</p>" * 12
    page = (
        "<html><head><title>上半年招商成效</title></head><body><h1>上半年招商成效</h1>"
        "<p class='info'>浏览次数：12　来源：市投资促进局　发布时间：2024-07-15 11:13</p>"
        f"<div id='content'>{body}</div></body></html>"
    )
    loaded = html.load(page.encode())
    assert metadata_of(loaded, name="a.html").published == "2024-07-15"


def test_a_page_is_of_the_office_whose_site_it_is() -> None:
    body = "<p>截至4月20日，全市新签约项目76个，定远14个，天长12个。</p>" * 9
    page = (
        "<html><head><title>招商引资成效良好 - 滁州市投资促进局</title></head><body><h1>招商引资成效良好</h1>"
        "<div class='meta'><span>来源：滁州市投资促进局</span><span>日期：2017-04-24</span></div>"
        f"<div class='article'>{body}</div></body></html>"
    )
    known = metadata_of(html.load(page.encode()), name="a.html")
    assert (known.publisher, known.published) == ("滁州市投资促进局", "2017-04-24")
