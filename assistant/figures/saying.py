"""How well does each of many texts say each term? Joined, so that a word is sought in all of them at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from assistant.matching import INSIDE, PAIRED, PAIRS_NEEDED, RELATED, STAGE_ASKED, STAGE_TOLD, SYNONYM, holds
from language.synonyms import related, synonyms

Shares = npt.NDArray[np.float64]


class Texts:
    """Some texts, of which each counts once; `match` tells the same of them as `term_match` does of one."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._number = {text: at for at, text in enumerate(dict.fromkeys(texts))}
        lowered, parts = "\0".join(self._number).lower(), [*self._number]
        if len(lowered) != sum(map(len, parts)) + len(parts) - 1:  # İ becomes two characters
            parts = [text.lower() for text in parts]
        self._joined = lowered
        self._ends = list(accumulate(len(text) + 1 for text in parts))
        self._held: dict[str, npt.NDArray[np.bool_]] = {}
        self._tables: dict[tuple[str, ...], Shares] = {}

    def match(self, terms: Sequence[str], texts: Sequence[str]) -> Shares:
        """How well each of `texts` (rows) says each of `terms` (columns), 0 to 1."""
        rows: Shares = self._table(tuple(terms))[[self._number[text] for text in texts]]
        return rows

    def _table(self, terms: tuple[str, ...]) -> Shares:
        """How well each distinct text says each term: made once, asked for each field of the rows."""
        if terms not in self._tables:
            columns = [self._said(term) for term in terms]
            none = np.zeros((len(self._number), 0))
            self._tables[terms] = np.stack(columns, axis=1) if columns else none
        return self._tables[terms]

    def _said(self, term: str) -> Shares:
        said = np.zeros(len(self._number))
        if term in STAGE_ASKED:
            said[[bool(STAGE_TOLD.search(text)) for text in self._number]] = 1.0
        else:
            said = self._in_pairs(term) if len(term) >= 3 and not term.isascii() else said
            for others, worth in ((related(term), RELATED), (synonyms(term), SYNONYM)):
                for other in others:
                    said[self._holding(other)] = worth
        said[self._holding(term)] = 1.0
        return said

    def _in_pairs(self, term: str) -> Shares:
        pairs = [term[at : at + 2] for at in range(len(term) - 1)]
        share = sum((self._holding(pair).astype(int) for pair in pairs), np.zeros(1, dtype=int)) / len(pairs)
        said: Shares = np.where(share >= PAIRS_NEEDED, PAIRED * share, 0.0)
        return said

    def _holding(self, word: str) -> npt.NDArray[np.bool_]:
        """Which of the texts hold a word."""
        if word not in self._held:
            held = np.zeros(len(self._number), dtype=bool)
            held[list(self._found(word))] = True
            self._held[word] = held
        return self._held[word]

    def _found(self, word: str) -> Iterable[int]:
        if word in INSIDE:
            yield from (at for text, at in self._number.items() if holds(word, text))
            return
        word = word.lower()  # GDP is asked as gdp
        at = self._joined.find(word)
        while at >= 0:
            number = bisect_right(self._ends, at)
            yield number
            at = self._joined.find(word, self._ends[number])


def count_saying(terms: Sequence[str], texts: Sequence[str], among: Texts) -> dict[str, int]:
    """How many of `texts`, all of them in `among`, say each term or a synonym of it."""
    said = among.match(terms, texts) > 0.8
    return dict(zip(terms, said.sum(axis=0).tolist(), strict=True))


def coverages(
    weights: Mapping[str, float], rows: Sequence[Sequence[str]], *, worth: Sequence[float], texts: Texts
) -> list[float]:
    """The weighted share of terms said in each row's fields, the best field counting for a term.

    `worth` is what a term is worth in each field; all fields must be among `texts`.
    """
    total = sum(weights.values())
    if total <= 0 or not rows:
        return [0.0] * len(rows)
    best = np.zeros((len(rows), len(weights)))
    for field, value in enumerate(worth):
        best = np.maximum(best, value * texts.match(tuple(weights), [row[field] for row in rows]))
    said = np.cumsum(best * np.array([*weights.values()]), axis=1)[:, -1] / total  # in the order of terms
    shares: list[float] = said.tolist()
    return shares
