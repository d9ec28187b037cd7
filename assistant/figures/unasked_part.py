"""Is a row of a part that is not asked about, an industry, a park, a source, or of all where a part is?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from assistant.wording import own_clause
from language.parted import part_counted, part_measured
from language.quantity import unit_kind
from language.synonyms import synonyms
from language.text import fold
from vectorstore.ledger_rows import Figure

OF_ANY = re.compile(
    r"项目|产业|园区|产业园|企业|基地|中心|总?投资额?|合计|总额|金额|资金|新?签约|一共|总共|共"
)  # of what is built, not which


def of_unasked_part(row: Figure, text: str) -> bool:
    """Whether the row is of an industry or a kind of project that the question does not name."""
    part = _part_of(row)
    if is_of_unasked_source(row, text) or _is_of_two_doings(row.metric, text):
        return True
    if _is_of_a_class_within(row, text) or _is_on_the_spot_alone(row, text):
        return True
    part = (
        _NEWLY_SET_UP.sub("", part) or part
    )  # 制造业新设外商投资企业 are one trade's, whatever was newly set up
    if not part or any(part[at : at + 2] in text for at in range(len(part) - 1)):
        return False
    named = () if "资" in part else synonyms(part)  # AI项目 are those of 人工智能; 外资 is no kind of project
    return not any(other in text.lower() for other in named)


@lru_cache(maxsize=1024)  # asked of every row
def _is_of_two_doings(metric: str, text: str) -> bool:
    """Whether a row counts 集中签约、开工项目 together where one of the two is asked for."""
    told = _TWO_DOINGS.search(metric) if "、" in metric else None
    return told is not None and not (told["one"] in text and told["other"] in text)


def _is_of_a_class_within(row: Figure, text: str) -> bool:
    """Whether a row counts a size class of what was signed (签约项目中，亿元以上401个) and none is asked."""
    of_a_class = bool(row.threshold) or _A_CLASS.search(row.metric) is not None
    before = row.quote[: row.raw_start - row.start] if of_a_class else ""
    return bool(before) and not _A_SIZE.search(text) and _CLASS_WITHIN.search(before) is not None


def _is_on_the_spot_alone(row: Figure, text: str) -> bool:
    """现场签约26个、网络签约19个，共45个: where it is asked what was signed, the 26 are a part."""
    there = "现场签约" in row.metric and "现场" not in text
    return there and _SIGNED_ELSEWHERE.search(row.quote) is not None


_SIGNED_ELSEWHERE = re.compile(r"(?:网络|视频|线上|云上?|场外|会外)”?签约")
_CLASS_WITHIN = re.compile("(?:(?:项目|企业)[中里]|其中)[,，]?[^。；;]*$")
_A_CLASS = re.compile(r"亿元?(?:以上)?(?:工业|产业|外资)?项目")
_A_SIZE = re.compile("[亿万]元?")
_TWO_DOINGS = re.compile("(?P<one>签约|落地|开工|竣工|投产)、(?:集中)?(?P<other>签约|落地|开工|竣工|投产)")
_NEWLY_SET_UP = re.compile(r"新设立?(?:外商(?:直接)?投资|外资)?$")


def leaves_out_part_asked(row: Figure, text: str, told: Iterable[Figure]) -> bool:
    """Whether an amount is of all (签约70个，合同投资额2086.7亿元) where a part is asked for (集成电路) that
    `told`, the rows of its paper, tell the number of alone."""
    if unit_kind(row.unit) != "money" or row.is_growth:
        return False
    *first, last = re.split("[。；;]", row.quote[: row.raw_start - row.start])
    before = first[-1] + last if first and _GOES_ON.match(last) else last
    said = fold(row.metric + before)
    parts = {_LED_BY.sub("", part_counted(one.metric)) for one in told if unit_kind(one.unit) == "count"}
    parts = {part.removesuffix("类") for part in parts}
    parts = {part for part in parts if len(part) > 1 and not part.endswith(("省", "市", "县"))}  # 哈市
    return any(part in text and part not in said for part in parts)


_GOES_ON = re.compile("(?:实现|完成|新增|达到|到位|上缴)")  # 11个园区实现营收A；实现税收B is of the parks too
_LED_BY = re.compile("^(?:涉及|其中|包括)")


def is_of_unasked_source(row: Figure, text: str) -> bool:
    """Whether the row is only of what came from somewhere that the question does not name."""
    source = source_asked(row.metric)
    return bool(source) and not any(source[at : at + 2] in text for at in range(len(source) - 1))


@lru_cache(maxsize=1024)
def source_asked(text: str) -> str:
    """沪苏浙 of 来自沪苏浙的签约项目, "" where none is named."""
    told = _SOURCE.search(text)
    return told["source"] if told else ""


def says_source(row: Figure, source: str) -> bool:
    told = fold(row.metric + own_clause(row))
    return any(source[at : at + 2] in told for at in range(len(source) - 1))


_SOURCE = re.compile(r"来自(?P<source>[^,;。]{2,10}?)的")


def _part_of(row: Figure) -> str:
    if unit_kind(row.unit) == "count":
        behind = _PARKS.match(row.quote, row.raw_start - row.start + len(row.raw))
        return part_counted(row.metric) if row.metric or behind is None else behind.group()
    metric = _GREW.sub("", row.metric) if row.is_growth else row.metric  # 制造业实际使用外资同比增长
    return part_measured(metric) or _part_told_of(row.quote)


_GREW = re.compile("(?:同比|环比)?(?:增长|增加|提高|上升|下降|减少)$")


@lru_cache(maxsize=1024)  # asked of every row
def _part_told_of(quote: str) -> str:
    """Of what 其中，新兴产业项目94个，协议投资额495亿元 tells all that it tells; "" of any other sentence."""
    told = _AMONG.match(quote)
    return OF_ANY.sub("", told["part"]) if told else ""


_PARKS = re.compile(
    r"[^，。；,;\d]{2,20}?(?:园区|开发区)"
)  # 9个重点园区新签约项目43个 counts first the parks
_AMONG = re.compile(  # 19个重点园区新签约项目143个，协议投资额…: of those parks
    r"(?:其中[,，]|\d+个(?=[^,，。；;\d]{0,20}(?:园区|开发区)))(?P<part>[^,，。；;\d]{4,30}?)有?\d"
)
