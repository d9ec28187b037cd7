"""Which city is a text titled after that the national table has not: one of a newer map, or a made-up one?"""

from __future__ import annotations

import re

from language.pattern import pattern
from language.place_table import cities_by_short, national

_TITLED = pattern(
    r"\s*(?:关于)?(?P<name>[一-鿿]{2,3}市)"
    r"(?=20\d\d|“|[一二三四]季度|[上前]|今年|招商|商务|投资|政府|人民|发展|[新集]|举[行办]|召开)"
)
_NO_NAME = re.compile("[全我本各该这那两多几和与及的在]|[城都超上股楼夜集门县区州地省辖级大小]市$")
_LEAST = 2  # times that it is named


def unlisted_city(text: str) -> str:
    """The full name of the city that opens the title of a text and is named in it again; "" for those of the
    table, which are found by their names."""
    match = _TITLED.match(text)
    if match is None:
        return ""
    name = match["name"]
    listed = name in national() or any(name[at:-1] in cities_by_short() for at in range(len(name) - 2))
    if listed or _NO_NAME.search(name) or text.count(name) < _LEAST:
        return ""
    return name
