"""Which project of a list stands first by a column other than its total: 完成率最高的项目是哪个?"""

from __future__ import annotations

import re
from collections import Counter

from assistant.collection import Collection
from assistant.draft import Draft, DraftRow, Statement
from assistant.figures.lookup import search_ledger
from assistant.figures.words_asked import measure_terms, say_same
from assistant.names import core_name
from assistant.question import QuestionFrame
from assistant.wording import is_cell, value_text
from language.quantity import base_quantity
from vectorstore.ledger_rows import Figure

_OTHER = re.compile(
    r"完成率|[一-鿿]{2}率|进度|已投(?!产)|完成投资|到位资金|产值|税收|就业|用工|面积|占地|得分"
)
_LEAST = re.compile(r"最[少小低慢差]")
_IDLE = frozenset("项目 推进 表里 表中 清单 名单 目前 进展".split())
_SAYS, _MOST_ROWS = 0.6, 24


def ranks_by_column(frame: QuestionFrame) -> bool:
    """Whether projects are to be ranked by something else than their total investment."""
    return bool(_OTHER.search(frame.text))


def rank_by_column(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The projects of one list by the column asked for; None for fewer than two."""
    if not ranks_by_column(frame):
        return None
    named = _OTHER.findall(frame.text)
    terms = [term for term in measure_terms(frame) if term not in _IDLE and term not in "".join(named)]
    terms += named
    rows = [
        candidate.row
        for candidate in search_ledger(frame, collection, any_unit=True, any_place=True).candidates
        if is_cell(candidate.row)
        and core_name(candidate.row.subject) in collection.projects.cores
        and all(say_same(term, candidate.row) > _SAYS for term in terms)
        and _lies(candidate.row, frame, collection)
    ]
    if not rows:
        return None
    kinds = Counter((row.document_id, row.metric, row.period) for row in rows)
    kind = max(kinds, key=lambda one: (kinds[one], one))
    alike = [row for row in rows if (row.document_id, row.metric, row.period) == kind]
    if len(alike) < 2:
        return None
    alike.sort(key=lambda row: (-base_quantity(row.value, row.unit)[0], row.subject))
    if _LEAST.search(frame.text):
        alike.reverse()
    return _draft(alike[:_MOST_ROWS], collection, least=bool(_LEAST.search(frame.text)))


def _lies(row: Figure, frame: QuestionFrame, collection: Collection) -> bool:
    place = collection.places.get(row.place)
    inside = {row.place, place.city if place is not None else ""}
    return not frame.places or bool(inside & frame.place_names)


def _draft(found: list[Figure], collection: Collection, *, least: bool) -> Draft:
    first = found[0]
    measure = first.metric.split(" ")[-1]
    text = f"{first.subject}{measure}最{'低' if least else '高'}，为{value_text(first)}"
    rows = tuple(
        DraftRow(
            cells=(row.subject, row.place or "未注明", measure, value_text(row)),
            evidence=(collection.evidence(row),),
        )
        for row in found
    )
    lead = Statement(text=text, evidence=(collection.evidence(first),))
    return Draft(statements=(lead,), columns=("项目", "地点", "指标", "数值"), rows=rows)
