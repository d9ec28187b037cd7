"""How well does a ledger row that fits a question answer it?

Two numbers are weighed: the score puts rows in order, and the words are the share of the question that the
row may be said to tell, which decides whether it answers at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.collection import Collection
from assistant.doings import tells_undone
from assistant.figures.numbers_named import numbers_told, printed_numbers
from assistant.figures.owner_asked import is_of_named
from assistant.figures.periods_asked import closeness
from assistant.figures.qualifiers import origin_named, turns_on_a_word, unmet
from assistant.figures.risen import asks_what_was, held_before, holds_since
from assistant.figures.share_told import (
    asks_share,
    asks_share_of_projects,
    is_another_share,
    is_other_share,
)
from assistant.figures.spent import is_of_more_than_asked
from assistant.figures.statistic import level_asked, tells_no_level
from assistant.figures.unasked_part import (
    OF_ANY,
    is_of_unasked_source,
    of_unasked_part,
    says_source,
    source_asked,
)
from assistant.figures.words_asked import measure_said
from assistant.matching import asks_amount, tells_amount
from assistant.names import is_example
from assistant.question import QuestionFrame
from assistant.wording import own_clause
from language.divisions import LEVELS
from language.event import EVENT
from language.nation import WHOLES
from language.parted import part_measured
from language.place_table import lies_in, national
from language.quantity import unit_kind
from language.text import fold
from language.value import value
from vectorstore.ledger_rows import Figure

ENOUGH = 0.56  # share of what is asked that a row's words must say
_LEAST = 0.2  # of what is asked: who says less answers nothing, whatever the row measures


@value
class Candidate:
    """A row that may answer, with how well."""

    row: Figure
    score: float
    words: float


@dataclass(frozen=True, kw_only=True)
class _Reason:
    """Why a row answers better or worse: what a question must ask for it, and what a row must be."""

    asked: Callable[[QuestionFrame], bool]
    told: Callable[[Figure, QuestionFrame], bool]
    score: float = 0.0
    words: float = 0.0


@value
class _Asked:
    """What a question asks of every row alike, worked out once: several hundred rows are held against it.

    `looked_up` says that one row is asked for, `of_nobody` that neither a place nor a thing is named, `whole`
    is the 全市 of the question; `reasons` are those that the question gives.
    """

    frame: QuestionFrame
    amount: bool
    looked_up: bool
    of_nobody: bool
    whole: re.Match[str] | None
    reasons: tuple[_Reason, ...]


def weighed(
    rows: Sequence[Figure], said: Sequence[float], frame: QuestionFrame, collection: Collection
) -> list[Candidate]:
    """The rows weighed, in their order; `said` is the share of the question that each says, 0 to 1, and all
    that a row counts by where it says too little to answer."""
    asked = _Asked(
        frame=frame,
        amount=asks_amount(frame.terms),
        looked_up=frame.operation == "lookup",
        of_nobody=not (frame.names or frame.places),
        whole=_WHOLE.search(frame.text),
        reasons=tuple(reason for reason in _REASONS if reason.asked(frame)),
    )
    return [
        _candidate(row, asked, collection, words=words)
        if words >= _LEAST
        else Candidate(row=row, score=words, words=words)
        for row, words in zip(rows, said, strict=True)
    ]


def _candidate(row: Figure, asked: _Asked, collection: Collection, *, words: float) -> Candidate:
    frame, score = asked.frame, words
    if frame.numbers:
        score = words + printed_numbers(row, frame)
        words = numbers_told(row, frame, words, enough=ENOUGH)
    if asked.amount and row.metric and words >= _LEAST and not _tells_measure(row, frame):
        words -= 0.3  # 总投资 of the sentence before is not the bonds of this one
    if asked.looked_up and _is_foreign(row, asked):
        words -= 0.5  # 全市签约多少 is not what one of its districts signed
    more = 0.12 * closeness(row, frame) + _owner_fit(row, asked, collection)
    if held := [reason for reason in asked.reasons if reason.told(row, frame)]:
        more += sum(reason.score for reason in held)
        words += sum(reason.words for reason in held)
    return Candidate(row=row, score=score + more, words=words)


def _owner_fit(row: Figure, asked: _Asked, collection: Collection) -> float:
    """Asked of nobody, what is told of a place comes before one project's or the country's, of the document's
    own place before its province's, and of 全市 what is a city's."""
    if not asked.of_nobody or not row.place:
        return -0.2 if row.subject in WHOLES and row.subject not in asked.frame.text else 0.0
    if row.subject != row.place:
        return -0.1
    around = is_of_a_district(row, collection) or (asked.whole is None and _is_around(row, collection))
    if asked.looked_up and around:
        return -0.2
    return -0.2 if _is_foreign(row, asked) else 0.0


def _is_foreign(row: Figure, asked: _Asked) -> bool:
    """Whether a district's row is offered for 全市."""
    whole = asked.whole if asked.of_nobody else None
    if whole is None or not row.place or row.subject != row.place:
        return False
    return row.subject[-1] != whole[1] or _is_county(row.subject, whole[1])


