"""What is told where? The sentences of a document, each with its heading, its cast and what came before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from ingest.ledger.articles_apart import article_at, articles_of
from ingest.ledger.cast import Topic, cast_of
from ingest.ledger.dateline import is_dateline
from ingest.ledger.headed_projects import project_headed
from ingest.ledger.held import AT_EVENT, names_an_event, signed_there, speaks_at_event, tells_of_ceremony
from ingest.ledger.items import under_their_names
from ingest.ledger.looking_back import LAST_MONTH, looked_back_on, summed_up
from ingest.ledger.narrated import Grid as Grid
from ingest.ledger.narrated import Line as Line
from ingest.ledger.narrated import Narration
from ingest.ledger.opening import scene_of
from ingest.ledger.passing_times import (
    is_after,
    is_measured_by,
    is_of_a_founding,
    is_of_a_milestone,
    is_of_a_slogan,
    is_of_an_award,
    is_since,
    starts_a_rise,
)
from ingest.ledger.so_far import held_by, until_when
from ingest.ledger.topics import Scene, speaker_topic
from ingest.ledger.whole_again import of_the_whole_again
from ingest.mending import Step, steps_of
from ingest.tables.context import context_of
from language.period import Period, find_periods
from language.period_label import contains, label_dates, year_told
from language.text import Reading, fold, is_note, read_folded, sentences
from language.value import replace, value
from vectorstore.document import Block, Document

_ITEM = re.compile(r"\s*(?:[-*•·●▪◆■]|\d{1,2}[.、)]|[①-⑳])")
_DAY_LABEL = re.compile(r"\d{4}-\d\d-\d\d")
_LEADS = re.compile(
    r"(?:回[顾望首眸]|盘点|翻开|刚刚|过去的|(?:\d{1,2}月)?\d{1,2}日,|近日,|日前,|[^,;。]{0,28}(?:获悉|了解到?|了解|悉|透露|介绍|显示|统计|核算|宣布),|[^,;。]{0,8}[讯电]|[^,;。]{0,16}(?:发布|公布|通报|晒出)了?|20\d\d年(?=\d{1,2}月\d{1,2}日,)|截至|\W)*"
)
_MONTH_LABEL = re.compile(r"\d{4}-\d\d")
_GOES_ON = re.compile(r"\s*(?:比如|例如|其中|同时|此外|一方面|(?:本|此|这)次)")
_SAME_TERM = re.compile(r"\s*(?:具体来?看|分[^,，。]{1,6}看|[从按][^,，。]{1,6}看)")


@value
class _State:
    scene: Scene
    heading: str = ""
    period: Period | None = None
    year: int | None = None
    term: Period | None = None
    event: Period | None = None
    home: int | None = None
    itemised: Scene | None = None
    of_event: bool = False  # the sentence before was told of `event`
    held_just_now: bool = False  # the sentence before says that a ceremony was held on the day of `event`


def reference_date(document: Document) -> date | None:
    """The date that 今年 and 本月 are resolved against: the paper's own, or the end of the month before where
    it is titled after that: 西宁市5月份招商引资情况 of 10 June."""
    if not document.reference_date:
        return None
    written = date.fromisoformat(document.reference_date)
    end = written.replace(day=1) - timedelta(days=1)
    titled = _MONTH_TITLED.search(fold(f"{document.title} {document.filed_as}"))
    return end if titled and int(titled["month"]) == end.month else written


_MONTH_TITLED = re.compile(r"(?<![\d\-—~至到月日])(?P<month>\d{1,2})月份?(?![\d\-—~至到底末初])")


@lru_cache(maxsize=1)  # the figures and the projects of a document are read one after the other
def narrate(document: Document) -> Narration:
    """Sentences of headings, prose, lists and captions, and tables, in the document's order."""
    folded = fold(document.text)
    steps = [step for step in steps_of(document) if step.block.kind != "boilerplate"]
    told = [(step, _lines(document, step, folded=folded)) for step in steps]
    texts = [text for step, lines in told for text in _texts(step, lines)]
    headings = [heading for step in steps if (heading := _heading_of(step.block, document)) is not None]
    return Narration(_walk(document, told), texts=texts, headings=headings)


_Lines = Sequence[tuple[Reading, int]]  # each with its seam


def _texts(step: Step, lines: _Lines) -> list[str | None]:
    """What the lines are told of that `_walk` makes of these."""
    if step.block.kind == "table":
        return [None]
    return [reading.text for reading, _ in lines[1 if step.headless else 0 :]]


