"""Which provinces, cities, districts and zones does the country have, and what lies in what?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Literal

from language.everyday_name import everyday_name

Level = Literal["province", "city", "district", "zone"]

_SHORT = re.compile(
    r"(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|自治旗|新区|特区|林区|"
    r"地区|省|市|区|县|旗|盟)$"
)


@dataclass(frozen=True, kw_only=True)
class Place:
    """One place: `name` in full as papers print it, 恩施州, not 恩施土家族苗族自治州; `city` that of the city
    it lies in, "" for cities and provinces."""

    name: str
    level: Level
    city: str = ""
    code: str = ""

    @property
    def short(self) -> str:
        """The everyday name: 即墨 for 即墨区; the full name where nothing is left."""
        return short_name(self.name)


_ZONE = re.compile(r"(?:高新技术产业开发区|高新区|经开区|(?<!经济)(?<!技术)开发区|经济区)$")


@lru_cache(maxsize=8192)  # of the country's names each is asked for again and again
def short_name(name: str) -> str:
    """青岛市 → 青岛, 西海岸新区 → 西海岸, 仲恺高新区 → 仲恺; a name that would lose all but one character or
    be a city's or a district's (合肥高新区) stays whole."""
    if (zone := _ZONE.search(name)) is not None:
        head = name[: zone.start()]
        taken = head in cities_by_short() or any(f"{head}{kind}" in national() for kind in "区县市旗")
        return name if taken or len(head) < 2 else head
    if name in _prefectures():
        return name[:-1]
    short = _SHORT.sub("", name)
    return short if len(short) >= 2 else name


@lru_cache(maxsize=1)
def national() -> dict[str, tuple[Place, ...]]:
    """Full name → the places that bear it; several districts of the country share names, and what is called
    shorter every day than by law stands under both names."""
    legal, names = _legal_names(), _everyday_names()
    found: dict[str, list[Place]] = {}
    for code, name in names.items():
        level: Level = {2: "province", 4: "city"}.get(len(code), "district")  # type: ignore[assignment]
        if (len(code) == 6 and code[2:4] == "90") or (len(code) == 2 and name.endswith("市")):
            level = "city"  # 仙桃市 is run by its province; 北京市 is city and province in one
        city = names.get(code[:4]) or names.get(code[:2], "") if level == "district" else ""
        place = Place(name=name, level=level, city=city, code=code)
        for surface in {name, legal[code]}:
            found.setdefault(surface, []).append(place)
    for line in _lines("zones.tsv"):
        name, code, _ = line.split("\t")
        city = names.get(code) or names[code[:2]]
        found[name] = [Place(name=name, level="district", city=city, code=code + "zz")]
    return {name: tuple(places) for name, places in found.items()}


def _lines(table: str) -> list[str]:
    return (resources.files("language") / "data" / table).read_text("utf-8").splitlines()


@lru_cache(maxsize=1)
def _legal_names() -> dict[str, str]:
    return dict(line.split("\t") for line in _lines("places.tsv"))


@lru_cache(maxsize=1)
def _everyday_names() -> dict[str, str]:
    """The name of each code; 河南蒙古族自治县 keeps its own, for 河南县 is no county to most readers."""
    legal = _legal_names()
    provinces = {_SHORT.sub("", name) for code, name in legal.items() if len(code) == 2}
    called = {code: everyday_name(name) for code, name in legal.items()}
    return {code: legal[code] if name[:-1] in provinces and len(code) == 6 else name
            for code, name in called.items()}  # fmt: skip


@lru_cache(maxsize=1)
def legal_names() -> dict[str, str]:
    """恩施州 → 恩施土家族苗族自治州: those that are called shorter every day than by law."""
    legal = _legal_names()
    return {name: legal[code] for code, name in _everyday_names().items() if legal[code] != name}


@lru_cache(maxsize=1)
def _prefectures() -> frozenset[str]:
    """凉山州, which 凉山 alone means; not 恩施州, for 恩施市 lies in it."""
    called = _everyday_names()
    names = set(called.values())
    found = {called[code] for code in called if len(code) == 4 and called[code] in legal_names()}
    return frozenset(name for name in found if not any(f"{name[:-1]}{kind}" in names for kind in "省市县"))


@lru_cache(maxsize=1)
def same_place() -> dict[str, str]:
    """Short names of districts that are run as one with a zone: 黄岛 → 西海岸新区."""
    pairs = (line.split("\t") for line in _lines("zones.tsv"))
    return {district: zone for zone, _, district in pairs if district}


@lru_cache(maxsize=1)
def cities_by_short() -> dict[str, Place]:
    """青岛 → 青岛市: the short names of cities and provinces, which stand alone in any text."""
    pairs: dict[str, Place] = {}
    for places in national().values():
        for place in places:
            if place.level in ("city", "province") and len(place.short) >= 2 and place.short != place.name:
                pairs.setdefault(place.short, place)
    return pairs


@lru_cache(maxsize=4096)
def is_place(name: str) -> bool:
    """Whether the national table knows the full or short name of a city, or the full name of a district."""
    return name in national() or name in cities_by_short()


@lru_cache(maxsize=1)
def openings() -> frozenset[str]:
    """The first two characters of everything that `is_place` knows."""
    return frozenset(name[:2] for name in (*national(), *cities_by_short()))


@lru_cache(maxsize=4096)  # asked of every row
def cities_with(name: str) -> tuple[str, ...]:
    """The cities that have a district of this name, where there are several: 鼓楼区 lies in four."""
    cities = tuple(place.city for place in national().get(name, ()) if place.level == "district")
    return cities if len(cities) > 1 else ()


@lru_cache(maxsize=1 << 14)
def cities_of(name: str) -> frozenset[str]:
    """The cities that places of this full name are or lie in; none for a province or a name of no table."""
    places = national().get(name, ())
    return frozenset(
        place.city if place.level == "district" else place.name
        for place in places
        if place.level in ("district", "city")
    )


@lru_cache(maxsize=1 << 14)
def lies_in(inner: str, outer: str) -> bool:
    """Whether a place of the first full name lies in one of the second: 海陵区 and 阜阳经开区 in their
    cities, a city in its province."""
    if inner == outer:
        return False
    wide = [place.code for place in national().get(outer, ()) if place.code]
    codes = [place.code for place in national().get(inner, ())]
    if not codes:  # a zone learnt from texts is called after its city
        codes = [city.code for size in (4, 3, 2) for city in [cities_by_short().get(inner[:size])] if city]
        return any(code.startswith(own) for own in wide for code in codes)
    return any(code != own and code.startswith(own) for own in wide for code in codes)


def province_of(name: str) -> Place | None:
    """The province that a city or a district of no second place's name lies in; None for what the table does
    not know."""
    codes = {place.code[:2] for place in national().get(name, ()) if place.code}
    return _provinces().get(codes.pop()) if len(codes) == 1 else None


@lru_cache(maxsize=1)
def _provinces() -> dict[str, Place]:
    return {
        place.code: place for places in national().values() for place in places if place.level == "province"
    }