def is_of_a_district(row: Figure, collection: Collection) -> bool:
    """Whether the row is of a district in a collection that tells of cities too."""
    place = collection.places.get(row.subject)
    if place is None or place.level not in ("district", "zone"):
        return False
    return any(other.level == "city" for other in collection.places.places)


def _is_around(row: Figure, collection: Collection) -> bool:
    """Whether the row is of what lies around the places that its document's title names: the province's in a
    city's paper."""
    named = collection.titled(row.document_id)
    return bool(named) and all(lies_in(name, row.subject) for name in named)


def _is_county(subject: str, level: str) -> bool:
    """全市 is no county-level city's."""
    return level == "市" and any(place.level == "district" for place in national().get(subject, ()))


@lru_cache(maxsize=256)  # asked of every row
def asks_aim_alone(text: str) -> bool:
    """Whether a question asks what is aimed at, and not what was reached of it."""
    alone = len(_AMOUNTS.findall(text)) < 2  # 落地率是多少，目标是多少 asks for both
    return alone and bool(_AIM_ALONE.search(text)) and not _REACHED.search(text)


def _is_of_asked_kind(row: Figure, frame: QuestionFrame) -> bool:
    part = part_measured(row.metric) if unit_kind(row.unit) == "money" else ""
    return bool(part) and any(part[at : at + 2] in frame.text for at in range(len(part) - 1))


def totals_unnamed_thing(row: Figure, frame: QuestionFrame) -> bool:
    """Whether the row is what a project costs of which the question says no word."""
    of_thing = row.modality == "planned_total" and row.subject != row.place
    told = fold(row.subject + row.quote) if of_thing else ""
    return of_thing and not any(
        term in told for term in frame.terms if len(term) > 1 and not OF_ANY.fullmatch(term)
    )


def _tells_measure(row: Figure, frame: QuestionFrame) -> bool:
    """Whether the row's own clause says the amount that is asked for."""
    return tells_amount(frame.terms, measure_said(row)) or tells_amount(
        frame.terms, fold(row.metric + own_clause(row))
    )


def _always(_frame: QuestionFrame) -> bool:
    return True


def _is_aim(row: Figure, _frame: QuestionFrame) -> bool:
    return row.modality in ("target", "forecast")


def _is_done(row: Figure, frame: QuestionFrame) -> bool:
    return not _is_aim(row, frame)


# 151个国家 is told before 150多个, where both say all that is asked.
_ROUNDED = ("余", "约", "近", "超", "突破", "逾", "不足", "不到")
CONTRACTED = re.compile(r"(?:合同|协议)(?:利用|使用|引进)?外资")
_BY_AMOUNT = re.compile(r"增加|减少|多少(?:[个家]|[万亿]?元)")
BY_CONTRACT = re.compile(r"合同|协议|认缴")
_AIM_ALONE = re.compile(
    r"(?:目标|任务|(?:年度?|全年)计划)(?:任务|数|值)?(?:(?:是|为|有|定)?(?:多少|几|什么)|[？?]?$)"
    r"|目标(?:是|为)?新?(?:签约|引进|招引|落地|开工|投产|到位)[^,，。？?]{0,10}?(?:多少|几)"
)
_AMOUNTS = re.compile(r"(?:是|为|有)?多少|几[个家项]")
_REACHED = re.compile(r"完成|达到|实现|占|达成|实际|差|缺口|超|进度")
_TOTAL = re.compile(r"盘子|总规模|资金规模|总额|总量|预算")
_WHOLE = re.compile(rf"全([{LEVELS}])(?!各|的?(?:[区县旗]|各))")

