"""Reads the figures of a table: row and column headings give subject, measure and period."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ingest.ledger.narration import Grid
from ingest.ledger.topics import Scene
from ingest.tables.context import stated_units, without_unit_line
from ingest.tables.grid import NUMBER, BodyRow, Cell, TableGrid, grid_of
from ingest.tables.units import bare_name, bracketed_unit, unit_for
from language.period import find_periods
from language.place import Place
from language.quantity import find_quantities, unit_kind
from language.text import fold
from vectorstore.document import Document
from vectorstore.ledger_rows import Figure, Modality, PeriodBasis

_TOTAL_ROW = re.compile(r"^(?:合计|总计|全市|全区|全省|全县|小计|总数)")
_TARGET = re.compile(r"目标|计划(?!总投资)|任务|预期")
_FORECAST = re.compile(r"预计|预测")
_VALUE_HEADER = re.compile(
    r"^(?:年度|全年|本年|当年|累计)?(?:实绩|实际|数值|数量|总量|完成情况|完成数|完成值|完成|实际完成|金额|规模|目标|目标值|"
    r"目标数|计划|任务|任务数|预计|原数|更正前|更正后|修订前|修订后|调整前|调整后|最终数|本期|累计|当期|上年同期|同比|"
    r"增速|完成率)?(?:[(][^)]*[)])?$"
)
_MEASURE_HEADER = re.compile(r"指标|项目内容|事项")
_OLD = re.compile(r"原[数报定]|原公布|此前|首次|更新前|前次|更正前|修订前|调整前|初步数|快报数")
_GROWTH = re.compile(r"同比|增长|增幅|增速|环比|增减")
# A column that tells only how the one left of it grew or how much of its goal it reached.
_ONLY_GROWTH = re.compile(
    r"(?:比上年|较上年|同比|环比)?(?:增长|增速|增幅|增减)?率?"
    r"|(?:占|完成)?(?:年度|年|全年)?(?:目标|任务|计划)(?:目标|任务)?的?(?:完成)?(?:比例|比重|百分比|进度|率)"
    r"|(?:占|完成)(?:年度|年|全年)?(?:目标|任务|计划)(?:目标|任务)?|完成(?:比例|进度|率)"
)
_OF_THE_YEAR = re.compile(r"(?:年度|本年|当年|今年|全年|(?:19|20)\d\d年)")
_REACHED = re.compile(r"完成|进度|实现")
_AIM_OF_THE_YEAR = re.compile(
    r"(?:年度|全年|本年度?|当年|今年)(?:目标|任务|计划(?!总?投资))(?:目标|任务|数|值)*(?:[(]|$)"
)
_LABEL_MARKS = re.compile(r"^(?:其中[:,]?|[#·\-—\s]+)|[*＊①-⑳\s]+$")
_OF_A_PROJECT = re.compile(r"总投资|占地|用地|产能|年产|建筑面积|产值|就业|用工")
_CAPTION_MARK = re.compile(
    r"^(?:附?[表图]\s?[\d一二三四五六七八九十]*(?:[-.]\d+)?[:\s]*|\(?[一二三四五六七八九十]{1,3}[)、]\s*)"
)
_CAPTION_TAIL = re.compile(
    r"(?:完成|推进|运行|进展|统计|汇总|对照|分布)*(?:情况|进度|一览|通报|明细)*(?:统计|汇总|对照|一览)*表?$"
)
_GRANTED = re.compile(r"比例|标准|奖励|补贴|补助")
_LIMITED = re.compile(r"上限|封顶|门槛|最高")
_MEASURED = re.compile(
    r"签约|引进|开工|投产|落地|到位|资金|投资|[内外]资|项目|企业|产值|收入|税|进出口|销售|面积|[数额量率]"
)
_SOME_YEAR = 2000  # only the words of a period are wanted
_TIME_HEADER = re.compile(r"时间|日期|年份|电话|编号|代码")


@dataclass(frozen=True, kw_only=True)
class _Frame:
    """What holds for all cells of one table."""

    document: Document
    scene: Scene
    reference: date | None
    year: int
    grid: TableGrid
    caption: str
    above: str
    measure: str
    titled: bool
    units: tuple[str, ...]
    place: Place | None
    tiers: bool

    @property
    def subject(self) -> str:
        """Whose the table is where a cell names nobody."""
        if self.place is not None:
            return self.place.name
        if self.scene.topic is not None:
            return self.scene.topic.subject
        return self.scene.focus.name if self.scene.focus else ""


def table_figures(document: Document, told: Grid, *, reference: date | None) -> list[Figure]:
    """A figure for every numeric cell whose column or row heading says what it measures."""
    grid = grid_of(document.text, told.block)
    if grid is None:
        return []
    frame = _frame(document, told, grid, reference)
    return [figure for row in grid.rows for figure in _row_figures(frame, row)]


def _frame(document: Document, told: Grid, grid: TableGrid, reference: date | None) -> _Frame:
    scene, context = told.scene, told.context
    first = fold(document.text[told.block.start : told.block.end].partition("\n")[0])
    inside = first if len(first.split("\t")) == 1 and "|" not in first else ""
    said = [fold(document.title), told.heading, context.caption, inside]
    named = [mention.place for mention in scene.places.find(context.caption)]
    titles = context.caption or told.heading or fold(document.title)
    dated = re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", " ".join(said))
    year = int(dated[1]) if dated else reference.year if reference else _SOME_YEAR
    own_units = stated_units(grid.headers[grid.label]) or stated_units(inside)
    return _Frame(
        document=document,
        scene=scene,
        reference=reference,
        year=year,
        grid=grid,
        caption=without_unit_line(" ".join(dict.fromkeys(filter(None, said)))),
        above=without_unit_line(f"{context.caption} {inside}".strip()),
        measure=_caption_measure(titles, scene, year),
        titled=bool(context.caption),
        units=own_units or context.units or stated_units(" ".join(said)),
        place=named[-1] if _lies_in_row(named) else None,
        tiers=_grants(grid.headers),
    )


def _grants(headers: tuple[str, ...]) -> bool:
    """Whether a table lays down tiers: a share or an amount in one column, its cap or threshold beside."""
    return any(map(_GRANTED.search, headers)) and any(map(_LIMITED.search, headers))


def _lies_in_row(places: list[Place]) -> bool:
    """合肥市蜀山区 names one place, by the one it lies in."""
    return bool(places) and all(place.name in (places[-1].city, places[-1].name) for place in places)


def _caption_measure(text: str, scene: Scene, year: int) -> str:
    """What a caption says is measured: 表1 合肥市2024年到位资金进度 → 到位资金."""
    bare = _without_period(_CAPTION_MARK.sub("", without_unit_line(text).strip()), year)
    for mention in reversed(scene.places.find(bare)):
        bare = bare[: mention.start] + bare[mention.end :]
    bare = re.sub(
        r"^(?:[、和]?(?:各?(?:区县|区市|市区|县区|区|市|县)(?:[(][市区县]+[)])?[市区县]?|开发区|功能区|园区)|分[^\s]{1,3}|关于)+|[(]\s*[)]",
        "",
        bare.strip(),
    )
    return _CAPTION_TAIL.sub("", bare.strip())[-20:]


def _row_figures(frame: _Frame, row: BodyRow) -> list[Figure]:
    if not row.text(frame.grid.label):
        return []
    cells = [
        (c, cell)
        for c, cell in enumerate(row.cells)
        if frame.grid.holds_values(c) and c not in frame.grid.others
    ]
    return [figure for c, cell in cells if (figure := _cell_figure(frame, row, c, cell)) is not None]


def _cell_figure(frame: _Frame, row: BodyRow, column: int, cell: Cell) -> Figure | None:
    header = frame.grid.headers[column]
    label = _LABEL_MARKS.sub("", row.text(frame.grid.label))
    number, unit, qualifier = _read_cell(frame, row, header, cell)
    if number is None or (not unit and _TIME_HEADER.search(header)):
        return None
    subject, place, metric = _who_and_what(frame, row, column, label)
    period, basis = _period(frame, row, header)
    modality = "rule" if frame.tiers else _modality(header, label, frame.caption, metric, unit)
    if modality == "planned_total" and frame.scene.places.get(subject) is None:
        period, basis = "", "none"  # a project's total investment is of no period
    text = frame.document.text
    start, end = row.cells[0].start, row.cells[-1].start + len(row.cells[-1].text)
    return Figure(
        document_id=frame.document.id,
        document=frame.document.name,
        subject=subject,
        place=place,
        metric=metric,
        value=number,
        unit=unit,
        qualifier=qualifier,
        period=period,
        period_basis=basis,
        modality=modality,
        is_growth=bool(_GROWTH.search(metric)) and unit in ("%", "个百分点"),
        quote=text[start:end],
        start=start,
        end=end,
        raw=text[cell.start : cell.start + len(cell.text)],
        raw_start=cell.start,
        threshold=_threshold(metric),
    )


def _read_cell(frame: _Frame, row: BodyRow, header: str, cell: Cell) -> tuple[Decimal | None, str, str]:
    text = re.sub(r"[*＊①-⑳\s]+$", "", cell.text.replace("−", "-"))
    own = bracketed_unit(header) or _row_unit(frame, row)
    if NUMBER.fullmatch(text):
        label = row.text(frame.grid.label) if _says_no_measure(frame, header) else ""
        return Decimal(text.replace(",", "")), own or unit_for(f"{header}{label}", frame.units), ""
    quantities = find_quantities(text)
    if (
        len(quantities) == 1
        and quantities[0].outer_end - quantities[0].outer_start >= len(text) - 1
        and quantities[0].kind != "duration"
    ):
        quantity = quantities[0]
        return quantity.value, quantity.unit or own or unit_for(header, frame.units), quantity.qualifier
    return None, "", ""


def _says_no_measure(frame: _Frame, header: str) -> bool:
    """Whether the column is a place, a time or a plain 数值, so that the row says what is measured."""
    bare = _without_period(bare_name(header), frame.year)
    return not bare or bool(_VALUE_HEADER.match(bare)) or frame.scene.places.get(bare) is not None


def _row_unit(frame: _Frame, row: BodyRow) -> str:
    """The unit a row states for itself: in a 单位 column, or in brackets after its label."""
    if frame.grid.unit >= 0:
        return row.text(frame.grid.unit)
    labels = (frame.grid.label, frame.grid.measure)
    return next((unit for column in labels if (unit := bracketed_unit(row.text(column)))), "")


def _who_and_what(frame: _Frame, row: BodyRow, column: int, label: str) -> tuple[str, str, str]:
    """Subject, its place and the measure of a cell."""
    across, bare_header = _place_and_rest(frame, column)
    if frame.tiers:
        size = "，".join(row.text(c) for c in (frame.grid.label, *frame.grid.others) if row.text(c))
        return frame.subject, frame.subject, f"{bare_header}（{size}）"
    measure = _beside(frame, row)
    old = "（更正前）" if _OLD.search(bare_header) else ""
    told = measure + old if measure and _VALUE_HEADER.match(bare_header) else f"{measure}{bare_header}"
    bare_label = bare_name(label)
    place = frame.scene.places.get(bare_label)
    timed = not _without_period(bare_label, frame.year)  # 2024年一季度 names rows by time
    if across is not None:  # places across the top, measures or times down the side
        named = "" if timed or place is not None else _without_period(bare_label, frame.year)
        return across.name, across.name, _spaced(measure or named, bare_header) or frame.measure
    if place is not None:
        return place.name, place.name, _named_by_caption(frame, told, column)
    if _TOTAL_ROW.match(label) or timed:
        return frame.subject, frame.subject, _named_by_caption(frame, told, column)
    if _VALUE_HEADER.match(bare_header) or _MEASURE_HEADER.search(frame.grid.headers[frame.grid.label]):
        return _of_the_whole(frame, row, bare_label, bare_header, old)
    return bare_label, _row_place(frame, row), told


def _of_the_whole(frame: _Frame, row: BodyRow, label: str, header: str, old: str) -> tuple[str, str, str]:
    """指标 | 2023年 | 2024年: the rows are measures of what the table is about."""
    titled = frame.scene.titled
    if titled is not None and _OF_A_PROJECT.search(label):  # a sheet about one project
        return titled.subject, titled.place, label + old
    group = "" if frame.grid.is_unique or not row.group else row.group
    return frame.subject, frame.subject, group + label + (header if _GROWTH.search(header) else old)


def _place_and_rest(frame: _Frame, column: int) -> tuple[Place | None, str]:
    """The place a column's heading names, if any part of it does, and the rest without time and unit."""
    parts = _bare_header(frame, column).split(" ")
    place = next((found for part in parts if (found := frame.scene.places.get(part)) is not None), None)
    whole = frame.scene.places.get("".join(parts))
    if place is None and whole is not None:
        return whole, ""
    rest = " ".join(part for part in parts if part and frame.scene.places.get(part) is None)
    if not rest or not _ONLY_GROWTH.fullmatch(rest):
        return place, rest
    grown = _measure_left_of(frame, column)
    return place, rest if _VALUE_HEADER.match(grown) else f"{grown}{rest}"  # 签约 | 同比: what grew is beside


