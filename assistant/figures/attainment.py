"""How much of a target has been reached: what is missing, the share of it, and whose share is largest?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.computed import computed, in_one_unit, plain, rounded
from assistant.figures.lookup import search_ledger
from assistant.figures.measure import measure_text, verb_of
from assistant.figures.owner_asked import fits_place
from assistant.figures.qualifiers import origin_named
from assistant.figures.size_asked import threshold_value
from assistant.figures.statistic import of_another_statistic
from assistant.figures.undated import same_part
from assistant.figures.weighing import Candidate, is_of_a_district
from assistant.figures.words_asked import measure_terms, say_same
from assistant.homes import city_of
from assistant.question import QuestionFrame
from assistant.wording import is_cell, statement_of, value_text
from language.bare_zone import zone_variants
from language.parted import part_measured
from language.period_label import contains, label_dates, period_text, same_period
from language.quantity import base_quantity, unit_kind
from language.words import words
from vectorstore.ledger_rows import Figure

ASKED = re.compile(r"目标|任务|计划|完成|要签|要引|干了")
_AIM_ASKED = re.compile(
    r"(?<!完成)(?<!完成了)(?<!完成年度)(?<!完成全年)(?<!完成了年度)(?<!完成了全年)"
    r"(?:目标|任务|计划)(?:任务|数|值)?(?:(?:是|为|有|定)?(?:多少|几)|(?:和|与|及|、)[^，。？]{0,4}完成[^，。？]{0,2}(?:分别|各))"
)
SHARE_OF_AIM = re.compile(
    r"(?:目标|任务|计划)(?:任务|数|值|投资)?的?(?:率|比例|比重)?(?:约|达|超|近)?$|完成率|完成.{0,8}$"
)
# Shares of the question's words that a row says with what stands around it, or the row's words alone.
_OF_THE_AIM = frozenset("项目 年度 全年 季度 月度 计划 任务 目标 进度 比重 百分".split())
_SAID, _SAID_BEFORE, _SAME = 0.4, 0.6, 0.6
_AS_WELL, _NEARLY = 0.05, 0.2
_ONE_MONTH = 0.5
_NARROWER = 0.15  # for each word of a part (制造业外资) that neither the question nor the target names


@dataclass(frozen=True, kw_only=True)
class Attained:
    """A target and the actual figure of the same measure that counts towards it."""

    actual: Figure
    target: Figure

    @property
    def percent(self) -> Decimal:
        """The actual figure in per cent of the target."""
        done, aimed, _ = in_one_unit(self.actual, self.target)
        return done / aimed * 100

    @property
    def same_year(self) -> bool:
        """Whether both are of one year, so that the share is a rate of completion."""
        return self.actual.period[:4] == self.target.period[:4]


def target_gap(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """How much is missing to the target, or that it is reached; None where either is not found."""
    pair = attained(frame, collection)
    if pair is None:
        return None
    left, right, unit = in_one_unit(pair.target, pair.actual)
    gap = left - right
    text = (
        f"{pair.actual.subject}还差{plain(gap)}{unit}（{plain(left)} − {plain(right)} = {plain(gap)}）"
        if gap > 0
        else f"{pair.actual.subject}已达到目标"
    )
    return computed(f"{text}：{both_told(pair)}", [pair.target, pair.actual], collection, derived=[abs(gap)])


def share_of_target(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The share of the target that is reached, as printed or else computed; None where nothing tells it."""
    pair = attained(frame, collection)
    if pair is not None and (_AIM_ASKED.search(frame.text) or _is_bracketed(pair.target)):
        return _aim_and_fact(pair, collection)
    whole = pair.actual.period if pair is not None and pair.actual.period in frame.period_labels else ""
    stated = _stated(frame, collection, period=whole)  # of 2022年, and not of its first half
    return stated or (_computed(pair, collection) if pair else None)


def _is_bracketed(target: Figure) -> bool:
    """完成年度任务（32亿元）的61.69%: the share is printed with its aim, which is of another time."""
    return target.quote[: target.raw_start - target.start].endswith(("（", "("))


def _aim_and_fact(pair: Attained, collection: Collection) -> Draft:
    """目标是多少，完成了多少: both, and the share as printed beside the fact or else computed."""
    printed = next((row for row in collection.siblings(pair.actual) if _is_share_of(row, pair)), None)
    if printed is None:
        return _computed(pair, collection)
    measured = f"{pair.actual.subject}{measure_text(pair.actual)}"
    text = f"{measured}：{both_told(pair)}，原文为完成目标的{value_text(printed)}"
    return computed(text, [pair.target, pair.actual], collection, derived=[])


