"""Reads a stand-alone question: of whom, which measure, of when, in which form?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from datetime import date
from decimal import Decimal
from itertools import pairwise

from assistant.asked_terms import asked_terms
from assistant.names import called_in
from assistant.operations import Operation, operation_of
from assistant.periods_of import periods_of
from assistant.question import QuestionFrame
from assistant.wanted import asks_why, wanted
from language.bare_zone import ZONE_KIND
from language.period import Period
from language.place import Mention, PlaceNames, innermost, national_mentions
from language.quantity import Quantity, find_quantities
from language.text import fold
from language.words import is_known, tagged

_AND_COUNTY = re.compile(r"[市省区州县里级]和县")  # 市里和县里怎么分担 names no 和县
_RELATIVE = re.compile(r"[今去前明]年|[本当]年|上年|年初|[本上当]月|[本上]季")
_BARE_SIZE = re.compile(
    r"[\d十百千]亿(?=(?:及以上|以上)(?!元))|\d[\d.]*[-—–~至到]\d[\d.]*亿(?=的|大?项目)|(?:[超过破]|[大多高]于|不[低少]于|至少)\d[\d.]*亿(?=的|大?项目|[,，。？?]|$)"
    r"|(?:投资额?|资金|金额|产值|营收|税收)(?:为|达|约|是)?\d[\d.]*亿(?![元美欧港日英\d片个台吨件度千立])"
)  # 50亿以上 is a size class in yuan, 总投资2400亿 an amount
_ORGANISATION = re.compile(r"时代(?!广场|新城)|银行|啤酒|大学")
_TWO = 2  # characters of a short name that common words may hold by chance
_CAMPUS = re.compile(r"(?:大学|[师理农医]大|[工科]大|理工|山大|北大|交大|中大|学院)[（(]?$")  # 哈工大威海
_QUOTED = re.compile(r"[“\"「『]([^”\"」』]{2,20})[”\"」』]")


def understand(
    question: str,
    *,
    places: PlaceNames,
    known: frozenset[str],
    names: Callable[[str], tuple[str, ...]],
    today: Callable[[tuple[str, ...]], date | None],
) -> QuestionFrame:
    """Reads a stand-alone question.

    `places` and `known` are the collection's places and their names, `names` finds the projects and
    organisations it knows in a text, and `today` tells from what 今年 is measured in a question about these
    places and things.
    """
    text = _BARE_SIZE.sub(r"\g<0>元", fold(question).strip())
    said = _places(text, places)
    own = _parts_of_its_city(text, said, places)
    called = {text[mention.start : mention.end] for mention in own}
    named = tuple(name for name in names(text) if not _is_only_a_place(name, called, text))
    surfaces = tuple(called_in(text, name) for name in named)
    strange = [one for one in _strangers(text, known, own) if not _is_within(one, (*named, *surfaces), text)]
    own = [mention for mention in own if not _is_within(mention, named, text)]
    also = [] if own == said else said  # the city of a zone
    about = (*(mention.place.name for mention in own), *named)
    operation: Operation = "lookup" if asks_why(text) else operation_of(text)  # 为什么增速第一 ranks nothing
    reference = today(about if _RELATIVE.search(text) else ())
    periods = periods_of(text, reference=reference, operation=operation)
    threshold, threshold_text, numbers = _threshold(text, periods)
    return QuestionFrame(
        text=text,
        places=tuple({mention.place.name: mention.place for mention in own}.values()),
        strangers=tuple(
            dict.fromkeys(
                m.place.name
                for m in strange
                if not _inside_name(text, m.end) and not _begins(m, surfaces, text)
            )
        ),
        names=named,
        surfaces=surfaces,
        periods=periods,
        terms=asked_terms(text, _spans(text, numbers, surfaces, [*own, *strange, *also], periods)),
        threshold=threshold,
        threshold_text=threshold_text,
        numbers=numbers,
        operation=operation,
        wants=wanted(_QUOTED.sub("“”", text)),  # “招谁来”是什么 asks for nobody
        quoted=tuple(match[1] for match in _QUOTED.finditer(text)),
    )


def _places(text: str, places: PlaceNames) -> list[Mention]:
    found = innermost(places.find(text))
    return [
        mention
        for mention in found
        if not _is_host(mention, found, text)
        and not _ORGANISATION.match(text, mention.end)
        and not _across_words(text, mention, found)
        and not text.endswith("来自", 0, mention.start)  # 来自浙江的项目 are not 浙江's
        and not _CAMPUS.search(text, 0, mention.start)
    ]


def _parts_of_its_city(text: str, own: list[Mention], places: PlaceNames) -> list[Mention]:
    """乙县 of 甲市11月集中签约 乙县几个, and 甲高新区 of 甲市…高新区几个: the city only says whose it is."""
    if not own or own[0].place.level != "city" or _BETWEEN.search(text) or operation_of(text) != "lookup":
        return own
    city, *others = own
    if others:
        within = all(one.place.city == city.place.name for one in others)
        return others if within and len(others) == 1 else own
    for match in _ZONE.finditer(text, city.end) if "区" in text else ():
        if (zone := places.get(f"{city.place.short}{match.group()}")) is not None:
            return [Mention(place=zone, start=match.start(), end=match.end())]
    return own


_BETWEEN = re.compile(r"[和与跟及比、]|占|全市")
_ZONE = re.compile(ZONE_KIND)


def _is_host(mention: Mention, found: Sequence[Mention], text: str) -> bool:
    """Whether another place was there for an event: 上海 of 高密企业在上海劳保展拿了多少订单."""
    beside = (one for one in found if one.end <= mention.start and text[one.end : mention.start] in ("", "("))
    if any(one.place.name != mention.place.city for one in beside):  # 甲市乙市对接会, 甲市(乙市)推介会
        return _HOSTS.match(text, mention.end) is not None
    if text[mention.start - 1 : mention.start] not in ("在", "赴", "到", "驻") or not mention.start:
        return False
    others = [one.place for one in found if one.end < mention.start]
    apart = [one for one in others if one.name not in (mention.place.name, mention.place.city)]
    there = _HOSTS.match(text, mention.end) or _DOES_THERE.match(text, mention.end)
    return bool(apart) and apart == others and there is not None


_DOES_THERE = re.compile(
    r"市?(?:集中|现场)?(?:签[约下订了]|招商|路演|推介|考察)|市?(?:办事处|联络[处站点]|代表处|工作站|分队)"
)  # 嘉兴在广州签约几个
_HOSTS = re.compile(
    r"市?的?[^，。？?、和与]{0,10}?(?:推介会|洽谈会|恳谈会|对接会|交流会|展|博览会|大会|[投贸洽博交]洽?会|论坛|活动)"
)


def _strangers(text: str, known: frozenset[str], own: Sequence[Mention]) -> list[Mention]:
    """Places of the country that the collection does not speak of."""
    return [
        mention
        for mention in national_mentions(text)
        if mention.place.name not in known
        and not any(other.start < mention.end and mention.start < other.end for other in own)
        and not _AND_COUNTY.search(text, max(0, mention.start - 1), mention.end)
    ]


def _is_within(mention: Mention, names: Sequence[str], text: str) -> bool:
    """Whether a place stands only in the name of a project or organisation."""
    starts = {name: text.find(name) for name in names}
    return any(
        start >= 0 and start <= mention.start and mention.end <= start + len(name)
        for name, start in starts.items()
    )


def _spans(
    text: str,
    numbers: Sequence[Quantity],
    surfaces: Sequence[str],
    mentions: Sequence[Mention],
    periods: Sequence[Period],
) -> Iterator[tuple[int, int]]:
    """What is called by name or by number: whose, how much and when, but not what."""
    yield from ((quantity.outer_start, quantity.outer_end) for quantity in numbers)
    for surface in surfaces:
        if (start := text.find(surface)) >= 0:
            yield start, start + len(surface)
    yield from ((mention.start, mention.end) for mention in mentions)
    yield from ((period.start, period.end) for period in periods)


def _is_only_a_place(name: str, called: Set[str], text: str) -> bool:
    """古雷开发区 names the zone, and no project of which the question says nothing but where it stands."""
    if (surface := called_in(text, name)) not in called:
        return False
    rest = _TAIL.sub("", fold(name).replace(surface, " "))
    return not any(rest[at : at + 2] in text for at in range(len(rest) - 1))


_TAIL = re.compile(r"(?:项目|工程|公司|集团)+$")


def _across_words(text: str, mention: Mention, others: Sequence[Mention]) -> bool:
    """延长春节 names no 长春: a word that begins before the short name ends inside it, unless it begins in
    another place (市北平度, where a dictionary sees 北平) or right behind one (莱西和平度), or what it leaves
    of the name begins no word (论坛上城阳签了, cut into 上城 and 阳签)."""
    if text[mention.start : mention.end] != mention.place.short or len(mention.place.short) > _TWO:
        return False
    if _AFTER_A_YEAR.search(text, 0, mention.start):  # 2023年德阳, where a dictionary sees 年德 and 阳新
        return False
    ends = {other.end for other in others if other != mention}
    return any(
        one.start < mention.start < one.end < mention.end
        and is_known(rest.word)
        and not any(other.start <= one.start < other.end for other in others if other != mention)
        and not (one.start in ends and _AND.fullmatch(text, one.start, mention.start))
        for one, rest in pairwise(tagged(text))
    )


_AND = re.compile(r"[和与及跟同]")
_AFTER_A_YEAR = re.compile(r"(?:\d年|[今去前]年|\d月|季度|半年)$")


def _inside_name(text: str, end: int) -> bool:
    """宁德 in 宁德时代 is no place."""
    return bool(re.match(r"(?:时代|银行|集团|啤酒|港(?!区)|大学|电气|汽车)", text[end:]))


def _begins(mention: Mention, surfaces: Sequence[str], text: str) -> bool:
    """Whether a place only stands in the known name of a thing: 临空经济区 of 临空经济区智造产业园."""
    printed = text[mention.start : mention.end]
    return any(printed in surface and len(surface) > len(printed) + 2 for surface in surfaces)


def _threshold(text: str, periods: tuple[Period, ...]) -> tuple[Decimal | None, str, tuple[Quantity, ...]]:
    numbers: list[Quantity] = []
    threshold: Decimal | None = None
    words_used = ""
    for quantity in find_quantities(text):
        if any(p.start < quantity.end and quantity.start < p.end for p in periods) or (
            quantity.kind == "bare" and not quantity.unit
        ):
            continue
        classed = _OF_A_CLASS.match(text, quantity.end) is not None
        if text[: quantity.outer_start].endswith(("多少", "几")) and not classed:
            continue  # 签约多少亿元 asks for an amount, 签约多少亿元以上项目 for a count
        after = text[quantity.outer_end : quantity.outer_end + 4]
        sized = quantity.qualifier in ("以上", "过", "超", "突破", "不低于", "不少于") or (
            quantity.spelled and quantity.value == 1
        )
        in_yuan = quantity.kind == "money" or (quantity.spelled and quantity.unit == "亿")
        in_yuan = in_yuan or (classed and quantity.unit in ("万", "亿"))  # 500万以上项目
        if in_yuan and (sized or re.match(r"级|及以上", after) or quantity.unit == "亿"):
            threshold = quantity.base()[0]
            words_used = text[quantity.outer_start : quantity.outer_end]
        elif quantity.kind not in ("duration",) and not (quantity.spelled and quantity.kind == "count"):
            numbers.append(quantity)
    return threshold, words_used, tuple(numbers)


_OF_A_CLASS = re.compile(r"(?:及|或)?以上的?[一-鿿]{0,6}?(?:项目|工程)")
