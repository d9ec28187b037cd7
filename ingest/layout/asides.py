"""Which lines of a page stand apart from its running text? Boxes, pulled sentences, words under pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.layout.printed import Line, Rect
from ingest.lines import ends_sentence, is_caption

_LEAST_FRAME = 4.0  # em each way
_MOST_OF_PAGE = 0.7  # of all characters: a frame round the page is no sidebar
_SMALLER = 0.93  # than the running text: a caption
_LARGER, _LARGEST = 1.12, 1.7  # than the running text: a sentence pulled out of it
_LEAST_QUOTE = 10  # characters
_NEIGHBOUR = 4.0  # em between a pulled sentence and the running text
_NEAR = 1.8  # em between a picture and its caption
_SLACK = 3.0  # points


@dataclass(frozen=True, kw_only=True)
class Aside:
    """Pieces that stand apart, by their index, and whether they are a picture's caption or a boxed text."""

    pieces: tuple[int, ...]
    is_caption: bool


def asides_of(pieces: Sequence[Line], shapes: Sequence[Rect], *, body: float) -> list[Aside]:
    """The asides among the pieces of a page, disjoint; `body` is the size of its running text."""
    found: list[Aside] = []
    taken: set[int] = set()
    solid = [s for s in shapes if min(s.right - s.left, s.bottom - s.top) >= _LEAST_FRAME * body]
    total = sum(len(piece.text) for piece in pieces)
    pictures: list[Rect] = []
    for shape in sorted(solid, key=lambda s: (s.right - s.left) * (s.bottom - s.top)):
        inside = [n for n, piece in enumerate(pieces) if _holds(shape, piece)]
        if shape.is_picture or not inside:
            pictures.append(shape)
            continue
        chars = sum(len(pieces[n].text) for n in inside)
        crossed = any(_cuts(shape, piece) for piece in pieces)
        if crossed or chars > _MOST_OF_PAGE * total or taken.issuperset(inside):
            continue
        own = tuple(n for n in inside if n not in taken)
        if len(own) > 1:
            found.append(Aside(pieces=own, is_caption=False))
            taken.update(own)
    for picture in pictures:
        under = tuple(n for n in _caption(pieces, picture, body) if n not in taken)
        if under:
            found.append(Aside(pieces=under, is_caption=True))
            taken.update(under)
    for quote in _pull_quotes(pieces, body):
        own = tuple(n for n in quote if n not in taken)
        if own:
            found.append(Aside(pieces=own, is_caption=True))
            taken.update(own)
    return found


def _pull_quotes(pieces: Sequence[Line], body: float) -> list[list[int]]:
    """Sentences repeated in larger type in the middle of a column: body text stands over and under them."""
    large = [n for n, piece in enumerate(pieces) if _LARGER * body <= piece.size < _LARGEST * body]
    blocks: list[list[int]] = []
    for n in sorted(large, key=lambda n: (pieces[n].top, pieces[n].left)):
        for block in blocks:
            last = pieces[block[-1]]
            if (
                abs(last.size - pieces[n].size) < 0.08 * body
                and pieces[n].top - last.bottom < last.size
                and _overlap(last, pieces[n]) > -2 * body
            ):
                block.append(n)
                break
        else:
            blocks.append([n])
    return [block for block in blocks if _is_quote(block, pieces, body)]


def _is_quote(block: Sequence[int], pieces: Sequence[Line], body: float) -> bool:
    text = "".join(pieces[n].text for n in block)
    if len(text) < _LEAST_QUOTE or not ends_sentence(text):
        return False
    top, bottom = min(pieces[n].top for n in block), max(pieces[n].bottom for n in block)
    first = pieces[block[0]]
    beside = [p for p in pieces if abs(p.size - body) < 0.08 * body and _overlap(p, first) > body]
    above = any(0 < top - p.bottom + 0.5 * body < _NEIGHBOUR * body for p in beside)
    return above and any(0 < p.top - bottom + 0.5 * body < _NEIGHBOUR * body for p in beside)


def _overlap(one: Line, other: Line) -> float:
    return min(one.right, other.right) - max(one.left, other.left)


def _holds(shape: Rect, piece: Line) -> bool:
    x, y = (piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2
    return shape.left < x < shape.right and shape.top < y < shape.bottom


def _cuts(shape: Rect, piece: Line) -> bool:
    """Whether the frame's upright sides run through the piece."""
    y = (piece.top + piece.bottom) / 2
    if not shape.top < y < shape.bottom:
        return False
    return any(
        piece.left + 0.6 * piece.size < x < piece.right - 0.6 * piece.size for x in (shape.left, shape.right)
    )


def _caption(pieces: Sequence[Line], picture: Rect, body: float) -> list[int]:
    """The pieces of the caption under the picture, from the top; [] where running text goes on there."""
    below = sorted(
        (n for n, piece in enumerate(pieces) if _is_under(picture, piece)), key=lambda n: pieces[n].top
    )
    held: list[int] = []
    edge = picture.bottom
    for n in below:
        piece = pieces[n]
        level = bool(held) and abs(piece.top - pieces[held[-1]].top) < 0.5 * piece.size
        if not level and piece.top - edge > (_NEAR if not held else 1.0) * piece.size:
            break
        if held and abs(piece.size - pieces[held[0]].size) > 0.08 * body:
            break
        held.append(n)
        edge = max(edge, piece.bottom)
    if not held:
        return []
    text = "".join(pieces[n].text for n in held)
    small = pieces[held[0]].size <= _SMALLER * body
    return held if (small and len(text) <= 200) or is_caption(text) else []


def _is_under(picture: Rect, piece: Line) -> bool:
    return (
        piece.top >= picture.bottom - _SLACK
        and piece.left >= picture.left - _SLACK - piece.size
        and piece.right <= picture.right + _SLACK + piece.size
    )
