"""Words that may stand for one another."""

from __future__ import annotations

import pytest

from language.synonyms import synonyms


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ("盘子", "总投资"),
        ("公司", "企业"),
        ("动工", "开工"),
        ("落户", "引进"),
        ("做法", "举措"),
        ("赛道", "产业"),
    ],
)
def test_an_officials_word_reaches_the_printed_one_and_back(asked: str, printed: str) -> None:
    assert printed in synonyms(asked)
    assert asked in synonyms(printed)


@pytest.mark.parametrize(
    ("one", "other"), [("签约", "落户"), ("开工", "竣工"), ("增长", "下降"), ("目标", "进展")]
)
def test_different_senses_stay_apart(one: str, other: str) -> None:
    assert other not in synonyms(one)


def test_a_word_is_no_synonym_of_itself_and_most_words_have_none() -> None:
    assert "签约" not in synonyms("签约")
    assert synonyms("青岛市") == frozenset()
