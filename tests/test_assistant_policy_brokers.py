"""Rewards for who brings a project, told on the air and in a yearly report: other digits, other places."""

from __future__ import annotations

import pytest

from assistant import Assistant

_REWARDS = """灌南县招商引荐奖励办法

灌政规〔2024〕3号

第一章 总则
第一条 为鼓励社会各界引荐项目，制定本办法。
第二条 本办法所称引荐人，是指首次提供项目信息并促成项目落户的自然人、法人。投资方的股东和员工不作为引荐人。
第三条 两个以上引荐人共同引荐的，由其自行协商分配比例。

第二章 条件
第四条 申请奖励的项目须同时具备下列条件：
（一）不含房地产项目；
（二）实际到位固定资产投资不低于3200万元。

第三章 奖励标准
第五条 按实际到位固定资产投资分档奖励引荐人：
（一）3200万元（含）至7000万元（不含）的，按投资额的1.5‰奖励；
（二）7000万元（含）至2亿元（不含）的，按投资额的2‰奖励；
（三）2亿元（含）以上的，按投资额的3‰奖励。单个项目奖励最高不超过90万元。
第六条 引进世界500强企业投资项目的，另外奖励引荐人45万元。

第四章 兑现
第七条 奖金应缴税款由引荐人承担。奖励资金列入县财政年度预算。
第八条 骗取奖金的，追回已发奖金，四年内取消引荐人资格。
"""
_AIR = """灌南县在线访谈

主持人：去年有哪些好的做法？

嘉宾：一是链主带链。梳理缺失环节28个，带着清单招配套。二是资本引路。国资平台出资1.6亿元参股产业基金。三是乡情搭桥。设立联络站4个。

主持人：不少企业关心落地服务，县里怎么做？

嘉宾：我们推行“项目秘书制”，从签约到投产全程代办。
"""
_REPORT = """灌南县商务局2023年招商工作总结

一、完成情况
全年引进亿元以上项目26个；实际使用外资740万美元，同比下降5.2%。

二、存在问题
外资下滑。受出口订单减少影响，两家外企推迟增资。

三、2024年打算
（一）突出产业链招商。围绕船舶配套绘制图谱，每条链一支专班。
（二）突出考核问效。实行月通报，结果与评先评优挂钩。

灌南县商务局
"""
PAPERS = {"灌南县奖励办法.txt": _REWARDS, "灌南县访谈.txt": _AIR, "灌南县总结.txt": _REPORT}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("灌南引进1亿元固定资产投资的项目奖多少？", ["20万元"], "3200万元", id="a tier by range"),
        pytest.param("灌南引荐人奖励标准是什么？", ["1.5‰", "2‰", "3‰", "90万元"], "45万元", id="every tier"),
        pytest.param("灌南哪些人不能当引荐人？", ["股东和员工"], "不含", id="who may not"),
        pytest.param("灌南引荐人是什么意思？", ["首次提供项目信息"], "协商", id="what is meant"),
        pytest.param("灌南两个人一起引荐的奖金怎么分？", ["自行协商"], "税款", id="how it is shared"),
        pytest.param("灌南奖励的钱从哪里出？", ["财政年度预算"], "取消", id="who pays"),
        pytest.param("灌南骗奖怎么处理？", ["追回", "四年"], "预算", id="who cheats"),
        pytest.param("灌南有哪些好的做法？", ["链主带链", "资本引路", "乡情搭桥"], "代办", id="on the air"),
        pytest.param("灌南怎么做好落地服务？", ["全程代办"], "28个", id="under the host's question"),
        pytest.param("灌南产业链招商怎么做？", ["船舶配套"], "评先评优", id="one item of several"),
        pytest.param("灌南外资为什么下降？", ["出口订单减少"], "26个", id="a reason and no more"),
        pytest.param("灌南考核结果怎么用？", ["评先评优"], "灌南县商务局", id="not who signs"),
    ],
)
def test_what_is_asked_is_told_and_no_more(
    assistant: Assistant, question: str, told: list[str], untold: str
) -> None:
    text = assistant.ask(question).text
    assert [words for words in told if words not in text] == [], text
    assert untold not in text, text
