"""By which names may a text call the zones it names: by their head, their kind alone, another word for it?"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from language.bare_zone import ZONE_KIND, bare_zones, does_alone, zone_variants
from language.pattern import pattern
from language.place_table import Place, national
from language.words import is_known, word_tags
from language.zone_names import zone_head

_KIND = pattern(ZONE_KIND)
_KIND_AT_END = pattern(f"{ZONE_KIND}$")
_WORDS = (["n"], ["nr"], ["nz"], ["nt"], ["v"], ["vn"], ["a"])
_NAMING = ("ns", "nr", "nz", "nt", "s")  # parts of speech of what may be called so


def add_zone_surfaces(
    text: str, zones: Counter[str], *, surfaces: dict[str, Place], counts: Counter[str]
) -> None:
    """Adds to `surfaces` what the `zones` of a text may be called, and to both the zones it names by kind."""
    _settle_zone_heads(surfaces, counts)
    _add_variants(
        surfaces
    )  # before what a zone is called by its kind alone, which is then the longest name's
    _add_zones_by_suffix(zones, surfaces)
    _add_bare_zones(text, zones, surfaces, counts)
    _add_the_only_one(text, surfaces)
    _add_as_of_the_city(surfaces)
    _add_clipped_parks(surfaces)


_PARK = pattern("(?P<of>[一-鿿]{2,8}?)(?:产业|科技)?园区?")


def _add_clipped_parks(surfaces: dict[str, Place]) -> None:
    """生物医药园 and 医药园 of 生物医药产业园, where no other park of the text may be called so."""
    parks = {place.name: place for place in surfaces.values() if place.level == "zone" and not place.city}
    called: dict[str, list[Place]] = {}
    for name, place in parks.items():
        if (named := _PARK.fullmatch(name)) is not None:
            of = named["of"]
            for short in {of, of[:2], of[-2:]} if len(of) <= _TWO_WORDS else {of}:
                called.setdefault(f"{short}园", []).append(place)
    for short, places in called.items():
        if len(places) == 1:
            surfaces.setdefault(short, places[0])


_TWO_WORDS = 4  # characters


def _add_as_of_the_city(surfaces: dict[str, Place]) -> None:
    """市开发区 of a list of districts, 六安市开发区: the zone that is called after its city alone."""
    for place in [one for one in surfaces.values() if one.level == "zone" and one.city]:
        if place.name == f"{place.city.removesuffix('市')}{_PLAIN}":
            surfaces.setdefault(f"市{_PLAIN}", place)
            surfaces.setdefault(f"{place.city}{_PLAIN}", place)


def _settle_zone_heads(surfaces: dict[str, Place], counts: Counter[str]) -> None:
    """上合 is 上合示范区 in a text that says so more often than 上合新区."""
    zones = {place.name: place for place in surfaces.values() if place.level == "zone"}
    for place in zones.values():
        held = surfaces.get(zone_head(place.name))
        if held is not None and held.level == "zone" and counts[held.name] < counts[place.name]:
            surfaces[zone_head(place.name)] = place


def _add_zones_by_suffix(zones: Counter[str], surfaces: dict[str, Place]) -> None:
    """高新区 alone is 青岛高新区 where the text knows one such zone."""
    by_suffix: dict[str, list[str]] = {}
    named = {place.name for place in surfaces.values() if place.level == "zone"}
    for name in sorted(named | zones.keys()):
        match = _KIND_AT_END.search(name)
        if (
            match
            and len(match.group()) >= 3
            and match.group() not in ("开发区", "示范区", "经济区", "功能区")
        ):
            by_suffix.setdefault(match.group(), []).append(name)
    for suffix, names in by_suffix.items():
        of_city = [name for name in names if surfaces[name].city] if len(names) > 1 else names
        if len(of_city) == 1:  # 银川经开区 beside a county's 灵武经开区: the city's is called so alone
            surfaces.setdefault(suffix, surfaces[of_city[0]])


def _add_variants(surfaces: dict[str, Place]) -> None:
    """徐州经开区 is 徐州经济技术开发区; where a text says both, its longest name is the zone's."""
    named = {place.name for place in surfaces.values()}
    zones = {name for name in named if _KIND.search(name) or name.endswith("片区")}
    heads = Counter(head for name in zones for head in _developed(name))
    for name in sorted(zones, key=lambda one: (-len(one), one)):
        plain = [f"{head}{_PLAIN}" for head in _developed(name) if heads[head] == 1 and "高新" not in name]
        for variant in (
            *zone_variants(name),
            *plain,
            *_without_city(surfaces[name]),
            *_clipped(surfaces[name]),
        ):
            if variant in zones and surfaces[name].name == name:
                surfaces[variant] = surfaces[name]
            else:
                surfaces.setdefault(variant, surfaces[name])


