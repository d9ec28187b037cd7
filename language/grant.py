"""What does a policy clause grant: to which size of project, at which rate, how much, and up to how much?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from language.beside import SETTLED, by_year, shared_cap
from language.bounds import (
    Bound,
    Money,
    bounds_in,
    bounds_of,
    family_name,
    is_bounded,
    is_cap,
    money_of,
    quantities_apart,
)
from language.numeral import chinese_number
from language.pattern import pattern
from language.quantity import Quantity
from language.raised import condition_apart, raised, raises
from language.rule import Cap, Definition, Rule

_AWARD = pattern(r"奖励|补助|补贴|资助|奖补|贴息|返还|扶持|奖(?=\d|给|予)|补(?=\d)|支持(?=资金)?")
_AWARD_NAME = pattern(
    r"(?:给予|予以|享受|发放|申请|一次性|的)*(?P<name>[一-鿿]{0,6}?(?:奖励|补助|补贴|资助|奖补|贴息|返还|扶持资金))"
)
_SCOPE = pattern(
    r"(?:单个|每个|每家|每户|单户|单台|单项|同一)[一-鿿（）()]{0,8}|每年(?:度)?|年度|累计|合计|总额"
)
_STEP = pattern(r"每(?:满|增加|新增|到位|达到|投资|投入|出口|超过?|(?=\d))")
_GRANTING = pattern(
    r"按照?|给予|予以|一次性|奖励|补助|补贴|资助|最高|每(?:满|增加|新增|到位|达到|投资|投入|出口|(?=\d))"
)
_YEARS = pattern(
    r"连续(?:补贴|补助|奖励|支持|给予|享受)?(?P<n>[一二三四五六七八九十两\d]+)年|(?:给予|分|按)(?P<m>[一二三四五六七八九两\d]+)年"
)
_DEFINED = pattern(r"(?:所称|称为)(?:的)?[“\"]?(?P<name>[一-鿿]{2,12}?)[”\"]?,?(?:是)?指(?P<body>[^。;]+)")
_BASIS = pattern(
    r"(?:按照?|给予|以|依照)(?:其|该|企业|项目)*(?:不超过|不高于)?(?P<basis>[一-鿿A-Z、()]{0,24}?)(?:的)?(?:不超过|不高于|最高)?$"
)
_SLICE = pattern(r"(?:以内|以下|以上|元|超出|超过|高出|[)])的?部分(?!企业|项目|行业|地区)")
_TIER_BEGINS = pattern(
    r",(?=对?(?:超出|超过|高出)[^,;。]{0,16}部分"
    r"|对?(?:达到|超过|满)?[^,;。\d]{0,10}\d[\d.]*[万亿]?(?:元|美元)(?:\([^)]{0,6}\))?(?:及|或)?(?:以上|以下|以内|至|-|—)"
    r"[^,;。]{0,16}(?:的|部分),?(?:按|给予|予以|一次性|奖|补))"
)
_LIMITS = pattern(  # 市级与省级合计不超过投资额的15% grants no 15 %
    r"(?:合计|累计|总[额和]|总计|叠加)[^,;]*不(?:得|能)?(?:超过|高于|突破)[^,;]*$|不(?:得|能|可)(?:超过|高于|突破|多于)[^,;]*$"
)
_LEAST = pattern(r"(?:最低|保底|最少|不低于|至少)[^\d,;]{0,6}$")
_CAP_LIFTED = pattern(
    r"(?:上限|限额|最高额度?|封顶额?)(?:可)?(?:提高|放宽|上调|调整|增加|上浮)?(?:到|至|为)(?=\d)"
)
_NUMBERED = pattern(r"\s*\d{1,2}[.、](?!\d)")
_TIER_ENDS = pattern(r"(?:按|给予|予以|奖|补)[^,;]*\d[^;]*$")
_INCREASE = pattern(r"(?:较上年|同比|比上年)?(?:增量|新增|增长|增加)(?:部分|额|量)?")
_MARK = pattern(r"\s*(?:第[^条]{1,6}条|[(][一二三四五六七八九十]+[)]|\d{1,2}[.、])\s*")

Family = str
_TRIM = pattern(r"^(?:其|该|项目|企业|实际|年度|当年)+|的$")


@dataclass(frozen=True, kw_only=True)
class _Carried:
    """What a part goes on from: the article's opening words, the measure of the tier before."""

    measure: str = ""
    basis: str = ""
    award: str = ""
    who: str = ""
    lead: str = ""
    bounds: tuple[Bound, ...] = field(default=())


