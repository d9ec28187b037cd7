"""What was put into a project is not its total, what nine months brought is no year, no figure is a rank."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "前三季度.md": (
        "# 赤峰市2023年前三季度招商引资情况\n\n发布时间：2023-10-20　发布单位：赤峰市区域经济合作局\n\n"
        "1—9月，全市新签约亿元以上项目118个，到位资金296.4亿元，同比增长16.2%。新开工招商项目74个。\n\n"
        "元宝山区与蓝焰氢能科技有限公司签订电解槽制造项目，计划投资9亿元。\n"
        "总投资33亿元的宁源储能电站项目于9月12日签约落户松山区。\n"
        "瑞禾玉米深加工项目总投资20亿元，截至9月底累计完成投资8.2亿元，其中三季度完成2.7亿元。\n"
    ),
    "全年.md": (
        "# 赤峰市2023年招商引资工作总结\n\n发布时间：2024-01-19　发布单位：赤峰市区域经济合作局\n\n"
        "2023年，全市突出抓好产业链招商和以商招商，新签约亿元以上项目163个，到位资金402.8亿元，同比增长13.5%，"
        "总量居全区第3位。\n\n"
        "实际使用外资2150万美元，同比下降4.8%。\n\n"
        "蓝焰氢能电解槽制造项目投资由9亿元调整为7.5亿元，已于12月开工。\n"
        "瑞禾玉米深加工项目追加投资至26亿元。宁源储能电站项目正在办理前期手续。\n"
    ),
    "清单.md": (
        "# 赤峰市2024年重点在建项目清单\n\n（截至2024年3月底）\n\n"
        "| 序号 | 项目名称 | 建设地点 | 总投资（亿元） | 累计完成投资（亿元） | 进展 |\n"
        "|---|---|---|---|---|---|\n"
        "| 1 | 红山数据中心项目 | 红山区 | 14 | 5.6 | 主体施工 |\n"
        "| 2 | 敖汉小米加工项目 | 敖汉旗 | 3.2 | 1.1 | 设备安装 |\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("瑞禾玉米深加工项目三季度完成投资多少", "2.7亿元", id="one-quarter"),
        pytest.param("瑞禾玉米深加工项目投了多少了", "8.2亿元", id="so-far"),
        pytest.param("瑞禾玉米深加工项目总投资多少", "26亿元", id="raised-to"),
        pytest.param("红山数据中心项目累计完成投资多少", "5.6亿元", id="a-column-so-far"),
        pytest.param("电解槽制造项目现在投资多少", "7.5亿元", id="called-after-its-investor-later"),
        pytest.param("电解槽制造项目在哪个区", "元宝山区", id="the-nearer-of-two-places"),
        pytest.param("2023年全市签了多少亿元以上项目", "163个", id="a-year-and-not-nine-months"),
        pytest.param("到位资金在区里排第几", "第3位", id="a-rank-without-a-place"),
    ],
)
def test_it_is_told_of_what_is_asked(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.text and not answer.refused


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("宁源储能电站项目累计完成投资多少", id="only-its-total"),
        pytest.param("宁源储能电站项目投了多少了", id="only-its-total-in-plain-words"),
        pytest.param("红山数据中心项目一季度完成投资多少", id="only-so-far"),
        pytest.param("2024年新开工招商项目多少个", id="another-year"),
        pytest.param("2023年全年新开工招商项目多少个", id="nine-months"),
        pytest.param("外资在全区排第几", id="a-rank-of-another-measure"),
        pytest.param("前三季度到位资金在全区排第几", id="a-rank-of-the-year"),
    ],
)
def test_the_nearest_figure_is_no_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused
