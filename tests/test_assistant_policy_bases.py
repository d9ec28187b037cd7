"""Rates of a tax or a yield, tiers that go on without the award's name, and old clauses that are quoted."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPER = """文水县招商引资优惠政策

第一条 投资新建固定资产投资1000万元以上的生产型企业，前3年缴纳的所得税县级留成部分，由同级财政扶持企业；\
后2年缴纳所得税县级留成部分的50%，由同级财政扶持企业。
第二条 企业形成的土地净收益县级留成部分，按固定资产投资数额确定补贴比例，给予一次性补贴。\
固定资产投资2000万元以上3000万元以下的，补贴40%；3000万元以上5000万元以下的，补贴55%。
第三条 对新引进的总部企业，年纳税达到400万元（含）以上的，一次性给予20万元落户奖励；\
达到900万元（含）以上的，给予70万元；达到2500万元（含）以上的，给予180万元。
第四条 企业租用标准化厂房的，前2年租金全额补贴，第3年补贴50%。
第五条 引资人引进固定资产投资1000万元以上项目的，按实际到位资金的2‰奖励，最高奖励80万元。
第六条 对迁入本县、注册资本3000万元以上的贸易企业，自认定之日起连续三年，按其对地方经济贡献\
给予奖励，第一年奖励70%，第二年、第三年各奖励40%。
第七条 重点支持新材料、食品加工等产业。
第八条 企业应于每年4月底前提出申请，提交申请表、投资协议、审计报告。
第九条 本政策自2022年5月1日起执行，有效期三年。\
原《文水县招商引资规定》第七条“按实际到位资金的1‰奖励，最高50万元”同时停止执行。
"""
PAPERS = {"政策.txt": PAPER}


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        pytest.param(
            "文水县固定资产投资2500万元补贴多少",
            "按土地净收益县级留成部分的40%",
            "1000万元：",
            id="a-share-of-the-yield-of-land",
        ),
        pytest.param("文水县总部企业纳税1200万元奖多少", "70万元", "20万元", id="the-second-tier"),
        pytest.param("文水县总部企业纳税3000万元奖多少", "180万元", "20万元", id="the-third-tier"),
        pytest.param("文水县总部企业最高奖多少", "180万元", "——", id="all-tiers-for-the-most"),
        pytest.param("文水县租厂房补贴多少", "前2年租金全额补贴", "——", id="rented-in-short"),
        pytest.param(
            "文水县引资人引进2000万元到位资金项目奖多少", "2‰", "1‰", id="the-old-clause-grants-no-more"
        ),
        pytest.param(
            "文水县贸易企业注册资本3000万元能拿奖励吗",
            "够得上门槛：第一年按地方经济贡献的70%",
            "2100",
            id="a-capital-required-is-not-what-the-rate-is-of",
        ),
        pytest.param(
            "文水县贸易企业第二年奖励多少", "按地方经济贡献的40%", "注册资本的", id="the-rate-of-a-year"
        ),
        pytest.param("要什么材料", "申请表", "新材料", id="papers-to-hand-in"),
    ],
)
def test_a_grant_is_of_what_its_clause_says(
    assistant: Assistant, question: str, said: str, unsaid: str
) -> None:
    text = assistant.ask(question).text
    assert said in text and unsaid not in text
