"""What a report of a city's year says beyond its first sentence: of when, of which part, and of whom."""

from __future__ import annotations

import pytest

from ingest.ledger.figures import extract_figures
from ingest.ledger.projects import extract_projects
from ingest.text import load
from vectorstore.document import Document
from vectorstore.ledger_rows import Figure, Project


def report(text: str, *, date: str, title: str = "招商引资情况") -> Document:
    """A plain text as `zhaoda ingest` would cut it."""
    loaded = load(text.encode())
    return Document(
        id="d", name="d.txt", text=loaded.text, title=title, reference_date=date, blocks=loaded.blocks
    )


def figures(text: str, *, date: str = "2025-07-20") -> dict[str, Figure]:
    """The figures of a text, by whose and what is printed."""
    rows = extract_figures(report(text, date=date))
    return {f"{row.subject}{row.raw}".replace("\n", ""): row for row in rows}


def project(text: str) -> Project:
    """The one project of a text."""
    (found,) = extract_projects(report(text, date="2025-07-20"))
    return found


LOOKING_BACK = (
    "2023年，荆州市签约亿元以上项目402个，到位资金911亿元。\n\n"
    "四季度最忙，四季度签约118个。\n\n"
    "沙市区全年签约项目61个，到位资金120亿元。\n\n"
    "荆州市全年力争签约亿元以上项目450个。\n"
)


def test_a_report_of_january_tells_of_the_year_before() -> None:
    rows = figures(LOOKING_BACK, date="2024-01-16")
    assert rows["沙市区61个"].period == "2023"
    assert rows["沙市区120亿元"].period == "2023"
    assert rows["荆州市118个"].period == "2023-Q4"
    assert rows["荆州市450个"].period == "2024"  # what lies ahead is of this year


def test_the_year_a_goal_is_of_is_not_the_time_of_what_follows() -> None:
    rows = figures(
        "1—8月，岳阳市实际使用外资2.1亿美元，同比下降4%，完成全年目标任务3亿美元的70%。其中制造业1.3亿美元。"
    )
    goal, reached = rows["岳阳市3亿美元"], rows["岳阳市70%"]
    assert (goal.metric, goal.period, goal.modality) == ("实际使用外资年度目标", "2025", "target")
    assert (reached.metric, reached.modality) == ("实际使用外资完成年度目标", "actual")
    assert rows["岳阳市1.3亿美元"].period == "2025-01..2025-08"


def test_what_is_told_behind_a_share_of_a_goal_is_done() -> None:
    rows = figures("上半年，岳阳市引进优质企业88家，完成年度任务160家的55%，其中500强企业6家。")
    assert rows["岳阳市160家"].modality == "target"
    assert rows["岳阳市6家"].modality == "actual"


def test_the_month_itself_is_the_month_just_named() -> None:
    rows = figures("1—7月，岳阳市签约项目90个。7月当月新签约项目14个。", date="2025-08-21")
    assert rows["岳阳市14个"].period == "2025-07"


@pytest.mark.parametrize(("raw", "measure"), [
    ("岳阳市286亿元", "新材料产业总投资"), ("岳阳市58亿元", "台资总投资"),
    ("岳阳市214亿元", "开工项目总投资"),
])  # fmt: skip
def test_an_amount_behind_a_count_is_of_what_was_counted(raw: str, measure: str) -> None:
    rows = figures(
        "上半年，岳阳市签约项目200个，总投资900亿元。新材料产业签约74个，总投资286亿元；台资项目19个，总投资58亿元；"
        "开工项目46个，总投资214亿元。"
    )
    assert rows[raw].metric == measure
    assert rows["岳阳市900亿元"].metric == "总投资"


def test_each_of_two_places_has_as_many() -> None:
    rows = figures("一季度，岳阳市签约90个。湘阴县签约6个，与去年持平；华容县、平江县均签约4个。")
    assert {rows["华容县4个"].period, rows["平江县4个"].period, rows["湘阴县6个"].period} == {"2025-Q1"}


def test_a_rank_and_the_places_ranked_are_no_measure() -> None:
    rows = figures(
        "上半年，湘阴县、华容县、平江县到位资金位列前三，分别为72亿元、68亿元、55亿元；"
        "汨罗市、临湘市签约数分别为9个、7个，岳阳县、君山区分别为5个、3个。"
    )
    assert rows["湘阴县72亿元"].metric == rows["平江县55亿元"].metric == "到位资金"
    assert rows["岳阳县5个"].metric == "签约数"


def test_an_unknown_new_district_owns_its_figure() -> None:
    rows = figures("上半年，岳阳市到位资金300亿元。湘阴县到位资金48亿元，新港新区41亿元，华容县33亿元。")
    assert "新港新区41亿元" in rows


def test_a_zone_has_one_name() -> None:
    rows = figures("上半年，岳阳经济技术开发区签约18个，其中岳阳经开区有3个项目投资额超过50亿元。")
    assert rows["岳阳经济技术开发区3个"].threshold == "50亿元以上"
    assert not any(row.raw == "50亿元" for row in rows.values())


