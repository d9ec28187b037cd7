"""Where do the blocks of a plain text begin and end, and of what kind are they?

Newspapers reach us with paragraphs broken in mid-sentence, captions and page furniture between them; a
paragraph block spans its break, and nothing is joined across a heading or a caption.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest import lines as kinds
from ingest.imprint import is_imprint, is_masthead, names_organ
from ingest.wrapping import logical_lines
from vectorstore.document import Block, BlockKind

_MOST_BROKEN = 6  # lines that one sentence is set in, one under the other
_FEWEST_POINTS, _FEWEST_ON_TOP = 4, 6
_GAP_LINES = 3  # so many blank lines are left where a picture stood
_MOST_BARE_CAPTION_CHARS = 30
_NEW_THOUGHT = re.compile(r"\d{1,2}月\d{1,2}日|(?:19|20)\d{2}年|[“‘「『《]?(?:本报|据悉|记者)")
_OF_A_FORM = re.compile(r"[一-鿿]{2,8}[：:][^，。；]{1,40}$")  # 总投资：26亿元
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?$")
_STAMP = re.compile(
    rf"[^。；，,;:：\d]{{1,20}}[ \u3000]+(?:\d{{1,4}}[-/年月日.\d]* ?)?(?:[上下]午|[早晚]上|中午)? ?"
    rf"{_CLOCK.pattern}"
)  # 李敏 安源区 9:11
_TABLE = "|\ufffc|"  # reads as a row
_PHOTO_HINT = re.compile(r"图为|摄[。）)]?$|供图")


@dataclass(frozen=True, kw_only=True)
class Line:
    """A non-blank line: its trimmed span, its kind, and the blank lines before and after it."""

    start: int
    end: int
    text: str
    kind: kinds.LineKind
    gap: int = 0
    gap_after: int = 0


def blocks_of(text: str, *, start: int = 0, front: Sequence[Block] = ()) -> tuple[Block, ...]:
    """The blocks of `text[start:]`, in order and disjoint, after those in `front`."""
    found = list(_grouped(_lines(text, start)))
    return (*front, *_joined(_titled(found, text), text))


def paragraph_kinds(paragraphs: Sequence[str]) -> list[tuple[BlockKind, int]]:
    """The kind, and a heading's level, of each paragraph of a format that keeps paragraphs apart; "" stands
    for a table between them.

    The leading headings that make up the document's title get level 1.
    """
    text = "\n\n".join(" ".join(paragraph.split("\n")) or _TABLE for paragraph in paragraphs)
    lines = _lines(text, 0)
    found = [_verdict(lines, index, index + 1) for index in range(len(lines))]
    lead = next((n for n, (kind, _) in enumerate(found) if kind == "heading"), 0)
    if any(line.kind not in {"imprint", "boilerplate"} for line in lines[:lead]):
        lead = 0
    for index, (kind, level) in enumerate(found[lead : lead + 4], start=lead):
        if kind != "heading" or level != 2 or kinds.enumerated_level(lines[index].text):
            break
        found[index] = (kind, 1)
    return found


def _lines(text: str, start: int) -> list[Line]:
    lines = logical_lines(text, start)
    gaps_after = [line.gap for line in [*lines[1:], *lines[:1]]]
    found = [
        Line(
            start=line.start,
            end=line.end,
            text=line.text,
            kind=kinds.line_kind(line.text),
            gap=line.gap,
            gap_after=after,
        )
        for line, after in zip(lines, gaps_after, strict=True)
    ]
    if is_masthead([line.text for line in found[:5]]):
        found[0] = replace(found[0], kind="boilerplate")
    return found


def _grouped(lines: list[Line]) -> Iterator[Block]:
    """One block a line, but for tables and lists, whose lines stand together."""
    index = 0
    while index < len(lines):
        stop = _run(lines, index)
        kind, level = _verdict(lines, index, stop)
        marks = lines[index].text[: kinds.heading_mark(lines[index].text)] if kind == "heading" else ""
        yield Block(kind=kind, start=lines[index].start + len(marks), end=lines[stop - 1].end, level=level)
        index = stop


def _run(lines: list[Line], index: int) -> int:
    """Where the run of table rows or list items that begins at `index` ends; other lines stand alone."""
    first = lines[index]
    if first.kind not in {"row", "item", "circled"}:
        return index + 1
    stop = index + 1
    while stop < len(lines) and _runs_on(lines, first, stop):
        stop += 1
    return stop


def _runs_on(lines: list[Line], first: Line, at: int) -> bool:
    """Whether a run of rows or items goes on with a line; a numbered line between rows names a group of them:
    二、开工项目（3个）."""
    line = lines[at]
    if first.kind != "row" or line.gap or line.kind == "row":
        return line.kind == first.kind and (first.kind != "row" or line.gap == 0)
    after = lines[at + 1] if at + 1 < len(lines) else None
    if line.kind != "enumerated" or after is None or after.kind != "row" or after.gap:
        return False
    return after.text.count("\t") == first.text.count("\t")


def _verdict(lines: list[Line], index: int, stop: int) -> tuple[BlockKind, int]:
    """The kind of the block and, for a heading, its level."""
    line = lines[index]
    match line.kind:
        case "heading":
            return "heading", kinds.markdown_level(line.text)
        case "boilerplate" | "caption" as kind:
            return kind, 0
        case "imprint":
            return "paragraph", 0
        case "item":
            return "list", 0
        case "circled":
            photos = any(_PHOTO_HINT.search(each.text) for each in lines[index:stop])
            return ("caption" if photos else "list"), 0
        case "row":
            return ("table", 0) if stop - index > 1 else ("paragraph", 0)
        case "enumerated":
            return _enumerated(lines, index)
        case _:
            return _plain(lines, index)


def _enumerated(lines: list[Line], index: int) -> tuple[BlockKind, int]:
    """A numbered line heads what follows it; among neighbours numbered alike it is an item of their list."""
    line = lines[index]
    level = kinds.enumerated_level(line.text)
    if not kinds.looks_like_heading(line.text):
        return ("paragraph" if len(line.text) > 60 else "list"), 0
    near = [lines[i] for i in (index - 1, index + 1) if 0 <= i < len(lines)]
    alike = any(each.kind == "enumerated" and kinds.enumerated_level(each.text) == level for each in near)
    last = index + 1 == len(lines)
    return ("list", 0) if alike or last else ("heading", level)


def _plain(lines: list[Line], index: int) -> tuple[BlockKind, int]:
    line = lines[index]
    if _is_bare_caption(line):
        return "caption", 0
    if _STAMP.fullmatch(line.text):
        return "heading", 3
    if index > 0 and (_STAMP.fullmatch(lines[index - 1].text) or _is_sender(lines, index - 1)):
        return "paragraph", 0  # however short: what somebody wrote
    follower = lines[index + 1] if index + 1 < len(lines) else None
    if follower is None or not kinds.looks_like_heading(line.text):
        return "paragraph", 0
    if index > 3 and index + 4 > len(lines) and kinds.is_date(follower.text):
        return "paragraph", 0  # who signs, over the date
    if index > 0 and follower.kind == "imprint" and names_organ(line.text):
        return "paragraph", 0  # who publishes, between the headline and the date
    if _goes_on_from_above(lines, index):
        return "paragraph", 0
    if _is_point(lines, index):
        return "list", 0
    # A line break without a blank line is the end of a paragraph only where lines are paragraphs.
    wrapped = (
        line.gap_after == 0 and index > 0 and line.gap == 0 and not kinds.ends_sentence(lines[index - 1].text)
    )
    dangling = index > 0 and lines[index - 1].kind == "text" and kinds.hangs(lines[index - 1].text)
    if dangling or (
        wrapped and lines[index - 1].kind == "text" and not kinds.looks_like_heading(lines[index - 1].text)
    ):
        return "paragraph", 0
    return "heading", 2


def _is_sender(lines: list[Line], index: int) -> bool:
    """Whether the line is the day and time under the name of who wrote in a chat."""
    return lines[index].kind == "imprint" and _CLOCK.search(lines[index].text) is not None


def _is_point(lines: list[Line], index: int) -> bool:
    """Whether a short line is one of the points under the first of them, as slides pasted into a text have
    them: lines none of which heads another."""
    first = _end_of_points(lines, index, step=-1)
    last = _end_of_points(lines, index, step=1)
    few = _FEWEST_POINTS if first else _FEWEST_ON_TOP  # a title may take several lines
    return index > first and last - first + 1 >= few


def _end_of_points(lines: list[Line], index: int, *, step: int) -> int:
    """How far lines go on, one right under the other, that might each be a heading."""
    at = index
    while 0 <= at + step < len(lines) and abs(at + step - index) < _FEWEST_ON_TOP:
        other = lines[at + step]
        near = lines[max(at, at + step)].gap == 0
        if not near or other.kind != "text" or not kinds.looks_like_heading(other.text):
            break
        at += step
    return at


def _goes_on_from_above(lines: list[Line], index: int) -> bool:
    """Whether a line stands in a sentence that a line above has begun (3月26日，) and none has ended."""
    for at in range(index, max(0, index - _MOST_BROKEN), -1):
        above = lines[at - 1]
        if lines[at].gap or above.kind != "text" or kinds.ends_sentence(above.text):
            return False
        if kinds.hangs(above.text):
            return True
    return False


def _is_bare_caption(line: Line) -> bool:
    """A short sentence alone in the gap where a picture stood: 胶州市月季花园。"""
    return (
        line.gap >= _GAP_LINES
        and len(line.text) <= _MOST_BARE_CAPTION_CHARS
        and line.text.endswith("。")
        and not any(c in "，；：" for c in line.text)
    )


def _titled(blocks: list[Block], text: str) -> list[Block]:
    """The headlines of each article as one heading of level 1: those that open the text or top a byline."""
    if any(
        block.kind == "heading" and "#" in text[max(0, block.start - 2) : block.start] for block in blocks
    ):
        return blocks
    heads = {_headline(blocks, index) for index in _openings(blocks, text)}
    result: list[Block] = []
    for index, block in enumerate(blocks):
        if block.kind == "heading" and index in heads:
            result.append(replace(block, level=1))
        elif block.kind == "heading" and result and index - 1 in heads and _is_bare(block, text):
            heads.add(index)
            result[-1] = replace(result[-1], end=block.end)
        else:
            result.append(block)
    return result


def _openings(blocks: list[Block], text: str) -> Iterator[int]:
    """Indexes at which an article begins to be introduced: the first heading, and each byline."""
    early = [i for i, block in enumerate(blocks[:6]) if block.kind == "heading" and _is_bare(block, text)]
    yield from early[:1]
    for index, block in enumerate(blocks):
        if block.kind == "boilerplate" and text.startswith("□", block.start):
            yield index


def _headline(blocks: list[Block], index: int) -> int:
    """The first of the headings that end at `index`, a sub-headline between them and a byline passed over."""
    at = index
    if blocks[at].kind == "boilerplate":
        at -= 1
        if at > 0 and blocks[at].kind == "paragraph" and blocks[at - 1].kind == "heading":
            at -= 1
    while at > 0 and blocks[at].kind == "heading" and blocks[at - 1].kind == "heading":
        at -= 1
    return at


def _is_bare(block: Block, text: str) -> bool:
    own = text[block.start : block.end]
    return not kinds.enumerated_level(own) and not _STAMP.fullmatch(own)


def _joined(blocks: Iterable[Block], text: str) -> list[Block]:
    """Paragraph blocks joined where the first stops in mid-sentence and the next goes on with it."""
    result: list[Block] = []
    for block in blocks:
        last = result[-1] if result else None
        if (
            last
            and last.kind == block.kind == "paragraph"
            and _goes_on(text[last.start : last.end], text[block.start : block.end])
        ):
            result[-1] = replace(last, end=block.end)
        else:
            result.append(block)
    return result


def _goes_on(first: str, second: str) -> bool:
    last = first.rsplit("\n", 1)[-1].strip()
    if kinds.ends_sentence(first) or first[-1] in "：:—" or is_imprint(last) or _OF_A_FORM.match(last):
        return False
    return not _NEW_THOUGHT.match(second)
