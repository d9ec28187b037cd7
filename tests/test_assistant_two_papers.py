"""Papers of one city, a year apart: what each tells and of whom, and what a turn goes on with."""

from __future__ import annotations

import pytest

from assistant import Assistant

EARLIER = """扩大开放抓招商 泰州各市区部署新一年工作

□泰州时报记者 沈一舟 2024年2月20日

“大会鼓舞人心。”海陵区党工委副书记，滨江新区党工委副书记、管委会主任陆明远表示，作为改革的先行者，滨江新区将深入实施开放提升行动，高水平打造对外开放新前沿。下一步，滨江新区将对接国际经贸规则，优化离岸贸易业态。

姜堰区将建好线索清单、专员清单两张清单，以商招商、驻点招商一起抓，加快引进一批智能装备项目。姜堰区将做实“链长领办”机制，力争全年引进亿元以上项目90个。

靖江市将聚焦船舶海工，健全从洽谈到投产的全过程服务体系，力争2024年引进亿元以上项目120个。

市工商联将绘制招商路线图，邀请瞪羚企业、独角兽企业、专精特新企业来泰考察。
"""
LATER = """一季度泰州各市区抓招商抢项目

□泰州时报记者 沈一舟 2025年4月9日

2025年一季度，姜堰区签约亿元以上项目42个，靖江市签约亿元以上项目28个，兴化市签约亿元以上项目51个，泰兴市签约亿元以上项目63个。

姜堰区招商打法求变，坚持“地等项目”，推行“拿地即动工”机制，组建基金招商专班，聚焦智能装备紧盯链主企业。今年，姜堰区力争引进亿元以上项目110个。

以3月12日举行的东海大学（威海）校友人才论坛为例，会上，靖江市迎来6个团队签约。“请进来”举办侨商圆桌会、欧洲工商日等活动，市领导会见科朗、博瑞特、汉诺威重工等20余人次客商。

总投资36亿元的靖江市云栖台·丽晶酒店、总投资18亿元的泰兴市凤栖湖演艺中心正在施工，总投资18亿元的兴化市水乡会展中心开工建设。江口至泰东国际机场快速通道工程（姜堰段）、省道229济川河桥梁工程分别完成总工程量的41%和76%。

不久前注册的泰州澄海智造科技有限公司，便是一个样本。该公司是泰州智能装备中试平台的运营主体，提供打样、检测和认证服务。

聚焦“路通”，持续畅通内外交通。新改建迎宾路、兴泰路2条主干道，济川东路全线通车。

近年来，远洋订单不断增多，船厂对配套时效的要求日益提高，本地配套的市场需求随之增加。
"""
YEAR = """泰州2024年招商“成绩单”

□泰州时报记者 沈一舟 2025年1月15日

2024年1—9月，全市新签约5亿元以上项目80个，计划总投资1600亿元。其中，制造业项目36个、占45%。从落地情况看，已开工或运营项目30个、占37.5%。2024年，全市滚动调度的亿元以上工业项目90个，总投资980亿元。1—8月完成投资210亿元，占全年投资计划的68%。截至目前，通过展会平台共签约项目150个。

2024年，全市亿元以上新签约项目412个，总投资2260亿元。其中，已开工项目330个。这些项目涵盖生物医药、船舶海工、新能源等多个领域。
"""
PAPERS = {"二月.txt": EARLIER, "四月.txt": LATER, "成绩单.txt": YEAR}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("姜堰区2024年和2025年的招商打法有什么不同？", ("两张清单", "基金招商专班")),
        ("姜堰2024年和2025年在智能装备方面各提了什么？", ("2024年：", "2025年：")),
    ],
)
def test_each_year_is_told_from_its_own_papers(
    assistant: Assistant, question: str, told: tuple[str, str]
) -> None:
    text = assistant.ask(question).text
    earlier, later = text.split("2025年：", maxsplit=1)
    assert told[0] in text
    assert told[1] in text
    assert "清单" in earlier
    assert "清单" not in later


