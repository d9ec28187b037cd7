"""What do two kinds of projects of one place come to together: 先进制造项目和食品加工项目一共几个?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.figures.computed import computed, plain
from assistant.figures.lookup import search_ledger
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.parted import part_counted
from language.period_label import period_text
from language.quantity import unit_kind
from vectorstore.ledger_rows import Figure

_KINDS = re.compile(
    r"(?P<kinds>[^,，。？?]+?(?:[、和与及跟]|加上)[^,，。？?]+?)(?:这?[两三四]类)?(?:的)?(?:项目|企业)?"
    r"(?:一共|总共|合计|共计|加起来|合起来)"
)
_AND = re.compile("[、和与及跟]|加上")
_HEAD = re.compile(r"(?:类|产业)?(?:的)?(?:项目|企业)$|类$|产业$")
_LED_BY = re.compile(r"^(?:包含|包括|涉及|其中|涵盖|有)")
_LEAST = 2  # characters of a kind's name


def add_kinds(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The sum of what one paper counts of each kind named, of one place and time; None where a kind named is
    not counted, or none is."""
    asked = _KINDS.search(frame.text)
    if frame.operation != "sum" or asked is None or len(frame.places) > 1:
        return None
    named = _AND.split(asked["kinds"])
    rows = [one.row for one in search_ledger(frame, collection).candidates if _is_counted(one.row)]
    for first in rows:
        alike = [row for row in rows if _of_one_count(row, first)]
        found = [next(_of_kind(kind, alike), None) for kind in named]
        told = [row for row in found if row is not None]
        if len(told) == len(named) == len({row.raw_start for row in told}):
            return _added(told, collection)
    return None


def _is_counted(row: Figure) -> bool:
    return unit_kind(row.unit) == "count" and row.modality == "actual" and not row.is_growth


def _of_one_count(row: Figure, first: Figure) -> bool:
    return (row.document_id, row.subject, row.period, row.unit) == (
        first.document_id, first.subject, first.period, first.unit
    )  # fmt: skip


def _of_kind(kind: str, rows: Sequence[Figure]) -> Iterator[Figure]:
    """The rows that count projects of a kind; its name may stand behind a question's place and time."""
    asked = _HEAD.sub("", kind)
    for row in rows:
        part = _HEAD.sub("", _LED_BY.sub("", part_counted(row.metric)))
        if len(part) >= _LEAST and (part in asked or (len(asked) >= _LEAST and asked in part)):
            yield row


def _added(rows: Sequence[Figure], collection: Collection) -> Draft:
    total = sum((row.value for row in rows), Decimal(0))
    expression = f"{' + '.join(plain(row.value) for row in rows)} = {plain(total)}"
    told = "、".join(f"{_LED_BY.sub('', row.metric)}{value_text(row)}" for row in rows)
    when = period_text(rows[0].period) if rows[0].period else ""
    text = f"{rows[0].subject}{when}合计{plain(total)}{rows[0].unit}（{expression}）：{told}"
    return computed(text, list(rows), collection, derived=[total])