def _measure_left_of(frame: _Frame, column: int) -> str:
    """到位内资 | 同比 | 完成目标%: both tell of the first; "" where no column of values names a measure."""
    while column and frame.grid.holds_values(column - 1):
        column -= 1
        if not _ONLY_GROWTH.fullmatch(named := _bare_header(frame, column)):
            return named
    return ""


def _bare_header(frame: _Frame, column: int) -> str:
    return _without_period(bare_name(frame.grid.headers[column]), frame.year)


def _spaced(first: str, second: str) -> str:
    return f"{first} {second}".strip() if first not in second else second


def _named_by_caption(frame: _Frame, told: str, column: int) -> str:
    """The measure of a cell: its own, or the caption's where a column says no more than 目标 or 完成.

    Where the caption names none, a goal is of the column before it in the same unit.
    """
    if not told:
        return frame.measure
    if not _MEASURED.search(frame.measure) and _VALUE_HEADER.match(told) and _TARGET.search(told):
        unit = bracketed_unit(frame.grid.headers[column])
        near = [*range(column - 1, -1, -1), *range(column + 1, len(frame.grid.headers))]
        aimed = next(
            (c for c in near if frame.grid.holds_values(c) and bracketed_unit(frame.grid.headers[c]) == unit),
            -1,
        )
        return f"{_bare_header(frame, aimed)}{told}" if aimed >= 0 else told
    if frame.titled and _VALUE_HEADER.match(told) and frame.measure not in told:
        return f"{frame.measure}{told}"
    return told


