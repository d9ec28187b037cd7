"""What is measured of each thing whose figure stands in brackets behind its name?

排名前五的产业链为：新能源（1177亿元）、食品（659亿元）: the head of the list says of what they are, and it or
what was told right before says what is measured.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from language.quantity import unit_kind
from language.text import fold
from language.value import replace
from vectorstore.ledger_rows import Figure

_LONGEST = 30
_NEAR = 2  # rows of its sort
_ITEM = r"[^,。;:、()\d]{2,16}"
_LIST = re.compile(
    r"(?P<head>[^,。;:()]{3,24}?)(?:分别|依次|主要)?(?:为|是|有|包括):?"
    rf"(?:{_ITEM}\([^()]{{2,16}}\)[、,]?[和及与]?)*(?P<item>{_ITEM})\($"
)
_OF_HEAD = re.compile(r"(?:产业链|产业集群|集群|产业|行业|领域)$")
_OF_THINGS = re.compile(r"(?:项目|企业|公司|厂)$")  # whose amounts are what they cost
_RANKED = re.compile(r"前[两二三四五六七八九十\d]|最[多大高]|[较更居]|领[先跑]")
_MEASURED = re.compile(
    r"(?:新|实际)*(?:到位(?:[省市县区境内]*外)?资金|(?:使用|利用)(?:外资|(?:[省市县区境内]*外)?(?:项目)?资金)|(?:签约|合同|协议|引资)(?:总?金?额|数)|开工数|项目数|(?:总|协议|计划)?投资额?|"
    r"(?:总?产值|营收|营业收入|增加值|税收|进出口额?)|签约(?:项目)?)"
)


def of_bracketed_item(row: Figure, found: Sequence[Figure]) -> Figure:
    """The row with its item, the kind of thing that is and the measure for its own measure; as it is where
    its figure stands in no such list. `found` are the rows before it."""
    at = row.raw_start - row.start
    if row.subject != row.place or row.is_growth or row.quote[at - 1 : at] not in ("(", "（"):
        return row
    told = _LIST.search(fold(row.quote[:at]))
    if told is None or _OF_THINGS.search(told["head"]):
        return row
    ranked = _RANKED.search(told["head"])
    measured = _measured(told["head"]) or (_measured_before(row, found) if ranked else "")
    kind = _OF_HEAD.search(told["head"])
    named = told["item"] + (kind.group() if kind and not told["item"].endswith(kind.group()) else "")
    return replace(row, metric=f"{named}{measured}"[:_LONGEST]) if measured else row


def _measured(words: str) -> str:
    """The last measure that the words name, "" where they name none."""
    return next((match.group() for match in reversed([*_MEASURED.finditer(words)])), "")


def _measured_before(row: Figure, found: Sequence[Figure]) -> str:
    """What the last figure of the same sort and place measures that stands outside the list."""
    sort = (row.subject, False, unit_kind(row.unit))
    alike = (one for one in reversed(found) if (one.subject, one.is_growth, unit_kind(one.unit)) == sort)
    outside = (one for one in alike if not one.quote.startswith(("(", "（"), one.raw_start - one.start - 1))
    told = (_measured(one.metric) for one in islice(outside, _NEAR))
    return next(filter(None, told), "")