def reached_so_far(frame: QuestionFrame, target: Figure, collection: Collection) -> Draft | None:
    """全年550个完成了吗: the aim beside what its year has brought so far; None where nobody tells that."""
    pair = attained(frame, collection) if frame.asks_reached and target.modality == "target" else None
    ours = pair is not None and pair.same_year and pair.target == target
    return _aim_and_fact(pair, collection) if ours and pair is not None else None


def _is_share_of(row: Figure, pair: Attained) -> bool:
    """Whether a printed share is the pair's, to the last digit but one: the aim may be told as rounded."""
    return _is_share(row) and row.raw_start > pair.actual.raw_start and abs(row.value - pair.percent) < 1


def _stated(frame: QuestionFrame, collection: Collection, *, period: str) -> Draft | None:
    """实际使用外资1.86亿美元，仅为年度目标的18.6%: the share stands beside the asked measure, of `period` if
    that is given."""
    found = search_ledger(frame, collection, any_unit=True, any_period=True).candidates
    if not frame.places and not frame.names:  # asked of nobody: what the city has reached
        found = tuple(sorted(found, key=lambda one: is_of_a_district(one.row, collection)))
    shares = [one for one in found if _is_share(one.row)]
    shares.sort(key=lambda one: not _says(one.row, frame))  # of 制造业投资 before that of all
    for candidate in shares:
        row = candidate.row
        if period and not same_period(row.period, period):
            continue
        before = [other for other in collection.siblings(row) if other.raw_start < row.raw_start]
        others = before[-1:] if before and not _is_share(before[-1]) else []  # a share of its own
        level = [other for other in before if _is_level(other)][-1:] or others
        told = _says(level[0], frame) if level else candidate.words >= _SAID_BEFORE
        if not (told or _says(row, frame)):
            continue
        if _of_asked_part(frame, [row, *level]):
            rows = [*level, row] if level and level[0].subject == row.subject else [row]
            text = statement_of(rows, collection.siblings(row))
            return Draft(statements=(Statement(text=text, evidence=(collection.evidence(row),)),))
    return None


def _is_share(row: Figure) -> bool:
    return unit_kind(row.unit) == "rate" and not row.is_growth and bool(SHARE_OF_AIM.search(row.metric))


def _is_level(row: Figure) -> bool:
    """完成目标29亿美元的107.8%: what was done is told before the aim."""
    return row.modality != "target" and not row.is_growth and unit_kind(row.unit) in ("money", "count")


def _says(row: Figure, frame: QuestionFrame) -> bool:
    """Whether the row itself measures what is asked."""
    return all(say_same(term, row) > _SAME for term in measure_terms(frame) if term not in _OF_THE_AIM)


def _of_asked_part(frame: QuestionFrame, rows: Iterable[Figure]) -> bool:
    """Whether one of the rows is of the quarter or half that the question names, if it names one."""
    rows = list(rows)
    years = {period.label[:4] for period in frame.periods if period.dated}
    if years and not any(not row.period or row.period[:4] in years for row in rows):
        return False
    asked = [period for period in frame.periods if len(period.label) > 4]
    return not asked or any(_fits(row.period, period.label, period.dated) for row in rows for period in asked)


def _fits(own: str, label: str, dated: bool) -> bool:
    return same_period(own, label) or (not dated and same_part(own, label))


def _computed(pair: Attained, collection: Collection) -> Draft:
    done, aimed, _ = in_one_unit(pair.actual, pair.target)
    share = rounded(pair.percent)
    expression = f"{plain(done)} ÷ {plain(aimed)} = {share}%"
    text = f"{pair.actual.subject}实际数相当于目标的{share}%（{expression}）：{both_told(pair)}"
    notes = [] if pair.same_year else ["两数不是同一年度，口径不同，不可直接当作完成率"]
    done_by, aimed_by = verb_of(pair.actual), verb_of(pair.target)
    if done_by != aimed_by and done_by and aimed_by and pair.target.modality != "planned_total":
        notes.append(f"目标为“{aimed_by}”，实际为“{done_by}”，口径不完全相同")
    return computed(
        text, [pair.target, pair.actual], collection, derived=[pair.percent, Decimal(share)], notes=notes
    )


def attained(frame: QuestionFrame, collection: Collection) -> Attained | None:
    """The target asked about and the actual figure that counts towards it, or None where one is lacking."""
    if frame.threshold is not None and not frame.numbers:
        sized = _pair_of(frame, collection)
        if sized is not None:
            return sized
    pair = _pair_of(replace(frame, threshold=None), collection)
    large = frame.threshold is not None and frame.threshold > _A_PROJECT and not frame.numbers
    return None if pair and large and threshold_value(pair.target.threshold) != frame.threshold else pair


