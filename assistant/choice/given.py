"""What does the chooser see of passages that are given with a question, without a search?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.choice.context import Candidate
from assistant.choice.cues import folded
from language.text import sentences
from language.words import query_terms


@dataclass(frozen=True, kw_only=True)
class GivenPassage:
    """A passage and the title of its document."""

    text: str
    title: str = ""
    document: str = ""


def best_first(
    question: str, passages: Iterable[GivenPassage], *, rarity: Callable[[str], float]
) -> list[GivenPassage]:
    """The passages by the weight of the question's terms they have, as a search would bring them."""
    wanted = {term: rarity(term) for term in query_terms(question)}

    def worth(passage: GivenPassage) -> float:
        text = folded(f"{passage.title}\n{passage.text}")
        return sum(weight for term, weight in wanted.items() if term in text)

    return sorted(passages, key=worth, reverse=True)


def candidates(
    passages: Sequence[GivenPassage], *, without: Callable[[str], bool] | None = None
) -> list[Candidate]:
    """The sentences of the passages in order; those that `without` names are left out as if never written."""
    found: list[Candidate] = []
    for number, passage in enumerate(passages):
        text = passage.text
        spans = [s for s in sentences(text) if without is None or not without(text[s.start : s.end])]
        pieces = ["", *(text[s.start : s.end] for s in spans), ""]
        found += [
            Candidate(
                text=pieces[at], before=pieces[at - 1], after=pieces[at + 1], title=passage.title,
                passage=number, position=span.start / len(text),
            )
            for at, span in enumerate(spans, start=1)
        ]  # fmt: skip
    return found
