"""What do the stages of a grant come to together: 完成股改奖50万元, 申报受理奖150万元, 成功上市奖200万元?"""

from __future__ import annotations

from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.policy.asked import asked_amounts, asks_for_grant
from assistant.policy.coverage import covered, headings_over
from assistant.policy.grant import amount_text
from assistant.policy.headings import topics
from assistant.policy.pieces import pieces
from assistant.policy.rules import papers_for, passage_evidence
from assistant.question import QuestionFrame
from language.pattern import pattern
from language.quantity import base_quantity
from language.text import Span, fold

_ASKED = pattern(r"一共|总共|合计|加起来|累计|全部|最多能?[拿奖得补]|共[能可]")
_STAGED = pattern(r"分(?:阶段|步骤?|环节|节点|期)|各(?:个)?(?:阶段|环节|节点)|阶段性")
_PART = pattern(r"(?:奖励?|补助|补贴|给予|资助)(?:一次性)?(?P<x>\d+(?:\.\d+)?)(?P<unit>[万亿]元)")
_LEAST_PARTS, _LEAST_FIT = 2, 0.6


def answer_for_stages(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The stages of one grant added up; None where no sum is asked, or not one clause alone has stages."""
    if not (_ASKED.search(frame.text) and asks_for_grant(frame.text)) or asked_amounts(frame.text):
        return None
    terms = [bare for term in topics(frame) if (bare := _ASKED.sub("", term).rstrip("补奖拿"))]
    found = []
    for paper in papers_for(frame, collection):
        for span in pieces(paper.text):
            said = fold(paper.text[span.start : span.end])
            if _STAGED.search(said) and len(_PART.findall(said)) >= _LEAST_PARTS:
                found.append((_fit(terms, said, paper.text, span), paper, span, said))
    best = max((fit for fit, *_ in found), default=0.0)
    meant = [each for each in found if each[0] == best]
    if best < _LEAST_FIT or len(meant) > 1:
        return None
    _, paper, span, said = meant[0]
    values = [base_quantity(Decimal(m["x"]), m["unit"])[0] for m in _PART.finditer(said)]
    shown, number = amount_text(sum(values, Decimal(0)), "元")
    parts = [amount_text(value, "元") for value in values]
    text = f"各阶段合计最多{shown}：{' + '.join(printed for printed, _ in parts)} = {shown}"
    evidence = passage_evidence(paper, collection, start=span.start, end=span.end)
    derived = (number, *(value for _, value in parts))
    return Draft(statements=(Statement(text=text, evidence=(evidence,), derived=derived),))


def _fit(terms: list[str], said: str, text: str, span: Span) -> float:
    return round(covered(terms, (said, 1.0), (headings_over(text, span), 0.7), none=0.0), 2)
