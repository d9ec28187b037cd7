"""Where on the page are the cells of a written table printed? Its pieces of type, found in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.layout.printed import Line, Run
from ingest.loaded import Mark, Piece, Writer

_ROW = 0.5  # of the type's size: pieces that differ less in height stand in one row


def place_pieces(writer: Writer, pieces: Sequence[Line], *, since: Mark) -> None:
    """Keep the places of a table's pieces of type in what was written after `since`, row by row.

    A piece whose words are not found there, or a cell that is written twice, has no place.
    """
    text, start = writer.written_since(since), since.offset
    taken: list[tuple[int, Line]] = []
    free = bytearray(b"\1" * len(text))
    for piece in _by_rows(pieces):
        at = next((n for n in _matches(piece.text, text) if all(free[n : n + len(piece.text)])), None)
        if at is not None:
            free[at : at + len(piece.text)] = bytes(len(piece.text))
            taken.append((at, piece))
    for at, piece in sorted(taken, key=lambda each: each[0]):
        for run in piece.runs or (piece,):
            writer.place(_piece(piece.page, run), at=start + at)
            at += len(run.text)


def _by_rows(pieces: Sequence[Line]) -> list[Line]:
    """The pieces from above to below, those of one row from left to right."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda each: (each.page, each.top)):
        if rows and rows[-1][0].page == piece.page and piece.top - rows[-1][0].top < _ROW * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [piece for row in rows for piece in sorted(row, key=lambda each: each.left)]


def _matches(words: str, text: str) -> Iterator[int]:
    """Where the words stand in the text; a figure never inside a longer one."""
    inside = r"(?<![\d.,])" if words[:1].isdigit() else ""
    after = r"(?![\d.,])" if words[-1:].isdigit() else ""
    for match in re.finditer(f"{inside}{re.escape(words)}{after}", text) if words else ():
        yield match.start()


def _piece(page: int, run: Run | Line) -> Piece:
    return Piece(
        text=run.text,
        page=page,
        left=run.left,
        top=run.top,
        right=run.right,
        bottom=run.bottom,
        confidence=run.confidence,
    )
