"""What does a clause say of its grants all at once: one cap for all tiers, rates by year, 一事一议?"""

from __future__ import annotations

import re
from decimal import Decimal

from language.bounds import is_cap, money_of, quantities_apart
from language.numeral import whole_number
from language.pattern import pattern
from language.rule import Cap, OfYears

SETTLED = pattern(r"一事一议|一企一策|一项目一议|另行(?:研究|商定|确定)|专题研究")
_SHARED = pattern(
    r"^\s*(?:[两三四五]项|上述|以上|前述|前款|各档|本条|同一|单个|每个|每家|单户|单项|累计|合计|最高|(?:奖励|补助|补贴|资助)(?:总额|资金)?)"
    r"[^\d]{0,16}$"
)
_SCOPE = pattern(r"(?:单个|每个|每家|单户|同一)[一-鿿]{0,4}?(?:项目|企业|单位|机构|公司|主体)|累计|合计|每年")
_N = r"[一二两三四五六七八九十\d]+"
_YEARS = pattern(
    rf"第(?P<a>{_N})年?(?P<more>(?:[、和及]第?{_N}年?)*)(?:(?:至|到|-|—)第?(?P<b>{_N}))?(?:年|(?<=年))|前(?P<n>{_N})年|后(?P<m>{_N})年"
)
_FULL = pattern(r"全额|全部")


def shared_cap(piece: str) -> Cap | None:
    """The cap of a part that says nothing else: 单个项目奖励总额不超过2000万元; None for any other part."""
    quantities = [each for each in quantities_apart(piece) if each.unit != "项"]
    if len(quantities) != 1 or not is_cap(quantities[0], piece):
        return None
    before = piece[: quantities[0].start]
    if not _SHARED.match(before) or "," in before:
        return None
    scope = _SCOPE.search(before)
    return Cap(amount=money_of(quantities[0], piece), scope=scope.group() if scope else "")


def by_year(piece: str) -> tuple[OfYears, ...]:
    """The rates of 前两年全额, 第三年50%, in order; () for a rate that is the same every year."""
    found: list[OfYears] = []
    marks = list(_YEARS.finditer(piece))
    for at, mark in enumerate(marks):
        part = piece[mark.end() : marks[at + 1].start() if at + 1 < len(marks) else len(piece)]
        rate = next((q for q in quantities_apart(part) if q.unit in ("%", "‰")), None)
        full = _FULL.search(part)
        if rate is None and full is None:
            return ()
        first, last = _span(mark, found[-1].last if found else 0)
        value = Decimal(100) if rate is None else rate.value / (10 if rate.unit == "‰" else 1)
        printed = part[rate.start : rate.end] if rate else "100%"
        found.append(OfYears(first=first, last=last, rate=value, said=mark.group(), printed=printed))
    return tuple(found) if len(found) > 1 else ()


def _span(mark: re.Match[str], before: int) -> tuple[int, int]:
    if mark["n"]:
        return 1, whole_number(mark["n"])
    if mark["m"]:
        return before + 1, before + whole_number(mark["m"])
    more = re.findall(_N, mark["more"] or "")
    return whole_number(mark["a"]), whole_number(mark["b"] or (more[-1] if more else mark["a"]))
