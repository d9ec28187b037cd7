"""Which part of what was counted before does a follow-up share out, or leave over?

占多少 and 剩下的呢 after 签约多少个项目 and 先进制造业几个; 没开工的呢 after the first of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.followups.compared import AMONG, NO_PART, SHARE, plain
from assistant.followups.remark import bare as stripped
from assistant.followups.remark import names_a_time, without_end
from assistant.followups.slots import Slots, slots_of
from language.place import PlaceNames
from language.text import fold

_HOW_MANY = r"的?(?:项目|企业)?(?:是|有|还有)?(?:(?:多少|几)[个家]?)?"
_REST = re.compile(rf"(?:剩下|剩余|其余|其他|余下|另外)(?:那些|的)?{_HOW_MANY}")
_NOT_YET = re.compile(
    rf"(?:还有)?(?:(?:多少|几)[个家]?)?(?:没有?|还没|未|尚未)(?P<stage>开工|投产|落地|注册|竣工){_HOW_MANY}"
)
_DONE = re.compile(r"新?(?:签约|引进|落地|开工|招引|注册)")
_OWN = re.compile(r"(?P<whole>.+)里,(?:除(?P<left>.+)外还有|(?P<shared>.+)占)多少")
_TOLD = re.compile(
    r"(?P<whole>[^,，]*(?:签约|引进|招引|在库|在建|开工|落地|招商|亿元?以上|级)项目|[^,，]*企业)[,，]"
    r"(?P<part>[^,，]{2,10})是多少"
)
_SIZED = re.compile(r"[\d十百]亿")
# 新能源材料项目 are a part themselves.
_OF_MANY = re.compile(
    r"签约|引进|招引|落地|注册|开工|竣工|在[建库谈]|储备|招商|亿|级|重[点大]|全部|[\d个类]|^(?:项目|企业)|企业$|挂牌"
)
_PART = re.compile(r"[^,，?？]{2,10}")
_COUNTED = re.compile(r"项目|企业|公司|机构")
_AMOUNT = re.compile(r"投资|资金|金额|产值|[率额比]$")


def parted(
    text: str, earlier: Sequence[str], *, places: PlaceNames, names: Callable[[str], tuple[str, ...]]
) -> str | None:
    """The whole question that `text` stands for after `earlier`, whole questions themselves, oldest first;
    None where no part of anything counted was asked for before."""
    bare = stripped(text)
    if not earlier:
        return None
    if (own := _OWN.fullmatch(without_end(fold(earlier[-1])))) is not None:
        return _of_another_part(bare, own, places)
    if not any(p.fullmatch(bare) for p in (SHARE, _REST, _NOT_YET)):
        return None
    asked = [slots_of(question, places=places, names=names) for question in earlier]
    if (stage := _NOT_YET.fullmatch(bare)) is not None:
        counted = (e for e in reversed(asked) if _whole(e.measure) and stage["stage"] not in e.measure)
        whole = next(counted, None)
        return f"{_of(whole)}{_whole(whole.measure)}没{stage['stage']}的有多少个？" if whole else None
    found = _part_and_whole(earlier[-1], asked)
    if found is None:
        return None
    whole_of, part = found
    return f"{whole_of}里,{part}占多少？" if SHARE.fullmatch(bare) else f"{whole_of}里,除{part}外还有多少？"


def _of_another_part(bare: str, own: re.Match[str], places: PlaceNames) -> str | None:
    """剩下的呢 after 签约项目里,先进制造业占多少, and 食品饮料呢 after either."""
    part = own["left"] or own["shared"]
    if _REST.fullmatch(bare):
        return f"{own['whole']}里,除{part}外还有多少？"
    if SHARE.fullmatch(bare):
        return f"{own['whole']}里,{part}占多少？"
    if not _PART.fullmatch(bare) or places.find(bare) or NO_PART.search(bare) or names_a_time(bare):
        return None
    return f"{own['whole']}里,{bare.rstrip('的')}占多少？"


def _part_and_whole(last: str, asked: Sequence[Slots]) -> tuple[str, str] | None:
    """What is called whole and part in the last question, 签约项目,其中制造业, or in two of one subject."""
    if (among := AMONG.search(without_end(fold(last)))) is not None:
        return plain(fold(last)[: among.start()]), among["part"]
    told = _TOLD.fullmatch(without_end(fold(last)))
    if told is not None and _COUNTED.search(told["whole"]) and not _AMOUNT.search(told["part"]):
        return told["whole"], told["part"]
    part = asked[-1]
    if not part.measure or part.named or _AMOUNT.search(part.measure):
        return None
    for each in reversed(asked[:-1]):
        whole = _whole(each.measure)
        same = each.subject == part.subject and part.period in ("", each.period)
        if _SIZED.search(whole) and _SIZED.search(part.measure):
            continue  # 超50亿元 and 10亿元以上 are parts of one whole
        if whole and same and part.measure not in each.measure:
            return f"{_of(each)}{whole}", part.measure
    return None


def _of(slots: Slots) -> str:
    return f"{slots.subject}{slots.period}"


def _whole(measure: str) -> str:
    """签约75个 and 签约 are of the projects signed; "" for what counts nothing."""
    if _AMOUNT.search(measure):
        return ""
    if _COUNTED.search(measure):
        return measure if _OF_MANY.search(measure) else ""
    done = _DONE.match(measure)
    return f"{done.group()}项目" if done else ""
