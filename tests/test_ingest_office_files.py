"""Files as offices hold them: what a site, a workbook, a deck or a chat prints around what it says."""

from __future__ import annotations

import datetime
import io

import openpyxl
import pptx
import pytest
from ingest_samples import shape, xlsx_bytes
from pptx.util import Inches

from ingest import csv, html, text, xlsx
from ingest import pptx as deck_loader
from ingest.furniture import heads_other_pages, is_furniture
from ingest.layout import reading_order
from ingest.layout.printed import Line, Rect
from ingest.ledger.figures import extract_figures
from ingest.loaded import Loaded
from ingest.metadata import metadata_of
from ingest.pairs import pairs_in
from vectorstore.document import Document


@pytest.mark.parametrize(
    ("line", "is_of_the_page"),
    [
        ("发布时间：2026-10-15 09:32 来源：江城市投资促进局浏览次数：86 次字号：[ 大中小 ] 打印收藏", True),
        ("2026年07月21日 08:15 來源：江城日報作者：韋麗萍編輯：覃芳點擊：532", True),
        ("发布日期:2026-09-19 10:18 【字号:   阅读:", True),
        ("您现在的位置：首页 >> 招商动态 >> 正文", True),
        ("TAGS標簽：招商江城新材料", True),
        ("版权声明：凡本网注明“来源：江城日报”的作品，未经授权不得转载。", True),
        ("主办：江城市投资促进局地址：江城市开发北路邮编：036002", True),
        ("江ICP备0900号网站标识码：1400 江公网安备1402号", True),
        ("时间：2026年3月4日 地点：会展中心", False),
        ("全市阅读点击量超过100万次，编辑部分享经验", False),
        ("作者在打印店分享了关闭的时间", False),
    ],
)
def test_what_a_site_prints_around_an_article_is_furniture(line: str, is_of_the_page: bool) -> None:
    assert is_furniture(line) is is_of_the_page


def test_links_to_other_articles_are_no_part_of_one() -> None:
    assert heads_other_pages("相關文章") and heads_other_pages("更多>>") and not heads_other_pages("相关链接")
    page = """<html><head><title>前三季度招商情况通报-江城市投资促进局</title></head><body>
    <table><tr><td>索引号：</td><td>01</td><td>分类：</td><td>通知</td></tr><tr><td>发布机构：</td><td>市投资促进局</td>
    <td>文　　号：</td><td>江投促函〔2026〕42号</td></tr></table><div>前三季度招商情况通报</div>
    <div>发布时间：2026-10-15　来源：江城市投资促进局　浏览次数：12</div><p>一、总体情况</p>
    <p>1—9月，全市签约项目214个。</p>
    <p>二、各县情况</p><table><tr><td>县区</td><td>签约（个）</td></tr><tr><td>临江区</td><td>46</td></tr></table>
    <p>三、下步工作</p><p>四季度再签60个。</p>
    <div><h3>相关新闻</h3><ul><li><a>江城上半年签约156个</a></li></ul></div></body></html>"""
    loaded = html.load(page.encode())
    assert [(kind, said) for kind, _, said in shape(loaded) if kind in ("heading", "list")] == [
        ("heading", "前三季度招商情况通报"),
        ("heading", "一、总体情况"),
        ("heading", "二、各县情况"),
        ("heading", "三、下步工作"),
    ]
    assert "156" not in loaded.text
    known = metadata_of(loaded, name="a.html")
    assert (known.publisher, known.published) == ("江城市投资促进局", "2026-10-15")
    assert known.number == "江投促函〔2026〕42号"


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "签约"
    day = (datetime.date(2026, 4, 9) - datetime.date(1899, 12, 30)).days
    for row in (
        ["附件1"],
        ["江城市上半年签约项目台账"],
        ["序号", "区县", "项目名称", "投资额（万元）", "签约日期", "内部编码"],
        [1, "临江区", "氢能重卡", 45000, day, "A1"],
        [2, "临江区", "钒液扩能", 126000, datetime.datetime(2026, 3, 18), "A2"],
        ["小计", "", "2个", 171000],
        [3, "米县", "蔬菜加工", 9800, day, "A3"],
        [4, "盐县", "蓄能装备", 87000, day, "A4"],
        ["小计", "", "2个", 96800],
        ["注：本表为5000万元以上项目。"],
        ["填表人：何敏", "", "", "联系电话：0812"],
    ):
        sheet.append(row)
    sheet.column_dimensions["F"].hidden = True
    book.create_sheet("旧数据").sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_ledger_with_days_as_numbers_hidden_columns_subtotals_and_notes() -> None:
    loaded = xlsx.load(_workbook())
    assert [said for _, _, said in shape(loaded)] == [
        "附件1",
        "江城市上半年签约项目台账",
        "签约",
        "序号\t区县\t项目名称\t投资额（万元）\t签约日期\n1\t临江区\t氢能重卡\t45000\t2026-04-09\n"
        "2\t临江区\t钒液扩能\t126000\t2026-03-18\n小计\t临江区\t2个\t171000\n3\t米县\t蔬菜加工\t9800\t2026-04-09\n"
        "4\t盐县\t蓄能装备\t87000\t2026-04-09\n小计\t\t2个\t96800",
        "注：本表为5000万元以上项目。",
        "填表人：何敏 联系电话：0812",
    ]
    assert metadata_of(loaded, name="a.xlsx").title == "江城市上半年签约项目台账"
    assert len(loaded.notes) == 2 and "旧数据" in loaded.notes[0] and "1列" in loaded.notes[1]


