"""Where on the printed page does a passage stand? Page pictures with the passage marked, as safe HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from itertools import groupby

from vectorstore.document import Box, Document, Page

MOST_PAGES = 3
_PADDING = 1.5  # points around the type
_SAME_LINE = 0.5  # of the box's height


def pages_html(document: Document, start: int, end: int) -> str:
    """The pages that hold `document.text[start:end]`, each with a mark on every line of it; "" where the
    document has no printed pages."""
    boxes = sorted(document.boxes_of(start, end), key=lambda box: box.page)
    sizes = {page.number: page for page in document.pages if page.width and page.height}
    pages = [
        _page(document, sizes[number], list(own))
        for number, own in groupby(boxes, key=lambda box: box.page)
        if number in sizes
    ]
    return "".join(pages[:MOST_PAGES])


def _page(document: Document, page: Page, boxes: Sequence[Box]) -> str:
    marks = "".join(_mark(box, page) for box in _joined(boxes))
    source = f"/api/v1/documents/{escape(document.id)}/pages/{page.number}"
    name = f"原件第{page.number}页"
    return (
        f'<figure class="leaf"><figcaption>{name}'
        '<button type="button" class="copy" data-fit aria-pressed="false">看整页</button></figcaption>'
        f'<div class="frame" tabindex="0" role="group" aria-label="{name}，已标出引文">'
        f'<div class="page" style="aspect-ratio:{page.width:.0f}/{page.height:.0f}">'
        f'<img src="{source}" alt="{name}" decoding="async">{marks}</div></div></figure>'
    )


def _joined(boxes: Sequence[Box]) -> list[Box]:
    """One box for each stretch of a line: runs that follow each other closely on it are one mark."""
    joined: list[Box] = []
    for box in boxes:
        if joined and _continues(joined[-1], box):
            joined[-1] = _around(joined[-1], box)
        else:
            joined.append(box)
    return joined


def _around(one: Box, other: Box) -> Box:
    top, bottom = min(one.top, other.top), max(one.bottom, other.bottom)
    return replace(one, end=other.end, right=max(one.right, other.right), top=top, bottom=bottom)


def _continues(last: Box, box: Box) -> bool:
    height = max(box.bottom - box.top, 1.0)
    shared = min(last.bottom, box.bottom) - max(last.top, box.top)
    together = max(last.bottom, box.bottom) - min(last.top, box.top)
    # A line that leans climbs out of one upright box: it keeps several.
    near = -height < box.left - last.right < height
    return near and shared > _SAME_LINE * height and together < 1.3 * height


def _mark(box: Box, page: Page) -> str:
    left, top = box.left - _PADDING, box.top - _PADDING
    width, height = box.right - box.left + 2 * _PADDING, box.bottom - box.top + 2 * _PADDING
    places = (left / page.width, top / page.height, width / page.width, height / page.height)
    names = ("left", "top", "width", "height")
    style = ";".join(f"{name}:{100 * place:.2f}%" for name, place in zip(names, places, strict=True))
    return f'<i class="spot" style="{style}"></i>'
