"""What the assistant gives back: the text, the citations behind it, and what the reader must know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Json = dict[str, object]
WordedBy = Literal["extract", "model"]
Message = Mapping[str, object]  # {"role": "user" | "assistant", "content": str}


@dataclass(frozen=True, kw_only=True)
class Citation:
    """One [n] of the answer: `quote` is `text[start:end]` of the document, verbatim.

    `document` is the file name or .jsonl id and `document_id` the stored document; `published` an ISO date or
    None (a merely inferred year is not a date); `page` counts from 1, None for formats without pages. Over
    a quoted row of a table stand `columns`, its names for the row's cells. One that is not `certain` shows a
    figure that was not read for certain from a scan.
    """

    marker: int
    document: str
    quote: str
    start: int
    end: int
    document_id: str = ""
    title: str = ""
    publisher: str = ""
    published: str | None = None
    page: int | None = None
    section: str = ""
    columns: tuple[str, ...] = ()
    certain: bool = True

    def to_dict(self) -> Json:
        """The contract's fields, JSON-ready."""
        return {
            "marker": self.marker, "document": self.document, "document_id": self.document_id,
            "title": self.title, "publisher": self.publisher, "published": self.published,
            "page": self.page, "section": self.section,
            "quote": self.quote, "start": self.start, "end": self.end, "columns": list(self.columns),
            "certain": self.certain,
        }  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of a table: a cell for every column, and the markers of the citations behind it."""

    cells: tuple[str, ...]
    markers: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Table:
    """A list, comparison or ranking; every row has as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def to_dict(self) -> Json:
        """Columns and rows, JSON-ready."""
        rows = [{"cells": list(row.cells), "citations": list(row.markers)} for row in self.rows]
        return {"columns": list(self.columns), "rows": rows}


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The whole answer. `text` is Markdown in which every statement of fact carries [n], tables included;
    `question` is the stand-alone question that was answered; `refused` says the documents do not hold it;
    `worded_by` is "model" only when a chat model wrote the wording."""

    text: str
    refused: bool = False
    citations: tuple[Citation, ...] = ()
    table: Table | None = None
    notes: tuple[str, ...] = ()
    question: str = ""
    worded_by: WordedBy = "extract"

    def to_dict(self) -> Json:
        """The contract's fields, JSON-ready."""
        return {
            "text": self.text, "refused": self.refused,
            "citations": [citation.to_dict() for citation in self.citations],
            "table": None if self.table is None else self.table.to_dict(),
            "notes": list(self.notes), "question": self.question, "worded_by": self.worded_by,
        }  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class AnswerPart:
    """A piece of a streamed answer: text to append, before the whole Answer comes as the last item."""

    text: str
