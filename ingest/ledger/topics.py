"""Whom is a sentence about? Subjects followed through clause, sentence, paragraph, heading, document."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.ledger.cast import Cast, Topic, place_topic
from ingest.ledger.leading import LEAD_IN, is_a_site, leads, without_periods
from language.divisions import LEVELS
from language.guest_places import without_guests
from language.naming import Name
from language.nation import only_reaches, wholes_told
from language.place import Mention, Place, PlaceNames, innermost, zone_head
from language.place_table import province_of
from language.value import replace, value

PRONOUN = re.compile(
    rf"(?P<whole>全|该|我|本)(?P<kind>[{LEVELS}])(?!场|民|区|级|政府|值|直|委|长|域|排名|排位|第|前)"
)
_WHOLE = re.compile(rf"[全该我本][{LEVELS}]")
# 市商务局局长说 opens what the city has to tell, whichever district was told of before.
_SPEAKER = re.compile(
    r"(?:^|(?<=[,;。:\"“”]))(?P<whole>)(?P<kind>[市省])(?:[一-鿿]{1,12}?(?:局|委|办|厅|中心|办公室|政府)"
    r"[^,;。:]{0,12}?(?:表示|介绍|透露|指出|通报|说|称)|(?:委、?[市省]?政府|委|政府)(?:今年|明确)?"
    r"(?:提出|要求|部署|强调|确定|明确))(?=[,:“\"]|$)"
)
_MEANT_TO = re.compile(r"(?:力争|计划|预计|年内|今年|不久前注册的)*")
_TELLS = re.compile(
    r"(?:相关研究|研究|数据|报告|统计|调查|方面|负责人|有关)*(?:显示|表示|介绍|指出|认为|称|预测|说)"
)
_PARK = ("园", "园区", "片区", "新城", "示范区", "港区", "功能区", "开发区")


@value
class Scene:
    """What a reader of the document knows: its places, which of them it is about, and what was named last.

    `one_subject` says that the document is about its focus throughout, so that a new paragraph is about it
    again; `titled` is the one project the title names, `earlier` the last one of the paragraph before; `seen`
    are the places named so far, the last one last; `section` is the place of the heading; `companies` are
    names by which companies are told of.
    """

    places: PlaceNames
    focus: Place | None
    one_subject: bool = False
    topic: Topic | None = None
    project: Topic | None = None
    organisation: Topic | None = None
    park: Topic | None = None
    earlier: Topic | None = None
    companies: tuple[str, ...] = ()
    titled: Topic | None = None
    seen: tuple[Place, ...] = ()
    told_of: tuple[str, ...] = ()
    section: Topic | None = None

    def told(self, cast: Cast) -> Scene:
        """The scene after a sentence."""
        topic = _whole_told(cast, self) or sentence_topic(cast, self, before=len(cast.text))
        if topic is None and not cast.names and not cast.mentions:
            return self._going_on(cast)
        led = _places_told_of(cast)
        listed = len(set(led)) >= _A_LIST
        own = (topic.subject,) if topic is not None and topic.is_place else ()
        acting = [name for name in cast.names if not is_part(cast, name) and not _is_founder(cast, name)]
        last = {name.kind: entity_told(name, cast, self) for name in acting}
        return replace(
            self,
            topic=self.section
            if listed
            else topic
            if topic is not None and self._goes_on(topic)
            else self.topic,
            project=last.get("project") or self.project,
            organisation=last.get("organisation") or self.organisation,
            park=next(
                (entity_told(name, cast, self) for name in reversed(cast.names) if name.text.endswith(_PARK)),
                self.park,
            ),
            told_of=(*self.told_of, *led, *own),
            seen=(
                *self.seen[-8:],
                *(one.place for one in cast.mentions if not is_a_site(one, cast, self.focus)),
            ),
        )

    def _going_on(self, cast: Cast) -> Scene:
        """The scene after a sentence that names nobody: its figures are still told of the focus, so that a
        district named once behind them is not whom the next paragraph is about."""
        focus = self.focus.name if self.focus and not self.one_subject else ""
        of_focus = focus and (self.topic is None or self.topic.subject == focus)
        if not of_focus or focus in self.told_of or not _FIGURE.search(cast.text):
            return self
        return replace(self, told_of=(*self.told_of, focus))

    def _goes_on(self, topic: Topic) -> bool:
        """Whether the next sentence is of the topic too: a city's paper says 全省 of one figure."""
        around = province_of(self.focus.city or self.focus.name) if self.focus else None
        return topic.is_place and (around is None or topic.subject != around.name)

    def new_paragraph(self) -> Scene:
        """The scene at the start of a paragraph under no heading of its own."""
        kept = None if self.topic is not None else self.project
        lost = self.one_subject or len(set(self.told_of)) != 1  # a list of places leaves none to go on with
        topic = self.section if lost else self.topic
        return replace(self, project=kept, earlier=self.project, topic=topic, told_of=())

    def under(self, heading: str) -> Scene:
        """The scene under a heading: a place at its start becomes the topic."""
        mentions = innermost(self.places.find(without_guests(heading)))
        if self.focus is not None and self.focus.level == "zone" and zone_head(self.focus.name) in heading:
            section = place_topic(self.focus)
            return replace(self, topic=section, section=section, told_of=())
        if mentions and mentions[0].start <= 3:
            section = place_topic(mentions[0].place)
            return replace(self, topic=section, section=section, told_of=())
        if _SECTION.match(heading):  # 三、专班情况 is again about what the paper is about
            return replace(self, section=None, topic=None, told_of=()).new_paragraph()
        return replace(self, section=None).new_paragraph()


