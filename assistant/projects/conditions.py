"""Which projects does a question ask for: of what size, place, stage, time, industry or list?"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from copy import copy
from datetime import date
from functools import cached_property

from assistant.collection import Collection
from assistant.column_names import row_at
from assistant.homes import city_of, home_of
from assistant.projects.events import ANY_YEAR, falls_in, reached_within
from assistant.projects.parks import park_asked
from assistant.projects.size_bound import size_bound
from assistant.question import QuestionFrame
from assistant.titled_time import titled_part
from language.ended import ENDED
from language.event import EVENT, event_of
from language.period import find_periods
from language.period_label import contains
from language.place import is_place, short_name
from language.synonyms import synonyms
from language.text import fold
from vectorstore.ledger_rows import Project
from vectorstore.projects import STAGE_ORDER, MergedProject

_STAGES = (
    ("投产/运营", r"投产|运营|投用"),
    ("竣工", r"竣工|完工|建成"),
    ("主体/封顶", r"封顶|主体"),
    ("开工/在建", r"开工|在建|续建|建设中|动工"),
    ("落户/注册", r"落户|注册|落地"),
    ("储备/在谈", r"在谈|储备|洽谈"),
    ("签约", r"签约|签下|签的"),
    ("计划", r"拟建|计划建|前期|谋划"),
)
_BOUND = re.compile(r"够|达到|不低于|不少于|以上|超过|超|不低于|大于|过|至少|突破")
_BELOW = re.compile(r"以下|低于|不足|小于|不到")
_OF_TRADE = re.compile(r"(?<=[一-鿿]{2})(?:行业|产业|领域)$")  # 能源行业 of 新能源行业
_TITLED = ("清单", "名单", "项目表", "一览", "台账")


class Conditions:
    """What the listed projects must be: size, place, stage, and words of their industry or name."""

    def __init__(self, frame: QuestionFrame, collection: Collection) -> None:
        self.comes_from = _comes_from(frame)
        self.park = None if frame.place_names & _zones(frame) else park_asked(frame.text, collection)
        inside = self.park.name if self.park else ""
        investor = _investor_asked(frame)
        self.places = tuple(
            name
            for name in frame.place_names
            if short_name(name) not in self.comes_from
            and short_name(name) not in inside
            and not investor.startswith(short_name(name))
        )
        self._of_zones = bool(frame.places) and all(place.level == "zone" for place in frame.places)
        self._collection = collection
        self.bound = size_bound(frame.text)
        self.stages = _stages_asked(_AT_AN_EVENT.sub("", frame.text))  # 洽谈会 is no 在谈
        self.events = tuple(dict.fromkeys(match.group() for match in _AT_AN_EVENT.finditer(frame.text)))
        self.ended = bool(ENDED.search(frame.text))
        self.labels = _narrowest(
            period.label if period.dated else f"{ANY_YEAR}{period.label[4:]}"
            for period in frame.periods
            if period.role != "comparison"
        )
        self._signed_there = bool(self.events) and self.stages == {"签约"}  # 落户 is said of those, too
        self._reached = _pattern_of(self.stages, frame.text)
        general = re.compile(
            r".*[亿万].*|一共|总共|共有|清单|名下|收了|名单|翻遍|都有|投资额|停|属于|还|两个|三个|加起来|合计|最大|最小"
            r"|行业|领域|分别|推进|推进表|表里|表中|台账|在库|入库|情况"
            r"|投用|那份|重点项目|表|项目|投资|以上|以下|亿元?|总投资|列出|全部|所有|资料|有关|数量|个数|县区|区县"
            r"|涉及|提到|相关|处于|(?:对外)?招商(?:项目|推介)?|推介|(?:合同|签约|协议)?金?额|意向|协议|合同"
            r"|集中|现场|签[了的下]|[这本此]次|[这本]批|其中|当中|已?投[了的]?|计划|计划投资|阶段|已经|目前|区市|各区|超过|产业|重大|重点|重大项目|优质项目|亮点|标志性|代表性"
        )
        stage_words = "|".join(pattern for _, pattern in _STAGES)
        self.words = tuple(
            _OF_TRADE.sub("", t)
            for t in (*frame.terms, *frame.surfaces)  # 新材料项目 may be taken for one project's name
            if not general.fullmatch(t)
            and not re.search(stage_words, t)
            and not t.isdigit()
            and not ENDED.search(t)
            and not any(t in event or event in t for event in self.events)
            and not (self.events and is_place(t))  # where it was held
            and not (self.comes_from and _COMPANIES.fullmatch(t))
            and t not in inside
            and not any(t == short_name(place.city) for place in frame.places)  # 宜宾 of 宜宾江安县
            and not (inside and inside in t)
        )
        if investor and not any(investor in word for word in self.words):
            self.words = (*self.words, investor)
        listed = any(word in frame.text for word in _TITLED)
        self.titled = collection.documents.entitled(_TITLED) if listed else frozenset[str]()
        asked = (self.park, self.titled, self.places, self.stages, self.words, self.comes_from)
        self.any = self.bound is not None or self.ended or any(asked)

    def all_met(self) -> list[MergedProject]:
        """The projects that meet the conditions."""
        return [project for project in self._collection.projects.merged if self.met(project)]

    def untitled(self) -> Conditions:
        """The same conditions, whatever a list is called: 清单 may be said of a 进展情况表."""
        other = copy(self)
        other.titled = frozenset()
        return other

    def lies_there(self, project: MergedProject) -> bool:
        """Whether the project lies in one of the places asked about, or none is."""
        return not self.places or self._stands_in(project)

    def _stands_in(self, project: MergedProject) -> bool:
        name = project.place
        if name in self.places or any(short_name(asked) in name for asked in self.places):
            return True
        place = self._collection.places.get(name)
        documents = {row.document_id for row in project.sources}
        if place is None:  # 城陵矶新港区 in a list of 岳阳, 官庄镇 in a report of 醴陵; a town is in no zone
            return bool(name) and not self._of_zones and any(map(self._is_of, documents))
        if place.level == "zone" and not place.city and any(map(self._is_of, documents)):
            return True
        return any(city_of(place, document, self._collection) in self.places for document in documents)

    def _is_of(self, document_id: str) -> bool:
        """Whether a document is titled by one of the places asked for, or tells of it for the most part."""
        title = fold(self._collection.documents[document_id].title)
        if any(name in title for name in self.places):
            return True
        told = Counter(row.place for row in self._collection.figures_in(document_id))
        known = ((one, place) for one, _ in told.most_common() if (place := self._collection.places.get(one)))
        main, place = next(known, ("", None))
        of = {main, place.city if place else "", home_of(document_id, self._collection)}
        return bool(of & set(self.places))

    def met(self, project: MergedProject) -> bool:
        """Whether the project meets every condition; one of unstated size meets none on size."""
        return (self.bound is None or self.bound.met(project)) and self.met_but_for_size(project)

    def met_but_for_size(self, project: MergedProject) -> bool:
        """Whether the project meets every condition that is not on its size: what is told soon comes first,
        for a ledger has thousands."""
        return (
            (not self.titled or any(row.document_id in self.titled for row in project.sources))
            and (self.park is None or self.park.holds(project))
            and (not self.places or self._stands_in(project))
            and self._is_told_of_words(project)
            and (not self.events or any(self._held(row) for row in project.sources))
            and (not self.comes_from or any(_invested_from(row, self.comes_from) for row in project.sources))
            and (not self.stages or self.ended or self._signed_there or self._at_stage(project))
            and (bool(self.stages) or not self.labels or self._told_within(project))
            and (not (self.ended or self.stages) or project.ended == self.ended)
        )

    def _is_told_of_words(self, project: MergedProject) -> bool:
        if not self.words:
            return True
        itself = fold(f"{project.name}{project.industry}{project.output}{''.join(project.aliases)}")
        listed = "".join(row.quote for row in project.sources if "\t" in row.quote)
        told = fold(f"{itself}{project.investor}{project.place}{listed}")
        return all(
            _is_said(word, itself if project.industry and word in self._trades else told)
            for word in self.words
        )

    @cached_property
    def _trades(self) -> frozenset[str]:
        """The words asked about that lists give as a trade: 甲新材料公司 in another is no such project's."""
        given = {project.industry for project in self._collection.projects.merged}
        return frozenset(word for word in self.words if any(word in trade for trade in given))

    def _held(self, row: Project) -> bool:
        held = event_of(self._collection.text(row.document_id))
        part = titled_part(row.document_id, self._collection)
        other = part and self.labels and not any(falls_in(part, label) for label in self.labels)
        return not other and all(event in held or event in row.quote for event in self.events)

    def _at_stage(self, project: MergedProject) -> bool:
        """Whether it stands at the stage; asked of a time, whether it came to the stage then."""
        latest = project.stages[-1:]
        signed = [row for row in project.sources if self._lists_signed(row) or self._signing_day(row)]
        if self.stages == {"签约"} and signed and (self.labels or any(map(self._lists_signed, signed))):
            days = [day for day in map(self._signed_on, signed) if day]
            return not self.labels or any(falls_in(day, one) for one in self.labels for day in days)
        if not self.labels or self._reached is None:
            return any(stage.stage in self.stages for stage in latest)
        dated = reached_within(project, self._reached, self.labels, self._day)
        if dated is not None:
            return dated
        at = [stage.date for stage in latest if stage.stage in self.stages]
        if not any(at) and not self._written_since(project):
            return False
        return any(not day or any(falls_in(day, label) for label in self.labels) for day in at)

    def _told_within(self, project: MergedProject) -> bool:
        """Whether it came to a stage in a time asked about; where no day is told, whether it was written of
        then."""
        days = [stage.date for stage in project.stages if stage.date]
        days = days or [day for row in project.sources if (day := self._written_of(row.document_id))]
        return any(falls_in(day, label) for day in days for label in self.labels)

    def _written_of(self, document_id: str) -> str:
        """The one time that the title of a paper names (2021年大项目建设综述), else the day it is of."""
        titled = {
            one.label
            for one in find_periods(fold(self._collection.documents[document_id].title), reference=None)
            if one.dated
        }
        return (
            titled.pop() if len(titled) == 1 else self._collection.documents[document_id].reference_date or ""
        )

    def _signed_on(self, row: Project) -> str:
        """What the list prints under 签约时间; else the one day of its row."""
        return self._signing_day(row) or _day_in(row)

    def _signing_day(self, row: Project) -> str:
        """The day under 签约时间, of the year that the list was written in where it prints none; "" where it
        prints no day there."""
        written = row_at(row.document_id, row.start, self._collection) if _is_listed(row) else None
        named = zip(written.columns, written.cells, strict=False) if written is not None else ()
        cell = next((cell for column, cell in named if _SIGNING_DAY.search(column)), "")
        told = find_periods(fold(cell), reference=self._day(row.document_id)) if cell else []
        return told[0].label if len(told) == 1 else ""

    def _lists_signed(self, row: Project) -> bool:
        """A row of 签约项目清单 is signed, whatever stage it has come to since."""
        title = self._collection.documents[row.document_id].title
        return _is_listed(row) and "签约项目" in title

    def _written_since(self, project: MergedProject) -> bool:
        """Whether a paper that tells of it may know of the time asked about: none of 2021 tells of 2024."""
        days = [day for row in project.sources if (day := self._day(row.document_id)) is not None]
        asked = [int(label[:4]) for label in self.labels if label[:4].isdigit()]
        return not days or not asked or max(day.year for day in days) >= min(asked)

    def _day(self, document_id: str) -> date | None:
        told = self._collection.documents[document_id].reference_date
        return date.fromisoformat(told) if told else None


