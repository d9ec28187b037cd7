"""Periods: which days a phrase names, printed or relative to the date of the document."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.period import find_periods
from language.period_label import contains, label_dates, month_range, period_text, same_period

REFERENCE = date(2023, 10, 7)

TOLD = [
    ("2024年", "2024", "explicit"),
    ("二〇二四年", "2024", "explicit"),
    ("2023年度", "2023", "explicit"),
    ("2025年一季度", "2025-Q1", "explicit"),
    ("2023年第三季度", "2023-Q3", "explicit"),
    ("2023年3季度", "2023-Q3", "explicit"),
    ("2023年1—9月", "2023-01..2023-09", "explicit"),
    ("2023年1至6月份", "2023-H1", "explicit"),
    ("2023年1-3月", "2023-Q1", "explicit"),
    ("2024年上半年末", "2024-H1", "explicit"),
    ("2021—2025年", "2021..2025", "explicit"),
    ("2021年至2023年", "2021..2023", "explicit"),
    ("“十四五”期间", "2021..2025", "explicit"),
    ("2023-09-12", "2023-09-12", "explicit"),
    ("2023.9.12", "2023-09-12", "explicit"),
    ("截至2023年6月末", "2023-H1", "explicit"),
    ("今年一季度", "2023-Q1", "relative"),
    ("去年三季度", "2022-Q3", "relative"),
    ("去年上半年", "2022-H1", "relative"),
    ("一季度", "2023-Q1", "relative"),
    ("首季", "2023-Q1", "relative"),
    ("1—9月", "2023-01..2023-09", "relative"),
    ("前三季度", "2023-01..2023-09", "relative"),
    ("前两个月", "2023-01..2023-02", "relative"),
    ("上半年", "2023-H1", "relative"),
    ("下半年", "2023-H2", "relative"),
    ("截至目前", "2023-01..2023-09", "relative"),
    ("截至9月底", "2023-01..2023-09", "relative"),
    ("今年以来", "2023-01..2023-09", "relative"),
    ("年初以来", "2023-01..2023-09", "relative"),
    ("去年以来", "2022", "relative"),
    ("9月份", "2023-09", "relative"),
    ("9月一共签约", "2023-09", "relative"),
    ("9月上旬", "2023-09", "relative"),
    ("3月14日", "2023-03-14", "relative"),
    ("9月12日至15日", "2023-09-12..2023-09-15", "relative"),
    ("3月28日—4月2日", "2023-03-28..2023-04-02", "relative"),
    ("2022年12月28日至1月3日", "2022-12-28..2023-01-03", "explicit"),
    ("2022年9月至2023年8月", "2022-09..2023-08", "explicit"),
    ("2022年7月起至2023年6月", "2022-07..2023-06", "explicit"),
    ("2021年第四季度—2022年第三季度", "2021-10..2022-09", "explicit"),
    ("去年下半年到今年上半年", "2022-07..2023-06", "relative"),
    ("2022年12月28日至2023年1月3日", "2022-12-28..2023-01-03", "explicit"),
    ("2023年3月至2023年5月", "2023-03..2023-05", "explicit"),
    ("2022年11月以来", "2022-11..2023-09", "explicit"),
    ("今年6月以来", "2023-06..2023-09", "relative"),
    ("2021年以来", "2021-01..2023-09", "relative"),
    ("本月", "2023-10", "relative"),
    ("上月", "2023-09", "relative"),
    ("上季度", "2023-Q3", "relative"),
    ("年内", "2023", "relative"),
    ("岁末", "2023", "relative"),
    ("全年", "2023", "relative"),
    ("明年", "2024", "relative"),
    ("前年", "2021", "relative"),
    ("12月开工", "2022-12", "relative"),  # would lie ahead, and nothing announces it
    ("12月将开工", "2023-12", "relative"),
]


@pytest.mark.parametrize(("text", "label", "basis"), TOLD, ids=[case[0] for case in TOLD])
def test_a_time_is_resolved(text: str, label: str, basis: str) -> None:
    (found,) = find_periods(text, reference=REFERENCE)
    assert (found.label, found.basis, found.role) == (label, basis, "time")


@pytest.mark.parametrize(
    ("text", "label", "role"),
    [
        ("到2027年", "2027", "deadline"),
        ("2025年底前建成", "2025", "deadline"),
        ("到“十四五”末", "2025", "deadline"),
        ("比去年增长", "2022", "comparison"),
        ("较2022年提高", "2022", "comparison"),
        ("与上年相比", "2022", "comparison"),
        ("去年同期", "2022", "comparison"),
        ("2022年同期", "2022", "comparison"),
        ("2022年11月以来最大降幅", "2022-11..2023-09", "comparison"),
        ("2023年3月至2024年6月", "2023-03..2024-06", "deadline"),
    ],
)
def test_deadlines_and_comparisons_are_no_times_of_facts(text: str, label: str, role: str) -> None:
    (found,) = find_periods(text, reference=REFERENCE)
    assert (found.label, found.role) == (label, role)


@pytest.mark.parametrize(
    "text",
    [
        "每季度",
        "提前3个月",
        "第3月",
        "13月",
        "2月30日",
        "近年来",
        "同月",
        "一年",
        "三年",
        "20230912",
        "同比增长",
        "9月15日至12日",
    ],
)
def test_what_names_no_time_is_none(text: str) -> None:
    assert find_periods(text, reference=REFERENCE) == []


@pytest.mark.parametrize("text", ["今年一季度", "去年", "截至目前", "本月", "3月14日", "上半年", "今年以来"])
def test_without_a_reference_date_nothing_relative_is_resolved(text: str) -> None:
    assert find_periods(text, reference=None) == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("10月中旬举办2025株洲湘商大会", "2025-10"),
        ("10月召开大会,力争现场签约50个", "2025-10"),
        ("将于11月竣工", "2025-11"),
        ("12月签约30个", "2024-12"),
    ],
)
def test_a_month_ahead_is_of_this_year_where_it_is_announced(text: str, label: str) -> None:
    assert find_periods(text, reference=date(2025, 7, 8))[0].label == label


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("2022年签约10个，一季度签约3个", ["2022", "2022-Q1"]),
        ("2024年开工，12月底竣工", ["2024", "2024-12"]),
        ("2023年一季度10个，二季度20个", ["2023-Q1", "2023-Q2"]),
    ],
)
def test_a_named_year_is_carried_to_what_follows(text: str, labels: list[str]) -> None:
    assert [found.label for found in find_periods(text, reference=None)] == labels


def test_a_year_named_before_the_sentence_is_carried_into_it() -> None:
    (found,) = find_periods("一季度签约3个", reference=REFERENCE, year=2021)
    assert found.label == "2021-Q1"


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("2025-Q1", "2025年一季度"), ("2024-H2", "2024年下半年"), ("2023-01..2023-09", "2023年1—9月"),
        ("2025-03-14", "2025年3月14日"), ("2021..2025", "2021—2025年"), ("2024", "2024年"),
        ("2023-09-12..2023-09-15", "2023年9月12日—15日"),
    ],
)  # fmt: skip
def test_a_label_is_spoken_in_chinese(label: str, text: str) -> None:
    assert period_text(label) == text


def test_periods_are_compared_by_their_days() -> None:
    assert same_period("2023-Q1", "2023-01..2023-03")
    assert not same_period("", "")
    assert contains("2023", "2023-Q4")
    assert not contains("2023-Q4", "2023")


@given(year=st.integers(2000, 2040), first=st.integers(1, 12), last=st.integers(1, 12))
def test_months_said_in_chinese_read_back(year: int, first: int, last: int) -> None:
    label = month_range(year, first, last)
    assert (label is None) == (first > last)
    if label is not None:
        (found,) = find_periods(period_text(label), reference=None)
        assert found.label == label


@given(day=st.dates(min_value=date(2000, 1, 1), max_value=date(2049, 12, 31)))
def test_a_day_said_in_chinese_reads_back(day: date) -> None:
    (found,) = find_periods(period_text(day.isoformat()), reference=None)
    assert label_dates(found.label) == (day, day)


_PIECES = st.lists(
    st.sampled_from(
        [*"0123456789一二三四十月日年季度至—-到前末底初上下半今去本同截", "2023", "以来", "目前", "“十四五”"]
    ),
    max_size=25,
).map("".join)


@given(text=_PIECES, reference=st.none() | st.just(REFERENCE))
def test_periods_lie_in_the_text_and_have_dates(text: str, reference: date | None) -> None:
    end = 0
    for found in find_periods(text, reference=reference):
        assert end <= found.start < found.end <= len(text)
        first, last = label_dates(found.label)
        assert first.year >= 1900
        assert first <= last
        end = found.end


def test_a_quarter_that_begins_soon_is_of_the_year_of_the_one_told_after_it() -> None:
    june = date(2024, 6, 18)
    told = find_periods("三季度出口额40亿元，四季度出口额33亿元", reference=june)
    assert [period.label for period in told] == ["2023-Q3", "2023-Q4"]
    announced = find_periods("预计三季度出口额40亿元，去年四季度出口额33亿元", reference=june)
    assert [period.label for period in announced] == ["2024-Q3", "2023-Q4"]
