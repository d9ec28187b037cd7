"""What does one part of a policy clause grant, with what it leaves to the parts before it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from language.beside import by_year
from language.bounds import (
    Bound,
    Money,
    bounds_of,
    family_name,
    is_bounded,
    is_cap,
    money_of,
    quantities_apart,
)
from language.numeral import whole_number
from language.pattern import pattern
from language.quantity import Quantity
from language.rule import Cap, Rule

_AWARD_NAME = pattern(
    r"(?:给予|予以|享受|发放|申请|一次性|的)*(?P<name>[一-鿿]{0,6}?(?:奖励|补助|补贴|资助|奖补|贴息|返还|扶持资金))"
)
_SCOPE = pattern(
    r"(?:单个|每个|每家|每户|单户|单台|单项|同一)[一-鿿（）()]{0,8}|每年(?:度)?|年度|累计|合计|总额"
)
_STEP = pattern(r"每(?:满|增加|新增|到位|达到|投资|投入|出口|超过?|(?=\d))")
_GRANTING = pattern(
    r"按照?|给予|予以|一次性|[另再各]?[奖补](?=\d)|奖励|补助|补贴|资助|最高|每(?:满|增加|新增|到位|达到|投资|投入|出口|(?=\d))"
)
_YEARS = pattern(
    r"连续(?:补贴|补助|奖励|支持|给予|享受)?(?P<n>[一二三四五六七八九十两\d]+)年|(?:给予|分|按)(?P<m>[一二三四五六七八九两\d]+)年"
)
_BASIS = pattern(
    r"(?:按照?|给予|以|依照)(?:其|该|企业|项目)*(?:不超过|不高于)?(?P<basis>[一-鿿A-Z、()]{0,24}?)(?:的)?(?:不超过|不高于|最高)?$"
)
# 按其对地方经济贡献给予奖励，第一年80%: what the rates behind it are of.
_GIVEN_BY = pattern(
    r"(?:按照?|依照|以)(?:其|该|企业|项目|对)*(?P<basis>[^,;。\d]{2,20}?)(?:给予|予以)[^,;。\d]{0,6}(?:奖励|补助|补贴|资助|奖补)(?=[,:])"
)
_OF_RATE = pattern(
    r"(?:同期|当期|同档次?|一年期|同年|银行|的)*(?:LPR|(?:贷款|基准|市场报价|实际)利率)(?=的?$)"
)  # 贷款利息按LPR的30%
_SLICE = pattern(r"(?:以内|以下|以上|元|超出|超过|高出|[)])的?部分(?!企业|项目|行业|地区)")
_LIMITS = pattern(  # 市级与省级合计不超过投资额的15% grants no 15 %
    r"(?:合计|累计|总[额和]|总计|叠加)[^,;]*不(?:得|能)?(?:超过|高于|突破)[^,;]*$|不(?:得|能|可)(?:超过|高于|突破|多于)[^,;]*$"
)
# 首期拨付60% is how a grant is paid out, not what is granted.
_PAYS = pattern(
    r"(?:拨付|兑现|发放|支付|剩余|其余|余下|首期|尾款)(?:资金|奖金|余款|部分|比例|的)*(?:为|按)?$"
)
# 设立规模2亿元的“某融”风险补偿资金池 is what is set aside for all.
_FUNDS = pattern(r"(?:的|元)?[一-鿿“”\"]{0,16}?(?:资金池|母?基金(?!会)|专项资金|引导资金|担保资金)")
# 持股比例不低于25%的企业 is for whom, 资金池承担60% is who bears a loss.
_BEARS = pattern(
    r"(?:承担|分担|负担|持股|股权|股比|出资|占股)(?:比例|占比|损失)?(?:不?(?:低于|少于|超过|高于)|达到?|的|为)*$"
)
_LEAST = pattern(r"(?:最低|保底|最少|不低于|至少)[^\d,;]{0,6}$")
_INCREASE = pattern(r"(?:较上年|同比|比上年)?(?:增量|新增|增长|增加)(?:部分|额|量)?")
_MARK = pattern(r"\s*(?:第[^条]{1,6}条|[(][一二三四五六七八九十]+[)]|\d{1,2}[.、])\s*")
_TRIM = pattern(r"^(?:其|该|项目|企业|实际|年度|当年)+|的$")


@dataclass(frozen=True, kw_only=True)
class Carried:
    """What a part goes on from: the article's opening words, the measure of the tier before; `required` is
    what those words ask of all tiers."""

    measure: str = ""
    basis: str = ""
    award: str = ""
    who: str = ""
    lead: str = ""
    required: tuple[Bound, ...] = ()
    bounds: tuple[Bound, ...] = field(default=())


def rule_of(piece: str, carried: Carried, *, start: int, end: int) -> Rule:
    """What one part says, with what it leaves to the parts before."""
    quantities = quantities_apart(piece)
    opening = _opening(piece, quantities)
    mark = _MARK.match(piece)
    sized = [q for q in quantities if q.end <= opening and (mark is None or q.start >= mark.end())]
    bounds = bounds_of(sized, _unmarked(piece[:opening]), measure=carried.measure)
    granted = [q for q in quantities if q.start >= opening and not _is_bound(q, piece, opening)]
    rates = [q for q in granted if q.unit in ("%", "‰")]
    rate = next((q for q in rates if not _grants_nothing(piece[: q.start])), None)
    money = [q for q in granted if q.kind == "money" and not _FUNDS.match(piece, q.outer_end)]
    caps = [q for q in money if is_cap(q, piece)]
    plain = [q for q in money if q not in caps and not (rate and _LEAST.search(piece[: q.start]))]
    step = _step(piece, plain)
    years = _YEARS.search(piece)
    fixed = plain[0] if plain and rate is None and step is None else None
    return Rule(
        start=start, end=end, text=piece, who=_who(piece, quantities) or carried.who,
        award=_award(piece[opening:]) or _award(piece) or carried.award,
        bounds=bounds or (carried.bounds if opening == 0 or not quantities else ()),
        by_year=by_year(piece), rate=percent_of(rate) if rate else None,
        rate_printed=piece[rate.start : rate.end] if rate else "",
        basis=_basis(piece, rate) or carried.basis or (bounds[-1].measure if bounds else "") if rate else "",
        fixed=money_of(fixed, piece) if fixed else None,
        most=_upper(fixed, piece) if fixed else None,
        step=step, caps=tuple(Cap(amount=money_of(q, piece), scope=_scope(piece, q)) for q in caps),
        years=whole_number(years["n"] or years["m"]) if years else 0, lead=carried.lead,
        of_slice=bool(_SLICE.search(piece)),
        least=next((money_of(q, piece) for q in money if _LEAST.search(piece[: q.start])), None),
    )  # fmt: skip


def _grants_nothing(before: str) -> bool:
    """Whether a rate only limits what is granted, says who bears how much, or how it is paid out."""
    return bool(_LIMITS.search(before) or _PAYS.search(before) or _BEARS.search(before))


def _unmarked(piece: str) -> str:
    """The part with its （一） blanked, every character in its place."""
    mark = _MARK.match(piece)
    return " " * mark.end() + piece[mark.end() :] if mark else piece


def _opening(piece: str, quantities: Sequence[Quantity]) -> int:
    """Where the conditions end and the grant begins: after the last 的, before a granting word."""
    marks = [match.start() for match in _GRANTING.finditer(piece)]
    for mark in marks:
        if piece[mark] == "每":
            return mark
        before = [q for q in quantities if q.end <= mark and _may_condition(q, piece)]
        if before and (re.search(r"的[^的\d]{0,14}$", piece[:mark]) or is_bounded(before[-1], piece)):
            return mark
    money = [quantity for quantity in quantities if quantity.kind == "money"]
    if not marks and money and all(is_bounded(each, piece) for each in money):
        return len(piece)  # 实际到位投资不低于2500万元 is a condition alone
    return marks[0] if marks else (quantities[0].start if quantities else 0)


def _may_condition(quantity: Quantity, piece: str) -> bool:
    """Whether an amount may stand in a condition: no cap or term does, and a rate only as 20%以上."""
    if quantity.kind == "duration" or is_cap(quantity, piece):
        return False
    return quantity.kind != "rate" or is_bounded(quantity, piece)


def _is_bound(quantity: Quantity, piece: str, opening: int) -> bool:
    if quantity.kind != "money" or is_cap(quantity, piece) or not is_bounded(quantity, piece):
        return False
    return bool(_FOR_WHOM.match(piece, quantity.outer_end))


# 500万元以上的，给予…; 年进出口额500万元以上的企业 is for whom a paper is.
_FOR_WHOM = pattern(
    r"(?:\(不?含\))?(?:以上|以下)?(?:[一-鿿]{0,8}的[,给按]|的(?:企业|项目|单位|机构|主体|个人|园区))"
)


def _scope(piece: str, quantity: Quantity) -> str:
    clause = re.split(r"[,;]", piece[: quantity.start])[-1]
    found = [
        re.sub(r"(?:最高|不超过?|最多|上限|奖励|给予|补贴|补助)+.*$", "", m.group())
        for m in _SCOPE.finditer(clause)
    ]
    return "".join(found)


def _basis(piece: str, rate: Quantity) -> str:
    clause = re.split(r"[,;]", piece[: rate.outer_start])[-1]
    if (of_rate := _OF_RATE.search(clause)) is not None:
        return of_rate.group()
    named = family_name(clause)
    if named:
        grown = _INCREASE.search(clause, clause.index(named) + len(named))
        return named + grown.group() if grown else named
    match = None if _SLICE.search(clause) else _BASIS.search(clause)
    if match is not None:
        return _TRIM.sub("", match["basis"])
    if (given := _GIVEN_BY.search(piece, 0, rate.outer_start)) is not None:
        return _TRIM.sub("", given["basis"])
    return of_tax(clause)


def of_tax(text: str) -> str:
    """后2年缴纳所得税县级留成部分的50%: the tax or the yield named last before a share, or ""."""
    match = _OF_TAX.search(text)
    return match["basis"] if match else ""


_OF_TAX = pattern(
    r"(?P<basis>(?:(?:增值|所得|营业|企业所得|个人所得|契|房产)税|土地[^,;。\d]{0,4}收益)[^,;。\d的]{0,10})的?(?:,[^,;。\d]{0,6})?$"
)


def _who(piece: str, quantities: Sequence[Quantity]) -> str:
    mark = _MARK.match(piece)
    begin = mark.end() if mark else 0
    sizes = (
        q for q in quantities if q.start >= begin and not q.spelled and not piece.startswith("强", q.end)
    )
    first = next((q.start for q in sizes), len(piece))  # 世界500强 is whom a grant is for
    told = re.split(r",(?=按照?|给予|予以|一次性)", piece[begin:first])[0]
    return told.strip(" ,对")[:40]


def _award(piece: str) -> str:
    match = _AWARD_NAME.search(piece)
    return re.sub(r"^.*?[万亿]?元的?|^.*[的为了]", "", match["name"]) if match else ""


def _step(piece: str, plain: Sequence[Quantity]) -> tuple[Money, Money] | None:
    match = _STEP.search(piece)
    later = [q for q in plain if match and q.start >= match.end()]
    if match is None or len(later) < 2:
        return None
    return money_of(later[0], piece), money_of(later[1], piece)


def percent_of(quantity: Quantity) -> Decimal:
    """A rate in per cent: 0.1 for 1‰."""
    return quantity.value / 10 if quantity.unit == "‰" else quantity.value


def _upper(quantity: Quantity, text: str) -> Money | None:
    if quantity.high is not None:
        value, currency = replace(quantity, value=quantity.high).base()
        return Money(value=value, currency=currency, printed=f"{quantity.high.normalize():f}{quantity.unit}")
    return None
