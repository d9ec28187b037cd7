"""How is a benchmark's table printed? A line a kind of question, columns that line up in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from eval.bench import BenchQuestion
from eval.terminal import cells


class OfQuestion(Protocol):
    """An outcome that knows its question."""

    @property
    def question(self) -> BenchQuestion: ...


Outcome = TypeVar("Outcome", bound=OfQuestion)


def by_kind(told: Sequence[Outcome]) -> list[tuple[str, list[Outcome]]]:
    """The outcomes of each kind of question, by name."""
    kinds = sorted({each.question.kind for each in told})
    return [(kind, [each for each in told if each.question.kind == kind]) for kind in kinds]


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a table under its heads, the cells of a column equally wide."""
    widths = [max(cells(row[at]) for row in [heads, *rows]) for at in range(len(heads))]
    for row in [heads, *rows]:
        yield "  ".join(
            f"{text}{' ' * (width - cells(text))}" for text, width in zip(row, widths, strict=True)
        ).rstrip()
