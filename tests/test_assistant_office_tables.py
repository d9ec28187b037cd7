"""Questions on papers as offices keep them: printed totals, subtotals of several places, problems, aims."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from ingest import ingest

_LEDGER = """攀枝花市2026年上半年招商引资签约项目台账,,,,
,,,,单位：万元
序号,区县,项目名称,投资情况 协议投资额,企业名称
1,东区,钒电解液扩能,126000,四川发展兴欣钒能源
2,东区,氢能重卡组装,45000,佛山飞驰
小计,,2个,171000,
3,西区,石墨负极材料二期,230000,深圳翔丰华
4,西区,煤矸石制砖,18600,重庆渝西建材
小计,,2个,248600,
5,米易县,早春蔬菜加工,9800,山东寿光蔬菜
6,盐边县,抽水蓄能装备,87000,哈尔滨电气
小计,,2个,96800,
合计,,6个,516400,
"""
_REPORT = """定西市2026年上半年招商引资项目建设情况

定西市招商局 2026年7月12日

今年上半年，定西市实施招商引资项目231个，到位资金168.4亿元。

存在的主要问题是：岷县、漳县部分项目推进缓慢；土地报批平均耗时5个月。

三、问题与打算

问题：签约项目到位率仅38.6%。

打算：四季度新签约30个。
"""


_POLICY = """罗定市承接的招商若干措施

1.落户奖励。对固定资产投资达到8000万元以上的项目，按实际投资额的3%给予奖励。

2.物流支持。对年运量达5万吨的企业，按每吨8元给予补贴。

各县（市、区）负责事项见下表。

县（市、区）	重点产业	联系单位及电话
云城区	石材机械、氢能	区投资促进中心 881
罗定市	电子元件	市招商办 382
郁南县	新能源电池	县投促中心 731

反馈意见请于5月31日前报市投资促进局，联系人：梁志强。
"""
_AMOUNTS = """梧州市2025年完成投资情况,,
,,单位：亿元
县区,上半年,全年
长洲区,881.20,1923.11
万秀区,907.35,2034.12
龙圩区,640.80,1210.50
"""
PAPERS = {"台账.csv": _LEDGER, "情况.txt": _REPORT, "措施.txt": _POLICY, "投资.csv": _AMOUNTS}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param(
            "攀枝花上半年签约项目协议投资额合计多少？", "516400万元", "合计419600", id="the-printed-total"
        ),
        pytest.param(
            "攀枝花协议投资10亿元以上的项目有哪些？", "石墨负极材料二期", "煤矸石制砖", id="协议-is-no-name"
        ),
        pytest.param("定西存在哪些问题？", "土地报批平均耗时5个月", "没有说到", id="a-county-named-first"),
        pytest.param("定西签约项目到位率多少？", "38.6%", "目标", id="a-problem-is-no-aim"),
        pytest.param("罗定市重点产业是什么？联系谁？", "市招商办 382", "物流支持", id="whom-to-ask-in-a-row"),
        pytest.param("长洲区全年完成投资多少？", "1923.11亿元", "没有", id="an-amount-like-a-month"),
        pytest.param("定西四季度新签约多少个？", "30个", "没有", id="what-is-meant-to-be-done"),
    ],
)
def test_what_is_told(assistant: Assistant, question: str, told: str, untold: str) -> None:
    text = assistant.ask(question).text
    assert told in text and untold not in text, text


def test_a_subtotal_of_several_districts_is_no_citys(assistant: Assistant) -> None:
    rows = assistant.figures(subject="攀枝花市")
    assert {f"{row.value:f}" for row in rows} == {"516400", "6"}  # 合计 | 6个 | 516400


def test_a_part_of_what_a_project_takes_is_not_told_as_the_whole(tmp_path: Path) -> None:
    rows = "项目名称,县区,投资额（万元）,其中：固定资产投资（万元）\n嘉禾铜箔项目,米易县,125000,98000\n"
    (tmp_path / "攀枝花市2026年重大项目表.csv").write_text(rows)
    ingest([tmp_path], store=tmp_path / "store")
    with Assistant.open(tmp_path / "store") as told:
        assert "98000万元" in told.ask("嘉禾铜箔项目固定资产投资多少？").text
        assert "125000万元" in told.ask("嘉禾铜箔项目总投资多少？").text
