"""Does a draft tell of what only looks like what is asked: another edition, class or sort of amount?"""

from __future__ import annotations

import re

from assistant.draft import Draft
from assistant.figures.units_asked import sorts_asked
from assistant.question import QuestionFrame
from language.quantity import Quantity, find_quantities
from language.text import fold


def only_looks_alike(draft: Draft, frame: QuestionFrame) -> bool:
    """Whether what is quoted tells of another edition (第五届 for 第六届), size class (5亿元以上 for
    亿元以上) or kind of money (签约金额 for a fund's), of no such count (93个), or
    counts where money is asked for."""
    if draft.refused or draft.rows or not draft.statements:
        return False
    quoted = fold("".join(each.text for each in draft.statements[0].evidence))
    if _of_another_edition(quoted, frame.text):
        return True
    if not frame.asks_number:
        return False
    if any(kind in frame.text and kind not in quoted for kind in _KINDS_OF_MONEY):
        return True  # 签约的基金规模 is not the 签约金额 of projects
    amounts = [one for one in find_quantities(quoted) if one.kind not in ("bare", "duration")]
    return (
        _of_another_class(amounts, quoted, frame)
        or _of_another_sort(amounts, frame)
        or _of_another_count(amounts, frame)
    )


_KINDS_OF_MONEY = ("基金", "贷款", "债券", "税收", "保费")
_EDITION = re.compile(r"第([一二三四五六七八九十\d]+[届期])")


def _of_another_edition(quoted: str, asked: str) -> bool:
    told = set(_EDITION.findall(quoted))
    return bool(told) and bool(set(_EDITION.findall(asked)) - told)


_BOUNDS = frozenset(("以上", "超", "过", "突破"))


_OR_ANOTHER = re.compile(r"(?:人民币)?或")  # 1亿元或1000万美元以上 names one class in two moneys


def _of_another_class(amounts: list[Quantity], quoted: str, frame: QuestionFrame) -> bool:
    """Whether classes are told of, and none is the one asked about."""
    if frame.threshold is None:
        return False
    classes = {
        one.base()[0]
        for one in amounts
        if one.kind == "money"
        and (
            one.qualifier in _BOUNDS
            or (one.spelled and one.value == 1)
            or _OR_ANOTHER.match(quoted, one.outer_end)
        )
    }
    return bool(classes) and frame.threshold not in classes


_MONEY_ASKED = re.compile(
    r"(?:签约|协议|合同|引资|到位|投资|总|金)额|多少(?:亿|万)?(?:元|钱)|总投资(?:是|为|有)?多少|资金(?:是|为|有)?多少"
)


def _of_another_sort(amounts: list[Quantity], frame: QuestionFrame) -> bool:
    """签约额多少 is asked, and 签约项目93个 is all that is told."""
    asked = _MONEY_ASKED.search(frame.text) and sorts_asked(frame.text)[0] == {"money"}
    return bool(asked and amounts) and all(one.kind != "money" for one in amounts)


def _of_another_count(amounts: list[Quantity], frame: QuestionFrame) -> bool:
    """93个项目总投资多少 is asked, and what is told of names no 93."""
    counted = [one.base() for one in frame.numbers if one.kind == "count" and one.unit in ("个", "家", "项")]
    told = [one.base() for one in amounts]
    return bool(counted) and not any(one in told for one in counted)
