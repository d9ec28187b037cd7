"""Whom is a sentence about? Subjects followed through clause, sentence, paragraph, heading, document."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.cast import Cast, Topic, place_topic
from language.naming import Name
from language.place import Place, PlaceNames, learn_places
from language.quantity import Quantity
from language.text import fold
from vectorstore.document import Document

_LEAD_IN = re.compile(
    r"(?:其中|同时|此外|另外|目前|而|但|并|且|也|据(?:了解|统计|悉|介绍|测算)|数据显示|"
    r"统计显示|比如|例如|会上|当天|现场|近年来|这一次|不止于此|与此同时|"
    r"截至|刚刚过去的|过去的|全年|至此|如今|下一步|下步|接下来|首先|其次|最后|去年以来|"
    r"一直以来|多年来|眼下|年初|近期|近日|日前|最新|获悉|[“”\"'、,:;—\-·●■▶►◀▲▼◆□○•\s*#>|"
    r"()（）]"
    r"|[一二三四五六七八九十]{1,2}是|[一二三四五六七八九十]+、|"
    r"\(?[一二三四五六七八九十]+\)|\d{1,2}[.、]|[①-⑳])*$"
)
_ATTRIBUTE_OF = re.compile(r"(?:作为|身为|来自|位居)[^,;。]{0,40}的$")
_PRONOUN = re.compile(r"(?P<whole>全|该|我|本)(?P<kind>市|区|县|省|州)(?!场|民|区|级|政府|值|直|委|长|域)")
_IT = re.compile(
    r"该(?:公司|企业|集团|项目|园区|产业园|基地|中心|工程|平台|基金|片区)|"
    r"(?<![一-鿿])(?:项目|园区|公司|基地)(?=(?:总投资|总占地|占地|规划|计划|建成|投产|"
    r"达产|一期|全部|已|预计|将))"
)
_PARK = ("园", "园区", "片区", "新城", "示范区", "港区", "功能区", "开发区")


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What a reader of the document knows: its places, which of them it is about, and what was named last.

    `one_subject` says that the document is about its focus throughout, so that a new paragraph is about it
    again; `seen` are the places named so far, the last one last; `section` is the place of the heading.
    """

    places: PlaceNames
    focus: Place | None
    one_subject: bool = False
    topic: Topic | None = None
    project: Topic | None = None
    organisation: Topic | None = None
    park: Topic | None = None
    seen: tuple[Place, ...] = ()
    told_of: tuple[str, ...] = ()
    section: Topic | None = None

    def told(self, cast: Cast) -> Scene:
        """The scene after a sentence."""
        topic = sentence_topic(cast, self, before=len(cast.text))
        if topic is None and not cast.names and not cast.mentions:
            return self
        last = {name.kind: _entity_told(name, cast, self) for name in cast.names}
        return replace(
            self,
            topic=topic if topic is not None and topic.is_place else self.topic,
            project=last.get("project") or self.project,
            organisation=last.get("organisation") or self.organisation,
            park=next(
                (
                    _entity_told(name, cast, self)
                    for name in reversed(cast.names)
                    if name.text.endswith(_PARK)
                ),
                self.park,
            ),
            told_of=(*self.told_of, topic.subject) if topic is not None and topic.is_place else self.told_of,
            seen=(*self.seen[-8:], *(mention.place for mention in cast.mentions)),
        )

    def new_paragraph(self) -> Scene:
        """The scene at the start of a paragraph under no heading of its own."""
        fresh = replace(self, project=None if self.topic is not None else self.project)
        lost = self.one_subject or len(set(self.told_of)) != 1  # a list of places leaves none to go on with
        return replace(fresh, topic=self.section if lost else self.topic, told_of=())

    def under(self, heading: str) -> Scene:
        """The scene under a heading: a place at its start becomes the topic."""
        mentions = self.places.find(heading)
        if mentions and mentions[0].start <= 3:
            section = place_topic(mentions[0].place)
            return replace(self, topic=section, section=section, told_of=())
        return replace(self, section=None).new_paragraph()


def scene_of(document: Document) -> Scene:
    """The scene before the first sentence."""
    return _opening(document.title, document.publisher, document.text)


