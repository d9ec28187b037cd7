"""How much of a question is said: anywhere, near together, in other words, by the best sentence."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.choice import shipped_chooser
from assistant.choice.context import Candidate
from assistant.choice.nearest import likeness, nearest
from assistant.choice.said import SAID, said

FERRY = (
    "临江轮渡公司拥有十二艘渡船。",
    "码头去年翻修，花费3400万元。",
    "公司经理谢望川说，乘客多是上班的人。",
)


def told(question: str, *texts: str, passages: tuple[int, ...] = ()) -> dict[str, float]:
    pool = [
        Candidate(text=text, passage=passages[at] if passages else 0)
        for at, text in enumerate(texts or FERRY)
    ]
    scores = -np.arange(len(pool), dtype=np.float64)
    row = said(question, pool, scores, idf=shipped_chooser().rarity)
    assert np.isfinite(row).all()
    return dict(zip(SAID, row.tolist(), strict=True))


def test_what_is_asked_in_the_text_s_own_words_is_said() -> None:
    row = told("临江轮渡公司拥有多少艘渡船？")
    assert row["said"] == pytest.approx(1)
    assert (row["unsaid"], row["unsaid_run"]) == (0, 0)
    assert row["unit_said"] == 1 and row["best_said"] == pytest.approx(1)


def test_an_attribute_nobody_tells_of_shows() -> None:
    asked, other = told("临江轮渡公司拥有多少艘渡船？"), told("临江轮渡公司的注册资本是多少？")
    assert other["said"] < asked["said"]
    assert other["unsaid"] >= 1 and other["unsaid_run"] >= 2
    assert other["names_said"] == asked["names_said"]
    assert other["worst_meant"] > asked["worst_meant"]


def test_words_in_two_passages_are_not_near_together() -> None:
    texts = ("码头去年翻修。", "花费3400万元。")
    near = told("码头翻修花费多少万元？", *texts)
    apart = told("码头翻修花费多少万元？", *texts, passages=(0, 1))
    assert near["said"] == apart["said"]
    assert near["within_25"] > apart["within_25"]


def test_a_word_said_otherwise_counts_in_part() -> None:
    row = told("轮渡公司的船只有几艘？", "轮渡公司的渡船有十二艘。")
    assert row["said"] < row["meant"] <= 1


def test_a_question_of_question_words_alone_has_a_row() -> None:
    assert told("是多少？")["said"] == 1


def test_yes_or_no_is_seen() -> None:
    assert told("码头是否翻修过？")["yesno"] == 1
    assert told("码头哪年翻修？")["yesno"] == 0


def test_words_of_like_meaning_are_nearest() -> None:
    assert nearest(["学校"], ["大学", "钢铁"])[0] > nearest(["学校"], ["钢铁"])[0]
    assert nearest(["学校"], []) == [0.0]
    same, other = likeness("码头翻修花了多少钱", ["码头翻修花了多少钱", "队员们昨天去爬山"])
    assert same == pytest.approx(1, abs=1e-3)
    assert other < same
