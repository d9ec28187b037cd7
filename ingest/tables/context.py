"""What do the words around a table say of all its cells: its caption, its unit, its time?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.tables.units import is_unit
from language.text import fold
from vectorstore.document import Block, Document

_LONGEST_CAPTION = 60
_MOST_ABOVE = 3
_UNIT_LINE = re.compile(
    r"[(\[【]?(?:计量|金额)?单位[:：]\s*(?P<units>[^\s()\[\]】;]{1,20}(?:[、,/]\s*[^\s()\[\]】;]{1,8})*)[)\]】]?"
)
_PUBLISHED = re.compile(
    r"(?:(?:发布|发文|印发|更新|刊发|报道|制表|编印|填报|打印)(?:时间|日期)|日期|时间|来源|作者|记者)\s*[:：]"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$"
)
_TITLED = re.compile(r"(?<=[一-鿿])\((?P<units>[^()\d:]{1,12})\)$")  # 各县区到位资金情况(亿元)
_APART = re.compile(r"[、,/和]\s*")


@dataclass(frozen=True, kw_only=True)
class Context:
    """`caption` is what stands right above the table, the nearest line last, its unit line left out; `units`
    those of that line, for whatever cell states none."""

    caption: str = ""
    units: tuple[str, ...] = ()


def context_of(document: Document, index: int) -> Context:
    """The words above the table block at `index` of the document's blocks, for a later piece of a long table
    those above its first one."""
    lines = [fold(line) for line in _above(document, index)]
    units = next((found for line in reversed(lines) if (found := stated_units(line))), ())
    caption = " ".join(filter(None, (without_unit_line(line).strip() for line in lines)))
    return Context(caption=caption, units=units)


def stated_units(text: str) -> tuple[str, ...]:
    """The units of a 单位：个、亿元, or of the brackets a title ends in, in folded text; () for none."""
    match = _unit_line(text)
    return tuple(filter(None, _APART.split(match["units"]))) if match else ()


def without_unit_line(text: str) -> str:
    """Folded text without its 单位：亿元."""
    match = _unit_line(text)
    return text[: match.start()] + text[match.end() :] if match else text


def _unit_line(text: str) -> re.Match[str] | None:
    """Where the units stand: after the 单位 that a unit follows, which in 填报单位：市商务局 is an office."""
    found = [*_UNIT_LINE.finditer(text), *_TITLED.finditer(text)]
    return next((match for match in found if all(map(is_unit, _APART.split(match["units"])[:1]))), None)


def _above(document: Document, index: int) -> list[str]:
    """The short lines right above the first piece of the table, in order."""
    blocks = document.blocks
    at = _first_piece(document, index) - 1
    found: list[str] = []
    while at >= 0 and len(found) < _MOST_ABOVE:
        block = blocks[at]
        text = document.text[block.start : block.end].strip()
        if block.kind in ("paragraph", "caption", "heading") and _is_short(text):
            told = [line for line in map(_without_imprint, text.split("\n")) if line]
            found[:0] = [" ".join(told)] if told else []
        elif block.kind != "boilerplate":
            break
        at -= 1
    return found


def _without_imprint(line: str) -> str:
    """填报日期：8月31日 单位：万元 says of the cells no more than 单位：万元."""
    if not _PUBLISHED.match(line.strip()):
        return line.strip()
    units = _unit_line(fold(line))
    return units.group() if units else ""


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_CAPTION and not text.endswith(("。", "；", ";", "：", ":"))


def _first_piece(document: Document, index: int) -> int:
    """Where the table begins of which the block at `index` is a piece: pieces open with the same row."""
    names = _first_line(document, document.blocks[index])
    first = index
    for at in range(index - 1, -1, -1):
        block = document.blocks[at]
        if block.kind == "table" and _first_line(document, block) == names:
            first = at
        elif block.kind != "boilerplate":
            break
    return first


def _first_line(document: Document, block: Block) -> str:
    return document.text[block.start : block.end].partition("\n")[0]
