"""Which clause only raises what the tiers before it grant: 世界500强企业投资的, 奖励比例提高到3%?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from language.bounds import is_bounded, is_cap, money_of, quantities_apart
from language.pattern import pattern
from language.quantity import Quantity
from language.rule import Cap, Rule

_AMOUNT = r"[^,。]{0,6}\d|[^,。]{0,4}分之|[^,。]{0,2}[一二两三五]成"
_RAISED = pattern(rf"(?<![每较])(?:提高|上浮|上调|提升|放宽|增加)(?:到|至|为)?(?={_AMOUNT})")
_TO = pattern(r"(?:到|至|为)$")
_CAPS = pattern(r"上限|限额|最高|封顶")
_CONDITION = pattern(r"^(?:其中|此外|同时|另外|对于|对|凡|若|如|属于?|[,:])+|的$")


def raises(piece: str) -> bool:
    """Whether a part of a clause, folded, only changes what the parts before it grant."""
    match = _RAISED.search(piece)
    if match is None:
        return False
    quantities = quantities_apart(piece)
    first = next((q for q in quantities if q.start >= match.end()), None)
    if first is None or (is_bounded(first, piece) and not is_cap(first, piece)):
        return False  # 增加1000万元以上的 is a condition
    before = [q for q in quantities if q.end <= match.start() and q.kind == "money"]
    return not any(is_bounded(quantity, piece) for quantity in before)


def raised(rules: Sequence[Rule], piece: str, *, start: int, end: int) -> list[Rule]:
    """The tiers `rules` as the part raises them, for those alone whom its condition names; without rate and
    amount where how much more it grants is not told as such."""
    match = _RAISED.search(piece)
    if match is None:
        return []
    after = [q for q in quantities_apart(piece) if q.start >= match.end()]
    apart = condition(piece[: match.start()])
    found = []
    for rule in rules:
        more = _more(rule, piece, after, to=bool(_TO.search(match.group())))
        found.append(replace(more, start=start, end=end, text=piece, apart=apart))
    return found


def condition(words: str) -> str:
    """Who is meant by the words before the grant: 对世界500强企业投资的, → 世界500强企业投资."""
    first = re.split(r",(?=[^,]*$)|的,?(?=[^的]*$)", words.strip(" ,"))[0]
    return _CONDITION.sub("", first)


def _more(rule: Rule, piece: str, after: Sequence[Quantity], *, to: bool) -> Rule:
    unknown = replace(rule, rate=None, fixed=None, step=None)
    points = next((q for q in after if q.unit == "个百分点"), None)
    if rule.rate is not None and points is not None:
        printed = f"({rule.rate_printed} + {points.value.normalize():f}%)"
        return replace(rule, rate=rule.rate + points.value, rate_printed=printed)
    if not to:
        return unknown  # 上浮20%: of the rate, of the amount or of the cap is not for us to say
    rate = next((q for q in after if q.unit in ("%", "‰")), None)
    money = [q for q in after if q.kind == "money"]
    caps = [q for q in money if is_cap(q, piece) or _CAPS.search(piece[: q.start])]
    if caps:
        amount = money_of(caps[-1], piece)
        scope = rule.caps[0].scope if rule.caps else ""
        rule = replace(rule, caps=(Cap(amount=amount, scope=scope),))
    if rate is not None:
        value = rate.value / Decimal(10) if rate.unit == "‰" else rate.value
        return replace(rule, rate=value, rate_printed=piece[rate.start : rate.end], fixed=None)
    plain = [q for q in money if q not in caps]
    if plain and rule.rate is None:
        return replace(rule, fixed=money_of(plain[0], piece))
    return rule if caps else unknown


_APART = pattern(r"\s*其中[,:]?对?(?P<who>[^,;\d]{2,24}?)的,?(?:按|给予|予以|补|奖|一次性)")


def condition_apart(piece: str) -> str:
    """Who alone is granted what a part says after the tiers: 其中购买国产设备的, 按15%补助; "" for others."""
    match = _APART.match(piece)
    return condition(match["who"]) if match else ""


_GENERIC = pattern(
    r"购买|购置|采购|使用|企业|公司|项目|机构|产业|行业|领域|投资|引进|设立|的|对|类|属于?|列入|认定|为|新|经"
)


def names(question: str, apart: str) -> bool:
    """Whether a question speaks of those whom a grant is raised for: one of 世界500强、央企 will do."""
    if (size := _SIZED.search(apart)) is not None:
        return _reaches(question, size)
    said = [_GENERIC.sub("", part) for part in re.split(r"[、,和或及]|以及", apart)]
    return any(part and part in question for part in said)


_SIZED = pattern(
    r"(?P<what>[一-鿿]{2,8}?)(?:的)?(?:占比|比例|比重|占[一-鿿]{2,8}?)(?P<how>超过|不低于|不少于|高于|达到|在)(?P<n>\d+(?:\.\d+)?)%"
)


def _reaches(question: str, size: re.Match[str]) -> bool:
    """Whether a question tells a share as large as a condition wants: 设备占40% of 设备占比超过30%."""
    what = _GENERIC.sub("", size["what"])[-2:]
    told = re.search(rf"{what}[^,。;?]{{0,8}}?(?P<n>\d+(?:\.\d+)?)%", question) if what else None
    if told is None:
        return False
    more, least = Decimal(told["n"]), Decimal(size["n"])
    return more > least if size["how"] in ("超过", "高于") else more >= least
