"""Which share of all its city has is a district's, or an industry's: 占全市多少?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.computed import computed, in_largest_unit, in_one_unit, plain, rounded
from assistant.figures.lookup import search_ledger
from assistant.figures.measure import comparable, measure_key, measure_text, verb_of
from assistant.figures.rows_by_place import rows_by_place
from assistant.figures.size_asked import threshold_value
from assistant.figures.weighing import ENOUGH, Candidate
from assistant.figures.words_asked import measure_terms
from assistant.homes import city_of
from assistant.question import QuestionFrame
from assistant.wording import statement_of, value_text
from language.divisions import LEVELS
from language.parted import part_counted, part_measured
from language.period_label import period_text, same_period
from language.quantity import base_quantity, unit_kind
from vectorstore.ledger_rows import Figure

_THEN = r"(?:20\d\d年|今年|去年|[上下]半年|前[一二三]季度|[一二三四]季度|1[—\-至]\d{1,2}月|同期|的)*"
_OF_THE_WHOLE = re.compile(
    rf"占(?:了|到)?{_THEN}(?:全[{LEVELS}]|总[数量额]|全部|整体)的?(?P<measure>[^，,。？?]*?)"
    r"(?:的?(?:比重|比例|份额|百分比|多大比例))?(?:是|为|有)?(?:多少|百分之?[几多]少?|几成|多大)?(?:比重|比例)?[？?。]?$"
)
_WHOSE_SHARE = re.compile(rf"占(?:了|到)?全[{LEVELS}][^，,。？?]*(?:最[多大高少小低]|哪[个些几])")
_SHARED = frozenset(
    "占 占比 比重 比例 份额 全市 全省 全县 全区 全州 多少 百分 几成 占到 全部 总数 总量 总额".split()
)


_AS_WELL = 0.05


def asks_share_of_whole(frame: QuestionFrame) -> bool:
    """Whether the share of all that its city has is asked for, of one part or whose is the largest."""
    return bool(_OF_THE_WHOLE.search(frame.text) or _WHOSE_SHARE.search(frame.text))


def share_of_whole(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The share as printed beside the part, else computed from part and whole of one measure and time."""
    if _WHOSE_SHARE.search(frame.text):
        return None
    counted = asks_of_numbers(frame.text)
    drafts = (_share_of(asked, collection, counted=counted) for asked in _parts_asked(frame))
    return next((draft for draft in drafts if draft is not None), None)


def asks_of_numbers(text: str) -> bool:
    """Whether projects are set against projects (制造业项目占全部项目多少), and not their money."""
    return _OF_NUMBERS.search(text) is not None and not _PAID.search(text)


_OF_NUMBERS = re.compile(r"(?:项目|企业)(?:数量?|个数)?占")


def _share_of(asked: QuestionFrame, collection: Collection, *, counted: bool) -> Draft | None:
    if len(asked.places) > 1 and all(place.level in ("district", "zone") for place in asked.places):
        return _of_several(asked, collection)
    found = search_ledger(asked, collection, any_unit=True).candidates[:12]
    labels = asked.period_labels
    said = max((c.words for c in found), default=0.0) - _AS_WELL  # another part's share is none of this one's
    found = tuple(c for c in found if c.words >= said)
    paid = _PAID.search(asked.text)
    for candidate in sorted(found, key=lambda c: not any(same_period(c.row.period, one) for one in labels)):
        part = candidate.row
        if (paid and unit_kind(part.unit) != "money") or (counted and unit_kind(part.unit) != "count"):
            continue
        if candidate.words < ENOUGH or part.is_growth or unit_kind(part.unit) not in ("count", "money"):
            continue
        if (stated := share_beside(part, collection)) is not None:
            return stated
        if (whole := _whole(part, asked, collection)) is not None:
            return _draft(part, whole, collection)
    return None


_PAID = re.compile(r"引资|金额|额(?!度)|投资(?!项目)|资金|[内外]资(?!项目|企业)")


def _of_several(asked: QuestionFrame, collection: Collection) -> Draft | None:
    """甲县和乙县占全市多少: what they have together, where the figure of each is told alike."""
    parts = list(rows_by_place(replace(asked, operation="sum"), collection).values())
    alike = all(comparable(measure_key(row), measure_key(parts[0])) for row in parts)
    if len(parts) < len(asked.places) or not alike or len({row.period for row in parts}) > 1:
        return None
    whole = _whole(parts[0], asked, collection)
    values, unit = in_largest_unit([*parts, *([whole] if whole else [])])
    total = sum(values[: len(parts)], Decimal(0))
    added = " + ".join(map(plain, values[: len(parts)]))
    lead = f"{period_text(parts[0].period)}合计{plain(total)}{unit}（{added} = {plain(total)}）"
    named = [
        f"{row.subject}{measure_text(row)}{value_text(row)}" for row in (*parts, *([whole] if whole else []))
    ]
    if whole is None:
        notes = ["资料中没有口径相同的全市数，未算占比"]
        return computed(f"{lead}：{'，'.join(named)}", parts, collection, derived=[total], notes=notes)
    share = total / values[-1] * 100
    told = f"占{rounded(share)}%（{plain(total)} ÷ {plain(values[-1])} = {rounded(share)}%）"
    derived = [total, share, Decimal(rounded(share))]
    return computed(f"{lead}，{told}：{'，'.join(named)}", [*parts, whole], collection, derived=derived)


