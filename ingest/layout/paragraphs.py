"""Which lines of printed pages make up one paragraph, over columns, pages and what stands in between?"""

from __future__ import annotations

import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest import lines as kinds
from ingest.layout.bullets import opens_point
from ingest.layout.printed import Line, Table
from ingest.layout.slides import is_slide, same_point

_WORD = re.compile(r"[!-~\u00c0-\u024f]+")
_STATED_ALONE = re.compile(
    r"[^\d，。；、,;]{2,12}\d[\d.,]*\s?[^\d，。；、,;]{1,6}"
)  # 接待客商 215 批次, in a box
_LEAST_COLUMN_LINES = 4
_LEAST_UNFINISHED = 16  # characters: no headline, no item of a list
_LEVEL = 0.5  # em
_NEARLY = 0.85  # of its column, the width of a line that is as good as full
_MOST_HELD = 120  # lines that may stand between two parts of a sentence
_LARGE = 1.3  # times the running text: a headline, which nothing interrupts
_HEADLINE = 1.7  # times the size of the text before it: another article begins


class _Margins:
    """How far columns reach and how their lines are spaced, each measured once."""

    def __init__(self, body: Sequence[Line]) -> None:
        self._pages: defaultdict[int, list[Line]] = defaultdict(list)
        self._columns: dict[tuple[int, int, float], tuple[float, float]] = {}
        self._leadings: dict[int, float] = {}
        self._sizes: dict[int, float] = {}
        for line in body:
            self._pages[line.page].append(line)

    def column(self, line: Line) -> tuple[float, float]:
        """The left and right edge of the column that the line is set in."""
        key = (line.page, line.region, line.size)
        if key in self._columns:
            return self._columns[key]
        alike = [other for other in self._pages[line.page] if abs(other.size - line.size) < 1]
        near = [other for other in alike if other.region == line.region]
        if len(near) >= _LEAST_COLUMN_LINES:
            edges = min(other.left for other in near), max(other.right for other in near)
            self._columns[key] = edges
            return edges
        # Too few to know by themselves.
        level = [other for other in alike if abs(other.left - line.left) < 2.2 * line.size]
        near += sorted(level, key=lambda other: abs(other.top - line.top))[:_LEAST_COLUMN_LINES]
        return min(other.left for other in near), max(other.right for other in near)

    def running(self, page: int) -> float:
        """The type size of most characters of the page."""
        if page not in self._sizes:
            sizes = Counter[float]()
            for line in self._pages[page]:
                sizes[line.size] += len(line.text)
            self._sizes[page] = sizes.most_common(1)[0][0]
        return self._sizes[page]

    def is_slide(self, line: Line) -> bool:
        """Whether the line stands on a slide."""
        return is_slide(self.running(line.page), line.page_height)

    def alike(self, line: Line) -> list[Line]:
        """The lines of the same place and size."""
        return [
            other
            for other in self._pages[line.page]
            if other.region == line.region and abs(other.size - line.size) < 1
        ]

    def leading(self, line: Line) -> float:
        """The usual white space between lines of the page, at least half a line, and more in larger type."""
        page = line.page
        if page not in self._leadings:
            lines = self._pages[page]
            below = [after.top - line.bottom for line, after in pairwise(lines)]
            gaps = [gap for gap in below if 0 < gap < 3 * lines[0].size]
            usual = statistics.median(gaps) if gaps else 0.0
            self._leadings[page] = max(usual, 0.5 * lines[0].size)
        return self._leadings[page] * max(1.0, line.size / self.running(page))


def paragraphs_of(body: Sequence[Line], tables: Sequence[Table]) -> Iterator[list[Line] | Table]:
    """Paragraphs (lists of lines) and tables in reading order; a table stands where its first line stood."""
    margins = _Margins(body)
    paragraph: list[Line] = []
    held: list[list[Line] | Table] = []
    for item in _with_tables(body, tables):
        apart = all(isinstance(each, list) and each[0].aside for each in held)
        if isinstance(item, Line) and paragraph and _continues(paragraph, item, margins, over_gap=apart):
            paragraph.append(item)
        elif paragraph and len(held) < _MOST_HELD and _interrupts(paragraph, item, margins):
            held.append([item] if isinstance(item, Line) else item)
        else:
            yield from _closed(paragraph, held, margins)
            paragraph, held = [], []
            if isinstance(item, Line):
                paragraph.append(item)
            else:
                yield item
    yield from _closed(paragraph, held, margins)


def _with_tables(body: Sequence[Line], tables: Sequence[Table]) -> Iterator[Line | Table]:
    """The lines outside tables, and each table where its first line stood."""
    told: set[int] = set()
    for line in body:
        inside = next((n for n, table in enumerate(tables) if table.holds(line)), None)
        if inside is None:
            yield line
        elif inside not in told:
            told.add(inside)
            yield tables[inside]


