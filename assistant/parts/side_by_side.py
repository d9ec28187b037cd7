"""Are two figures asked that carry a measure each, and may they be compared?"""

from __future__ import annotations

import re

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.figure_answers import best_row
from assistant.figures.measure import measure_key
from assistant.figures.words_asked import measure_terms
from assistant.parts.read import Understand
from assistant.question import QuestionFrame
from assistant.wording import statement_of
from language.period_label import label_dates
from language.place import Place
from language.quantity import find_quantities

_JOINT = re.compile(r"和|与|、|，|,|以及|跟")


def period_parts(frame: QuestionFrame) -> tuple[str, ...]:
    """One question for each of two periods that carry their own measure:
    2023年前三季度5亿元以上…和2024年亿元以上…."""
    periods = [period for period in frame.periods if period.role != "comparison"]
    if len(periods) != 2 or not re.search(r"分别|各|口径|比较|对比|相比", frame.text):
        return ()
    if not measure_terms(frame):  # the measure is left out: 目标和实际相比
        return ()
    first, second = periods
    cuts = list(_JOINT.finditer(frame.text, first.end, second.start))
    if not cuts:
        return ()
    if len(frame.text[first.end : cuts[-1].start()].strip("的")) < 2:  # 上半年和前三季度签约项目各多少
        return ()
    head, tail = frame.text[: cuts[-1].start()], frame.text[cuts[-1].end() :]
    tail = re.split(r"分别|各(?:是|有)?多少|口径|[?？]", tail)[0]
    place = next((p.name for p in frame.places), "")
    if (
        len(re.sub(r"的", "", tail[second.end - cuts[-1].end() :])) < 3
    ):  # 2023年和2024年签约数: the measure stands once
        return ()
    return f"{head}是多少？", f"{'' if place[:2] in tail else place}{tail}是多少？"


def place_parts(frame: QuestionFrame) -> tuple[str, ...]:
    """One question for each of two places whose size classes differ:
    A的5亿元以上项目比B的亿元以上项目少吗."""
    sizes = {q.base()[0] for q in find_quantities(frame.text) if q.kind == "money" and q.qualifier == "以上"}
    if len(frame.places) != 2 or len(sizes) != 2:
        return ()
    first, second = (_at(frame.text, place) for place in frame.places)
    cuts = [
        m
        for m in re.finditer(r"和|与|、|跟|比|同", frame.text[: max(first, second)])
        if m.start() > min(first, second)
    ]
    if not cuts:
        return ()
    head, tail = frame.text[: cuts[-1].start()], frame.text[cuts[-1].end() :]
    tail = re.split(r"少吗|多吗|大吗|小吗|哪个|谁|[?？]|分别", tail)[0]
    when = next((frame.text[p.start : p.end] for p in frame.periods), "")
    return f"{head}是多少？", f"{'' if when and when in tail else when}{tail}是多少？"


def _at(text: str, place: Place) -> int:
    return max(text.find(place.name), text.find(place.short))


def _length(label: str) -> int:
    """The months that a period lasts, 0 where none is told."""
    if not label:
        return 0
    first, last = label_dates(label)
    return (last.year - first.year) * 12 + last.month - first.month + 1


def compare_periods(frame: QuestionFrame, collection: Collection, *, understand: Understand) -> Draft | None:
    """Both parts answered, with a word on whether they may be compared."""
    parts = place_parts(frame) or period_parts(frame)
    rows = [best_row(understand(part), collection) for part in parts]
    if len(rows) != 2 or rows[0] is None or rows[1] is None:
        return None
    statements = tuple(
        Statement(text=statement_of([row], collection.siblings(row)), evidence=(collection.evidence(row),))
        for row in rows
        if row
    )
    alike = measure_key(rows[0]) == measure_key(rows[1])
    verdict = "两者口径相同" if alike else "两者口径不同，不可直接比较"
    if alike and _length(rows[0].period) != _length(rows[1].period):
        verdict = "两者口径相同，但时间段长短不同，不可直接比较"
    return Draft(statements=statements, notes=(verdict,))
