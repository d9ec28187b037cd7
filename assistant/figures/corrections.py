"""Which rows has a later document corrected, and what holds instead?

A correction prints both (由41个更正为38个, “57个”应为“59个”): the row marked 更正前 names the one that no
longer holds. Wherever an older document told that number of the same subject and time, the corrected one
stands in its place, cited to the correction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from language.quantity import base_quantity
from vectorstore.ledger_rows import Figure

_MARK = "更正前"
# The correction need not print the size class again, and a cell shows nothing that its source does not print.
_SIZE_CLASS = re.compile(r"(?:超|过)?\d*[十百千]?亿元?(?:以上|级)?")
_TO_THE_NEXT = 8  # characters from one quotation to the next: ”更正为“
_Said = tuple[str, str, tuple[object, str]]


def corrected(rows: Sequence[Figure]) -> list[Figure]:
    """The rows without those overtaken; what corrects one has its measure and size class, told only there."""
    instead = _corrections(rows)
    if not instead:
        return [*rows]
    told: dict[tuple[str, int], Figure] = {}
    overtaken: set[tuple[str, int]] = set()
    subjects = {subject for subject, _, _ in instead}  # of few rows the amount need be worked out
    for row in [row for row in rows if row.subject in subjects]:
        new = instead.get(_said(row)) or instead.get(_whenever(_said(row)))
        if new is not None and _MARK not in row.metric and new.document_id != row.document_id:
            measured = replace(new, metric=_SIZE_CLASS.sub("", row.metric), threshold=row.threshold)
            told[_at(new)] = measured
            overtaken.add(_at(row))
    return [told.get(_at(row), row) for row in rows if _at(row) not in overtaken]


def _at(row: Figure) -> tuple[str, int]:
    return row.document_id, row.raw_start


def _corrections(rows: Sequence[Figure]) -> dict[_Said, Figure]:
    found: dict[_Said, Figure] = {}
    for row in [row for row in rows if _MARK in row.metric]:
        after = [
            other
            for other in rows
            if other.document_id == row.document_id
            and other.raw_start > row.raw_start
            and other.start <= row.end + _TO_THE_NEXT
            and other.unit == row.unit
            and other.subject == row.subject
            and _MARK not in other.metric
        ]
        if after:
            measure = row.metric.removesuffix(f"（{_MARK}）")
            found[_said(row)] = min(after, key=lambda other: (other.metric != measure, other.raw_start))
    return found


def _whenever(said: _Said) -> _Said:
    """The same of no stated time: 2.龙凤区到位资金由41.2亿元更正为37.7亿元."""
    return said[0], "", said[2]


def _said(row: Figure) -> _Said:
    return row.subject, row.period, base_quantity(row.value, row.unit)
