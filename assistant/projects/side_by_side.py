"""Which of the named projects is the largest or the smallest, and by how much do two differ?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, DraftRow, Statement
from assistant.evidence import Evidence
from assistant.figures.computed import plain
from assistant.names import called_in
from assistant.projects.project_row import COLUMNS, by_size, project_row
from assistant.projects.story import named_project
from assistant.question import QuestionFrame
from language.quantity import base_quantity, format_quantity
from vectorstore.projects import MergedProject

_AMOUNT = re.compile(r"投资|盘子|规模|大|多")
_APART = re.compile(r"差多少|相差|[大多高少小低](?:了)?多少|差几")
_BETWEEN = re.compile(r"[和与跟比、,，]|哪个|谁|的?(?:项目)?(?:总?投资|盘子|规模)")
_LEAST = re.compile(r"[最更](?P<how>[小少低])")
_MOST = re.compile(r"最[大多高]")
_JOINED = re.compile(r"[、,，]|(?<=[一-鿿])[和与跟](?=[一-鿿])")
_ASKS = re.compile(r"哪|谁|的?(?:项目)?总?投资|的?规模|相?差")
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
    notes = tuple(_untold(frame.text, projects))
    units = {base_quantity(p.investment or Decimal(0), p.investment_unit)[1] for p in priced}
    rows = tuple(project_row(project, collection) for project in priced)
    if len(units) > 1:
        return Draft(columns=COLUMNS, rows=rows, notes=("币种不同，不可直接比较", *notes))
    lead = _gap(*priced, rows=rows) if len(priced) == 2 and _APART.search(frame.text) else None
    told = (lead,) if lead is not None else tuple(_ends(priced, rows, frame.text))
    return Draft(statements=told, columns=COLUMNS, rows=rows, notes=notes)


def _untold(text: str, projects: Sequence[MergedProject]) -> Iterator[str]:
    """A note for each of the things set side by side that the collection knows by no such name."""
    head = _ASKS.split(text, maxsplit=1)[0]
    called = [called_in(text, project.name) for project in projects]
    for item in _JOINED.split(head):
        if len(item) > 1 and "、" in head and not any(name in item or item in name for name in called):
            yield f"资料中没有找到“{item}”的总投资，未比较"


def _ends(priced: Sequence[MergedProject], rows: Sequence[DraftRow], text: str) -> Iterator[Statement]:
    """The largest, the smallest or both, as asked; of equal ones that they are."""
    first, last = priced[0], priced[-1]
    if _size(first) == _size(last):
        names = f"{'、'.join(p.name for p in priced[:-1])}和{last.name}"
        yield Statement(text=f"{names}总投资相同，均为{_money(first)}", evidence=_evidence(rows))
        return
    least = _LEAST.search(text)
    several = len(priced) > 2
    if not least or (_MOST.search(text) and several):
        how = "最大" if several else "更大"
        yield Statement(text=f"{first.name}总投资{how}，为{_money(first)}", evidence=rows[0].evidence)
    if least:
        how = "最小" if several else "更小"
        yield Statement(text=f"{last.name}总投资{how}，为{_money(last)}", evidence=rows[-1].evidence)


def _gap(one: MergedProject, other: MergedProject, *, rows: Sequence[DraftRow]) -> Statement | None:
    """The larger of two and by how much; None where they are equal or told in two units."""
    more, less = one.investment or Decimal(0), other.investment or Decimal(0)
    gap = more - less
    if one.investment_unit != other.investment_unit or not gap:
        return None
    by = f"{plain(gap)}{one.investment_unit}（{plain(more)} − {plain(less)} = {plain(gap)}）"
    text = f"{one.name}总投资更大，为{_money(one)}，比{other.name}多{by}"
    return Statement(text=text, evidence=_evidence(rows[:2]), derived=(gap,))


def _size(project: MergedProject) -> Decimal:
    return base_quantity(project.investment or Decimal(0), project.investment_unit)[0]


def _money(project: MergedProject) -> str:
    return format_quantity(project.investment or Decimal(0), project.investment_unit)


def _evidence(rows: Iterable[DraftRow]) -> tuple[Evidence, ...]:
    return tuple(one for row in rows for one in row.evidence)


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