def _walk(document: Document, told_of: Sequence[tuple[Step, _Lines]]) -> Iterator[Line | Grid]:
    reference = reference_date(document)
    state = _titled(document, reference)
    heads = articles_of(document)
    for step, lines in told_of:
        block = step.block
        if block.kind == "table":
            context = context_of(document, step.index)
            yield Grid(block=block, scene=state.scene, heading=state.heading, context=context)
            continue
        if step.index in heads:
            state = _State(scene=scene_of(article_at(document, step.index, heads=heads)))
        if step.tail is None:
            state = _before(block, state, document, reference)
        for number, (reading, seam) in enumerate(lines):
            if number == 0 and step.headless:
                continue  # whose it is stands elsewhere
            item = block.kind == "list" and bool(_ITEM.match(reading.text))
            if item and number:  # each item of a list has times of its own
                state = replace(state, period=None, year=state.home)
            state = _at_item(reading.text, state)
            if (scene := of_the_whole_again(state.scene, reading.text)) is not state.scene:
                state = replace(state, scene=scene)
            told = _told(
                (block, reading),
                _as_quoted(number, lines, state),
                reference=reference,
                opens=number == 0 or item,
                seam=seam,
            )
            yield told
            aside = is_note(reading.text)  # 责任单位：甲区政府 says who is in charge, not of whom is told
            if block.kind != "heading" and not aside and not (step.loose_end and number + 1 == len(lines)):
                state = _after(told, state, reference)


_MARKED = re.compile(r"\s*[◆■★▶]\s*[^\s，。；：,;:]{4,18}\s*")  # ◆分县区签约情况
_OPENS_QUOTE = re.compile(r"\s*“[^”]*”?$")


def _as_quoted(number: int, lines: _Lines, state: _State) -> _State:
    """“二季度我们的目标是150个。”市商务局局长说: what is quoted is of whom its speaker speaks for."""
    if not _OPENS_QUOTE.match(lines[number][0].text):
        return state
    for reading, _ in lines[number : number + 4]:
        behind = reading.text.rpartition("”")[2]
        if (topic := speaker_topic(behind, state.scene)) is not None:
            return replace(state, scene=replace(state.scene, topic=topic))
        if "”" in reading.text and behind:
            break
    return state


_NTH = re.compile(r"\s*[二三四五六七八九十]是")
_FIRST_OF = re.compile(r"(?:^|[,:;、])\s*一是")


def _at_item(text: str, state: _State) -> _State:
    """一是…。二是…: each item is about whom the first was about, not about a place told of in between."""
    if "一是" in text and _FIRST_OF.search(text):
        return replace(state, itemised=state.scene)
    if state.itemised is None or not _NTH.match(text):
        return state
    return replace(state, scene=replace(state.scene, topic=state.itemised.topic))


def _before(block: Block, state: _State, document: Document, reference: date | None) -> _State:
    """What is known at the start of a block: a heading sets the scene, a paragraph closes the last."""
    state = replace(state, itemised=None)
    heading = _heading_of(block, document)
    if block.kind == "heading" and heading is not None:
        state = _dated_by(heading, replace(state, year=state.home), reference)
        scene = state.scene.under(heading)
        if named := project_headed(heading):  # and below it 该项目总投资45亿元
            place = scene.topic.place if scene.topic else scene.focus.name if scene.focus else ""
            scene = replace(scene, project=Topic(subject=named, place=place, kind="project"))
        return replace(state, heading=heading, scene=scene, period=None)
    if _GOES_ON.match(document.text, block.start):
        return state
    if heading is not None:
        state = replace(state, heading=heading)
    listed = len(set(state.scene.told_of)) > 1  # behind a list of places no one of them goes on
    scene = state.scene.new_paragraph() if block.kind == "paragraph" or listed else state.scene
    if _SAME_TERM.match(document.text, block.start):  # 分区域看 tells the parts of what was just told
        return replace(state, scene=scene, period=_not_looked_back(state))
    # 2026年，全市…重点推进： and its items, which end in semicolons, are of one year.
    goes_on = (
        block.kind == "list"
        and document.text[max(0, block.start - 8) : block.start].rstrip()[-1:] in _GOES_ON_BELOW
    )
    return replace(state, period=None, year=state.year if goes_on else state.home, scene=scene)


def _not_looked_back(state: _State) -> Period | None:
    """The time last told of, or the term itself where that was a look back at what came before it."""
    if state.home and state.period is not None and label_dates(state.period.label)[1].year < state.home:
        state = replace(state, period=None)
    return state.term if _is_earlier(state.period, state.term) else state.period


def _is_earlier(one: Period | None, other: Period | None) -> bool:
    """Whether the first was over before the second began."""
    return one is not None and other is not None and label_dates(one.label)[1] < label_dates(other.label)[0]


