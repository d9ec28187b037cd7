"""Which figures does a document state? Ledger rows: whose, what, how much, when, how real, and where."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ingest.ledger.cast import Cast, Topic, place_topic
from ingest.ledger.measures import metric_of, threshold_of
from ingest.ledger.modality import is_growth, modality
from ingest.ledger.narration import Grid, Line, is_measured_by, is_since, narrate, reference_date
from ingest.ledger.owners import subject_of
from ingest.ledger.parts import as_listed_before, grown_of, in_full, of_the_part, respective_growth
from ingest.ledger.rest import is_of_several, is_of_the_rest
from ingest.ledger.revised import holds_no_longer, is_misprint, replaces
from ingest.ledger.rule_measures import is_provision, rule_metric
from ingest.ledger.size_classes import size_classes
from ingest.ledger.table_figures import table_figures
from language.counted import items_beside
from language.period import Period, label_dates
from language.quantity import Quantity, find_quantities
from language.text import Span
from vectorstore.document import Document
from vectorstore.ledger_rows import Figure, PeriodBasis


def extract_figures(document: Document) -> tuple[Figure, ...]:
    """Every figure of the document's prose, lists, captions and tables, in its order."""
    reference = reference_date(document)
    found: list[Figure] = []
    for told in narrate(document):
        if isinstance(told, Grid):
            found += table_figures(document, told, reference=reference)
        elif told.block.kind != "heading":
            found += _rows(document, told)
    return tuple(map(in_full, as_listed_before(found, document.text)))


def _rows(document: Document, line: Line) -> Iterator[Figure]:
    text, cast = line.text, line.cast
    printed = find_quantities(text)
    kept = [one for one in printed if _is_figure(one, cast) or _is_size(one, text)]
    thresholds, classes = size_classes(kept, cast)
    owners = _respective_owners([own for own in kept if not thresholds[own.start]], cast)
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
        figure = _completed(figure, told, bare=_is_bare(quantity, cast))
        if (place := respective.get(quantity.start)) is not None:
            figure = grown_of(figure, place, told)
        told.append(of_the_part(figure, told[-1] if told else None))
        yield told[-1]
        for other in others:
            yield replace(told[-1], subject=other.subject, place=other.place)


def _is_size(quantity: Quantity, text: str) -> bool:
    """百亿 of 百亿级项目2个 is no figure, and the class of one."""
    return quantity.spelled and quantity.unit == "亿" and bool(threshold_of(quantity, text))


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
_DOING = re.compile(r"开工|投产|竣工|落地|落户|引进|到位|注册|签约")
_SAYS_NOTHING = re.compile(r"(?![首一二三]期)[^项企业投资额产值收入外率户园]{0,4}")


def _is_bare(quantity: Quantity, cast: Cast) -> bool:
    """南海区88个、466.9亿元 in a list of places: no word of the clause says what is counted."""
    begin, _ = cast.clause_at(quantity.start)
    named = [mention for mention in cast.mentions if begin <= mention.start and mention.end <= quantity.start]
    if not named:
        return False
    before = cast.text[named[-1].end : quantity.outer_start]
    return re.fullmatch(r"(?:有|为|达|是|各)?(?:\d[\d.]*[一-鿿]{1,3}[、和])?", before) is not None


def _completed(figure: Figure, told: list[Figure], *, bare: bool) -> Figure:
    """In 全市签约项目225个，其中鄞州区52个 the second figure measures what the first does."""
    alike = [
        other
        for other in told
        if other.unit == figure.unit and not other.is_growth and other.metric and "更正前" not in other.metric
    ]
    if (doing := _DOING.fullmatch(figure.metric)) is not None:  # 签约150个，开工70个
        alike = [other for other in alike if doing.group() in other.metric]
    if not alike or figure.is_growth or not (bare or _SAYS_NOTHING.fullmatch(figure.metric)):
        return figure
    period, basis = (
        (figure.period, figure.period_basis) if figure.period else (alike[0].period, alike[0].period_basis)
    )
    if bare and told[-1].modality == "target" and told[-1].unit == figure.unit:
        figure = replace(figure, modality="target")  # 九江经开区全年任务50个，柴桑区40个
    whole = _RUNNING.search(figure.quote[: figure.raw_start - figure.start].rsplit("，", 1)[-1])
    return replace(
        figure,
        metric=re.sub("^新增", "", alike[0].metric) if whole else alike[0].metric,
        threshold=figure.threshold or alike[0].threshold,
        period=period,
        period_basis=basis,
    )