def _is_said(word: str, told: str) -> bool:
    return word in told or any(other in told for other in synonyms(word))


def _is_listed(row: Project) -> bool:
    return "\t" in row.quote or " | " in row.quote


_SIGNING_DAY = re.compile(r"签约[^，]{0,2}(?:时间|日期)|签订(?:时间|日期)")


def _narrowest(labels: Iterable[str]) -> tuple[str, ...]:
    """一季度3月份 asks of March: the periods that hold no other of those asked about."""
    told = {label: label.replace(ANY_YEAR, "2000") for label in labels}
    pairs = itertools.permutations(told.items(), 2)
    wide = {one for (one, own), (_, other) in pairs if own != other and contains(own, other)}
    return tuple(label for label in told if label not in wide)


def _day_in(row: Project) -> str:
    """The one day that a row of a table prints, else what it was read to date."""
    days = [one.label for one in find_periods(fold(row.quote), reference=None) if _A_DAY.fullmatch(one.label)]
    return days[0] if len(days) == 1 else row.date


_A_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")


def _zones(frame: QuestionFrame) -> frozenset[str]:
    """The zones that a question names, which the ledger knows as places."""
    return frozenset(place.name for place in frame.places if place.level == "zone")


_AT_AN_EVENT = re.compile(EVENT)
_COMPANIES = re.compile(r"(?:企业|客商|公司|资本|投资商|商人|外资)+")