def _titled(document: Document, reference: date | None) -> _State:
    """What the title says before anything is told: 某市2023年招商引资工作总结 is of that year."""
    state = _State(scene=scene_of(document))
    title = fold(document.title)
    dated = _dated_by(title, state, reference)
    far = reference is None or (dated.home or 0) > reference.year + 1  # 2030年或将面临短缺
    return state if far else replace(dated, term=dated.term or summed_up(title, reference))


def _dated_by(heading: str, state: _State, reference: date | None) -> _State:
    """The state with the term and the year that a heading or a title gives to what stands under it."""
    over = looked_back_on(None, heading, reference) if "全年" in heading else None
    told = find_periods(heading, reference=reference, year=over)
    periods = [one for one in told if not _DAY_LABEL.match(one.label)]
    if len({one.label[:4] for one in periods if one.dated and one.role == "time"}) > 1:
        return replace(state, year=None, home=None)  # 2024年工作总结和2025年工作计划: its parts say of which
    year = _year_of(periods) or state.home
    return replace(state, year=year, home=year, term=_widest(periods) or state.term)


def _widest(periods: list[Period]) -> Period | None:
    """The last period, or the one before that holds it: 一季度开工117个 1月份投产96个 is of a quarter."""
    last = periods[-1] if periods else None
    holding = (one for one in periods[:-1] if last is not None and contains(one.label, last.label))
    return next(holding, last)


def _heading_of(block: Block, document: Document) -> str | None:
    """What a block says that stands over others: a heading, or ◆分县区签约情况; None for any other."""
    if block.kind == "heading":
        return fold(document.text[block.start : block.end]).strip("# \n")
    if block.kind == "list" and _MARKED.fullmatch(document.text, block.start, block.end):
        return fold(document.text[block.start : block.end]).strip()
    return None


_GOES_ON_BELOW = frozenset("：:；;")


def _lines(document: Document, step: Step, *, folded: str) -> list[tuple[Reading, int]]:
    """The sentences of a block, the first behind its part that is printed elsewhere, each with its seam."""
    if step.block.kind == "table":
        return []
    spans = sentences(document.text, start=step.block.start, end=step.end)
    readings = [read_folded(folded[span.start : span.end], start=span.start) for span in spans]
    found = [(one, 0) for one in under_their_names([one for one in readings if one.text])]
    if step.tail and found:
        first = read_folded(folded[step.tail.start : step.tail.end], start=step.tail.start)
        found[0] = (first.joined(found[0][0]), len(first.text))
    return found


def _told(
    line: tuple[Block, Reading], state: _State, *, reference: date | None, opens: bool, seam: int
) -> Line:
    block, reading = line
    year = state.year or looked_back_on(state.term, reading.text, reference)
    periods = tuple(find_periods(reading.text, reference=reference, year=year))
    if "“" in reading.text:
        periods = tuple(one for one in periods if not is_of_a_slogan(reading.text, one))
    periods = until_when(periods, reading.text, told=state.period or held_by(state.event, reference))
    return Line(
        block=block,
        reading=reading,
        cast=cast_of(reading.text, state.scene.places, periods=periods, companies=state.scene.companies),
        scene=state.scene,
        heading=state.heading,
        period=state.event if _is_of_event(reading.text, state, opens=opens) else state.period,
        term=state.term,
        opens=opens,
        seam=seam,
    )


def _is_of_event(text: str, state: _State, *, opens: bool) -> bool:
    if state.event is None:
        return False
    if state.of_event and not opens and text.startswith("其中"):
        return True  # 现场签约47个。其中，工业项目43个
    return AT_EVENT.match(text) is not None or (state.held_just_now and not opens and signed_there(text))


def _year_of(periods: list[Period]) -> int | None:
    dated = [one for one in periods if one.dated and one.label[:4].isdigit() and one.role == "time"]
    return year_told(dated[-1].label) if dated else None


def _year_carried(periods: list[Period], reference: date | None) -> int | None:
    """The year that 前三季度 of the next sentence is of: not last year's, where a sentence looks back at it
    behind what this year brought."""
    dated = [one for one in periods if one.dated and one.role == "time"]
    opens = bool(dated) and reference is not None and dated[0].label[:4] == str(reference.year)
    return _year_of(dated[:1]) if opens else _year_of(periods)


