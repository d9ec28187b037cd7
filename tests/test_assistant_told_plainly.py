"""What no paper tells is refused, whatever is found that is like it; what one tells plainly is answered."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "轨道.md": "# 清河市轨道交通22号线进展\n\n2025年3月，清河市轨道交通22号线全线贯通，共设12座换乘车站，"
    "计划年底开通。沿线将新建3处停车场，预计每天运送旅客20万人次。\n",
    "云台区.md": "# 云台区气象局关于大风天气的提示\n\n8月2日，云台区和清河市遭遇大风，气象局发布黄色预警，"
    "局长林岳表示，提醒居民关好门窗，远离广告牌和临时搭建物，8月1日的最高气温是清河市31年来8月初的最高气温。\n",
    "酒店.md": "# 云台区关于酒店管理的通知\n\n8月5日，云台区文旅局印发通知。"
    "人员密集的酒店要对来自海门区的住客登记来访路线，每天通风三次。酒店排队等候时间长的，要增设登记窗口并开通网上预约。\n",
    "经济.md": "# 清河市上半年经济运行\n\n2025年上半年，清河市完成GDP321.5亿元，同比增长6.3%。"
    "从增速上来看，清河市GDP增速高于全国平均增长水平（5.3%）。"
    "中国花样滑冰队在清河市的APP上公布了训练计划，以3比1战胜对手。\n",
    "铁路.md": "# 大清铁路公安分局走进社区\n\n7月，清河市协调大清铁路公安分局开展宣讲，"
    "居民用显微镜观察了10月代表们送来的水样。\n",
    "复工.md": "# 海门区企业复工审批办法\n\n企业复工前要向所在街道提出申请。复工审批需要的材料是复工申请表、"
    "防疫承诺书、返岗员工名册和应急预案。街道收到材料后到现场审核，审核通过的企业方可复工。\n",
}


@pytest.mark.parametrize(
    "question",
    [
        "河茂铁路共设置了几座车站？",
        "莱索托有几个国际机场？",
        "崇陵墓道有多长？",
        "云台区和清河市的方言有什么不同的来历？",
        "《夏日旋律》的主角叫什么？",
        "什么是显微镜学？",
        "什么是月代？",
        "云台区气象局首任局长是谁？",
        "大清位于哪里？",
    ],
)
def test_what_no_paper_tells_of_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused, answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("清河市轨道交通22号线共设多少座换乘车站？", "12座"),
        ("8月1日的最高气温是清河市多少年来8月初的最高气温？", "31年"),
        ("云台区气象局局长是谁？", "林岳"),
        ("云台区对人员密集的酒店怎么要求？", "登记来访路线"),
        ("云台区为解决酒店等候时间长的问题采取什么办法？", "网上预约"),
        ("清河市2025年上半年GDP是多少？", "321.5亿元"),
        ("2025年上半年清河市的GDP增长率是多少？", "6.3%"),
        ("中国花样滑冰队以多少比分战胜对手？", "3比1"),
        ("2025年海门区企业复工审批需要什么材料？", "返岗员工名册"),
    ],
)
def test_what_a_paper_tells_plainly_is_answered(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert told in answer.text
