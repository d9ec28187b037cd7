"""Puts a draft together: numbers its evidence, writes Markdown in which every statement carries [n]."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.answer import Answer, Row, Table
from assistant.draft import Draft, DraftRow, Statement
from assistant.evidence import Evidence, cite


@dataclass
class Markers:
    """Numbers pieces of evidence from 1 in the order in which they are first used."""

    _used: dict[tuple[str, int, int], tuple[int, Evidence]] = field(default_factory=dict)

    def of(self, evidence: Iterable[Evidence]) -> tuple[int, ...]:
        """The markers of these pieces, each piece once."""
        return tuple(
            dict.fromkeys(self._used.setdefault(e.key, (len(self._used) + 1, e))[0] for e in evidence)
        )

    @property
    def evidence(self) -> dict[int, Evidence]:
        """Marker → evidence, in order."""
        return dict(self._used.values())


def compose(draft: Draft, *, question: str) -> tuple[Answer, dict[int, Evidence]]:
    """The answer, and the evidence behind each of its markers."""
    markers = Markers()
    pieces = [draft.refusal] if draft.refused else []
    pieces += [_statement(statement, markers) for statement in draft.statements]
    text = "\n".join(piece for piece in pieces if piece)
    table = _table(draft, markers) if draft.rows else None
    if table is not None:
        text = f"{text}\n\n{markdown_table(table)}" if text else markdown_table(table)
    citations = tuple(cite(evidence, marker=number) for number, evidence in markers.evidence.items())
    answer = Answer(
        text=text.strip(),
        refused=draft.refused,
        citations=citations,
        table=table,
        notes=tuple(dict.fromkeys(draft.notes)),
        question=question,
    )
    return answer, markers.evidence


def with_notes(text: str, notes: Iterable[str]) -> str:
    """The text with what the reader must bear in mind under it."""
    lines = [f"（{note}）" for note in notes]
    return f"{text}\n\n" + "\n".join(lines) if lines else text


def _statement(statement: Statement, markers: Markers) -> str:
    numbers = "".join(f"[{number}]" for number in markers.of(statement.evidence))
    text = _LAST_STOP.sub(r"\1", statement.text.rstrip("。；;，, "))  # its full stop comes before the marker
    return f"{text}。{numbers}"


_LAST_STOP = re.compile(r"[。！!；;]([”’』」）]+)$")


def _table(draft: Draft, markers: Markers) -> Table:
    rows = tuple(_row(row, markers) for row in draft.rows)
    return Table(columns=draft.columns, rows=rows)


def _row(row: DraftRow, markers: Markers) -> Row:
    return Row(cells=row.cells, markers=markers.of(row.evidence))


def markdown_table(table: Table) -> str:
    """The table in Markdown, the markers of a row in its last cell."""
    lines = [_line(table.columns), "|" + "---|" * len(table.columns)]
    for row in table.rows:
        marks = "".join(f"[{number}]" for number in row.markers)
        lines.append(_line((*row.cells[:-1], f"{row.cells[-1]}{marks}")))
    return "\n".join(lines)


def _line(cells: tuple[str, ...]) -> str:
    return "|" + "|".join(cell.replace("|", "／").replace("\n", " ") for cell in cells) + "|"
