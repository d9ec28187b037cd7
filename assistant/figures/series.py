"""What was one figure in each of several periods: 一季度、上半年和前三季度分别签约多少?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.lookup import search_ledger
from assistant.figures.measure import comparable, measure_key, measure_text
from assistant.figures.remainder import remainder
from assistant.figures.undated import same_part
from assistant.figures.weighing import is_of_a_district
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.period import Period
from language.period_label import contains, label_dates, period_text, same_period
from language.quantity import unit_kind
from vectorstore.ledger_rows import Figure

_LEAST = 3  # two periods are compared, with their difference


def list_periods(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The figure of one place in every period asked about, as printed or as the rest of two running totals;
    None for fewer than three periods (two asked 各多少), or where no two of them are told alike."""
    labels = frame.period_labels
    least = _LEAST - bool(re.search(r"各|分别", frame.text))
    if len(labels) < least or len(frame.places) > 1:
        return None
    found = {label: best_in_period(frame, collection, label) for label in labels}
    rows = [row for row in found.values() if row is not None]
    if not rows or not all(comparable(measure_key(row), measure_key(rows[0])) for row in rows):
        return None
    told: list[Statement] = []
    missing: list[str] = []
    for label, row in found.items():
        rest = remainder(_of_period(frame, label), collection) if row is None else None
        if row is not None:
            when = row.period if same_part(row.period, label) else label  # 一季度 of a paper of another year
            text = f"{row.subject}{period_text(when)}：{measure_text(row)}{value_text(row)}"
            told.append(Statement(text=text, evidence=(collection.evidence(row),)))
        elif rest is not None:
            told += rest.statements
        else:
            missing.append(period_text(label))
    notes = (f"资料中没有{'、'.join(missing)}的同类数据",) if missing else ()
    return Draft(statements=tuple(told), notes=notes) if len(told) > 1 else None


def _of_period(frame: QuestionFrame, label: str) -> QuestionFrame:
    periods = tuple(replace(p, role="time") for p in frame.periods if p.label == label)
    return replace(frame, periods=periods, terms=tuple(term for term in frame.terms if term != "同期"))


def best_in_period(frame: QuestionFrame, collection: Collection, label: str) -> Figure | None:
    """The best row of an amount or a count of this one of the question's periods, or None.

    Where no row of the whole of it says nearly as much, the running total of a part: 1—9月 for 2023年.
    """
    one = _of_period(frame, label)
    found = [
        c
        for c in search_ledger(one, collection, any_unit=True).candidates
        if c.words >= _SAYS and not c.row.is_growth and unit_kind(c.row.unit) != "rate"
    ]
    most = max((c.words for c in found), default=0.0)
    found.sort(key=lambda c: _last(c.row, frame, label, collection))  # stable
    near = [c.row for c in found if c.words >= most - _LAGS]
    whole = [row for row in near if same_period(row.period, label)]  # before a like part of another year
    whole += [row for row in near if _part_alike(row.period, label, one.periods)]
    return next(iter([*whole, *(row for row in near if _runs_in(row.period, label))]), None)


_SAYS = 0.5  # share of the question that a row must say
_LAGS = 0.3  # behind the row that says most of it: of something else


def _runs_in(part: str, whole: str) -> bool:
    """Whether a part of a year opens with it: 2023年1—9月."""
    return len(whole) == 4 and contains(whole, part) and label_dates(whole)[0] == label_dates(part)[0]


def _last(row: Figure, frame: QuestionFrame, label: str, collection: Collection) -> tuple[bool, bool]:
    """Aims last, first for the period whose aim is asked (2024年目标比2023年多多少); asked of nobody, what
    districts have after what their city has."""
    of_a_part = not frame.places and not frame.names and is_of_a_district(row, collection)
    return of_a_part, (row.modality in ("target", "forecast")) != _aims_in(label, frame)


def _aims_in(label: str, frame: QuestionFrame) -> bool:
    """Whether an aim is asked behind the name of this period, before the next."""
    starts = sorted(period.start for period in frame.periods)
    for period in frame.periods:
        if period.label == label:
            stop = min((start for start in starts if start > period.start), default=len(frame.text))
            return bool(re.search(r"目标|任务", frame.text[period.end : stop]))
    return False


def _part_alike(own: str, label: str, periods: Sequence[Period]) -> bool:
    """一季度 and 1—7月 of no stated year are those of any."""
    undated = bool(own) and len(label) > 4 and not any(period.dated for period in periods)
    return undated and same_part(own, label)
