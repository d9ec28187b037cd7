"""Which rows of the ledger do the numbers of one sentence make?"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ingest.ledger.cast import Cast, Topic, place_topic
from ingest.ledger.completed import as_the_first, completed, is_bare
from ingest.ledger.figure_row import figure_of
from ingest.ledger.firms import of_no_place
from ingest.ledger.headed_measures import in_aspect, in_chain, of_its_aim, of_the_section, under_heading
from ingest.ledger.labels import of_all_zones
from ingest.ledger.levels_before import (
    change_in_its_unit,
    change_of,
    goal_of,
    in_brackets,
    of_its_level,
    of_the_same_owner,
)
from ingest.ledger.listed_measures import kinds_each
from ingest.ledger.narration import Line
from ingest.ledger.owners import subject_of
from ingest.ledger.parts import of_its_firms, of_the_part
from ingest.ledger.proportions import sector_measures
from ingest.ledger.quoted_revisions import quoted_revisions
from ingest.ledger.respective import respective_measures, respective_owners
from ingest.ledger.respective_growth import grown_of, respective_growth
from ingest.ledger.respective_years import respective_years
from ingest.ledger.rest import is_of_several, is_of_the_rest
from ingest.ledger.revised import holds_no_longer, is_misprint, replaces
from ingest.ledger.segment_heads import of_its_head
from ingest.ledger.size_classes import is_of_a_range, size_classes
from ingest.ledger.sources import of_its_source
from ingest.ledger.told_numbers import is_figure, is_size
from language.place import Mention
from language.points import gives_points
from language.quantity import Quantity, find_quantities
from language.value import replace
from vectorstore.document import Document
from vectorstore.ledger_rows import Figure


def line_figures(document: Document, line: Line) -> Iterator[Figure]:
    """A row for each number of a sentence that is a figure, in order; one for each that has it."""
    if "”" in line.text and (revisions := quoted_revisions(line)):
        yield from _quoted(document, revisions)
        return
    text, cast = line.text, line.cast
    kept = [one for one in find_quantities(text) if is_figure(one, cast) or is_size(one, text)]
    if not kept or _lays_down(kept, text):
        return
    thresholds, classes = size_classes(kept, cast)
    owners = respective_owners([own for own in kept if not thresholds[own.start]], cast)
    measures = respective_measures(kept, cast) | sector_measures(kept, cast)
    years = respective_years(kept, cast)
    grown = {} if owners else respective_growth(kept, cast)
    if grown:  # 工业、农业用电量分别下降3%、4%: each says of what
        told_by = Counter(measures.values())
        grown = {at: place for at, place in grown.items() if told_by[measures.get(at, "")] != 1}
    told: list[Figure] = []
    for quantity in kept:
        at = quantity.start
        if thresholds[at] or not line.is_whole(at, quantity.end) or is_of_the_rest(quantity, cast):
            continue  # 亿元以上 is a class; 其余三县4个 are of no place that is named
        each = _each_of(quantity, cast)
        if at not in owners and not each and is_of_several(quantity, cast):
            continue
        topic, *others = each or [owners.get(at) or subject_of(quantity, cast, line.scene)]
        if at in owners and not topic.place:  # a project of a list stands where the sentence is about
            topic = replace(topic, place=subject_of(quantity, cast, line.scene).place)
        figure = figure_of(document, line, quantity, topic=topic, threshold=classes[at])
        figure = of_its_source(_revised(figure, quantity, text, told), line)
        if at not in owners:
            figure = of_the_same_owner(figure, told)
        if at in years:
            told.append(years[at].applied(figure))
            yield told[-1]
            continue
        if at in measures:
            own = "" if is_of_a_range(measures[at]) else figure.threshold
            figure = replace(figure, metric=measures[at], threshold=own)
        kinds = kinds_each(quantity, cast) if "各" in text or "均" in text else []
        figure = replace(figure, metric=kinds[0]) if kinds else figure
        named = figure if at not in grown else grown_of(figure, grown[at], told)
        if at not in (*owners, *measures) and "来自" not in named.metric and _is_of_unnamed(named, text, at):
            continue
        told.append(_with_what_was_told(figure, quantity, line, told, grown))
        yield told[-1]
        for kind in kinds[1:]:
            yield replace(told[-1], metric=kind)
        for other in others:
            yield replace(told[-1], subject=other.subject, place=other.place)


def _quoted(document: Document, revisions: Sequence[tuple[Line, bool]]) -> Iterator[Figure]:
    """The figures that a correction quotes, each cited with its own quotation."""
    for part, no_longer in revisions:
        for row in line_figures(document, part):
            yield replace(row, metric=f"{row.metric}{_WRONG}") if no_longer else row


_REPEALS = re.compile(r"》[^。]{0,80}(?:废止|停止执行)")


def _lays_down(kept: Sequence[Quantity], text: str) -> bool:
    """Whether the numbers are points of a rule and the bounds that these hang on, or stand in brackets behind
    a paper that is repealed."""
    if "废止" in text and _REPEALS.search(text):
        return True
    return any(one.unit == "分" for one in kept) and gives_points(text)


_WRONG = "（更正前）"


def _revised(figure: Figure, quantity: Quantity, text: str, told: Sequence[Figure]) -> Figure:
    """A figure that another replaces is marked so; the one that replaces it measures the same."""
    if is_misprint(quantity, text):
        right = [row.metric for row in told if row.unit == figure.unit]
        return replace(figure, metric=f"{right[-1] if right else figure.metric}{_WRONG}")
    if holds_no_longer(quantity, text):
        metric = figure.metric.removesuffix(_WRONG).removeprefix("原")
        return replace(figure, metric=f"{metric}{_WRONG}")
    if told and told[-1].metric.endswith(_WRONG) and replaces(quantity, text):
        first = told[-1]  # of whose plan it is told
        owned = (
            figure
            if first.subject == first.place
            else replace(figure, subject=first.subject, place=first.place)
        )
        return replace(owned, metric=first.metric.removesuffix(_WRONG), modality=first.modality)
    return figure


def _is_of_unnamed(figure: Figure, text: str, at: int) -> bool:
    """甲链、乙链分别只有7个和9个: whose each is stays untold."""
    if "、" not in figure.metric:
        return False
    return "分别" in figure.metric + text[:at][-6:] or _EACH_INVESTS.search(text, 0, at) is not None


_EACH_INVESTS = re.compile(r"分别(?:计划|拟|将)?(?:总?投资|出资)[^,;。]*$")


def _with_what_was_told(
    figure: Figure, quantity: Quantity, line: Line, told: list[Figure], grown: Mapping[int, tuple[int, int]]
) -> Figure:
    """The row with what it leaves to the heading and to the rows before it of its sentence."""
    figure = change_of(as_the_first(figure, told), told)
    figure = _measuring(under_heading(figure.metric, figure, line.heading), figure)
    figure = _measuring(in_aspect(in_chain(figure.metric, figure, line.text), figure), figure)
    figure = _measuring(of_its_aim(figure.metric, figure), figure)
    figure = of_no_place(figure)
    figure = change_in_its_unit(completed(figure, told, bare=is_bare(quantity, line.cast)), told)
    if (listed := grown.get(quantity.start)) is not None:
        figure = grown_of(figure, listed, told)
    figure = of_its_firms(figure, told)
    figure = of_the_part(of_its_level(in_brackets(goal_of(figure, told), told), told), told)
    figure = of_its_head(figure, told)
    figure = _measuring(of_the_section(figure.metric, figure, line.heading), figure)
    return of_all_zones(figure, line)


def _measuring(metric: str, figure: Figure) -> Figure:
    """The figure of a measure, itself where it has that already: of most figures nothing is left to say."""
    return figure if metric == figure.metric else replace(figure, metric=metric)


_EACH = re.compile(r"[^,;。、\d]{0,6}(?:均|各(?![区市县]))[^,;。、\d]{0,12}")


def _each_of(quantity: Quantity, cast: Cast) -> list[Topic]:
    """云霄县、华安县均签约4个: each of a list of places has as many."""
    begin, _ = cast.clause_at(quantity.start)
    if _EACH_ALONE.fullmatch(cast.text, begin, quantity.outer_start):
        begin = cast.clause_before(begin)  # 甲县、乙县签约数并列第三，均为24个
        listed = [one for one in cast.mentions if begin <= one.start and one.end <= quantity.outer_start]
        return _all_of(listed, cast) if listed and listed[0].start == begin else []
    named = [one for one in cast.mentions if begin <= one.start and one.end <= quantity.outer_start]
    if len(named) < 2 or not _EACH.fullmatch(cast.text[named[-1].end : quantity.outer_start]):
        return []
    return _all_of(named, cast)


_EACH_ALONE = re.compile(r"(?:均|各|都)(?:为|是|有|达)?")


def _all_of(named: Sequence[Mention], cast: Cast) -> list[Topic]:
    """The places of a list of two or more, none of any other run of mentions."""
    gaps = [cast.text[one.end : other.start] for one, other in itertools.pairwise(named)]
    listed = len(named) > 1 and all(gap in tuple("、和与及") for gap in gaps)
    return [place_topic(one.place) for one in named] if listed else []
