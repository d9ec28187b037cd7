"""Which characters are printed where on a page of a PDF? Half of the one door to pypdfium2 (with pdf.py)."""

from __future__ import annotations

import ctypes
from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as raw

_Row = tuple[float, float, float, float, float, int]  # left, bottom, right, top, size, index
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]
MOST_CHARS = 200_000  # a page of a paper holds ten thousand; what is beyond this is no page to be read
_BLANK = frozenset(map(ord, " \t\r\n\u00a0\u3000\u2002\u2003\u2009\u200b"))
_BREAKS = frozenset((10, 13))
_HYPHENS = {0x02: "-", 0xFFFE: "-"}  # how pdfium marks a hyphen at the end of a line
_FEW, _SMALLEST, _DRAWN_SMALLER = 20, 0.2, 0.88  # characters asked; of the size that the file states
_ANGLES = 40  # characters asked which way up they stand
_UPSIDE_DOWN = 2  # quarter turns
_QUARTER, _LEAST_SLANT = np.pi / 2, np.radians(8)  # a page put askew on the scanner is no watermark
_ASLANT = 1.08  # times as high as most type of its size, or as wide as that is high


@dataclass(frozen=True, kw_only=True)
class Glyphs:
    """The inked characters of a page in the order of the file.

    `boxes` is (n, 4): left, top, right, bottom in points of the page as shown, full advance and height;
    `sizes` (n,) the type size as printed; `spaced` (n,) where the writer put a blank before it, if known.
    `turned` is the quarter turns clockwise in which most of the type stands; boxes are turned back by it.
    """

    text: str
    boxes: Floats
    sizes: Floats
    spaced: npt.NDArray[np.bool_] | None
    turned: int = 0
    cut: bool = False


