"""Which rows does a JSONL file of the ledger, or of gold rows, hold?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from eval.errors import LedgerError

Row = Mapping[str, object]


def read_rows(path: Path) -> list[Row]:
    """The objects of a JSONL file in its order.

    Raises: LedgerError when it cannot be read or a line is no object.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LedgerError(f"{path}: cannot be read ({error}); give a UTF-8 JSONL file") from error
    return [_row(line, where=f"{path.name}:{at}") for at, line in enumerate(lines, 1) if line.strip()]


def text(row: Row, key: str) -> str:
    """A text field, "" where it is absent or null."""
    value = row.get(key)
    return "" if value is None else str(value)


def texts(row: Row, key: str) -> tuple[str, ...]:
    """A field that holds a list of texts, empty where it is absent."""
    value = row.get(key)
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def _row(line: str, *, where: str) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise LedgerError(f"{where}: not JSON ({error}); one object a line") from error
    if not isinstance(row, dict):
        raise LedgerError(f"{where}: no object; one object a line")
    return row
