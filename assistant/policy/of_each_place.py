"""What do the papers of each of several places say, where a question compares them: 泉州和绵阳各奖多少?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.policy.rules import fits_place
from assistant.question import QuestionFrame
from language.place import Place

Route = Callable[[QuestionFrame, Collection], Draft | None]
_MOST = 4
_ROOM = 620  # characters of all that is told


def told_of_all(draft: Draft, frame: QuestionFrame, collection: Collection) -> bool:
    """Whether a draft cites a document of each place asked about."""
    documents = [evidence.document for each in draft.statements for evidence in each.evidence]
    ones = [replace(frame, places=(place,)) for place in frame.places]
    return all(any(fits_place(document, one, collection) for document in documents) for one in ones)


def answer_of_each_place(frame: QuestionFrame, collection: Collection, *, route: Route) -> Draft | None:
    """What `route` says of each place, under its name, with a note on those it says nothing of; None where it
    says nothing of any, or the same paper is of several."""
    if not 2 <= len(frame.places) <= _MOST:
        return None
    drafts = [route(replace(frame, places=(place,)), collection) for place in frame.places]
    told = [(p, d) for p, d in zip(frame.places, drafts, strict=True) if d is not None and not d.refused]
    if not told or any(draft.rows for _, draft in told) or not _apart(told):
        return None
    statements = [one for place, draft in told for one in _under_name(place, draft)]
    if sum(len(each.text) for each in statements) > _ROOM:
        statements = [_under_name(place, draft)[0] for place, draft in told]
    notes = dict.fromkeys(note for _, draft in told for note in draft.notes)
    named = [place for place, _ in told]
    notes |= dict.fromkeys(f"没有找到{each.name}可以对比的规定" for each in frame.places if each not in named)
    return Draft(statements=tuple(statements), notes=tuple(notes))


def _apart(told: Sequence[tuple[Place, Draft]]) -> bool:
    """Whether each place has papers of its own."""
    cited = [{e.document.id for one in draft.statements for e in one.evidence} for _, draft in told]
    return all(not one & other for at, one in enumerate(cited) for other in cited[:at])


def _under_name(place: Place, draft: Draft) -> tuple[Statement, ...]:
    first, *rest = draft.statements
    if place.short in first.text:
        return draft.statements
    return (replace(first, text=f"{place.name}：{first.text}"), *rest)
