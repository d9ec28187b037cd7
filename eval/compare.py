"""Is it better than last time? Two reports over the same cases, case by case."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.errors import BaselineError
from eval.metrics import Judged
from eval.statistics import mcnemar

Outcomes = Mapping[str, str]
"""The outcome of each case by its id."""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Ids of cases that changed; `added` and `removed` are in one report only, unscored ones in neither list.

    `p_value` is McNemar's, exact and two-sided: how likely so uneven a change is by chance.
    """

    fixed: tuple[str, ...]
    broken: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    both_passed: int
    both_failed: int
    p_value: float


def outcomes(results: Sequence[Judged]) -> Outcomes:
    """The outcome of each result by its case's id."""
    return {result.case.id: result.score.outcome for result in results}


def compare(baseline: Outcomes, now: Outcomes) -> Comparison:
    """What changed from `baseline` to `now`, in the order of `now`."""
    pairs = {id: (baseline[id], now[id]) for id in now if id in baseline}
    fixed = tuple(id for id, pair in pairs.items() if pair == ("failed", "passed"))
    broken = tuple(id for id, pair in pairs.items() if pair == ("passed", "failed"))
    return Comparison(
        fixed=fixed,
        broken=broken,
        added=tuple(id for id in now if id not in baseline),
        removed=tuple(id for id in baseline if id not in now),
        both_passed=sum(pair == ("passed", "passed") for pair in pairs.values()),
        both_failed=sum(pair == ("failed", "failed") for pair in pairs.values()),
        p_value=mcnemar(len(fixed), len(broken)),
    )


def read_baseline(path: Path) -> Outcomes:
    """The outcomes of an earlier report.json, or of the one in a report folder.

    Raises: BaselineError when there is none or it is no report.
    """
    file = path / "report.json" if path.is_dir() else path
    try:
        cases = json.loads(file.read_text("utf-8"))["cases"]
        return {case["id"]: case["outcome"] for case in cases}
    except OSError as error:
        raise BaselineError(f"{file}: {error.strerror}; give the report.json of an earlier run") from error
    except (ValueError, KeyError, TypeError) as error:
        raise BaselineError(
            f"{file}: no report of zhaoda eval; give the report.json of an earlier run"
        ) from error
