"""Who appears in a sentence? Places, names and clauses, and the topics made of them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from ingest.ledger.items import NTH, labelled_project
from ingest.ledger.named import Named
from ingest.ledger.project_names import project_names
from language.naming import Name, find_names, is_project_title
from language.period import Period
from language.place import Mention, Place, PlaceNames, innermost, is_place
from language.value import value

# The mark first, so that the engine skips to it; a comma inside a number cuts nothing.
_CUT = re.compile(r"[;。!?:,—](?:(?<=[;。!?:])|(?<=,)(?:(?<!\d,)|(?!\d{3}))|(?<=—)—)")
TopicKind = Literal["place", "project", "organisation"]


@value
class Topic:
    """What is being talked about: `subject` as the ledger names it, `place` the district or city it is in."""

    subject: str
    place: str = ""
    kind: TopicKind = "place"

    @property
    def is_place(self) -> bool:
        """Whether a government is meant, whose 将 announces an aim."""
        return self.kind == "place"


def place_topic(place: Place) -> Topic:
    """A place as a topic."""
    return Topic(subject=place.name, place=place.name)


@value
class Cast:
    """Who appears in one sentence: place mentions, names, and the spans of clauses."""

    text: str
    mentions: tuple[Mention, ...]
    names: tuple[Name, ...]
    clauses: tuple[tuple[int, int], ...]
    periods: tuple[Period, ...]

    def clause_at(self, position: int) -> tuple[int, int]:
        """The clause that holds `position`."""
        for span in self.clauses:  # asked for a dozen times a sentence: a generator takes twice as long
            if span[0] <= position < span[1]:
                return span
        return 0, len(self.text)

    def clause_before(self, begin: int) -> int:
        """Where the clause before the one at `begin` opens; `begin` where there is none."""
        return next((start for start, end in reversed(self.clauses) if end <= begin), begin)


@lru_cache(maxsize=512)  # the figures and the projects of a document are read one after the other
def _names_of(text: str) -> tuple[Name, ...]:
    found = _read_as_projects(find_names(text), text)
    item = (_ITEM.match(text) or labelled_project(text)) if ":" in text else None
    if item is not None and (is_project_title(item["name"]) or not _overlaps(item, found)):
        name = Name(text=item["name"], kind="project", start=item.start("name"), end=item.end("name"))
        found = [name, *(one for one in found if one.start >= name.end)]
    return tuple(found)


def _read_as_projects(found: list[Name], text: str) -> list[Name]:
    """The names with what the ledger of projects calls a project as it calls it: its maker and its phase
    included, and never the park before it. Who invests stays apart from what he builds."""
    firms = [name for name in found if name.kind == "organisation"]
    projects = [
        Name(text=one.name, kind="project", start=start, end=one.end)
        for one in project_names(text)
        if (start := _behind_its_firm(one, firms) or _with_its_place(one, found, text)) >= 0
    ]
    return sorted(
        [*projects, *(name for name in found if not _crosses(name, projects))], key=lambda name: name.start
    )


def _behind_its_firm(project: Named, firms: Sequence[Name]) -> int:
    """Where 负极材料项目 of 深圳飞龙集团负极材料项目 begins, which has the whole name; -1 for a name that a
    firm's stands across, 0 for one without."""
    crossed = [firm for firm in firms if _crosses(project, [firm])]
    if not crossed:
        return 0
    opens = len(crossed) == 1 and crossed[0].start == project.start and crossed[0].end < project.end - 2
    return crossed[0].end if opens else -1


def _with_its_place(project: Named, found: Sequence[Name], text: str) -> int:
    """Where a name begins with the place right before it: 衡阳县 of 衡阳县瑞达锂电回收项目 says where that
    is, and not whom the sentence is about."""
    longer = (name.start for name in found if name.end == project.end and name.start < project.start)
    start = next(longer, project.start)
    return start if is_place(text[start : project.start]) else project.start


def _crosses(one: Name | Named, others: Sequence[Name]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


def _overlaps(item: re.Match[str], names: Sequence[Name]) -> bool:
    return item["total"] is None or any(name.start < item.end("name") for name in names)


# 4. 欧莱恩光伏玻璃二期：总投资31亿元 names its project whatever the name ends in.
_ITEM = re.compile(
    rf"\s*{NTH}\s*(?P<name>[^,;。:、]{{4,34}}?)(?:[(][一-鿿]{{1,10}}[)])?:(?P<total>(?=[^;。]{{0,40}}总投资\d))?"
)


def _with_companies(names: tuple[Name, ...], text: str, companies: tuple[str, ...]) -> tuple[Name, ...]:
    found = list(names)
    for company in companies:
        at = text.find(company)
        if at >= 0 and not any(name.start < at + len(company) and at < name.end for name in found):
            found.append(Name(text=company, kind="organisation", start=at, end=at + len(company)))
    return tuple(sorted(found, key=lambda name: name.start)) if len(found) > len(names) else names


_ABROAD = ("台湾省", "香港特别行政区", "澳门特别行政区")
_ITS_FIRM = re.compile(  # 台湾某某鞋业投资10亿元的基地 stands where the sentence is about
    r"[一-鿿]{2,8}?(?:业|电子|科技|集团|公司|股份|食品|光电|材料)[^,;。]{0,4}?(?:投资|斥资|出资)"
)


def cast_of(
    text: str, places: PlaceNames, *, periods: tuple[Period, ...], companies: tuple[str, ...] = ()
) -> Cast:
    """The cast of a folded sentence; `companies` are known by name from the rest of the document."""
    found = _with_companies(_names_of(text), text, companies)
    mentions = tuple(
        mention
        for mention in innermost(places.find(text))
        if not any(name.start <= mention.start and mention.end < name.end for name in found)
        and not (mention.place.name in _ABROAD and _ITS_FIRM.match(text, mention.end))
    )
    parks = {(one.start, one.end) for one in mentions if one.place.level == "zone"}
    if parks and any((one.start, one.end) in parks for one in found):  # a zone's park is no project of it
        found = tuple(one for one in found if (one.start, one.end) not in parks)
    edges = [0, *[match.end() for match in _CUT.finditer(text)]]
    if "下同)" in text:  # 重大项目（10亿元以上，下同）66个: what a bracket defines parts nothing
        edges = [at for at in edges if not text.startswith("下同)", at)]
    if edges[-1] < len(text):
        edges.append(len(text))
    spans = tuple(itertools.pairwise(edges))
    return Cast(text=text, mentions=mentions, names=found, clauses=spans, periods=periods)