def names_of(place: Place) -> frozenset[str]:
    """The full names that papers call a place by: 航空经开区, 汉中航空经开区 of 汉中航空经济技术开发区."""
    others = _without_city(place) if place.level == "zone" else ()
    return frozenset((place.name, *zone_variants(place.name), *others))


def _without_city(zone: Place) -> tuple[str, ...]:
    """稀土高新区 of 包头稀土高新技术产业开发区, though no 高新区 of 西安高新区."""
    name = zone.name.removeprefix(zone.city.removesuffix("市")) if zone.city else zone.name
    named = name != zone.name and len(zone_head(name)) > 1 and not _KIND.fullmatch(name)
    named = named and name != "片区" and name not in national()  # 长治浦东新区 is no 浦东新区
    return (name, *zone_variants(name)) if named else ()


_TRADE = pattern("(?P<trade>[一-鿿]{2,4})(?:经济(?:技术)?开发区|经开区)")


def _clipped(zone: Place) -> tuple[str, ...]:
    """长春汽开区 of 长春汽车经济技术开发区: 汽 of the trade it is for, 开 of what it is."""
    city = zone.city.removesuffix("市")
    rest = zone.name.removeprefix(city) if city else zone.name
    match = _TRADE.fullmatch(rest) if rest != zone.name else None
    clipped = f"{match['trade'][0]}开区" if match else ""
    return (f"{city}{clipped}", clipped) if clipped and clipped not in ("经开区", "高开区") else ()


_PLAIN = "开发区"
_DEVELOPED = pattern("(?P<head>.{2,})(?:(?:经济|高新)(?:技术)?(?:产业)?开发区|经开区|高新区)")


def _developed(name: str) -> tuple[str, ...]:
    """葛店 of 葛店经济技术开发区, which is 葛店开发区 where there is no 葛店高新区 too."""
    match = _DEVELOPED.fullmatch(name)
    return (match["head"],) if match else ()


def _add_bare_zones(text: str, zones: Counter[str], surfaces: dict[str, Place], counts: Counter[str]) -> None:
    """高新区签约24个 in a report of 绵阳 is 绵阳高新区, where the text names no zone of that kind in full."""
    for kind, hits in bare_zones(text).items():
        home = _home(surfaces, counts)
        ours = {place.name: place for place in surfaces.values()}
        same = [place for name, place in ours.items() if name.endswith(kind)]
        if len(same) == 1:  # 新区 of 金普新区's own paper
            surfaces.setdefault(kind, same[0])
        if home is None or kind in surfaces or any(name.endswith(kind) for name in zones):
            continue
        zone = Place(name=f"{home.short}{kind.removeprefix('市')}", level="zone", city=home.city or home.name)
        surfaces[kind] = zone
        surfaces.setdefault(zone.name, zone)
        counts[zone.name] += hits


def _add_the_only_one(text: str, surfaces: dict[str, Place]) -> None:
    """开发区到位资金12亿元 in a paper that names one 经济开发区 and no other such zone is of that one."""
    named = {place.name: place for place in surfaces.values()}
    ours = [place for name, place in named.items() if _developed(name) or name.endswith(_PLAIN)]
    if len(ours) == 1 and _PLAIN not in surfaces and does_alone(text, _PLAIN):
        surfaces[_PLAIN] = ours[0]


def _home(surfaces: dict[str, Place], counts: Counter[str]) -> Place | None:
    """Whose zones a text speaks of: the one district that outweighs its city, else the city."""
    places = {place.name: place for place in surfaces.values()}.values()
    districts = [place for place in places if place.level == "district"]
    cities = [place for place in places if place.level == "city"]
    city = max(cities, key=lambda place: (counts[place.name], place.name), default=None)
    if city is None:
        named = {place.city for place in districts}
        known = national().get(named.pop(), ()) if len(named) == 1 else ()
        city = known[0] if known else None
    if len(districts) == 1 and (not cities or city is None or counts[districts[0].name] > counts[city.name]):
        return districts[0]
    return city


@lru_cache(maxsize=1 << 14)
def is_word(place: Place) -> bool:
    """研究新区 is never called 研究: the head of a learnt zone may be a word that names nothing, or the
    country."""
    # 智慧市, of no table: 智慧 alone is a word, and 河南 a province.
    if place.level != "zone" and not place.code:
        listed = any(f"{place.short}{kind}" in national() for kind in "省市区县")
        return listed or (is_known(place.short) and [tag for _, tag in word_tags(place.short)][:2] in _WORDS)
    if place.level == "zone" and place.short == "中国":
        return True
    if place.level != "zone" or not is_known(place.short):
        return False
    return not word_tags(place.short)[0][1].startswith(_NAMING)
