"""How do pictures of pages become lines of type? Recognised, stood upright, each where it is printed."""

from __future__ import annotations

import math
import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

import numpy as np

from ingest.layout import reading_order
from ingest.ocr import INSTALL, Corners, Pixels, ReadPicture, Writing, read_picture
from ingest.pdf_lines import plain
from ingest.printed import Line, Run, Sheet
from ingest.wire import MOST_SCAN_S
from vectorstore.boxes import CERTAIN

HOW_TO_READ = f"要读扫描件，请先运行 {INSTALL} 安装文字识别，再导入一次"
_RUN_CHARS = 8  # one upright box over all of a line that leans would cover its neighbours
_LONG_EMS = 10  # a line as long as ten square characters
_USUAL_SHARE = 0.65
_SLIMMED = 0.8  # of the margin around the type
_ALIKE = 1.12  # sizes of type nearer than this are one size
OnPage = Callable[[int, int], object]  # told (pages read, pages to read)


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A page that is a picture: its number from 1, its size in points."""

    number: int
    width: float
    height: float


def read_scans(
    pictures: Sequence[Picture],
    *,
    render: Callable[[int], Pixels],
    on_page: OnPage,
    most_s: float = MOST_SCAN_S,
) -> Mapping[int, Sheet]:
    """The sheets of these pages by number, lines in reading order; fewer than asked for if time runs out.

    Raises: NeedsOcr where character recognition is not installed.
    """
    began = time.monotonic()
    sheets: dict[int, Sheet] = {}
    for picture in pictures:
        if sheets and time.monotonic() - began > most_s:
            break
        sheets[picture.number] = sheet_of(read_picture(render(picture.number)), picture)
        on_page(len(sheets), len(pictures))
    return sheets


def unread_note(pages: Sequence[int]) -> str:
    """Pages that are pictures, where they cannot be read."""
    return f"第{_listed(pages)}页是图片，其中的文字没有读入；{HOW_TO_READ}"


def late_note(pages: Sequence[int]) -> str:
    """Pages for which there was no time."""
    spent = f"文字识别已用满{MOST_SCAN_S / 60:.0f}分钟"
    return f"{spent}，第{_listed(pages)}页没有读入；请把这些页另存为一个文件再导入"


def _listed(pages: Sequence[int]) -> str:
    """1、3—7、9: the numbers, runs of them joined."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], page]
        else:
            runs.append([page])
    return "、".join("—".join(map(str, run)) for run in runs)


def sheet_of(read: ReadPicture, picture: Picture) -> Sheet:
    """The page, its lines straight and in reading order, each run in its place on the page as shown."""
    sideways = read.quarter_turns % 2 == 1
    width, height = (picture.height, picture.width) if sideways else (picture.width, picture.height)
    scale = width / max(read.width, 1)
    lean = _lean(read.lines)
    share = _type_share(read.lines)
    lines = [
        _line(
            writing, read=read, lean=lean, scale=scale, share=share, page=picture.number, page_height=height
        )
        for writing in read.lines
    ]
    lines = _sizes_joined([line for line in lines if line.text])
    shown = Sheet(number=picture.number, width=picture.width, height=picture.height)
    return replace(shown, lines=tuple(reading_order(lines)))


def _lean(lines: Sequence[Writing]) -> float:
    """The angle in radians, clockwise, by which the page lies askew: that of most of its type."""
    angles = sorted(
        (math.atan2(rise, run), run)
        for run, rise in ((each.corners[1] - each.corners[0]) for each in lines)
        if run > 0
    )
    half, passed = sum(run for _, run in angles) / 2, 0.0
    for angle, run in angles:
        passed += run
        if passed >= half:
            return angle if abs(angle) < math.radians(20) else 0.0
    return 0.0


def _line(
    writing: Writing,
    *,
    read: ReadPicture,
    lean: float,
    scale: float,
    share: float,
    page: int,
    page_height: float,
) -> Line:
    """The line as it would stand on a straight page; boxes hug the type as those of a text layer do."""
    straight = _turned(writing.corners, -lean, about=(read.width / 2, read.height / 2)) * scale
    left, top = straight.min(axis=0)
    right, bottom = straight.max(axis=0)
    text, certainties, spans = _cleaned(writing)
    height = float(np.linalg.norm(writing.corners[3] - writing.corners[0])) * scale
    size = share * height
    margin = (height - size) / 2
    slim = (1 - share) / 2 * _SLIMMED
    runs = tuple(_runs(text, certainties, spans, writing=writing, slim=slim, read=read, scale=scale))
    return Line(
        page=page,
        text=text,
        left=left + margin,
        right=max(right - margin, left + margin + 1),
        top=top + margin,
        bottom=bottom - margin,
        size=size,
        page_height=page_height,
        confidence=min(certainties, default=0.0),
        runs=runs,
    )


