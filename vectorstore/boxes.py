"""Where on the printed pages does a document's text stand? Its lines' boxes, packed small."""

from __future__ import annotations

import sys
import unicodedata
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

CERTAIN = 0.95  # the confidence from which a character is taken as read
_COLUMNS = 8  # page, start, length, left, top, width, height, confidence
_PER_POINT = 10  # tenths of a point are finer than any printer
_PER_CERTAINTY = 100


@dataclass(frozen=True, kw_only=True)
class Box:
    """The run `text[start:end]` stands on `page` (from 1) in this rectangle: points of the page
    as shown, from its upper left corner.
    `confidence` (0 to 1) is how sure the reading is; 1 for a text layer."""

    page: int
    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    confidence: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Boxes:
    """The boxes of one document in the order of its text, disjoint; about ten bytes each."""

    packed: bytes = b""

    @classmethod
    def of(cls, boxes: Iterable[Box]) -> Boxes:
        """Pack `boxes`, which must be ordered by `start` and not overlap."""
        rows, last = array("i"), 0
        for box in boxes:
            left, top = round(box.left * _PER_POINT), round(box.top * _PER_POINT)
            rows.extend(
                (
                    box.page, box.start - last, box.end - box.start, left, top,
                    round(box.right * _PER_POINT) - left, round(box.bottom * _PER_POINT) - top,
                    int(box.confidence * _PER_CERTAINTY + 1e-6),  # never rounded up to certainty
                )
            )  # fmt: skip
            last = box.start
        by_column = array("i", (value for column in range(_COLUMNS) for value in rows[column::_COLUMNS]))
        return cls(packed=zlib.compress(_little_endian(by_column).tobytes()) if rows else b"")

    def __iter__(self) -> Iterator[Box]:
        columns = self._columns()
        last = 0
        for page, step, length, left, top, width, height, confidence in zip(*columns, strict=True):
            last += step
            yield Box(
                page=page, start=last, end=last + length, left=left / _PER_POINT, top=top / _PER_POINT,
                right=(left + width) / _PER_POINT, bottom=(top + height) / _PER_POINT,
                confidence=confidence / _PER_CERTAINTY,
            )  # fmt: skip

    def between(self, start: int, end: int) -> tuple[Box, ...]:
        """The boxes that hold something of the span, whole, in order."""
        found = list(self)
        first = bisect_right(found, start, key=lambda box: box.end)
        return tuple(box for box in found[first:] if box.start < end) if start < end else ()

    def is_certain(self, start: int, end: int) -> bool:
        """Whether no run of the span was read with less than certainty."""
        return not self.packed or all(box.confidence >= CERTAIN for box in self.between(start, end))

    def _columns(self) -> list[array[int]]:
        if not self.packed:
            return [array("i") for _ in range(_COLUMNS)]
        values = array("i")
        values.frombytes(zlib.decompress(self.packed))
        values = _little_endian(values)
        rows = len(values) // _COLUMNS
        return [values[column * rows : (column + 1) * rows] for column in range(_COLUMNS)]


NO_BOXES = Boxes()


def narrowed(box: Box, start: int, end: int, *, text: str) -> Box:
    """The part of `box` that shows `text[start:end]`: exact for full-width type, near for Latin."""
    first, stop = max(start, box.start), min(end, box.end)
    whole = _advance(text[box.start : box.end])
    if not whole or (first, stop) == (box.start, box.end):
        return replace(box, start=first, end=stop)
    before, until = _advance(text[box.start : first]) / whole, _advance(text[box.start : stop]) / whole
    if box.bottom - box.top > box.right - box.left and box.end - box.start > 1:  # set vertically
        height = box.bottom - box.top
        return replace(
            box, start=first, end=stop, top=box.top + before * height, bottom=box.top + until * height
        )
    width = box.right - box.left
    return replace(box, start=first, end=stop, left=box.left + before * width, right=box.left + until * width)


def _advance(text: str) -> int:
    """The room the text takes in half-widths."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def _little_endian(values: array[int]) -> array[int]:
    if sys.byteorder == "big":
        values.byteswap()
    return values
