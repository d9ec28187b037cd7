"""Which things a document counts out by name: all of them, of the place asked about, or none."""

from __future__ import annotations

from pathlib import Path

import pytest
from ingest_samples import asked_over

from assistant import Assistant

PAPERS = {
    "银州.md": "---\ntitle: 银州区招商大会\npublished: 2024-03-01\n---\n"
    "银州区围绕“三个回归”（乡贤回归、资本回归、技术回归）做文章，聚焦电子信息、生物医药两大主导产业，全年赴外招商40次。\n"
    "区委书记在会上说，银州区要坚持“四个优先”，把项目摆在前面。\n\n"
    "优先保障用地。所有净地先给签约项目。优先保障用能。新增指标向链主企业倾斜。优先兑现政策。优先配置人才。\n"
    "银州区大力开展以商招商、基金招商、场景招商、飞地招商，一年走访企业260家。",
    "柳河.md": "---\ntitle: 柳河县工作打算\npublished: 2024-03-02\n---\n"
    "柳河县抓好“五个一批”：谋划一批、签约一批、开工一批、投产一批、达效一批，并建设三大园区。"
    "柳河县聚焦农产品加工、文旅两大主导产业。"
    "柳河县推行一名领导、一个专班、一张清单、一抓到底的“四个一”工作机制，开展减材料、减环节、减时限等“三减”行动。"
    "会议要求，坚定“向外找”的招商方向，坚定“向内挖”的盘活思路，坚定“向下沉”的服务导向。",
}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("银州区的三个回归是什么？", "乡贤回归、资本回归、技术回归"),
        ("五个一批分别是哪五个？", "谋划一批、签约一批、开工一批、投产一批、达效一批"),
        ("银州区聚焦哪两大主导产业？", "电子信息、生物医药"),
        ("柳河县的两大主导产业是什么？", "农产品加工、文旅"),
        ("柳河县的四个一工作机制是什么？", "一名领导、一个专班、一张清单、一抓到底"),
        ("柳河县三减是哪三减？", "减材料、减环节、减时限"),
        (
            "柳河县的三个坚定是什么？",
            "坚定“向外找”的招商方向，坚定“向内挖”的盘活思路，坚定“向下沉”的服务导向",
        ),
        ("银州区开展哪四种招商？", "以商招商、基金招商、场景招商、飞地招商"),
    ],
)
def test_all_items_in_one_short_statement(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert said in answer.text
    assert len(answer.text) < len(said) + 30
    assert len(answer.citations) == 1


def test_items_that_open_sentences_of_their_own_are_all_told(assistant: Assistant) -> None:
    answer = assistant.ask("“四个优先”指的是哪四个？")
    told = ["优先保障用地", "优先保障用能", "优先兑现政策", "优先配置人才"]
    assert [answer.text.find(each) for each in told] == sorted(answer.text.find(each) for each in told)
    assert all(each in answer.text for each in told)
    for citation in answer.citations:
        assert citation.quote in PAPERS["银州.md"]


@pytest.mark.parametrize(
    "question", ["银州区的六大工程有哪些？", "“七个聚力”是什么？", "柳河县的三个回归是什么？"]
)
def test_a_group_that_nobody_counts_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused
    assert "回归" not in answer.text


def test_the_quote_reaches_as_far_as_the_items_do(tmp_path: Path) -> None:
    text = (
        "---\ntitle: 银州区工作要点\npublished: 2024-03-03\n---\n银州区推出四条举措：\n"
        "1. 减免税费。对小微企业减半。\n2. 降低租金。\n3. 稳定岗位。\n4. 优化服务。\n"
    )
    with asked_over(tmp_path, {"要点.md": text}) as opened:
        answer = opened.ask("银州区的四条举措是什么？")
    for said in ("减免税费", "降低租金", "稳定岗位", "优化服务"):
        assert said in answer.text
        assert any(said in citation.quote for citation in answer.citations)
    assert all(citation.quote in text for citation in answer.citations)
