"""Which count is the whole and which the part that a question takes out: 非制造业 of 制造业 and all?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.collection import Collection
from assistant.figures.lookup import search_ledger
from assistant.figures.words_asked import measure_terms, say_same
from assistant.question import QuestionFrame
from language.parted import part_counted
from language.period_label import same_period
from language.quantity import unit_kind
from vectorstore.ledger_rows import Figure

_SAYS, _RELATED = 0.6, 0.25
_PARAGRAPH = 200  # characters in which a part of the whole is told


def part_and_whole(frame: QuestionFrame, part: str, collection: Collection) -> tuple[Figure, Figure] | None:
    """The count whose measure names the part and the count beside it that does not, of one place and time."""
    ledger = search_ledger(frame, collection, any_unit=True).candidates
    rows = [c.row for c in ledger if c.words >= _RELATED and unit_kind(c.row.unit) == "count"]
    whole = _whole(rows, frame, part)
    taken = (
        next((row for row in rows if part in row.metric and _is_within(row, whole)), None) if whole else None
    )
    return (taken, whole) if taken is not None and whole is not None else None


def _whole(rows: Sequence[Figure], frame: QuestionFrame, part: str) -> Figure | None:
    """The row that says what is asked about without the part."""
    terms = [term for term in measure_terms(replace(frame, numbers=())) if term not in part]
    told = [row for row in rows if part not in row.metric and not part_counted(row.metric)]
    return next((row for row in told if all(say_same(term, row) > _SAYS for term in terms[:2])), None)


def _is_within(row: Figure, whole: Figure) -> bool:
    alike = (row.subject, row.unit, row.document_id) == (whole.subject, whole.unit, whole.document_id)
    timely = not row.period or same_period(row.period, whole.period)
    return alike and timely and row.value < whole.value and abs(row.raw_start - whole.raw_start) < _PARAGRAPH
