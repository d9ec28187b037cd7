"""Does the search bring up what a case needs? Recall and reciprocal rank of one ranked list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from eval.cases import Case
from eval.matching import holds
from vectorstore.search import Hit

DEPTH = 10


@dataclass(frozen=True, kw_only=True)
class Ranking:
    """Where the wanted things stand among the hits: ranks from 1 in the order of the case, None when absent.

    `documents` has one entry a file name of the case, `evidence` one a phrase.
    """

    documents: tuple[int | None, ...]
    evidence: tuple[int | None, ...]


Owner = Literal["search", "choice"]


def owner(ranking: Ranking | None, *, k: int = 5) -> Owner | None:
    """Whose a wrong answer is: the search's if something wanted is not among the first `k` passages, else the
    choice's; None where nothing was searched for."""
    ranks = ranking and (ranking.evidence or ranking.documents)
    if not ranks:
        return None
    return "choice" if recall(ranks, k) == 1 else "search"


def rank(case: Case, hits: Sequence[Hit]) -> Ranking:
    """The ranks of the case's documents, and of its phrases inside those documents."""
    names = [PurePath(hit.document.name).name for hit in hits]
    wanted = [
        hit if not case.docs or name in case.docs else None for hit, name in zip(hits, names, strict=True)
    ]
    return Ranking(
        documents=tuple(names.index(doc) + 1 if doc in names else None for doc in case.docs),
        evidence=tuple(
            next((at for at, hit in enumerate(wanted, 1) if hit and holds(hit.passage.text, phrase)), None)
            for phrase in case.evidence
        ),
    )


def recall(ranks: Sequence[int | None], k: int) -> float:
    """The share of wanted things among the first k; `ranks` is not empty."""
    return sum(at is not None and at <= k for at in ranks) / len(ranks)


def reciprocal_rank(ranks: Sequence[int | None]) -> float:
    """1 over the rank of the first wanted thing, 0 when none came up."""
    found = [at for at in ranks if at is not None]
    return 1 / min(found) if found else 0.0
