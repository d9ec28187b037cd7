"""Where does one district stand among those of its city, by the figures of all?"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.figure_row import COLUMNS, figure_row
from assistant.figures.measure import comparable, measure_key, short_measure
from assistant.figures.rows_by_place import rows_by_place
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.period_label import period_text
from language.quantity import base_quantity
from vectorstore.ledger_rows import Figure

_ASKS_POSITION = re.compile(
    r"第几|(?:排名|名次|位次)(?:是|怎么样|怎样|如何|情况)?(?:多少)?[？?]?$|排在?(?:哪|多少)"
)


_A_RANKING = 3


def position_among(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """在各区市里排第几: where one district stands among those of its city."""
    districts = [place for place in frame.places if place.level in ("district", "zone")]
    if not _ASKS_POSITION.search(frame.text) or len(districts) != 1 or not districts[0].city:
        return None
    asked = districts[0]
    city = next((place for place in collection.places.places if place.name == asked.city), None)
    chosen = rows_by_place(replace(frame, places=(city,) if city else ()), collection)
    own = chosen.get(asked.name)
    if own is None:
        return None
    alike = _told_with(own, collection)
    if len(alike) < len(chosen):
        alike = [row for row in chosen.values() if comparable(measure_key(row), measure_key(own))]
    if len(alike) < _A_RANKING:
        return None  # first of one is no rank
    ahead = sum(base_quantity(r.value, r.unit)[0] > base_quantity(own.value, own.unit)[0] for r in alike)
    alike.sort(key=lambda row: (-base_quantity(row.value, row.unit)[0], row.subject))
    told = f"{asked.name}{short_measure(own)}{value_text(own)}"
    text = f"{period_text(own.period)}{told}，在{len(alike)}个中排第{ahead + 1}"
    lead = Statement(
        text=text, evidence=(collection.evidence(own),), derived=(Decimal(len(alike)), Decimal(ahead + 1))
    )
    rows = tuple(figure_row(row, collection) for row in alike)
    return Draft(statements=(lead,), columns=COLUMNS, rows=rows)


def _told_with(own: Figure, collection: Collection) -> list[Figure]:
    """The rows of the same document that say the same of the other districts and zones."""
    found = {
        row.subject: row
        for row in collection.figures_in(own.document_id)
        if (row.metric, row.period, row.unit) == (own.metric, own.period, own.unit)
        and (place := collection.places.get(row.subject)) is not None
        and place.level in ("district", "zone")
    }
    return list({**found, own.subject: own}.values())
