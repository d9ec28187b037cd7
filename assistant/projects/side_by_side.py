"""Which of the named projects is larger, and by how much?"""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.computed import plain
from assistant.projects.project_row import COLUMNS, by_size, project_row
from assistant.projects.story import named_project
from assistant.question import QuestionFrame
from language.quantity import base_quantity, format_quantity
from vectorstore.projects import MergedProject

_AMOUNT = re.compile(r"投资|盘子|规模|大|多")
_APART = re.compile(r"差多少|相差|[大多高少小低](?:了)?多少|差几")
_BETWEEN = re.compile(r"[和与跟比、,，]|哪个|谁|的?(?:项目)?(?:总?投资|盘子|规模)")
_SHORTEST = 4


def compare_projects(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """Which of the named projects is larger; amounts in two currencies are set side by side, not compared."""
    if not _AMOUNT.search(frame.text):
        return None
    projects = _named(frame, collection)
    priced = [project for project in projects if project.investment is not None]
    if len(priced) < 2 or len({project.name for project in priced}) < 2:
        return None
    priced.sort(key=by_size)
    units = {base_quantity(p.investment or Decimal(0), p.investment_unit)[1] for p in priced}
    rows = tuple(project_row(project, collection) for project in priced)
    if len(units) > 1:
        return Draft(columns=COLUMNS, rows=rows, notes=("币种不同，不可直接比较",))
    money = format_quantity(priced[0].investment or Decimal(0), priced[0].investment_unit)
    text = f"{priced[0].name}总投资更大，为{money}"
    derived: tuple[Decimal, ...] = ()
    if (
        len(priced) == 2
        and _APART.search(frame.text)
        and priced[0].investment_unit == priced[1].investment_unit
    ):
        text, derived = _with_gap(text, *priced)
    evidence = tuple(one for row in rows[:2] for one in row.evidence) if derived else rows[0].evidence
    lead = Statement(text=text, evidence=evidence, derived=derived)
    return Draft(statements=(lead,), columns=COLUMNS, rows=rows)


def _with_gap(text: str, one: MergedProject, other: MergedProject) -> tuple[str, tuple[Decimal, ...]]:
    more, less = one.investment or Decimal(0), other.investment or Decimal(0)
    gap = more - less
    sum_told = f"{plain(more)} − {plain(less)} = {plain(gap)}"
    return f"{text}，比{other.name}多{plain(gap)}{one.investment_unit}（{sum_told}）", (gap,)


def _named(frame: QuestionFrame, collection: Collection) -> list[MergedProject]:
    """The projects named in full, else those that a part of a name singles out: 石墨烯导热膜和硅基负极."""
    if len(frame.names) > 1:
        found = (named_project(name, collection) for name in frame.names)
        return [project for project in found if project is not None]
    parts = [part for part in _BETWEEN.split(frame.text) if len(part) >= _SHORTEST]
    cores = [[core for core in collection.projects.cores if part in core] for part in parts[:2]]
    if len(cores) < 2 or any(len(each) != 1 for each in cores):
        return []
    return [project for (core,) in cores for project in collection.projects.called(frozenset({core}))[:1]]
