"""Of which region of its province is a figure told, that is no division of it: 北疆地区, 苏北地区?"""

from __future__ import annotations

import re

from ingest.ledger.cast import Cast
from language.quantity import Quantity

_NAMED = (
    "(?:[南北东]疆|[苏皖浙鲁豫冀晋陕川渝滇黔桂粤闽赣湘鄂辽蒙][东西南北中]|长三角|珠三角|京津冀|成渝"
    "|东中部|[东中西]部)地区"
)
_REGION = re.compile(
    rf"(?:^|(?<=[,;:]))(?P<region>{_NAMED})(?:\([^()]*\))?"
    r"(?=[^,;]{0,8},|[^,;、]{0,16}\d|[^,;、和与]{2,16}(?:资金|投资|金额|项目))"
)


def region_of(quantity: Quantity, cast: Cast) -> str:
    """北疆地区 of 北疆地区表现突出，到位资金5538亿元; "" where a place is told of, or nothing of the kind."""
    since = cast.text.rfind(";", 0, quantity.start) + 1
    told = list(_REGION.finditer(cast.text, since, quantity.outer_start))
    if not told:
        return ""
    begin, end = told[-1].span()
    held = (one for one in cast.mentions if begin <= one.start < quantity.start)
    of_place = any(one.start >= end or cast.text.startswith(one.place.name, begin) for one in held)
    return "" if of_place else told[-1]["region"]
