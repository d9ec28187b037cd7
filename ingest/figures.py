"""Reads the figures of a document into ledger rows."""

from __future__ import annotations

from vectorstore.document import Document
from vectorstore.ledger_rows import Figure


def extract_figures(document: Document) -> tuple[Figure, ...]:
    """Every row of the document, in its order."""
    return ()
