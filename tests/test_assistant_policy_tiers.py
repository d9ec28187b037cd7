"""What a paper says beside its tiers: a cap for all, rates by year, 一事一议, conditions per 亩."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPER = """# 松川区促进项目落地实施细则

松川政规〔2025〕3号

第一条 本细则所称链主企业，是指年度营业收入不少于20亿元的企业。

第二条 固定资产投资5000万元以上、2亿元以内的，按2%给予奖励；超过2亿元至8亿元的，按4%给予奖励；\
超过8亿元的，实行“一事一议”。单个项目不超过1500万元。

第三条 项目竣工投产且亩均税收达到25万元的，按设备投资额的6%给予投产奖励，最高400万元。

第四条 对年度地方财政贡献200万元以上的企业，前两年按地方贡献的全额给予奖励，第三年至第五年按60%给予奖励。

第五条 链主企业租用办公用房的，按实际租金的40%给予补贴，每年不超过50万元，连续补贴三年。

第六条 链主企业年度使用外资每达到200万美元，奖励8万元，累计不超过300万元。

第七条 年出口额1000万美元以上的，每1美元给予0.03元补助，最高100万元。

第八条 租用标准厂房的，按每平方米每月6元给予租金补贴，补贴面积不超过4000平方米，补贴期限不超过24个月。

第九条 购置自用办公用房的，按购房价款的2%给予补助，最高600万元。

第十条 年产值首次达到3亿元的企业，奖励15万元；每增加1亿元，再奖励5万元，最高60万元。

第十一条 对项目贷款，按同期LPR的50%给予贴息，期限不超过两年，每年最高90万元。
"""


PAPERS = {"细则.md": PAPER}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("固定资产投资6亿元奖多少？",
                     ["可奖1500万元", "= 2400万元"], "一事一议", id="one cap for all"),
        pytest.param("固定资产投资2亿元奖多少？", ["可奖400万元"], "4%", id="以内 holds its number"),
        pytest.param("固定资产投资12亿元奖多少？", ["一事一议"], "可奖", id="settled apart"),
        pytest.param("设备投资5000万元的项目投产奖励多少？",
                     ["可奖300万元", "亩均税收达到25万元"], "不能", id="a condition per mu"),
        pytest.param("地方贡献500万元，第四年奖多少？",
                     ["500万元 × 60% = 300万元"], "100%", id="of one year"),
        pytest.param("地方贡献500万元能奖多少？",
                     ["前两年：500万元 × 100% = 500万元", "= 300万元"], "可奖", id="of each year"),
        pytest.param("链主企业租金100万元补多少？",
                     ["可奖40万元", "当作一年的"], "出口", id="a yearly cap before another grant"),
        pytest.param("链主企业使用外资900万美元奖多少？",
                     ["32万元"], "营业收入，不是", id="a step for a class"),
        pytest.param("使用外资150万美元的链主企业奖多少？", ["不足一个200万美元"], "可奖", id="not one step"),
        pytest.param("出口额2000万美元能补多少？", ["60万元"], "外资", id="for each dollar"),
        pytest.param("租3000平方米标准厂房一年租金补多少？",
                     ["可补21.6万元", "3000平方米 × 6元 × 12个月"], "上限", id="by area and month"),
        pytest.param("租6000平方米标准厂房三年一共补多少租金？",
                     ["可补57.6万元", "按上限4000平方米计", "按上限24个月计"],
                     "6000平方米", id="both capped"),
        pytest.param("租1000平方米标准厂房补多少租金？",
                     ["每月可补0.6万元"], "12个月", id="no time said"),
        pytest.param("设备投资5000万元的项目能奖多少？",
                     ["可奖300万元"], "固定资产", id="of equipment alone"),
        pytest.param("年产值5亿元的企业奖多少？",
                     ["可奖25万元：15万元 + 2 × 5万元"], "可奖15万元", id="so much more for each"),
        pytest.param("项目贷款3000万元能贴息多少？",
                     ["同期LPR的50%", "每年最高90万元", "需要知道"], "1500", id="a share of LPR"),
        pytest.param("企业买办公楼花了2亿元补多少？", ["可奖400万元"], "租金", id="a purchase"),
    ],
)  # fmt: skip
def test_what_is_said_beside_the_tiers_counts(
    assistant: Assistant, question: str, told: list[str], untold: str
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert [words for words in told if words not in answer.text] == [], answer.text
    assert untold not in answer.text
    assert answer.citations
