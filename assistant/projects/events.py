"""When did a project reach a stage, by what its own sentences tell?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from assistant.figures.undated import in_year_of
from assistant.names import core_name
from language.intended import INTENDED
from language.naming import find_names
from language.period import find_periods
from language.period_label import contains
from language.text import fold
from vectorstore.projects import MergedProject

_AHEAD = re.compile(rf"(?:计划|预计|{INTENDED}|将|力争|有望|确保|争取|推迟|延期|未|待)[^,;。]{{0,12}}$")
ANY_YEAR = "0000"  # of a period that is asked for without its year
_SITE = re.compile(r"(?:位于|落户|落地|入驻|选址|坐落)(?:在|于)?[^,;。]{0,6}$")
_PAST_THE_STAGE = re.compile(r"[;。]")


def reached_within(
    project: MergedProject,
    told: re.Pattern[str],
    labels: Iterable[str],
    day_of: Callable[[str], date | None],
) -> bool | None:
    """Whether what `told` matches happened in one of the periods; None where no sentence dates it.

    `day_of` gives the reference date of a document by its id.
    """
    asked = tuple(labels)
    dated = [
        label
        for row in project.sources
        if told.search(fold(row.quote))
        for label in _dates(row.quote, project, told, day_of(row.document_id))
    ]
    return any(falls_in(label, one) for one in asked for label in dated) if dated else None


def falls_in(day: str, asked: str) -> bool:
    """Whether a day or month lies in the asked period; 三季度 without a year is that of any."""
    return contains(in_year_of(day, asked) if asked.startswith(ANY_YEAR) else asked, day)


def _dates(quote: str, project: MergedProject, told: re.Pattern[str], reference: date | None) -> list[str]:
    text = fold(quote)
    begin, end = _own_part(text, project)
    periods = [
        one for one in find_periods(text, reference=reference) if one.role == "time" and begin <= one.start
    ]
    found = []
    for match in told.finditer(text, begin, end):
        before = [one for one in periods if one.end <= match.start()]
        if not before or _AHEAD.search(text[begin : match.start()]):
            continue
        gap = text[before[-1].end : match.start()]
        if not told.search(gap) and not _PAST_THE_STAGE.search(gap) and "," not in gap:
            found.append(before[-1].label)
    return found


def _own_part(text: str, project: MergedProject) -> tuple[int, int]:
    """From the project's name to the next project's."""
    cores = [core_name(name) for name in (project.name, *project.aliases)]
    at = min((text.find(core) for core in cores if core in text), default=0)
    others = [
        name.start
        for name in find_names(text)
        if name.kind == "project"
        and name.start > at
        and not any(core in name.text for core in cores)
        and not _SITE.search(text, 0, name.start)
    ]
    own_end = at + max((len(core) for core in cores if text.startswith(core, at)), default=0)
    return at, min((start for start in others if start >= own_end), default=len(text))
