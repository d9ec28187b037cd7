"""The copies a reranker is taught with: they speak of the thing and do not answer."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

from vectorstore.lexical_search import Shortlist
from vectorstore.shortlisted import Averages, QuestionTerms, Text

BODIES = (
    ("茶园今年扩种2,000亩。采茶季用工近千人。", 0),
    ("茶园通了公路。", 0),
    ("码头扩建300亩。", 1),
)


@pytest.fixture
def lists(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(Path(__file__).parent.parent / "tools"))
    return importlib.import_module("spoilt_lists")


def shortlist() -> Shortlist:
    texts = tuple(
        Text(body=body, title="", section="", document=document, document_chars=40, ordinal=at)
        for at, (body, document) in enumerate(BODIES)
    )
    return Shortlist(
        question=QuestionTerms(text="茶园扩种了多少亩", words=(), pairs=()), texts=texts, rest=(), idf={},
        keys=tuple((f"d{each.document}", each.ordinal) for each in texts), found_by=(("lexical",),) * 3,
        averages=Averages(passage_chars=20, document_chars=40),
    )  # fmt: skip


def test_the_right_document_stands_beside_copies_without_the_answer_and_without_its_sentence(
    lists: Any,
) -> None:
    found = lists.spoilt(shortlist(), right=[True, False, False], answers=["2,000亩"])
    assert [(each.document, each.body) for each in found.texts] == [
        (0, BODIES[0][0]), (0, BODIES[1][0]),
        (1, "茶园今年扩种。采茶季用工近千人。"), (1, BODIES[1][0]),
        (2, "采茶季用工近千人。"), (2, BODIES[1][0]),
    ]  # fmt: skip
    assert found.answers == (True, False, False, False, False, False)


def test_without_a_known_answer_in_the_text_there_is_no_list(lists: Any) -> None:
    assert lists.spoilt(shortlist(), right=[True, False, False], answers=["五千亩"]) is None
    assert lists.spoilt(shortlist(), right=[True, False, False], answers=[]) is None
    assert lists.spoilt(shortlist(), right=[False, False, False], answers=["2,000亩"]) is None