def _pair_of(frame: QuestionFrame, collection: Collection) -> Attained | None:
    bare = bool(frame.numbers) and all(term in _OF_THE_AIM for term in measure_terms(frame))
    measured = replace(frame, numbers=())  # 签了212个，离300个还差多少: no row prints both
    levels = [
        one
        for one in search_ledger(measured, collection, any_period=True, any_unit=True).candidates
        if one.words >= _SAID - 0.5 * bare  # 全年目标300个完成了吗 says nothing that is measured
        and not one.row.is_growth
        and unit_kind(one.row.unit) in ("count", "money")
        and fits_place(one.row, frame)
        and "更正前" not in one.row.metric
        and (frame.names or frame.places or collection.places.get(one.row.subject) is not None)
    ]
    actuals = [one for one in levels if one.row.modality == "actual" and _is_over(one.row, collection)]
    named = {number.base() for number in frame.numbers}
    done = [one for one in actuals if _amount(one.row) in named]
    named -= {_amount(one.row) for one in done}
    targets = [one for one in levels if _is_aim(one.row) and _aimed(one, frame, named)]
    said = max((one.words for one in targets), default=0.0) - _AS_WELL
    targets = [one for one in targets if one.words >= said]  # 引进企业的目标 is not 引进项目的目标
    actuals = done or actuals
    said = max((one.words for one in actuals), default=0.0) - _NEARLY
    actuals = [one for one in actuals if one.words >= said]  # what says it better may have no aim told
    pairs = [
        (a, t)
        for t in targets[:8]
        for a in actuals
        if _counts_towards(a.row, t.row, frame)
        and _of_one_city(a.row, t.row, collection)
        and not _of_another_flow(a.row, t.row)
        and not _of_a_part(a.row, t.row)
    ]
    if not pairs:
        return None
    fitting = [pair for pair in pairs if _works_out(pair[0].row, pair[1].row, collection)]
    if not fitting and not any(is_cell(actual.row) for actual, _ in pairs):
        return None  # what is printed of the goal is not what these would make of it
    pairs = fitting or pairs
    told = {c.row.document_id: collection.documents[c.row.document_id].reference_date for c in levels}
    actual, target = max(pairs, key=lambda pair: _fitness(pair[0], pair[1], frame, told))
    return Attained(actual=actual.row, target=target.row)


def _is_aim(row: Figure) -> bool:
    """Whether the row is what a year was to bring: 年度计划投资 is told as a plan."""
    planned = row.modality == "planned_total" and bool(_YEARS_PLAN.search(row.metric))
    return row.modality in ("target", "forecast") or planned


_YEARS_PLAN = re.compile(r"(?:年度|全年|当年|今年)[^,，。]{0,4}计划|计划[^,，。]{0,4}年度")
_FLOWS = frozenset(("到位", "实际外资", "合同外资", "产值"))
_OF_ANY = frozenset(("", "总投资", "完成投资"))  # 年度计划投资 may be called either


def _of_another_flow(actual: Figure, target: Figure) -> bool:
    """What was signed for does not count towards an aim for money that arrives."""
    if origin_named(actual.metric) != origin_named(target.metric) and origin_named(actual.metric):
        return True  # 省外到位资金 is only a part of what the aim is for
    if of_another_statistic(actual.metric, target.metric):
        return True  # 规上工业产值890亿元 is no step towards 第二产业增加值362亿元
    told = {verb_of(actual), verb_of(target)} - _OF_ANY
    return unit_kind(actual.unit) == "money" and len(told) > 1 and bool(told & _FLOWS)


def _of_a_part(actual: Figure, target: Figure) -> bool:
    """工业履约到位资金 is no step towards the aim for 到位资金 as a whole, nor the whole towards a part's."""
    # 技改项目完成投资 is of the aim 技改年度计划投资
    part, other = (part_measured(one.metric).removesuffix("项目") for one in (actual, target))
    ahead = bool(part) and part not in target.metric
    behind = bool(other) and other not in actual.metric
    return (ahead or behind) and unit_kind(actual.unit) == "money"


def _of_one_city(actual: Figure, target: Figure, collection: Collection) -> bool:
    """Whether 经开区 in both rows is the same city's."""
    place = collection.places.get(actual.subject) if actual.document_id != target.document_id else None
    if place is None or place.level != "zone":
        return True
    return city_of(place, actual.document_id, collection) == city_of(place, target.document_id, collection)


def _works_out(actual: Figure, target: Figure, collection: Collection) -> bool:
    """Whether the share printed in the same row of a table, or right behind the goal, is that of this amount:
    of 合同外资 and 实际使用外资 only one was done towards the goal."""
    if actual.document_id != target.document_id or (is_cell(actual) and actual.start != target.start):
        return True
    shares = [row for row in collection.siblings(target) if _RATE_OF_AIM.search(row.metric)]
    if not is_cell(actual):  # 到位518亿元，完成目标任务615亿元的84.36%。其中三新产业到位253亿元
        shares = [row for row in shares if 0 < row.raw_start - target.raw_start <= _BESIDE]
    pair = Attained(actual=actual, target=target)
    return not shares or any(abs(row.value - pair.percent) < 1 for row in shares)


