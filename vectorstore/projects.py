"""One record a project: every mention of it in every document, its stages in order of date."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

from language.ended import is_ended
from language.place_table import cities_of, lies_in
from language.project_name import filed_under, looked_up, phase_of, same_investor, same_project
from vectorstore.ledger_rows import Project

STAGE_ORDER = ("储备/在谈", "计划", "签约", "落户/注册", "开工/在建", "主体/封顶", "竣工", "投产/运营")


@dataclass(frozen=True, kw_only=True)
class Stage:
    """A stage reached, its date, and the row that says so."""

    stage: str
    date: str
    row: Project


class MergedProject:
    """A project over all its mentions. What is told of it is put together when it is asked for: of the ten
    thousand projects of a ledger a question looks at few."""

    def __init__(self, mentions: Sequence[Project], dates: Mapping[str, str]) -> None:
        """`mentions` in the order of the ledger, one or more; `dates` as `merge_projects` has them."""
        self._mentions = mentions
        self._dates = dates

    @cached_property
    def sources(self) -> tuple[Project, ...]:
        """Its mentions, newest first."""
        return tuple(sorted(self._mentions, key=lambda row: self._dates[row.document_id], reverse=True))

    @cached_property
    def name(self) -> str:
        """The longest name it has in any mention, one that ends in 项目 before others."""
        return max((row.name for row in self._mentions), key=lambda own: (own.endswith("项目"), len(own)))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name it has, in the order of mention."""
        return tuple(dict.fromkeys(own for row in self._mentions for own in (row.name, *row.aliases)))

    @property
    def aliases(self) -> tuple[str, ...]:
        """Its names but for `name`."""
        return tuple(own for own in self.names if own != self.name)

    @cached_property
    def investor(self) -> str:
        """Who invests, as fully as it is told of the one named last; "" where nobody says it."""
        last = self._stated("investor")
        return max((row.investor for row in self.sources if last in row.investor), key=len)

    @cached_property
    def place(self) -> str:
        """The district or city it stands in, "" where nobody says it."""
        told = self._stated("place")  # of its district and the city that a later paper names, the nearer
        return next((row.place for row in self.sources if lies_in(row.place, told)), told)

    @cached_property
    def industry(self) -> str:
        """Its industry, "" where nobody says it."""
        return self._stated("industry")

    @cached_property
    def output(self) -> str:
        """What it is to produce, "" where nobody says it."""
        return self._stated("output")

    @cached_property
    def priced(self) -> tuple[Project, ...]:
        """Its mentions that state a total, newest first: of one phase only where none is of the whole."""
        told = [row for row in self.sources if row.investment is not None]
        return tuple([row for row in told if not phase_of(row.name)] or told)

    @property
    def investment(self) -> Decimal | None:
        """Its total investment as last stated."""
        return self.priced[0].investment if self.priced else None

    @property
    def investment_unit(self) -> str:
        """The unit of `investment`, "" without one."""
        return self.priced[0].investment_unit if self.priced else ""

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """Stages in the order in which the documents tell them, the latest last."""
        told = [row for row in reversed(self.sources) if row.stage]
        told.sort(key=lambda row: (self._dates[row.document_id], STAGE_ORDER.index(row.stage)))
        return tuple(Stage(stage=row.stage, date=row.date, row=row) for row in told)

    @cached_property
    def ended(self) -> bool:
        """Whether the newest of its mentions tells that it was given up."""
        for row in self.sources:
            if is_ended(row.quote, self.names):
                return True
            if row.stage and row.stage != "计划":
                return False
        return False

    def _stated(self, field: Literal["investor", "place", "industry", "output"]) -> str:
        return next((value for row in self.sources if (value := getattr(row, field))), "")


def merge_projects(rows: Sequence[Project], dates: Mapping[str, str]) -> tuple[MergedProject, ...]:
    """One record for each project, in the order of first mention.

    Mentions are one project where their names agree and neither place nor investor speaks against it: two
    places' projects of one name stay two. `dates` are the documents' reference dates by id: what a later
    document states outweighs what an older one does.
    """
    groups: list[list[Project]] = []
    having: dict[str, set[int]] = {}  # the groups with a name
    filed: dict[str, set[str]] = {}  # the names so far
    for row in rows:
        near = set[int]().union(*(having[name] for name in _alike(row.name, filed)))
        fitting = (at for at in sorted(near) if all(_compatible(own, row) for own in groups[at]))
        if (at := next(fitting, len(groups))) == len(groups):
            groups.append([])
        groups[at].append(row)
        for name in (row.name, *row.aliases):
            if name not in having:
                having[name] = set()
                for key in filed_under(name):
                    filed.setdefault(key, set()).add(name)
            having[name].add(at)
    return tuple(MergedProject(group, dates) for group in groups)


def _alike(name: str, filed: Mapping[str, set[str]]) -> set[str]:
    near = set[str]().union(*(filed[key] for key in looked_up(name) if key in filed))
    return {other for other in near if other == name or same_project(other, name)}


def _compatible(one: Project, other: Project) -> bool:
    if _are_two(one, other) or _lie_apart(one, other):
        return False
    if one.investor != other.investor and not same_investor(one.investor, other.investor):
        return False
    same_place = one.place == other.place or not one.place or not other.place
    same_place = same_place or (lies_in(one.place, other.place) and _called_after_investor(one, other))
    same_place = same_place or (lies_in(other.place, one.place) and _called_after_investor(one, other))
    return same_place or one.name == other.name or one.investment == other.investment is not None


def _called_after_investor(one: Project, other: Project) -> bool:
    """甲公司's 绿氢装备项目 of a district, which a paper on the city calls 甲绿氢装备项目."""
    short, long = sorted((one, other), key=lambda row: len(row.name))
    firm = long.name.removesuffix(short.name)
    return firm not in ("", long.name) and len(firm) > 1 and short.investor.startswith(firm)


def _lie_apart(one: Project, other: Project) -> bool:
    """Whether 标准厂房项目 is one in each of two places: of two cities, or in two rows of one list."""
    if not one.place or not other.place or one.place == other.place:
        return False
    rows = "\t" in one.quote and "\t" in other.quote and one.document_id == other.document_id
    cities, others = cities_of(one.place), cities_of(other.place)
    return (rows and one.start != other.start) or bool(cities and others and not cities & others)


def _are_two(one: Project, other: Project) -> bool:
    """Whether one sentence tells of two: 传感器项目、控制器项目 side by side, a centre and a new 150P one."""
    if one.document_id != other.document_id or one.start != other.start or one.name == other.name:
        return False
    if _DIGITS.findall(one.name) != _DIGITS.findall(other.name):
        return True
    names = f"{re.escape(one.name)}[、和与及]+{re.escape(other.name)}"
    turned = f"{re.escape(other.name)}[、和与及]+{re.escape(one.name)}"
    return re.search(f"{names}|{turned}", one.quote) is not None


_DIGITS = re.compile(r"\d+")
