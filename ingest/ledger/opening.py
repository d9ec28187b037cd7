"""What is a document about before its first sentence: which place, thing and companies does it open with?"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from functools import lru_cache

from ingest.ledger.cast import Topic
from ingest.ledger.topics import Scene
from language.company import acting_companies, short_names
from language.guest_places import without_guests
from language.home_place import home_place
from language.naming import find_names
from language.own_county import own_county
from language.place import Place, PlaceNames, innermost, is_place, learn_places, zone_head
from language.place_table import national, province_of
from language.text import fold
from language.zone_surfaces import is_word
from vectorstore.document import Document


def scene_of(document: Document) -> Scene:
    """The scene before the first sentence."""
    return _opening(document.title, document.filed_as, document.publisher, document.text)


_OF_A_CITY = re.compile(r"[全我本]市(?!场)")
_OF_A_PROVINCE = re.compile(r"[全我]省(?!级)")


@lru_cache(maxsize=2)  # figures and projects of one document open with the same scene
def _opening(title: str, filed: str, publisher: str, printed: str) -> Scene:
    text = fold(printed)
    places, counts, focus = _told(title, publisher, text)
    if filed and (focus is None or focus.level == "province" or _tells_of_another(focus, text)):
        places, counts, focus = _told(title, publisher, text, filed=fold(filed))
    if focus is not None and "我县" in text and _is_no_county_s(focus, text):
        focus = None
    districts = [name for name in counts if (place := places.get(name)) is not None and focus is not None
                 and place.city == focus.name]  # fmt: skip
    named = [name.text for name in find_names(fold(title)) if name.kind == "project"]
    titled = (
        Topic(subject=named[0], place=focus.name if focus else "", kind="project")
        if len(named) == 1
        else None
    )
    companies = [
        form for name in acting_companies(f"{fold(title)}\n{text}") for form in (name, *short_names(name))
    ]
    return Scene(
        places=places,
        focus=focus,
        one_subject=len(districts) < 3,
        titled=titled,
        companies=tuple(companies),
    )


def _is_no_county_s(focus: Place, text: str) -> bool:
    """Whether a county's paper that never names its county in full is about another place than `focus`: the
    city around it, or where it went to find investors."""
    return focus.level in ("city", "province") and _OF_A_CITY.search(text) is None


def _tells_of_another(focus: Place, text: str) -> bool:
    """Whether a text may be of a city or a province that it never names: 全省 behind 北京、重庆、上海."""
    if _OF_A_CITY.search(text):
        return True
    return _OF_A_PROVINCE.search(text) is not None and province_of(focus.city or focus.name) in (None, focus)


def _told(
    title: str, publisher: str, text: str, *, filed: str = ""
) -> tuple[PlaceNames, Counter[str], Place | None]:
    """The places of a folded text, how often each is named, and the one it is about. A title says that more
    plainly than a sentence, the name of the file (`filed`) than a text that tells of no city."""
    own = own_county(f"{title}\n{filed}\n{publisher}", text)
    places = learn_places(f"{title}\n{filed}\n{publisher}\n{text}", known=[own.name] if own else ())
    whole = f"{title}。{title}。{title}。{filed}。{filed}。{publisher}。{text}"
    counts = _named(without_guests(whole), places) or _named(whole, places)
    return (
        places,
        counts,
        own
        or _titled(fold(title), places)
        or _whose_paper(filed, publisher, title, text, places)
        or _city_told(text, _province_told(title, text, home_place(places.places, counts))),
    )


_WHOLE_CITY = re.compile(r"(?<![占居列为在较于])全市(?![场域第前的平\d])")


def _city_told(text: str, home: Place | None) -> Place | None:
    """The city whose paper tells of 全市 again and again, though its zone is named as often; else `home`."""
    if home is None or home.level != "zone" or not home.city or "全区" in text:
        return home
    again = sum(1 for _ in itertools.islice(_WHOLE_CITY.finditer(text), 2)) > 1
    return next(iter(national().get(home.city, ())), home) if again else home


def _named(text: str, places: PlaceNames) -> Counter[str]:
    return Counter(mention.place.name for mention in places.find(text))


def _titled(title: str, places: PlaceNames) -> Place | None:
    """The one district or zone a title names: 五华区 of 昆明五华区楼宇经济观察."""
    within = _IN_BRACKETS.search(title)
    inner = places.get(within["inner"]) if within else None
    if within and inner is not None and (outer := places.get(within["outer"])) and outer.level == "province":
        return inner  # 四川（巴中）投资推介会
    named = {mention.place.name: mention.place for mention in innermost(places.find(title))}
    local = [place for place in named.values() if place.level in ("district", "zone")]
    if not local:  # 海南洋浦 means 洋浦经济开发区 where the text tells of that
        local = [
            place
            for place in places.places
            if place.level == "zone"
            and not is_word(place)  # 先进制造业招商推介 names no zone
            and (head := zone_head(place.name)) in title
            and not is_place(head)  # a title with 青岛 in it is not about 青岛高新区
            and not any(one.name.startswith(head) for one in named.values())  # nor 红河州 about 红河综保区
        ]
    return local[0] if len(local) == 1 else None


_IN_BRACKETS = re.compile(r"(?P<outer>[一-鿿]{2,3})\((?P<inner>[一-鿿]{2,5})\)")
_PAPER = re.compile(
    r"(?:今日)?(?P<of>[一-鿿]{2,5}?)市?(?:日报|晚报|新闻网?|时报|发布|融媒体?(?:中心)?|广播?电视台)(?![一-鿿])"
)


def _whose_paper(filed: str, publisher: str, title: str, text: str, places: PlaceNames) -> Place | None:
    """The county whose own paper says 我市 or 我区, however often its city is named, and the city whose paper
    says 我市 under a title that names no place, whichever zone an event was held in; None for others."""
    paper = _PAPER.fullmatch(publisher) or _PAPER.match(filed) if _OURS.search(text) else None
    place = places.get(paper["of"]) if paper else None
    if place is None or place.level == "district":
        return place
    ours = place.level == "city" and _OUR_CITY.search(text) and not places.find(fold(title))
    return place if ours else None


_OUR_CITY = re.compile(r"我市(?!场)")
_OURS = re.compile(r"我[市区县](?![场域])")


def _province_told(title: str, text: str, home: Place | None) -> Place | None:
    """The province of the city whose paper reports 全省签约3989个 under a title that says so; else `home`."""
    of_it = home is not None and "全省" in title and "全市" not in text and "我市" not in text
    return province_of(home.city or home.name) or home if home is not None and of_it else home
