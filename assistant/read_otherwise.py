"""How else may a question be read whose first reading finds nothing in the documents?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.question import QuestionFrame
from language.event import EVENT

_OF_EVENT = re.compile(rf"[市省区县]?的?[^，。？?,、和与在赴到]{{0,10}}?{EVENT}")


def readings(frame: QuestionFrame) -> Iterator[QuestionFrame]:
    """Other readings of a question, the likeliest first: of other papers than the one it names, which leaves
    something to others; of an event by where it is held (合肥恳谈会), where it is no event of 合肥's own."""
    if frame.within:
        yield replace(frame, within=frozenset())
    hosts = [place for place in frame.places if _names_host(place.short, frame.text)]
    if hosts and len(hosts) == len(frame.places):
        yield replace(frame, places=(), terms=(*(place.short for place in hosts), *frame.terms))


def _names_host(short: str, text: str) -> bool:
    at = text.find(short)
    return at >= 0 and _OF_EVENT.match(text, at + len(short)) is not None
