"""Is the clause that tells what is asked of another year than the one asked about?"""

from __future__ import annotations

from datetime import date

from assistant.matching import term_match
from assistant.passages.sentences import Sentence
from assistant.question import QuestionFrame
from language.period import Period, find_periods
from language.period_label import contains, same_period
from language.text import Span, clauses, read


def told_of_another_year(sentence: Sentence, frame: QuestionFrame) -> bool:
    """到2026年产值达到600亿元；配套率由2023年的45%提高 tells no 产值 of 2023: the clause that says most of
    the words asked is of the time it names, else of the one named last before it."""
    asked = frame.period_labels
    if not asked or "number" not in frame.wants or sentence.columns or not frame.terms:
        return False
    day = sentence.document.reference_date
    text = read(sentence.text).text
    periods = [
        period
        for period in find_periods(text, reference=date.fromisoformat(day) if day else None)
        if period.role != "comparison" and period.label[:4].isdigit()
    ]
    told = max(clauses(text), key=lambda span: _said(text[span.start : span.end], frame), default=None)
    if told is None:
        return False
    own = _governing(periods, told)
    return bool(own) and not any(_overlap(label, each.label) for label in asked for each in own)


def _said(clause: str, frame: QuestionFrame) -> float:
    return sum(term_match(term, clause) for term in frame.terms)


def _governing(periods: list[Period], told: Span) -> list[Period]:
    inside = [period for period in periods if told.start <= period.start < told.end]
    before = [period for period in periods if period.end <= told.start]
    return inside or before[-1:]


def _overlap(asked: str, told: str) -> bool:
    return same_period(asked, told) or contains(asked, told) or contains(told, asked)
