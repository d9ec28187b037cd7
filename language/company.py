"""Which company is a name? Its short forms, and the well-known company that a name opens with.

The national table (data/companies.tsv) holds the everyday names of large companies; where such a name is a
word of its own too (三峡, 小米), the table says what must follow for the company to be meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import resources

from language.naming import GOVERNING
from language.openings import finder
from language.place import is_place
from language.words import tagged

_LEGAL = r"(?:股份|控股|有限责任|有限|集团)*公司"
_TAIL = re.compile(rf"(?:{_LEGAL}|集团|控股|股份)+$")
_BRACKET = re.compile(r"[(（][^()（）]{1,12}[)）]")
_TRADES = (
    r"(?:科技|技术|实业|投资|发展|工业|产业|新能源|能源|新材料|材料|电子|电气|电力|生物|医药|药业|制药|医疗|器械|"
    r"半导体|微电子|光电|光伏|智能|智造|制造|铝业|钢铁|装备|设备|机械|重工|精密|精工|汽车|零部件|动力|电池|储能|化工|化学|食品|饮料|"
    r"乳业|农业|牧业|物流|供应链|信息|网络|软件|数据|通信|通讯|环保|环境|建设|建筑|置业|地产|文化|旅游|文旅|传媒|"
    r"咖啡|啤酒|酒业|纺织|服饰|家居|家电|电器|航空|航天|海洋|船舶|轨道交通|资产|资本|基金|管理|国际|创新|企业|健康)"
)
_LAST_TRADE = re.compile(rf"{_TRADES}$")
_ONLY_TRADES = re.compile(rf"{_TRADES}+")
_KINDS = (
    r"(?:能源|科技|股份|铝业|药业|重工|精密|精工|电子|生物|实业|钢铁|化工|机械|制药|乳业|食品|汽车|半导体|微电子|电气|"
    r"新材|材料|光电|智能|医疗|环保|动力|咖啡|纺织|服饰|家居|物流|精化|助剂|米业|纸业|酒业|矿业|电机|膜科|流体|医药|智造|基金|控股|集团|株式会社|有限公司)"
)
_DOES = (
    r"(?:成立|投资|花了|落户|与|在|计划|拟|拥有|已|董事长|总经理|创始人|负责人|相关负责人|去年|今年|\d{4}年|年产|生产|追加|"
    r"将|从|由|是|旗下|签|入驻|有限公司|完成|项目|总部)"
)
_ACTING = re.compile(  # one set first, so that the engine skips to its characters
    r"[,;。!?:\n“、由和业司头](?:(?<=[,;。!?:\n“、由和])|(?<=企业)|(?<=公司)|(?<=巨头))"
    rf"(?P<name>[一-鿿A-Za-z]{{2,6}}?{_KINDS})(?=(?:股份)?{_DOES})"
)
_COUNTRY = re.compile(
    r"^(?:德国|韩国|日本|美国|法国|英国|瑞士|荷兰|意大利|新加坡|香港|台湾|瑞典|丹麦|泰国|加拿大|以色列|奥地利|西班牙|芬兰|挪威|"
    r"港资|台资|外资|央企|国企|民企)(?:企业)?"
)
_COUNTED = re.compile(r"(?:产业)?项目(?:有|达|共)?\d+余?个")
_ORDINARY = re.compile(
    r"高端|智能|数字|新能源|绿色|现代|先进|传统|精细|新型|特色|海洋|航空|人工|工业|农业|冷链|现有|全市|产业|集成|生物|电子|"
    r"第三代|永磁|分布式|综合|清洁|可再生|轨道|医用|生态|重点|龙头|企业|项目|推动|加快|发展|聚焦|围绕|引进|建设|打造|培育|包括|涵盖|以及|其中|同时|多家|一批|"
    r"[的了和与及在等个家]|[市区县省]$"
)
_NO_COMPANY = re.compile(
    r"^(?:新能源|绿色能源|智能|新|全国|国家|国有|民营|外资|该|本|各|某|两|多|一家|我|大型|中型|重点|龙头|头部|链主|骨干|"
    r"上市|高新|科技|能源|投资|建设|项目|股份|公司|集团|企业|产业|区域|总|分|子|母|省属|市属|区属|城市|地方)+"
    r"(?:公司|集团|企业|科技|能源|股份)*$"
)
_SHORTEST = 2


def short_names(name: str) -> tuple[str, ...]:
    """The names a text may use for a company: 江苏鑫华半导体科技股份有限公司 is 鑫华半导体 and 鑫华 too.

    Longest first, without the name itself; none that is a place, an ordinary word or a single character.
    """
    plain = _BRACKET.sub("", _TAIL.sub("", _BRACKET.sub("", name)))
    known = known_company(plain)
    forms = [known or plain, *_less_and_less(plain if known else without_place(plain))]
    return tuple(dict.fromkeys(form for form in forms if form != name and _names_one(form)))


def acting_companies(text: str) -> tuple[str, ...]:
    """The companies that act in a folded text and that only their trade marks as such: 恒锐铝业花了…."""
    found: dict[str, None] = {}
    for match in _ACTING.finditer(f"\n{text}"):
        name = _COUNTRY.sub("", match["name"])
        coined = re.sub(rf"{_KINDS}$", "", name)
        if _COUNTED.match(f"\n{text}", match.end("name")):
            continue  # 林产化工项目3个 is a class
        coins = len(coined) >= _SHORTEST and not _ORDINARY.search(coined) and not is_place(coined)
        if coins and coined[:2] not in GOVERNING and is_company_name(name):
            found[name] = None
    return tuple(found)


def opening_company(name: str) -> str:
    """The company a name opens with, by its trade: 瀚思半导体 of 瀚思半导体存储芯片项目; else ""."""
    match = _OPENS.match(_COUNTRY.sub("", name))
    if match is None or _ORDINARY.search(match["coined"]) or is_place(match["coined"]):
        return ""
    tokens = tagged(match["coined"])
    if len(tokens) > 1 and tokens[-1].tag == "n":
        return ""  # 青冈玉米生物发酵项目 is of what is fermented
    tags = {token.tag for token in tokens}
    return match.group() if tags & _NAMING or (len(match["coined"]) == 2 and "n" not in tags) else ""


VEHICLES = r"(?:汽车|[商乘专]用车|[客货整]?车|[重轻]卡)"  # 新能源客车 is what is made
_OPENS = re.compile(
    rf"(?P<coined>[一-鿿A-Za-z]{{2,4}}?)(?:能源(?!{VEHICLES})|科技(?!园|城)|半导体|微电子|生物(?!医药|质)|药业|重工|股份|铝业|精密|精工|光电|新材(?!料)|制药|乳业)"
    r"(?=..)"
)
_NAMING = {"nz", "nr", "nrt", "nrfg", "nt", "eng"}


def _less_and_less(name: str) -> Iterator[str]:
    """鑫华半导体科技, 鑫华半导体, 鑫华: one trade less each time."""
    while True:
        yield name
        trade = _LAST_TRADE.search(name)
        if trade is None or trade.start() < _SHORTEST:
            return
        name = name[: trade.start()]


def without_place(name: str) -> str:
    """青岛瑞幸咖啡 → 瑞幸咖啡: a company's name without the place it opens with."""
    for size in (5, 4, 3, 2):
        if len(name) - size >= _SHORTEST and is_place(name[:size]):
            return name[size:].lstrip("市省")
    return name


