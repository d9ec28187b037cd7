"""From which size on does a policy grant anything? 固定资产投资达到多少才能拿奖励."""

from __future__ import annotations

from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.policy.asked import Asked, family_said, tells_terms
from assistant.policy.rules import Clause, evidence_of, papers_for, versions_noted
from assistant.policy.scheme import ENOUGH, Scheme, schemes_of, singling_terms
from assistant.question import QuestionFrame
from language.bounds import Bound
from language.pattern import pattern

_ASKED = pattern(
    r"(?P<of>[^,，。？?]*?)(?:达到?|要|得|须|需|满|超过|至少|最少|最低)*(?:多少|多大|几)[亿万元钱资金]*(?:以上)?,?[才方](?:能|可|有|给|会|算|够|奖|补|享)"
)
_MOST = 3


def answer_about_entry(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The least size of each grant that fits best, in the measure asked of; None where no size is asked for
    or no clause goes by that measure."""
    asked = _ASKED.search(frame.text) if tells_terms(frame.text) else None
    if asked is None or not (family := family_said(asked["of"])):
        return None
    size = Asked(
        value=Decimal(0), number=Decimal(0), currency="元", printed="", family=family, said=asked["of"]
    )
    papers = papers_for(frame, collection)
    fitting = [each for paper in papers for each in schemes_of(paper, [size], frame) if each.family_fit > 0]
    best = max((_order(each) for each in fitting), default=(0.0, 0))
    terms = singling_terms(frame)
    own = [term for term in terms if term not in frame.text[asked.end("of") :]]  # 达到, 有奖 single out none
    if not fitting or (own and best[0] * len(terms) / len(own) < ENOUGH):
        return None
    alike = [each for each in fitting if _order(each) == best]
    told = [_told(each, collection) for each in alike if each.paper is alike[0].paper]
    statements = tuple(each for each in told if each is not None)[:_MOST]
    if not statements or len({each.paper.document.id for each in alike}) > 1:
        return None  # whose grant is meant, no one can say
    return Draft(statements=statements, notes=tuple(versions_noted(alike[0].paper, frame, collection)))


def _order(scheme: Scheme) -> tuple[float, int]:
    return scheme.words, scheme.family_fit


def _told(scheme: Scheme, collection: Collection) -> Statement | None:
    """Where the lowest tier of a grant begins."""
    begins = [(bound.low.value, clause, bound) for clause in scheme.clauses if (bound := _sole_bound(clause))
              and bound.low is not None]  # fmt: skip
    if not begins or len(begins) < len(scheme.clauses):  # a tier without a least size takes any
        return None
    _, clause, bound = min(begins, key=lambda each: each[0])
    assert bound.low is not None
    reach = "达到" if bound.low_in else "超过"
    award = f"，才有{clause.rule.award}" if clause.rule.award else ""
    where = f"（{clause.label}）" if clause.label else ""
    return Statement(
        text=f"{bound.measure}须{reach}{bound.low.printed}{award}{where}",
        evidence=evidence_of(clause, scheme.paper, collection),
    )


def _sole_bound(clause: Clause) -> Bound | None:
    """The one bound by which the clause grants; None of several: 工业项目3000万元、农业项目1000万元以上的."""
    own = [each for each in clause.rule.bounds if each.family == clause.family]
    return own[0] if len(own) == 1 else None
