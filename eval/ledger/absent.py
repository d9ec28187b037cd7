"""What do the documents not have? Another year, another place, or another thing's measure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from random import Random

from eval.ledger.figures import askable
from eval.ledger.question import LedgerQuestion, how_much, measure, when
from vectorstore.ledger_rows import Figure

_YEARS = (-1, 1, -2, 2)
_Told = Mapping[str, Sequence[Figure]]


def absent_questions(rows: Sequence[Figure], *, random: Random) -> Iterator[LedgerQuestion]:
    """A row's question with its year, its place or its measure exchanged for one that no row has."""
    told: dict[str, list[Figure]] = defaultdict(list)
    by_document: dict[str, list[Figure]] = defaultdict(list)
    for row in rows:
        told[row.subject].append(row)
        by_document[row.document_id].append(row)
    places = sorted({row.place for row in rows if row.place == row.subject})
    for row in rows:
        if askable(row) and not row.is_growth and row.modality == "actual" and row.period[:4].isdigit():
            yield from _other_year(row, told, random)
            if row.subject == row.place:
                yield from _other_place(row, told, places, random)
            yield from _other_measure(row, by_document[row.document_id], told)


def _other_year(row: Figure, told: _Told, random: Random) -> Iterator[LedgerQuestion]:
    """A year that nothing told of the subject names: neither its rows' periods nor their quotes."""
    if ".." in row.period:
        return
    year = int(row.period[:4])
    for other in random.sample(_YEARS, k=len(_YEARS)):
        name = str(year + other)
        if not any(name in each.quote or name in each.period for each in told[row.subject]):
            moved = when(row).replace(str(year), name)
            yield _question(
                "无此时期", f"{row.subject}{moved}{measure(row)}{how_much(row)}？", row, asked=moved
            )
            return


def _other_place(row: Figure, told: _Told, places: Sequence[str], random: Random) -> Iterator[LedgerQuestion]:
    """A place of the store of which nothing is told in this unit and year."""
    for other in random.sample(places, k=len(places)):
        alike = (each.unit == row.unit and each.period[:4] == row.period[:4] for each in told[other])
        if other not in row.quote and not any(alike):
            text = f"{other}{when(row)}{measure(row)}{how_much(row)}？"
            yield _question("无此地方", text, row, asked=other)
            return


def _other_measure(row: Figure, beside: Sequence[Figure], told: _Told) -> Iterator[LedgerQuestion]:
    """The measure of another subject of the same document, which nothing told of this one speaks of."""
    for other in beside:
        fits = other.subject != row.subject and askable(other) and other.modality == "actual"
        if fits and other.period == row.period and not _speaks_of(told[row.subject], other.metric):
            text = f"{row.subject}{when(row)}{measure(other)}{how_much(other)}？"
            yield _question("无此指标", text, other, asked=row.subject)
            return


def _speaks_of(rows: Sequence[Figure], metric: str) -> bool:
    pairs = {metric[at : at + 2] for at in range(len(metric) - 1)}
    return any(pair in row.quote or pair in row.metric for row in rows for pair in pairs)


def _question(kind: str, text: str, row: Figure, *, asked: str) -> LedgerQuestion:
    return LedgerQuestion(kind=kind, text=text, quote=row.quote, asked=asked)
