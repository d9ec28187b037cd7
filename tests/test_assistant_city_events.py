"""Articles on what was signed and begun at one event: its lists, its quarter, who is told of beside it."""

from __future__ import annotations

import re

import pytest

from assistant import Assistant

AIMS_MET = """泉州前三季度超额完成全年招商引资目标

2023-11-15 泉州晚报

今年以来，泉州强力推动招商引资工作。截至9月底，泉州已超额完成全年招商引资年度目标任务。
选址鲤城区的星澜新能源项目，已于今年10月20日开工建设；总投资30亿元的恒康养老项目，丰泽区仅用三个月时间就完成征迁。
此外，全市签约侨港澳台正式合同项目341个，投资总额2170.47亿元，完成全年目标的108.52%；文旅正式合同项目337个，投资总额1718.44亿元。
得益于前期的精心酝酿、积极筹备，泉州成功对接项目52个，投资总额308.9亿元。
在石狮市举行的活动上，市委书记张江河出席。石狮市企业家代表参加。
"""
BEGUN = """洛阳71个重大项目集中开工

2019-11-18 洛阳晚报

11月15日，洛阳市第四季度重大项目集中开工仪式在宜阳县举行。此次，共集中开工重大项目71个，总投资133亿元，年度计划投资30亿元。
其中，以投资5亿元的新安县澜图电缆项目为代表的产业转型发展项目有28个，总投资47亿元；以投资3亿元的宜阳县实验高中建设项目为代表的\
民生和社会事业项目有8个，总投资6.6亿元；以投资2.8亿元的伊川县花木基地建设项目为代表的生态环保项目有3个，总投资5.8亿元。
"""
SIGNED = """投洽会洛阳引资537.5亿元

2019-04-10 洛阳晚报

4月9日，会上集中签约36个项目，其中33个合同项目投资总额537.5亿元。
签约省外境外资金项目24个，其中利用境外资金项目2个，投资额13亿元，分别是：维恩控股有限公司投资12亿元的中欧科创产业园项目、\
恒远物产有限公司投资1亿元的农村融合示范园项目；利用省外资金项目22个，投资额385.7亿元。
今年以来新签约工业项目68个，项目投资总额466亿元；抓好载体建设，澜星新能源产业园、恒远智能制造产业基地等项目有序推进。
"""
COUNTY = """伊川县线上签约13个项目

2022-04-07 洛阳晚报

4月6日，伊川县举行春季招商项目签约活动，13个项目签约，协议总投资102.55亿元。
这是伊川县在第一季度签约7个项目30.8亿元后，再一次集中签约13个项目102.55亿元。本次签约项目13个，总投资102.55亿元。其中光电信息项目3个，\
总投资30.3亿元；沉浸式旅游项目2个，总投资6.5亿元。
近年来，伊川确定了打造物流枢纽重要节点的奋斗目标，全县经济社会发展呈现出良好的发展态势。
"""
TASK_FORCES = """宜昌27个项目集中签约

2018-12-28 宜昌晚报

12月27日，宜昌市举行集中签约仪式。今年7月，宜昌市成立14个招商专班。签约的27个项目，来自11个招商专班。其中，康养专班2个项目，\
自贸片区专班9个项目，生物医药专班3个项目。本次签约是专业招商的又一成果。2019年，宜昌市计划签约亿元以上项目1000个。
"""
PROVINCE = """1—9月
■全省省际合作合同实际到位资金9394.21亿元

前三季度陕西招商稳中有进

2020-10-28 陕西晚报

1—9月，全省省际合作合同项目7352个，实际到位资金9394.21亿元，同比增长14.1%，完成全年预期目标10752亿元的87.4%。
"""
PAPERS = {
    "泉州.txt": AIMS_MET,
    "开工.txt": BEGUN,
    "投洽会.txt": SIGNED,
    "伊川.txt": COUNTY,
    "专班.txt": TASK_FORCES,
    "全省.txt": PROVINCE,
}


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        pytest.param("截至2023年9月泉州侨港澳台合同项目几个", "341个", "目标", id="an-aim-that-was-met"),
        pytest.param("泉州侨港澳台和文旅项目投资总额合计多少", "3888.91", "没有", id="two-kinds-together"),
        pytest.param("泉州侨港澳台和文旅合同项目哪个多", "337", "没有", id="which-of-two-kinds"),
        pytest.param("恒康养老项目在哪个区", "丰泽区", "没有", id="who-clears-its-site"),
        pytest.param("泉州成功对接项目多少个", "52个", "目标", id="prepared-is-no-aim"),
        pytest.param("洛阳2019年四季度集中开工多少重大项目", "71个", "没有", id="the-quarter-of-an-event"),
        pytest.param("洛阳四季度集中开工项目年度计划投资多少", "30亿元", "没有", id="the-year-of-a-quarter"),
        pytest.param("民生和生态环保项目总投资合计多少", "12.4", "没有", id="parts-told-by-an-example"),
        pytest.param("洛阳利用省外资金项目几个", "22个", "没有", id="behind-a-list-of-firms"),
        pytest.param("2019投洽会洛阳合同项目平均每个投资多少", "16.29", "14.93", id="of-those-counted"),
        pytest.param("伊川签约的光电信息项目几个，投资多少", "30.3亿元", "102.55", id="the-amount-of-a-part"),
        pytest.param("宜昌自贸片区专班签了几个项目", "9个", "没有", id="a-task-force-is-no-zone"),
        pytest.param("2018年12月签约哪个专班签得最多", "自贸片区专班", "11个", id="of-no-founding"),
        pytest.param("陕西2020年到位资金目标是多少", "10752亿元", "没有", id="an-expected-aim"),
        pytest.param("陕西前三季度到位资金完成全年目标多少", "87.4%", "目标值", id="a-share-of-it"),
        pytest.param("伊川2022年一季度签了几个项目", "7个", "13个", id="after-a-quarter"),
    ],
)
def test_what_the_paper_tells_is_told(assistant: Assistant, question: str, told: str, never: str) -> None:
    text = assistant.ask(question).text
    assert told in text
    assert never not in text


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("澜星新能源产业园投资多少", id="named-behind-anothers-figure"),
        pytest.param("宜昌2019年实际签约亿元以上项目多少", id="what-was-planned-was-not-done"),
        pytest.param("伊川2022年全年签约目标", id="an-aim-in-words-is-no-number"),
    ],
)
def test_what_is_not_told_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused or not ({"466", "1000"} & set(re.findall(r"\d+", answer.text)))
    assert "奋斗目标" not in answer.text


def test_nobody_of_another_city_holds_the_post(assistant: Assistant) -> None:
    assert "张江河" in assistant.ask("泉州市委书记是谁").text
    assert "张江河" not in assistant.ask("洛阳市委书记是谁").text