def test_thousands_may_be_parted_by_a_space() -> None:
    rows = figures("上半年，岳阳市拜访企业1 245家次。")
    assert rows["岳阳市1 245家次"].value == 1245


COLUMN = """岳阳市２０２５年一季度招商情况通报
２０２５年４月１１日
一、签约情况。一季度，全市新签约
项目１２８个，计划总投资７４２亿元。
其中：亿元以上项目１０５个，１０亿
元以上项目２２个。签约项目数居前三
位的是：湘阴县２１个、华容县１８个、
平江县１５个。汨罗市、临湘市、君山
区分别签约１２个、１１个、９个。
"""


def test_a_narrow_column_of_full_width_figures_is_read_whole() -> None:
    rows = figures(COLUMN, date="2025-04-11")
    assert rows["岳阳市128个"].metric == "签约项目"
    assert rows["岳阳市22个"].threshold == "10亿元以上"
    assert (rows["临湘市11个"].period, rows["平江县15个"].metric) == ("2025-Q1", "签约项目")


PROGRESS = """# 岳阳市1—4月招商进度

## 一、各县（市）区进度

| 地区 | 签约项目数（个） | 年度目标（个） | 开工项目数（个） |
|---|---|---|---|
| 湘阴县 | 21 | 60 | 9 |
| 华容县 | 24 | 70 | 12 |
"""


def test_a_goal_in_a_table_is_of_the_column_before_and_of_the_year() -> None:
    goal = figures(PROGRESS, date="2025-05-20")["湘阴县60"]
    assert (goal.metric, goal.period, goal.modality) == ("签约项目数年度目标", "2025", "target")


def test_an_item_tells_of_its_project_to_the_end() -> None:
    told = project(
        "1. 瀚海固态电池产业基地：投资方岳阳瀚海新能源有限公司，总投资105亿元，位于君山区，新能源产业，"
        "3月28日签约，计划下半年开工。\n"
    )
    assert (told.investor, told.place, told.industry) == ("岳阳瀚海新能源有限公司", "君山区", "新能源产业")
    assert (told.stage, told.date) == ("签约", "2025-03-28")


def test_what_is_reached_at_last_is_the_stage_and_a_site_is_no_project() -> None:
    told = project(
        "总投资52亿元的启明动力电池项目落户君山区航空产业园，由岳阳启明有限公司投资建设，主要生产电芯，项目已于5月开工。"
    )
    assert (told.name, told.stage, told.date) == ("启明动力电池项目", "开工/在建", "2025-05")


LISTED = (
    "10月21日，记者从全市工作会上了解到，1—9月，岳阳市新引进亿元以上项目268个，签约资金1542亿元，"
    "其中10亿元以上项目61个、20亿元以上项目24个，较去年同期分别多出9个、4个。\n\n"
    "华容县、平江县引进亿元以上项目均超过25个，分别为31个、28个，签约资金依次为186亿元、152亿元。湘阴县引进24个，签约资金168亿元。\n\n"
    "全市实际利用外资1.86亿美元，完成年计划2.4亿美元的77.5%，其中港资1.12亿美元。\n\n"
    "全市确保全年引进亿元以上项目350个以上；其中湘阴县全年任务50个，华容县40个。\n"
)


def test_a_list_of_places_goes_on_with_its_measure_and_time() -> None:
    rows = figures(LISTED, date="2025-10-22")
    assert {rows["湘阴县24个"].threshold, rows["平江县28个"].threshold} == {"1亿元以上"}
    assert rows["湘阴县24个"].period == rows["平江县152亿元"].period == "2025-01..2025-09"
    assert rows["岳阳市4个"].metric == "20亿元以上项目多出"


def test_a_goal_of_the_year_ends_with_its_figure() -> None:
    rows = figures(LISTED, date="2025-10-22")
    goal = rows["岳阳市2.4亿美元"]
    assert (goal.metric, goal.period, goal.modality) == ("实际利用外资年度目标", "2025", "target")
    assert rows["岳阳市1.12亿美元"].modality == "actual"
    assert (rows["湘阴县50个"].modality, rows["华容县40个"].modality) == ("target", "target")


def test_a_report_on_one_year_and_plan_for_the_next_tells_which_part_is_of_which() -> None:
    rows = figures(
        "岳阳市2024年招商工作总结和2025年工作计划\n\n2024年，全市招商成效明显。\n\n一、主要成效\n\n"
        "全年新引进项目327个，计划投资总额2183.6亿元。\n\n二、2025年工作安排\n\n力争引进项目350个。",
        date="2025-01-16",
    )
    assert {row.raw: row.period for row in rows.values()} == {
        "327个": "2024",
        "2183.6亿元": "2024",
        "350个": "2025",
    }


def test_a_goal_exceeded_is_of_the_year_looked_back_on() -> None:
    rows = figures(
        "2023年，岳阳市引进到位资金1286亿元，同比增长27.9%，超额完成年度目标（1000亿元）的28.6%。",
        date="2024-01-09",
    )
    assert (rows["岳阳市1000亿元"].period, rows["岳阳市1000亿元"].modality) == ("2023", "target")
