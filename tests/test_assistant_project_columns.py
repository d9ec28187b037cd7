"""Lists of projects: cells under the columns asked for, why, what is spent, first by another column."""

from __future__ import annotations

import pytest

from assistant import Assistant

LIST = """# 绍兴市2023年度重点项目推进情况表

发布时间：2024-01-08　发布单位：绍兴市投资促进中心

单位：亿元

| 序 | 项目名称 | 属地 | 行业 | 投资主体 | 总投资 | 其中：2023年已投 | 形象进度 | 完成率 | 首报 | 备注|
|---|---|---|---|---|---|---|---|---|---|---|
| 1 | 晶澜硅片扩产 | 上虞区 | 半导体 | 晶澜电子 | 36.5 | 9.2 | 已开工 | 25.2% | 2022.11 | |
| 2 | 卫嘉智能家电 | 柯桥区 | 智能装备 | 卫嘉集团 | 18 | 12.6 | 已投产 | 70% | 2022.06 | |
| 3 | 鹰岭纸基材料 | 诸暨市 | 新材料 | 鹰岭国际 | 21.3 | 0 | 未开工 | 0% | 2022.12 | 环评变更，开工推迟 |
| 4 | 瓴华新能源储能 | 上虞区 | 新能源 | 瓴华科技 | 52 | 1.5 | 已签约 | 2.9% | 2023.10 | 用地预审中 |
| 合计 | 4个 | | | | 127.8 | 23.3 | | | | |
"""


PAPERS = {"推进表.md": LIST}


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        pytest.param("鹰岭纸基材料为什么没开工？", "环评变更", "诸暨市", id="why"),
        pytest.param("晶澜硅片扩产2023年投了多少？", "9.2亿元", "36.5", id="spent-is-not-the-total"),
        pytest.param(
            "晶澜硅片扩产的投资主体是谁，完成率多少？", "晶澜电子，完成率25.2%", "36.5", id="two-cells"
        ),
        pytest.param("瓴华新能源储能什么时候首报的？", "2023.10", "52", id="a-date-of-its-column"),
        pytest.param(
            "绍兴完成率最高的项目是哪个？",
            "卫嘉智能家电完成率最高，为70%",
            "瓴华新能源储能总",
            id="first-by-it",
        ),
        pytest.param("绍兴新能源行业的项目有哪些？", "瓴华新能源储能", "晶澜", id="of-an-industry"),
        pytest.param("绍兴2023年项目已投多少亿？", "23.3亿元", "9.2", id="the-total-row"),
        pytest.param(
            "推进情况表里总投资最大的项目是哪个？", "瓴华新能源储能总投资最大", "晶澜", id="largest"
        ),
    ],
)
def test_a_row_is_told_by_the_column_asked_for(
    assistant: Assistant, question: str, said: str, not_said: str
) -> None:
    text = assistant.ask(question).text
    assert said in text, text
    assert not_said not in text.split("\n\n")[0], text


def test_what_no_column_tells_is_refused(assistant: Assistant) -> None:
    assert assistant.ask("瓴华新能源储能项目年产值多少？").refused