def rules_in(text: str, *, start: int = 0) -> list[Rule]:
    """The rules of one article or passage of folded text, tiers after each other reading on; offsets are
    counted from `start`."""
    carried = _Carried()
    found: list[Rule] = []
    item = 0  # the rules of the item so far begin here: another item raises or caps none of them
    for begin, end in _parts(text):
        piece = text[begin:end]
        if _NUMBERED.match(piece) and not carried.lead.rstrip().endswith((":", "：")):
            carried, item = _Carried(), len(found)
        own = [rule for rule in found[item:] if not rule.apart]
        if own and raises(piece):
            tiers = own
            found += raised(tiers, piece, start=start + begin, end=start + end)
            continue
        if (cap := shared_cap(piece)) is not None and found:
            span = (start + begin, start + end)
            found = [rule if rule.caps else replace(rule, caps=(cap,), beside=span) for rule in found]
            continue
        if own and (lifted := _cap_lifted(piece, own[-1], carried, start=start + begin, end=start + end)):
            found.append(lifted)
            continue
        rule = _rule(piece, carried, start=start + begin, end=start + end)
        if found and rule.grants and (who := condition_apart(piece)):
            before = next((tier.bounds for tier in found if not tier.apart), ())
            found.append(replace(rule, apart=who, bounds=before))
            continue
        if rule.grants and _AWARD.search(piece + carried.lead):
            found += _respectively(piece, rule) or [rule]
        elif found and (settled := SETTLED.search(piece)):
            bounds = bounds_in(piece[: settled.start()], measure=carried.measure)
            found += [replace(rule, bounds=bounds, settled=settled.group())] if bounds else []
        carried = _carry(carried, piece, rule)
    return found


def _cap_lifted(piece: str, tier: Rule, carried: _Carried, *, start: int, end: int) -> Rule | None:
    """总投资20亿元以上的, 奖励上限提高到3000万元: the tier before with other bounds and another cap."""
    match = _CAP_LIFTED.search(piece)
    if match is None or (tier.rate is None and tier.step is None):
        return None
    bounds = bounds_in(piece[: match.start()], measure=carried.measure)
    money = next((q for q in quantities_apart(piece) if q.kind == "money" and q.start >= match.end()), None)
    if not bounds or money is None:
        return None
    scope = tier.caps[0].scope if tier.caps else ""
    cap = Cap(amount=money_of(money, piece), scope=scope)
    return replace(tier, start=start, end=end, text=piece, bounds=bounds, caps=(cap,))


def _respectively(piece: str, rule: Rule) -> list[Rule]:
    """首次突破1亿元、5亿元的，分别奖励20万元、50万元: one rule for each, up to the next."""
    at = piece.find("分别")
    if at < 0 or not rule.bounds:
        return []
    sizes = [q for q in quantities_apart(piece[:at]) if q.kind == "money"]
    amounts = [
        q for q in quantities_apart(piece) if q.kind == "money" and q.start > at and not is_cap(q, piece)
    ]
    if len(sizes) < 2 or len(sizes) != len(amounts):
        return []
    lows = [money_of(size, piece) for size in sizes]
    first = rule.bounds[-1]
    return [
        replace(
            rule,
            fixed=money_of(amount, piece),
            bounds=(replace(first, low=low, high=high, high_in=False, printed=low.printed),),
        )
        for low, high, amount in zip(lows, [*lows[1:], None], amounts, strict=True)
    ]


