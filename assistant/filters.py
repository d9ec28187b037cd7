"""Which ledger rows match the filters of `zhaoda figures`, `zhaoda projects` and the API?"""

from __future__ import annotations

from decimal import Decimal

from assistant.collection import Collection
from assistant.matching import term_match
from language.period import find_periods
from language.period_label import contains, same_period
from language.quantity import base_quantity
from language.text import fold
from language.words import words
from vectorstore.ledger_rows import Figure, Project


def matching_figures(
    collection: Collection,
    *,
    subject: str | None,
    metric: str | None,
    period: str | None,
    modality: str | None,
) -> tuple[Figure, ...]:
    """Rows in the order of documents; None filters nothing."""
    return tuple(
        row
        for row in collection.figures
        if (not subject or _says_subject(row, subject, collection))
        and (not metric or _says(metric, f"{row.metric}{row.quote}"))
        and (not period or _in_period(row.period, period, collection))
        and (not modality or row.modality == modality)
    )


def _says_subject(row: Figure, subject: str, collection: Collection) -> bool:
    place = collection.places.get(fold(subject))
    if place is not None and row.subject == place.name:
        return True
    return fold(subject) in fold(row.subject)


def _says(wanted: str, text: str) -> bool:
    return all(term_match(word, fold(text)) >= 0.5 for word in words(wanted))


def _in_period(own: str, wanted: str, collection: Collection) -> bool:
    found = find_periods(fold(wanted), reference=collection.newest)
    label = found[0].label if found and not _is_label(wanted) else wanted
    try:
        return bool(own) and (same_period(own, label) or contains(label, own))
    except ValueError:
        return own == wanted


def _is_label(text: str) -> bool:
    return text.isascii()


def matching_projects(
    collection: Collection,
    *,
    name: str | None,
    place: str | None,
    stage: str | None,
    min_investment: float | None,
) -> tuple[Project, ...]:
    """Rows in the order of documents; `min_investment` in 亿元, rows without a stated yuan amount never
    reach it."""
    return tuple(
        row
        for row in collection.projects.mentions
        if (not name or any(fold(name) in fold(own) for own in (row.name, *row.aliases)))
        and (not place or fold(place) in fold(row.place))
        and (not stage or stage in row.stage)
        and (min_investment is None or _reaches(row, Decimal(str(min_investment))))
    )


def _reaches(row: Project, least: Decimal) -> bool:
    if row.investment is None:
        return False
    amount, unit = base_quantity(row.investment, row.investment_unit)
    return unit == "元" and amount >= least * 10**8
