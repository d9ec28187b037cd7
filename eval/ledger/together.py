"""How are rows of one measure and period asked together? Who is first, how much in all, by how much more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from random import Random

from eval.ledger.figures import askable
from eval.ledger.question import LedgerQuestion, how_much, measure, printed, when
from language.place import short_name
from language.place_table import lies_in
from language.quantity import unit_kind
from vectorstore.ledger_rows import Figure

_FEWEST = 3
_Key = tuple[str, str, str, str, bool]


def together_questions(rows: Sequence[Figure], *, random: Random) -> Iterator[LedgerQuestion]:
    """A ranking, a comparison, a difference and a sum of each measure that three places have in a period."""
    for group in _groups(rows):
        picked = random.sample(group, k=_FEWEST)
        yield _first(picked)
        yield _compared(picked[:2])
        yield _difference(picked[:2])
        if unit_kind(group[0].unit) != "rate":
            yield _sum(picked)


def _groups(rows: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Rows of one document told of places beside each other, a place once and no two values alike."""
    found: dict[_Key, dict[str, Figure]] = defaultdict(dict)
    twice: set[tuple[_Key, str]] = set()
    for row in rows:
        if not askable(row) or row.modality != "actual" or row.subject != row.place or not row.period:
            continue
        key = (row.document_id, measure(row), row.unit, row.period, row.is_growth)
        if row.place in found[key]:
            twice.add((key, row.place))
        found[key].setdefault(row.place, row)
    for key, own in found.items():
        beside = [row for place, row in own.items() if (key, place) not in twice and not _holds(place, own)]
        if len(beside) >= _FEWEST and len({row.value for row in beside}) == len(beside):
            yield beside


def _holds(place: str, others: dict[str, Figure]) -> bool:
    """The city is not ranked among its districts."""
    return any(lies_in(other, place) for other in others)


def _first(rows: Sequence[Figure]) -> LedgerQuestion:
    best = max(rows, key=lambda row: row.value)
    names = "、".join(row.place for row in rows)
    return LedgerQuestion(
        kind="排名", text=f"{names}{when(rows[0])}{_told(rows[0])}谁最{_more(rows[0])}？", quote=best.quote,
        groups=(printed([best]),), among=tuple(short_name(row.place) for row in rows),
        first=short_name(best.place),
    )  # fmt: skip


def _compared(rows: Sequence[Figure]) -> LedgerQuestion:
    best = max(rows, key=lambda row: row.value)
    return LedgerQuestion(
        kind="比较", quote=best.quote,
        text=f"{when(rows[0])}{rows[0].place}和{rows[1].place}的{_told(rows[0])}哪个更{_more(rows[0])}？",
        groups=(printed([best]),),
    )  # fmt: skip


def _difference(rows: Sequence[Figure]) -> LedgerQuestion:
    more, less = sorted(rows, key=lambda row: row.value, reverse=True)
    return LedgerQuestion(
        kind="差额", quote=more.quote,
        text=f"{when(more)}{more.place}的{_told(more)}比{less.place}{_more(more)}多少？",
        groups=(printed([more]), printed([less])), computed=(_number(more.value - less.value),),
    )  # fmt: skip


def _sum(rows: Sequence[Figure]) -> LedgerQuestion:
    names = "、".join(row.place for row in rows)
    return LedgerQuestion(
        kind="合计", quote=rows[0].quote,
        text=f"{names}{when(rows[0])}{_told(rows[0])}一共{how_much(rows[0])}？",
        groups=tuple(printed([row]) for row in rows), computed=(_number(sum(row.value for row in rows)),),
    )  # fmt: skip


def _told(row: Figure) -> str:
    return f"{measure(row)}增速" if row.is_growth else measure(row)


def _more(row: Figure) -> str:
    return "多" if unit_kind(row.unit) == "count" else "高"


def _number(value: Decimal | int) -> str:
    return f"{Decimal(value).normalize():f}"
