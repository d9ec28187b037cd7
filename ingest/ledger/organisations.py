"""Which organisations does a document speak of? Companies by every name it may use for them.

A company is learnt where the text leaves no doubt that one is named: by its kind (集团, 有限公司), by what it
is called (头部企业X), in a list that ends in 等企业, or as somebody's 龙头. Everyday names of large companies
are known from the national table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ingest.ledger.narration import Line, narrate
from ingest.ledger.opening import scene_of
from language.company import is_company_name, known_companies_in, known_company, short_names
from language.text import fold
from language.words import tagged
from vectorstore.document import Document

_LONGEST = 24
_WORD = r"[一-鿿A-Za-z0-9·&]"
_KIND = re.compile(r"(?:公司|集团|股份|控股|重工|药业|能源|科技|电子|电气|汽车)$")
_EPITHET = (
    r"(?:头部|龙头|领军|链主|标杆|骨干|知名|上市|独角兽|百强|500强|跨国|总部型?|巨头)"
    r"(?:企业|公司|集团|药企|车企)?"
)
_CALLED = re.compile(
    rf"{_EPITHET}[“\"]?(?P<name>(?!的){_WORD}{{2,10}}?)"
    r"(?=[,;。、”\"]|和|与|及|等|来|在|将|投资|落户|签约|布局|入驻|集团|公司|为)"
)
_LIST = re.compile(
    rf"(?P<names>{_WORD}{{2,12}}(?:、{_WORD}{{2,12}})+)等(?:一批|\d+余?|[一二三四五六七八九十百]+余?)?(?:多)?家?[一-鿿0-9]{{0,8}}"
    r"(?:企业|公司|集团|央企|国企|厂商)"
)
_CLASS = re.compile(r"产业|领域|行业|赛道|方向|类")
_CHIEF = re.compile(rf"以(?P<name>{_WORD}{{2,10}}?)为(?:龙头|链主|引领|牵引|代表)")
_LEADING = re.compile(
    r"^.*(?:邀请|走访|拜访|对接|考察|与|和|由|以|及|向|赴|的|在|引进|引入|招引|吸引|包括|推动|支持|依托|携手|牵手|促成|成为|助力|"
    r"企业|强|签约|实地|同|据|是|其中|目前|全球|国内|世界|成立|注册|设立|落户|入驻|来自|通过|随着|接待|洽谈|服务|为|对|让|使|将|把|被|[市区县省州](?=[一-鿿]{2}))"
)
_NAMING = {"nz", "nr", "nrt", "nrfg", "nt", "ns", "eng"}
_NO_COMPANY = re.compile(
    r"企业|单位|跨国|领导|峰会|论坛|项目|产业|行业|领域|机构|平台|园区|政府|我国|以上|以下|多家|一批|各类|相关|重点|优质|[个家项条]$|^[0-9]+$|"
    r"^(?:该|本|各|某|两|多|我|其|此|大|小|新|旧|总|分|子|母|上述)(?:集团|公司)?$"
)


@dataclass(frozen=True, kw_only=True)
class Organisations:
    """The companies a document names; `names` maps every short form to the fullest name printed."""

    names: dict[str, str] = field(default_factory=dict)

    def opening(self, text: str) -> str:
        """The company's name with which the text begins, "" where none does."""
        sizes = range(min(_LONGEST, len(text)), 1, -1)
        return next((text[:size] for size in sizes if text[:size] in self.names), "") or known_company(text)

    def is_one(self, name: str) -> bool:
        """Whether the whole name is a company's."""
        return name in self.names or bool(_KIND.search(name)) or known_company(name) == name != ""

    def named_in(self, text: str) -> tuple[str, ...]:
        """The companies a folded sentence names, once each, by the fullest name."""
        return tuple(dict.fromkeys(full for name, full in self.names.items() if name in text))


@lru_cache(maxsize=1)
def organisations_of(document: Document) -> Organisations:
    """What the document's sentences teach of companies."""
    full: dict[str, None] = {}
    for line in narrate(document):
        if isinstance(line, Line):
            full.update(dict.fromkeys(_printed(line)))
    text = fold(document.text)
    full = {name: None for name in full if _KIND.search(name) or f"{name}产业" not in text}
    full.update(dict.fromkeys((*known_companies_in(text), *scene_of(document).companies)))
    names: dict[str, str] = {}
    for name in sorted(full, key=lambda one: (-len(one), one)):
        for form in (name, *short_names(name)):
            names.setdefault(form, name)
    return Organisations(names=names)


def _printed(line: Line) -> Iterator[str]:
    for name in line.cast.names:
        if name.kind == "organisation" and _KIND.search(name.text):
            yield from _clean(name.text)
    if not _MAY_CALL.search(line.text):
        return
    for pattern in (_CALLED, _CHIEF):
        for match in pattern.finditer(line.text):
            yield from _coined(match["name"])
    for match in _LIST.finditer(line.text) if "、" in line.text and "等" in line.text else ():
        if not _CLASS.search(match.group()[match.end("names") - match.start() :]):
            for item in match["names"].split("、"):
                yield from _coined(item)


_MAY_CALL = re.compile(r"企业|公司|集团|央企|国企|强|巨头|为(?:龙头|链主|引领|牵引|代表)")


def _clean(name: str) -> Iterator[str]:
    """强企业FD集团 is FD集团; what is a place or a class is no company."""
    leading = _LEADING.match(name)
    short = name[leading.end() :] if leading and len(name) - leading.end() >= 2 else name
    if is_company_name(short) and not _NO_COMPANY.search(short) and len(short) <= 24:
        yield short


def _coined(name: str) -> Iterator[str]:
    """What no kind marks as a company must be a name of its own: 台励福 is one, 智能电控 is none."""
    for short in _clean(name):
        tags = {token.tag for token in tagged(short)}
        named = _KIND.search(short) or known_company(short) == short or tags & _NAMING
        if named and not any(tag.startswith(("v", "d", "u", "p", "r")) and tag != "vn" for tag in tags):
            yield short