def test_a_number_under_a_name_that_is_no_day_stays_a_number() -> None:
    rows = [["项目名称", "投资额（万元）", "建设时间"], ["甲厂", 45000, "2026年"], ["乙厂", 46121, 24]]
    assert "乙厂\t46121\t24" in xlsx.load(xlsx_bytes(项目=rows)).text


def test_marks_for_what_stands_above_are_read() -> None:
    loaded = csv.load("项目,投资主体,总投资\n甲厂,天能重工,12\n乙厂,〃,25\n丙厂,同上,3\n".encode("gb18030"))
    assert "乙厂\t天能重工\t25\n丙厂\t天能重工\t3" in loaded.text


def _deck() -> Loaded:
    deck = pptx.Presentation()
    for boxes in (
        [(2, ["江城市招商引资工作汇报"]), (5, ["江城市商务局  二〇二六年九月"])],
        [
            (0.3, ["一、1—8月各县区情况"]),
            (2, ["惠农区", "签约21个", "到位资金38.4亿元"]),
            (4, ["高新区", "签约12个", "到位资金16.3亿元"]),
        ],
    ):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        for top, lines in boxes:
            box = slide.shapes.add_textbox(Inches(1), Inches(top), Inches(6), Inches(1))
            box.text_frame.text = "\n".join(lines)
    stream = io.BytesIO()
    deck.save(stream)
    return deck_loader.load(stream.getvalue())


def test_boxes_of_a_slide_are_told_of_what_their_first_line_names() -> None:
    loaded = _deck()
    heads = [(level, said) for kind, level, said in shape(loaded) if kind == "heading"]
    assert heads == [
        (1, "江城市招商引资工作汇报"), (2, "一、1—8月各县区情况"), (3, "惠农区"), (3, "高新区"),
    ]  # fmt: skip
    known = metadata_of(loaded, name="a.pptx")
    assert (known.title, known.publisher) == ("江城市招商引资工作汇报", "江城市商务局")
    assert (known.published, known.published_basis, known.reference_date) == (
        "2026-09", "inferred", "2026-09-30",
    )  # fmt: skip


def test_a_chat_has_its_writers_for_headings_and_their_words_for_text() -> None:
    chat = (
        "江城招商群\n\n张科 市商务局 9:02\n各位报一下二季度的数\n\n"
        "芦溪 刘姐 9:25\n芦溪7个 19.8亿，电瓷占5个\n\n张科 市商务局 9:40\n经开区呢？@陈涛\n"
    )
    assert shape(text.load(chat.encode())) == [
        ("heading", 1, "江城招商群"),
        ("heading", 3, "张科 市商务局 9:02"),
        ("paragraph", 0, "各位报一下二季度的数"),
        ("heading", 3, "芦溪 刘姐 9:25"),
        ("paragraph", 0, "芦溪7个 19.8亿，电瓷占5个"),
        ("heading", 3, "张科 市商务局 9:40"),
        ("paragraph", 0, "经开区呢？@陈涛"),
    ]


@pytest.mark.parametrize(
    ("lines", "pairs"),
    [
        pytest.param(
            ["数据速览", "上半年", "新签约项目", "87个", "总投资", "356.4亿元", "重点项目"],
            ["新签约项目87个", "总投资356.4亿元"],
            id="names-over-numbers",
        ),
        pytest.param(
            ["数字", "312个", "实施项目", "54个", "新签约亿元以上项目", "预告"],
            ["312个实施项目", "54个新签约亿元以上项目"],
            id="numbers-over-names",
        ),
        pytest.param(["签约项目", "12个", "三、下步打算"], [], id="one-alone-is-chance"),
    ],
)
def test_a_number_goes_with_the_name_set_over_or_under_it(lines: list[str], pairs: list[str]) -> None:
    assert [lines[at] + lines[at + 1] for at in pairs_in(lines)] == pairs


