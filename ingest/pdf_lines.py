"""How do the lines of printed pages become paragraphs, headings and furniture? Geometry only, no library."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest import lines as kinds
from ingest.clean import clean, close_gaps
from ingest.layout.articles import Stretch, article_heads
from ingest.layout.jumps import joined
from ingest.layout.masthead import masthead_of
from ingest.layout.paragraphs import paragraphs_of
from ingest.layout.printed import Line, Run, Sheet, Table
from ingest.layout.slides import slide_pages
from ingest.loaded import UNSTATED, Piece, Writer
from ingest.pairs import is_pair, pairs_in
from ingest.structure import paragraph_kinds
from ingest.tables import write_table
from ingest.tables.places import place_pieces
from vectorstore.document import BlockKind

# Shares of the page's height where running heads and feet stand; official papers number pages high up.
_HEAD, _FOOT = 0.09, 0.12
_PAGE_NUMBER = re.compile(r"[-—–－·~\s第]*(?:\d{1,4}|[ivxlc]{1,6})[-—–－·~\s页]*(?:[/共]\s*\d{1,4}\s*页?)?")
_DIGITS = re.compile(r"\d+")
_RADICALS = re.compile("[\u2e80-\u2fd5\uf900-\ufaff]")
_NUMBERED = re.compile(r"第[一二三四五六七八九十百零〇\d]{1,6}[编篇章节条部分]{1,2} (?=\S)")
_BROKEN_NUMBER = re.compile(r"\d[.,]?\n[.,]?\d|\d\n%|\d\n?[-~]\n?\d")
_LARGER, _SMALLER = 1.15, 0.9  # than the body: a headline; no headline, but a running head or a note
_MOST_HEADING_CHARS = 60


def plain(text: str) -> str:
    """A line's text: look-alike radicals as the characters they stand for, typesetter's gaps closed."""
    text = _RADICALS.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    words = " ".join(clean(text.replace("\ufffe", "")).split())
    if " " in words and kinds.line_kind(words) in {"boilerplate", "imprint"}:
        return words  # 责任编辑 何川 美编 苏禾
    number = _NUMBERED.match(words)  # 第一条 为了…: this gap is the writer's
    return f"{number.group().strip()} {close_gaps(words[number.end() :])}" if number else close_gaps(words)


def write_pages(writer: Writer, sheets: Sequence[Sheet], tables: Sequence[Table]) -> None:
    """Write the pages, lines in reading order. A paragraph may run over a page's end; furniture is last."""
    pages = [sheet.lines for sheet in sheets]
    for sheet in sheets:
        writer.sheet(sheet.number, width=sheet.width, height=sheet.height)
    running = _running(pages)
    masthead = masthead_of(pages[0]) if pages else None
    body: list[Line] = []
    furniture: dict[int, list[Line]] = {}
    for line in (line for lines in pages for line in lines):
        if _is_edge(line) and (
            _masked(line) in running
            or _PAGE_NUMBER.fullmatch(line.text)
            or (masthead and kinds.line_kind(line.text) in {"boilerplate", "imprint"})
        ):
            furniture.setdefault(line.page, []).append(line)
        else:
            body.append(line)
    whole = joined(body, sheets)
    for mark in whole.marks:
        furniture.setdefault(mark.page, []).append(mark)
    items = _paired(list(paragraphs_of(whole.lines, tables)))
    verdicts, holds_articles = _with_articles(items, _judged(items))
    if masthead:
        stated = masthead.stated
        writer.tell(stated if holds_articles else replace(stated, title=""), holds_articles=holds_articles)
    else:
        writer.tell(UNSTATED, holds_articles=holds_articles)
    for item, (kind, level) in zip(items, verdicts, strict=True):
        first = item.page if isinstance(item, Table) else item[0].page
        for page in [page for page in sorted(furniture) if page < first]:
            _write_furniture(writer, furniture.pop(page))
        if isinstance(item, Table):
            writer.turn(item.page)
            began = writer.mark()
            write_table(writer, item.rows, continues=item.continues)
            place_pieces(writer, item.pieces, since=began)
        else:
            writer.flow(kind, list(_pieces(item)), level=level)
    for page in sorted(furniture):
        _write_furniture(writer, furniture[page])


def _paired(items: Sequence[list[Line] | Table]) -> list[list[Line] | Table]:
    """The items, a number and its name set one over the other as one."""
    lone = ["" if isinstance(item, Table) or len(item) > 1 else item[0].text for item in items]
    first = set(pairs_in(lone))
    joined_items: list[list[Line] | Table] = []
    for at, item in enumerate(items):
        if at - 1 in first and isinstance(item, list) and isinstance(joined_items[-1], list):
            joined_items[-1] = [*joined_items[-1], *item]
        else:
            joined_items.append(item)
    return joined_items


def _write_furniture(writer: Writer, lines: Sequence[Line]) -> None:
    for line in lines:
        writer.flow("boilerplate", list(_printed(line)))


