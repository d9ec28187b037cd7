"""The sentence chooser: how its trees are walked, what it picks, what it takes for unanswered."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.choice import Chooser, shipped_chooser
from assistant.choice.asking import asking
from assistant.choice.context import Candidate
from assistant.choice.cues import cues, folded
from assistant.choice.features import FEATURES, features
from assistant.choice.given import GivenPassage, best_first, candidates
from assistant.choice.trees import Trees, trees_from
from assistant.errors import ModelUnreadable

REPORT = GivenPassage(
    title="临河县茶产业",
    text="临河县位于两省交界处，境内多山。去年全县茶园面积达到3.2万亩，比前年多了四千亩。"
    "县里为什么要扩种茶园？因为山地种粮收成低，茶叶每亩能多收两千元。"
    "这项工作由副县长林望舒牵头。首批茶厂将于明年5月投产。",
)


def two_stumps() -> Trees:
    """feature 0 <= 0.5 gives 1, else 2; feature 1 <= 3 gives 10, else 20."""
    return Trees(
        feature=np.array([0, 0, 0, 1, 0, 0], dtype=np.int32),
        threshold=np.array([0.5, 0, 0, 3.0, 0, 0]),
        left=np.array([1, 1, 2, 4, 4, 5], dtype=np.int32),
        right=np.array([2, 1, 2, 5, 4, 5], dtype=np.int32),
        value=np.array([0, 1, 2, 0, 10, 20], dtype=np.float64),
        roots=np.array([0, 3], dtype=np.int32),
        depth=1,
    )


def test_trees_sum_the_leaves_a_row_falls_into() -> None:
    rows = np.array([[0.5, 3.0], [0.6, 3.0], [0.0, 4.0]], dtype=np.float32)
    assert two_stumps()(rows).tolist() == [11, 12, 21]


def test_trees_come_back_from_their_arrays() -> None:
    again = trees_from(two_stumps().arrays(name="x"), name="x")
    rows = np.array([[0.7, 9.0]], dtype=np.float32)
    assert again.depth == 1
    assert again(rows).tolist() == [22]


@pytest.mark.parametrize(
    ("question", "kind", "focus"),
    [
        ("哪个城市发放了消费券？", "where", "城市"),
        ("茶园面积有多大？", "many", ""),
        ("由谁牵头？", "who", ""),
        ("《山海》的导演", "who", ""),
        ("茶厂什么时候投产？", "when", ""),
        ("为什么要扩种？", "why", ""),
        ("企业需要满足什么条件？", "what", "条件"),
    ],
)
def test_the_form_of_a_question(question: str, kind: str, focus: str) -> None:
    asked = asking(question)
    assert kind in asked.kinds
    assert focus in ("", asked.focus)


def test_cues_are_spans_of_the_sentence() -> None:
    text = folded("2023年5月，林望舒在青岛说《茶经》卖了3万册。")
    found = cues(text)
    assert all(text[cue.start : cue.end] == cue.text for cue in found)
    assert {"number", "date", "place", "quoted"} <= {cue.kind for cue in found}


def test_a_row_has_every_feature_and_no_gap() -> None:
    pool = candidates([REPORT])
    rows = features("茶园面积是多少？", pool, idf=shipped_chooser().rarity)
    assert rows.shape == (len(pool), len(FEATURES))
    assert np.isfinite(rows).all()


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("临河县去年茶园面积是多少？", "3.2万亩"),
        ("扩种茶园的工作由谁牵头？", "林望舒"),
        ("首批茶厂什么时候投产？", "5月"),
        ("为什么要扩种茶园？", "收成低"),
        ("临河县位于哪里？", "交界处"),
    ],
)
def test_the_sentence_with_the_answer_is_chosen(question: str, answer: str) -> None:
    pool = candidates([REPORT])
    choice = shipped_chooser().choose(question, pool)
    assert answer in pool[choice.best(1)[0]].text


def test_a_sentence_that_asks_is_no_answer() -> None:
    pool = [Candidate(text="茶园面积是多少？"), Candidate(text="茶园面积是3.2万亩。")]
    assert shipped_chooser().choose("茶园面积是多少？", pool).best(1) == [1]


def test_shares_divide_up_one() -> None:
    choice = shipped_chooser().choose("由谁牵头？", candidates([REPORT]))
    assert choice.shares.sum() == pytest.approx(1)
    assert int(choice.shares.argmax()) == choice.best(1)[0]


def test_what_is_told_is_likelier_answered_than_what_is_not() -> None:
    chooser, pool = shipped_chooser(), candidates([REPORT])
    told = chooser.choose("临河县去年茶园面积是多少？", pool).answered
    strange = chooser.choose("火星探测器何时抵达木卫二轨道？", pool).answered
    assert told > 0.5 > strange


def test_nothing_to_choose_from_is_unanswered() -> None:
    choice = shipped_chooser().choose("由谁牵头？", [])
    assert (choice.answered, choice.best(3), len(choice.shares)) == (0.0, [], 0)


def test_passages_stand_best_first() -> None:
    other = GivenPassage(text="港口吞吐量稳步增长。")
    found = best_first("茶园面积是多少？", [other, REPORT], rarity=shipped_chooser().rarity)
    assert found == [REPORT, other]


def test_a_sentence_left_out_is_nobodys_neighbour() -> None:
    kept = candidates([REPORT], without=lambda sentence: "亩" in sentence)
    assert kept
    assert not any("亩" in c.text + c.before + c.after for c in kept)


def test_a_damaged_model_says_so(tmp_path: Path) -> None:
    (tmp_path / "model.npz").write_bytes(b"PK not an archive")
    with pytest.raises(ModelUnreadable, match="请重新安装招答"):
        Chooser(tmp_path)


def test_a_model_for_other_features_is_refused(tmp_path: Path) -> None:
    shipped = np.load(Path("assistant/models/choice-zh/model.npz"))
    arrays = {name: shipped[name] for name in shipped.files}
    np.savez(tmp_path / "model.npz", **{**arrays, "features": np.array(["words"])})
    with pytest.raises(ModelUnreadable, match="版本不符"):
        Chooser(tmp_path)
