"""What does an answer state, and where? Its sentences and table rows, with their figures and markers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from language.period import find_periods
from language.quantity import Quantity, find_quantities
from language.text import Reading, Span, clauses, fold, read

MARKER = re.compile(r"\[(\d{1,4})\]")
_FILL = "\ue000"  # stands for a marker's characters, so that offsets hold and [1] is no number
_SENTENCE = re.compile(rf"[^。！？!?]*(?:[。！？!?]+[”’\"'」』)）]*[ {_FILL}]*|$)")
_LIST_MARK = re.compile(r"\s*(?:>\s*)*(?:[-*+•·]\s+|\d{1,2}[.,、)）](?!\d)\s*|[（(]\d{1,2}[）)]\s*)?")
_HEADING = re.compile(r"\s*#{1,6}\s")
_TABLE_LINE = re.compile(r"\s*\|.*\|\s*$")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}[\s:|-]*$")
_LEAD = re.compile(rf"[:：][*{_FILL}\s]*$")
_ORDINAL = re.compile(r"^(?:序号|名次|排名|位次|排序|编号|#|No\.?)$", re.I)
_HEADER_UNIT = re.compile(r"[(（/:：]\s*(?:单位[:：])?(?P<unit>[^()（）/]{1,8})[)）]?\s*$")
_SIZE_CLASS = re.compile(
    r"(?:规模|级|的|及?以上|以下)*(?:优质|重点|重特大|特大|重大|新|大|好|在建|产业|签约|投资|招商|先进|制造业|工业|外资|内资){0,3}"
    r"(?:项目|企业|工程|集群|园区|基金|产业链|平台|订单)"
)
_BOUNDS = ("以上", "以下", "过", "超", "突破", "不低于", "不少于")
# 三个方面 orders the text, it counts nothing of the world.
_STRUCTURE = re.compile(r"(?:方面|部分|层面|类|点|环节|步骤|维度|方向|角度|大类)")
_ORDERS = ("期", "轮", "批", "级", "次", "路", "种", "类", "起")  # 二期 is a name, 一批 no number
# The reader of quantities takes *34个* and 1.三成 for parts of names, like 4.0版; in an answer they are none.
_NO_NAMES = str.maketrans("*#+/", "    ")
_NUMBERED = re.compile(r"(?<=\d)\.(?=\s*[^\d\s])")
ANY_DAY = date(2025, 6, 30)  # only to see which words are dates, never what they mean


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One [n] at `start` to `end` of the answer."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Said:
    """A figure of the answer: `quantity` stands in the statement's reading, in its part number `part`;
    `start` to `end` are its characters of the answer. `size_class` marks 亿元以上 in 亿元以上项目."""

    quantity: Quantity
    part: int
    start: int
    end: int
    size_class: bool = False


@dataclass(frozen=True, kw_only=True)
class Statement:
    """A sentence, a list item or a table row at `start` to `end` of the answer, its markers included.

    `parts` are its clauses or cells as spans of `reading.text`; `headers` the heading of each cell; `above`
    what was said before it that it may lean on, nearest first. `line` is the number of its line.
    """

    start: int
    end: int
    line: int
    reading: Reading
    parts: tuple[Span, ...]
    marks: tuple[Mark, ...]
    headers: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    is_heading: bool = False
    is_header: bool = False

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return bool(self.headers)

    def part_text(self, index: int) -> str:
        """The words of one clause or cell."""
        return self.reading.text[self.parts[index].start : self.parts[index].end]


def statements(text: str) -> list[Statement]:
    """The statements of a Markdown answer in order; rules of tables and empty lines say nothing."""
    plain = _NUMBERED.sub(",", MARKER.sub(lambda match: _FILL * len(match.group()), fold(text)))
    marks = tuple(
        Mark(number=int(match[1]), start=match.start(), end=match.end())
        for match in MARKER.finditer(fold(text))
    )
    return list(_Lines(plain, marks).statements())


class _Lines:
    """Walks the lines of an answer, remembering what later lines lean on."""

    def __init__(self, plain: str, marks: tuple[Mark, ...]) -> None:
        self._plain = plain
        self._marks = marks
        self._heading = ""
        self._lead = ""
        self._headers: tuple[str, ...] = ()

    def statements(self) -> Iterator[Statement]:
        start = 0
        lines = self._plain.splitlines(keepends=True)
        for number, line in enumerate(lines):
            stop = start + len(line.rstrip("\r\n"))
            ruled = number + 1 < len(lines) and bool(_TABLE_RULE.match(lines[number + 1]))
            yield from self._line(start, stop, number, ruled=ruled)
            start += len(line)

    def _line(self, start: int, stop: int, number: int, *, ruled: bool) -> Iterator[Statement]:
        line = self._plain[start:stop]
        if not line.strip() or _TABLE_RULE.match(line):
            return
        if _TABLE_LINE.match(line):
            yield from self._row(start, stop, number, ruled=ruled)
            return
        self._headers = ()
        if _HEADING.match(line):
            self._heading, self._lead = line.strip("# \t"), ""
            yield self._made(start, stop, number, above=(), is_heading=True)
            return
        yield from self._sentences(start, stop, number)
        if _LEAD.search(line):
            self._lead = line

    def _sentences(self, start: int, stop: int, number: int) -> Iterator[Statement]:
        mark = _LIST_MARK.match(self._plain, start, stop)
        position = mark.end() if mark else start
        said: list[str] = []
        while position < stop:
            match = _SENTENCE.match(self._plain, position, stop)
            end = match.end() if match and match.end() > position else stop
            if self._plain[position:end].strip():
                above = (*reversed(said), self._lead, self._heading)
                yield self._made(position, end, number, above=above)
                said.append(self._plain[position:end])
            position = end

    def _row(self, start: int, stop: int, number: int, *, ruled: bool) -> Iterator[Statement]:
        cells = _cells(self._plain, start, stop)
        if ruled:
            self._headers = ()
            yield self._made(
                start, stop, number, above=(self._lead, self._heading), cells=cells, is_header=True
            )
            self._headers = tuple(self._plain[cell.start : cell.end] for cell in cells)
            return
        if not self._headers:
            self._headers = ("",) * len(cells)
        yield self._made(start, stop, number, above=(self._lead, self._heading), cells=cells)

    def _made(
        self, start: int, stop: int, number: int, *, above: tuple[str, ...], cells: Sequence[Span] = (),
        is_heading: bool = False, is_header: bool = False,
    ) -> Statement:  # fmt: skip
        reading = _joined(self._plain, cells) if cells else read(self._plain, start=start, end=stop)
        parts = _cell_parts(reading.text) if cells else _with_markers(clauses(reading.text), reading.text)
        headers = tuple((*self._headers, *("",) * len(parts))[: len(parts)]) if cells else ()
        return Statement(
            start=start, end=stop, line=number, reading=reading, parts=tuple(parts), headers=headers,
            marks=tuple(mark for mark in self._marks if start <= mark.start < stop),
            above=tuple(fold(piece).replace(_FILL, "") for piece in above if piece), is_heading=is_heading,
            is_header=is_header,
        )  # fmt: skip


def _with_markers(parts: list[Span], text: str) -> list[Span]:
    """Markers behind a full stop belong to the clause before it."""
    joined: list[Span] = []
    for part in parts:
        if joined and not text[part.start : part.end].strip(_FILL + " 。"):
            joined[-1] = Span(start=joined[-1].start, end=part.end)
        else:
            joined.append(part)
    return joined


def _cells(plain: str, start: int, stop: int) -> list[Span]:
    """The cells between the pipes of one line; an escaped pipe does not cut."""
    pipes = [match.start() for match in re.finditer(r"(?<!\\)\|", plain[start:stop])]
    return [Span(start=start + left + 1, end=start + right) for left, right in itertools.pairwise(pipes)]


def _joined(plain: str, cells: Sequence[Span]) -> Reading:
    """One reading of a row, its cells parted by tabs."""
    text: list[str] = []
    offsets: list[int] = []
    for cell in cells:
        reading = read(plain, start=cell.start, end=cell.end)
        text.append(reading.text.strip() + "\t")
        lead = len(reading.text) - len(reading.text.lstrip())
        kept = reading.offsets[lead : lead + len(reading.text.strip())]
        offsets.extend((*kept, cell.end))
    return Reading(text="".join(text), offsets=(*offsets, cells[-1].end))


def _cell_parts(text: str) -> list[Span]:
    parts, start = [], 0
    for match in re.finditer("\t", text):
        parts.append(Span(start=start, end=match.start()))
        start = match.end()
    return parts


def figures(statement: Statement) -> list[Said]:
    """The figures of a statement in order: quantities that are no dates, ordinals or list numbers."""
    text = _without_dates(statement.reading.text).translate(_NO_NAMES)
    found = []
    for part, span in enumerate(statement.parts):
        header = statement.headers[part] if statement.is_row else ""
        ordinal = bool(_ORDINAL.match(header.strip()))
        for quantity in find_quantities(text[span.start : span.end]):
            if ordinal and quantity.unit in ("", "名", "位"):
                continue
            if (said := _said(statement, _moved(quantity, span.start), part, header)) is not None:
                found.append(said)
    return found


def _without_dates(text: str) -> str:
    """The same length without dates, so that none is read as a figure, or as the end of a range."""
    for day in find_periods(text, reference=ANY_DAY):
        text = text[: day.start] + _FILL * (day.end - day.start) + text[day.end :]
    return text


def _said(statement: Statement, quantity: Quantity, part: int, header: str) -> Said | None:
    text = statement.reading.text
    after = text[quantity.outer_end :]
    if not quantity.unit:
        quantity = replace(quantity, unit=header_unit(header))
    if quantity.spelled and quantity.kind in ("bare", "count", "duration"):
        if quantity.value <= 1 or quantity.kind == "bare" or quantity.unit in _ORDERS:
            return None
        if quantity.value <= 10 and _STRUCTURE.match(text[quantity.end :]):
            return None
    source = statement.reading.source(quantity.start, quantity.end)
    titled = statement.is_header or statement.is_heading
    return Said(
        quantity=quantity, part=part, start=source.start, end=source.end,
        size_class=_is_size_class(quantity, after, titled=titled),
    )  # fmt: skip


def _is_size_class(quantity: Quantity, after: str, *, titled: bool) -> bool:
    """亿元以上 in 亿元以上项目34个 says which projects are counted; a heading may leave out the noun."""
    if quantity.kind != "money" and quantity.unit not in ("亿", "万"):
        return False
    bound = quantity.qualifier in _BOUNDS or after.startswith("级")
    bare_class = quantity.spelled and quantity.value in (1, 10, 100, 1000)
    return (bound or bare_class) and (titled or bool(_SIZE_CLASS.match(after)))


def header_unit(header: str) -> str:
    """The unit a column's heading gives its bare numbers: 总投资（亿元） → 亿元; "" where it names none."""
    match = _HEADER_UNIT.search(fold(header).strip(" *"))
    if match is None:
        return ""
    read_back = find_quantities("2" + match["unit"].strip())
    whole = len(read_back) == 1 and read_back[0].end == len(match["unit"].strip()) + 1
    return read_back[0].unit if whole else ""


def _moved(quantity: Quantity, by: int) -> Quantity:
    return replace(
        quantity, start=quantity.start + by, end=quantity.end + by,
        outer_start=quantity.outer_start + by, outer_end=quantity.outer_end + by,
    )  # fmt: skip


def marks_of(said: Said, statement: Statement) -> tuple[Mark, ...]:
    """The markers behind a figure: those of its clause, else the next group after it, else all before it."""
    part = statement.parts[said.part]
    clause = statement.reading.source(part.start, part.end)
    own = tuple(mark for mark in statement.marks if clause.start <= mark.start < clause.end)
    if own or statement.is_row:
        return own or statement.marks
    later = [mark for mark in statement.marks if mark.start >= said.end]
    if not later:
        return statement.marks
    group = [later[0]]
    for mark in later[1:]:
        if mark.start > group[-1].end + 1:
            break
        group.append(mark)
    return tuple(group)
