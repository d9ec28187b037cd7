"""What does `zhaoda eval` run? The evaluation package, with the paths of the command line."""

from __future__ import annotations

import importlib
from typing import Protocol, cast

from ui.arguments import Options
from ui.arguments_eval import BENCHES


class Bench(Protocol):
    """A benchmark's module: `run` prints its table, returns the exit code; `options` are its own."""

    def run(self, options: object) -> int: ...


def run(options: Options) -> int:
    """The evaluation's own exit code."""
    if getattr(options, "bench", None):
        return _run_bench(options)
    from eval.command import run as evaluate

    return evaluate(
        cases=options.cases, store=options.store, report=options.report, baseline=options.baseline
    )


def _run_bench(options: Options) -> int:
    bench = cast(Bench, importlib.import_module(BENCHES[options.bench][0]))
    return bench.run(_of_a_store(options) if options.bench == "ledger" else _of_a_set(options))


def _of_a_store(options: Options) -> object:
    from eval.ledger.asking import LedgerOptions

    return LedgerOptions(
        store=options.store, limit=options.limit, seed=options.seed, kinds=tuple(options.kind),
        show=options.show, run=options.run,
    )  # fmt: skip


def _of_a_set(options: Options) -> object:
    from eval.bench import BenchOptions

    return BenchOptions(
        corpora=tuple(options.corpus), questions=options.questions, kinds=tuple(options.kind),
        limit=options.limit, titled=not options.untitled, store=options.store, run=options.run,
        given=getattr(options, "given", False), noise=getattr(options, "noise", None),
        strangers=tuple(getattr(options, "strangers", ())),
    )  # fmt: skip