def _closed(
    paragraph: list[Line], held: Sequence[list[Line] | Table], margins: _Margins
) -> Iterator[list[Line] | Table]:
    """The finished paragraph, and after it what stood in its middle."""
    if paragraph:
        yield paragraph
    waiting: list[Line] = []
    for item in held:
        if isinstance(item, Table):
            if waiting:
                yield waiting
                waiting = []
            yield item
        elif waiting and _continues(waiting, item[0], margins):
            waiting += item
        else:
            if waiting:
                yield waiting
            waiting = list(item)
    if waiting:
        yield waiting


def _interrupts(paragraph: Sequence[Line], item: Line | Table, margins: _Margins) -> bool:
    """Whether the paragraph stops in mid-sentence before something in its way that is no headline."""
    last = paragraph[-1]
    left, right = margins.column(last)
    unfinished = (
        sum(len(line.text) for line in paragraph) >= _LEAST_UNFINISHED
        and not kinds.ends_sentence(last.text)
        and not _stands_alone(last)
        and not margins.is_slide(last)
        and last.size < _LARGE * margins.running(last.page)
        and (right - last.right < 1.6 * last.size or _is_level(paragraph))
    )
    if not unfinished or isinstance(item, Table):
        return unfinished and (len(paragraph) > 1 or last.left < left + 2.5 * last.size)  # no table's title
    return item.size < _HEADLINE * last.size and (
        item.aside or abs(item.size - last.size) > 0.1 * last.size or kinds.is_caption(item.text)
    )


def _continues(paragraph: Sequence[Line], line: Line, margins: _Margins, *, over_gap: bool = False) -> bool:
    """Whether the line goes on with the paragraph: the last is full, this one neither indented nor new.

    `over_gap` allows white between them where a picture stood, if a sentence is unfinished.
    """
    last = paragraph[-1]
    if abs(last.size - line.size) > 0.1 * last.size or _stands_alone(line) or _stands_alone(last):
        return False
    if last.aside != line.aside:
        return False
    if line.page == last.page and _is_beside(last, line) and last.size >= _LARGE * margins.running(last.page):
        return False  # the headline of another article
    if opens_point(line.text) or (_STATED_ALONE.fullmatch(last.text) and _STATED_ALONE.fullmatch(line.text)):
        return False
    if margins.is_slide(last):
        return same_point(last, line, margins.alike(last), room=_first_word(line))
    left, right = margins.column(last)
    is_full = right - last.right < _first_word(line) or _is_level(paragraph)
    here, _ = margins.column(line)
    indented = line.left > here + 1.2 * line.size
    if line.page != last.page or line.top < last.top - last.size:  # another page, or another column
        # Numbers take less room than the characters that an unjustified line is cut by.
        is_full |= len(paragraph) > 1 and not indented and last.right > left + _NEARLY * (right - left)
        return is_full and not kinds.ends_sentence(last.text) and not _starts_anew(line.text)
    far_below = line.top - last.bottom > 1.6 * margins.leading(last)
    if over_gap and far_below and is_full and not indented and _is_unfinished(paragraph, left):
        return not _starts_anew(line.text)  # a picture stood between
    # Unjustified lines end short; without an indent and a full stop the sentence still goes on.
    is_full |= (
        not indented and not kinds.ends_sentence(last.text) and last.right > left + 0.6 * (right - left)
    )
    if far_below or not is_full or (indented and line.left > last.left + line.size):
        centred = indented and not far_below and _is_centred(last, line, left, right)
        return centred and not _starts_anew(line.text)  # no headline goes on with 第一条
    return not (kinds.ends_sentence(last.text) and _starts_anew(line.text))


def _is_beside(last: Line, line: Line) -> bool:
    """Whether a line of another column stands level with the one before it, or above it."""
    return line.region != last.region and line.top < last.bottom - _LEVEL * last.size


def _is_level(paragraph: Sequence[Line]) -> bool:
    """Whether the last two lines end under each other: as full as a picture beside them lets them be."""
    return len(paragraph) > 1 and abs(paragraph[-1].right - paragraph[-2].right) < _LEVEL * paragraph[-1].size


def _is_unfinished(paragraph: Sequence[Line], left: float) -> bool:
    """Whether these are lines of prose that stop in mid-sentence, and no headline in the middle of a page."""
    last = paragraph[-1]
    return (
        sum(len(line.text) for line in paragraph) >= _LEAST_UNFINISHED
        and not kinds.ends_sentence(last.text)
        and last.left < left + 2.5 * last.size
    )


def _stands_alone(line: Line) -> bool:
    return kinds.line_kind(line.text) in {"boilerplate", "imprint"}


def _first_word(line: Line) -> float:
    """The room that the line's first word takes: what did not fit may have been wrapped."""
    word = _WORD.match(line.text)
    if word is None:
        return 1.6 * line.size  # Chinese breaks anywhere
    return (len(word.group()) + 1.5) * (line.right - line.left) / len(line.text)


def _is_centred(last: Line, line: Line, left: float, right: float) -> bool:
    """Whether both lines are centred, as a headline on several lines is."""
    middle = (left + right) / 2
    both = [abs((each.left + each.right) / 2 - middle) < each.size for each in (last, line)]
    return all(both) and last.left > left + last.size and not kinds.ends_sentence(last.text)


def _starts_anew(text: str) -> bool:
    return kinds.line_kind(text) not in {"text", "row", "heading"}
