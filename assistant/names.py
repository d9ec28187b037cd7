"""Which projects and organisations does a question name, by full name, alias or a part of one?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.real_names import is_name
from language.naming import find_names
from language.place import is_place
from language.place_table import national
from language.text import fold
from language.words import is_known, tagged, words

_NAME_TAIL = re.compile(r"(?:项目|工程|有限公司|公司|集团|[（(][^）)]*[）)])+$")


@lru_cache(maxsize=1 << 15)
def core_name(name: str) -> str:
    """A name without 项目, 公司 or what stands in brackets: 启明储能电芯项目（一期） → 启明储能电芯."""
    folded = fold(name)
    if folded.endswith("公司") and (match := re.match(r"([^()]{3,})\([^()]*\)", folded)):
        return match[1]
    core = _NAME_TAIL.sub("", folded)
    return core if len(core) >= 2 else fold(name)


# A name of its own in the brackets: open-cell of 大尺寸面板后道(Open-Cell)项目.
_ALIAS = re.compile(r"\(([A-Za-z][A-Za-z\d]*(?:[-·. ][A-Za-z\d]+)+|[A-Za-z]{4,})\)")
_GENERIC = re.compile(
    r"^(?:项目|产业园|园区|基地|中心|平台|工程|公司|集团|基金|企业|总部|产业|大会|论坛|会议"
    r"|专业园区|人工智能产业|新城|示范区|合计|全部|其他|小计|总计)$"
)


@dataclass(frozen=True, kw_only=True)
class KnownNames:
    """Names of things the collection tells of; `names` in full, as the ledger has them."""

    names: tuple[str, ...]

    @cached_property
    def _cores(self) -> dict[str, str]:
        """The name of each core."""
        pairs = [(core_name(name), name) for name in self.names]
        known = {core: name for core, name in pairs if len(core) >= 3 and not _GENERIC.match(core)}
        for core, name in pairs:  # 恒鑫光学二期 for 泗洪恒鑫光学二期项目
            known.setdefault(_without_place(core), name)
        for core, name in pairs:
            if "·" in core:  # nobody types the dot of 云栖台·丽晶酒店
                known.setdefault(core.replace("·", ""), name)
        for name in self.names:
            bracketed = "(" in name or "（" in name  # few of the ten thousand names of a library
            if bracketed and (alias := _ALIAS.search(fold(name))):
                known.setdefault(alias[1], name)
        known.pop("", None)
        return known

    @cached_property
    def _lengths(self) -> tuple[int, ...]:
        return tuple(sorted({len(core) for core in self._cores}))

    @cached_property
    def _by_head(self) -> dict[str, list[str]]:
        """The cores that begin with two characters, but for those that begin like a thousand others."""
        found: dict[str, list[str]] = {}
        for core in self._cores:
            if not _ORDINARY.match(core[:2]):
                found.setdefault(core[:2], []).append(core)
        return found

    def find(self, text: str) -> tuple[str, ...]:
        """Names in the text, in its order; a part of a name counts where it singles the name out."""
        folded = fold(text)
        found: list[tuple[int, str]] = []
        taken: list[tuple[int, int]] = []
        for core in self._whole_in(folded):
            at = folded.find(core)
            if not any(start < at + len(core) and at < end for start, end in taken):
                taken.append((at, at + len(core)))
                found.append((at, self._cores[core]))
        for asked in find_names(folded):
            if any(start < asked.end and asked.start < end for start, end in taken):
                continue
            match = self._like(core_name(asked.text))
            if match:
                taken.append((asked.start, asked.end))
                found.append((asked.start, match))
        for core in self._begun_in(folded):
            at, size = _prefix_in(core, folded)
            if not size:
                at, size = _shortened_in(core, folded)
            if size and not any(start < at + size and at < end for start, end in taken):
                taken.append((at, at + size))
                found.append((at, self._cores[core]))
        for kind in _KINDS.finditer(folded):
            if any(start < kind.end() and kind.start() < end for start, end in taken):
                continue
            if (ended := self._ended_by(folded, kind)) is not None:
                found.append(ended)
        return tuple(dict.fromkeys(name for _, name in sorted(found)))

    def _ended_by(self, text: str, kind: re.Match[str]) -> tuple[int, str] | None:
        """The one name that ends with what stands before a kind of thing, and where it stands: 前海基金 of
        齐鲁前海基金; None where that begins inside a word or says nothing of its own."""
        for size in range(min(_LONGEST_TAIL, kind.start()), 1, -1):
            at = kind.start() - size
            head = text[at : kind.start()]
            if not _BEGINS.search(text, 0, at) or _ORDINARY.match(head) or is_place(head):
                continue
            if _is_told(head) and any(len(token.word) > 1 for token in tagged(head)):
                continue  # 前海, cut into 前 and 海, is no two words
            tail = text[at : kind.end()]
            holders = {self._cores[core] for core in self._with(tail) if core.endswith(tail)}
            if len(holders) == 1:
                return at, holders.pop()
        return None

    def _whole_in(self, text: str) -> list[str]:
        """The cores that stand in the text, the longest first."""
        pieces = {text[at : at + size] for size in self._lengths for at in range(len(text) - size + 1)}
        return sorted(pieces & self._cores.keys(), key=_longest_first)

    def _begun_in(self, text: str) -> list[str]:
        """The cores whose first two characters stand in the text, the longest first."""
        begun = {core for pair in _pairs(text) for core in self._by_head.get(pair, ())}
        return sorted(begun, key=_longest_first)

    def _like(self, core: str) -> str:
        """The one name that holds all of a shorter one (启明储能 for 启明储能电芯项目), "" if none or
        several unlike ones do."""
        if len(core) < 3:
            return ""
        begun = self._with(core[:2])
        holders = [self._cores[own] for own in begun if core in own or _holds(own, core)]
        return min(holders, key=lambda name: (len(name), name)) if holders else ""

    def _with(self, part: str) -> Iterator[str]:
        """The cores that have a part: sought in all of them at once, for one by one takes thirty times as
        long, and an index takes too long to make."""
        at = self._joined.find(part)
        while at >= 0:
            end = self._joined.index("\0", at)
            yield self._joined[self._joined.rindex("\0", 0, at) + 1 : end]
            at = self._joined.find(part, end)

    @cached_property
    def _joined(self) -> str:
        return "\0".join(["", *self._cores, ""])


_KINDS = re.compile(
    r"基金|通道|大桥|桥梁|高速|铁路|机场|水库|枢纽|大厦|广场|综合体|小镇|产业园|科技园|基地|平台"
)
_LONGEST_TAIL = 12  # characters before the kind
# Where the rest of a name may begin: at the start, behind a mark or behind a word that leads to it.
_BEGINS = re.compile(r"(?:^|[^一-鿿A-Za-z\d]|[的和与及跟在对由给让使])$")


@lru_cache(maxsize=1)
def _short_names() -> frozenset[str]:
    return frozenset(place.short for places in national().values() for place in places)


_AFTER_PLACE = 5  # characters that still name one thing


@lru_cache(maxsize=1 << 15)
def _without_place(core: str) -> str:
    """What follows the short name of a place at the head of a name; "" where that is too short, or none."""
    size = next((size for size in (3, 2) if core[:size] in _short_names()), 0)
    rest = re.sub(r"^[省市区县州](?=[一-鿿]{3})", "", core[size:])  # 青岛市人工智能产业园
    return rest if size and len(rest) >= _AFTER_PLACE and not _GENERIC.match(rest) else ""


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _longest_first(core: str) -> tuple[int, str]:
    return -len(core), core


def _prefix_in(core: str, text: str) -> tuple[int, int]:
    """Where the first words of a name stand in the text and how long they are: 时代电服, 鹏辉 in 鹏辉项目;
    (−1, 0) if not."""
    for count, head in _heads(core):
        at = text.find(head)
        if at < 0 or is_place(head) or _OF_ANY_TRADE.fullmatch(head):
            continue
        thing = _THING_NAMED.match(text, at + len(head))
        long = len(head) >= 4 and (count >= 2 or not is_known(head))  # 绿氢氨醇 is no word of its own
        if (long or (thing and len(head) <= 4)) and not _ORDINARY.match(head) and not _is_told(head):
            return at, len(head)
    return -1, 0


def _shortened_in(core: str, text: str) -> tuple[int, int]:
    """Where the text calls a thing by its first two characters and a later part of its name, and how long
    that is: 海岳塔筒 for 海岳海上风电塔筒; (−1, 0) if it does not."""
    head, at = core[:2], text.find(core[:2])
    if at < 0 or len(core) < _LONG or is_place(head) or _ORDINARY.match(head) or _is_told(head):
        return -1, 0
    size = 0
    while text[at + 2 : at + 3 + size] in core[3:] and at + 2 + size < len(text):
        size += 1
    return (at, 2 + size) if size >= len(head) else (-1, 0)


_LONG = 6  # characters of a name that may be called by less


# 夷陵区产业 of 夷陵区产业引导基金 stands in many a question
_OF_ANY_TRADE = re.compile(
    r"[一-鿿]{2,4}[省市区县州盟旗](?:产业|项目|招商|重点|城市|农业|工业|文化|旅游|现代|企业|人才|科技|创新|发展|国际)+"
)
_SHORTEST = 4  # characters of a name that may be called by its first two
# 鹏辉项目, and 鹏辉 of 鹏辉和瑞幸两个项目
_THING_NAMED = re.compile(
    r"(?:[和与及跟、][一-鿿A-Za-z]{2,8}?){0,3}(?:这?[两二三四]个)?(?:项目|公司|集团|基地|工厂|产业园|总?投资(?:谁|哪)|哪个总?投资)"
)


@lru_cache(maxsize=1 << 16)
def _heads(core: str) -> tuple[tuple[int, str], ...]:
    """The beginnings of a name that end with a word and leave one out, each with its words, longest first."""
    # 惠科第8.6代: the maker ends where the generation begins, whatever word a dictionary sees in 科第
    maker = re.match(r"[一-鿿]{2,6}?(?=第[\d一二三四五六七八九十])", core)
    pieces = [*words(maker.group()), *words(core[maker.end() :])] if maker else words(core)
    heads = [(count, "".join(pieces[:count])) for count in range(len(pieces) - 1, 0, -1)]
    if pieces and len(pieces[0]) == 1 and len(core) > _SHORTEST and len(heads) > 1:
        heads.append((1, core[:2]))  # 瑞麦 of 瑞麦咖啡中心, which a dictionary cuts after 瑞
    # words are lower-case: 融合光电MiniLED
    return tuple(
        (count, core[: len(head)])
        for count, head in heads
        if len(head) >= 2 and core.lower().startswith(head.lower())
    )


@lru_cache(maxsize=1 << 14)
def _is_told(head: str) -> bool:
    """疫情防控 of 疫情防控应急建设项目: common words of which none names anything say what a thing is, not
    which one."""
    from assistant.choice import shipped_chooser  # its model is read when a question needs it

    rarity = shipped_chooser().rarity
    return all(
        is_known(token.word) and not token.tag.startswith(_NAMING) and rarity(token.word) < _RARE
        for token in tagged(head)
    )


_RARE = 7.0  # a word that fewer than one in a thousand of the news has: 启明 in 启明储能
_NAMING = ("nr", "ns", "nt", "nz", "eng")
_ORDINARY = re.compile(
    r"^(?:人工智能|招商|以[上下]|新能源|智能|绿色|数字|高端|先进|海洋|生物|医药|汽车|储能|集成电路|半导体"
    r"|新型|现代|国际|中国|国家|科技|科创|创新|创业|产业|工业|农业|文化|旅游|重点|重大|总部|"
    r"城市|老旧|旧村|停车|全国|区域|食品|新材料|低空|氢能|光电|装备|制造|研发|服务|商务|金融"
    r"|电商|物流|轨道交通|生命健康)+"
)


def called_in(text: str, name: str) -> str:
    """The words by which a folded text calls a thing it names: the longest run it shares with the name, with
    what else of it stands beside that, words left out: 蓝谷至海东机场通道 of 蓝谷至海东国际机场快速通道."""
    core = fold(name)
    runs = (core[i:j] for i in range(len(core)) for j in range(len(core), i + 1, -1))
    run = max((run for run in runs if run in text), key=len, default="")
    if not run:
        return core
    head, behind = text.split(run, 1)
    before, _, after = core.partition(run)
    left = _led_on(head[::-1], before[::-1])
    return text[len(head) - left : len(head) + len(run) + _led_on(behind, after)]


def _led_on(text: str, rest: str) -> int:
    """How many characters at the beginning of a text are of the rest of a name, in order and by twos at
    least."""
    end = seen = 0
    while len(pair := text[end : end + 2]) == 2 and (found := rest.find(pair, seen)) >= 0:
        end, seen = end + 2, found + 2
        while end < len(text) and seen < len(rest) and text[end] == rest[seen]:
            end, seen = end + 1, seen + 1
    return end


def is_example(name: str, told: str) -> bool:
    """Whether a folded text names a thing as one of several that it counts: 甲园等总投资87亿元的项目9个."""
    core = re.escape(core_name(name))
    return bool(re.search(rf"{core}(?:项目)?等", told)) and not re.search(rf"\d[亿万]?元的{core}", told)


def alike(one: str, other: str) -> bool:
    """Whether one name is the other with words left out: 海岳海上风电塔筒 and 海岳重工海上风电塔筒."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 5 and _holds(long, short)


def _holds(whole: str, part: str) -> bool:
    """Whether the characters of `part` stand in `whole` in order, as in 鹏辉项目 for
    鹏辉能源储能电池生产项目."""
    at = 0
    for char in part:
        at = whole.find(char, at) + 1
        if at == 0:
            return False
    return len(part) >= 4 and whole[:2] == part[:2]


def known_names(subjects: Iterable[str], projects: Iterable[Iterable[str]]) -> KnownNames:
    """Names from the ledger: subjects that are no places, project names and aliases."""
    found = dict.fromkeys(filter(is_name, subjects))
    for names in projects:
        found.update(dict.fromkeys(filter(is_name, names)))
    return KnownNames(names=tuple(found))
