"""How often does each term of a question stand in each of many texts, and in each of their sentences?

Another name of what the question names counts for the terms it stands for, a part of one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vectorstore.joined_text import JoinedText, Places
from vectorstore.shortlisted import QuestionTerms

Numbers = npt.NDArray[np.float64]
Cosines = Callable[[], Numbers]
"""Gives the cosines of some texts with a question; asked only where the words of the question run out."""
OTHER_NAME = 0.3  # what a word counts where a text has another name of the same thing


@dataclass(frozen=True, kw_only=True)
class Counts:
    """Counts of each term (columns) in each text, or sentence (rows); a part of one for another name."""

    words: Numbers
    pairs: Numbers


@dataclass(frozen=True, kw_only=True)
class Occurrences:
    """Where words and pairs of the question begin in the joined texts, and which; where other names of the
    things they name do."""

    words: tuple[Places, Places]
    pairs: tuple[Places, Places]
    other_words: tuple[Places, Places]
    other_pairs: tuple[Places, Places]


def occurrences(joined: JoinedText, question: QuestionTerms) -> Occurrences:
    """Where the terms of `question` stand in `joined`.

    A word of two Chinese characters is found with the pairs; a pair that is none, as a word.
    """
    twos = list(dict.fromkeys(term for term in (*question.pairs, *question.words) if _is_two(term)))
    others = list(dict.fromkeys(term for term in (*question.pairs, *question.words) if not _is_two(term)))
    places, which = joined.pairs(twos)
    far, who = joined.words(others)
    terms = [*twos, *others]
    place = np.concatenate([places, far])
    term = np.concatenate([which, who + len(twos)])
    names = joined.words([each.name for each in question.other_names])
    return Occurrences(
        words=_only(place, term, terms, question.words), pairs=_only(place, term, terms, question.pairs),
        other_words=_meant(names, [each.words for each in question.other_names], question.words),
        other_pairs=_meant(names, [each.pairs for each in question.other_names], question.pairs),
    )  # fmt: skip


def _meant(
    names: tuple[Places, Places], terms: Sequence[Sequence[str]], wanted: Sequence[str]
) -> tuple[Places, Places]:
    """Where a name begins that stands for any of `wanted`, and which: once for each of them."""
    place, name = names
    numbers = [[wanted.index(each) for each in of_one] for of_one in terms]
    times = np.array([len(each) for each in numbers], dtype=np.intp)[name] if len(name) else name
    which = [number for each in name.tolist() for number in numbers[each]]
    return np.repeat(place, times), np.array(which, dtype=np.intp)


def _is_two(term: str) -> bool:
    return len(term) == 2 and not term.isascii()


def _only(place: Places, term: Places, terms: list[str], wanted: Sequence[str]) -> tuple[Places, Places]:
    number = {each: at for at, each in enumerate(wanted)}
    renumbered = np.array([number.get(each, -1) for each in terms], dtype=np.intp)
    which = renumbered[term] if len(terms) else term
    keep = which >= 0
    return place[keep], which[keep]


def counted(joined: JoinedText, at: Occurrences, *, of: Places, rows: int, question: QuestionTerms) -> Counts:
    """How often each term begins `at` a place of each row; `of` says of each character which row it is in."""

    def table(found: tuple[Places, Places], other: tuple[Places, Places], columns: int) -> Numbers:
        return count(found, columns) + (OTHER_NAME * count(other, columns) if len(other[0]) else 0.0)

    def count(found: tuple[Places, Places], columns: int) -> Numbers:
        place, which = found
        flat = np.bincount(of[place] * columns + which, minlength=rows * columns) if columns else np.zeros(0)
        return flat.reshape(rows, columns).astype(float)

    return Counts(
        words=table(at.words, at.other_words, len(question.words)),
        pairs=table(at.pairs, at.other_pairs, len(question.pairs)),
    )


def there(counts: Numbers) -> Numbers:
    """Whether each term is there: 1 or 0, or between for another name of it."""
    once: Numbers = np.minimum(counts, 1.0)
    return once
