"""Which figures does a document state? Ledger rows: whose, what, how much, when, how real, and where."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from ingest.ledger.cast import Cast, Topic, place_topic
from ingest.ledger.figure_row import figure_of
from ingest.ledger.headed_measures import in_chain, under_heading
from ingest.ledger.labels import label_of, of_its_group
from ingest.ledger.measures import LENGTH
from ingest.ledger.narration import Grid, Line, narrate, reference_date
from ingest.ledger.owners import subject_of
from ingest.ledger.parts import (
    as_listed_before,
    change_of,
    goal_of,
    grown_of,
    in_full,
    of_the_part,
    respective_growth,
)
from ingest.ledger.project_cards import card_projects
from ingest.ledger.respective import respective_measures, respective_owners
from ingest.ledger.rest import is_of_several, is_of_the_rest
from ingest.ledger.revised import holds_no_longer, is_misprint, replaces
from ingest.ledger.size_classes import size_classes
from ingest.ledger.table_figures import table_figures
from ingest.ledger.told_numbers import is_figure, is_size
from language.quantity import Quantity, find_quantities
from language.value import replace
from language.words import tagged
from vectorstore.document import Document
from vectorstore.ledger_rows import Figure, Project


def extract_figures(document: Document) -> tuple[Figure, ...]:
    """Every figure of the document's prose, lists, captions and tables, in its order."""
    reference = reference_date(document)
    found: list[Figure] = []
    label = ""
    lines = narrate(document)
    for told in lines:
        if isinstance(told, Grid):
            found += table_figures(document, told, reference=reference)
        elif told.block.kind != "heading":
            label = label_of(told, label)
            focus = told.scene.focus
            home = focus.name if focus else ""
            found += (of_its_group(figure, label, home=home) for figure in _rows(document, told))
    cards = tuple(card_projects(document, lines[0].scene)) if lines else ()
    return tuple(_on_its_card(each, cards) for each in map(in_full, as_listed_before(found, document.text)))


def _on_its_card(figure: Figure, cards: Sequence[Project]) -> Figure:
    """总投资：26亿元 on a project's card is that project's, whatever place its investor is called after."""
    card = next((one for one in cards if one.start <= figure.raw_start < one.end), None)
    return replace(figure, subject=card.name, place=card.place) if card else figure


def _rows(document: Document, line: Line) -> Iterator[Figure]:
    text, cast = line.text, line.cast
    printed = find_quantities(text)
    kept = [one for one in printed if is_figure(one, cast) or is_size(one, text)]
    if not kept:
        return
    thresholds, classes = size_classes(kept, cast)
    owners = respective_owners([own for own in kept if not thresholds[own.start]], cast)
    measures = respective_measures(kept, cast)
    respective = {} if owners else respective_growth(kept, cast)
    told: list[Figure] = []
    for quantity in kept:
        if thresholds[quantity.start] or not line.is_whole(quantity.start, quantity.end):
            continue
        if is_of_the_rest(quantity, cast):  # 其余三县4个: of no place that is named
            continue
        each = _each_of(quantity, cast)
        if quantity.start not in owners and not each and is_of_several(quantity, cast):
            continue
        topic = owners.get(quantity.start) or subject_of(quantity, cast, line.scene)
        threshold = classes[quantity.start]
        topic, *others = each or [topic]
        figure = figure_of(document, line, quantity, topic=topic, threshold=threshold)
        if is_misprint(quantity, text):
            right = [row.metric for row in told if row.unit == figure.unit]
            figure = replace(figure, metric=f"{right[-1] if right else figure.metric}（更正前）")
        elif holds_no_longer(quantity, text):
            figure = replace(figure, metric=f"{figure.metric.removesuffix('（更正前）')}（更正前）")
        elif told and told[-1].metric.endswith("（更正前）") and replaces(quantity, text):
            figure = replace(figure, metric=told[-1].metric.removesuffix("（更正前）"))
        if quantity.start in measures:
            figure = replace(figure, metric=measures[quantity.start])
        elif (
            quantity.start not in owners
            and "、" in figure.metric
            and "分别" in figure.metric + text[: quantity.start][-6:]
        ):
            continue  # 甲链、乙链分别只有7个和9个: whose each is stays untold
        figure = change_of(_as_the_first(figure, told), told)
        figure = replace(figure, metric=under_heading(figure.metric, figure, line.heading))
        figure = replace(figure, metric=in_chain(figure.metric, figure, text))
        figure = _completed(figure, told, bare=_is_bare(quantity, cast))
        if (place := respective.get(quantity.start)) is not None:
            figure = grown_of(figure, place, told)
        figure = goal_of(figure, told)
        told.append(of_the_part(figure, told[-1] if told else None))
        yield told[-1]
        for other in others:
            yield replace(told[-1], subject=other.subject, place=other.place)


_EACH = re.compile(r"[^,;。、\d]{0,6}(?:均|各(?![区市县]))[^,;。、\d]{0,12}")