_BESIDE = 20  # characters
_RATE_OF_AIM = re.compile(r"完成率|完成[^,，。；;]{0,20}(?:目标|任务)|完成进度|达成率")


def _amount(row: Figure) -> tuple[Decimal, str]:
    return base_quantity(row.value, row.unit)


def _aimed(target: Candidate, frame: QuestionFrame, named: AbstractSet[tuple[Decimal, str]]) -> bool:
    """Whether the target is of a year asked about, and of a number the question names, if it names one."""
    if not target.row.value:
        return False
    dated = [period.label for period in frame.periods if period.dated]
    years = {label[:4] for label in [one for one in dated if len(one) == 4] or dated}
    if years and target.row.period and target.row.period[:4] not in years:
        return False
    return not named or _amount(target.row) in named


def _is_over(row: Figure, collection: Collection) -> bool:
    """A document of April cannot report what the whole year brought."""
    told = collection.documents[row.document_id].reference_date
    return not (len(row.period) == 4 and told and told < f"{row.period}-11")


_BY_ITS_END = re.compile(r"末|底|累计|达到|达")


def _is_for_a_quarter(target: Figure) -> bool:
    """Whether an aim is for what one quarter brings, and not for where its end shall stand."""
    before = target.quote[: target.raw_start - target.start]
    return bool(re.search(r"-(?:Q[234]|H2)$", target.period)) and not _BY_ITS_END.search(before[-24:])


def _counts_towards(actual: Figure, target: Figure, frame: QuestionFrame) -> bool:
    same_unit = (
        base_quantity(Decimal(1), actual.unit)[1] == base_quantity(Decimal(1), target.unit)[1]
        and actual.unit[-1] == target.unit[-1]
    )
    same_owner = actual.subject in (target.subject, *zone_variants(target.subject))
    if not same_owner or not same_unit or _is_of_larger(target, actual):
        return False
    if _is_for_a_quarter(target) and not contains(target.period, actual.period):
        return False  # what has run since New Year is not what 三季度力争220亿元 asks of that quarter
    asked = [period for period in frame.periods if len(period.label) > 4 and period.label != target.period]
    if asked:
        return any(_fits(actual.period, period.label, period.dated) for period in asked)
    if not actual.period and not target.period:
        return actual.quote == target.quote  # 到位99亿元，完成目标145亿元的68% of a paper that names no year
    return bool(actual.period and target.period) and contains(target.period[:4], actual.period)


def _is_of_larger(target: Figure, actual: Figure) -> bool:
    """签约百亿元以上项目3个 is no aim for all projects signed; 亿元以上 is what papers mean by projects."""
    aimed, done = threshold_value(target.threshold), threshold_value(actual.threshold)
    return (
        unit_kind(target.unit) == "count"
        and aimed is not None
        and aimed > _A_PROJECT
        and (done or _A_PROJECT) < aimed
    )


_A_PROJECT = Decimal(10) ** 8  # yuan


def _fitness(
    actual: Candidate, target: Candidate, frame: QuestionFrame, told: Mapping[str, str]
) -> tuple[float, str]:
    """How well the two fit each other and the question; of equals the newest actual figure."""
    one, other = actual.row, target.row
    sizes = threshold_value(one.threshold), threshold_value(other.threshold)
    score = actual.score + target.score
    score += 0.2 * (sizes[0] == sizes[1]) - 0.2 * (None not in sizes and sizes[0] != sizes[1])
    score += 0.3 * (verb_of(one) == verb_of(other))
    score += 0.1 * (told[one.document_id] >= told[other.document_id]) + 0.3 * (one.quote == other.quote)
    named = set(words(f"{frame.text}{other.metric}"))
    if len(other.period) == 4 and label_dates(one.period)[0] > label_dates(other.period)[0]:
        score -= _ONE_MONTH  # 10月当月签约41个 is a part of what the ten months brought
    score -= _NARROWER * sum(len(word) > 1 and word not in named for word in words(one.metric))
    return round(score, 3), label_dates(one.period)[1].isoformat() if one.period else ""


def both_told(pair: Attained) -> str:
    """The aim and what was done of it, each with its time."""
    return f"目标{_timed(pair.target)}，实际{_timed(pair.actual)}"


def _timed(row: Figure) -> str:
    return f"{value_text(row)}（{period_text(row.period) if row.period else '未注明时间'}）"
