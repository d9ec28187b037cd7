"""Minutes with a project under each heading: whose the amounts are, what is due, which phase is told."""

from __future__ import annotations

import pytest

from assistant import Assistant

_MINUTES = """黄石市重大项目推进专题会议纪要

2024年11月12日

一、关于1—10月工作情况

会议指出，1—10月，全市到位资金286.4亿元。

二、关于模具钢精锻产业园项目

会议明确，该项目由湖北锻锐特钢有限公司投资，总投资32亿元，一期投资14亿元。由黄石港区负责，11月底前完成场地平整，12月20日前开工。\
中国农业银行黄石分行向该项目提供贷款8亿元。

三、关于保健酒原料基地建设有关事宜

会议认为，该项目总投资6.5亿元，已于10月底前完成备案，要在2025年底前投产。
"""
PAPERS = {"纪要.txt": _MINUTES}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("模具钢精锻产业园项目总投资多少？", "32亿元", "14", id="its-own-total"),
        pytest.param("模具钢精锻产业园项目投资方是谁？", "湖北锻锐特钢", "农业银行", id="who-invests"),
        pytest.param("农业银行给模具钢精锻产业园项目贷款多少？", "8亿元", "32亿元", id="a-loan-is-no-total"),
        pytest.param("模具钢精锻产业园项目什么时候开工？", "12月20日前开工", "11月底", id="when-it-is-due"),
        pytest.param("保健酒原料基地总投资多少？", "6.5亿元", "32", id="under-a-longer-heading"),
    ],
)
def test_what_minutes_settle_is_the_projects(
    assistant: Assistant, question: str, told: str, untold: str
) -> None:
    text = assistant.ask(question).text
    assert told in text, text
    assert untold not in text, text


def test_no_amount_of_a_project_is_the_citys(assistant: Assistant) -> None:
    assert {f"{row.value:f}" for row in assistant.figures(subject="黄石市")} == {"286.4"}


def test_what_is_due_is_not_reached(assistant: Assistant) -> None:
    assert {project.stage for project in assistant.projects()} <= {"", "计划"}


def test_no_phase_is_told_for_another(assistant: Assistant) -> None:
    answer = assistant.ask("模具钢精锻产业园项目二期投资多少？")
    assert answer.refused, answer.text
