"""Whose is a cell of a table, and what does it measure? Told by its row, its column and the caption."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ingest.ledger.table_frame import Frame, without_period
from ingest.tables.grid import NAME_HEADER, NUMBER, RANK, SECTION, BodyRow
from ingest.tables.units import bare_name, bracketed_unit
from language.divisions import LEVELS
from language.place import Place
from language.text import fold

TARGET = re.compile(r"目标|计划(?!总投资)|任务|预期")
GROWTH = re.compile(r"同比|增长|增幅|增速|环比|增减")
_TOTAL_ROW = re.compile(rf"^(?:合计|总计|全[{LEVELS}]|小计|总数)")
_SUBTOTAL = re.compile(r"小\s*计")
_VALUE_HEADER = re.compile(
    r"^(?:年度|全年|本年|当年|累计)?(?:实绩|实际|数值|数量|总量|完成情况|完成数|完成值|完成|实际完成|金额|规模|目标|目标值|"
    r"目标数|计划|任务|任务数|预计|原数|更正前|更正后|修订前|修订后|调整前|调整后|最终数|本期|累计|当期|(?:上年|去年)?同期|同比|"
    r"增速|完成率)?(?:[(][^)]*[)])?$"
)
_MEASURE_HEADER = re.compile(r"指标|项目内容|事项")
_OLD = re.compile(r"原[数报定]|原公布|此前|首次|更新前|前次|更正前|修订前|调整前|初步数|快报数")
# A column that tells only how the one left of it grew or how much of its goal it reached.
_ONLY_GROWTH = re.compile(
    r"(?:[比较](?:上年|去年)?(?:同期)?|同比|环比)?(?:增长|增速|增幅|增减|升降)?率?"
    r"|(?:占|完成)?(?:年度|年|全年)?(?:目标|任务|计划)(?:目标|任务)?的?(?:完成)?(?:比例|比重|百分比|进度|率)"
    r"|(?:占|完成)(?:年度|年|全年)?(?:目标|任务|计划)(?:目标|任务)?|完成(?:比例|进度|率)"
)
_OF_A_PROJECT = re.compile(r"总投资|占地|用地|产能|年产|建筑面积|产值|就业|用工")
_MEASURED = re.compile(
    r"签约|引进|开工|投产|落地|到位|资金|投资|[内外]资|项目|企业|产值|收入|税|进出口|销售|面积|[数额量率]"
)


def says_no_measure(frame: Frame, header: str) -> bool:
    """Whether the column is a place, a time or a plain 数值, so that the row says what is measured."""
    bare = without_period(bare_name(header), frame.year)
    return not bare or bool(_VALUE_HEADER.match(bare)) or frame.scene.places.get(bare) is not None


def who_and_what(frame: Frame, row: BodyRow, column: int, label: str) -> tuple[str, str, str]:
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
    timed = not without_period(bare_label, frame.year)  # 2024年一季度 names rows by time
    if across is not None:  # places across the top, measures or times down the side
        named = "" if timed or place is not None else without_period(bare_label, frame.year)
        return across.name, across.name, _spaced(measure or named, bare_header) or frame.measure
    if place is not None:
        return place.name, place.name, _named_by_caption(frame, told, column)
    totals = is_of_all(frame, row)
    if (group := _group_summed(frame, row)) is not None:  # 小计 | 茂南区 | 3个
        return group.name, group.name, _named_by_caption(frame, told, column)
    if totals or _TOTAL_ROW.match(label) or timed:
        return frame.subject, frame.subject, _named_by_caption(frame, told, column)
    if (section := SECTION.fullmatch(label)) is not None:  # 续建项目(4个) | 386000
        return frame.subject, frame.subject, f"{section['what']}{told}"
    named = frame.grid.headers[frame.grid.label]
    of_things = bool(NAME_HEADER.search(named))  # 项目名称 | 完成率: the rows are things, no measures
    if (_VALUE_HEADER.match(bare_header) and not of_things) or _MEASURE_HEADER.search(named):
        return _of_the_whole(frame, row, bare_label, bare_header, old)
    return bare_label, _row_place(frame, row), told


def is_of_all(frame: Frame, row: BodyRow) -> bool:
    """Whether a row sums up others by its label or a word before it: 合计 | 12个, 合计(8个)."""
    return any(_TOTAL_ROW.match(row.text(c)) for c in range(frame.grid.label + 1))


def _group_summed(frame: Frame, row: BodyRow) -> Place | None:
    """The place that a row of subtotals is of: named in it, in the row over its group, or beside each of the
    rows that it sums up."""
    texts = [cell.text for cell in row.cells]
    column = next((c for c, text in enumerate(texts) if _SUBTOTAL.match(text)), -1)
    if column < 0:
        return None
    places = (frame.scene.places.get(text) for text in [*texts, row.group] if text)
    named = next((place for place in places if place is not None), None)
    return named or frame.scene.places.get(_sorted_under(frame, row, column))


def _sorted_under(frame: Frame, row: BodyRow, column: int) -> str:
    """What all rows above a subtotal say in the column that it stands in, up to the sum before; the table may
    be written in pieces, each under the same names. "" where they differ."""
    said: set[str] = set()
    for line in reversed(frame.document.text[: row.cells[0].start].split("\n")[-_MOST_SUMMED:-1]):
        cells = [fold(cell.strip()) for cell in line.split("\t")]
        if not line.strip() or cells[0] == frame.grid.headers[0] != "":
            continue
        if len(cells) <= column or _SUMMED.search(line):
            break
        said.add(cells[column])
    return said.pop() if len(said) == 1 else ""


def sums_a_part(frame: Frame, row: BodyRow, others: Sequence[str]) -> bool:
    """Whether a row of subtotals is of no place: of a kind, or of several places. The only sum among
    the table's lines `others` is all of it."""
    is_part = any(_SUBTOTAL.match(cell.text) for cell in row.cells) and _group_summed(frame, row) is None
    return is_part and sum(map(bool, map(_SUMMED.search, others))) > 1


