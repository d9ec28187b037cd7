"""What may be cited? Passages with the figures read from them, numbered once an answer uses them."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer import Citation
from vectorstore.document import Document
from vectorstore.ledger_rows import Figure


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """A verbatim piece of a document: `text == document text[start:end]`.

    `document` comes without its text. `figures` are the ledger rows that stand inside the span: they say
    whose each printed figure is, and of when, also where the quote itself only says 该区 or 一季度. `section`
    is the heading path, `page` counts from 1.
    """

    document: Document
    text: str
    start: int
    end: int
    figures: tuple[Figure, ...] = ()
    section: str = ""
    page: int | None = None

    @property
    def key(self) -> tuple[str, int, int]:
        """Equal for the same piece of the same document."""
        return self.document.id, self.start, self.end


def cite(evidence: Evidence, *, marker: int) -> Citation:
    """The citation that shows a piece of evidence under `marker`."""
    document = evidence.document
    stated = document.published if document.published_basis == "stated" else None
    return Citation(
        marker=marker, document=document.name, document_id=document.id, title=document.title,
        publisher=document.publisher, published=stated or None, page=evidence.page, section=evidence.section,
        quote=evidence.text, start=evidence.start, end=evidence.end,
    )  # fmt: skip
