"""What do the results come to? Every number of a report, as functions of the judged cases.

A number over nothing is None, never 0; unscored cases are counted and left out of every share.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.answer import Answer
from eval.cases import Case
from eval.judge import Score
from eval.matching import holds
from eval.retrieval import DEPTH, Ranking, recall, reciprocal_rank
from eval.statistics import Estimate, mean, percentile, share


class Judged(Protocol):
    """What the numbers are made of."""

    @property
    def case(self) -> Case: ...
    @property
    def answer(self) -> Answer | None: ...
    @property
    def score(self) -> Score: ...
    @property
    def seconds(self) -> float: ...
    @property
    def ranking(self) -> Ranking | None: ...


@dataclass(frozen=True, kw_only=True)
class Latency:
    """Seconds an answer took: nearest-rank percentiles and the slowest."""

    p50: float
    p95: float
    slowest: float


@dataclass(frozen=True, kw_only=True)
class Summary:
    """The numbers over all cases; every Estimate carries its interval and how many values it rests on.

    `citation_precision`: citations of answers that quote verbatim from a wanted document, of all of them;
    `citation_recall`: the cases' evidence phrases that were quoted; `refusal_precision`: refusals that were
    due; `refusal_recall`: due refusals that came; `by_worder`: answers by who worded them.
    """

    passed: int
    failed: int
    unscored: int
    accuracy: Estimate | None
    by_kind: Mapping[str, Estimate]
    retrieval: Mapping[str, Estimate]
    citation_precision: Estimate | None
    citation_recall: Estimate | None
    exact_spans: Estimate | None
    refusal_precision: Estimate | None
    refusal_recall: Estimate | None
    latency: Latency | None
    by_worder: Mapping[str, int]


def summarise(results: Sequence[Judged]) -> Summary:
    """All numbers over `results`."""
    scored = [result for result in results if result.score.outcome != "unscored"]
    refusals = [result for result in results if result.answer is not None and result.answer.refused]
    spans = [exact for result in results for exact in result.score.exact if exact is not None]
    return Summary(
        passed=sum(result.score.outcome == "passed" for result in results),
        failed=sum(result.score.outcome == "failed" for result in results),
        unscored=len(results) - len(scored),
        accuracy=share([_passed(result) for result in scored]),
        by_kind=_by_kind(scored),
        retrieval=_retrieval(results),
        citation_precision=share([right for result in results for right in _right_citations(result)]),
        citation_recall=mean([covered for result in results if (covered := _quoted(result)) is not None]),
        exact_spans=share(spans),
        refusal_precision=share([result.case.refuse for result in refusals]),
        refusal_recall=share([_refused(result) for result in results if result.case.refuse]),
        latency=_latency([result.seconds for result in results]),
        by_worder=_by_worder(results),
    )


def _passed(result: Judged) -> bool:
    return result.score.outcome == "passed"


def _refused(result: Judged) -> bool:
    return result.answer is not None and result.answer.refused


def _by_kind(scored: Sequence[Judged]) -> dict[str, Estimate]:
    kinds = sorted({result.case.kind for result in scored})
    estimates = {kind: share([_passed(r) for r in scored if r.case.kind == kind]) for kind in kinds}
    return {kind: estimate for kind, estimate in estimates.items() if estimate}


def _retrieval(results: Sequence[Judged]) -> dict[str, Estimate]:
    rankings = [result.ranking for result in results if result.ranking]
    numbers: dict[str, Estimate | None] = {}
    for of, lists in (
        ("documents", [ranking.documents for ranking in rankings if ranking.documents]),
        ("evidence", [ranking.evidence for ranking in rankings if ranking.evidence]),
    ):
        for k in (1, 5, DEPTH):
            numbers[f"{of} recall@{k}"] = mean([recall(ranks, k) for ranks in lists])
        numbers[f"{of} MRR"] = mean([reciprocal_rank(ranks) for ranks in lists])
    return {name: number for name, number in numbers.items() if number}


def _right_citations(result: Judged) -> list[bool]:
    """One truth a citation, of cases that name their documents; unread documents say nothing."""
    if result.case.refuse or not result.case.docs:
        return []
    pairs = zip(result.score.verbatim, result.score.wanted, strict=True)
    return [verbatim and wanted for verbatim, wanted in pairs if verbatim is not None]


def _quoted(result: Judged) -> float | None:
    """The share of the case's evidence phrases that the answer's quotes hold."""
    if result.case.refuse or not result.case.evidence:
        return None
    quotes = [citation.quote for citation in result.answer.citations] if result.answer else []
    found = [any(holds(quote, phrase) for quote in quotes) for phrase in result.case.evidence]
    return sum(found) / len(found)


def _latency(seconds: Sequence[float]) -> Latency | None:
    p50, p95 = percentile(seconds, 50), percentile(seconds, 95)
    return None if p50 is None or p95 is None else Latency(p50=p50, p95=p95, slowest=max(seconds))


def _by_worder(results: Sequence[Judged]) -> dict[str, int]:
    worders = [result.answer.worded_by for result in results if result.answer]
    return {worder: worders.count(worder) for worder in sorted(set(worders))}
