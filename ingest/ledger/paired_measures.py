"""Which measures does a pair that shares its end name: 进、出口额, 存、贷款余额, 城镇、农村居民人均收入?"""

from __future__ import annotations

import itertools
import re

from ingest.ledger.cast import Cast
from language.divisions import WHOLE
from language.quantity import Quantity

_MEASURED = re.compile(r".*(?:率|额|资金?|产值|收入|税收|投资|进出口|出口|进口|余额|量|值|人口|面积|价格)")
_PARTED = {"存": "贷", "进": "出", "收": "支"}  # the characters that begin the words of a pair
_LEADS = re.compile(rf"^(?:{WHOLE}|其中|全年|今年|去年|预计)+")
_SO_MANY = re.compile("[两三四五六七八九十][大个类](?:重点)?")  # 化工、冶金两大行业产值
_ORDINAL = re.compile(r"第?[一二三]$")
_CLOSES_WORD = tuple("业产民区县市镇")
_NEAR = 6  # characters within which the word of the last item ends
_LONGEST = 4  # characters of an item that leaves its end to the last one


def of_one_end(items: str) -> list[str]:
    """进口额 and 出口额 of 进、出口额; [] where the items of the list do not share an end."""
    items = _LEADS.sub("", items.replace("存贷款", "存、贷款"))
    items = items.replace("城乡居民", "城镇、农村居民") if "、" not in items else items
    *firsts, last = re.split(r"[、和与及]", _SO_MANY.sub("", items))
    if not firsts or not _MEASURED.fullmatch(last):
        return []
    parted = _PARTED.get(firsts[0][-1:], "")
    if len(firsts) == 1 and parted and last.startswith(parted):
        return [f"{firsts[0]}{last[1:]}", f"{firsts[0][:-1]}{last}"]
    ends = [_end_for(first, last) for first in firsts]
    if not all(ends):
        return []
    last = f"第{last}" if firsts[0].startswith("第") and not last.startswith("第") else last
    named = [f"第{one}" if last.startswith("第") and one[0] != "第" else one for one in firsts]
    return [*(f"{one}{end}" for one, end in zip(named, ends, strict=True)), last]


_SIZED = re.compile(
    r"(?P<lead>[^\d]*)(?P<sizes>\d[\d.]*[万亿]元(?:[、和与及]\d[\d.]*[万亿]元)+)(?P<noun>(?:以上)?[^\d]+)"
)


def of_sizes(items: str) -> list[str]:
    """产值超10亿元企业 and 产值超50亿元企业 of 产值超10亿元、50亿元企业; [] where no sizes are listed."""
    match = _SIZED.fullmatch(_LEADS.sub("", items))
    sizes = re.split(r"[、和与及]", match["sizes"]) if match else []
    return [f"{match['lead']}{size}{match['noun']}" for size in sizes] if match else []


def _end_for(first: str, last: str) -> str:
    """What the last item says that the first leaves out: 常住居民人均收入 of 城镇、农村常住居民人均收入."""
    if not 1 <= len(first) <= _LONGEST or _MEASURED.fullmatch(first):
        return ""
    if first.endswith(_CLOSES_WORD) and (at := last.find(first[-1], 1, _NEAR)) > 0:
        return last[at + 1 :]
    size = 1 if _ORDINAL.fullmatch(first) else len(first)
    end = last[size:]
    return end if _MEASURED.fullmatch(end) else ""


_PAIR = re.compile(
    r"(?:^|[,;:。])(?P<items>[^,;:。\d]{0,12}?(?:存、?贷款|进、出口|城镇、农村|城乡居民|城、乡)[^,;:。、\d]{0,16}?)"
    r"(?:达到?|为|是|完成|实现)?(?=\d)"
)


def paired_measures(kept: list[Quantity], cast: Cast) -> dict[int, str]:
    """存、贷款余额达152亿元、121亿元, without 分别: by the start of both figures, what each measures."""
    found: dict[int, str] = {}
    if not any(sign in cast.text for sign in ("、", "贷款", "城乡居民")):
        return found
    for match in _PAIR.finditer(cast.text):
        after = [one for one in kept if one.start >= match.end()][:2]
        if len(after) < 2 or after[0].start != match.end() or after[0].unit != after[1].unit:
            continue
        gaps = (cast.text[one.outer_end : other.outer_start] for one, other in itertools.pairwise(after))
        items = cast.text[behind_its_place(match.start("items"), cast) : match.end("items")]
        names = of_one_end(items) if all(gap in ("、", "和", "与", "及") for gap in gaps) else []
        found |= {one.start: name for one, name in zip(after, names, strict=False)}
    return found


_SHARES = re.compile(
    r"(?P<part>[^,;。、\d]{2,14}?)(?:分别|各)?占了?(?:全[省市区县州国]|总)?(?P<one>[^,;。、和与及\d]{2,10})[和与及、]"
    r"(?P<other>[^,;。、和与及\d]{2,10}?)的?(?:比重|比例|份额)?(?:分别)?的?(?:为|达到?|约)*(?=\d)"
)


def shares_of_two(kept: list[Quantity], cast: Cast) -> dict[int, str]:
    """工业项目分别占全市签约数和签约额的58%和49%: by the start of both, of what each is the share."""
    found: dict[int, str] = {}
    if "占" not in cast.text:
        return found
    for (begin, _), (one, other) in itertools.product(cast.clauses, itertools.pairwise(kept)):
        if one.kind != "rate" or other.kind != "rate":
            continue
        match = _SHARES.match(cast.text, behind_its_place(begin, cast))
        if match and match.end() == one.outer_start and cast.text[one.outer_end : other.outer_start] in _AND:
            found[one.start] = f"{match['part']}占{match['one']}"
            found[other.start] = f"{match['part']}占{match['other']}"
    return found


def behind_its_place(begin: int, cast: Cast) -> int:
    """Where the words of a clause begin behind the one place that it opens with: 甲县进、出口额."""
    place = next((one for one in cast.mentions if one.start == begin), None)
    return begin if place is None or cast.text[place.end : place.end + 1] in _AND else place.end


_AND = tuple("、和与及")
