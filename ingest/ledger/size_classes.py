"""Which size class (5亿元以上) does each figure of a sentence belong to?"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from ingest.ledger.cast import Cast
from ingest.ledger.modality import is_growth
from ingest.ledger.thresholds import IN_OTHER_MONEY, threshold_of
from language.quantity import Quantity, find_quantities

_OR = ("或", "或者", "人民币或", "人民币或者")
_OF_NO_CLASS = re.compile(r"到位|到账|[内外]资|市外资金|省外资金|税收|产值|生产总值|进出口|营收|增加值|销售")


def size_classes(kept: Sequence[Quantity], cast: Cast) -> tuple[dict[int, str], dict[int, str]]:
    """By the start of each quantity: the class it sets ("" for a figure), and the class it belongs to."""
    thresholds = {quantity.start: threshold_of(quantity, cast.text) for quantity in kept}
    for one, other in itertools.pairwise(kept):  # 1亿元或1000万美元以上: the class is named by the first
        if thresholds[one.start] and (
            cast.text[one.outer_end : other.outer_start] in _OR
            or IN_OTHER_MONEY.match(cast.text, one.outer_end, other.outer_end + len(")以上"))
        ):
            thresholds[other.start] = thresholds[one.start]
    classes: dict[int, str] = {}
    counted = _sizes_counted(kept, thresholds, cast) if "分别" in cast.text else {}
    for quantity in kept:
        apart = _of_a_range(quantity, cast) or _of_a_rank(quantity, cast)
        near = "" if apart else _near(quantity, kept, thresholds, cast)
        classes[quantity.start] = (
            thresholds[quantity.start] or near or _carried(quantity, kept, classes, cast)
        )
    if "分别" in cast.text:
        classes |= _respective(kept, classes, cast) | counted
    return thresholds, classes


_SIZES_COUNTED = re.compile(
    r"(?:超过?|突破|达到?|过)(?P<sizes>\d[\d.]*[万亿]元(?:[、和与及]\d[\d.]*[万亿]元)+)(?:以上)?的?"
    r"[^,;。、\d]{0,10}?(?:企业|项目|园区|集群|产业链)分别(?:达到?|为|有|增至|新增)*(?=\d)"
)


def _sizes_counted(kept: Sequence[Quantity], thresholds: dict[int, str], cast: Cast) -> dict[int, str]:
    """产值超10亿元、50亿元企业分别达到100家、15家: the n-th count is of the n-th size, itself no figure."""
    found: dict[int, str] = {}
    for match in _SIZES_COUNTED.finditer(cast.text):
        sizes = [one for one in kept if match.start("sizes") <= one.start < match.end("sizes")]
        counts = [one for one in kept if one.start >= match.end() and one.kind == "count"][: len(sizes)]
        if len(counts) == len(sizes) and counts[0].start == match.end():
            named = [f"{size.value.normalize():f}{size.unit}以上" for size in sizes]
            thresholds |= {size.start: name for size, name in zip(sizes, named, strict=True)}
            found |= {count.start: name for count, name in zip(counts, named, strict=True)}
    return found


def _respective(kept: Sequence[Quantity], classes: Mapping[int, str], cast: Cast) -> dict[int, str]:
    """5亿元以上项目77个、10亿元以上项目13个，投资额分别为662亿元、338亿元: each is of its own count."""
    found: dict[int, str] = {}
    for told in re.finditer("分别", cast.text):
        end = next((at for mark in ("分别", ";") if (at := cast.text.find(mark, told.end())) >= 0), None)
        amounts = [one for one in kept if told.end() <= one.start < (end or len(cast.text))]
        amounts = [one for one in amounts if one.kind == "money"]
        counts = [one for one in kept if one.start < told.start() and one.kind == "count"]
        of = [classes[one.start] for one in counts[-len(amounts) :]] if amounts else []
        if len(set(of)) == len(amounts) > 1 and all(of):
            found |= {amount.start: size for amount, size in zip(amounts, of, strict=True)}
    return found


_RANGED = re.compile(
    r"\d[\d.]*[亿万]?元?(?:[—–\-~至到]+)\d[\d.]*[亿万]元(?:的)?(?:[一-鿿]{0,6}(?:项目|企业))?(?:有|为|达|共)?$"
)


def is_of_a_range(metric: str) -> bool:
    """5亿元至10亿元项目占比 is of no class, though one was told of right before it."""
    return _RANGE.search(metric) is not None


_RANGE = re.compile(r"\d[亿万]?元?[—–\-~至到]+\d[\d.]*[亿万]元")
_LONGEST_RANGE = 24  # characters


def _of_a_range(quantity: Quantity, cast: Cast) -> bool:
    """10亿元以上12个、5—10亿元9个: what is counted in a range is of no class told before."""
    end = quantity.outer_start
    return _RANGED.search(cast.text, max(0, end - _LONGEST_RANGE), end) is not None


def _of_a_rank(quantity: Quantity, cast: Cast) -> bool:
    """10亿元以上项目101个、世界500强投资项目26个: what is told by who invests is of no size told before."""
    end = quantity.outer_start
    return "强" in cast.text[max(0, end - _LONGEST_RANGE) : end] and bool(
        _RANKED.search(cast.text, max(0, end - _LONGEST_RANGE), end)
    )


_RANKED = re.compile(r"、[^、,;。\d]{0,6}\d+强[^、,;。\d]{0,10}$")


def _near(quantity: Quantity, kept: Sequence[Quantity], thresholds: Mapping[int, str], cast: Cast) -> str:
    begin, end = cast.clause_at(quantity.start)
    near = [other for other in kept if thresholds[other.start] and begin <= other.start < end]
    # 签约项目300个、签约百亿元以上项目3个: the class of the next item is not of this one
    if cast.text.endswith(")", 0, quantity.outer_start):  # （3000万元以上工业项目、亿元以上其它项目）174个
        within = [one for one in near if one.start > cast.text.rfind("(", 0, quantity.outer_start)]
        near = [one for one in near if one not in within or len(within) == 1 or one.start > quantity.start]
    near = [one for one in near if "、" not in cast.text[quantity.outer_end : max(quantity.end, one.start)]]
    near = [other for other in near if not _parted(other, quantity, kept, thresholds)] or near
    if not near:
        return _above_the_list(quantity, kept, thresholds, cast, begin)
    before = [other for other in near if other.start < quantity.start]
    # 超10亿元项目46个、超50亿元项目5个: the class before the number rather than the next one
    return thresholds[(before[-1] if before else near[0]).start]


def _above_the_list(
    quantity: Quantity, kept: Sequence[Quantity], thresholds: Mapping[int, str], cast: Cast, begin: int
) -> str:
    """新签约10亿元以上项目：甲区14个、乙区12个: the class before the colon is of all behind it."""
    if quantity.kind == "rate" or not cast.text.endswith(":", 0, begin):
        return ""
    head, _ = cast.clause_at(begin - 1)
    told = [other for other in kept if head <= other.start < begin]
    return thresholds[told[-1].start] if told else ""


def _carried(quantity: Quantity, kept: Sequence[Quantity], classes: Mapping[int, str], cast: Cast) -> str:
    """亿元以上项目142个、总投资968亿元: the class before, up to a semicolon or another measure."""
    text = cast.text
    begin = text.rfind(";", 0, quantity.start) + 1
    if begin and quantity.kind == "money" and _BARE_TOTAL.fullmatch(text, begin, quantity.outer_start):
        start = text.rfind(";", 0, begin - 1) + 1  # 30亿元以上项目110个，同比增长93%；总投资5201亿元
        told = [other for other in kept if start <= other.start < begin]
        begin = (
            begin if any(other.kind == "money" and not threshold_of(other, text) for other in told) else start
        )
    if beside := _beside(quantity, kept, classes, cast, begin):
        return beside
    before = [other for other in kept if begin <= other.start < quantity.start]
    of_aim = (
        _AN_AIM.search(text[: quantity.outer_start]) is not None
    )  # 亿元以上项目69个，完成年度目标86个的80%
    if not before or not (quantity.kind in ("money", "rate") or of_aim or is_growth(text, quantity)):
        return ""
    if quantity.kind == "money" and _OF_ALL.search(text, 0, quantity.outer_start):
        counted = [classes[other.start] for other in before if other.kind == "count"]
        if len({*counted} - {""}) > 1:  # 5亿元以上项目14个、50亿元以上1个，合计投资218亿元: of all of them
            return counted[0] if _holds_all(counted) else ""
    last = before[-1]
    other_measure = _OF_NO_CLASS.search(text, last.start, quantity.start)
    if _A_PART.match(text, quantity.outer_end):  # 5亿元以上项目92个，到位资金267亿元，占总到位资金的66%
        return classes[last.start]
    return "" if other_measure and not threshold_of(last, text) else classes[last.start]


_OF_ALL = re.compile(
    r"[,，](?:合计|总计|共计|累计|一共)(?:完成|实现|协议|合同|计划|总)?(?:总?投资额?|金额|资金)?(?:总额)?(?:为|达到?|约)?$"
)


def _holds_all(classes: Sequence[str]) -> bool:
    """Whether the first class holds every other: 5亿元以上 does 50亿元以上."""
    sizes = [one.base()[0] for name in classes for one in find_quantities(name)[:1]]
    return len(sizes) == len(classes) and min(sizes) == sizes[0]


_BARE_TOTAL = re.compile("(?:计划|协议|合同)?总?投资(?:总额|额)?(?:为|达|约)?")
_AN_AIM = re.compile(r"完成[^,;。\d]{0,8}(?:目标|任务)(?:任务|目标)?$")
_A_PART = re.compile(r"[,、]占(?:全[市省区县州]|总)")


def _beside(
    quantity: Quantity, kept: Sequence[Quantity], classes: Mapping[int, str], cast: Cast, begin: int
) -> str:
    """甲区引进亿元以上项目96个，计划投资518亿元；乙区引进57个，计划投资323亿元: a list of places keeps the
    class of what it measures in the same words."""
    place = next((mention for mention in cast.mentions if mention.start == begin), None)
    earlier = [other for other in kept if other.start < begin and other.unit == quantity.unit]
    if place is None:
        return ""
    words = re.split(r"[，,、]", cast.text[place.end : quantity.outer_start])[-1]
    told = [classes[other.start] for other in earlier if classes[other.start]]
    return told[-1] if told and words and words in cast.text[:begin] else ""


def _parted(one: Quantity, other: Quantity, kept: Sequence[Quantity], thresholds: Mapping[int, str]) -> bool:
    """Whether another figure stands between the two."""
    first, last = sorted((one.start, other.start))
    return any(first < between.start < last and not thresholds[between.start] for between in kept)
