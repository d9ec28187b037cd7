"""How does text line up in a terminal where a Chinese character is two columns wide?"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

GAP = "  "


def width(text: str) -> int:
    """Columns `text` takes in a terminal: wide and full-width characters two, combining marks none."""
    return sum(_columns(character) for character in text)


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """`text` filled with spaces to `columns`, on the left when `right`."""
    fill = " " * max(0, columns - width(text))
    return fill + text if right else text + fill


def clip(text: str, columns: int) -> str:
    """`text` in at most `columns` columns, an ellipsis where it was cut; line breaks become spaces."""
    text = " ".join(text.split())
    if width(text) <= columns:
        return text
    kept = ""
    for character in text:
        if width(kept + character) > columns - 1:
            break
        kept += character
    return f"{kept}…"


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, max_columns: int = 40) -> str:
    """A table with aligned columns, numbers to the right; a cell is cut at `max_columns`."""
    cells = [[clip(cell, max_columns) for cell in row] for row in rows]
    sizes = [max(width(cell) for cell in column) for column in zip(columns, *cells, strict=True)]
    numeric = [bool(cells) and all(_is_number(row[at]) for row in cells) for at in range(len(columns))]

    def line(row: Sequence[str]) -> str:
        padded = (pad(cell, size, right=right) for cell, size, right in zip(row, sizes, numeric, strict=True))
        return GAP.join(padded).rstrip()

    rule = GAP.join("─" * size for size in sizes)
    return "\n".join([line(columns), rule, *(line(row) for row in cells)])


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _is_number(text: str) -> bool:
    return not text or text.replace(",", "").replace(".", "", 1).lstrip("-").isdigit()
