"""Are prompts filled strictly, and is what fills them never expanded again?"""

from __future__ import annotations

import re

import pytest

from prompts import PromptError, prompt, prompt_hash

FILLED = {"nonce": "n1", "evidence": "资料一", "draft": "34个。[1]", "question": "签约多少个？"}


def test_every_variable_is_filled() -> None:
    text = prompt("word_answer", **FILLED)
    assert all(value in text for value in FILLED.values())
    assert "{{" not in text


@pytest.mark.parametrize("name", FILLED)
def test_a_missing_variable_raises(name: str) -> None:
    rest = {key: value for key, value in FILLED.items() if key != name}
    with pytest.raises(PromptError, match=name):
        prompt("word_answer", **rest)


def test_an_extra_variable_raises() -> None:
    with pytest.raises(PromptError, match="tone"):
        prompt("word_answer", **FILLED, tone="亲切")


@pytest.mark.parametrize("name", ["no_such", "../__init__", "word_answer.md", ""])
def test_an_unknown_template_raises(name: str) -> None:
    with pytest.raises(PromptError, match="no such template"):
        prompt(name)


@pytest.mark.parametrize(
    "value", ["{{question}}", "{question}", "{0}", "%(question)s", "$question", "\\1", "\\g<0>"]
)
def test_what_a_document_says_is_never_expanded(value: str) -> None:
    text = prompt("word_answer", **FILLED | {"evidence": f"前{value}后"})
    assert f"前{value}后" in text


def test_the_rules_are_in_the_system_prompt() -> None:
    rules = prompt("word_answer_rules")
    assert [int(number) for number in re.findall(r"^(\d+)\. \*\*", rules, re.M)] == list(range(1, 11))


def test_the_hash_names_the_whole_set() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", prompt_hash())
    assert prompt_hash() == prompt_hash()
