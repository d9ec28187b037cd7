"""Which company is a name? Its short forms, and the well-known company that a name opens with.

The national table (data/companies.tsv) holds the everyday names of large companies; where such a name is a
word of its own too (三峡, 小米), the table says what must follow for the company to be meant.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

from language.place import is_place
from language.words import tagged

_LEGAL = r"(?:股份|控股|有限责任|有限|集团)*公司"
_TAIL = re.compile(rf"(?:{_LEGAL}|集团|控股|股份)+$")
_BRACKET = re.compile(r"[(（][^()（）]{1,12}[)）]")
_TRADES = (
    r"(?:科技|技术|实业|投资|发展|工业|产业|新能源|能源|新材料|材料|电子|电气|电力|生物|医药|药业|制药|医疗|器械|"
    r"半导体|微电子|光电|光伏|智能|智造|制造|装备|设备|机械|重工|精密|汽车|零部件|动力|电池|储能|化工|化学|食品|饮料|"
    r"乳业|农业|牧业|物流|供应链|信息|网络|软件|数据|通信|通讯|环保|环境|建设|建筑|置业|地产|文化|旅游|文旅|传媒|"
    r"咖啡|啤酒|酒业|纺织|服饰|家居|家电|电器|航空|航天|海洋|船舶|轨道交通|资产|资本|基金|管理|国际|创新|企业|健康)"
)
_LAST_TRADE = re.compile(rf"{_TRADES}$")
_ONLY_TRADES = re.compile(rf"{_TRADES}+")
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
    forms = [known or plain, *_less_and_less(plain if known else _without_place(plain))]
    return tuple(dict.fromkeys(form for form in forms if form != name and _names_one(form)))


def _less_and_less(name: str) -> Iterator[str]:
    """鑫华半导体科技, 鑫华半导体, 鑫华: one trade less each time."""
    while True:
        yield name
        trade = _LAST_TRADE.search(name)
        if trade is None or trade.start() < _SHORTEST:
            return
        name = name[: trade.start()]


def _without_place(name: str) -> str:
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


def known_companies_in(text: str) -> tuple[str, ...]:
    """The well-known companies a text names, in the table's order."""
    pairs = _by_pair()
    near = [name for pair in pairs.keys() & set(map(operator.add, text, text[1:])) for name in pairs[pair]]
    return tuple(sorted(name for name in near if _names(text, name)))


def _names(text: str, name: str) -> bool:
    at = text.find(name)
    while at >= 0:
        if known_company(text, at) == name:
            return True
        at = text.find(name, at + 1)
    return False
