"""Which of the measures of official statistics does a text name, so that one is never told for another?"""

from __future__ import annotations

import re

_NAMES = {
    "增加值": r"增加值",
    "产值": r"产值",
    "生产总值": r"生产总值|gdp",
    "零售额": r"零售总?额|社零",
    "固定资产投资": r"固定资产投资|固投",
    "居民收入": r"可支配收入|居民收入",
    "财政收入": r"预算(?:总)?收入|财政(?:总)?收入",
    "进出口": r"进出口|外贸|出口|进口",
    "用电量": r"用电量",
    "外资": r"外资",
    "存款": r"存款",
    "贷款": r"贷款",
}
_STATISTIC = re.compile("|".join(f"(?P<n{at}>{words})" for at, words in enumerate(_NAMES.values())))
_CALLED = tuple(_NAMES)


def statistics_named(text: str) -> frozenset[str]:
    """The measures of official statistics that folded text names, each by its own name."""
    found = (match.lastgroup for match in _STATISTIC.finditer(text.lower()))
    return frozenset(_CALLED[int(group[1:])] for group in found if group)


def of_another_statistic(asked: str, told: str) -> bool:
    """Whether 产值 is asked for and 增加值 told: both name such measures, and none in common."""
    own, other = statistics_named(asked), statistics_named(told)
    return bool(own and other) and not own & other
