"""One record a project: every mention of it in every document, its stages in order of date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from vectorstore.document import Document
from vectorstore.ledger_rows import Project


@dataclass(frozen=True, kw_only=True)
class Stage:
    """A stage reached, its date, and the row that says so."""

    stage: str
    date: str
    row: Project


@dataclass(frozen=True, kw_only=True)
class MergedProject:
    """A project over all its sources, newest first."""

    name: str
    aliases: tuple[str, ...]
    investor: str
    place: str
    investment: Decimal | None
    investment_unit: str
    industry: str
    output: str
    stages: tuple[Stage, ...]
    sources: tuple[Project, ...]


def merge_projects(rows: Sequence[Project], documents: Mapping[str, Document]) -> tuple[MergedProject, ...]:
    """One record a name and place."""
    groups: dict[tuple[str, str], list[Project]] = {}
    for row in rows:
        groups.setdefault((row.name, row.place), []).append(row)
    merged = []
    for own in groups.values():
        own.sort(key=lambda row: documents[row.document_id].reference_date, reverse=True)
        money = next((row for row in own if row.investment is not None), None)
        merged.append(
            MergedProject(
                name=own[0].name,
                aliases=tuple(dict.fromkeys(a for row in own for a in row.aliases)),
                investor=next((row.investor for row in own if row.investor), ""),
                place=own[0].place,
                investment=money.investment if money else None,
                investment_unit=money.investment_unit if money else "",
                industry=next((row.industry for row in own if row.industry), ""),
                output=next((row.output for row in own if row.output), ""),
                stages=tuple(
                    Stage(stage=row.stage, date=row.date, row=row) for row in reversed(own) if row.stage
                ),
                sources=tuple(own),
            )
        )
    return tuple(merged)
