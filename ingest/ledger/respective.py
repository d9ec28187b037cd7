"""Whose is each figure of a list: 甲、乙分别完成53%和88%?"""

from __future__ import annotations

import itertools
import re

from ingest.ledger.cast import Cast, Topic, place_topic
from ingest.ledger.leading import without_periods
from ingest.ledger.listed_measures import kinds_listed
from ingest.ledger.paired_measures import (
    behind_its_place,
    of_one_end,
    of_sizes,
    paired_measures,
    shares_of_two,
)
from language.divisions import WHOLE
from language.naming import Name
from language.place_table import is_place
from language.quantity import Quantity

RESPECTIVE = re.compile(r"(?:分别|依次)(?:为|是|达到?|完成|实现|签约|新增|引进|增长|占|落地|提高|下降)?")
_COUNTED_LIST = re.compile(
    r"(?:^|[,;。:])(?P<items>[^,;。:、\d]{2,16}(?:、[^,;。:、\d]{2,16})+?)"
    r"(?:[两三四五六七八九十]|\d+)(?:个|家|大|座)(?:项目|企业|园区|基地|中心|公司|工程)"
)


def respective_owners(kept: list[Quantity], cast: Cast) -> dict[int, Topic]:
    """甲、乙分别完成53%和88%: the n-th figure is the n-th name's, and so in a second 分别 of the sentence."""
    found: dict[int, Topic] = {}
    last: list[Topic] = []
    for match in RESPECTIVE.finditer(cast.text):
        after = listed_after(match, kept, cast)
        owners = _named_before(match, len(after), cast) or _named_behind(after, cast)
        owners = owners or (last if len(last) == len(after) else [])
        if len(after) >= 2 and owners:
            last = owners
            for run in (after, _as_many_after(after, kept, cast)):
                found.update({quantity.start: topic for quantity, topic in zip(run, owners, strict=False)})
    return found


_SHARED = re.compile(r"分别(?P<measure>(?:完成|达到?|占|为|是)[一-鿿]{2,10})的")
_MEASURE = re.compile(r".*(?:率|额|资金?|项目数?|产值|收入|税收|投资|进出口|出口|进口)")


def respective_measures(kept: list[Quantity], cast: Cast) -> dict[int, str]:
    """履约率、开工率和投产率分别为93.5%、70.8%和49.4%: by the start of each, the n-th measure."""
    found = paired_measures(kept, cast) | shares_of_two(kept, cast)
    for match in RESPECTIVE.finditer(cast.text) if "分别" in cast.text else ():
        after = listed_after(match, kept, cast)
        if len(after) > 1 and (shared := _SHARED.fullmatch(cast.text, match.start(), after[0].outer_start)):
            found |= {quantity.start: shared["measure"] for quantity in after}  # 分别完成总工程量的53%和88%
            continue
        begin = behind_its_place(max(cast.text.rfind(mark, 0, match.start()) for mark in ",;:。") + 1, cast)
        words = _WHOSE.sub("", _COMPARED.sub("", without_periods(cast, begin, match.start())))
        names = re.split(r"[、和与及]", _AS_INDICATORS.sub("", words))
        if not all(_MEASURE.fullmatch(name) for name in names):  # 制造业、农业项目分别为28个和17个
            counts = all(one.kind == "count" for one in after)
            placed = any(begin <= one.start < match.start() for one in cast.mentions)
            doing = cast.text[match.start() + len("分别") : after[0].outer_start] if after else ""
            together = _OF_AS_MANY.search(words)  # 甲、乙两个项目总投资分别为…
            names = [] if placed else _kinds(words, doing) if counts else of_one_end(words)
            names = [together["measure"]] * len(after) if together else names
        elif "存贷款" in words or "城乡居民" in words:
            names = of_one_end(words)
        if words == "占比":
            names = _classes_before(begin, len(after), cast)
        if len(names) == 1 < len(after) == len(of_items := _of_items_before(begin, words, cast)):
            names = of_items
        if len(names) == len(after) > 1:
            grown = _CHANGED.search(cast.text, match.start(), after[0].outer_start)
            way = grown.group() if grown and after[0].kind == "rate" else ""
            found |= {quantity.start: f"{name}{way}" for quantity, name in zip(after, names, strict=True)}
            later = _as_many_after(after, kept, cast) if not way else []
            grew = _CHANGED.search(cast.text, after[-1].end, later[0].outer_start) if later else None
            if grew and all(one.kind == "rate" for one in later):  # 分别达A、B，增长8.5%、9%
                found |= {one.start: f"{name}{grew.group()}" for one, name in zip(later, names, strict=True)}
    return found


