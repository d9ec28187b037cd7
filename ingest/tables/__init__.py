"""How is a printed table written down? Its title, one row of column names, rows of cells, its notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.clean import one_line
from ingest.lines import is_date
from ingest.loaded import Writer
from ingest.tables.cards import card_of, name_of
from ingest.tables.ditto import filled_down, repeated
from ingest.tables.units import is_unit

Row = Sequence[str]
_MOST_HEADER_ROWS = 4
_CARD_LEVEL = 6  # below all headings of its own document
_NUMBER = re.compile(r"[-+−－]?[\d０-９][\d０-９,，.．]*[%％]?[*＊①-⑳]*")
_VALUE = re.compile(
    rf"(?:{_NUMBER.pattern})|[—–\-－/…]{{1,3}}|(?:约|超|近|逾)?\d[\d.,]*[余多]?(?:(?![年月日号期楼区])[一-鿿%]){{1,4}}"
)
_PERIOD = re.compile(r"(?:19|20)\d\d(?:年度?)?(?:(?:上|下)半年|[1-4一二三四]季度|\d{1,2}(?:[-—]\d{1,2})?月)?"
                     r"|(?:上|下)半年|[1-4一二三四]季度|\d{1,2}月")  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d年?度?")
_UNIT_LINE = re.compile(r"单位[:：]")
_FACT = re.compile(r"[(（]?(?!其中)[一-鿿]{2,8}[:：]\s*\S")
_SIGNED = re.compile(  # 填表人：何敏 … 联系电话：…
    r"(?:填[表报]|制表|审[核批签]|校对|报送|统计|编制|复核|单位|分管|联系|主管)[一-鿿]{0,6}[:：]|(?:联系)?电话[:：]|(?:填报|报送|制表)?(?:日期|时间)[:：]"
)
_NOTE = re.compile(r"(?:备?注|说明|资料来源|数据来源)\s*\d?[:：]|[*＊※]|注\d?[.．、]")


def write_table(writer: Writer, rows: Sequence[Row], *, continues: bool = False) -> None:
    """Write a grid whose merged cells are already repeated; blank rows and columns are left out.

    Rows that say one thing across the table (its title, its unit) come before it as paragraphs, notes after
    it; column names in several rows become one, so that 签约 over 项目数 reads 签约 项目数 in each column.
    A row inside that names a group opens a piece of its own, under the same column names. `continues` tells
    a table begun on the page before, whose rows have that one's title and column names again.
    """
    grid = _trimmed(rows)
    titles = leading_titles(grid)
    for row in grid[:titles] if not continues else ():
        writer.block("paragraph", _joined(row))
    grid = grid[titles:]
    if not grid:
        return
    if pairs := card_of(grid):
        _write_card(writer, pairs)
        return
    height = header_height(grid)
    body, notes = _without_notes(grid[height:])
    if not body and len(grid[0]) == 1:
        writer.block("paragraph", grid[0][0])
        return
    names = _with_corner(flattened(grid[:height]), body)
    runs = list(_runs(filled_down(repeated(body), names)))
    for group, members in runs or [([], [])]:
        head = [names, *([group] if group else [])]
        writer.table([*head, *members], header_rows=len(head))
    for note in notes:
        writer.block("paragraph", _joined(note))


def _with_corner(names: list[str], body: Sequence[Row]) -> list[str]:
    """The names of columns, that of the rows' names given where its corner is left blank: a line that began
    with nothing would lose it."""
    if len(names) < 2 or names[0] or not body:
        return names
    dated = all(_PERIOD.fullmatch(row[0]) or _YEAR.fullmatch(row[0]) for row in body if row[0])
    return ["时间" if dated else "名称", *names[1:]]


def _write_card(writer: Writer, pairs: Sequence[tuple[str, str]]) -> None:
    """A card's pairs as the lines of a form, 建设地点：平湖市, under what it is about."""
    writer.block("heading", name_of(pairs), level=_CARD_LEVEL)
    for label, value in pairs:
        if value:
            writer.block("list", f"{label.rstrip('：: ')}：{value}")


def leading_titles(rows: Sequence[Row]) -> int:
    """How many rows at the top are titles rather than column names, blank ones counted."""
    count = 0
    for row in rows:
        cells = [one_line(cell) for cell in row]
        if any(cells) and not _says_one_thing(cells) and not _states_unit(cells):
            break
        count += 1
    return count if count < len(rows) or max(map(len, rows), default=0) > 1 else 0


def header_height(grid: Sequence[Row]) -> int:
    """How many rows, at least one, hold column names: those above the first values that are merged with or
    stand under a merged one, or hold units or periods only."""
    height = 1
    while height < min(_MOST_HEADER_ROWS, len(grid) - 1) and _goes_on(grid[:height], grid[height]):
        height += 1
    return height


