"""Which part of which whole is asked for, and how large is it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.figures.attainment import ASKED, share_of_target
from assistant.figures.class_share import class_share
from assistant.figures.computed import computed, in_one_unit, plain, rounded
from assistant.figures.lookup import search_ledger
from assistant.figures.measure import comparable, measure_key, measure_text, verb_of
from assistant.figures.rate_gap import gap_to_aim
from assistant.figures.reached import asks_whose_share, rank_by_goal
from assistant.figures.share_said import asks_share_of_time, share_of_said, share_of_time
from assistant.figures.size_asked import threshold_value
from assistant.figures.unasked_part import of_unasked_part
from assistant.figures.whole import asks_of_numbers, asks_share_of_whole, share_beside, share_of_whole
from assistant.figures.words_asked import measure_terms, say_same
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.period_label import same_period
from language.quantity import Quantity, base_quantity, unit_kind
from vectorstore.ledger_rows import Figure

_SAYS = 0.6  # how well a row must say a word of the part or of the whole
_YES_OR_NO = re.compile(
    r"(?:吗|没有?)[？?]?$|有没有|是否|是不是"
)  # 完成目标了吗 asks what is missing, if anything is
_SHARE_WORDS = frozenset({"占比", "比例", "比重", "占", "多少", "份额"})
_ABOUT, _RELATED = 0.5, 0.2  # a part and its whole may share the words of the question between them


def share(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The part in per cent of the whole or of the target; None where the documents state it or lack it."""
    if (said := share_of_said(frame, collection)) is not None:
        return said
    if asks_share_of_time(frame):
        return share_of_time(frame, collection)
    if asks_share_of_whole(frame):
        return share_of_whole(frame, collection)  # any other two rows would be of another share
    if ASKED.search(frame.text):
        if asks_whose_share(frame):
            return rank_by_goal(frame, collection)
        gap = gap_to_aim(frame, collection) if _YES_OR_NO.search(frame.text) else None
        return gap or share_of_target(frame, collection)
    if (of_class := class_share(frame, collection)) is not None:
        return of_class
    if any(
        c.words >= 0.62
        and unit_kind(c.row.unit) == "rate"
        and not c.row.is_growth
        and not c.row.metric.endswith("目标")  # 完成年度目标的77.5% is no share of a part
        for c in search_ledger(frame, collection).candidates[:3]
    ):
        return None  # the documents state the share: looking it up beats computing it
    if not any(term not in _SHARE_WORDS for term in measure_terms(frame)):
        return None  # 占比 of what in what: two rows that only stand together would be any two
    pair = _part_and_whole(frame, collection)
    if pair is None:
        return None
    part, whole = pair
    if whole in collection.siblings(part) and (stated := share_beside(part, collection)) is not None:
        return stated
    left, right, _ = in_one_unit(part, whole)
    if not right:
        return None
    value = left / right * 100
    expression = f"{plain(left)} ÷ {plain(right)} = {rounded(value)}%"
    text = f"占{rounded(value)}%（{expression}）：{_labelled(part, whole)}，{_labelled(whole, part)}"
    return computed(text, [part, whole], collection, derived=[value, Decimal(rounded(value))])


_OF_PROJECTS = re.compile("项目|企业|签约|引进|落地|开工|投产|竣工|在建")


def _labelled(row: Figure, other: Figure) -> str:
    """The figure with what tells the two apart: whose it is, else what it measures."""
    return f"{row.subject if row.subject != other.subject else measure_text(row)}{value_text(row)}"


def _part_and_whole(frame: QuestionFrame, collection: Collection) -> tuple[Figure, Figure] | None:
    related = [
        c
        for c in search_ledger(frame, collection, any_unit=True).candidates
        if c.words >= _RELATED
        and unit_kind(c.row.unit) != "rate"
        and c.row.modality in ("actual", "planned_total")  # no part is taken of an aim
        and not c.row.is_growth
    ]
    rows = [c.row for c in related if c.words >= _ABOUT]
    if asks_of_numbers(frame.text):
        related = [c for c in related if unit_kind(c.row.unit) == "count"]
        related = [c for c in related if _OF_PROJECTS.search(c.row.metric)]  # 产业集群14个 are no projects
        rows = [c.row for c in related if c.words >= _ABOUT]
    cities = [place.name for place in frame.places if place.level == "city"]
    parts = [place.name for place in frame.places if place.level in ("district", "zone")]
    if cities and parts:
        return _of_the_city(rows, parts[0], cities[0])
    for pattern, whole_first in ((_TAKEN, False), (_INSIDE, True)):
        split = pattern.search(frame.text)
        if split and (named := named_part([c.row for c in related], frame, split, whole_first)):
            return named
        if split and frame.threshold is not None:  # the class is of the whole: 5亿元以上项目里，制造业占多少
            return _of_a_class(frame, collection, split, whole_first)
    if len(rows) < 2:
        return None
    if _OF_MONEY.search(frame.text):  # 进资占总进资的比重 is no share of counts
        rows = [row for row in rows if unit_kind(row.unit) == "money"]
    if not rows:
        return None
    return _of_the_number(rows, frame.numbers[0]) if frame.numbers else _of_one_telling(rows, frame)


