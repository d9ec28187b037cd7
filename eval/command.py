"""What does `zhaoda eval` do? Reads cases, asks them all, prints the numbers, keeps the report."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from tqdm import tqdm

from assistant import Assistant
from assistant.errors import AssistantError
from eval.cases import Case, read_cases
from eval.compare import compare, outcomes, read_baseline
from eval.errors import EvalError
from eval.provenance import provenance
from eval.report import write_report
from eval.runner import Answering, CaseResult, EvalReport, evaluate
from eval.terminal import lines
from vectorstore.errors import VectorStoreError


def run(*, cases: Path, store: Path, report: Path | None = None, baseline: Path | None = None) -> int:
    """Evaluate and report; 0 when every case was asked, however many failed, 1 when they could not be.

    What stops it is one line on stderr. Results go to stdout, progress to stderr.
    """
    try:
        wanted = read_cases(cases)
        before = read_baseline(baseline) if baseline else None  # a bad path is told before the long run
        origin = provenance(store, cases)
        with Assistant.open(store) as assistant:
            done = with_progress(wanted, assistant)
        comparison = compare(before, outcomes(done.results)) if before is not None else None
        page = write_report(report, done, provenance=origin, comparison=comparison) if report else None
    except (EvalError, AssistantError, VectorStoreError) as error:
        print(f"zhaoda eval: {error}", file=sys.stderr)
        return 1
    print(*lines(done, comparison), sep="\n")
    if page:
        print(f"报告：{page}")
    return 0


def with_progress(cases: Sequence[Case], assistant: Answering) -> EvalReport:
    """Evaluate with a bar on stderr that says how many have passed so far."""
    passed = 0
    with tqdm(total=len(cases), desc="评测", unit="题", file=sys.stderr) as bar:

        def on_progress(result: CaseResult) -> None:
            nonlocal passed
            passed += result.score.outcome == "passed"
            bar.set_postfix_str(f"通过 {passed}", refresh=False)
            bar.update()

        return evaluate(cases, assistant, on_progress=on_progress)
