"""Which one clause of the papers says all that a question asks of a grant: 增资奖励最高多少?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.matching import PAIRED, term_match
from assistant.policy.amended import asks_for_change
from assistant.policy.asked import asks_for_terms
from assistant.policy.coverage import headings_over
from assistant.policy.formerly import ENDED
from assistant.policy.headings import topics
from assistant.policy.pieces import is_row, pieces
from assistant.policy.rules import Paper, papers_for, passage_evidence, versions_noted
from assistant.question import QuestionFrame
from assistant.wording import as_printed
from language.amendment import without_old
from language.pattern import pattern
from language.text import Span, fold

_ASKED = pattern(
    r"(?:奖|补|贴|给|拿|资助|封顶|最高|上限|比例|标准)[^,。;?]{0,6}(?:多少|几)|多少(?:奖|补|钱)|封顶|上限"
)
_GRANTS = pattern(r"\d(?:\d|\.)*(?:[万亿]?元|%|‰)")
_LEANS = pattern(r"^\s*(?:其中|并|且|再|另|同时|超过|超出|达到|最高|单个|每家|累计)")
_MARK = pattern(r"^\s*(?:第[^条，。]{1,5}条\s*|[（(][^（）()]{1,3}[）)]|\d{1,2}[.、．])\s*")
# 原政策规定…，修订后…: how a paper came to be as it is, beside the clause that holds.
_TELLS_CHANGE = pattern(
    r"原(?:政策|规定|办法|标准)|修订[前后]|[由从][^,;。]{0,16}\d[^,;。]{0,10}(?:提高|降|调整|增加)[到至为]"
)
_AWARD = pattern(r"奖励|补助|补贴|贴息|资助")
_ASKING = pattern(r"[奖补拿给]+$|^(?:一次性|最高|最多|封顶|上限|比例|标准|金额)$")


@dataclass(frozen=True, kw_only=True)
class _Clause:
    """A clause that grants: what it says, folded, and where it stands."""

    paper: Paper
    said: str
    span: Span


def answer_from_clause(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The clause alone, where it and no other says all that the question is about; else None."""
    if not (_ASKED.search(frame.text) and asks_for_terms(frame.text)) or frame.periods or frame.names:
        return None
    terms = [bare for term in topics(frame) if (bare := _ASKING.sub("", term))]
    if not terms or len(frame.places) > 1:
        return None
    papers = papers_for(frame, collection)
    found = [
        clause
        for paper in papers
        for clause in _clauses(paper)
        if all(term_match(term.lower(), clause.said) >= PAIRED for term in terms)
    ]
    found = [one for one in found if not any(_goes_further(other, one) for other in found)]
    if not asks_for_change(frame.text):
        found = [one for one in found if not (_TELLS_CHANGE.search(one.said) or ENDED.search(one.said))]
    if len(found) > 1 and (award := _AWARD.search(frame.text)):  # 技改补助 is no 贴息 on what is renewed
        found = [one for one in found if award.group() in one.said]
    if len(found) != 1:
        return None
    (clause,) = found
    if any(_says(one, terms) > _says(clause, terms) for paper in papers for one in _clauses(paper)):
        return None  # 落地奖励 heads another clause, and this one only says 引进
    span = clause.span
    evidence = passage_evidence(clause.paper, collection, start=span.start, end=span.end)
    notes = tuple(versions_noted(clause.paper, frame, collection))
    said = _MARK.sub("", as_printed(evidence.text))
    return Draft(statements=(Statement(text=said, evidence=(evidence,)),), notes=notes)


def _says(clause: _Clause, terms: list[str]) -> int:
    """How many of the terms a clause and the headings over it say word for word."""
    said = clause.said + headings_over(clause.paper.text, clause.span)
    return sum(term.lower() in said for term in terms)


def _goes_further(other: _Clause, one: _Clause) -> bool:
    """Whether a clause is another with the tiers behind it: 给予30万元；达到1000万元的，给予80万元."""
    same = other.paper is one.paper and other.span.start == one.span.start
    return same and other.span.end > one.span.end


def _clauses(paper: Paper) -> Iterator[_Clause]:
    """The parts of sentences between semicolons that grant, with those before that they lean on."""
    text = without_old(paper.text)
    for sentence in pieces(text):
        if is_row(text[sentence.start : sentence.end]):
            continue
        start = sentence.start
        for match in re.finditer(r"[^；;]+[；;]?", text[sentence.start : sentence.end]):
            end = sentence.start + match.end()
            begin = sentence.start + match.start()
            if not _LEANS.match(match.group()):
                start = begin
            said = fold(text[start:end]).lower()
            if _GRANTS.search(said):
                yield _Clause(paper=paper, said=said, span=Span(start=start, end=end))
