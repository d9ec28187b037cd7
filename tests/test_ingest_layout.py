"""Reading order: pages laid out in many designs give back their articles, whatever the order of the file."""

from __future__ import annotations

import io
import random

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_designs import ORDERS, Paper, Run, write
from page_families import BUILT_WITH, HELD_OUT, Family, design
from page_scores import NOTHING, score

from ingest import pdf
from ingest.errors import Unreadable
from ingest.layout import reading_order
from ingest.layout.paragraphs import paragraphs_of
from ingest.layout.printed import Line

FAMILIES = (*BUILT_WITH, *HELD_OUT)


@pytest.mark.parametrize(
    ("families", "least"), [(BUILT_WITH, 0.98), (HELD_OUT, 0.98)], ids=["built-with", "held-out"]
)
def test_sentences_follow_each_other_and_figures_keep_their_subjects(
    families: tuple[Family, ...], least: float
) -> None:
    total = NOTHING
    for family in families:
        made = design(family, seed=0)
        for order in ORDERS:
            total += score(made, write(made.paper, order, seed=1))
    assert total.successions >= least * total.of_successions, total.missed
    assert total.figures >= least * total.of_figures, total.missed


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_a_content_stream_in_any_order_gives_the_same_text(family: Family) -> None:
    made = design(family, seed=2)
    texts = {pdf.load(write(made.paper, order, seed=seed)).text for seed, order in enumerate(ORDERS)}
    assert len(texts) == 1


def line(text: str, left: float, top: float, *, size: float = 10.0) -> Line:
    width = size * len(text)
    return Line(
        page=1, text=text, left=left, top=top, right=left + width, bottom=top + size, size=size,
        page_height=842.0,
    )  # fmt: skip


def two_columns() -> list[Line]:
    """A headline over two columns of eight lines, as character recognition would find them."""
    rows = [
        (left, 100 + 16 * n, f"{name}栏第{n}行的文字排到这里满")
        for name, left in (("左", 50), ("右", 190))
        for n in range(8)
    ]
    return [line("一条跨两栏的标题", 60, 60, size=24), *(line(text, left, top) for left, top, text in rows)]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000))
def test_lines_from_any_source_in_any_order_are_read_column_by_column(seed: int) -> None:
    expected = [each.text for each in two_columns()]
    shuffled = two_columns()
    random.Random(seed).shuffle(shuffled)
    assert [each.text for each in reading_order(shuffled)] == expected


