"""What does a question put to a policy: an amount, and of which measure (总投资, 年营收), or none?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from language.bounds import Family
from language.numeral import whole_number
from language.quantity import base_quantity, find_quantities

_SAID: tuple[tuple[Family, str], ...] = (
    ("fixed", r"固定资产|固投"),
    ("total", r"总投资|投资总额|计划投资|协议投资"),
    ("foreign", r"外资(?:.{0,2}(?:到位|到账))?|外商.{0,4}(?:到位|到账)|外方出资"),
    ("equipment", r"设备|技改|技术改造"),
    ("paid", r"到位|到资|实缴|首期|注册资本"),
    ("revenue", r"营收|营业收入|销售|主营|卖(?!价)"),
    ("output", r"产值"),
    ("tax", r"税|地方贡献|财政贡献"),
    ("rd", r"研发"),
    ("test", r"验证|检测|认证"),
    ("price", r"单价|售价|卖价"),
    ("rent", r"租"),
    ("export", r"出口|进口"),
    ("purchase", r"(?:购|买)(?:了|下)?[^,。;\d]{0,6}(?:用房|厂房|楼|房)|购房|购地|拿地"),
    ("loan", r"贷款|利息"),
    ("invest", r"投资|投入|投"),
)
_NEAR = 12
_GRANT = re.compile(
    r"奖|补|贴|资助|扶持|给多少|给[得的](?:更)?[多高]|优惠|能拿|拿到|拿多少|[拨兑]付?(?:金额)?多少|享受|门槛|达标|够不够|政策"
)
_TOLD = re.compile(r"奖|补|贴|资助|扶持|给多少|给几|拿多少|能拿|标准|条件|门槛|要求")
_CLASS = re.compile(r"\s*(?:\(不?含\))?(?:及|或)?(?:以上|以下|以内|级)")
_REWARD = re.compile(r"(?:奖励?|补贴?|补助|资助|拿|给|得)了?$")
# 投资强度每亩300万元 is a condition: nothing is reckoned from what stands on one acre.
_PER_AREA = re.compile(r"(?:每亩|亩均|投资强度)[^,。;、\d]{0,8}$"), re.compile(r"\s*(?:/|每)亩")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """An amount in the base unit of its currency; `family` is "" where the question does not say of what,
    `said` what it says right before."""

    value: Decimal
    number: Decimal
    currency: str
    printed: str
    family: Family
    said: str = ""


def asks_for_grant(question: str) -> bool:
    """Whether a question is about what a policy grants, so that an amount in it may be worked with."""
    return bool(_GRANT.search(question))


def asks_for_terms(question: str) -> bool:
    """Whether a question without an amount is about what a policy grants or requires."""
    return tells_terms(question) and not asked_amounts(question)


def tells_terms(text: str) -> bool:
    """Whether words are about what is granted or required."""
    return bool(_TOLD.search(text))


def asked_amounts(question: str) -> list[Asked]:
    """The amounts of a folded question for which a grant may be worked out; a size class is none."""
    text = re.sub(r"(?<=\d)\s*个(?=[亿万])|(?<=[一二两三四五六七八九十])个(?=[亿万])", "", question)
    found: list[Asked] = []
    at = 0
    for quantity in find_quantities(text):
        after, before = text[quantity.end :], text[at : quantity.outer_start]
        loose = quantity.unit in ("亿", "万") and not re.match(r"[一-鿿]?[个家人户吨台套亩]", after)
        if (quantity.kind != "money" and not loose) or _CLASS.match(after) or _REWARD.search(before):
            continue
        if _PER_AREA[0].search(before) or _PER_AREA[1].match(after):
            continue
        unit = f"{quantity.unit}元" if loose else quantity.unit
        at = quantity.end
        value, currency = base_quantity(quantity.value, unit)
        family = _family(before, after)
        printed = f"{quantity.value.normalize():f}{unit}"
        found.append(
            Asked(
                value=value,
                number=quantity.value,
                currency=currency,
                printed=printed,
                family=family,
                said=before[-_NEAR:],
            )
        )
    return found


def family_said(words: str) -> Family:
    """The measure that words name last: "fixed" for 固定资产投资; "" for none."""
    return _family(words, "")


def _family(before: str, after: str) -> Family:
    """The measure named right before the amount, else right after it."""
    left = re.split(r"[,，。;；、]", before)[-1][-_NEAR:]
    right = re.split(r"[,，。;；?？、]", after)[0][:_NEAR]
    right = re.split(r"能|可以|可|奖|补|\d", right)[0]
    for text, nearest in ((left, max), (right, _first)):
        named = [(match.end(), -order, name) for order, (name, pattern) in enumerate(_SAID)
                 for match in re.finditer(pattern, text)]  # fmt: skip
        specific = [each for each in named if each[2] != "invest"]
        if named:
            return nearest(specific or named)[2]
    return ""


def _first(named: list[tuple[int, int, Family]]) -> tuple[int, int, Family]:
    """Of 4亿元固定资产投资项目首期… the measure that stands next to the amount."""
    return min(named, key=lambda each: (each[0], -each[1]))


def asked_year(question: str) -> int:
    """Which of the years of a grant a question asks about, counted from 1: 第三年 → 3; 0 for none."""
    match = re.search(r"第(?P<n>[一二两三四五六七八九十]|\d{1,2})年", question)
    if match is None:
        return 1 if re.search(r"首年|头一年", question) else 0
    return whole_number(match["n"])
