"""In which month, quarter or year was a place's figure largest or smallest?"""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.ends import asks_least
from assistant.figures.figure_row import COLUMNS, figure_row
from assistant.figures.lookup import search_ledger
from assistant.figures.measure import comparable, measure_key, measure_text
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.period_label import period_text
from language.quantity import base_quantity, unit_kind
from vectorstore.ledger_rows import Figure

_PART = r"哪(?:一?个?|几个?)(?P<{}>月|季度?|年)(?:份|度)?"
_ASKED = re.compile(
    rf"{_PART.format('before')}[^，。？]{{0,14}}最[多少高低大小]|最[多少高低大小]的?(?:是|在)?{_PART.format('behind')}"
)
_LABELS = {"月": r"\d{4}-\d\d", "季": r"\d{4}-Q\d", "年": r"\d{4}"}
_SAID = 0.5


def peak(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The period at the end of the order, and all that are told; None unless asked or for fewer than two."""
    match = _ASKED.search(frame.text)
    if match is None or len(frame.places) > 1:
        return None
    rows = _rows(frame, collection, _LABELS[(match["before"] or match["behind"])[0]])
    if len(rows) < 2:
        return None
    least = asks_least(frame.text)
    order = sorted(rows, key=_size, reverse=not least)
    first = order[0]
    named = f"{first.subject}{period_text(first.period)}{measure_text(first)}"
    text = f"{named}{'最少' if least else '最多'}，为{value_text(first)}"
    table = tuple(figure_row(row, collection) for row in sorted(rows, key=lambda row: row.period))
    lead = Statement(text=text, evidence=(collection.evidence(first),), derived=(Decimal(len(rows)),))
    notes = (f"共{len(rows)}个时段有数据",)
    return Draft(statements=(lead,), columns=COLUMNS, rows=table, notes=notes)


def _rows(frame: QuestionFrame, collection: Collection, label: str) -> list[Figure]:
    """One row for each period of that length, all of the measure that the best of them tells."""
    found = [
        c.row
        for c in search_ledger(frame, collection, any_unit=True).candidates
        if c.words >= _SAID
        and re.fullmatch(label, c.row.period)
        and c.row.modality == "actual"
        and (not frame.places or c.row.subject in frame.place_names)
        and (unit_kind(c.row.unit) != "rate" or frame.asks_growth)
    ]
    if not found:
        return []
    key, subject = measure_key(found[0]), found[0].subject
    alike = [row for row in found if row.subject == subject and comparable(measure_key(row), key)]
    return list({row.period: row for row in reversed(alike)}.values())


def _size(row: Figure) -> Decimal:
    return base_quantity(row.value, row.unit)[0]
