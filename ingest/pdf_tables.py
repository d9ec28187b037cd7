"""Which pieces of a printed page are a table, where not every cell has its frame?"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.layout.printed import Line, Rect, Table
from ingest.pdf_wrapped_tables import wrapped_tables
from ingest.tables import is_value
from ingest.tables.columns import Band, Piece, bands_of, grid_of_bands

_THIN = 2.5
_LEAST_RULE = 60.0
_LEAST_ROWS = 2
_MOST_NAME_CHARS = 22
_MOST_HEADER_BANDS = 7
_MOST_TITLES = 3
_MOST_TITLE_CHARS = 50
_TITLE = re.compile(r"(?:附|续)?表\s?[\d一二三四五六七八九十]|附表|续表|[(（]?(?:计量|金额)?单位[:：]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_MID_SENTENCE = re.compile(r"^(?=.{10}).*(?:[。，；]|,(?!\d))")
_LEADERS = re.compile(r"[.…·．]{4,}|^第[一二三四五六七八九十百\d]+[章节条]")


def find_tables(
    pieces: Sequence[Line], *, shapes: Sequence[Rect], known: Sequence[Table] = ()
) -> list[Table]:
    """The tables of one page, each with its title: with frames (`known`), between horizontal rules only, and
    without any.

    `pieces` are runs of type that no gutter parts, in any order.
    """
    if not pieces:
        return []
    wrapped = wrapped_tables(pieces)
    known = [table for table in known if not any(_is_striped(one, known, table) for one in wrapped)]
    wrapped = [one for one in wrapped if not any(_covers(one, table) for table in known)]
    loose = [piece for piece in pieces if not any(table.holds(piece) for table in known)]
    lone = [piece for piece in loose if not any(table.holds(piece) for table in wrapped)]
    bands = bands_of(loose)
    found = [*wrapped, *_between_rules(lone, shapes)]
    rest = [band for band in bands_of(lone) if not any(_inside(band, table) for table in found)]
    found += _by_numbers(rest, page=pieces[0].page)
    return [_with_titles(table, bands) for table in (*known, *found)]


def _covers(one: Table, other: Table) -> bool:
    return one.top <= (other.top + other.bottom) / 2 <= one.bottom


def _is_striped(whole: Table, framed: Sequence[Table], table: Table) -> bool:
    """Whether a frame only shades some rows of a table: it holds one row, or others hold the rest."""
    parts = [each for each in framed if _covers(whole, each)]
    several = len(parts) > 1 or len(table.rows) == 1
    return table in parts and several and len(whole.rows) > sum(len(each.rows) for each in parts)


def _with_titles(table: Table, bands: Sequence[Band]) -> Table:
    """The table with its number and its unit, printed right above it, as rows that say one thing."""
    above = [band for band in bands if band[0].level < table.top and _is_above(band, table)]
    titles: list[Band] = []
    edge = table.top
    for band in reversed(above):
        if edge - max(piece.bottom for piece in band) > 2 * band[0].size or len(titles) == _MOST_TITLES:
            break
        titles.insert(0, band)
        edge = min(piece.top for piece in band)
    while titles and not any(_TITLE.match(piece.text) for piece in titles[0]):
        titles = titles[1:]
    if not titles or any(len(piece.text) > _MOST_TITLE_CHARS for band in titles for piece in band):
        return table
    width = len(table.rows[0])
    rows = tuple((" ".join(piece.text for piece in band),) * width for band in titles)
    pieces = [piece for band in titles for piece in band]
    return replace(
        table,
        rows=(*rows, *table.rows),
        top=min(p.top for p in pieces) - 1,
        left=min(table.left, *(p.left - 1 for p in pieces)),
        right=max(table.right, *(p.right + 1 for p in pieces)),
    )


def _is_above(band: Band, table: Table) -> bool:
    """Whether a band stands over the table's columns, or states a unit at the right margin beside them."""
    over = band[0].right > table.left and band[-1].left < table.right
    return over or (band[0].left > table.left and bool(_TITLE.match(band[0].text)))


def _inside(band: Band, table: Table) -> bool:
    level = statistics.fmean(piece.level for piece in band)
    return (
        table.top - 1 <= level <= table.bottom + 1
        and band[0].right > table.left
        and band[-1].left < table.right
    )


