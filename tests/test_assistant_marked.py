"""Reasons and next steps, told by the words that mark them and of the one asked about, not of another."""

from __future__ import annotations

import pytest

from assistant import Assistant

_CHOSEN = """石嘴山：一家北欧企业为何落在这里

石嘴山日报讯 4月12日，诺岚公司再生纤维项目在石嘴山高新区签约，一期投资6.2亿元，投产后年产值9亿元。

“项目定在石嘴山，一是被这里办事的速度吸引，二是看中本地足够的原料。”诺岚公司亚太区经理白川说。

市长靳远表示，石嘴山将推动项目早开工、早投产。
"""
_GROWN = """大武口区：工业跑出加速度

一季度，大武口区规模以上工业增加值同比增长14.2%，增速居全市第一。

“之所以选大武口建厂，最要紧的是上下游都在身边。我们的副产氢气，隔壁企业管道接过去就能用。”恒岳化工副总经理栗平说。

恒岳化工去年产值4.4亿元，能这样快，离不开园区的蒸汽管网和代办服务。

下一步，大武口区将围绕氢能补链，再引进配套企业8家。
"""
_CHAMBER = """宁商大会在石嘴山召开

5月18日，宁商大会召开。宁商联合会会长费宁表示，三年来宁商回乡投资超过210亿元，下一步，联合会将组织百家会员企业走进县区。
"""
_SPOKEN = """石嘴山市召开招商引资调度会

10月20日，全市招商引资调度会召开。惠农区委书记章一川在发言中说，惠农将以化工园区扩区为抓手，再引进10亿元以上项目3个。

平罗县县长顾远在表态时说，平罗上半年排名靠后，主要原因是园区承载能力不足，下一步将对标惠农区，重组3支招商队伍。

市招商局局长陶静说，四季度将办好宁夏枸杞展，力争新签约亿元以上项目40个。
"""
PAPERS = {"落户.txt": _CHOSEN, "工业.txt": _GROWN, "宁商.txt": _CHAMBER, "调度会.txt": _SPOKEN}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("诺岚公司为什么选石嘴山？", ["速度吸引", "原料"], "早开工", id="why chosen"),
        pytest.param("恒岳为什么选大武口？", ["上下游", "副产氢气"], "14.2%", id="a quotation that goes on"),
        pytest.param("恒岳化工为什么发展这么快？", ["蒸汽管网"], "8家", id="without a causal word"),
        pytest.param("大武口区下一步打算怎么做？", ["氢能补链"], "14.2%", id="the next step"),
        pytest.param("宁商下一步有什么打算？", ["百家会员企业"], "氢能", id="in the middle of a sentence"),
        pytest.param("平罗县接下来要干什么？", ["3支招商队伍"], "扩区", id="in other words"),
        pytest.param("惠农区下一步有什么打算？", ["扩区"], "3支", id="not of him who looks up to it"),
        pytest.param("下一步惠农区怎么干？", ["扩区"], "3支", id="the step before the place"),
        pytest.param("四季度招商打算怎么干？", ["枸杞展", "40个"], "扩区", id="of a time"),
    ],
)
def test_the_sentence_with_the_mark_is_told(
    assistant: Assistant, question: str, told: list[str], untold: str
) -> None:
    text = assistant.ask(question).text
    assert [words for words in told if words not in text] == [], text
    assert untold not in text, text


def test_why_is_not_answered_with_a_figure(assistant: Assistant) -> None:
    assert "14.2%" not in assistant.ask("大武口区工业为什么增速第一？").text


def test_a_reason_of_one_place_is_none_of_another(assistant: Assistant) -> None:
    assert "承载能力" not in assistant.ask("大武口区为什么排名靠后？").text
