"""Does a sentence tell of the tier that a question names, 10亿元以上, or does the clause behind it?"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.policy.asked import asks_for_grant
from assistant.question import QuestionFrame
from assistant.wording import as_printed
from language.pattern import pattern
from language.text import fold

_NUMBER = r"(?P<number>\d[\d.]*(?:亿|万|千万)?)(?:美?元)?"
_NAMED = (
    pattern(rf"{_NUMBER}(?:\(含\)|及|或)?以上"),
    pattern(rf"(?:突破|达到?|超过?|不低于|满|不少于){_NUMBER}"),
)
_GRANTS = pattern(r"\d[\d.]*(?:[万亿]?元|%|‰)")


def to_tier_named(draft: Draft, frame: QuestionFrame, collection: Collection) -> Draft:
    """对1亿元以上的补助8%；10亿元以上的，比例提高到10%: of a question on 10亿元以上 the clause of that tier,
    where the draft tells the tier before it and the sentence goes on to the one asked."""
    if draft.refused or not draft.statements or not asks_for_grant(frame.text):
        return draft
    first, asked = draft.statements[0], _numbers(frame.text)
    told = _numbers(first.text)
    if not asked or not first.evidence or not told or asked & _numbers(first.text, all_of_them=True):
        return draft
    evidence = first.evidence[0]
    text = collection.text(evidence.document.id)
    line_end = text.find("\n", evidence.end)
    paragraph = text[evidence.start : line_end if line_end >= 0 else len(text)]
    for match in re.finditer(r"[^；;。]+[；;。]?", paragraph):
        said = fold(match.group())
        if asked & _numbers(said) and _GRANTS.search(said):
            start = evidence.start + match.start()
            tier = collection.evidence_at(evidence.document.id, start, evidence.start + match.end())
            stated = Statement(text=as_printed(tier.text.rstrip("；;")), evidence=(tier,))
            return replace(draft, statements=(stated, *draft.statements[1:]))
    return draft


def _numbers(text: str, *, all_of_them: bool = False) -> frozenset[str]:
    """The thresholds that a text names, as printed: 10亿; with `all_of_them` every number of it."""
    if all_of_them:
        return frozenset(re.findall(r"\d[\d.]*(?:亿|万|千万)?", fold(text)))
    return frozenset(match["number"] for each in _NAMED for match in each.finditer(fold(text)))