def _between_rules(pieces: Sequence[Line], shapes: Sequence[Rect]) -> Iterator[Table]:
    """Three-line tables: a rule above, one under the names, one below, all of one length."""
    rules = sorted((s for s in shapes if s.bottom - s.top < _THIN and not s.is_picture), key=lambda s: s.top)
    long = [rule for rule in rules if rule.right - rule.left >= _LEAST_RULE]
    used: set[int] = set()
    for index, top in enumerate(long):
        if index in used:
            continue
        alike = [n for n in range(index, len(long)) if _same_width(top, long[n])]
        alike = [n for n, rule in ((n, long[n]) for n in alike) if n == index or rule.top - top.top > 4]
        if len(alike) < 3 or _is_framed(top, long[alike[-1]], shapes):
            continue
        for last in reversed(alike[2:]):
            table = _ruled(pieces, [long[n] for n in alike if n <= last], rules)
            if table is not None:
                used |= {n for n in alike if n <= last}
                yield table
                break


def _same_width(one: Rect, other: Rect) -> bool:
    return abs(one.left - other.left) < 4 and abs(one.right - other.right) < 4


def _is_framed(top: Rect, bottom: Rect, shapes: Sequence[Rect]) -> bool:
    """Whether rules run down between the two: then every cell has its frame."""
    return any(
        s.right - s.left < _THIN and s.bottom - s.top > 8 and top.left - 2 <= s.left <= top.right + 2
        and s.top < bottom.top and s.bottom > top.top for s in shapes
    )  # fmt: skip


def _ruled(pieces: Sequence[Line], long: Sequence[Rect], rules: Sequence[Rect]) -> Table | None:
    top, under, bottom = long[0], long[1], long[-1]
    inside = [p for p in pieces if top.top - 1 <= (p.top + p.bottom) / 2 <= bottom.top + 1
              and top.left - 3 <= (p.left + p.right) / 2 <= top.right + 3]  # fmt: skip
    bands = bands_of(inside)
    header = [band for band in bands if band[0].level < under.top]
    body = [band for band in bands if band[0].level > under.top]
    if not header or not body or not _is_tabular(body):
        return None
    short = [
        r for r in rules if top.top < r.top < under.top and r.right - r.left < 0.97 * (top.right - top.left)
    ]
    rows = grid_of_bands(header, body, rules=short)
    return _table(rows, bands, page=inside[0].page) if rows else None


def _is_tabular(body: Sequence[Band]) -> bool:
    return sum(len(band) > 1 for band in body) >= max(1, 0.5 * len(body)) and any(
        is_value(piece.text) for band in body for piece in band
    )


def _by_numbers(bands: Sequence[Band], *, page: int) -> Iterator[Table]:
    """Runs of rows with numbers under each other, with the names above them."""
    at = 0
    while at < len(bands):
        run = _run(bands, at)
        years = next((n for n, band in enumerate(run) if not _names_years(band)), len(run))
        dated, run = run[:years], run[years:]
        if run and _is_aligned(run):
            header, groups = _without_groups([*_names_above(bands, at, [*dated, *run]), *dated])
            run = [*groups, *run]
            enough = sum(map(_has_value, run)) >= _LEAST_ROWS or _fits(run, header)
            led = any(_LEADERS.search(piece.text) for band in run for piece in band)
            if header and enough and not led and not _is_prose([*header, *run]):
                rows = grid_of_bands(header, run, rules=())
                if rows:
                    yield _table(rows, [*header, *run], page=page)
            at += len(run) - len(groups) + len(dated) - 1
        at += 1


def _has_value(band: Band) -> bool:
    return len(band) > 1 and any(is_value(piece.text) for piece in band)


def _without_groups(header: list[Band]) -> tuple[list[Band], list[Band]]:
    """The names, and the lone ones below them that name the first group of rows."""
    end = len(header)
    while (
        end > 1
        and len(header[end - 1]) == 1
        and header[end - 1][0].top > max(p.bottom for p in header[end - 2])
    ):
        end -= 1
    return header[:end], header[end:]


def _fits(run: Sequence[Band], header: Sequence[Band]) -> bool:
    """Whether a single row of numbers stands piece by piece under as many names."""
    row, names = run[-1], header[-1] if header else []
    return (
        len(run) == 1
        and len(row) > 2
        and len(row) - 1 <= len(names) <= len(row) + 1
        and all(any(_overlap(piece, name) for name in names) for piece in row[1:])
    )


def _names_years(band: Band) -> bool:
    """指标 2022 2023: numbers that are no values."""
    values = [piece.text for piece in band if is_value(piece.text)]
    return bool(values) and all(map(_YEAR.fullmatch, values))


def _run(bands: Sequence[Band], start: int) -> list[Band]:
    """The rows from `start` on that hold numbers, with single names between them; never ends with a name."""
    if not _has_value(bands[start]):
        return []
    end = start + 1
    at = start + 1
    left, right = bands[start][0].left, bands[start][-1].right
    while at < len(bands) and bands[at][0].top - bands[at - 1][0].bottom < 2.2 * bands[at][0].size:
        band = bands[at]
        if _has_value(band):
            end = at + 1
            left, right = min(left, band[0].left), max(right, band[-1].right)
        elif len(band) > 1 or not _is_name(band[0], left=left, right=right):
            break
        at += 1
    return list(bands[start:end])


