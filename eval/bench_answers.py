"""Do the sentences chosen hold the answer: in the document at hand, or end to end over a whole collection?"""

from __future__ import annotations

import json
import re
import sys
import time
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqdm import tqdm

from assistant import Assistant
from assistant.answer import Answer
from assistant.choice import Chooser, shipped_chooser
from assistant.choice.given import GivenPassage, best_first, candidates
from eval.bench import BenchOptions, BenchQuestion, CorpusText, read_corpora, read_questions
from eval.bench_ingested import ingested
from eval.errors import BenchError
from eval.matching import without_markers
from eval.terminal import cells

MOST_CHARS = 300  # of an answer that count, white space and punctuation left out
_FIRST = 5  # passages among which the evidence should be
_AT_HAND = 5  # passages given with a question where some are noise


@dataclass(frozen=True, kw_only=True)
class Told:
    """One question's outcome. `holds` are whether the first one, two, three sentences hold the answer, or the
    answer does (one value); `found` whether search brought a right document among the first passages."""

    question: BenchQuestion
    text: str
    holds: tuple[bool, ...]
    refused: bool = False
    found: bool = True
    seconds: float = 0.0


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
    at_hand = options.given or options.noise is not None
    told = list(with_documents(questions, options) if at_hand else end_to_end(questions, options))
    print(*(given_lines(told) if at_hand else asked_lines(told)), sep="\n")
    if options.run:
        rows = ({"id": t.question.id, "answer": t.text, "refused": t.refused} for t in told)
        options.run.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), "utf-8")
    return 0


def plain(text: str) -> str:
    """Text as answers are compared: NFKC, lower case, without punctuation and white space."""
    return re.sub(r"[\s\W_]+", "", unicodedata.normalize("NFKC", text).lower())


def contains(text: str, question: BenchQuestion) -> bool:
    """Whether `text` has an alternative of every group of answers."""
    said = plain(text)
    return all(any(wanted and wanted in said for wanted in map(plain, group)) for group in question.groups)


def with_documents(questions: Sequence[BenchQuestion], options: BenchOptions) -> Iterator[Told]:
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


def choose(question: BenchQuestion, texts: Sequence[CorpusText], chooser: Chooser) -> Told:
    """What the chooser picks; sentences stand in the order of the documents."""
    given = [GivenPassage(text=each.text, title=each.title, document=each.id) for each in texts]
    pool = candidates(best_first(question.question, given, rarity=chooser.rarity))
    best = chooser.choose(question.question, pool).best(3)
    picks = ["".join(pool[at].text for at in sorted(best[:count])) for count in (1, 2, 3)]
    return Told(question=question, text=picks[-1], holds=tuple(contains(pick, question) for pick in picks))


def end_to_end(questions: Sequence[BenchQuestion], options: BenchOptions) -> Iterator[Told]:
    """Each question asked of the assistant over the whole collection, as `zhaoda ask` would."""
    with ingested(options) as store, Assistant.open(store) as assistant:
        for question in tqdm(questions, desc="问答", unit="题", file=sys.stderr):
            started = time.perf_counter()
            answer = assistant.ask(question.question)
            seconds = time.perf_counter() - started
            hits = assistant.retrieve(question.question, k=_FIRST)
            yield judged(question, answer, [hit.document.name for hit in hits], seconds=seconds)


def judged(question: BenchQuestion, answer: Answer, found: Sequence[str], *, seconds: float) -> Told:
    """The outcome of an answer given over documents called `found`."""
    text = without_markers(answer.text)
    right = not answer.refused and contains(plain(text)[:MOST_CHARS], question)
    return Told(
        question=question, text=text, holds=(right,), refused=answer.refused, seconds=seconds,
        found=bool(question.documents & set(found)),
    )  # fmt: skip


def given_lines(told: Sequence[Told]) -> Iterator[str]:
    """A line a kind of question: how often the best one, two, three sentences hold the answer."""
    yield from _table(
        ["类别", "题数", "首句", "前两句", "前三句"],
        [
            [kind, str(len(mine)), *(f"{sum(t.holds[at] for t in mine) / len(mine):.3f}" for at in range(3))]
            for kind, mine in by_kind(told)
        ],
    )


def asked_lines(told: Sequence[Told]) -> Iterator[str]:
    """A line a kind: right answers, refusals, and whose the wrong ones are: the search's or the choice's."""
    rows = []
    for kind, mine in by_kind(told):
        right = [t for t in mine if t.holds[0]]
        wrong = [t for t in mine if not t.holds[0]]
        times = sorted(t.seconds for t in mine)
        rows.append([
            kind, str(len(mine)), f"{len(right) / len(mine):.3f}",
            f"{sum(t.refused for t in mine) / len(mine):.3f}",
            str(sum(not t.found for t in wrong)), str(sum(t.found for t in wrong)),
            f"{1000 * times[len(times) // 2]:.0f}", f"{1000 * times[int(0.95 * (len(times) - 1))]:.0f}",
        ])  # fmt: skip
    heads = ["类别", "题数", "答对", "拒答", "错在检索", "错在选句", "p50毫秒", "p95毫秒"]
    yield from _table(heads, rows)


def by_kind(told: Sequence[Told]) -> list[tuple[str, list[Told]]]:
    """The outcomes of each kind of question, by name."""
    kinds = sorted({t.question.kind for t in told})
    return [(kind, [t for t in told if t.question.kind == kind]) for kind in kinds]


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(cells(row[at]) for row in [heads, *rows]) for at in range(len(heads))]
    for row in [heads, *rows]:
        yield "  ".join(
            f"{text}{' ' * (width - cells(text))}" for text, width in zip(row, widths, strict=True)
        ).rstrip()
