"""A figure that recognition is not sure of is never shown as verified, and a sure one is left alone."""

from __future__ import annotations

import pytest

from assistant.answer import Answer
from assistant.certainty import with_doubts
from assistant.evidence import Evidence, cite
from ui.format import label, where
from vectorstore.document import Box, Boxes, Document

TEXT = "一季度，临江区签约项目34个，总投资152.66亿元。"


def answered(text: str, *, doubtful: str, confidence: float = 0.6, all_cited: bool = False) -> Answer:
    """The answer `text` citing TEXT, in which the string `doubtful` was read with this confidence."""
    start = TEXT.index(doubtful)
    end = start + len(doubtful)
    runs = [(0, start, 0.99), (start, end, confidence), (end, len(TEXT), 0.99)]
    boxes = Boxes.of(
        Box(page=1, start=a, end=b, left=a, top=0, right=b, bottom=1, confidence=sure) for a, b, sure in runs
    )
    document = Document(id="d", name="扫描.pdf", text="")
    evidence = Evidence(document=document, text=TEXT, start=0, end=len(TEXT))
    answer = Answer(text=text, citations=(cite(evidence, marker=1),))
    return with_doubts(answer, {1: evidence}, boxes={"d": boxes}.__getitem__, all_cited=all_cited)


@pytest.mark.parametrize("doubtful", ["152", ".", "66", "亿", "总投资152.66亿元"])
def test_a_shown_figure_with_a_doubtful_character_is_noted(doubtful: str) -> None:
    answer = answered("总投资152.66亿元。[1]", doubtful=doubtful)
    assert answer.notes == ("[1] 扫描件文字识别不确定：152.66亿元，请核对原件",)
    assert label(answer) == "扫描件文字识别，待核对原件"
    assert where(answer.citations[0]).endswith("识别不确定")
    assert answer.citations[0].to_dict()["certain"] is False


@pytest.mark.parametrize(
    ("text", "doubtful", "confidence"),
    [
        pytest.param("总投资152.66亿元。[1]", "152.66", 0.97, id="read for certain"),
        pytest.param("总投资152.66亿元。[1]", "34", 0.5, id="another figure of the quote"),
        pytest.param("总投资152.66亿元。[1]", "，总投资", 0.5, id="no figure at all"),
    ],
)
def test_other_answers_carry_no_such_note(text: str, doubtful: str, confidence: float) -> None:
    answer = answered(text, doubtful=doubtful, confidence=confidence)
    assert answer.notes == ()
    assert answer.citations[0].certain
    assert label(answer) == "原文摘录"


def test_an_answer_that_a_model_will_word_is_warned_of_every_figure_it_may_use() -> None:
    answer = answered("签约项目34个。[1]", doubtful="152", all_cited=True)
    assert answer.notes == ("[1] 扫描件文字识别不确定：152.66亿元，请核对原件",)
