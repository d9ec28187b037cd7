"""Lists with sub-totals of districts: their totals as printed, and how far each project says it has come."""

from __future__ import annotations

import pytest

from assistant import Assistant

_LIST = """宜昌市2024年1—6月签约项目清单（单位：亿元）,,,,,
序号,县市区,项目名称,投资方,计划总投资,形象进度
1,枝江市,酵母蛋白扩建,湖北安禾生物,12.5,试生产
2,枝江市,磷石膏建材,武汉磷盛建材,4.2,已签约
,小计,2个,,16.7,
3,当阳市,微晶玻璃二期,佛山晶润玻璃,9.8,桩基施工
4,当阳市,冷轧带钢,江苏冷锐钢业,6.4,已解约
5,当阳市,环保陶瓷,广东瑞陶,3.1,桩基施工
,小计,3个,,19.3,
,合计,5个,,36,
"""
PAPERS = {"清单.csv": _LIST}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("枝江市上半年签约项目几个？", "2个", id="how-many-a-district-has"),
        pytest.param("当阳市签约项目计划总投资多少？", "19.3亿元", id="what-they-take"),
        pytest.param("宜昌上半年签约项目多少个？", "5个", id="how-many-in-all"),
        pytest.param("宜昌上半年签约项目总投资合计多少？", "36亿元", id="with-what-has-come-to-nothing"),
        pytest.param("酵母蛋白扩建进展如何？", "试生产", id="progress-in-its-own-words"),
        pytest.param("微晶玻璃二期进展到哪一步了？", "桩基施工", id="works"),
        pytest.param("冷轧带钢项目进展如何？", "已解约", id="come-to-nothing"),
    ],
)
def test_totals_and_progress_are_told_as_the_list_prints_them(
    assistant: Assistant, question: str, told: str
) -> None:
    text = assistant.ask(question).text
    assert told in text, text


def test_the_total_of_what_is_signed_is_not_told_for_what_is_begun(assistant: Assistant) -> None:
    text = assistant.ask("宜昌已开工项目总投资合计多少？").text
    assert "36亿元" not in text.split("\n")[0], text


def test_a_total_of_a_list_is_of_its_projects(assistant: Assistant) -> None:
    rows = {(row.subject, row.metric, f"{row.value:f}") for row in assistant.figures()}
    assert ("当阳市", "签约项目", "3") in rows
    assert ("当阳市", "签约项目计划总投资", "19.3") in rows