_SECTION = re.compile(r"\s*[一二三四五六七八九十]{1,2}、")
_A_LIST = 3  # places that each have a figure in one sentence: none of them is whom the next is about


def _whole_told(cast: Cast, scene: Scene) -> Topic | None:
    """全区签约27个，其中高新区19个、甲区8个: the next sentence is of the whole again."""
    at = cast.text.find(",其中")
    return sentence_topic(cast, scene, before=at) if at > 0 else None


def _places_told_of(cast: Cast) -> list[str]:
    """Every place that leads a clause of the sentence: a list of them leaves none to go on with."""
    return [
        one.place.name
        for one in cast.mentions
        if _BESIDE.match(cast.text, one.end) or (leads(cast, one.start, one.end) and _has_figure(cast, one))
    ]


_BESIDE = re.compile(r"[(（]?\d")  # 甲区88.6%、乙区（67个）


def _has_figure(cast: Cast, mention: Mention) -> bool:
    _, end = cast.clause_at(mention.start)
    return _DIGIT.search(cast.text, mention.end, end) is not None


_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"\d(?:个|家|项|%|[万亿]元)")


# Works of any site: 桩基工程完成过半 tells of the project, and is none.
_WORKS = re.compile(r"(?:桩基|地基|基础|土建|主体|钢结构|配套|管网|附属|安装|装修|场平|土方)(?:及\w+)?工程")
_BUILT = re.compile(r"(?:建设|新建|建成|兴建|建|包括|包含|含)[^,;。:]{0,12}$")


def is_part(cast: Cast, name: Name) -> bool:
    """Whether a name is of something that a project is built of: 建中试车间和质检中心."""
    begin, _ = cast.clause_at(name.start)
    if name.kind != "project" or name.text.endswith("项目"):
        return False
    return bool(_WORKS.fullmatch(name.text) or _BUILT.search(cast.text[begin : name.start]))


_FOUNDED_BY = re.compile(r"由[^,;。]{2,30}?(?:发起|设立|组建|出资)")


def _is_founder(cast: Cast, name: Name) -> bool:
    """Whether a name is one of those by whom something is set up: 甲基金由乙集团发起设立 tells of 甲基金."""
    by = _FOUNDED_BY.search(cast.text) if "由" in cast.text else None
    return by is not None and by.start() < name.start < by.end()


def default_topic(scene: Scene) -> Topic:
    """The topic so far, else what the document is about."""
    if scene.topic is not None:
        return scene.topic
    return place_topic(scene.focus) if scene.focus else Topic(subject="")


_OPENS_AT = re.compile(r"在[^,;。]{2,9},")


def place_of(cast: Cast, scene: Scene, position: int) -> str:
    """The place in which a named thing stands: said in its clause, else the topic's."""
    begin, end = cast.clause_at(position)
    near = [mention for mention in cast.mentions if begin <= mention.start < end]
    settled = [
        mention
        for mention in near
        if re.search(r"(?:落户|位于|在|于|落地|坐落)$", cast.text[: mention.start])
    ]
    if settled:
        return settled[-1].place.name
    part = cast.text.rfind(";", 0, position) + 1  # 在临海,总投资46亿元的X
    for mention in cast.mentions:
        if part < mention.start < position and _OPENS_AT.fullmatch(cast.text, part, mention.end + 1):
            return mention.place.name
    lead = sentence_topic(cast, scene, before=position)
    return lead.place if lead else default_topic(scene).place


