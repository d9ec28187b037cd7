"""Says in one sentence that the documents do not say, then what is nearest, named as such."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.lookup import search_ledger
from assistant.projects.asked import ASKED
from assistant.projects.story import named_project
from assistant.projects.telling import money, recorded
from assistant.question import QuestionFrame
from assistant.wording import statement_of
from language.period_label import period_text

_NEAR = 0.5
_BESIDE = 0.25  # share of the question that another measure of the place and time says


_OUTSIDE = "这个问题不在招商资料问答的范围内，无法回答。"
_ABSENT = "资料中没有"


def decline() -> Draft:
    """A question outside the field."""
    return Draft(refused=True, refusal=_OUTSIDE)


def is_refusal(answer: str) -> bool:
    """Whether a text that was given as an answer says no more than that there is none."""
    return answer.startswith((_ABSENT, _OUTSIDE))


def refuse(frame: QuestionFrame, collection: Collection, *, absent: tuple[str, ...] = ()) -> Draft:
    """The refusal, with the nearest figure the documents do hold where there is one."""
    if absent:
        return Draft(refused=True, refusal=f"{_ABSENT}关于{'、'.join(absent)}的内容，无法回答这个问题。")
    nearest = _nearest(frame, collection)
    return replace(unanswered(frame), statements=(nearest,) if nearest else ())


def unanswered(frame: QuestionFrame) -> Draft:
    """The refusal of a part of a question: beside the parts that are told nothing near is shown."""
    return Draft(refused=True, refusal=f"{_ABSENT}{_asked(frame)}。")


def _asked(frame: QuestionFrame) -> str:
    """What was asked, without figures: the first sentence of a refusal names no number but the asked
    period."""
    places = "、".join(place.name for place in frame.places[:3])
    when = period_text(frame.period_labels[0]) if frame.period_labels else ""
    if not any(period.dated for period in frame.periods):  # 前三季度 of no year asked about
        when = re.sub(r"^\d{4}年", "", when)
    return f"所问的{places}{when}数据" if frame.asks_number and (places or when) else "这个问题的答案"


def _nearest(frame: QuestionFrame, collection: Collection) -> Statement | None:
    """The same measure of the same place in another period, or of the same period at another place; else what
    else was told of the place in that period, or of the project."""
    if len(frame.names) == 1 and not frame.places:
        of_its_card = any(asked.search(frame.text) for asked in ASKED)  # 占地多少, and not 规划了多大天窗
        return _of_the_project(frame.names[0], collection) if of_its_card else None
    if not (frame.asks_number and frame.places):
        return None
    loose = replace(frame, threshold=None)
    ledger = search_ledger(loose, collection, any_period=True)
    best = next((c for c in ledger.candidates if c.words >= _NEAR), None)
    if best is None:
        ledger = search_ledger(loose, collection, any_unit=True)
        beside = (c for c in ledger.candidates if c.words >= _BESIDE and not c.row.is_growth)
        best = next((c for c in beside if c.row.subject in frame.place_names), None)
    if best is None:
        return None
    text = statement_of([best.row], ())
    evidence = collection.evidence(best.row)
    return Statement(text=f"最接近的是：{text}（并非所问）", evidence=(evidence,))


def _of_the_project(name: str, collection: Collection) -> Statement | None:
    """What it takes, and where it lies; None of a name that is no project's."""
    project = named_project(name, collection)
    if project is None:
        return None
    facts = [*money(project, "", (), collection), *recorded(project, "place", "位于", collection)]
    if not facts:
        return None
    told = "，".join(fact.text for fact in facts)
    evidence = tuple({fact.evidence.key: fact.evidence for fact in facts}.values())
    return Statement(text=f"最接近的是：{project.name}{told}（并非所问）", evidence=evidence)
