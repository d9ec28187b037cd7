"""How much is it on average: of several places what each has, of one the money for each thing counted?"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.figures.computed import added, computed, mean_told, plain, rounded
from assistant.figures.lookup import search_ledger
from assistant.figures.measure import short_measure, verb_of
from assistant.figures.operands import missing, operands
from assistant.figures.weighing import ENOUGH, Candidate
from assistant.matching import asks_amount, tells_amount
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.divisions import PARTS
from language.period_label import label_dates, period_text, same_period
from language.quantity import base_quantity, unit_kind
from language.text import fold
from vectorstore.ledger_rows import Figure

_PER_PROJECT = re.compile(r"平均每?(?:一?个|单个)?项目|每个项目|单个|单体|[个项]均|平均规模")
_PRINTED = re.compile(r"平均|[人户亩地]均")
_PER_HEAD = re.compile(r"[人户]均")
_HEADS = {"人均": ("人", "名", "位"), "户均": ("户", "家")}  # 人均 divides by people alone
_PER_PLACE = re.compile(rf"(?:每一?个?|各个?)(?:{PARTS}|[区县市旗](?!场))")
_OF_TIME = re.compile(
    r"多少(?:天|日|个?月|小时|个?工作日|年)|几(?:天|个?月|小时|个?工作日|年)|多久|多长时间|用时|耗时"
)
_ARRIVED = re.compile(r"到位|到账|完成投资|实际")
_SIZED = re.compile(
    r"(?:[超过]\d[\d.]*|\d[\d.]*)亿元(?:及?以上)?(?!项目|、)[^，。]{0,2}(?:重大|大)"
)  # of a class not asked
_A_YEAR = 4  # characters of a label: what an undated row's paper is of
_LEAST_SAID = 0.3  # of what is asked, that either of two counts must say
_LESS = 0.3  # of what is asked, by which a pair may say less than the one that says most
_STEM = 4  # characters of a measure that two rows of one list share
_NEAR = 40  # characters between an amount and the count it is shared out over


def average(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The mean with its expression; None where the operands are not all there, or a time is asked for."""
    if _OF_TIME.search(frame.text):
        return None
    if (counted := _COUNT_PER.search(frame.text)) is not None:
        return _of_counts(frame, counted, collection)
    if (thing := _THING_PER.search(frame.text)) is not None and thing["per"] not in PARTS:
        return _of_things(frame, thing, collection)
    if _PER_PROJECT.search(frame.text) or (len(frame.places) < 2 and not _PER_PLACE.search(frame.text)):
        return _of_each_thing(frame, collection)
    return _of_places(frame, collection)


