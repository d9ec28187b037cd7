"""Which place is a text about, of all that it names?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from language.place_table import Place, lies_in, national

# 木石镇 of a list is not what a paper is about, nor is the park of a zone.
_TOWN = re.compile(r"(?:镇|乡|街道|(?<!工业)园区|园)$")


def home_place(places: Iterable[Place], counts: Mapping[str, int]) -> Place | None:
    """The innermost place that holds most of what is told: 徐州市 of a report that names it once and each
    of its districts three times, 邳州市 of one that names its neighbours in passing; None where none is.

    `counts` says by full name how often each is named.
    """
    told = (place for place in places if counts.get(place.name) and not _TOWN.search(place.name))
    named = sorted(told, key=lambda place: place.name)
    weights = Counter[str]()  # how often a city is named, what lies in it included
    for place in named:
        weights[place.city or place.name] += counts[place.name]
    if not weights:
        return None
    leading = max(weights, key=lambda name: (weights[name], name))
    city = next((place for place in (*named, *national().get(leading, ())) if place.name == leading), None)
    if city is None or _is_one_of_several(city, weights):
        return None
    return _province_of(city, named, counts, weights) or _local(city, named, counts) or city


def _is_one_of_several(place: Place, weights: Counter[str]) -> bool:
    """Whether a district of no city that the text names is one of those it tells of: 全市 is none of them."""
    return place.level == "district" and not place.city and 2 * weights[place.name] < weights.total()


def _province_of(
    city: Place, named: Sequence[Place], counts: Mapping[str, int], weights: Mapping[str, int]
) -> Place | None:
    """The province, where it is named more than any place of the leading city, or its other cities together
    are told of more than that."""
    most = max(counts[place.name] for place in named if city.name in (place.name, place.city))
    for province in named:
        if province.level == "province" and lies_in(city.name, province.name):
            others = [name for name in weights if name != city.name and lies_in(name, province.name)]
            elsewhere = sum(weights[name] for name in others) if len(others) > 1 else 0
            return province if counts[province.name] > most or elsewhere > weights[city.name] else None
    return None


def _local(city: Place, named: Iterable[Place], counts: Mapping[str, int]) -> Place | None:
    """The district or zone that is named as often as all others of the city, and no less than the city."""
    within = [place for place in named if place.city == city.name]
    best = max(within, key=lambda place: (counts[place.name], place.name), default=None)
    if best is None or counts.get(city.name, 0) > counts[best.name]:
        return None
    if counts.get(city.name, 0) == counts[best.name] and best.name.endswith("市"):
        return None  # 全市 is the city's as well
    beside = sum(counts[place.name] for place in within) - counts[best.name]
    return best if counts[best.name] >= beside else None
