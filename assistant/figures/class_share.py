"""How large a share of all projects is of a size class or a trade: 10亿元以上项目, 制造业项目占多少?"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.figures.computed import computed, in_one_unit, plain, rounded
from assistant.figures.lookup import search_ledger
from assistant.figures.measure import short_measure, verb_of, verbs_asked
from assistant.figures.size_asked import threshold_value
from assistant.figures.unasked_part import of_unasked_part
from assistant.figures.whole import share_beside
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.parted import STAGES, amount_measured, part_counted
from language.pattern import pattern
from language.period_label import period_text, same_period
from language.quantity import base_quantity, unit_kind
from vectorstore.ledger_rows import Figure

_ASKED = pattern(r"占(?!地)|比重|比例|几成")
# 5亿元以上项目里，制造业占多少 and 5亿元以上项目开工占比多少 ask for a part of the class.
_IS_THE_WHOLE = pattern(
    r"以上[^,，。]{0,10}(?:[里中][,，]?|[,，]其中)[^\d占超]{2,}占"
    rf"|以上[^,，。]{{0,10}}项目[的,，]?(?:已经?)?(?:{'|'.join(STAGES)})[^\d占超]{{0,8}}占"
)
_OF_MONEY = pattern(r"(?:投资|签约|协议)?(?:总?额|金额)|投资占|资金|[进引内外]资")
_RELATED = 0.2  # of what is asked: what the whole is called stands in the question too


def class_share(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The share as printed behind the count of the class, else worked out from it and the count of all; None
    where neither a size class nor a trade alone is asked about or either count is lacking."""
    if not _ASKED.search(frame.text) or _IS_THE_WHOLE.search(frame.text):
        return None
    if frame.threshold is None and not _OF_A_TRADE_ALONE.search(frame.text):
        return None
    kind = "money" if _OF_MONEY.search(frame.text) else "count"
    parts = [
        one.row
        for one in search_ledger(frame, collection, any_unit=True).candidates
        if one.words >= _RELATED
        and threshold_value(one.row.threshold) == frame.threshold
        and unit_kind(one.row.unit) == kind
        and one.row.modality in ("actual", "planned_total")
        and not one.row.is_growth
        and (frame.threshold is not None or _is_of_trade_asked(one.row, frame.text))
    ]
    asked = verbs_asked(frame.text)  # of what was signed the share is not that of what was settled
    parts = [row for row in parts if verb_of(row) in asked] or parts
    parts = [
        row for row in parts if _SIZED.search(row.metric)
    ] or parts  # 500强项目 beside it is no such class
    if frame.threshold is None and _is_printed(parts, frame, collection):
        return None  # the ledger has the share itself
    parts.sort(key=lambda row: of_unasked_part(row, frame.text) or _names_zones(row, frame.text))
    for part in parts:
        if (stated := share_beside(part, collection)) is not None:
            return stated
        if (whole := _whole(part, frame, collection)) is not None:
            return _told(part, whole, collection)
    return None


def _is_printed(parts: Sequence[Figure], frame: QuestionFrame, collection: Collection) -> bool:
    """Whether the sentence that counts a trade prints its share too: 机械制造项目29个…分别占31.9%和33.6%."""
    told = {(row.document_id, row.start, part_counted(row.metric)) for row in parts}
    return any(
        unit_kind(one.row.unit) == "rate"
        and not one.row.is_growth
        and one.row.metric.endswith("占比")
        and (one.row.document_id, one.row.start, part_counted(one.row.metric.removesuffix("占比"))) in told
        for one in search_ledger(frame, collection, any_unit=True).candidates
    )


# 制造业项目占多大比例 leaves out of what; 占签约项目多少 does not.
_OF_A_TRADE_ALONE = pattern(
    r"(?:项目|企业)(?:数量?)?占(?:比|比重|比例)?(?:是|为|有|了|到)?(?:多少|多大|几成|百分之几)的?(?:比例|比重)?[？?]?$"
)


def _is_of_trade_asked(row: Figure, text: str) -> bool:
    part = part_counted(row.metric) or ("工业" if row.metric.startswith("工业项目") else "")
    return bool(part) and part in text and not part.startswith(STAGES)


_SIZED = pattern(r"[亿万]")
_OF_A_MEANS = pattern(r"通过|借助|经由")  # what was signed at fairs is not all that was signed


def _names_zones(row: Figure, text: str) -> bool:
    """Whether the row is only of a place's zones, which the question does not name."""
    zones = _ZONES.search(row.metric)
    return zones is not None and zones.group() not in text


_ZONES = pattern(r"产业集聚区|园区|开发区|乡镇|镇街")


def _whole(part: Figure, frame: QuestionFrame, collection: Collection) -> Figure | None:
    """The count that the class is of: the nearest before it of the same place, time and doing."""
    asked = verbs_asked(frame.text)
    told = collection.figures_in(part.document_id)
    fits = [row for row in told if _may_hold(row, part, asked)]
    wide = [row for row in fits if not _is_of_a_trade(row, part, frame.text)]
    named = [row for row in wide if verb_of(row) in asked] if asked else wide
    before = [row for row in named if row.raw_start < part.raw_start]
    return max(before, key=lambda row: row.raw_start) if before else next(iter(named), None)


def _is_of_a_trade(row: Figure, part: Figure, text: str) -> bool:
    """Whether a row counts projects of one trade, which hold no size class of all, unless that trade is asked
    of: 5亿元以上工业项目占多少."""
    trade = _TRADE.search(row.metric)
    return trade is not None and _TRADE.search(part.metric) is None and trade.group() not in text


_TRADE = pattern(r"[一-鿿]业(?:类|链|集群)?的?(?:项目|企业)")


def _may_hold(row: Figure, part: Figure, asked: frozenset[str]) -> bool:
    size, own = threshold_value(row.threshold), threshold_value(part.threshold)
    one, other = base_quantity(row.value, row.unit), base_quantity(part.value, part.unit)
    doing = {verb_of(row), verb_of(part)} - {""}
    return (
        row.subject == part.subject
        and (not part.period or same_period(row.period, part.period))  # a part need not be dated again
        and row.modality == part.modality
        and not row.is_growth
        and other[1] == one[1]
        and one[0] > other[0]
        and (size is None or (own is not None and size < own))
        and (not part_counted(row.metric) or verb_of(row) in asked)
        and amount_measured(row.metric) == amount_measured(part.metric)  # no share of another money
        and not _names_zones(row, part.metric)
        and not _OF_A_MEANS.search(row.metric)
        and len(doing) < 2  # 开工 is no part of 签约
    )


def _told(part: Figure, whole: Figure, collection: Collection) -> Draft:
    left, right, _ = in_one_unit(part, whole)
    share = left / right * 100
    when = period_text(part.period) if part.period else ""
    names = "，".join(f"{short_measure(row)}{value_text(row)}" for row in (part, whole))
    worked = f"{plain(left)} ÷ {plain(right)} = {rounded(share)}%"
    text = f"{part.subject}{when}占{rounded(share)}%（{worked}）：{names}"
    return computed(text, [part, whole], collection, derived=[share, Decimal(rounded(share))])
