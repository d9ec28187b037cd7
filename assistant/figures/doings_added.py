"""What do two doings come to together: 签约项目和开工项目总投资加起来多少, 已开工和已签约一共多少个?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.figures.computed import computed, plain
from assistant.figures.lookup import search_ledger
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.quantity import unit_kind
from vectorstore.ledger_rows import Figure

_DOING = r"(?:签约|开工|竣工|投产|在建|续建|前期|落地|注册|停工|储备|在谈)"
_TWO = re.compile(
    rf"(?P<one>{_DOING})(?:的|了)?(?:项目|数)?(?:和|与|及|加上?|、|跟)(?:集中|新|已|现场|正)?(?P<two>{_DOING})"
)
_MONEY = re.compile(r"投资|金额|资金|亿|钱")
_NEAR = 120  # characters in which a paper tells of both


def add_doings(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The sum of the two figures, told beside each other of one place and time; None where they are not."""
    asked = _TWO.search(frame.text)
    if frame.operation != "sum" or asked is None or asked["one"] == asked["two"]:
        return None
    if len(set(re.findall(_DOING, frame.text))) > 2:
        return None  # 签约、开工、竣工加起来 is no sum of two of them
    kind = "money" if _MONEY.search(frame.text) else "count"
    rows = [
        one.row
        for one in search_ledger(frame, collection, any_unit=True).candidates
        if unit_kind(one.row.unit) == kind
        and not one.row.is_growth
        and one.row.modality in ("actual", "planned_total")
    ]
    pair = next(_pairs(rows, asked["one"], asked["two"], collection), None)
    return _added(pair, (asked["one"], asked["two"]), collection) if pair else None


def _pairs(
    rows: Sequence[Figure], one: str, two: str, collection: Collection
) -> Iterator[tuple[Figure, Figure]]:
    first = [row for row in rows if _tells(row, one, collection)]
    second = [row for row in rows if _tells(row, two, collection)]
    for left in first:
        for right in second:
            same = (left.document_id, left.subject, left.period, left.unit, left.threshold) == (
                right.document_id, right.subject, right.period, right.unit, right.threshold
            )  # fmt: skip
            if same and left != right and abs(left.raw_start - right.raw_start) <= _NEAR:
                yield left, right


def _tells(row: Figure, doing: str, collection: Collection) -> bool:
    """Whether a figure is of the doing: by its own words, else by those of the count right before it."""
    told = row.metric
    if not re.search(_DOING, told):
        before = [own for own in collection.siblings(row) if own.raw_start < row.raw_start]
        told = before[-1].metric if before else ""
    return doing in told and len(re.findall(_DOING, told)) == 1


def _added(pair: tuple[Figure, Figure], named: tuple[str, str], collection: Collection) -> Draft:
    left, right = pair
    total = left.value + right.value
    text = (
        f"{left.subject}{named[0]}和{named[1]}合计{plain(total)}{left.unit}"
        f"（{plain(left.value)} + {plain(right.value)} = {plain(total)}）："
        f"{named[0]}{value_text(left)}，{named[1]}{value_text(right)}"
    )
    return computed(text, list(pair), collection, derived=[total])
