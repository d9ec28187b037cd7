"""Which sentences are of a policy paper that another of those found repeals?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.collection import Collection
from assistant.passages.ranking import Scored
from assistant.question import QuestionFrame
from assistant.versions import asks_for_old, is_policy, may_repeal, succession


def in_force(ranked: Sequence[Scored], frame: QuestionFrame, collection: Collection) -> list[Scored]:
    """The sentences but for those of papers that no longer hold, unless the question asks for such a one."""
    papers = {one.sentence.document.id: one.sentence.document for one in ranked}
    policies = [document for document in papers.values() if is_policy(document)]
    if len(policies) < 2:
        return [*ranked]
    repealing = [document for document in policies if may_repeal(collection.folded(document.id))]
    if not repealing:
        return [*ranked]
    texts = collection.texts(document.id for document in repealing)
    replaced = {
        old.id
        for old in policies
        if not asks_for_old(frame.text, old)
        and (after := succession(old, repealing, text_of=texts)) is not None
        and after.repealed  # papers of two cities may bear one title
    }
    return [one for one in ranked if one.sentence.document.id not in replaced]
