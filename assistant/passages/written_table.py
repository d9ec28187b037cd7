"""Which rows have the tables that a text holds, and under which columns do their cells stand?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from language.text import Span

_RULE = re.compile(r"[:\-\s]*")  # the line under the heading of a Markdown table
_LEAST_CELLS = 2


@dataclass(frozen=True, kw_only=True)
class WrittenRow:
    """A row of a table that a text holds: its cells, as printed, and the names of their columns; the spans of
    its own line and of the heading's."""

    columns: tuple[str, ...]
    cells: tuple[str, ...]
    printed: str
    line: Span
    heading: Span


def written_rows(text: str) -> Iterator[WrittenRow]:
    """The rows of the tables of a text, in order; a heading printed again is none."""
    columns: tuple[str, ...] = ()
    heading = Span(start=0, end=0)
    at = 0
    for line in text.split("\n"):
        cells = cells_of(line)
        span = Span(start=at, end=at + len(line))
        at += len(line) + 1
        if cells and all(map(_RULE.fullmatch, cells)):
            continue
        if len(cells) < _LEAST_CELLS:
            columns = ()
        elif not columns or cells == columns:
            columns, heading = cells, span
        else:
            yield WrittenRow(columns=columns, cells=cells, printed=line, line=span, heading=heading)


def heading_above(text: str, start: int) -> tuple[str, ...]:
    """The cells that head the table which the line at `start` goes on, () where no row stands before it."""
    first: tuple[str, ...] = ()
    for line in reversed(text[:start].rstrip("\n").split("\n")):
        cells = cells_of(line)
        if len(cells) < _LEAST_CELLS:
            break
        first = first if all(map(_RULE.fullmatch, cells)) else cells
    return first


def cells_of(line: str) -> tuple[str, ...]:
    """The cells of a line of a written table, as printed; () of a line that is none."""
    if line.lstrip().startswith("|"):
        return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
    return tuple(cell.strip() for cell in line.split("\t")) if "\t" in line else ()
