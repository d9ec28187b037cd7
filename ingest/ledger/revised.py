"""Which figure of a sentence was printed wrongly before, and which replaces it?"""

from __future__ import annotations

import re

from language.quantity import Quantity

_REVISED_BY = r"(?:更正|调[整增减]|[上下]调|修正|修订|核减|核增)"
_SHOULD_BE = r"(?:应为|应是|应当为)"
REVISION = rf"(?:{_REVISED_BY}[为至到]|{_SHOULD_BE})"
_TO_REVISE = re.compile(
    rf"(?:[^“”,;。]{{0,40}}(?=”))?[”\"』」]?(?:有误|错误|系笔误|不准确)?,?(?:现|特)?{REVISION}"
)
_REVISED = re.compile(rf"{REVISION}[“\"『「]?$")
# Where a figure was printed is no part of what it measures, nor of whom it tells.
_PRINTED = r"(?:所载|所列|刊[登发载]|公布的|发布的|通报的)"
_FROM_BEFORE = r"由(?:[此之先]前|前期|原先|初步)(?:公布|通报|发布|披露|报送|统计)的?"
_CITED = re.compile(
    rf"^(?!.*{_FROM_BEFORE})[^,;。“]{{0,20}}(?:{_PRINTED}的?[“\"]?|(?:原文|原稿|[报文表期]中)的?[“\"])"
)


def holds_no_longer(quantity: Quantity, text: str) -> bool:
    """由41个更正为38个, “57个、30亿元”应为“59个、28亿元”: whether this is one of the first."""
    raised = _RAISED.match(text, quantity.outer_end) and _OF_ITS_SIZE.search(text[: quantity.outer_start])
    return bool(raised or _TO_REVISE.match(text, quantity.outer_end))


def replaces(quantity: Quantity, text: str) -> bool:
    """Whether the words before it say that this is what an earlier figure should have been."""
    before = text[: quantity.outer_start]
    return bool(_REVISED.search(before) or _RAISED_FROM.search(before))


# 总投资由12亿元增至15亿元, 规模由20亿元扩至30亿元: of a thing's own size the first no longer holds.
_RAISING = r"(?:追加|增加?|提高|提升|扩大?|扩充|调高|缩减|减少?|压缩)[到至为]"
_FROM = r"[由从](?:原来|原定|原计划|原先|最初|原)?的?"
_RAISED = re.compile(_RAISING)
_SIZE = "(?:总投资额?|规模|总额|盘子|(?<!业)占地(?:面积)?)"
_OF_ITS_SIZE = re.compile(rf"{_SIZE}{_FROM}$")
_RAISED_FROM = re.compile(rf"{_SIZE}{_FROM}\d[\d.]*[一-鿿]{{1,3}}{_RAISING}$")


def is_misprint(quantity: Quantity, text: str) -> bool:
    """应为10个，误为12个; 更正为104个（原公布为106个）: the second figure is the one that no longer holds."""
    return bool(_MISPRINTED.search(text[: quantity.outer_start]))


_MISPRINTED = re.compile(
    r"误(?:报|写|登|刊|印)?(?:为|成|作)[“\"]?$|原(?:公布|报送?|载|文|通报)(?:的|数)?为[“\"]?$"
)


def without_source(text: str) -> str:
    """本简报第8期所载“签约项目 → 签约项目: the words before a figure but for where it was printed."""
    return _CITED.sub("", text) if _MAY_CITE.search(text) else text


def of_what_holds(before: str) -> str:
    """“引进57个”应为“ → "": the words before a figure without those of the one it replaces; of 第4期公布的
    引进项目数应为, which prints none, what is measured stays."""
    if "应" not in before:
        return before
    return (_REPLACED if _COUNTED.search(before) else _REPLACED_BY).sub("", before)


def without_revision(before: str) -> str:
    """总投资由18亿元调增至, 追加投资至 → 总投资: the words before a figure without those that revise it."""
    if not _MAY_REVISE.search(before):
        return before
    return _REVISES.sub("", _RAISED_THERE.sub("", _RAISED_TO.sub("总投资", before)))


# A character that stands in all these words say: quick to tell, and few texts have one.
_MAY_CITE, _MAY_REVISE = re.compile("[载列刊布报原中]"), re.compile("[由从更调修核追]")
_RAISED_TO = re.compile(r"追加总?投资额?[到至]$|(?<=项目)投资额?追加[到至]$")  # all it takes by now
_RAISED_THERE = re.compile(rf"{_FROM}\d[\d.]*[一-鿿]{{1,3}}{_RAISING}$")
_REPLACED = re.compile(rf"^.*{_SHOULD_BE}[“\"]?")
_REPLACED_BY = re.compile(rf"{_SHOULD_BE}$")
_COUNTED = re.compile(r"\d[\d.]*余?(?:[万亿]?[美欧港日]?元|[个项家宗件条户%])")
_REVISES = re.compile(
    rf"{_FROM_BEFORE}|由?(?:[一-鿿]{{2,5}}的)?\d[\d.]*[一-鿿]{{1,2}}{_REVISED_BY}[为至到]?"
    r"|由(?:[一-鿿]{2,5}的)?$|(?:相应)?(?:更正|调[整增减]|修正|修订)[为至到]?"
)
