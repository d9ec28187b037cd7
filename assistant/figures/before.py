"""What was a figure in the time that its printed change is told against: 去年同期 is 231次 less 比去年多57次?

Only a change in the figure's own unit is taken back: of a rate (同比增长14.5%) the earlier value is not known
to the digit, and it is refused.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.computed import computed, plain
from assistant.figures.lookup import rows_that_hold, search_ledger
from assistant.figures.measure import short_measure
from assistant.figures.unasked_part import of_unasked_part
from assistant.figures.undated import same_part
from assistant.figures.weighing import ENOUGH, Candidate, is_of_a_district
from assistant.question import QuestionFrame
from assistant.wording import statement_of, value_text
from language.period import Period, find_periods
from language.period_label import period_text, same_period
from language.quantity import unit_kind
from language.text import fold
from vectorstore.ledger_rows import Figure

_THAN = re.compile(
    r"(?:[较比]|[高低]于)[一-鿿]{0,8}?(?:20\d\d年|去年|上年|前年|同期|上月|上季度|前?\d{1,2}[月—\-至]|上半年|[一二三]季度)[^，,。；;]{0,12}$|[同环]比[^，,。；;]{0,4}$"
)
_LESS = re.compile(
    r"(?:减少|下降|降低|下滑|回落|收窄|少|低|减|降)了?(?:签约|引进|开工|落地)?$|低于[^，,。；;]{2,8}$"
)
_MORE = re.compile(
    r"(?:增加|提高|提升|上升|增长|净增|多|高|增)了?(?:签约|引进|开工|落地)?$|高于[^，,。；;]{2,8}$"
)
_SAME_TERM = re.compile(r"同期|同比")
_LAST_YEAR = re.compile(r"去年|上年")


def told_before(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The earlier value worked out from the later one and its change; None where either is not told."""
    if (
        len({one.label for one in frame.periods}) != 1
        or frame.asks_growth
        or frame.asks_target
        or frame.names
    ):
        return None
    asked, whenever = frame.periods[0], replace(frame, periods=())
    rows = rows_that_hold(whenever, collection)
    collection.figures_of_each({row.document_id for row in rows})  # each is asked for those beside it
    changes = {
        row: change
        for row in rows
        if (change := _change_beside(row, collection)) is not None
        and _is_level(row, frame)
        and _is_against(change, row, asked, frame, collection)
    }
    if not changes:
        return None  # as of most questions, whose rows need not be weighed
    found = search_ledger(whenever, collection).candidates
    pairs = [(one, changes[one.row]) for one in found if one.words >= ENOUGH and one.row in changes]
    if not frame.places:  # asked of nobody: the one city's, or the one zone's
        pairs = [pair for pair in pairs if _is_of_its_paper(pair[0].row, collection)]
        if len({one.row.subject for one, _ in pairs}) > 1:
            return None
    best = max(pairs, key=_newest, default=None)
    return _draft(best[0].row, best[1], asked, frame, collection) if best else None


def _is_of_its_paper(row: Figure, collection: Collection) -> bool:
    """Whether a row is of a city, or of the district or zone that its paper is titled after."""
    return not is_of_a_district(row, collection) or row.subject in collection.titled(row.document_id)