_MOST_SUMMED = 60  # lines
_SUMMED = re.compile(r"^[^\t]*(?:\t[^\t]*)?(?:[小合总]\s*计|总数)")


def _of_the_whole(frame: Frame, row: BodyRow, label: str, header: str, old: str) -> tuple[str, str, str]:
    """指标 | 2023年 | 2024年: the rows are measures of what the table is about."""
    titled = frame.scene.titled
    if titled is not None and _OF_A_PROJECT.search(label):  # a sheet about one project
        return titled.subject, titled.place, label + old
    group = "" if frame.grid.is_unique or not row.group else row.group
    return frame.subject, frame.subject, group + label + (header if GROWTH.search(header) else old)


def _place_and_rest(frame: Frame, column: int) -> tuple[Place | None, str]:
    """The place a column's heading names, if any part of it does, and the rest without time and unit."""
    parts = _bare_header(frame, column).split(" ")
    place = next((found for part in parts if (found := frame.scene.places.get(part)) is not None), None)
    whole = frame.scene.places.get("".join(parts))
    if place is None and whole is not None:
        return whole, ""
    rest = " ".join(part for part in parts if part and frame.scene.places.get(part) is None)
    if RANK.fullmatch(rest):
        return place, f"{ranked_by(frame, column)}{rest}"
    if not rest or not _ONLY_GROWTH.fullmatch(rest):
        return place, rest
    grown = _measure_left_of(frame, column)
    return place, rest if _VALUE_HEADER.match(grown) else f"{grown}{rest}"  # 签约 | 同比: what grew is beside


def ranked_by(frame: Frame, column: int) -> str:
    """综合得分 | 位次: the nearest column in the order of the ranks, before them or else behind, "" for none.

    上月排名 is by what the ranks beside it are by.
    """
    near = [*range(column - 1, -1, -1), *range(column + 1, len(frame.grid.headers))]
    if _EARLIER.match(frame.grid.headers[column]):
        named = ((other, frame.grid.headers[other]) for other in near)
        beside = next((at for at, name in named if RANK.search(name) and not _EARLIER.match(name)), -1)
        return ranked_by(frame, beside) if beside >= 0 else ""
    own = next((other for other in near if _in_order_of(frame, column, other)), -1)
    return _named_by_caption(frame, _bare_header(frame, own), own) if own >= 0 else ""


_EARLIER = re.compile("上(?:个?月|期|次|年|季度)")


def _in_order_of(frame: Frame, column: int, other: int) -> bool:
    """Whether the numbers of a column fall as those of a column of ranks rise."""
    rows = [row for row in frame.grid.whole if NUMBER.fullmatch(row.text(column))]
    rows.sort(key=lambda row: Decimal(row.text(column).replace(",", "")))
    said = [row.text(other).rstrip("%") for row in rows]
    if not frame.grid.holds_values(other) or RANK.search(frame.grid.headers[other]):
        return False
    if len(said) < _RANKED or not all(map(NUMBER.fullmatch, said)):
        return False
    values = [Decimal(text.replace(",", "")) for text in said]
    return values == sorted(values, reverse=True) and values[0] != values[-1]


