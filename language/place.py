"""Places: provinces, cities, districts and zones, the names a text uses for them, and what lies in what.

The national table knows the divisions down to the county; those it has not (`unlisted_divisions`) and zones
(上合示范区, 苏州工业园区) are learnt from the texts. Short names are too: 即墨 is 即墨区 only where the text
or the collection names that district or its city.
"""

from __future__ import annotations

import operator
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from language.bare_zone import is_counted, zone_beside
from language.full_names import full_names
from language.functional_districts import functional_districts
from language.openings import finder
from language.place_table import Level as Level
from language.place_table import Place as Place
from language.place_table import cities_by_short, legal_names, national, same_place
from language.place_table import is_place as is_place
from language.place_table import short_name as short_name
from language.place_words import (
    COMMON,
    ORDINARY,
    VAGUE,
    crosses_word,
    ends_word,
    inside_word,
)
from language.text import close_to_numbers
from language.unlisted_divisions import is_unlisted_division, own_place_in_short
from language.unlisted_homes import unlisted_places
from language.value import value
from language.zone_names import zone_head as zone_head
from language.zone_names import zone_names
from language.zone_surfaces import add_zone_surfaces, is_word


@value
class Mention:
    """A place named at `text[start:end]`."""

    place: Place
    start: int
    end: int


@lru_cache(maxsize=1)
def _cities_by_pair() -> dict[str, list[tuple[str, Place]]]:
    """The short names that are no words of their own, by their first two characters."""
    pairs: dict[str, list[tuple[str, Place]]] = {}
    for short, place in cities_by_short().items():
        if short not in COMMON:
            pairs.setdefault(short[:2], []).append((short, place))
    return pairs


@lru_cache(maxsize=1)
def _city_pairs() -> Callable[[str], set[str]]:
    return finder(_cities_by_pair())


def _openings(text: str, known: Mapping[str, object]) -> list[tuple[int, str]]:
    """Where two characters stand that are in `known`, and which, in order."""
    if len(known) > len(text):
        if known.keys().isdisjoint(map(operator.add, text, text[1:])):  # as mostly, and all in C
            return []
        return [(at, pair) for at, pair in enumerate(map(operator.add, text, text[1:])) if pair in known]
    here = [pair for pair in known if pair in text]  # of some twenty a sentence holds none or one
    return sorted((at, pair) for pair in here for at in _places_of(pair, text)) if here else []


