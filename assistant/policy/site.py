"""What does a site cost, what does it require, and how far is it: 电价, 地价, 工资, 投资强度, 到机场多远?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.matching import term_match
from assistant.passages.sentences import Sentence, candidate_sentences
from assistant.passages.whereabouts import place_fit
from assistant.policy.rules import fits_place
from assistant.question import QuestionFrame
from assistant.refusal import refuse
from assistant.wording import as_printed
from language.pattern import pattern
from language.text import fold
from language.words import tagged

_PRICE = r"(?:价格?|费用?|成本|单价|收费|多少钱|怎么收|标准)"


@dataclass(frozen=True, kw_only=True)
class _Matter:
    """Something investors ask of any site: how they put it, what a brochure calls it, and the unit in which
    its figure is told."""

    asked: re.Pattern[str]
    called: re.Pattern[str]
    unit: re.Pattern[str]
    search: str


_KWH = r"元?/?(?:每)?(?:千瓦时|度|kwh)"
_CUBIC = r"(?:元/?|每)(?:每)?(?:立方米|立方|吨|方|m3|m³)"
_MATTERS = (
    _Matter(
        asked=pattern(rf"电价|电费|用电{_PRICE}|[一每]度电"),
        called=pattern(r"电价|电费|用电|供电|大工业|工商业"),
        unit=pattern(rf"元{_KWH}|每(?:千瓦时|度)|分钱"),
        search="用电 电价 元/千瓦时",
    ),
    _Matter(
        asked=pattern(rf"污水(?:处理)?{_PRICE}"),
        called=pattern("污水"),
        unit=pattern(_CUBIC),
        search="污水处理费 元/立方米",
    ),
    _Matter(
        asked=pattern(rf"水价|水费|用水{_PRICE}|[一每](?:吨|方|立方)水"),
        called=pattern(r"用水|水价|水费|自来水|供水"),
        unit=pattern(_CUBIC),
        search="工业用水 水价 元/立方米",
    ),
    _Matter(
        asked=pattern(rf"(?<![氢氧氮蒸汽])气(?:价|费)|(?:天然气|燃气|用气)(?:的|平均)?{_PRICE}|天然气多少"),
        called=pattern(r"天然气|燃气|用气|气价"),
        unit=pattern(_CUBIC),
        search="天然气 用气 元/立方米",
    ),
    _Matter(
        asked=pattern(rf"(?:蒸汽|供热|热力|用热){_PRICE}|蒸汽多少"),
        called=pattern("蒸汽|供热|热力"),
        unit=pattern(r"元/?每?(?:吨|吉焦|GJ)|每吨"),
        search="蒸汽 供热 元/吨",
    ),
    _Matter(
        asked=pattern(
            rf"地价|(?:土地|用地|工业地|拿地)(?:的|出让|挂牌|起始|基准)*{_PRICE}|[一每]亩(?:地)?(?:要|得|卖)?多少钱|多少钱一亩"
            r"|(?:出让|起始|挂牌)(?:价|金)"
        ),
        called=pattern(r"用地|土地|地价|出让"),
        unit=pattern(r"每亩|元/?亩|元/?每?(?:平方米|㎡)"),
        search="工业用地 出让价 万元/亩",
    ),
    _Matter(
        asked=pattern(
            r"工资(?:水平|待遇|成本)?[^,，。;?？]{0,4}(?:多少|几千|多高|怎么样|如何|什么水平|高不高)|工资水平"
            r"|薪酬|薪资|月薪"
            r"|(?:人工|用工|招工|劳动力|人力)成本"
        ),
        called=pattern(r"工资|薪酬|薪资|月薪|人工成本|用工"),
        unit=pattern(r"元/?每?(?:月|人)|每?月(?:薪|均|平均)?[^,。;]{0,12}\d|\d{4}(?!年)"),
        search="用工 工资 元/月",
    ),
    _Matter(
        asked=pattern("投资强度"),
        called=pattern("投资强度"),
        unit=pattern(r"\d[万亿]?元/?每?(?:亩|公顷|平方米)|(?:每亩|亩均)[^,。;]{0,10}\d"),
        search="固定资产投资强度 万元/亩",
    ),
    _Matter(
        asked=pattern(r"亩均(?:税收|税负|产出|产值)|每亩(?:税收|纳税)|税收强度"),
        called=pattern(r"亩均(?:税收|税负|产出|产值)|每亩(?:税收|纳税)|税收强度"),
        unit=pattern(r"\d(?:\.\d+)?[万亿]?元"),
        search="亩均税收 万元/亩",
    ),
    _Matter(
        asked=pattern(
            r"能耗(?:强度|准入)?(?:门槛|标准|限值|限额|上限|要求|多少|是多少|不能|不得|控制)|单位[^，。?]{0,8}能耗"
        ),
        called=pattern("能耗"),
        unit=pattern(r"吨标准?煤"),
        search="单位工业增加值能耗 吨标准煤/万元",
    ),
    _Matter(
        asked=pattern("容积率"),
        called=pattern("容积率"),
        unit=pattern(r"\d\.\d"),
        search="容积率 不低于",
    ),
)
_FAR = pattern(
    r"(?:距离?|离|到|去|至)(?P<to>[^,，。;?？\d]{2,12}?)(?:的?(?:距离|路程|车程))?(?:有|要|需要?|得|大概|大约|开车|坐车|走|是)*"
    r"(?:多远|多久|多长时间|多少(?:公里|千米|分钟|小时)|几个?(?:公里|小时|分钟))"
)
_FAR_TOLD = pattern(
    r"\d(?:\.\d+)?(?:公里|千米|km|分钟|个?小时)|半(?:个)?小时|[一二三四五六七八九十]+(?:分钟|小时|公里)"
)
_GRANT = pattern(r"奖|补|贴息|资助|扶持|返还|减免")  # of a price is another question than the price
_HOW_LONG, _TIME = pattern(r"多久|多长时间|分钟|小时"), pattern(r"\d(?:分钟|个?小时)|半(?:个)?小时")
_SHORT = 40  # characters of a part of a sentence that is told whole
_LONGEST = 150  # characters of a sentence told whole
_MOST, _LEAST_SAID = 3, 0.5
_OF_ASKING = pattern(r"要求|门槛|标准|价格|多少|平均|大概|项目|企业|产业|最[高低]|限值|水平|准入|新增|工业")


def tell_site(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The sentences of the place's documents that tell the price, the requirement or the way asked for, those
    that say most of the question; None where nothing of the kind is asked or told."""
    if not frame.places or _GRANT.search(frame.text):
        return None
    if (far := _FAR.search(frame.text)) is not None:
        return _way(frame, collection, to=far["to"])
    matter = next((each for each in _MATTERS if each.asked.search(frame.text)), None)
    if matter is None:
        return None
    asked = replace(frame, text=f"{frame.text} {matter.search}")
    own = [
        one for one in candidate_sentences(asked, collection) if fits_place(one.document, frame, collection)
    ]
    told = [one for one in own if _tells(one, matter, frame)]
    if not told and any(one.columns and matter.called.search(fold("".join(one.columns))) for one in own):
        return _unless_named(frame, matter, own, collection)
    return _of_best(told, frame, matter)