def _running(pages: Sequence[Sequence[Line]]) -> set[str]:
    """The texts, digits masked, that stand at the edge of page after page."""
    counts = Counter(text for lines in pages for text in {_masked(line) for line in lines if _is_edge(line)})
    enough = max(2, len(pages) // 3)
    return {text for text, count in counts.items() if count >= enough}


def _masked(line: Line) -> str:
    return _DIGITS.sub("#", line.text)


def _is_edge(line: Line) -> bool:
    return line.bottom < _HEAD * line.page_height or line.top > (1 - _FOOT) * line.page_height


def _pieces(paragraph: Sequence[Line]) -> Iterator[Piece]:
    """Each line's text, with the space that Latin script needs between lines."""
    for line, following in zip(paragraph, [*paragraph[1:], None], strict=True):
        joint = ""
        if following is not None and not line.hyphened:
            joint = " " if _is_apart(line.text, following.text) else ""
        yield from _printed(line, joint)


def _is_apart(before: str, after: str) -> bool:
    """Whether a line ended between two words, and not inside a number or between characters."""
    return before[-1].isascii() and after[0].isascii() and not _BROKEN_NUMBER.search(f"{before}\n{after}")


def _printed(line: Line, joint: str = "") -> Iterator[Piece]:
    """Where the line is printed, run by run; `joint` follows it."""
    runs: tuple[Run | Line, ...] = line.runs or (line,)
    for run, tail in zip(runs, [*[""] * (len(runs) - 1), joint], strict=True):
        yield _piece(line, run, run.text + tail)


def _piece(line: Line, run: Run | Line, text: str) -> Piece:
    return Piece(
        text=text,
        page=line.page,
        left=run.left,
        top=run.top,
        right=run.right,
        bottom=run.bottom,
        confidence=run.confidence,
    )


def _judged(items: Sequence[list[Line] | Table]) -> list[tuple[BlockKind, int]]:
    """The kind of each item: by the size of its type, else by its words."""
    kinds_told = paragraph_kinds(
        ["" if isinstance(item, Table) else "".join(piece.text for piece in _pieces(item)) for item in items]
    )
    sizes = Counter[float]()
    for item, (kind, _) in zip(items, kinds_told, strict=True):
        if kind != "boilerplate" and not isinstance(
            item, Table
        ):  # a paper's own name is larger than any headline
            sizes[round(item[0].size, 1)] += sum(len(line.text) for line in item)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    largest = max(sizes, default=0.0)
    printed = [line for item in items if not isinstance(item, Table) for line in item]
    slides = slide_pages(printed) - {item.page for item in items if isinstance(item, Table)}
    return [
        ("table", 0)
        if isinstance(item, Table)
        else ("list", 0)
        if is_pair([line.text for line in item])
        else _verdict(item, _on_slide(guess, item) if _is_point(items, n, slides) else guess, body, largest)
        for n, (item, guess) in enumerate(zip(items, kinds_told, strict=True))
    ]


def _with_articles(
    items: Sequence[list[Line] | Table], verdicts: Sequence[tuple[BlockKind, int]]
) -> tuple[list[tuple[BlockKind, int]], bool]:
    """The verdicts with each article's headline at the first level; whether there are several articles."""
    stretches = [
        Stretch(text="", size=0.0, width=0.0, page=item.page, is_heading=False)
        if isinstance(item, Table)
        else Stretch(
            text="".join(line.text for line in item),
            size=item[0].size,
            width=max(line.right - line.left for line in item),
            page=item[0].page,
            is_heading=kind == "heading" and not item[0].aside,
        )
        for item, (kind, _) in zip(items, verdicts, strict=True)
    ]
    sizes = Counter[float]()
    for each in stretches:
        sizes[round(each.size, 1)] += len(each.text)
    heads = article_heads(stretches, body=sizes.most_common(1)[0][0]) if stretches else []
    found = list(verdicts)
    for index in heads:
        found[index] = ("heading", 1)
    if heads:  # a headline of no article stands under the article before it
        found = [
            ("heading", 2) if kind == "heading" and level == 1 and index not in heads else (kind, level)
            for index, (kind, level) in enumerate(found)
        ]
    return found, bool(heads)


def _is_point(items: Sequence[list[Line] | Table], at: int, slides: frozenset[int]) -> bool:
    """Whether an item stands on a slide under its title, which is set larger."""
    item = items[at]
    if isinstance(item, Table) or item[0].page not in slides:
        return False
    above = [one for one in items[:at] if not isinstance(one, Table) and one[0].page == item[0].page]
    return any(item[0].size < _SMALLER * one[0].size for one in above)


def _on_slide(guess: tuple[BlockKind, int], item: Sequence[Line]) -> tuple[BlockKind, int]:
    """What a slide's lines are: the points of its list, whose words alone would make each a heading."""
    point = guess[0] == "heading" and not kinds.enumerated_level(item[0].text)
    return ("list", 0) if point else guess


def _verdict(
    item: Sequence[Line], guess: tuple[BlockKind, int], body: float, largest: float
) -> tuple[BlockKind, int]:
    kind, level = guess
    size, chars = item[0].size, sum(len(line.text) for line in item)
    if (
        kind in {"paragraph", "list", "heading"}
        and size > _LARGER * body
        and 1 < chars <= _MOST_HEADING_CHARS
    ):
        enumerated = kinds.enumerated_level(item[0].text)
        return "heading", enumerated or (1 if size > 0.95 * largest else 2)
    if kind == "heading" and size < _SMALLER * body:
        return "paragraph", 0
    return kind, level
