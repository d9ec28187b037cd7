"""What does a follow-up put in the place of what was asked before: 莱西呢, 2024年呢, 总投资呢?"""

from __future__ import annotations

import re

from assistant.followups.remark import SOME_DAY, times
from assistant.followups.slots import BARE_ZONE, EVENT
from language.period import find_periods
from language.place import PlaceNames
from language.text import fold
from language.words import tagged

_LISTED = re.compile(r"(?P<head>[^,，]+的)[^的,，]{2,8}(?P<asks>是什么|有哪些|包括哪些)[?？]?")
_MEASURE_BEFORE = re.compile(r"(?P<head>[^,，]+)[,，][^,，]{2,8}是多少[?？]")
TAIL = re.compile(r"(?:呢|吧|啊|呀)?[?？。!！\s]*$")
WH = re.compile(
    r"(?:一共|总共|分别|大概|现在|目前)?(?:是|有|为|签了|签约了|达到了?|完成了?)?(?:多少(?:个"
    r"|家|[亿万]元?(?!元?以上))?|百分之(?:几|多少)|几成|几[个家项]|多[大高长]|什么(?:时候)?|哪些|哪里|哪个区|谁|哪天|怎么样|如何|怎样)"
)


def content(text: str, places: PlaceNames) -> str:
    """What is left of a short follow-up beyond places and periods."""
    kept = fold(text)
    for mention in reversed(places.find(kept)):
        kept = kept[: mention.start] + kept[mention.end :]
    for period in reversed(find_periods(kept, reference=SOME_DAY)):
        kept = kept[: period.start] + kept[period.end :]
    kept = re.sub(r"同期|今年|去年|前年|明年|上半年|下半年|[一二三四]季度|全年|\d{1,2}月", "", kept)
    return re.sub(r"^[的是在和与,，]+|[的是呢,，]+$", "", kept)


def substituted(bare: str, base: str, *, places: PlaceNames, rest: str) -> str:
    """那莱西呢 puts 莱西 where the earlier question had its place; 2024年呢 its year; 总投资呢 its
    measure."""
    question = base
    new_places = [fold(bare)[m.start : m.end] for m in places.find(fold(bare))]
    if new_places:
        old = places.find(fold(question))
        levels = {m.place.level for m in places.find(fold(bare))}
        alike = [mention for mention in old if mention.place.level in levels]
        old = alike if len(alike) == 1 else old  # of 江阳区和泸州市 the district gives way to another
        if (there := _at_a_gathering(question, places, new_places)) is not None:
            question = there
        elif (zone := BARE_ZONE.match(question)) is not None and not old:
            question = "、".join(new_places) + question[zone.end() :]
        elif old:
            first, last = old[0], old[-1]
            if BARE_ZONE.fullmatch(new_places[0]) and last.place.level == "city":
                new_places[0] = question[first.start : first.end] + new_places[0]  # of that city
            question = (
                question[: first.start]
                + "、".join(new_places)
                + question[last.end if len(new_places) < len(old) or len(old) == 1 else first.end :]
            )
        else:
            question = "、".join(new_places) + question
    periods = find_periods(fold(bare), reference=SOME_DAY)
    spoken = fold(bare)[periods[0].start : periods[-1].end] if periods else ""
    if spoken:
        question = _with_period(question, spoken)
    if len(rest) >= 2:
        question = _with_kind(question, rest, places) or _with_measure(question, rest)
    return question


def _at_a_gathering(question: str, places: PlaceNames, new: list[str]) -> str | None:
    """丙县呢 after 甲市乙市推介会签约多少: what 丙县 of 甲市 did there; None for no gathering."""
    said = fold(question)
    found = places.find(said)
    of_new = places.find(new[0])
    if len(new) != 1 or not found or not of_new or EVENT.match(said, found[-1].end) is None:
        return None
    host, other = found[-1].place, of_new[0].place
    if host.level != "city" or other.level == "city" or other.city in ("", host.name):
        return None
    return f"{said[: found[0].start]}{new[0]}在{said[found[-1].start :]}"


_KIND_COUNTED = re.compile(
    r"(?P<kind>[一-鿿]{2,8})(?P<of>类的?|产业的?|行业的?|领域的?|方面的?)(?=(?:项目)?有?(?:几|多少)[个家项])"
)


