"""Sentences of papers whose line breaks were lost: titles, preambles, items and headings."""

from __future__ import annotations

import pytest

from assistant.passages.parting import asks_only, begins_item, parted, with_colon

TITLE = "望江镇关于扶持小微商户的若干措施"
PREAMBLE = "各村委会： 为落实全镇工作会议精神，帮助受汛情影响的商户恢复经营，现将有关措施通知如下："
PAPER = (
    f"{TITLE} {TITLE} {PREAMBLE} 一、减免摊位费。七月和八月的摊位费全部免收。已经缴纳的，九月十日前退还。"
    "（责任单位：市场办） 二、开展培训，每月两次。"
)


def pieces(text: str, *, title: str = "") -> list[str]:
    return [text[span.start : span.end] for span in parted(text, title=title)]


def test_a_paper_falls_into_its_parts() -> None:
    assert pieces(PAPER, title=TITLE) == [
        PREAMBLE,
        "一、减免摊位费。七月和八月的摊位费全部免收。",
        "已经缴纳的，九月十日前退还。",
        "（责任单位：市场办）",
        "二、开展培训，每月两次。",
    ]


def test_a_paragraph_begins_where_wide_blanks_stand() -> None:
    assert pieces("通告 　　一、即日起封闭渡口") == ["通告", "一、即日起封闭渡口"]


def test_a_short_sentence_keeps_its_list() -> None:
    text = "须带材料：1.身份证；2.户口簿；3.照片。"
    assert pieces(text) == [text]


def test_a_reporter_is_no_part_of_what_is_told() -> None:
    text = "望江渡口恢复通航 望江社四月二十八日电（记者 何苗）经过验收，望江渡口今日恢复通航。"
    assert pieces(text) == ["经过验收，望江渡口今日恢复通航。"]


def test_a_line_that_is_only_broken_by_lay_out_stays_whole() -> None:
    text = "望江镇今年一季度一共取得了签约 49 个项目的好\n成绩，其中农产品加工项目 12 个。"
    assert pieces(text) == [text]


@pytest.mark.parametrize(
    ("text", "item"),
    [("（二）培训", True), ("3.培训", True), ("第四条 培训", True), ("3.5亿元投资", False), ("二人", False)],
)  # fmt: skip
def test_items_are_known_by_their_number(text: str, item: bool) -> None:
    assert begins_item(text) is item


def test_a_heading_is_told_as_one_with_its_text() -> None:
    assert with_colon("一、减免摊位费。七月的全部免收") == "一、减免摊位费：七月的全部免收"
    assert with_colon("减免摊位费。七月的全部免收") == "减免摊位费。七月的全部免收"


def test_marks_of_emphasis_alone_are_no_sentence() -> None:
    assert pieces("**一、渡口何时开放？**\n\n每天六时至二十时开放。") == [
        "**一、渡口何时开放？",
        "每天六时至二十时开放。",
    ]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("**三、摊位费怎么退？", True), ("问：谁能申请？", True), ("3.什么时候办理？", True),
        ("渡口为什么封闭？", False), ("三、摊位费全部免收。", False),
    ],
)  # fmt: skip
def test_a_question_that_heads_an_answer_is_known(text: str, asks: bool) -> None:
    assert asks_only(text) is asks