_FROM = re.compile(r"注册地|总部|投资(?:方|主体|单位|企业|商)|来源|客商|企业|母公司")
_RANKED = 3  # rows whose order may agree by chance no more than once in six


def _measure_left_of(frame: Frame, column: int) -> str:
    """到位内资 | 同比 | 完成目标%: both tell of the first; "" where no column of values names a measure."""
    while column and frame.grid.holds_values(column - 1):
        column -= 1
        if not any(NUMBER.fullmatch(row.text(column).rstrip("%")) for row in frame.grid.rows):
            return ""  # 形象进度 | 完成率: words grow by nothing
        if not _ONLY_GROWTH.fullmatch(named := _bare_header(frame, column)):
            return named
    return ""


def _bare_header(frame: Frame, column: int) -> str:
    own = _OF_IT.sub("", frame.grid.headers[column])
    named = _PUT_IN.sub(r"\g<done>投资", _OVER.sub(_unless_said_again, bare_name(own)))
    return without_period(named, frame.year)


_OF_IT = re.compile(r"^其中[:：]?|(?:本年|今年|当年|年初)(?:度|至今|以来)?累计(?=[(（]|$)")
# 总投资 over 计划 and 已完成: what is done of it is no total
_PUT_IN = re.compile(
    r"^(?:计划)?总?投资(?:总?额)? (?P<done>(?:已|累计|实际|本年|当年|[本上]月)*完成)(?:额|数)?$"
)
_OVER = re.compile(r"([一-鿿]{2,6})情况 (?=(\S+))")  # a name over several columns: 投资情况, 签约情况


def _unless_said_again(over: re.Match[str]) -> str:
    return "" if over[1] in over[2] else f"{over[1]} "


def _spaced(first: str, second: str) -> str:
    return f"{first} {second}".strip() if first not in second else second


def _named_by_caption(frame: Frame, told: str, column: int) -> str:
    """The measure of a cell: its own, or the caption's where a column says no more than 目标 or 完成.

    Where the caption names none, a goal is of the column before it in the same unit.
    """
    if not told:
        return frame.measure
    if not _MEASURED.search(frame.measure) and _VALUE_HEADER.match(told) and TARGET.search(told):
        unit = bracketed_unit(frame.grid.headers[column])
        near = [*range(column - 1, -1, -1), *range(column + 1, len(frame.grid.headers))]
        aimed = next(
            (c for c in near if frame.grid.holds_values(c) and bracketed_unit(frame.grid.headers[c]) == unit),
            -1,
        )
        return f"{_bare_header(frame, aimed)}{told}" if aimed >= 0 else told
    grown = _ONLY_GROWTH.fullmatch(told) and _MEASURED.search(frame.measure)
    if frame.titled and (grown or _VALUE_HEADER.match(told)) and frame.measure not in told:
        return f"{frame.measure}{told}"
    return told


def _beside(frame: Frame, row: BodyRow) -> str:
    """The measure a column of its own states, and what tells rows of one label apart."""
    told = bare_name(row.text(frame.grid.measure)) if frame.grid.measure >= 0 else ""
    if frame.grid.is_unique or told:
        return told
    apart = [row.text(column) for column in frame.grid.others if _tells_apart(frame, row, column)]
    return "".join(
        text for text in apart if frame.scene.places.get(text) is None and without_period(text, frame.year)
    )


def _tells_apart(frame: Frame, row: BodyRow, column: int) -> bool:
    """Whether the rows of one label differ in a column: 高端装备 of two years has one 链长单位."""
    label = row.text(frame.grid.label)
    return len({one.text(column) for one in frame.grid.rows if one.text(frame.grid.label) == label}) > 1


def _row_place(frame: Frame, row: BodyRow) -> str:
    """Where what a row names stands: not where the company comes from that invests in it."""
    texts = [
        *(row.text(c) for c, header in enumerate(frame.grid.headers) if not _FROM.search(header)),
        row.group,
    ]
    place = next((found for text in texts if (found := frame.scene.places.get(text)) is not None), None)
    if place is not None:
        return place.name
    return frame.scene.focus.name if frame.scene.focus else ""
