"""Which tier of a count does a clause grant: 用工达到300人、500人的，分别奖励15万元、30万元?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.policy.asked import asks_for_grant
from assistant.policy.coverage import covered, headings_over
from assistant.policy.headings import papers_of, topics
from assistant.policy.pieces import is_row, pieces
from assistant.policy.rules import Paper, papers_for, passage_evidence
from assistant.question import QuestionFrame
from language.quantity import Quantity, find_quantities
from language.text import Span, fold

_SIZED = re.compile(r"^\s*(?:\(含\))?(?:及|\(含\))?(?:以上)?\s*[、和及]\s*$")
_GRANTED = re.compile(r"奖|补|贴|资助|给予")
_FROM_ON = re.compile(r"\s*(?:\(含\))?(?:及)?以上(?:\(含\))?")
_LEAST = 0.6


@dataclass(frozen=True, kw_only=True)
class _Tiers:
    """The sizes of a clause, ascending, each with what is granted from it on; `said` is the clause."""

    paper: Paper
    span: Span
    said: str
    sizes: tuple[Quantity, ...]
    amounts: tuple[Quantity, ...]


def answer_for_count(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The grant of the tier that a number of people, places or things reaches; None where the question counts
    none, or not one clause alone has tiers of such a count."""
    counts = [q for q in find_quantities(frame.text) if _is_count(q)]
    if len(counts) != 1 or not asks_for_grant(frame.text):
        return None
    (asked,) = counts
    papers = papers_for(frame, collection)
    known = {paper.document.id for paper in papers}
    papers += [paper for paper in papers_of(frame, collection) if paper.document.id not in known]
    found = [
        (_fit(each, frame, asked), each)
        for paper in papers
        for each in _tiers_of(paper)
        if each.sizes[0].unit == asked.unit
    ]
    best = max((fit for fit, _ in found), default=0.0)
    meant = [each for fit, each in found if fit == best]
    if best < _LEAST or len(meant) > 1:
        return None
    return Draft(statements=(_told(meant[0], asked, collection),))


def _is_count(quantity: Quantity) -> bool:
    return quantity.kind in ("count", "measure") and bool(quantity.unit) and not quantity.spelled


def _told(tiers: _Tiers, asked: Quantity, collection: Collection) -> Statement:
    evidence = passage_evidence(tiers.paper, collection, start=tiers.span.start, end=tiers.span.end)
    reached = [
        (size, amount)
        for size, amount in zip(tiers.sizes, tiers.amounts, strict=True)
        if asked.value >= size.value
    ]
    if not reached:
        text = f"够不上门槛：须达到{_printed(tiers.sizes[0])}"
        return Statement(text=text, evidence=(evidence,), derived=(asked.value,))
    size, amount = reached[-1]
    return Statement(text=f"可奖{_printed(amount)}（达到{_printed(size)}的一档）", evidence=(evidence,))


def _printed(quantity: Quantity) -> str:
    return f"{quantity.value.normalize():f}{quantity.unit}"


def _tiers_of(paper: Paper) -> Iterator[_Tiers]:
    for span in pieces(paper.text):
        if is_row(paper.text[span.start : span.end]):
            continue
        said = fold(paper.text[span.start : span.end])
        if (graded := _graded(said)) is not None:
            yield _Tiers(paper=paper, span=span, said=said, sizes=graded[0], amounts=graded[1])
        for clause in re.split(r"[;；]", said):
            if (tiers := _tiers(clause)) is not None:
                yield _Tiers(paper=paper, span=span, said=clause, sizes=tiers[0], amounts=tiers[1])


def _graded(said: str) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]] | None:
    """The sizes and amounts of a sentence that grants one amount from each size on (50人以上的，补助2万元；
    100人以上的，补助4万元); None for others."""
    steps = []
    for part in re.split(r"[;；]", said):
        counts = [q for q in find_quantities(part) if _is_count(q) and _FROM_ON.match(part, q.end)]
        money = [q for q in find_quantities(part) if q.kind == "money"]
        if len(counts) == len(money) == 1 and _GRANTED.search(part[counts[0].end : money[0].start]):
            steps.append((counts[0], money[0]))
    rising = all(a[0].value < b[0].value and a[0].unit == b[0].unit for a, b in pairwise(steps))
    if len(steps) < 2 or not rising:
        return None
    return tuple(size for size, _ in steps), tuple(amount for _, amount in steps)


def _tiers(clause: str) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]] | None:
    """The sizes that a clause lists before 分别 and the amounts that it lists behind it; None for others."""
    at = clause.find("分别")
    if at < 0 or not _GRANTED.search(clause[at:]):
        return None
    before = [q for q in find_quantities(clause[:at]) if _is_count(q)]
    sizes = [q for q in before if before and q.unit == before[-1].unit]
    amounts = [q for q in find_quantities(clause) if q.start > at and q.kind == "money"][: len(sizes)]
    gaps = [clause[left.end : right.start] for left, right in pairwise(sizes)]
    rising = all(left.value < right.value for left, right in pairwise(sizes))
    if len(sizes) < 2 or len(sizes) != len(amounts) or not rising or not all(map(_SIZED.match, gaps)):
        return None
    return tuple(sizes), tuple(amounts)


def _fit(tiers: _Tiers, frame: QuestionFrame, asked: Quantity) -> float:
    """The share of the question's topics that the clause says; its headings and title count for less."""
    above = fold(tiers.paper.document.title) + headings_over(tiers.paper.text, tiers.span)
    counted = frame.text[asked.outer_start : asked.outer_end]
    bare = [re.sub(r"^有|[奖补贴]+$", "", term) for term in topics(frame) if term not in counted]
    terms = [term for term in bare if len(term) > 1]
    return round(covered(terms, (tiers.said, 1.0), (above, 0.7), none=0.0), 2)
