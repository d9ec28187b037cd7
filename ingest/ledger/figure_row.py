"""Which row does one number of a sentence make?"""

from __future__ import annotations

import re
from datetime import date

from ingest.ledger.cast import Topic
from ingest.ledger.looking_back import is_not_over
from ingest.ledger.measures import metric_of
from ingest.ledger.metric_words import without_aim
from ingest.ledger.modality import is_growth, modality
from ingest.ledger.narration import Line, reference_date
from ingest.ledger.priced import price_of
from ingest.ledger.project_measures import is_of_one_year
from ingest.ledger.rule_measures import is_provision, rule_metric
from ingest.ledger.times import is_once_built, time_of
from language.period_label import label_dates
from language.quantity import Quantity
from vectorstore.document import Document
from vectorstore.ledger_rows import Figure, Modality


def figure_of(document: Document, line: Line, quantity: Quantity, *, topic: Topic, threshold: str) -> Figure:
    """The row of one quantity of a sentence, its measure, period and modality as the sentence tells."""
    cast = line.cast
    told, granted = _told_as(line, quantity, topic)
    reference = reference_date(document)
    period, basis = time_of(
        line,
        quantity,
        reference=reference,
        timeless=_is_timeless(told, topic, cast.text, quantity),
        is_told_of_place=topic.is_place,
        done=told in ("actual", "planned_total"),
    )
    metric = granted or metric_of(quantity, cast, subject=topic.subject)
    metric = _of_what_is_done(metric, quantity, line)
    kind = told
    if told == "actual" and _is_yet_to_be(quantity, line, period, metric, topic, reference):
        kind = "target" if topic.is_place or metric.endswith("目标") else "forecast"
    elif told == "target" and _is_over(quantity, line, period, reference):
        kind = "actual"
    if (
        kind == "target"
        and not period
        and topic.is_place
        and reference
        and not _YEARS_AHEAD.search(line.text)
    ):
        period, basis = str(reference.year), "relative"  # an aim of no stated term is this year's
    span = line.part_at(quantity.start)
    raw = line.reading.source(quantity.start, quantity.end)
    return Figure(
        document_id=document.id,
        document=document.name,
        subject=topic.subject,
        place=topic.place,
        metric=metric,
        threshold=threshold,
        value=quantity.value,
        unit=_unit(quantity, cast.text),
        qualifier=quantity.qualifier,
        period=period,
        period_basis=basis,
        modality=kind,
        is_growth=is_growth(cast.text, quantity),
        quote=document.text[span.start : span.end],
        start=span.start,
        end=span.end,
        raw=document.text[raw.start : raw.end],
        raw_start=raw.start,
    )


_DONE_HERE = re.compile(r"(?:完成|实现|达到?|已|到位)了?(?:约|近|超)?$")


def _of_what_is_done(metric: str, quantity: Quantity, line: Line) -> str:
    """到位资金目标任务35亿元，1—9月实现26.6亿元: what the clause before aims at, this one tells as done."""
    if quantity.kind == "rate" or (bare := without_aim(metric)) == metric:
        return metric
    begin, end = line.cast.clause_at(quantity.start)
    aims = _AIM.search(line.text, begin, end)
    done = _DONE_HERE.search(line.text, begin, quantity.outer_start)
    return bare if done is not None and aims is None else metric


def _told_as(line: Line, quantity: Quantity, topic: Topic) -> tuple[Modality, str]:
    """How real the sentence says it is, and what a rule grants by it ("" where it is none)."""
    cast = line.cast
    begin, end = cast.clause_at(quantity.start)
    kind = modality(
        cast.text, quantity, clause_start=begin, clause_end=end, heading=line.heading, by_place=topic.is_place
    )
    if kind != "rule" and price_of(quantity, cast) is not None:
        return "planned_total", ""
    if kind != "rule" and not is_provision(cast.text):
        return kind, ""
    granted = rule_metric(cast.text, quantity.start, quantity.end)
    return ("rule" if granted else kind), granted


