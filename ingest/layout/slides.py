"""Which printed pages are slides, and where does each point on them end?

A slide's points are lines of a few words that end where their author stopped: neither a full stop nor the
margin tells which lines are one point, only how near they stand and whether the next word would have fitted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.layout.printed import Line

_LINES_OF_A_SLIDE = 42  # fewer of the running type would fill the page; a page of prose holds fifty
_LEAST_TYPE = 13.0  # points: a low page in smaller type is a strip of a newspaper
_FULL = 2.2  # em short of the margin: Chinese breaks anywhere, but before a mark
_MARKS = "。，、；：？！”’）》」』】%"
_TIGHT, _CLOSE, _TIGHTER = 0.45, 0.9, 0.3  # em between lines


def is_slide(running: float, page_height: float) -> bool:
    """Whether type of the size `running` is that of a page to be seen from the back of a room."""
    return running >= _LEAST_TYPE and running * _LINES_OF_A_SLIDE > page_height


def slide_pages(lines: Iterable[Line]) -> frozenset[int]:
    """The pages whose commonest size of type is a slide's."""
    sizes: defaultdict[int, defaultdict[float, int]] = defaultdict(lambda: defaultdict(int))
    heights: dict[int, float] = {}
    for line in lines:
        sizes[line.page][line.size] += len(line.text)
        heights[line.page] = line.page_height
    return frozenset(
        page for page, used in sizes.items() if is_slide(max(used, key=used.__getitem__), heights[page])
    )


def same_point(last: Line, line: Line, alike: Sequence[Line], *, room: float) -> bool:
    """Whether a point that `last` ends goes on with `line`, whose first word takes `room`; `alike` are the
    lines set like them, in order."""
    gap, em = line.top - last.bottom, last.size
    if line.page != last.page or line.region != last.region or not -em < gap < _CLOSE * em:
        return False
    right = max(other.right for other in alike)
    marks = len(line.text[1:]) - len(line.text[1:].lstrip(_MARKS))
    if right - last.right >= max(room, (_FULL + marks) * em):
        return False
    gaps = [after.top - before.bottom for before, after in pairwise(alike)]
    if gap + _TIGHTER * em < max(gaps, default=gap):
        return True
    ended = any(right - other.right >= _FULL * em for other in alike[:-1])  # points are set as close
    return gap < (_TIGHT if ended else _CLOSE) * em
