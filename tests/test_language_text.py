"""Folding, reading and cutting text without losing where it stood."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.text import LONGEST_SENTENCE, clauses, fold, is_note, read, sentences


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("１２３．４％", "123.4%"),
        ("（ＡＢＣ）", "(ABC)"),
        ("招商引資、項目簽約", "招商引资、项目签约"),
        ("全角\u3000空格", "全角 空格"),
        ("著名企业", "著名企业"),
        ("plain ascii", "plain ascii"),
    ],
)
def test_folding_halves_widths_and_simplifies(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "as_read"),
    [
        ("项目取\n得进展", "项目取得进展"),
        ("引进 49 个项目", "引进49个项目"),
        ("2023 年 9 月", "2023年9月"),
        ("**总投资**10亿元", "总投资10亿元"),
        ("Big Data 平台", "Big Data平台"),
        ("无需改动。", "无需改动。"),
    ],
)
def test_reading_drops_layout_and_emphasis(text: str, as_read: str) -> None:
    assert read(text).text == as_read


def test_a_reading_leads_back_to_the_source() -> None:
    text = "前文。**签约** 49\n个项目，后文"
    reading = read(text, start=3)
    at = reading.text.index("49个")
    span = reading.source(at, at + 3)
    assert text[span.start : span.end] == "49\n个"
    assert reading.source(0, 0).start == reading.source(0, 1).start


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("一句。两句！三句？", ["一句。", "两句！", "三句？"]),
        ("他说：“来了。”然后走了。", ["他说：“来了。”", "然后走了。"]),
        ("增长12.5%。其中3.2亿元。", ["增长12.5%。", "其中3.2亿元。"]),
        (
            "招商动态\n今年一季度签约项目四十九个，比去年有所\n增加。",
            ["招商动态", "今年一季度签约项目四十九个，比去年有所\n增加。"],
        ),
        ("以下两点：\n一、招商\n二、服务", ["以下两点：", "一、招商", "二、服务"]),
        (
            "恩施州招商服务中心办公室编印  2026年9月6日\n\n今年1—8月，全州签约96个。",
            ["恩施州招商服务中心办公室编印  2026年9月6日", "今年1—8月，全州签约96个。"],
        ),
        (
            "汕府办〔2026〕5号 发布日期：2026-02-18 浏览次数：1024\n\n第一条 本办法适用于外资项目。",
            ["汕府办〔2026〕5号 发布日期：2026-02-18 浏览次数：1024", "第一条 本办法适用于外资项目。"],
        ),
        (
            "高新区：主导产业为智能装备、新材料，标准厂房45万平方米\n\n涧西区：主导产业为轴承、农机装备",
            ["高新区：主导产业为智能装备、新材料，标准厂房45万平方米", "涧西区：主导产业为轴承、农机装备"],
        ),
        (
            "全市签约96个。其中，投资五十亿元的新能源装备基地已于9月6日\n\n正式开工。",
            ["全市签约96个。", "其中，投资五十亿元的新能源装备基地已于9月6日\n\n正式开工。"],
        ),
        ("  \n ", []),
    ],
)  # fmt: skip
def test_sentences_end_at_stops_and_at_lines_meant_to_stand_alone(text: str, pieces: list[str]) -> None:
    assert [text[span.start : span.end] for span in sentences(text)] == pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("签约5个，落地3个；开工2个。", ["签约5个，", "落地3个；", "开工2个。"]),
        ("投资1,234万元，增长5%", ["投资1,234万元，", "增长5%"]),
    ],
)
def test_clauses_end_at_commas_but_not_inside_numbers(text: str, pieces: list[str]) -> None:
    assert [text[span.start : span.end] for span in clauses(text)] == pieces


_TEXTS = st.text(max_size=80) | st.lists(
    st.sampled_from(list("招商引資項目12３４．。！？，；：\n \u3000*_`#一二、”“（）ab")), max_size=60
).map("".join)


@given(text=_TEXTS)
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(text=_TEXTS, cut=st.integers(0, 20))
def test_every_character_read_stands_where_it_says(text: str, cut: int) -> None:
    start = min(cut, len(text))
    reading = read(text, start=start)
    assert len(reading.offsets) == len(reading.text) + 1
    assert list(reading.offsets) == sorted(set(reading.offsets)) or not reading.text
    for at, char in enumerate(reading.text):
        span = reading.source(at, at + 1)
        assert start <= span.start < span.end <= len(text)
        assert fold(text[span.start : span.end]) == char


@given(text=_TEXTS)
def test_sentences_hold_everything_but_white_space_in_order(text: str) -> None:
    for cut in (sentences, clauses):
        spans = cut(text)
        assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
        assert "".join("".join(text[s.start : s.end] for s in spans).split()) == "".join(text.split())


@pytest.mark.parametrize("item", ["总投资1亿元的", "某区签约12个、", "12,345.6", "张三"])
def test_a_run_without_a_stop_is_cut_outside_its_numbers(item: str) -> None:
    text = item * 2000
    spans = sentences(text)
    assert "".join(text[span.start : span.end] for span in spans) == text
    assert max(span.end - span.start for span in spans) <= LONGEST_SENTENCE
    numbers = {match.span() for match in re.finditer(r"[\d.,]+", text) if len(match.group()) < 20}
    assert not any(start < span.end < end for span in spans for start, end in numbers)


def test_a_long_run_is_cut_at_a_semicolon_before_a_comma() -> None:
    text = "甲区签约10个，" * 100 + "乙区签约20个；" + "丙区签约30个，" * 30
    first, *_ = sentences(text)
    assert text[first.start : first.end].endswith("乙区签约20个；")


@pytest.mark.parametrize(
    "note",
    [
        "（责任单位：市财政局，各县（市）区政府）",
        "[牵头单位：市商务局]",
        "（市发改委牵头，市商务局等配合）",
        "（联系人：某某；电话：1）",
    ],
)
def test_who_is_in_charge_is_a_sentence_of_its_own_behind_a_stop(note: str) -> None:
    text = f"给予补贴。{note}对新建的给予奖励。"
    assert [text[span.start : span.end] for span in sentences(text)] == [
        "给予补贴。",
        note,
        "对新建的给予奖励。",
    ]
    assert is_note(note)


@pytest.mark.parametrize("bracket", ["（一）", "（完）", "（见附件）"])
def test_any_other_bracket_behind_a_stop_goes_with_what_follows(bracket: str) -> None:
    text = f"给予补贴。{bracket}对新建的给予奖励。"
    assert len(sentences(text)) == 2
    assert not is_note(bracket)
