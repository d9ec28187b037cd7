"""Into which passages does a document fall? Whole sentences under one heading, a few hundred characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.clean import one_line
from language.own_county import own_county
from language.place import places_in, unlisted_names
from language.text import Span, clauses, fold, sentences
from language.value import value
from vectorstore.document import Block, Document, Passage

_WANTED_CHARS = 300
_MOST_CHARS = 400
_OF_PAPER = re.compile(r"《[^》]{2,12}》(?:\d{4}年|第?[A-Z]?\d{1,2}版)")  # 《江城日报》2025年4月3日 第3版
_PROSE = frozenset({"paragraph", "list"})


@value
class _Piece:
    """A span that no passage may break, the block kind it is of, and the section it stands in."""

    start: int
    end: int
    family: str
    section: str
    block: int


def passages_of(document: Document) -> tuple[Passage, ...]:
    """The passages of the document, in order, disjoint; every block but boilerplate is in one.

    A heading is in `section`; one with nothing under it is a passage of its own.
    """
    unlisted = unlisted_names(fold(f"{document.title}\n{document.publisher}\n{document.text}"))
    return tuple(
        _passage(document, ordinal, run, unlisted=unlisted)
        for ordinal, run in enumerate(_packed(list(_pieces(document))))
    )


def _passage(document: Document, ordinal: int, run: list[_Piece], *, unlisted: frozenset[str]) -> Passage:
    start, end = run[0].start, run[-1].end
    text = document.text[start:end]
    known = [name for name in unlisted if name[:-1] in text]
    title = (
        "" if ordinal else document.title
    )  # a notice may name its city nowhere else, or in its file's name
    filed = () if ordinal else _named_by_its_head(document)
    return Passage(
        document_id=document.id,
        ordinal=ordinal,
        start=start,
        end=end,
        text=text,
        section=run[0].section,
        page=document.page_at(start),
        places=tuple(dict.fromkeys((*places_in(f"{title}\n{run[0].section}\n{text}", known=known), *filed))),
    )


def _named_by_its_head(document: Document) -> tuple[str, ...]:
    """The places that a document's file is named by, and the county it calls 我区."""
    filed = places_in(document.filed_as) if document.filed_as else ()
    head = f"{document.title}\n{document.filed_as}\n{document.publisher}"
    own = own_county(head, document.text)
    return (own.name, *filed) if own else filed


def _pieces(document: Document) -> Iterator[_Piece]:
    """The sentences, rows and lone headings of the document in order."""
    path: list[tuple[int, str]] = []
    blocks = [block for block in document.blocks if block.kind != "boilerplate"]
    barrier = {block.start: number for number, block in enumerate(document.blocks)}
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            heading = one_line(document.text[block.start : block.end])
            if block.level == 1 and _OF_PAPER.match(document.title):
                heading = f"《{heading}》"
            path = [*(step for step in path if step[0] < block.level), (block.level, heading)]
            follower = blocks[index + 1] if index + 1 < len(blocks) else None
            if follower is not None and (follower.kind != "heading" or follower.level > block.level):
                continue
        section = " / ".join(words for _, words in path if words and not _is_title(words, document.title))
        family = "prose" if block.kind in _PROSE else block.kind
        for span in _spans(document.text, block):
            yield _Piece(
                start=span.start, end=span.end, family=family, section=section, block=barrier[block.start]
            )


def _is_title(heading: str, title: str) -> bool:
    return "".join(heading.split()).startswith("".join(title.split())) if title else False


def _spans(text: str, block: Block) -> Iterator[Span]:
    """The unbreakable spans of a block; a sentence too long for any passage is cut at its clauses."""
    if block.kind == "table":
        spans = _rows(text, block)
    elif block.kind == "heading":
        spans = [Span(start=block.start, end=block.end)]
    else:
        spans = sentences(text, start=block.start, end=block.end)
    for span in spans:
        yield from _cut(text, span)


def _rows(text: str, block: Block) -> list[Span]:
    spans, at = [], block.start
    for line in text[block.start : block.end].split("\n"):
        if line.strip():
            spans.append(Span(start=at, end=at + len(line)))
        at += len(line) + 1
    return spans


def _cut(text: str, span: Span) -> Iterator[Span]:
    if span.end - span.start <= _MOST_CHARS:
        yield span
        return
    start = span.start
    parts = clauses(text, start=span.start, end=span.end)
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        if following is None or following.end - start > _MOST_CHARS:
            yield from _hard_cut(Span(start=start, end=part.end))
            start = following.start if following else part.end


def _hard_cut(span: Span) -> Iterator[Span]:
    """A run without any punctuation, in slices."""
    for start in range(span.start, span.end, _MOST_CHARS):
        yield Span(start=start, end=min(start + _MOST_CHARS, span.end))


def _packed(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    """Neighbouring pieces of one section and family, together up to the size of a passage."""
    run: list[_Piece] = []
    for piece in pieces:
        if run and not _fits(run, piece):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _fits(run: list[_Piece], piece: _Piece) -> bool:
    last = run[-1]
    together = piece.end - run[0].start
    if (last.section, last.family) != (piece.section, piece.family) or piece.block - last.block > 1:
        return False  # between blocks that are not neighbours stands boilerplate or a picture's caption
    if last.family == "table" and piece.block != last.block:
        return False  # each table, and each piece of a long one, opens with its own header
    same_block = piece.block == last.block
    return together <= (
        _MOST_CHARS if same_block or last.end - run[0].start < _WANTED_CHARS // 2 else _WANTED_CHARS
    )
