"""Projects of progress reports and newspapers: what one report changes in another, what a quote tells."""

from __future__ import annotations

import pytest

from assistant import Assistant

JUNE = """酒泉市重点招商项目进展情况通报（6月）
酒泉市招商局　2024年7月5日
一、肃州区
1.国风装备产业园项目。由国风株洲机车研究所有限公司投资，总投资15亿元，占地260亩。目前叶片车间主体完工，预计8月投产。
2.前行乳业加工项目。总投资6.2亿元，建设日处理鲜奶800吨生产线。目前累计完成投资2.7亿元。
二、金塔县
1.光伏制氢项目。投资方为宝源氢能股份有限公司，总投资48亿元，目前完成可研编制，计划9月开工。
2.马铃薯全粉加工项目。总投资9000万元，因资金链紧张，目前处于停工状态。
"""
SEPTEMBER = """酒泉市重点招商项目进展情况通报（9月）
酒泉市招商局　2024年10月8日
一、肃州区
1.国风装备产业园项目。已于8月28日正式投产，总投资调整为16.5亿元。
2.前行乳业加工项目。厂房主体已封顶，累计完成投资4.1亿元，预计12月试生产。
二、金塔县
1.光伏制氢项目。受电网接入影响，开工时间由9月推迟到11月，目前完成备案。
2.马铃薯全粉加工项目。引入战略投资方甘肃农绿薯业有限公司，已于8月复工。
"""
NEWS = """邢台：项目建设进度条持续刷新
来源：邢襄日报 发布时间：2023-08-22
在沙河市经济开发区，总投资26亿元的迎春浮法玻璃生产线项目已进入设备调试阶段。该项目日熔化量1000吨，将于9月底点火。
宁晋县的晶源6GW高效电池项目同样传来好消息。该项目总投资21.5亿元，去年11月开工，今年7月建成投产。
信都区的太行数据湖项目，因土地手续未完成，至今尚未开工。该项目总投资10亿元，投资方为北京云络科技股份有限公司。
威县的德清种鸡养殖项目一期已投产，二期正在进行土建施工。一期投资3.4亿元，二期投资2.1亿元。
"""
PAPERS = {"6月.txt": JUNE, "9月.txt": SEPTEMBER, "邢台.txt": NEWS}


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        pytest.param("国风装备产业园总投资多少？", ["总投资16.5亿元", "写作15亿元"], [], id="revised"),
        pytest.param("国风装备产业园投产了吗？", ["8月28日正式投产"], ["15亿元"], id="money-not-asked"),
        pytest.param(
            "肃州区项目总投资一共多少？",
            ["22.7亿元", "16.5 + 6.2"],
            ["车间"],
            id="parts-are-not-added",
        ),
        pytest.param("酒泉未开工的项目有哪些？", ["共1个", "光伏制氢"], ["装备产业园"], id="put-off"),
        pytest.param("马铃薯全粉加工项目现在什么情况？", ["8月复工"], [], id="works-again"),
        pytest.param("金塔县有哪些项目？", ["共2个项目"], ["车间"], id="of-a-county"),
        pytest.param("迎春玻璃项目日熔化量多少，何时点火？", ["1000吨", "将于9月底点火"], [], id="lit"),
        pytest.param("邢台哪个项目还没开工？", ["太行数据湖项目"], ["晶源"], id="not-begun"),
        pytest.param(
            "邢台有哪些20亿元以上的项目？",
            ["|迎春浮法玻璃生产线项目|沙河市|26亿元", "|晶源6GW高效电池项目|宁晋县|21.5亿元"],
            [],
            id="named-in-the-sentence-before",
        ),
        pytest.param(
            "德清种鸡养殖项目一期二期各投多少？",
            ["一期投资3.4亿元", "二期投资2.1亿元"],
            ["未说明"],
            id="each",
        ),
    ],
)
def test_a_project_of_reports(
    assistant: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = assistant.ask(question).text
    assert all(piece in text for piece in said), text
    assert not any(piece in text for piece in unsaid), text
