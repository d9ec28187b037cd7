"""Which districts does a text name that the national table has not: 伊滨区5.6亿元 beside 孟津区3.4亿元?"""

from __future__ import annotations

import re
from collections import Counter

from language.bare_zone import ZONE_KIND
from language.place_table import national

_COUNTED = re.compile(r"(?<![一-鿿])(?P<name>[一-鿿]{2,3}区)(?=[(（]?\d)")
_MAY_COUNT = re.compile(r"区[(（]?\d")  # quick to tell; the pattern looks back at every character
_CALLED = re.compile(rf"(?P<name>[一-鿿]{{2,3}}区)[(（]{ZONE_KIND}[)）]")
_NO_NAME = re.compile(
    r".*(?:[园社片城郊矿山库辖校厂街小灾林湖能聚范验发展新港税济游假作护地县市管居军禁景商务产试心域各全该我本两三四五六七八九十]区)$"
    r"|^[各全该我本其在和与及于是为从对等个以]"
)
_LEAST_TOLD = 2


def functional_districts(text: str) -> Counter[str]:
    """Districts that a city runs without their being divisions of the country, with how often they are named.

    A name counts where districts of the table are told of with figures in the same way, or where what it is
    stands in brackets behind it (伊滨区（经开区）).
    """
    counted = {match["name"] for match in _COUNTED.finditer(text)} if _MAY_COUNT.search(text) else set()
    known = counted & national().keys()
    called = {match["name"] for match in _CALLED.finditer(text)} if "区（" in text or "区(" in text else set()
    found = called | (counted if known else set())
    return Counter(
        {
            name: text.count(name)
            for name in found
            if name not in national()
            and not _NO_NAME.match(name)
            and (name in called or text.count(name) >= _LEAST_TOLD)
        }
    )
