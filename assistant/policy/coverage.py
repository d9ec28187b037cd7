"""How much of what a question is about do a sentence, its headings and its paper's title say?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.matching import term_match
from language.outline import outline
from language.text import Span, fold


def headings_over(text: str, span: Span) -> str:
    """The headings that a span stands under, folded, the outermost first; "" for none."""
    return fold("".join(part.head for part in outline(text) if part.start <= span.start < part.end))


def covered(terms: Sequence[str], *said: tuple[str, float], none: float = 1.0) -> float:
    """The share of the terms that the texts say, 0 to 1; `none` where there are no terms.

    Each text comes with what it counts for: 1 for the sentence itself, less for what stands around it.
    """
    fits = [max(worth * term_match(term, text) for text, worth in said) for term in terms]
    return sum(fits) / len(fits) if fits else none
