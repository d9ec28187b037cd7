"""The same asked in other words is answered the same: hurried, inverted, several things in one breath."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.everyday import written
from assistant.rephrased import rephrased

PAPERS = {
    "一季度.md": "# 常州招商一季报\n\n发布日期：2025年4月11日\n\n"
    "武进区一季度签约亿元以上项目41个，总投资96.5亿元。"
    "新北区一季度签约亿元以上项目29个，总投资120.3亿元。"
    "金坛区力争一季度落地重点项目22个，新增储备项目45个，实际利用外资超过0.8亿美元。\n\n"
    "武进区健全“受理—派单—办结—回访”企业服务体系。武进云谷产业园已集聚重点企业48家。\n\n"
    "武进区负责人说：“把有温度的营商环境做实。”年初，武进区推出12项服务举措。比如，推行“一码进企”，减少重复检查。"
    "再比如，向企业家发放“武商服务卡”，配备服务专员。\n\n"
    "总投资36亿元的云帆动力电池项目落户武进区，目前正在进行主体施工。"
    "总投资102亿元的星野智能整车项目在新北区开工。\n\n"
    "华昱光电项目满产后可年产显示模组1.2亿片；融辉MiniLED背板项目投产后可年产背板3000万片。\n",
    "二季度.md": "# 常州招商二季报\n\n发布日期：2025年7月9日\n\n"
    "天宁区一季度签约亿元以上项目22个。天宁区二季度签约亿元以上项目18个。\n",
    "工业.md": "# 常州工业投资\n\n发布日期：2024年9月20日\n\n"
    "市发展改革委数据显示，2024年，全市亿元以上工业项目260个，总投资3100亿元。"
    "1—8月完成投资512亿元，占全年投资计划的77%。\n\n"
    "9月，第四届智造峰会在常州举办，96家企业参会。\n",
}


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("甲区去年利用多少外资", "甲区去年利用外资多少"),
        ("全市一共多少投资", "全市总投资多少"),
        ("甲区要投多少亿", "甲区计划投资多少"),
        ("年度计划投资额是多少", "年度计划投资多少"),
        ("完成投资额和占年度计划比例", "完成投资多少，占年度计划多少"),
        ("总投资不低于50亿的项目有哪些", "总投资50亿以上的项目有哪些"),
        ("哪些项目总投资是30亿元", "总投资30亿元的项目有哪些"),
        ("甲区和乙区谁签的项目多", "甲区和乙区哪个签的项目多"),
        ("大桥完成了多少工程量", "大桥完成工程量百分之几"),
        ("服务中心要打造成什么", "服务中心要打造成为什么"),
        ("列一下总投资50亿元以上的项目", "总投资50亿元以上的项目有哪些"),
        ("签约项目甲区多还是乙区多", "签约项目甲区和乙区哪个多"),
        ("介绍一下云帆动力电池项目的地点投资和进度", "云帆动力电池项目位于哪里、总投资多少、进展如何"),
        ("甲区签约几个，投资合计多少", "甲区签约几个，总投资多少"),
        ("清单里的项目总投资合计多少", "清单里的项目总投资合计多少"),
        ("一季度签约项目数：甲区 vs 乙区", "甲区和乙区一季度签约项目数分别多少"),
        ("累计投资额以及换电站座数", "累计投资额多少，换电站多少座"),
        ("云帆动力电池项目：所在区、投资额、建设进度", "云帆动力电池项目位于哪里、总投资多少、进展如何"),
        ("总投资达到50亿元的项目有哪些", "总投资50亿元以上的项目有哪些"),
        ("管理体系分哪些环节", "管理体系包括哪些环节"),
        ("引进了多少投资公司", "引进了多少投资公司"),
        ("有多少投资人", "有多少投资人"),
        ("武进区规上工业企业多少家", "武进区规上工业企业多少家"),
        ("先进制造业项目数量是多少", "先进制造业项目有多少个"),
        ("带来多少产值项目", "带来多少产值项目"),
        ("一季度过亿的项目有几个", "一季度亿元以上项目有几个"),
        ("哪些项目总投资超过50亿", "总投资50亿以上的项目有哪些"),
        ("外出招商次数以及考察企业家数", "外出招商多少次，考察企业多少家"),
        ("到位内资多少，比去年同期涨了多少", "到位内资多少，同比增长多少"),
        ("比去年同期多了几个", "比去年同期多了几个"),
        ("甲区签约目标还剩几个没完成", "甲区签约目标还差几个"),
        ("哪个区签约目标完成得最好", "哪个区签约目标完成率最高"),
        ("甲区和乙区谁签得多", "甲区和乙区谁更多"),
        ("甲园主攻的五大产业是哪些", "甲园主攻哪五大产业"),
        ("云谷园四大招商抓手", "云谷园四大招商抓手是哪些"),
        ("签约最多的两个区县", "签约最多的两个区县"),
        ("一年交税1200万元的企业", "年税收1200万元的企业"),
        ("第一期拨多少", "首期拨多少"),
        ("资金各出多少", "资金怎么分担"),
    ],
)
def test_a_question_in_other_words(asked: str, plain: str) -> None:
    assert rephrased(asked) == plain


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("金坛区一季度想落地多少重点项目、利用多少外资", ("22个", "0.8亿美元"), id="inverted"),
        pytest.param("武进区亿元以上签约项目一共多少投资", ("96.5亿元",), id="how-much-investment"),
        pytest.param("一季度签约亿元以上项目，武进多还是新北多", ("武进区多", "41", "29"), id="more-or-more"),
        pytest.param("武进新北两个区一季度签约项目数", ("41个", "29个"), id="places-in-a-row"),
        pytest.param("列一下总投资不低于100亿的项目", ("星野智能整车项目",), id="at-least"),
        pytest.param("武进区打造有温度的营商环境有哪些做法", ("一码进企", "武商服务卡"), id="every-example"),
        pytest.param("武进区企业服务体系有哪几个环节", ("受理", "回访"), id="which-ones-is-no-count"),
        pytest.param("武进云谷园区重点企业数", ("48家",), id="a-park-by-another-kind"),
        pytest.param(
            "介绍一下云帆动力电池项目的地点投资和进度", ("武进区", "36亿元", "主体"), id="aspects-in-a-row"
        ),
        pytest.param("华昱光电满产年产能是融辉MiniLED的几倍", ("4倍",), id="a-name-without-its-end"),
        pytest.param(
            "融辉MiniLED背板3000万片，华昱光电满产后的产能是它的多少倍", ("4倍",), id="of-the-first"
        ),
        pytest.param(
            "常州亿元以上工业项目头八个月完成了多少投资？完成全年计划的百分之几？",
            ("512亿元", "77%"),
            id="the-second-is-of-the-same",
        ),
        pytest.param("天宁区一季度加二季度总共签约多少个亿元以上项目", ("40个",), id="two-quarters-added"),
        pytest.param(
            "天宁区亿元以上签约项目二季度环比少了几个", ("减少4个", "18.18%"), id="against-the-quarter-before"
        ),
        pytest.param("一季度武进区签约几个过亿的项目（2025年）", ("41个",), id="a-year-in-brackets"),
    ],
)
def test_other_words_are_answered_the_same(
    assistant: Assistant, question: str, told: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused, answer.text
    assert all(each in answer.text for each in told), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "第五届智造峰会来了多少企业",
        "金坛区一季度签约额是多少",
        "武进区一季度签约的基金规模有多大",
        "武进区68个签约项目总投资合计多少",
        "2025年新签约亿元以上项目比2024年前8个月的多多少",
    ],
)
def test_what_only_looks_alike_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused, answer.text


@pytest.mark.parametrize("mark", ["", "？", "?", "。"])
def test_a_form_is_known_with_a_mark_behind_it_or_without(mark: str) -> None:
    assert written(f"哪些项目总投资超过50亿{mark}") == f"总投资50亿以上的项目有哪些{mark}"
