"""What of a passage is turned into its vector? One answer for who writes it and for who repairs it."""

from __future__ import annotations

from language.text import fold
from vectorstore.document import Passage


def text_to_embed(passage: Passage) -> str:
    """The passage's words under its headings: a list item means little without them. Folded, as queries are:
    a model of simplified Chinese reads half of a traditional text."""
    return fold(f"{passage.section}\n{passage.text}" if passage.section else passage.text)
