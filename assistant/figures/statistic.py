"""Which of the measures of official statistics does a text name, so that one is never told for another?"""

from __future__ import annotations

import re
from functools import lru_cache

_NAMES = {
    "增加值": r"增加值",
    "农业产值": r"农林牧渔业?(?:总)?产值|农业总?产值",
    "产值": r"产值",
    "生产总值": r"生产总值|gdp",
    "零售额": r"零售总?额|社零",
    "固定资产投资": r"固定资产投资|固投|(?:工业|技改|民间|房地产(?:开发)?|制造业|基础设施)投资",
    "居民收入": r"可支配收入|居民收入",
    "财政收入": r"预算(?:总)?收入|财政(?:总)?收入",
    "进出口": r"进出口|外贸|出口|进口",
    "用电量": r"用电量",
    "外资": r"外资(?!金(?!额))",
    "内资": r"(?<!境)内资|[省市区县州]外(?:境内)?[^,;，；]{0,4}资金|区内外资金",
    "存款": r"存款",
    "贷款": r"贷款",
}
_STATISTIC = re.compile("|".join(f"(?P<n{at}>{words})" for at, words in enumerate(_NAMES.values())))
_CALLED = tuple(_NAMES)


@lru_cache(maxsize=4096)  # the question is asked of every row, and many rows have one measure
def statistics_named(text: str) -> frozenset[str]:
    """The measures of official statistics that folded text names, each by its own name."""
    found = (match.lastgroup for match in _STATISTIC.finditer(text.lower()))
    return frozenset(_CALLED[int(group[1:])] for group in found if group)


def of_another_statistic(asked: str, told: str) -> bool:
    """Whether 产值 is asked for and 增加值 told: both name such measures, and none in common."""
    own, other = statistics_named(asked), statistics_named(told)
    return bool(own and other) and not own & other


_LEVEL = re.compile(r"(?P<level>国家|[省市区县州])级?重[点大](?:建设|工业|产业)?项目")
_WHOLE = tuple("全我本该各")


def of_another_level(asked: str, told: str) -> bool:
    """Whether 省重点项目 is asked about and 市重点项目 told; 全市重点项目 is of no level."""
    levels = {match["level"] for match in _LEVEL.finditer(told)}
    level = level_asked(asked)
    return bool(levels and level) and level not in levels


@lru_cache(maxsize=64)  # asked of every row
def level_asked(text: str) -> str:
    """省 of 甲区省重点项目, 市 of 甲区市重点项目; "" for 甲市重点项目, which are the city's own."""
    own = _LEVEL.search(text)
    if own is None or text[: own.start()].endswith(_WHOLE):
        return ""
    behind_a_place = text[: own.start()].endswith(("省", "市", "区", "县", "州"))
    plain = "级" not in own.group() and own["level"] != "省" and not behind_a_place
    return "" if plain else own["level"]


def tells_no_level(told: str) -> bool:
    """Whether a measure of 重点项目 says of no level that they are of."""
    return _OF_NO_LEVEL.search(told) is not None and _LEVEL.search(told) is None


_OF_NO_LEVEL = re.compile("重[点大](?:建设|工业|产业)?项目")
