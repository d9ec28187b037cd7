"""How does each place attract investment, in its documents' words?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.asked_terms import tells_besides
from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.passages.announcing import announces
from assistant.passages.by_place import own_part
from assistant.passages.clause_window import cut
from assistant.passages.sentences import Sentence, candidate_sentences
from assistant.question import QuestionFrame
from assistant.wording import as_printed
from language.divisions import PARTS
from language.pattern import pattern
from language.place import Place, short_name
from language.quantity import find_quantities

_ASKED = pattern(
    r"怎么|如何|怎样|打法|策略|做法|思路|举措|模式|方式|路径|特[点色]|亮点|经验|招数|高招|办法|抓手"
)
_DISTRICTS = rf"(?:{PARTS}|区|县|旗|地|地方)"
_EVERY = pattern(
    rf"各(?:个|自的?)?{_DISTRICTS}|(?:\d+|[两三四五六七八九十]+)个?(?:{PARTS}|[区县])|(?:几个|哪些){_DISTRICTS}"
)
# Words of a question that ask for no more than how a place goes about it.
_GENERAL = pattern(
    r"招商|引资|招引|招来|吸引|企业|项目|客商|投资|商务局|投促局|招商局|管委会|政府|部门|打法|策略|做法|思路|举措|措施|模式|方式|方法|路径|特[点色]|亮点|经验|招数|高招|办法|抓手|方面|工作|"
    r"推进|开展|进行|不同|区别|差异|异同|相同|创新|主要|各自|分别|总体|整体|概况|优势|发展|情况|介绍|总结|归纳|抓|搞|各|提出|采取|实施|明确|要求"
)
_WAY = pattern(
    r"把[^，。]{1,20}作为|利用[^，。]{1,10}(?:资源|优势)|以[^，。]{1,16}(?:为|招|引)|围绕|聚焦|依托|瞄准|紧盯|立足|突出|采取|实行|推行|探索|创新|建立|组建"
    r"|设立|成立|出台|梳理|聘请|选派|盘活|搭建|打造|举办|对接|走访|拜访|机制|模式|清单|专班|基金|链主|链长|以商|场景|驻点"
    r"|[一-鿿]{1,3}招商(?=[、”，。；])|飞地|上门|敲门|叩门|招商大使|合伙人|“[^”]{2,16}”"
)
_KIND = pattern(
    r"(?:产业链|供应链|以商|以企|基金|资本|园区|场景|驻点|节会|会展|展会|飞地|科技|平台|顾问|中介|委托)招商"
)
_LEAD_CHARS = 24  # of the sentence before, where it is a heading
_AIMED_AT = pattern(r"(?:对|向|面向|针对)(?!外)[一-鿿]{1,6}(?:招商|引资|招引)")  # 对日韩招商: one part of it
_OF_INVESTMENT = pattern(r"招商|招引|引资|签约|项目|企业|产业|投资|客商|外资")
_WANTING = pattern(
    r"(?:短板|不足|差距|问题|困难)[^，。]{0,6}(?:不少|较多|突出|明显|仍然|依然|：|:)|一是[^；。]{2,20}不[高足强够]"
)
_MEANT = pattern(
    r"[，,]?[^，,“”]{0,12}将(?:以|围绕|聚焦|继续|加快|进一步)"
)  # what will be done is no way yet
_SPOKEN = pattern(r"(?:说|表示|介绍|称)[。”]?$|^“")
_MOST_PLACES, _OF_ONE = 12, 3  # places told of, and sentences of one place alone
_ROOM, _SHARE = 320, 90  # characters of an answer about one place, and of each of several
_ALIKE = 0.6  # of the character pairs of the shorter of two sentences


def tell_ways(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """What the places asked about do to attract investment, up to three sentences of one, one of each of
    several; None for a question that asks for more than that, or where nothing tells it."""
    if not _asks_ways(frame):
        return None
    places = _places_meant(frame, collection)
    told = {place: _sentences_of(place, frame, collection) for place in places}
    known = {place: ways for place, own in told.items() if (ways := _ways_of(own))}
    if len(places) == 1 and places[0].level == "district" and not told[places[0]]:
        # A list of figures may name it: that tells of no way.
        return Draft(refused=True, refusal=f"资料没有说到{places[0].name}的招商做法。")
    if len(known) < min(len(places), 2):
        return None
    if len(places) == 1:
        ways = next(iter(known.values()))
        return _of_one(_of_kind(ways, frame.text) or ways)
    labels = _labelled(places, told, frame, collection) if len(places) > _FEW else {}
    if len(labels) > len(places) / 2:  # a box of them all: 甲区：招建并进
        known = {place: [labels[place]] for place in places if place in labels}
    statements = tuple(_statement(ways[0], place, limit=_SHARE) for place, ways in known.items())
    silent = [place.name for place in frame.places if place in told and place not in known]
    return Draft(statements=statements, notes=(f"资料没有说到{'、'.join(silent)}的做法",) if silent else ())


def _of_kind(ways: Sequence[Sentence], question: str) -> list[Sentence]:
    """The ways that name the kind of attraction asked about: 产业链招商, 以商招商."""
    kind = _KIND.search(question)
    return [one for one in ways if kind and kind.group() in f"{one.text}{one.before[-_LEAD_CHARS:]}"]


def _asks_ways(frame: QuestionFrame) -> bool:
    rest = [term for term in frame.terms if not _GENERAL.search(term) or len(_GENERAL.sub("", term)) > 1]
    about = re.search(r"招商|引资|招引", frame.text) and not _AIMED_AT.search(frame.text)
    asked = _ASKED.search(frame.text) and about and not (rest or frame.names or frame.asks_number)
    return bool(asked) and bool(frame.places or _EVERY.search(frame.text))


def _places_meant(frame: QuestionFrame, collection: Collection) -> Sequence[Place]:
    """The places named; of a city whose districts are asked about, or of none, the districts told of most."""
    if frame.places and not (_EVERY.search(frame.text) and all(p.level == "city" for p in frame.places)):
        return frame.places
    cities = {place.name for place in frame.places}
    local = [one for one in collection.places.places if one.level in ("district", "zone") and one.city]
    within = [place for place in local if not cities or place.city in cities]
    within.sort(key=lambda place: place.level == "zone")  # districts before the zones in them
    return within[:_MOST_PLACES]


def _sentences_of(place: Place, frame: QuestionFrame, collection: Collection) -> list[Sentence]:
    asked = replace(frame, text=f"{place.name}招商引资的做法", places=(place,))
    found = candidate_sentences(asked, collection, k=12)
    found = [one for one in found if not tells_besides(one.folded, frame.text)]
    if place in frame.places:  # of all districts a sentence that goes through them tells best
        parts = [own_part(one, place) for one in found]
        found = [part if _says_way(part) > 0 else one for part, one in zip(parts, found, strict=True)]
    return [one for one in found if is_told_of(one, place, collection)]


def _ways_of(own: Iterable[Sentence]) -> list[Sentence]:
    """Those of a place's sentences that tell what it does, the most telling first."""
    scored = [(score, -one.rank, -one.start, one) for one in own if (score := _says_way(one)) > 0]
    return [one for *_, one in sorted(scored, key=lambda found: found[:3], reverse=True)]


