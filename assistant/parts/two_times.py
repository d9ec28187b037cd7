"""What do the papers of one time tell of a matter, and what those of another?

甲区2024年和2025年的招商打法有什么不同 is asked of each year's papers alone, and told in their words.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.matching import RELATED, term_match
from assistant.parts.read import Understand
from assistant.question import QuestionFrame
from assistant.routes import routed
from language.pattern import pattern
from language.period_label import period_text
from language.text import fold

_SET_APART = pattern(
    r"[,，]?(?:各自?|分别)(?:都|是)?(?:提出?|说|讲|强调|部署|有|采取|怎么|如何|做)[^?？]*"
    r"|[,，]?(?:前后|相比)?(?:有(?:什么|哪些|何|啥)?|是什么)?(?:变化|不同|区别|差异|异同)(?:在哪|是什么|有哪些|吗)?[^?？]*"
    r"|[,，]?怎么变[^?？]*"
)
_JOINS = pattern(
    r"^(?:(?:两|这两)?(?:篇|份)?(?:报道|材料|文章|资料|文件)?[里中]|[的在和与跟及到、,，?？里初底])+|[的在上、,，?？]+$"
)
_PAPERS = pattern(r"(?:两|这两)?(?:篇|份)(?:报道|材料|文章|资料|文件)[里中]?")
_MANNER = pattern(
    r"(?:招商(?:引资)?)?的?(?:工作|打法|做法|提法|思路|举措|措施|重点|方式|表述|说法|策略|特点)*"
)
_OF_EACH = 2  # statements of one time


def tell_two_times(frame: QuestionFrame, collection: Collection, *, understand: Understand) -> Draft | None:
    """What each of two years' papers tell of the matter; None for another question, or where the
    papers of one tell nothing of it."""
    labels = [period.label for period in frame.periods if period.dated]
    asks = _SET_APART.search(frame.text)
    if asks is None or frame.asks_number or len(frame.places) > 1 or frame.names:
        return None
    if len(labels) != 2 or labels[0][:4] == labels[1][:4]:
        return None
    place = next((one.name for one in frame.places), "")
    question, matter = _question(frame, asks)
    if not matter and all(place.level == "city" for place in frame.places):
        return None  # what its districts do is told in the same papers
    told: list[Statement] = []
    for label in sorted(labels):
        within = _of_time(label, collection)
        draft = _asked_of(within, question, place, collection, understand) if within else None
        own = (
            [one for one in draft.statements if _is_within(one, within)]
            if draft and not draft.refused
            else []
        )
        own = [one for one in own if term_match(matter, fold(one.text)) >= RELATED] if matter else own
        told += [replace(one, text=f"{period_text(label)}：{one.text}") for one in own[:_OF_EACH]]
        if not own:
            return None
    return Draft(statements=tuple(told))


def _asked_of(
    documents: frozenset[str], question: str, place: str, collection: Collection, understand: Understand
) -> Draft | None:
    """What these papers tell of it, else what they say the place means to do."""
    ways, means = (replace(understand(each), within=documents) for each in (question, f"{place}有什么打算？"))
    draft = routed(ways, collection)
    return draft if (draft is not None and not draft.refused) or not place else routed(means, collection)


def _question(frame: QuestionFrame, asks: re.Match[str]) -> tuple[str, str]:
    """What is asked of each time alone, 甲区人工智能怎么做, and the matter, "" for all of it."""
    matter = _PAPERS.sub("", frame.text[: asks.start()])
    for period in reversed(frame.periods):
        if period.end <= asks.start():
            spoken = frame.text[period.start : period.end]
            matter = matter.replace(spoken, "、", 1)
    place = next((one.name for one in frame.places), "")
    for one in frame.places:
        matter = matter.replace(one.name, "、").replace(one.short, "、")
    matter = _JOINS.sub("", re.sub("、+", "、", matter))
    if _MANNER.fullmatch(matter):
        return f"{place}招商引资有哪些做法？", ""
    matter = _MANNER_BEHIND.sub("", matter)
    return f"{place}{matter}怎么做？", matter


_MANNER_BEHIND = pattern(
    r"(?:方面)?的?(?:工作|打法|做法|提法|思路|举措|措施|重点|表述|说法|策略|安排|打算)*$"
)


def _of_time(label: str, collection: Collection) -> frozenset[str]:
    """The documents of that month or day, else of that year."""
    dated = {one.id: one.reference_date or "" for one in collection.documents.values()}
    exact = frozenset(name for name, day in dated.items() if day.startswith(label))
    return exact or frozenset(name for name, day in dated.items() if day[:4] == label[:4])


def _is_within(statement: Statement, documents: frozenset[str]) -> bool:
    return bool(statement.evidence) and all(one.document.id in documents for one in statement.evidence)
