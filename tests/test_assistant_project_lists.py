"""Lists of projects read from a table: the whole of it is ordered, added up and told apart by stage."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPER = """# 滁州市2025年二季度重点招商项目进展

发布时间：2025-07-06

填报单位：市投资促进局　　单位：亿元　　截至2025年6月30日

| 序号 | 项目名称 | 投资方 | 所属产业 | 落户地 | 总投资 | 本年度计划投资 | 累计完成投资 | 进展情况 |
|---|---|---|---|---|---|---|---|---|
| 1 | 皖东逆变器生产基地 | 皖光新能 | 光伏 | 来安县 | 28.6 | 9 | 3.6 | 3月开工，主体厂房封顶 |
| 2 | 亭城冷链分拨中心 | 顺达冷运 | 物流 | 琅琊区 | 4.2 | 2 | 0 | 4月签约，未开工 |
| 3 | 醉翁食品智能工厂 | 德国哈勒食品 | 食品 | 全椒县 | 11.5 | 5 | 4.5 | 设备安装 |
| 4 | 滁河半导体封测二期 | 滁芯微电子 | 半导体 | 来安县 | 36 | 12 | 10.2 | 一期投产 |
| 5 | 明湖数据标注中心 | 明湖数科 | 软件 | 琅琊区 | 1.8 | 1 | 0.2 | 预计9月开工 |

滁州市商务局计划于10月中旬举办2025滁州皖东招商大会，力争现场签约40个项目、总投资260亿元以上。
"""


PAPERS = {"进展表.md": PAPER}


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        pytest.param("来安县重点项目总投资合计多少？", ["64.6亿元", "2个项目"], ["260"], id="sum-of-a-place"),
        pytest.param("琅琊区两个项目总投资加起来多少？", ["6亿元"], ["260"], id="sum-of-two"),
        pytest.param(
            "总投资最大的项目是哪个？",
            ["滁河半导体封测二期总投资最大，为36亿元"],
            ["260"],
            id="largest-of-all",
        ),
        pytest.param(
            "总投资最小的项目是哪个？", ["明湖数据标注中心总投资最小，为1.8亿元"], [], id="smallest-of-all"
        ),
        pytest.param("所有重点项目总投资合计多少？", ["82.1亿元"], ["260"], id="sum-of-all"),
        pytest.param(
            "未开工的项目有哪些？", ["亭城冷链分拨中心", "明湖数据标注中心"], ["醉翁", "皖东"], id="not-begun"
        ),
        pytest.param("在建的项目有哪些？", ["醉翁食品智能工厂"], ["亭城"], id="being-built"),
        pytest.param(
            "已开工的项目有哪些？", ["醉翁", "皖东", "滁河"], ["亭城", "明湖"], id="begun-and-beyond"
        ),
        pytest.param("投资超过20亿元的项目列出来", ["36亿元", "28.6亿元"], ["11.5"], id="above-a-bound"),
        pytest.param(
            "滁河半导体封测二期累计完成投资多少，占本年度计划的多少？",
            ["10.2", "12", "85%"],
            [],
            id="of-its-plan",
        ),
        pytest.param(
            "哈勒食品投资了什么项目，总投资多少？",
            ["醉翁食品智能工厂", "11.5亿元"],
            ["260"],
            id="by-its-investor",
        ),
    ],
)
def test_a_table_of_projects_is_asked_as_a_whole(
    assistant: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = assistant.ask(question).text
    assert all(piece in text for piece in said), text
    assert not any(piece in text for piece in unsaid), text


def test_a_stage_gives_no_reason(assistant: Assistant) -> None:
    assert "阶段" not in assistant.ask("亭城冷链分拨中心为什么没开工？").text


def test_an_event_of_the_coming_autumn_is_of_this_year(assistant: Assistant) -> None:
    assert assistant.ask("2024年滁州签约了多少个项目？").refused