def _names_one(form: str) -> bool:
    if len(form) < _SHORTEST or is_place(form) or _ONLY_TRADES.fullmatch(form) or not is_company_name(form):
        return False
    if len(form) > 3:
        return True
    tokens = tagged(form)
    return len(tokens) > 1 or tokens[0].tag in ("nz", "nr", "nrt", "nt", "eng", "x") or form.isascii()


def is_company_name(name: str) -> bool:
    """Whether a name may be one company's: 龙头企业, 该公司 and 国有集团 are none."""
    return len(name) >= _SHORTEST and not _NO_COMPANY.match(name) and not is_place(name)


@lru_cache(maxsize=1)
def _known() -> tuple[re.Pattern[str], dict[str, str]]:
    lines = (resources.files("language") / "data" / "companies.tsv").read_text("utf-8").splitlines()
    trades = dict(line.split("\t") for line in lines)
    names = sorted(trades, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, names))), trades


def known_company(text: str, at: int = 0) -> str:
    """The well-known company whose name stands at `at` of the text, "" where none does."""
    pattern, trades = _known()
    match = pattern.match(text, at)
    if match is None:
        return ""
    name, after = match.group(), text[match.end() :]
    if name.isascii() and after[:1].isascii() and after[:1].isalpha():  # LG in LGU
        return ""
    trade = trades[name]
    return name if not trade or re.match(trade, after) else ""


@lru_cache(maxsize=1)
def _by_pair() -> dict[str, list[str]]:
    pairs: dict[str, list[str]] = {}
    for name in _known()[1]:
        pairs.setdefault(name[:2], []).append(name)
    return pairs


@lru_cache(maxsize=1)
def _known_pairs() -> Callable[[str], set[str]]:
    return finder(_by_pair())


def known_companies_in(text: str) -> tuple[str, ...]:
    """The well-known companies a text names, in the table's order."""
    pairs = _by_pair()
    near = [name for pair in _known_pairs()(text) for name in pairs[pair]]
    return tuple(sorted(name for name in near if _names(text, name)))


def _names(text: str, name: str) -> bool:
    at = text.find(name)
    while at >= 0:
        if known_company(text, at) == name:
            return True
        at = text.find(name, at + 1)
    return False
