"""The whole walk, question to checked answer, over the sample collection and over the maintainers'
articles."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from assistant import Assistant
from eval.cases import Case, read_cases
from eval.metrics import summarise
from eval.runner import evaluate
from ingest import ingest
from vectorstore.build import open_library, open_searcher

SAMPLES = Path(str(resources.files("eval"))) / "samples"
# What the last measured run reached, less a few cases of slack: a fall below is a regression.
OWN_CASES, SHARED_CASES = 0.87, 0.93


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample collection, ingested once."""
    folder = tmp_path_factory.mktemp("samples") / "store"
    report = ingest([SAMPLES / "documents"], store=folder)
    assert not report.failed
    return folder


@pytest.fixture(scope="module")
def assistant(store: Path) -> Iterator[Assistant]:
    """An assistant over it, without a chat model."""
    with Assistant.open(store) as opened:
        yield opened


def test_the_sample_cases_are_answered(assistant: Assistant) -> None:
    summary = summarise(evaluate(read_cases(SAMPLES / "cases.jsonl"), assistant).results)
    assert summary.unscored == 0
    assert summary.accuracy is not None
    assert summary.accuracy.mean >= OWN_CASES
    assert summary.exact_spans is not None
    assert summary.exact_spans.mean == 1.0
    assert summary.refusal_recall is not None
    assert summary.refusal_recall.mean >= 0.8


def _plain_questions() -> list[Case]:
    return [case for case in read_cases(SAMPLES / "cases.jsonl") if not case.history]


def test_the_same_question_gives_the_same_answer_after_a_restart(store: Path, assistant: Assistant) -> None:
    with Assistant.open(store) as restarted:
        for case in _plain_questions():
            first = assistant.ask(case.question).text
            assert first == assistant.ask(case.question).text
            assert first == restarted.ask(case.question).text


def test_a_large_ledger_is_asked_for_the_same_rows_that_a_small_one_holds(
    store: Path, assistant: Assistant
) -> None:
    with open_library(store) as library:
        large = Assistant(library, open_searcher(library), most_whole=0)
        cases = _plain_questions()
        assert [large.ask(case.question).text for case in cases] == [
            assistant.ask(case.question).text for case in cases
        ]
        assert large.suggestions() == assistant.suggestions()


def test_streaming_ends_with_the_answer_that_ask_gives(assistant: Assistant) -> None:
    question = _plain_questions()[0].question
    *_, last = assistant.stream(question)
    assert last == assistant.ask(question)


def test_every_suggested_question_is_answered(assistant: Assistant) -> None:
    suggested = assistant.suggestions()
    assert len(suggested) >= 3
    for question in suggested:
        assert not assistant.ask(question).refused, question


@pytest.mark.shared
def test_the_maintainers_questions_are_answered(shared: Path, tmp_path: Path) -> None:
    ingest([shared / "corpus" / "qingdao"], store=tmp_path / "store")
    with Assistant.open(tmp_path / "store") as assistant:
        report = evaluate(read_cases(shared / "eval" / "qingdao-dev.jsonl"), assistant)
    summary = summarise(report.results)
    assert summary.accuracy is not None
    assert summary.accuracy.mean >= SHARED_CASES
