"""Reads the projects of a document into ledger rows."""

from __future__ import annotations

from vectorstore.document import Document
from vectorstore.ledger_rows import Project


def extract_projects(document: Document) -> tuple[Project, ...]:
    """Every row of the document, in its order."""
    return ()