def _is_name(piece: Piece, *, left: float, right: float) -> bool:
    """Whether a lone piece names a row or a group of rows, in the table or in a column left of its rows."""
    return (
        len(piece.text) <= _MOST_NAME_CHARS
        and left - 12 * piece.size < piece.left
        and piece.right < right + 20
    )


def _is_aligned(run: Sequence[Band]) -> bool:
    """Whether numbers stand under each other, and no cell is a line of prose."""
    values = [piece for band in run for piece in band if is_value(piece.text)]
    words = [piece for band in run if len(band) > 1 for piece in band if not is_value(piece.text)]
    if sum(map(_has_value, run)) == 1:
        return True
    under = sum(any(other is not one and _overlap(one, other) for other in values) for one in values)
    prose = sum(len(piece.text) > _MOST_NAME_CHARS for piece in words)
    return under >= 0.6 * len(values) and prose <= 0.2 * max(1, len(words))


def _is_prose(bands: Sequence[Band]) -> bool:
    """Whether most words beside each other are lines of columns of text, where one begins with a number."""
    words = [piece.text for band in bands if len(band) > 1 for piece in band if not is_value(piece.text)]
    return 2 * sum(_IN_MID_SENTENCE.search(text) is not None for text in words) > len(words)


def _overlap(one: Piece, other: Piece) -> bool:
    return min(one.right, other.right) > max(one.left, other.left)


def _names_above(bands: Sequence[Band], start: int, run: Sequence[Band]) -> list[Band]:
    """The bands of names right above the first row of numbers, the lowest with two names at least."""
    found: list[Band] = []
    left, right = min(b[0].left for b in run), max(b[-1].right for b in run)
    at = start - 1
    while at >= 0 and len(found) < _MOST_HEADER_BANDS:
        band, below = bands[at], bands[at + 1]
        gap = below[0].top - max(piece.bottom for piece in band)
        if gap > 1.6 * band[0].size or not _are_names(band, left=left, right=right):
            break
        found.insert(0, band)
        at -= 1
    while found and len(found[0]) == 1 and _is_caption(found, left=left, right=right):
        found = found[1:]
    return found if any(len(band) > 1 for band in found) else []


def _are_names(band: Band, *, left: float, right: float) -> bool:
    beyond = 30 + 0.1 * (right - left)  # a name may be wider than the numbers under it
    return all(
        len(piece.text) <= _MOST_NAME_CHARS
        and left - beyond <= piece.left
        and piece.right <= right + beyond
        and not piece.text.endswith(("。", "；", "："))
        for piece in band
    )


def _is_caption(header: Sequence[Band], *, left: float, right: float) -> bool:
    """Whether a lone line on top is the table's title or unit rather than a name over some columns."""
    piece = header[0][0]
    if re.search(r"单位[:：]|^附?表", piece.text):
        return True
    centred = abs(piece.middle - (left + right) / 2) < 0.12 * (right - left)
    if len(header) < 2 or piece.size > header[1][0].size * 1.08:
        return True
    covers = not any(other.middle > piece.right or other.middle < piece.left for other in header[1])
    return covers or (centred and header[1][0].top - piece.bottom > 0.5 * piece.size and len(piece.text) > 8)


def _table(rows: Sequence[Sequence[str]], bands: Sequence[Band], *, page: int) -> Table:
    pieces = [piece for band in bands for piece in band]
    return Table(
        page=page, rows=tuple(map(tuple, rows)), left=min(p.left for p in pieces) - 1,
        top=min(p.top for p in pieces) - 1, right=max(p.right for p in pieces) + 1,
        bottom=max(p.bottom for p in pieces) + 1,
    )  # fmt: skip


def flow(pieces: Sequence[Line], tables: Sequence[Table]) -> list[Line]:
    """The pieces outside the tables, and for each table one line as wide as it, that holds its place."""
    outside = [piece for piece in pieces if not any(table.holds(piece) for table in tables)]
    return [*outside, *(_stand_in(table, pieces, n) for n, table in enumerate(tables))]


def _stand_in(table: Table, pieces: Sequence[Line], number: int) -> Line:
    first = min(
        (piece for piece in pieces if table.holds(piece)), key=lambda piece: piece.top, default=pieces[0]
    )
    # No two pages say the same there: it must not pass for a running head.
    text = f"表{chr(0x4E00 + table.page)}{chr(0x4E00 + number)}"
    return replace(
        first, text=text, left=table.left, right=table.right, top=table.top, bottom=table.top + first.size
    )
