"""What a document is once it has been read: its text, its blocks, its passages.

Offsets everywhere are characters into `Document.text`, end exclusive, so that a quote
`text[start:end]` is verbatim by construction.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from vectorstore.boxes import NO_BOXES as NO_BOXES
from vectorstore.boxes import Box as Box
from vectorstore.boxes import Boxes as Boxes
from vectorstore.boxes import narrowed

BlockKind = Literal["heading", "paragraph", "list", "table", "caption", "boilerplate"]
DateBasis = Literal["stated", "inferred", "none"]
DEFAULT_LEVEL = "public"


@dataclass(frozen=True, kw_only=True)
class Page:
    """A part of the text that stands on one printed page: `number` counts from 1.

    A page whose article is continued elsewhere has several. The size is in points, 0 where it is not known.
    """

    number: int
    start: int
    end: int
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Block:
    """A span of one kind. A table's text is rows on lines with cells separated by tabs (or a Markdown
    pipe table, kept as written); `level` is a heading's depth from 1; boilerplate stays in the text, so that
    offsets hold, and is never searched or quoted."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, kw_only=True)
class Document:
    """A document as stored.

    `id` is stable for one source; `name` is what citations show (the file name, or a .jsonl record's id);
    `published` is an ISO date, or a year or year-month when `published_basis` is "inferred";
    `reference_date` (ISO date or "") is what 今年 and 一季度 are resolved against.
    """

    id: str
    name: str
    text: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    published_basis: DateBasis = "none"
    reference_date: str = ""
    number: str = ""
    level: str = DEFAULT_LEVEL
    url: str = ""
    source: str = ""
    sha256: str = ""
    pages: tuple[Page, ...] = ()
    blocks: tuple[Block, ...] = ()
    boxes: Boxes = NO_BOXES

    @property
    def filed_as(self) -> str:
        """The file's name without its suffix, "" where the title says it or it is none in Chinese.

        六安招商月报.docx may tell of 全市 and name no city."""
        stem = PurePosixPath(self.name).stem
        return "" if stem.isascii() or stem in self.title else stem

    def page_at(self, offset: int) -> int | None:
        """The page that holds `offset`, or None for formats without pages."""
        for page in self.pages:
            if page.start <= offset < page.end:
                return page.number
        return None

    def is_certain(self, start: int, end: int) -> bool:
        """Whether every character of the span was read for certain; always so but in scans."""
        return self.boxes.is_certain(start, end)

    def boxes_of(self, start: int, end: int) -> tuple[Box, ...]:
        """Where the span is printed, a box a line in the order of the text; () for formats without pages."""
        return tuple(narrowed(box, start, end, text=self.text) for box in self.boxes.between(start, end))


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A retrievable piece: whole sentences under one heading, `document.text[start:end]` verbatim.

    `section` is the heading path joined by " / "; `places` are canonical place names the passage is about,
    used to spread results over districts.
    """

    document_id: str
    ordinal: int
    start: int
    end: int
    text: str
    section: str = ""
    page: int | None = None
    places: tuple[str, ...] = ()
