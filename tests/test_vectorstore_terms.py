"""Terms of a question: which there are, what each counts in the word index, how often each stands where."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from vectorstore.joined_text import JoinedText
from vectorstore.question_terms import index_weights, terms_asked
from vectorstore.term_counts import OTHER_NAME, Counts, counted, occurrences, there


def counts(question: str, bodies: Sequence[str]) -> tuple[Counts, list[str], list[str]]:
    asked = terms_asked(question)
    joined = JoinedText(bodies)
    at = occurrences(joined, asked)
    table = counted(joined, at, of=joined.owner, rows=len(bodies), question=asked)
    return table, [*asked.words], [*asked.pairs]


def test_each_term_is_counted_in_each_text() -> None:
    table, words, pairs = counts("码头扩建", ["码头连着码头。", "扩建。", "无。"])
    assert table.words[:, words.index("码头")].tolist() == [2, 0, 0]
    assert table.pairs[:, pairs.index("扩建")].tolist() == [0, 1, 0]


def test_another_name_counts_a_part_and_the_asked_one_whole() -> None:
    table, words, _ = counts("何时开工？", ["3月开工。", "3月动工。", "3月开会。"])
    assert there(table.words)[:, words.index("开工")] == pytest.approx([1, OTHER_NAME, 0])


def test_a_sentence_is_a_row_where_rows_are_sentences() -> None:
    asked = terms_asked("码头扩建")
    joined = JoinedText(["码头。扩建。", "码头扩建。"])
    at = occurrences(joined, asked)
    rows = len(joined.sentence_owner)
    table = counted(joined, at, of=joined.sentence, rows=rows, question=asked)
    assert (table.words > 0).sum(axis=1).tolist() == [
        1,
        1,
        0,
        2,
    ]  # 0: what follows the last stop of the first


def test_a_word_that_is_a_pair_counts_as_both_and_one_that_stands_nowhere_not_at_all() -> None:
    asked = terms_asked("集装箱码头扩建")
    weights = index_weights(asked, dict.fromkeys((*asked.words, *asked.pairs), 1.0) | {"扩建": 0.0})
    assert weights["码头"] == 2 and weights["集装箱"] == 1 and "扩建" not in weights


def test_the_index_is_asked_for_other_names_at_a_part() -> None:
    asked = terms_asked("何时开工？")
    weights = index_weights(asked, dict.fromkeys((*asked.words, *asked.pairs), 1.0))
    assert weights["动工"] == pytest.approx(2 * OTHER_NAME) and weights["开工"] == 2


def test_a_pasted_page_is_asked_by_its_beginning() -> None:
    asked = terms_asked("码头。" + "无" * 2000 + "茶园")
    assert "码头" in asked.words and "茶园" not in asked.words


@pytest.mark.parametrize(
    ("question", "between"),
    [
        pytest.param("世界杯冠军", {"杯冠"}, id="two-words"),
        pytest.param("电影的票房", {"影的", "的票"}, id="a-lone-character"),
        pytest.param("码头", set(), id="one-word"),
        pytest.param("C919首飞", set(), id="no-pair-with-another-script"),
        pytest.param("", set(), id="nothing"),
    ],
)
def test_the_pairs_that_join_two_words_are_known(question: str, between: set[str]) -> None:
    asked = terms_asked(question)
    assert asked.between.intersection(asked.pairs) == between


def test_a_pair_that_stands_in_a_word_too_is_within() -> None:
    assert terms_asked("人工人工智能").between == {"工人"}
