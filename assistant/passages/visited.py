"""Whom did a delegation visit, or who was met or invited: 一行先后来到甲、乙、丙等企业, 会见甲、乙?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.draft import Draft, Statement
from assistant.passages.ranking import Scored
from assistant.question import QuestionFrame
from assistant.wording import tidy

_VISIT = r"(?:考察|走访|拜访|参观|调研|访问|来到|走进|前往|到访)了?"
_ASKED = re.compile(
    rf"(?P<met>会见|会晤|接待|邀请)了?(?:哪些|哪几家|哪家|什么)|{_VISIT}(?:哪些|哪几家|哪家|什么)"
)
_LISTED = re.compile(_VISIT + r"[^,，。;；]+[、和][^,，。;；]+")
_NEAR_BEST = 0.6  # of the best sentence's score


def tell_visited(ranked: Sequence[Scored], frame: QuestionFrame) -> Draft | None:
    """The first of the best sentences that lists several, up to the end of the list; None where a question
    asks for no visit."""
    asked = _ASKED.search(frame.text)
    if asked is None:
        return None
    met = asked["met"]  # a word that few sentences have: the list need not be told in one of the best
    listed_by = re.compile(rf"{met}了?[^,，。;；]+[、和][^,，。;；]+") if met else _LISTED
    for one in ranked:
        listed = listed_by.search(one.sentence.text)
        if listed is not None and (met or one.score >= _NEAR_BEST * ranked[0].score):
            text = tidy(one.sentence.text[: listed.end()])
            return Draft(statements=(Statement(text=text, evidence=(one.sentence.evidence(),)),))
    return None


def asks_met(frame: QuestionFrame) -> bool:
    """Whether it is asked who was met or invited, of which no list of firms tells."""
    asked = _ASKED.search(frame.text)
    return asked is not None and bool(asked["met"])