def _cleaned(writing: Writing) -> tuple[str, list[float], list[tuple[float, float]]]:
    """The text as other loaders would write it, with what belongs to each of its characters."""
    text = plain(writing.text)
    kept: list[int] = []
    at = 0
    for char in text:
        found = next((n for n in range(at, len(writing.text)) if _same(writing.text[n], char)), None)
        if found is None:  # cleaned beyond one character for another: the whole line answers for each
            doubt = min(writing.certainties)
            return text, [doubt] * len(text), [(n / len(text), (n + 1) / len(text)) for n in range(len(text))]
        kept.append(found)
        at = found + 1
    return text, [writing.certainties[n] for n in kept], [writing.spans[n] for n in kept]


def _same(one: str, other: str) -> bool:
    return one == other or unicodedata.normalize("NFKC", one) == unicodedata.normalize("NFKC", other)


def _type_share(lines: Sequence[Writing]) -> float:
    """The size of the type as a share of the height of the box found around it.

    A box stands out from the type by one margin on all sides, so that its length and the number of characters
    tell the size; a short line tells it badly.
    """
    shares = [share for share in map(_own_share, lines) if 0.4 < share < 1.0]
    return median(shares) if shares else _USUAL_SHARE


def _own_share(writing: Writing) -> float:
    width, height = (float(np.linalg.norm(writing.corners[n] - writing.corners[0])) for n in (1, 3))
    ems = sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.55 for char in writing.text)
    return (width - height) / ((ems - 1) * height) if ems >= _LONG_EMS and height else 0.0


def _runs(
    text: str,
    certainties: Sequence[float],
    spans: Sequence[tuple[float, float]],
    *,
    writing: Writing,
    slim: float,
    read: ReadPicture,
    scale: float,
) -> Iterator[Run]:
    """Short stretches, each of them either sure or not."""
    # Within a box text is taken to run rightwards or downwards.
    longest = 1 if read.quarter_turns in (1, 2) else _RUN_CHARS
    numbered = groupby(range(len(text)), key=lambda n: (certainties[n] >= CERTAIN, n // longest))
    for _, group in numbered:
        kept = list(group)
        first, last = kept[0], kept[-1]
        corners = _part(_slimmed(writing.corners, slim), spans[first][0], spans[last][1])
        shown = _as_shown(corners, read) * scale
        (left, top), (right, bottom) = shown.min(axis=0), shown.max(axis=0)
        yield Run(
            text=text[first : last + 1],
            left=left,
            top=top,
            right=right,
            bottom=bottom,
            confidence=min(certainties[first : last + 1]),
        )


def _slimmed(corners: Corners, share: float) -> Corners:
    """The quadrilateral without that share of its height above and below."""
    left, right = share * (corners[3] - corners[0]), share * (corners[2] - corners[1])
    slim: Corners = corners + np.array([left, right, -right, -left])
    return slim


def _part(corners: Corners, start: float, end: float) -> Corners:
    """The part of a quadrilateral between two shares of its length."""
    top, bottom = corners[1] - corners[0], corners[2] - corners[3]
    return np.array(
        [
            corners[0] + start * top,
            corners[0] + end * top,
            corners[3] + end * bottom,
            corners[3] + start * bottom,
        ]
    )


def _as_shown(corners: Corners, read: ReadPicture) -> Corners:
    """Points of the upright picture as points of the page the way it came."""
    x, y = corners[:, 0], corners[:, 1]
    places = {
        0: (x, y),
        1: (read.height - y, x),
        2: (read.width - x, read.height - y),
        3: (y, read.width - x),
    }
    return np.stack(places[read.quarter_turns % 4], axis=1)


def _turned(points: Corners, angle: float, *, about: tuple[float, float]) -> Corners:
    """The points turned clockwise by `angle` radians."""
    cos, sin = math.cos(angle), math.sin(angle)
    centred = points - np.array(about)
    turned: Corners = centred @ np.array([[cos, sin], [-sin, cos]]) + np.array(about)
    return turned


def _sizes_joined(lines: Sequence[Line]) -> list[Line]:
    """The lines with sizes that differ only by measurement made equal, so that headlines stand out."""
    groups: list[list[Line]] = []
    for line in sorted(lines, key=lambda each: each.size):
        if groups and line.size < _ALIKE * groups[-1][0].size:
            groups[-1].append(line)
        else:
            groups.append([line])
    sizes = {id(line): median(each.size for each in group) for group in groups for line in group}
    return [replace(line, size=sizes[id(line)]) for line in lines]
