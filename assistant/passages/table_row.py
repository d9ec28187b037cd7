"""A row of a table said as a sentence: its cells under the names of their columns."""

from __future__ import annotations

import re

from assistant.passages.written_table import cells_of
from assistant.wording import as_printed

_UNIT = re.compile(r"^(?P<name>.+?)[（(](?P<unit>[^（）()\d]{1,8})[）)]$")
_NUMBERED = re.compile(r"[（(][^（）()]*[〔\[]\d{4}[〕\]]\d+号[）)]")
_NAMES = re.compile(r"(?:项目|企业|公司|园区|机构|基金|载体)名称|^(?:项目|企业|园区|公司)$")
_NUMBER = re.compile(r"[-+−]?\d[\d,.]*")
_CLAUSES = re.compile(r"[，,；;。](?!\d)")  # a cell that speaks for itself
_SERIAL = ("序号", "编号", "No.", "NO.")


def row_in_words(columns: tuple[str, ...], line: str) -> str:
    """炎陵县：签约项目6个，签约额13.8亿元; cells left open are left out.

    The cell under 项目名称 names the row, else the first that is no serial number. Only words of the table
    are used.
    """
    told = row_pieces(columns, line)
    if not told:
        return as_printed(line)
    at = next((at for at, (name, _) in enumerate(told) if _NAMES.search(name)), 0)
    (_, label), rest = told[at], [*told[:at], *told[at + 1 :]]
    return "：".join(filter(None, (label, "，".join(told_under(name, cell) for name, cell in rest))))


def row_pieces(columns: tuple[str, ...], line: str) -> list[tuple[str, str]]:
    """The cells of a row that hold something, each with the name of its column, without the serial number."""
    return [
        (name, cell)
        for name, cell in zip(columns, cells_of(line), strict=False)
        if cell.strip("—–-－/") and name.strip() not in _SERIAL
    ]


def told_under(name: str, cell: str) -> str:
    """A cell under its column's name, a unit that the name holds behind the number it belongs to; the number
    of a paper in the name is left out."""
    name = _NUMBERED.sub("", name)
    unit = _UNIT.match(name)
    if unit and _NUMBER.fullmatch(cell):
        return f"{unit['name']}{cell}{unit['unit']}"
    return f"{name}：{cell}" if _CLAUSES.search(cell) else f"{name}{cell}"
