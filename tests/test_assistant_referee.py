"""Ledger or text: a row that only resembles gives way, the row asked for stays."""

from __future__ import annotations

from assistant import Assistant

PAPERS = {
    "手册.md": "---\ntitle: 柳塘渔具馆藏品登记\npublished: 2024-03-01\n---\n"
    "柳塘渔具馆清点了全部旧物。《柳塘渔具谱》由正册和附册共12份册子组成，一共88页，是镇上最老的渔业记录。",
    "集市.md": "---\ntitle: 柳塘鱼市\npublished: 2024-04-01\n---\n柳塘鱼市上午售出鲜鱼30吨，下午售出12吨。",
}


def test_of_several_figures_in_a_sentence_the_one_asked_for_is_told(assistant: Assistant) -> None:
    assert "88页" in assistant.ask("《柳塘渔具谱》一共多少页？").text


def test_a_row_that_says_what_is_asked_stays_short(assistant: Assistant) -> None:
    answer = assistant.ask("柳塘鱼市上午售出鲜鱼多少吨？")
    assert "30吨" in answer.text and len(answer.text) < 60