def _of_a_class(
    frame: QuestionFrame, collection: Collection, split: re.Match[str], whole_first: bool
) -> tuple[Figure, Figure] | None:
    """The whole of the size class that is asked of, and a part told of it without the class."""
    loose = search_ledger(replace(frame, threshold=None), collection, any_unit=True).candidates
    rows = [
        c.row
        for c in loose
        if unit_kind(c.row.unit) != "rate" and c.row.modality == "actual" and not c.row.is_growth
    ]
    pair = named_part(rows, frame, split, whole_first)
    return pair if pair and threshold_value(pair[1].threshold) == frame.threshold else None


_OF_MONEY = re.compile("总投资|进资|引资|[内外]资(?!企业|项目)|资金|投资额|金额")
_TAKEN = re.compile(r"占(?!比|比重|多)")
_INSIDE = re.compile(r"(?<=.)(?:里面|当中|其中|(?<!集)[里中](?![心国学小型间]))[，,]?")


def _of_the_city(rows: Sequence[Figure], district: str, city: str) -> tuple[Figure, Figure] | None:
    """崂山占全市多少: the district's best row, and the city's row of the same measure."""
    part = next((row for row in rows if row.subject == district), None)
    if part is None:
        return None
    key = measure_key(part)
    told = [row for row in rows if row.subject == city and comparable(measure_key(row), key)]
    alike = [row for row in told if same_period(row.period, part.period)] or told[:1]
    # of 174个，其中工业项目158个 all are the whole
    whole = max(alike, key=lambda row: base_quantity(row.value, row.unit)[0], default=None)
    return (part, whole) if whole else None


def _of_the_number(rows: Sequence[Figure], number: Quantity) -> tuple[Figure, Figure] | None:
    """75个项目里，先进制造业占几成: the whole stands in the question."""
    whole = next((row for row in rows if base_quantity(row.value, row.unit) == number.base()), None)
    if whole is None:
        return None
    alike = (whole.subject, whole.unit, whole.document_id)
    part = next(
        (
            row
            for row in rows
            if (row.subject, row.unit, row.document_id) == alike and row.value < whole.value
        ),
        None,
    )
    return (part, whole) if part else None


def _of_one_telling(rows: Sequence[Figure], frame: QuestionFrame) -> tuple[Figure, Figure] | None:
    """The best row with the next that stands beside it, the smaller as the part, of which is asked."""
    text = frame.text
    one = rows[0]
    siblings = [
        row
        for row in rows[1:]
        if row.metric != one.metric  # told anew by a later paper, it is no part of itself
        and "更正前" not in row.metric + one.metric
        and row.subject == one.subject
        and row.unit == one.unit
        and (row.start == one.start or row.threshold)
    ]
    if not siblings:
        return None
    part, whole = sorted((one, siblings[0]), key=lambda row: row.value)
    if of_unasked_part(whole, "" if whole is one else text):  # 在建131个 is no whole of 未开工54个
        return None
    asked = [term for term in measure_terms(frame) if term not in _SHARE_WORDS]
    taken = _TAKEN.search(text)
    of_whole = text[taken.end() :] if taken else ""  # 工业项目占新签约的比例: the part need not say 新签约
    if any(say_same(term, whole if term in of_whole else part) <= _SAYS for term in asked):
        return None  # 工业投资 and 民间投资, asked of 制造业投资
    return part, whole


def _outermost(terms: list[str]) -> list[str]:
    """出口 of 占进出口多少 is no word of its own."""
    return [term for term in terms if not any(term in other and term != other for other in terms)]


def _without(words: Sequence[str], metric: str) -> str:
    for word in words:
        metric = metric.replace(word, "")
    return metric


def _is_of_unasked_flow(part: Figure, whole: Figure, text: str) -> bool:
    """What 二产 signed for is no part of the money that arrived, unless both are asked for."""
    told, of_all = verb_of(part), verb_of(whole)
    return bool(told and of_all) and told != of_all and unit_kind(part.unit) == "money" and told not in text


def named_part(
    rows: Sequence[Figure], frame: QuestionFrame, split: re.Match[str], whole_first: bool
) -> tuple[Figure, Figure] | None:
    """The part and the whole that `split` tells apart: 实际利用的外资里，制造业占比多少 has the whole first,
    到位资金占协议投资额多少 the part."""
    terms = measure_terms(frame)
    sides = [
        _outermost([term for term in terms if term in side])
        for side in (frame.text[: split.start()], frame.text[split.end() :])
    ]
    of_whole, of_part = sides if whole_first else reversed(sides)
    of_part = [term for term in of_part if term not in of_whole]  # 台资项目占签约项目
    if not of_part or not of_whole:
        return None
    parts = [row for row in rows if all(say_same(term, row) > _SAYS for term in of_part)]
    for part in parts:
        for whole in rows:
            if (
                whole.subject == part.subject
                and base_quantity(Decimal(1), whole.unit)[1] == base_quantity(Decimal(1), part.unit)[1]
                and same_period(whole.period, part.period)
                and base_quantity(whole.value, whole.unit)[0] > base_quantity(part.value, part.unit)[0]
                and all(say_same(term, whole) > _SAYS for term in of_whole)
                and not any(term in _without(of_whole, whole.metric) for term in of_part)
                and not _is_of_unasked_flow(part, whole, frame.text)
            ):
                return part, whole
    return None
