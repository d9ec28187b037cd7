"""What officials ask of reports on fairs, signings and half a year: of all, of a part, since when?"""

from __future__ import annotations

import pytest

from assistant import Assistant

_HALF_YEAR = """吉林招商引资交出期中答卷
2022-07-29 吉林新闻
今年上半年，全省新签约亿元以上项目610个，同比2021年增长32%、2020年增长9%；签约金额4810亿元，同比2021年增长55%、2020年增长17%。\
新开工项目205个，完成全年目标的54%。
"""
_COUNTY = """黔西一季度集中开工项目27个 1月份投产项目16个
2023-02-20 黔西发布
日前，记者从黔西市了解到，该市一季度集中开工重大项目27个，总投资49亿元；1月份，该市集中签约项目5个，总投资6.5亿元；投产项目16个，总投资9.7亿元。
该市集中开工的27个项目，包含精密铸件、冷链物流等。
"""
_FAIR = """第四届丝路装备展在重庆开幕
2024-05-23 江城通讯社
第四届丝路装备展23日在重庆开幕，共签约96个项目。其中包括制造业项目60个，正式合同额988.5亿元（人民币，下同）；现代服务业项目28个，正式合同额84.3亿元。
第四届丝路装备展签约涉及外资项目8个，正式合同额67.2亿元，涉及波兰等5个国家。重庆市交易团共审核注册1107家单位、3828人，意向采购额同比增长超过20%。
"""
_FORUM = """南平在厦门推介
3月22日，南平市投资推介会在厦门举行，达成签约项目30个、计划投资总额96.5亿元，其中工业项目27个。
这些项目落地在各县（市、区），其中浦城县项目2个，计划投资总额18亿元；光泽县项目4个，计划投资总额17.8亿元。
今年，南平市目标新签约并注册项目不少于160个，总投资额超600亿元。
"""


PAPERS = {"吉林.txt": _HALF_YEAR, "黔西.txt": _COUNTY, "装备展.txt": _FAIR, "南平.txt": _FORUM}


@pytest.mark.parametrize(("question", "said", "unsaid"), [
    ("吉林上半年签约金额多少，比2020年增长多少", ("4810亿元", "17%"), ("55%",)),
    ("吉林签约项目比2020年增长多少", ("9%",), ("17%", "32%")),
    ("吉林签约项目比2021年增长多少", ("32%",), ("55%",)),
    ("黔西1月投产多少个项目，总投资多少", ("2023年1月", "16个", "9.7亿元"), ()),
    ("黔西一季度集中开工几个项目", ("一季度", "27个"), ()),
    ("第四届丝路装备展签约多少项目", ("96个",), ("8个",)),
    ("第四届丝路装备展制造业项目合同额多少", ("988.5亿元",), ("84.3亿元",)),
    ("重庆交易团注册了多少单位、多少人", ("1107家", "3828人"), ()),
    ("浦城县签约几个项目，投资多少", ("2个", "18亿元"), ()),
    ("南平市推介会上工业项目占多大比例", ("27 ÷ 30",), ()),
    ("南平今年目标签约多少项目", ("160个", "目标"), ("30个",)),
])  # fmt: skip
def test_what_is_told_is_of_what_is_asked(
    assistant: Assistant, question: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert [piece for piece in said if piece not in answer.text] == []
    assert [piece for piece in unsaid if piece in answer.text] == []


@pytest.mark.parametrize("question", ["第四届丝路装备展签约总额多少", "重庆交易团意向采购额是多少亿美元"])
def test_what_a_part_comes_to_and_a_rate_tell_no_amount_of_all(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused
