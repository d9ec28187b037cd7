"""What does the assistant answer to every case? Asks, judges, and keeps what a reader of the report needs."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.answer import Answer, Citation, Message
from eval.cases import Case
from eval.judge import ReadText, Reason, Score, judge
from eval.metrics import Summary, summarise
from eval.retrieval import DEPTH, Ranking, rank
from vectorstore.document import Document
from vectorstore.search import Hit


class Answering(Protocol):
    """What is evaluated: `assistant.Assistant`, or a scripted one."""

    def ask(self, question: str, *, history: Sequence[Message] = ()) -> Answer: ...

    def retrieve(self, question: str, *, k: int = 10) -> list[Hit]: ...

    def document(self, document_id: str) -> Document: ...


@dataclass(frozen=True, kw_only=True)
class CaseResult:
    """One case, what was answered, and the verdict.

    `answer` is None when asking raised; `seconds` is the wall clock of the last question alone; `ranking` is
    None where there was nothing to search for, or searching raised.
    """

    case: Case
    answer: Answer | None
    score: Score
    seconds: float
    ranking: Ranking | None = None


@dataclass(frozen=True, kw_only=True)
class EvalReport:
    """Every case in the order of the file, and the numbers over all of them."""

    results: tuple[CaseResult, ...]
    summary: Summary


def evaluate(
    cases: Sequence[Case], assistant: Answering, *, on_progress: Callable[[CaseResult], None] | None = None
) -> EvalReport:
    """Ask every case and judge it; `on_progress` is told of each result as it comes.

    A case that raises is a failed case with its reason: one bad question must not hide the others.
    """
    read_text = stored_texts(assistant)
    results = []
    for case in cases:
        result = run_case(case, assistant, read_text=read_text)
        results.append(result)
        if on_progress:
            on_progress(result)
    return EvalReport(results=tuple(results), summary=summarise(results))


def run_case(case: Case, assistant: Answering, *, read_text: ReadText) -> CaseResult:
    """Ask one case, its history first, as a person would have."""
    history: list[Message] = []
    started = time.perf_counter()
    try:
        for question in case.history:
            answer = assistant.ask(question, history=tuple(history))
            history += [{"role": "user", "content": question}, {"role": "assistant", "content": answer.text}]
        started = time.perf_counter()
        answer = assistant.ask(case.question, history=tuple(history))
    except Exception as error:
        reason = Reason(fault="raised", detail=f"{type(error).__name__}: {error}")
        score = Score(outcome="failed", reasons=(reason,))
        return CaseResult(case=case, answer=None, score=score, seconds=time.perf_counter() - started)
    seconds = time.perf_counter() - started
    score = judge(case, answer, read_text=read_text)
    ranking = _ranking(case, answer, assistant)
    return CaseResult(case=case, answer=answer, score=score, seconds=seconds, ranking=ranking)


def stored_texts(assistant: Answering) -> ReadText:
    """A reader of cited documents that reads each once; None for one the store does not give."""
    texts: dict[str, str | None] = {}

    def read(citation: Citation) -> str | None:
        key = citation.document_id
        if key not in texts:
            try:
                texts[key] = assistant.document(key).text
            except Exception:  # whatever the store's trouble is, the verdict is "unscored", not a crash
                texts[key] = None
        return texts[key]

    return read


def _ranking(case: Case, answer: Answer, assistant: Answering) -> Ranking | None:
    if case.refuse or not case.docs:
        return None
    question = answer.question or case.question  # a follow-up is searched for as it was understood
    try:
        return rank(case, assistant.retrieve(question, k=DEPTH))
    except Exception:  # the answer stands by itself; a search that fails is counted as not measured
        return None