def _comes_from(frame: QuestionFrame) -> tuple[str, ...]:
    """深圳企业在襄阳投资了哪些项目: the short names of the places whose companies are asked for."""
    named = dict.fromkeys((*frame.place_names, *frame.strangers))
    return tuple(
        short
        for short in map(short_name, named)
        if re.search(rf"{re.escape(short)}[省市]?(?:籍|的)?{_COMPANIES.pattern}", frame.text)
    )


_INVESTS = re.compile(
    r"(?P<who>[一-鿿A-Za-z0-9·]{2,14}?)(?:(?:在|来|到)(?P<where>[^,;。?]{2,12}?))?(?:都|一共|总共|共|分别)?投[了的]?(?:些)?(?:什么|啥|哪|几)"
)


def _investor_asked(frame: QuestionFrame) -> str:
    """远岫在丹阳投了哪些项目: who is asked of as an investor, whatever a dictionary makes of the name; "" for
    a place, or where companies at large are meant."""
    asked = _INVESTS.match(frame.text)
    who = re.sub(r"(?:公司|集团)$", "", asked["who"]) if asked else ""
    placed = any(who in (place.name, short_name(place.name)) for place in frame.places)
    if len(who) < 2 or placed or _COMPANIES.search(who) or re.search(r"[谁哪的了]", who):
        return ""
    return who


