"""Which zones does a text name by their kind alone, as one of several places: 高新区签约24个?"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from language.place_table import Place

ZONE_KIND = (
    r"(?:台商投资区|投资区|自贸试验区|自贸片区|自由贸易试验区|保税港区|综合保税区|综保区|保税区|高新技术产业开发区|"
    r"高新技术产业园区|高新技术开发区|高新区|经济技术开发区|经济开发区|经开区|"
    r"经济示范区|经济试验区|经济实验区|综合实验区|开发区|示范区|工业园区|旅游度假区|度假区|功能区|新区|新城区|经济区|"
    r"产业新城|科学城|科技城|空港区)"
)
_ALONE = re.compile(
    rf"(?:^|(?<=[\s。;；,，、:：]))(?P<kind>市?{ZONE_KIND}+)(?!专班|指挥部)(?=[^\s。;；,，、:：]{{0,16}}?\d|\t)"
)
# Over what is measured of it: a heading, the first line of a box or of a card.
_HEADED = re.compile(
    rf"^[ \t\u3000#]*(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[）)、.．])?(?P<kind>{ZONE_KIND}+)[ \t：:]*"
    r"\n+[^\n。]{0,16}\d",
    re.MULTILINE,
)
# The first line of a paper, and whom it tells of: 开发区签约项目10个, and below 开发区举行签约仪式.
_TITLED = re.compile(rf"\s*(?P<kind>{ZONE_KIND})(?![管委办专内建总])[^\n]*\n")
_ACTS = re.compile(rf"(?:^|(?<=[\s。;；,，、:：]))(?P<kind>{ZONE_KIND})(?![管委办专内建总、和及与])")
# A city has one of these; the other kinds are words of every text but beside districts.
_OF_A_CITY = re.compile(r"(?:高新|经开|综保|保税|自贸|自由贸易|综合保税|经济技术|高新技术)[一-鿿]*")
_DISTRICT = re.compile(
    r"(?:^|[\s。;；,，、:：])[一-鿿]{1,5}?[区县市旗](?![场域级内])[^\s。;；,，、:：]{0,16}?\d"
)
_SENTENCE = re.compile(r"[^。\n]+")
_KIND = re.compile(ZONE_KIND)
_MANY = tuple("级家个各大座类有")  # 国家级经开区2个 counts zones, it is none


def bare_zones(text: str) -> Counter[str]:
    """The kinds of zones that open a clause with a number, with how often: 高新区24个, 经开区签约8个.

    What may be any (开发区, 新区) counts only in a sentence that tells of a district in the same way.
    """
    found: Counter[str] = Counter()
    if not _KIND.search(text):
        return found
    for sentence in _SENTENCE.finditer(text):
        for match in _ALONE.finditer(text, sentence.start(), sentence.end()):
            kind = match["kind"]
            if _OF_A_CITY.fullmatch(kind) or _DISTRICT.search(
                f"{text[sentence.start() : match.start()]},{text[match.end() : sentence.end()]}"
            ):
                found[kind] += 1
    found.update(match["kind"] for match in _HEADED.finditer(text) if _OF_A_CITY.fullmatch(match["kind"]))
    if (titled := _TITLED.match(text)) is not None:
        found[titled["kind"]] += sum(
            1 for m in _ACTS.finditer(text, titled.end()) if m["kind"] == titled["kind"]
        )
    return found


def does_alone(text: str, kind: str) -> bool:
    """Whether a kind of zone opens a clause with a number, as one that is known would: 开发区签约8个."""
    return kind in text and any(match["kind"] == kind for match in _ALONE.finditer(text))


def is_counted(text: str, start: int, name: str) -> bool:
    """Whether `name` at `start` is only a kind of zone, of which several are told: 省级高新区."""
    return text[start - 1 : start] in _MANY and bool(re.fullmatch(f"{ZONE_KIND}+", name))


_SAME_KIND = (
    ("经济技术开发区", "经济开发区", "经开区"),
    ("高新技术产业开发区", "高新技术产业园区", "高新技术开发区", "高新区"),
    ("综合保税区", "综保区"),
    ("自由贸易试验区", "自贸试验区"),
    ("自贸片区", "片区"),
)


@lru_cache(maxsize=4096)
def zone_variants(name: str) -> tuple[str, ...]:
    """The other names of a zone: 徐州经开区 of 徐州经济技术开发区; () for what has none."""
    for kinds in _SAME_KIND:
        kind = next((one for one in kinds if name.endswith(one) and len(name) > len(one) + 1), None)
        if kind is not None:
            head = name.removesuffix(kind)
            return tuple(head + other for other in kinds if other != kind)
    return ()


def bare_kind(name: str) -> str:
    """高新区 of 太仓高新区: what a zone's own papers call it; "" for what is named otherwise."""
    match = re.search(rf"{ZONE_KIND}$", name)
    return match.group() if match else ""


def zone_beside(name: str, place: Place, city: Place) -> Place:
    """徐州经开区 is no zone of 芜湖, though 芜湖's is the only one a collection knows."""
    if city.level != "city" or place.city == city.name or not re.fullmatch(ZONE_KIND, name):
        return place
    return Place(name=f"{city.short}{name}", level="zone", city=city.name)
