"""Which route over policy papers fits a question? Each answers one kind and stands in a module of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.passages.extractive import answer_from_text
from assistant.policy.amended import answer_about_change
from assistant.policy.area import answer_for_area
from assistant.policy.articles import answer_by_article
from assistant.policy.asked import asks_for_terms, tells_terms
from assistant.policy.basis import answer_about_basis
from assistant.policy.clause_told import answer_from_clause
from assistant.policy.counted_tiers import answer_for_count
from assistant.policy.due import answer_about_due
from assistant.policy.durations import answer_about_duration
from assistant.policy.entry import answer_about_entry
from assistant.policy.for_amount import answer_for_amount
from assistant.policy.for_years import answer_for_years
from assistant.policy.formerly import answer_about_former
from assistant.policy.issued import answer_about_issue
from assistant.policy.of_each_place import answer_of_each_place, told_of_all
from assistant.policy.part_told import answer_for_aspect, answer_under_heading
from assistant.policy.per_unit import answer_per_unit
from assistant.policy.ranked_rows import rank_rows
from assistant.policy.respectively import answer_respectively
from assistant.policy.responsible import answer_about_responsible
from assistant.policy.settled import answer_settled, answer_unheaded
from assistant.policy.shared_cost import answer_about_shares
from assistant.policy.stages import answer_for_stages
from assistant.policy.table_row import answer_from_row
from assistant.policy.task_tables import tasks_of_body
from assistant.policy.term import answer_about_term
from assistant.policy.times import answer_about_time
from assistant.policy.unheard import refuse_unheard, refuse_unsaid
from assistant.policy.validity import answer_about_validity
from assistant.question import QuestionFrame

_ROUTES: tuple[Callable[[QuestionFrame, Collection], Draft | None], ...] = (
    answer_about_issue,
    answer_by_article, answer_about_basis, answer_about_due, tasks_of_body, answer_about_shares,
    answer_about_responsible,
    answer_about_validity, answer_about_term, answer_about_change, answer_about_former,
    answer_about_entry, answer_for_area, answer_settled,
    answer_for_aspect, answer_unheaded, answer_about_duration, rank_rows, answer_from_row,
    answer_respectively, answer_about_time, answer_for_count, answer_per_unit, answer_for_amount,
    answer_for_stages, answer_for_years, answer_from_clause, refuse_unheard, refuse_unsaid,
)  # fmt: skip

_MOST_BESIDE = 4  # statements of each place beside those of another


def answer_from_policy(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """What the first route that knows says, of each place where several are compared; None for no route."""
    draft = _first(frame, collection)
    if len(frame.places) > 1 and (draft is None or not told_of_all(draft, frame, collection)):
        return answer_of_each_place(frame, collection, route=_first_or_text) or draft
    return draft


def _first(frame: QuestionFrame, collection: Collection) -> Draft | None:
    drafts = (route(frame, collection) for route in _ROUTES)
    return next((draft for draft in drafts if draft is not None), None)


def _first_or_text(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """What is granted, in the paper's own words where nothing is worked out."""
    draft = _first(frame, collection)
    if draft is not None or not asks_for_terms(frame.text):
        return draft
    draft = answer_under_heading(frame, collection) or answer_from_text(frame, collection)
    if draft is None or draft.rows or not tells_terms(draft.statements[0].text):
        return None
    return replace(draft, statements=draft.statements[:_MOST_BESIDE])
