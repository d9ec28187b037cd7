"""What is a reranker given to judge? A question as its terms, and the passages that may answer it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from language.asked import asks
from language.place_table import Place
from language.value import value


@dataclass(frozen=True, kw_only=True)
class OtherName:
    """Another name of something the question names, and the question's words and pairs it stands for."""

    name: str
    words: tuple[str, ...]
    pairs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class QuestionTerms:
    """A folded question, its telling words and its character pairs, each once and in order; the places it
    names, and other names of the things it names. `between` are those of the pairs that join two words."""

    text: str
    words: tuple[str, ...]
    pairs: tuple[str, ...]
    places: tuple[Place, ...] = ()
    other_names: tuple[OtherName, ...] = ()
    between: frozenset[str] = frozenset()

    @cached_property
    def asks(self) -> bool:
        """False for a statement, such as a headline."""
        return asks(self.text)


@value
class Text:
    """A passage to be judged, with its headings; passages of one document have the same number `document`.

    `places` are the full names of the places it names, `opening_places` of those that the first passage of
    its document names; both are empty where the question names no place. `opening` are the first characters
    of its document; empty but for a statement.
    """

    body: str
    title: str
    section: str
    document: int
    document_chars: int
    ordinal: int
    places: tuple[str, ...] = ()
    opening_places: tuple[str, ...] = ()
    opening: str = ""


@dataclass(frozen=True, kw_only=True)
class Averages:
    """Mean characters of the collection's passages and documents."""

    passage_chars: float
    document_chars: float
