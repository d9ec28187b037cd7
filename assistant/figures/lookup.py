"""Which ledger rows answer a question for a figure?

A row must be of the asked place, project, period, size class and sort of unit; among those, it must say what
the question asks about. What does not fit is never offered as near enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from assistant.collection import Collection
from assistant.figures.corrections import corrected
from assistant.figures.namesakes import is_of_asked_city
from assistant.figures.periods_asked import closeness, fits_period, is_of_a_part
from assistant.figures.said import said_by
from assistant.figures.units_asked import fits_unit
from assistant.matching import asks_amount, tells_amount, term_match
from assistant.names import alike, core_name
from assistant.question import QuestionFrame
from assistant.wording import clause_of, is_cell
from language.divisions import LEVELS
from language.parted import part_counted, part_measured
from language.period import label_dates
from language.place_table import national
from language.quantity import base_quantity, find_quantities, unit_kind
from language.text import fold
from vectorstore.ledger_rows import Figure

ENOUGH = 0.56  # share of what is asked that a row's words must say


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A row that may answer, with how well."""

    row: Figure
    score: float
    words: float


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """The rows that one question may use, scored once."""

    frame: QuestionFrame
    collection: Collection
    candidates: tuple[Candidate, ...]

    @property
    def best(self) -> Candidate | None:
        """The best row that says enough of what is asked, or None."""
        return next((c for c in self.candidates if c.words >= ENOUGH), None)


def search_ledger(
    frame: QuestionFrame,
    collection: Collection,
    *,
    any_period: bool = False,
    any_place: bool = False,
    any_unit: bool = False,
    openings: bool = False,
) -> Ledger:
    """Rows that fit the frame's hard conditions, best first, ties by document and position; with `openings`
    also those of the first part of the asked period, to be put together with others."""

    def searched() -> Ledger:
        found = _searched(frame, collection, any_period=any_period, any_place=any_place, any_unit=any_unit)
        if openings or any_period:
            return found
        kept = tuple(c for c in found.candidates if not is_of_a_part(c.row, frame))
        return replace(found, candidates=kept)

    return collection.once(("ledger", frame, any_period, any_place, any_unit, openings), searched)


def _searched(
    frame: QuestionFrame, collection: Collection, *, any_period: bool, any_place: bool, any_unit: bool
) -> Ledger:
    rows = [
        row
        for row in collection.once(("corrected", frame), lambda: corrected(rows_for(frame, collection)))
        if (any_unit or fits_unit(row, frame))
        and (any_place or fits_place(row, frame))
        and (any_period or fits_period(row, frame, collection))
        and fits_threshold(row, frame, collection)
        and is_of_asked_city(row, frame, collection)
    ]
    words = _said(rows, frame, collection)
    found = [_candidate(row, frame, collection, words=said) for row, said in zip(rows, words, strict=True)]
    newest = {row.document_id: collection.documents[row.document_id].reference_date for row in rows}
    found.sort(
        key=lambda c: (
            -round(c.score, 3),
            _reverse(newest[c.row.document_id]),
            _reverse(_until(c.row)),
            len(c.row.period),  # 全年 before 12月, which ends on the same day
            c.row.document,
            c.row.raw_start,
        )
    )
    return Ledger(frame=frame, collection=collection, candidates=tuple(found))


def _said(rows: Sequence[Figure], frame: QuestionFrame, collection: Collection) -> list[float]:
    """How much of what is asked each row says."""
    terms = measure_terms(frame)
    if not terms:
        return [0.6] * len(rows)
    known: dict[Figure, float] = collection.once(("said", frame.text, terms), dict)
    new = [row for row in rows if row not in known]
    collection.figures_of_each({row.document_id for row in new})  # the clauses ask for them one by one
    known.update(zip(new, said_by(new, terms, collection), strict=True))
    return [known[row] for row in rows]


