"""Which cities, districts and counties does a text name that the national table has not: 清湖区 of 衡州市?

The table is of one year: divisions are founded, merged and renamed, and papers for training speak of cities
that are nowhere. A name counts where the text uses it as it uses any place: it opens a clause or follows what
a name follows (今年, 、, the city), and the text names another such place, or this one again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from language.bare_zone import ZONE_KIND
from language.pattern import pattern
from language.place_table import national
from language.words import is_known, word_tags

KINDS = "市区县"
_SIZES = (4, 3)  # characters of a name with its kind
_HAN = pattern("[一-鿿]+")
# 园区, 超市 and 赛区 are kinds of things; 新区 and 度假区 are zones, which have readings of their own.
_NO_LAST = {
    "区": frozenset(
        "园社片小地专灾辖校郊库厂街景保验范发新税济游假护居管军禁产试心战选院台灌疫牧猎雨特赛震展盲落营学前后中元洪务能岗市县区病跨泛滞观站开"
    ),
    "市": frozenset("城超上股夜都集菜门床楼债油做救立强级大团建休药跨"),
    "县": frozenset("强大富贫级团美抓"),
}
_WILD = frozenset("湾山港林老大")  # 洋山港区, 秦岭山区: no third character of a name
_NO_HEAD_ENDS = frozenset("全各该本我副多两三四五六七八九十几数个分等省市区县旗镇乡村")
_NO_PART = frozenset(  # function words
    "各全该我本其他她它在和与及于是为从对等个以被把将让向到至由按据经占居较比即又也都还之的了着们这那此每某哪但而除就给并因若省市区县"
)
_NO_FIRST = _NO_PART | frozenset("年月日号第两三四五六七八九十几多数家座项条州盟前")
_NO_HEAD = pattern(
    r"(?:地级|县级|省级|市级|国家|沿海|内陆|周边|兄弟|试点|示范|先进|贫困|边境|农业|工业|百强|主体|核心|中心|主城"
    r"|生活|居住|办公|商业|住宅|功能|保护|开放|合作|自治|直辖|统筹|牵头|有关|相关|所有|其余|部分|不少|许多|目标|申报"
    r"|大湾|老城|古城|新城|北部|南部|东部|西部|中部|生态|科教|惠民"
    r"|[中美英法德韩泰全各外本]国|[亚欧非美澳]洲|华[东南西北中]|[东西][南北]|亚太|欧[元非美亚]|全球|国际|海外|境外|港澳|深[水山]|浅山|平原)"
)
_WITHIN_A_WORD = pattern(  # 市场, 区域, 县城: the kind opens a word of its own
    "市(?:场|民|值|面|容|价|井|集|况|盈|[区县])|区(?:域|间|位|块|别|段|分|[县])|县(?:域|城|际|[市区])"
)
_OPENS = frozenset("。，、；：“”（）《》,;:()\"' \n\t　【】·■●▲□—-!！?？|和与及的在于年月日省市州盟")
_AFTER = tuple("其中 季度 半年 以来 目前 分别 位于 落户 落地 来自 包括 区县 县区".split())


def unlisted_divisions(text: str, ends: Iterable[int], *, alone: bool) -> dict[str, int]:
    """The names, with how often each stands as a name does.

    `ends` are the places in the folded text behind a 市, 区 or 县 that closes no name of the table; `alone`
    says that there is no name of the table in it. Beside one of those a name must stand there again, or
    beside another that does.
    """
    found: dict[str, int] = {}
    for end in ends:
        if end < _SIZES[-1] or text[end - 1] not in KINDS or text[end - 2] in _NO_LAST[text[end - 1]]:
            continue
        if text[end - 2] in _NO_HEAD_ENDS or _WITHIN_A_WORD.match(text, end - 1):
            continue
        for size in _SIZES:
            if size > _SIZES[-1] and text[end - 2] in _WILD:
                continue
            start = end - size
            name = text[max(start, 0) : end]
            if start >= 0 and name[0] not in _NO_FIRST and _opens(text, start) and _HAN.fullmatch(name):
                found[name] = found.get(name, 0) + 1
                break
    if not found:
        return {}
    told: Counter[str] = Counter()
    for name, count in found.items():
        again = len(name) == _SIZES[0] and text.count(name[1:]) > text.count(name)
        told[name[1:] if again else name] += count  # 访衡州市 beside 衡州市
    names = {name: count for name, count in told.items() if is_unlisted_division(name)}
    if alone:
        sure = any(count > 1 or text.count(name[:-1]) > 1 for name, count in names.items())
        sure = sure or len(names) > 1
    else:
        sure = any(count > 1 for count in names.values())
    return Counter(
        {name: count for name, count in names.items() if sure and (count > 1 or len(name) == _SIZES[-1])}
    )


_OFTEN = 3  # times that a paper names its own city
_WHOLE = pattern("[全我](?P<kind>[市县区])(?![场域级委直长])")
_DOES = pattern(  # 嵩安招商引资交出答卷; 嵩安日报, 嵩安各区县
    r"(?<![一-鿿])(?:[今去]年|[年月]|前[两三]季度|以来)?的?(?P<head>[一-鿿]{2})"
    r"(?=日报|晚报|各[区县]|全[市县区]|招商|引资|新?引进|新?签约|新增|新开工|重大|实际|交出|掀起|抢抓|加快|[今去]年"
    r"|的|大地|坚持|围绕|聚焦|持续|积极|全力|始终|作为|正|已|将|把|以)"
)
_HEAD_CHARS = 200


def own_place_in_short(text: str) -> str:
    """嵩安市 of a paper that tells of 全市 and says 嵩安 alone, again and again; "" for none."""
    if _WHOLE.search(text) is None:
        return ""
    kinds = Counter(match["kind"] for match in _WHOLE.finditer(text))
    opening = text[:_HEAD_CHARS]
    told = {
        head: text.count(head)
        for head in {match["head"] for match in _DOES.finditer(text)}
        if head in opening and not is_known(head)
    }
    head = max(told, key=lambda head: (told[head], head), default="")
    place = f"{head}{kinds.most_common(1)[0][0]}"
    return place if head and told[head] >= _OFTEN and is_unlisted_division(place) else ""


def _opens(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in _OPENS or text.endswith(_AFTER, 0, start)


@lru_cache(maxsize=1 << 14)
def is_unlisted_division(name: str) -> bool:
    """Whether a full name that a text or a collection knows is a division that the national table has not."""
    if name in national() or len(name) not in _SIZES or name[-1] not in KINDS or _ZONE.search(name):
        return False
    return bool(_HAN.fullmatch(name)) and name[-2] not in _NO_LAST[name[-1]] and _is_name(name)


_ZONE = pattern(f"{ZONE_KIND}$")


def _is_name(name: str) -> bool:
    head = name[:-1]
    if _NO_HEAD.match(name) or not _NO_PART.isdisjoint(head):
        return False
    tags = word_tags(head)
    return not is_known(head) or len(tags) > 1 or tags[0][1].startswith(_NAMING)


_NAMING = ("ns", "nr", "nz")
