"""Which figures does a document state? Ledger rows: whose, what, how much, when, how real, and where."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ingest.cast import Cast, Topic, cast_of, place_topic
from ingest.measures import metric_of, threshold_of
from ingest.modality import is_growth, modality
from ingest.owners import subject_of
from ingest.table_figures import table_figures
from ingest.topics import Scene, scene_of
from language.period import Period, find_periods
from language.quantity import Quantity, find_quantities
from language.text import Reading, fold, read, sentences
from vectorstore.document import Block, Document
from vectorstore.ledger_rows import Figure, PeriodBasis

_DAY_LABEL = re.compile(r"\d{4}-\d\d-\d\d")
_TIMELESS = ("planned_total", "rule")


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where in the document a sentence stands, and what was said before it."""

    document: Document
    scene: Scene
    reference: date | None
    heading: str = ""
    period: Period | None = None
    year: int | None = None


def extract_figures(document: Document) -> tuple[Figure, ...]:
    """Every figure of the document's prose, lists, captions and tables, in its order."""
    reference = date.fromisoformat(document.reference_date) if document.reference_date else None
    at = Place(document=document, scene=scene_of(document), reference=reference)
    found: list[Figure] = []
    for above, block in zip((None, *document.blocks), document.blocks, strict=False):
        if block.kind == "heading":
            at = _under_heading(at, block)
        elif block.kind == "table":
            found.extend(
                table_figures(
                    document,
                    block,
                    scene=at.scene,
                    reference=reference,
                    heading=f"{at.heading} {_caption_above(document, above)}",
                )
            )
        elif block.kind != "boilerplate":
            rows, at = _block_figures(at, block)
            found.extend(rows)
    return tuple(found)


_LONGEST_CAPTION = 40


def _caption_above(document: Document, above: Block | None) -> str:
    """表1 2023年招商情况 right above a table names it; a sentence does not."""
    if above is None or above.kind not in ("caption", "paragraph"):
        return ""
    text = document.text[above.start : above.end].strip()
    return text if len(text) <= _LONGEST_CAPTION and not text.endswith(("。", "；", ";")) else ""


def _under_heading(at: Place, block: Block) -> Place:
    text = fold(at.document.text[block.start : block.end]).strip("# \n")
    return replace(at, heading=text, scene=at.scene.under(text), period=None)


_GOES_ON = re.compile(r"\s*(?:比如|例如|其中|同时|此外|具体来看|分区域看|分产业看|从.{2,6}看|一方面)")


def _block_figures(at: Place, block: Block) -> tuple[list[Figure], Place]:
    found: list[Figure] = []
    text = at.document.text
    if not _GOES_ON.match(text, block.start):
        at = replace(
            at,
            period=None,
            year=None,
            scene=at.scene.new_paragraph() if block.kind == "paragraph" else at.scene,
        )
    for span in sentences(text, start=block.start, end=block.end):
        reading = read(text, start=span.start, end=span.end)
        if not reading.text:
            continue
        rows, at = _sentence_figures(at, reading)
        found.extend(rows)
    return found, at


def _sentence_figures(at: Place, reading: Reading) -> tuple[list[Figure], Place]:
    text = reading.text
    periods = tuple(find_periods(text, reference=at.reference, year=at.year))
    cast = cast_of(text, at.scene.places, periods=periods)
    rows = list(_rows(at, reading, cast))
    lasting = [
        p for p in periods if p.role == "time" and not _DAY_LABEL.match(p.label) and not _is_since(text, p)
    ]
    dated = [p for p in periods if p.dated and p.role == "time" and p.label[:4].isdigit()]
    days = [p for p in periods if p.role == "time" and _DAY_LABEL.match(p.label)]
    period = lasting[-1] if lasting else (None if days else at.period)
    return rows, replace(
        at, scene=at.scene.told(cast), period=period, year=int(dated[-1].label[:4]) if dated else at.year
    )


def _is_since(text: str, period: Period) -> bool:
    return bool(re.match(r"(?:开始|起)", text[period.end :])) or text[: period.start].endswith("自")