def entity_topic(name: Name, cast: Cast, scene: Scene) -> Topic:
    """A named thing as a topic, with the place it stands in."""
    if (bracketed := _bracketed(name, cast)) is not None:
        return Topic(subject=name.text, place=bracketed.name, kind=name.kind)
    opening = _opening_place(name, cast, scene)
    place = opening.name if opening else place_of(cast, scene, name.start)
    return Topic(subject=name.text, place=place, kind=name.kind)


_OPENS_WITH_PLACE = re.compile(r"[一-鿿]{1,5}?[市区县旗](?=[一-鿿“])")


def _opening_place(name: Name, cast: Cast, scene: Scene) -> Place | None:
    """福绵区 of 福绵区服装水洗项目, whether the place is part of the name or only stands right before it."""
    if _OPENS_WITH_PLACE.match(cast.text, name.start, name.end) is None or name.kind != "project":
        return None
    opening = (one for one in scene.places.find(cast.text[name.start : name.end]) if one.start == 0)
    return next((one.place for one in opening if one.place.level not in ("city", "province")), None)


def place_at_head(cast: Cast, scene: Scene, *, before: int) -> Topic | None:
    """The place that a project's name at the head of a clause opens with: what is told there and not of the
    project is of that place, and not of its city."""
    for name in reversed([one for one in cast.names if one.end <= before]):
        opening = _opening_place(name, cast, scene)
        if opening and leads(cast, name.start, name.start + len(opening.name)):
            return place_topic(opening)
    return None


def _bracketed(name: Name, cast: Cast) -> Place | None:
    """X项目（高新区): the place in brackets right behind a name."""
    beside = cast.text[name.end : name.end + 1] == "("
    return next((one.place for one in cast.mentions if beside and one.start == name.end + 1), None)


def entity_told(name: Name, cast: Cast, scene: Scene) -> Topic:
    """What 该公司 or 该项目 will mean next."""
    lead = sentence_topic(cast, scene, before=name.start)
    if (bracketed := _bracketed(name, cast)) is not None:
        return Topic(subject=name.text, place=bracketed.name, kind=name.kind)
    if opening := _opening_place(name, cast, scene):
        return Topic(subject=name.text, place=opening.name, kind=name.kind)
    place = lead.place if lead else (scene.topic.place if scene.topic else "")
    return Topic(subject=name.text, place=place, kind=name.kind)


def sentence_topic(cast: Cast, scene: Scene, *, before: int) -> Topic | None:
    """The last subject told of in the sentence before a position, or None."""
    found: list[tuple[int, Topic]] = []
    for mention in cast.mentions:
        own_hall = cast.text.startswith("分会场", mention.end)
        if mention.end <= before and (own_hall or leads(cast, mention.start, mention.end)):
            found.append((mention.start, place_topic(mention.place)))
    for match in PRONOUN.finditer(cast.text, 0, before) if _refers(cast.text) else ():
        if match["kind"] in "省区" and match["whole"] == "全" and only_reaches(cast.text, match.end()):
            continue
        topic = pronoun_topic(match, cast, scene)
        if topic is not None and (leads(cast, match.start(), match.end()) or (match["whole"] in ("全", "该")
                                  and re.search(r"(?:带动|推动)$", cast.text[: match.start()]))):  # fmt: skip
            found.append((match.start(), topic))
    for match in _ZONES_TOGETHER.finditer(cast.text, 0, before) if "区" in cast.text else ():
        if scene.focus is not None and leads(cast, match.start(), match.end()):
            found.append((match.start(), place_topic(scene.focus)))
    for match in _speakers(cast.text):
        if match.end() <= before and (topic := pronoun_topic(match, cast, scene)) is not None:
            found.append((match.start(), topic))
    for whole, start, end in wholes_told(cast.text):
        if end <= before and leads(cast, start, end) and not _names_place(cast, end, before):
            found.append((start, Topic(subject=whole, kind="organisation")))
    for name in cast.names:
        if name.end <= before and _name_leads(cast, name) and not _ends_with_its_list(cast, name, before):
            found.append((name.start, _entity_from(name, cast, scene, found)))
    return max(found, key=lambda item: item[0])[1] if found else None


_ZONES_TOGETHER = re.compile("[一二三四五六七八九]区[二三四五六七八九十多]园")  # 一区四园共接纳项目77个


def _ends_with_its_list(cast: Cast, name: Name, before: int) -> bool:
    """境外项目2个，分别是：甲公司投资的A；省外项目22个: behind its semicolon the list tells no more of 甲."""
    if cast.text.find(";", name.end, before) < 0:
        return False
    return _LISTS_EACH.search(cast.text, cast.text.rfind(";", 0, name.start) + 1, name.start) is not None


