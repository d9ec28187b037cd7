"""How fast do documents become answers, and what do they cost, beside plainer means in the same run?

    python benchmarks/bulk.py DOCUMENTS.jsonl --questions QUESTIONS.jsonl [...] [--passages 1000 10000 100000]
        [--sides ours recipe floor] [--stores DIR]

Sides: ours is the whole of it (records read in child processes, figures and projects, both indexes); recipe
and floor are told in plain_means.py. Documents too few for a size are taken again under other ids, with a
line added. Each side and size is filled in one process and asked in another. Printed for each:

    documents a second, end to end; processor milliseconds a document (a busy machine slows the first, hardly
    the second); memory at its peak while filling, without child processes; seconds from the start of a
    process to its first answer, and from there to what the desk makes ready in a thread; milliseconds an
    answer and a search (p50, p95; plain means answer with what they find); resident memory after them; the
    store on disk

then the ratio of ours to the other sides. Progress goes to standard error.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, fields
from functools import partial
from itertools import count, islice
from pathlib import Path

from asking import drawn, middle_and_tail, timed

_PASSAGES_A_DOCUMENT = 2.3  # of news articles, about
_EACH = 30  # questions of each kind
_SIDES = ("ours", "recipe", "floor")
Search = Callable[[str], object]


@dataclass(frozen=True, kw_only=True)
class Filled:
    """What it took to make a store."""

    documents_a_second: float
    cpu_ms_a_document: float
    filling_mb: float


@dataclass(frozen=True, kw_only=True)
class Used:
    """What it takes to ask one."""

    start_s: float
    ready_s: float
    answer_p50_ms: float
    answer_p95_ms: float
    search_p50_ms: float
    search_p95_ms: float
    memory_mb: float
    disk_mb: float


_COLUMNS = [field.name for kind in (Filled, Used) for field in fields(kind)]


def filled(side: str, documents: Path, store: Path) -> Filled:
    """Make the store of one side."""
    began, worked = time.perf_counter(), _cpu_s()
    made = _fill(side)(documents, store)
    return Filled(
        documents_a_second=made / (time.perf_counter() - began),
        cpu_ms_a_document=1000 * (_cpu_s() - worked) / made,
        filling_mb=_peak_mb(),
    )


def used(side: str, store: Path, questions: Sequence[tuple[str, str]], *, began: float) -> Used:
    """Open the store of one side and ask it; `began` is when the process did."""
    answer, search, ready = _opened(side, store)
    answer(questions[0][1])
    start_s = time.time() - began
    ready()  # what the desk does in a thread when it opens
    ready_s = time.time() - began - start_s
    answers = middle_and_tail(one.clock_ms for one in timed(answer, questions[1:]))
    searches = (
        answers if search is answer else middle_and_tail(one.clock_ms for one in timed(search, questions))
    )
    size = sum(path.stat().st_size for path in store.rglob("*") if path.is_file())
    return Used(
        start_s=start_s, ready_s=ready_s, answer_p50_ms=answers[0], answer_p95_ms=answers[1],
        search_p50_ms=searches[0], search_p95_ms=searches[1], memory_mb=_peak_mb(), disk_mb=size / 2**20,
    )  # fmt: skip


def _fill(side: str) -> Callable[[Path, Path], int]:
    if side == "ours":
        return _fill_ours
    from plain_means import fill_floor, fill_recipe

    return {"recipe": fill_recipe, "floor": fill_floor}[side]


def _fill_ours(documents: Path, store: Path) -> int:
    from ingest import ingest

    return len(ingest([documents], store=store, progress=True).added)


def _opened(side: str, store: Path) -> tuple[Search, Search, Callable[[], None]]:
    """What answers, what searches, and what makes ready for more than a first question."""
    if side == "ours":
        from assistant import Assistant
        from ui.collector import ready

        assistant = Assistant.open(store)
        return assistant.ask, assistant.retrieve, partial(ready, assistant)
    from plain_means import open_floor, open_recipe

    search = {"recipe": open_recipe, "floor": open_floor}[side](store)
    return search, search, lambda: None


def _cpu_s() -> float:
    spent = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in spent)


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _records(documents: Path) -> Iterator[bytes]:
    """The lines of a file, again and again; from the second time under other ids, with a line added."""
    for again in count():
        with documents.open("rb") as lines:
            for line in lines:
                row = json.loads(line) if again else None
                if row is not None:
                    row |= {"id": f"{row['id']}-{again}", "text": f"{row['text']}\n第{again + 1}次刊登。"}
                    line = json.dumps(row, ensure_ascii=False).encode() + b"\n"
                yield line


def _in_process(
    step: str, side: str, documents: Path, store: Path, questions: Sequence[Path]
) -> dict[str, float]:
    """What one step measured, in a process of its own."""
    command = [sys.executable, __file__, str(documents), "--step", step, "--sides", side]
    asked = [argument for path in questions for argument in ("--questions", str(path))]
    began = time.perf_counter()
    print(f"{step} {side} …", file=sys.stderr, flush=True)
    done = subprocess.run(
        [*command, "--stores", str(store), *asked],
        stdout=subprocess.PIPE,
        check=True,
        text=True,
        env=_keeping_bytecode(),
    )
    print(f"{step} {side}: {time.perf_counter() - began:.0f} s", file=sys.stderr, flush=True)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def _keeping_bytecode() -> dict[str, str]:
    """The environment of a machine where a program is compiled once: libraries come with their bytecode, and
    ours is kept from the first run on unless the shell that measures forbids it."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _table(options: argparse.Namespace) -> None:
    print("passages", "side", *_COLUMNS, sep="\t", flush=True)
    for size in options.passages:
        with ExitStack() as stack:
            folder = Path(options.stores or stack.enter_context(tempfile.TemporaryDirectory())) / str(size)
            folder.mkdir(parents=True, exist_ok=True)
            part = folder / "part.jsonl"
            with part.open("wb") as lines:
                lines.writelines(islice(_records(options.documents), round(size / _PASSAGES_A_DOCUMENT)))
            costs = {side: _cost(side, part, folder / side, options.questions) for side in options.sides}
        for side in (each for each in costs if each != "ours" and "ours" in costs):
            ratios = (costs["ours"][name] / costs[side][name] for name in _COLUMNS)
            print(size, f"ours / {side}", *(f"{ratio:.2f}" for ratio in ratios), sep="\t", flush=True)


def _cost(side: str, part: Path, store: Path, questions: Sequence[Path]) -> dict[str, float]:
    store.mkdir()
    cost = _in_process("fill", side, part, store, questions) | _in_process(
        "ask", side, part, store, questions
    )
    size = part.parent.name
    print(size, side, *(f"{cost[name]:.1f}" for name in _COLUMNS), sep="\t", flush=True)
    return cost


def main() -> None:
    began = time.time()
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("documents", type=Path, help="records with id and text, one a line")
    parser.add_argument("--questions", type=Path, action="append", required=True, help="rows with a question")
    parser.add_argument("--passages", type=int, nargs="+", default=[1000, 10_000], help="sizes")
    parser.add_argument("--sides", nargs="+", choices=_SIDES, default=_SIDES)
    parser.add_argument("--stores", type=Path, help="keep the stores here, a folder without any")
    parser.add_argument("--step", choices=("fill", "ask"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step == "fill":
        print(json.dumps(asdict(filled(options.sides[0], options.documents, options.stores))))
    elif options.step == "ask":
        questions = drawn(options.questions, each=_EACH)
        print(json.dumps(asdict(used(options.sides[0], options.stores, questions, began=began))))
    else:
        _table(options)


if __name__ == "__main__":
    main()
