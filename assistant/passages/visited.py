"""Whom did a delegation visit: 代表团一行先后来到甲、乙、丙等企业?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.draft import Draft, Statement
from assistant.passages.ranking import Scored
from assistant.question import QuestionFrame
from assistant.wording import tidy

_VISIT = r"(?:考察|走访|拜访|参观|调研|访问|来到|走进|前往|到访)了?"
_ASKED = re.compile(rf"{_VISIT}(?:哪些|哪几家|哪家|什么)")
_LISTED = re.compile(rf"{_VISIT}[^,，。;；]+[、和][^,，。;；]+")
_NEAR_BEST = 0.6  # of the best sentence's score


def tell_visited(ranked: Sequence[Scored], frame: QuestionFrame) -> Draft | None:
    """The first of the best sentences that lists several, up to the end of the list; None where a question
    asks for no visit."""
    if _ASKED.search(frame.text) is None:
        return None
    for one in ranked:
        listed = _LISTED.search(one.sentence.text)
        if listed is not None and one.score >= _NEAR_BEST * ranked[0].score:
            text = tidy(one.sentence.text[: listed.end()])
            return Draft(statements=(Statement(text=text, evidence=(one.sentence.evidence(),)),))
    return None
