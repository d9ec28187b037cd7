"""Which things does a text count out by name: the items of 五个统筹（…）, 四张牌, 三大产业?

Only where as many items stand there as the number says: a list that comes out at another number is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from language.numeral import chinese_number
from language.pattern import pattern
from language.text import Span, fold
from language.words import tagged

_HAN = "两二三四五六七八九十"
_MEASURES = "方面|大|个|种|类|项|条|张|点|支|座|级|步|套|块|批|组|场|把|根|道|面|件|篇|路|线|片"
_NUMBER = rf"[{_HAN}]{{1,3}}|\d{{1,2}}(?!\d)"
_COUNTED = pattern(rf"(?<![第\d.{_HAN}])(?P<number>{_NUMBER})(?P<measure>{_MEASURES})?")
_ENDS = "，。；：！？,;:!?、\\s"
_QUOTES = "“”\"‘’'「」『』《》"
_WHAT = (
    rf"(?:都|分别|具体|各|又|主要)*(?:是|指|包括|有|为|包含|涵盖)(?:的是)?[向往朝对]?(?:什么|哪|指|{_NUMBER})"
)
_NAMED = pattern(rf"(?P<noun>[^{_ENDS}{_QUOTES}]{{0,12}}?)[{_QUOTES}]?[，,]?{_WHAT}")
_WHICH = pattern(rf"哪(?P<number>{_NUMBER})(?P<measure>{_MEASURES})?(?P<noun>[^{_ENDS}的]{{0,10}})")
_NO_COUNT = pattern(r"^[年月日天号点岁亿万元倍成度季周亩人名位家辆吨米期%％]|^个(?:月|季度|百分点|工作日)")
MOST_ITEMS, LONGEST_NOUN, LONGEST_ITEM, LONGEST_PART = 20, 6, 80, 300


@dataclass(frozen=True, kw_only=True)
class AskedCount:
    """A counted group asked for: `number` of its items, `noun` what is counted, its measure left out.

    `coined`: the group has a name of its own (六大工程, 四个聚焦), which a document prints or knows not;
    三个办法 may be the asker's own words for what the document never counts.
    """

    number: int
    noun: str
    coined: bool


@dataclass(frozen=True, kw_only=True)
class Counted:
    """A group as printed: `items` are spans of the text in its order, `whole` reaches over the group's name
    and its items where they stand in one piece, else over the name."""

    whole: Span
    items: tuple[Span, ...]


def asked_count(question: str) -> AskedCount | None:
    """The counted group whose items a question asks for (五个统筹是什么, 哪四张牌), or None.

    A number that counts years, money or people is none, and so is 第三.
    """
    text = fold(question)
    for match in _COUNTED.finditer(text):
        rest = text[match.end("number") :]
        named = _NAMED.match(text, match.end())
        if _inside_name(text, match.start("number")) or _COMPOUND.match(text, match.start("number")):
            continue
        if named and not _NO_COUNT.match(rest) and (match["measure"] or named["noun"]):
            return _asked(match["number"], match["measure"], named["noun"])
    which = _WHICH.search(text)
    if which and not _NO_COUNT.match(text[which.end("number") :]):
        noun = "方面" if which["measure"] == "方面" else which["noun"]
        return _asked(
            which["number"], which["measure"], noun if len(noun) <= LONGEST_NOUN else _leading_noun(noun)
        )
    return None


def asked_counts(question: str) -> tuple[AskedCount, ...]:
    """Each group that a question asks for one by one, as in 五个统筹和三个集中分别指什么, or the one it asks
    for."""
    text = fold(question)
    several = _ONE_BY_ONE.search(text)
    named = [_GROUP.search(piece) for piece in _AND.split(several["groups"])] if several else []
    groups = [_asked(one["number"], one["measure"], one["noun"]) for one in named if one is not None]
    if len(groups) > 1:
        return tuple(group for group in groups if group is not None)
    one = asked_count(question)
    return () if one is None else (one,)


_ONE_BY_ONE = pattern(
    r"(?P<groups>[^，。；,;?]+?)(?:都|又)?(?:分别|各自?)(?:都)?(?:是|指|包括|有|为)(?:的是)?(?:什么|哪|啥)"
)
_AND = pattern(rf"[{_QUOTES}]、?[{_QUOTES}]|[和与及、]")
_GROUP = pattern(
    rf"(?<![第\d.{_HAN}])(?P<number>[{_HAN}])(?P<measure>{_MEASURES})?(?P<noun>[一-鿿]{{1,6}})[{_QUOTES}]?$"
)
_COMPOUND = pattern(  # “三比一提升” counts two things: no one list is all of it
    r"[两二三四五六七八九十](?![个大项种条类])[一-鿿][一二两三四五六七八九十](?:提升|推动|优化|强化|创新|加强|突破|促进|保障|降低?|增加?)"
)


def groups_named(text: str) -> Iterator[AskedCount]:
    """The groups that a text names in quotation marks: 坚持“四个全力”, 打好“四张牌”."""
    for match in _IN_QUOTES.finditer(text):
        if (group := _asked(match["number"], match["measure"], match["noun"])) is not None:
            yield group


_IN_QUOTES = pattern(
    rf"[“\"「『](?P<number>[{_HAN}])(?P<measure>{_MEASURES})?(?P<noun>[一-鿿]{{2,6}})[”\"」』]"
)


def _inside_name(text: str, at: int) -> bool:
    """四川省 counts nothing, nor does 红十字会."""
    word = next((token for token in tagged(text) if token.start <= at < token.end), None)
    return word is not None and (word.start < at or word.tag in _NAMES) and not word.tag.startswith("m")


_NAMES = ("ns", "nt", "nr")


def _asked(number: str, measure: str | None, noun: str) -> AskedCount | None:
    noun = noun.strip(_QUOTES) or (measure if measure == "方面" else "") or ""
    if measure == "个":
        noun = _ONE_OF_EACH.sub("一", noun)
    value = _value(number)
    fits = 2 <= value <= MOST_ITEMS and noun and not _FIGURE.search(noun)
    coined = measure in ("大", None) or not _ASKERS_WORD.search(noun)
    return AskedCount(number=value, noun=noun, coined=coined) if fits else None


_ONE_OF_EACH = pattern(
    r"^一(?:工作|服务|推进|招商)?(?:机制|工程|行动|模式|体系|制度|要求)$"
)  # 五个一工作机制
_ASKERS_WORD = pattern(
    r"(?:措施|举措|办法|做法|手段|方式|途径|渠道|方面|方向|内容|问题|原因|因素|特点|优势|地方|部分|阶段|步骤|环节|工作|任务|要求"
    r"|条件|情况|好处|城市|国家|地区|企业|公司|机构|部门|单位|地点|时间|材料|标准|原则|领域)$"
)
_FIGURE = pattern(r"(?:目标|投资|规模|面积|总?[数额量值]|率|时间|地址)$")  # 三个片区目标: a figure of each


def _leading_noun(text: str) -> str:
    """国家 of 国家最爱上班装忙: the words before the first that is no part of a name."""
    noun = ""
    for token in tagged(text):
        if token.tag and not token.tag.startswith(("n", "m", "a", "b", "j", "l", "vn", "q", "eng")):
            break
        noun += token.word
    return noun


def _value(number: str) -> int:
    try:
        return int(number) if number.isdigit() else int(chinese_number(number))
    except ValueError:  # 二三 is no numeral
        return 0


def names_of(asked: AskedCount, text: str) -> Iterator[Span]:
    """Where a text prints the group's name with its number: the noun itself, then 主线 for 线, 方式 for
    招商方式."""
    folded = fold(text)
    seen: set[int] = set()
    ends = [re.escape(asked.noun[at:]) for at in range(1, len(asked.noun) - 1)]
    if len(asked.noun) >= _IN_TWO:  # 特色产业园区 for 特色园区
        ends.append(rf"{re.escape(asked.noun[:2])}[一-鿿]{{1,4}}{re.escape(asked.noun[2:])}")
    for tail in (re.escape(asked.noun), rf"[^{_ENDS}{_QUOTES}（(]{{1,4}}?{re.escape(asked.noun)}", *ends):
        for match in _COUNTED.finditer(folded):
            if _value(match["number"]) != asked.number or match.start() in seen:
                continue
            if named := re.compile(tail).match(folded, match.end()):
                seen.add(match.start())
                yield Span(start=match.start(), end=named.end())


_IN_TWO = 4  # characters of a noun of two words


def items_beside(text: str, name: Span, number: int) -> Counted | None:
    """The items told beside a group's name: in brackets, after a colon or 即, before it, or one by one.

    `text` goes on after the name as far as items may stand.
    """
    for reading in (_in_brackets, _after, _before, _marked, _alike):
        if (found := reading(text, name, number)) is not None:
            return found
    return None


_BRACKETED = pattern(rf"[{_QUOTES}]?[（(](?P<list>[^（）()]*)[）)]")


def _in_brackets(text: str, name: Span, number: int) -> Counted | None:
    match = _BRACKETED.match(text, name.end)
    if match is None:
        return None
    items = listed(text, Span(start=match.start("list"), end=match.end("list")), number)
    return Counted(whole=Span(start=name.start, end=match.end()), items=items) if items else None


_OPENS = pattern(
    rf"[{_QUOTES}]?(?:[一-鿿]{{0,6}}?[：:]|——|[，,]?(?:即|分别是|分别为|分别指|包括|涵盖|就是|也就是|[说讲指]的(?:就)?是|依次[是为]|指|是|为))"
)


def _after(text: str, name: Span, number: int) -> Counted | None:
    opened = _OPENS.match(text, name.end)
    if opened is None:
        return None
    stop = re.compile(r"[。！？!?\n]|$").search(text, opened.end())
    assert stop is not None  # the end of the text is one
    for end in _ends(text, opened.end(), stop.start(), number):
        items = listed(text, Span(start=opened.end(), end=end), number)
        if items:
            return Counted(whole=Span(start=name.start, end=end), items=items)
    return None


def _ends(text: str, start: int, stop: int, number: int) -> Iterator[int]:
    """Where a list may end: with the sentence if semicolons part it, else at any comma or semicolon."""
    if len(re.findall("[；;]", text[start:stop])) == number - 1:
        yield stop
    yield from (match.start() for match in re.compile("[，,；;]").finditer(text, start, stop))
    yield stop


def _before(text: str, name: Span, number: int) -> Counted | None:
    end = name.start
    while end and text[end - 1] in _QUOTES + "等这的 ":
        end -= 1
    quoted = text[end : name.start].strip()[:1] in set('”"’」』') and end < name.start
    opener = max(text.rfind(mark, 0, end) for mark in '“"‘「『') if quoted else -1
    clause = max(text.rfind(mark, 0, end) for mark in "，。；：！？,;:!?\n")
    start = max(opener, clause) + 1 if not (quoted and opener >= 0) else opener + 1
    items = listed(text, Span(start=start, end=end), number)
    closed = name.end + (
        text[name.start - 1 : name.start] in '“"‘' and text[name.end : name.end + 1] in '”"’'
    )
    whole = Span(start=clause + 1 if opener < 0 else min(start, opener), end=closed)
    return Counted(whole=whole, items=items) if items else None


def listed(text: str, span: Span, number: int) -> tuple[Span, ...] | None:
    """The `number` items of a list: parted by semicolons, by 、 with or without a last 和, or by commas."""
    for mark in ("[；;]", "、", "[，,]"):
        pieces = _split(text, span, mark)
        if len(pieces) == number:
            longest = LONGEST_PART if mark == "[；;]" else LONGEST_ITEM
            return pieces if all(_is_item(text, piece, longest) for piece in pieces) else None
        if mark == "、" and len(pieces) == number - 1:
            last = pieces[-1]
            halves = _halves(text, last)
            return (*pieces[:-1], *halves) if halves else None
    return None


def _halves(text: str, span: Span) -> tuple[Span, ...]:
    """集成电路与通信 and 装备 of 集成电路与通信和装备: parted by the first of these conjunctions that stands
    once."""
    for conjunction in ("以及", "和", "及", "与"):
        found = [*re.compile(conjunction).finditer(text, span.start, span.end)]
        if len(found) == 1:
            halves = (
                Span(start=span.start, end=found[0].start()),
                Span(start=found[0].end(), end=span.end),
            )
            return halves if all(_is_item(text, half) for half in halves) else ()
    return ()


def _split(text: str, span: Span, mark: str) -> tuple[Span, ...]:
    cuts = [*re.compile(mark).finditer(text, span.start, span.end)]
    edges = [span.start, *(edge for cut in cuts for edge in (cut.start(), cut.end())), span.end]
    return tuple(Span(start=start, end=end) for start, end in list(pairwise(edges))[::2])


def _is_item(text: str, span: Span, longest: int = LONGEST_ITEM) -> bool:
    return 1 <= len(text[span.start : span.end].strip()) <= longest


_ORDINALS = (
    "{n}是", "第{n}[，,是个大类种项点条]?", "其{n}[，,是]?",
    "[（(]{n}[）)]", "{n}、", "{d}[.、．]", "[（(]{d}[）)]",
)  # fmt: skip
_COUNT = "一二三四五六七八九十"


def _marked(text: str, name: Span, number: int) -> Counted | None:
    """一是…；二是…, 第一…, （一）…, 1.…: the first clause of each."""
    if number > len(_COUNT):
        return None
    for form in _ORDINALS:
        at, items = name.end, list[Span]()
        for index in range(min(number + 1, len(_COUNT))):
            found = _mark(form, index).search(text, at)
            near = found and (items or len(re.findall("[。！？!?]", text[at : found.start()])) <= 1)
            if not found or not near:
                break
            items.append(_clause(text, found.start()))
            at = found.end()
        if len(items) == number:
            return Counted(whole=name, items=tuple(items))
    return None


@lru_cache(maxsize=128)
def _mark(form: str, index: int) -> re.Pattern[str]:
    return re.compile(rf"(?<![一-鿿\d第])(?:{form.format(n=_COUNT[index], d=index + 1)})")


def _alike(text: str, name: Span, number: int) -> Counted | None:
    """四个全力: as many sentences that open with 全力, one after another."""
    head = fold(text[name.start : name.end])[-2:]
    if text.find(head, name.end) < 0:
        return None
    opening = re.compile(rf"(?:(?<=[。；;！\n”])|(?<=\s)){re.escape(head)}")
    first = opening.search(text, name.end)
    if first is None or len(re.findall("[。！？!?]", text[name.end : first.start()])) > 1:
        return None
    stop = text.find("\n", first.end())
    starts = [
        match.start() for match in opening.finditer(text, first.start(), stop if stop > 0 else len(text))
    ]
    if len(starts) != number:
        return None
    return Counted(whole=name, items=tuple(_clause(text, start) for start in starts))


def opens_alike(text: str, asked: AskedCount) -> Counted | None:
    """As many clauses of one text as were asked for, each opening with the noun: 坚定…的定位，坚定…的方向.

    A noun of one character is too little to tell them by.
    """
    if len(asked.noun) < 2:
        return None
    opens = re.compile(rf"(?:(?<=[，,；;。])|^){re.escape(asked.noun)}(?=.{{3}})")
    starts = [match.start() for match in opens.finditer(text)]
    if len(starts) != asked.number:
        return None
    ends = [*(start - 1 for start in starts[1:]), _clause(text, starts[-1]).end]
    items = tuple(Span(start=start, end=end) for start, end in zip(starts, ends, strict=True))
    fits = all(_is_item(text, item) for item in items)
    return Counted(whole=Span(start=starts[0], end=ends[-1]), items=items) if fits else None


def opening(text: str, item: Span) -> Span:
    """The first clause of an item."""
    found = _clause(text, item.start)
    return Span(start=found.start, end=min(found.end, item.end))


def _clause(text: str, start: int) -> Span:
    """From an item's mark to the end of what it opens with."""
    stop = re.compile(r"[。；;！？!?\n]|(?<=.{6})[，,：:]|$").search(text, start)
    assert stop is not None  # the end of the text is one
    return Span(start=start, end=min(stop.start(), start + LONGEST_ITEM))


def lists(text: str, number: int) -> Iterator[Counted]:
    """Every list of the text that 、 parts into `number` items, counted or not."""
    edge = rf"{_ENDS}{_QUOTES}（）()—"
    items = rf"(?:(?<=[{edge}])|^)[^{edge}]{{1,24}}(?:、[^{edge}]{{1,20}}){{{max(number - 2, 1)},}}"
    for match in re.compile(items).finditer(text):
        span = Span(start=match.start(), end=match.end())
        if found := listed(text, span, number):
            yield Counted(whole=span, items=found)


def ends_alike(text: str, found: Counted, noun: str) -> bool:
    """Whether all items end in one part of the noun: 产业链招商、资本招商 in 招商 of 招商方式."""
    heads = {noun[at : at + 2] for at in range(len(noun) - 1)}
    return any(all(text[item.start : item.end].endswith(head) for item in found.items) for head in heads)
