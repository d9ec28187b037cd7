"""Which of the named projects is larger?"""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.projects.project_row import COLUMNS, by_size, project_row
from assistant.projects.story import named_project
from assistant.question import QuestionFrame
from language.quantity import base_quantity, format_quantity


def compare_projects(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """Which of the named projects is larger; amounts in two currencies are set side by side, not compared."""
    if len(frame.names) < 2 or not re.search(r"投资|盘子|规模|大|多", frame.text):
        return None
    projects = [project for name in frame.names if (project := named_project(name, collection)) is not None]
    priced = [project for project in projects if project.investment is not None]
    if len(priced) < 2 or len({project.name for project in priced}) < 2:
        return None
    priced.sort(key=by_size)
    units = {base_quantity(p.investment or Decimal(0), p.investment_unit)[1] for p in priced}
    rows = tuple(project_row(project, collection) for project in priced)
    if len(units) > 1:
        return Draft(columns=COLUMNS, rows=rows, notes=("币种不同，不可直接比较",))
    money = format_quantity(priced[0].investment or Decimal(0), priced[0].investment_unit)
    lead = Statement(text=f"{priced[0].name}总投资更大，为{money}", evidence=rows[0].evidence)
    return Draft(statements=(lead,), columns=COLUMNS, rows=rows)
