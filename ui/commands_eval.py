"""What does `zhaoda eval` run? The evaluation package, with the paths of the command line."""

from __future__ import annotations

import importlib
from typing import Protocol, cast

from ui.arguments import Options
from ui.arguments_eval import BENCHES


class Bench(Protocol):
    """A benchmark's module: `run` prints its table and returns the exit code; `options` is a BenchOptions."""

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
    from eval.bench import BenchOptions

    bench = cast(Bench, importlib.import_module(BENCHES[options.bench][0]))
    return bench.run(
        BenchOptions(
            corpora=tuple(options.corpus), questions=options.questions, kinds=tuple(options.kind),
            limit=options.limit, titled=not options.untitled, store=options.store, run=options.run,
            given=getattr(options, "given", False), noise=getattr(options, "noise", None),
            strangers=tuple(getattr(options, "strangers", ())),
        )
    )  # fmt: skip
