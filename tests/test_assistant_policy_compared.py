"""Tiers under a condition of their own, a table of old and new, a meeting, aims of years, entry by class."""

from __future__ import annotations

import pytest

from assistant import Assistant

TIERS = """宿迁市支持光伏产业若干措施
宿政规〔2025〕4号

一、支持项目建设
1.对新引进固定资产投资2亿元以上的光伏项目，按其实际设备投资额分档给予补助：设备投资6000万元以下的，补助4%；\
6000万元（含）至3亿元的，补助5%；3亿元（含）以上的，补助7%。单个项目补助总额不超过2500万元。
2.对企业实施技术改造，设备投资400万元以上的，按9%给予补助，最高180万元。
二、支持创新
3.对建设中试平台的，按设备投入的25%给予补助，最高900万元。
4.人才支持。博士、硕士分别给予每月1800元、900元生活补贴，期限4年。
5.投保出口信用保险的，按实缴保费的55%补助，最高45万元。
三、附则
6.本措施自2025年3月1日起施行，有效期3年。
"""
TABLE = """# 普洱市招商政策新旧对照表

| 事项 | 原政策（普政发〔2019〕4号） | 新政策（普政发〔2024〕9号） | 责任部门 |
|---|---|---|---|
| 总部落户奖励 | 一次性150万元 | 一次性260万元 | 市发展改革委 |
| 中介引荐奖励 | 按到位资金0.4‰，最高40万元 | 按到位资金1‰，最高90万元 | 市招商局 |
| 物流补贴 | 按运费8%补贴 | 取消 | 市交通局 |
"""
MEETING = """聊城市人民政府办公室关于举办2025聊城轴承产业链对接会的通知
聊政办函〔2025〕11号
各县（市、区）人民政府，市政府有关部门：
经研究，定于2025年4月中旬举办2025聊城轴承产业链对接会。现将有关事项通知如下：
一、时间地点
2025年4月16日至17日，4月15日报到。地点：聊城会展中心二楼。
二、主办单位
聊城市人民政府。承办单位：临清市人民政府、市商务局。
三、费用
会议不收取费用，交通费自理。
联系人：市商务局 钱敏，电话0635-8211001。
2025年3月10日
"""
PLAN = """# 嘉峪关市电池材料产业链行动方案

## 一、发展目标
到2026年，电池材料产业产值达到300亿元，年均增长15%；本地配套率由2023年的40%提高到65%。其中，2025年产值达到250亿元。

## 二、重点任务
（一）强链补链招商。引进隔膜、电解液项目。牵头单位：市招商局。
（二）建设零碳园区。2025年底前建成一期。牵头单位：嘉北工业园区管委会。

## 三、考核奖惩
对完成年度任务的区奖励指标8万千瓦；对未完成任务的，扣减下一年度指标。
节能审查按规模分级办理。审查时限为受理后9个工作日。减量置换比例不低于1.3:1。
"""
PARKS = """# 湛江高新区投资问答

**Q1：有现成厂房吗？**
A：有。海东智谷产业园可租面积16万平方米，租金14—20元/平方米/月；椰风科创园可租面积7万平方米，租金11—16元/平方米/月。

**Q2：有哪些扶持？**
A：高新技术企业首次认定奖励18万元。
"""
PAPERS = {
    "宿迁.txt": TIERS, "普洱.md": TABLE, "聊城.txt": MEETING, "嘉峪关.md": PLAN, "湛江.md": PARKS,
}  # fmt: skip


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("宿迁光伏项目设备投资5亿元补多少？",
                     ["可奖2500万元", "5亿元 × 7%"], "25%", id="tiers after a colon"),
        pytest.param("宿迁设备投资4000万元、固定资产投资3亿元的光伏项目补多少？",
                     ["可奖160万元", "4000万元 × 4%"], "3亿元 ×", id="a condition on all tiers"),
        pytest.param("宿迁技改设备投资1000万元补多少？", ["可奖90万元"], "250万元", id="技改"),
        pytest.param("宿迁博士每月生活补贴多少？补几年？", ["1800元", "期限4年"], "900元", id="and how long"),
        pytest.param("宿迁信保补助比例多少？", ["55%"], "并非所问", id="short for an insurance"),
        pytest.param("普洱总部落户奖励现在是多少？", ["一次性260万元"], "150万元", id="what holds now"),
        pytest.param("普洱中介引荐奖励原来最高多少？", ["最高40万元"], "90万元", id="what held before"),
        pytest.param("普洱物流补贴还有吗？", ["取消"], "8%", id="taken away"),
        pytest.param("聊城对接会哪天开？在哪里开？", ["4月16日至17日", "会展中心二楼"], "中旬", id="where"),
        pytest.param("聊城对接会谁承办？", ["临清市人民政府、市商务局"], "钱敏", id="hosts"),
        pytest.param("聊城对接会收费吗？", ["不收取费用"], "联系人", id="nothing appended"),
        pytest.param("嘉峪关2025年电池材料产值目标多少？", ["250亿元"], "300亿元", id="the year's own aim"),
        pytest.param("嘉峪关完成任务的区奖励什么？", ["8万千瓦"], "隔膜", id="no heading of another kind"),
        pytest.param("嘉峪关节能审查要多久？", ["9个工作日"], "置换", id="how long"),
        pytest.param("嘉峪关减量置换比例是多少？", ["1.3:1"], "并非所问", id="a ratio"),
        pytest.param("椰风科创园可租面积多少？", ["7万平方米"], "16万平方米", id="its own area"),
        pytest.param("湛江高新区高企首次认定奖多少？", ["18万元"], "并非所问", id="short for a kind of firm"),
    ],
)  # fmt: skip
def test_what_is_asked_is_told(assistant: Assistant, question: str, told: list[str], untold: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused, answer.text
    assert [words for words in told if words not in answer.text] == [], answer.text
    assert untold not in answer.text


@pytest.mark.parametrize(
    "question",
    ["嘉峪关2023年电池材料产值多少？", "宿迁光伏政策申报要什么材料？", "宿迁光伏企业上市有奖励吗？"],
)
def test_what_no_paper_says_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused, answer.text
