"""Does an answer pass its case, and if not, why not?

The rule is the contract's. What cannot be judged, because a cited document cannot be read, is "unscored":
neither a pass nor a failure, and never counted as 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from assistant.answer import Answer, Citation
from eval.cases import Case
from eval.matching import first_held, first_sentence, holds, markers, normal, without_markers

Outcome = Literal["passed", "failed", "unscored"]
Fault = Literal[
    "lacks",
    "says",
    "too_long",
    "not_cited",
    "refused",
    "not_refused",
    "dangling",
    "not_verbatim",
    "raised",
    "unread",
]
ReadText = Callable[[Citation], str | None]
"""The whole text of the document a citation names, None when it cannot be read."""


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One fault of an answer: its kind, and the phrase, number or name it is about."""

    fault: Fault
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Score:
    """The verdict on one answer, with every reason; a passed one has none.

    `verbatim`, `wanted` and `exact` tell of each citation in turn: its quote stands in the document, its
    document is one of the case's, its offsets cut exactly the quote out of the text (None: not read).
    """

    outcome: Outcome
    reasons: tuple[Reason, ...] = ()
    verbatim: tuple[bool | None, ...] = ()
    wanted: tuple[bool, ...] = ()
    exact: tuple[bool | None, ...] = ()


def judge(case: Case, answer: Answer, *, read_text: ReadText) -> Score:
    """Judge one answer by the contract's rule; `read_text` gives the stored documents."""
    texts = [read_text(citation) for citation in answer.citations]
    verbatim = tuple(
        None if text is None else bool(citation.quote.strip()) and holds(text, citation.quote)
        for citation, text in zip(answer.citations, texts, strict=True)
    )
    said = _faults_of_refusal(case, answer) if case.refuse else _faults_of_answer(case, answer)
    faults = (*said, *_faults_of_citations(answer, verbatim))
    unread = tuple(
        Reason(fault="unread", detail=citation.document)
        for citation, text in zip(answer.citations, texts, strict=True)
        if text is None
    )
    return Score(
        outcome="failed" if faults else "unscored" if unread else "passed",
        reasons=(*faults, *unread),
        verbatim=verbatim,
        wanted=tuple(cites(citation, case.docs) for citation in answer.citations),
        exact=tuple(
            None if text is None else text[citation.start : citation.end] == citation.quote
            for citation, text in zip(answer.citations, texts, strict=True)
        ),
    )


def cites(citation: Citation, names: tuple[str, ...]) -> bool:
    """True when the citation's document is one of the file names."""
    return PurePath(citation.document).name in names


def _faults_of_refusal(case: Case, answer: Answer) -> Iterator[Reason]:
    if not answer.refused:
        yield Reason(fault="not_refused")
    # the nearest thing the documents do hold may follow the first sentence
    yield from _forbidden(case, without_markers(first_sentence(answer.text)))


def _faults_of_answer(case: Case, answer: Answer) -> Iterator[Reason]:
    body = without_markers(answer.text)
    if answer.refused:
        yield Reason(fault="refused")
    for group in case.must:
        if first_held(body, group) is None:
            yield Reason(fault="lacks", detail=" | ".join(group))
    yield from _forbidden(case, body)
    if case.docs and not any(cites(citation, case.docs) for citation in answer.citations):
        yield Reason(fault="not_cited", detail=" | ".join(case.docs))
    length = len(normal(body))
    if case.max_chars is not None and length > case.max_chars:
        yield Reason(fault="too_long", detail=f"{length} > {case.max_chars}")


def _forbidden(case: Case, text: str) -> Iterator[Reason]:
    return (Reason(fault="says", detail=phrase) for phrase in case.must_not if holds(text, phrase))


def _faults_of_citations(answer: Answer, verbatim: tuple[bool | None, ...]) -> Iterator[Reason]:
    for marker in sorted(markers(answer.text) - {citation.marker for citation in answer.citations}):
        yield Reason(fault="dangling", detail=f"[{marker}]")
    for citation, is_verbatim in zip(answer.citations, verbatim, strict=True):
        if is_verbatim is False:
            yield Reason(fault="not_verbatim", detail=f"[{citation.marker}] {citation.quote}")
