"""What a loader returns, and how a text is put together block by block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields

from ingest.clean import one_line, tidy_line
from vectorstore.document import Block, BlockKind, Page

# A table is written as pieces of about this many characters, each under its own header row, so that a row is
# never found without the names of its columns.
_MOST_TABLE_CHARS = 360


@dataclass(frozen=True, kw_only=True)
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
    weaker guess (document properties), taken only where the text has no title of its own.
    """

    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    stated: Stated = UNSTATED
    title_hint: str = ""


@dataclass
class Writer:
    """Puts a text together in reading order and keeps the spans of its blocks and pages."""

    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _blocks: list[Block] = field(default_factory=list)
    _pages: list[Page] = field(default_factory=list)

    def block(self, kind: BlockKind, text: str, *, level: int = 0) -> None:
        """Add a block; blank text adds nothing."""
        written = tidy_line(text)
        if written:
            self._add(kind, written, level=level)

    def table(self, rows: Sequence[Sequence[str]], *, header_rows: int = 1) -> None:
        """Add a table, cells separated by tabs; a long one in pieces that each repeat the header."""
        lines = ["\t".join(map(one_line, row)).rstrip("\t") for row in rows]
        head = [line for line in lines[:header_rows] if line]
        piece: list[str] = []
        for line in lines[header_rows:]:
            if piece and sum(map(len, [*head, *piece, line])) > _MOST_TABLE_CHARS:
                self._add("table", "\n".join([*head, *piece]))
                piece = []
            if line.strip():
                piece.append(line)
        if head or piece:
            self._add("table", "\n".join([*head, *piece]))

    def flow(self, kind: BlockKind, pieces: Sequence[tuple[int, str]], *, level: int = 0) -> None:
        """Add a block whose pieces, already clean, stand on the pages given with them."""
        at = self._length
        for number, text in pieces:
            self.turn(number, at=at)
            at += len(text)
        self._add(kind, "".join(text for _, text in pieces), level=level)

    def turn(self, number: int, *, at: int | None = None) -> None:
        """From here (or from offset `at`) on, text stands on page `number`."""
        start = self._length if at is None else at
        if self._pages and self._pages[-1].number >= number:
            return
        self._close_page(start)
        self._pages.append(Page(number=number, start=start, end=start))

    def loaded(self, *, stated: Stated = UNSTATED, title_hint: str = "") -> Loaded:
        """Everything added so far."""
        self._close_page(self._length)
        return Loaded(
            text="".join(self._parts),
            blocks=tuple(self._blocks),
            pages=tuple(self._pages),
            stated=stated,
            title_hint=title_hint,
        )

    def _add(self, kind: BlockKind, text: str, *, level: int = 0) -> None:
        start = self._length
        self._blocks.append(Block(kind=kind, start=start, end=start + len(text), level=level))
        self._parts += [text, "\n\n"]
        self._length += len(text) + 2

    def _close_page(self, end: int) -> None:
        if self._pages:
            last = self._pages[-1]
            self._pages[-1] = Page(number=last.number, start=last.start, end=end)
