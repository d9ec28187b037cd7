"""How is a question answered: as a whole, part by part, or not at all?"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.figures.comparison import compare
from assistant.figures.figure_answers import answer_from_ledger
from assistant.figures.share_told import with_share_missed
from assistant.parts.asked import question_parts, questions_in
from assistant.parts.left_out import with_every_part, with_later_parts
from assistant.parts.one_by_one import each_of_many, figures_asked_apart, part_by_part
from assistant.parts.read import Understand
from assistant.parts.side_by_side import compare_periods
from assistant.parts.two_times import tell_two_times
from assistant.question import QuestionFrame
from assistant.refusal import decline, refuse
from assistant.routes import routed
from language.place_table import cities_with


def answer(frame: QuestionFrame, collection: Collection, *, understand: Understand) -> Draft:
    """The draft of the first route that answers, else of its parts, else a refusal that names the nearest
    thing.

    `understand` reads a part of the question as a question of its own.
    """
    if frame.declined:
        return decline()
    if not collection.documents:
        return Draft(refused=True, refusal="资料库中还没有文献，请先导入文件。")
    absent = absent_places(frame)
    if absent and not (frame.places and _sets_beside(frame)):
        return refuse(frame, collection, absent=absent)
    if absent:
        return _with_missing(frame, collection, absent)
    parts = question_parts(frame)
    apart = bool(frame.names) and any(not (part := understand(p)).names and part.places for p in parts)
    if len(frame.names) == 1 and parts and _STAGE_ASKED.search(parts[0]):
        # X建到什么阶段，一年能产多少: the second question is about X too.
        name = frame.names[0]
        parts = (parts[0], *(p if _says_whose(understand(p)) else f"{name}{p}" for p in parts[1:]))
        apart = True
    if (figures := figures_asked_apart(frame, parts, collection, understand)) is not None:
        return figures
    if (each := each_of_many(frame, parts, collection, understand)) is not None:
        return each
    if not apart:
        draft = (
            compare_periods(frame, collection, understand=understand)
            or tell_two_times(frame, collection, understand=understand)
            or routed(frame, collection)
        )
        if draft is not None:
            add = with_later_parts if questions_in(frame) > 1 else with_every_part
            return with_share_missed(add(draft, parts, collection, understand), frame)
    return part_by_part(parts, collection, understand) or refuse(frame, collection, absent=absent)


def _sets_beside(frame: QuestionFrame) -> bool:
    """Whether a question is about several places, of which one may be told without the others."""
    return frame.operation in _OF_SEVERAL or bool(re.search(r"各|和|、|比", frame.text))


def _says_whose(part: QuestionFrame) -> bool:
    return bool(part.names or part.places)


_OF_SEVERAL = ("compare", "rank", "sum", "difference")
_STAGE_ASKED = re.compile(r"阶段|进度|进展|建到|哪天|哪一天|什么时候|何时")


def _with_missing(frame: QuestionFrame, collection: Collection, absent: tuple[str, ...]) -> Draft:
    """What is known of the places the collection has, and that the others are missing."""
    known = answer_from_ledger(frame, collection) or compare(frame, collection)
    if known is None:
        return refuse(frame, collection, absent=absent)
    return replace(known, notes=(*known.notes, f"资料中没有{'、'.join(absent)}的同类数据，无法比较"))


def absent_places(frame: QuestionFrame) -> tuple[str, ...]:
    """Places asked about of which the collection says nothing at all; the city that tells one district from
    others of its name need not be told of itself."""
    beside = {city for place in frame.places for city in cities_with(place.name)}
    return tuple(name for name in frame.strangers if name not in beside)
