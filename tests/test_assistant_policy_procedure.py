"""Rules of procedure and minutes: how long, by when, at whose cost, and which task falls due."""

from __future__ import annotations

import pytest

from assistant import Assistant

RULES = """郴州市产业扶持资金管理细则
郴财企〔2024〕11号
2024年2月20日

第一条 为规范资金管理，制定本细则。
第二条 固定资产投资补助。固定资产投资5000万元以上的项目，按2%给予补助，最高500万元。
第三条 设备贷款贴息。按贷款利息的40%贴息，每年最高100万元。
第四条 标准厂房租金补贴。按每平方米每月5元补贴租金。
第五条 申报程序：
（一）发布指南。市工业和信息化局每年2月底前发布申报指南。
（二）网上申报。企业于3月10日至4月10日提交申请，逾期不再受理。
（三）属地初审。县市区工信部门在8个工作日内完成初审。
（四）部门会审。市发改委、市税务局在6个工作日内反馈意见。
（五）公示拨付。公示5日无异议的，市财政局在12个工作日内拨付资金。
第六条 材料不全的，受理部门应在2个工作日内一次性告知，企业应在7个工作日内补正。
第七条 企业提供虚假材料的，收回资金；擅自变更用途的，限期20日内整改。
第八条 第二条、第三条所需资金，由市与项目所在地分担：落在北湖区、苏仙区的，\
市与区按5:5分担；落在资兴市、桂阳县的，市与县按3:7分担。\
第四条所需资金由项目所在地全额承担。
第九条 第二条与第三条可以同时享受，两项合计不超过固定资产投资额的6%。
第十条 获得补助的企业6年内不得将生产设备迁出本市。
第十一条 本细则自2024年3月1日起施行，有效期2年。（联系单位：市财政局企业科，电话：0735-2228899）
"""
MINUTES = """# 郴州市重点项目推进专题会议纪要

郴府阅〔2024〕17号

2024年4月9日，会议研究了重点项目推进工作，议定如下：

一、雅创铜箔项目由市发改委牵头，5月25日前完成能评批复。

二、任务分工

| 序号 | 工作任务 | 责任单位 | 配合单位 | 完成时限 |
|---|---|---|---|---|
| 1 | 编制有色金属产业链图谱 | 市工信局 | 市商务局 | 2024年5月31日前 |
| 2 | 修订项目准入标准 | 市发改委 | 市住建局 | 2024年6月15日前 |
| 3 | 建成标准厂房12万平方米 | 资兴市 | 市住建局 | 2024年12月31日前 |
| 4 | 重点企业走访 | 各县市区 | 市商务局 | 长期 |

各责任单位于每月26日前书面报送落实情况。市工信局自5月6日起开通企业服务热线：0735-2886677。
"""


PAPERS = {"细则.txt": RULES, "纪要.md": MINUTES}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("资兴的项目资金怎么分担？", ["市与县按3:7分担"], "5:5", id="the share of a place"),
        pytest.param(
            "北湖区和桂阳县的资金分担有什么不同？", ["5:5", "3:7"], "全额", id="the shares of two places"
        ),
        pytest.param("租金补贴由谁出钱？", ["项目所在地全额承担"], "5:5", id="by the article's number"),
        pytest.param(
            "郴州固投补助和贷款贴息能同时享受吗？", ["不超过固定资产投资额的6%"], "迁出", id="both together"
        ),
        pytest.param("企业服务热线是多少？", ["0735-2886677"], "2228899", id="a number to call"),
        pytest.param(
            "从什么时间开始，开通企业服务热线？", ["5月6日起"], "2228899", id="since when it is open"
        ),
        pytest.param("部门会审几天反馈意见？", ["6个工作日"], "市商务局", id="the days of a step"),
        pytest.param("审查材料属地要几天？", ["8个工作日"], "6个工作日", id="a step in other words"),
        pytest.param("公示结束后多久拨款？", ["12个工作日"], "8个工作日", id="days after a step"),
        pytest.param("郴州扶持资金什么时候申报？", ["3月10日至4月10日"], "整改", id="a time to apply"),
        pytest.param("郴州申报指南什么时候发布？", ["每年2月底前"], "补正", id="a time to publish"),
        pytest.param("各责任单位什么时候前报落实情况？", ["每月26日前"], "申请", id="a time to report"),
        pytest.param("材料不齐怎么办？", ["7个工作日内补正"], "虚假", id="what is missing"),
        pytest.param("郴州拿了补助几年内不能搬走？", ["6年内不得"], "整改", id="years to stay"),
        pytest.param("郴州扶持资金找哪个科咨询？", ["0735-2228899"], "反馈", id="whom to ask"),
        pytest.param(
            "郴州5月有哪些任务到期？",
            ["有1项：编制有色金属产业链图谱", "5月25日前完成能评批复"],
            "准入标准",
            id="due in a month",
        ),
        pytest.param(
            "郴州6月底前要完成哪些任务？", ["有2项", "图谱", "准入标准"], "走访", id="due by a month"
        ),
        pytest.param("郴州有哪些长期任务？", ["重点企业走访"], "图谱", id="without an end"),
        pytest.param("郴州最晚完成的任务是哪一项？", ["建成标准厂房12万平方米"], "图谱", id="the last"),
        pytest.param(
            "市住建局配合哪几项工作？", ["共2项", "项目准入标准", "标准厂房"], "走访", id="helped with"
        ),
    ],
)
def test_the_sentence_or_row_that_says_it_is_told(
    assistant: Assistant, question: str, told: list[str], untold: str
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert all(part in answer.text for part in told), answer.text
    assert untold not in answer.text, answer.text


def test_what_is_done_after_a_term_is_asked_by_a_follow_up(assistant: Assistant) -> None:
    history = [{"role": "user", "content": "郴州擅自变更资金用途多少天内整改？"}]
    assert assistant.ask("逾期了呢？", history=history).question.endswith("逾期了怎么办?")
