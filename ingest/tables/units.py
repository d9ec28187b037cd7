"""In which unit is a cell of a table, by the name of its column, of its row, and the unit of the table?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from language.quantity import find_quantities, unit_kind

_BRACKETED = re.compile(
    r"[(（\[【](?:计量|金额)?(?:单位[:：])?([^()（）\[\]【】\d:：]{1,8})[)）\]】]|/(亿元|万元|个|家|项|%)$"
)
_PERCENT = re.compile(r"[(（]?[±＋+\-−/]*\s*[%％][)）]?$")
_RATE = re.compile(r"%|率$|率[(\s]|占比|比重|增速|增幅|同比|环比")
_MONEY = re.compile(r"投资|金额|额$|额[(\s]|产值|收入|税|资金|外资|利润|贷款|总额|支出|GDP|生产总值|增加值")
_SCORE = re.compile(r"得分|评分|积分|分值|总分$|扣分|加分")
_RANK = re.compile(r"(?:排名|名次|位次|排序|位序)$")
_COUNT = re.compile(r"数$|数[(\s]|数量|个数|家数|项目|企业")


def bracketed_unit(name: str) -> str:
    """The unit in the brackets of a heading: 到位资金(亿元) → 亿元; "" where they hold something else.

    A growth under a heading with a unit has its own: 合同额(亿元) 同比±% is in percent.
    """
    if _PERCENT.search(name):
        return "%"
    for match in reversed(list(_BRACKETED.finditer(name))):
        unit = match[1] or match[2]
        if is_unit(unit):
            return unit
    return ""


def bare_name(name: str) -> str:
    """A heading without its unit."""
    plain = _BRACKETED.sub(lambda match: "" if is_unit(match[1] or match[2]) else match.group(), name).strip()
    return _PERCENT.sub(_grown, plain).strip()


def _grown(sign: re.Match[str]) -> str:
    """±% alone says growth, behind 同比 no more than that."""
    alone = not re.search(r"[一-鿿]$", sign.string[: sign.start()].rstrip("("))
    return "增减" if alone and re.search(r"[±+＋]", sign.group()) else ""


def unit_for(name: str, units: Sequence[str]) -> str:
    """The unit of a cell that states none: the one of the table's that fits what is measured, or the one that
    its name implies."""
    if _SCORE.search(name):
        return "分"
    if _RANK.search(name):
        return "位"
    if _RATE.search(name):
        return next((unit for unit in units if unit_kind(unit) == "rate"), "%")
    if len(units) > 1:
        kinds = (
            ["money"] if _MONEY.search(name) else ["count"] if _COUNT.search(name) else ["measure", "money"]
        )
        return next((unit for kind in kinds for unit in units if unit_kind(unit) == kind), "")
    own = units[0] if units else ""
    if _MONEY.search(name) or not _COUNT.search(name) or unit_kind(own) in ("count", "measure"):
        return own
    return "家" if "企业" in name else "个"


@lru_cache(maxsize=4096)
def is_unit(text: str) -> bool:
    """Whether the whole text is a unit of money, count, measure or rate: 亿元, 个, 万吨, %."""
    found = find_quantities(f"1{text}")
    return len(found) == 1 and bool(text) and found[0].end == len(text) + 1 and found[0].kind != "bare"
