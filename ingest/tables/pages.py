"""Which table goes on from the page before? It gets the column names that were printed once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.layout.printed import Sheet, Table
from ingest.tables import header_height, is_value, leading_titles

_EDGE = 0.12  # of a page's height: what stands there may be a running head or foot
_SHARED = 0.7  # of the narrower part's width that stands under the wider one


def joined(tables: Sequence[Table], sheets: Sequence[Sheet]) -> list[Table]:
    """The tables, those that go on from the page before with its column names, and the name its last row
    stands beside, where they are not printed again."""
    found: list[Table] = []
    for table in tables:
        before = found[-1] if found else None
        if before is None or not _goes_on(before, table, sheets):
            found.append(table)
        elif _is_bare_heading(before):
            found[-1] = replace(before, rows=(), pieces=())  # its place is kept, its names go with the rows
            found.append(
                replace(table, rows=(*before.rows, *table.rows), pieces=(*before.pieces, *table.pieces))
            )
        else:
            found.append(_continued(before, table))
    return found


def _is_bare_heading(table: Table) -> bool:
    """Whether nothing but column names was left at the foot of a page."""
    rows = table.rows[leading_titles(table.rows) :]
    return len(rows) < 4 and not any(is_value(cell) for row in rows for cell in row)


def _goes_on(before: Table, table: Table, sheets: Sequence[Sheet]) -> bool:
    """Whether the table stands on top of the page after the other's, which stood at the foot of its own, with
    as many columns."""
    if not before.rows or table.page != before.page + 1 or len(table.rows[0]) != len(before.rows[0]):
        return False
    shared = min(table.right, before.right) - max(table.left, before.left)
    if shared < _SHARED * min(table.right - table.left, before.right - before.left):
        return False
    pages = {sheet.number: sheet for sheet in sheets}
    last, first = pages[before.page], pages[table.page]
    below = [
        line for line in last.lines if line.top > before.bottom and line.bottom < (1 - _EDGE) * last.height
    ]
    above = [line for line in first.lines if line.bottom < table.top and line.top > _EDGE * first.height]
    return not below and not above


def _continued(before: Table, table: Table) -> Table:
    names = before.rows[leading_titles(before.rows) :]
    header = names[: header_height(names)]
    rows_here = table.rows[leading_titles(table.rows) :]
    body = rows_here[len(header) :] if rows_here[: len(header)] == header else rows_here
    beside = before.rows[-1][0]
    group = next((row for row in reversed(names[len(header) :]) if _names_group(row)), None)
    rows = [group] if group and body and not _names_group(body[0]) else []
    for row in body:
        rows.append((beside, *row[1:]) if not row[0] and row[1] else row)
        beside = rows[-1][0] if len(set(row)) > 1 else beside
    return replace(table, rows=(*header, *rows), continues=True)


def _names_group(row: Sequence[str]) -> bool:
    """Whether a row, merged across the table, names the rows below it."""
    return len(row) > 1 and bool(row[0]) and len(set(row)) == 1 and not is_value(row[0])