def printed_change(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """签约多少，比上年多多少: the figure with the change that its own sentence prints."""
    than = [period for period in frame.periods if period.role == "comparison"]
    times = tuple(period for period in frame.periods if period.role == "time")
    if len(than) != 1 or len(times) != 1 or frame.asks_target:
        return None
    at_that_time = replace(frame, periods=times, operation="lookup")
    for one in search_ledger(at_that_time, collection, any_unit=True).candidates:
        if one.words < ENOUGH or not _is_level(one.row, at_that_time):
            continue
        change = _change_beside(one.row, collection)
        if change is not None and _is_against(change, one.row, than[0], frame, collection):
            text = statement_of([one.row, change], collection.siblings(one.row))
            evidence = (collection.evidence(one.row),)
            return Draft(statements=(Statement(text=text, evidence=evidence),), strength=one.words)
    return None


def _newest(pair: tuple[Candidate, Figure]) -> tuple[float, str]:
    return round(pair[0].score, 1), pair[0].row.period


def _is_level(row: Figure, frame: QuestionFrame) -> bool:
    exact = not row.qualifier and not row.is_growth and row.modality in ("actual", "planned_total")
    sized = bool(row.threshold) and frame.threshold is None  # of 50亿元以上项目 when all are asked about
    return exact and not sized and not of_unasked_part(row, frame.text)


def _change_beside(row: Figure, collection: Collection) -> Figure | None:
    """The change printed right behind a figure in its own unit (a rate's in points), or behind its money."""
    unit = "个百分点" if unit_kind(row.unit) == "rate" else row.unit
    money_between = False  # 签约87个，总投资402亿元，项目个数比上年增加12个
    for other in collection.siblings(row):
        if other.raw_start <= row.raw_start or other.subject != row.subject:
            continue
        if other.unit == unit and other.is_growth:
            its_own = (
                not money_between or _PROJECTS.match(other.metric) or other.metric.startswith(row.metric)
            )
            return other if its_own and _is_told_exactly(other) else None
        if not other.is_growth:
            money_between = unit_kind(other.unit) == "money" and row.unit == "个"
            if not money_between:
                return None
    return None


_PROJECTS = re.compile("项目(?:个数|数量?)")


def _is_told_exactly(change: Figure) -> bool:
    words = _words_before(change)
    way = _LESS.search(words) or _MORE.search(words)
    return way is not None and not change.qualifier and _THAN.search(words) is not None


def _words_before(change: Figure) -> str:
    return fold(change.quote[: change.raw_start - change.start])[-24:]


def _is_against(
    change: Figure, row: Figure, asked: Period, frame: QuestionFrame, collection: Collection
) -> bool:
    """Whether the change is told against the time that is asked about."""
    if not row.period:  # a paper without a year says 去年, and so does the question
        said, than = _LAST_YEAR.search(frame.text), _than(change)
        return said is not None and (_LAST_YEAR.search(than) or _SAME_TERM.search(than)) is not None
    base = _base(change, row, collection)
    if not base:
        return False
    if not asked.dated:
        return base[:4] == row.period[:4] and base != row.period and same_part(base, asked.label)
    return same_period(base, asked.label) or (len(asked.label) == 4 and base == _a_year_before(row.period)
                                              and base[:4] == asked.label)  # fmt: skip


def _than(change: Figure) -> str:
    words = _words_before(change)
    return words[max(words.rfind("较"), words.rfind("比"), 0) :]


def _base(change: Figure, row: Figure, collection: Collection) -> str:
    """The label of the time that a change is told against; "" where it says none."""
    words, than = _words_before(change), _than(change)
    if _MONTH_BEFORE.search(words) and _A_MONTH.fullmatch(row.period):
        return (date.fromisoformat(f"{row.period}-01") - timedelta(days=1)).isoformat()[: len(row.period)]
    reference = date.fromisoformat(
        collection.documents[row.document_id].reference_date or row.period[:4] + "-12-31"
    )
    named = [one.label for one in find_periods(than, reference=reference, year=int(row.period[:4]))]
    base = named[0] if named else ""
    if _SAME_TERM.search(than) and (not base or len(base) == len("2024")):
        return _a_year_before(row.period)
    return base


_MONTH_BEFORE = re.compile(r"环比|[比较]上月")
_A_MONTH = re.compile(r"\d{4}-\d\d")


def _a_year_before(label: str) -> str:
    return re.sub(r"(?<!\d)(?P<year>\d{4})(?!\d)", lambda match: str(int(match["year"]) - 1), label)


def _draft(row: Figure, change: Figure, asked: Period, frame: QuestionFrame, collection: Collection) -> Draft:
    words = _words_before(change)
    fell = _LESS.search(words) is not None
    value = row.value + change.value if fell else row.value - change.value
    when = period_text(_base(change, row, collection)) if row.period else frame.text[asked.start : asked.end]
    sign = "+" if fell else "−"
    worked = f"{plain(row.value)} {sign} {plain(change.value)} = {plain(value)}"
    now = f"{period_text(row.period)}{value_text(row)}"
    than = re.split(r"[，,。；;]", change.quote[: change.raw_start - change.start])[-1]
    text = (
        f"{row.subject}{when}{short_measure(row)}{plain(value)}{row.unit}"
        f"（{worked}）：{now}，{than}{value_text(change)}"
    )
    notes = ["原文没有印出这一数字，由其后的数字和增减数推算"]
    return computed(text, [row, change], collection, derived=[value], notes=notes)
