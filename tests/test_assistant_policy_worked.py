"""Grants in unlike forms: for each of a number, by stage, at first, for a broker, of two cities."""

from __future__ import annotations

import pytest

from assistant import Assistant

NINGDE = """宁德市支持新材料产业若干措施
宁政规〔2023〕9号
2023年7月3日

一、适用范围
本措施适用于在宁德市登记的新材料企业。

二、固定资产投资补助
（一）固定资产投资5000万元（含）以上不足2亿元的，按实际完成额的3%给予补助，最高400万元。
（二）固定资产投资2亿元（含）以上的，按实际完成额的4%给予补助，最高3000万元。
以上补助分两期拨付，首期拨付70%，投产纳统后拨付剩余30%。

三、人才支持
引进博士的，每人给予生活补助15万元；引进硕士的，每人给予生活补助6万元。

四、物流补助
通过铁路运输原料的，每列补助8000元。单家企业年度合计最高200万元。

五、本地采购奖励
企业采购本市配套产品的，按新增采购额的3%给予奖励，年度最高600万元。

六、厂房支持
入驻标准厂房的，按每平方米每月5元补贴租金，补贴面积不超过6000平方米；购买标准厂房自用的，按购房价款的4%补助，最高350万元。

七、链主招商奖励
链主企业引进配套企业落地的，配套企业固定资产投资每满1000万元，给予链主企业8万元奖励，每年不超过120万元。

八、上市奖励
对企业上市分阶段给予奖励：完成股份制改造奖励40万元，辅导备案奖励60万元，成功上市奖励300万元。
"""
LISHUI = """丽水市制造业招商奖励办法
丽政发〔2024〕6号
2024年4月1日

第一条 对在丽水市新设立的制造业项目，适用本办法。
第二条 固定资产投资1亿元以上的项目，按固定资产投资额的2%给予奖励，最高1000万元。
第三条 本办法自2024年5月1日起施行，有效期2年。
"""


PAPERS = {"宁德措施.txt": NINGDE, "丽水办法.txt": LISHUI}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("宁德引进博士给多少补助？", ["每人给予生活补助15万元"], "硕士", id="one clause"),
        pytest.param("宁德引进4名硕士补多少？", ["可补24万元", "4名 × 6万元"], "15万元", id="each of some"),
        pytest.param("宁德引进两名博士补多少？", ["可补30万元"], "6万元", id="in characters"),
        pytest.param(
            "宁德铁路运输原料300列补多少？",
            ["可补200万元", "300列 × 8000元 = 240万元"],
            "3000万元",
            id="the cap of a sentence behind",
        ),
        pytest.param(
            "宁德企业新增采购额5000万元奖多少？",
            ["可奖150万元", "5000万元 × 3%"],
            "固定资产",
            id="a rate of something of no sort",
        ),
        pytest.param(
            "宁德买标准厂房花了2000万元补多少？", ["可奖80万元", "4%"], "每平方米", id="a thing bought"
        ),
        pytest.param(
            "宁德租4000平方米标准厂房一年补多少？", ["可补24万元"], "350万元", id="no cap of another thing"
        ),
        pytest.param(
            "宁德固定资产投资1亿元的项目补多少？", ["可奖300万元"], "链主", id="not what a bringer gets"
        ),
        pytest.param(
            "宁德固定资产投资3000万元能补吗？",
            ["够不上门槛"],
            "24万元",
            id="too small",
        ),
        pytest.param(
            "宁德链主企业引进的配套企业固定资产投资30亿元奖多少？",
            ["可奖120万元", "300 × 8万元 = 2400万元"],
            "3000万元",
            id="what a bringer gets",
        ),
        pytest.param(
            "宁德固定资产投资5亿元，首期能拿多少？",
            ["可奖2000万元", "首期1400万元", "2000万元 × 70%"],
            "30%",
            id="paid at first",
        ),
        pytest.param(
            "宁德企业上市一共能拿多少？",
            ["合计最多400万元", "40万元 + 60万元 + 300万元"],
            "链主",
            id="stages added up",
        ),
        pytest.param(
            "宁德和丽水固定资产投资3亿元各能奖多少？",
            ["宁德市：可奖1200万元", "丽水市：可奖600万元"],
            "没有找到",
            id="of two cities",
        ),
        pytest.param(
            "丽水和宁德引进4名硕士补多少？",
            ["宁德市：可补24万元", "没有找到丽水市"],
            "丽水市：",
            id="of one city, and that the other says nothing",
        ),
    ],
)
def test_a_grant_is_worked_out(assistant: Assistant, question: str, told: list[str], untold: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert all(part in answer.text for part in told), answer.text
    assert untold not in answer.text, answer.text


def test_one_of_a_kind_is_told_in_the_words_of_the_paper(assistant: Assistant) -> None:
    assert "每人给予生活补助15万元" in assistant.ask("宁德引进一名博士给多少生活补助？").text


def test_what_no_paper_of_the_place_speaks_of_is_refused(assistant: Assistant) -> None:
    assert assistant.ask("丽水对企业上市有奖励吗？").refused
