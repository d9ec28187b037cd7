"""An answer before it is put together: statements and table rows, each with the evidence that says it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assistant.evidence import Evidence


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One statement of fact, without a marker and without a full stop; `evidence` says it. `derived`
    values are ours."""

    text: str
    evidence: tuple[Evidence, ...]
    derived: tuple[Decimal, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DraftRow:
    """One row of a table, and what says it."""

    cells: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Statements in order, then an optional table, then notes; a refusal has statements of the nearest
    thing only."""

    statements: tuple[Statement, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[DraftRow, ...] = ()
    notes: tuple[str, ...] = ()
    refused: bool = False
    refusal: str = ""
    strength: float = 1.0
