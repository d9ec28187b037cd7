"""Chinese numerals and their values."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.numeral import chinese_number, whole_number

_DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("零", "0"), ("七", "7"), ("十", "10"), ("十二", "12"), ("二十", "20"), ("一百零五", "105"),
        ("一百二", "120"), ("两千三百", "2300"), ("三千五", "3500"), ("一万二", "12000"),
        ("一万零二百", "10200"), ("三百四十五万", "3450000"), ("两亿", "200000000"),
        ("一万亿", "1000000000000"),
        ("三点五", "3.5"), ("零点零八", "0.08"), ("二〇二五", "2025"), ("伍佰万", "5000000"),
        ("叁拾贰", "32"), ("壹仟零贰拾", "1020"),
    ],
)  # fmt: skip
def test_a_numeral_has_its_value(text: str, value: str) -> None:
    assert chinese_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "三点", "三个", "点五", "三点十"])
def test_what_is_no_numeral_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="numeral"):
        chinese_number(text)


def _spell(number: int) -> str:
    """1 to 9999 in Chinese, the way school teaches it."""
    spoken, gap = "", False
    for scale, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            spoken += ("零" if gap and spoken else "") + _DIGITS[digit] + word
        gap = not digit
    return spoken


@given(st.integers(min_value=1, max_value=9999))
def test_every_spelled_number_reads_back(number: int) -> None:
    assert chinese_number(_spell(number)) == number
    assert chinese_number(_spell(number) + "万") == number * 10_000


@pytest.mark.parametrize(("numeral", "value"), [("12", 12), ("十二", 12), ("两", 2), ("三", 3)])
def test_a_whole_number_is_read_in_digits_and_in_characters(numeral: str, value: int) -> None:
    assert whole_number(numeral) == value
