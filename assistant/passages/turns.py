"""Which sentences of a text does a speaker say: a person, whoever holds an office, a meeting?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.passages.holders import SPEAKS, is_person
from assistant.passages.persons import POST
from language.pattern import pattern
from language.text import Span, fold, sentences
from language.value import value
from language.words import tagged

SAYS = "强调|告诉记者|分析(?=[,，:：])|要求|指出|表示|提出|介绍|认为|坦言|谈到|说(?!明|法|服)|讲(?!话|解|究)"
# Of one who has the floor, before the words themselves: 在仪式上讲话。他说，……
_SPEAKS = rf"{SAYS}|讲话|致辞|发言|主持|批示"
_HE = rf"(?:他|她)(?:还|又|同时)*[^，,。；;]{{0,8}}?(?:{SAYS})"
_HE_SAYS = pattern(_HE)
_GOES_ON = pattern(
    rf"{_HE}|[一二三四五六七八九十][要是]|[“‘]?要|必须|各级|各(?:部门|单位|地)|全[市区县省州]上下"
)
_LATER = r"[，,](?:并|还)?(?:强调|要求|指出|提出|表示)"  # 王某来到某厂，……，强调要……
_TAKES_FLOOR = pattern(rf"(?:{_SPEAKS})")
_ATTENDS = pattern(r"出席|参加|陪同|主持|调任|当选")
_MEETING = pattern(r"批示$|会议?(?:上)?$")
_GAP, _LONGEST_OFFICE = "[^，,。；;、]{0,6}?", 24
_NEAR = r"[^，,。；;：:“”]{0,24}?"
_LEAST_NAME, _LEAST_TOLD, _LONGEST_QUOTED = 2, 6, 6


@value
class Turn:
    """A sentence that a speaker says, from the words on that name him; `opened` is the one that gave him the
    word, folded."""

    span: Span
    opened: str


def turns(text: str, who: str) -> list[Turn]:
    """The sentences of a text that the one called `who` says, in order; [] where he never speaks."""
    spans = sentences(text)
    said = [fold(text[span.start : span.end]) for span in spans]
    for named in _names(who):
        holder = _holder(named, said)
        speaker = f"(?:{named}|{holder})" if holder else named
        if found := list(_turns(speaker, spans, said)):
            return found
    return []


def _names(who: str) -> Iterator[str]:
    """Patterns of a speaker, the surest first: 咸宁市长 is 咸宁市市长 too, and 市长 in a paper on 咸宁; a
    meeting is 会议 where it speaks."""
    office, meeting = re.search(POST + "$", who), _MEETING.search(who)
    words = tagged(who)
    yield re.escape(who)
    if office is not None and is_person(who[: office.start()]):
        yield who[: office.start()]
    elif meeting is not None:
        called = ("批示",) if meeting.group() == "批示" else ("会议", "大会")
        yield from (f"(?<![一-鿿“]){each}" for each in called)
    else:
        if office is not None:
            yield _GAP.join(re.escape(token.word) for token in words)
        local = max((token.end for token in words if token.tag == "ns"), default=0)
        if local and len(who) - local >= _LEAST_NAME:
            yield re.escape(who[local:])


def _holder(office: str, said: Sequence[str]) -> str:
    """The name printed behind an office, "" where none is."""
    if re.search(POST + "$", office) is None:
        return ""
    held = re.compile(rf"(?<!副){office}(?P<name>[一-鿿]{{2,3}}?){SPEAKS}")
    names = (match["name"] for each in said for match in held.finditer(each))
    return next((name for name in names if is_person(name)), "")


def _turns(speaker: str, spans: Sequence[Span], said: Sequence[str]) -> Iterator[Turn]:
    speaks = re.compile(rf"{speaker}{_NEAR}(?:{SAYS})|{speaker}(?:(?!{speaker})[^。；;])*?{_LATER}")
    takes_floor = re.compile(rf"{speaker}{_NEAR}(?:{_SPEAKS})")
    named = speaking = False
    opened = ""
    for at, (span, words) in enumerate(zip(spans, said, strict=True)):
        if (turn := speaks.search(words)) is not None:
            named = speaking = True
            opened = words
            if len(words) - turn.end() >= _LEAST_TOLD:
                begin = span.start + _opening(words, turn.start())
                yield Turn(span=Span(start=begin, end=span.end), opened=opened)
            else:
                quoted = range(_quoted_from(at, turn.start(), said), at + ("“" in words[: turn.start()]))
                yield from (Turn(span=spans[each], opened=opened) for each in quoted)
        elif (he := bool(named and _HE_SAYS.match(words))) or (speaking and _GOES_ON.match(words)):
            speaking = True
            opened = words if he else opened
            yield Turn(span=span, opened=opened)
        else:
            speaking = False
            told_of = re.search(speaker, words) is not None and not _ATTENDS.search(words)
            takes = takes_floor.search(words) is not None
            named = takes or told_of or (named and not _TAKES_FLOOR.search(words))


def _quoted_from(at: int, before: int, said: Sequence[str]) -> int:
    """The sentence in which the quotation begins that ends before “……。”某某说, of sentence `at`; `at` where
    there is none before it, or it begins in it."""
    if "“" in said[at][:before] or not at or not said[at - 1].endswith("”"):
        return at
    opened = (each for each in range(at - 1, max(-1, at - _LONGEST_QUOTED), -1) if "“" in said[each])
    return next((each for each in opened if said[each].count("“") >= said[each].count("”")), at)


def _opening(words: str, at: int) -> int:
    """Where the words begin that name the speaker: with his office, if that is not far."""
    begin = max(words.rfind(mark, 0, at) for mark in "，。；,;”") + 1
    return begin if at - begin <= _LONGEST_OFFICE else at
