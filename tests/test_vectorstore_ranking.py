"""Ranking: the features are those worked by hand, and every reranker keeps the seam's promises."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from language.asked import Asked, asked, asks
from language.place_standing import places_asked
from vectorstore.cross_encoder import CrossEncoderReranker
from vectorstore.joined_text import JoinedText
from vectorstore.lexical_search import Shortlist
from vectorstore.place_features import PLACE_NAMES
from vectorstore.question_terms import folded, question_terms, terms_asked
from vectorstore.ranker import SHIPPED_WEIGHTS, LearntReranker, RankerError, Reranker
from vectorstore.ranking_features import NAMES, features
from vectorstore.shortlisted import Averages, QuestionTerms, Text
from vectorstore.term_counts import Cosines, Numbers

QUESTION = "高坪村茶园扩种了多少亩？"
BODIES = (
    "高坪村的茶园今年扩种2,000亩。采茶季用工近千人。",
    "东港镇新建集装箱码头。高坪村通了公路。",
    "茶园的亩产稳定。",
    "与此无关的一段话。",
)


def shortlist(question: str = QUESTION, bodies: Sequence[str] = BODIES) -> Shortlist:
    words, pairs = question_terms(question)
    texts = tuple(
        Text(body=body, title="", section="", document=at, document_chars=len(body), ordinal=0)
        for at, body in enumerate(bodies)
    )
    return Shortlist(
        question=QuestionTerms(text=folded(question), words=tuple(words), pairs=tuple(pairs)),
        keys=tuple((f"d{at}", 0) for at in range(len(texts))),
        texts=texts, found_by=(("lexical",),) * len(texts), rest=(),
        idf={term: 1.0 + len(term) for term in (*words, *pairs)},
        averages=Averages(passage_chars=20, document_chars=20),
    )  # fmt: skip


def column(listed: Shortlist, name: str) -> list[float]:
    table = features(listed.question, listed.texts, idf=listed.idf, averages=listed.averages)
    return [float(each) for each in table[:, NAMES.index(name)]]


def test_pairs_and_words_are_found_where_they_stand() -> None:
    joined = JoinedText(["茶園２０２４年，GPT-4", "茶园1,234亩GPT4", ""])
    assert joined.plain == "茶园2024年,gpt-4\0茶园1234亩gpt4\0"
    places, which = joined.pairs(["茶园", "园茶"])
    assert [int(joined.owner[at]) for at in places] == [0, 1] and set(which) == {0}
    for word, texts in (("gpt", [0, 1]), ("4", [0, 1]), ("gpt4", [1]), ("24", []), ("1234", [1])):
        assert [int(joined.owner[at]) for at in joined.words([word])[0]] == texts


def test_sentences_are_counted_within_their_text() -> None:
    joined = JoinedText(["一句。两句", "三句"])
    assert list(joined.sentence_owner) == [0, 0, 1]


def test_a_passage_that_holds_all_covers_all_and_one_that_holds_nothing_scores_nothing() -> None:
    listed = shortlist("集装箱码头", ["新建集装箱码头。", "茶园。"])
    for name in ("covered_words", "covered_within", "sentence_within", "rarest"):
        full, none = column(listed, name)
        assert (full, none) == pytest.approx((1.0, 0.0)), name
    assert column(listed, "pairs")[0] > 0 == column(listed, "pairs")[1]


def test_one_sentence_counts_apart_from_the_whole_passage() -> None:
    listed = shortlist("茶园公路", ["茶园旁。修公路。", "茶园公路。"])
    assert column(listed, "covered_words") == pytest.approx([1.0, 1.0])
    apart, together = column(listed, "sentence_words")
    assert apart < together


def test_meaning_is_asked_where_much_of_a_question_stands_nowhere() -> None:
    for question, asked_for in (("茶园公路", False), ("茶园缆车多少座", True)):
        listed = shortlist(question, ["茶园旁修公路。", "采茶季用工。"])
        table = features(
            listed.question, listed.texts, idf=listed.idf, averages=listed.averages,
            cosines=lambda: np.array([0.2, 0.9]),
        )  # fmt: skip
        told = table[:, NAMES.index("cosine_if_uncovered")]
        assert bool(told.any()) is asked_for and told[1] >= told[0]


def test_pairs_within_words_are_told_from_those_that_join_two() -> None:
    question = terms_asked("世界杯冠军")
    texts = [
        Text(body=body, title="", section="", document=at, document_chars=len(body), ordinal=0)
        for at, body in enumerate(("世界杯冠军。", "世界杯的冠军。", "冠军。世界杯。", "决赛。"))
    ]
    idf = dict.fromkeys((*question.words, *question.pairs), 1.0)
    table = features(question, texts, idf=idf, averages=Averages(passage_chars=9, document_chars=9))
    within, between = (table[:, NAMES.index(f"covered_{which}")] for which in ("within", "between"))
    assert within.tolist() == pytest.approx([3 / 4, 3 / 4, 3 / 4, 0])
    assert between.tolist() == pytest.approx([1 / 4, 0, 0, 0])
    in_one = table[:, NAMES.index("sentence_within")]
    assert in_one.tolist() == pytest.approx([3 / 4, 3 / 4, 2 / 4, 0])


def test_a_number_beside_the_words_speaks_for_a_passage() -> None:
    listed = shortlist()
    told = column(listed, "answer_within")
    assert told[0] == max(told) > told[1]
    assert column(shortlist("茶园有多大的2024年规模？", ["茶园2024年。"]), "answer_within") == [0.0]


def test_a_sentence_that_asks_holds_no_answer() -> None:
    listed = shortlist("茶园扩种了多少亩？", ["茶园扩种了300亩？", "茶园扩种了300亩。"])
    asking, told = column(listed, "answer_within")
    assert asking == 0.0 < told


def test_the_title_counts_for_every_passage_of_its_document() -> None:
    listed = shortlist("茶园", ["采茶季用工。", "采茶季用工。"])
    texts = (replace(listed.texts[0], title="高坪村茶园"), listed.texts[1])
    listed = replace(listed, texts=texts)
    assert column(listed, "title_words") == pytest.approx([1.0, 0.0])
    assert column(listed, "covered_words") == pytest.approx([1.0, 0.0])


def test_the_opening_of_its_document_counts_for_a_passage() -> None:
    listed = shortlist("茶园扩种", ["采茶季用工。", "采茶季用工。"])
    texts = (replace(listed.texts[0], opening="高坪村茶园扩种。"), listed.texts[1])
    assert column(replace(listed, texts=texts), "opening_pairs") == pytest.approx([1.0, 0.0])
    assert column(listed, "opening_pairs") == [0.0, 0.0]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("茶园扩种了多少亩", "number"), ("2024年旅客吞吐量", "number"), ("码头什么时候开工", "date"),
        ("开工的时间", "date"), ("由谁投资", "person"), ("总部迁到哪里", "place"), ("落在哪个区", "place"),
        ("哪家公司承建", "organisation"), ("为什么迁出", None), ("新建码头开工", None),
    ],
)  # fmt: skip
def test_what_is_asked_for_is_told_from_the_question(question: str, kind: Asked | None) -> None:
    assert asked(question) == kind


def test_a_headline_is_no_question() -> None:
    assert not asks("东港镇集装箱码头开工")
    assert asks("东港镇集装箱码头开工了吗") and asks("为什么迁出")


def overlap(question: str, passages: Sequence[str]) -> Numbers:
    """A judge that shares nothing with the features: how many characters stand in both."""
    return np.array([float(len(set(question) & set(passage))) for passage in passages])


@pytest.fixture(params=["learnt", "cross-encoder"])
def reranker(request: pytest.FixtureRequest) -> Reranker:
    return LearntReranker() if request.param == "learnt" else CrossEncoderReranker(overlap, depth=2)


def near() -> Numbers:
    return np.array([0.1, 0.9, 0.4, 0.0])


@pytest.mark.parametrize("cosines", [None, near], ids=["words", "meaning"])
class TestEveryReranker:
    def test_gives_a_finite_number_for_each_text(self, reranker: Reranker, cosines: Cosines | None) -> None:
        scores = reranker.scores(shortlist(), cosines)
        assert scores.shape == (len(BODIES),) and np.isfinite(scores).all()

    def test_puts_the_passage_with_the_answer_first(
        self, reranker: Reranker, cosines: Cosines | None
    ) -> None:
        assert int(np.argmax(reranker.scores(shortlist(), cosines))) == 0

    def test_does_not_care_for_the_order_of_the_texts(
        self, reranker: Reranker, cosines: Cosines | None
    ) -> None:
        listed, order = shortlist(), [2, 0, 3, 1]
        turned = replace(
            listed,
            keys=tuple(listed.keys[at] for at in order),
            texts=tuple(listed.texts[at] for at in order),
        )
        scores = reranker.scores(listed, cosines)
        again = reranker.scores(turned, None if cosines is None else lambda: near()[order])
        assert again == pytest.approx(scores[order])

    def test_weighs_an_empty_shortlist(self, reranker: Reranker, cosines: Cosines | None) -> None:
        nothing = None if cosines is None else lambda: np.zeros(0)
        assert len(reranker.scores(shortlist(bodies=()), nothing)) == 0

    def test_weighs_a_question_of_no_known_word(self, reranker: Reranker, cosines: Cosines | None) -> None:
        listed = shortlist("incentives")
        listed = replace(listed, idf=dict.fromkeys(listed.idf, 0.0))
        assert np.isfinite(reranker.scores(listed, cosines)).all()


def test_a_judge_orders_the_first_and_leaves_the_rest() -> None:
    calls: list[Sequence[str]] = []

    def contrary(question: str, passages: Sequence[str]) -> Numbers:
        calls.append(passages)
        return np.arange(len(passages), dtype=float)

    before = LearntReranker().scores(shortlist(), None)
    after = CrossEncoderReranker(contrary, depth=2).scores(shortlist(), None)
    first, second, *rest = (int(at) for at in np.argsort(-before))
    assert [int(at) for at in np.argsort(-after)] == [second, first, *rest]
    assert [len(each) for each in calls] == [2]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda stored: stored | {"features": ["words"]}, id="other-features"),
        pytest.param(lambda stored: {"features": stored["features"]}, id="no-weights"),
        pytest.param(lambda stored: [], id="another-shape"),
    ],
)
def test_weights_that_do_not_fit_are_refused(
    tmp_path: Path, change: Callable[[dict[str, object]], object]
) -> None:
    path = tmp_path / "weights.json"
    path.write_text(json.dumps(change(json.loads(SHIPPED_WEIGHTS.read_text("utf-8")))), "utf-8")
    with pytest.raises(RankerError, match=r"weights\.json"):
        LearntReranker(path)


@pytest.mark.parametrize("form", ["question", "statement"])
def test_meaning_adds_to_the_order_of_words_and_does_not_replace_it(form: str) -> None:
    stored = json.loads(SHIPPED_WEIGHTS.read_text("utf-8"))
    both = [dict(zip(NAMES, stored["weights"][form][means], strict=True)) for means in ("words", "meaning")]
    differing = {name for name in NAMES if both[0][name] != both[1][name]}
    assert differing == {"cosine_if_uncovered"}
    assert both[0]["cosine_if_uncovered"] == 0 < both[1]["cosine_if_uncovered"]


def test_meaning_says_nothing_where_words_cover_the_question() -> None:
    listed = shortlist("茶园扩种", BODIES)
    weigh = LearntReranker().scores
    with_meaning = weigh(listed, np.array([0.0, 0.9, 0.9, 0.9]))
    assert np.allclose(with_meaning, weigh(listed, None))


def test_a_month_is_found_however_it_is_written_but_not_inside_another() -> None:
    joined = JoinedText(["前三季度", "1—9月", "十一月三日", "一月三号", "11月3日"])
    assert [int(joined.owner[at]) for at in joined.words(["1-9月"])[0]] == [1, 0]
    assert {int(joined.owner[at]) for at in joined.words(["1月3日"])[0]} == {3}


def about(question: str, *places: tuple[tuple[str, ...], tuple[str, ...]]) -> Shortlist:
    """Passages that name these places, of documents whose openings name those."""
    listed = shortlist(question, ["办税缴费服务。"] * len(places))
    texts = tuple(
        replace(text, places=own, opening_places=opening)
        for text, (own, opening) in zip(listed.texts, places, strict=True)
    )
    named = replace(listed.question, places=places_asked(question))
    return replace(listed, question=named, texts=texts)


def test_the_place_asked_about_is_looked_for_in_the_passage_and_in_its_documents_opening() -> None:
    listed = about(
        "四川的办税缴费服务",
        (("内江市",), ("四川省",)), ((), ("四川省",)), (("重庆市",), ("重庆市",)), ((), ()),
    )  # fmt: skip
    assert column(listed, "place_here") == [1, 1, 0, 0]
    assert column(listed, "opening_here") == [1, 1, 0, 0]
    assert column(listed, "place_elsewhere") == column(listed, "opening_elsewhere") == [0, 0, 1, 0]


def test_a_paper_of_the_province_around_is_neither_here_nor_elsewhere() -> None:
    listed = about("四川省内江市的办税缴费服务", (("四川省",), ("四川省",)), (("内江市",), ("四川省",)))
    assert column(listed, "place_near") == [1, 1]
    assert column(listed, "place_here") == [0, 1]
    assert column(listed, "opening_elsewhere") == [0, 0]


def test_places_count_for_nothing_where_none_is_asked_about() -> None:
    listed = about("办税缴费服务", (("重庆市",), ("重庆市",)))
    assert {column(listed, name)[0] for name in PLACE_NAMES} == {0.0}


def test_of_papers_that_say_the_same_the_one_of_the_place_asked_about_comes_first() -> None:
    papers = ((), ()), (("重庆市",), ("重庆市",)), ((), ("四川省",))
    scores = LearntReranker().scores(about("四川的办税缴费服务有哪些", *papers), None)
    assert list(np.argsort(-scores, kind="stable")) == [2, 0, 1]
