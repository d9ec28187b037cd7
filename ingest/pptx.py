"""What does a presentation hold? The one door to python-pptx: titles, texts, tables, notes by slide."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pptx
from lxml.etree import LxmlError
from pptx.exc import PythonPptxError

from ingest.archive import office_limits
from ingest.clean import clean, one_line
from ingest.errors import Unreadable
from ingest.furniture import is_furniture
from ingest.lines import enumerated_level, looks_like_heading
from ingest.loaded import Loaded, Writer
from ingest.pairs import is_name, is_value
from ingest.tables import write_table

_MOST_NAME_CHARS = 14
_NAME = re.compile(r"[一-鿿（）()·]+")
_FEWEST_NUMBERS = 2
_EMU_PER_ROW = 250_000  # shapes whose tops differ by less stand side by side


def load(data: bytes) -> Loaded:
    """Every slide as a page: its title a heading, its shapes from top to bottom, its notes last.

    Raises: Unreadable if it is damaged or unpacks too large.
    """
    office_limits(data)
    writer = Writer()
    try:
        deck = pptx.Presentation(io.BytesIO(data))
        for number, slide in enumerate(deck.slides, start=1):
            writer.turn(number)
            _write(writer, slide, is_first=number == 1)
    except (PythonPptxError, LxmlError, zipfile.BadZipFile, KeyError, ValueError, AttributeError) as error:
        raise Unreadable("PPT 文件不完整或已损坏；请用 PowerPoint 或 WPS 打开并另存后再导入") from error
    return writer.loaded(title_hint=one_line(deck.core_properties.title or ""))


def _write(writer: Writer, slide: Any, *, is_first: bool) -> None:
    title, level = slide.shapes.title, 1 if is_first else 2
    if title is not None:
        writer.block("heading", " ".join(_paragraphs(title.text_frame)), level=level)
    shapes = sorted(_leaves(slide.shapes), key=_place)
    named = _names_of_numbers(shapes)
    names = {shape.shape_id for shape in named.values()}
    for shape in shapes:
        if (title is not None and shape.shape_id == title.shape_id) or shape.shape_id in names:
            continue
        if getattr(shape, "has_table", False):
            write_table(writer, _rows(shape.table))
        elif getattr(shape, "has_chart", False):
            write_table(writer, _chart(shape.chart))
        elif shape.has_text_frame:
            texts = _paragraphs(shape.text_frame)
            if (name := named.get(shape.shape_id)) is not None:
                writer.block("list", f"{_paragraphs(name.text_frame)[0]}：{texts[0]}")
            elif is_first and title is None and len(texts) == 1 and looks_like_heading(texts[0]):
                writer.block("heading", texts[0], level=level)  # a box in place of the slide's own title
                title = shape
            else:
                _write_text(writer, texts, level=level + 1)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        _write_text(writer, _paragraphs(slide.notes_slide.notes_text_frame), level=level + 1)


def _write_text(writer: Writer, paragraphs: list[str], *, level: int) -> None:
    if len(paragraphs) == 1:
        [text] = paragraphs
        if is_furniture(text):
            writer.block("boilerplate", text)
        elif enumerated_level(text) and looks_like_heading(text):  # 一、各县区情况, in a box of its own
            writer.block("heading", text, level=level - 1)
        else:
            writer.block("paragraph", text)
    else:
        if _is_headed(paragraphs):
            writer.block("heading", paragraphs[0], level=level)
            paragraphs = paragraphs[1:]
        for paragraph in paragraphs:  # a bullet without a full stop ends where its line ends
            writer.block("list", paragraph)


def _names_of_numbers(shapes: Sequence[Any]) -> dict[int, Any]:
    """The number of each box that holds a figure alone → the box over or under it that names no other."""
    lone = [(shape, _paragraphs(shape.text_frame)) for shape in shapes if shape.has_text_frame]
    numbers = [shape for shape, said in lone if len(said) == 1 and is_value(said[0])]
    names = [shape for shape, said in lone if len(said) == 1 and is_name(said[0])]
    if len(numbers) < _FEWEST_NUMBERS or len(names) < len(numbers):
        return {}
    nearest = {number.shape_id: min(names, key=lambda name: _apart(number, name)) for number in numbers}
    return nearest if len({name.shape_id for name in nearest.values()}) == len(numbers) else {}


def _apart(one: Any, other: Any) -> int:
    """How far two boxes stand apart; what stands beside counts double."""
    tops, lefts = (int(one.top or 0), int(other.top or 0)), (int(one.left or 0), int(other.left or 0))
    return abs(tops[0] - tops[1]) + 2 * abs(lefts[0] - lefts[1])


def _is_headed(paragraphs: Sequence[str]) -> bool:
    """Whether a box's first line names what the others measure: 惠农区, 签约21个, 到位资金38.4亿元."""
    head, *rest = paragraphs
    measured = sum(any(c.isdigit() for c in text) for text in rest)
    return (
        len(head) <= _MOST_NAME_CHARS and _NAME.fullmatch(head) is not None and 2 * measured > len(rest) > 1
    )


def _paragraphs(frame: Any) -> list[str]:
    texts = (one_line(clean(paragraph.text.replace("\v", " "))) for paragraph in frame.paragraphs)
    return [text for text in texts if text]


def _leaves(shapes: Iterable[Any]) -> Iterator[Any]:
    """The shapes, groups opened."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _leaves(shape.shapes)
        else:
            yield shape


def _place(shape: Any) -> tuple[int, int]:
    return (shape.top or 0) // _EMU_PER_ROW, shape.left or 0


def _rows(table: Any) -> list[list[str]]:
    rows: list[list[str]] = []
    for row in table.rows:
        cells: list[str] = []
        for cell in row.cells:
            covered = cell.is_spanned and cells
            cells.append(cells[-1] if covered else one_line(cell.text))
        rows.append(cells)
    return rows


def _chart(chart: Any) -> list[list[str]]:
    """The figures behind a chart: a row for each category, a column for each series."""
    for plot in chart.plots:
        series = list(plot.series)
        categories = [str(category) for category in plot.categories]
        header = ["", *(str(each.name) for each in series)]
        values = [[_figure(value) for value in each.values] for each in series]
        return [header, *([name, *cells] for name, *cells in zip(categories, *values, strict=False))]
    return []


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"
