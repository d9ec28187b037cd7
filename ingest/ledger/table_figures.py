"""Reads the figures of a table: row and column headings give subject, measure and period."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from decimal import Decimal

from ingest.ledger.narration import Grid
from ingest.ledger.table_frame import Frame, frame_of
from ingest.ledger.table_naming import (
    GROWTH,
    TARGET,
    is_of_all,
    ranked_by,
    says_no_measure,
    sums_a_part,
    who_and_what,
)
from ingest.tables.grid import NAME_HEADER, NUMBER, RANK, SECTION, BodyRow, Cell, grid_of
from ingest.tables.units import bracketed_unit, unit_for
from language.period import Period, find_periods
from language.quantity import find_quantities, unit_kind
from language.value import replace
from vectorstore.document import Block, Document
from vectorstore.ledger_rows import Figure, Modality, PeriodBasis

_FORECAST = re.compile(r"预计|预测")
_OF_THE_YEAR = re.compile(r"(?:年度|本年|当年|今年|全年|(?:19|20)\d\d年)")
_REACHED = re.compile(r"完成|进度|实现")
_AIM_OF_THE_YEAR = re.compile(
    r"(?:年度|全年|本年度?|当年|今年)(?:目标|任务|计划(?!总?投资))(?:目标|任务|数|值)*(?:[(]|$)"
)
_LABEL_MARKS = re.compile(r"^(?:其中[:,]?|[#·\-—\s]+)|[*＊①-⑳\s]+$")
_MONTH_PRINTED = re.compile(r"(?:19|20)\d\d\.(?:0[1-9]|1[0-2])")
_SORT = re.compile(r"^(?:重点|主导)?(?:产业|行业|领域|板块)(?:链|类别|名称)?$|园区|开发区|类[别型]$")
_SO_FAR = re.compile(r"(?:本年|今年|当年|年初)(?:度|至今|以来)?(?=累计)")  # of what the caption says
_TIME_HEADER = re.compile(r"时间|日期|年份|月份|电话|编号|代码")
_POINTS_TO_GIVE = re.compile(r"分值|(?:标准|基[本准础]|满)分(?!之)|权重")  # a rule's, nobody's score


def table_figures(document: Document, told: Grid, *, reference: date | None) -> list[Figure]:
    """A figure for every numeric cell whose column or row heading says what it measures."""
    grid = grid_of(document.text, told.block, beside=_beside(document, told.block))
    if grid is None:
        return []
    frame = frame_of(document, told, grid, reference)
    near = [document.text[one.start : one.end] for one in (told.block, *_beside(document, told.block))]
    lines = "\n".join(near).split("\n")
    rows = [row for row in grid.rows if not sums_a_part(frame, row, lines)]
    return [figure for row in rows for figure in _row_figures(frame, row)]


def _beside(document: Document, block: Block) -> list[Block]:
    """The pieces of a table right before and after this one: a table written in several repeats its head."""
    at = bisect_left(document.blocks, block.start, key=lambda one: one.start)
    near = [document.blocks[n] for n in (at - 1, at + 1) if 0 <= n < len(document.blocks)]
    head = document.text[block.start : block.end].partition("\n")[0]
    return [one for one in near if one.kind == "table" and document.text.startswith(head, one.start)]


def _row_figures(frame: Frame, row: BodyRow) -> list[Figure]:
    if not row.text(frame.grid.label) and not is_of_all(frame, row):  # 合计 may stand in a column before
        return []
    cells = [
        (c, cell)
        for c, cell in enumerate(row.cells)
        if frame.grid.holds_values(c) and c not in frame.grid.others and not _is_serial(frame, c)
    ]
    found = [figure for c, cell in cells if (figure := _cell_figure(frame, row, c, cell)) is not None]
    listed = _LISTED.search(frame.caption)
    if is_of_all(frame, row) or SECTION.fullmatch(row.text(frame.grid.label)):
        found = [*_counted(frame, row, listed[0] if listed else "项目"), *found]
    named = NAME_HEADER.search(frame.grid.headers[frame.grid.label]) and not is_of_all(frame, row)
    return found if listed is None or named else [_of_the_list(one, listed[0]) for one in found]


def _is_serial(frame: Frame, column: int) -> bool:
    """Whether a first column called 排名 only counts the rows: none of the others falls with it."""
    return column == 0 and RANK.search(frame.grid.headers[0]) is not None and not ranked_by(frame, 0)


def _counted(frame: Frame, row: BodyRow, listed: str) -> list[Figure]:
    """小计 | 3个, 合计(8个), 续建项目(4个): how many projects a row sums up, told under their names."""
    label = frame.grid.label
    cell = row.cells[label]
    told = _COUNT.search(cell.text)
    if told is None:
        return []
    section = SECTION.fullmatch(cell.text)
    start = cell.start + told.start()
    figure = _cell_figure(frame, row, label, Cell(text=told["number"], start=start))
    metric = section["what"] if section and not is_of_all(frame, row) else listed
    return [replace(figure, metric=metric, modality="actual")] if figure is not None else []


def _of_the_list(figure: Figure, listed: str) -> Figure:
    """Numbers and amounts of a list of 签约项目 are of those: 项目数 of each trade, 总投资 of all."""
    if _NUMBER_OF.fullmatch(figure.metric):
        return replace(figure, metric=f"{listed.removesuffix('项目')}项目数")
    return (
        replace(figure, metric=f"{listed}{figure.metric}") if _AMOUNT_OF.fullmatch(figure.metric) else figure
    )


_COUNT = re.compile(r"(?:^|(?<=[(共计]))(?P<number>\d+[个项])[)]?$")
_NUMBER_OF = re.compile(r"项目?(?:个?数量?)|个数|数量|项目")
_AMOUNT_OF = re.compile(r"(?:计划|意向|协议|合同|估算|预计)?总?投资(?:总?额)?")
_LISTED = re.compile(
    r"新?(?:签约|引进|落地|开工|在建|竣工|投产|储备|在谈|重[点大])(?:[产工]业)?项目|新?签约(?=(?:完成|进展|统计)?(?:情况|表))"
)


def _cell_figure(frame: Frame, row: BodyRow, column: int, cell: Cell) -> Figure | None:
    header = frame.grid.headers[column]
    label = _LABEL_MARKS.sub("", row.text(frame.grid.label))
    number, unit, qualifier = _read_cell(frame, row, header, cell)
    bare = bool(NUMBER.fullmatch(cell.text)) and not bracketed_unit(header)
    of_time = bool(_TIME_HEADER.search(header)) or (bare and _holds_months(frame, column))
    if number is None or ((not unit or bare) and of_time) or _POINTS_TO_GIVE.search(header):
        return None
    subject, place, metric = who_and_what(frame, row, column, label)
    period, basis = _period(frame, row, header)
    modality = "rule" if frame.tiers else _modality(header, label, frame.caption, metric, unit)
    if modality == "planned_total" and frame.scene.places.get(subject) is None and not _sorts(frame, header):
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
        is_growth=_says_how_it_grew(metric, unit),
        quote=text[start:end],
        start=start,
        end=end,
        raw=text[cell.start : cell.start + len(cell.text)],
        raw_start=cell.start,
        threshold=_threshold(metric),
    )


_BY_SO_MANY = re.compile(r"(?:同比|环比|[较比](?:上年|去年)(?:同期)?)增减(?:额|数|量)?$")


def _says_how_it_grew(metric: str, unit: str) -> bool:
    """Whether a cell tells a change: a rate of growth, or by how many under 同比增减（个）."""
    if unit in ("%", "个百分点"):
        return GROWTH.search(metric) is not None
    return "增减" in metric and _BY_SO_MANY.search(metric) is not None


def _sorts(frame: Frame, header: str) -> bool:
    """Whether the rows are trades or zones rather than projects, or the column is of a time of its own."""
    told = find_periods(header, reference=frame.reference, year=frame.year)
    return _SORT.search(frame.grid.headers[frame.grid.label]) is not None or any(
        period.role == "time" for period in told
    )


def _holds_months(frame: Frame, column: int) -> bool:
    """Whether all numbers of a column are months: 2025.11 among such is one, 1923.11 among amounts none."""
    texts = [text for row in frame.grid.rows if NUMBER.fullmatch(text := row.text(column))]
    return all(map(_MONTH_PRINTED.fullmatch, texts))


def _read_cell(frame: Frame, row: BodyRow, header: str, cell: Cell) -> tuple[Decimal | None, str, str]:
    text = re.sub(r"[*＊①-⑳\s]+$", "", cell.text.replace("−", "-"))
    own = bracketed_unit(header) or _row_unit(frame, row)
    if NUMBER.fullmatch(text):
        label = row.text(frame.grid.label) if says_no_measure(frame, header) else ""
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


def _row_unit(frame: Frame, row: BodyRow) -> str:
    """The unit a row states for itself: in a 单位 column, or in brackets after its label."""
    if frame.grid.unit >= 0:
        return row.text(frame.grid.unit)
    labels = (frame.grid.label, frame.grid.measure)
    return next((unit for column in labels if (unit := bracketed_unit(row.text(column)))), "")


def _period(frame: Frame, row: BodyRow, header: str) -> tuple[str, PeriodBasis]:
    """The time of a cell: what the heading of its column, its row's labels, its group or the caption say; a
    year in one and a quarter in the other make one; 上年同期 and 增幅 go by the column they stand beside."""
    if _AIM_OF_THE_YEAR.match(header):
        return str(frame.year), "relative"
    before = bool(_YEAR_BEFORE.search(header))
    if (before or _BESIDE.fullmatch(header)) and (beside := _period_beside(frame, header)):
        return _a_year_before(beside) if before else beside, "relative"
    if _MONTH_BEFORE.match(header) and (before_that := _month_before(frame)):
        return before_that, "relative"
    if (day := _day_of(frame, row)) is not None:
        return day.label, day.basis
    of_a_day: tuple[str, PeriodBasis] | None = None
    labels = [row.text(frame.grid.label), *(row.text(c) for c in frame.grid.others), row.group]
    for texts in ([_SO_FAR.sub("", header)], labels, [frame.above], [frame.caption]):
        said = " ".join(filter(None, texts))
        year = re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", f"{said} {frame.caption}" if said else "")
        periods = [
            p
            for p in find_periods(said, reference=frame.reference, year=int(year[1]) if year else None)
            if p.role == "time"
        ]
        if periods:
            lasting = [p for p in periods if not _DAY.fullmatch(p.label)] or periods
            told = max(lasting, key=lambda p: (len(p.label), p.basis == "explicit", p.start))
            if not _DAY.fullmatch(told.label):
                return told.label, told.basis
            of_a_day = of_a_day or (told.label, told.basis)
        if match := re.search(r"(?:^|\s)((?:19|20)\d\d)(?:\s|$)", said):
            return match[1], "explicit"
    return of_a_day or ("", "none")


def _day_of(frame: Frame, row: BodyRow) -> Period | None:
    """The day that a row is of, where days name the rows: 2025年5月15日 | 北京 | 7家."""
    text = row.text(frame.grid.label)
    if not text[:1].isdigit():
        return None
    told = find_periods(text, reference=frame.reference, year=frame.year)
    whole = len(told) == 1 and told[0].start == 0 and told[0].end == len(text)
    return told[0] if whole and _DAY.fullmatch(told[0].label) else None


_YEAR_BEFORE = re.compile(r"^(?:上年|去年|上一年)(?:同期|同月|同季)?(?:数|值|累计|完成)*(?:[(][^()]*[)])?$")
_BESIDE = re.compile(
    r"(?:同比|比上年|较上年)?(?:增长|增幅|增速|增减|升降)(?:率|额|数)?(?:[(][^()]*[)])?|同比(?:[(][^()]*[)])?"
)


def _period_beside(frame: Frame, header: str) -> str:
    """The period that the nearest column before (else after) this one names; "" where none does."""
    names = frame.grid.headers
    at = names.index(header)
    for name in (*reversed(names[:at]), *names[at + 1 :]):
        periods = [
            p for p in find_periods(name, reference=frame.reference, year=frame.year) if p.role == "time"
        ]
        if periods and not _YEAR_BEFORE.search(name):
            return periods[0].label
    return ""


def _a_year_before(label: str) -> str:
    return re.sub(r"(?:19|20)\d\d", lambda year: str(int(year.group()) - 1), label)


_MONTH_BEFORE = re.compile("上个?月|上期")


def _month_before(frame: Frame) -> str:
    """上月排名 in a table of January to August: of January to July, whatever month the paper is of."""
    told = find_periods(frame.caption, reference=frame.reference, year=frame.year)
    label = next((one.label for one in told if _MONTHS.fullmatch(one.label)), "")
    first, month = label[:-2], int(label[-2:] or 0)
    if month < _SECOND:
        return ""
    whole = f"{first}{month - 1:02}"
    return whole[:7] if whole[:7] == whole[-7:] else whole


_SECOND = 2  # month of a year that has one before it
_MONTHS = re.compile(r"(\d{4})-\d\d(?:\.\.\1-\d\d)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # 统计截止：2023年12月31日 is when the year's table was closed


def _modality(header: str, label: str, caption: str, metric: str, unit: str) -> Modality:
    grown = GROWTH.search(metric) and not TARGET.search(header + label)
    if unit_kind(unit) == "rate" and not _FORECAST.search(header) and (grown or _REACHED.search(header)):
        return "actual"  # by how much something grew, the share of a target that is reached
    if _OF_THE_YEAR.search(header) and TARGET.search(header):
        return "target"
    if re.search(r"总投资|计划投资|投资额|投资总额|^投资$", metric):
        return "planned_total"
    for text in (header, label):
        if TARGET.search(text):
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
