"""Rows of a table that are no places: chains, countries and sectors are ranked, added up and averaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from ingest_samples import asked_over

from assistant import Assistant

CHAINS = """德州市2025年重点产业链招商情况统计表

产业链\t链长单位\t签约项目数（个）\t合同额（亿元）\t到位资金（亿元）
集成电路\t市工信局\t16\t96.9\t24.8
高端装备\t市工信局\t43\t185\t69.2
新能源新材料\t市发改委\t32\t222.5\t78.8
医养健康\t市卫健委\t25\t83.2\t22
合计\t\t116\t587.6\t194.8
"""
COUNTRIES = """德州市2025年外资来源统计表

来源地\t签约项目数（个）\t实际使用外资（万美元）
新加坡\t12\t5630
德国\t4\t2180
韩国\t9\t1975
"""
DISTRICTS = """日照市2026年1—5月招商引资情况

区县\t合同引资额（亿元）\t合同引资额（亿元） 同比±%
东港区\t118.6\t12.1
岚山区\t203.5\t31.4
五莲县\t71.2\t-4.8
经济开发区\t58.3\t5.5
山海天\t10.1\t66.7
"""


FOREIGN = """泰州市2025年一季度招商统计表

县市区\t2025年一季度签约项目（个）\t2025年一季度签约总投资（亿元）\t2025年一季度实际利用外资（万美元）
兴化市\t34\t176.4\t5400
靖江市\t29\t128.7\t4100
"""
CITY = """泰州市2025年一季度利用外资情况

一季度，全市新设外资企业31家，合同外资6.4亿美元。
"""
PAPERS = {
    "chains.txt": CHAINS,
    "countries.txt": COUNTRIES,
    "districts.txt": DISTRICTS,
    "foreign.txt": FOREIGN,
    "city.txt": CITY,
}


@pytest.mark.parametrize(("question", "said"), [
    ("德州2025年哪个产业链签约项目最多？", "高端装备签约项目数最多，为43个"),
    ("德州2025年到位资金最多的产业链是哪个？", "新能源新材料到位资金最多，为78.8亿元"),
    ("德州2025年合同额最少的产业链是哪个？", "医养健康合同额最少，为83.2亿元"),
    ("德州各产业链签约项目数合计多少？", "16 + 43 + 32 + 25 = 116"),
    ("德州各产业链平均到位资金多少？", "÷ 4 = 48.7"),
    ("德州各来源地实际使用外资合计多少？", "5630 + 2180 + 1975 = 9785"),
])  # fmt: skip
def test_the_rows_of_the_asked_kind_are_computed(assistant: Assistant, question: str, said: str) -> None:
    assert said in assistant.ask(question).text


def test_only_so_many_rows_are_shown_as_asked(assistant: Assistant) -> None:
    table = assistant.ask("德州2025年产业链合同额前两名").table
    assert table is not None
    assert [row.cells[0] for row in table.rows] == ["新能源新材料", "高端装备"]


@pytest.mark.parametrize(("question", "said"), [
    ("日照哪个区县合同引资额最少？", "山海天最少，为10.1亿元"),
    ("日照哪个区县合同引资额最多？", "岚山区最多，为203.5亿元"),
])  # fmt: skip
def test_a_row_of_districts_that_is_no_place_known_is_ranked_with_them(
    assistant: Assistant, question: str, said: str
) -> None:
    answer = assistant.ask(question)
    assert said in answer.text
    assert answer.table is not None
    assert len(answer.table.rows) == 5


def test_a_cited_row_has_the_names_of_its_columns(assistant: Assistant) -> None:
    (citation,) = assistant.ask("岚山区合同引资额多少？").citations
    assert citation.quote.startswith("岚山区\t203.5")
    assert citation.columns == ("区县", "合同引资额（亿元）", "合同引资额（亿元） 同比±%")
    assert citation.to_dict()["columns"] == list(citation.columns)


PROJECTS = """三门峡市重大项目进展

项目名称\t投资主体\t总投资（亿元）\t形象进度
中药材交易中心\t康美药业\t3.2\t已投用
智能矿山装备再制造\t郑煤机\t9.1\t主体施工
光伏支架\t中信博\t7.5\t土地平整
"""


def test_rows_that_hold_nothing_of_what_is_named_are_left_out(tmp_path: Path) -> None:
    with asked_over(tmp_path, {"projects.txt": PROJECTS}) as asked:
        text = asked.ask("郑煤机投资的项目进度怎样？").text
    assert "主体施工" in text
    assert "康美药业" not in text


GRANTS = """当阳市奖励资金兑现公示

企业名称\t奖励类别\t核定金额（万元）
华强科技\t设备投资奖励\t386.5
豪山建材\t固定资产投资奖励\t1250
三峡光电\t设备投资奖励\t612
"""


def test_a_whole_cell_that_is_named_outweighs_a_part_of_another(tmp_path: Path) -> None:
    with asked_over(tmp_path, {"grants.txt": GRANTS}) as asked:
        text = asked.ask("设备投资奖励的企业有哪些？").text
    assert "华强科技" in text
    assert "三峡光电" in text
    assert "豪山建材" not in text


WATCHED = """周口市前三季度招商引资半月观摩情况

在集中观摩中，郸城县、沈丘县、项城市位列前三名。

县（市、区）\t观摩项目\t投资企业\t投资额（亿元）\t工程进度
项城市\t智能制鞋产业园\t福建华峰\t16.0\t45%
沈丘县\t聚酯网电子布\t河南光远\t22.5\t62%
太康县\t纺织印染集聚区\t盛鸿纺织\t8.3\t30%
郸城县\t聚乳酸全产业链\t金丹科技\t31.8\t78%
鹿邑县\t化妆刷产业园\t香港嘉利\t5.6\t90%
"""


def test_a_table_is_ranked_whole(tmp_path: Path) -> None:
    with asked_over(tmp_path, {"watched.txt": WATCHED}) as asked:
        table = asked.ask("周口投资额最少的县是哪个？").table
    assert table is not None
    assert [row.cells[0] for row in table.rows] == ["鹿邑县", "太康县", "项城市", "沈丘县", "郸城县"]


GOALS = """芜湖市2026年前三季度工作情况

指标名称\t计量单位\t年度目标\t1-9月完成\t同比增长（%）
省外到位资金\t亿元\t1250\t986.4\t7.8
实际利用外资\t亿美元\t5.5\t3.62\t-8.4

下一步，四季度力争省外到位资金270亿元，确保全年目标任务圆满完成。
"""


def test_a_goal_and_its_fact_are_told_together(tmp_path: Path) -> None:
    with asked_over(tmp_path, {"goals.txt": GOALS}) as asked:
        text = asked.ask("芜湖省外到位资金年度目标和完成数分别是多少？").text
    assert "1250亿元" in text
    assert "986.4亿元" in text
    assert "270亿元" not in text


def test_a_row_that_lacks_the_column_asked_for_tells_no_other(assistant: Assistant) -> None:
    answer = assistant.ask("兴化市2025年一季度合同外资是多少？")
    assert answer.refused
    assert "176.4亿元" not in answer.text.split("\n")[0]
