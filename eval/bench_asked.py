"""Does `Assistant.ask` over a whole collection say the answer, and if not, which part of it is at fault?"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tqdm import tqdm

from assistant import Assistant
from assistant.answer import Answer
from eval.bench import BenchOptions, BenchQuestion
from eval.bench_ingested import ingested
from eval.bench_table import by_kind, table
from eval.matching import contains, without_markers

MOST_CHARS = 300  # of an answer that count, its markers left out
MOST_SENTENCES = 3
_FIRST = 5  # passages among which the evidence should be

Outcome = Literal["right", "refused", "document", "sentence", "cut"]
Owner = Literal["", "search", "choice"]


@dataclass(frozen=True, kw_only=True)
class Told:
    """One question's outcome.

    `document` is an answer out of other documents only, `sentence` one out of a right document whose quotes
    do not hold the answer, `cut` one whose quotes hold it while the text shown does not. `owner` is the
    search where no right document was among the first passages, else the choice. `statements` were shown.
    """

    question: BenchQuestion
    text: str
    outcome: Outcome
    owner: Owner
    statements: int = 0
    seconds: float = 0.0

    @property
    def refused(self) -> bool:
        """Whether it was no answer."""
        return self.outcome == "refused"


def asked(questions: Sequence[BenchQuestion], options: BenchOptions) -> Iterator[Told]:
    """Each question asked of the assistant over the whole collection, as `zhaoda ask` would.

    Raises: BenchError, AssistantError, VectorStoreError, IngestError.
    """
    right = 0
    with (
        ingested(options) as store,
        Assistant.open(store) as assistant,
        tqdm(questions, desc="问答", unit="题", file=sys.stderr) as bar,
    ):
        for question in bar:
            started = time.perf_counter()
            answer = assistant.ask(question.question)
            seconds = time.perf_counter() - started
            hits = assistant.retrieve(question.question, k=_FIRST)
            told = judged(question, answer, [hit.document.name for hit in hits], seconds=seconds)
            right += told.outcome == "right"
            bar.set_postfix_str(f"答对 {right}", refresh=False)
            yield told


def judged(question: BenchQuestion, answer: Answer, found: Sequence[str], *, seconds: float) -> Told:
    """The outcome of an answer; `found` are the names of the documents of the first passages."""
    text = without_markers(answer.text)
    outcome = _outcome(question, answer, text)
    owner: Owner = "choice" if question.documents & set(found) else "search"
    return Told(
        question=question, text=text, outcome=outcome, owner="" if outcome == "right" else owner,
        statements=sum("[" in line for line in answer.text.splitlines()), seconds=seconds,
    )  # fmt: skip


def _outcome(question: BenchQuestion, answer: Answer, text: str) -> Outcome:
    if answer.refused:
        return "refused"
    if contains(text[:MOST_CHARS], question.groups):
        return "right"
    quoted = [citation.quote for citation in answer.citations if citation.document in question.documents]
    if not quoted:
        return "document"
    return "cut" if contains("\n".join(quoted), question.groups) else "sentence"


def row(told: Told) -> dict[str, str | bool]:
    """The outcome as a line of a run file."""
    return {
        "id": told.question.id, "answer": told.text, "refused": told.refused, "outcome": told.outcome,
        "owner": told.owner,
    }  # fmt: skip


def lines(told: Sequence[Told]) -> Iterator[str]:
    """A line a kind: right answers, kinds of wrong ones and whose they are, length and time of answers."""
    heads = [
        "类别", "题数", "答对", "拒答", "错文件", "错句子", "被截断", "错在检索", "错在选句",
        f"超{MOST_SENTENCES}句", "平均字数", "p50毫秒", "p95毫秒",
    ]  # fmt: skip
    yield from table(heads, [_row(kind, mine) for kind, mine in by_kind(told)])


def _row(kind: str, mine: Sequence[Told]) -> list[str]:
    outcomes = Counter(each.outcome for each in mine)
    owners = Counter(each.owner for each in mine)
    said = [len(each.text) for each in mine if not each.refused]
    times = sorted(each.seconds for each in mine)
    return [
        kind, str(len(mine)),
        f"{outcomes['right'] / len(mine):.3f}", f"{outcomes['refused'] / len(mine):.3f}",
        str(outcomes["document"]), str(outcomes["sentence"]), str(outcomes["cut"]),
        str(owners["search"]), str(owners["choice"]),
        str(sum(each.statements > MOST_SENTENCES for each in mine)), f"{sum(said) / max(1, len(said)):.0f}",
        f"{1000 * times[len(times) // 2]:.0f}", f"{1000 * times[int(0.95 * (len(times) - 1))]:.0f}",
    ]  # fmt: skip
