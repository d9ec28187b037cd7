"""How does a project stand in a table?"""

from __future__ import annotations

from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import DraftRow
from assistant.projects.story import project_evidence
from language.quantity import base_quantity, format_quantity
from vectorstore.projects import MergedProject

COLUMNS = ("项目", "地点", "总投资", "阶段")


def by_size(project: MergedProject) -> tuple[bool, Decimal, str]:
    """Yuan amounts first, the largest first; then the others by name."""
    if project.investment is None:
        return True, Decimal(0), project.name
    amount, unit = base_quantity(project.investment, project.investment_unit)
    return unit != "元", -amount, project.name


def project_row(project: MergedProject, collection: Collection) -> DraftRow:
    """The project under COLUMNS, with the passage that states its investment where one does."""
    money = (
        "未注明"
        if project.investment is None
        else format_quantity(project.investment, project.investment_unit)
    )
    stage = "终止" if project.ended else project.stages[-1].stage if project.stages else "未注明"
    source = next(
        (row for row in project.sources if row.investment == project.investment), project.sources[0]
    )
    return DraftRow(
        cells=(project.name, project.place or "未注明", money, stage),
        evidence=(project_evidence(source, collection),),
    )
