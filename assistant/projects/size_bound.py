"""Of what total investment are the projects that a question asks for: from, up to or of just an amount?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.figures.bounds import is_strict
from language.quantity import Quantity, base_quantity, find_quantities
from vectorstore.projects import MergedProject

_FROM = re.compile(r"够|达到|不低于|不少于|以上|过|超|不低于|大于|过|至少|突破")
_UP_TO = re.compile(r"以下|低于|不足|小于|不到")
_JUST = re.compile(r"总?投资(?:额)?(?:都|均)?(?:是|为|在)?$")


# 百亿项目, 50亿级项目, 投资超百亿: money, as an office calls it.
_WITHOUT_YUAN = re.compile(r"(?<=[\d十百千])亿(?=级|项目|的|以[上下]|[,?]|$)")


@dataclass(frozen=True, kw_only=True)
class SizeBound:
    """The amount in yuan; projects of at least, at most or just that much meet it."""

    amount: Decimal
    way: str  # least, most, just
    strict: bool = False  # the amount itself is outside

    def met(self, project: MergedProject) -> bool:
        """Whether a project is of that size; one of unstated size is not."""
        if project.investment is None:
            return False
        amount, unit = base_quantity(project.investment, project.investment_unit)
        if unit != "元" or (self.strict and amount == self.amount):
            return False
        if self.way == "just":
            return amount == self.amount
        return amount <= self.amount if self.way == "most" else amount >= self.amount


def size_bound(text: str) -> SizeBound | None:
    """The size that a folded question asks for, None where it names none."""
    text = _WITHOUT_YUAN.sub("亿元", text)
    for quantity in find_quantities(text):
        classed = text.startswith(("级", "项目") if quantity.spelled else "级", quantity.outer_end)
        if quantity.kind != "money":
            continue
        amount = quantity.base()[0]
        around = text[max(0, quantity.outer_start - 3) : quantity.outer_end + 4]
        if _UP_TO.search(around):
            return SizeBound(amount=amount, way="most", strict=is_strict(around))
        if _FROM.search(around) or quantity.qualifier or classed:
            return SizeBound(amount=amount, way="least", strict=is_strict(around))
        if _is_just(quantity, text):
            return SizeBound(amount=amount, way="just")
    return None


def _is_just(quantity: Quantity, text: str) -> bool:
    """总投资50亿元的项目有哪些, but not 总投资50亿元和30亿元的项目, which are two."""
    alone = len([one for one in find_quantities(text) if one.kind == "money"]) == 1
    of_projects = re.match(r"的[一-鿿]{0,6}项目", text[quantity.outer_end :])
    return alone and of_projects is not None and _JUST.search(text, 0, quantity.outer_start) is not None
