"""Rules of assessment: how many points for what, which score makes a grade; what was scored is no rule."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ingest_samples import asked_over

from assistant import Assistant

_RULE = """郴州市招商引资绩效评价细则

一、评价内容
（一）资金到位（35分）。到位资金完成年度任务的得25分，每超过5个百分点加1分，最高加10分；完成率不到70%的不得分。
（二）链主引育（20分）。每引进1家链主企业加4分，每引进1家专精特新企业加1.5分。本项最高不超过20分。
二、扣分事项
项目落地后一年内未开工的，每个扣2分；统计数据弄虚作假的，每次扣5分。
三、等次
总分95分以上的定为一等，85分以上不足95分的定为二等，其余为三等。获一等的奖励工作经费80万元。
四、附则
2021年印发的《郴州市招商引资评价办法》（一等为得分92分以上）同时废止。
"""
_SCORES = """岳阳市2025年三季度招商引资综合评价通报

岳阳市综合得分居前的是：平江县96.4分、湘阴县94.1分、华容县88.7分。

| 项目 | 分值 | 评分细则 |
|---|---|---|
| 外出招商 | 15 | 每季度外出招商3次得15分，少1次扣5分 |
| 企业回访 | 10 | 回访率达到100%得10分，80%以上得6分 |
"""
PAPERS = {"细则.txt": _RULE, "通报.md": _SCORES}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("郴州评价多少分算一等？", "95分以上的定为一等", "92分", id="not-the-repealed-grade"),
        pytest.param(
            "引进一家链主企业加几分，最高多少？", "最高不超过20分", "", id="with-the-cap-of-its-item"
        ),
        pytest.param("郴州资金到位占多少分？", "35分", "25分", id="the-points-of-an-item"),
        pytest.param("统计数据弄虚作假扣多少分？", "每次扣5分", "", id="points-taken-off"),
        pytest.param("外出招商怎么打分，占多少分？", "每季度外出招商3次得15分", "", id="a-row-of-a-table"),
        pytest.param("平江县综合得分多少分？", "96.4分", "", id="a-score-is-a-figure"),
    ],
)
def test_points_are_told_by_the_rule_that_gives_them(
    assistant: Assistant, question: str, told: str, untold: str
) -> None:
    text = assistant.ask(question).text
    assert told in text, text
    assert not untold or untold not in text, text


@pytest.mark.parametrize(
    "question", ["桂阳县评价得了多少分？", "引进独角兽企业加多少分？", "郴州评价里税收占多少分？"]
)
def test_what_no_rule_gives_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused, answer.text


def test_points_of_a_rule_are_nobodys_figures(assistant: Assistant) -> None:
    scores = [row for row in assistant.figures() if row.unit == "分"]
    assert {(row.subject, f"{row.value:f}") for row in scores} == {
        ("平江县", "96.4"),
        ("湘阴县", "94.1"),
        ("华容县", "88.7"),
    }


_TABLE = """晋中市招商引资考核实施细则

| 一级指标 | 二级指标 | 权重 | 计分办法 |
|---|---|---|---|
| 项目落地（40分） | 项目履约率 | 22 | 履约率75%以上得22分，50%—75%得12分，低于50%不得分 |
| 项目落地（40分） | 资金到位率 | 18 | 到位率每达到10%得1.8分 |

加分总计不超过8分。60分以下的为D档。A档奖励工作经费150万元，B档奖励60万元。
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asked_over(tmp_path_factory.mktemp("细则"), {"细则.md": _TABLE}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("晋中考核项目履约率60%能得多少分？", "50%—75%得12分", id="the-rule-of-a-row-in-full"),
        pytest.param("晋中考核加分最多多少？", "不超过8分", id="what-may-be-added"),
        pytest.param("多少分以下是D档？", "60分以下的为D档", id="a-grade-by-its-letter"),
        pytest.param("晋中考核B档奖励多少经费？", "B档奖励60万元", id="a-grades-award"),
    ],
)
def test_a_row_tells_its_rule_in_full(tables: Assistant, question: str, told: str) -> None:
    text = tables.ask(question).text
    assert told in text, text


def test_no_grades_award_is_told_for_another(tables: Assistant) -> None:
    answer = tables.ask("晋中考核C档奖励多少经费？")
    assert answer.refused, answer.text