def is_told_of(sentence: Sentence, place: Place, collection: Collection) -> bool:
    """Whether the sentence is about the place and no neighbour of it; where its investors are from is no
    matter."""
    text = _SEAT_OF.sub("", sentence.text)
    said = (name for name in sentence.places if short_name(name) in text)  # it may be part of one
    named = [collection.places.get(name) for name in said if name != place.name]
    beside = [other for other in named if other is not None and _is_neighbour(other, place)]
    topic = collection.places.get(sentence.topic) if sentence.topic not in ("", place.name) else None
    if topic is not None and _is_neighbour(topic, place) and place.name not in sentence.places:
        return False  # though the title names the one asked about as well
    silent = topic is None or (not topic.city and topic.name != place.city)  # 南京 is where its trials are
    over = f"{sentence.section}{sentence.document.title if silent else ''}"
    headed = short_name(place.name) in over
    if not headed and _only_visited(sentence.text, place):
        return False
    return not beside and (headed or place.name in (sentence.topic, *sentence.places))


# 作为乙开发区所在地，甲区…: only says where the zone lies
_SEAT_OF = pattern(r"作为[^，。]{2,20}(?:所在地|核心区|主阵地|承载地|载体)(?=，)")


def _is_neighbour(other: Place, place: Place) -> bool:
    """Whether two places lie in one city; a zone that no city's name tells of lies in its paper's."""
    return other.city == place.city != "" or (other.level == "zone" and not other.city)


