"""What is left of a remark without the words it begins and ends with, and of when does a turn speak?"""

from __future__ import annotations

import re
from datetime import date

from language.period import Period, find_periods
from language.place import Mention, PlaceNames
from language.text import fold

SOME_DAY = date(2000, 12, 31)  # only where periods stand, or which differ, matters in a turn
_LEAD = r"那么?(?!个[一-鿿]{2})|请问|另外(?!一?[个家]|[的那两三四五六七八九几些])|然后|换成|[，,]"
_END = re.compile(r"[呢吧啊呀]?[?？。!！\s]*$")


def bare(text: str, *, lead: str = "") -> str:
    """A folded remark without its opening, of which `lead` names more alternatives, and its 呢 or 吗 mark."""
    opening = re.compile(rf"^(?:{lead}{'|' if lead else ''}{_LEAD})*")
    return without_end(opening.sub("", fold(text)))


def without_end(text: str) -> str:
    """A text without 呢, 吧 or the marks at its end."""
    return _END.sub("", text)


def times(text: str) -> list[Period]:
    """The periods a folded text speaks of, in order, but those it only compares with."""
    return [each for each in find_periods(text, reference=SOME_DAY) if each.role != "comparison"]


def names_a_time(text: str) -> bool:
    """Whether a folded text names any period."""
    return bool(find_periods(text, reference=SOME_DAY))


def places_asked(text: str, places: PlaceNames) -> list[Mention]:
    """The places a folded turn asks about: of 甲市11月集中签约 乙县几个 the county, not the city it is of."""
    found = places.find(text)
    around = {mention.place.city for mention in found}
    return [mention for mention in found if mention.place.name not in around or _SET_APART.search(text)]


_SET_APART = re.compile(r"[和与跟及比、]|占|全市")
