"""Which districts had less, or more, than in another period: 二季度比一季度少的区县有哪些?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.figures.bounds import PLACES
from assistant.figures.computed import computed, in_one_unit, plain
from assistant.figures.measure import comparable, measure_key
from assistant.figures.rows_by_place import rows_by_place
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.period_label import label_dates, period_text
from vectorstore.ledger_rows import Figure

_WHICH = re.compile(rf"哪(?:些|几个|个)[^，。？最]{{0,6}}{PLACES}|{PLACES}(?:有|是)?(?:哪些|哪几个)")
_THAN = re.compile(r"(?:比|较|不如)(?!去年|上年)[^，。？]{2,12}?(?P<how>少|减|降|下滑|低|回落|多|增|升|高)")
_LESS = ("少", "减", "降", "下滑", "低", "回落")
_PERIODS = 2


def asks_moved(frame: QuestionFrame) -> bool:
    """Whether it is asked which places had less or more in one of two periods than in the other."""
    asked = _WHICH.search(frame.text) and _THAN.search(frame.text)
    return bool(asked) and len(frame.all_period_labels) == _PERIODS and not frame.names


def places_that_moved(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The places of which it is so, each with both figures; None where fewer than two are told of in both
    periods."""
    than = _THAN.search(frame.text)
    if than is None:
        return None
    before, after = sorted(frame.all_period_labels, key=lambda label: label_dates(label)[1])
    old, new = (_rows_in(label, frame, collection) for label in (before, after))
    pairs = [
        (old[name], row)
        for name, row in new.items()
        if name in old and comparable(measure_key(old[name]), measure_key(row))
    ]
    if len(pairs) < _PERIODS:
        return None
    less = (than["how"] in _LESS) != than.group().startswith("不如")
    moved = [pair for pair in pairs if _sign(*pair) != 0 and (_sign(*pair) < 0) == less]
    return _told(moved, pairs, collection, less=less)


def _rows_in(label: str, frame: QuestionFrame, collection: Collection) -> dict[str, Figure]:
    """The rows of the places in that one of the question's periods."""
    one = next(period for period in frame.periods if period.label == label)
    text = _THAN.sub("", frame.text)  # 减少 asks for no growth that is printed
    asked = replace(frame, text=text, periods=(replace(one, role="time"),), operation="rank")
    return {name: row for name, row in rows_by_place(asked, collection).items() if not row.is_growth}


def _sign(old: Figure, new: Figure) -> int:
    """Whether there is less, as much or more: −1, 0 or 1."""
    left, right, _ = in_one_unit(new, old)
    return (left > right) - (left < right)


def _told(
    moved: Sequence[tuple[Figure, Figure]],
    pairs: Sequence[tuple[Figure, Figure]],
    collection: Collection,
    *,
    less: bool,
) -> Draft:
    old, new = pairs[0]
    how = "少" if less else "多"
    lead = f"{period_text(new.period)}比{period_text(old.period)}{how}的"
    told, derived = [], []
    for before, after in moved:
        left, right, unit = in_one_unit(after, before)
        gap = f"{how}{plain(abs(left - right))}{unit}"
        told.append(f"{after.subject}{value_text(after)}（原{value_text(before)}，{gap}）")
        derived.append(abs(left - right))
    text = f"{lead}有{len(moved)}个：{'、'.join(told)}" if moved else f"没有{lead}：{len(pairs)}个都不是"
    shown = [row for pair in moved or pairs for row in pair]
    notes = [f"{len(pairs)}个单位两个时段都有数据"]
    return computed(text, shown, collection, derived=derived, notes=notes)
