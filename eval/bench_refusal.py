"""Is what the documents do not say refused, and what they do say answered?"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqdm import tqdm

from assistant import Assistant
from assistant.choice import shipped_chooser
from assistant.choice.given import GivenPassage, candidates
from eval.bench import BenchOptions, BenchQuestion, read_corpora, read_questions
from eval.bench_ingested import ingested
from eval.errors import BenchError

_FALSE = (0.02, 0.05, 0.1, 0.15, 0.2)
_PASSAGES = 8


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A question with how likely it is answered by what was read, 0 to 1, and whether it is answerable.

    `refused` is what the assistant did, None where only passages were read.
    """

    id: str
    answerable: bool
    answered: float
    refused: bool | None = None


def run(options: BenchOptions) -> int:
    """Measure and print the refusals; 0 unless there was nothing to measure.

    Raises: BenchError, AssistantError, VectorStoreError, IngestError.
    """
    questions = read_questions(options.questions, kinds=options.kinds, limit=options.limit)
    if not options.corpora:
        raise BenchError(f"{options.questions}：请用 --corpus 给出资料")
    judged = list(_given(questions, options) if options.given else _asked(questions, options))
    if not any(each.answerable for each in judged) or all(each.answerable for each in judged):
        raise BenchError(
            f"{options.questions}：要同时有可答和不可答的问题（没有 answers 的，或用 --strangers 另给）"
        )
    print(*lines(judged), sep="\n")
    if options.run:
        rows = (
            {"id": each.id, "answered": round(each.answered, 4), "refused": each.refused} for each in judged
        )
        options.run.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return 0


def _given(questions: Sequence[BenchQuestion], options: BenchOptions) -> Iterator[Judged]:
    """Each question read against its own document: those without an answer are of the same topic."""
    texts = {each.id: each for each in read_corpora(options.corpora, titled=options.titled)}
    chooser = shipped_chooser()
    for question in tqdm(questions, desc="拒答", unit="题", file=sys.stderr):
        own = next((texts[name] for name in question.sources if name in texts), None)
        if own is not None:
            pool = candidates([GivenPassage(text=own.text, title=own.title)])
            answered = chooser.choose(question.question, pool).answered
            yield Judged(id=question.id, answerable=bool(question.groups), answered=answered)


def _asked(questions: Sequence[BenchQuestion], options: BenchOptions) -> Iterator[Judged]:
    """The collection's own questions, then the strangers', asked of the assistant over all of it."""
    strangers = read_questions(options.strangers, limit=options.limit) if options.strangers else []
    both = [(each, True) for each in questions if each.groups] + [(each, False) for each in strangers]
    with ingested(options) as store, Assistant.open(store) as assistant:
        for question, answerable in tqdm(both, desc="拒答", unit="题", file=sys.stderr):
            refused = assistant.ask(question.question).refused
            hits = assistant.retrieve(question.question, k=_PASSAGES)
            pool = candidates([GivenPassage(text=h.passage.text, title=h.document.title) for h in hits])
            answered = shipped_chooser().choose(question.question, pool).answered
            yield Judged(id=question.id, answerable=answerable, answered=answered, refused=refused)


def lines(judged: Sequence[Judged]) -> Iterator[str]:
    """What the assistant did, if it was asked; then the curve of `answered`, a line a share of false
    refusals."""
    here = [each for each in judged if each.answerable]
    gone = [each for each in judged if not each.answerable]
    yield f"可答 {len(here)} 题，不可答 {len(gone)} 题"
    if any(each.refused is not None for each in judged):
        yield f"助手：误拒 {_share(here):.3f}，应拒而拒 {_share(gone):.3f}"
    yield "误拒    拒答    阈值"
    for false, refused, threshold in curve(judged):
        yield f"{false:.3f}   {refused:.3f}   {threshold:.3f}"


def curve(judged: Sequence[Judged]) -> list[tuple[float, float, float]]:
    """(false refusals at most, unanswerable refused, threshold) for a few shares of false refusals."""
    here = sorted(each.answered for each in judged if each.answerable)
    gone = [each.answered for each in judged if not each.answerable]
    points = []
    for false in _FALSE:
        threshold = here[int(false * len(here))]  # those strictly below are refused
        points.append((false, sum(score < threshold for score in gone) / len(gone), threshold))
    return points


def _share(judged: Sequence[Judged]) -> float:
    return sum(bool(each.refused) for each in judged) / len(judged)
