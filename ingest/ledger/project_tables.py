"""Reads project lists: tables with a column of names and columns for place, investor, investment, stage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest

from ingest.ledger.milestones import Milestone, date_told, furthest, is_stage, milestones
from ingest.ledger.narrated import Grid
from ingest.ledger.project_stages import STAGES, stage_headed, stage_told
from ingest.ledger.topics import Scene
from ingest.tables.grid import SECTION, Cell, table_rows
from ingest.tables.units import bracketed_unit, unit_for
from language.divisions import PARTS
from language.ended import ENDED
from language.intended import INTENDED
from language.quantity import find_quantities
from language.text import fold
from vectorstore.document import Document
from vectorstore.ledger_rows import Project

_COLUMNS = {
    "name": r"项目名称|^项目$|^名称$|项目简称|^(?!所属|关联|其他)[一-鿿]{2,4}项目$",
    "place": rf"{PARTS}|地点|所在地|落户地|承[接载]地|落地|属地|地区|区域|位置|选址"
    r"|^(?:区|县|市|旗|乡镇|街道|园区|板块)(?:[(]|$)",
    "investor": r"投资方|投资主体|投资[人商]|企业|投资单位|建设单位|客商|业主|签约方|乙方",
    "investment": r"总投资|投资额|投资总额|投资规模|(?:合同|签约|协议|投资)金?额|引资额|计划投资"
    r"|^投资(?:$|[(])|协议(?:总?投资|资金|引资)额?",
    "industry": r"产业|行业|领域|类别",
    "stage": r"阶段|进展|进度|状态",
    "date": r"(?<!首报)(?<!填报)(?<!入库)(?<!更新)(?<!上报)(?:时间|日期)",
    "holder": r"(?:责任|承接|承办|申报|填报|引进|实施|牵头)(?:单位|部门|主体)",
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
    names, body = _names(rows[at:])
    columns = _columns(names)
    header = names[columns["investment"]].text if "investment" in columns else ""
    told = _List(
        document=document,
        scene=table.scene,
        columns=columns,
        unit=bracketed_unit(header) or unit_for(header, table.context.units),
        named=names[columns["name"]].text,
        dated=names[columns["date"]].text if "date" in columns else "",
        stage=_stage_of_all(f"{table.heading} {table.context.caption}"),
        milestones=milestones(names),
    )
    group = told
    for row in body:
        if headed := _headed(row, columns["name"]):
            group = _under(told, headed)
            continue
        if columns.get("place") == 0 and row[0].text:
            group = replace(group, place=row[0].text)  # a text's own table names a county once over its rows
        if (
            columns["name"] < len(row)
            and len(row[columns["name"]].text) >= 3
            and not any(_NO_PROJECT.match(cell.text) for cell in row[: columns["name"] + 1])
            and row[columns["name"]].text not in told.named.split(" ")  # names of columns in a second row
        ):
            yield _project(group, row)


_NO_PROJECT = re.compile(r"合计|总计|小计|注[:：]|备注|说明")
_PART_SPENT = re.compile(r"完成|已投|累计|到位|年内|当年|本年|今年|年度|20\d\d年")
_STAGE_OF_ALL = re.compile(
    r"(?P<stage>投产|竣工|封顶|在建|开工|签约|在谈|洽谈|储备)(?:[一-鿿\d]{0,8}项目|情况|名单|清单)"
)


@dataclass(frozen=True, kw_only=True)
class _List:
    """What holds for all rows of a list of projects: which columns say what, its unit of money, the heading
    of its dates, the stage that its title says all have reached, the columns that date a stage each.

    `place` and `industry` are those of a group of rows, where the row above them names one.
    """

    document: Document
    scene: Scene
    columns: dict[str, int]
    unit: str
    named: str
    dated: str
    stage: str
    milestones: tuple[Milestone, ...]
    place: str = ""
    industry: str = ""


def _names(rows: list[list[Cell]]) -> tuple[list[Cell], list[list[Cell]]]:
    """The names of columns and the rows under them, where a text writes 签约 | 开工 in a row of its own."""
    names, below = rows[0], rows[1] if len(rows) > 1 else []
    at = _columns(names)["name"]
    if len(below) <= at or below[at].text not in ("", names[at].text) or not any(map(_is_stage, below)):
        return names, rows[1:]
    both = [
        cell if cell.text == under.text else replace(cell, text=f"{cell.text} {under.text}".strip())
        for cell, under in zip_longest(names, below, fillvalue=Cell(text="", start=below[-1].start))
    ]
    return both, rows[2:]


def _is_stage(cell: Cell) -> bool:
    return is_stage(cell.text)


_COUNTED = re.compile(r"\((?:共|合计)?\d+[个项家][^()]*\)$|[:,]?(?:共|合计)\d+[个项家].*$")
_NUMBER = re.compile(r"^(?:\(?[一二三四五六七八九十]{1,3}[、.)]|\d{1,2}[、.])\s*")
_OF_A_TRADE = re.compile(r"(?P<trade>[一-鿿]{2,8}?)(?:产业|行业|领域|类)?(?:链|集群)?(?:类?项目)?")


def _headed(row: list[Cell], column: int) -> str:
    """What a row says that names the group of rows below it, with what they come to or without; "" for a row
    of cells. Names of projects stand in `column`."""
    if column < len(row) and SECTION.fullmatch(row[column].text):
        return row[column].text
    said = {cell.text for cell in row if cell.text}
    alone = len(row) == 1 and not (_COUNTED.search(row[0].text) or _NUMBER.match(row[0].text))
    return "" if len(said) != 1 or alone else said.pop()


def _under(told: _List, heading: str) -> _List:
    """The list below 一、签约项目(3个，总投资12亿元), 桃源县(4个) or 新材料产业."""
    bare = _NUMBER.sub("", _COUNTED.sub("", heading)).strip()
    if stage := stage_headed(bare) or _stage_of_all(bare):
        return replace(told, stage=stage)
    if (place := told.scene.places.get(bare)) is not None:
        return replace(told, place=place.name)
    trade = _OF_A_TRADE.fullmatch(bare)
    return replace(told, industry=trade["trade"]) if trade and bare != trade["trade"] else told


def _stage_of_all(title: str) -> str:
    """2026年上半年签约项目: the one stage that a title names; "" where it names none or several."""
    told = {stage_told(match["stage"]) for match in _STAGE_OF_ALL.finditer(title)}
    return told.pop() if len(told) == 1 and not _AHEAD.search(title) else ""


_AHEAD = re.compile(rf"{INTENDED}|计划|未|待|预备")


def _columns(row: list[Cell]) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, cell in enumerate(row):
        for key, pattern in _COLUMNS.items():
            if key == "investment" and _PART_SPENT.search(cell.text):
                continue  # 1-8月完成投资 is no total
            if key == "stage" and is_stage(cell.text):
                continue  # 推进阶段 开工: a column for those that have
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
        place=place_told(said("place") or told.place or _seat(said("holder"), told.scene), told.scene),
        investor=said("investor"),
        investment=amount,
        investment_unit=printed if amount is not None else "",
        stage=stage,
        industry=said("industry") or told.industry,
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
    """Under 项目名称及内容 the name, which what is to be built follows behind a blank or a colon."""
    name = re.split(r"[ :]", text, maxsplit=1)[0]
    return name if "内容" in heading and len(name) >= 4 else text


def _seat(holder: str, scene: Scene) -> str:
    """The place that is charged with a project; "" where an office is."""
    return holder if scene.places.get(holder) is not None else ""


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