_OF_AS_MANY = re.compile(r"(?:[两三四五六七八九十]|\d+)个项目(?P<measure>(?:计划|协议)?总?投资额?)$")
_AS_INDICATORS = re.compile(r"等?(?:[两三四五六七八九十]|\d+)(?:项|个|大)(?:主要|重点|核心|关键)?指标$")
_WHOSE = re.compile(rf"^(?:{WHOLE}|其中)+")
_TRADES = re.compile(r"(?P<items>[^、]{2,10}(?:、[^、]{2,10}?)+?)等?(?:产业|行业|领域)")
_DONE_WITH = re.compile(r"(?:新)?(?:签约|引进|招引|落地|开工|投产|新增)(?:项目|企业)")


def _kinds(words: str, doing: str) -> list[str]:
    """What a list of kinds measures, whether its noun stands behind the kinds or behind what was done with
    them: 农业、新材料等产业分别签约项目137个、31个."""
    trades = _TRADES.fullmatch(words) if _DONE_WITH.fullmatch(doing) else None
    if trades is not None:
        return [f"{item}产业{doing}" for item in trades["items"].split("、")]
    return of_sizes(words) or kinds_listed(words)


_CHANGED = re.compile(r"(?:增长|增加|提高|提升|上升|上涨|下降|减少|降低|下跌|回落|增|降)$")
_COMPARED = re.compile(r"(?:同比|环比|[比较][上去]年(?:同期)?)$")
_ITEMS = re.compile(r"\d+[个家](?P<item>[^,;。、\d]{2,12}?(?:项目|企业|工程))(?=[、和]|全部|均|都|已|,)")


def _of_items_before(begin: int, measure: str, cast: Cast) -> list[str]:
    """8个省级项目、19个市级项目全部开工，投资完成率分别为160%、121%: the measure of each of the items."""
    clause = cast.text[cast.clause_before(begin) : begin]
    items = [one["item"] for found in (_ITEMS, _DONE_ITEMS) for one in found.finditer(clause)]
    clause = cast.text[behind_its_place(cast.clause_before(begin), cast) : begin]
    if not items and (alike := _KINDS_ALIKE.search(clause)) is not None:
        items = kinds_listed(alike["items"])  # 光热、风电项目各2个，总投资分别为32亿元、18亿元
    return [f"{item}{measure}" for item in items] if len(items) > 1 and _MEASURE.fullmatch(measure) else []


# 签约项目44个、开工项目51个、投产项目26个，总投资分别为…: what was done with each of the items
_DONE_ITEMS = re.compile(
    r"(?P<item>(?:(?:新|集中)?(?:签约|开工|投产|竣工|落地|在建|续建|新建|储备|前期)|[一-鿿]{2,8}[业类])(?:项目|企业)"
    r"|(?:正式)?合同(?:项目)?|(?:框架|意向|合作|战略)(?:合作)?协议(?:项目)?)"
    r"(?:共|有|达|为)*\d+余?[个家项](?=[、和,])"
)
_KINDS_ALIKE = re.compile(r"(?P<items>[^,;:。、\d]+(?:[、和与及][^,;:。、\d]+)+)各(?:有)?\d+个,$")
_CLASS = re.compile(
    r"(?:^|(?<=[,、;]))(?P<item>[^,;。、]{2,20}?(?:项目|企业))(?:有|达|共)?\d+余?[个家](?=[,、;])"
    r"|(?<=[,、;])(?P<amount>[^,;。、\d]{1,10}?(?:金额|投资额?|资金))(?:达|为|约)?\d[\d.]*[万亿]元(?=[,、;])"
)


