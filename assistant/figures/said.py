"""How much of what is asked does each row of the ledger say?

A word counts where the row's measure or its own clause says it, less in its sentence and around that. Cutting
the clauses takes longest: a row's clause is cut only where its sentence has a word that its measure lacks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from assistant.collection import Collection
from assistant.figures.saying import Shares, Texts
from assistant.figures.words_asked import measure_said
from assistant.matching import PAIRED
from assistant.wording import is_cell
from language.event import event_of
from language.text import fold, is_laid_out
from vectorstore.ledger_rows import Figure

# What a word is worth in a row's measure, subject, sentence, what stands before that, and the title.
_WORTH = (1.0, 0.9, 0.72, 0.55, 0.45)
_IN_CLAUSE = 1.0
_QUOTE = 2  # of the fields that _WORTH is for
_BEFORE = 90  # characters before the sentence: 亿元以上工业项目 for 1—8月完成投资817亿元


def said_by(rows: Sequence[Figure], terms: Sequence[str], collection: Collection) -> list[float]:
    """The weighted share of the terms that each row says, 0 to 1; 0 for all where no term weighs."""
    weights = collection.weights(terms)
    total = sum(weights.values())
    if total <= 0 or not rows:
        return [0.0] * len(rows)
    terms = tuple(weights)
    best, quoted = _around(rows, terms, collection)
    unsure = [*np.flatnonzero(_may_add(rows, best, quoted))]
    clauses = [fold(collection.clause(rows[at])) for at in unsure]
    best[unsure] = np.maximum(best[unsure], _IN_CLAUSE * Texts(clauses).match(terms, clauses))
    shares = np.cumsum(best * np.array([*weights.values()]), axis=1)[:, -1] / total  # in the order of terms
    return [float(share) for share in shares]


def _around(rows: Sequence[Figure], terms: Sequence[str], collection: Collection) -> tuple[Shares, Shares]:
    """What each row (down) is worth for each term (across) without its clause, and what its quote says."""
    told = [*_told(rows, collection)]
    texts = Texts(text for fields in told for text in fields)
    said = [texts.match(terms, [fields[at] for fields in told]) for at in range(len(_WORTH))]
    best = said[0] * _WORTH[0]
    for field, worth in zip(said[1:], _WORTH[1:], strict=True):
        best = np.maximum(best, worth * field)
    return best, said[_QUOTE]


def _told(rows: Sequence[Figure], collection: Collection) -> Iterator[tuple[str, ...]]:
    """What is said of each row and around it, folded: a text for each of _WORTH."""
    texts = collection.texts(row.document_id for row in rows)
    titles = {document_id: fold(collection.documents[document_id].title) for document_id in texts}
    around: dict[tuple[str, int, int], tuple[str, str]] = {}  # rows of one sentence stand together
    for row in rows:
        sentence = row.document_id, row.start, row.end
        if sentence not in around:
            text = texts[row.document_id]
            before = text[max(0, row.start - _BEFORE) : row.start]
            around[sentence] = fold(row.quote) + event_of(text), fold(before)
        yield measure_said(row), fold(row.subject), *around[sentence], titles[row.document_id]


def _may_add(rows: Sequence[Figure], best: Shares, quoted: Shares) -> npt.NDArray[np.bool_]:
    """Which rows' clauses may say more of a term than is known: their quotes do, or are no running text."""
    at_most = np.where(quoted >= PAIRED - 0.1, np.maximum(quoted, PAIRED), quoted)
    laid_out = {quote: is_laid_out(quote) for quote in {row.quote for row in rows}}
    odd = [laid_out[row.quote] or is_cell(row) for row in rows]
    unsure: npt.NDArray[np.bool_] = (_IN_CLAUSE * at_most > best).any(axis=1) | np.array(odd, dtype=bool)
    return unsure
