"""Questions that a paper answers outright, put so that a word of theirs may be misread."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "a.txt": (
        "嘉善、平湖招商提速\n嘉兴晚报 2024年4月9日\n"
        "一季度，嘉善县新签约项目46个。一季度，平湖市新签约项目58个，实际利用外资1.3亿美元。\n"
        "嘉善县举办“上海周”活动，推动18个项目签约。\n"
        "平湖光电产业园落户企业37家，晶源光电、启微科技等龙头企业先后入驻，产业园研发人员超过2000人。\n"
        "启微科技项目已有12条生产线投入生产。启微科技项目满产后年产传感器6000万只；晶源光电项目投产后年产传感器1.5亿只。\n"
        "独山港重点推进启微科技、晶源光电、南湖封测等产业项目，全部达产后年产值将突破300亿元。\n"
        "◀建设中的启微科技传感器研发楼。\n"
        "总投资3亿元的启微科技传感器研发楼正在开展主体施工。\n"
        "独山港大桥改建工程完成总工程量的63%。\n"
    ),
    "b.txt": (
        "嘉兴前三季度新签5亿元以上项目87个\n嘉兴晚报 2023年10月16日\n"
        "1—9月，全市新签约5亿元以上项目87个，计划总投资1930亿元。其中，制造业项目40个、占46%。从落地情况看，已开工项目31个、占35.6%。\n"
        "总投资40亿元的联合新材料项目签约；总投资40亿元的嘉创储能项目开工建设；总投资22亿元的南湖芯片项目投产。\n"
        "全市技改项目220个，年度计划投资361.5亿元，1—9月累计完成投资268.3亿元，占年度计划投资的74.2%，其中三季度完成投资98亿元，占季度计划投资的108.2%。\n"
        "会议指出，要以“走在前列”为工作总目标。今年以来尼日利亚、塞拉利昂客商先后到访平湖。\n"
        "市发展改革委党组书记、主任沈立群表示，要把项目服务好。\n"
        "嘉禾前湾基金已引进项目17个，贡献产值9亿元。全市还将筹备设立规模不低于8亿元的产业投资基金。\n"
        "临港至乍浦快速通道工程（平湖段）、乍浦大桥工程分别完成总工程量的41%和77%。\n"
        "澜科能源今年计划建成换电站20座；到2026年，计划建成换电站60座。\n"
        "平湖市投资6.4亿元开工改造老旧小区52个。\n"
    ),
    "d.txt": (
        "海盐县部署一季度招商\n嘉兴晚报 2024年1月15日\n"
        "海盐县力争一季度落地重点项目22个，新增优质储备项目35个，实际利用外资超过9000万美元。\n"
        "澜科能源到2026年推广换电车辆8000台。\n"
        "从1月8日起，海盐各镇分批推进招商走访。县工业和信息化局到恒越紧固件公司督导检查。\n"
        "1月12日举行的特别会议听取了汇报。海盐在核电关联、紧固件等领域处于全国领先地位。\n"
    ),
    "c.txt": (
        "平湖经贸洽谈会参会问答\n2024年4月15日\n"
        "问：外地客商能否进主会场？\n答：需要出示组委会的确认函。\n问：会期多久？\n答：会期3天。\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("嘉善和平湖一季度谁签的项目多？", ["46", "58"]),  # no 和平
        ("上海周推动多少个项目签约？", ["18"]),  # no figure of 上海
        ("启微科技项目投入生产的有多少条线？", ["12条"]),
        ("特别会议是在哪一天举行的？", ["1月12日"]),
        ("海盐从几号开始推进招商走访？", ["1月8日"]),
        ("县工业和信息化局到哪家企业督导检查？", ["恒越紧固件公司"]),  # asks for no investor
        ("海盐在哪些领域处于全国领先地位？", ["核电关联、紧固件"]),  # ranks no industries
        ("海盐县一季度重点项目落地目标、储备项目目标、外资目标各是多少？", ["22个", "35个", "9000万美元"]),
        ("澜科能源到2026年要推广多少辆换电车？", ["8000台"]),
        ("澜科能源要推广多少换电车辆？", ["8000台"]),  # and no stations
        ("外地客商进主会场需要出示什么材料？", ["确认函"]),  # which the answer does not call so
        ("独山港大桥改建工程完成了多少工程量？", ["63%"]),
        ("2023年前三季度新签约5亿以上的项目开工了多少？", ["31个"]),
        ("2023年前三季度新签约5亿以上的项目中已开工的有多少个？", ["31个"]),
        ("平湖光电产业园落户了哪些龙头企业？", ["晶源光电", "启微科技"]),
        ("哪些项目总投资是40亿元？", ["联合新材料", "嘉创储能"]),
        ("总投资40亿元的项目有哪些？", ["联合新材料", "嘉创储能"]),
        ("嘉兴技改年度计划还差多少投资没完成？", ["93.2亿元"]),
        ("嘉兴三季度完成投资占季度计划的百分之多少？", ["108.2%"]),
        ("2023年1—9月5亿元以上新签约项目里，没开工的占多少？", ["64.37%"]),
        ("发改委主任是谁？", ["沈立群"]),
        ("会议提出的工作总目标是什么？", ["走在前列"]),  # an aim in words
        ("今年哪些国家的客商到访平湖？", ["塞拉利昂"]),  # of no list of ours
        ("启微在平湖的传感器研发楼建设情况", ["主体施工"]),  # no caption
        ("平湖一季度FDI多少？", ["1.3亿美元"]),
        ("启微科技项目和晶源光电项目的年产能差几倍？", ["2.5倍"]),
        ("前湾基金引进了多少个项目？", ["17个"]),
        ("乍浦快速通道平湖段完成多少了？", ["41%"]),
        ("平湖老旧小区要改造多少个？投资多少？", ["52个", "6.4亿元"]),
    ],
)
def test_it_is_told(assistant: Assistant, question: str, told: list[str]) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert all(word in answer.text for word in told), answer.text


def test_no_other_fund_is_told_for_one_that_is_named(assistant: Assistant) -> None:
    assert assistant.ask("前湾基金总规模多大？").refused


def test_what_a_list_yields_is_not_told_of_one_of_it(assistant: Assistant) -> None:
    answer = assistant.ask("启微科技项目达产后年产值多少？")
    assert answer.refused or "南湖封测" in answer.text, "of all that are listed, if at all"


def test_only_projects_of_just_that_size_are_listed(assistant: Assistant) -> None:
    assert "南湖芯片" not in assistant.ask("总投资40亿元的项目有哪些？").text


def test_what_was_signed_is_not_told_as_begun(assistant: Assistant) -> None:
    assert "87个" not in assistant.ask("2023年前三季度新签约5亿以上的项目开工了多少？").text.split("\n")[0]


@pytest.mark.parametrize(
    "turns",
    [
        [
            ("联合新材料项目总投资多少？", "40亿元"),
            ("南湖芯片项目呢？", "22亿元"),
            ("哪个投资大？", "联合新材料项目总投资更大"),
            ("差多少", "18亿元"),
        ],
        [("澜科能源今年要建多少座换电站？", "20座"), ("到2026年要建多少座？", "60座")],
        [("2023年1—9月嘉兴新签5亿元以上项目中制造业有几个？", "40个"), ("占比多少？", "46%")],
    ],
)
def test_a_talk_goes_on_with_the_things_it_named(assistant: Assistant, turns: list[tuple[str, str]]) -> None:
    history: list[dict[str, str]] = []
    for question, told in turns:
        answer = assistant.ask(question, history=history)
        assert told in answer.text.split("\n")[0], (question, answer.text)
        history += [{"role": "user", "content": question}, {"role": "assistant", "content": answer.text}]