@lru_cache(maxsize=2)  # figures and projects of one document open with the same scene
def _opening(title: str, publisher: str, printed: str) -> Scene:
    text = fold(printed)
    places = learn_places(f"{title}\n{text}")
    counts: Counter[str] = Counter()
    for mention in places.find(f"{title}。{title}。{title}。{publisher}。{text}"):
        counts[mention.place.name] += 1
    best = max(counts, key=lambda name: (counts[name], name), default="")
    focus = places.get(best)
    if focus is not None and focus.level == "district":  # a district leads only where it outweighs its city
        city = places.get(focus.city)
        focus = city if city is not None and counts[city.name] > counts[best] * 1.2 else focus
    districts = [name for name in counts if (place := places.get(name)) is not None and focus is not None
                 and place.city == focus.name]  # fmt: skip
    return Scene(places=places, focus=focus, one_subject=len(districts) < 3)


def subject_of(quantity: Quantity, cast: Cast, scene: Scene) -> Topic:
    """Whose figure `quantity` is: the nearest subject that can own it."""
    candidates = (_beside, _owned_by_follower, _industry_of_a_report, _owned_by_project, _leading_in_sentence)
    for candidate in candidates:
        topic = candidate(quantity, cast, scene)
        if topic is not None:
            return topic
    return default_topic(scene)


def default_topic(scene: Scene) -> Topic:
    """The topic so far, else what the document is about."""
    if scene.topic is not None:
        return scene.topic
    return place_topic(scene.focus) if scene.focus else Topic(subject="")


def _where(cast: Cast, scene: Scene, position: int) -> str:
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
    lead = sentence_topic(cast, scene, before=position)
    return lead.place if lead else default_topic(scene).place


def _entity(name: Name, cast: Cast, scene: Scene) -> Topic:
    return Topic(subject=name.text, place=_where(cast, scene, name.start), kind=name.kind)


def _entity_told(name: Name, cast: Cast, scene: Scene) -> Topic:
    """What 该公司 or 该项目 will mean next."""
    lead = sentence_topic(cast, scene, before=name.start)
    place = lead.place if lead else (scene.topic.place if scene.topic else "")
    return Topic(subject=name.text, place=place, kind=name.kind)


def _beside(quantity: Quantity, cast: Cast, scene: Scene) -> Topic | None:
    """城阳区49个、即墨区34个: in a list of pairs the place stands right before its figure."""
    for mention in cast.mentions:
        gap = cast.text[mention.end : quantity.outer_start]
        if mention.end <= quantity.outer_start and re.fullmatch(
            r"(?:有|为|是|达|则?以|\(|:|签约|签下)?", gap
        ):
            before = cast.text[mention.start - 1 : mention.start]
            if before not in ("在", "赴", "到", "于", "等") or gap in ("有", "以"):
                return place_topic(mention.place)
    return None


_OWNED = re.compile(
    r"(?:总投资|投资|注册资本|占地|总建筑面积|建筑面积|年产能?|产能|规模)(?:额|约|达|超|近|逾|过|为|超过)*$"
)


def _owned_by_follower(quantity: Quantity, cast: Cast, scene: Scene) -> Topic | None:
    """总投资54亿元的X: the figure is X's; of 的25个项目 it is not."""
    if quantity.kind not in ("money", "measure") or not _OWNED.search(cast.text[: quantity.outer_start]):
        return None
    after = cast.text[quantity.outer_end :]
    match = re.match(r"[、,]?(?:占地[^,。]{1,12})?的", after)
    if not match:
        return None
    at = quantity.outer_end + match.end()
    if re.match(r"(?:\d+|[两二三四五六七八九十百]+)余?[个家项]", cast.text[at:]):
        return None
    for name in cast.names:
        whole = cast.text[at : name.end]
        if name.end > at and len(whole) <= 32 and not re.search(r"[,;。、]", whole):
            return replace(_entity(name, cast, scene), subject=whole.strip("“”"), kind="project")
    phrase = re.match(
        (
            r"[“(（]?[^,;。、]{2,30}?(?=(?:正在|均|已|将|正|等|今年|目前|于\d|在|开工|签约|落户|"
            r"竣工|投产|顺利|正式|,|、|。|;|和|$))"
        ),
        cast.text[at:],
    )
    if phrase and len(phrase.group()) >= 4 and not re.match(r"(?:项目|企业|重大|重点)", phrase.group()):
        return Topic(subject=phrase.group().strip("“”"), place=_where(cast, scene, at), kind="project")
    return None


