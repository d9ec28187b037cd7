"""What does each item of a list measure, and what do its items share?"""

from __future__ import annotations

import re

from ingest.ledger.cast import Cast
from ingest.ledger.clauses_before import without_subject
from ingest.ledger.metric_words import bare, without_place_in_ranking, without_tail
from ingest.ledger.paired_measures import behind_its_place
from language.divisions import LEVELS
from language.quantity import Quantity
from language.words import tagged


def item_of_list(before: str, printed: str) -> str:
    """超10亿元项目46个、超50亿元项目5个: each has words of its own; of 拜访甲、乙等 the verb stays."""
    if (item := _LAST_ITEM.search(printed)) is not None and not printed.endswith("等"):
        if "、" not in before and _COUNTED.search(before) and bare(item["own"]):
            return ""  # 其中，甲开发区40个、乙新区22个: nothing of the second is left but whose it is
        return before[before.rfind("、") + 1 :] if item["own"] else _first_measured(before)
    if not (printed.endswith("等") or "、" in printed):
        return before
    if (
        closed := _CLOSES_LIST.search(before)
    ) is not None:  # 电子信息、装备制造和绿色食品三大重点产业项目227个
        return _verb_of_list(before) + closed["noun"]
    if _TRADE.fullmatch(before) or _TWO_DOINGS.fullmatch(before):
        return before
    behind = _BEHIND_LIST.search(before)  # 赴北京、上海等地开展招商走访402次
    kind = _KIND_OF_LIST.search(printed) if behind is None else None
    if kind is not None and _is_noun(kind["noun"]):  # 签约甲厂、乙园等项目40个; 涵洞、车库等风险点位64个
        return _verb_of_list(before) + kind["noun"]
    does = behind or _ENDS_DOING.search(before)
    return _verb_of_list(before) or (does["does"] if does else "")


# 水利、环境和公共设施管理业完成投资140.6亿元: one branch of trade, whose name is a list.
_DOING = "(?:集中)?(?:签约|落地|开工|竣工|投产)"
_TWO_DOINGS = re.compile(f"(?:[本此这]次)?{_DOING}[、和]{_DOING}的?项目")  # 集中签约、开工项目共73个: both
_TRADE = re.compile(r"(?:其中)?[一-鿿]{2,6}、[一-鿿、]{2,12}[和及][一-鿿]{2,10}业[一-鿿]{0,10}")


_ALIKE = re.compile(r"(?P<items>[^,;:。、\d]+(?:[、和与及][^,;:。、\d]+)+)(?:各有?|均为)")
_NOUN_OF_ALL = re.compile(r"(?:产业链?|领域|类|行业)?(?:在建|签约)?(?:项目|企业|园区|基地|平台)")


def kinds_each(quantity: Quantity, cast: Cast) -> list[str]:
    """集成电路、新能源汽车产业链项目各12个: what each kind of the list measures; none for another figure."""
    begin = behind_its_place(cast.clause_at(quantity.start)[0], cast)
    alike = _ALIKE.fullmatch(cast.text, begin, quantity.outer_start) if quantity.kind == "count" else None
    if alike is None or any(begin <= one.start < quantity.start for one in cast.mentions):
        return []
    return kinds_listed(alike["items"])


def kinds_listed(items: str) -> list[str]:
    """制造业项目, 农业项目 of 制造业、农业项目; [] where no noun closes the list for all its items."""
    noun = next((one for one in _NOUN_OF_ALL.finditer(items) if one.end() == len(items)), None)
    if noun is None:
        return []
    does = _verb_of_list(bare(items))
    kinds = [
        bare(item).removeprefix(does).removesuffix(noun.group()) for item in re.split("[、和与及]", items)
    ]
    return [f"{does}{kind}{noun.group()}" for kind in kinds]


def _first_measured(before: str) -> str:
    """签约58个、466亿元 tells both of what stands before the first of them.

    Of 改造甲小区、乙小区等33个老旧小区、74.7万平方米 the verb stays, and the class.
    """
    words = re.split(r"\d", before, maxsplit=1)[0]
    if "、" not in words:
        return without_tail(words)
    counted = _CLASS_OF_LIST.search(before)
    return f"{_verb_of_list(words)}{counted['noun']}" if counted else ""


