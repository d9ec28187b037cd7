"""What officials ask of a bulletin that ranks districts under bare headings, and of a list of projects."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ingest_samples import asked_over

from assistant import Assistant

BULLETIN = """关于2023年1—8月全市招商引资工作情况的通报

各县（市）区人民政府，各开发区管委会：

一、总体情况
1—8月，全市实际到位内资1187.6亿元，同比增长14.2%；其中省外资金864.9亿元，占72.8%。新签约亿元以上项目362个、协议引资额1964亿元。\
实际利用外资1.86亿美元；合同外资4.72亿美元，同比增长2.1倍。

二、分地区情况
（一）到位内资
按绝对额排名：弋江区231.5亿元、鸠江区208.7亿元、湾沚区152亿元、南陵县61.5亿元。
按完成率排名：湾沚区76.2%、弋江区74.9%、鸠江区69.3%、南陵县61.7%。
（二）签约项目
新签约亿元以上项目最多的是弋江区（67个），其次是鸠江区（61个）；南陵县（24个）列末位；湾沚区、繁昌区分别为51个、43个。
新签约10亿元以上项目：弋江区12个、鸠江区11个、湾沚区8个、繁昌区6个。
（三）利用外资
弋江区9260万美元、鸠江区2870万美元、湾沚区480万美元。

三、存在问题
截至8月底，今年签约项目中尚有97个未开工，占26.8%。

四、产业链招商情况
新能源和智能网联汽车产业链签约项目94个、协议引资额612亿元；智能装备制造签约57个、236.8亿元；新材料签约49个、305亿元。

五、工作要求
各地要紧盯全年到位内资1690亿元、利用外资4亿美元的目标，倒排工期。

芜湖市招商引资工作领导小组办公室
2023年9月12日
"""
PROJECTS = """湾沚区2023年重点招商项目推进情况一览（截至8月31日）

1. 年产30GWh储能电池项目：由星恒储能科技（安徽）有限公司投资，总投资86亿元，2023年3月签约，6月开工，\
目前主体厂房施工，计划2024年9月投产。
2. 通航发动机产业化项目：投资方为安徽海航动力有限公司，总投资12.5亿元，已投产，今年预计实现产值3.2亿元。
3. 绿能智造产业园：总投资20亿元，由深圳绿源投资控股有限公司投资建设，2023年5月签约，\
正在办理土地手续，计划11月开工。
4. 高端铝基新材料项目：总投资8.8亿元，浙江乾华铝业有限公司投资，2022年11月签约，2023年2月开工。
5. 智能座舱研发制造基地：总投资15亿元，深圳睿舱电子有限公司投资，在谈，已完成3轮商务谈判。
6. 生物基可降解材料项目：总投资30亿元，因投资方融资未落实，已于7月终止合作。
7. 冷链物流园二期：总投资6.2亿元，由本地企业皖江物流投资，主体封顶，10月投入运营。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {"通报.txt": BULLETIN, "项目一览.txt": PROJECTS}
    with asked_over(tmp_path_factory.mktemp("ranked"), papers) as asked:
        yield asked


@pytest.mark.parametrize(("question", "said"), [
    ("到位内资后三名是谁？", ("南陵县最少，为61.5亿元", "湾沚区", "鸠江区")),
    ("完成率最低的是哪个区县？", ("南陵县最低，为61.7%",)),
    ("湾沚区到位内资完成率排第几？", ("在4个中排第1",)),
    ("哪些县市区签约亿元以上项目超过51个？", ("共2个：弋江区、鸠江区",)),
    ("湾沚区签约亿元以上项目多少个？", ("51个",)),
    ("繁昌区签约多少个亿元以上项目，其中10亿元以上几个？", ("43个", "6个")),
    ("弋江区利用外资占全市比重是多少？", ("9260万美元", "1.86亿美元", "49.78%")),
    ("距离全年到位内资目标还差多少？", ("1690 − 1187.6 = 502.4",)),
    ("省外资金占比多少？", ("省外资金占比72.8%",)),
    ("各产业链签约项目数排一下", ("新能源和智能网联汽车产业链最多，为94个", "57个", "49个")),
    ("哪条产业链签约额第二？", ("新材料排第2，为305亿元",)),
    ("弋江区和鸠江区签约亿元以上项目合计多少个？", ("67 + 61 = 128",)),
    ("芜湖今年签约项目中还有多少个没开工？", ("芜湖市", "97个")),
])  # fmt: skip
def test_a_list_under_a_bare_heading_measures_what_the_heading_says(
    assistant: Assistant, question: str, said: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert [piece for piece in said if piece not in answer.text] == []


@pytest.mark.parametrize(("question", "count", "said"), [
    ("湾沚区总投资超过15亿元的项目有哪些？", 3, ("储能电池", "绿能智造", "终止")),
    ("湾沚区哪些项目终止了？", 1, ("生物基可降解材料项目",)),
    ("湾沚区已投产的项目有哪些？", 1, ("通航发动机产业化项目",)),
    ("湾沚区今年签约的项目有哪些？", 2, ("储能电池", "绿能智造")),
    ("湾沚区2022年签约的项目有哪些？", 1, ("高端铝基新材料项目",)),
    ("深圳企业投资了哪些项目？", 2, ("绿能智造产业园", "智能座舱研发制造基地")),
])  # fmt: skip
def test_projects_are_listed_by_what_happened_to_them(
    assistant: Assistant, question: str, count: int, said: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert f"共{count}个项目" in answer.text
    assert [piece for piece in said if piece not in answer.text] == []


def test_what_is_told_of_a_project_to_come_is_not_its_districts(assistant: Assistant) -> None:
    rows = assistant.figures(subject="湾沚区", metric="产值")
    assert [row for row in rows if row.subject == "湾沚区"] == []
