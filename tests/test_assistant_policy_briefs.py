"""Entry standards in a table, a compilation of papers, points of work, a speech, a page set apart by OCR."""

from __future__ import annotations

import pytest

from assistant import Assistant

STANDARDS = """# 嘉兴市工业用地准入管理办法

第一条 新增工业用地实行投资强度、亩均税收、容积率三项指标控制。
第二条 准入标准如下：

| 产业 | 固定资产投资强度（万元/亩） | 亩均税收（万元/亩） | 容积率 |
|---|---|---|---|
| 集成电路 | 520 | 38 | 1.7 |
| 智能家居 | 340 | 22 | 1.9 |

第三条 竞得人应在交地后5个月内开工。逾期未开工的，按日加收0.2‰违约金；满1年未开工的，收回土地使用权。
第四条 投产后复核未达标的，给予8个月整改期；仍未达标的，不退还保证金。
第五条 本办法自2024年6月1日起施行，由市资源规划局负责解释。
"""
COMPILED = """# 怀化经开区惠企政策汇编

## 一、上市办法（怀经管发〔2024〕3号）
1. 完成股改的，奖励40万元；
2. 在深圳、北京证券交易所上市的，分别奖励350万元、260万元。
3. 在新三板基础层、创新层挂牌的，分别奖励20万元、45万元。
责任部门：金融办。

## 二、创新券办法（怀经管发〔2024〕9号）
企业每年可申领不超过15万元创新券，按服务合同金额的35%抵扣。

## 三、专利奖励办法（怀经管发〔2021〕6号，已废止）
原标准：发明专利每件奖励2000元。
"""
POINTS = """# 丹东市2025年招商工作要点

2025年招商工作的总体要求是：坚持“向海图强”，新签约亿元以上项目150个。

**一、突出对日韩招商。** 在仁川、大阪常设2个代表处；8月底前举办对接会；年内引进日韩项目25个。\
（责任单位：市商务局）

**二、推行基金招商。** 组建总规模30亿元的母基金，投向本地的比例不低于55%。（责任单位：市财政局，10月底前完成）

**三、严格考核。** 对考核前三名的县（市、区），分别加6分、4分、2分；对连续两次末位的，由市政府约谈。
"""
SPEECH = """在钦州市招商引资大会上的讲话
（2024年3月5日）

同志们：
今天我们开会，部署全年招商引资工作。
一要念好“向海”这本经，做强石化、林浆纸产业；二要打好“以商招商”这套拳，每家链主企业引荐项目不少于4个；\
三要走好“飞地合作”这条路，与南宁共建园区。
对连续三个月排名靠后的县区，由我来约谈。
"""
APART = """本 溪 生 物 医 药 产 业 园 投 资 指 南

一 、 园 区 简 介
园区成立于 2 0 0 8 年，规划面积 32.6 平方公里，现有企业 95 户。
二 、 优 惠 政 策
1. 新药上市：对获得 1 类新药批件的，奖励 900 万元；2 类新药奖励 400 万元。
2. CDMO 平台：固定资产投资 4000 万元以上的，按 9% 补助，最高 1500 万元。
3. GMP 改造：通过认证的生产线，每条补助 80 万元。
"""
RULES = """益阳市外资奖励实施细则
第一条 年度到账外资300万美元以上的，按1%给予奖励。
第二条 奖励资金由市级和县（市、区）级按3：7比例承担；赫山区、资阳区项目按6：4比例承担。
第三条 骗取奖励资金的，追缴资金，三年内不得申报。
第四条 审核通过后公示5天。公示无异议的，市财政局在25日内拨付资金。
"""
PAPERS = {
    "嘉兴.md": STANDARDS, "怀化.md": COMPILED, "丹东.md": POINTS, "钦州.txt": SPEECH, "本溪.txt": APART,
    "益阳.txt": RULES,
}  # fmt: skip


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("嘉兴智能家居项目投资强度要求多少？", ["340万元/亩"], "520", id="the cell of a trade"),
        pytest.param("嘉兴哪个产业投资强度要求最高？", ["集成电路最高", "520"], "没有", id="highest"),
        pytest.param("嘉兴一年没开工怎么办？", ["收回土地使用权"], "整改", id="没 for 未"),
        pytest.param("嘉兴项目没达标怎么办？", ["8个月整改期"], "违约金", id="what failing leads to"),
        pytest.param("怀化经开区在北交所上市奖多少？", ["260万元"], "45万元", id="short for an exchange"),
        pytest.param("怀化经开区新三板创新层挂牌奖多少？", ["创新层挂牌：45万元"], "基础层", id="one of two"),
        pytest.param("怀化经开区创新券最多能领多少？", ["15万元"], "没有", id="the most one may draw"),
        pytest.param("怀化经开区发明专利现在还奖励吗？", ["已废止"], "**", id="repealed, by its heading"),
        pytest.param("丹东对日韩招商有什么举措？", ["仁川、大阪", "日韩项目25个"], "母基金", id="at whom"),
        pytest.param("丹东对接会什么时候办？谁负责？", ["8月底前", "市商务局"], "市财政局", id="when, who"),
        pytest.param("丹东母基金规模多大？由谁负责？", ["30亿元", "市财政局"], "市商务局", id="how much"),
        pytest.param("丹东考核第一名加几分？", ["第一名：6分"], "4分", id="a rank's own"),
        pytest.param("丹东招商工作的总体要求是什么？", ["向海图强"], "日韩", id="是： says all"),
        pytest.param("钦州提出哪些招商路径？", ["以商招商", "飞地合作"], "今天我们开会", id="ways"),
        pytest.param("钦州排名靠后的怎么处理？", ["由我来约谈"], "向海", id="a speech settles it"),
        pytest.param("本溪生物医药产业园规划面积多大？", ["32.6平方公里"], "目标", id="no aim"),
        pytest.param("本溪生物医药产业园哪年成立的？", ["2008年"], "2 0", id="a year set apart"),
        pytest.param("本溪生物医药产业园1类新药奖励多少？", ["900万元"], "400万元", id="its own class"),
        pytest.param("本溪CDMO平台固定资产投资8000万元补多少？",
                     ["可奖720万元", "固定资产投资4000 万元以上"], "没有", id="a space in an amount"),
        pytest.param("本溪GMP改造4条生产线补多少？", ["可补320万元"], "80万元。", id="each, with a space"),
        pytest.param("资阳区的外资奖励资金市里出多少？", ["6：4"], "3：7", id="a district's own share"),
        pytest.param("益阳骗取外资奖励怎么处理？", ["追缴资金"], "公示", id="who cheats"),
        pytest.param("益阳外资奖励公示后多久到账？", ["25日内拨付"], "300万美元", id="paid, not paid in"),
    ],
)  # fmt: skip
def test_what_is_asked_is_told(assistant: Assistant, question: str, told: list[str], untold: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused, answer.text
    said = answer.text + "".join(answer.notes)
    assert [words for words in told if words not in said] == [], answer.text
    assert untold not in answer.text


@pytest.mark.parametrize(
    "question",
    ["嘉兴生物医药项目投资强度要求多少？", "嘉兴工业用地项目有补贴吗？", "益阳外资奖励每年预算多少？"],
)
def test_what_no_paper_says_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused, answer.text
