"""Reads project lists: tables with a column of names and columns for place, investor, investment, stage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from ingest.ledger.project_stages import STAGES, stage_told
from ingest.ledger.topics import Scene
from ingest.tables.grid import Cell, table_rows
from ingest.tables.units import bracketed_unit, unit_for
from language.divisions import PARTS
from language.period import find_periods
from language.quantity import find_quantities
from language.text import fold
from vectorstore.document import Block, Document
from vectorstore.ledger_rows import Project

_COLUMNS = {
    "name": r"项目名称|^项目$|^名称$|项目简称",
    "place": rf"{PARTS}|地点|所在地|落户地|地区|属地|位置|^(?:区|县|市|旗|乡镇|街道|园区|板块)$",
    "investor": r"投资方|投资主体|企业|投资单位|建设单位|业主",
    "investment": r"总投资|投资额|投资总额|计划投资",
    "industry": r"产业|行业|领域|类别",
    "stage": r"阶段|进展|进度|状态",
    "date": r"(?<!首报)(?<!填报)(?<!入库)(?<!更新)(?<!上报)(?:时间|日期)",
    "output": r"产能|建设内容|(?:建设|生产|用地)规模",
}


def table_projects(
    document: Document, block: Block, *, units: Sequence[str] = (), scene: Scene
) -> Iterator[Project]:
    """A project for every row of a table that names projects, nothing from other tables; `units` are those
    that the words above the table state for its cells, `scene` what a reader knows before it."""
    rows = table_rows(document.text, block)
    at = next(
        (
            index
            for index, row in enumerate(rows[:3])
            if _columns(row).keys() >= {"name"} and len(_columns(row)) >= 3
        ),
        None,
    )
    if at is None:
        return
    columns = _columns(rows[at])
    header = rows[at][columns["investment"]].text if "investment" in columns else ""
    unit = bracketed_unit(header) or unit_for(header, units)
    dated = rows[at][columns["date"]].text if "date" in columns else ""
    for row in rows[at + 1 :]:
        if (
            columns["name"] < len(row)
            and len(row[columns["name"]].text) >= 3
            and not any(_NO_PROJECT.match(cell.text) for cell in row[: columns["name"] + 1])
        ):
            yield _project(document, row, columns, unit=unit, dated=dated, scene=scene)


_NO_PROJECT = re.compile(r"合计|总计|小计|注[:：]|备注|说明")


def _columns(row: list[Cell]) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, cell in enumerate(row):
        for key, pattern in _COLUMNS.items():
            if key not in found and re.search(pattern, cell.text) and index not in found.values():
                found[key] = index
    return found


def _project(
    document: Document, row: list[Cell], columns: dict[str, int], *, unit: str, dated: str, scene: Scene
) -> Project:
    def said(key: str) -> str:
        return row[columns[key]].text if key in columns and columns[key] < len(row) else ""

    amount, printed = _amount(said("investment"), unit)
    start, end = row[0].start, row[-1].start + len(row[-1].text)
    return Project(
        document_id=document.id,
        document=document.name,
        name=said("name"),
        place=_place(said("place"), scene),
        investor=said("investor"),
        investment=amount,
        investment_unit=printed if amount is not None else "",
        stage=_stage(said("stage")),
        industry=said("industry"),
        output=said("output"),
        date=_date(said("date"), document) if _dates_stage(dated, said("stage")) else "",
        quote=document.text[start:end],
        start=start,
        end=end,
    )


def _place(told: str, scene: Scene) -> str:
    """The place a cell names, by its full name; where it names none, the one the document is about."""
    if not told:
        return scene.focus.name if scene.focus else ""
    place = scene.places.get(told)
    return place.name if place is not None else told


def _dates_stage(header: str, stage: str) -> bool:
    """签约时间 dates the signing, whatever stage the project has reached since."""
    named = next((name for name, pattern in STAGES if re.search(pattern, header)), "")
    return not named or named == _stage(stage)


def _amount(text: str, unit: str) -> tuple[Decimal | None, str]:
    found = find_quantities(fold(text))
    if not found:
        return None, ""
    return found[0].value, found[0].unit or unit


def _stage(text: str) -> str:
    return next((name for name, _ in STAGES if text in name.split("/")), "") or stage_told(text)


def _date(text: str, document: Document) -> str:
    reference = date.fromisoformat(document.reference_date) if document.reference_date else None
    periods = find_periods(fold(text), reference=reference)
    return periods[0].label if periods else ""