def _only_visited(text: str, place: Place) -> bool:
    """赴北京、深圳等地招商 is what those do who go there."""
    called = short_name(place.name)
    gone = re.findall(rf"(?:赴|前往|奔赴|来自|走进|到|去)(?:[一-鿿]{{2,5}}[、和])*{called}", text)
    return 0 < text.count(called) == len(gone)


def _labelled(
    places: Sequence[Place],
    told: Mapping[Place, Sequence[Sentence]],
    frame: QuestionFrame,
    collection: Collection,
) -> dict[Place, Sentence]:
    """The line that begins with the place's name and a colon, of each place that has one."""
    around = candidate_sentences(frame, collection)
    found: dict[Place, Sentence] = {}
    for place in places:
        heads = tuple(f"{name}{mark}" for name in (place.name, place.short) for mark in "：:")
        said = [one for one in (*told[place], *around) if one.text.lstrip(_BULLETS).startswith(heads)]
        lines = [one for one in said if one.text.rstrip().endswith(("。", "；", ";"))]  # no heading
        if lines:
            found[place] = lines[0]
    return found


_BULLETS = " *#·●\u3000"
_FEW = 3  # places: a box tells of more


def _says_way(sentence: Sentence) -> float:
    """How much a sentence tells of what is done rather than of what came of it; 0 for none of it."""
    text = sentence.text
    around = f"{sentence.section}{text}{sentence.before}{sentence.after}"
    if (
        sentence.columns
        or _WANTING.search(text)
        or len(text) < 15
        or announces(text)
        or not _OF_INVESTMENT.search(around)
    ):
        return 0.0
    ways = len({match.group()[:2] for match in _WAY.finditer(text)})
    figures = sum(bool(quantity.unit) for quantity in find_quantities(text))
    spoken = 0.5 if _SPOKEN.search(text.strip()) else 0.0
    meant = 1.0 if _MEANT.search(text) else 0.0
    return ways - 0.4 * max(0, figures - 1) - spoken - meant


def _of_one(ways: Iterable[Sentence]) -> Draft:
    """The most telling sentences within the room, as the document orders them."""
    room, kept = _ROOM, list[Sentence]()
    for one in ways:
        if len(kept) < _OF_ONE and len(one.text) <= room and not any(_repeats(one, other) for other in kept):
            kept.append(one)
            room -= len(one.text)
    kept.sort(key=lambda one: (one.document.id, one.start))
    return Draft(statements=tuple(_statement(one, None, limit=_ROOM) for one in kept))


def _repeats(one: Sentence, other: Sentence) -> bool:
    """Whether most of what one says is in the other: a lead and the paragraph that takes it up."""
    ours, theirs = ({*map("".join, pairwise(each.folded))} for each in (one, other))
    return len(ours & theirs) > _ALIKE * min(len(ours), len(theirs))


def _statement(sentence: Sentence, place: Place | None, *, limit: int) -> Statement:
    text = cut(as_printed(sentence.text), limit)
    if place is not None and short_name(place.name) not in text:
        text = f"{place.name}：{text}"
    return Statement(text=text, evidence=(sentence.evidence(),))
