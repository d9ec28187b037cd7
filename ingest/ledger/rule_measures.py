"""What does a figure of a policy clause measure? Rate, cap or amount of a grant, on its condition."""

from __future__ import annotations

import re
from functools import lru_cache

from language.bounds import Bound
from language.grant import rules_in
from language.rule import Rule

LENGTH = 40
_PROVISION = re.compile(r"的[,;]?(?:按|给予|予以|一次性|分别|奖励|补|每满)")
_ARTICLE = re.compile(r"\s*(?:第[^条]{1,6}条|\([一二三四五六七八九十]+\))")


def is_provision(text: str) -> bool:
    """Whether a folded sentence is written as a rule: …的，按…给予, or under the number of an article."""
    return bool(_ARTICLE.match(text) or _PROVISION.search(text))


def rule_metric(text: str, start: int, end: int) -> str:
    """落户奖励比例（固定资产投资1亿元以上） for the quantity `text[start:end]` of a folded sentence.

    "" where no clause that grants something prints it.
    """
    printed = text[start:end]
    for rule in _rules(text):
        if rule.start <= start < rule.end and (said := _role(rule, printed)):
            return said[:LENGTH]
    return ""


@lru_cache(maxsize=64)
def _rules(text: str) -> tuple[Rule, ...]:
    return tuple(rules_in(text))


def _role(rule: Rule, printed: str) -> str:
    award = rule.award or "奖励"
    tier = "、".join(_words(bound) for bound in rule.bounds)
    if rule.rate is not None and printed == rule.rate_printed:
        return f"{award}比例{_bracketed(tier, f'按{rule.basis}' if rule.basis else '')}"
    for cap in rule.caps:
        if printed == cap.amount.printed:
            return f"{award}上限{_bracketed(cap.scope, tier)}"
    if rule.fixed is not None and printed == rule.fixed.printed:
        return f"{award}{_bracketed(tier or _class_of(rule), '')}"
    if rule.step is not None and printed in (rule.step[0].printed, rule.step[1].printed):
        return f"{award}{_bracketed(f'每满{rule.step[0].printed}', tier)}"
    ends = [money.printed for bound in rule.bounds for money in (bound.low, bound.high) if money is not None]
    return f"{award}门槛{_bracketed(tier, '')}" if printed in ends else ""


def _class_of(rule: Rule) -> str:
    """引进中国500强 of a grant that goes by no size."""
    return re.sub(r"^(?:凡|对)+|的(?:另|再)?[奖补]?$", "", rule.who.strip()) if "强" in rule.who else ""


def _words(bound: Bound) -> str:
    return f"{bound.measure}{bound.printed}".replace("(", "（").replace(")", "）")


def _bracketed(*parts: str) -> str:
    said = "，".join(part for part in parts if part)
    return f"（{said}）" if said else ""
