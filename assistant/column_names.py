"""What are the cells of a quoted row called? A row of figures says little without the names over it."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Answer, Citation
from assistant.collection import Collection
from assistant.passages.written_table import WrittenRow, cells_of, written_rows


def with_columns(answer: Answer, collection: Collection) -> Answer:
    """The answer with the names of their columns on the citations that quote one row of a table."""
    if not any(cells_of(each.quote) for each in answer.citations):
        return answer
    return replace(answer, citations=tuple(_named(each, collection) for each in answer.citations))


def _named(citation: Citation, collection: Collection) -> Citation:
    if not cells_of(citation.quote) or "\n" in citation.quote.strip():
        return citation
    row = row_at(citation.document_id, citation.start, collection)
    return citation if row is None else replace(citation, columns=row.columns)


def row_at(document_id: str, start: int, collection: Collection) -> WrittenRow | None:
    """The row of a table that holds this position of a document; None where none does."""
    text = collection.text(document_id)
    rows = collection.once(("written rows", document_id), lambda: tuple(written_rows(text)))
    return next((one for one in rows if one.line.start <= start < one.line.end), None)
