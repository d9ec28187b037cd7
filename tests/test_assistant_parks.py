"""Which projects a park or a town holds, what two doings come to, and lists of a county's towns."""

from __future__ import annotations

import pytest

from assistant import Assistant

PARK = """达州高新区石河园区：一座绿色化工新城
发布日期：2024-03-11
石河园区规划面积15平方公里，2023年实现工业产值236亿元。
目前，园区已形成两条产业链。天然气化工方面，落户了和泰生物年产50万吨双甘膦项目、玖化合成氨项目；锂电材料方面，有凯美锂盐项目、利源科技电解液项目。
和泰生物年产50万吨双甘膦项目总投资160亿元，一期已于2023年12月建成投产。
利源科技电解液项目由利源化学股份有限公司投资9.6亿元建设，2023年8月投产。
与石河园区相邻的斌郎轻工园区，则聚焦家居建材，去年产值52亿元。园区内的森木家居智能制造项目总投资7亿元，今年1月开工；川步鞋业项目总投资1.5亿元，已投产。
"""
SIGNED = """宁远：9个项目集中签约
2024-05-17 来源：宁远融媒
5月16日，宁远县举行集中签约暨集中开工活动。现场签约项目9个，总投资56.3亿元；集中开工项目6个，总投资31.8亿元。
在签约项目中，投资额最大的是由深圳潮信电子有限公司投资建设的高端陶瓷基板项目，计划总投资18亿元，落户黎家坪镇。
湖南朴山酒店管理有限公司签约九嶷山康养度假区项目，总投资12.5亿元，落户湾井镇。
广东云帆科技有限公司签约无人机装配项目，总投资3亿元，落户湾井镇。
宁远县一季度引进项目27个。
"""
PAPERS = {"园区.txt": PARK, "签约.txt": SIGNED}


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        pytest.param("石河园区有哪些项目？", ["共4个项目", "玖化合成氨"], ["森木", "川步"], id="of-a-park"),
        pytest.param("目前斌郎轻工园区有哪些项目？", ["共2个项目", "森木", "川步"], ["利源"], id="beside-it"),
        pytest.param("石河园区已投产的项目有哪些？", ["共2个项目", "双甘膦", "电解液"], [], id="at-a-stage"),
        pytest.param(
            "石河园区的锂电项目有哪些？", ["共2个项目", "凯美", "利源"], ["双甘膦"], id="of-a-trade"
        ),
        pytest.param("湾井镇落户了哪些项目？", ["共2个项目", "九嶷山", "无人机"], ["陶瓷"], id="of-a-town"),
        pytest.param(
            "宁远签约的10亿元以上项目有哪些？",
            ["共2个项目", "陶瓷基板", "九嶷山"],
            ["无人机"],
            id="of-a-county",
        ),
        pytest.param(
            "宁远签约项目和开工项目总投资加起来多少？",
            ["88.1亿元（56.3 + 31.8 = 88.1）"],
            [],
            id="two-doings",
        ),
        pytest.param("宁远集中签约和集中开工项目一共多少个？", ["15个（9 + 6 = 15）"], [], id="two-counts"),
        pytest.param(
            "宁远这次集中签约了多少个项目，总投资多少？",
            ["9个", "56.3亿元"],
            ["31.8"],
            id="of-the-same-doing",
        ),
        pytest.param(
            "陶瓷基板和九嶷山康养哪个投资大，差多少？",
            ["陶瓷基板", "5.5亿元（18 − 12.5 = 5.5）"],
            [],
            id="apart",
        ),
    ],
)
def test_projects_of_a_park_and_sums(
    assistant: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = assistant.ask(question).text
    assert all(piece in text for piece in said), text
    assert not any(piece in text for piece in unsaid), text