def test_a_saved_post_keeps_its_numbers_and_its_pointed_projects() -> None:
    page = """<html><head><meta property="og:site_name" content="微信公众平台"></head><body>
    <h1>江城上半年成绩</h1><p>全市新签约项目</p><p>87个</p><p>总投资</p><p>356.4亿元</p>
    <p>▶ 南国铜业二期：总投资68亿元，在建</p><p>▶ 泛糖产业园：总投资9.5亿元</p><p>END</p>
    <p>来源：江城市投资促进局</p><p>阅读原文</p></body></html>"""
    loaded = html.load(page.encode())
    assert [(kind, said) for kind, _, said in shape(loaded) if kind in ("list", "caption")] == [
        ("list", "全市新签约项目 87个"),
        ("list", "总投资 356.4亿元"),
        ("list", "▶ 南国铜业二期：总投资68亿元，在建"),
        ("list", "▶ 泛糖产业园：总投资9.5亿元"),
    ]
    assert metadata_of(loaded, name="a.html").publisher == "江城市投资促进局"


def test_prices_in_boxes_of_a_slide_are_told_with_their_names() -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    for left, name, price in ((0.5, "工业电价", "0.38元/千瓦时"), (3.5, "工业用地", "9.6万元/亩")):
        for top, said in ((1.5, price), (2.2, name)):
            slide.shapes.add_textbox(Inches(left), Inches(top), Inches(2), Inches(0.5)).text_frame.text = said
    stream = io.BytesIO()
    deck.save(stream)
    told = [said for _, _, said in shape(deck_loader.load(stream.getvalue()))]
    assert told == ["工业电价：0.38元/千瓦时", "工业用地：9.6万元/亩"]


def test_the_band_under_a_papers_name_is_read_first() -> None:
    def line(said: str, left: float, top: float) -> Line:
        right = left + 10 * len(said)
        return Line(
            page=1, text=said, left=left, top=top, right=right, bottom=top + 10, size=10, page_height=842
        )

    band = [line("2026年第6期", 60, 120), line("江城市投资促进局主办", 200, 120)]
    prose = [
        line(f"{n}上半年全市实施招商引资项目实际到位内资同比增长其中", 50, 180 + 16 * n) for n in range(8)
    ]
    frame = Rect(left=50, top=100, right=550, bottom=140, is_picture=False)
    assert reading_order([*prose, *band], shapes=[frame])[0].text.startswith("2026年第6期")


def test_who_prints_a_paper_stands_beside_its_issue() -> None:
    band = "2026年第6期 江城市投资促进局主办 2026年6月30日"
    words = f"江城招商快讯\n{band}\n\n上半年到位内资突破两百亿\n\n7月16日将开大会。\n"
    known = metadata_of(text.load(words.encode()), name="a.txt")
    assert (known.publisher, known.published) == ("江城市投资促进局", "2026-06-30")


def test_a_month_counted_from_now_dates_no_table() -> None:
    rows = [
        ["江城市2026年1—3月招商引资指标完成情况表", "", ""],
        ["区县", "本月（亿元）", "累计（亿元）"],
        ["临江区", 3.1, 11.2],
        ["滨河区", 2.4, 8.9],
    ]
    known = metadata_of(xlsx.load(xlsx_bytes(表=rows)), name="a.xlsx")
    assert known.published.startswith("2026-0")


def test_a_number_broken_at_its_point_is_one_number() -> None:
    told = "分县区看，临江区到位资金51.\n2亿元，完成年度计划的104\n%，滨河区46.8亿元。"
    words = f"江城市2025年招商工作总结\n\n2026年1月16日\n\n{told}\n"
    document = Document(
        id="d", name="d", text=words, reference_date="2026-01-16", blocks=text.load(words.encode()).blocks
    )
    assert {f"{row.value.normalize():f}{row.unit}" for row in extract_figures(document)} == {
        "51.2亿元",
        "104%",
        "46.8亿元",
    }


@pytest.mark.parametrize("filtered", [False, True])
def test_rows_hidden_by_hand_are_left_out_and_told_of(filtered: bool) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in [["项目名称", "投资额（亿元）"], ["鑫源铜箔项目", 12.5], ["作废项目", 99]]:
        sheet.append(cells)
    sheet.row_dimensions[3].hidden = True
    if filtered:
        sheet.auto_filter.ref = "A1:B3"
    stream = io.BytesIO()
    book.save(stream)
    loaded = xlsx.load(stream.getvalue())
    assert ("作废项目" in loaded.text) is filtered
    assert bool(loaded.notes) is not filtered