def shared_measure(quantity: Quantity, cast: Cast) -> str:
    """甲、乙分别签约项目52个和47个: the words between the last name and the first number measure them all."""
    begin, _ = cast.clause_at(quantity.start)
    at = cast.text.find("分别", begin, quantity.start)
    if at >= 0:  # 甲、乙签约额居前两位，分别为138.2亿元和112.5亿元: said in the clause before
        grew = _GREW_EACH.match(cast.text, at) if at == begin and quantity.kind == "rate" else None
        told = _measured_alike(cast, cast.clause_before(begin) if at == begin else begin, at, quantity)
        return f"{told}{grew['way']}" if told and grew and not told.endswith(grew["way"]) else told
    grown = _GROWN_ALIKE.fullmatch(cast.text, begin, quantity.outer_start)
    at = cast.text.find("分别", cast.clause_before(begin), begin) if grown else -1
    if grown is None or at < 0:
        return ""
    return _measured_alike(cast, cast.clause_before(begin), at, quantity) + grown["way"]


def _measured_alike(cast: Cast, begin: int, at: int, quantity: Quantity) -> str:
    """What is measured of each of the names before the 分别 at `at`."""
    named = [mention.end for mention in cast.mentions if begin <= mention.start and mention.end <= at]
    words = cast.text[max(named, default=begin) : quantity.outer_start].replace("分别", "")
    if named and _SAYS_NOTHING.fullmatch(
        re.split(r"\d", words)[0]
    ):  # 协议投资额居前三位的是甲市、乙区，分别为
        end = min(one.start for one in cast.mentions if one.end in named)
        head = without_subject(cast.text[begin:end], cast, begin, "")
        ranked = _STANDING.search(head)
        measured = head[: ranked.start()] if ranked else without_place_in_ranking(head)
        return _COUNT_OF.sub("", measured) if measured != head else ""
    alike = re.split(r"\d(?!\d*强)|,?[为达是](?=\d|$)", _STANDING.sub("", words))[0].strip(",")
    return _AT_LEAST.sub("", alike)


_GREW_EACH = re.compile(r"分别(?P<way>(?:同比|环比)?(?:增长|下降|提高|上升|减少))(?=\d)")
_STANDING = re.compile(
    rf"[稳位分]?(?:居|列|排在|排名)(?:全[国{LEVELS}])?前(?:列|[一二两三四五六七八九十\d]+[位名]?)"
)
_COUNT_OF = re.compile(r"(?<=项目|企业)(?:数量?|个数)$")
_AT_LEAST = re.compile(r"(?:均|各|力争|要|须)?(?:不低于|不少于|超过|突破|达到|约)$")
_SAYS_NOTHING = re.compile(r"[,为是有达]*")
_GROWN_ALIKE = re.compile(
    r"(?P<way>(?:同比|环比|比上年|较上年)?(?:增长|下降|提高|上升|增|降))(?:\d[\d.]*%[、和与及])*"
)


def _verb_of_list(before: str) -> str:
    """拜访先导集团、微软集团等 → 拜访: the items of the list are examples, not the measure."""
    kept = ""
    for token in tagged(before):
        if not (token.tag.startswith(("v", "d")) or _SIGNED.fullmatch(token.word)):
            break
        kept += token.word
    return kept


def _is_noun(words: str) -> bool:
    return words[0] != "全" and all(_NOUN.match(token.tag) for token in tagged(words))


_NOUN = re.compile(r"[nabj]|vn")
_SIGNED = re.compile("(?:新|集中)(?:签约|开工)")  # words of this field that the dictionary has without a tag
_BEHIND_LIST = re.compile(r"等(?:国家和地区|地区|多地|城市群?|国家|省市?|地|市|国)(?P<does>[^、\d]{2,12})$")
_ENDS_DOING = re.compile(
    r"(?P<does>(?:走访|拜访|会见|接待|对接|考察|推动|举办|开展|签约|引进|洽谈)[^、\d]{0,10})$"
)
_KIND_OF_LIST = re.compile(r"、[^、\d]*等(?P<noun>[^、\d]{0,6}(?:项目|企业|工程)|[^、\d]{2,6})(?:共|共计)?$")
_CLOSES_LIST = re.compile(
    r"、[^、\d]{2,24}?(?P<noun>[两二三四五六七八九十](?:大|个(?=项目|企业|园区))[^、\d]{2,12})$"
)
_CLASS_OF_LIST = re.compile(r"等\d[\d.,]*[余多]?[个家项条座处](?P<noun>[^、\d]{2,12})、?$")
_COUNTED = re.compile(r"\d[^\d、]{1,3}$")
_LAST_ITEM = re.compile(r"\d[^、]*、(?P<own>[^、]*)$")