def rows_for(frame: QuestionFrame, collection: Collection) -> Sequence[Figure]:
    """The rows that the frame may be about: of the places and things it names, and of a city's districts
    where those are set side by side."""
    mentioned = {mention.place for mention in collection.places.find(frame.text)} | set(frame.places)
    names = {*(place.name for place in mentioned), *frame.names, *frame.surfaces}
    if frame.operation != "lookup" or not frame.places:
        cities = {place.name for place in mentioned if place.level in ("city", "province")}
        names = names.union(*map(collection.places.inside, cities))
    return collection.figures_for(
        frame.query,
        names=frozenset(names),
        words=measure_terms(frame),
        years=frozenset(label[:4] for label in frame.period_labels if label[:4].isdigit()),
    )


_AIMS = ("target", "forecast", "rule")


def _until(row: Figure) -> str:
    """The last day of what was done; an aim may lie far ahead and is no newer for it."""
    return label_dates(row.period)[1].isoformat() if row.period and row.modality not in _AIMS else ""


def _reverse(day: str) -> tuple[int, ...]:
    return tuple(-int(part) for part in day.split("-")) if day else (0,)


_META = frozenset(
    (
        "增长 下降 同比 环比 提高 增幅 增速 涨幅 增加 减少 变化 任务 要签 干完 目标 实际 完成 相比 预期 达到 "
        "力争 预计 比较 对比 口径 一样 比例 占比 平均 每个 加起来 "
        "上一年 上年 比上年 对得上 合计 一共 总共 是否 已经 排名 最多 最少 差距 相差 建好 达成 时候 什么时候"
    ).split()
)


_CLASSES_OF_PLACES = ("主城区", "中心城区", "城区", "县域", "园区", "区域", "板块")  # 主城区鼓楼、云龙


def measure_terms(frame: QuestionFrame) -> tuple[str, ...]:
    return tuple(
        term
        for term in frame.terms
        if term not in _META
        and not (frame.places and term in _CLASSES_OF_PLACES)
        and not (
            frame.threshold is not None and (_THRESHOLD_WORDS.search(term) or term in frame.threshold_text)
        )
    )


_THRESHOLD_WORDS = re.compile(r"亿元|以上|过亿|万元|^[十百千]?亿级?$")


_ROUNDED = ("余", "约", "近", "超")  # 151个国家 is told before 150多个, where both say all that is asked
_LEAST = 0.2  # of what is asked: who says less answers nothing, whatever the row measures


def is_of_a_district(row: Figure, collection: Collection) -> bool:
    """Whether the row is of a district in a collection that tells of cities too."""
    place = collection.places.get(row.subject)
    if place is None or place.level not in ("district", "zone"):
        return False
    return any(other.level == "city" for other in collection.places.places)


