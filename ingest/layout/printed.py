"""What is on a printed page before anybody reads it? Lines of type, and the tables found among them.

Places are points of the page as it is shown, counted from its upper left corner. Text layers and character
recognition both make these; everything after them is the same.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Run:
    """A stretch of a line with a place on the page as it is shown, and a confidence, of its own."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float


@dataclass(frozen=True, kw_only=True)
class Line:
    """A printed line, or the part of one that stands in one column: its place, and the size of its type.

    `region` counts the blocks of a page in reading order, from 0: lines of one region stand in one column;
    those of an `aside` (a boxed text, a caption) are no part of the text around them.
    `hyphened` lines end inside a word. `confidence` (0 to 1) is how sure the characters are. `runs`, if there
    are any, make up the text; only a line recognised on a picture has them, whose own place is that on a page
    stood upright.
    """

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    page_height: float
    hyphened: bool = False
    confidence: float = 1.0
    region: int = 0
    runs: tuple[Run, ...] = ()
    aside: bool = False


@dataclass(frozen=True, kw_only=True)
class Rect:
    """A rectangle drawn on a page: a frame, a shaded ground, a picture, or (very thin) a rule."""

    left: float
    top: float
    right: float
    bottom: float
    is_picture: bool = False


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One page: `number` counts from 1; `lines` in any order until `layout.reading_order` has seen them.

    `is_ruled` where its lines may frame a table; `is_cut` where the page holds more characters than anybody
    prints on one, and the rest was left.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    shapes: tuple[Rect, ...] = ()
    is_ruled: bool = False
    is_cut: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table found on a page: its rows, merged cells repeated, and its place. Lines inside it are its own,
    no part of the text that flows around it (`pieces`); one that `continues` was begun on the page before."""

    page: int
    rows: tuple[tuple[str, ...], ...]
    left: float
    top: float
    right: float
    bottom: float
    continues: bool = False
    pieces: tuple[Line, ...] = ()

    def holds(self, line: Line) -> bool:
        """Whether the line is printed inside the table."""
        x, y = (line.left + line.right) / 2, (line.top + line.bottom) / 2
        return line.page == self.page and self.left <= x <= self.right and self.top <= y <= self.bottom
