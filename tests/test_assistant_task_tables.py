"""Tables of tasks and of projects in words: who leads what until when, and what a row says."""

from __future__ import annotations

import pytest

from assistant import Assistant

TASKS = """# 商洛市招商引资重点任务分工表

2024年3月15日印发

| 序号 | 重点任务 | 具体内容 | 牵头单位 | 配合单位 | 完成时限 |
|---|---|---|---|---|---|
| 1 | 组建招商小分队 | 组建6支产业链招商小分队，每队不少于5人 | 市招商局 | 市工信局 | 2024年4月底前 |
| 2 | 办好商洛专场 | 组织90家企业，现场签约不少于18个项目 | 市商务局 | 市招商局 | 2024年5月 |
| 3 | 推进标准地出让 | 完成标准地出让1200亩 | 市自然资源局 | 市发改委 | 2024年12月底前 |
| 4 | 盘活闲置厂房 | 清理处置闲置厂房9万平方米 | 市自然资源局、市工信局 | 市财政局 | 2024年10月底前 |
"""
PROJECTS = """项目名称,投资主体,总投资(万元),建设地点,开工时间,进度
秦岭智能农机产业园,陕西沃野农机集团,86000,商洛市商州区,2024年3月,在建
光伏玻璃生产线,安徽信凯光能,210000,商洛高新区,,前期
"""


PAPERS = {"分工表.md": TASKS, "商洛项目清单.csv": PROJECTS}


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        pytest.param(
            "市自然资源局牵头哪些任务？", ["共2项", "推进标准地出让", "盘活闲置厂房"], ["小分队"], id="leads"
        ),
        pytest.param("由招商局配合的任务有哪些？", ["共1项", "办好商洛专场"], ["小分队"], id="helps"),
        pytest.param("招商局负责什么？", ["共1项", "组建招商小分队"], ["专场"], id="by-its-short-name"),
        pytest.param("标准地出让由谁牵头？", ["市自然资源局"], ["市商务局"], id="who-leads"),
        pytest.param("商洛专场要签约多少项目？", ["不少于18个项目"], ["小分队"], id="a-figure-in-a-cell"),
        pytest.param(
            "秦岭智能农机产业园什么时候开工？", ["开工时间2024年3月"], ["210000"], id="a-column-of-dates"
        ),
        pytest.param("未开工的项目有哪些？", ["光伏玻璃生产线"], ["农机"], id="not-begun"),
        pytest.param("商洛总投资超过5亿元的项目有哪些？", ["共2个"], [], id="of-a-zone-of-the-city"),
    ],
)
def test_a_row_answers(assistant: Assistant, question: str, said: list[str], unsaid: list[str]) -> None:
    text = assistant.ask(question).text
    assert all(piece in text for piece in said), text
    assert not any(piece in text for piece in unsaid), text


def test_a_body_of_no_task_is_given_none(assistant: Assistant) -> None:
    assert assistant.ask("市教育局牵头哪些任务？").refused
