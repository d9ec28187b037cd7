"""Is a sentence of the place asked about, of another, or of none?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.collection import Collection
from assistant.passages.sentences import Sentence
from assistant.question import QuestionFrame
from language.nation import WHOLES, wholes_told
from language.place import short_name
from language.place_table import lies_in
from language.text import fold

INSIDE, AROUND = 0.15, -0.05  # a district of the province asked, the province of the city asked


def place_fit(sentence: Sentence, frame: QuestionFrame) -> float:
    """How well the sentence is of the place asked about, about -1 to 1; 0 where none is asked."""
    if not frame.place_names:
        return 0.0
    if frame.place_names & set(sentence.places):
        return 0.3
    if asks_figure(frame) and _is_of_the_whole(sentence, frame):
        return -0.45
    if sentence.topic in frame.place_names or any(
        short_name(n) in fold(sentence.section) for n in frame.place_names
    ):
        return 0.25
    about = fold(sentence.document.title + sentence.document.name + sentence.before)
    if any(short_name(name) in about for name in frame.place_names):
        return 0.12
    if frame.place_names & sentence.about and not sentence.places and not sentence.topic:
        return 0.1
    if not asks_figure(frame) and (told := sentence.places or (sentence.topic,)) != ("",):
        if any(is_within(place, frame.place_names) for place in told):
            return INSIDE
        if all(_is_around(place, frame.place_names) for place in told):
            return AROUND
    return -0.45 if sentence.places or sentence.topic else -0.2


def _is_of_the_whole(sentence: Sentence, frame: QuestionFrame) -> bool:
    """我国锂电池出口增长8.5% is no city's, though a city's paper says so."""
    whole = wholes_told(sentence.folded)
    return bool(sentence.figures and whole) and all(
        row.subject in WHOLES and row.subject not in frame.text for row in sentence.figures
    )


def of_another_place(sentence: Sentence, frame: QuestionFrame) -> bool:
    """云龙区怎么招商: what names other places, or in a document of many places none, is not of this one."""
    if not frame.place_names or frame.place_names & {*sentence.places, sentence.topic}:
        return False
    named = [
        place
        for place in sentence.places
        if not _is_related(place, frame.place_names) and not _only_from_there(place, sentence)
    ]
    return bool(named) or (place_fit(sentence, frame) <= 0.1 and len(sentence.about) > 1)


def _only_from_there(place: str, sentence: Sentence) -> bool:
    """对来自武汉人员的检测 is not done in 武汉."""
    called = re.escape(short_name(place))
    return len(re.findall(called, sentence.folded)) == len(
        re.findall(rf"(?:来自|途经|离开){called}", sentence.folded)
    )


def is_silent(sentence: Sentence, frame: QuestionFrame, collection: Collection) -> bool:
    """The sentence speaks of no other place, nor does its paragraph, and the document names the one asked or
    is about no other."""
    if asks_figure(frame) and sentence.places:
        return False
    if any(not _is_around(place, frame.place_names) for place in sentence.places):
        return False
    if sentence.topic and (asks_figure(frame) or not _is_around(sentence.topic, frame.place_names)):
        return sentence.about == frame.place_names
    told = collection.folded(sentence.document.id)
    if not asks_figure(frame) and _is_general(sentence, frame, told, collection):
        return True
    return any(short_name(name) in told for name in frame.place_names)


def _is_general(sentence: Sentence, frame: QuestionFrame, told: str, collection: Collection) -> bool:
    """Whether a document is of nobody else: its title, opening and signature name no place but what the one
    asked about lies in."""
    edges = _DATELINE.sub("", f"{sentence.document.title}\n{told[:_OPENING]}\n{told[-_SIGNATURE:]}")
    named = {mention.place.name for mention in collection.places.find(edges)} | sentence.about
    return all(_is_around(place, frame.place_names) for place in named)


_OPENING, _SIGNATURE = 160, 80  # characters
_DATELINE = re.compile(r"社[一-鿿]{2,3}\d{1,2}月\d{1,2}日(?=[电讯])|各省")


def asks_figure(frame: QuestionFrame) -> bool:
    """Whether a count or an amount is asked for: the province's is not its districts', nor theirs its own."""
    return frame.asks_number or frame.threshold is not None


def is_within(place: str, asked: Iterable[str]) -> bool:
    """Whether a place lies in one of those asked about."""
    return any(lies_in(place, one) for one in asked)


def _is_around(place: str, asked: Iterable[str]) -> bool:
    """Whether one of those asked about lies in a place: said of the province, it may be meant of the city."""
    return any(lies_in(one, place) for one in asked)


def _is_related(place: str, asked: frozenset[str]) -> bool:
    return is_within(place, asked) or _is_around(place, asked)
