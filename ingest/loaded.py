"""What a loader returns, and how a text is put together block by block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace

from ingest.clean import one_line, tidy_line
from language.value import value
from vectorstore.document import NO_BOXES, Block, BlockKind, Box, Boxes, Page

# A table is written as pieces of about this many characters, each under its own header row, so that a row is
# never found without the names of its columns.
_MOST_TABLE_CHARS = 360


@value
class Stated:
    """What is said about a document outside its sentences; "" where nothing is said."""

    title: str = ""
    publisher: str = ""
    published: str = ""
    number: str = ""
    level: str = ""
    url: str = ""

    def over(self, other: Stated) -> Stated:
        """These statements, and those of `other` where these are silent."""
        return Stated(**{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(Stated)})


UNSTATED = Stated()


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """A file once read: text, blocks in order and disjoint, pages if it has them.

    `stated` is what the format itself says (front matter, a record's fields, HTML meta); `title_hint` is a
    weaker guess (document properties), taken only where the text has no title of its own. `notes` are lines
    in Chinese about parts of the file that could not be read.
    """

    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    boxes: Boxes = NO_BOXES
    stated: Stated = UNSTATED
    title_hint: str = ""
    holds_articles: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A run of text, already clean, and the rectangle of a page that it is printed in."""

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float
    confidence: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A moment of a text being written: so many parts, and the offset reached."""

    parts: int
    offset: int


@dataclass
class Writer:
    """Puts a text together in reading order and keeps the spans of its blocks and pages."""

    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _blocks: list[Block] = field(default_factory=list)
    _pages: list[Page] = field(default_factory=list)
    _boxes: list[Box] = field(default_factory=list)
    _stated: Stated = UNSTATED
    _holds_articles: bool = False
    _sizes: dict[int, tuple[float, float]] = field(default_factory=dict)

    def block(self, kind: BlockKind, text: str, *, level: int = 0) -> None:
        """Add a block; blank text adds nothing."""
        written = tidy_line(text)
        if written:
            self._add(kind, written, level=level)

    def table(self, rows: Sequence[Sequence[str]], *, header_rows: int = 1) -> None:
        """Add a table, cells separated by tabs; a long one in pieces that each repeat the header."""
        lines = ["\t".join(map(one_line, row)).rstrip("\t") for row in rows]
        head = [line for line in lines[:header_rows] if line]
        pieces: list[list[str]] = [[]]
        for line in filter(str.strip, lines[header_rows:]):
            if pieces[-1] and sum(map(len, [*head, *pieces[-1], line])) > _MOST_TABLE_CHARS:
                pieces.append([])
            pieces[-1].append(line)
        if len(pieces) > 1 and len(pieces[-1]) == 1 and len(pieces[-2]) > 1:
            pieces[-1].insert(0, pieces[-2].pop())  # 合计 alone does not show which columns hold words
        for piece in pieces:
            if head or piece:
                self._add("table", "\n".join([*head, *piece]))

    def flow(self, kind: BlockKind, pieces: Sequence[Piece], *, level: int = 0) -> None:
        """Add a block of pieces, each where it stands on its page."""
        at = self._length
        for piece in pieces:
            self.turn(piece.page, at=at)
            self.place(piece, at=at)
            at += len(piece.text)
        self._add(kind, "".join(piece.text for piece in pieces), level=level)

    def mark(self) -> Mark:
        """This moment."""
        return Mark(parts=len(self._parts), offset=self._length)

    def written_since(self, mark: Mark) -> str:
        """What was added after that moment."""
        return "".join(self._parts[mark.parts :])

    def place(self, piece: Piece, *, at: int) -> None:
        """Keep where the piece that is written at offset `at` is printed; call in the order of the text."""
        p, end = piece, at + len(piece.text.rstrip())
        self._boxes.append(
            Box(
                page=p.page, start=at, end=end, left=p.left, top=p.top, right=p.right, bottom=p.bottom,
                confidence=p.confidence,
            )
        )  # fmt: skip

    def tell(self, stated: Stated, *, holds_articles: bool) -> None:
        """What the pages themselves say of the document, and whether they are a newspaper's."""
        self._stated, self._holds_articles = stated, holds_articles

    def sheet(self, number: int, *, width: float, height: float) -> None:
        """Page `number` has this size in points."""
        self._sizes[number] = (width, height)

    def turn(self, number: int, *, at: int | None = None) -> None:
        """From here (or from offset `at`) on, text stands on page `number`."""
        start = self._length if at is None else at
        if self._pages and self._pages[-1].number == number:
            return
        self._close_page(start)
        width, height = self._sizes.get(number, (0.0, 0.0))
        self._pages.append(Page(number=number, start=start, end=start, width=width, height=height))

    def loaded(
        self, *, stated: Stated = UNSTATED, title_hint: str = "", notes: tuple[str, ...] = ()
    ) -> Loaded:
        """Everything added so far."""
        self._close_page(self._length)
        return Loaded(
            text="".join(self._parts),
            blocks=tuple(self._blocks),
            pages=tuple(self._pages),
            boxes=Boxes.of(self._boxes),
            stated=stated.over(self._stated),
            title_hint=title_hint,
            holds_articles=self._holds_articles,
            notes=notes,
        )

    def _add(self, kind: BlockKind, text: str, *, level: int = 0) -> None:
        start = self._length
        self._blocks.append(Block(kind=kind, start=start, end=start + len(text), level=level))
        self._parts += [text, "\n\n"]
        self._length += len(text) + 2

    def _close_page(self, end: int) -> None:
        if self._pages:
            last = self._pages[-1]
            self._pages[-1] = replace(last, end=end)