_PLANNED = re.compile(r"(?<!完成)计划总?投资(?!的|完成)")

_AT_AN_EVENT = re.compile(EVENT)
_A_MONTH_OR_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_OF_THE_YEAR = re.compile(r"今年|全年|截至|累计|以来")


def _of_the_year(row: Figure, frame: QuestionFrame) -> bool:
    """Whether a row is told of more than the day of an event: of the year so far, or of months of it."""
    lasts = not _A_MONTH_OR_DAY.fullmatch(row.period) and row.period not in ("", *frame.period_labels)
    return lasts or _OF_THE_YEAR.search(own_clause(row)) is not None


_NEWLY = re.compile("新(?:引进|增|设立?|签约?|落[户地])")
_BY_NOW = re.compile("^使|累计|总数")  # 使落户成都的世界500强企业达到268家

_REASONS = (
    _Reason(asked=asks_share, told=is_another_share, words=-0.6),
    _Reason(asked=turns_on_a_word, told=unmet, words=-0.5),  # 到位资金完成率 is not how the money grew
    _Reason(  # X今年投了多少 is not its total
        asked=lambda frame: bool(frame.names) and frame.asks_spent,
        told=is_of_more_than_asked,
        words=-0.5,
    ),
    _Reason(  # 计划投资多少 is not what was spent of it
        asked=lambda frame: _PLANNED.search(frame.text) is not None,
        told=lambda row, _: "完成" in row.metric and "计划" not in row.metric,
        words=-0.5,
    ),
    _Reason(  # 招商目标是什么 asks for an aim, not for what was done
        asked=lambda frame: frame.asks_target and "目标" in frame.text and not frame.asks_number,
        told=_is_done,
        words=-0.5,
    ),
    _Reason(  # 年度计划是多少 is not what was done of it
        asked=lambda frame: asks_aim_alone(frame.text),
        told=_is_done,
        words=-0.5,
    ),
    _Reason(asked=lambda frame: frame.asks_target, told=_is_aim, score=0.12),
    _Reason(asked=lambda frame: not frame.asks_target, told=_is_aim, score=-0.12),
    _Reason(
        asked=lambda frame: not frame.asks_target, told=lambda row, _: row.modality == "rule", score=-0.1
    ),
    _Reason(  # 资金总盘子多大 is not what one project may get
        asked=lambda frame: _TOTAL.search(frame.text) is not None,
        told=lambda row, _: row.modality == "rule",
        words=-0.5,
    ),
    _Reason(
        asked=lambda frame: "完成" in frame.text,
        told=lambda row, _: "完成" in row.metric and unit_kind(row.unit) == "rate",
        score=0.3,
        words=0.2,
    ),
    _Reason(  # 甲园等总投资87亿元的项目9个 is not what 甲园 costs
        asked=lambda frame: bool(frame.names) and "等" not in frame.text,
        told=lambda row, frame: (
            row.subject == row.place and any(is_example(name, fold(row.quote)) for name in frame.names)
        ),
        words=-0.5,
    ),
    _Reason(  # 省重点项目 are not all the 重点项目 of a place
        asked=lambda frame: bool(level_asked(frame.text)),
        told=lambda row, _: tells_no_level(row.metric),
        score=-0.3,
    ),
    _Reason(  # a project's or a park's figure is not its district's
        asked=lambda frame: bool(frame.place_names) and not frame.names,
        told=lambda row, frame: row.subject not in frame.place_names,
        score=-0.25,
        words=-0.16,
    ),
    _Reason(  # 49个项目总投资合计多少, asked of a district, is not what one of them costs
        asked=lambda frame: bool(frame.place_names) and not frame.names,
        told=totals_unnamed_thing,
        words=-0.3,
    ),
    _Reason(  # 新引进几家 is not how many there are by now
        asked=lambda frame: _NEWLY.search(frame.text) is not None,
        told=lambda row, _: _BY_NOW.search(row.metric) is not None,
        score=-0.3,
    ),
    _Reason(  # 华南声谷可租面积 is that park's, not another's of the same sentence
        asked=lambda frame: not frame.names,
        told=lambda row, frame: row.subject != row.place and any(term in row.subject for term in frame.terms),
        score=0.15,
    ),
    _Reason(  # 人工智能产业园产业规模 is the park's own, not its district's of the same sentence
        asked=lambda frame: bool(frame.names),
        told=lambda row, frame: row.subject != row.place and is_of_named(row, frame),
        score=0.15,
        words=0.06,
    ),
    _Reason(
        asked=lambda frame: frame.threshold is not None,
        told=lambda row, _: bool(row.threshold),
        score=0.15,
    ),
    _Reason(  # 新签约项目增长多少 is not what those of 亿元以上 grew
        asked=lambda frame: frame.threshold is None and frame.asks_growth,
        told=lambda row, _: bool(row.threshold) and row.is_growth,
        score=-0.15,
    ),
    _Reason(
        asked=lambda frame: frame.threshold is None and not frame.asks_target,
        told=lambda row, _: bool(row.threshold),
        score=-0.02,
    ),
    _Reason(asked=_always, told=lambda row, _: row.qualifier in _ROUNDED, score=-0.01),
    _Reason(asked=lambda frame: not frame.asks_growth, told=lambda row, _: bool(row.is_growth), score=-0.4),
    _Reason(  # 稻谷增长多少 asks for a rate, where its field grew by so many hectares too
        asked=lambda frame: frame.asks_growth and not _BY_AMOUNT.search(frame.text),
        told=lambda row, _: row.is_growth and unit_kind(row.unit) != "rate",
        score=-0.12,
    ),
    _Reason(
        asked=lambda frame: frame.asks_growth,
        told=lambda row, _: row.is_growth is False and unit_kind(row.unit) == "rate",
        score=-0.15,
    ),
    _Reason(asked=_always, told=_is_of_asked_kind, score=0.06),  # 外资项目总投资 is of these, not of all
    _Reason(  # 第一产业到位资金 is not the city's
        asked=_always,
        told=lambda row, frame: of_unasked_part(row, frame.text),
        score=-0.25,
        words=-0.05,
    ),
    _Reason(  # 来自沪苏浙的签约项目总投资 is not that of all
        asked=_always,
        told=lambda row, frame: is_of_unasked_source(row, frame.text),
        score=-0.3,
        words=-0.5,
    ),
    _Reason(  # 到位资金多少 asks for all of it before what came from outside the province
        asked=lambda frame: not origin_named(frame.text),
        told=lambda row, _: bool(origin_named(row.metric)),
        score=-0.06,
    ),
    _Reason(  # 合同外资多少 is not what was used of it
        asked=lambda frame: CONTRACTED.search(frame.text) is not None,
        told=lambda row, _: "外资" in row.metric and not BY_CONTRACT.search(row.metric),
        words=-0.5,
    ),
    _Reason(  # 来自上海的项目几个 is not answered by what came from elsewhere, or from anywhere
        asked=lambda frame: source_asked(frame.text) != "",
        told=lambda row, frame: not says_source(row, source_asked(frame.text)),
        words=-0.5,
    ),
    _Reason(  # 外资 without a word is what was used of it
        asked=lambda frame: "外资" in frame.text and not BY_CONTRACT.search(frame.text),
        told=lambda row, _: BY_CONTRACT.search(row.metric) is not None,
        score=-0.15,
    ),
    _Reason(asked=asks_share_of_projects, told=is_other_share, words=-0.5),
    _Reason(
        asked=lambda frame: not asks_what_was(frame.text),
        told=lambda row, _: "更正前" in row.metric or held_before(row),
        score=-0.5,
    ),
    _Reason(asked=lambda frame: asks_what_was(frame.text), told=lambda row, _: holds_since(row), score=-0.5),
    _Reason(  # 恳谈会签了多少项目 is not what was signed so far this year
        asked=lambda frame: _AT_AN_EVENT.search(frame.text) is not None,
        told=_of_the_year,
        words=-0.3,
    ),
    _Reason(  # 近期可签约的项目6个, 签约的项目中仍未开工29个: what is not done yet
        asked=lambda frame: not frame.asks_target,
        told=lambda row, frame: tells_undone(frame.text, row.metric),
        score=-0.3,
    ),
    _Reason(  # 有多少栋 asks for all there are
        asked=lambda frame: "新" not in frame.text,
        told=lambda row, _: "新增" in row.metric,
        score=-0.06,
    ),
)
