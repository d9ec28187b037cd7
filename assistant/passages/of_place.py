"""Is a sentence of a running text said of the place asked about, or of another that stands before it?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.collection import Collection
from assistant.question import QuestionFrame
from language.place import Mention, Place, PlaceNames, short_name

# Whom a place looks up to is not whom the sentence is about.
_LOOKS_UP_TO = re.compile(r"(?:对标|学习|借鉴|赶超|追赶|比肩|复制|看齐)(?:[一-鿿]{2,5}[、和与及])*$")
# 甲新区副书记，乙片区主任张三表示，乙片区将…: the posts of a speaker do not say where he speaks of.
_SPEAKER = re.compile(
    r"[^“”。；;]{4,60}?(?:书记|主任|局长|[市区县]长)[一-鿿]{2,4}(?:表示|说|介绍|认为|指出|强调)(?=[，,：:])"
)
_OF_THE_CITY = re.compile(
    r"[全我]市|(?<![一-鿿])市(?:委|长|政府|商务|招商|投资|发改|工信)|[，,、。]市[一-鿿]{2,6}局"
)
_BACK = 6  # sentences before, in which a place told of is still meant


def is_model(text: str, at: int) -> bool:
    """Whether the place that stands `at` in folded text only serves as a model: 对标甲县，重组队伍."""
    return _LOOKS_UP_TO.search(text, 0, at) is not None


def spoken_of(text: str, places: PlaceNames) -> list[Mention]:
    """The places that a folded text tells of: no models, and none in the posts of a speaker where he names
    one himself."""
    found = [one for one in places.find(text) if not is_model(text, one.start)]
    speaker = _SPEAKER.match(text) if found else None
    said = [one for one in found if speaker and one.start >= speaker.end()]
    return said if any(one.place.level in ("district", "zone") for one in said) else found


def is_of_place(at: int, said: Sequence[str], frame: QuestionFrame, collection: Collection) -> bool:
    """Whether sentence `at` of a folded text names the place asked about, or no other, and follows one that
    does; True where no place is asked about. A city's sentence is any that names none of its districts."""
    if not frame.places:
        return True
    if any(_names(place, _own_words(said[at], collection)) for place in frame.places):
        return True
    own = {place.name for place in frame.places}
    for each in reversed(said[max(0, at - _BACK) : at + 1]):
        told = _own_words(each, collection)
        if any(_names(place, told) for place in frame.places):
            return True
        named = [mention.place for mention in collection.places.find(told)]
        if any(_is_beside(place, own) for place in named):
            return False
        if _OF_THE_CITY.search(told) and any(place.level == "city" for place in frame.places):
            return True  # 市商务局局长表示: behind a list of districts the paper is of its city again
    return all(place.level not in ("district", "zone") for place in frame.places)


def _own_words(told: str, collection: Collection) -> str:
    """A folded sentence without the posts of its speaker, where he names a place himself."""
    speaker = _SPEAKER.match(told)
    said = told[speaker.end() :] if speaker else ""
    return said if said and collection.places.find(said) else told


def _names(place: Place, told: str) -> bool:
    short = short_name(place.name)
    return any(not is_model(told, match.start()) for match in re.finditer(re.escape(short), told))


def _is_beside(place: Place, own: set[str]) -> bool:
    return place.level in ("district", "zone") and place.name not in own
