"""Which blank cells of a table mean the same as the cell above: a district named once over its projects?"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SERIAL = re.compile(r"序号?|编号|No\.?", re.I)
_TOTAL = re.compile(r"[合总]\s*计|总数|全[市县区省州]")
_SUBTOTAL = re.compile(r"小\s*计")
_SORTS = re.compile(
    r"区域|地区|[区县市旗州盟镇]$|[区县市旗](?:[)(（）、]|$)|街道|园区|属地|所在|所属|归口|牵头|责任|部门|单位|类别|分类|类型"
    r"|板块|大类|产业链?|领域|行业|年份|年度|季度"
)
_DITTO = re.compile("[〃″]|''|同上")
_FEWEST_CELLS = 2  # a row that says less is none of a group


def repeated(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The rows with what stands above in place of each mark for it: 〃, 同上."""
    told: list[Sequence[str]] = []
    for row in rows:
        if told and any(map(_DITTO.fullmatch, row)):
            above = told[-1]
            row = [
                above[c] if c < len(above) and _DITTO.fullmatch(cell) else cell for c, cell in enumerate(row)
            ]
        told.append(row)
    return told


def filled_down(rows: Sequence[Sequence[str]], names: Sequence[str]) -> list[Sequence[str]]:
    """The rows with the first columns of words filled where they sort the rows and are left blank below.

    Only columns at the left that stand before what names the rows, and only where those before them are
    blank too; a row of totals over all is left as it is, a 小计 is of its group, and of none where that has
    several names.
    """
    columns = _sorting(rows, names)
    above: dict[int, str] = {}
    filled: list[Sequence[str]] = []
    group: list[Sequence[str]] = []
    for row in rows:
        cells = list(row)
        if any(map(_SUBTOTAL.match, cells[:3])):
            several = {column for column in columns if len({each[column] for each in group}) > 1}
            above = {column: text for column, text in above.items() if column not in several}
            group = []
        if sum(map(bool, cells)) >= _FEWEST_CELLS and not any(map(_TOTAL.match, cells[:3])):
            for column in columns:
                if cells[column]:
                    above = {c: text for c, text in above.items() if c < column}
                    above[column] = cells[column]
                elif column in above and all(cells[c] == above.get(c) for c in columns if c < column):
                    cells[column] = above[column]
        filled.append(cells)
        group += [cells] if not any(map(_SUBTOTAL.match, cells[:3])) else []
    return filled


def _sorting(rows: Sequence[Sequence[str]], names: Sequence[str]) -> list[int]:
    """The columns at the left that sort the rows: named so, filled in the first row, blank in another."""
    found: list[int] = []
    for column, name in enumerate(names[:-1]):
        if _SERIAL.fullmatch(name):
            continue
        texts = [row[column] for row in rows if column < len(row)]
        if not _SORTS.search(name) or len(texts) < len(rows) or not texts or not texts[0]:
            break
        found.append(column)
    return found if any(not row[column] for column in found for row in rows) else []
