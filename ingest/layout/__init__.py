"""In which order does a person read the lines of a printed page?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from ingest.layout.asides import asides_of
from ingest.layout.plane import Boxes, Rules
from ingest.layout.printed import Line, Rect, Run
from ingest.layout.xycut import leaves

_FLAT = 2.5  # points: a thinner rectangle is a rule
_SPACED = 0.15  # em: a blank between two Latin words
_SET_APART = 0.5  # em: white that a writer left between two Chinese words
_WHITE_AFTER, _WHITE_BEFORE = "，。、；：？！”’）》」』】", "“‘（《「『【"
_HEAD, _FOOT = 0.1, 0.1  # of the page's height
_APART = 1.0  # em of white between a running head and the text
_MOST_EDGE_PIECES = 24
_WIDE = 0.6  # of the printed width
_HEADLINE = 1.3  # times the running text


def reading_order(lines: Sequence[Line], *, shapes: Sequence[Rect] = ()) -> list[Line]:
    """The lines of one page in reading order, each with its region; where they came from does not matter.

    `shapes` are the frames, rules and pictures drawn on the page, if any are known.
    """
    if not lines:
        return []
    pieces = sorted(lines, key=lambda line: (line.top, line.left, line.text))
    head, pieces, foot = _edges(pieces)
    if not pieces:
        return [replace(line, region=0) for line in _edge_rows([*head, *foot])]
    asides = asides_of(pieces, shapes, body=_body(pieces))
    apart = {n for aside in asides for n in aside.pieces}
    flow = _flow([piece for n, piece in enumerate(pieces) if n not in apart], shapes)
    for aside in sorted(asides, key=lambda a: pieces[a.pieces[0]].top, reverse=True):
        own = [pieces[n] for n in aside.pieces]
        inner = _flow(own, ()) if not aside.is_caption else [_rows(own)]
        at = _place(flow, own)
        while at and flow[at - 1] and flow[at - 1][0].aside:  # those placed before stand lower on the page
            at -= 1
        flow[at:at] = [[replace(line, aside=True) for line in leaf] for leaf in inner]
    columns = [_edge_rows(head), *flow, _edge_rows(foot)]
    return [replace(line, region=n) for n, leaf in enumerate(columns) for line in leaf]


def _edges(pieces: Sequence[Line]) -> tuple[list[Line], list[Line], list[Line]]:
    """Rows at the upper edge of the page, what is between, rows at the lower: small type, alone there."""
    body, height = _body(pieces), pieces[0].page_height
    rest = sorted(pieces, key=lambda p: p.top)
    head = _edge(rest, body, lambda p: p.bottom < _HEAD * height)
    rest = [piece for piece in rest if piece not in head]
    turned = [
        replace(piece, top=height - piece.bottom, bottom=height - piece.top) for piece in reversed(rest)
    ]
    turned.sort(key=lambda p: p.top)
    last = _edge(turned, body, lambda p: p.bottom < _FOOT * height)
    foot = [replace(piece, top=height - piece.bottom, bottom=height - piece.top) for piece in last]
    low = min((piece.top for piece in foot), default=float("inf"))
    return head, [piece for piece in rest if piece.top < low - 0.01], foot


def _edge(pieces: Sequence[Line], body: float, is_near: Callable[[Line], bool]) -> list[Line]:
    """The pieces from the top that stand near the edge, down to white that parts them from the text."""
    held: list[Line] = []
    low = 0.0
    for n, piece in enumerate(pieces):
        if held and piece.top - low > _APART * body:
            return held
        if not is_near(piece) or n > _MOST_EDGE_PIECES:
            return []
        held.append(piece)
        low = max(low, piece.bottom)
    return []


def _flow(pieces: Sequence[Line], shapes: Sequence[Rect]) -> list[list[Line]]:
    """The lines of each column in reading order."""
    if not pieces:
        return []
    return [_rows([pieces[n] for n in leaf]) for leaf in leaves(_boxes(pieces), rules_of(shapes))]


def _body(pieces: Sequence[Line]) -> float:
    """The type size of most characters."""
    sizes = Counter[float]()
    for piece in pieces:
        sizes[round(piece.size, 1)] += len(piece.text)
    return sizes.most_common(1)[0][0]


def _place(flow: list[list[Line]], aside: Sequence[Line]) -> int:
    """Before which column the aside is read: after the article that it stands in, or where it is printed.

    A column as wide as the page is parted there, in place.
    """
    left, right, top = (
        min(piece.left for piece in aside),
        max(piece.right for piece in aside),
        min(piece.top for piece in aside),
    )
    if all(line.top >= max(piece.bottom for piece in aside) for leaf in flow for line in leaf):
        return 0  # over everything: the band under a paper's name
    body = _body([line for leaf in flow for line in leaf]) if flow else 0.0
    at = -1
    for n, leaf in enumerate(flow):
        if any(line.top < top and line.left < right and line.right > left for line in leaf):
            at = n
    if at >= 0 and _is_wide(flow[at], flow):
        _part(flow, at, top)
        return at + 1
    for n in range(at + 1, len(flow)):
        if flow[n] and flow[n][0].size >= _HEADLINE * body and not flow[n][0].aside:
            return n
    return len(flow)


def _is_wide(leaf: Sequence[Line], flow: Sequence[Sequence[Line]]) -> bool:
    """Whether the column takes most of the page's width: what interrupts it stands where it is printed."""
    lines = [line for each in flow for line in each]
    whole = max(line.right for line in lines) - min(line.left for line in lines)
    return max(line.right for line in leaf) - min(line.left for line in leaf) > _WIDE * whole


