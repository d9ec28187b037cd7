"""One record a project: every mention of it in every document, its stages in order of date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from language.ended import is_ended
from language.project_name import filed_under, looked_up, same_investor, same_project
from vectorstore.ledger_rows import Project

STAGE_ORDER = ("储备/在谈", "计划", "签约", "落户/注册", "开工/在建", "主体/封顶", "竣工", "投产/运营")


@dataclass(frozen=True, kw_only=True)
class Stage:
    """A stage reached, its date, and the row that says so."""

    stage: str
    date: str
    row: Project


@dataclass(frozen=True, kw_only=True)
class MergedProject:
    """A project over all its sources, newest first; `ended` where the newest of them tells that it was given
    up."""

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
    ended: bool = False


def merge_projects(rows: Sequence[Project], dates: Mapping[str, str]) -> tuple[MergedProject, ...]:
    """One record for each project, in the order of first mention.

    Mentions are one project where their names agree and neither place nor investor speaks against it: two
    places' projects of one name stay two. `dates` are the documents' reference dates by id: what a later
    document states outweighs what an older one does.
    """
    groups: list[list[Project]] = []
    by_key: dict[str, set[int]] = {}
    for row in rows:
        near: set[int] = set().union(*(by_key.get(key, ()) for key in looked_up(row.name)))
        at = next((place for place in sorted(near) if _is_one_of(row, groups[place])), len(groups))
        if at == len(groups):
            groups.append([])
        groups[at].append(row)
        for name in (row.name, *row.aliases):
            for key in filed_under(name):
                by_key.setdefault(key, set()).add(at)
    return tuple(_record(group, dates) for group in groups)


def _is_one_of(row: Project, group: Sequence[Project]) -> bool:
    names = {name for own in group for name in (own.name, *own.aliases)}
    return any(same_project(name, row.name) for name in names) and all(_compatible(own, row) for own in group)


def _compatible(one: Project, other: Project) -> bool:
    if not same_investor(one.investor, other.investor):
        return False
    same_place = one.place == other.place or not one.place or not other.place
    return same_place or one.name == other.name or one.investment == other.investment is not None


def _record(group: Sequence[Project], dates: Mapping[str, str]) -> MergedProject:
    newest = sorted(group, key=lambda row: dates[row.document_id], reverse=True)
    priced = next((row for row in newest if row.investment is not None), None)
    name = max((row.name for row in group), key=lambda own: (own.endswith("项目"), len(own)))
    names = dict.fromkeys(own for row in group for own in (row.name, *row.aliases))
    return MergedProject(
        name=name, aliases=tuple(own for own in names if own != name), investor=_stated(newest, "investor"),
        place=_stated(newest, "place"), investment=priced.investment if priced else None,
        investment_unit=priced.investment_unit if priced else "", industry=_stated(newest, "industry"),
        output=_stated(newest, "output"), stages=_stages(newest, dates), sources=tuple(newest),
        ended=_ended(newest, tuple(names)),
    )  # fmt: skip


def _ended(newest: Sequence[Project], names: Sequence[str]) -> bool:
    for row in newest:
        if is_ended(row.quote, names):
            return True
        if row.stage and row.stage != "计划":
            return False
    return False


def _stated(rows: Sequence[Project], field: Literal["investor", "place", "industry", "output"]) -> str:
    return next((value for row in rows if (value := getattr(row, field))), "")


def _stages(newest: Sequence[Project], dates: Mapping[str, str]) -> tuple[Stage, ...]:
    """Stages in the order in which the documents tell them, the latest last."""
    told = [row for row in reversed(newest) if row.stage]
    told.sort(key=lambda row: (dates[row.document_id], STAGE_ORDER.index(row.stage)))
    return tuple(Stage(stage=row.stage, date=row.date, row=row) for row in told)