_LISTS_EACH = re.compile(r"(?:分别是|分别为|包括|包含):")


def _names_place(cast: Cast, start: int, end: int) -> bool:
    """Whether a place, or 我市, stands anywhere in a span; 全国、全省 are told of together."""
    told = cast.text[start : start + 1] in ("、", "和", "与")
    return (
        told
        or any(start <= one.start < end for one in cast.mentions)
        or bool(PRONOUN.search(cast.text, start, end))
    )


@lru_cache(maxsize=512)  # asked again for every figure of the sentence
def _refers(text: str) -> bool:
    """Whether the sentence may hold a pronoun anywhere."""
    return bool(_WHOLE.search(text))


@lru_cache(maxsize=512)
def _speakers(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_SPEAKER.finditer(text)) if "市" in text or "省" in text else ()


def speaker_topic(text: str, scene: Scene) -> Topic | None:
    """Whom the official of a city or province speaks for who opens a sentence; None for any other."""
    match = next(iter(_speakers(text)), None)
    if match is None or match.start() > 0:
        return None
    empty = Cast(text=text, mentions=(), names=(), clauses=(), periods=())
    return pronoun_topic(match, empty, replace(scene, topic=None, seen=()))


def _entity_from(name: Name, cast: Cast, scene: Scene, found: list[tuple[int, Topic]]) -> Topic:
    opening = _opening_place(name, cast, scene)
    place = opening.name if opening else found[-1][1].place if found else default_topic(scene).place
    return Topic(subject=name.text, place=place, kind=name.kind)


def _name_leads(cast: Cast, name: Name) -> bool:
    """An organisation or a park that opens its clause acts in it."""
    site = name.text.endswith(_PARK) or (name.text.endswith("基地") and _ACTS.match(cast.text, name.end))
    if name.kind == "project" and not site and not name.text.endswith(("公司", "集团")):
        return False
    begin, _ = cast.clause_at(name.start)
    if _EXAMPLE.match(cast.text, name.end):  # 县第二水厂扩建等5个基础设施项目 tells of five, not of the first
        return False
    if _reports(cast.text, name):
        return False
    prefix = without_periods(cast, begin, name.start)
    return bool(LEAD_IN.fullmatch(prefix)) or bool(_MEANT_TO.fullmatch(prefix))


_EXAMPLE = re.compile(
    r"(?:[^,;。、]{2,24}(?:项目|基地|园))?(?:、[^,;。、]{2,32}){0,5}[^,;。\d]{0,4}等(?:\d+|[一二三四五六七八九十]+)余?[个家项]"
)
_ACTS = re.compile(r"(?:累计|今年|新|已|共)*(?:引进|签约|入驻|集聚|聚集|落户|招引)")  # as a zone does


def _reports(text: str, name: Name) -> bool:
    return bool(_TELLS.match(text, name.end))


def pronoun_topic(match: re.Match[str], cast: Cast, scene: Scene) -> Topic | None:
    """What 全省, 我市 or 该区 stands for."""
    kind = match["kind"]
    earlier = [
        mention.place
        for mention in cast.mentions
        if mention.end <= match.start() and mention.place.name.endswith(kind)
    ]
    earlier = [*(place for place in scene.seen if place.name.endswith(kind)), *earlier]
    if match["whole"] == "该" and earlier:
        return place_topic(earlier[-1])
    topic = scene.topic
    if (
        topic is not None
        and topic.is_place
        and topic.subject.endswith(kind)
        and (match["whole"] == "该" or kind != "市")
    ):
        return topic
    focus = scene.focus
    if (
        focus is not None
        and focus.level == "province"
        and focus.name.endswith(kind)
        and match["whole"] != "该"
    ):
        return place_topic(focus)  # whichever other one investors come from
    if kind != "市" and earlier:
        return place_topic(earlier[-1])
    if focus is None:
        return None
    if focus.name.endswith(kind):
        return place_topic(focus)
    if kind == "市" and focus.city:
        city = scene.places.get(focus.city)
        return place_topic(city) if city else Topic(subject=focus.city, place=focus.city)
    province = province_of(focus.city or focus.name)
    if kind == "省":
        named = (place for place in scene.places.places if place.level == "province")
        province = province or next(named, None)
    elif kind != "区" or focus.level != "city" or (province and not province.name.endswith("区")):
        return None  # 全区 of a city's paper is the autonomous region
    return place_topic(province) if province else None
