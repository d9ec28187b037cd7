"""How many are left of a whole besides a part of it: 没开工的有几个, 除先进制造业外还有多少?"""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.figures.computed import computed, in_one_unit, labelled, plain, rounded
from assistant.figures.lookup import search_ledger
from assistant.figures.measure import measure_text
from assistant.figures.shares import named_part
from assistant.figures.size_asked import threshold_value
from assistant.figures.starts import begun_of_so_many, done_and_signed
from assistant.figures.taken_out import part_and_whole
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.period_label import label_dates
from language.quantity import unit_kind
from vectorstore.ledger_rows import Figure

_NOT_YET = re.compile(r"(?:没有?|还没|未|尚未)(?P<stage>开复工|开工|投产|落地|注册|竣工)(?!率)")
_BESIDES = re.compile(r"(?<=.)[里中][,，]?除(?=(?P<part>[^,，。？?]{2,14}?)(?:之外|以外|外))")
_OTHERS = re.compile(r"非(?P<part>[一-鿿]{2,6}?)(?:类|的|项目|企业|占|有|多少|几)")
_RELATED = 0.2


def asks_left_over(frame: QuestionFrame) -> bool:
    """Whether a question asks for what a part leaves of its whole."""
    less = _NOT_YET.search(frame.text) or _OTHERS.search(frame.text)
    return bool(_BESIDES.search(frame.text)) or (frame.asks_number and bool(less))


def left_over(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """Whole less part; None where either is not told, or what is left is printed itself."""
    if (besides := _BESIDES.search(frame.text)) is not None:
        found = search_ledger(frame, collection, any_unit=True).candidates
        rows = [c.row for c in found if c.words >= _RELATED or _is_of_class(c.row, frame)]
        pair = named_part(rows, frame, besides, True)
        return _less(*pair, f"除{besides['part']}外还有", frame, collection) if pair else None
    if (others := _OTHERS.search(frame.text)) is not None:
        taken = part_and_whole(frame, others["part"], collection)
        return _less(*taken, f"非{others['part']}的", frame, collection) if taken else None
    stage = _NOT_YET.search(frame.text)
    if stage is None or _is_printed(stage["stage"], frame, collection):
        return None
    if not (frame.places or frame.names):
        taken = part_and_whole(frame, stage["stage"], collection)
        return _less(*taken, f"没{stage['stage']}的", frame, collection) if taken else None
    pairs = list(done_and_signed(frame, stage["stage"], collection, told_on=True))
    if not pairs:
        counted = begun_of_so_many(frame, stage["stage"], collection)
        return _less(*counted[:2], f"没{stage['stage']}的", frame, collection) if counted else None
    done, signed = max(pairs, key=lambda pair: (label_dates(pair[0].period)[1], pair[0].threshold))
    return _less(done, signed, f"没{stage['stage']}的", frame, collection)


def _is_of_class(row: Figure, frame: QuestionFrame) -> bool:
    """Whether a row counts the size class asked about, though the part says most of the words."""
    return frame.threshold is not None and threshold_value(row.threshold) == frame.threshold


def _is_printed(stage: str, frame: QuestionFrame, collection: Collection) -> bool:
    """Whether the papers count themselves what is not yet done."""
    not_yet = re.compile(rf"(?:未|没有?){stage}")
    found = search_ledger(frame, collection).candidates
    return any(not_yet.search(one.row.metric) and unit_kind(one.row.unit) == "count" for one in found)


def _less(
    part: Figure, whole: Figure, what: str, frame: QuestionFrame, collection: Collection
) -> Draft | None:
    left, right, unit = in_one_unit(whole, part)
    if left < right:
        return None
    gap = left - right
    derived = [gap]
    told = f"{what}{plain(gap)}{unit}（{plain(left)} − {plain(right)} = {plain(gap)}）"
    if left and _SHARE_ASKED.search(frame.text):
        share = gap / left * 100
        told += f"，占{rounded(share)}%（{plain(gap)} ÷ {plain(left)} = {rounded(share)}%）"
        derived += [share, Decimal(rounded(share))]
    text = (
        f"{labelled(whole, frame)}：{told}：{measure_text(whole)}{value_text(whole)}，"
        f"{measure_text(part)}{value_text(part)}"
    )
    return computed(text, [whole, part], collection, derived=derived, notes=["由同期两数相减得出"])


_SHARE_ASKED = re.compile(r"占(?:比|了)?(?:是|为)?(?:多少|几成|百分之几|多大)|(?:比例|比重|占比)")