def _candidate(row: Figure, frame: QuestionFrame, collection: Collection, *, words: float) -> Candidate:
    quote = fold(row.quote)
    score = words
    for number in frame.numbers:  # 188个项目 in a question points at one sentence, 280亿元 at one row
        if base_quantity(row.value, row.unit) == number.base():
            score += 0.6
            words = max(words, ENOUGH)
        elif number.base() in _printed(quote):
            score += 0.25
        elif frame.asks_number and number.kind == "count" and "更正" not in row.metric:
            words -= 0.5  # 49个项目的总投资 is told beside the 49, or not at all
    if row.modality == "planned_total" and frame.names and frame.asks_spent:
        words -= 0.5  # X今年投了多少 is not its total
    if row.metric and words >= _LEAST and not _tells_measure(row, frame):
        words -= 0.3  # 总投资 of the sentence before is not the bonds of this one
    aimed = row.modality in ("target", "forecast")
    if frame.asks_target and "目标" in frame.text and not frame.asks_number and not aimed:
        words -= 0.5  # 招商目标是什么 asks for an aim, not for what was done
    if row.modality == "rule" and _TOTAL.search(frame.text):
        words -= 0.5  # 资金总盘子多大 is not what one project may get
    if asks_aim_alone(frame.text) and not aimed:
        words -= 0.5  # 年度计划是多少 is not what was done of it
    if "完成" in frame.text and "完成" in row.metric and unit_kind(row.unit) == "rate":
        score, words = score + 0.3, words + 0.2
    score += 0.12 * closeness(row, frame)
    score += _modality_fit(row, frame)
    if frame.place_names and not frame.names and row.subject not in frame.place_names:
        score -= 0.25  # a project's or a park's figure is not its district's
        words -= 0.16
    elif not frame.names and not frame.places and row.place:
        # asked of nobody: what is told of a place before one project's, of 全市 what is a city's
        whole = _WHOLE.search(frame.text)
        if row.subject != row.place:
            score -= 0.1
        elif frame.operation == "lookup" and is_of_a_district(row, collection):
            score -= 0.2  # asked of nobody: what the city has
        elif whole is not None and (row.subject[-1] != whole[1] or _is_county(row.subject, whole[1])):
            score -= 0.2
    if not frame.names and row.subject != row.place and any(term in row.subject for term in frame.terms):
        score += 0.15  # 华南声谷可租面积 is that park's, not another's of the same sentence
    if frame.threshold is not None and row.threshold:
        score += 0.15
    if frame.threshold is None and row.threshold and not frame.asks_target:
        score -= 0.02
    if row.qualifier in _ROUNDED:
        score -= 0.01
    if row.is_growth and not frame.asks_growth:
        score -= 0.4
    part = part_measured(row.metric) if unit_kind(row.unit) == "money" else ""
    if part and any(part[at : at + 2] in frame.text for at in range(len(part) - 1)):
        score += 0.06  # 外资项目总投资 is of these, not of all
    if of_unasked_part(row, frame.text):
        score, words = score - 0.25, words - 0.05  # 第一产业到位资金 is not the city's
    if row.is_growth is False and frame.asks_growth and unit_kind(row.unit) == "rate":
        score -= 0.15
    if _BY_CONTRACT.search(row.metric) and not _BY_CONTRACT.search(frame.text) and "外资" in frame.text:
        score -= 0.15  # 外资 without a word is what was used of it
    if "更正前" in row.metric:
        score -= 0.5
    if "新增" in row.metric and "新" not in frame.text:  # 有多少栋 asks for all there are
        score -= 0.06
    return Candidate(row=row, score=score, words=words)


def _is_county(subject: str, level: str) -> bool:
    """全市 is no county-level city's."""
    return level == "市" and any(place.level == "district" for place in national().get(subject, ()))


@lru_cache(maxsize=256)  # asked of every row
def asks_aim_alone(text: str) -> bool:
    """Whether a question asks what is aimed at, and not what was reached of it."""
    return bool(_AIM_ALONE.search(text)) and not _REACHED.search(text)


def _part_of(row: Figure) -> str:
    return part_counted(row.metric) if unit_kind(row.unit) == "count" else part_measured(row.metric)


def of_unasked_part(row: Figure, text: str) -> bool:
    """Whether the row is of an industry or a kind of project that the question does not name."""
    part = _part_of(row)
    return bool(part) and not any(part[at : at + 2] in text for at in range(len(part) - 1))


_BY_CONTRACT = re.compile(r"合同|协议|认缴")
_AIM_ALONE = re.compile(
    r"(?:目标|任务|(?:年度|全年)计划)(?:任务|数|值)?(?:(?:是|为|有|定)?(?:多少|几|什么)|[？?]?$)"
)
_REACHED = re.compile(r"完成|达到|实现|占|达成|实际|差|缺口|超|进度")
_TOTAL = re.compile(r"盘子|总规模|资金规模|总额|总量|预算")
_WHOLE = re.compile(rf"全([{LEVELS}])(?!各|的?(?:[区县旗]|各))")


