"""What officials ask of several papers on one city: parts, changes, aims, parks, people and formulas."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ingest_samples import asked_over

from assistant import Assistant

SUMMARY = """襄阳成为投资热土

2023年9月12日 来源：襄阳日报

记者从市商务局了解到，今年1至8月，全市新签约亿元以上项目共142个。较去年同期增加19个，同比增长15.4%；\
投资总额857.4亿元，较去年同期增加67亿元。超亿元新落地项目84个，较去年同期增长40%；投资总额414.6亿元。

全市相继印发《襄阳市招商引资行动方案》，划定重点区域、绘制“4+2+6”产业链图谱，为企业提供保姆式服务。

襄阳市商务局党组书记、局长乔思远（中）做客访谈节目，谈开年招商。
"""
DISTRICT = """襄州：重点项目铺开

2024年4月10日 来源：襄阳日报

一季度襄州区安排集中动工项目19项，总投资203亿元，年度计划投资29亿元。分类别看，全区19项集中动工重大项目中，\
产业项目13项，总投资143亿元；基础设施项目6项，总投资60亿元。

襄阳汉江临港经济区智造产业园当天动工。产业园以新码头为核心，规划总面积24平方公里。园区将依托码头优势重点发展船舶配件、\
精密零件等装备制造业，冷链、跨境电商等临港服务业。

总投资70亿元的青禾医疗城项目未来建设一流的医疗科技城，打造健康千亿级产业群；总投资30亿元的汉水燃机基地项目主要建设\
研发、制造、维修“三位一体”的燃机平台，积极引进上下游配套企业，为全区装备制造业补链强链。
"""
YEARS = """回望2022年招商

2023年1月10日 来源：襄阳日报

2022年，襄阳市新签约亿元以上项目205个，比上年增加48个；新落地亿元以上项目111个，比上年增加26个。
"""
AIMS = """襄阳定下年度招商任务

2023年2月20日 来源：襄阳日报

2023年，襄阳力争全年亿元以上项目签约130个、落地72个。
"""
PAPERS = {"综述.txt": SUMMARY, "襄州.txt": DISTRICT, "回望.txt": YEARS, "任务.txt": AIMS}


@pytest.mark.parametrize(("question", "said"), [
    ("襄州一季度集中动工的项目里产业项目有几个，总投资多少？", ("13项", "143亿元")),
    ("襄阳2023年1到8月新签约亿元以上项目多少个，投资总额多少？", ("142个", "857.4亿元")),
    ("2022年襄阳新签约亿元以上项目多少个，比上年多多少？", ("205个", "48个")),
    ("2023年襄阳目标签约130个亿元以上项目，前8个月实际签约了多少，超了吗？", ("142个", "超出12个")),
    ("汉江临港经济区智造产业园重点发展哪些产业？", ("船舶配件", "临港服务业")),
    ("“4+2+6”指什么？", ("产业链图谱",)),
])  # fmt: skip
def test_it_is_told_in_full(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert all(word in answer.text for word in said)


@pytest.mark.parametrize(("question", "wrong"), [
    ("襄州一季度集中动工的项目里产业项目有几个，总投资多少？", "203亿元"),
    ("襄阳2023年1到8月新签约亿元以上项目多少个，投资总额多少？", "414.6亿元"),
    ("2023年襄阳目标签约130个亿元以上项目，前8个月实际签约了多少，超了吗？", "减少"),
    ("青禾医疗城的千亿级产业群建成了吗？", "汉水燃机"),
])  # fmt: skip
def test_nothing_else_is_told_for_it(assistant: Assistant, question: str, wrong: str) -> None:
    assert wrong not in assistant.ask(question).text


def test_a_bureaus_secretary_is_no_citys(assistant: Assistant) -> None:
    assert assistant.ask("襄阳市委书记是谁？").refused


def test_who_was_asked_about_is_whom_he_means(assistant: Assistant) -> None:
    asked = "谈开年招商的乔思远是谁？"
    told = assistant.ask(asked)
    history = [{"role": "user", "content": asked}, {"role": "assistant", "content": told.text}]
    assert "局长" in assistant.ask("他是什么职务？", history=history).text


LATER = """2022年9月8日，投资贸易洽谈会在厦门开幕。

当天下午，襄阳市现场签约5个项目，合同总投资额42亿元。2021年，襄阳市新引进亿元以上项目524个，其中工业项目429个。\
今年1月至8月，该市新签约亿元以上项目597个，完成年度目标的99.5%。
"""
FAIR = """8月27日，襄阳市2023长三角招商推介会在杭州市举行。

此外，现场签约项目50个，签约总金额410亿元。其中，工业项目43个，签约总金额380亿元。

会上，襄阳市委书记乔思远介绍，襄阳是楚文化发祥地。近年来全市建设各类载体18万平方米，引进和培育高新技术企业212家。
"""
FEBRUARY = """2023-02-14