_PROJECT_MEASURE = re.compile(
    r"^(?:,|项目|该项目|落地开工|开工|落地|签约|计划|拟|在[^,]{2,12}?|预计|总|一期|二期|"
    r"全部|建成后|达产后|投产后|满产后|达效后|规划|可|年|实现|将|其中|约|其)*"
    r"(?:总投资|建设|投资|占地|用地|总建筑面积|建筑面积|年产|产能|年产值|年营业收入|"
    r"年销售|产值|税收|带动|就业|实现|新增|注册资本|设计|装机)"
)


def _owned_by_project(quantity: Quantity, cast: Cast, scene: Scene) -> Topic | None:
    """X项目总投资30亿元, 占地200亩: figures of a project told right after its name."""
    if quantity.kind == "rate":
        return None
    before = [name for name in cast.names if name.end <= quantity.start and name.kind == "project"]
    begin, _ = cast.clause_at(quantity.start)
    if (told := _pronoun_entity(quantity, cast, scene, before)) is not None:
        return told
    for name in reversed(before):
        gap = cast.text[name.end : quantity.start]
        between = cast.text[name.end : quantity.outer_start]
        if any(mention.start > name.end and _leads(cast, mention.start, mention.end)
               for mention in cast.mentions if mention.end <= quantity.start):  # fmt: skip
            return None
        in_clause = name.start >= begin
        if _is_object(cast.text, name) and not name.text.endswith("项目"):
            continue
        if (in_clause and _PROJECT_MEASURE.match(between)) or (
            not in_clause
            and _PROJECT_MEASURE.match(cast.text[begin : quantity.outer_start])
            and "个" not in gap
            and not re.search(r"\d[\d.]*余?[个家项]", gap)
        ):
            return _entity(name, cast, scene)
    return None


_AFTERWARDS = re.compile(
    r"^(?:项目)?(?:全部|整体)?(?:建成|投产|达产|满产|竣工|投用|达效)(?:投产|运营|达产)?后"
)


_OWN_MEASURE = re.compile(
    r"^(?:项目)?(?:计划|一期|二期)?(?:总投资|总占地|占地|用地|总建筑面积|建筑面积|年产|达产|规划建设)"
)


def _pronoun_entity(quantity: Quantity, cast: Cast, scene: Scene, before: list[Name]) -> Topic | None:
    """该公司 and 该项目 are what was named last of their kind; so is the project of a bare 建成后."""
    begin, _ = cast.clause_at(quantity.start)
    found = list(_IT.finditer(cast.text, 0, quantity.start))
    if found:
        last = found[-1]
        entity = _named_in_sentence(last, cast, scene) or _last_of_kind(last.group(), scene)
        named_since = before and before[-1].end > last.start()
        led_since = any(last.end() <= m.start < begin and _leads(cast, m.start, m.end) for m in cast.mentions)
        return None if named_since or led_since else entity
    counted = re.search(r"\d余?[个家项]", cast.text[:begin])
    led = any(mention.end <= begin and _leads(cast, mention.start, mention.end) for mention in cast.mentions)
    if before or counted or led:
        return None
    own = _AFTERWARDS.match(cast.text[begin:]) or _OWN_MEASURE.match(cast.text[begin : quantity.outer_start])
    return scene.project if own else None


def _named_in_sentence(pronoun: re.Match[str], cast: Cast, scene: Scene) -> Topic | None:
    """引进甲有限公司，该公司计划投资5亿元: the company named just before."""
    kind = "organisation" if re.search(r"公司|企业|集团|基金", pronoun.group()) else "project"
    named = [name for name in cast.names if name.end <= pronoun.start() and name.kind == kind]
    return _entity_told(named[-1], cast, scene) if named else None


def _last_of_kind(pronoun: str, scene: Scene) -> Topic | None:
    if re.search(r"公司|企业|集团|基金", pronoun):
        return scene.organisation
    return scene.park if re.search(r"园|片区", pronoun) else scene.project


def _is_object(text: str, name: Name) -> bool:
    return bool(re.search(r"(?:围绕|依托|通过|借助|聚焦|基于|按照)$", text[: name.start]))


_INDUSTRY = re.compile(r"(?P<name>[一-鿿]{2,8}(?:产业|市场|行业))(?:总体|整体)?规模")