def _classes_before(begin: int, count: int, cast: Cast) -> list[str]:
    """5亿元至10亿元项目18个，30亿元以上项目10个，占比分别达18.2%和10.1%: the share of each of the classes."""
    found = _CLASS.finditer(cast.text, 0, begin)
    told = [one["item"] or one["amount"] for one in found][-count:]
    return [f"{_WHOSE.sub('', item)}占比" for item in told]


_GREW = re.compile(r",(?:同比|环比|比上年|较上年)?(?:分别)?(?:增长|下降|提高|上升|增|降)")


def _as_many_after(listed: list[Quantity], kept: list[Quantity], cast: Cast) -> list[Quantity]:
    """…分别为62.1亿元和54.7亿元，增长5%和6%: how each grew, in the same order."""
    later = [quantity for quantity in kept if quantity.start > listed[-1].start][: len(listed)]
    if len(later) < len(listed) or not _GREW.fullmatch(
        cast.text[listed[-1].outer_end : later[0].outer_start]
    ):
        return []
    gaps = (cast.text[one.outer_end : other.outer_start] for one, other in itertools.pairwise(later))
    return later if all(gap in ("、", "和", "与", "及") for gap in gaps) else []


def listed_after(match: re.Match[str], kept: list[Quantity], cast: Cast) -> list[Quantity]:
    """The figures of the list behind a 分别."""
    after: list[Quantity] = []
    for quantity in kept:
        if quantity.start >= match.end() - 1:
            gap = cast.text[after[-1].outer_end : quantity.outer_start] if after else "、"
            if not re.fullmatch(r"[、,和与及]", gap):
                break
            after.append(quantity)
    return after


def _named_before(match: re.Match[str], count: int, cast: Cast) -> list[Topic]:
    begin = cast.text.rfind(";", 0, match.start()) + 1
    places = [
        (mention.start, place_topic(mention.place))
        for mention in cast.mentions
        if begin <= mention.start and mention.end <= match.start()
    ]
    names = [
        (name.start, Topic(subject=name.text, place=_opened_with(name, cast), kind=name.kind))
        for name in cast.names
        if begin <= name.start and name.end <= match.start()
    ]
    for listed in (sorted(places, key=lambda item: item[0]), names):
        owners = listed[-count:] if count else []
        if len(owners) == count and _enumerated(cast.text, [start for start, _ in owners]):
            return [topic for _, topic in owners]
    items = list(_COUNTED_LIST.finditer(cast.text, 0, match.start()))
    opens = next((one for one in cast.mentions if items and one.start == items[-1].start("items")), None)
    words = items[-1]["items"][opens.end - opens.start if opens else 0 :] if items else ""
    told = re.split(r"[、和]", words) if words else []  # 江华县九恒条码、坤昊电子两个项目
    where = opens.place.name if opens else ""
    return [Topic(subject=item, place=where, kind="project") for item in told] if len(told) == count else []


_OPENING = re.compile(r"[一-鿿]{1,5}?[市区县旗]")


def _opened_with(name: Name, cast: Cast) -> str:
    """虞城县 of 虞城县工量具项目, "" of a name that tells no place."""
    opening = _OPENING.match(cast.text, name.start, name.end)
    return opening.group() if opening and is_place(opening.group()) else ""


_BEHIND = re.compile(
    r"的(?P<items>[^,;。:]{3,24}?(?:[、和与及][^,;。:、和与及]{3,24}?)+)(?=等|已|均|都|正|将|顺利|[,;。]|$)"
)


def _named_behind(listed: list[Quantity], cast: Cast) -> list[Topic]:
    """总投资分别为11亿元、6亿元的A和B: the names that the list of amounts leads to."""
    match = _BEHIND.match(cast.text, listed[-1].outer_end) if len(listed) > 1 else None
    items = re.split(r"[、和与及]", match["items"]) if match else []
    return [Topic(subject=item, kind="project") for item in items] if len(items) == len(listed) else []


def _enumerated(text: str, starts: list[int]) -> bool:
    return all(re.search(r"[、和与及,]", text[left:right]) and "。" not in text[left:right]
               for left, right in itertools.pairwise(starts))  # fmt: skip
