"""Which tables of a web page hold no rows of anything, and only put its text in its place?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

_CELLS = frozenset({"td", "th"})
_STOP = re.compile(r"[。！？；]")
_FEWEST_STOPS = 1
_LEAST_ARTICLE = 120  # characters
_LEAST_SHARE = 0.5  # of the table's words
_MOST_LABEL = 12  # characters of a cell that names the one beside it


def lays_out(table: Any) -> bool:
    """Whether the table is one column of prose, or an article in one of its cells, no label beside it."""
    rows = [[cell for cell in row.iter() if cell.tag in _CELLS] for row in table.css("tr")]
    texts = [[_words(cell) for cell in row] for row in rows]
    if all(sum(map(bool, row)) <= 1 for row in texts):
        return any(_STOP.search(cell) for row in texts for cell in row)
    whole = sum(len(cell) for row in texts for cell in row)
    return any(
        _is_article(cells[at]) and len(words) > _LEAST_SHARE * whole and not _is_named(cells[:at])
        for row, cells in zip(texts, rows, strict=True)
        for at, words in enumerate(row)
        if len(words) >= _LEAST_ARTICLE
    )


def _words(cell: Any) -> str:
    return "".join(cell.text().split())


def _is_article(cell: Any) -> bool:
    """Whether the cell holds several paragraphs of sentences."""
    return len(cell.css("br, p, div")) > 1 and len(_STOP.findall(_words(cell))) >= _FEWEST_STOPS


def _is_named(before: Sequence[Any]) -> bool:
    """Whether a cell before an article names what it says: 建设内容; a menu has several lines."""
    return any(
        0 < len(_words(cell)) <= _MOST_LABEL and cell.css_first("br, p, li, a") is None for cell in before
    )
