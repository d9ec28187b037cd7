"""The contract's rule, clause by clause."""

from __future__ import annotations

from typing import Any

import pytest
from eval_scripted import TEXT, a_case, a_citation, an_answer

from assistant.answer import Answer, Citation
from eval.judge import Score, judge


def verdict(answer: Answer, *, text: str | None = TEXT, **case: Any) -> Score:
    return judge(a_case(**case), answer, read_text=lambda citation: text)


def faults(score: Score) -> list[str]:
    return [reason.fault for reason in score.reasons]


def test_a_right_answer_passes_without_reasons() -> None:
    score = verdict(an_answer())
    assert (score.outcome, score.reasons) == ("passed", ())
    assert (score.verbatim, score.wanted, score.exact) == ((True,), (True,), (True,))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("１２个，总投资８．５亿元。[1]", id="full width"),
        pytest.param("12 个,\n总投资 8.5 亿元。[1]", id="spaces and line breaks"),
        pytest.param("12个，总投资[1]8.5亿元。", id="a marker inside"),
        pytest.param("1,2个，总投资8.5亿元。【1】", id="separators, another marker"),
    ],
)
def test_texts_are_compared_in_normal_form(text: str) -> None:
    assert verdict(an_answer(text=text)).outcome == "passed"


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        pytest.param({"text": "总投资8.5亿元。[1]"}, "lacks", id="no alternative of one group"),
        pytest.param({"text": "12个，不是20个，8.5亿元。[1]"}, "says", id="something forbidden"),
        pytest.param({"text": "12个，8.5亿元。[1]" + "多" * 40}, "too_long", id="too long"),
        pytest.param({"citations": (a_citation(document="south.txt"),)}, "not_cited", id="another document"),
        pytest.param({"citations": ()}, "not_cited", id="no citation"),
        pytest.param({"refused": True}, "refused", id="refused"),
        pytest.param({"text": "12个，8.5亿元。[1][2]"}, "dangling", id="a marker without citation"),
        pytest.param({"text": "12个，8.5亿元。[1, 3]"}, "dangling", id="a marker of two numbers"),
        pytest.param(
            {"citations": (a_citation(quote="签约项目13个"),)}, "not_verbatim", id="a made-up quote"
        ),
        pytest.param({"citations": (a_citation(quote=" "),)}, "not_verbatim", id="an empty quote"),
    ],
)
def test_a_wrong_answer_fails_for_its_reason(answer: dict[str, Any], fault: str) -> None:
    score = verdict(an_answer(**answer))
    assert score.outcome == "failed"
    assert fault in faults(score)


def test_the_length_counts_neither_spaces_nor_markers() -> None:
    text = "12个， 8.5亿元。\n[1]"  # 12个8.5亿元。 is nine characters
    assert verdict(an_answer(text=text), max_chars=9).outcome == "passed"
    assert faults(verdict(an_answer(text=text), max_chars=8)) == ["too_long"]


def test_a_document_is_known_by_its_file_name() -> None:
    assert verdict(an_answer(citations=(a_citation(document="2025/north.txt"),))).outcome == "passed"


REFUSAL = "资料中没有城南区一季度的签约项目数。最接近的是城北区的12个。[1]"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param(an_answer(text=REFUSAL, refused=True), [], id="the nearest thing may follow"),
        pytest.param(an_answer(text=REFUSAL), ["not_refused"], id="not marked as refused"),
        pytest.param(
            an_answer(text="没有，但城北区是12个。[1]", refused=True), ["says"], id="it leads with the bait"
        ),
        pytest.param(
            Answer(text="资料中没有。\n城北区是12个。", refused=True), [], id="a line break ends a sentence"
        ),
        pytest.param(Answer(text="资料中没有。[4]", refused=True), ["dangling"], id="markers still resolve"),
    ],
)
def test_a_refusal_is_judged_by_its_first_sentence(answer: Answer, expected: list[str]) -> None:
    assert faults(verdict(answer, refuse=True, must_not=("12个",))) == expected


def test_what_cannot_be_read_is_unscored() -> None:
    score = verdict(an_answer(), text=None)
    assert (score.outcome, faults(score), score.verbatim) == ("unscored", ["unread"], (None,))


def test_a_fault_that_is_seen_anyway_stays_a_failure() -> None:
    score = verdict(an_answer(text="[1]"), text=None)
    assert score.outcome == "failed"


def test_offsets_are_held_to_the_letter() -> None:
    shifted = a_citation(start=1, end=9)
    assert verdict(an_answer(citations=(shifted,))).exact == (False,)


def test_each_citation_is_looked_up_in_its_own_document() -> None:
    texts = {"north.txt": TEXT, "south.txt": "城南区没有项目。"}

    def read_text(citation: Citation) -> str | None:
        return texts[citation.document]

    answer = an_answer(
        text="12个，8.5亿元。[1][2]", citations=(a_citation(), a_citation(marker=2, document="south.txt"))
    )
    assert judge(a_case(), answer, read_text=read_text).verbatim == (True, False)
