"""What was said at a meeting, the aims of one year of several, what held before, and what is not told."""

from __future__ import annotations

import pytest

from assistant import Assistant

MEETING = """衡阳市召开招商引资推进会

本报讯 10月22日，全市招商引资推进会在雁峰宾馆召开。市委书记骆平章出席会议并讲话，市长苗立言主持会议。

骆平章强调，要抓好三件事：抓招引，主要领导每月外出招商不少于1次；抓开工，建立周调度制度；抓要素，年内收储工业用地3000亩。

苗立言在主持时要求，各县市区要抓紧制定攻坚清单，10月底前报市项目办。

会上，耒阳市、衡东县作了交流发言；祁东县作了表态发言；市发展和改革委、市自然资源和规划局、市行政审批局围绕要素保障作了发言。耒阳市委书记卓一鸣在发言中说，耒阳派出36人组成5支驻外小分队，引进竹木加工企业14家。耒阳还将在深圳布局离岸孵化器。

今年4月，总投资21亿元的瑞澜机电电驱项目在衡东县开工，从签约到开工只用了68天。

“定在衡东，一是看中铁路专线，二是看中这里的配套。”瑞澜机电总经理缪云说。
"""
PLAN = """衡阳市招商引资三年行动计划（2025—2027年）

一、总体目标

到2025年，全市新签约亿元以上项目210个，到位内资310亿元。

到2026年，全市新签约亿元以上项目240个，到位内资350亿元，实际使用外资2.4亿美元，签约项目开工率达到70%以上。

到2027年，全市新签约亿元以上项目280个，到位内资400亿元，引进百亿级项目3个。

二、保障措施

（一）加强组织领导。成立领导小组，办公室设在市商务局。
"""
POLICY = """衡阳市支持制造业发展若干政策（2025年修订版）

第一条 支持技术改造。对设备投资额400万元以上的技术改造项目，按设备投资额的11%给予补助，\
最高不超过500万元。其中，智能化改造项目补助比例提高到14%。

第二条 强化金融支持。对企业设备更新贷款，按不超过贷款利率的40%给予贴息，最高150万元。

第三条 强化人才支撑。企业引进的博士、硕士，与企业签订3年以上劳动合同的，\
分别按每月2500元、1200元标准发放生活补贴。\
在衡首次购房的，分别给予15万元、8万元购房补贴。

第四条 同一项目符合市级多项政策的，按照就高不重复原则执行。\
未取得固定资产投资（不含土地款）备案的企业，不享受本政策。

第五条 企业于每年3月1日至4月30日向县市区工业和信息化主管部门提出申请，\
并提供以下材料：（一）资金申请表；（二）营业执照复印件；（三）审计报告。

第六条 本政策自2025年7月1日起施行，《衡阳市支持制造业发展若干政策》（衡政发〔2021〕6号）同时废止。
"""
READING = """《衡阳市支持制造业发展若干政策（2025年修订版）》政策解读

一、主要修改了哪些内容？

技术改造。原政策规定设备投资额800万元以上方可申报，补助比例9%、最高300万元；修订后门槛降至400万元，比例提高到11%。

二、企业如何申报？

企业登录“衡企通”平台，在每年3月1日至4月30日期间在线提交。咨询电话：0734-8866123。联系科室：产业政策科。

三、已受理的项目怎么办？

2025年6月30日前已受理的项目，仍按原政策执行；7月1日以后新申报的项目，按新政策执行。
"""
MINUTES = """衡阳市人民政府专题会议纪要

2026年3月12日上午，市长苗立言在市政府第二会议室主持召开专题会议，研究重点项目推进工作。市财政局请假。

会议议定以下事项：

一、关于松木经开区220千伏变电站建设。由市发展改革委牵头，4月10日前完成核准。

二、关于环评审批提速。由市生态环境局负责，将审批时限压减到15个工作日。对超时的，予以通报。

会议强调，各责任单位要倒排工期。
"""
TALKED = """对话珠晖区委书记祝晓岚：为什么是珠晖？

记者：还有哪些短板？

祝晓岚：主要是加氢站少，全区只有4座；高端人才外流。

记者：下一步有什么打算？

祝晓岚：到2027年，珠晖区氢能企业要突破60家，产值突破120亿元，加氢站达到12座。
"""
OPINION = """衡阳市关于加强招商引资工作的实施意见

（一）落户奖励。新引进的“三类500强”企业在我市设立法人企业、注册资本不低于3000万元的，给予一次性落户奖励200万元。

（二）设备购置补助。对当年新购置生产设备总额达到900万元的企业，按购置额的7%给予补助，最高280万元。\
原《衡阳市支持招商引资的若干措施》（衡政办发〔2023〕11号）规定的门槛为1800万元、补助比例为5%、最高180万元。

本意见自2026年2月1日起施行。衡政办发〔2023〕11号文件同时废止。
"""
RULES = """衡阳市招商引资考核办法

第一条 对考核优秀的单位，给予60万元工作经费奖励。

第二条 本办法自2025年3月1日起施行。\
2022年印发的《衡阳市招商考核奖惩办法》同时废止，其中规定的优秀单位奖励35万元标准不再执行。
"""
FEATURE = """项目为王，衡阳各县市区比学赶超，耒阳连续三个季度第一

常宁市：老工业区的新答卷

常宁市的答案是“科创招商”。该市与衡阳理工大学共建中试基地，建成中试线9条，以“先投后股”方式支持成果转化项目21个。

祁东县：山里也有好项目

祁东县利用黄花菜资源，招引食品加工企业11家。衡南县在深圳设立离岸孵化器，衡山县依托温泉资源招引康养企业，衡阳县则与东莞长安镇结对，承接模具产业转移。

白沙洲新区：有港更有服务

白沙洲新区推出“拿地即开工”“码头验货直通”两项改革，依托港口发展港航物流、粮油加工两大产业。

市商务局将发挥链主企业作用，重点招引配套企业。四季度，全市将加快培育新型储能、绿色铝材两个千亿级产业集群。
"""
PAPERS = {
    "推进会.txt": MEETING, "行动计划.txt": PLAN, "政策.txt": POLICY, "解读.txt": READING, "报道.txt": FEATURE,
    "纪要.txt": MINUTES, "对话.txt": TALKED, "意见.txt": OPINION, "考核.txt": RULES,
}  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        pytest.param("推进会上市委书记讲了什么？", "主要领导每月外出招商", "攻坚清单", id="at-the-meeting"),
        pytest.param("苗立言在会上提了什么要求？", "攻坚清单", "收储", id="what-he-asks-for"),
        pytest.param("卓一鸣在会上怎么说的？", "36人", "攻坚清单", id="how-he-put-it"),
        pytest.param("缪云怎么评价衡东？", "铁路专线", "缪云说", id="what-he-says-of-it"),
        pytest.param("耒阳市委书记是谁？", "卓一鸣", "交流发言", id="who-speaks-in-his-turn"),
        pytest.param("2026年的目标有哪些？", "70%以上", "280个", id="the-aims-of-one-year"),
        pytest.param("2027年全市招商目标有哪些？", "百亿级项目3个", "240个", id="of-the-last-year"),
        pytest.param("技改补助比例是多少？", "11%", "14%", id="the-clause-that-holds"),
        pytest.param("设备贷款贴息比例是多少？", "40%", "11%", id="of-interest"),
        pytest.param("旧政策技改最高补多少？", "最高300万元", "500万元", id="what-held-before"),
        pytest.param("技改门槛原来是多少，现在是多少？", "降至400万元", "贴息", id="before-and-now"),
        pytest.param("推进会上哪些县市作了交流发言？", "耒阳市、衡东县作了交流发言", "祁东", id="who-did-it"),
        pytest.param("表态发言的县区有哪些？", "祁东县", "耒阳", id="who-did-the-other"),
        pytest.param(
            "会上哪些部门围绕要素保障发言？", "市自然资源和规划局、市行政审批局", "招商局", id="which-offices"
        ),
        pytest.param("硕士每月补多少？", "每月1200元", "2500", id="each-of-those-listed"),
        pytest.param("博士买房补多少？", "15万元", "8万元", id="of-those-listed-before"),
        pytest.param("同一个项目能同时享受几项政策吗？", "就高不重复", "400万元", id="several-grants"),
        pytest.param("制造业政策什么时候可以申报？", "3月1日至4月30日", "6月30日", id="when-to-apply"),
        pytest.param("申报制造业补助要交哪些材料？", "审计报告", "平台", id="papers-to-hand-in"),
        pytest.param("咨询电话是多少？", "0734-8866123", "平台", id="whom-to-call"),
        pytest.param("常宁市怎么搞科创招商？", "先投后股", "黄花菜", id="an-answer-that-goes-on"),
        pytest.param("祁东县靠什么招商？", "黄花菜", "拿地", id="by-which-means"),
        pytest.param("耒阳市是怎么招商的？", "耒阳", "白沙洲", id="no-neighbours-under-one-title"),
        pytest.param("衡山县靠什么招引企业？", "温泉", "模具", id="of-places-parted-by-commas"),
        pytest.param("会议议定了哪些事项？", "环评审批提速", "倒排工期", id="what-was-settled"),
        pytest.param("珠晖区有哪些短板？", "加氢站少", "12座", id="what-is-wanting"),
        pytest.param("珠晖区到2027年的目标有哪些？", "12座", "280个", id="every-aim-of-a-sentence"),
        pytest.param("设备购置补助比例新旧差多少？", "5%", "落户", id="the-old-rate-beside-the-new"),
        pytest.param("旧政策设备购置补助最高多少？", "180万元", "280万元", id="the-old-rate-alone"),
        pytest.param("衡阳市长是谁？", "苗立言", "骆平章", id="who-does-something-somewhere"),
        pytest.param("优秀单位奖励多少？", "60万元", "35万元", id="what-is-granted-no-longer"),
        pytest.param("优秀单位原来奖励多少？", "35万元", "60万元", id="what-was-granted"),
        pytest.param("瑞澜机电为什么看好衡东？", "铁路专线", "外出", id="why-it-thinks-well-of-it"),
        pytest.param("行动计划有哪些保障措施？", "组织领导", "有哪些", id="which-is-asked-once"),
        pytest.param("衡阳重点打造哪些产业集群？", "绿色铝材", "粮油", id="the-very-things"),
    ],
)
def test_what_is_asked_is_told_and_no_more(
    assistant: Assistant, question: str, said: str, unsaid: str
) -> None:
    text = assistant.ask(question).text
    assert said in text and unsaid not in text, text


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("2028年的目标是什么？", id="another-year"),
        pytest.param("旧政策的博士补贴是多少？", id="what-holds-now"),
        pytest.param("珠晖区2028年的目标是什么？", id="a-district-another-year"),
        pytest.param("旧政策落户奖励多少？", id="what-holds-now-of-another-paper"),
        pytest.param("引进总部企业奖励多少？", id="a-grant-for-others"),
        pytest.param("耒阳市有哪些链主企业？", id="what-the-city-means-to-find"),
        pytest.param("衡阳今年招商目标完成了多少？", id="how-much-of-the-aim"),
        pytest.param("市财政局在会上说了什么？", id="an-office-that-did-not-speak"),
        pytest.param("耒阳驻外小分队花了多少经费？", id="people-are-no-money"),
        pytest.param("耒阳引进了哪些竹木加工企业？", id="a-number-names-none"),
        pytest.param("耒阳的离岸孵化器由谁运营？", id="who-runs-it"),
        pytest.param("骆平章今年去了哪些国家招商？", id="which-countries"),
    ],
)
def test_what_is_nearly_told_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused, answer.text