def test_a_year_that_tells_nothing_is_not_set_beside_another(assistant: Assistant) -> None:
    assert "2024年：" not in assistant.ask("兴化市2024年和2025年在船舶海工方面有什么不同？").text


def test_the_posts_of_a_speaker_are_not_whom_he_speaks_of(assistant: Assistant) -> None:
    assert "滨江新区将" not in assistant.ask("海陵区在对外开放方面有哪些打算？").text
    assert "滨江新区将" in assistant.ask("滨江新区在对外开放方面有哪些打算？").text


def test_a_school_named_for_a_city_tells_nothing_of_it(assistant: Assistant) -> None:
    assert assistant.ask("威海市一季度招商情况怎么样？").refused
    assert "6个团队" in assistant.ask("东海大学（威海）论坛上靖江迎来几个团队？").text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2024年1—9月新签约5亿元以上项目，其中已开工或运营占比多少？", "37.5%"),
        ("2024年1—9月新签约5亿元以上项目开工占比多少？", "37.5%"),
        ("2024年新签约项目主要涵盖哪些领域？", "船舶海工"),
        ("“请进来”招商有哪些活动？", "侨商圆桌会"),
        ("泰州围绕“路通”做了哪些工作？", "迎宾路"),
        ("泰州市领导会见了哪些客商？", "汉诺威重工"),
        ("市工商联邀请哪些类型的企业来考察？", "瞪羚企业"),
        ("泰州澄海智造科技有限公司是干什么的？", "中试平台"),
        ("为什么本地配套的市场需求在增加？", "远洋订单"),
        ("云栖台丽晶酒店投资多少？", "36亿元"),
    ],
)
def test_the_sentence_that_says_it_answers(assistant: Assistant, question: str, told: str) -> None:
    assert told in assistant.ask(question).text


def test_who_was_met_is_answered_by_no_other_list(assistant: Assistant) -> None:
    assert "瞪羚" not in assistant.ask("泰州市领导会晤了哪些企业？").text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("云栖台丽晶酒店、凤栖湖演艺中心哪个投资小？", "凤栖湖演艺中心总投资更小，为18亿元"),
        ("凤栖湖演艺中心和水乡会展中心哪个投资大？", "总投资相同，均为18亿元"),
        ("云栖台、凤栖湖演艺中心、水乡会展中心哪个投资最大？", "云栖台·丽晶酒店总投资最大，为36亿元"),
    ],
)
def test_projects_are_the_smallest_the_largest_or_equal(
    assistant: Assistant, question: str, told: str
) -> None:
    text = assistant.ask(question).text
    assert told in text.replace("泰兴市", "").replace("兴化市", "").replace("靖江市", "")


@pytest.mark.parametrize(
    ("turns", "told", "untold"),
    [
        (["姜堰、靖江、兴化一季度各签约多少亿元以上项目？", "哪个最多？"], "兴化市", "泰兴市"),
        (["姜堰区今年要引进多少个亿元以上项目？", "2024年的目标呢？"], "90个", "110个"),
        (["2024年1—8月亿元以上工业项目完成投资多少？", "占全年计划多少？"], "68%", "资料"),
        (["江口至泰东机场快速通道姜堰段完成了多少？", "济川河桥呢？"], "76%", "41%"),
        (["云栖台丽晶酒店总投资多少？", "凤栖湖演艺中心呢？", "两个相差多少？"], "36 − 18 = 18", "相同"),
        (
            ["2024年1—9月新签约5亿元以上项目多少个？", "已开工或运营的呢？", "占比呢？"],
            "37.5%",
            "53.33%",
        ),
    ],
)
def test_a_turn_goes_on_with_what_was_asked(
    assistant: Assistant, turns: list[str], told: str, untold: str
) -> None:
    history: list[dict[str, object]] = []
    for turn in turns:
        text = assistant.ask(turn, history=history).text
        history += [{"role": "user", "content": turn}, {"role": "assistant", "content": text}]
    assert told in text
    assert untold not in text
