"""Which goal, growth and size class belong to which figure of a report."""

from __future__ import annotations

import pytest

from ingest.ledger.figures import extract_figures
from vectorstore.document import Block, Document
from vectorstore.ledger_rows import Figure


def read(text: str) -> dict[str, Figure]:
    """The figures of one paragraph about 绍兴市 by what is printed."""
    block = Block(kind="paragraph", start=0, end=len(text))
    told = Document(
        id="d", name="d.txt", text=text, title="绍兴市招商引资", reference_date="2025-07-20", blocks=(block,)
    )
    return {row.raw: row for row in extract_figures(told)}


REPORT = (
    "1—6月，全市新签约亿元以上项目93个，协议总投资520亿元；到位省外资金310亿元，完成年度目标（600亿元）的51.7%；"
    "实际使用外资2.4亿美元，同比下降3.5%。"
)


def test_a_goal_in_brackets_is_a_goal_of_what_was_measured() -> None:
    rows = read(REPORT)
    goal, reached = rows["600亿元"], rows["51.7%"]
    assert (goal.metric, goal.modality, goal.period) == ("到位省外资金", "target", "2025")
    assert (reached.metric, reached.modality) == ("到位省外资金完成年度目标", "actual")


def test_a_change_without_a_measure_is_of_the_clause_before() -> None:
    row = read(REPORT)["3.5%"]
    assert row.is_growth
    assert row.metric == "实际使用外资同比下降"


@pytest.mark.parametrize(("raw", "threshold"), [
    ("93个", "1亿元以上"), ("520亿元", "1亿元以上"), ("310亿元", ""), ("51.7%", ""), ("2.4亿美元", ""),
])  # fmt: skip
def test_a_size_class_ends_with_what_it_sorts(raw: str, threshold: str) -> None:
    assert read(REPORT)[raw].threshold == threshold


def test_a_class_within_a_class_is_no_figure() -> None:
    rows = read("上半年签约20亿元以上项目31个（含100亿元以上），服务业项目44个，占比29%。")
    assert rows.keys() == {"31个", "44个", "29%"}
    assert (rows["31个"].threshold, rows["29%"].threshold) == ("20亿元以上", "")


@pytest.mark.parametrize(("way", "change"), [("多", "增加"), ("少", "减少")])
def test_more_than_last_year_is_growth_and_no_count(way: str, change: str) -> None:
    rows = read(f"一季度新签约亿元以上项目58个，其中20亿元以上项目12个，比去年同期{way}3个。")
    row = rows["3个"]
    assert row.is_growth
    assert row.metric.endswith(f"比去年同期{change}")
    assert row.threshold == "20亿元以上"
    assert not rows["12个"].is_growth


def test_what_must_not_be_less_is_a_goal() -> None:
    rows = read(
        "到2027年，全市累计引进20亿元以上项目80个，其中50亿元以上9个；实际使用外资年均增长6%，2025年不低于5.1亿美元。"
    )
    row = rows["5.1亿美元"]
    assert (row.metric, row.modality, row.threshold, row.period) == ("实际使用外资", "target", "", "2025")
    assert rows["6%"].threshold == ""


def test_a_least_amount_without_a_time_is_no_goal_of_the_year() -> None:
    row = read("所称优质企业，亩均税收不低于40万元，用地集约。")["40万元"]
    assert row.modality != "target"


@pytest.mark.parametrize(
    "text",
    [
        "绍兴市围绕“三个统筹（统筹项目布局、招商政策、要素保障）”开展工作。",
        "绍兴市坚持“四个优先”，把项目摆在前面。",
        "绍兴市推出四项机制：领导包抓、专班推进、预审会商、考核激励。",
    ],
)
def test_the_name_of_a_group_is_no_figure(text: str) -> None:
    assert read(text) == {}


def test_a_number_of_things_that_may_grow_is_one() -> None:
    assert "三个" in read("绍兴市上半年新建三个产业园，入驻企业46家。")
