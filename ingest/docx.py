"""What does a Word document hold? The one door to python-docx: paragraphs, headings, tables in order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import LxmlError

from ingest.archive import office_limits
from ingest.clean import clean, one_line
from ingest.docx_numbering import Numbering
from ingest.errors import Unreadable
from ingest.loaded import Loaded, Writer
from ingest.structure import paragraph_kinds
from ingest.tables import write_table
from vectorstore.document import BlockKind

_SKIPPED = frozenset(
    qn(tag)
    for tag in (
        "w:del", "w:moveFrom", "w:instrText", "w:delText", "w:footnoteReference", "w:txbxContent", "w:pPr",
        "w:rPr", "w:tbl",
    )
)  # fmt: skip
_NOTES = ("/footnotes.xml", "/endnotes.xml")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING_NAMES = ("heading ", "标题 ", "标题")
_TITLE_NAMES = frozenset({"title", "标题", "大标题", "文件标题", "公文标题"})


@dataclass(frozen=True, kw_only=True)
class _Paragraph:
    """A paragraph or a table: `level` is a heading's depth, `listed` whether Word numbers or bullets it."""

    text: str
    level: int = 0
    listed: bool = False
    rows: tuple[tuple[str, ...], ...] = ()


def load(data: bytes) -> Loaded:
    """The document's body; running heads and feet are left out.

    Raises: Unreadable if it is damaged or unpacks too large.
    """
    office_limits(data)
    try:
        document = docx.Document(io.BytesIO(data))
        parts = [*_parts(document, document.element.body), *_footnotes(document)]
    except (OpcError, LxmlError, zipfile.BadZipFile, KeyError, ValueError, AttributeError) as error:
        raise Unreadable("Word 文件不完整或已损坏；请用 Word 或 WPS 打开并另存后再导入") from error
    return _written(parts, title_hint=one_line(document.core_properties.title or ""))


def _written(parts: list[_Paragraph], *, title_hint: str) -> Loaded:
    writer = Writer()
    headline: list[str] = []  # a title set in several paragraphs is one heading
    for part, (kind, level) in zip(parts, _judged(parts), strict=True):
        if (kind, level) == ("heading", 1) and not part.level:
            headline.append(part.text)
            continue
        writer.block("heading", "\n".join(headline), level=1)
        headline = []
        if kind == "table":
            write_table(writer, part.rows)
        else:
            writer.block(kind, part.text, level=level)
    writer.block("heading", "\n".join(headline), level=1)
    return writer.loaded(title_hint=title_hint)


def _judged(parts: list[_Paragraph]) -> Iterator[tuple[BlockKind, int]]:
    """The kind of each part: by its style, else by its words."""
    guesses = iter(paragraph_kinds([part.text for part in parts if not part.level]))
    has_styles = any(part.level > 1 for part in parts)
    for part in parts:
        if part.rows:
            next(guesses)
            yield "table", 0
        elif part.level:
            yield "heading", part.level
        else:
            yield _settled(next(guesses), part, has_styles=has_styles)


def _settled(guess: tuple[BlockKind, int], part: _Paragraph, *, has_styles: bool) -> tuple[BlockKind, int]:
    """A guess from the words, corrected by what Word says of the paragraph."""
    kind, level = guess
    if part.listed and kind != "heading":
        return "list", 0
    # Where the author marks headings by style, a short unmarked line is no heading; nor is a list item.
    if kind == "heading" and (has_styles or part.listed) and level == 2 and not part.text[1:3].count("、"):
        return ("list" if part.listed else "paragraph"), 0
    return kind, level


