"""How far has a project come whose list dates each stage in a column: 签约时间 | 开工时间?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ingest.ledger.project_stages import STAGES, stage_told
from ingest.tables.grid import Cell
from language.period import find_periods
from language.period_label import label_dates
from language.text import fold
from vectorstore.document import Document

_DATED = re.compile(r"(?:时间|日期|月份|年月)(?:[(][^()]*[)])?$")
_MONTH = re.compile(r"^((?:19|20)\d\d)[./-](\d{1,2})$")  # 2025.11
_AHEAD = re.compile(r"计划|预计|拟|预期|目标|约定")
_ORDER = [name for name, _ in STAGES]


@dataclass(frozen=True, kw_only=True)
class Milestone:
    """A column that dates a stage."""

    column: int
    stage: str


def milestones(names: Sequence[Cell]) -> tuple[Milestone, ...]:
    """The columns under such names that date a stage reached; dates that are only planned are none."""
    told = [(column, cell.text.split(" ")[-1]) for column, cell in enumerate(names)]
    dated = [(column, _DATED.sub("", name)) for column, name in told if _DATED.search(name)]
    return tuple(
        Milestone(column=column, stage=stage)
        for column, name in dated
        if not _AHEAD.search(name) and (stage := stage_told(name)) not in ("", "计划")
    )


def furthest(columns: Sequence[Milestone], row: Sequence[Cell], document: Document) -> tuple[str, str]:
    """The furthest stage that a row dates, and its date; what is dated after the document is not reached."""
    today = document.reference_date
    found = [
        (one.stage, day)
        for one in columns
        if one.column < len(row) and (day := date_told(row[one.column].text, document))
    ]
    past = [one for one in found if not today or label_dates(one[1])[0].isoformat() <= today]
    return min(past, key=lambda one: _ORDER.index(one[0]), default=("", ""))


def date_told(text: str, document: Document) -> str:
    """The period label of a cell's date; "" where it holds none."""
    reference = date.fromisoformat(document.reference_date) if document.reference_date else None
    written = _MONTH.sub(r"\1年\2月", fold(text).strip())
    periods = find_periods(written, reference=reference)
    return periods[0].label if periods else ""
