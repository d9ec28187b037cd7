"""Reads the projects of a document into ledger rows: one row a project, with what is stated of it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.ledger.headed_projects import project_headed
from ingest.ledger.investors import investor_of
from ingest.ledger.items import NTH
from ingest.ledger.named import Named
from ingest.ledger.narration import Grid, Line, narrate, reference_date
from ingest.ledger.organisations import organisations_of
from ingest.ledger.project_amounts import in_turn, investment_of
from ingest.ledger.project_cards import card_projects
from ingest.ledger.project_names import project_names
from ingest.ledger.project_places import place_of_project
from ingest.ledger.project_stages import common_stage, is_numbered, stage_headed, stage_of, stage_rank
from ingest.ledger.project_tables import table_projects
from ingest.ledger.project_thread import Thread, again
from language.ended import ENDED
from language.naming import is_generic
from language.period import find_periods
from language.place_table import national
from language.project_name import same_investor, same_project
from language.text import fold
from vectorstore.document import Document
from vectorstore.ledger_rows import Project

_OUTPUT = re.compile(r"(?:年产[^,;。]{2,22}|年产能[^,;。]{2,16}|算力\d+\w+|可年产[^,;。]{2,22})")
_VAGUE = re.compile(
    r"^(?:抓|到|注|各|产能项目|[一二三四五六七八九十]+是|.{0,3}$|[(（][一二三四五六七八九十]+[)）]项目)|[。;:]"
    r"|^[一-鿿]{2,4}(?:重点|重大|招商|产业|在建|在谈)+项目$"
)
_WINDOW = 60  # characters after a name that may still tell of it


def extract_projects(document: Document) -> tuple[Project, ...]:
    """Every project of the document once, in the order of first mention."""
    merged: list[Project] = []
    for row in _mentions(document):
        for index, known in enumerate(merged):
            if _same(known, row) and not _told_apart(known, row):
                merged[index] = _with_its_name(_merged(known, row), known, document)
                break
        else:
            merged.append(row)
    return tuple(merged)


_FURTHEST = 240  # characters from the sentence that names a project to the end of the one that tells of it


def _with_its_name(row: Project, known: Project, document: Document) -> Project:
    """该项目总投资21.5亿元 is quoted with the sentence before, which says which."""
    whole = document.text[known.start : row.end]
    if known.name in fold(row.quote) or known.name not in fold(known.quote):
        return row
    near = 0 <= known.start < row.start and len(whole) <= _FURTHEST and "\n" not in whole.strip()
    return replace(row, quote=whole, start=known.start) if near else row


def _mentions(document: Document) -> Iterator[Project]:
    narration = narrate(document)
    cards = [card for line in narration.first(1) for card in card_projects(document, line.scene)]
    yield from cards
    names = [[] if text is None else _names(text) for text in narration.texts]
    if not any(names) and not any(map(project_headed, narration.headings)):  # as in most documents
        for line in narration.up_to_last(lambda _: False):
            yield from table_projects(document, line) if isinstance(line, Grid) else ()
        return
    lines = list(narration)
    told, known = Thread(), organisations_of(document)
    for line, named, follows in zip(lines, names, [*lines[1:], None], strict=True):
        if isinstance(line, Grid):
            yield from table_projects(document, line)
            continue
        told = told.at(line)
        if head := project_headed(line.heading):  # 2.秦川氢能装备制造基地, and below it: 项目位于…，投资方为…
            told = replace(told, project=head)
            others = [one for one in named if not _PART.search(one.name)]
            named = others if line.block.kind != "heading" else [_whole(line, head)]
        behind = follows.text if isinstance(follows, Line) and not follows.opens else ""
        later = None if named else again(line, told.project, follows=behind, headed=bool(head))
        mentioned = named or ([later] if later else [])
        rows = []
        for one, since, until in _reaches(mentioned, line.text) if mentioned else ():
            row = told.staged(
                mention_of(document, line, one, since=since, until=until, is_later=one is later), line
            )
            investor = investor_of(line, one, since=since, until=until, known=known)
            row = replace(row, investor=investor or told.host_of(row, line, known))
            rows.append(told.sited(row, line))
        for row in _joined(in_turn(rows, line), mentioned, line.text):
            if not any(card.start <= row.start < card.end for card in cards):  # what it is built beside
                yield row
        told = told.after(line, named, known)


# 总投资36亿元的崂山区A、总投资3.2亿元的城阳区B均已投入运营
_JOINS = re.compile(
    r"(?:、|和|与|及|以及)(?:[一-鿿A-Za-z()]{2,24}?(?:公司|集团))?(?:(?:总|计划)*投资(?:额|约|超|近|逾|过)*\d[\d.]*[万亿]?[美欧港]?元的?)?(?:[一-鿿]{1,5}[区县市旗])?"
)


def _joined(rows: Sequence[Project], named: Sequence[Named], text: str) -> list[Project]:
    """A、B建设全面提速 tells of both: a row has the stage of the one it is joined to."""
    told = list(rows)
    for at in range(len(told) - 2, -1, -1):
        gap = text[named[at].end : named[at + 1].start]
        if told[at + 1].stage and _JOINS.fullmatch(gap):
            told[at] = replace(told[at], stage=told[at + 1].stage, date=told[at + 1].date)
            if _SETTLE.match(text, named[at + 1].end):  # A与B将陆续落户某县
                told[at] = replace(told[at], place=_nearer(told[at].place, told[at + 1].place))
    return told


_SETTLE = re.compile(r"(?:[也均都将已]|先后|陆续|相继|双双)*(?:落户|落地|入驻|选址)(?:于|在)?")
_SETTLED_IN = re.compile(r"(?:落户|入驻|进驻|坐落|位于|落地)(?:于|在|到)?[一-鿿]{0,8}$")
_SITE = re.compile(r"(?:园区?|基地|城|谷|中心)$")


def _settled_in(text: str, named: Named) -> bool:
    """X项目落户湾沚区航空产业园: the park is where it stands, and none of the projects told of."""
    return bool(_SITE.search(named.name) and _SETTLED_IN.search(text[: named.start]))


_MAKES = re.compile(r"(?:年产|日产|年加工|年处理)")
_BUILDS = re.compile(r"(?:建设|新建|建成|形成|打造)$")


def _is_of_another(text: str, named: Named, before: Named) -> bool:
    """甲项目计划投资130亿元，建设年产50万吨纯碱生产线: what the project before builds, or where it stands."""
    built = _MAKES.match(named.name) and _BUILDS.search(text[before.end : named.start])
    return bool(built) or _settled_in(text, named)


def _whole(line: Line, name: str) -> Named:
    start = line.text.find(name)
    return Named(name=name, start=max(start, 0), end=max(start, 0) + len(name))


_PART = re.compile(r"(?:车间|厂房|生产线|中心|平台|大厦|工厂|研究院|实验室|总部|基地)$")
_HEADS_ITEM = re.compile(rf"{NTH}\s*$")


def _names(text: str) -> list[Named]:
    named = [one for one in project_names(text) if not _VAGUE.match(one.name)]
    if named and text[named[0].end :].startswith(":") and _HEADS_ITEM.match(text[: named[0].start]):
        named = [named[0], *(one for one in named[1:] if not _PART.search(one.name))]  # what it consists of
    return [one for n, one in enumerate(named) if not n or not _is_of_another(text, one, named[n - 1])]


def _reaches(named: Sequence[Named], text: str) -> Iterator[tuple[Named, int, int]]:
    """Each name with the bounds of what may be told of it: the ends of its neighbours."""
    ends = [0, *(one.end for one in named)]
    starts = [*(one.start for one in named[1:]), len(text)]
    yield from zip(named, ends, starts, strict=False)


_IN_TALKS = re.compile(r"(?:重点|重大|一批)*(?:在谈|在洽谈|洽谈|储备|拟签约|意向)")


def mention_of(
    document: Document, line: Line, named: Named, *, since: int, until: int, is_later: bool = False
) -> Project:
    """What a sentence tells of a project but its investor; `is_later` where 该项目 means it."""
    text = line.text
    money = investment_of(line, named, since=since, until=until)
    today = reference_date(document)
    quoted = text[named.start : until]
    stage, date = stage_of(line, named, since=since, until=until, firm=is_later, today=today)
    unsaid = stage in ("", "计划") and not ENDED.search(quoted)
    listed = unsaid and is_numbered(line.text)
    if headed := stage_headed(line.heading, title=document.title) if listed else "":  # 二、在建项目（4个）
        stage, date = headed, date or _period_of(line.heading, today)
    if stage in ("", "计划") and not ENDED.search(quoted):  # 本次集中开工项目21个，包括A等9个制造业项目
        shared, day = common_stage(line, before=named.start)
        stage, date = (shared, day) if shared else (stage, date)
    kind = named.kind
    if _IN_TALKS.fullmatch(kind):  # A、B等在谈项目推进签约
        kind, stage, date = "", "储备/在谈", ""
    output = _OUTPUT.search(text[named.end : min(until, named.end + _WINDOW)])
    span = line.part_at(max(named.end - 1, 0))
    return Project(
        document_id=document.id,
        document=document.name,
        name=f"{named.owner}{named.name}",
        place=place_of_project(line, named, until=until),
        quote=document.text[span.start : span.end],
        start=span.start,
        end=span.end,
        investment=None if money is None else money.value,
        investment_unit="" if money is None else money.unit,
        stage=stage,
        date=date,
        industry=kind or _industry(line, named, until=until),
        output=output.group() if output else "",
    )


def _period_of(heading: str, today: datetime.date | None) -> str:
    """2024-Q1 of 一季度签约项目汇总表; "" where a heading names no time, or several."""
    told = {one.label for one in find_periods(fold(heading), reference=today)}
    return told.pop() if len(told) == 1 else ""


def _told_apart(known: Project, row: Project) -> bool:
    """建成计算中心…；新建海之心计算中心: of two names in one sentence the longer is of another project.

    So is 标准厂房项目 in another row of a list, by another firm or in another place.
    """
    if known.start == row.start:
        return row.name.endswith(known.name) and row.name != known.name
    if "\t" not in known.quote or "\t" not in row.quote:
        return False
    if known.investor and row.investor and not same_investor(known.investor, row.investor):
        return True
    one, other = known.place, row.place
    return one != other and _nearer(one, other) == one != "" and _nearer(other, one) == other != ""


def _same(known: Project, row: Project) -> bool:
    names = (known.name, *known.aliases)
    return any(same_project(name, row.name) for name in names) and (
        known.investment is None
        or row.investment is None
        or known.investment == row.investment
        or known.name == row.name
    )


def _merged(known: Project, row: Project) -> Project:
    """One record of two mentions: what either states, the later stage, the quote that says more."""
    fuller = row if _stated(row) > _stated(known) else known
    reached = row.stage and not (known.stage and row.stage == "计划")  # a plan undoes nothing reached
    later = row if reached and (not known.stage or _is_later(row, known)) else known
    aliases = dict.fromkeys(name for name in (*known.aliases, row.name) if name != known.name)
    priced = known if known.investment is not None else row
    return replace(
        known,
        aliases=tuple(aliases),
        investor=row.investor if known.investor in row.investor else known.investor,
        place=_nearer(known.place, row.place),
        investment=priced.investment,
        investment_unit=priced.investment_unit,
        stage=later.stage,
        date=later.date,
        industry=known.industry or row.industry,
        output=known.output or row.output,
        quote=fuller.quote,
        start=fuller.start,
        end=fuller.end,
    )


def _is_later(row: Project, known: Project) -> bool:
    """Of two stages the one dated later; one told without a date where it goes further."""
    if row.date or not known.date:
        return row.date >= known.date
    return stage_rank(row.stage) < stage_rank(known.stage)


def _nearer(one: str, other: str) -> str:
    """Of two places told of a project the first, unless it is the city and the second a place in it."""
    whole = any(place.level in ("city", "province") for place in national().get(one, ()))
    return other if other and (not one or whole) else one


_OF_INDUSTRY = re.compile(
    r"(?:^|[,:;])(?:属于?|所属)?(?P<name>[一-鿿]{2,8}(?:产业|业)(?:领域|项目)?)(?=[,;。]|$)"
)


_HEADS_PART = re.compile(
    r"(?:其中|目前|此外)?,?(?:在)?(?P<name>[一-鿿]{2,10}?)(?:方面|领域|板块|产业链)(?:上)?[,:](?![^;。]{0,40}方面)"
)


def _industry(line: Line, named: Named, *, until: int) -> str:
    """新材料产业 where it stands as a clause of its own behind the name, or heads its part (…方面，有X)."""
    part = line.text[line.text.rfind(";", 0, named.start) + 1 : named.start]
    match = _OF_INDUSTRY.search(line.text[named.end : until]) or _HEADS_PART.match(part)
    return match["name"] if match and not is_generic(match["name"]) else ""


def _stated(row: Project) -> int:
    return 2 * (row.investment is not None) + bool(row.stage) + bool(row.investor) + bool(row.output)
