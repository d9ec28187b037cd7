"""What a bulletin's lists of places, goals and corrections measure, and of when."""

from __future__ import annotations

import pytest

from ingest.ledger.figures import extract_figures
from ingest.text import load
from language.naming import find_names
from vectorstore.document import Document
from vectorstore.ledger_rows import Figure


def figures(text: str) -> dict[str, Figure]:
    """The figures of a bulletin of October 2025, by whose and what is printed."""
    loaded = load(text.encode())
    document = Document(
        id="d",
        name="d.txt",
        text=loaded.text,
        title="徐州市招商引资工作简报",
        reference_date="2025-10-22",
        blocks=loaded.blocks,
    )
    return {f"{row.subject}{row.raw}": row for row in extract_figures(document)}


def test_an_amount_behind_a_count_measures_what_the_count_does() -> None:
    rows = figures("1—9月，铜山区签约58个、466亿元；新沂市49个、372.5亿元。\n")
    assert {row.metric for row in rows.values()} == {"签约项目", "签约额"}
    assert {row.period for row in rows.values()} == {"2025-01..2025-09"}
    assert figures("鼓楼区盘活闲置楼宇21栋、28.6万平方米。\n")["鼓楼区28.6万平方米"].metric == "盘活闲置楼宇"


def test_the_first_quarters_may_stand_behind_a_project() -> None:
    row = figures("徐州市百亿级项目前三季度仅3个，比去年同期少1个。\n")["徐州市3个"]
    assert (row.metric, row.period) == ("百亿级项目", "2025-01..2025-09")


def test_a_share_of_the_years_goal_leaves_the_time_as_it_was() -> None:
    rows = figures("1—9月，徐州市签约项目421个，完成全年签约目标的76.5%。实际使用外资8.12亿美元。\n")
    assert {row.period for row in rows.values()} == {"2025-01..2025-09"}


@pytest.mark.parametrize(
    "text",
    [
        "更正：本简报第8期所载“邳州市1—8月签约项目52个”应为“49个”，特此更正。",
        "第8期简报中“邳州市1—8月签约项目52个”有误，应为49个。",
        "上期刊登的邳州市1—8月签约项目52个，应为49个。",
        "原文“邳州市1—8月签约项目52个、总投资30亿元”应为“邳州市1—8月签约项目49个、总投资28亿元”。",
    ],
)
def test_a_correction_measures_what_it_corrects(text: str) -> None:
    rows = figures(f"{text}\n")
    assert rows["邳州市52个"].metric == "签约项目（更正前）"
    assert rows["邳州市49个"].metric == "签约项目"


def test_a_rise_in_number_says_of_what() -> None:
    assert figures("鼓楼区税收过亿元楼宇7栋，比去年底增加2栋。\n")["鼓楼区2栋"].metric.endswith("楼宇增加")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("总投资52亿元的中新钙钛矿光伏项目签约", "中新钙钛矿光伏项目"),
        ("位于园区中新能源汽车项目开工", "新能源汽车项目"),
    ],
)
def test_a_name_may_begin_with_a_word_that_means_within(text: str, name: str) -> None:
    assert [one.text for one in find_names(text)] == [name]


def test_the_size_class_of_a_count_may_be_spelled() -> None:
    rows = figures("徐州市签约项目57个、百亿级项目2个；千亿级产业集群3个。\n")
    assert (rows["徐州市2个"].threshold, rows["徐州市3个"].threshold) == ("100亿元以上", "1000亿元以上")


def test_a_fund_and_its_first_instalment_are_two_measures() -> None:
    rows = figures("新沂市设立了总规模30亿元的产业引导母基金，首期10亿元已到位。\n")
    told = {row.raw: row.metric for row in rows.values()}
    assert told == {"30亿元": "产业引导母基金总规模", "10亿元": "首期"}
