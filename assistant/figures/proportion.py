"""How are the three sectors proportioned, and by how much did the share of one of them move?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.computed import computed, plain
from assistant.figures.lookup import search_ledger
from assistant.question import QuestionFrame
from assistant.refusal import unanswered
from assistant.wording import as_printed, headed, value_text
from language.period_label import label_before, period_text, same_period
from language.proportions import PROPORTION, find_proportions
from language.quantity import unit_kind
from language.text import fold
from vectorstore.ledger_rows import Figure

_ASKED = re.compile(rf"{PROPORTION}[^，。？?]{{0,6}}(?:比|结构|构成)|三次产业结构")
_MOVED_ASKED = re.compile(r"变化|调整|怎么变|变了")
_TERMS = ("第一产业", "地区生产总值", "比重")
_SHARE_OF_GDP = "第一产业占地区生产总值比重"


def told_proportion(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """三次产业结构 as the newest paper of the asked place and time prints it; None where none does."""
    if not _ASKED.search(frame.text) or len(frame.places) > 1:
        return None
    if newest := _newest(frame, collection):
        return Draft(statements=(_statement(newest, frame, collection),))
    other = _newest(replace(frame, periods=()), collection)  # of another time: the nearest there is
    if other is None:
        return None
    near = _statement(other, frame, collection)
    shown = Statement(text=f"最接近的是：{near.text}（并非所问）", evidence=near.evidence)
    return replace(unanswered(frame), statements=(shown,))


def _newest(frame: QuestionFrame, collection: Collection) -> Figure | None:
    """The first sector's share in the newest proportion of the asked place and time."""
    asked = replace(frame, text=_ASKED.sub(_SHARE_OF_GDP, frame.text), terms=_TERMS, operation="lookup")
    found = search_ledger(asked, collection, any_unit=True).candidates
    rows = [one.row for one in found if _is_share(one.row, "第一产业") and one.row.modality != "target"]
    rows = [row for row in rows if not frame.places or row.subject in frame.place_names]
    return max(rows, key=lambda row: row.period, default=None)


def _statement(first: Figure, frame: QuestionFrame, collection: Collection) -> Statement:
    """The proportion that a row opens, with what it was before where that is asked."""
    three = _three(first, collection)
    at = first.raw_start - first.start
    until = three[-1].raw_start + len(three[-1].raw) - first.start
    told = f"三次产业之比为{first.quote[at:until]}"
    if _MOVED_ASKED.search(frame.text) or not find_proportions(fold(told)):
        opens = max(first.quote.rfind(mark, 0, at) for mark in "，；。") + 1
        told = as_printed(first.quote[opens:until])
    return Statement(text=headed(told, [first]), evidence=(collection.evidence(first),))


def _three(first: Figure, collection: Collection) -> list[Figure]:
    """The row and those of the two other sectors that are printed behind it."""
    others = [one for one in collection.siblings(first) if one.raw_start > first.raw_start]
    named = (next((one for one in others if _is_share(one, part)), None) for part in ("第二产业", "第三产业"))
    return [first, *filter(None, named)]


def _is_share(row: Figure, part: str) -> bool:
    """Whether a row is the share of that sector: 第一产业增加值占地区生产总值的比重, 第二产业增加值比重."""
    return (
        unit_kind(row.unit) == "rate"
        and not row.is_growth
        and (_OF_SECTOR.fullmatch(row.metric.removeprefix(part)) is not None and row.metric.startswith(part))
    )


_OF_SECTOR = re.compile(r"(?:增加值)?(?:占(?:地区)?(?:生产总值|GDP))?的?(?:比重|占比)")


_MOVES = re.compile(
    r"[，,]?(?:[比较](?P<than>[^，,。？?]{0,8}(?:年|同期))|同比)[^，,。？?]{0,4}?(?:提[高升]|上升|增加|下降|降低|回落|减少)了?(?:了?多少|几)(?:个?百分点)?"
)
_SHARES = re.compile("占比|比重|占")


def share_moved(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """第二产业占比比上年提高多少: the two shares that are printed of two years, one less the other."""
    moves = _MOVES.search(frame.text)
    if moves is None or not _SHARES.search(frame.text) or len(frame.places) > 1:
        return None
    then = [period.label for period in frame.periods if period.role == "comparison"]
    text = _MOVES.sub("是多少", frame.text)
    asked = replace(frame, text=text, periods=(), operation="lookup")
    rows = [
        one.row
        for one in search_ledger(asked, collection).candidates
        if unit_kind(one.row.unit) == "rate" and not one.row.is_growth and _SHARES.search(one.row.metric)
    ]
    now = [period.label for period in frame.periods if period.role != "comparison"]
    pair = _pair(rows, now, then)
    return _told(*pair, collection) if pair else None


def _pair(rows: Sequence[Figure], now: Sequence[str], then: Sequence[str]) -> tuple[Figure, Figure] | None:
    """The best row of the asked time, and the row of the same share a year before or of the year named."""
    for row in rows:
        if not row.period or (now and not same_period(row.period, now[-1])):
            continue
        before = label_before(row.period, years=True)
        earlier = then[0] if then and then[0] != row.period and len(then[0]) == len(row.period) else before
        for other in rows:
            same = (other.subject, other.metric) == (row.subject, row.metric)
            if same and earlier and same_period(other.period, earlier):
                return row, other
    return None


def _told(row: Figure, before: Figure, collection: Collection) -> Draft:
    gap = abs(row.value - before.value)
    way = "提高" if row.value >= before.value else "下降"
    high, low = max(row.value, before.value), min(row.value, before.value)
    text = (
        f"{row.subject}{period_text(row.period)}{row.metric}比{period_text(before.period)}{way}{plain(gap)}个百分点"
        f"（{plain(high)} − {plain(low)} = {plain(gap)}）：前者{value_text(row)}，后者{value_text(before)}"
    )
    return computed(text, [row, before], collection, derived=[gap])
