"""Of what a paper is about but does not tell: another doing, phase, cause, post or degree is no answer."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "通报.md": "---\ntitle: 株洲市2025年前三季度招商引资情况通报\npublished: 2025-10-16\n---\n"
    "今年1—9月，全市新签约亿元以上项目114个，总投资686.4亿元。新开工项目48个，开工率42.1%。\n\n"
    "分县区看，攸县新签约项目38个，总投资212.3亿元；茶陵县新签约项目35个，总投资198.7亿元；"
    "炎陵县新签约项目19个，开工率仅为27.4%，排名靠后。\n\n"
    "市委书记刘越带队赴深圳拜访星辉电子、蓝图机械等12家企业。\n\n"
    "有21个项目因用地指标未落实而未开工。外资利用偏弱，前三季度实际使用外资1.2亿美元，同比下降15.3%。\n\n"
    "重点项目中，远航铜箔项目由远航集团投资，总投资52亿元，落户攸县，一期已于6月投产；"
    "恒昌盐化工项目总投资36亿元，8月开工。\n",
    "措施.md": "---\ntitle: 攸县支持企业引才若干措施\npublished: 2025-05-20\n---\n"
    "第一条 企业引进博士的，每人每年给予生活补贴6万元，连续补贴3年。\n"
    "第二条 申报单位应在每年3月底前向县产业发展局提交申请，产业发展局应在20个工作日内完成审核。\n",
}


@pytest.mark.parametrize(
    "question",
    [
        "茶陵县新开工项目多少个？",
        "炎陵县新签约项目总投资多少？",
        "远航铜箔项目二期什么时候投产？",
        "恒昌盐化工项目什么时候投产？",
        "市委书记刘越什么时候去的深圳？",
        "株洲市实际使用外资为什么下降？",
        "攸县对企业引进硕士补贴多少？",
        "若干措施由谁负责解释？",
        "星辉电子总部在哪里？",
    ],
)
def test_what_the_paper_does_not_tell_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused, answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("茶陵县新签约项目多少个？", "35个"),
        ("茶陵县新签约项目总投资多少？", "198.7亿元"),
        ("远航铜箔项目一期什么时候投产？", "6月"),
        ("恒昌盐化工项目什么时候开工？", "8月"),
        ("为什么有21个项目没有开工？", "用地指标"),
        ("攸县对企业引进博士补贴多少？", "6万元"),
        ("什么时候提交申请？", "3月底前"),
        ("远航铜箔项目落户在哪里？", "攸县"),
        ("全市开工率是多少？", "42.1%"),
    ],
)
def test_what_it_tells_is_answered(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert told in answer.text
