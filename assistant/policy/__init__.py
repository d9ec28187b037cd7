"""Which route over policy papers fits a question? Each answers one kind and stands in a module of its own."""

from __future__ import annotations

from collections.abc import Callable

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.policy.amended import answer_about_change
from assistant.policy.area import answer_for_area
from assistant.policy.articles import answer_by_article
from assistant.policy.for_amount import answer_for_amount
from assistant.policy.for_years import answer_for_years
from assistant.policy.part_told import answer_for_aspect
from assistant.policy.respectively import answer_respectively
from assistant.policy.responsible import answer_about_responsible
from assistant.policy.settled import answer_settled
from assistant.policy.table_row import answer_from_row
from assistant.policy.task_tables import tasks_of_body
from assistant.policy.term import answer_about_term
from assistant.policy.times import answer_about_time
from assistant.policy.validity import answer_about_validity
from assistant.question import QuestionFrame

_ROUTES: tuple[Callable[[QuestionFrame, Collection], Draft | None], ...] = (
    answer_by_article, tasks_of_body, answer_about_responsible, answer_about_validity,
    answer_about_term, answer_about_change, answer_for_area, answer_settled, answer_for_aspect,
    answer_from_row, answer_respectively, answer_about_time, answer_for_amount, answer_for_years,
)  # fmt: skip


def answer_from_policy(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """What the first route that knows says; None where none does."""
    drafts = (route(frame, collection) for route in _ROUTES)
    return next((draft for draft in drafts if draft is not None), None)
