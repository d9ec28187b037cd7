"""What is a line of a document, with what a reader knows before it, and which lines must be reached?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from ingest.ledger.cast import Cast
from ingest.ledger.topics import Scene
from ingest.tables.context import Context
from language.period import Period
from language.text import Reading, Span
from language.value import value
from vectorstore.document import Block


@value
class Line:
    """One sentence: `scene` and `period` are what a reader knows before it; `opens` a paragraph or item.

    `term` is the time that the heading or the paragraphs before report on (前三季度), for what is done in it.
    A sentence printed in two places has its `seam` where the second part begins in `text`.
    """

    block: Block
    reading: Reading
    cast: Cast
    scene: Scene
    heading: str = ""
    period: Period | None = None
    term: Period | None = None
    opens: bool = False
    seam: int = 0

    @property
    def text(self) -> str:
        """The folded sentence, to which positions of the cast refer."""
        return self.reading.text

    def part_at(self, position: int) -> Span:
        """Where the sentence stands in the source, or that part of it which holds `text[position]`."""
        if position < self.seam:
            return self.reading.source(0, self.seam)
        return self.reading.source(self.seam, len(self.text))

    def is_whole(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` is printed in one place."""
        return not start < self.seam < end


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table: what a reader knows before it, and what the words right above it say of its cells."""

    block: Block
    scene: Scene
    context: Context
    heading: str = ""


class Narration:
    """The lines and tables of a document in order, each worked out when it is first reached.

    What a reader knows before a line takes all the lines before it; what stands behind the last figure of a
    document that names no project, one line in three, nobody asks for. `texts` are those of the lines, None
    for a table, and `headings` what stands over some of them: both are known without reaching any.
    """

    def __init__(
        self, walk: Iterator[Line | Grid], *, texts: Sequence[str | None], headings: Sequence[str]
    ) -> None:
        self._walk = walk
        self._reached: list[Line | Grid] = []
        self.texts = texts
        self.headings = headings

    def __iter__(self) -> Iterator[Line | Grid]:
        return iter(self.first(len(self.texts)))

    def first(self, count: int) -> Sequence[Line | Grid]:
        """The first lines and tables, so many of them or all."""
        self._reached.extend(islice(self._walk, max(0, count - len(self._reached))))
        return self._reached[:count]

    def up_to_last(self, tells: Callable[[str], bool]) -> Sequence[Line | Grid]:
        """All up to the last table or the last line whose text tells something."""
        count = len(self.texts)
        while count and (text := self.texts[count - 1]) is not None and not tells(text):
            count -= 1
        return self.first(count)
