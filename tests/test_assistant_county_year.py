"""A county year told in one paper: sums printed for several, who comes last, phases, and firms' money."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "year.txt": (
        "本报讯 日前召开的邢台市委经济工作会议透露，2025年全市新签约亿元以上项目236个。\n\n"
        "县市区中，沙河市签约42个、到位资金71.8亿元；内丘县签约45个、到位资金76.9亿元，两项均居全市第一；"
        "柏乡、新河、广宗、平乡四县合计签约38个。邢台高新区引进高新技术企业19家，到位资金54.7亿元。\n\n"
        "沙河市医药中间体基地一期已试运行，二期总投资6.8亿元。内丘县冷链食品城总投资32亿元，由北京润禾农业投建。\n\n"
        "今年，邢台提出“三比一提升”：比签约、比开工、比投产，提升亩均效益。每月一排名，"
        "连续两次末位的县市区向市委作书面说明。\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        pytest.param("柏乡新河广宗平乡一共签了几个", ["38个"], [], id="a sum printed for four"),
        pytest.param("内丘到位资金多少，排老几", ["76.9亿元", "第一"], [], id="a rank asked in short"),
        pytest.param("邢台的“三比一提升”是啥", ["比投产", "亩均效益"], [], id="a formula of two counts"),
        pytest.param("邢台排名末位的县要怎么办", ["书面说明"], ["最少"], id="what then"),
        pytest.param("邢台总投资30亿元以上的项目有哪些", ["冷链食品城"], [], id="a town of food"),
        pytest.param("邢台高新区2025年到位资金多少", ["54.7亿元"], ["高新技术到位"], id="of the zone"),
    ],
)
def test_it_is_told(assistant: Assistant, question: str, said: list[str], unsaid: list[str]) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert all(piece in answer.text for piece in said), answer.text
    assert not any(piece in answer.text for piece in unsaid), answer.text


@pytest.mark.parametrize("question", ["柏乡和新河一共签了几个", "柏乡、新河、广宗、平乡合计到位资金多少"])
def test_a_sum_of_others_or_of_another_measure_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused


def test_the_second_phase_is_not_what_the_first_costs(assistant: Assistant) -> None:
    known = {one.name: one.investment for one in assistant.projects()}
    assert known["医药中间体基地一期"] is None
