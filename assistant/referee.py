"""Does the text tell better what a ledger row was found for? A row that only resembles gives way."""

from __future__ import annotations

from assistant.choice.limits import shipped_limits
from assistant.chosen import Chosen, choose
from assistant.collection import Collection
from assistant.draft import Draft
from assistant.extractive import answer_from_text
from assistant.question import QuestionFrame
from assistant.ranking import rank_sentences

_CLOSE = 0.8  # of the question's words in the row: nearer than that it is the row asked for
_SHARE = 0.5  # of the chooser's shares, what the one sentence has that answers
_PASSED_OVER = 0.02  # the share of the row's own sentence that says: not this one


def better_told(draft: Draft, frame: QuestionFrame, collection: Collection) -> Draft:
    """The draft, or the text's answer where the chooser is sure of a sentence and passes the row's over."""
    if draft.rows or draft.refused or frame.operation != "lookup" or draft.strength >= _CLOSE:
        return draft
    chosen = choose(frame, rank_sentences(frame, collection))
    best = max(chosen.shares.values(), default=0.0)
    if chosen.answered < shipped_limits().certain or best < _SHARE or _share(draft, chosen) >= _PASSED_OVER:
        return draft
    return answer_from_text(frame, collection, chosen=chosen) or draft


def _share(draft: Draft, chosen: Chosen) -> float:
    """The shares of the sentences that a draft quotes, in all."""
    quoted = [e for statement in draft.statements for e in statement.evidence]
    return sum(
        share
        for (document, start), share in chosen.shares.items()
        if any(e.document.id == document and e.start <= start < e.end for e in quoted)
    )
