"""Grants by the area rented: tiers by area, terms and yearly caps of the article, rows of a notice."""

from __future__ import annotations

import pytest

from assistant import Assistant

RULES = """泸州市支持企业落户若干措施

第一条 为支持企业落户，制定本措施。
第二条 厂房租金补贴。租用厂房的，按租用面积分档补贴：
（一）租用面积1000平方米以下的，按每平方米每月6元补贴；
（二）租用面积1000平方米（含）至4000平方米的，按每平方米每月9元补贴；
（三）租用面积4000平方米（含）以上的，按每平方米每月11元补贴。
补贴期限不超过2年，单个企业每年补贴不超过60万元。
第三条 设备补助。对设备投入300万元以上的，按设备投入的6%补助，最高200万元。
"""
NOTICE = """绵阳科技城新区关于申领总部补助的通知

一、补助标准
总部类别	实缴资本	落户补助	办公用房补助
全国总部	3亿元以上	700万元	每平方米每月55元，最多1800平方米
区域总部	8000万元以上	200万元	每平方米每月30元，最多500平方米
办公用房补助期限为24个月。

二、申领时间
2025年5月。

三、申领方式
登录“新区通”平台申领。
"""


PAPERS = {"措施.txt": RULES, "通知.txt": NOTICE}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("泸州租2500平方米厂房一年补多少？",
                     ["可补27万元", "2500平方米 × 9元 × 12个月"], id="the middle tier"),
        pytest.param("泸州租1000平方米厂房每月补多少？", ["每月可补0.9万元"], id="the bound itself"),
        pytest.param("泸州租800平方米厂房每月补多少？", ["每月可补0.48万元"], id="the lowest tier"),
        pytest.param("泸州租6000平方米厂房三年一共补多少？",
                     ["可补120万元", "期限按上限24个月计", "超过上限，按单个企业每年补贴不超过60万元计"],
                     id="a yearly cap over the term"),
        pytest.param("区域总部租900平方米办公用房，每月补多少？",
                     ["每月可补1.5万元", "面积按上限500平方米计"], id="a row of a notice"),
        pytest.param("全国总部租1000平方米办公用房一年补多少？",
                     ["可补66万元", "55元 × 12个月"], id="another row"),
    ],
)  # fmt: skip
def test_the_tier_of_the_area_counts(assistant: Assistant, question: str, told: list[str]) -> None:
    answer = assistant.ask(question)
    assert [words for words in told if words not in answer.text] == [], answer.text
    assert "200万元" not in answer.text  # of another article, of another column
    assert answer.citations
