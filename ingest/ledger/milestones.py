"""How far has a project come whose list dates or ticks each stage in a column: 签约时间, 开工?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ingest.ledger.project_stages import STAGES, stage_told
from ingest.tables.grid import Cell
from language.intended import INTENDED
from language.period import find_periods
from language.period_label import label_dates
from language.text import fold
from vectorstore.document import Document

_DATED = re.compile(r"(?:时间|日期|月份|年月)(?:[(][^()]*[)])?$")
_MONTH = re.compile(r"^((?:19|20)\d\d)[./-](\d{1,2})$")  # 2025.11
_AHEAD = re.compile(rf"计划|预计|{INTENDED}|预期|目标|约定")
_ORDER = [name for name, _ in STAGES]


_TICK = re.compile(r"[√✓✔☑●■★◆○]|是|已[一-鿿]{0,4}")
_LONGEST_STAGE = 6  # characters: 已开工项目


@dataclass(frozen=True, kw_only=True)
class Milestone:
    """A column that dates a stage, or only ticks it."""

    column: int
    stage: str
    ticks: bool = False


def milestones(names: Sequence[Cell]) -> tuple[Milestone, ...]:
    """The columns under such names that date or tick a stage reached; what is only planned is none."""
    told = [(column, cell.text.split(" ")[-1]) for column, cell in enumerate(names)]
    dated = [(column, _DATED.sub("", name)) for column, name in told if _DATED.search(name)]
    found = [
        Milestone(column=column, stage=stage)
        for column, name in dated
        if not _AHEAD.search(name) and (stage := stage_told(name)) not in ("", "计划")
    ]
    ticked = [
        Milestone(column=column, stage=stage_told(name), ticks=True)
        for column, name in told
        if is_stage(name)
    ]
    return (*found, *ticked)


def is_stage(name: str) -> bool:
    """Whether a column is called by a stage alone, under a name of its own or not: 推进阶段 开工."""
    last = name.split(" ")[-1]
    return len(last) <= _LONGEST_STAGE and not _AHEAD.search(last) and _is_stage(last.removeprefix("已"))


def _is_stage(word: str) -> bool:
    return any(re.fullmatch(rf"(?:{pattern})(?:项目)?", word) for name, pattern in STAGES if name != "计划")


def furthest(columns: Sequence[Milestone], row: Sequence[Cell], document: Document) -> tuple[str, str]:
    """The furthest stage that a row dates, and its date; what is dated after the document is not reached."""
    today = document.reference_date
    found: list[tuple[str, str]] = []
    for one in columns:
        text = row[one.column].text if one.column < len(row) else ""
        day = date_told(text, document)
        if (one.ticks and _TICK.fullmatch(text)) or (
            day and not (today and label_dates(day)[0].isoformat() > today)
        ):
            found.append((one.stage, day))
    return min(found, key=lambda one: _ORDER.index(one[0]), default=("", ""))


def date_told(text: str, document: Document) -> str:
    """The period label of a cell's date; "" where it holds none."""
    reference = date.fromisoformat(document.reference_date) if document.reference_date else None
    written = _MONTH.sub(r"\1年\2月", fold(text).strip())
    periods = find_periods(written, reference=reference)
    return periods[0].label if periods else ""
