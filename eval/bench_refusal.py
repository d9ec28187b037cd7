"""Is what the documents do not say refused, and what they do say answered?"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tqdm import tqdm

from assistant import Assistant
from assistant.choice import shipped_chooser
from assistant.choice.given import GivenPassage, candidates
from eval.bench import BenchOptions, BenchQuestion, read_corpora, read_questions
from eval.bench_ingested import ingested
from eval.bench_table import table
from eval.errors import BenchError

_FALSE = (0.02, 0.05, 0.1, 0.15, 0.2)
_PASSAGES = 8


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A question with how likely it is answered by what was read, 0 to 1, and whether it is answerable.

    `refused` is what the assistant did, None where only passages were read; `group` is whose question it is:
    a kind of the collection's own, or a file of strangers.
    """

    id: str
    answerable: bool
    answered: float
    refused: bool | None = None
    group: str = ""


def run(options: BenchOptions) -> int:
    """Measure and print the refusals; 0 unless there was nothing to measure.

    Raises: BenchError, AssistantError, VectorStoreError, IngestError.
    """
    questions = spread(read_questions(options.questions, kinds=options.kinds), options.limit)
    if not options.corpora:
        raise BenchError(f"{options.questions}：请用 --corpus 给出资料")
    judged = list(_given(questions, options) if options.given else _asked(questions, options))
    if not any(each.answerable for each in judged) or all(each.answerable for each in judged):
        raise BenchError(
            f"{options.questions}：要同时有可答和不可答的问题（没有 answers 的，或用 --strangers 另给）"
        )
    print(*lines(judged), sep="\n")
    if options.run:
        options.run.write_text("".join(f"{json.dumps(_row(each))}\n" for each in judged), "utf-8")
    return 0


def spread(questions: Sequence[BenchQuestion], limit: int | None) -> list[BenchQuestion]:
    """At most `limit` of the questions, taken evenly: neighbours are often of one document."""
    if limit is None or len(questions) <= limit:
        return list(questions)
    return [questions[at * len(questions) // limit] for at in range(limit)]


def _given(questions: Sequence[BenchQuestion], options: BenchOptions) -> Iterator[Judged]:
    """Each question read against its own document: those without an answer are of the same topic."""
    texts = {each.id: each for each in read_corpora(options.corpora, titled=options.titled)}
    chooser = shipped_chooser()
    for question in tqdm(questions, desc="拒答", unit="题", file=sys.stderr):
        own = next((texts[name] for name in question.sources if name in texts), None)
        if own is not None:
            pool = candidates([GivenPassage(text=own.text, title=own.title)])
            answered = chooser.choose(question.question, pool).answered
            yield Judged(
                id=question.id, answerable=bool(question.groups), answered=answered, group=question.kind
            )


def _asked(questions: Sequence[BenchQuestion], options: BenchOptions) -> Iterator[Judged]:
    """The collection's own questions, then the strangers', asked of the assistant over all of it."""
    asked = [(each, each.kind, True) for each in questions if each.groups]
    for path in options.strangers:
        found = [each for each in read_questions(path) if each.groups]
        asked += [(each, _stem(path), False) for each in spread(found, options.limit)]
    with ingested(options) as store, Assistant.open(store) as assistant:
        for question, group, answerable in tqdm(asked, desc="拒答", unit="题", file=sys.stderr):
            refused = assistant.ask(question.question).refused
            hits = assistant.retrieve(question.question, k=_PASSAGES)
            pool = candidates([GivenPassage(text=h.passage.text, title=h.document.title) for h in hits])
            answered = shipped_chooser().choose(question.question, pool).answered
            yield Judged(
                id=question.id, answerable=answerable, answered=answered, refused=refused, group=group
            )


def _stem(path: Path) -> str:
    return path.name.partition(".")[0]


def _row(judged: Judged) -> dict[str, str | float | bool | None]:
    return {
        "id": judged.id, "group": judged.group, "answered": round(judged.answered, 4),
        "refused": judged.refused,
    }  # fmt: skip


def lines(judged: Sequence[Judged]) -> Iterator[str]:
    """What the assistant did, if it was asked, a line a group; then the curve of `answered`, a line a share
    of false refusals."""
    here = [each for each in judged if each.answerable]
    gone = [each for each in judged if not each.answerable]
    yield f"可答 {len(here)} 题，不可答 {len(gone)} 题"
    if any(each.refused is not None for each in judged):
        yield f"助手：误拒 {_share(here):.3f}，应拒而拒 {_share(gone):.3f}"
        rows = [
            [name, "可答" if mine[0].answerable else "不可答", str(len(mine)), f"{_share(mine):.3f}"]
            for name, mine in _groups(judged)
        ]
        yield from table(["来源", "资料里", "题数", "拒答"], rows)
    strangers = _groups(gone) if len(_groups(gone)) > 1 else []
    rows = [
        [f"{false:.3f}", f"{refused:.3f}", f"{threshold:.3f}",
         *(f"{_below(mine, threshold):.3f}" for _, mine in strangers)]
        for false, refused, threshold in curve(judged)
    ]  # fmt: skip
    yield from table(["误拒", "拒答", "阈值", *(name for name, _ in strangers)], rows)


def _groups(judged: Sequence[Judged]) -> list[tuple[str, list[Judged]]]:
    names = dict.fromkeys((each.group, each.answerable) for each in judged)
    return [(name[0], [each for each in judged if (each.group, each.answerable) == name]) for name in names]


def curve(judged: Sequence[Judged]) -> list[tuple[float, float, float]]:
    """(false refusals at most, unanswerable refused, threshold) for a few shares of false refusals."""
    here = sorted(each.answered for each in judged if each.answerable)
    gone = [each for each in judged if not each.answerable]
    points = []
    for false in _FALSE:
        threshold = here[int(false * len(here))]  # those strictly below are refused
        points.append((false, _below(gone, threshold), threshold))
    return points


def _below(judged: Sequence[Judged], threshold: float) -> float:
    return sum(each.answered < threshold for each in judged) / len(judged)


def _share(judged: Sequence[Judged]) -> float:
    return sum(bool(each.refused) for each in judged) / len(judged)
