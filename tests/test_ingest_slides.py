"""A printed presentation keeps each point apart, a page of articles each under its own headline."""

from __future__ import annotations

import pytest
from page_designs import Paper, Run, write

from ingest import pdf
from ingest.layout import reading_order
from ingest.layout.bullets import with_bullets
from ingest.layout.printed import Line

WIDE, HIGH = 960.0, 540.0  # of a slide, in points
POINTS = ["新签约项目132个，总投资486.3亿元", "新开工项目97个", "到位资金215.8亿元，同比增长8.7%"]
LONG = ["主要领导带队外出招商26次，拜访企业118家，推动昊源锂电隔膜项目落户青屏", "高新区，计划明年开工"]


def slide(page: int, title: str, points: list[list[str]], *, between: float) -> list[Run]:
    """A title and points of one or more lines, with white `between` them."""
    runs = [Run(page=page, x=40, y=25, text=title, size=30)]
    y = 90.0
    for lines in points:
        for text in lines:
            runs.append(Run(page=page, x=60, y=y, text=text, size=20))
            y += 24
        y += between
    return runs


def blocks(*slides: list[Run]) -> list[tuple[str, str]]:
    paper = Paper(width=WIDE, height=HIGH, runs=[run for one in slides for run in one])
    loaded = pdf.load(write(paper, "article"))
    return [(block.kind, loaded.text[block.start : block.end]) for block in loaded.blocks]


@pytest.mark.parametrize("mark", ["", "• ", "Ø ", "n "])
def test_points_of_slides_are_told_one_by_one_and_never_over_a_slides_end(mark: str) -> None:
    told = blocks(
        slide(1, "一、总体情况", [[mark + point] for point in POINTS], between=14),
        slide(2, "二、主要工作", [[mark + LONG[0], LONG[1]], [f"{mark}队伍力量不足"]], between=14),
    )
    shown = "• " if mark else ""
    assert [text for _, text in told] == [
        "一、总体情况", *(shown + point for point in POINTS),
        "二、主要工作", shown + "".join(LONG), f"{shown}队伍力量不足",
    ]  # fmt: skip
    assert [kind for kind, _ in told].count("heading") == 2


def test_a_wide_line_between_points_set_close_ends_where_the_next_point_begins() -> None:
    told = blocks(slide(1, "二、2025年计划", [[LONG[0], LONG[1]], [POINTS[0]], [POINTS[1]]], between=8))
    assert [text for _, text in told] == ["二、2025年计划", "".join(LONG), *POINTS[:2]]


def line(text: str, left: float, top: float, *, size: float = 10.0) -> Line:
    return Line(
        page=1, text=text, left=left, top=top, right=left + size * len(text), bottom=top + size, size=size,
        page_height=842.0,
    )  # fmt: skip


def test_a_letter_that_opens_one_line_alone_is_no_bullet() -> None:
    rows = [line("n 型电池片项目落户", 40, 40), line("总投资十二亿元", 40, 55)]
    assert with_bullets(rows) == rows
    assert [one.text for one in with_bullets([line("\uf06c 新签约12个", 40, 40)])] == ["• 新签约12个"]


def test_articles_side_by_side_are_read_one_after_the_other_each_under_its_headline() -> None:
    body = "今年一季度新引进亿元以上项目十二个"
    columns = [
        line(f"{name}{n}{body}", left, 100 + 14 * n)
        for name, left in (("甲", 30), ("乙", 230), ("丙", 430), ("丁", 630))
        for n in range(7)
    ]
    heads = [line("甲县补上铸造链", 160, 72, size=15), line("乙县小吃节开幕", 560, 72, size=15)]
    told = [one.text for one in reading_order([*columns, *heads])]
    assert [text[:2] for text in told] == [
        "甲县", *(f"{name}{n}" for name in "甲乙" for n in range(7)),
        "乙县", *(f"{name}{n}" for name in "丙丁" for n in range(7)),
    ]  # fmt: skip


def test_a_headline_in_large_type_goes_on_in_its_second_line() -> None:
    prose = "上半年全市共签订招商引资合同项目一百八十六个总投资七百亿元其中"
    runs = [
        Run(page=1, x=60, y=60, text="关于2025年上半年全市招商引资工作情况的", size=22),
        Run(page=1, x=248, y=100, text="通报", size=22),
        *(Run(page=1, x=60, y=160 + 27 * n, text=f"{prose}", size=15) for n in range(8)),
    ]
    loaded = pdf.load(write(Paper(width=595, height=842, runs=runs), "article"))
    first = loaded.blocks[0]
    assert loaded.text[first.start : first.end] == "关于2025年上半年全市招商引资工作情况的通报"


def test_a_small_landscape_page_with_a_table_keeps_its_title() -> None:
    runs = [
        Run(page=1, x=45, y=48, text="附件1", size=9),
        Run(page=1, x=93, y=60, text="江城市2024年1—9月各县区招商引资完成情况表", size=14),
        *(
            Run(page=1, x=45 + 120 * column, y=100 + 18 * n, text=text, size=9)
            for n, row in enumerate([["县区", "签约项目（个）", "总投资（亿元）"], *ROWS])
            for column, text in enumerate(row)
        ),
    ]
    loaded = pdf.load(write(Paper(width=595, height=420, runs=runs), "article"))
    kinds = {loaded.text[block.start : block.end][:3]: block.kind for block in loaded.blocks}
    assert kinds["江城市"] == "heading"


ROWS = [["平湖县", "27", "98.3"], ["望山县", "31", "126.9"], ["临溪县", "38", "172.4"]]
