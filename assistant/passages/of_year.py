"""Of what is told, what is of the year asked about: 2027年的目标有哪些 where aims of three years are set?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.draft import Draft, Statement
from assistant.question import QuestionFrame
from assistant.wording import as_printed
from language.period import find_periods
from language.text import fold

_ASKS_WHAT = frozenset({"list", "how", "definition", "text"})
_PARTS = re.compile(r"[^；;。]+[；;。]?")
_AIMS = re.compile(r"目标|全年|力争|达到|突破|年[内底]")
_TELLS_TERM = re.compile(r"版|年度|文件|政策|办法|措施|意见|规定|条例|号")


def of_year_asked(draft: Draft, frame: QuestionFrame) -> Draft | None:
    """The draft without what is told of other years alone; None where that is all of it. Only what prints its
    year is of another, and only where things are asked for, and no number."""
    asked = {one.label[:4] for one in frame.periods if one.basis == "explicit" and one.label[:4].isdigit()}
    if not asked or frame.wants - _ASKS_WHAT or draft.rows or draft.refused or not draft.statements:
        return draft
    if _TELLS_TERM.search(frame.text):
        return draft
    told = [_of(one, asked) for one in draft.statements]
    kept = tuple(one for one in told if one is not None)
    if told[0] is None and not any(asked & set(_years(one.text)) for one in kept):
        return None  # what stands beside the answer is none
    return replace(draft, statements=kept)


def _of(statement: Statement, asked: set[str]) -> Statement | None:
    """The statement, or of one that goes through several years the parts of those asked about."""
    years = set(_years(statement.text))
    if not years:  # 全年引进80个, in the plan of another year
        paper = statement.evidence[0].document
        titled = set(_years(paper.title)) if _AIMS.search(statement.text) else set()
        looks_back = paper.reference_date[:4] in asked and all(
            year < paper.reference_date[:4] for year in titled
        )
        return statement if not titled or asked & titled or looks_back else None
    if not asked & years:
        return None
    parts = [match.group() for match in _PARTS.finditer(statement.text)]
    own = [part for part in parts if not (found := set(_years(part))) or found & asked]
    if len(own) == len(parts):
        return statement
    return replace(statement, text=as_printed("".join(own).rstrip("；;，,")))


def _years(text: str) -> Iterator[str]:
    """The years that a text prints as the time of what it tells, a span of years year by year."""
    for period in find_periods(fold(text), reference=None):
        if period.basis != "explicit" or period.role == "comparison" or not period.label[:4].isdigit():
            continue
        yield from map(str, range(int(period.label[:4]), _last(period.label) + 1))


def _last(label: str) -> int:
    behind = re.search(r"(?:20\d\d).*?(20\d\d)$", label)
    return int(behind[1]) if behind else int(label[:4])


_AIMS_ASKED = re.compile(
    r"(?:目标|任务|指标)(?:都|主要|分别)*(?:有|是|包括)(?:哪些|什么)|(?:哪些|什么|哪几[个项])(?:主要|具体)?目标"
)


def aims_in_full(draft: Draft, frame: QuestionFrame) -> Draft:
    """The sentence that sets an aim with all the others, where the aims are asked for and one is told."""
    asked = _AIMS_ASKED.search(frame.text) and not frame.asks_number
    if not asked or draft.rows or draft.refused or len(draft.statements) != 1:
        return draft
    (told,) = draft.statements
    whole = as_printed(told.evidence[0].text) if len(told.evidence) == 1 else ""
    fits = len(told.text) < len(whole) <= _ROOM
    return replace(draft, statements=(replace(told, text=whole),)) if fits else draft


_ROOM = 300  # characters
