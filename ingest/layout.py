"""In which order does a person read the lines of a printed page?"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.printed import Line, Rect


def reading_order(lines: Sequence[Line], *, shapes: Sequence[Rect] = ()) -> list[Line]:
    """The lines of one page in reading order, each with its region; where they came from does not matter.

    `shapes` are the frames, rules and pictures drawn on the page, if any are known.
    """
    return list(lines)
