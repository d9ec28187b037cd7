"""How much of a printed table was read right: its cells as text, and each cell's headings, unit and time?"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from table_designs import Design, Fact
from table_printing import PRINTERS

from ingest.kind import Kind
from ingest.reading import Request, read_file
from ingest.wire import Reading
from vectorstore.ledger_rows import Figure


@dataclass(frozen=True, kw_only=True)
class Score:
    """Cells of one table in one format: how many there are, read as text in their row, attributed right;
    `extra` figures that no cell prints; `faults` say what went wrong."""

    cells: int
    as_text: int
    attributed: int
    extra: int
    faults: tuple[str, ...] = field(default=())


def read_design(design: Design, printer: str) -> Reading:
    kind: Kind = printer.split()[0]  # type: ignore[assignment]
    return read_file(
        Request(
            document_id="d",
            source="d",
            name=f"d.{kind}",
            sha256="",
            kind=kind,
            data=PRINTERS[printer](design),
            sidecar=b"",
            inherited=(),
        )
    )


def score(design: Design, printer: str) -> Score:
    reading = read_design(design, printer)
    lines = _table_lines(reading)
    by_raw: dict[str, list[Figure]] = {}
    for figure in reading.figures:
        by_raw.setdefault(_plain(figure.raw), []).append(figure)
    as_text = sum(_printed(fact, lines) for fact in design.facts)
    faults = [
        f"{fact.raw}: {why}"
        for fact in design.facts
        if (why := _fault(fact, by_raw.get(_plain(fact.raw), [])))
    ]
    known = Counter(_plain(fact.raw) for fact in design.facts)
    extra = [f for raw, found in by_raw.items() for f in found[known[raw] :] if "\t" in f.quote]
    faults += [f"extra: {f.raw} {f.subject}|{f.metric}" for f in extra]
    attributed = len(design.facts) - sum(not fault.startswith("extra") for fault in faults)
    return Score(
        cells=len(design.facts),
        as_text=as_text,
        attributed=attributed,
        extra=len(extra),
        faults=tuple(faults),
    )


def _table_lines(reading: Reading) -> list[list[str]]:
    text, blocks = reading.document.text, reading.document.blocks
    tables = [text[block.start : block.end] for block in blocks if block.kind == "table"]
    return [[_plain(cell) for cell in line.split("\t")] for table in tables for line in table.split("\n")]


def _printed(fact: Fact, lines: Sequence[Sequence[str]]) -> bool:
    """Whether the value stands as a cell of its own in the row that its label opens."""
    return any(
        _plain(fact.raw) in line and any(_plain(fact.row) in cell for cell in line[:3]) for line in lines
    )


def _fault(fact: Fact, found: Sequence[Figure]) -> str:
    if not found:
        return "not read"
    figure = found[0]
    if fact.subject and figure.subject != fact.subject:
        return f"subject {figure.subject}, not {fact.subject}"
    said = _plain(f"{figure.subject} {figure.metric}")
    if missing := [head for head in fact.heads if _plain(head) not in said]:
        return f"{missing} not in {figure.subject}|{figure.metric}"
    if figure.unit != fact.unit:
        return f"unit {figure.unit}, not {fact.unit} ({figure.metric})"
    if figure.period != fact.period and figure.modality != "planned_total":
        return f"period {figure.period}, not {fact.period}"
    return ""


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).replace(",", "")
