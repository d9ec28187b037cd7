"""How far apart are two measures of one place and time: 开工项目比新签约项目少多少个?"""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.figures.computed import lies_between
from assistant.figures.lookup import search_ledger
from assistant.figures.measure import short_measure
from assistant.figures.units_asked import sorts_asked
from assistant.figures.words_asked import measure_terms, say_same
from assistant.question import QuestionFrame
from language.period_label import period_text, same_period
from language.quantity import base_quantity, unit_kind
from vectorstore.ledger_rows import Figure

_SPLIT = re.compile(
    r"(?<=.{2})(?:比(?!例|重|[去上前]年|上一?[届次期月季]|同期|目标)|和|与|跟|同(?!比))(?=.{2})"
)
_SAYS = 0.8  # how well a row must say a word of its side
_COUNTED = frozenset("项目 项目数 企业 数量 个数 家数 金额".split())  # tells neither side from the other
_RELATED = 0.2  # share of the question: each side says its half of it


def measures_apart(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """Both figures and what lies between them; None unless one row of one place and time says each side."""
    if len(frame.places) > 1 or len(frame.names) > 1 or len(frame.all_period_labels) > 1:
        return None
    sorts = {"count", "money"}
    named = sorts & sorts_asked(frame.text)[0]  # 相差多少个 is told in 个, and in no 亿元
    rows = [
        candidate.row
        for candidate in search_ledger(frame, collection, any_unit=True).candidates
        if candidate.words >= _RELATED
        and unit_kind(candidate.row.unit) in (named if len(named) == 1 else sorts)
    ]
    for split in _SPLIT.finditer(frame.text):
        if (pair := _pair(rows, frame, split)) is not None:
            return _told(*pair, collection)
    return None


def sets_measures_apart(frame: QuestionFrame) -> bool:
    """Whether a question names two measures whose difference it asks for: one of them is no answer."""
    if frame.operation != "difference" or len(frame.places) > 1 or len(frame.all_period_labels) > 1:
        return False
    return any(all(_sides(frame, split)) for split in _SPLIT.finditer(frame.text))


def _sides(frame: QuestionFrame, split: re.Match[str]) -> tuple[list[str], list[str]]:
    """The words that only the left and only the right of the split say."""
    bare = (term.removesuffix("项目") for term in measure_terms(frame))  # 落地项目, of 落地工业项目302个
    terms = [term for term in bare if term and term not in _COUNTED]
    left = [term for term in terms if term in frame.text[: split.start()]]
    right = [term for term in terms if term in frame.text[split.end() :]]
    return [term for term in left if term not in right], [term for term in right if term not in left]


def _pair(rows: list[Figure], frame: QuestionFrame, split: re.Match[str]) -> tuple[Figure, Figure] | None:
    own = _sides(frame, split)
    if not own[0] or not own[1]:
        return None
    for one in rows:
        if not _says(one, own[0]) or _says_any(one, own[1]):
            continue
        for other in rows:
            alike = one.subject == other.subject and same_period(one.period, other.period)
            same_unit = base_quantity(Decimal(1), one.unit)[1] == base_quantity(Decimal(1), other.unit)[1]
            same_kind = one.modality == other.modality and not other.is_growth
            if alike and same_unit and same_kind and _says(other, own[1]) and not _says_any(other, own[0]):
                return one, other
    return None


def _says(row: Figure, terms: list[str]) -> bool:
    return not row.is_growth and all(say_same(term, row) > _SAYS for term in terms)


def _says_any(row: Figure, terms: list[str]) -> bool:
    return any(term in row.metric for term in terms)


def _told(one: Figure, other: Figure, collection: Collection) -> Draft:
    when = period_text(one.period) if one.period else ""
    whose = f"{one.subject}{when}{short_measure(one)}"
    return lies_between(whose, short_measure(other), one, other, collection)
