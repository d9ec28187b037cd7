"""What does `zhaoda eval` run? The evaluation package, with the paths of the command line."""

from __future__ import annotations

from ui.arguments import Options


def run(options: Options) -> int:
    """The evaluation's own exit code."""
    from eval.command import run as evaluate

    return evaluate(
        cases=options.cases, store=options.store, report=options.report, baseline=options.baseline
    )