def _with_kind(question: str, kind: str, places: PlaceNames) -> str | None:
    """那生命健康的呢 after 食品饮料类的有几个: one kind takes the place of the other; None where none is
    counted."""
    folded = fold(question)
    spans = [(m.start, m.end) for m in places.find(folded)] + [(p.start, p.end) for p in times(folded)]
    begin = max((end for _, end in spans), default=0)
    counted = _KIND_COUNTED.search(folded, begin)
    if counted is None or WH.search(kind) or _AMOUNT.search(kind):
        return None
    return question[: counted.start("kind")] + re.sub(r"[类的]+$", "", kind) + question[counted.end("kind") :]


_AMOUNT = re.compile(r"投资|金额|产值|收入|[额率数量]$")


def _with_period(question: str, spoken: str) -> str:
    old = times(fold(question))
    if old:
        keep = old[0]
        part = re.sub(
            r"^(?:截至|截止到?|到|至)?(?:20\d\d年|今年|去年)底?", "", fold(question)[keep.start : keep.end]
        )
        year = re.match(r"20\d\d年|[今去前明]年", fold(question)[keep.start : keep.end])
        if year and re.fullmatch(r"全年|[上下]半年|前?[一二三四]季度|\d{1,2}月份?", spoken):
            spoken = f"{year.group()}{spoken}"  # 全年呢 after 2024年一季度 asks of that year
        if re.fullmatch(r"20\d\d年|去年|前年|今年|明年", spoken) and part:
            spoken += part
        return question[: keep.start] + spoken + question[keep.end :]
    return spoken + question


_SPOKE = re.compile(
    r"(?P<at>(?:在)?[^,，。?？]{0,14}?会(?:议)?上)?(?P<who>[^,，。?？]{2,14}?)(?P<says>(?:在[^,，。?？]{1,12}?)?"
    r"(?:(?:讲|说|强调|要求|指出|提出|表示|介绍|提)(?:了|到|过)*(?:什么|哪些)|怎么(?:说|讲|看|表态))[^,，。?？]{0,4})[?？]?"
)
_SPEAKER = re.compile(
    r"(?:[一-鿿]{0,10}(?:书记|[市区县州省旗]长|[局处会院行]长|主任|主席|董事长|总经理|负责人)|[一-鿿]{2,3})"
)


def with_speaker(bare: str, base: str) -> str | None:
    """市长呢 after 推进会上市委书记讲了什么 asks what he said; None of any other question."""
    asked = _SPOKE.fullmatch(fold(base))
    if asked is None or not _SPEAKER.fullmatch(bare):
        return None
    return f"{asked['at'] or ''}{bare}{asked['says']}？"


def _with_measure(question: str, measure: str) -> str:
    """那即墨的总投资呢: the asked measure replaces the one before, the rest stays."""
    if (before := _MEASURE_BEFORE.fullmatch(question)) is not None and not WH.search(measure):
        return f"{before['head']}，{measure}是多少？"
    if (listed := _LISTED.fullmatch(question)) is not None and not WH.search(measure):
        return f"{listed['head']}{measure}{listed['asks']}？"
    match = WH.search(question)
    if not match:
        return _of_another_part(question, measure) or f"{TAIL.sub('', question)}的{measure}"
    head = question[: match.start()]
    asked = measure if WH.search(measure) else f"{measure}是多少"
    return f"{head}{question[match.end() :].rstrip('?？。')}，{asked}？"


_MEASURED = re.compile(
    r"(?:投资额?|增速|增幅|[内外]资|产值|金额|资金|占比|比例|[开完到履]工?[成位约]?率|项目数)$"
)


def _of_another_part(question: str, part: str) -> str | None:
    """开发区呢 after 甲区1-2月西林增速 is 甲区1-2月开发区增速; None where another measure is asked for."""
    base = TAIL.sub("", question)
    measured = _MEASURED.search(base)
    if measured is None or _MEASURED.search(part) or _AMOUNT.search(part):
        return None
    head = base[: measured.start()]
    last = tagged(head)[-1] if head else None
    if last is not None and last.tag.startswith(_NAMING) and last.start:
        head = head[: last.start]
    return f"{head}{part.rstrip('的')}{measured.group()}"


_NAMING = ("nr", "ns", "nz", "nt")
