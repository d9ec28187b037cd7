"""Answers in the documents' words: which sentence, how many, and what happens where documents disagree."""

from __future__ import annotations

from pathlib import Path

from ingest_samples import asked_over

from assistant import Assistant

PAPERS = {
    "开放.md": "---\ntitle: 青桐书院即将开放\npublished: 2024-03-01\n---\n"
    "青桐书院坐落在望江镇老街，占地不大。据镇政府介绍，青桐书院将于5月6日对外开放。书院由民居改建而来。",
    "延期.md": "---\ntitle: 青桐书院延期开放\npublished: 2024-04-10\n---\n"
    "受连续降雨影响，修缮进度慢于预期。镇政府说，青桐书院将于6月18日对外开放。届时前三天免费参观。",
    "渡口.md": "---\ntitle: 望江渡口恢复通航\npublished: 2024-05-02\n---\n"
    "望江渡口什么时候恢复通航？许多村民都在问。渡口自去年大修以来一直停航。"
    "经过验收，望江渡口已于4月28日恢复通航，每天往返十二班。乘船须穿救生衣，因为这段江面水流较急。",
    "须知.md": "---\ntitle: 望江书市摊位须知\npublished: 2024-06-01\n---\n"
    "摊主进场要办三件事。先到服务台登记，再领取摊位牌。最後由管理员查验货品。收市时间是每晚九点。"
    "摊位费由镇文化站收取，凭收据可以开具发票，遗失不补。书市的电话在入口的牌子上。",
}


def test_documents_that_disagree_are_both_shown_newer_first(assistant: Assistant) -> None:
    answer = assistant.ask("青桐书院什么时候对外开放？")
    newer, older = answer.text.find("6月18日"), answer.text.find("5月6日")
    assert 0 <= newer < older
    assert "2024-04-10" in answer.text and "2024-03-01" in answer.text
    assert any("说法不一" in note for note in answer.notes)
    assert {citation.document for citation in answer.citations} == {"开放.md", "延期.md"}


def test_one_document_alone_is_no_disagreement(assistant: Assistant) -> None:
    answer = assistant.ask("望江渡口什么时候恢复通航？")
    assert "4月28日" in answer.text
    assert not any("说法不一" in note for note in answer.notes)


def test_a_question_in_the_text_is_not_given_as_its_answer(assistant: Assistant) -> None:
    answer = assistant.ask("望江渡口什么时候恢复通航？")
    assert not answer.text.startswith("望江渡口什么时候")


def test_a_reason_is_found_by_its_cue(assistant: Assistant) -> None:
    answer = assistant.ask("望江渡口乘船为什么要穿救生衣？")
    assert "水流较急" in answer.text


def test_an_answer_in_words_has_at_most_three_sentences(assistant: Assistant) -> None:
    answer = assistant.ask("青桐书院是怎样的书院？")
    assert 1 <= len(answer.citations) <= 3


def test_what_only_announces_is_told_with_what_follows(assistant: Assistant) -> None:
    answer = assistant.ask("望江书市的摊主进场要办哪三件事？")
    assert "登记" in answer.text and "查验货品" in answer.text
    assert "最後由" in answer.text  # in the document's own characters


def test_a_clear_answer_stands_alone(assistant: Assistant) -> None:
    answer = assistant.ask("望江书市每晚几点收市？")
    assert "九点" in answer.text and len(answer.citations) == 1


DISTRICTS = """---
title: 澄江各区招商半年观察
published: 2025-07-10
---
澄江市商务局表示，下半年将组织驻外招商，在苏州增设联络处，并逐一会诊长期不开工的项目。

北桥区的做法是“以赛引商”，上半年举办创业大赛三场，带动签约项目6个。

南桥区上半年签约项目9个。
"""


def test_how_a_district_does_it_is_never_told_of_the_city(tmp_path: Path) -> None:
    with asked_over(tmp_path, {"观察.md": DISTRICTS}) as opened:
        told = opened.ask("北桥区是怎么招商的？")
        assert "以赛引商" in told.text
        assert "会诊" not in told.text
        assert "会诊" not in opened.ask("南桥区是怎么招商的？").text


def test_a_caption_is_no_answer(tmp_path: Path) -> None:
    paper = (
        "---\ntitle: 望江区招商见闻\npublished: 2024-06-01\n---\n"
        "①望江区以专业园区作为招商重要阵地。图为江畔数智港。李衡摄。\n\n"
        "望江区通过“招建并进”打法，打出以商招商、资本招商、场景招商组合拳，推动产业集聚成势。\n"
    )
    with asked_over(tmp_path, {"纪要.md": paper}) as opened:
        text = opened.ask("望江区怎么抓招商？").text
    assert "组合拳" in text
    assert "图为" not in text and "摄" not in text
