"""Numbered items that begin with a heading, a fund set aside, shares borne, what no part is headed with."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPER = """# 莆田市关于支持侨资企业发展的若干措施

莆政综〔2024〕41号　2024年8月6日

## 一、支持范围
在莆田市依法登记、华侨投资者持股比例不低于30%的企业。娱乐类企业除外。

## 二、支持措施
1. 鼓励新设侨资项目。对新设立且实际到资150万美元（含）以上的制造业项目，按当年实际到资额的1.2%予以奖励；\
其中属于鞋机装备、生物医药产业的，奖励比例提高至1.8%。单个企业累计奖励不超过800万元人民币。
2. 支持设备更新。企业购置单台价值40万元以上的生产设备，按购置额的8%补助；进口二手设备的，按评估值的5%补助。\
两项合计每年最高300万元。
3. 融资支持。设立规模3亿元的“莆侨融”风险补偿资金池，贷款出现不良的，资金池承担55%，合作银行承担45%；\
企业贷款利息按LPR的25%贴息，年度最高40万元。

## 三、办理程序
企业于每年5月1日至6月15日登录“惠企莆田”平台申报，逾期不予受理。区级侨联会同商务部门12个工作日内完成初审，市侨联牵头复审。
申报材料：申请表、营业执照、投资者身份证明。申请设备补助的另附购置合同和发票。

## 四、附则
本措施所需资金由市、区按3:7比例分担。获得支持的企业经营不足4年迁出的，应退回已获资金。\
本措施与《莆田市侨资企业十条》不一致的，以本措施为准。自2024年9月1日起施行，有效期2年。
"""


PAPERS = {"措施.md": PAPER}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("莆田侨资项目到资100万美元有奖励吗？", ["还差50万美元"], "5%",
                     id="below its item's threshold"),
        pytest.param("莆田侨资项目到资300万美元奖多少？", ["300万美元 × 1.2%"], "评估值",
                     id="its item's rate"),
        pytest.param("莆田生物医药侨资项目到资300万美元奖多少？", ["300万美元 × 1.8%"], "1.2%",
                     id="a trade of several"),
        pytest.param("莆田企业购置设备5000万元补多少？", ["可奖300万元"], "可奖400万元",
                     id="a cap for two together"),
        pytest.param("莆田企业贷款利息60万元贴多少？", ["LPR的25%"], "可奖", id="a share of a rate"),
        pytest.param("莆田侨资措施适用于哪些企业？", ["持股比例不低于30%", "娱乐类企业除外"], "迁出",
                     id="for whom"),
        pytest.param("莆田哪些侨资企业不能享受？", ["娱乐类企业除外"], "逾期", id="for whom not"),
        pytest.param("莆田侨资政策申报要什么材料？", ["申请表", "营业执照"], "800万元",
                     id="papers in a sentence"),
        pytest.param("莆田侨资政策的钱谁出？", ["3:7"], "资金池", id="who pays"),
        pytest.param("莆田侨资企业搬走怎么办？", ["应退回已获资金"], "平台", id="moved away"),
        pytest.param("莆田侨资新政策和十条冲突怎么办？", ["以本措施为准"], "平台", id="two papers at odds"),
        pytest.param("莆田侨资政策什么时候申报？找哪个部门？", ["5月1日", "初审"], "退回",
                     id="when and where"),
    ],
)  # fmt: skip
def test_what_the_paper_lays_down_is_told(
    assistant: Assistant, question: str, told: list[str], untold: str
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert [words for words in told if words not in answer.text] == [], answer.text
    assert untold not in answer.text
    assert answer.citations