# 六个重点区县的签约总投资合计1314.4亿元: the six are whose the sum is, and are no measure themselves.
_OWNERS_OF_NEXT = re.compile(
    r"(?:重点|主要|主城|试点)?(?:区县|区市|县区|县市|开发区|功能区|街道|乡镇)(?:\([市区县]\))?[^,;。]{0,12}?\d"
)


def _is_figure(quantity: Quantity, cast: Cast) -> bool:
    text = cast.text
    start, end = quantity.start, quantity.end
    if any(one.start < end and start < one.end for one in cast.periods) or any(
        one.start < end and start < one.end for one in cast.mentions
    ):
        return False  # 三台 of 三台县 counts nothing
    if quantity.kind in ("bare", "duration"):
        return quantity.unit in ("亿", "万") and quantity.kind == "bare"
    if quantity.unit == "度" and quantity.value in (90, 180, 360):
        return False
    if quantity.spelled and _UNIT_TOLD.search(text[: quantity.start]):  # 单位：亿元 above a table
        return False
    if quantity.unit == "级" or text.startswith("级", quantity.end):
        return False
    before = text[max(0, quantity.outer_start - 1) : quantity.outer_start]
    if before in ("每", "第", "逐", "前") or text.startswith(("之一", "一个", "者"), quantity.end):
        return False
    if quantity.spelled and quantity.kind == "count" and quantity.value <= 1:
        return False
    if quantity.kind == "count" and _OWNERS_OF_NEXT.match(text, quantity.end):
        return False
    if quantity.spelled and quantity.kind == "count" and _is_group(quantity, text):
        return False
    return not (quantity.unit in ("期", "轮", "起", "级", "次", "路", "种", "类", "批") and quantity.spelled)


_UNIT_TOLD = re.compile(r"单位:[^,;。]{0,16}$")
_GROUP = re.compile(r"[^,;。:、（）()“”\"]{0,8}")
_LEAST_OF_GROUP, _MOST_OF_GROUP = 3, 20  # 两个千亿级产业 may well become three


def _is_group(quantity: Quantity, text: str) -> bool:
    """五个统筹（…）, “四张牌”: the name of a group whose members are told counts nothing that could grow."""
    noun = _GROUP.match(text, quantity.end)
    end = noun.end() if noun else quantity.end
    if text[quantity.start - 1 : quantity.start] in ("“", '"') and text[end : end + 1] in ("”", '"'):
        return True
    number = int(quantity.value)
    name = Span(start=quantity.start, end=end)
    return _LEAST_OF_GROUP <= number <= _MOST_OF_GROUP and items_beside(text, name, number) is not None


_RESPECTIVE = re.compile(r"(?:分别|依次)(?:为|是|达到?|完成|实现|签约|新增|引进|增长|占|落地|提高|下降)?")
_COUNTED_LIST = re.compile(
    r"(?:^|[,;。:])(?P<items>[^,;。:、\d]{2,16}(?:、[^,;。:、\d]{2,16})+?)"
    r"(?:[两三四五六七八九十]|\d+)(?:个|家|大|座)(?:项目|企业|园区|基地|中心|公司|工程)"
)


def _respective_owners(kept: list[Quantity], cast: Cast) -> dict[int, Topic]:
    """甲、乙分别完成53%和88%: the n-th figure is the n-th name's, and so in a second 分别 of the sentence."""
    found: dict[int, Topic] = {}
    last: list[Topic] = []
    for match in _RESPECTIVE.finditer(cast.text):
        after = _listed_after(match, kept, cast)
        owners = _named_before(match, len(after), cast) or (last if len(last) == len(after) else [])
        if len(after) >= 2 and owners:
            last = owners
            for run in (after, _as_many_after(after, kept, cast)):
                found.update({quantity.start: topic for quantity, topic in zip(run, owners, strict=False)})
    return found


_GREW = re.compile(r",(?:同比|环比|比上年|较上年)?(?:分别)?(?:增长|下降|提高|上升|增|降)")


