"""What does a yearly grant come to over its years: 每年最高100万元, 连续三年?"""

from __future__ import annotations

import re

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.policy.asked import asked_amounts, asked_year, asks_for_grant
from assistant.policy.grant import by_years, over_years
from assistant.policy.rules import evidence_of, papers_for, versions_noted
from assistant.policy.scheme import ENOUGH, share_said
from assistant.question import QuestionFrame

_SUMMED = re.compile(r"一共|总共|合计|加起来|累计|[两三四五六]年")


def answer_for_years(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The most of a yearly cap over its years; None where no sum is asked for, or an amount is put to it."""
    if not asks_for_grant(frame.text) or asked_amounts(frame.text):
        return None
    if (year := asked_year(frame.text)) and (told := _of_year(year, frame, collection)) is not None:
        return told
    if not _SUMMED.search(frame.text):
        return None
    yearly = [
        (share_said(frame, clause, paper), paper, clause)
        for paper in papers_for(frame, collection)
        for clause in paper.clauses
        if clause.rule.years > 1 and any("年" in cap.scope for cap in clause.rule.caps)
    ]
    best = max(yearly, key=lambda each: each[0], default=None)
    if best is None or best[0] < ENOUGH:
        return None
    _, paper, clause = best
    text, derived = over_years(clause, article=clause.label)
    statement = Statement(text=text, evidence=evidence_of(clause, paper, collection), derived=derived)
    return Draft(statements=(statement,), notes=tuple(versions_noted(paper, frame, collection)))


def _of_year(year: int, frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The rate of one year of a grant whose rate changes over the years: 前三年100%、后两年50%."""
    changing = [
        (share_said(frame, clause, paper), paper, clause)
        for paper in papers_for(frame, collection)
        for clause in paper.clauses
        if clause.rule.by_year
    ]
    best = max(changing, key=lambda each: each[0], default=None)
    if best is None or best[0] < ENOUGH:
        return None
    _, paper, clause = best
    text, derived = by_years(clause.rule, None, year, f"（{clause.label}）")
    statement = Statement(text=text, evidence=evidence_of(clause, paper, collection), derived=derived)
    return Draft(statements=(statement,), notes=tuple(versions_noted(paper, frame, collection)))