def _each_of(quantity: Quantity, cast: Cast) -> list[Topic]:
    """云霄县、华安县均签约4个: each of a list of places has as many."""
    begin, _ = cast.clause_at(quantity.start)
    named = [one for one in cast.mentions if begin <= one.start and one.end <= quantity.outer_start]
    if len(named) < 2 or not _EACH.fullmatch(cast.text[named[-1].end : quantity.outer_start]):
        return []
    gaps = [cast.text[one.end : other.start] for one, other in itertools.pairwise(named)]
    return [place_topic(one.place) for one in named] if all(gap in tuple("、和与及") for gap in gaps) else []


_RUNNING = re.compile(r"累计|总数|总共|共计")  # 新增3栋，累计11栋: the second is no increase
_DOING = re.compile(r"(?:尚|仍|已|未)*(?:开工|投产|竣工|落地|落户|引进|到位|注册|签约|在建|在谈|储备|停工)")
_SHORT = re.compile(r"(?![首一二三]期)[^项企业投资额产值收入外率户园司]{0,4}")


_OF_ANY = ("目标", "任务", "计划")  # 完成目标的98% says not of what


def _says_nothing(metric: str) -> bool:
    """Whether words before a number count no thing of their own: 新增, 其中京津冀; but 提供泊位 does."""
    if _SHORT.fullmatch(metric) is None:
        return False
    tokens = tagged(metric)
    does = any(token.tag.startswith("v") for token in tokens)
    named = any(
        len(token.word) > 1 and token.tag.startswith("n") and token.word not in _OF_ANY for token in tokens
    )
    return not (does and named)


def _is_bare(quantity: Quantity, cast: Cast) -> bool:
    """南海区88个、466.9亿元 in a list of places: no word of the clause says what is counted."""
    begin, _ = cast.clause_at(quantity.start)
    named = [mention for mention in cast.mentions if begin <= mention.start and mention.end <= quantity.start]
    if not named:
        return False
    before = cast.text[named[-1].end : quantity.outer_start]
    return _SAYS_HOW_MANY.fullmatch(before) is not None


_SAYS_HOW_MANY = re.compile(r"\(?(?:分别)?(?:有|为|达|是|各)?(?:\d[\d.]*[一-鿿]{1,3}[、和])?")


def _is_of_each(quantity: Quantity, metric: str, text: str) -> bool:
    return "、" in metric and "分别" in metric + text[max(0, quantity.start - 6) : quantity.start]


_PART = r"[一-鿿]{2,14}?(?:产业链|链|产业集群|产业|集群)"
_PART_ALONE = re.compile(_PART)
_PART_MEASURED = re.compile(rf"{_PART}(?P<measure>[一-鿿]{{2,8}})")


def _as_the_first(figure: Figure, told: list[Figure]) -> Figure:
    """甲链签约61个、引资237亿元，乙链52个、198亿元: the parts after the first are measured as it is."""
    if figure.is_growth or not _PART_ALONE.fullmatch(figure.metric):
        return figure
    alike = (_PART_MEASURED.fullmatch(one.metric) for one in told if one.unit == figure.unit)
    first = next(filter(None, alike), None)
    return replace(figure, metric=f"{figure.metric}{first['measure']}") if first else figure


def _of_its_part(own: str, whole: str) -> str:
    """招商活动126场，其中京津冀29场: the part keeps its name before what all are counted as."""
    named = own and own not in whole and all(_NAMES.match(token.tag) for token in tagged(own))
    return f"{own}{_WITHIN.sub('', whole)}"[-LENGTH:] if named else whole


_NAMES = re.compile(r"[najb]|vn")  # tags of words that name a part; 亿元以上 has none
_WITHIN = re.compile(r"[里中]$")
_OPENS_BRACKET = re.compile(r"[（(][^（()）\d]*")  # 百亿级项目2个（平湖市、海宁市各1个）


def _gap(one: Figure, other: Figure) -> str:
    """What is printed between two figures of one sentence."""
    return one.quote[one.raw_start - one.start + len(one.raw) : max(0, other.raw_start - one.start)]


def _completed(figure: Figure, told: list[Figure], *, bare: bool) -> Figure:
    """In 全市签约项目225个，其中鄞州区52个 the second figure measures what the first does."""
    alike = [
        other
        for other in told
        if other.unit == figure.unit and not other.is_growth and other.metric and "更正前" not in other.metric
    ]
    if (doing := _DOING.fullmatch(figure.metric)) is not None:  # 签约150个，开工70个
        alike = [other for other in alike if doing.group() in other.metric]
    if not alike or figure.is_growth or not (bare or _says_nothing(figure.metric)):
        return figure
    before = alike[-1] if _OPENS_BRACKET.fullmatch(_gap(alike[-1], figure)) else alike[0]
    alike = [before]
    period, basis = (
        (figure.period, figure.period_basis) if figure.period else (alike[0].period, alike[0].period_basis)
    )
    if bare and told[-1].modality == "target" and told[-1].unit == figure.unit:
        figure = replace(figure, modality="target")  # 九江经开区全年任务50个，柴桑区40个
    whole = _RUNNING.search(figure.quote[: figure.raw_start - figure.start].rsplit("，", 1)[-1])
    metric = re.sub("^新增", "", before.metric) if whole else before.metric
    return replace(
        figure,
        metric=metric if bare else _of_its_part(figure.metric, metric),
        threshold=figure.threshold or alike[0].threshold,
        period=period,
        period_basis=basis,
    )
