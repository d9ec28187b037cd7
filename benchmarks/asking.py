"""How long does an answer take over a store that is there already, by kind of question?

    python benchmarks/asking.py STORE QUESTIONS.jsonl [QUESTIONS.jsonl ...] [--each 20] [--slowest 8]

Files hold a row with `question` and `kind` a line; of each kind up to --each are drawn, the same ones every
time, and asked once each in a mixed order, as an official would: nothing of them has been asked before.
Printed: seconds to open and to give the first answer, milliseconds an answer (p50, p95) by the clock and of
the processor (a busy machine slows the first, hardly the second), resident memory, the slowest questions.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One question with the milliseconds its answer took: by the clock, of the processor."""

    kind: str
    question: str
    clock_ms: float
    processor_ms: float


def drawn(paths: Iterable[Path], *, each: int) -> list[tuple[str, str]]:
    """Kind and question of up to `each` rows of every kind, mixed; the same for the same files."""
    rows = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    kinds: dict[str, list[str]] = {}
    for row in rows:
        kinds.setdefault(str(row.get("kind", "")), []).append(row["question"])
    dice = random.Random(1)
    found = [
        (kind, question)
        for kind, questions in kinds.items()
        for question in dice.sample(questions, min(each, len(questions)))
    ]
    dice.shuffle(found)
    return found


def timed(ask: Callable[[str], object], questions: Sequence[tuple[str, str]]) -> list[Asked]:
    """Each question asked once, in order."""
    taken = []
    for kind, question in questions:
        clock, processor = time.perf_counter(), time.process_time()
        ask(question)
        clock, processor = time.perf_counter() - clock, time.process_time() - processor
        taken.append(
            Asked(kind=kind, question=question, clock_ms=1000 * clock, processor_ms=1000 * processor)
        )
    return taken


def middle_and_tail(values: Iterable[float]) -> tuple[float, float]:
    """p50 and p95 of at least two values."""
    cuts = statistics.quantiles(values, n=20)
    return cuts[9], cuts[18]


def _printed(name: str, taken: Sequence[Asked]) -> None:
    if len(taken) < 2:
        return
    clock, processor = (
        " / ".join(f"{value:6.0f}" for value in middle_and_tail(values))
        for values in ([one.clock_ms for one in taken], [one.processor_ms for one in taken])
    )
    print(f"{name:16} {len(taken):>5}   {clock}   {processor}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("store", type=Path)
    parser.add_argument("questions", type=Path, nargs="+")
    parser.add_argument("--each", type=int, default=20, help="questions of each kind at most")
    parser.add_argument("--slowest", type=int, default=8, help="how many to name")
    options = parser.parse_args()
    questions = drawn(options.questions, each=options.each)
    began = time.perf_counter()
    from assistant import Assistant
    from ui.collector import ready

    with Assistant.open(options.store) as assistant:
        assistant.ask(questions[0][1])
        print(f"opened, first question answered: {time.perf_counter() - began:.2f} s")
        began = time.perf_counter()
        ready(assistant)  # as the desk does, in a thread, when it opens
        print(f"what other first questions would wait for: {time.perf_counter() - began:.2f} s")
        taken = sorted(timed(assistant.ask, questions[1:]), key=lambda one: one.kind)
    print(f"{'kind':16} {'count':>5}   {'clock p50/p95':>15}   {'processor':>15}  ms")
    for kind, group in groupby(taken, key=lambda one: one.kind):
        _printed(kind, [*group])
    _printed("all", taken)
    for one in sorted(taken, key=lambda one: -one.processor_ms)[: options.slowest]:
        print(f"{one.processor_ms:>6.0f} ms {one.kind}: {one.question[:80]}")
    print(f"resident {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
