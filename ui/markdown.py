"""Which Markdown does an answer use? Paragraphs, lists, tables, bold and [n]; all else is plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_RULE = re.compile(r"^\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?$")
_BULLET = re.compile(r"^\s{0,3}[-*•]\s+(?P<item>.*)$")
_ORDERED = re.compile(r"^\s{0,3}(?P<number>\d{1,3})[.)、]\s+(?P<item>.*)$")
_HEADING = re.compile(r"^#{1,6}\s+(?P<title>.*)$")
_INLINE = re.compile(r"\\(?P<literal>[\\*\[\]|_`#>])|\*\*(?P<bold>.+?)\*\*|\[(?P<marker>\d{1,3})\]")


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """Lines that belong together; a heading is a paragraph set in bold."""

    lines: tuple[str, ...]
    heading: bool = False


@dataclass(frozen=True, kw_only=True)
class Items:
    """A list; `first` is the number of the first item, or None for bullets."""

    items: tuple[str, ...]
    first: int | None = None


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A pipe table; every row has as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Part = Paragraph | Items | Grid


def parse(text: str) -> tuple[Part, ...]:
    """The parts of an answer's text, in order."""
    return tuple(_parts(text.splitlines()))


def inline(
    text: str, *, plain: Callable[[str], str], bold: Callable[[str], str], cite: Callable[[int], str]
) -> str:
    """Render one line: `plain` sees every stretch of ordinary text, `cite` every [n]."""
    pieces: list[str] = []
    end = 0
    for match in _INLINE.finditer(text):
        pieces.append(plain(text[end : match.start()]))
        if match["literal"]:
            pieces.append(plain(match["literal"]))
        elif match["bold"]:
            pieces.append(bold(inline(match["bold"], plain=plain, bold=bold, cite=cite)))
        else:
            pieces.append(cite(int(match["marker"])))
        end = match.end()
    return "".join([*pieces, plain(text[end:])])


def _parts(lines: Sequence[str]) -> Iterator[Part]:
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at += 1
        elif _is_table(lines, at):
            stop = _while(lines, at, lambda each: each.strip().startswith("|"))
            yield _grid(lines[at:stop])
            at = stop
        elif heading := _HEADING.match(line):
            yield Paragraph(lines=(heading["title"],), heading=True)
            at += 1
        elif _BULLET.match(line) or _ORDERED.match(line):
            pattern = _BULLET if _BULLET.match(line) else _ORDERED
            stop = _while(lines, at, lambda each, pattern=pattern: pattern.match(each) is not None)  # type: ignore[misc]
            yield _items(lines[at:stop], pattern)
            at = stop
        else:
            stop = max(at + 1, _while(lines, at, _is_prose))
            yield Paragraph(lines=tuple(each.strip() for each in lines[at:stop]))
            at = stop


def _while(lines: Sequence[str], start: int, holds: Callable[[str], bool]) -> int:
    stop = start
    while stop < len(lines) and lines[stop].strip() and holds(lines[stop]):
        stop += 1
    return stop


def _is_prose(line: str) -> bool:
    special = (_BULLET, _ORDERED, _HEADING)
    return not line.strip().startswith("|") and not any(pattern.match(line) for pattern in special)


def _is_table(lines: Sequence[str], at: int) -> bool:
    return (
        lines[at].strip().startswith("|") and at + 1 < len(lines) and bool(_RULE.match(lines[at + 1].strip()))
    )


def _items(lines: Sequence[str], pattern: re.Pattern[str]) -> Items:
    matches = [match for line in lines if (match := pattern.match(line))]
    first = int(matches[0]["number"]) if pattern is _ORDERED else None
    return Items(items=tuple(match["item"] for match in matches), first=first)


def _grid(lines: Sequence[str]) -> Grid:
    columns = _cells(lines[0])
    width = len(columns)
    rows = (_cells(line) for line in lines[2:])
    return Grid(columns=columns, rows=tuple((row + ("",) * width)[:width] for row in rows))


def _cells(line: str) -> tuple[str, ...]:
    bare = line.strip().removeprefix("|")
    cells = re.split(r"(?<!\\)\|", bare)
    if cells and not cells[-1].strip():
        cells.pop()
    return tuple(cell.strip() for cell in cells)
