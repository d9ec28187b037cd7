"""How is a report printed where it was asked for? A table whose Chinese lines up, then what went wrong."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from eval.compare import Comparison
from eval.runner import EvalReport
from eval.wording import OUTCOMES, rows, why


def lines(report: EvalReport, comparison: Comparison | None = None) -> Iterator[str]:
    """The report line by line: numbers, what changed against the baseline, every case that did not pass."""
    pairs = list(rows(report.summary))
    yield from aligned(pairs)
    if comparison:
        changed = f"新通过 {_ids(comparison.fixed)}；新失败 {_ids(comparison.broken)}"
        yield f"与基准相比：{changed}；p={comparison.p_value:.3f}"
    for result in report.results:
        if result.score.outcome != "passed":
            told = "；".join(why(result))
            yield f"{OUTCOMES[result.score.outcome]} {result.case.id} {result.case.question} —— {told}"


def aligned(pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Two columns; a full-width character takes two cells of a terminal."""
    width = max((cells(name) for name, _ in pairs), default=0)
    return (f"{name}{' ' * (width - cells(name))}  {value}" for name, value in pairs)


def cells(text: str) -> int:
    """The terminal cells a text takes."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _ids(ids: Sequence[str]) -> str:
    return f"{len(ids)}（{'、'.join(ids)}）" if ids else "0"
