"""Answers to the parts of a question, put together."""

from __future__ import annotations

from assistant.draft import Draft, Statement
from assistant.parts.joined import joined


def draft(*texts: str) -> Draft:
    return Draft(statements=tuple(Statement(text=text, evidence=()) for text in texts))


def test_what_answers_two_parts_is_said_once() -> None:
    both = joined([draft("9月开工", "6月投产"), draft("项目转固", "9月开工")], ["何时开工", "后来呢"])
    assert both is not None
    assert [each.text for each in both.statements] == ["9月开工", "6月投产", "项目转固"]


def test_a_part_without_an_answer_is_named() -> None:
    refused = Draft(refused=True, refusal="资料中没有。")
    both = joined([draft("9月开工"), refused], ["何时开工，", "谁投资？"])
    assert both is not None and both.notes == ("“谁投资”：资料中没有",)
    assert joined([refused], ["谁投资"]) is None
