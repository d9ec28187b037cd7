"""Lists in sections and by trade: a section is no project; a list says when each project was signed."""

from __future__ import annotations

from pathlib import Path

import pytest
from ingest_samples import asked_over

from assistant import Assistant

_SECTIONS = """宝鸡市2024年上半年重点项目推进表,,,,
,,,,单位：万元
序号,项目名称,总投资,1—6月完成投资,形象进度
一,续建项目（2个）,150000,42000,
1,钛材精锻生产线,90000,26000,设备安装
2,羊乳制品加工园,60000,16000,主体施工
二,新建项目（1个）,30000,4000,
3,石油装备检测中心,30000,4000,基坑开挖
,合计（3个）,180000,46000,
"""
_SIGNED = """三明市2024年第一季度签约项目汇总表（单位：亿元）

发布时间：2024-04-10

| 序号 | 县（市、区） | 项目名称 | 总投资 | 签约时间 | 建设阶段 | 备注 |
|---|---|---|---|---|---|---|
| 1 | 永安市 | 石墨负极二期 | 26 | 1月18日 | 已开工 |  |
| 2 | 永安市 | 竹纤维餐具 | 3.5 | 3月6日 | 已开工 | 预计6月投产 |
| 3 | 沙县区 | 小吃预制菜基地 | 4 | 3月21日 | 办理环评 |  |
| 4 | 大田县 | 铸件精加工 | 2.8 | 2月27日 | 已投产 |  |
| 合计 | 合计 | 合计 | 36.3 |  |  |  |
"""
_TRADES = """汕尾市2024年1—5月新签约项目产业分布（单位：个、亿元）

| 产业 | 项目数 | 计划总投资 | 占比 |
|---|---|---|---|
| 海洋能源 | 21 | 188 | 52.5% |
| 新型显示 | 11 | 96 | 26.8% |
| 食品加工 | 14 | 74 | 20.7% |
| 合计 | 46 | 358 | 100% |
"""
PAPERS = {"推进表.csv": _SECTIONS, "汇总表.md": _SIGNED, "分布.md": _TRADES}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("宝鸡续建项目几个，总投资多少？", ("2个", "150000万元"), "180000", id="a-section"),
        pytest.param("宝鸡重点项目有几个？", ("3个",), "2个", id="all-sections"),
        pytest.param("宝鸡总投资最大的重点项目是哪个？", ("钛材精锻",), "续建", id="no-project"),
        pytest.param(
            "三明市3月份签约的项目有哪些？", ("竹纤维", "小吃"), "石墨负极", id="signed-whatever-its-stage"
        ),
        pytest.param("三明一季度签约项目总投资合计多少？", ("36.3亿元",), "4.0", id="as-printed"),
        pytest.param("汕尾1—5月新签约项目多少个？", ("46个",), "21个", id="of-all-trades"),
        pytest.param("汕尾海洋能源新签约项目几个？", ("21个",), "46个", id="of-a-trade"),
    ],
)
def test_what_a_row_sums_up_is_told_as_such(
    assistant: Assistant, question: str, told: tuple[str, ...], untold: str
) -> None:
    text = assistant.ask(question).text
    assert all(each in text for each in told), text
    assert untold not in text, text


def test_the_whole_is_not_told_for_a_trade_that_is_not_listed(assistant: Assistant) -> None:
    assert assistant.ask("汕尾1—5月数字经济新签约项目多少个？").refused


def test_a_section_is_no_project(assistant: Assistant) -> None:
    assert not [p for p in assistant.projects() if "续建" in p.name or "新建" in p.name]


_LEDGER = """玉林市2025年重大招商项目进展台账,,,,
,,,,金额单位：万元
序号,项目名称,总投资,签约时间,建设阶段
1,动力电池结构件二期,420000,2024-11-08,主体施工
2,香料提取中心,38000,2023-06-21,已投产
3,铜箔新材料项目,250000,2025-04-17,已签约未开工
4,陶瓷釉料项目,22000,2025-02-26,场地平整
"""


def test_a_column_of_signings_tells_when_whatever_the_list_is_called(tmp_path: Path) -> None:
    with asked_over(tmp_path, {"台账.csv": _LEDGER}) as opened:
        text = opened.ask("玉林市2025年签约的项目有哪些？").text
        assert "铜箔新材料" in text and "陶瓷釉料" in text and "结构件" not in text, text
        text = opened.ask("玉林市2024年签约的项目有哪些？").text
        assert "结构件" in text and "铜箔" not in text, text
