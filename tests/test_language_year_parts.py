"""One stretch of a year has one name, however a text writes it."""

from __future__ import annotations

import pytest

from language.text import fold
from language.year_parts import is_year_part, written, year_parts

SAME = {
    "1-9月": ("1—9月", "1至9月份", "一至九月", "1月-9月", "前三季度", "前3个季度", "前九个月", "1-3季度"),
    "1-6月": ("上半年", "1～6月", "前两季度", "前六个月"),
    "7-12月": ("下半年", "7月至12月"),
    "1-3月": ("一季度", "第1季度", "首季度", "第一个季度", "1-3月", "前三个月"),
    "10-12月": ("四季度", "10—12月份"),
    "9月": ("9月份", "九月", "09月底"),
    "4月5日": ("4月5日", "四月五号", "04月05日"),
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, ways in SAME.items() for text in ways])
def test_all_ways_of_writing_have_one_name_that_is_found_again(name: str, text: str) -> None:
    plain = fold(f"全市2024年{text}新签约31个项目")
    assert year_parts(plain) == [name]
    assert is_year_part(name)
    assert any(way in plain for way in written(name))


@pytest.mark.parametrize(
    "text", ["提前3个月完工", "每季度调度一次", "三个月", "占3.5月租金", "9-3月", "四季如春"]
)
def test_what_names_no_part_of_a_year_is_left(text: str) -> None:
    assert not year_parts(fold(text))


def test_several_are_told_apart_in_order() -> None:
    assert year_parts("12月28日至1月3日,前三季度比上半年快") == ["12月28日", "1月3日", "1-9月", "1-6月"]


@pytest.mark.parametrize("word", ["9", "月", "2024", "岁月", "三月"])
def test_words_are_no_names(word: str) -> None:
    assert not is_year_part(word)
