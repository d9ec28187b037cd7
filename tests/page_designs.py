"""Pages of a newspaper in many designs: who sets an article in type, and where does each line go?

A design is drawn from a seed inside a family. What is printed is a list of `Run`s, which can be written to a
PDF in any order.
"""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from page_articles import Article
from reportlab.lib.colors import Color, black, lightgrey
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

Order = Literal["article", "row", "random"]
ORDERS: tuple[Order, ...] = ("article", "row", "random")
TABLOID = (792.0, 1120.0)
_FREE = "，。、；：？！”）》"  # may not begin a line
_BOUND = "“（《"  # may not end one


pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))


@dataclass(frozen=True, kw_only=True)
class Run:
    """Characters set at once: `y` is the base line, counted from the top; `spread` points between them."""

    page: int
    x: float
    y: float
    text: str
    size: float
    spread: float = 0.0


@dataclass
class Paper:
    """What is on the pages so far: runs in the order they were set, and what is drawn, each with its page.

    A rule is (page, x, y, x, y), a picture (page, x, y, width, height), a frame that and if it is filled.
    """

    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    rules: list[tuple[int, float, float, float, float]] = field(default_factory=list)
    frames: list[tuple[int, float, float, float, float, bool]] = field(default_factory=list)
    pictures: list[tuple[int, float, float, float, float]] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Type:
    """How a page is set; lengths in points."""

    size: float
    leading: float
    gutter: float
    indent: bool
    justified: bool
    headline: float
    rules: bool

    @property
    def gap(self) -> float:
        """Between paragraphs that are not indented."""
        return 0.0 if self.indent else 0.6 * self.size


@dataclass(frozen=True, kw_only=True)
class Column:
    """Room for lines: from `top` to `bottom` on a page."""

    page: int
    left: float
    top: float
    width: float
    bottom: float


@dataclass(frozen=True, kw_only=True)
class Design:
    """A page set: its articles in no order, and everything else that is printed on it."""

    name: str
    paper: Paper
    articles: tuple[Article, ...]


def drawn_type(rng: random.Random) -> Type:
    size = rng.choice([8.5, 9, 9.5, 10, 10.5, 11, 12])
    return Type(
        size=size,
        leading=round(size * rng.uniform(1.25, 1.7), 1),
        gutter=rng.uniform(8 if size <= 10 else 10, 24),
        indent=rng.random() < 0.75,
        justified=rng.random() < 0.7,
        headline=size * rng.uniform(1.9, 3.2),
        rules=rng.random() < 0.3,
    )


def advance(text: str, size: float) -> float:
    return pdfmetrics.stringWidth(text, "STSong-Light", size)


def broken(text: str, *, size: float, width: float, first: float) -> list[str]:
    """The text in lines of at most `width`, the first of which begins `first` later."""
    lines: list[str] = []
    line, room = "", width - first
    for char in text:
        hangs = char in _FREE and advance(line, size) <= room  # one mark may hang over the edge, not two
        if not line or hangs or advance(line + char, size) <= room:
            line += char
            continue
        carried = char
        while len(line) > 1 and (
            carried[0] in _FREE or line[-1] in _BOUND or (line[-1].isascii() and carried[0].isascii())
        ):
            line, carried = line[:-1], line[-1] + carried
        lines.append(line)
        line, room = carried, width
    return [*lines, line]


def columns(
    left: float, top: float, width: float, bottom: float, *, count: int, gutter: float,
    shares: Sequence[float] | None = None, page: int = 1,
) -> list[Column]:  # fmt: skip
    """`count` columns side by side; `shares` makes them unequal."""
    shares = shares or [1.0] * count
    free = width - gutter * (count - 1)
    made: list[Column] = []
    at = left
    for share in shares:
        own = free * share / sum(shares)
        made.append(Column(page=page, left=at, top=top, width=own, bottom=bottom))
        at += own + gutter
    return made


