"""Words and terms: what is cut, what is kept whole, what the index stores."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.words import QUESTION_WORDS, STOP_WORDS, query_terms, terms, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("即墨区签约项目", ["即墨", "区", "签约", "项目"], id="plain"),
        pytest.param("招商引资工作", ["招商引资", "工作"], id="field-word"),
        pytest.param("亿元以上项目", ["亿元以上", "项目"], id="size-class"),
        pytest.param("總投資１，２００萬元", ["总投资", "1200", "万元"], id="folded"),
        pytest.param("增长3.5%，达152.66亿元。", ["增长", "3.5", "达", "152.66", "亿元"], id="numbers"),
        pytest.param("C919与Wi-Fi", ["c919", "与", "wi", "fi"], id="latin"),
        pytest.param("，。！ \n\t—", [], id="punctuation"),
        pytest.param("", [], id="empty"),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("一季度", ["一季度", "一季", "季度"], id="begins-with-U+4E00"),
        pytest.param("鿿一", ["鿿一"], id="both-ends-of-the-block"),
        pytest.param("税收", ["税收"], id="two-characters"),
        pytest.param("A股", ["a", "股"], id="lone-character"),
        pytest.param("5G网络", ["5g", "5", "网络"], id="mixed"),
        pytest.param("零二〇二", ["零二", "二〇", "〇二"], id="chinese-zero"),
        pytest.param("12,345.6亿", ["12345.6", "亿"], id="thousands"),
    ],
)
def test_terms(text: str, expected: list[str]) -> None:
    found = terms(text)
    assert [term for term in expected if term not in found] == []
    assert [term for term in found if len(term) <= 2] == [term for term in expected if len(term) <= 2]


def test_a_two_character_word_is_a_term_wherever_it_stands() -> None:
    assert "收减" in terms("税收减免") and "税收" in terms("税收减免")


def test_traditional_and_full_width_text_gives_the_terms_of_its_plain_form() -> None:
    assert terms("臺灣ＡＢＣ企業") == terms("台湾abc企业")


def test_question_words_are_stop_words_and_content_words_are_not() -> None:
    assert {"多少", "哪些", "什么"} <= QUESTION_WORDS <= STOP_WORDS
    assert not STOP_WORDS & {"签约", "项目", "投资", "企业", "政策", "增长", "目标", "不", "无"}


def test_query_terms_lose_the_question_word_and_the_pairs_that_reach_into_it() -> None:
    assert query_terms("招商局引进了什么公司") == [
        *[term for term in terms("招商局引进了") + terms("公司") if len(term) > 2],
        *terms("招商局引进了")[-5:],
        "公司",
    ]


def test_query_terms_of_a_plain_phrase_are_its_terms() -> None:
    assert sorted(query_terms("即墨区一季度签约C919项目")) == sorted(terms("即墨区一季度签约C919项目"))


@given(st.text(max_size=80))
def test_terms_are_safe_for_a_space_separated_index(text: str) -> None:
    for term in terms(text):
        assert term and '"' not in term and not any(character.isspace() for character in term)


@given(st.text(alphabet="一二三税收签约项目鿿", min_size=2, max_size=30))
def test_every_pair_of_characters_is_a_term(text: str) -> None:
    found = set(terms(text))
    assert {text[at : at + 2] for at in range(len(text) - 1)} <= found


def test_importing_the_module_loads_no_dictionary() -> None:
    code = "import sys, language.words; sys.exit('rjieba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
