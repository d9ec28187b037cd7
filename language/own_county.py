"""Which county is a paper's own that says 我区 of it and names it in short alone: 武隆招商引资实现开门红?"""

from __future__ import annotations

import re
from functools import lru_cache

from language.place_table import Place, cities_by_short, national
from language.words import is_known, word_tags

_OURS = re.compile(r"我(?P<kind>[区县市旗])(?![场域])")
_WHOLE = re.compile(r"全(?P<kind>[区县])(?![域场])")
_PAPER = re.compile(
    r"^(?:今日)?(?P<of>[一-鿿]{2,4}?)(?:[日时新快晚]?报|发布|新闻网?|融媒)(?![一-鿿])", re.MULTILINE
)
_SHORT = (2, 3, 4)  # characters
_OFTEN = 3


def own_county(head: str, text: str) -> Place | None:
    """The county whose short name stands in the head of a paper (its title, its file's name, who prints it)
    and whose kind is the one that the folded text says 我 of; None where none or several do."""
    kinds = {match["kind"] for match in _OURS.finditer(text)} if "我" in text else set()
    found = [place for kind in kinds for place in _called(head, kind)]
    found = [place for place in found if not _is_titled_by_another_city(place, head)]
    named = {place.name: place for place in found if _names(place.short, text)}
    if not named and (paper := _PAPER.search(head)) and (whole := _WHOLE.search(text)):
        named = {place.name: place for place in _called(paper["of"], whole["kind"])}  # 全区 of 金坛时报
    return next(iter(named.values())) if len(named) == 1 else None


@lru_cache(maxsize=256)  # the opening and the first passage ask for the same
def _called(head: str, kind: str) -> tuple[Place, ...]:
    starts = [at for at in range(len(head)) if head[at - 1 : at + 1] not in cities_by_short()]  # 天津市
    shorts = {head[at : at + size] for size in _SHORT for at in starts}
    told = (national().get(short + kind, ()) for short in shorts)
    return tuple(one[0] for one in told if len(one) == 1 and one[0].level == "district")


def _is_titled_by_another_city(place: Place, head: str) -> bool:
    """Whether a head that names a city in full has only words of a county elsewhere: 济宁市…合作恳谈会."""
    ends = [match.end() for match in re.finditer("市", head)] if place.name.endswith("市") else []
    told = {head[max(0, end - size - 1) : end] for end in ends for size in _SHORT}
    cities = {name for name in told for one in national().get(name, ()) if one.level == "city"}
    return bool(cities) and place.city not in cities and place.name not in head


def _names(short: str, text: str) -> bool:
    """东风 is a word before it is a district, where a paper does not say it again and again."""
    known = is_known(short) and not word_tags(short)[0][1].startswith(("ns", "nr", "nz"))
    return not known or text.count(short) >= _OFTEN
