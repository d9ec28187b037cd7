"""What is a reranker given to judge? A question as its terms, and the passages that may answer it."""

from __future__ import annotations

from dataclasses import dataclass

from language.place_table import Place


@dataclass(frozen=True, kw_only=True)
class QuestionTerms:
    """A folded question, its telling words and its character pairs, each once and in order; the places it
    names."""

    text: str
    words: tuple[str, ...]
    pairs: tuple[str, ...]
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Text:
    """A passage to be judged, with its headings; passages of one document have the same number `document`.

    `places` are the full names of the places it names, `opening_places` of those that the first passage of
    its document names; both may be left empty where the question names no place.
    """

    body: str
    title: str
    section: str
    document: int
    document_chars: int
    ordinal: int
    places: tuple[str, ...] = ()
    opening_places: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Averages:
    """Mean characters of the collection's passages and documents."""

    passage_chars: float
    document_chars: float