@pytest.mark.parametrize(
    ("turns", "said", "unsaid"),
    [
        pytest.param(
            ("到2027年的目标有哪些？", "2026年呢？"), "70%以上", "280个", id="another-year-of-the-aims"
        ),
        pytest.param(
            ("2026年的目标有哪些？", "其中外资目标是多少？"), "2.4亿美元", "280个", id="one-of-the-aims"
        ),
        pytest.param(
            ("推进会上市委书记讲了什么？", "市长呢？"), "攻坚清单", "每月外出", id="what-another-said"
        ),
        pytest.param(
            ("瑞澜机电电驱项目在哪里？", "为什么选那里？"), "铁路专线", "外出", id="why-it-came-there"
        ),
        pytest.param(("耒阳市是怎么招商的？", "那边的书记是谁？"), "卓一鸣", "苗立言", id="of-that-place"),
        pytest.param(("珠晖区有哪些短板？", "下一步呢？"), "60家", "外流", id="what-next"),
        pytest.param(
            ("设备购置补助最高多少？", "门槛呢？", "原来呢？"),
            "1800万元",
            "落户",
            id="what-the-threshold-was",
        ),
        pytest.param(("技改补助比例是多少？", "原来呢？"), "9%", "14%", id="what-it-was"),
        pytest.param(("技改补助比例是多少？", "门槛呢？"), "400万元", "贴息", id="another-aspect"),
        pytest.param(
            ("技改补助比例是多少？", "什么时候开始执行？"), "2025年7月1日", "6月30日", id="since-when"
        ),
        pytest.param(("技改补助比例是多少？", "要交哪些材料？"), "审计报告", "9%", id="what-to-hand-in"),
    ],
)
def test_a_talk_goes_on_with_what_was_asked(
    assistant: Assistant, turns: tuple[str, ...], said: str, unsaid: str
) -> None:
    history: list[dict[str, object]] = []
    for turn in turns[:-1]:
        text = assistant.ask(turn, history=history).text
        history += [{"role": "user", "content": turn}, {"role": "assistant", "content": text}]
    text = assistant.ask(turns[-1], history=history).text
    assert said in text and unsaid not in text, text


def test_who_leads_a_project_is_asked_of_it_alone(assistant: Assistant) -> None:
    history = [{"role": "user", "content": "瑞澜机电电驱项目多久开工的？"}]
    answer = assistant.ask("负责人是谁？", history=[*history, {"role": "assistant", "content": "68天。[1]"}])
    assert answer.question == "瑞澜机电电驱项目负责人是谁?"
