"""What does a policy clause grant: to which size of project, at which rate, how much, and up to how much?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from language.beside import SETTLED, shared_cap
from language.bounds import bounds_in, family_name, is_cap, money_of, quantities_apart
from language.grant_part import Carried, of_tax, rule_of
from language.pattern import pattern
from language.raised import condition_apart, raised, raises
from language.rule import Cap, Definition, Rule

_AWARD = pattern(r"奖励|补助|补贴|资助|奖补|贴息|返还|扶持|奖(?=\d|给|予)|补(?=\d)|支持(?=资金)?")
_DEFINED = pattern(
    r"(?:(?:所称|称为)(?:的)?|(?<=;)\s*)[“\"]?(?P<name>[一-鿿]{2,12}?)[”\"]?,?(?:是)?指(?P<body>[^。;]+)"
)
_TIER_BEGINS = pattern(
    r",(?=(?:此后|之后|以后|其后)?每(?:再)?(?:增加|新增|超过|增长)[^,;。]{0,10}\d)"
    r"|,(?=(?:其他|其它|其余)[^,;。\d]{2,14}(?:补助|奖励|补贴|按|给予)\d)"
    r"|,(?=对?(?:超出|超过|高出)[^,;。]{0,16}部分"
    r"|对?(?:达到|超过|满)?[^,;。\d]{0,10}\d[\d.]*[万亿]?(?:元|美元)(?:\([^)]{0,6}\))?(?:及|或)?(?:以上|以下|以内|至|-|—)"
    r"[^,;。]{0,16}(?:的|部分),?(?:按|给予|予以|一次性|奖|补))"
)
# 按设备投资额分档补助:5000万元以下的,补助5% leads to tiers in its own line.
_TIERS_FOLLOW = pattern(
    r"(?<=[助励补贴奖贴持算准]):(?=[^,;。:\n]{0,16}\d[\d.]*[万亿]?元[^;。\n]{0,30}(?:按|给予|补助|奖励|补贴)[^;。\n]{0,6}\d)"
)
# 土地净收益，按固定资产投资确定补贴比例: the share is of what stands before, and no share of the investment.
_SHARE_SET = pattern(r"按照?[^,;。]{2,20}?确定(?:补贴|奖励|补助|扶持|返还)?(?:比例|标准)")
_BY_TIERS = pattern(r"按照?(?:其|企业|项目|实际|完成|的)*(?P<basis>[^,;。\d]{2,20}?)(?:分档|分级|分段|分类)")
_OTHERS = pattern(r"\s*(?:其他|其它|其余)")
_CAP_LIFTED = pattern(
    r"(?:上限|限额|最高额度?|封顶额?)(?:可)?(?:提高|放宽|上调|调整|增加|上浮)?(?:到|至|为)(?=\d)"
)
# 起点由1亿元降至5000万元 tells how a paper was changed: neither amount is granted by it.
_CHANGED = pattern(
    r"[由从][^,;。\d]{0,10}\d[^,;。]{0,10}(?:降|下调|降低|提高|提升|提|上调|调整|调高|增加|放宽|扩大|缩短|延长)[到至为]"
)
# 原规定第七条“按1‰奖励”同时停止执行: what is quoted is granted no longer.
_ENDED = pattern(r"[”》)][^,;。]{0,8}(?:停止执行|不再执行|废止|失效)\s*$")
_GIVEN = pattern(r"给予|予以")
_NUMBERED = pattern(r"\s*\d{1,2}[.、](?!\d)")
_TIER_ENDS = pattern(r"(?:按|给予|予以|奖|补)[^,;]*\d[^;]*$")


def rules_in(text: str, *, start: int = 0) -> list[Rule]:
    """The rules of one article or passage of folded text, tiers after each other reading on; offsets are
    counted from `start`."""
    carried = Carried()
    found: list[Rule] = []
    item = 0  # the rules of the item so far begin here: another item raises or caps none of them
    for begin, end in _parts(text):
        piece = text[begin:end]
        if _CHANGED.search(piece) or _ENDED.search(piece):
            continue
        if _NUMBERED.match(piece) and not carried.lead.rstrip().endswith((":", "：")):
            carried, item = Carried(), len(found)
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
        rule = rule_of(piece, carried, start=start + begin, end=start + end)
        if carried.required and rule.grants:
            named = {bound.family for bound in rule.bounds}
            rest = tuple(bound for bound in carried.required if bound.family not in named)
            rule = replace(rule, bounds=(*rest, *rule.bounds))
        if found and rule.grants and (who := condition_apart(piece)):
            before = next((tier.bounds for tier in found if not tier.apart), ())
            found.append(replace(rule, apart=who, bounds=before))
            continue
        if found and rule.caps and _OTHERS.match(piece) and not found[-1].caps:
            found[-1] = replace(found[-1], caps=rule.caps)  # the cap behind both is of both
        goes_on = bool(rule.bounds and carried.award and _GIVEN.search(piece))  # 达到1000万元的，给予80万元
        if rule.grants and (goes_on or _AWARD.search(piece + carried.lead)):
            found += _respectively(piece, rule) or [rule]
        elif found and (settled := SETTLED.search(piece)):
            bounds = bounds_in(piece[: settled.start()], measure=carried.measure)
            found += [replace(rule, bounds=bounds, settled=settled.group())] if bounds else []
        carried = _carry(carried, piece, rule)
    return found


def _cap_lifted(piece: str, tier: Rule, carried: Carried, *, start: int, end: int) -> Rule | None:
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
    """首次突破1亿元、5亿元的，分别奖励20万元、50万元: one rule for each, up to the next, though many a paper
    names the largest first."""
    at = piece.find("分别")
    if at < 0 or not rule.bounds:
        return []
    sizes = [q for q in quantities_apart(piece[:at]) if q.kind == "money"]
    amounts = [
        q for q in quantities_apart(piece) if q.kind == "money" and q.start > at and not is_cap(q, piece)
    ]
    if len(sizes) < 2 or len(sizes) != len(amounts):
        return []
    pairs = [
        (money_of(size, piece), money_of(amount, piece)) for size, amount in zip(sizes, amounts, strict=True)
    ]
    pairs.sort(key=lambda pair: pair[0].value)
    lows = [low for low, _ in pairs]
    first = rule.bounds[-1]
    return [
        replace(
            rule,
            fixed=amount,
            bounds=(replace(first, low=low, high=high, high_in=False, printed=low.printed),),
        )
        for (low, amount), high in zip(pairs, [*lows[1:], None], strict=True)
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
    for match in re.finditer(rf"[;。\n]|{_TIERS_FOLLOW.pattern}|{_TIER_BEGINS.pattern}|$", text):
        if match.group() == "," and not _TIER_ENDS.search(text, at, match.start()):
            continue
        if text[at : match.start()].strip():
            yield at, match.start()
        at = match.end()


def _carry(carried: Carried, piece: str, rule: Rule) -> Carried:
    opens = piece.rstrip().endswith((":", "：")) or not rule.grants
    tiers = _BY_TIERS.search(piece) if opens else None
    share = _SHARE_SET.search(piece) if opens else None
    by = family_name(tiers["basis"]) if tiers else ""
    told = family_name(piece) if opens else ""
    return replace(
        carried,
        required=rule.bounds if by else carried.required,
        measure=by or (rule.bounds[-1].measure if rule.bounds else told or carried.measure),
        basis=(of_tax(piece[: share.start()]) if share else "") or by or rule.basis or told or carried.basis,
        award=rule.award,
        who=rule.who if opens else carried.who,
        lead=carried.lead + piece if opens else carried.lead,
    )