def _after(line: Line, state: _State, reference: date | None) -> _State:
    if (of_event := line.period is not None and line.period is state.event) is not state.of_event:
        state = replace(state, of_event=of_event)
    scene = state.scene if speaks_at_event(line.text) else state.scene.told(line.cast)
    if state.event is not None and _ANOTHER_EVENT.match(line.text):
        state = replace(state, event=None)
    times = [one for one in line.cast.periods if one.role == "time" and not starts_a_rise(line.text, one)]
    if not times or is_dateline(line.text):
        same = scene is state.scene and not state.held_just_now
        return state if same else replace(state, scene=scene, held_just_now=False)
    days = [period for period in times if _DAY_LABEL.match(period.label)]
    lasting = [period for period in times if period not in days and not is_since(line.text, period)]
    lasting = [period for period in lasting if reference is None or label_dates(period.label)[0] <= reference]
    lasting = [period for period in lasting if not is_measured_by(line.text, period)]
    lasting = [period for period in lasting if not _is_one_month_of(line.text, period, times)]
    lasting = [period for period in lasting if not is_of_a_milestone(line.text, period)]
    lasting = [period for period in lasting if not is_after(line.text, period, len(line.text))]
    lasting = [period for period in lasting if not is_of_an_award(line.text, period)]
    lasting = [period for period in lasting if not is_of_a_founding(line.text, period)]
    held = [period for period in lasting if names_an_event(line.cast, period)]
    lasting = [period for period in lasting if period not in held] or days[-1:] * bool(held)
    return replace(
        state,
        scene=scene,
        period=lasting[-1] if lasting else (None if days else state.period),
        event=days[-1] if days else state.event,
        held_just_now=bool(days) and tells_of_ceremony(line.text),
        year=_year_carried([one for one in times if not is_of_a_milestone(line.text, one)], reference)
        or state.year,
        term=next(
            (
                one
                for one in lasting
                if one not in days and _sets_the_term(line, one, reference, home=state.home)
            ),
            state.term,
        ),
    )


# 近日，某市举办秋季签约大会, behind what was held on a day before: that day is not this one's
_ANOTHER_EVENT = re.compile(r"\s*(?:(?:近日|日前),[^。]*(?:举办|举行|召开)|仅?时隔)")
_OF_THE_MONTH = re.compile(r"份?(?:当月|单月|当季)")


def _is_one_month_of(text: str, period: Period, others: list[Period]) -> bool:
    """1—5月动工87宗；5月当月动工19宗: what the next sentence tells is of the five months again."""
    within = (one for one in others if one.label != period.label and contains(one.label, period.label))
    if _OF_THE_MONTH.match(text, period.end) or _OF_THE_MONTH.match(text, period.start):
        return any(within)
    # 一季度新开工27个，3月份新开工14个: a term that is not the whole year goes on
    return bool(_MONTH_LABEL.fullmatch(period.label)) and any(
        len(one.label) > len("2024") and one.start < period.start for one in within
    )


_AIMS = re.compile(r"目标|任务(?!完成)|力争|计划(?!总?投资)|确保|将")
_MID_YEAR = 6
_SOON = timedelta(days=10)  # what a quarter brings is told a few days before its end
_NEAR = 16  # characters behind 2024年 in which a sentence says that it tells of an aim


_SET_BESIDE = re.compile(  # 去年这个数是78个
    r"(?:[去上]年)(?:同期)?[^，。]{0,4}(?:(?:这个|这一|该|同)(?:数|期)|(?:同一?|上一?)[场届次])"
)


def _is_as_of(line: Line, period: Period) -> bool:
    """Whether both the term and the period run from New Year, and the period is told as 截至."""
    assert line.term is not None
    since = f"{period.label[:4]}-01.."
    both = period.label.startswith(since) and line.term.label.startswith(since)
    return both and line.text.startswith(("截至", "截止"), period.start)


def _sets_the_term(line: Line, period: Period, reference: date | None, *, home: int | None) -> bool:
    """今年前三季度 at the head of a sentence is what the paragraphs after it report on too."""
    leads = _LEADS.fullmatch(line.text, 0, period.start) and not _SET_BESIDE.match(line.text, period.start)
    inside = (
        line.term is not None and line.term.label != period.label and contains(line.term.label, period.label)
    )
    if inside and line.term is not None and reference is not None and reference.month < LAST_MONTH:
        inside = line.term.label != str(reference.year)  # no paper of May reports on the whole of its year
    if inside and line.term is not None and _is_as_of(line, period):
        inside = False  # 截至9月底 says more exactly than 今年以来 of a paper of November what it tells of
    aim = _AIMS.search(line.text, period.end)
    aims = aim is not None and aim.start() < period.end + _NEAR
    ahead = reference is not None and label_dates(period.label)[1] - reference > _SOON
    aims = aims or (ahead and len(period.label) > len("2024") and "-01.." not in period.label)
    looks_back = reference is not None and period.label.isdigit() and int(period.label) < reference.year
    if looks_back and reference is not None and reference.month > _MID_YEAR:
        return False  # 2022年 of a paper of August is of one sentence
    earlier = _is_earlier(period, line.term)
    if earlier and not (line.opens and (home is None or int(period.label[:4]) >= home)):
        return False  # so is 2022年 behind what 2023 brought
    return bool(leads) and not _MONTH_LABEL.fullmatch(period.label) and not inside and not aims
