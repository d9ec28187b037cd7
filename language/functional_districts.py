"""Which districts does a text name that the national table has not: 伊滨区5.6亿元 beside 孟津区3.4亿元?"""

from __future__ import annotations

import re
from collections import Counter

from language.bare_zone import ZONE_KIND
from language.pattern import pattern
from language.place_table import national

_COUNTED = pattern(r"(?<![一-鿿])(?P<name>[一-鿿]{2,3}区)(?=[(（]?\d)")
_MAY_COUNT = pattern(r"区[(（]?\d")  # quick to tell; the pattern looks back at every character
_CALLED = pattern(rf"(?P<name>[一-鿿]{{2,3}}区)[(（]{ZONE_KIND}[)）]")
_NO_NAME = pattern(
    r".*(?:[园社片城郊矿山库辖校厂街小灾林湖能聚范验发展新港税济游假作护地县市管居军禁景商务产试心域各全该我本两三四五六七八九十]区)$"
    r"|^[各全该我本其在和与及于是为从对等个以]"
)
_LEAST_TOLD = 2
# 龙虎山景区签约项目6个 beside 月湖区签约项目17个
_AREA_DOES = pattern(
    r"(?<![一-鿿])(?P<name>[一-鿿]{2,6}(?:风景名胜区|风景区|景区|管理区|农场|林场))(?P<does>[一-鿿]{2})[^。；;，,]{0,8}?\d"
)
_RUN = pattern(  # 三清山风景名胜区管委会 runs it as a district is run
    r"(?<![一-鿿])(?P<name>[一-鿿]{2,6}(?:风景名胜区|风景区|景区|管理区))(?=(?:党工委、?)?管委会)"
)
_NO_AREA = pattern(r"^[各全该我本其在和与及]|[AＡ级个家]|旅游景区|重点景区|主要景区|国有")


def functional_districts(text: str) -> Counter[str]:
    """Districts that a city runs without their being divisions of the country, with how often they are named.

    A name counts where districts of the table are told of with figures in the same way, or where what it is
    stands in brackets behind it (伊滨区（经开区）).
    """
    counted = {match["name"] for match in _COUNTED.finditer(text)} if _MAY_COUNT.search(text) else set()
    known = counted & national().keys()
    called = {match["name"] for match in _CALLED.finditer(text)} if "区（" in text or "区(" in text else set()
    run = {match["name"] for match in _RUN.finditer(text)} if "管委会" in text else set()
    called |= _beside_their_city(text) if "区" in text else set()
    called |= _parks_side_by_side(text) if "园" in text else set()
    found = called | run | (counted if known else set()) | _areas_beside(text)
    return Counter(
        {
            name: text.count(name)
            for name in found
            if name not in national()
            and (name.endswith(_AREAS) or not _NO_NAME.match(name))
            and (name in called or name.endswith(_AREAS) or text.count(name) >= _LEAST_TOLD)
        }
    )


_NAMESAKE = pattern(r"(?<![一-鿿])(?P<short>[一-鿿]{2,3})区(?![域位间块镇级内划县直号政])(?=[一-鿿]{2,10}\d)")


def _beside_their_city(text: str) -> set[str]:
    """洪江区, which a city runs apart from the county-level 洪江市 of the same name."""
    shorts = {match["short"] for match in _NAMESAKE.finditer(text)}
    table = national()
    return {
        f"{one}区"
        for one in shorts
        if f"{one}区" not in table and any(place.level == "district" for place in table.get(f"{one}市", ()))
    }


_AREAS = ("景区", "名胜区", "管理区", "农场", "林场")


def _areas_beside(text: str) -> set[str]:
    """Scenic and other areas that a city runs like districts: they do what a district of the table does."""
    if not any(area in text for area in _AREAS):
        return set()
    found = {match["name"]: match["does"] for match in _AREA_DOES.finditer(text)}
    return {
        name for name, does in found.items() if not _NO_AREA.search(name) and _a_district_does(does, text)
    }


def _a_district_does(does: str, text: str) -> bool:
    before = re.finditer(rf"(?P<name>[一-鿿]{{1,5}}[区县市旗])(?:新)?{re.escape(does)}", text)
    return any(match["name"][at:] in national() for match in before for at in range(len(match["name"]) - 1))


_PARK_MAY_DO = pattern(r"园区?[^，。；;,\n]{0,10}(?:签约|引进|到位|产值)[^，。；;,\n]{0,6}\d")
_PARK_DOES = pattern(
    r"(?<![一-鿿“”（(])(?P<name>[一-鿿]{2,8}?(?:产业|科技|工业|创业|物流|装备|医药)园区?)(?![区内的里])"
    r"[^，。；;,\n]{0,10}?(?P<does>签约|引进|到位|产值)[^，。；;,\n]{0,6}\d"
)


def _parks_side_by_side(text: str) -> set[str]:
    """Parks that a zone tells of one beside the other, as a city of its districts: 光电产业园新签约项目16个，
    … 装备产业园新签约项目14个. One alone is a project as well."""
    if len(_PARK_MAY_DO.findall(text)) < _LEAST_TOLD:
        return set()
    does: dict[str, set[str]] = {}
    for match in _PARK_DOES.finditer(text):
        if not _NO_AREA.search(match["name"]):
            does.setdefault(match["does"], set()).add(match["name"])
    return {name for names in does.values() if len(names) >= _LEAST_TOLD for name in names}