def _part(flow: list[list[Line]], at: int, top: float) -> None:
    """Part, in place, the column at the height `top`."""
    above = [line for line in flow[at] if line.top < top]
    flow[at : at + 1] = [above, flow[at][len(above) :]]


def _boxes(pieces: Sequence[Line]) -> Boxes:
    table = np.array([(p.left, p.top, p.right, p.bottom, p.size, len(p.text)) for p in pieces])
    left, top, right, bottom, size, chars = table.T
    # Half of a full-width mark is white, which may hang over the column's edge.
    right = right - 0.5 * size * np.array([p.text[-1:] in _WHITE_AFTER for p in pieces])
    left = left + 0.5 * size * np.array([p.text[:1] in _WHITE_BEFORE for p in pieces])
    right = np.maximum(right, left)
    middle, half = (top + bottom) / 2, np.minimum(0.4 * size, (bottom - top) / 2)
    tall = bottom - top > 2 * size
    return Boxes(
        left=left,
        top=np.where(tall, top, middle - half),
        right=right,
        bottom=np.where(tall, bottom, middle + half),
        size=size,
        chars=chars,
    )


def rules_of(shapes: Sequence[Rect]) -> Rules:
    """The rules among what is drawn on a page."""
    across = [
        ((s.top + s.bottom) / 2, s.left, s.right)
        for s in shapes
        if s.bottom - s.top < _FLAT and s.right - s.left > 20 and not s.is_picture
    ]
    down = [
        ((s.left + s.right) / 2, s.top, s.bottom)
        for s in shapes
        if s.right - s.left < _FLAT and s.bottom - s.top > 20 and not s.is_picture
    ]
    return Rules(across=tuple(across), down=tuple(down))


def _rows(pieces: Sequence[Line]) -> list[Line]:
    """The pieces of one column as whole lines from the top."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda p: (p.top + p.bottom, p.left)):
        middle = (piece.top + piece.bottom) / 2
        last = rows[-1][0] if rows else None
        if last and abs(middle - (last.top + last.bottom) / 2) < 0.5 * min(piece.size, last.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_together(sorted(row, key=lambda p: p.left)) for row in rows]


def _edge_rows(pieces: Sequence[Line]) -> list[Line]:
    """Pieces of a running head or foot: what stands far apart in one row is not one line."""
    found: list[Line] = []
    for piece in sorted(pieces, key=lambda p: (round((p.top + p.bottom) / p.size), p.left)):
        last = found[-1] if found else None
        if (
            last
            and abs(piece.top - last.top) < 0.5 * last.size
            and 0 <= piece.left - last.right < 2 * last.size
        ):
            found[-1] = _together([last, piece])
        else:
            found.append(piece)
    return found


def _together(row: Sequence[Line]) -> Line:
    """One line of the pieces of a row, from the left."""
    if len(row) == 1:
        return row[0]
    usual = _stretch(row)
    texts = [row[0].text]
    for before, piece in pairwise(row):
        is_latin = before.text[-1:].isascii() and piece.text[:1].isascii()
        least = (_SPACED if is_latin else _SET_APART) * min(before.size, piece.size) + usual
        if piece.left - before.right > least:
            texts[-1] += " "
        texts.append(piece.text)
    longest = max(row, key=lambda piece: len(piece.text))
    return replace(
        longest,
        text="".join(texts),
        runs=_runs(row, texts),
        left=row[0].left,
        right=max(piece.right for piece in row),
        top=min(piece.top for piece in row),
        bottom=max(piece.bottom for piece in row),
        hyphened=row[-1].hyphened,
        confidence=_mean(piece.confidence for piece in row),
    )


def _runs(row: Sequence[Line], texts: Sequence[str]) -> tuple[Run, ...]:
    """The runs of the row, if its pieces have any; `texts` are the pieces with the blanks after them."""
    runs: list[Run] = []
    for piece, text in zip(row, texts, strict=True):
        if not piece.runs:
            return ()
        blank = text[len(piece.text) :]
        runs += [*piece.runs[:-1], replace(piece.runs[-1], text=piece.runs[-1].text + blank)]
    return tuple(runs)


def _stretch(row: Sequence[Line]) -> float:
    """The white that justifying put between all characters of a Chinese line, in points."""
    gaps = [after.left - before.right for before, after in pairwise(row)]
    chars = sum(len(piece.text) for piece in row)
    is_chinese = any(char > "\u2e7f" for piece in row for char in piece.text)
    return sorted(gaps)[len(gaps) // 2] if is_chinese and len(gaps) > 0.3 * chars and len(gaps) > 3 else 0.0


def _mean(values: Iterable[float]) -> float:
    each = list(values)
    return sum(each) / len(each)
