"""What officials ask of a city's newspaper and bulletin, which name its districts more than itself."""

from __future__ import annotations

import pytest

from assistant import Assistant

ARTICLE = """徐州日报
2025年8月14日 星期四 第03版 要闻

链上发力 以商引商
——我市上半年招商引资工作综述

本报记者 周晓彤

市投资促进局局长孟庆林介绍，全市组建12个产业链专班。记者从市投资促进局获悉，今年1—6月，全市新签约亿元以上项目286个，协议投资额1930.6亿元，同比分别增长12.4%和9.8%；\
其中百亿级项目2个。实际使用外资5.86亿美元，完成年度目标的58.6%，总量居苏北第一位。

铜山区：围着链主转

铜山区把工程机械作为主攻方向。该区依托链主企业梳理短板清单37项，逐项上门对接配套企业。上半年，全区新签约亿元以上项目41个，总投资312亿元。

新沂市：让基金先跑一步

新沂市设立产业引导母基金，采取“母基金+子基金+直投”的方式招引项目。1—6月，新沂签约亿元以上项目33个，协议投资额245.8亿元，其中由基金撬动落地的项目11个。

邳州市：把展会开成签约会

5月，邳州市举办半导体材料产业大会，现场签约项目17个，总投资96.3亿元。上半年，邳州市新签约亿元以上项目38个，\
协议投资额288.4亿元，到位资金73.5亿元。

鼓楼区：存量里找增量

鼓楼区盘活闲置楼宇21栋、28.6万平方米，推行“楼长制”，一栋楼一名招商专员。全区税收过亿元楼宇达到7栋，力争全年达到10栋。上半年签约亿元以上项目22个，协议投资额118亿元。

市委、市政府提出，全年确保新签约亿元以上项目550个，实际使用外资10亿美元。
"""
BULLETIN = """徐州市招商引资工作简报
第9期（总第112期）
徐州市招商引资工作领导小组办公室　　2025年10月22日

1—9月全市招商引资情况通报

一、总体情况
1—9月，全市新签约亿元以上项目421个，协议投资额2876.3亿元，完成全年签约目标的76.5%。实际使用外资8.12亿美元，同比下降3.4%。

二、各县（市）区情况
铜山区签约58个、466亿元；新沂市签约49个、372.5亿元；邳州市签约55个、401.2亿元；鼓楼区签约31个、169亿元；\
云龙区签约34个、201.4亿元；泉山区签约29个、155.7亿元。

三、存在问题
一是大项目支撑不足，百亿级项目前三季度仅3个，比去年同期少1个；二是外资到账慢，云龙区、泉山区进度滞后。

更正：本简报第8期所载“邳州市1—8月实际使用外资1.02亿美元”应为“0.89亿美元”，特此更正。
"""
PAPERS = {"徐州日报.txt": ARTICLE, "简报第9期.txt": BULLETIN}


@pytest.mark.parametrize(("question", "said"), [
    ("徐州今年上半年签约了多少个亿元以上项目？", ("徐州市2025年上半年", "286个")),
    ("上半年哪个县区签约项目最多？", ("铜山区最多，为41个",)),
    ("前三季度铜山区签约多少个项目？", ("58个",)),
    ("前三季度哪个区县签约额最高？", ("铜山区最多，为466亿元",)),
    ("主城区鼓楼、云龙、泉山前三季度一共签约多少亿元？", ("169 + 201.4 + 155.7 = 526.1",)),
    ("上半年各县区的签约金额从高到低排一下", ("铜山区最多，为312亿元", "288.4亿元", "245.8亿元", "118亿元")),
    ("邳州半导体材料产业大会签约了多少项目？", ("17个",)),
    ("徐州上半年百亿级项目有几个？", ("2个",)),
    ("今年百亿级项目比去年少了几个？", ("少1个",)),
    ("离全年签约目标还差多少个？", ("550 − 421 = 129",)),
    ("鼓楼区现在税收过亿元楼宇有几栋？", ("7栋",)),
    ("哪些区县上半年签约项目超过30个？", ("共3个", "铜山区", "新沂市", "邳州市")),
    ("外资进度滞后的有哪些区县？", ("泉山区", "云龙区")),
    ("孟庆林是谁？", ("市投资促进局局长孟庆林",)),
    ("孟庆林是什么职务？", ("市投资促进局局长孟庆林",)),
    ("邳州市1—8月实际使用外资是多少？", ("0.89亿美元", "更正前为1.02亿美元")),
])  # fmt: skip
def test_a_figure_is_given_of_whom_and_when_it_is_told(
    assistant: Assistant, question: str, said: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert [piece for piece in said if piece not in answer.text] == []


def test_a_shorter_count_is_not_given_for_a_longer_one(assistant: Assistant) -> None:
    answer = assistant.ask("新沂前三季度由基金撬动落地的项目有几个？")
    assert answer.refused  # told of the first half only


@pytest.mark.parametrize(("question", "said"), [
    ("铜山区是怎么招商的？", ("把工程机械作为主攻方向", "逐项上门对接")),
    ("新沂市的招商策略是什么？", ("母基金+子基金+直投",)),
    ("各区的招商打法有什么不同？", ("上门对接", "母基金", "楼长制")),
    ("鼓楼区和新沂市的招商思路有什么区别？", ("楼长制", "母基金")),
])  # fmt: skip
def test_a_place_goes_about_it_in_its_own_words(
    assistant: Assistant, question: str, said: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert [piece for piece in said if piece not in answer.text] == []


def test_a_place_told_of_in_a_list_alone_has_no_way_of_its_own(assistant: Assistant) -> None:
    assert assistant.ask("泉山区怎么招商？").refused


def test_whom_no_document_gives_a_post_is_not_told(assistant: Assistant) -> None:
    assert assistant.ask("周晓彤是什么职务？").refused