def _as_many_after(listed: list[Quantity], kept: list[Quantity], cast: Cast) -> list[Quantity]:
    """…分别为62.1亿元和54.7亿元，增长5%和6%: how each grew, in the same order."""
    later = [quantity for quantity in kept if quantity.start > listed[-1].start][: len(listed)]
    if len(later) < len(listed) or not _GREW.fullmatch(
        cast.text[listed[-1].outer_end : later[0].outer_start]
    ):
        return []
    gaps = (cast.text[one.outer_end : other.outer_start] for one, other in itertools.pairwise(later))
    return later if all(gap in ("、", "和", "与", "及") for gap in gaps) else []


def _listed_after(match: re.Match[str], kept: list[Quantity], cast: Cast) -> list[Quantity]:
    after: list[Quantity] = []
    for quantity in kept:
        if quantity.start >= match.end() - 1:
            gap = cast.text[after[-1].outer_end : quantity.outer_start] if after else "、"
            if not re.fullmatch(r"[、,和与及]", gap):
                break
            after.append(quantity)
    return after


def _named_before(match: re.Match[str], count: int, cast: Cast) -> list[Topic]:
    begin = cast.text.rfind(";", 0, match.start()) + 1
    places = [
        (mention.start, place_topic(mention.place))
        for mention in cast.mentions
        if begin <= mention.start and mention.end <= match.start()
    ]
    names = [
        (name.start, Topic(subject=name.text, kind=name.kind))
        for name in cast.names
        if begin <= name.start and name.end <= match.start()
    ]
    for listed in (sorted(places, key=lambda item: item[0]), names):
        owners = listed[-count:] if count else []
        if len(owners) == count and _enumerated(cast.text, [start for start, _ in owners]):
            return [topic for _, topic in owners]
    items = list(_COUNTED_LIST.finditer(cast.text, 0, match.start()))
    told = re.split(r"[、和]", items[-1]["items"]) if items else []
    return [Topic(subject=item, kind="project") for item in told] if len(told) == count else []


def _enumerated(text: str, starts: list[int]) -> bool:
    return all(re.search(r"[、和与及,]", text[left:right]) and "。" not in text[left:right]
               for left, right in itertools.pairwise(starts))  # fmt: skip


