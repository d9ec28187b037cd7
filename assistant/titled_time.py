"""Of which part of a year does a paper's title say that it tells: 2024年第四季度项目集中开工活动?"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.question import QuestionFrame
from language.period import find_periods
from language.period_label import contains, same_period
from language.text import fold

_A_PART = len("2024") + 1  # characters of a label that is no whole year's
_EVENT = re.compile(r"(?:集中)?(?:开竣工|开工|签约|竣工|投产|动工|奠基)(?:活动|仪式)?")


def titled_part(document_id: str, collection: Collection) -> str:
    """The quarter, half or month of the event that the title of a document is about; "" where it names none,
    or is about no event."""
    document = collection.documents[document_id]
    return _part_named(fold(document.title), document.reference_date or "")


def is_titled_of(document_id: str, label: str, collection: Collection) -> bool:
    """Whether a paper is titled after that one part of a year: 某市一季度重大项目开工84个."""
    document = collection.documents[document_id]
    return same_period(_one_part(fold(document.title), document.reference_date or ""), label)


@lru_cache(maxsize=4096)
def _part_named(title: str, told_on: str) -> str:
    return _one_part(title, told_on) if _EVENT.search(title) else ""


@lru_cache(maxsize=4096)
def _one_part(title: str, told_on: str) -> str:
    reference = date.fromisoformat(told_on) if told_on else None
    found = [one for one in find_periods(title, reference=reference) if len(one.label) >= _A_PART]
    return found[0].label if len(found) == 1 and ".." not in found[0].label else ""


def is_titled_by_another(draft: Draft, frame: QuestionFrame, collection: Collection) -> bool:
    """Whether what is told names no time of its own and its paper is of another quarter than is asked."""
    asked = [one.label for one in frame.periods_asked if one.dated and len(one.label) >= _A_PART]
    if not asked or draft.refused or draft.rows or not draft.statements:
        return False
    first = draft.statements[0]
    titled = titled_part(first.evidence[0].document.id, collection)
    if not titled or find_periods(fold(first.text), reference=None):
        return False
    return not any(
        same_period(titled, one) or contains(one, titled) or contains(titled, one) for one in asked
    )