def _beside(frame: _Frame, row: BodyRow) -> str:
    """The measure a column of its own states, and what tells rows of one label apart."""
    told = bare_name(row.text(frame.grid.measure)) if frame.grid.measure >= 0 else ""
    if frame.grid.is_unique or told:
        return told
    apart = [row.text(column) for column in frame.grid.others]
    return "".join(
        text for text in apart if frame.scene.places.get(text) is None and _without_period(text, frame.year)
    )


def _row_place(frame: _Frame, row: BodyRow) -> str:
    texts = [*(cell.text for cell in row.cells), row.group]
    place = next((found for text in texts if (found := frame.scene.places.get(text)) is not None), None)
    if place is not None:
        return place.name
    return frame.scene.focus.name if frame.scene.focus else ""


def _without_period(text: str, year: int) -> str:
    """The text without the words that name a time; a quarter of no stated year is one of `year`."""
    for period in reversed(find_periods(text, reference=date(year, 12, 31), year=year)):
        text = text[: period.start] + text[period.end :]
    return re.sub(r"(?:19|20)\d\d(?!\d)", "", text).strip(" ,、-—")


def _period(frame: _Frame, row: BodyRow, header: str) -> tuple[str, PeriodBasis]:
    """The time of a cell: what the heading of its column, its row's labels, its group or the caption say; a
    year in one and a quarter in the other make one."""
    if _AIM_OF_THE_YEAR.match(header):
        return str(frame.year), "relative"
    labels = [row.text(frame.grid.label), *(row.text(c) for c in frame.grid.others), row.group]
    for texts in ([header], labels, [frame.above], [frame.caption]):
        said = " ".join(filter(None, texts))
        year = re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", f"{said} {frame.caption}" if said else "")
        periods = [
            p
            for p in find_periods(said, reference=frame.reference, year=int(year[1]) if year else None)
            if p.role == "time"
        ]
        if periods:
            told = max(periods, key=lambda p: (len(p.label), p.basis == "explicit", p.start))
            return told.label, told.basis
        if match := re.search(r"(?:^|\s)((?:19|20)\d\d)(?:\s|$)", said):
            return match[1], "explicit"
    return "", "none"


def _modality(header: str, label: str, caption: str, metric: str, unit: str) -> Modality:
    grown = _GROWTH.search(metric) and not _TARGET.search(header + label)
    if unit_kind(unit) == "rate" and not _FORECAST.search(header) and (grown or _REACHED.search(header)):
        return "actual"  # by how much something grew, the share of a target that is reached
    if _OF_THE_YEAR.search(header) and _TARGET.search(header):
        return "target"
    if re.search(r"总投资|计划投资|投资额|投资总额|^投资$", metric):
        return "planned_total"
    for text in (header, label):
        if _TARGET.search(text):
            return "target"
        if _FORECAST.search(text):
            return "forecast"
    return (
        "target"
        if re.search(r"目标|任务|工作要点|工作计划|工作安排", caption)
        and not re.search(r"完成|实际|实绩", header + label)
        else "actual"
    )


def _threshold(metric: str) -> str:
    for quantity in find_quantities(metric):
        if quantity.kind == "money":
            return f"{quantity.value.normalize():f}{quantity.unit}以上"
    return ""