def _rows(at: Place, reading: Reading, cast: Cast) -> Iterator[Figure]:
    text = reading.text
    kept = [quantity for quantity in find_quantities(text) if _is_figure(quantity, text, cast.periods)]
    thresholds = {quantity.start: threshold_of(quantity, text) for quantity in kept}
    owners = _respective_owners(kept, cast)
    told: list[Figure] = []
    for quantity in kept:
        if thresholds[quantity.start]:
            continue
        topic = owners.get(quantity.start) or subject_of(quantity, cast, at.scene)
        figure = _figure(
            at,
            reading,
            cast,
            quantity,
            topic=topic,
            threshold=_threshold_for(quantity, kept, thresholds, cast),
        )
        told.append(_completed(figure, told, _before_revision(quantity, text)))
        yield told[-1]


_SAYS_NOTHING = re.compile(r"[^项企业投资额产值收入外率户园]{0,4}")


def _completed(figure: Figure, told: list[Figure], superseded: bool) -> Figure:
    """In 全市签约项目225个，其中鄞州区52个 the second figure measures what the first does."""
    if superseded and "更正前" not in figure.metric:
        figure = replace(figure, metric=f"{figure.metric}（更正前）")
    alike = [other for other in told if other.unit == figure.unit and not other.is_growth and other.metric]
    if not alike or not _SAYS_NOTHING.fullmatch(figure.metric):
        return figure
    period, basis = (
        (figure.period, figure.period_basis) if figure.period else (alike[0].period, alike[0].period_basis)
    )
    return replace(
        figure,
        metric=alike[0].metric,
        threshold=figure.threshold or alike[0].threshold,
        period=period,
        period_basis=basis,
    )


def _before_revision(quantity: Quantity, text: str) -> bool:
    """由41个更正为38个: the first figure is the one that no longer holds."""
    return bool(re.match(r"(?:更正|调整|修正|修订|核减|核增)为", text[quantity.outer_end :]))


def _is_figure(quantity: Quantity, text: str, periods: tuple[Period, ...]) -> bool:
    if any(period.start < quantity.end and quantity.start < period.end for period in periods):
        return False
    if quantity.kind in ("bare", "duration"):
        return quantity.unit in ("亿", "万") and quantity.kind == "bare"
    if quantity.unit == "度" and quantity.value in (90, 180, 360):
        return False
    if quantity.spelled and text.endswith("单位:", 0, quantity.start):  # 单位：亿元 above a table
        return False
    if quantity.unit == "级" or text.startswith("级", quantity.end):
        return False
    before = text[max(0, quantity.outer_start - 1) : quantity.outer_start]
    if before in ("每", "第", "逐", "前") or re.match(r"(?:之一|一个|者)", text[quantity.end :]):
        return False
    if quantity.spelled and quantity.kind == "count" and quantity.value <= 1:
        return False
    return not (quantity.unit in ("期", "轮", "起", "级", "次", "路", "种", "类", "批") and quantity.spelled)


def _threshold_for(quantity: Quantity, kept: list[Quantity], thresholds: dict[int, str], cast: Cast) -> str:
    begin, end = cast.clause_at(quantity.start)
    near = [other for other in kept if thresholds[other.start] and begin <= other.start < end]
    if near:
        return thresholds[min(near, key=lambda other: abs(other.start - quantity.start)).start]
    earlier = [other for other in kept if other.start < quantity.start and thresholds[other.start]]
    return thresholds[earlier[-1].start] if earlier and quantity.kind in ("money", "rate") else ""


_RESPECTIVE = re.compile(r"分别(?:为|是|达到?|完成|实现|签约|新增|引进|增长|占|落地|提高|下降)?")


def _respective_owners(kept: list[Quantity], cast: Cast) -> dict[int, Topic]:
    """甲、乙分别完成53%和88%: the n-th figure is the n-th name's."""
    match = _RESPECTIVE.search(cast.text)
    if not match:
        return {}
    after: list[Quantity] = []
    for quantity in kept:
        if quantity.start >= match.end() - 1:
            if after and not re.fullmatch(
                r"[、,和与及]", cast.text[after[-1].outer_end : quantity.outer_start]
            ):
                break
            after.append(quantity)
    places = [
        (mention.start, place_topic(mention.place))
        for mention in cast.mentions
        if mention.end <= match.start()
    ]
    names = [
        (name.start, Topic(subject=name.text, kind=name.kind))
        for name in cast.names
        if name.end <= match.start()
    ]
    for listed in (sorted(places, key=lambda item: item[0]), names):
        owners = listed[-len(after) :] if after else []
        if (
            len(after) >= 2
            and len(owners) == len(after)
            and _enumerated(cast.text, [start for start, _ in owners])
        ):
            return {quantity.start: topic for quantity, (_, topic) in zip(after, owners, strict=True)}
    return {}