def _unless_named(
    frame: QuestionFrame, matter: _Matter, own: Sequence[Sentence], collection: Collection
) -> Draft | None:
    """A refusal where a table tells the matter of each of several, and the question names another."""
    named = [term for term in _rest(frame, matter) if _is_kind(term)]
    if not named or any(term_match(term, one.folded) >= _LEAST_SAID for term in named for one in own):
        return None  # a row is looked up, or all of them are put in order
    return refuse(frame, collection)


def _rest(frame: QuestionFrame, matter: _Matter) -> list[str]:
    return [term for term in frame.terms if len(term) > 1 and not matter.asked.search(term)]


def _is_kind(term: str) -> bool:
    """Whether a word names a trade or a kind of project: not 要求 or 最高."""
    return not _OF_ASKING.fullmatch(term) and tagged(term)[-1].tag.startswith(("n", "j", "l"))


def _tells(one: Sentence, matter: _Matter, frame: QuestionFrame) -> bool:
    """Whether a sentence tells the matter, or a row of a table of prices that names it itself."""
    called = fold(one.text) if one.columns else one.folded
    priced = bool(matter.called.search(called) and matter.unit.search(called))
    return priced and (place_fit(one, frame) >= 0 or not one.places)  # its document is of the place


def _of_best(told: list[Sentence], frame: QuestionFrame, matter: _Matter) -> Draft | None:
    rest = _rest(frame, matter)
    signs = [(term, -1 if f"非{term}" in frame.text else 1) for term in rest]
    fits = [sum(sign * term_match(term, one.folded) for term, sign in signs) for one in told]
    best = max(fits, default=0.0)
    meant = [one for one, fit in zip(told, fits, strict=True) if fit >= best - 0.01]
    meant = [one for one in meant if one.document.id == meant[0].document.id][:_MOST]
    meant.sort(key=lambda one: one.start)
    if not meant:
        return None
    return Draft(statements=tuple(_statement(one, matter.called) for one in meant))


def _way(frame: QuestionFrame, collection: Collection, *, to: str) -> Draft | None:
    """The part of a sentence that says how far it is to somewhere, or how long one travels."""
    for one in candidate_sentences(frame, collection):
        if not (_FAR_TOLD.search(one.folded) and fits_place(one.document, frame, collection)):
            continue
        for part in _parts(one.text):
            if any(end in part for end in _ends(to)) and _FAR_TOLD.search(part):
                near = [each for each in re.split("[，,、]", part) if _FAR_TOLD.search(each)]
                near = [each for each in near if any(end in each for end in _ends(to))]
                if _HOW_LONG.search(frame.text):
                    near = [each for each in near if _TIME.search(each)] or near
                told = "，".join(near) if len(part) > _SHORT and near else part
                return Draft(statements=(Statement(text=as_printed(told), evidence=(one.evidence(),)),))
    return None


def _ends(to: str) -> list[str]:
    """The name of where to, and its last word: 最近的机场 is told as 桃花源机场."""
    bare = re.sub(r"^(?:最近的?|附近的?|市|当地的?)|[市县]$", "", to)
    return [each for each in (to, bare, bare[-3:], bare[-2:]) if len(each) > 1]


def _parts(text: str) -> Iterator[str]:
    yield from (part for part in re.split(r"[；;。]", text) if part.strip())


def _statement(one: Sentence, called: re.Pattern[str]) -> Statement:
    """The sentence, or where it is long the parts of it that speak of the matter."""
    text = one.told if one.columns else as_printed(one.text)
    if len(text) > _LONGEST and not one.columns:
        text = "；".join(part.strip() for part in _parts(one.text) if called.search(part)) or text
    return Statement(text=text.lstrip("-•· "), evidence=(one.evidence(),))
