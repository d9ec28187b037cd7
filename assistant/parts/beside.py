"""Which figure stands beside what is told, for a part of a question that names nobody?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.collection import Collection
from assistant.draft import Statement
from assistant.evidence import Evidence
from assistant.figures.lookup import search_ledger
from assistant.figures.unasked_part import of_unasked_part
from assistant.question import QuestionFrame
from assistant.wording import statement_of
from language.quantity import unit_kind

_SAID = 0.4  # of what is asked, the least that a figure beside what is told must say
_LAGS = 0.3  # behind what says most of it: of something else
_ALIKE = 0.05  # shares of the words of two rows that say as much
_AROUND = 300  # characters before and behind what is told that are of the same matter


def told_beside(
    part: QuestionFrame,
    told: Sequence[Statement],
    shown: Sequence[Evidence],
    collection: Collection,
    *,
    said: str,
) -> Sequence[Statement]:
    """谈成几个项目, asked of nobody in particular: the figure in the sentences shown, first one that is
    `said`, else what is told near them; none where that stands elsewhere."""
    spans = [(each.document.id, each.start, each.end) for each in shown]
    found = [
        one
        for one in search_ledger(part, collection).candidates
        if one.words >= _SAID
        and any(d == one.row.document_id and a <= one.row.raw_start < b for d, a, b in spans)
    ]
    starts, most = {each.start for each in shown}, max((one.words for one in found), default=0.0)
    found = [one for one in found if one.words >= most - _LAGS]
    # Of all before a part that nobody asked for, of the very sentence before its neighbours.
    found.sort(
        key=lambda one: (
            of_unasked_part(one.row, part.text),
            one.row.start not in starts,
            not (unit_kind(one.row.unit) != "count" and one.row.raw in said and one.words >= most - _ALIKE),
        )
    )
    near = [one.row for one in found]
    if near:
        text = statement_of(near[:1], collection.siblings(near[0]))
        return (Statement(text=text, evidence=(collection.evidence(near[0]),)),)
    return [statement for statement in told if is_near(statement, spans)]


def is_near(statement: Statement, spans: Sequence[tuple[str, int, int]]) -> bool:
    """Whether a statement is told in or around one of the spans (document, start, end)."""
    return any(
        document == each.document.id and start - _AROUND <= each.start < end + _AROUND
        for each in statement.evidence
        for document, start, end in spans
    )
