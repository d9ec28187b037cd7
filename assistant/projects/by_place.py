"""How many projects of a list lie in each of its places, and what do they come to: 各县区分别有几个项目?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.projects.conditions import Conditions
from assistant.projects.listing import is_counted_by_the_papers
from assistant.projects.story import project_evidence
from assistant.projects.sums import is_one_list
from assistant.question import QuestionFrame
from language.divisions import PARTS
from vectorstore.projects import MergedProject

_PART = rf"(?:{PARTS}|[区县市旗州盟镇乡]{{1,3}})"
_ASKED = re.compile(
    rf"(?:各|每)个?{_PART}[^，。？]{{0,8}}项目[^，。？]{{0,8}}(?:多少|几|分别|数)"
    rf"|(?:各|每)个?{_PART}[^，。？]{{0,8}}(?:多少|几)[个项][^，。？]{{0,6}}项目"
    rf"|(?:哪个|哪些){_PART}的?项目(?:数量?|个数)?最多|项目(?:数量?|个数)?最多的(?:是哪个)?{_PART}"
)
_MONEY = re.compile(r"总投资|投资总?额")
_ELSE = re.compile(r"完成|到位|金额|资金|签|引进|落地|新增|目标|任务")


def asks_by_place(frame: QuestionFrame) -> bool:
    """Whether projects, or their total investment, are asked for place by place, and nothing else of them."""
    return bool(_ASKED.search(frame.text)) and not _ELSE.search(frame.text) and not frame.period_labels


def count_by_place(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The projects of one list by the places it names, the most first; None for fewer than two."""
    conditions = Conditions(frame, collection)
    if is_counted_by_the_papers(frame, collection):
        return None
    found = [project for project in collection.projects.merged if conditions.met(project)]
    if not found or not is_one_list(found, collection):
        return None
    places: dict[str, list[MergedProject]] = {}
    for project in found:
        places.setdefault(project.place, []).append(project)
    if len(places) < 2 or "" in places:
        return None
    told = sorted(places.items(), key=lambda one: -len(one[1]))
    if _MONEY.search(frame.text):
        return _added(told, collection)
    statement = Statement(
        text="、".join(f"{place}{len(own)}个" for place, own in told) + f"，共{len(found)}个项目",
        evidence=tuple(project_evidence(own[0].sources[0], collection) for _, own in told),
        derived=tuple(Decimal(count) for count in (len(found), *(len(own) for _, own in told))),
    )
    return Draft(statements=(statement,), notes=(f"按清单中的{len(found)}个项目逐行计数",))


def _added(told: Sequence[tuple[str, list[MergedProject]]], collection: Collection) -> Draft | None:
    """What the projects of each place come to; None where one states no amount in the unit of the others."""
    projects = [project for _, own in told for project in own]
    units = {project.investment_unit for project in projects}
    if len(units) != 1 or any(project.investment is None for project in projects):
        return None
    unit = units.pop()
    sums = [
        (place, sum((project.investment or Decimal(0) for project in own), Decimal(0))) for place, own in told
    ]
    sums.sort(key=lambda one: -one[1])
    statement = Statement(
        text="、".join(f"{place}{amount.normalize():f}{unit}" for place, amount in sums),
        evidence=tuple(project_evidence(project.sources[0], collection) for project in projects),
        derived=tuple(amount for _, amount in sums),
    )
    return Draft(statements=(statement,), notes=(f"按清单中{len(projects)}个项目的总投资分别相加",))