def _industry_of_a_report(quantity: Quantity, cast: Cast, scene: Scene) -> Topic | None:
    """研究显示，换电产业规模有望超2000亿元: the industry's figure, nobody's in the text."""
    begin, _ = cast.clause_at(quantity.start)
    match = _INDUSTRY.search(_without_periods(cast, begin, quantity.start))
    reported = re.search(
        r"(?:研究|报告|数据|机构|公司|协会)[^,]{0,8}(?:显示|预测|预计|指出|认为)", cast.text[:begin]
    )
    if (
        match is None
        or not reported
        or any(m.start >= begin and m.end <= quantity.start for m in cast.mentions)
    ):
        return None
    return Topic(subject=match["name"], place="", kind="organisation")


def _leading_in_sentence(quantity: Quantity, cast: Cast, scene: Scene) -> Topic | None:
    return sentence_topic(cast, scene, before=quantity.start)


def sentence_topic(cast: Cast, scene: Scene, *, before: int) -> Topic | None:
    """The last subject told of in the sentence before a position, or None."""
    found: list[tuple[int, Topic]] = []
    for mention in cast.mentions:
        if mention.end <= before and _leads(cast, mention.start, mention.end):
            found.append((mention.start, place_topic(mention.place)))
    for match in _PRONOUN.finditer(cast.text, 0, before):
        topic = _pronoun_topic(match, cast, scene)
        if topic is not None and (_leads(cast, match.start(), match.end()) or (match["whole"] in ("全", "该")
                                  and re.search(r"(?:带动|推动)$", cast.text[: match.start()]))):  # fmt: skip
            found.append((match.start(), topic))
    for name in cast.names:
        if name.end <= before and _name_leads(cast, name):
            found.append((name.start, _entity_from(name, scene, found)))
    return max(found, key=lambda item: item[0])[1] if found else None


def _entity_from(name: Name, scene: Scene, found: list[tuple[int, Topic]]) -> Topic:
    place = found[-1][1].place if found else default_topic(scene).place
    return Topic(subject=name.text, place=place, kind=name.kind)


def _name_leads(cast: Cast, name: Name) -> bool:
    """An organisation or a park that opens its clause acts in it."""
    if name.kind == "project" and not name.text.endswith(_PARK) and not name.text.endswith(("公司", "集团")):
        return False
    begin, _ = cast.clause_at(name.start)
    if _reports(cast.text, name):
        return False
    prefix = _without_periods(cast, begin, name.start)
    return bool(_LEAD_IN.fullmatch(prefix)) or bool(
        re.fullmatch(r"(?:力争|计划|预计|年内|今年|不久前注册的)*", prefix)
    )


def _reports(text: str, name: Name) -> bool:
    return bool(
        re.match(
            r"(?:相关研究|研究|数据|报告|统计|调查|方面|负责人|有关)*(?:显示|表示|介绍|指出|认为|称|预测|说)",
            text[name.end :],
        )
    )


def _leads(cast: Cast, start: int, end: int) -> bool:
    """Whether the mention opens its clause, or closes a 作为…的 before one."""
    begin, _ = cast.clause_at(start)
    prefix = cast.text[begin:start]
    if _ATTRIBUTE_OF.search(prefix):
        return True
    following = cast.text[end : end + 1]
    if following in ("、", "和", "与", "及", "至"):  # one of several places: not the one
        return bool(re.match(r"(?:和|与|及|、)(?:全|各)", cast.text[end:]))
    return bool(_LEAD_IN.fullmatch(_without_periods(cast, begin, start)))


def _without_periods(cast: Cast, begin: int, end: int) -> str:
    pieces, at = [], begin
    for period in cast.periods:
        if begin <= period.start and period.end <= end:
            pieces.append(cast.text[at : period.start])
            at = period.end
    return "".join([*pieces, cast.text[at:end]])


def _pronoun_topic(match: re.Match[str], cast: Cast, scene: Scene) -> Topic | None:
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
    if kind != "市" and earlier:
        return place_topic(earlier[-1])
    focus = scene.focus
    if focus is None:
        return None
    if focus.name.endswith(kind):
        return place_topic(focus)
    if kind == "市" and focus.city:
        city = scene.places.get(focus.city)
        return place_topic(city) if city else Topic(subject=focus.city, place=focus.city)
    if kind == "省":
        province = next((place for place in scene.places.places if place.level == "province"), None)
        return place_topic(province) if province else None
    return None