def _parts_asked(frame: QuestionFrame) -> Iterator[QuestionFrame]:
    """The question for the part alone: its own words, and those of the measure behind 占全市; where the part
    is measured in its own words (甲产业签约额占全市协议总投资), those alone."""
    match = _OF_THE_WHOLE.search(frame.text)
    if match is None:
        return
    before, measure = frame.text[: match.start()], match["measure"]
    terms = tuple(term for term in measure_terms(frame) if term not in _SHARED)
    if measure and any(term in measure for term in terms):  # 签了多少个，占全市总投资的比重
        doing = re.sub(r"(?:签约?|引进|落地)了?[几多]少?个?(?:项目)?", "", before)
        terms = tuple(term for term in terms if term in measure or term in doing)
    if terms:
        yield replace(frame, terms=terms, operation="lookup")
    own = tuple(term for term in measure_terms(frame) if term in before or term == "签约金额")
    if measure and own and own != terms and _MEASURED.search(before):
        yield replace(frame, terms=own, operation="lookup")


_MEASURED = re.compile(r"[额资]$|总投资$|项目数?$")


def share_beside(part: Figure, collection: Collection) -> Draft | None:
    """…总投资712亿元，占全市的38.2%: the share right behind the part."""
    after = [row for row in collection.siblings(part) if row.raw_start > part.raw_start]
    told = next(iter(sorted(after, key=lambda row: row.raw_start)), None)
    if told is None or told.is_growth or unit_kind(told.unit) != "rate" or told.subject != part.subject:
        return None
    between = "".join(
        part.quote[part.raw_start - part.start + len(part.raw) : told.raw_start - part.start].split()
    )
    if not re.fullmatch(
        rf"[，,、（(]?仅?(?:占比(?:为|达)?|占(?:到|了)?(?:全[{LEVELS}]|总|[一-鿿]{{2,8}}总[数量额])[^，,；;。]*)",
        between,
    ):
        return None
    text = statement_of([part, told], collection.siblings(part))
    return Draft(statements=(Statement(text=text, evidence=(collection.evidence(part),)),))


def _whole(part: Figure, asked: QuestionFrame, collection: Collection) -> Figure | None:
    place = collection.places.get(part.subject)
    if place is None:
        return None
    own = "" if place.level == "city" else city_of(place, part.document_id, collection)
    home = collection.places.get(own) if own else place
    if home is None:
        return None
    wide = replace(asked, places=(home,), names=(), surfaces=(), terms=_of_the_measure(part, asked))
    found = [
        c for c in search_ledger(wide, collection, any_unit=True).candidates if _is_whole(c, part, home.name)
    ]
    return max(found, key=lambda c: _nearness(c.row, part)).row if found else None


def _of_the_measure(part: Figure, asked: QuestionFrame) -> tuple[str, ...]:
    """The words of the question that say what is measured, without those that name the part."""
    name = _part_of(part)
    return tuple(term for term in asked.terms if term not in name) or asked.terms


def _part_of(row: Figure) -> str:
    return part_counted(row.metric) if unit_kind(row.unit) == "count" else part_measured(row.metric)


def _is_whole(candidate: Candidate, part: Figure, home: str) -> bool:
    row = candidate.row
    return (
        candidate.words >= ENOUGH
        and row.subject == home
        and row != part
        and not row.is_growth
        and row.modality in ("actual", "planned_total")
        and same_period(row.period, part.period)
        and base_quantity(Decimal(1), row.unit)[1] == base_quantity(Decimal(1), part.unit)[1]
        and base_quantity(row.value, row.unit)[0] > base_quantity(part.value, part.unit)[0]
        and not _part_of(row)
        and "更正前" not in row.metric
        and (verb_of(row) == verb_of(part) or not verb_of(part) or not verb_of(row))
        and (not row.threshold or not part.threshold or _size(row) == _size(part))
        and not (_size(row) > _LEAST_CLASS and not part.threshold)
    )


_LEAST_CLASS = Decimal(10) ** 8  # 亿元以上 is what most places count, said or not


def _size(row: Figure) -> Decimal:
    return threshold_value(row.threshold) or Decimal(0)


def _nearness(row: Figure, part: Figure) -> tuple[bool, bool, Decimal]:
    return (
        threshold_value(row.threshold) == threshold_value(part.threshold),
        row.document_id == part.document_id,
        base_quantity(row.value, row.unit)[0],
    )


def _draft(part: Figure, whole: Figure, collection: Collection) -> Draft | None:
    left, right, _ = in_one_unit(part, whole)
    share = left / right * 100
    when = period_text(part.period) if part.period else ""
    names = [f"{row.subject}{measure_text(row)}{value_text(row)}" for row in (part, whole)]
    text = (
        f"{when}占{rounded(share)}%（{plain(left)} ÷ {plain(right)} = {rounded(share)}%）：{'，'.join(names)}"
    )
    notes = list(_apart(part, whole))
    return computed(text, [part, whole], collection, derived=[share, Decimal(rounded(share))], notes=notes)


def _apart(part: Figure, whole: Figure) -> Iterator[str]:
    one, other = part.threshold or "不分规模", whole.threshold or "不分规模"
    if threshold_value(part.threshold) != threshold_value(whole.threshold):
        yield f"口径不完全相同：前者为{one}，后者为{other}"
