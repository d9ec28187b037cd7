"""Reads project lists: tables with a column of names and columns for place, investor, investment, stage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ingest.ledger.milestones import Milestone, date_told, furthest, milestones
from ingest.ledger.narrated import Grid
from ingest.ledger.project_stages import STAGES, stage_told
from ingest.ledger.topics import Scene
from ingest.tables.grid import SECTION, Cell, table_rows
from ingest.tables.units import bracketed_unit, unit_for
from language.divisions import PARTS
from language.ended import ENDED
from language.quantity import find_quantities
from language.text import fold
from vectorstore.document import Document
from vectorstore.ledger_rows import Project

_COLUMNS = {
    "name": r"项目名称|^项目$|^名称$|项目简称|^(?!所属|关联|其他)[一-鿿]{2,4}项目$",
    "place": rf"{PARTS}|地点|所在地|落户地|落地|属地|地区|区域|位置|选址"
    r"|^(?:区|县|市|旗|乡镇|街道|园区|板块)(?:[(]|$)",
    "investor": r"投资方|投资主体|投资[人商]|企业|投资单位|建设单位|客商|业主|签约方|乙方",
    "investment": r"总投资|投资额|投资总额|投资规模|(?:合同|签约|协议|投资)金?额|引资额|计划投资"
    r"|^投资(?:$|[(])|协议(?:总?投资|资金|引资)额?",
    "industry": r"产业|行业|领域|类别",
    "stage": r"阶段|进展|进度|状态",
    "date": r"(?<!首报)(?<!填报)(?<!入库)(?<!更新)(?<!上报)(?:时间|日期)",
    "output": r"产能|建设内容|(?:建设|生产|用地)规模",
}


def table_projects(document: Document, table: Grid) -> Iterator[Project]:
    """A project for every row of a table that names projects, nothing from other tables."""
    rows = table_rows(document.text, table.block)
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
    told = _List(
        document=document,
        scene=table.scene,
        columns=columns,
        unit=bracketed_unit(header) or unit_for(header, table.context.units),
        named=rows[at][columns["name"]].text,
        dated=rows[at][columns["date"]].text if "date" in columns else "",
        stage=_stage_of_all(f"{table.heading} {table.context.caption}"),
        milestones=milestones(rows[at]),
    )
    for row in rows[at + 1 :]:
        if (
            columns["name"] < len(row)
            and len(row[columns["name"]].text) >= 3
            and not any(_NO_PROJECT.match(cell.text) for cell in row[: columns["name"] + 1])
            and not SECTION.fullmatch(row[columns["name"]].text)
        ):
            yield _project(told, row)


_NO_PROJECT = re.compile(r"合计|总计|小计|注[:：]|备注|说明")
_PART_SPENT = re.compile(r"完成|已投|累计|到位|年内|当年|本年|今年|年度|20\d\d年")
_STAGE_OF_ALL = re.compile(
    r"(?P<stage>投产|竣工|在建|开工|签约|在谈|洽谈|储备)(?:[一-鿿\d]{0,8}项目|情况|名单|清单)"
)


@dataclass(frozen=True, kw_only=True)
class _List:
    """What holds for all rows of a list of projects: which columns say what, its unit of money, the heading
    of its dates, the stage that its title says all have reached, the columns that date a stage each."""

    document: Document
    scene: Scene
    columns: dict[str, int]
    unit: str
    named: str
    dated: str
    stage: str
    milestones: tuple[Milestone, ...]


def _stage_of_all(title: str) -> str:
    """2026年上半年签约项目: the one stage that a title names; "" where it names none or several."""
    told = {stage_told(match["stage"]) for match in _STAGE_OF_ALL.finditer(title)}
    return told.pop() if len(told) == 1 and not _AHEAD.search(title) else ""


_AHEAD = re.compile(r"拟|计划|未|待|预备")


def _columns(row: list[Cell]) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, cell in enumerate(row):
        for key, pattern in _COLUMNS.items():
            if key == "investment" and _PART_SPENT.search(cell.text):
                continue  # 1-8月完成投资 is no total
            if key not in found and re.search(pattern, cell.text) and index not in found.values():
                found[key] = index
    return found


def _project(told: _List, row: list[Cell]) -> Project:
    document, columns = told.document, told.columns

    def said(key: str) -> str:
        return row[columns[key]].text if key in columns and columns[key] < len(row) else ""

    amount, printed = _amount(said("investment"), told.unit)
    start, end = row[0].start, row[-1].start + len(row[-1].text)
    stage, day = _reached(told, row, said("stage"), said("date"))
    return Project(
        document_id=document.id,
        document=document.name,
        name=_name(said("name"), told.named),
        place=place_told(said("place"), told.scene),
        investor=said("investor"),
        investment=amount,
        investment_unit=printed if amount is not None else "",
        stage=stage,
        industry=said("industry"),
        output=said("output"),
        date=day,
        quote=document.text[start:end],
        start=start,
        end=end,
    )


def _reached(told: _List, row: list[Cell], stage: str, dated: str) -> tuple[str, str]:
    """The stage of a row and its date: what a cell says of it, else the furthest of the stages dated in
    columns of their own that is not ahead, else the one that the title says of all."""
    day = date_told(dated, told.document)
    reached = _stage(stage)
    vague = reached in ("", "计划") and told.stage and not _HALTED.search(stage)
    if stage and not vague:
        return reached, day if _dates_stage(told.dated, stage) else ""
    passed = furthest(told.milestones, row, told.document)
    if passed[0]:
        return passed
    known = told.stage
    return known, day if not told.dated or _dates_stage(told.dated, known) else ""


_HALTED = re.compile(rf"{ENDED.pattern}|暂[停缓]|停滞|搁置")


def _name(text: str, heading: str) -> str:
    """Under 项目名称及内容 the name, which what is to be built follows on a line of its own."""
    return text.partition(" ")[0] if "内容" in heading and len(text.partition(" ")[0]) >= 4 else text


def place_told(told: str, scene: Scene) -> str:
    """The place that a cell names, by its full name, of 平江县石牛寨镇 the county; where it names none, the
    one the document is about."""
    if not told:
        return scene.focus.name if scene.focus else ""
    place = scene.places.get(told)
    if place is None and (named := [one.place for one in scene.places.find(told) if one.start == 0]):
        place = named[0] if named[0].level == "district" else None
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
