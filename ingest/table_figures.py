"""Reads the figures of a table: row and column headings give subject, measure and period."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ingest.topics import Scene
from language.period import find_periods
from language.quantity import find_quantities
from language.text import fold
from vectorstore.document import Block, Document
from vectorstore.ledger_rows import Figure, Modality, PeriodBasis

_NUMBER = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+]?\d+(?:\.\d+)?")
_UNIT_IN_HEADER = re.compile(
    r"[(（\[【](?:单位[:：])?([^()（）\[\]【】\d]{1,8})[)）\]】]|/(亿元|万元|个|家|项|%)$"
)
_UNIT_LINE = re.compile(r"单位[:：]\s*([^\s,，;；)）]{1,8})")
_UNIT_LINE_IN_CAPTION = re.compile(r"[(\[【]?单位:[^\s,;)\]】]{1,8}[)\]】]?")
_SERIAL = re.compile(r"序号|编号|排名|名次|位次|排序|No\.?", re.I)
_LABEL_HEADER = re.compile(
    r"名称|项目$|区市|地区|单位$|企业|投资方|指标|区域|区县|城市|市区|县区|板块|街道|园区|"
    r"产业$|领域|行业|阶段|状态|时间|日期|备注|内容|类别|责任|负责人|联系|地点|地址"
)
_TOTAL_ROW = re.compile(r"^(?:合计|总计|全市|全区|小计|总数)")
_TARGET = re.compile(r"目标|计划(?!总投资)|任务|预期")
_FORECAST = re.compile(r"预计|预测")
_VALUE_HEADER = re.compile(
    r"^(?:实绩|实际|数值|数量|完成情况|完成数|完成值|金额|规模|目标|目标值|计划|任务|预计|"
    r"原数|更正前|更正后|修订前|修订后|调整前|调整后|最终数|本期|累计|当期|上年同期|同比|"
    r"增速)?(?:[(][^)]*[)])?$"
)
_MEASURE_HEADER = re.compile(r"指标|项目内容|事项")
_OLD = re.compile(r"原[数报定]|原公布|此前|首次|更新前|前次|更正前|修订前|调整前|初步数|快报数")
_GROWTH = re.compile(r"同比|增长|增幅|增速|环比|增减")


@dataclass(frozen=True, kw_only=True)
class Cell:
    """The text of a cell and where it stands in the document."""

    text: str
    start: int


def table_rows(text: str, block: Block) -> list[list[Cell]]:
    """The cells of a table block, row by row; rule lines of Markdown tables are dropped."""
    rows: list[list[Cell]] = []
    at = block.start
    for line in text[block.start : block.end].split("\n"):
        separator = "|" if line.strip().startswith("|") or (" | " in line and "\t" not in line) else "\t"
        if line.strip() and not re.fullmatch(r"[\s|:\-—]+", line):
            rows.append(_cells(line, at, separator))
        at += len(line) + 1
    return rows


def _cells(line: str, start: int, separator: str) -> list[Cell]:
    cells, at = [], start
    pieces = line.split(separator)
    for piece in pieces:
        lead = len(piece) - len(piece.lstrip())
        cells.append(Cell(text=fold(piece.strip()), start=at + lead))
        at += len(piece) + 1
    if separator == "|":
        cells = cells[1:-1] if line.strip().startswith("|") else cells
    return cells


def table_figures(
    document: Document, block: Block, *, scene: Scene, reference: date | None, heading: str
) -> list[Figure]:
    """A figure for every numeric cell whose column or row heading says what it measures."""
    rows = table_rows(document.text, block)
    header_count = _header_rows(rows)
    if not rows or header_count == 0 or header_count >= len(rows):
        return []
    width = max(len(row) for row in rows)
    headers = [_header(rows[:header_count], column) for column in range(width)]
    label = _label_column(rows[header_count:], headers)
    caption = f"{document.title} {heading} {rows[0][0].text if len(rows[0]) == 1 else ''}"
    frame = _Frame(
        document=document, scene=scene, reference=reference, headers=headers, label=label,
        caption=_UNIT_LINE_IN_CAPTION.sub("", fold(caption)),
        unit=_unit_line(document.text, block) or _unit_line(caption),
    )  # fmt: skip
    found: list[Figure] = []
    for row in rows[header_count:]:
        found.extend(_row_figures(frame, row))
    return found


@dataclass(frozen=True, kw_only=True)
class _Frame:
    document: Document
    scene: Scene
    reference: date | None
    headers: list[str]
    label: int
    caption: str
    unit: str


def _header(rows: list[list[Cell]], column: int) -> str:
    """What the header rows say of a column, each text once."""
    texts = (row[column].text for row in rows if column < len(row))
    return " ".join(dict.fromkeys(text for text in texts if text))


def _header_rows(rows: list[list[Cell]]) -> int:
    """How many rows from the top hold no number of their own."""
    count = 0
    for row in rows[:3]:
        numeric = sum(bool(_NUMBER.fullmatch(cell.text)) for cell in row)
        if numeric and not (
            count == 0 and all(re.fullmatch(r"20\d\d", c.text) for c in row if _NUMBER.fullmatch(c.text))
        ):
            break
        count += 1
        if len([cell for cell in row if cell.text]) > 1 and _row_is_complete(row, rows):
            break
    return count


def _row_is_complete(row: list[Cell], rows: list[list[Cell]]) -> bool:
    """A header without repeated (merged) cells needs no second line."""
    texts = [cell.text for cell in row]
    return len(set(texts)) == len(texts) and all(texts)


def _label_column(rows: list[list[Cell]], headers: list[str]) -> int:
    for column, header in enumerate(headers):
        texts = [row[column].text for row in rows if column < len(row)]
        if (
            texts
            and not _SERIAL.search(header)
            and sum(not _NUMBER.fullmatch(text) for text in texts) > len(texts) / 2
        ):
            return column
    return 0


def _unit_line(text: str, block: Block | None = None) -> str:
    match = _UNIT_LINE.search(text[max(0, block.start - 60) : block.end] if block else text)
    return match[1] if match else ""


def _row_figures(frame: _Frame, row: list[Cell]) -> list[Figure]:
    if frame.label >= len(row) or not row[frame.label].text:
        return []
    found = []
    for column, cell in enumerate(row):
        if column == frame.label or column >= len(frame.headers) or _SERIAL.search(frame.headers[column]):
            continue
        figure = _cell_figure(frame, row, column, cell)
        if figure is not None:
            found.append(figure)
    return found


def _cell_figure(frame: _Frame, row: list[Cell], column: int, cell: Cell) -> Figure | None:
    header = frame.headers[column]
    number, unit, qualifier = _read_cell(cell.text, header, _row_unit(frame, row) or frame.unit)
    if number is None or (not unit and re.search(r"时间|日期|年份|电话|编号|代码", header)):
        return None
    label = row[frame.label].text
    subject, place, metric = _who_and_what(frame, row, header, label)
    period, basis = _period(frame, header, label)
    start, end = row[0].start, row[-1].start + len(row[-1].text)
    text = frame.document.text
    modality = _modality(header, label, frame.caption, metric)
    if (
        modality == "planned_total" and frame.scene.places.get(subject) is None
    ):  # a project's total investment is of no period
        period, basis = "", "none"
    return Figure(
        document_id=frame.document.id, document=frame.document.name, subject=subject, place=place,
        metric=metric, value=number, unit=unit, qualifier=qualifier, period=period, period_basis=basis,
        modality=modality,
        is_growth=bool(_GROWTH.search(metric)) and unit in ("%", "个百分点"),
        quote=text[start:end], start=start, end=end,
        raw=text[cell.start : cell.start + len(cell.text)], raw_start=cell.start,
        threshold=_threshold(metric),
    )  # fmt: skip


def _read_cell(text: str, header: str, table_unit: str) -> tuple[Decimal | None, str, str]:
    if _NUMBER.fullmatch(text):
        return Decimal(text.replace(",", "")), _header_unit(header) or _implied_unit(header, table_unit), ""
    quantities = find_quantities(text)
    if (
        len(quantities) == 1
        and quantities[0].outer_end - quantities[0].outer_start >= len(text) - 1
        and quantities[0].kind != "duration"
    ):
        quantity = quantities[0]
        unit = quantity.unit or _header_unit(header) or table_unit
        return quantity.value, unit, quantity.qualifier
    return None, "", ""


def _header_unit(header: str) -> str:
    match = _UNIT_IN_HEADER.search(header)
    return (match[1] or match[2]) if match else ""


def _implied_unit(header: str, table_unit: str) -> str:
    if re.search(r"%|率$|占比|增速|增幅|同比", header):
        return "%"
    if re.search(r"投资|金额|额$|产值|收入|税", header) or not re.search(r"数$|数量|个数|项目", header):
        return table_unit
    return "家" if "企业" in header else "个"


def _row_unit(frame: _Frame, row: list[Cell]) -> str:
    """The unit a row states for itself: in a 单位 column, or in brackets after its label."""
    for column, cell in enumerate(row):
        if column < len(frame.headers) and re.fullmatch(r"(?:计量)?单位", frame.headers[column]):
            return cell.text
        if (match := _UNIT_IN_HEADER.search(cell.text)) and (match[1] or match[2]):
            return match[1] or match[2]
    return ""


def _who_and_what(frame: _Frame, row: list[Cell], header: str, label: str) -> tuple[str, str, str]:
    bare_header = _without_period(_UNIT_IN_HEADER.sub("", header), frame)
    measure = _second_label(frame, row)
    old = "（更正前）" if _OLD.search(bare_header) else ""
    clean_header = (
        measure + old if measure and _VALUE_HEADER.match(bare_header) else f"{measure}{bare_header}"
    )
    clean_label = _UNIT_IN_HEADER.sub("", label)
    header_place = frame.scene.places.get(re.sub(r"\s", "", bare_header))
    if header_place is not None:  # places across the top, measures down the side
        return header_place.name, header_place.name, _without_period(clean_label, frame)
    place = frame.scene.places.get(clean_label)
    if place is not None:
        return place.name, place.name, clean_header or _caption_metric(frame)
    focus = (
        frame.scene.topic.subject
        if frame.scene.topic
        else frame.scene.focus.name
        if frame.scene.focus
        else ""
    )
    if _TOTAL_ROW.match(label) or not _without_period(clean_label, frame):  # 合计, 2024年一季度
        return focus, focus, clean_header or _caption_metric(frame)
    if _VALUE_HEADER.match(bare_header) or _rows_are_measures(frame):  # 指标 | 2023年 | 2024年
        titled = frame.scene.titled
        if titled is not None and _OF_A_PROJECT.search(clean_label):  # a sheet about one project
            return titled.subject, titled.place, clean_label + old
        return focus, focus, clean_label + (bare_header if _GROWTH.search(bare_header) else old)
    return clean_label, _row_place(frame, row), clean_header


_OF_A_PROJECT = re.compile(r"总投资|占地|用地|产能|年产|建筑面积|产值|就业|用工")


def _rows_are_measures(frame: _Frame) -> bool:
    """True where the rows are named by what they measure: 指标 | 2023年 | 2024年."""
    return bool(_MEASURE_HEADER.search(frame.headers[frame.label]))


def _second_label(frame: _Frame, row: list[Cell]) -> str:
    """The measure where a table has two label columns: 区市 | 指标 | 原数 | 更正后."""
    for column, header in enumerate(frame.headers):
        if column != frame.label and _MEASURE_HEADER.search(header) and column < len(row):
            return _UNIT_IN_HEADER.sub("", row[column].text)
    return ""


def _row_place(frame: _Frame, row: list[Cell]) -> str:
    for cell in row:
        place = frame.scene.places.get(cell.text)
        if place is not None:
            return place.name
    return frame.scene.focus.name if frame.scene.focus else ""


def _without_period(text: str, frame: _Frame) -> str:
    for period in reversed(find_periods(text, reference=frame.reference)):
        text = text[: period.start] + text[period.end :]
    return re.sub(r"20\d\d", "", text).strip(" ,、-—")


def _caption_metric(frame: _Frame) -> str:
    return _without_period(frame.caption, frame)[-20:]


def _period(frame: _Frame, header: str, label: str) -> tuple[str, PeriodBasis]:
    for text in (header, label, frame.caption):
        periods = [p for p in find_periods(text, reference=frame.reference) if p.role == "time"]
        if periods:
            return periods[-1].label, periods[-1].basis
        if match := re.fullmatch(r"\s*(20\d\d)\s*", text):
            return match[1], "explicit"
    return "", "none"


def _modality(header: str, label: str, caption: str, metric: str) -> Modality:
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
