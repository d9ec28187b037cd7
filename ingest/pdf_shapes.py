"""Which rules, frames and pictures are drawn on a page of a PDF? Part of the one door to pypdfium2."""

from __future__ import annotations

import ctypes
from itertools import islice
from typing import Any

import pypdfium2.raw as raw

from ingest.layout.printed import Rect

_MOST_OBJECTS = 4000  # a chart or a map may have a hundred thousand strokes; none of them parts text
_MOST_SEGMENTS = 6  # a rectangle or a rule, no drawing
_LEAST = 6.0  # points


def read_shapes(page: Any) -> tuple[Rect, ...]:
    """The simple shapes of the open pypdfium2 `page`, in points of the page as shown."""
    left, bottom, right, top = page.get_bbox()
    width, height = right - left, top - bottom
    quarters = page.get_rotation() // 90
    found: list[Rect] = []
    kinds = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE]
    for each in islice(page.get_objects(filter=kinds, max_depth=3), _MOST_OBJECTS):
        is_picture = each.type == raw.FPDF_PAGEOBJ_IMAGE
        if not is_picture and not 0 < raw.FPDFPath_CountSegments(each.raw) <= _MOST_SEGMENTS:
            continue
        box = _bounds(each)
        if box is None or max(box[2] - box[0], box[3] - box[1]) < _LEAST:
            continue
        x0, y0, x1, y1 = box[0] - left, top - box[3], box[2] - left, top - box[1]
        w, h = width, height
        for _ in range(quarters):  # clockwise, as the page is shown
            x0, y0, x1, y1 = h - y1, x0, h - y0, x1
            w, h = h, w
        found.append(Rect(left=x0, top=y0, right=x1, bottom=y1, is_picture=is_picture))
    return tuple(found)


def _bounds(each: Any) -> tuple[float, float, float, float] | None:
    """Left, bottom, right, top in the page's own space; None where the object has no place."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(each.raw, left, bottom, right, top):
        return None
    return left.value, bottom.value, right.value, top.value
