"""How does a project stand in a table?"""

from __future__ import annotations

from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import DraftRow
from assistant.projects.story import project_evidence
from language.quantity import base_quantity, find_quantities, format_quantity
from language.text import fold
from vectorstore.ledger_rows import Project
from vectorstore.projects import MergedProject

COLUMNS = ("项目", "地点", "总投资", "阶段")


def by_size(project: MergedProject) -> tuple[bool, Decimal, str]:
    """Yuan amounts first, the largest first; then the others by name."""
    if project.investment is None:
        return True, Decimal(0), project.name
    amount, unit = base_quantity(project.investment, project.investment_unit)
    return unit != "元", -amount, project.name


def amount_told(row: Project | MergedProject, quote: str) -> str:
    """The investment of a record as `quote` prints it: 12—15亿元 where it is a range."""
    value, unit = row.investment or Decimal(0), row.investment_unit
    ranged = [one for one in find_quantities(fold(quote)) if one.high is not None and one.value == value]
    high = next((one.high for one in ranged if one.high is not None and one.unit in ("", unit)), None)
    told = format_quantity(value, unit)
    return told if high is None else f"{told.removesuffix(unit)}—{format_quantity(high, unit)}"


def project_row(project: MergedProject, collection: Collection) -> DraftRow:
    """The project under COLUMNS, with the passage that states its investment where one does."""
    stage = "终止" if project.ended else project.stages[-1].stage if project.stages else "未注明"
    source = next(
        (row for row in project.sources if row.investment == project.investment), project.sources[0]
    )
    money = "未注明" if project.investment is None else amount_told(project, source.quote)
    return DraftRow(
        cells=(project.name, project.place or "未注明", money, stage),
        evidence=(project_evidence(source, collection),),
    )