def test_a_page_too_full_to_be_one_is_read_in_part_and_says_so() -> None:
    row = "签约项目亿元增长百分之九" * 10
    runs = [
        Run(page=1, x=9 + n % 4 * 130, y=9 + n // 4 * 1.5, text=row[n % 9 :], size=1) for n in range(2000)
    ]
    loaded = pdf.load(write(Paper(width=600, height=842, runs=runs), "article"))
    assert loaded.notes == ("第1页的字符超过20万个，只读了前20万个；请拆分后再导入",)


@pytest.mark.parametrize("side", [0.5, 14_400.0])
def test_a_page_of_any_size_ends_in_text_or_in_a_reason(side: float) -> None:
    paper = Paper(width=side, height=side, runs=[Run(page=1, x=0, y=9, text="签约项目三十四个", size=10)])
    try:
        assert "签约" in pdf.load(write(paper, "article")).text
    except Unreadable as error:
        assert len(str(error)) > 8


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_turned_page_reads_the_same_and_its_boxes_are_those_of_the_page_as_shown(quarters: int) -> None:
    made = design(BUILT_WITH[0], seed=2)
    upright = write(made.paper, "random", seed=1)
    document = pypdfium2.PdfDocument(upright)
    document[0].set_rotation(90 * quarters)
    stream = io.BytesIO()
    document.save(stream)
    turned = pdf.load(stream.getvalue())
    assert turned.text == pdf.load(upright).text
    page = turned.pages[0]
    assert (page.width > page.height) == (quarters % 2 == 1)
    assert all(0 <= box.left < box.right <= page.width and box.bottom <= page.height for box in turned.boxes)


def test_an_empty_page_has_no_order() -> None:
    assert reading_order([]) == []


def test_an_article_does_not_go_on_with_the_chapter_centred_above_it() -> None:
    rows = [
        (266.0, 353.0, 155.0, "第三章 支持标准"),
        (103.5, 516.0, 188.0, "第五条 本地配套。整车企业年度采购本市非关联零部件企业产品超"),
        (79.5, 300.0, 210.0, "过上年度的，按新增采购额给予奖励。"),
        (103.5, 516.0, 244.0, "第六条 芯片上车。首次实现批量装车的车规级芯片企业，按装车量"),
        (79.5, 300.0, 266.0, "给予奖励，最高不超过三百万元。"),
    ]
    body = [
        Line(
            page=1, text=text, left=left, top=top, right=right, bottom=top + 14, size=16.0,
            page_height=842.0, region=1,
        )
        for left, right, top, text in rows
    ]  # fmt: skip
    begun = [each[0].text[:3] for each in paragraphs_of(body, []) if isinstance(each, list)]
    assert begun == ["第三章", "第五条", "第六条"]


def test_a_headline_of_two_words_stands_over_columns_that_begin_higher() -> None:
    """The first column may begin a little lower than those beside it: the headline still comes first."""
    body = "一季度全市新签约亿元以上项目六十四个协议投资"
    columns = [
        line(f"{name}{n}{body}", left, top + 12 * n, size=10)
        for name, left, top in (("甲", 20, 75), ("乙", 270, 64), ("丙", 520, 64))
        for n in range(8)
    ]
    headline = [line("首季开门红", 20, 40, size=20), line("签约项目创新高", 145, 40, size=20)]
    told = [one.text for one in reading_order([*columns, *headline])]
    assert told[0] == "首季开门红 签约项目创新高"
    assert [text[:2] for text in told[1:]] == [f"{name}{n}" for name in "甲乙丙" for n in range(8)]


def test_a_date_in_the_middle_stands_above_the_heading_under_it() -> None:
    prose = "今年上半年全市实施招商引资项目二百三十一个其中新建项目九十七个续建"
    page = [
        line("江城市上半年招商引资项目建设情况通报", 106, 56, size=19.5),
        line("（江城市商务局", 194, 107, size=12.8),
        line("2026年7月12日）", 302, 107, size=12.8),
        line("一、基本情况", 47, 151, size=14.9),
        *(line(f"{n}{prose}", 47, 194 + 27 * n, size=12.8) for n in range(8)),
    ]
    assert [one.text[:6] for one in reading_order(page)][1:3] == ["（江城市商务", "一、基本情况"]


def test_columns_of_which_one_opens_with_a_heading_are_read_one_after_the_other() -> None:
    """The head of the issue above has gaps of its own; they are not those of the columns."""
    body = "新引进三千万元以上项目一百二十八个其中亿元"
    head = [
        line("第九期总第一百一十八期", 242, 102, size=10.5),
        line("江城市招商引资工作办公室", 47, 131, size=10.5),
        line("2026年9月5日", 289, 131, size=10.5),
        line("本期要目", 47, 175, size=10.5),
        line("● 主要指标完成情况", 47, 203, size=10.5),
    ]
    left = [line("一至八月全市招商引资主要指标完成情况", 61, 290, size=12.3)]
    left += [line(f"甲{n}{body}", 47, 323 + 19 * n, size=10.5) for n in range(9)]
    right = [line(f"乙{n}{body}", 308, 277 + 19 * n, size=10.5) for n in range(12)]
    told = [one.text[:2] for one in reading_order([*head, *left, *right])]
    assert told[-22:] == ["一至", *(f"甲{n}" for n in range(9)), *(f"乙{n}"[:2] for n in range(12))]


def test_a_sub_headline_in_the_middle_of_the_page_stands_over_all_columns() -> None:
    body = "一季度全市新签约亿元以上项目六十四个协议投资"
    columns = [
        line(f"{name}{n}{body}", left, 133 + 15 * n, size=10)
        for name, left in (("甲", 20), ("乙", 270), ("丙", 520))
        for n in range(8)
    ]
    deck = line("新签约项目四十三个到位资金增长", 285, 113, size=13.5)
    assert reading_order([*columns, deck])[0].text == deck.text


def test_a_sentence_goes_on_in_the_next_column_though_numbers_left_its_line_short() -> None:
    filler = "抓开局，园区建设提速，龙头企业带动上下游集聚"
    opening = "一季度，全市新签约项目较快增长，各县区全都抢"
    left = [opening, *[filler] * 12, "目前，园区已有重点企业140余家、高端研发"]
    right = ["机构10余家，全年业务收入有望突破一百亿元，", *[filler] * 12, "体系完整，后劲持续增强。"]
    body = [
        Line(
            page=1, text=text, left=side, top=100 + 14 * n, right=side + (212 if "140" in text else 230),
            bottom=110 + 14 * n, size=10.0, page_height=842.0, region=region,
        )
        for region, (side, column) in enumerate(((50, left), (301, right)))
        for n, text in enumerate(column)
    ]  # fmt: skip
    told = ["".join(one.text for one in each) for each in paragraphs_of(body, []) if isinstance(each, list)]
    assert "高端研发机构10余家" in told[0]
