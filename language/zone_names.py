"""Which zones outside the national table does a text name: 上合示范区, 苏州工业园区, 新蒲新区?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from language.bare_zone import ZONE_KIND
from language.naming import GOVERNING
from language.place_table import cities_by_short, national
from language.words import is_known, word_tags

_LONGEST_HEAD = 10
_ZONE = re.compile(rf"(?P<head>(?!(?<=\d)[年月日])[一-鿿]{{2,{_LONGEST_HEAD}}}?)(?P<suffix>{ZONE_KIND})")
_ZONE_END = re.compile(ZONE_KIND)
_HEAD_STOPS = re.compile(
    r".*(?:[在于和与及到向由对为以从了的等是把将被让使其该各本全这那此据作当至有并又也还都共个家项座大新老入驻园市省区县面]|"
    r"用好|公司|项目|资金|迁出|迁离|搬离|扎根|结合|会同|联合|提升|融合|开展|赋能|"
    r"届|选址|选在|入驻|坐落|[上中下]旬|举办|召开|一流|航拍|打响|建设|推动|推进|支持|加快|打造|发挥|"
    r"国家级?|省级|市级|依托|围绕|聚焦|深入|实施|创建|申报|设立|引进|落户|位于|来自|包括|"
    r"以及|通过|成为|下步|今年|作为|下一步)"
)
_GENERIC_ZONES = re.compile(
    r"^(?:中国|我国|国家|省级|国家级|先行|创新|合作|核心|综合|现代|高能级|改革|创新型|城市|各|经济|技术|高新|产业|功能|发展|研究|开放|"
    r"科技|试验|重点|示范|规划|战略|投资|招商|建设|生态|绿色|智慧|联动|自贸|自由贸易)*$"
)


def zone_names(text: str) -> Counter[str]:
    """Names of zones outside the national table that the text uses, with how often."""
    raw: Counter[str] = Counter()
    for name in _listed(text):
        raw[name] += 1
    for name in _quarters(text) if _QUARTER in text else ():
        raw[name] += 1
    for match in _zones(text):
        resort = match["suffix"].endswith(_RESORTS) and text.startswith("项目", match.end())
        led = text.startswith(("专班", "指挥部"), match.end())  # 自贸片区专班9个项目
        if resort or led or _OF_PROJECTS.match(text, match.end()):
            continue  # 总投资18亿元的云居度假区项目
        head = _zone_head(match["head"])
        opens = head != match["head"] and _opens_name(text, match)
        if opens and (len(head) < 2 or match["head"][0] in _MAY_OPEN):  # 新蒲新区: 新 opens the name
            head = match["head"]
        if len(head) >= 2 and "各" not in head and not _GENERIC_ZONES.match(head):
            raw[head + match["suffix"]] += 1
    return _without_prefixes(raw)


# 泗县31个、宿马园区8个: what has its number in a list of districts and zones is one of them.
_LISTED = re.compile(
    r"(?<=[县区市旗]\d)\d?\d?(?:个|[万亿]元)[、，,；;](?P<name>[一-鿿]{2,5}(?:园区|产业园))(?=\d+(?:\.\d+)?(?:个|[万亿]元))"
)
_COUNTED_PARK = re.compile(r"园区?\d")
_TOLD = r"\d[\d.]*(?:个|家|项|[万亿]元)"
_TOWN = re.compile(rf"(?<=[，,、；;：:。])(?P<name>[一-鿿]{{2,4}}?(?:镇|乡|街道))(?={_TOLD})")
_TOWN_FIRST = re.compile(
    rf"(?<=[，,、；;：:。])(?P<name>[一-鿿]{{2,3}}?(?:镇|乡|街道))(?=[一-鿿]{{2,10}}{_TOLD})"
)
_A_LIST = 2  # towns with a number each that make a list of them


def _listed(text: str) -> Iterator[str]:
    """Parks and towns that have their number in a list: 木石镇4.2亿元，洪绪镇3.9亿元."""
    if _COUNTED_PARK.search(text):
        yield from (match["name"] for match in _LISTED.finditer(text))
    if "镇" in text or "街道" in text:
        towns = {match["name"] for match in _TOWN.finditer(text)}
        if len(towns) >= _A_LIST:
            yield from towns | {match["name"] for match in _TOWN_FIRST.finditer(text)}


_QUARTER = "片区"


def _quarters(text: str) -> Iterator[str]:
    """喀什片区 of a free trade zone, which is not 喀什: what a city or a district gives its name to."""
    at = text.find(_QUARTER)
    while at >= 0:
        heads = (text[max(0, at - size) : at] for size in (4, 3, 2))
        head = next((one for one in heads if one in cities_by_short() or f"{one}市" in national()), "")
        if head:
            yield head + _QUARTER
        at = text.find(_QUARTER, at + 1)


_RESORTS = ("度假区", "科学城", "科技城", "产业新城", "空港区")
_OF_PROJECTS = re.compile(r"等(?:\d+余?个)?(?:重点|重大)?项目")  # 国药科技城等项目先后动工 names a project


def _opens_name(text: str, match: re.Match[str]) -> bool:
    """Whether the words before 新区 are two or three characters that stand between stops."""
    begins = match.start() == 0 or text[match.start() - 1] in "、，,；;。：: \n\u3000和与及"
    head = match["head"]
    return begins and len(head) in (2, 3) and head not in GOVERNING and not _HEAD_WORDS.match(head)


_HEAD_WORDS = re.compile(
    r"(?:[今去明前当上同近]年|目前|如今|当前|[上下]半年|全年|[一二三四]季度)|[在各全本该这那此据作当至有并又也还都共每其]|只有|仅有|唯有|.*[的了是在]$|老|新老|国家|省级|市级"
    r"|落户|位于|入驻|进驻|来自|引进|选址|聚焦|围绕|依托|支持|打造|建设|推动|申报|创建|设立|走进|对接"
)


_MAY_OPEN = "大新老"  # 大亚湾开发区, though 大开发区 is none


def _zones(text: str) -> Iterator[re.Match[str]]:
    """The same as `_ZONE.finditer(text)`, which would try a name at every character."""
    at = 0
    while suffix := _ZONE_END.search(text, at):
        match = _ZONE.search(text, max(at, suffix.start() - _LONGEST_HEAD))
        if match is None:
            return
        yield match
        at = match.end()


def zone_head(name: str) -> str:
    """What a zone is called without its kind: 洋浦 of 洋浦经济开发区."""
    return re.sub(f"{ZONE_KIND}$", "", name) or name


def _without_prefixes(raw: Counter[str]) -> Counter[str]:
    """赋能上合新区 is 上合新区 where the text, or the national table, has that name too."""
    if not raw:
        return raw
    merged: Counter[str] = Counter()
    for name, count in raw.items():
        shorter = (name[cut:] for cut in range(len(name) - 3, 0, -1))
        core = next((tail for tail in shorter if tail in raw or tail in national()), name)
        if core not in national():
            merged[core] += count
    return merged


def _zone_head(head: str) -> str:
    """The part of the run before 示范区 that names it: 扎实推进上合 → 上合, 作为青岛 → 青岛."""
    cities = [head.rfind(head[at : at + size]) for size in (2, 3) for at in range(len(head) - size + 1)
              if head[at : at + size] in cities_by_short()]  # fmt: skip
    if cities and "在" not in head[max(cities) :]:  # 襄阳云计算中心在高新区 tells where it stands
        return head[max(cities) :]
    stop = _HEAD_STOPS.match(head)
    if stop is None:
        return head
    for at in range(stop.end()):  # 和林格尔新区: 和 begins the name of a district
        if head[at:] in _heads_of_districts():
            return head[at:]
    return head[stop.end() :]


@lru_cache(maxsize=1)
def _heads_of_districts() -> frozenset[str]:
    """Short names of districts that hold a character which elsewhere ends what stands before a name, and are
    no words."""
    districts = (place for places in national().values() for place in places if place.level == "district")
    return frozenset(
        place.short
        for place in districts
        if len(place.short) >= 2
        and _HEAD_STOPS.match(place.short)
        and place.short not in _PLAIN_WORDS
        and (len(place.short) > 2 or not is_known(place.short) or word_tags(place.short)[0][1] == "ns")
    )


_PLAIN_WORDS = frozenset("新建 新城 东区 西区 西市 大关 大城".split())