def read_glyphs(page: Any) -> Glyphs:
    """The characters of the open pypdfium2 `page`; `cut` where it holds more than anybody prints on one."""
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        codes, rows, spaced = _measured(textpage.raw, min(count, MOST_CHARS))
        table = np.array(rows, dtype=np.float64).reshape(-1, 6)
        kept = _straight(textpage.raw, table)
        turned = (_turned(textpage.raw, min(count, MOST_CHARS)) + page.get_rotation() // 90) % 4
    finally:
        textpage.close()
    if kept is not None:
        table, codes, spaced = table[kept], [codes[at] for at in kept], [spaced[at] for at in kept]
    width, height = page.get_size()
    boxes = turn(_shown(table[:, :4], page), turned, width=width, height=height)
    heights = np.abs(boxes[:, 3] - boxes[:, 1])
    nominal = table[:, 4] * _scale(codes, boxes, table[:, 4])
    ratio = np.divide(heights, nominal, out=np.full_like(heights, 9.0), where=nominal > 0)
    # Font sizes are of the text's own space, which a page may scale; boxes are what is printed.
    sizes = np.where((ratio > 0.7) & (ratio < 1.6), nominal, heights)
    return Glyphs(
        text="".join(codes),
        boxes=boxes,
        sizes=np.maximum(sizes, _stretched(codes, boxes, nominal)),
        # Of a page upside down pdfium tells lines from their ends, and blanks where there is no white.
        spaced=None if turned == _UPSIDE_DOWN else np.array(spaced, dtype=bool),
        turned=turned,
        cut=count > MOST_CHARS,
    )


def turn(boxes: Floats, quarters: int, *, width: float, height: float) -> Floats:
    """The boxes of a page of this size after turning it counter-clockwise `quarters` times."""
    for _ in range(quarters % 4):
        left, top, right, bottom = boxes.T
        boxes = np.column_stack((top, width - right, bottom, width - left))
        width, height = height, width
    return boxes


def _measured(handle: Any, count: int) -> tuple[list[str], list[_Row], list[bool]]:
    """Each inked character, its box in the page's own space with its size, whether a blank is before it."""
    box = raw.FS_RECTF()
    place = ctypes.byref(box)
    code_of, box_of, size_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetFontSize
    codes: list[str] = []
    rows: list[_Row] = []
    spaced: list[bool] = []
    blank = False
    for index in range(count):
        code = code_of(handle, index)
        if code in _BLANK:
            blank = code not in _BREAKS
            continue
        if not box_of(handle, index, place):
            continue
        codes.append(_HYPHENS.get(code) or (chr(code) if code else "\ufffd"))
        spaced.append(blank)
        blank = False
        rows.append((box.left, box.bottom, box.right, box.top, size_of(handle, index), index))
    return codes, rows, spaced


def _straight(handle: Any, table: Floats) -> Ints | None:
    """Which characters are no watermark's, type set aslant over a page of upright type; None: all of them.

    The box of a slanted character is larger than the character: only such are asked for their angle, and then
    all of their size.
    """
    sizes = table[:, 4]
    if len(table) < _FEW or not (sizes > 0).all():
        return None
    across, high = (table[:, 2] - table[:, 0]) / sizes, (table[:, 3] - table[:, 1]) / sizes
    large = np.flatnonzero((high > _ASLANT * np.median(high)) | (across > _ASLANT * np.quantile(across, 0.9)))
    aslant = {sizes[at] for at in large.tolist() if _is_aslant(handle, int(table[at, 5]))}
    if not aslant:
        return None
    kept = [at for at, row in enumerate(table) if row[4] not in aslant or not _is_aslant(handle, int(row[5]))]
    return np.array(kept) if len(kept) >= _FEW else None


def _is_aslant(handle: Any, index: int) -> bool:
    angle = float(raw.FPDFText_GetCharAngle(handle, index)) % _QUARTER
    return bool(_LEAST_SLANT < angle < _QUARTER - _LEAST_SLANT)


def _scale(codes: list[str], boxes: Floats, nominal: Floats) -> float:
    """How small a page draws its type: a Chinese character is as wide as its type is high.

    Browsers print type of 16 units at 12 points; little white between cells then is less than it seems.
    """
    full = np.array(["\u4e00" <= char <= "\u9fff" for char in codes], dtype=bool) & (nominal > 0)
    if full.sum() < _FEW:
        return 1.0
    told = float(np.median((boxes[full, 2] - boxes[full, 0]) / nominal[full]))
    return told if _SMALLEST < told < _DRAWN_SMALLER else 1.0


def _stretched(codes: list[str], boxes: Floats, nominal: Floats) -> Floats:
    """The size that the widths of characters speak of, where type is drawn much wider than high; else 0.

    Text layers laid under a scan stretch each line's type until it covers the picture.
    """
    if not codes:
        return nominal
    wide = np.array([1.0 if char > "\u2e7f" else 0.5 for char in codes])
    first = np.concatenate(([0], np.flatnonzero(np.diff(nominal)) + 1))
    told = np.add.reduceat(boxes[:, 2] - boxes[:, 0], first) / np.add.reduceat(wide, first)
    lengths = np.diff(np.append(first, len(codes)))
    told = np.repeat(told, lengths)
    return np.where((told > 1.4 * nominal) & (np.repeat(lengths, lengths) > 4), told, 0.0)


def _shown(boxes: Floats, page: Any) -> Floats:
    """Boxes of the page's own space (origin lower left) as they are shown, origin upper left."""
    left, bottom, right, top = page.get_bbox()
    shown = np.column_stack((boxes[:, 0] - left, top - boxes[:, 3], boxes[:, 2] - left, top - boxes[:, 1]))
    quarters = page.get_rotation() // 90  # clockwise, when shown
    return turn(shown, -quarters, width=right - left, height=top - bottom)


def _turned(handle: Any, count: int) -> int:
    """The quarter turns clockwise that most characters stand in, by a sample."""
    step = max(1, count // _ANGLES)
    found = Counter[int]()
    for index in range(0, count, step):
        angle = raw.FPDFText_GetCharAngle(handle, index)
        if angle >= 0:
            found[round(angle / (np.pi / 2)) % 4] += 1
    return found.most_common(1)[0][0] if found else 0
