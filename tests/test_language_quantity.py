"""Quantities: what is printed, what it is worth, and what only looks like one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.quantity import base_quantity, find_quantities, format_quantity, unit_kind
from language.text import fold

READ = [
    ("总投资152.66亿元", "152.66", "亿元", ""),
    ("完成GDP321.5亿元", "321.5", "亿元", ""),
    ("签约110余个项目", "110", "个", "余"),
    ("引进20多个", "20", "个", "余"),
    ("1万余名", "1", "万名", "余"),
    ("三十多万人", "30", "万人", "余"),
    ("2.5万余平方米", "2.5", "万平方米", "余"),
    ("超过300家企业", "300", "家", "超"),
    ("突破500亿元", "500", "亿元", "突破"),
    ("逾40亿元", "40", "亿元", "超"),
    ("近20个", "20", "个", "近"),
    ("约200亩", "200", "亩", "约"),
    ("200亩左右", "200", "亩", "左右"),
    ("5000万元以上", "5000", "万元", "以上"),
    ("不低于5000万元", "5000", "万元", "不低于"),
    ("30%以上", "30", "%", "以上"),
    ("增长12.5%", "12.5", "%", ""),
    ("同比-3.5%", "-3.5", "%", ""),
    ("增速为−0.8个百分点", "-0.8", "个百分点", ""),
    ("百分之八", "8", "%", ""),
    ("百分之十二点五", "12.5", "%", ""),
    ("提高3.2个百分点", "3.2", "个百分点", ""),
    ("是去年的3.2倍", "3.2", "倍", ""),
    ("约三成", "30", "%", "约"),
    ("近四成五", "45", "%", "近"),
    ("两千三百户", "2300", "户", ""),
    ("一百二十万吨", "1200000", "吨", ""),
    ("十余家", "10", "家", "余"),
    ("伍佰万元", "500", "万元", ""),
    ("叁拾亿元", "30", "亿元", ""),
    ("百亿元", "100", "亿元", ""),
    ("1,234.5万元", "1234.5", "万元", ""),
    ("１２３．４亿元", "123.4", "亿元", ""),
    ("投资12亿美元", "12", "亿美元", ""),
    ("3000万欧元", "3000", "万欧元", ""),
    ("50亿港币", "50", "亿港元", ""),
    ("1000万元人民币", "1000", "万元", ""),
    ("人民币3亿元", "3", "亿元", ""),
    ("1.5亿片", "1.5", "亿片", ""),
    ("装机110兆瓦", "110", "兆瓦", ""),
    ("億元以上項目25個", "25", "個", ""),
]


@pytest.mark.parametrize(("text", "value", "unit", "qualifier"), READ, ids=[case[0] for case in READ])
def test_a_printed_quantity_is_read(text: str, value: str, unit: str, qualifier: str) -> None:
    found = find_quantities(fold(text))[-1]
    assert (found.value, found.unit, found.qualifier) == (Decimal(value), fold(unit), qualifier)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("3—5个", 3, 5, "个"),
        ("10至15亿元", 10, 15, "亿元"),
        ("5亿元至10亿元", 5, 10, "亿元"),
        ("50—60%", 50, 60, "%"),
        ("3%—5%", 3, 5, "%"),
        ("20-30亩", 20, 30, "亩"),
    ],
)
def test_a_range_is_one_quantity_with_two_ends(text: str, low: int, high: int, unit: str) -> None:
    (found,) = find_quantities(text)
    assert (found.value, found.high, found.unit) == (low, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        "第五届大会", "第1名", "前10名", "10+1体系", "2+4+N", "H135直升机", "四分之三的企业", "一是加强",
        "一批项目", "千方百计", "5G", "G20", "百强企业", "第三方", "万分之五", "数十家", "1/3",
        "2025株洲大会", "2024万州区论坛",
    ],
)  # fmt: skip
def test_a_numeral_that_counts_nothing_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize("text", ["500强企业", "496工作体系", "4.0版", "101号", "三十强"])
def test_a_number_without_a_unit_is_bare(text: str) -> None:
    (found,) = find_quantities(text)
    assert (found.unit, found.kind) == ("", "bare")


@pytest.mark.parametrize(
    ("unit", "kind"),
    [("亿元", "money"), ("万美元", "money"), ("%", "rate"), ("个百分点", "rate"), ("个", "count"),
     ("万人", "count"), ("万平方米", "measure"), ("个月", "duration"), ("", "bare")],
)  # fmt: skip
def test_a_unit_tells_what_is_measured(unit: str, kind: str) -> None:
    assert unit_kind(unit) == kind


@pytest.mark.parametrize(
    ("value", "unit", "base"),
    [
        ("1.5", "亿片", ("150000000", "片")),
        ("2", "万亿元", ("2000000000000", "元")),
        ("5000", "万元", ("50000000", "元")),
        ("3", "‰", ("0.3", "%")),
        ("4", "个", ("4", "个")),
    ],
)
def test_base_quantities_compare(value: str, unit: str, base: tuple[str, str]) -> None:
    assert base_quantity(Decimal(value), unit) == (Decimal(base[0]), base[1])


_VALUES = st.decimals(min_value="0.01", max_value=99999, places=2)
_UNITS = st.sampled_from(
    ["亿元", "万元", "亿美元", "个", "家", "万人", "%", "个百分点", "亩", "万平方米", "吨"]
)
_QUALIFIERS = st.sampled_from(["", "余", "以上", "约", "近", "超", "突破", "不低于", "左右"])


@given(value=_VALUES, unit=_UNITS, qualifier=_QUALIFIERS)
def test_a_formatted_quantity_reads_back(value: Decimal, unit: str, qualifier: str) -> None:
    (found,) = find_quantities(format_quantity(value, unit, qualifier=qualifier))
    assert (found.value, found.unit, found.qualifier) == (value, unit, qualifier)


_PIECES = st.lists(
    st.sampled_from(
        list("0123456789.,，。一二三十百千万亿两零余多约超近达成%元个家项亩吨米第届年月—-至+/（）( aG")
    ),
    max_size=40,
).map("".join)


@given(text=_PIECES | st.text(max_size=60))
def test_quantities_lie_in_the_text_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for found in find_quantities(fold(text)):
        assert end <= found.outer_start <= found.start < found.end <= found.outer_end <= len(text)
        end = found.end
