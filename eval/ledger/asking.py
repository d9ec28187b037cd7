"""How much of a store's ledger does the assistant tell when it is asked for it?"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tqdm import tqdm

from assistant import Assistant
from assistant.answer import Answer
from eval.bench_table import table
from eval.errors import BenchError
from eval.ledger.absent import absent_questions
from eval.ledger.figures import figure_questions
from eval.ledger.judging import Outcome, judged
from eval.ledger.projects import project_questions
from eval.ledger.question import LedgerQuestion
from eval.ledger.together import together_questions
from vectorstore.build import open_library
from vectorstore.projects import merge_projects

_OUTCOMES: dict[Outcome, str] = {"right": "答对", "wrong": "答错", "refused": "拒答"}
_LONGEST = 120  # of what is shown of an answer and of a quote


@dataclass(frozen=True, kw_only=True)
class LedgerOptions:
    """A store to ask; `limit` questions of each sort are drawn with `seed`, `kinds` empty is all.

    `show` prints the questions that were refused too, `run` takes a line a question.
    """

    store: Path
    limit: int
    seed: int = 1
    kinds: tuple[str, ...] = ()
    show: bool = False
    run: Path | None = None


@dataclass(frozen=True, kw_only=True)
class Told:
    """A question with its answer and what that is worth."""

    question: LedgerQuestion
    answer: Answer
    outcome: Outcome


def run(options: LedgerOptions) -> int:
    """Ask, print the table and what went wrong; 0 unless there was nothing to ask.

    Raises: BenchError, AssistantError, VectorStoreError.
    """
    questions = drawn(options)
    if not questions:
        raise BenchError(f"{options.store}：台账里没有可问的条目；请先用 zhaoda ingest 收录资料")
    with Assistant.open(options.store) as assistant:
        told = [
            _told(question, assistant.ask(question.text))
            for question in tqdm(questions, desc="台账", unit="题", file=sys.stderr)
        ]
    print(*lines(told, show=options.show), sep="\n")
    if options.run:
        options.run.write_text(
            "".join(f"{json.dumps(_row(each), ensure_ascii=False)}\n" for each in told), "utf-8"
        )
    return 0


def drawn(options: LedgerOptions) -> list[LedgerQuestion]:
    """At most `limit` questions each of figures, projects, rows together and what is not there: the same for
    the same store and seed, but for those whose kind is not wanted.

    Raises: VectorStoreError.
    """
    random = Random(options.seed)
    with open_library(options.store) as library:
        figures, mentions = library.figures(), library.projects()
        projects = merge_projects(mentions, library.dates({row.document_id for row in mentions}))
    sorts = (
        figure_questions(figures, random=random),
        project_questions(projects),
        together_questions(figures, random=random),
        absent_questions(figures, random=random),
    )
    wanted = (
        list({each.text: each for each in sort if not options.kinds or each.kind in options.kinds}.values())
        for sort in sorts
    )
    return [each for sort in wanted for each in random.sample(sort, k=min(options.limit, len(sort)))]


def _told(question: LedgerQuestion, answer: Answer) -> Told:
    return Told(question=question, answer=answer, outcome=judged(question, answer))


def lines(told: Sequence[Told], *, show: bool = False) -> Iterator[str]:
    """A line a kind of question; then each that went wrong with its answer and what the row says."""
    kinds = dict.fromkeys(each.question.kind for each in told)
    rows = [[kind, *_counts([each for each in told if each.question.kind == kind])] for kind in kinds]
    yield from table(["类别", "题数", *_OUTCOMES.values()], [*rows, ["合计", *_counts(told)]])
    for each in told:
        if each.outcome == "wrong" or (show and each.outcome == "refused"):
            yield f"{_OUTCOMES[each.outcome]} {each.question.kind} {each.question.text}"
            yield f"  答：{_one_line(each.answer.text)}"
            yield f"  应：{_wanted(each.question)}"
            yield f"  据：{_one_line(each.question.quote)}"


def _counts(told: Sequence[Told]) -> list[str]:
    outcomes = Counter(each.outcome for each in told)
    return [str(len(told)), *(str(outcomes[outcome]) for outcome in _OUTCOMES)]


def _wanted(question: LedgerQuestion) -> str:
    if question.asked:
        return f"没有{question.asked}的"
    return "；".join([*("或".join(dict.fromkeys(ways)) for ways in question.groups), *question.computed])


def _one_line(text: str) -> str:
    line = " / ".join(filter(None, map(str.strip, text.splitlines())))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}……"


def _row(told: Told) -> dict[str, str]:
    return {
        "kind": told.question.kind, "question": told.question.text, "outcome": told.outcome,
        "answer": told.answer.text, "quote": told.question.quote,
    }  # fmt: skip