def _invested_from(row: Project, places: tuple[str, ...]) -> bool:
    """Whether who invests is said to come from one of the places: by name, beside it, or in a column."""
    told = fold(row.quote)
    companies = "|".join(filter(None, (_COMPANIES.pattern, re.escape(row.investor))))
    return any(
        place in row.investor
        or ("\t" in told and place in told.split("\t"))
        or re.search(rf"{re.escape(place)}[省市]?(?:籍|的)?(?:{companies})", told)
        for place in places
    )


def _pattern_of(stages: frozenset[str], text: str) -> re.Pattern[str] | None:
    """How the stages are told, where one is asked for as such: 今年签约的项目."""
    asked = [pattern for name, pattern in _STAGES if name in stages and re.search(pattern, text)]
    denied = any(_DENIED.search(text, 0, match.start()) for one in asked for match in re.finditer(one, text))
    return re.compile("|".join(asked)) if asked and not denied else None


_DENIED = re.compile(r"(?:未|没有?|不)(?:能|正式|实质性?|全面)?$")
_DONE = re.compile(r"已经?$")


def _stages_asked(text: str) -> frozenset[str]:
    """The stages that fit: 在建 itself, 已开工 what is begun and beyond, 未开工 what comes before."""
    text = _STANDS_THERE.sub("", text)
    if _SIGNED_ALONE.search(text):
        return frozenset(("签约", "落户/注册", "计划"))
    if _TO_SETTLE.search(text):
        return frozenset(("计划",))
    told = [(name, match) for name, pattern in _STAGES if (match := re.search(pattern, text))]
    if not told:
        return frozenset()
    told.sort(key=lambda one: one[1].start())
    gaps = [text[one.end() : other.start()] for (_, one), (_, other) in itertools.pairwise(told)]
    if gaps and all(re.fullmatch(r"[、和与及或,]|以及|[、,]哪些", gap) for gap in gaps):
        return frozenset(name for name, _ in told)  # 哪些项目签约、动工、投产
    name, match = min(told, key=lambda one: [stage for stage, _ in _STAGES].index(one[0]))
    at = STAGE_ORDER.index(name)
    if _DENIED.search(text, 0, match.start()):
        return frozenset(STAGE_ORDER[:at])
    if match.group() in ("在建", "续建", "建设中"):
        return frozenset({name, "主体/封顶"})
    return frozenset(STAGE_ORDER[at:] if _DONE.search(text, 0, match.start()) else {name})


# 五里镇落户了哪些项目, 落户江北街道的项目: where they stand, and no stage
_STANDS_THERE = re.compile(
    r"(?<=[镇乡道区县市园])(?:都)?(?:落户|落地)了?(?=哪|什么|多少|几)|(?:落户|落地)(?:在|于|到)?(?=[一-鿿]{1,8}(?:镇|乡|街道|园区?|[区县市])的)"
)
_TO_SETTLE = re.compile(r"(?:计划|拟|即?将|准备)(?:要|陆续)?(?:落户|落地|入驻)")  # 将落户的项目 are planned
_SIGNED_ALONE = re.compile(r"签约(?:后|但|了)?(?:还|尚|仍)?[未没](?:有|能)?(?:开工|动工|落地)")
