"""Newspaper prose and surveys: what is asked and nothing of the next paragraph, one district of several."""

from __future__ import annotations

import pytest

from assistant import Assistant

SURVEY = """# 关于锡林郭勒盟招商引资工作情况的调研报告

盟政协经济委员会　2024年8月

## 主要做法
各地探索出一些管用的招法：镶黄旗用石材换产业，每出让一处矿权须落地一条深加工线；太仆寺旗围绕马铃薯，推行“品牌+代工”招商；\
多伦县利用沙地，引进“光伏+治沙”项目，治沙3.2万亩。

## 存在问题
**产业层次偏低。** 签约项目中初级加工占八成，精深加工少。

**队伍不专业。** 专职人员96人，有产业背景的仅12人，人员两年一换。

## 几点建议
1. 实行项目首报首谈。
2. 改革考核办法，将落地率权重提高到55%。
3. 对拖欠的奖补资金列出清单，2024年11月底前全部兑现。
"""
ARTICLE = """连云港徐圩：一座“新材料城”的招商新逻辑
连云港日报记者 徐静
2024-10-18

走进徐圩新区，一排排白色装置之间，巡检机器人正来回穿梭。

“早些年我们给土地，现在企业先问有没有检测平台。”徐圩新区党工委副书记钱军说。

建平台，让企业少花钱。徐圩新区投资9亿元建成12个公共技术平台，一家初创企业租用平台每年只需210万元。

陪跑审批，让企业少花时间。徐圩新区选派28名专员全程陪跑，环评审批由原来的120天缩短到45天。

投早投小，让企业少愁资金。徐圩新区发起总规模50亿元的基金群。对于投资失败怎么办，徐圩新区出台了容错办法：\
单个天使项目允许100%亏损，只要程序合规，不追究个人责任。

也不是没有走过弯路。2018年前后，徐圩新区一度热衷于引进贸易公司，政策一清理，30多家企业注销走人。

瓶颈同样存在。徐圩新区周边没有三甲医院，化验要跑到南京、上海；本地高校少，研发人员平均停留不到三年。
"""
POLICY = """贺州市产业招商项目奖励办法（2024年修订）
贺政规〔2024〕8号

第一条 为推动产业集聚发展，制定本办法。
第二条 固定资产投资奖励。5000万元以上不足2亿元的，奖励2%；2亿元以上的，奖励3%。单个项目最高6000万元。\
项目中进口设备占比超过25%的，奖励比例上浮0.5个百分点。
第三条 用工奖励。年用工达到200人、400人、800人的企业，分别奖励12万元、28万元、66万元；\
组织员工技能培训的，每人补贴500元。
第四条 项目单位在每年3月向投资促进部门申报。
"""


PAPERS = {"调研报告.md": SURVEY, "徐圩.txt": ARTICLE, "办法.txt": POLICY}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("太仆寺旗的招商方式是什么？", ["品牌+代工"], "石材", id="one of several banners"),
        pytest.param("镶黄旗怎么用石材招商？", ["深加工线"], "马铃薯", id="another, by its means"),
        pytest.param("锡林郭勒盟招商存在哪些问题？", ["产业层次偏低", "队伍不专业", "两年一换"], "石材",
                     id="headings that run in"),
        pytest.param("锡林郭勒盟调研组提了哪些建议？", ["首报首谈", "55%", "11月底"], "石材",
                     id="what is advised"),
        pytest.param("徐圩新区怎么帮企业缩短审批时间？", ["28名专员", "45天"], "基金",
                     id="not the next paragraph"),
        pytest.param("徐圩新区投资失败怎么办？", ["不追究个人责任"], "弯路", id="nor what went wrong"),
        pytest.param("徐圩新区有哪些瓶颈？", ["没有三甲医院", "不到三年"], "检测平台", id="announced before"),
        pytest.param("徐圩新区走过什么弯路？", ["贸易公司"], "三甲", id="told after it is named"),
        pytest.param("贺州固定资产投资3亿元、进口设备占40%的项目奖多少？", ["可奖1050万元"], "900万元",
                     id="a share that raises"),
        pytest.param("贺州固定资产投资3亿元、进口设备占20%的项目奖多少？", ["可奖900万元"], "1050万元",
                     id="a share too small"),
        pytest.param("贺州用工500人奖多少？", ["可奖28万元", "400人"], "500元", id="a tier of a count"),
        pytest.param("贺州用工150人有奖吗？", ["须达到200人"], "500元", id="a count too small"),
        pytest.param("贺州培训员工100人补多少？", ["可补5万元"], "12万元", id="so much for each"),
    ],
)  # fmt: skip
def test_it_alone_is_told(assistant: Assistant, question: str, told: list[str], untold: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert [words for words in told if words not in answer.text] == [], answer.text
    assert untold not in answer.text
    assert answer.citations


def test_a_day_of_no_place_is_of_what_is_asked(assistant: Assistant) -> None:
    answer = assistant.ask("拖欠的奖补资金什么时候兑现？")
    assert "11月底前" in answer.text
    assert "3月" not in answer.text