class Setter:
    """Sets type on a paper."""

    def __init__(self, paper: Paper, face: Type, rng: random.Random) -> None:
        self.paper, self.face, self.rng = paper, face, rng

    def line(self, column: Column, y: float, text: str, *, size: float, x: float = 0.0, full: bool = False):
        spread = 0.0
        if full and self.face.justified and len(text) > 1:
            spread = (column.width - x - advance(text, size)) / (len(text) - 1)
            spread = spread if -0.08 * size < spread < 0.35 * size else 0.0
        self.paper.runs.append(
            Run(page=column.page, x=column.left + x, y=y, text=text, size=size, spread=spread)
        )

    def headline(self, column: Column, text: str, *, size: float | None = None, centred: bool = False):
        """Set a headline at the top of the column; the y below it."""
        size = size or self.face.headline
        while advance(text, size) > column.width * 1.9:
            size *= 0.9
        y = column.top
        for line in broken(text, size=size, width=column.width, first=0):
            x = max((column.width - advance(line, size)) / 2, 0) if centred else 0.0
            self.line(column, y + size, line, size=size, x=x)
            y += size * 1.25
        return y + 0.3 * size

    def flow(self, story: Article, room: Sequence[Column], *, byline: bool = True) -> float:
        """Set the story into the columns one after the other; the lowest y that was reached."""
        face, size = self.face, self.face.size
        queue = list(room)
        column = queue.pop(0)
        y, lowest = column.top, column.top
        parts = [*([story.byline] if byline else []), *story.paragraphs]
        for part in parts:
            head = part.startswith("# ")
            text = part.removeprefix("# ")
            indent = 2 * size if face.indent and not head and part is not story.byline else 0.0
            lines = broken(text, size=size, width=column.width, first=indent)
            rest = text
            first = True
            while rest:
                lines = broken(rest, size=size, width=column.width, first=indent if first else 0.0)
                if y + face.leading > column.bottom:
                    assert queue, "the story does not fit"
                    column = queue.pop(0)
                    y = column.top
                    continue
                own = lines[0]
                set_size = size * 1.12 if head else size
                self.line(
                    column, y + size, own, size=set_size, x=indent if first else 0.0,
                    full=len(lines) > 1 and not head,
                )  # fmt: skip
                y += face.leading
                lowest = max(lowest, y)
                rest, first = rest[len(own) :], False
            y += face.gap
        return lowest

    def lines_needed(self, story: Article, width: float) -> float:
        """The height that the story takes in one column of this width."""
        face = self.face
        total = face.leading
        for part in story.paragraphs:
            indent = 2 * face.size if face.indent else 0.0
            lines = broken(part.removeprefix("# "), size=face.size, width=width, first=indent)
            total += len(lines) * face.leading + face.gap
        return total

    def balanced(self, story: Article, room: Sequence[Column]) -> float:
        """Set the story into columns of a height just large enough; the lowest y."""
        width = min(column.width for column in room)
        height = self.lines_needed(story, width) / len(room) + 2.5 * self.face.leading
        shorter = [
            Column(page=c.page, left=c.left, top=c.top, width=c.width, bottom=min(c.bottom, c.top + height))
            for c in room
        ]
        if self.face.rules:
            for before, after in pairwise(shorter):
                x = (before.left + before.width + after.left) / 2
                self.paper.rules.append((before.page, x, before.top, x, before.bottom))
        return self.flow(story, shorter)

    def small(self, column: Column, text: str, *, share: float = 0.85) -> float:
        """Set a caption in smaller type; the y below it."""
        size, y = self.face.size * share, column.top
        for line in broken(text, size=size, width=column.width, first=0):
            self.line(column, y + size, line, size=size)
            y += size * 1.3
        return y


def write(paper: Paper, order: Order, *, seed: int = 0) -> bytes:
    """The paper as a PDF whose content stream is in this order."""
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, pagesize=(paper.width, paper.height))
    runs = list(paper.runs)
    if order == "row":
        runs.sort(key=lambda run: (run.page, round(run.y), run.x))
    if order == "random":
        random.Random(seed).shuffle(runs)
    for page in range(1, max(run.page for run in runs) + 1):
        _draw_shapes(sheet, paper, page)
        for run in runs:
            if run.page == page:
                words = sheet.beginText(run.x, paper.height - run.y)
                words.setFont("STSong-Light", run.size)
                words.setCharSpace(run.spread)
                words.textOut(run.text)
                sheet.drawText(words)
        sheet.showPage()
    sheet.save()
    return stream.getvalue()


def _draw_shapes(sheet: canvas.Canvas, paper: Paper, page: int) -> None:
    high = paper.height
    for number, x, y, width, height, filled in paper.frames:
        if number == page:
            sheet.setFillColor(Color(0.93, 0.93, 0.93) if filled else black)
            sheet.rect(x, high - y - height, width, height, stroke=int(not filled), fill=int(filled))
    for number, x, y, width, height in paper.pictures:
        if number == page:
            sheet.setFillColor(lightgrey)
            sheet.rect(x, high - y - height, width, height, stroke=0, fill=1)
    sheet.setFillColor(black)
    for number, x0, y0, x1, y1 in paper.rules:
        if number == page:
            sheet.line(x0, high - y0, x1, high - y1)
