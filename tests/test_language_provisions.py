"""Which article, paragraph and item a place of a policy paper belongs to."""

from __future__ import annotations

import pytest

from language.provisions import Provisions

PAPER = """渭北新城奖励办法

第一章 总则

第一条 为鼓励投资，制定本办法。

第二章 奖励

第二条 对新落户项目给予奖励：

（一）一亿元以上的，奖励甲；

（二）五亿元以上的，奖励乙。

前款所称奖励，由财政局兑现。

第三条 本办法自印发之日起施行。

附件：第九条的说明
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("为鼓励投资", "第一章 总则 / 第一条", id="article of one paragraph"),
        pytest.param("奖励甲", "第二章 奖励 / 第二条第一款第（一）项", id="first item"),
        pytest.param("奖励乙", "第二章 奖励 / 第二条第一款第（二）项", id="second item"),
        pytest.param("财政局兑现", "第二章 奖励 / 第二条第二款", id="second paragraph"),
        pytest.param("渭北新城", "", id="before the first article"),
    ],
)
def test_a_place_is_told_by_article_paragraph_and_item(words: str, expected: str) -> None:
    assert Provisions(PAPER).path(PAPER.index(words)) == expected


def test_a_text_that_names_few_articles_is_no_paper_of_articles() -> None:
    assert not Provisions("第一条 消息。\n第二条 消息。")


def test_an_article_is_found_by_its_number() -> None:
    provisions = Provisions(PAPER)
    span = provisions.article_span("二")
    assert span is not None
    assert PAPER[slice(*span)].strip().startswith("第二条 对新落户")
    assert provisions.article_span("九") is None
    assert provisions.between(PAPER.index("为鼓励"), PAPER.index("奖励乙")) == "第一条—第二条"
