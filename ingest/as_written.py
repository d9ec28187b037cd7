"""What did its author write, before a text was quoted, copied from pages, wrapped or run into one line?"""

from __future__ import annotations

from ingest.flattened import with_paragraphs
from ingest.page_ends import without_page_ends
from ingest.quoted import without_quote_marks
from ingest.wrapping import unwrapped


def as_written(text: str) -> str:
    """The text without marks of quotation and what parts its sentences: the ends of lines and pages, or with
    the ends of paragraphs that it lost."""
    return with_paragraphs(unwrapped(without_page_ends(without_quote_marks(text))))
