"""What officials ask of a feature on how a city's districts attract investment."""

from __future__ import annotations

import pytest

from assistant import Assistant

FEATURE = """三峡日报

链上聚力 以投促引
——宜昌各县市区上半年招商引资扫描

今年以来，宜昌市委、市政府主要领导带队赴境外举办经贸交流活动6场，走访企业142家，达成39个合作项目。通过重点会展平台共签约项目80个，意向金额512亿元。2024年，全市滚动调度的亿元以上工业项目300个，总投资4200亿元。

西陵区：向楼宇要空间

用好驻点招商，让信息来得更快、队伍用得更准。西陵区在武汉设立招商中心，选派12名干部常驻，实行“周报告、月会商”。上半年，西陵区签约亿元以上优质项目31个，包括总投资24亿元的三峡云谷基地、做储能的宁能电芯项目等。除“楼长制”外，西陵区还采用“飞地孵化+校友回归”、基金招商等招商模式。

伍家岗区：会展搭台

3月15日举行的三峡大学宜昌论坛上，伍家岗区迎来9个科研团队和17名领军人才签约入驻。上半年，伍家岗区新落地亿元以上项目22个。总投资90亿元的楚江储能电池项目厂房已完工，总投资35亿元的瑞麦咖啡中心项目正在开展主体建设。夷江至机场快速通道工程（点军段）、国道318清江桥梁工程全面提速，分别完成总工程量的47%和82%。

猇亭区：腾笼换鸟

新签约的45个亿元以上项目中，包含绿源等28个精细化工产业项目、海岳等11个装备制造产业项目。原计划落户猇亭区古老背街道的恒畅装备生产项目，由于用地指标受限，最终采用“飞地”形式，在高新区白洋片区落地生根。

市工业和信息化局局长严国平表示，将开展精准招商，以长三角、京津冀为招商重点，依托驻外商会开展以商招商。市商务局局长谭文斌认为，要聚焦境内外重点企业、地区，全力招引500强企业项目，打造“投资宜昌”品牌。宜昌高新区党工委副书记、管委会主任邹启华表示，会议为高新区指明了奋斗目标。

宜昌各县市区招商打法

西陵区：用好驻点招商，让信息来得更快、队伍用得更准。

伍家岗区：以会促招，做大会展流量。

猇亭区：腾笼换鸟，承接精细化工。

2024年，伍家岗区将抢抓机遇，力争一季度落地重点项目12个，新增储备项目30个。
"""
PAPERS = {"三峡日报.txt": FEATURE}


@pytest.mark.parametrize(("question", "said"), [
    ("市领导带队到境外办了几场经贸活动，走访多少企业，谈成几个项目？", ("6场", "142家", "39个")),
    ("会展平台签的项目平均意向金额多少？", ("512 ÷ 80 = 6.4",)),
    ("市领导平均每场活动走访几家企业？", ("142 ÷ 6 = 23.67",)),
    ("上半年西陵新签亿元项目比伍家岗多几个？", ("31", "22")),
    ("楚江储能和瑞麦两个项目总投资相差多少？", ("90 − 35 = 55",)),
    ("三峡大学宜昌论坛给伍家岗带来几个团队？", ("9个科研团队",)),
    ("国道318清江桥工程干到多少了？", ("完成总工程量82%",)),
    ("西陵区的驻点招商怎么搞的？", ("武汉设立招商中心",)),
    ("西陵区除了楼长制还用了什么招商模式？", ("飞地孵化+校友回归",)),
    ("恒畅装备项目最后落到了哪里？", ("高新区白洋片区",)),
    ("市工信局精准招商重点盯哪些区域？", ("长三角、京津冀",)),
    ("邹启华任什么职务？", ("管委会主任",)),
    ("宜昌三个区招商各有什么打法，列个表", ("西陵区：用好", "伍家岗区：以会促招", "猇亭区：腾笼换鸟")),
])  # fmt: skip
def test_the_question_is_answered(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    text = (
        answer.text + "".join(cell for row in answer.table.rows for cell in row.cells)
        if answer.table
        else answer.text
    )
    assert not answer.refused
    assert all(piece in text for piece in said), text


@pytest.mark.parametrize(("question", "unsaid"), [
    ("宁能电芯项目投资额是多少？", "24亿"),  # the first of the list costs that
    ("西陵区上半年31个项目总投资合计多少？", "24亿"),
    ("伍家岗区2024年全年要落地多少个重点项目？", "12个"),  # of a quarter
])  # fmt: skip
def test_what_another_thing_or_time_has_is_no_answer(
    assistant: Assistant, question: str, unsaid: str
) -> None:
    answer = assistant.ask(question)
    assert answer.refused
    assert unsaid not in answer.text.split("\n")[0]


@pytest.mark.parametrize(("question", "unsaid"), [
    ("2024年亿元以上工业项目有多少个，总投资多少？", "512"),
    ("宜昌高新区的目标是什么？", "指明"),
])  # fmt: skip
def test_nothing_beside_the_matter_is_told(assistant: Assistant, question: str, unsaid: str) -> None:
    assert unsaid not in assistant.ask(question).text


def test_another_kind_takes_the_place_of_the_one_counted(assistant: Assistant) -> None:
    first = "猇亭区新签约项目中精细化工类的有几个？"
    history = [
        {"role": "user", "content": first},
        {"role": "assistant", "content": assistant.ask(first).text},
    ]
    answer = assistant.ask("那装备制造的呢？", history=history)
    assert "11个" in answer.text
    assert "28个" not in answer.text
