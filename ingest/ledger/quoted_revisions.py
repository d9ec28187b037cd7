"""What does a correction quote as printed, and what as it should be: “78亿元”更正为“72亿元”?"""

from __future__ import annotations

import re

from ingest.ledger.cast import cast_of
from ingest.ledger.narration import Line
from ingest.ledger.revised import REVISION
from language.text import Reading
from language.value import replace

_QUOTED = re.compile(rf"“(?P<old>[^“”]+)”(?:有误)?,?(?:现|特)?{REVISION}“(?P<new>[^“”]+)”")
_NUMBER = re.compile(r"\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # of the paper that is corrected


def quoted_revisions(line: Line) -> list[tuple[Line, bool]]:
    """The quoted parts of a correction, each a line of its own, and whether it no longer holds; none where
    each quotes but one figure, which the sentence tells well enough."""
    pairs = [] if line.seam else list(_QUOTED.finditer(line.text))
    if not any("," in pair["old"] and _NUMBER.search(pair["new"]) for pair in pairs):
        return []
    found: list[tuple[Line, bool]] = []
    told = line
    for pair in pairs:
        for part in ("old", "new"):
            told = _part(told, line, pair.span(part))
            found.append((told, part == "old"))
    return found


def _part(before: Line, line: Line, span: tuple[int, int]) -> Line:
    """The characters of a line as one of its own, told behind another part of it."""
    start, end = span
    reading = Reading(text=line.text[start:end], offsets=line.reading.offsets[start : end + 1])
    scene = before.scene if before is line else before.scene.told(before.cast)
    periods = tuple(
        replace(one, start=one.start - start, end=one.end - start)
        for one in line.cast.periods
        if start <= one.start and one.end <= end
    )
    cast = cast_of(reading.text, scene.places, periods=periods, companies=scene.companies)
    told = [one for one in line.cast.periods if one.end <= start and not _DAY.match(one.label)]
    return replace(line, reading=reading, cast=cast, scene=scene, period=told[-1] if told else line.period)
