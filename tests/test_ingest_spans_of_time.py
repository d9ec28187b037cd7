"""Of which months is a figure told from one year to the next, and of which year is 全年 in spring?"""

from __future__ import annotations

import pytest

from ingest.ledger.figures import extract_figures
from vectorstore.document import Block, Document


def _told(text: str, *, day: str, title: str = "招商引资情况") -> set[str]:
    """What is measured, how much, when; ! marks what is no fact."""
    block = Block(kind="paragraph", start=0, end=len(text))
    document = Document(
        id="d", name="d.txt", text=text, title=f"雅安市{title}", reference_date=day, blocks=(block,)
    )
    return {
        f"{row.metric}|{row.value.normalize():f}{row.unit}|{row.period}"
        f"{'' if row.modality in ('actual', 'planned_total') else '!'}"
        for row in extract_figures(document)
    }


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("2023年9月至2024年8月，全市新签约项目208个。", "签约项目|208个|2023-09..2024-08"),
        ("自2023年10月至2024年9月底，全市到位资金52亿元。", "到位资金|52亿元|2023-10..2024-09"),
        ("2021年以来，全市新签约项目960个。", "签约项目|960个|2021-01..2024-09"),
        ("2023年7月—2024年6月签约70个。二季度到位资金9亿元。", "到位资金|9亿元|2024-Q2"),
    ],
)
def test_a_span_over_two_years_is_one_time(text: str, row: str) -> None:
    assert row in _told(text, day="2024-10-12")


@pytest.mark.parametrize(
    ("text", "title", "rows"),
    [
        pytest.param(
            "全年到位资金580亿元，同比增长11%。今年计划签约项目260个。",
            "招商引资情况",
            {"到位资金|580亿元|2023", "到位资金同比增长|11%|2023", "签约项目|260个|2024!"},
            id="what-grew-is-over",
        ),
        pytest.param(
            "全年新设外资企业22家。", "商务工作总结", {"新设外资企业|22家|2023"}, id="a-summary-of-february"
        ),
        pytest.param(
            "全年新设外资企业22家。",
            "2023年招商引资情况",
            {"新设外资企业|22家|2023"},
            id="the-year-of-the-title",
        ),
        pytest.param(
            "全年引进项目300个。", "招商引资工作要点", {"引进项目|300个|2024!"}, id="nobody-has-done-it-yet"
        ),
    ],
)
def test_the_whole_year_in_a_paper_of_february(text: str, title: str, rows: set[str]) -> None:
    assert _told(text, day="2024-02-20", title=title) == rows


def test_what_of_a_year_has_been_done_so_far_is_no_aim() -> None:
    assert "32项展会已成功举办|28项|2024" in _told("全年32项展会已成功举办28项。", day="2024-10-12")
