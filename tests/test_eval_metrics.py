"""The numbers of a report over five cases whose every number was worked out on paper."""

from __future__ import annotations

import pytest
from eval_scripted import TEXT, ScriptedAssistant, a_case, a_citation, a_hit, an_answer

from assistant.answer import Answer
from eval.metrics import Summary, summarise
from eval.retrieval import Ranking, owner, rank, recall, reciprocal_rank
from eval.runner import evaluate
from eval.statistics import Estimate

OTHER = "城南区一季度的情况。"


def value(estimate: Estimate | None) -> tuple[float, int] | None:
    return (round(estimate.mean, 4), estimate.n) if estimate else None


@pytest.fixture(scope="module")
def summary() -> Summary:
    cases = [
        a_case(id="right", question="一"),
        a_case(id="wrong", question="二", evidence=("签约亿元以上项目12个", "签约项目20个")),
        a_case(id="raises", question="三", kind="list"),
        a_case(id="unread", question="四", kind="list"),
        a_case(id="refuse", question="五", kind="refuse", refuse=True, must=(), docs=(), evidence=()),
        a_case(id="bait", question="六", kind="refuse", refuse=True, must=(), docs=(), evidence=()),
    ]
    script: dict[str, Answer | Exception] = {
        "一": an_answer(),
        "二": an_answer(  # lacks 8.5亿; one of its two citations is of another document, both verbatim
            text="12个。[1][2]",
            citations=(
                a_citation(),
                a_citation(marker=2, document="south.txt", document_id="south", quote=OTHER),
            ),
        ),
        "三": ValueError("坏了"),
        "四": an_answer(citations=(a_citation(document_id="gone"),)),
        "五": Answer(text="资料中没有。", refused=True),
        "六": Answer(text="12个。", worded_by="model"),
    }
    assistant = ScriptedAssistant(
        script=script,
        texts={"north": TEXT, "south": OTHER},
        hits=[a_hit(OTHER, name="south.txt"), a_hit()],
    )
    return evaluate(cases, assistant).summary


def test_outcomes_are_counted_apart(summary: Summary) -> None:
    assert (summary.passed, summary.failed, summary.unscored) == (2, 3, 1)


def test_accuracy_leaves_the_unscored_out(summary: Summary) -> None:
    assert value(summary.accuracy) == (0.4, 5)
    assert {kind: value(number) for kind, number in summary.by_kind.items()} == {
        "figure": (0.5, 2),
        "list": (0.0, 1),
        "refuse": (0.5, 2),
    }


def test_citation_precision_is_over_the_citations_that_could_be_read(summary: Summary) -> None:
    assert value(summary.citation_precision) == (round(2 / 3, 4), 3)


def test_citation_recall_is_over_the_cases_that_name_evidence(summary: Summary) -> None:
    # right: 1 of 1, wrong: 1 of 2, raises: 0 of 1, unread: 1 of 1
    assert value(summary.citation_recall) == (0.625, 4)


def test_spans_are_counted_where_the_text_is_known(summary: Summary) -> None:
    assert value(summary.exact_spans) == (1.0, 3)


def test_refusals(summary: Summary) -> None:
    assert value(summary.refusal_precision) == (1.0, 1)
    assert value(summary.refusal_recall) == (0.5, 2)


def test_retrieval_is_measured_where_documents_are_named_and_an_answer_came(summary: Summary) -> None:
    numbers = {name: value(number) for name, number in summary.retrieval.items()}
    assert numbers["documents recall@1"] == (0.0, 3)
    assert numbers["documents recall@5"] == (1.0, 3)
    assert numbers["documents MRR"] == (0.5, 3)
    assert numbers["evidence MRR"] == (0.5, 3)


def test_who_worded_the_answers_is_counted(summary: Summary) -> None:
    assert summary.by_worder == {"extract": 4, "model": 1}


def test_numbers_over_nothing_are_none() -> None:
    empty = summarise([])
    assert (empty.accuracy, empty.citation_precision, empty.citation_recall) == (None, None, None)
    assert (empty.refusal_precision, empty.refusal_recall, empty.latency) == (None, None, None)
    assert (empty.by_kind, empty.retrieval) == ({}, {})


def test_ranks_are_of_the_wanted_documents_and_of_phrases_inside_them() -> None:
    case = a_case(docs=("a.txt", "b.txt"), evidence=("12个", "没有的话"))
    hits = [a_hit("12个", name="c.txt"), a_hit("别的", name="b.txt"), a_hit("有１２ 个", name="b.txt")]
    ranking = rank(case, hits)
    assert ranking.documents == (None, 2)
    assert ranking.evidence == (3, None)  # 12个 of c.txt does not count: not a document of the case


@pytest.mark.parametrize(
    ("ranks", "at_1", "at_5", "reciprocal"),
    [((None,), 0.0, 0.0, 0.0), ((1,), 1.0, 1.0, 1.0), ((4, 2), 0.0, 1.0, 0.5), ((7, 1), 0.5, 0.5, 1.0)],
)
def test_recall_and_reciprocal_rank(
    ranks: tuple[int | None, ...], at_1: float, at_5: float, reciprocal: float
) -> None:
    assert (recall(ranks, 1), recall(ranks, 5), reciprocal_rank(ranks)) == (at_1, at_5, reciprocal)


@pytest.mark.parametrize(
    ("documents", "evidence", "whose"),
    [
        ((1,), (3, 5), "choice"),
        ((1,), (3, 6), "search"),
        ((1,), (None,), "search"),
        ((6,), (), "search"),
        ((2,), (), "choice"),
        ((), (), None),
    ],
)
def test_a_wrong_answer_has_an_owner(
    documents: tuple[int | None, ...], evidence: tuple[int | None, ...], whose: str | None
) -> None:
    assert owner(Ranking(documents=documents, evidence=evidence)) == whose
