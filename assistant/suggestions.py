"""Which questions can this collection answer? Made from its ledger, so that a click meets no refusal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assistant.collection import Collection
from assistant.figures.measure import measure_key, verb_of
from language.period_label import period_text
from language.quantity import unit_kind
from vectorstore.ledger_rows import Figure


def suggest(collection: Collection, *, count: int) -> tuple[str, ...]:
    """At most `count` questions of different kinds, the same ones for the same collection."""
    found = [
        *_rankings(collection),
        *_figures(collection),
        *_projects(collection),
        *_targets(collection),
        *_figures(collection, skip=1),
    ]
    return tuple(dict.fromkeys(found))[:count]


def _told(collection: Collection) -> Sequence[Figure]:
    """The rows of places that a question may be made from."""
    words = ("签约", "引进", "亿元以上")
    return collection.figures_for("签约引进项目", names=collection.place_names, words=words)


def _plain(row: Figure, collection: Collection) -> bool:
    return (
        bool(row.period)
        and row.subject in collection.place_names
        and unit_kind(row.unit) == "count"
        and verb_of(row) in ("签约", "引进", "落地")
        and not row.is_growth
    )


def _figures(collection: Collection, *, skip: int = 0) -> list[str]:
    rows = [
        row
        for row in _told(collection)
        if _plain(row, collection) and row.modality == "actual" and row.threshold
    ]
    rows.sort(key=lambda row: (row.period, row.subject, row.document), reverse=True)
    return [
        (
            f"{row.subject}{period_text(row.period)}{verb_of(row)}了多少"
            f"个{row.threshold.replace('1亿元以上', '亿元以上')}项目？"
        )
        for row in rows[skip : skip + 1]
    ]


def _rankings(collection: Collection) -> list[str]:
    groups: Counter[tuple[str, str, str]] = Counter()
    for row in _told(collection):
        if _plain(row, collection) and row.modality == "actual" and row.threshold == "1亿元以上":
            place = collection.places.get(row.subject)
            if place is not None and place.city:
                groups[place.city, row.period, measure_key(row).doing] += 1
    best = max(groups, key=lambda key: (groups[key], key), default=None)
    if best is None or groups[best] < 2:
        return []
    return [f"{best[0]}各区{period_text(best[1])}{best[2]}亿元以上项目，哪个最多？"]


def _projects(collection: Collection) -> list[str]:
    known = [p for p in collection.projects.merged if p.investment is not None and p.stages and p.place]
    known.sort(key=lambda p: (-len(p.sources), p.name))
    return [f"{known[0].name}投资多少，目前到哪一步？"] if known else []


def _targets(collection: Collection) -> list[str]:
    rows = [
        row
        for row in _told(collection)
        if _plain(row, collection) and row.modality == "target" and len(row.period) == 4
    ]
    rows.sort(key=lambda row: (row.period, row.subject), reverse=True)
    return [f"{row.subject}{period_text(row.period)}的招商目标是什么？" for row in rows[:1]]