def _is_yet_to_be(
    quantity: Quantity, line: Line, period: str, metric: str, topic: Topic, reference: date | None
) -> bool:
    """Whether what is told as if done is aimed at: by its bound, its measure, or a time not yet over."""
    at_least = quantity.qualifier in ("不低于", "不少于")  # what is done is told as it is
    at_least = at_least or (
        "分别不" in line.text and bool(_EACH_AT_LEAST.search(line.text[: quantity.start]))
    )
    if at_least and topic.is_place and period:
        return True
    if metric.endswith("目标") if quantity.kind != "rate" else _OF_AN_AIM.search(metric):
        return True  # 甲、乙到位资金目标分别为150亿元和110亿元
    due = [one.label for one in line.cast.periods if one.role == "deadline"]
    in_year = len(period) == _A_YEAR and period in due
    if reference is None and topic.is_place and in_year and not _SO_FAR.search(line.text):
        return True  # 到2025年，建成园区3个 of a plan that bears no date
    to_come = period in due or _WHAT_COMES.match(line.text) is not None
    ahead = reference and period and label_dates(period)[to_come] > reference
    begun = _has_just_begun(period, reference) and _IS_DONE.search(line.text) is None
    begun = begun or is_not_over(period, line.cast, reference)
    return bool(ahead) or begun  # nothing is done before its time


def _is_over(quantity: Quantity, line: Line, period: str, reference: date | None) -> bool:
    """Whether the clause names its own time, which was over, and no aim: 2025年计划100个，2024年签约92个."""
    if reference is None or not period or label_dates(period)[1] >= reference:
        return False
    begin, _ = line.cast.clause_at(quantity.start)
    timed = any(begin <= one.start < quantity.start and one.role == "time" for one in line.cast.periods)
    return timed and _AIM.search(line.cast.text, begin, quantity.start) is None


_AIM = re.compile("目标|任务|计划|力争|争取|确保|预期|预计|拟|将|要|规划")
_YEARS_AHEAD = re.compile("未来|今后|接下来")
_OF_AN_AIM = re.compile(
    "(?:底线|奋斗|预期|力争|保底|冲刺)目标(?:同比)?(?:增长|提高)$"
)  # 奋斗目标938亿元，增长13.5%
_A_YEAR = 4  # characters of its label
_SO_FAR = re.compile("已|累计|目前|截至|共有|现有")
_EACH_AT_LEAST = re.compile(  # 甲、乙到位资金分别不低于165亿元、152亿元
    r"分别不[低少]于(?:\d[\d.]*[一-鿿]{1,4}(?:[、和与及]|以及))+$"
)
_IS_DONE = re.compile(
    r"[见访签引达]了|(?:举行|召开|签订|签署)了|(?:本|此|这)次|当[天日]|共计|共有|年初|同比[增下]"
)  # of what was just held
_WHAT_COMES = re.compile(r"\s*(?:下一?步|接下来|下一?阶段)")  # 下一步：上半年新签约项目达到65个
_BEGINNING = 2  # the months in which a year is spoken of as a whole only to say what it is to bring


def _has_just_begun(period: str, reference: date | None) -> bool:
    """2022年，新签约项目500个 of a paper of January: no year is done then."""
    return reference is not None and period == str(reference.year) and reference.month <= _BEGINNING


def _unit(quantity: Quantity, text: str) -> str:
    """投资10亿 means 亿元; 港币6.5亿元 is no money of ours."""
    if quantity.unit in ("亿", "万") and re.search(r"资|产值|收入|额|税|贷|元", text):
        return f"{quantity.unit}元"
    abroad = quantity.unit.endswith("元") and _ABROAD.get(text[: quantity.outer_start][-2:])
    return f"{quantity.unit.removesuffix('元')}{abroad}" if abroad else quantity.unit


_ABROAD = {"港币": "港元", "美金": "美元"}


def _is_timeless(kind: str, topic: Topic, text: str, quantity: Quantity) -> bool:
    if kind == "planned_total" and topic.kind == "project" and not is_of_one_year(quantity, text):
        return True
    if kind == "rule":
        return True
    return is_once_built(text, quantity)