def figure_of(document: Document, line: Line, quantity: Quantity, *, topic: Topic, threshold: str) -> Figure:
    """The row of one quantity of a sentence, its measure, period and modality as the sentence tells."""
    cast = line.cast
    begin, end = cast.clause_at(quantity.start)
    kind = modality(
        cast.text, quantity, clause_start=begin, clause_end=end, heading=line.heading, by_place=topic.is_place
    )
    granted = ""
    if kind == "rule" or is_provision(cast.text):
        granted = rule_metric(cast.text, quantity.start, quantity.end)
        kind = "rule" if granted else kind
    reference = reference_date(document)
    timeless = _is_timeless(kind, topic, cast.text, quantity)
    period, basis = _period_of(
        line, quantity, reference=reference, timeless=timeless, is_told_of_place=topic.is_place
    )
    at_least = quantity.qualifier in ("不低于", "不少于")  # what is done is told as it is
    if kind == "actual" and topic.is_place and at_least and period:
        kind = "target"
    due = [one.label for one in cast.periods if one.role == "deadline"]
    ahead = reference and period and label_dates(period)[period in due] > reference
    if kind == "actual" and ahead:
        kind = "target" if topic.is_place else "forecast"  # nothing is done before its time
    if kind == "target" and not period and topic.is_place and reference and "未来" not in line.text:
        period, basis = str(reference.year), "relative"  # an aim of no stated term is this year's
    span = line.part_at(quantity.start)
    raw = line.reading.source(quantity.start, quantity.end)
    text = document.text
    return Figure(
        document_id=document.id,
        document=document.name,
        subject=topic.subject,
        place=topic.place,
        metric=granted or metric_of(quantity, cast, subject=topic.subject),
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
    return _ONCE_BUILT.search(before) is not None


_ONCE_BUILT = re.compile(r"(?:建成|投产|达产|满产|竣工|投用|运营)后")
_YEARLY = re.compile(r"年度(?:计划|总投资|目标|投资)|全年(?:的?计划|目标|任务)|完成年(?:计划|目标|任务)")
_THEN = re.compile(r".(?:末|底|同期)?的?(?<=的)")
_DONE_IN_A_TERM = re.compile(
    r"签约|新签|签下|引进|招引|新增|完成|实现|落地|落户|开工|投产|竣工|举办|走访|拜访|洽谈|接待|到位|增长|下降|进出口|出口|进口|"
    r"实际使用|实际利用|兑现|培育|新建|派出|外出|组织|转化|营收|产值|税收|收入|投资|达到|分别|占|生产总值|增加值"
)
_PARTS_TOLD = re.compile(r"其中|(?:从|按|分)[^,;。]{1,10}(?:看|分|划分),")  # 从产业结构看，第一产业项目41个
_SO_FAR = re.compile(r"已(?:为|累计|先后|经)|先后|累计|至今|截至|目前")
_STANDING = re.compile(r"已|现有|拥有|共有|聚集|集聚|累计|在孵|在建|目前|总数|储备|常住|户籍|建筑面积|占地")


def _term(line: Line, quantity: Quantity, is_told_of_place: bool) -> Period | None:
    """沛县签约项目52个 of a report on half a year was done in that half."""
    begin, _ = line.cast.clause_at(quantity.start)
    before, clause = line.text[: quantity.start], line.text[begin : quantity.end + 8]
    standing = _STANDING.search(clause) or _SO_FAR.search(before)
    done = (_DONE_IN_A_TERM.search(before) or _PARTS_TOLD.match(line.text)) and not standing
    listed = any(mention.end == quantity.outer_start for mention in line.cast.mentions)
    return line.term if is_told_of_place and (done or listed) else None


_RISEN = re.compile(r"(?:增长|增加|提高|提升|上升|扩大|下降|减少|降低|增|降)(?:到|至|为)了?$")
_FROM = ("从", "由")


def _starts_a_rise(cast: Cast, period: Period) -> bool:
    """年初 of 由年初的208家增加到247家 is the time of the 208 alone."""
    after = cast.text[period.end - 1 : period.end + 2]
    return cast.text[period.start - 1 : period.start] in _FROM and bool(re.search(r"的?\d", after))


def _period_of(
    line: Line, quantity: Quantity, *, reference: date | None, timeless: bool, is_told_of_place: bool
) -> tuple[str, PeriodBasis]:
    cast = line.cast
    if timeless:
        return "", "none"
    begin, end = cast.clause_at(quantity.start)
    usable = [
        period for period in cast.periods if period.role != "comparison" and not is_since(cast.text, period)
    ]
    usable = [period for period in usable if not is_measured_by(cast.text, period)]
    yearly = _YEARLY.search(cast.text, begin, quantity.start)
    if yearly and reference and quantity.kind != "rate":
        told = [p for p in usable if p.end <= begin and len(p.label) == 4] or [
            p for p in (line.period or line.term,) if p
        ]
        if told and told[-1].label == str(reference.year - 1):  # a look back at a year
            return told[-1].label, "relative"
        return str(reference.year), "relative"
    bracket = [
        p
        for p in usable
        if p.start >= quantity.end and re.fullmatch(r"[^,。;]{0,8}[(]", cast.text[quantity.end : p.start])
    ]
    then = [p for p in cast.periods if _THEN.fullmatch(cast.text[p.end - 1 : quantity.outer_start])]
    if then and cast.text[then[-1].start - 1 : then[-1].start] in ("比", "较"):  # 较2023年的74.6万辆
        return then[-1].label, then[-1].basis
    before = [period for period in usable if period.end <= quantity.start]
    if _RISEN.search(cast.text[: quantity.outer_start]):  # 从去年的30个增加到45个: 45 is not of last year
        before = [period for period in before if cast.text[period.start - 1 : period.start] not in _FROM]
    before = [one for one in before if one.end + 1 >= quantity.outer_start or not _starts_a_rise(cast, one)]
    chosen = bracket[0] if bracket else before[-1] if before else None
    if chosen is None:
        later = [p for p in usable if quantity.end <= p.start < end and p.role == "time"]
        chosen = later[0] if later else line.period or _term(line, quantity, is_told_of_place)
    return (chosen.label, chosen.basis) if chosen else ("", "none")