def _tells_measure(row: Figure, frame: QuestionFrame) -> bool:
    """Whether the row's own clause says the amount asked for; so if the question names none."""
    if not asks_amount(frame.terms) or tells_amount(frame.terms, fold(row.metric)):
        return True
    return tells_amount(frame.terms, fold(row.metric + clause_of(row, ())))


@lru_cache(maxsize=1024)  # asked of every row of a quote, for every number of the question
def _printed(quote: str) -> frozenset[tuple[Decimal, str]]:
    return frozenset(quantity.base() for quantity in find_quantities(quote))


def _modality_fit(row: Figure, frame: QuestionFrame) -> float:
    if frame.asks_target:
        return 0.12 if row.modality in ("target", "forecast") else 0.0
    return -0.12 if row.modality in ("target", "forecast") else -0.1 if row.modality == "rule" else 0.0


def fits_place(row: Figure, frame: QuestionFrame) -> bool:
    """Whether the row is of a place asked about, or of a project or organisation named in the question."""
    if frame.names:
        return any(name_fits(row, name) for name in (*frame.names, *frame.surfaces))
    if not frame.place_names:
        return True
    own = row.subject in frame.place_names or row.place in frame.place_names
    return own and not (
        _BESIDE_ALL.search(row.quote, 0, row.raw_start - row.start) and "全国" not in frame.text
    )


# 增速超过全国平均水平（5.5%) tells the country's rate beside the city's
_BESIDE_ALL = re.compile(r"[于过及到]全国[一-鿿]{0,8}[（(]$")


def name_fits(row: Figure, name: str) -> bool:
    """Whether the row is the named thing's: its subject, or told in the sentence of a row that is of no other
    thing."""
    core = core_name(name)
    if _is_of(row.subject, core) and (row.subject != row.place or core in core_name(row.subject)):
        return True  # but a zone that stands in the name of a park is not the park
    of_place = row.subject in ("", row.place)
    return core in fold(row.quote) and (of_place or core in fold(clause_of(row, ())))


@lru_cache(maxsize=4096)  # a question's rows are of few subjects
def _is_of(subject: str, core: str) -> bool:
    own = core_name(subject)
    return core in own or (len(own) >= 3 and own in core) or alike(core, own)


def fits_threshold(row: Figure, frame: QuestionFrame, collection: Collection) -> bool:
    """亿元以上 and 5亿元以上 are two measures."""
    asked = frame.threshold
    if asked is None:
        return True
    own = threshold_value(row.threshold)
    if own is not None or unit_kind(row.unit) != "count":
        return own in (None, asked)
    quote = fold(row.quote)
    inside = _PART_OF.search(quote) or is_cell(row)  # 75个过亿元项目中，包含41个先进制造业项目
    told = quote if inside else fold(row.metric)
    if quote.startswith("其中"):  # of what the sentence before has told
        told += fold(collection.text(row.document_id)[max(0, row.start - 90) : row.start])
    return any(asked == q.base()[0] for q in find_quantities(told) if q.kind == "money")


_PART_OF = re.compile(r"其中|包含|包括|项目[中里]|分别")


def threshold_value(threshold: str) -> Decimal | None:
    """The size class in yuan, or None."""
    found = find_quantities(threshold)
    return found[0].base()[0] if found else None


def same_measure(one: Figure, other: Figure) -> bool:
    """Whether two rows measure the same thing the same way, so that they may stand in one ranking."""
    if unit_kind(one.unit) != unit_kind(other.unit) or one.is_growth != other.is_growth:
        return False
    if threshold_value(one.threshold) != threshold_value(other.threshold):
        return False
    if base_quantity(Decimal(1), one.unit)[1] != base_quantity(Decimal(1), other.unit)[1]:
        return False
    return (one.modality in ("target", "forecast")) == (other.modality in ("target", "forecast"))


def say_same(term: str, row: Figure) -> float:
    """How well a row's own words say a term."""
    return max(term_match(term, fold(row.metric)), term_match(term, fold(clause_of(row, ()))))