def flattened(header: Sequence[Row]) -> list[str]:
    """One name for each column: what its header rows say from top to bottom, a unit in brackets."""
    filled = _filled(header)
    units = filled[-1] if len(filled) > 1 and _are_units(filled[-1], filled[-2]) else None
    named = filled[:-1] if units is not None else filled
    names = [" ".join(dict.fromkeys(cell for cell in column if cell)) for column in zip(*named, strict=True)]
    if units is None:
        return names
    return [f"{name}（{unit.strip('()（）')}）" if unit and unit not in name else name
            for name, unit in zip(names, units, strict=True)]  # fmt: skip


def is_value(text: str) -> bool:
    """Whether a cell holds a number, an amount, or the dash that stands for none."""
    return bool(_VALUE.fullmatch(text.replace(" ", "")))


def states_fact(text: str) -> bool:
    """Whether words over a table are a line of its form, 填报单位：市商务局, and no name of columns."""
    return _FACT.match(text) is not None


def _trimmed(rows: Sequence[Row]) -> list[list[str]]:
    """Cleaned cells, each row as long as the longest, without blank rows and columns."""
    grid = [[one_line(cell) for cell in row] for row in rows]
    width = max(map(len, grid), default=0)
    grid = [[*row, *[""] * (width - len(row))] for row in grid if any(row)]
    filled = [column for column in range(width) if any(row[column] for row in grid)]
    return [[row[column] for column in filled] for row in grid]


def _says_one_thing(row: Row) -> bool:
    """Whether the row holds one text, in one cell or merged across several."""
    said = {cell for cell in row if cell}
    return len(row) > 1 and len(said) == 1 and not is_value(next(iter(said)))


def _states_unit(row: Row) -> bool:
    """表1 on the left, 单位：亿元 on the right: no column is called that."""
    said = list(dict.fromkeys(cell for cell in row if cell))
    told = [cell for cell in said if not is_date(cell)]
    if len(said) > 1 and len(row) > len(said) and told and all(map(_FACT.match, told)):  # 填报单位：… 8月5日
        return True
    return len(said) <= 3 and bool(_UNIT_LINE.match(said[-1].lstrip("(（"))) and len(row) > len(said)


def _joined(row: Row) -> str:
    return " ".join(dict.fromkeys(cell for cell in row if cell))


def _goes_on(header: Sequence[Row], row: Row) -> bool:
    """Whether a row below column names holds more of them."""
    said = [cell for cell in row if cell]
    if _says_one_thing(row):
        return False
    fresh = [cell for above, cell in zip(header[-1], row, strict=True) if cell and cell != above]
    if fresh and all(map(_PERIOD.fullmatch, fresh)):
        return True
    if any(is_value(cell) for cell in said[1:]) or (len(said) == 1 and is_value(said[0])):
        return False
    above = header[-1]
    across = any(left and left == right for left, right in pairwise(above))
    down = any(name and name == cell for one in header for name, cell in zip(one, row, strict=True))
    under_blank = any(not name and cell for name, cell in zip(above, row, strict=True)) and any(above)
    return (
        across or down or _are_units(row, above) or (under_blank and len(header) == 1 and _is_spanning(above))
    )


def _is_spanning(row: Row) -> bool:
    """Whether blanks stand between names, as where a name was meant for several columns."""
    return any(left and not right for left, right in pairwise(row))


def _are_units(row: Row, above: Row) -> bool:
    fresh = [cell for name, cell in zip(above, row, strict=True) if cell and cell != name]
    return bool(fresh) and all(is_unit(cell.strip("()（）")) for cell in fresh)


def _filled(header: Sequence[Row]) -> list[list[str]]:
    """Header rows with the blanks right of a name that was meant for several columns filled."""
    rows = [list(row) for row in header]
    for level, row in enumerate(rows[:-1]):
        for column in range(1, len(row)):
            left_is_whole = not any(below[column - 1] for below in header[level + 1 :])
            if not row[column] and any(below[column] for below in header[level + 1 :]) and not left_is_whole:
                row[column] = row[column - 1]
    return rows


def _without_notes(body: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    end = len(body)
    while end and _is_note(body[end - 1]):
        end -= 1
    return list(body[:end]), list(body[end:])


def _is_note(row: Row) -> bool:
    """Whether a row at the end says something of the table (注：…), or by whom it was filled in."""
    if _says_one_thing(row) and _NOTE.match(_joined(row)):
        return True
    said = [cell for cell in row if cell]
    return len(row) > 1 and bool(said) and all(map(_SIGNED.match, said))


def _runs(body: Sequence[Row]) -> Iterator[tuple[list[str], list[Row]]]:
    """The rows under each row that names a group; a line at the end that says one thing is a row."""
    group: list[str] = []
    members: list[Row] = []
    for index, row in enumerate(body):
        opens = _says_one_thing(row) and index + 1 < len(body) and not _says_one_thing(body[index + 1])
        if opens:
            if members:
                yield group, members
            group, members = [_joined(row)], []
        else:
            members.append(_unspanned(row))
    if members or group:
        yield group, members


def _unspanned(row: Row) -> Row:
    """A row merged into one cell inside the table (合计：…) once, not once a column."""
    return [_joined(row)] if _says_one_thing(row) and row.count(row[0]) > 1 else row
