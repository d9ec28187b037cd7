"""How else may a question be read whose first reading finds nothing in the documents?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.draft import Draft
from assistant.parts.read import Understand
from assistant.question import QuestionFrame
from language.event import EVENT
from language.text import fold

_OF_EVENT = re.compile(rf"[市省区县]?的?[^，。？?,、和与在赴到]{{0,10}}?{EVENT}")


_WAYS_ASKED = re.compile(
    r"(?:方面|上)?(?:都|主要|具体|还)?(?:采取|推出|出台|提出|部署|有|做)了?(?:哪些|什么)(?:具体|重点|主要|新的?|有效)*的?"
    r"(?:举措|措施|做法|打算|安排|动作|部署|思路|考虑)[?？]?$"
)


def readings(frame: QuestionFrame, understand: Understand) -> Iterator[QuestionFrame]:
    """Other readings of a question, the likeliest first: of other papers than the one it names, which leaves
    something to others; of an event by where it is held (合肥恳谈会), where it is no event of 合肥's own; in
    words of which none but the matter need be told: 甲区审批怎么做 for 甲区在审批方面有哪些举措."""
    if frame.within:
        yield replace(frame, within=frozenset())
    hosts = [place for place in frame.places if _names_host(place.short, frame.text)]
    if hosts and len(hosts) == len(frame.places):
        yield replace(frame, places=(), terms=(*(place.short for place in hosts), *frame.terms))
    ways = _WAYS_ASKED.search(frame.text)
    if ways is not None and _matter(frame.text):
        yield understand(f"{_IN.sub('', frame.text[: ways.start()])}怎么做？")


def tells_matter(draft: Draft, text: str) -> bool:
    """Whether what is told says the matter of a question that was read in other words, all of it: 科技创新 is
    not what has 科技含量 and 创新能力; True of any other question."""
    matter = _matter(text)
    return not matter or any(matter in fold(each.text) for each in draft.statements[:1])


def _matter(text: str) -> str:
    """What the ways are asked of, behind 在: 审批 of 甲区在审批方面有哪些举措."""
    ways = _WAYS_ASKED.search(text)
    told = _IN.search(text, 0, ways.start()) if ways is not None else None
    return text[told.end() : ways.start()] if told is not None and ways is not None else ""


_IN = re.compile(r"(?<=[一-鿿\d])在(?=[一-鿿]{2,8}$)")


def _names_host(short: str, text: str) -> bool:
    at = text.find(short)
    return at >= 0 and _OF_EVENT.match(text, at + len(short)) is not None
