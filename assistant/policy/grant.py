"""What does a clause grant an amount, in words with the expression, or why does it grant nothing?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.policy.asked import Asked
from assistant.policy.rules import Clause
from language.bounds import NAMES, Bound, family_of
from language.rule import Cap, Rule

_YI, _WAN, _LEAST_WAN = Decimal(10**8), Decimal(10**4), Decimal(10**3)
_SAME_AMOUNT = re.compile(r"(?:实际)?(?:到位|投资|投入|到账)?(?:金额|额|资金)")  # as the condition has it
_INCREASE = re.compile(r"增量|增加额|新增|增长(?:额|部分)|较上年")
_INTEREST_RATE = re.compile(r"LPR|利率")
_YIELDED = re.compile(r"税(?!前|后)|收益|利润|留成|留存")  # a share of these is no share of what was invested
Worked = tuple[str, tuple[Decimal, ...]]  # the text, and the numbers in it that no document prints


def granted(
    clause: Clause, asked: Asked, *, article: str, beside: Sequence[Asked] = (), year: int = 0
) -> Worked:
    """The amount granted with its expression; what cannot be worked out is told as the clause puts it.

    `beside` are the other amounts of the question, of which the rate may be; `year` the one it asks about,
    0 for none."""
    rule = clause.rule
    where = f"（{_place(article, clause)}）"
    cap = next((each for each in rule.caps if "年" not in each.scope or len(rule.caps) == 1), None)
    if rule.settled:
        return f"按“{rule.settled}”确定，条款未写明金额{where}", ()
    if rule.by_year:
        of = rated(clause, asked, beside)
        told, derived = by_years(rule, of, year, where)
        return (told if of is not None else f"够得上门槛：{told}"), derived
    if rule.rate is not None:
        return _by_rate(clause, rated(clause, asked, beside), cap, where)
    if rule.step is not None:
        return _by_step(clause, asked, cap, where)
    if rule.fixed is not None:
        upper = f"至{rule.most.printed}" if rule.most else ""
        return f"可奖{rule.fixed.printed}{upper}{where}{_capped_words(rule.caps)}", ()
    if rule.apart:
        return f"条款对此另有规定，不能直接算出金额：{rule.text.strip(' ,')}{where}", ()
    return f"{_caps_words(rule.caps)}，条款未写明计算比例{where}", ()


def rated(clause: Clause, asked: Asked, beside: Sequence[Asked]) -> Asked | None:
    """The amount that the rate is of: the one that decides the tier, or another of the question; None where
    it names none of that measure."""
    if _INTEREST_RATE.search(clause.rule.basis):
        return None  # half of a rate of interest is no half of the loan, nor of what was paid on it
    if _INCREASE.search(clause.rule.basis) and not _INCREASE.search(asked.said):
        return None  # of what grew, not of all
    basis = family_of(clause.rule.basis)
    if _YIELDED.search(clause.rule.basis) and asked.family != "tax" and not _YIELDED.search(asked.said):
        return next((each for each in beside if each.family == "tax"), None)
    if not basis or not clause.family or basis == clause.family or _SAME_AMOUNT.fullmatch(clause.rule.basis):
        return asked
    return next((each for each in beside if each.family == basis), None)


def _by_rate(clause: Clause, asked: Asked | None, cap: Cap | None, where: str) -> Worked:
    rule = clause.rule
    if rule.rate is None or asked is None:
        words = f"够得上门槛，但奖励按{rule.basis}的{rule.rate_printed}计"
        return f"{words}{_capped_words(rule.caps)}，需要知道{rule.basis}才能算出金额{where}", ()
    value = asked.value * rule.rate / 100
    shown, number = amount_text(value, asked.currency)
    worked = f"{asked.printed} × {rule.rate_printed} = {shown}"
    least = rule.least
    if least is not None and least.currency == asked.currency and value < least.value:
        return f"可奖{least.printed}：{worked}，不足下限，按最低{least.printed}计{where}", (
            asked.number,
            number,
        )
    return capped(value, worked, cap, asked.currency, where=where, derived=(asked.number, number))


def capped(
    value: Decimal, worked: str, cap: Cap | None, currency: str, *, where: str, derived: tuple[Decimal, ...]
) -> Worked:
    """An amount worked out, and what a cap makes of it."""
    shown, _ = amount_text(value, currency)
    if cap is None:
        return f"可奖{shown}：{worked}{where}", derived
    if cap.amount.currency != currency:
        return f"按比例为{shown}：{worked}，另有上限{cap.amount.printed}，须折算后比较{where}", derived
    if value > cap.amount.value:
        most = f"{cap.scope}最高{cap.amount.printed}"
        return f"可奖{cap.amount.printed}：{worked}，超过上限，按{most}计{where}", derived
    return f"可奖{shown}：{worked}，未超过{cap.scope}上限{cap.amount.printed}{where}", derived


def _by_step(clause: Clause, asked: Asked, cap: Cap | None, where: str) -> Worked:
    step = clause.rule.step
    if step is None or step[0].currency != asked.currency:
        return f"按每满{step[0].printed if step else ''}计算，币种不同，须折算{where}", ()
    times = asked.value // step[0].value
    if not times:
        return f"够不上门槛：不足一个{step[0].printed}{where}", ()
    value = times * step[1].value
    shown, number = amount_text(value, step[1].currency)
    worked = f"{asked.printed} ÷ {step[0].printed} 取整为 {times}，即 {times} × {step[1].printed} = {shown}"
    derived = (asked.number, times, number)
    if cap is not None and cap.amount.currency == step[1].currency and value > cap.amount.value:
        return f"可奖{cap.amount.printed}：{worked}，超过上限，按最高{cap.amount.printed}计{where}", derived
    return f"可奖{shown}：{worked}{where}", derived


def with_steps(clause: Clause, more: Clause, asked: Asked, *, article: str) -> Worked | None:
    """A fixed amount and what each so much above its threshold adds; None where it cannot be worked out."""
    bound, fixed, step = _first_bound(clause), clause.rule.fixed, more.rule.step
    if bound is None or bound.low is None or fixed is None or step is None:
        return None
    if len({asked.currency, step[0].currency, bound.low.currency}) > 1 or step[1].currency != fixed.currency:
        return None
    times = (asked.value - bound.low.value) // step[0].value
    if times < 1:
        return None
    value = fixed.value + times * step[1].value
    shown, number = amount_text(value, fixed.currency)
    counted = f"({asked.printed} − {bound.low.printed}) ÷ {step[0].printed} 取整为 {times}"
    worked = f"{fixed.printed} + {times} × {step[1].printed} = {shown}（{counted}）"
    cap = next((each for each in (*more.rule.caps, *clause.rule.caps)), None)
    where = f"（{_place(article, clause)}）"
    return capped(value, worked, cap, fixed.currency, where=where, derived=(asked.number, times, number))


def too_small(clause: Clause, asked: Asked, *, article: str, tiers: Sequence[Clause] = ()) -> Worked:
    """That an amount does not reach the threshold, and by how much; or that no tier holds it."""
    bound = _first_bound(clause)
    where = f"（{_place(article, clause)}）"
    if bound is None or bound.low is None or asked.value > bound.low.value:
        listed = ["、".join(_bound_words(each) for each in tier.rule.bounds) for tier in tiers or (clause,)]
        return f"不在条款所列的档次内：{'；'.join(listed)}（{article or _titled(clause)}）", ()
    missing = bound.low.value - asked.value
    if not missing:
        return f"够不上门槛：须超过{bound.low.printed}，不含本数{where}", ()
    shown, number = amount_text(missing, asked.currency)
    expression = f"{bound.low.printed} − {asked.printed} = {shown}"
    reach = "达到" if bound.low_in else "超过"
    text = f"够不上门槛：{bound.measure}须{reach}{bound.low.printed}，还差{shown}（{expression}）"
    return f"{text}，见{article}" if article else text, (asked.number, number)


def mismatch(clause: Clause, asked: Asked, *, article: str) -> str:
    """Which measure the clause goes by, and what it grants, where the question names another."""
    rule = clause.rule
    measure = NAMES.get(clause.family, rule.basis)
    tier = "、".join(_bound_words(bound) for bound in rule.bounds)
    grant = f"按{rule.basis}的{rule.rate_printed}" if rule.rate is not None else ""
    grant = grant or (rule.fixed.printed if rule.fixed else "")
    if rule.rate is not None and asked.family and family_of(rule.basis) == asked.family:
        measure = next((bound.measure for bound in rule.bounds if bound.family == clause.family), measure)
        grant = f"奖励按{rule.basis}的{rule.rate_printed}计{_capped_words(rule.caps)}"
        return f"{grant}，但档次看{measure}（{tier}），需要知道{measure}才能算出金额（{article}）"
    named = NAMES.get(asked.family, "问题中的金额")
    told = "，".join(part for part in (tier, grant, _caps_words(rule.caps)) if part)
    return f"条款看的是{measure}，不是{named}，不能据此算出金额：{told}（{article or _titled(clause)}）"


def over_years(clause: Clause, *, article: str) -> Worked:
    """The most that a yearly grant comes to over its years."""
    cap = next(each for each in clause.rule.caps if "年" in each.scope)
    years = clause.rule.years
    shown, number = amount_text(cap.amount.value * years, cap.amount.currency)
    text = f"合计最高{shown}：{cap.amount.printed} × {years} = {shown}（{_place(article, clause)}）"
    return text, (number, Decimal(years))


def by_years(rule: Rule, asked: Asked | None, year: int, where: str) -> Worked:
    """What the rates of the years make of a yearly amount: of the year asked, else of each."""
    spans = [each for each in rule.by_year if not year or each.first <= year <= each.last]
    if not spans:
        return f"条款没有写明第{year}年：{'，'.join(f'{s.said}{s.printed}' for s in rule.by_year)}{where}", ()
    if asked is None:
        of, needed = (f"按{rule.basis}的", f"，需要知道{rule.basis}才能算出金额") if rule.basis else ("", "")
        told = "，".join(f"{each.said}{of}{each.printed}" for each in spans)
        return f"{told}{_capped_words(rule.caps)}{needed}{where}", ()
    cap = next((each.amount for each in rule.caps if each.amount.currency == asked.currency), None)
    parts, derived = [], [asked.number]
    for each in spans:
        value = asked.value * each.rate / 100
        shown, number = amount_text(value, asked.currency)
        derived += [number, each.rate]
        most = f"，超过上限，按最高{cap.printed}计" if cap and value > cap.value else ""
        parts.append(f"{each.said}：{asked.printed} × {each.printed} = {shown}{most}")
    return f"按年度计算，{'；'.join(parts)}{where}", tuple(derived)


def amount_text(value: Decimal, currency: str) -> tuple[str, Decimal]:
    """An amount of the base unit as officials write it, 800万元 or 1.2亿元, and its number."""
    if value < _LEAST_WAN:  # 500元, not 0.05万元
        return f"{value.normalize():f}{currency}", value
    scale, word = (_YI, "亿") if value >= _YI else (_WAN, "万")
    number = (value / scale).normalize()
    return f"{number:f}{word}{currency}", number


def _place(article: str, clause: Clause) -> str:
    tiers = "、".join(_bound_words(bound) for bound in clause.rule.bounds)
    named = clause.defined.name if clause.defined else ""
    said = "：".join(part for part in (named, tiers) if part)
    return "，".join(part for part in (article, said) if part) or _titled(clause)


def _titled(clause: Clause) -> str:
    """The title of the clause's paper up to its first full stop: a statement is one sentence."""
    return re.split(r"[。！？!?]", clause.document.title)[0]


def _bound_words(bound: Bound) -> str:
    """固定资产投资1亿元（含）以上 as printed; 达到 where the clause puts a bare amount after 首次突破."""
    printed = bound.printed.replace("(", "（").replace(")", "）")
    reached = "达到" if bound.low is not None and printed == bound.low.printed and not bound.high else ""
    return f"{bound.measure}{reached}{printed}"


def _first_bound(clause: Clause) -> Bound | None:
    """The first bound with a least size in the measure the clause goes by, else in any measure."""
    own = [bound for bound in clause.rule.bounds if bound.family == clause.family and bound.low]
    return own[0] if own else next((bound for bound in clause.rule.bounds if bound.low), None)


def _caps_words(caps: tuple[Cap, ...]) -> str:
    return "，".join(f"{cap.scope}最高{cap.amount.printed}" for cap in caps)


def _capped_words(caps: tuple[Cap, ...]) -> str:
    return f"，{_caps_words(caps)}" if caps else ""
