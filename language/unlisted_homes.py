"""What are the divisions that the national table has not, and in which city does each lie?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from language.pattern import pattern
from language.place_table import Place, national, short_name
from language.unlisted_divisions import is_unlisted_division
from language.value import value

_OF_A_PROVINCE = pattern("[全我]省(?!级)|省委|各市(?!场)")
_MORE = 1.5  # times as often as another 市 is the one named in which that lies
_SEVERAL = 2  # districts and counties that a city's own paper tells of


def unlisted_places(
    counts: Mapping[str, int], text: str, *, home: str = "", homes: Mapping[str, str] | None = None
) -> dict[str, Place]:
    """The divisions of `counts` that the table has not: what each is, and in which city it lies.

    `home` is the city of the table that the text is mostly about; `homes`, where it is known already, says of
    a name the city it lies in, "" of a city.
    """
    names = [name for name in counts if is_unlisted_division(name)]
    if not names:
        return {}
    if homes is None:
        homes = _homes(names, counts, text, home=home)
    return {
        name: Place(name=name, level="district" if homes.get(name) or name[-1] != "市" else "city",
                    city=homes.get(name, ""))
        for name in names
    }  # fmt: skip


def _homes(names: list[str], counts: Mapping[str, int], text: str, *, home: str) -> dict[str, str]:
    """In which city each lies: in the one that is told of most, be it of the table or not."""
    told = {name: text.count(short_name(name)) for name in names if name[-1] == "市"}
    leading = max(told, key=lambda name: (told[name], name), default="")
    if not leading or (home and text.count(short_name(home)) >= told[leading]):
        return dict.fromkeys(names, home)
    beside = sum(name[-1] != "市" for name in names)
    first = min(told, key=text.find)
    if beside >= _SEVERAL and told[first] * _MORE >= told[leading]:
        leading = first  # a city is named before what lies in it
    alone = _OF_A_PROVINCE.search(text) is None
    return {
        name: leading
        for name in names
        if name != leading
        and (name not in told or (alone and (beside >= _SEVERAL or told[leading] >= _MORE * told[name])))
    }


@value
class Told:
    """How many figures a document of this title has of a place."""

    document_id: str
    title: str
    place: str
    figures: int


def homes_among(names: Iterable[str], told: Iterable[Told]) -> dict[str, str]:
    """In which city each of the `names` lies that the table has not, "" for one that is a city itself: in the
    city that the documents which tell of it are titled by and tell of most."""
    documents: dict[str, list[Told]] = {}
    for one in told:
        documents.setdefault(one.document_id, []).append(one)
    return {
        name: _home_among(
            name, [each for each in documents.values() if any(one.place == name for one in each)]
        )
        for name in filter(is_unlisted_division, names)
    }


def _home_among(name: str, documents: Sequence[Sequence[Told]]) -> str:
    """`documents` are those that tell of the place."""
    weights = Counter({name: 0})
    for one in chain.from_iterable(documents):
        if one.place == name or _may_hold(one.place):
            weights[one.place] += one.figures + _TITLED * one.title.count(short_name(one.place))
    leading = max(weights, key=lambda city: (weights[city], city))
    if name[-1] != "市":
        del weights[name]
        return max(weights, key=lambda city: (weights[city], city), default="")
    districts = {one.place for each in documents for one in each if _is_district(one.place)}
    return "" if leading == name or len(districts) < _SEVERAL else leading


def _is_district(name: str) -> bool:
    return name[-1:] != "市" and is_unlisted_division(name)


_TITLED = 5  # figures that a title says as much as


def _may_hold(name: str) -> bool:
    told = national().get(name)
    return name[-1:] == "市" if told is None else any(place.level == "city" for place in told)