def _enumerated(text: str, starts: list[int]) -> bool:
    return all(re.search(r"[、和与及,]", text[left:right]) and "。" not in text[left:right]
               for left, right in itertools.pairwise(starts))  # fmt: skip


def _figure(
    at: Place, reading: Reading, cast: Cast, quantity: Quantity, *, topic: Topic, threshold: str
) -> Figure:
    begin, end = cast.clause_at(quantity.start)
    kind = modality(
        cast.text, quantity, clause_start=begin, clause_end=end, heading=at.heading, by_place=topic.is_place
    )
    period, basis = _period_of(at, cast, quantity, timeless=_is_timeless(kind, topic, cast.text, quantity))
    if kind == "target" and not period and topic.is_place and at.reference:
        period, basis = str(at.reference.year), "relative"  # an aim of no stated term is this year's
    span = reading.source(0, len(reading.text))
    raw = reading.source(quantity.start, quantity.end)
    text = at.document.text
    return Figure(
        document_id=at.document.id,
        document=at.document.name,
        subject=topic.subject,
        place=topic.place,
        metric=metric_of(quantity, cast, subject=topic.subject),
        threshold=threshold,
        value=quantity.value,
        unit=_unit(quantity, cast.text),
        qualifier=quantity.qualifier,
        period=period,
        period_basis=basis,
        modality=kind,
        is_growth=is_growth(cast.text, quantity),
        quote=text[span.start : span.end],
        start=span.start,
        end=span.end,
        raw=text[raw.start : raw.end],
        raw_start=raw.start,
    )


def _unit(quantity: Quantity, text: str) -> str:
    """投资10亿 means 亿元."""
    return (
        f"{quantity.unit}元"
        if quantity.unit in ("亿", "万") and re.search(r"资|产值|收入|额|税|贷|元", text)
        else quantity.unit
    )


def _is_timeless(kind: str, topic: Topic, text: str, quantity: Quantity) -> bool:
    if kind == "rule" or (kind == "planned_total" and topic.kind == "project"):
        return True
    before = text[max(0, quantity.start - 24) : quantity.start]
    return bool(re.search(r"(?:建成|投产|达产|满产|竣工|投用|运营)后", before))


_RISEN = re.compile(r"(?:增长|增加|提高|提升|上升|扩大|下降|减少|降低|增|降)(?:到|至|为)了?$")
_FROM = ("从", "由")


def _period_of(at: Place, cast: Cast, quantity: Quantity, *, timeless: bool) -> tuple[str, PeriodBasis]:
    if timeless:
        return "", "none"
    begin, end = cast.clause_at(quantity.start)
    usable = [
        period for period in cast.periods if period.role != "comparison" and not _is_since(cast.text, period)
    ]
    usable = [period for period in usable if not re.search(r"占[^,;]{0,4}$", cast.text[: period.start])]
    yearly = re.search(r"年度(?:计划|总投资|目标|投资)", cast.text[begin : quantity.start])
    if yearly and at.reference:
        return str(at.reference.year), "relative"
    bracket = [
        p
        for p in usable
        if p.start >= quantity.end and re.fullmatch(r"[^,。;]{0,8}[(]", cast.text[quantity.end : p.start])
    ]
    before = [period for period in usable if period.end <= quantity.start]
    if _RISEN.search(cast.text[: quantity.outer_start]):  # 从去年的30个增加到45个: 45 is not of last year
        before = [period for period in before if cast.text[period.start - 1 : period.start] not in _FROM]
    chosen = bracket[0] if bracket else before[-1] if before else None
    if chosen is None:
        later = [p for p in usable if quantity.end <= p.start < end and p.role == "time"]
        chosen = later[0] if later else at.period
    return (chosen.label, chosen.basis) if chosen else ("", "none")