def definitions_in(text: str, *, start: int = 0) -> list[Definition]:
    """The classes of projects that folded text defines by size."""
    found = []
    for match in _DEFINED.finditer(text):
        bounds = bounds_in(match["body"])
        if bounds:
            found.append(
                Definition(
                    name=match["name"], bounds=bounds, start=start + match.start(), end=start + match.end()
                )
            )
    return found


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Spans between semicolons, stops and line breaks, and between tiers that only a comma parts."""
    at = 0
    for match in re.finditer(rf"[;。\n]|{_TIER_BEGINS.pattern}|$", text):
        if match.group() == "," and not _TIER_ENDS.search(text, at, match.start()):
            continue
        if text[at : match.start()].strip():
            yield at, match.start()
        at = match.end()


def _rule(piece: str, carried: _Carried, *, start: int, end: int) -> Rule:
    """What one part says, with what it leaves to the parts before."""
    quantities = quantities_apart(piece)
    opening = _opening(piece, quantities)
    mark = _MARK.match(piece)
    sized = [q for q in quantities if q.end <= opening and (mark is None or q.start >= mark.end())]
    bounds = bounds_of(sized, _unmarked(piece[:opening]), measure=carried.measure)
    granted = [q for q in quantities if q.start >= opening and not _is_bound(q, piece, opening)]
    rate = next((q for q in granted if q.unit in ("%", "‰") and not _LIMITS.search(piece[: q.start])), None)
    money = [q for q in granted if q.kind == "money"]
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
        years=_count(years["n"] or years["m"]) if years else 0, lead=carried.lead,
        of_slice=bool(_SLICE.search(piece)),
        least=next((money_of(q, piece) for q in money if _LEAST.search(piece[: q.start])), None),
    )  # fmt: skip


def _unmarked(piece: str) -> str:
    """The part with its （一） blanked, every character in its place."""
    mark = _MARK.match(piece)
    return " " * mark.end() + piece[mark.end() :] if mark else piece


def _carry(carried: _Carried, piece: str, rule: Rule) -> _Carried:
    opens = piece.rstrip().endswith((":", "：")) or not rule.grants
    return replace(
        carried,
        measure=rule.bounds[-1].measure
        if rule.bounds
        else (family_name(piece) if opens else "") or carried.measure,
        basis=rule.basis or (family_name(piece) if opens else "") or carried.basis,
        award=rule.award,
        who=rule.who if opens else carried.who,
        lead=carried.lead + piece if opens else carried.lead,
    )


def _opening(piece: str, quantities: Sequence[Quantity]) -> int:
    """Where the conditions end and the grant begins: after the last 的, before a granting word."""
    marks = [match.start() for match in _GRANTING.finditer(piece)]
    for mark in marks:
        if piece[mark] == "每":
            return mark
        before = [q for q in quantities if q.end <= mark and _may_condition(q, piece)]
        if before and (re.search(r"的[^的\d]{0,14}$", piece[:mark]) or is_bounded(before[-1], piece)):
            return mark
    return marks[0] if marks else (quantities[0].start if quantities else 0)


def _may_condition(quantity: Quantity, piece: str) -> bool:
    """Whether an amount may stand in a condition: no cap or term does, and a rate only as 20%以上."""
    if quantity.kind == "duration" or is_cap(quantity, piece):
        return False
    return quantity.kind != "rate" or is_bounded(quantity, piece)


def _is_bound(quantity: Quantity, piece: str, opening: int) -> bool:
    return quantity.kind == "money" and is_bounded(quantity, piece) and not is_cap(quantity, piece) and bool(
        re.match(r"(?:\(不?含\))?(?:以上|以下)?[一-鿿]{0,8}的[,给按]", piece[quantity.outer_end :])
    )  # fmt: skip


def _scope(piece: str, quantity: Quantity) -> str:
    clause = re.split(r"[,;]", piece[: quantity.start])[-1]
    found = [
        re.sub(r"(?:最高|不超过?|最多|上限|奖励|给予|补贴|补助)+.*$", "", m.group())
        for m in _SCOPE.finditer(clause)
    ]
    return "".join(found)


def _basis(piece: str, rate: Quantity) -> str:
    clause = re.split(r"[,;]", piece[: rate.outer_start])[-1]
    named = family_name(clause)
    if named:
        grown = _INCREASE.search(clause, clause.index(named) + len(named))
        return named + grown.group() if grown else named
    match = None if _SLICE.search(clause) else _BASIS.search(clause)
    return _TRIM.sub("", match["basis"]) if match else ""


def _who(piece: str, quantities: Sequence[Quantity]) -> str:
    mark = _MARK.match(piece)
    begin = mark.end() if mark else 0
    first = next((q.start for q in quantities if q.start >= begin and not q.spelled), len(piece))
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


def _count(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else int(chinese_number(numeral.replace("两", "二")))
