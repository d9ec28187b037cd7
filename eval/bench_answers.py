"""Do the sentences chosen from the document at hand hold the answer? Without one, the assistant is asked."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqdm import tqdm

from assistant.choice import Chooser, shipped_chooser
from assistant.choice.given import GivenPassage, best_first, candidates
from eval import bench_asked
from eval.bench import BenchOptions, BenchQuestion, CorpusText, read_corpora, read_questions
from eval.bench_table import by_kind, table
from eval.errors import BenchError
from eval.matching import contains

_AT_HAND = 5  # passages given with a question where some are noise


@dataclass(frozen=True, kw_only=True)
class Picked:
    """One question's outcome: whether the first one, two, three sentences hold the answer."""

    question: BenchQuestion
    text: str
    holds: tuple[bool, ...]


def run(options: BenchOptions) -> int:
    """Measure and print one table; 0 unless there was nothing to measure.

    Raises: BenchError, AssistantError, VectorStoreError, IngestError.
    """
    questions = [q for q in read_questions(options.questions, kinds=options.kinds) if q.groups and q.sources]
    questions = questions[: options.limit]
    if not questions or not options.corpora:
        raise BenchError(
            f"{options.questions}：要有带 answers 和 gold_doc_ids 的问题，并用 --corpus 给出资料"
        )
    if options.given or options.noise is not None:
        picked = list(with_documents(questions, options))
        print(*lines(picked), sep="\n")
        rows: list[dict[str, str | bool]] = [{"id": each.question.id, "answer": each.text} for each in picked]
    else:
        told = list(bench_asked.asked(questions, options))
        print(*bench_asked.lines(told), sep="\n")
        rows = [bench_asked.row(each) for each in told]
    if options.run:
        options.run.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), "utf-8")
    return 0


def with_documents(questions: Sequence[BenchQuestion], options: BenchOptions) -> Iterator[Picked]:
    """Each question asked of its own document, or of five passages of which some are noise."""
    texts = {each.id: each for each in read_corpora(options.corpora, titled=options.titled)}
    chooser = shipped_chooser()
    for question in tqdm(questions, desc="选句", unit="题", file=sys.stderr):
        names = [name for name in at_hand(question, noise=options.noise) if name in texts]
        if names:
            yield choose(question, [texts[name] for name in names], chooser)


def at_hand(question: BenchQuestion, *, noise: float | None) -> list[str]:
    """The documents given with a question: its own, or five with this share of wrong ones."""
    if noise is None:
        return list(question.sources[:1])
    wrong = int(_AT_HAND * noise)
    return [*question.sources[: _AT_HAND - wrong], *question.distractors[:wrong]]


def choose(question: BenchQuestion, texts: Sequence[CorpusText], chooser: Chooser) -> Picked:
    """What the chooser picks; sentences stand in the order of the documents."""
    given = [GivenPassage(text=each.text, title=each.title, document=each.id) for each in texts]
    pool = candidates(best_first(question.question, given, rarity=chooser.rarity))
    best = chooser.choose(question.question, pool).best(3)
    picks = ["".join(pool[at].text for at in sorted(best[:count])) for count in (1, 2, 3)]
    return Picked(
        question=question, text=picks[-1], holds=tuple(contains(pick, question.groups) for pick in picks)
    )


def lines(told: Sequence[Picked]) -> Iterator[str]:
    """A line a kind of question: how often the best one, two, three sentences hold the answer."""
    yield from table(
        ["类别", "题数", "首句", "前两句", "前三句"],
        [
            [kind, str(len(mine)), *(f"{sum(t.holds[at] for t in mine) / len(mine):.3f}" for at in range(3))]
            for kind, mine in by_kind(told)
        ],
    )
