"""Whose is the highest rate, when is a slogan, and what is left of a figure that was corrected?"""

from __future__ import annotations

import pytest
from short_rows import short_rows


def _told(*paragraphs: str, day: str = "2025-10-22", city: str = "九江市") -> set[str]:
    return short_rows(*paragraphs, title=f"{city}招商", day=day)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "开工率最高的是都昌县，达到91%；最低的是湖口县，只有52.5%。",
            {"都昌县|开工率|91%|", "湖口县|开工率|52.5%|"},
            id="a rate that is highest and lowest",
        ),
        pytest.param(
            "前三季度，到位资金最多的是瑞昌市，为48.2亿元。",
            {"瑞昌市|到位资金|48.2亿元|2025-01..2025-09"},
            id="a sum that is largest",
        ),
        pytest.param(
            "前三季度协议投资额前三位的是修水县、武宁县、永修县，分别为61亿元、48亿元和33.5亿元。",
            {
                "修水县|协议投资额|61亿元|2025-01..2025-09",
                "武宁县|协议投资额|48亿元|2025-01..2025-09",
                "永修县|协议投资额|33.5亿元|2025-01..2025-09",
            },
            id="three that stand first",
        ),
    ],
)
def test_who_stands_first_is_told_as_the_owner(text: str, rows: set[str]) -> None:
    assert rows <= _told(text)


def test_a_time_in_a_slogan_dates_nothing() -> None:
    told = _told("四季度将围绕“冲刺全年、谋划明年”开展攻坚，推动86个项目尽快开工。")
    assert {row.split("|")[3] for row in told if "86个" in row} == {"2025-Q4!"}


def test_a_quoted_plan_keeps_its_time() -> None:
    assert "九江市|开工项目|40个|2026!" in _told("“明年要新开工项目40个。”市长说。")


@pytest.mark.parametrize(
    ("text", "metric", "now"),
    [
        (
            "经与统计部门核对，上半年全市实际到位省外资金由此前通报的412.3亿元调整为408亿元。",
            "实际到位省外资金",
            "408亿元",
        ),
        (
            "经复核，一季度全市规上工业增加值增速由先前公布的8.2%修正为7.9%。",
            "规上工业增加值增速",
            "7.9%",
        ),
    ],
)
def test_who_told_the_old_figure_is_no_part_of_its_measure(text: str, metric: str, now: str) -> None:
    told = _told(text)
    assert any(f"|{metric}|{now}|" in row for row in told)
    assert any(f"|{metric}（更正前）|" in row for row in told)


def test_an_aim_of_this_year_is_no_fact() -> None:
    told = _told("浔阳区去年到位内资32.7亿元；今年目标到位内资41亿元。", day="2025-02-20")
    assert told == {"浔阳区|到位内资|32.7亿元|2024", "浔阳区|到位内资|41亿元|2025!"}


def test_the_year_a_rise_began_in_is_not_of_the_next_sentence() -> None:
    told = _told(
        "去年，共青城本地配套率由2022年的28%提高到43%。全年规上工业产值186.2亿元。", day="2024-02-20"
    )
    assert any(row.endswith("|186.2亿元|2023") for row in told)


def test_a_meeting_at_the_head_is_not_when_the_counties_did_it() -> None:
    told = _told(
        "2月20日，九江市2024年项目推进会举行。",
        "回望刚刚过去的2023年，全市到位内资880亿元。",
        "都昌县到位内资36.9亿元，湖口县44.2亿元。",
        day="2024-02-20",
    )
    assert {"都昌县|到位内资|36.9亿元|2023", "湖口县|到位内资|44.2亿元|2023"} <= told


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "庐山风景名胜区管委会把目光投向康养，上半年接待游客412万人次。",
            "庐山风景名胜区|接待游客|412万人次|2025-H1",
        ),
        ("柴桑高铁经济试验区瞄准大数据，签约项目16个。", "柴桑高铁经济试验区|签约项目|16个|"),
    ],
)
def test_an_area_with_a_government_of_its_own_is_told_of(text: str, row: str) -> None:
    assert row in _told("上半年，湖口县签约项目31个。", text) | {
        one.removesuffix("2025-H1") for one in _told("上半年，湖口县签约项目31个。", text)
    }


def test_a_river_is_no_district() -> None:
    told = _told(
        "嘉陵江畔产业潮。2月8日，南充市投资促进会召开。",
        "全市上半年签约211个。嘉陵区到位资金87.4亿元。",
        "会议明确：力争全年新签约项目260个。",
        day="2025-07-22",
        city="南充市",
    )
    assert "南充市|签约项目|260个|2025!" in told


def test_what_is_left_in_a_list_of_trades_is_of_none_of_them() -> None:
    told = _told("一季度到位资金中，装备制造产业66.3亿元，生物医药产业12.8亿元；其他14亿元。")
    assert not any("14亿元" in row for row in told)


def test_each_of_several_places_is_to_reach_at_least_its_own() -> None:
    told = _told("2026年，柴桑区、濂溪区到位资金分别不低于165亿元、152亿元。")
    assert {"柴桑区|到位资金|165亿元|2026!", "濂溪区|到位资金|152亿元|2026!"} <= told


def test_a_size_in_words_is_no_part_of_what_arrives() -> None:
    told = _told("前三季度，百亿元以上项目1个；到位市外资金123亿元。")
    assert "九江市|到位市外资金|123亿元|2025-01..2025-09" in told


def test_the_pace_towards_an_aim_is_told_of_who_is_first() -> None:
    told = _told("完成年度任务进度最快的是都昌县，达到38.8%；最慢的是湖口县，仅为17.4%。")
    assert {"都昌县|完成年度任务进度|38.8%|", "湖口县|完成年度任务进度|17.4%|"} <= told


def test_what_is_spent_on_a_project_so_far_is_the_projects() -> None:
    told = _told(
        "都昌县风光储基地项目总投资64亿元，升压站在建。湖口县玉米深加工项目由谷元公司投资15.6亿元，"
        "一季度完成投资1.9亿元，累计完成7.3亿元。"
    )
    assert {row.split("|")[0] for row in told if "1.9亿元" in row or "7.3亿元" in row} == {"玉米深加工项目"}
    assert "风光储基地项目" in {row.split("|")[0] for row in told if "64亿元" in row}
