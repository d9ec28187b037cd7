"""What was said at a meeting, the aims of one year of several, what held before, and what is not told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ingest_samples import asked_over

from assistant import Assistant

MEETING = """衡阳市召开招商引资推进会

本报讯 10月22日，全市招商引资推进会在雁峰宾馆召开。市委书记骆平章出席会议并讲话，市长苗立言主持会议。

骆平章强调，要抓好三件事：抓招引，主要领导每月外出招商不少于1次；抓开工，建立周调度制度；抓要素，年内收储工业用地3000亩。

苗立言在主持时要求，各县市区要抓紧制定攻坚清单，10月底前报市项目办。

会上，耒阳市、衡东县作了交流发言；祁东县作了表态发言。耒阳市委书记卓一鸣在发言中说，耒阳派出36人组成5支驻外小分队，引进竹木加工企业14家。耒阳还将在深圳布局离岸孵化器。

“定在衡东，一是看中铁路专线，二是看中这里的配套。”瑞澜机电总经理缪云说。
"""
PLAN = """衡阳市招商引资三年行动计划（2025—2027年）

一、总体目标

到2025年，全市新签约亿元以上项目210个，到位内资310亿元。

到2026年，全市新签约亿元以上项目240个，到位内资350亿元，签约项目开工率达到70%以上。

到2027年，全市新签约亿元以上项目280个，到位内资400亿元，引进百亿级项目3个。

二、保障措施

（一）加强组织领导。成立领导小组，办公室设在市商务局。
"""
POLICY = """衡阳市支持制造业发展若干政策（2025年修订版）

第一条 支持技术改造。对设备投资额400万元以上的技术改造项目，按设备投资额的11%给予补助，\
最高不超过500万元。其中，智能化改造项目补助比例提高到14%。

第二条 强化金融支持。对企业设备更新贷款，按不超过贷款利率的40%给予贴息，最高150万元。

第三条 强化人才支撑。企业引进的博士，每月发放生活补贴2500元。

第四条 本政策自2025年7月1日起施行，《衡阳市支持制造业发展若干政策》（衡政发〔2021〕6号）同时废止。
"""
READING = """《衡阳市支持制造业发展若干政策（2025年修订版）》政策解读

一、主要修改了哪些内容？

技术改造。原政策规定设备投资额800万元以上方可申报，补助比例9%、最高300万元；修订后门槛降至400万元，比例提高到11%。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {"推进会.txt": MEETING, "行动计划.txt": PLAN, "政策.txt": POLICY, "解读.txt": READING}
    with asked_over(tmp_path_factory.mktemp("meetings"), papers) as opened:
        yield opened


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
        pytest.param("耒阳驻外小分队花了多少经费？", id="people-are-no-money"),
        pytest.param("耒阳引进了哪些竹木加工企业？", id="a-number-names-none"),
        pytest.param("耒阳的离岸孵化器由谁运营？", id="who-runs-it"),
        pytest.param("骆平章今年去了哪些国家招商？", id="which-countries"),
    ],
)
def test_what_is_nearly_told_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused, answer.text
