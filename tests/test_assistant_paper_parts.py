"""What notices, plans and interpretations put under a heading is told whole, of the right paper."""

from __future__ import annotations

import pytest

from assistant import Assistant

NOTICE = """蚌埠市投资促进局
关于申领2025年度研发总部落户补助的通知

各有关企业：
现将申领事项通知如下。

一、申领对象
2024年内在蚌埠市新设立并经认定的研发总部。

二、申领条件
（一）在本市租用办公用房，租期不短于4年；
（二）研发人员不少于40人；
（三）近两年没有重大安全事故。

三、补助标准
研发总部类别	研发人员	落户补助	房租补助
甲类	100人以上	800万元	每平方米每月50元
乙类	40人以上	300万元	每平方米每月35元
落户补助分两年按6:4比例拨付。

四、申领材料
1.研发总部落户补助申领表；
2.2023年度、2024年度审计报告；
3.办公用房租赁合同；
4.研发人员社保证明。
以上材料一式两份。

五、办理流程
（一）企业于2025年4月1日至4月25日登录“淮企通”平台填报，逾期不予受理。
（二）街道办事处在6个工作日内初审。
（三）市投资促进局会同市科技局复审并公示5天。

六、其他
（一）已获得人才团队补助的企业可以叠加享受房租补助，但不得重复申领落户补助。
（二）隐瞒事实骗取补助的，全额追回并取消三年申领资格。
（三）纸质材料送至淮河大道6号3楼302室，2025年4月30日前送达。

咨询电话：0999-6123456
监督电话：0999-6123000

蚌埠市投资促进局
2025年3月10日
"""
PLAN = """宜宾市2025年招商引资工作要点

一、主要目标
全年签约亿元以上项目120个。

二、重点任务
1.组建“链办”专班。每条产业链设一个链办，每半个月会商一次，解决不了的问题在3天内报市领导。（责任单位：市招商局、市工信局）
2.办好“宜商返乡”活动。全年举办返乡恳谈会9场。（牵头单位：市工商联；配合单位：市招商局、市委统战部）
3.盘活闲置厂房，全年腾出可用厂房30万平方米。（责任单位：市自然资源局）

三、工作要求
每月28日前报送进展。

宜宾市招商引资工作领导小组
2025年1月20日
"""
ASKED = """# 《柳州市外资奖励实施细则》政策问答

发布时间：2025-05-06 柳州市商务局

**一、新细则有哪些变化？**

一是把到账外资门槛由800万美元降到300万美元；二是奖励上限由400万元提高到900万元。

**二、再投资奖励与增资奖励可以都拿吗？**

不可以。同一笔资金只能选择其一，不得重复享受。

**三、什么时候申请？多久能拿到钱？**

每年6月1日至6月30日申请，审核通过后20个工作日内拨付。
"""
PAPERS = {"总部通知.txt": NOTICE, "宜宾要点.txt": PLAN, "柳州问答.md": ASKED}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("申领研发总部补助要交哪些材料？",
                     ["申领表", "2023年度、2024年度审计报告", "租赁合同", "社保证明", "一式两份"],
                     "纸质材料送至", id="materials"),
        pytest.param("蚌埠研发总部补助要满足什么条件？",
                     ["租期不短于4年", "不少于40人", "重大安全事故"], "800万元", id="conditions"),
        pytest.param("研发总部补助谁可以领？", ["2024年内在蚌埠市新设立"], "审计", id="for whom"),
        pytest.param("研发总部补助怎么申领，分几步？",
                     ["4月1日至4月25日", "6个工作日", "公示5天"], "叠加", id="steps"),
        pytest.param("蚌埠研发总部的补助标准有哪些？",
                     ["甲类：研发人员100人以上，落户补助800万元，房租补助每平方米每月50元",
                      "乙类：研发人员40人以上，落户补助300万元"], "审计", id="a table with its columns"),
        pytest.param("蚌埠甲类研发总部的落户补助是多少？",
                     ["甲类：落户补助800万元"], "每平方米", id="a cell"),
        pytest.param("乙类能拿哪些补助？",
                     ["落户补助300万元，房租补助每平方米每月35元"], "800万元", id="a row"),
        pytest.param("研发总部落户补助是一次性给还是分几年给？", ["分两年按6:4比例拨付"],
                     "甲类", id="in parts"),
        pytest.param("研发总部补助什么时候截止？",
                     ["4月1日至4月25日", "4月30日前送达"], "拨付", id="both deadlines"),
        pytest.param("宜宾链办专班多久会商一次？", ["每半个月会商一次"], "9场", id="how often"),
        pytest.param("宜宾今年的招商目标有哪些？", ["全年签约亿元以上项目120个"], "恳谈会", id="goals"),
        pytest.param("拿了人才团队补助还能再领房租补助吗？", ["可以叠加享受房租补助"], "追回", id="both"),
        pytest.param("骗取研发总部补助怎么处理？", ["全额追回并取消三年"], "叠加", id="consequence"),
        pytest.param("研发总部的纸质材料送到哪里？", ["淮河大道6号3楼302室"], "追回", id="where to"),
        pytest.param("研发总部补助咨询电话是多少？", ["0999-6123456"], "6123000", id="whom to call"),
        pytest.param("宜宾的链办专班怎么运作？", ["每半个月会商一次", "3天内报市领导"],
                     "返乡", id="a mechanism"),
        pytest.param("宜商返乡活动由谁牵头？", ["牵头单位：市工商联"], "市工信局", id="who leads"),
        pytest.param("盘活闲置厂房由哪个部门负责？", ["市自然资源局"],
                     "市工商联", id="who, of an item without heading"),
        pytest.param("宜宾市招商局负责哪些任务？", ["组建“链办”专班", "办好“宜商返乡”活动"],
                     "闲置厂房", id="tasks of a body"),
        pytest.param("柳州外资新细则和原来比有什么变化？",
                     ["由800万美元降到300万美元", "由400万元提高到900万元"], "**", id="what changed"),
        pytest.param("柳州再投资奖励和增资奖励能一起拿吗？", ["不得重复享受"], "可以都拿", id="one of two"),
        pytest.param("柳州外资奖励什么时候申请，多久拿到钱？",
                     ["6月1日至6月30日", "20个工作日内"], "美元", id="two questions of one heading"),
    ],
)  # fmt: skip
def test_a_part_of_a_paper_answers(assistant: Assistant, question: str, told: list[str], untold: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert [words for words in told if words not in answer.text] == [], answer.text
    assert untold not in answer.text
    assert answer.citations


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("宜宾申领研发总部补助要交哪些材料？", id="materials of another city"),
        pytest.param("宜宾的人才公寓由谁负责？", id="a task the plan has not"),
        pytest.param("柳州市商务局王局长的电话是多少？", id="a person's number"),
        pytest.param("柳州外资奖励的咨询电话是多少？", id="a number the paper has not"),
    ],
)
def test_what_no_paper_of_the_city_says_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused, answer.text