def _of_each_thing(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """Money over count of one thing: rows of one place and period, best of one sentence."""
    ledger = search_ledger(frame, collection, any_unit=True)
    if any(_PRINTED.search(c.row.metric) and c.words >= ENOUGH for c in ledger.candidates[:8]):
        return None  # 单体平均投资5.39亿元, 人均可支配收入4.2万元
    money = [c for c in ledger.candidates if _may_be_shared_out(c, frame)]
    counts = [c for c in ledger.candidates if unit_kind(c.row.unit) == "count" and _is_meant(c, frame)]
    if "项目" in frame.text:  # 7个园区在建项目平均投资: of the projects, not of the parks
        counts = [c for c in counts if "项目" in c.row.metric] or counts
    if (one := _PER_HEAD.search(frame.text)) is not None:
        counts = [c for c in counts if c.row.unit in _HEADS[one.group()]]
    pairs = [(m, c) for m in money[:12] for c in counts[:24] if _same_thing(m, c)]
    if most := max((_told(pair) for pair in pairs), default=0.0):  # 会展签约平均多少 is not the forum's
        pairs = [pair for pair in pairs if _told(pair) >= most - _LESS]
    if not pairs:
        return None
    best_money, best_count = max(
        pairs,
        key=lambda pair: (
            pair[0].row.start == pair[1].row.start,
            pair[0].row.metric.startswith(pair[1].row.metric),  # 33个合同项目投资总额537.5亿元
            frame.threshold is not None or not _SIZED.search(pair[1].row.metric),
            round(pair[0].score + pair[1].score, 2),
            label_dates(pair[0].row.period)[1] if pair[0].row.period else date.min,
        ),
    )
    total, count = best_money.row, best_count.row
    value = total.value / count.value
    when = period_text(total.period or count.period) if total.period or count.period else ""
    text = (
        f"平均每{count.unit}{rounded(value)}{total.unit}（{plain(total.value)} ÷ {plain(count.value)} = "
        f"{rounded(value)}）：{total.subject}{when}共{value_text(count)}，{short_measure(total)}{value_text(total)}"
    )
    others = [row for row in collection.siblings(total) if _is_in_other_money(row, total)]
    notes = [f"另有{value_text(row)}，币种不同，未计入" for row in others]
    return computed(text, [count, total], collection, derived=[value, Decimal(rounded(value))], notes=notes)


# 平均每次拜访多少家, 平均每场活动走访几家
_COUNT_PER = re.compile(r"(?:平均每|每)(?P<per>[次场趟])[^，。？?]{0,10}?(?:多少|几)(?P<unit>[家个人项])")
_ALIKE = {"趟": "次"}


def _of_counts(frame: QuestionFrame, asked: re.Match[str], collection: Collection) -> Draft | None:
    """How many there are for each time, both told in one sentence; None where either is not."""
    found = search_ledger(frame, collection, any_unit=True).candidates
    rows = [one.row for one in found if one.words >= _LEAST_SAID and not one.row.is_growth]
    per = _ALIKE.get(asked["per"], asked["per"])
    pairs = (
        (many, times)
        for many in rows
        for times in rows
        if many.unit == asked["unit"]
        and times.unit == per
        and (many.document_id, many.start, many.subject) == (times.document_id, times.start, times.subject)
    )
    many, times = next(pairs, (None, None))
    if many is None or times is None or not times.value:
        return None
    value = many.value / times.value
    worked = f"{plain(many.value)} ÷ {plain(times.value)} = {rounded(value)}"
    both = f"{short_measure(many)}{value_text(many)}，{short_measure(times)}{value_text(times)}"
    text = f"{many.subject}平均每{times.unit}{rounded(value)}{many.unit}（{worked}）：{both}"
    return computed(text, [many, times], collection, derived=[value, Decimal(rounded(value))])


# 平均每个园区在建几个项目; 平均每个项目 is of money
_THING_PER = re.compile(
    r"每一?[个家支](?P<per>(?!项目|企业)[一-鿿]{2,4}?)(?:平均|大概|分别|各)?"
    r"(?P<did>在建|新?签约?|引进|落地|开工|入驻|走访|拜访|招引|对接|有)[^，。？?]{0,8}?(?:多少|几)(?P<unit>[个家项])"
)


def _of_things(frame: QuestionFrame, asked: re.Match[str], collection: Collection) -> Draft | None:
    """How many there are for each thing that the same sentence counts: 7个园区在建项目76个; else None."""
    doing, said = asked["did"].strip("新约"), {int(one.value) for one in frame.numbers}
    for one in search_ledger(frame, collection).candidates:
        many = one.row
        told = fold(many.quote)
        per = re.search(rf"(?<![\d.])(?P<n>\d+)[个家支][一-鿿]{{0,6}}?{asked['per']}", told)
        if many.unit != asked["unit"] or many.is_growth or one.words < _LEAST_SAID or per is None:
            continue
        if doing not in f"有{many.metric}" or (said and int(per["n"]) not in said) or not int(per["n"]):
            continue
        value = many.value / int(per["n"])
        worked = f"{plain(many.value)} ÷ {per['n']} = {rounded(value)}"
        text = (
            f"平均每个{asked['per']}{rounded(value)}{many.unit}（{worked}）："
            f"{per.group()}，{short_measure(many)}{value_text(many)}"
        )
        return computed(text, [many], collection, derived=[value, Decimal(rounded(value))])
    return None


def _told(pair: tuple[Candidate, Candidate]) -> float:
    """How much of what is asked the amount and the count say."""
    return max(pair[0].words, pair[1].words)


def _is_in_other_money(row: Figure, total: Figure) -> bool:
    """总投资586亿元人民币和8.7亿美元: the second part of the same total."""
    units = {base_quantity(Decimal(1), one.unit)[1] for one in (row, total)}
    return row.metric == total.metric and row.subject == total.subject and len(units) > 1


def _may_be_shared_out(money: Candidate, frame: QuestionFrame) -> bool:
    """Whether the row is the amount asked for; where none is named, one of what is invested in the things
    counted, and never what has arrived of it."""
    row = money.row
    if (
        unit_kind(row.unit) != "money"
        or row.is_growth
        or "均" in row.metric
        or (not row.period and any(len(label) > _A_YEAR for label in frame.period_labels))
    ):
        return False
    if asks_amount(frame.terms):
        return tells_amount(frame.terms, row.metric)
    return row.modality != "rule" and not _ARRIVED.search(row.metric)


def _is_meant(counted: Candidate, frame: QuestionFrame) -> bool:
    """Whether the row counts what is there, or what is aimed at where that is asked for."""
    return frame.asks_target or counted.row.modality not in ("target", "forecast")


def _same_thing(money: Candidate, count: Candidate) -> bool:
    one, other = money.row, count.row
    if one.subject != other.subject or one.document_id != other.document_id or other.value == 0:
        return False
    if one.period and other.period and not same_period(one.period, other.period):
        return False
    listed = one.metric[:_STEM] == other.metric[:_STEM] != ""  # 通过平台共签约…，意向金额…
    if verb_of(one) and verb_of(other) and verb_of(one) != verb_of(other) and not listed:
        return False  # what was signed for is not shared out over what was begun
    return abs(one.raw_start - other.raw_start) < _NEAR or one.metric.startswith(other.metric)


def _of_places(frame: QuestionFrame, collection: Collection) -> Draft | None:
    rows = list(operands(frame, collection))
    if len(rows) < 2 or len({base_quantity(row.value, row.unit)[1] for row in rows}) != 1:
        return None
    text, derived = mean_told(added(rows), len(rows))
    return computed(f"{len(rows)}地平均{text}", rows, collection, derived=derived, notes=missing(frame, rows))