截至目前，襄阳市新签约重点项目110个，其中，100亿元以上项目2个。1~2月，全市亿元以上重点项目完成投资463亿元，\
其中省级重点项目投资计划完成率18.7%，高于全省7.3个百分点。1~2月，全市新开工重点项目82个，其中省级重点项目开工率达33%。
"""


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    texts = {"洽谈会.txt": LATER, "推介会.txt": FAIR, "二月.txt": FEBRUARY}
    with asked_over(tmp_path_factory.mktemp("papers"), texts) as asked:
        yield asked


@pytest.mark.parametrize(("question", "said"), [
    ("襄阳2022年1到8月新签约亿元以上项目多少个？", "597个"),
    ("2023年长三角推介会平均每个项目签约多少亿元？", "8.2亿元"),
    ("截至2023年2月襄阳新签约重点项目多少个？", "110个"),
    ("襄阳引进和培育高新技术企业212家，是什么时候的数？", "2023年8月"),
])  # fmt: skip
def test_it_is_told_of_its_time(papers: Assistant, question: str, said: str) -> None:
    assert said in papers.ask(question).text


def test_one_rate_is_not_told_for_another(papers: Assistant) -> None:
    text = papers.ask("襄阳2023年1-2月完成投资多少，当时省级重点项目开工率是多少？").text
    assert "33%" in text


def test_no_grant_is_told_where_none_is_said(papers: Assistant) -> None:
    assert papers.ask("襄阳招商引资有没有奖励政策？").refused


COUNTY = """招大引强让城市与项目双向奔赴

今日高密 2024年05月21日

近日，我市随潍坊市党政考察团赴深圳招商，先后拜访青禾机器人、云帆医疗、启航技术等企业，为建设更好潍坊贡献高密力量。

4月3日，我市在青岛举办“高密融入都市圈合作发展推介会”，向120多家青岛企业发出邀请，把优质项目落在高密，在青岛讲高密故事。\
现场签约金穗宠物食品产业园等总投资87亿元的项目9个。

4月24日，我市260多家安防企业亮相上海劳保展，擦亮高密名片，达成协议订单13.7亿元。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asked_over(tmp_path_factory.mktemp("county"), {"今日高密.txt": COUNTY}) as asked:
        yield asked


@pytest.mark.parametrize(("question", "said"), [
    ("高密4月3日在青岛的推介会签了几个项目，总投资多少？", ("高密市", "9个", "87亿元")),
    ("高密企业在上海劳保展拿了多少订单？", ("13.7亿元",)),
    ("高密在深圳拜访了哪些企业？", ("青禾机器人", "云帆医疗", "启航技术")),
])  # fmt: skip
def test_a_county_called_by_its_short_name_has_its_figures(
    county: Assistant, question: str, said: tuple[str, ...]
) -> None:
    text = county.ask(question).text
    assert all(word in text for word in said)


def test_one_of_the_projects_counted_does_not_cost_all(county: Assistant) -> None:
    assert "87" not in county.ask("金穗宠物食品产业园投资多少亿元？").text


ZONE = """10月10日，襄阳经开区召开重点项目推进会。2022年以来，共落地优质项目247个，总投资1327亿元。\
其中，新签约引进项目175个；新开工项目37个，总投资552亿元，三类500强项目5个；可竣工项目35个，总投资530亿元，三类500强项目9个。

襄阳市委常委、市委政法委书记乔思敏表示，支持经开区发展是全市的重要举措。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asked_over(tmp_path_factory.mktemp("zone"), {"经开区.txt": ZONE}) as asked:
        yield asked


def test_a_part_is_of_the_projects_named_before_it(zone: Assistant) -> None:
    text = zone.ask("襄阳经开区可竣工项目里三类500强项目有几个？").text
    assert "9个" in text and "5个" not in text


def test_three_doings_are_no_sum_of_two(zone: Assistant) -> None:
    assert "212" not in zone.ask("襄阳经开区新签约、新开工、可竣工项目加起来是247个吗？").text


def test_the_secretary_of_a_commission_is_no_citys(zone: Assistant) -> None:
    assert zone.ask("襄阳市委书记是谁？").refused


LISTED = """1—7月，襄阳市签约1亿元人民币或1000万美元以上项目183个，同比增长8%。

2022年2月10日，2022年襄阳市首批项目集中签约活动举行。樊城区签约项目66个，签约总额766亿元。

樊城区此次签约创新型项目33个，签约总额391亿元。总投资170亿元的青禾国际医疗城、总投资30亿元的云帆燃机基地等一批项目签约。

年初以来，保康县把招商引资作为总抓手，围绕重点项目建设抓谋划、抓招商、抓推进、抓服务，扎实推进全县项目建设。
"""


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asked_over(tmp_path_factory.mktemp("listed"), {"集中签约.txt": LISTED}) as asked:
        yield asked


def test_which_projects_are_not_told_by_a_total(listed: Assistant) -> None:
    text = listed.ask("樊城区签约的项目里总投资50亿元以上的有哪些？").text
    assert "391" not in text and "766" not in text


def test_which_aspects_is_no_count(listed: Assistant) -> None:
    assert "抓谋划" in listed.ask("保康县抓重点项目建设围绕哪几个方面？").text


def test_a_class_in_two_moneys_is_asked_by_the_first(listed: Assistant) -> None:
    assert "183个" in listed.ask("襄阳2022年1—7月签约亿元以上项目多少个？").text