def _places_of(part: str, text: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


@dataclass(frozen=True, kw_only=True)
class PlaceNames:
    """The places a text or a collection speaks of, by every name it may use for them."""

    surfaces: dict[str, Place] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Distinct places, the most named first, ties by name."""
        distinct = {place.name: place for place in self.surfaces.values()}
        return tuple(sorted(distinct.values(), key=lambda place: (-self.counts[place.name], place.name)))

    def get(self, name: str) -> Place | None:
        """The place a name stands for, or None."""
        return self.surfaces.get(name)

    def inside(self, city: str) -> frozenset[str]:
        """The names of the places that lie in a city."""
        return self._by_city.get(city, frozenset())

    @cached_property
    def _by_city(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for place in self.places:
            found.setdefault(place.city, set()).add(place.name)
        return {city: frozenset(names) for city, names in found.items()}

    @cached_property
    def _lengths(self) -> dict[str, tuple[int, ...]]:
        """The lengths of the names that begin with two characters, longest first."""
        found: dict[str, set[int]] = {}
        for name in self.surfaces:
            found.setdefault(name[:2], set()).add(len(name))
        return {opening: tuple(sorted(lengths, reverse=True)) for opening, lengths in found.items()}

    def _named(self, text: str) -> Iterator[tuple[int, str]]:
        """Where names stand and which, the longest at each place. Looked up, not matched: a collection of a
        hundred thousand passages knows thousands of places."""
        lengths, surfaces, end = self._lengths, self.surfaces, 0
        for at, opening in _openings(text, lengths):
            for size in lengths[opening] if at >= end else ():
                name = text[at : at + size]
                if name in surfaces:
                    yield at, name
                    end = at + size
                    break

    def find(self, text: str) -> list[Mention]:
        """Mentions in order, the longest name winning, never overlapping."""
        found: list[Mention] = []
        for start, name in self._named(text):
            place, end = self.surfaces[name], start + len(name)
            if found and found[-1].end == start:
                place = _of_city(place, found[-1].place)
                place = zone_beside(name, place, found[-1].place)
            beside = bool(found) and found[-1].end == start and found[-1].place.name == place.city
            word = name in ORDINARY and not beside and not _listed(text, start, end, found)
            word = word or is_counted(text, start, name)
            word = word or (name == place.name and crosses_word(text, start, end))
            word = word or _of_a_school(text, start, end)
            short = name != place.name and name[-1] != "区"
            if not word and not (short and inside_word(text, start, end)):
                end += _WAS_A_CITY.match(text, end) is not None and name == place.short
                end -= text.startswith("级", end) and name != place.short  # 胶州市级重点项目
                if found and _brackets(text, found[-1], start, end):  # 四川(广元): the city, of that province
                    found.pop()
                found.append(Mention(place=place, start=start, end=end))
        return found


def _brackets(text: str, province: Mention, start: int, end: int) -> bool:
    """Whether a place stands alone in brackets right behind a province."""
    right = province.place.level == "province" and province.end == start - 1
    return right and text[start - 1] in "(（" and text[end : end + 1] in (")", "）")


def _of_a_school(text: str, start: int, end: int) -> bool:
    """Whether a place stands in brackets behind a school, of whose name it is a part: 东海大学(青山)."""
    return (
        text[start - 1 : start] in ("(", "（")
        and text[end : end + 1] in (")", "）")
        and text.endswith(("大学", "学院"), 0, start - 1)
    )


_WAS_A_CITY = re.compile(r"市(?=[、,，。;；:：]|分别)")  # 即墨市 of a paper older than 即墨区


def _of_city(place: Place, city: Place) -> Place:
    """重庆市江北区 is not the 江北区 of 宁波 that the text names elsewhere."""
    return next((other for other in national().get(place.name, ()) if other.city == city.name), place)


_WITH_ITS_NUMBER = re.compile(r"\d[\d.]*(?:[个家次%]|[万亿]元)")
_IN_A_ROW = 8  # characters from one place of a list to the next: 13个，


def _listed(text: str, start: int, end: int, found: Sequence[Mention]) -> bool:
    """凤阳13个，天长12个: a word that stands with its number behind a place with its own is one too."""
    if not found or start - found[-1].end > _IN_A_ROW or text[start - 1] not in "，,、；;":
        return False
    return bool(_WITH_ITS_NUMBER.match(text, end) and _WITH_ITS_NUMBER.match(text, found[-1].end))


def _hits(short: str, text: str) -> int:
    """How often a city's short name stands in the text; of 复合肥, one word, 合肥 is none."""
    hits = text.count(short)
    if not 0 < hits <= _RARE:
        return hits
    return sum(not ends_word(text, at, at + len(short)) for at in _places_of(short, text))


_RARE = 3  # times: what is named more often is a place


def learn_places(
    text: str, *, known: Iterable[str] = (), homes: Mapping[str, str] | None = None
) -> PlaceNames:
    """The place names of one text, plus the `known` full names of its collection; `homes` says in which city
    those lie that the national table has not."""
    text = close_to_numbers(text)
    counts, zones = full_names(text), zone_names(text)
    zones.update(functional_districts(text))
    for name, hits in zones.items():
        counts[name] += hits
    for name in known:
        counts.setdefault(name, 0)
    city_hits = {
        place.name: hits
        for pair in sorted(_city_pairs()(text))
        for short, place in _cities_by_pair()[pair]
        if (hits := _hits(short, text))
    }
    if not known and (own := own_place_in_short(text)):
        rivals = (*city_hits.values(), *(counts[name] for name in counts if name in national()))
        if (hits := text.count(own[:-1])) > max(rivals, default=0):
            counts[own] += hits
    if not counts and not city_hits:
        return PlaceNames()
    cities = {name for name in (*counts, *city_hits) if name in national()}
    for name in VAGUE & counts.keys():
        if not any(place.city in cities for place in national().get(name, ())):
            del counts[name]
    surfaces: dict[str, Place] = {}
    main = max(city_hits, key=lambda name: (city_hits[name], name), default="")
    unlisted = unlisted_places(counts, text, home=main, homes=homes)
    for name in sorted(counts, key=lambda item: (-counts[item], item)):
        place = unlisted.get(name) or _chosen(name, cities, home=main)
        place = _as_it_is_now(place, cities) if name in unlisted else place
        surfaces[name] = surfaces[place.name] = place
        if place.name in legal_names():
            surfaces[legal_names()[place.name]] = place
        counts[place.name] = max(counts[place.name], counts[name])
        called = place.level == "zone" and any(f"{place.short}{kind}" in counts for kind in "区县市旗")
        if not is_word(place) and not called:  # 和林格尔 is 和林格尔县 beside 和林格尔新区
            surfaces.setdefault(place.short, place)
    for place in {surfaces[name] for name in counts}:
        if place.level == "city" and place.short in surfaces:
            surfaces[place.short] = place  # 通化 is 通化市 beside 通化县, though it is no word to look for
    for name, hits in city_hits.items():
        place = national()[name][0]
        surfaces.setdefault(place.name, place)
        surfaces[place.short] = place  # 长沙 is 长沙市, not 长沙县
        counts[name] = max(counts[name], hits)
    _add_clipped_cities(surfaces)
    _add_districts_by_short(text, surfaces, counts)
    add_zone_surfaces(text, zones, surfaces=surfaces, counts=counts)
    return PlaceNames(surfaces=surfaces, counts=counts)


def unlisted_names(text: str) -> frozenset[str]:
    """Full names of divisions that a folded text names and the national table has not."""
    names = frozenset(filter(is_unlisted_division, full_names(text)))
    if names or not own_place_in_short(text):
        return names
    return frozenset(filter(is_unlisted_division, learn_places(text).surfaces))


def _as_it_is_now(place: Place, cities: set[str]) -> Place:
    """宁乡市 for the 宁乡县 of a paper older than it, which names its city."""
    within = (one for city in cities for one in _districts_by_short().get(city, ()))
    return next((now for short, now in within if short == place.name[:-1]), place)


@lru_cache(maxsize=1)
def _districts_by_short() -> dict[str, tuple[tuple[str, Place], ...]]:
    """By city its districts, each behind its short name; but for those whose short name is a city's."""
    found: dict[str, list[tuple[str, Place]]] = {}
    for places in national().values():
        for place in places:
            if place.city and len(place.short) >= 2 and place.short not in cities_by_short():
                found.setdefault(place.city, []).append((place.short, place))
    return {city: tuple(places) for city, places in found.items()}


def _add_clipped_cities(surfaces: dict[str, Place]) -> None:
    """乌市 of a paper on 乌鲁木齐, whose name is long, unless it names another city of that character."""
    cities = {place.name: place for place in surfaces.values() if place.level == "city"}.values()
    firsts = Counter(place.short[0] for place in cities)
    for place in cities:
        if len(place.short) >= _LONG and place.name[-1] == "市" and firsts[place.short[0]] == 1:
            surfaces.setdefault(f"{place.short[0]}市", place)


_LONG = 3  # characters
_OFTEN = 4  # times that a district is named in a paper on it


def _add_districts_by_short(text: str, surfaces: dict[str, Place], counts: Counter[str]) -> None:
    """Districts named only in short (胶州, 黄岛) where their city is what the text is mostly about, or which
    are named more often than their city: 今日高密 speaks of 潍坊 in passing."""
    cities = [place.name for place in surfaces.values() if place.level == "city"]
    main = max(cities, key=lambda name: (counts[name], name), default="")
    for short, place in _districts_by_short().get(main, ()):
        if short in text and place.name not in surfaces:
            counts[place.name] += text.count(short)
            surfaces.setdefault(short, place)
            surfaces.setdefault(place.name, place)
    for city in sorted({*cities} - {main}):
        for short, place in _districts_by_short().get(city, ()):
            if short not in text or place.name in surfaces or is_word(place):
                continue
            if (hits := text.count(short)) >= _OFTEN and hits > counts[city]:
                counts[place.name] += hits
                surfaces.setdefault(short, place)
                surfaces.setdefault(place.name, place)
    for district, zone in same_place().items():
        if zone in surfaces:
            surfaces[district] = surfaces[short_name(district)] = surfaces[zone]


_SIZES_OF_SHORT = (2, 3, 4)  # characters; none of these short names begins with another


# 滨海新区, 江北新区: named by where they lie, as many cities name one; 西咸新区 and 雄安新区 are one each.
_BY_ITS_SITE = re.compile(r"(?:[滨临沿环][江海湖河港]|[江海湖河山城][东西南北])新区")


def _chosen(name: str, cities: set[str], *, home: str) -> Place:
    """Which of the places of one name is meant: the one whose city the text names.

    滨海新区 in a text of 茂名 that never speaks of 天津 is a zone of 茂名, whose `home` it is.
    """
    places = national().get(name)
    if places is None:
        heads = (cities_by_short().get(name[:size]) for size in _SIZES_OF_SHORT)
        level: Level = "city" if name.endswith("市") else "zone"
        return Place(name=name, level=level, city=next((city.name for city in heads if city), ""))
    near = [place for place in places if place.city in cities]
    if not near and home and _BY_ITS_SITE.fullmatch(name) and places[0].level == "district":
        return Place(name=f"{national()[home][0].short}{name}", level="zone", city=home)
    return near[0] if near else places[0]


def innermost(mentions: list[Mention]) -> list[Mention]:
    """宁波市鄞州区 names one place, the district; 渤海新区黄骅市, which have one government, the zone."""
    kept: list[Mention] = []
    for mention in mentions:
        last = kept[-1] if kept else None
        joined = last is not None and last.end == mention.start
        two_cities = last is not None and last.place.level == mention.place.level == "city"  # 甲市乙市对接会
        if joined and last is not None and last.place.level in ("city", "province") and not two_cities:
            kept[-1] = Mention(place=mention.place, start=last.start, end=mention.end)
        elif joined and last is not None and last.place.level == "zone" and mention.place.level == "district":
            kept[-1] = Mention(place=last.place, start=last.start, end=mention.end)
        elif joined and last is not None and last.place.level == mention.place.level == "zone":
            kept[-1] = Mention(place=mention.place, start=last.start, end=mention.end)  # 西部科学城重庆高新区
        else:
            kept.append(mention)
    return kept


# What follows a city whose short name is a word as well (大同今年签约多少), where a question opens with it.
_OF_A_CITY = (
    r"的?(?:今年|去年|前年|上年|近[两三几]年|20\d\d|截至|目前|全年|[上下]半年|[一二三四]季度|第[一二三四]季度|前[两二三]季度|\d{1,2}月|\d{1,2}[—-]|"
    r"有(?!色)|哪|各|签|招商|招引|引进|引资|开工|到位|实际|外资|新|一共|总共|投资|重点|经开区|高新区|开发区|对|给|和|与|跟|比)"
)


@lru_cache(maxsize=1)
def _opening_city() -> re.Pattern[str]:
    shorts = "|".join(sorted(COMMON & cities_by_short().keys()))
    return re.compile(rf"(?:请问|那么?|[，,])?(?P<city>{shorts})(?={_OF_A_CITY})")


def national_mentions(text: str) -> list[Mention]:
    """Cities and districts of the whole country that a short text such as a question names."""
    opens = _opening_city().match(text)
    return learn_places(text, known=[cities_by_short()[opens["city"]].name] if opens else []).find(text)


def places_in(text: str, *, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Canonical names of the places the text names, in order of first mention; `known` are full names that
    the document it is of has for some."""
    names = learn_places(text, known=known)
    return tuple(dict.fromkeys(mention.place.name for mention in names.find(text)))
