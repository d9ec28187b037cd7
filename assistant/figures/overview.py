"""How did a place do in a period: what the ledger holds of it, where no measure is named?"""

from __future__ import annotations

import itertools
import re

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.lookup import rows_for
from assistant.figures.periods_asked import fits_period
from assistant.question import QuestionFrame
from assistant.wording import statement_of
from language.period_label import same_period
from vectorstore.ledger_rows import Figure

_ASKED = re.compile(r"怎么样|怎样|如何|情况|成效|成绩|表现|进展")
_GENERAL = re.compile(
    r"招商|引资|招商引资|招引|情况|成效|成绩|表现|进展|工作|总体|整体|经济|完成|数据|主要|指标|介绍|开展|工作进展|形势|方面"
)
_OF_NOTHING = re.compile(
    r"(?:同比|环比)?(?:分别)?(?:增长|下降|提高|增|降)?"
)  # 分别增长: does not say of what
_MOST, _ROOM, _LEAST = 3, 240, 2  # statements, characters, and figures that make an overview


def overview(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """What was done at the one place and in the one period asked about, by the newest document that tells of
    both; None where a measure is named, or fewer than two figures are told."""
    if (
        len(frame.places) != 1
        or len(frame.period_labels) != 1
        or frame.names
        or not _ASKED.search(frame.text)
    ):
        return None
    if not all(_GENERAL.fullmatch(term) for term in frame.terms):
        return None
    rows = [
        row
        for row in rows_for(frame, collection)
        if row.subject in frame.place_names
        and row.period
        and row.modality in ("actual", "planned_total")
        and not _OF_NOTHING.fullmatch(row.metric)
        and "更正前" not in row.metric
        and fits_period(row, frame, collection)
    ]
    whole = [row for row in rows if same_period(row.period, frame.period_labels[0])]
    rows = whole or rows
    if not rows:
        return None
    newest = max(
        rows, key=lambda row: (collection.documents[row.document_id].reference_date, row.document_id)
    )
    own = sorted((row for row in rows if row.document_id == newest.document_id), key=_position)
    statements: list[Statement] = []
    for _, quoted in itertools.groupby(own, key=lambda row: row.start):
        told = list(quoted)
        text = statement_of(told, collection.siblings(told[0]))
        if len(statements) < _MOST and sum(len(one.text) for one in statements) + len(text) <= _ROOM:
            statements.append(Statement(text=text, evidence=(collection.evidence(told[0]),)))
    return Draft(statements=tuple(statements)) if len(own) >= _LEAST and statements else None


def _position(row: Figure) -> tuple[int, int]:
    return row.start, row.raw_start