def _parts(document: Any, parent: Any) -> Iterator[_Paragraph]:
    """Paragraphs and tables in reading order, content controls opened, text boxes after their anchor."""
    numbering = Numbering(document)
    for element in _blocks(parent):
        if element.tag == qn("w:tbl"):
            yield from _table(element)
            continue
        style = _style(document, element)
        label, listed = numbering.label(element, style)
        text = clean(_text(element)).strip()
        if text:
            level = _heading_level(element, style)
            yield _Paragraph(text=label + text, level=level, listed=listed and not level)
        for box in element.iter(qn("w:txbxContent")):
            if not any(ancestor.tag == _FALLBACK for ancestor in box.iterancestors()):
                yield from (_Paragraph(text=t) for p in box.iter(qn("w:p")) if (t := clean(_text(p)).strip()))


def _footnotes(document: Any) -> Iterator[_Paragraph]:
    """The notes at the foot of the pages, which Word keeps in a part of their own."""
    for part in document.part.package.iter_parts():
        if str(part.partname).endswith(_NOTES):
            notes = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
            for note in notes:
                text = " ".join(filter(None, (clean(_text(p)).strip() for p in note.iter(qn("w:p")))))
                if text and not note.get(qn("w:type")):
                    yield _Paragraph(text=f"注：{text}")


def _blocks(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag in {qn("w:p"), qn("w:tbl")}:
            yield child
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag")}:
            yield from _blocks(child)


def _text(element: Any) -> str:
    """The visible text of an element: insertions in, deletions, field codes and text boxes out."""
    parts: list[str] = []
    for child in element:
        if child.tag in _SKIPPED or child.tag == _FALLBACK:
            continue
        if child.tag == qn("w:t"):
            parts.append(child.text or "")
        elif child.tag == qn("w:tab"):
            parts.append(" ")
        elif child.tag in {qn("w:br"), qn("w:cr")}:
            parts.append("\n")
        elif child.tag == qn("w:noBreakHyphen"):
            parts.append("-")
        else:
            parts.append(_text(child))
    return "".join(parts)


def _style(document: Any, element: Any) -> Any:
    identifier = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    if identifier is None:
        return None
    name = identifier.get(qn("w:val"))
    return next(
        (style for style in document.styles.element.iter(qn("w:style")) if style.styleId == name), None
    )


def _heading_level(element: Any, style: Any) -> int:
    """The level by outline or by the style's name; 0 for body text."""
    for where in (element, style):
        outline = where.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}") if where is not None else None
        if outline is not None and outline.get(qn("w:val"), "9").isdigit():
            depth = int(outline.get(qn("w:val"))) + 1
            return depth if depth <= 9 else 0
    name = (style.name_val or "").lower().strip() if style is not None else ""
    if name in _TITLE_NAMES:
        return 1
    for prefix in _HEADING_NAMES:
        digits = name.removeprefix(prefix).strip()
        if name.startswith(prefix) and digits.isdigit():
            return min(int(digits), 9)
    return 0


def _table(element: Any) -> Iterator[_Paragraph]:
    """The table, merged cells repeated; a frame of one cell is the paragraphs in it."""
    rows = _rows(element)
    if not rows:
        return
    if len(rows) == 1 and len(rows[0]) == 1:
        yield from (_Paragraph(text=line) for line in rows[0][0].split("\n") if line.strip())
        return
    yield _Paragraph(text="", rows=tuple(rows))


def _rows(table: Any) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    above: tuple[str, ...] = ()
    for line in table.iterchildren(qn("w:tr")):
        cells: list[str] = []
        for cell in line.iter(qn("w:tc")):
            if next(cell.iterancestors(qn("w:tr"))) is not line:
                continue  # of a table inside a cell; its words come with that cell
            text = "\n".join(filter(None, (clean(_text(p)).strip() for p in cell.iter(qn("w:p")))))
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            if (
                merge is not None
                and merge.get(qn("w:val"), "continue") == "continue"
                and len(cells) < len(above)
            ):
                text = above[len(cells)]
            cells += [text] * (int(span.get(qn("w:val"), "1")) if span is not None else 1)
        above = tuple(cells)
        if any(cells):
            rows.append(above)
    return rows
