"""What does a policy grant an amount? The tier that holds it, worked out, or why none does."""

from __future__ import annotations

import re

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.policy.asked import asked_amounts, asks_for_grant
from assistant.policy.grant import granted, mismatch, rated, too_small, with_steps
from assistant.policy.instalments import instalment
from assistant.policy.progressive import granted_by_slices, is_progressive
from assistant.policy.rules import Clause, evidence_of, papers_for, versions_noted
from assistant.policy.scheme import (
    ENOUGH,
    ITEM_OF,
    OF_INVESTMENT,
    Scheme,
    failing,
    holds,
    is_undecided,
    kind_of,
    low_of,
    of_the_others,
    schemes_of,
    share_said,
    singling_terms,
)
from assistant.question import QuestionFrame
from language.bounds import NAMES, family_of
from language.raised import names

_MORE = re.compile(r"[^,\d]{0,8}每(?:再)?(?:增加|新增|超过|高出)")
_MOST = 3


def answer_for_amount(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The grant of the clause that fits the question best, worked out; None where the question puts no
    amount to a policy, or no clause fits it."""
    amounts = asked_amounts(frame.text) if asks_for_grant(frame.text) else []
    if not amounts:
        return None
    schemes = [s for paper in papers_for(frame, collection) for s in schemes_of(paper, amounts, frame)]
    fitting = sorted((s for s in schemes if s.family_fit > 0), key=_order)
    best = fitting[0] if fitting else None
    if best is None or (singling_terms(frame) and best.words < ENOUGH):
        others = sorted((s for s in schemes if s.family_fit < 0 and s.words >= ENOUGH), key=_nearness)
        return _other_measure(others[0], frame, collection) if others else None
    if any(is_undecided(clause, best.asked) for clause in best.clauses):
        return None  # which of its sizes is meant only the clause's own words tell
    alike = [s for s in fitting if s.paper is best.paper and _order(s) == _order(best)]
    met = [
        scheme
        for scheme in alike
        if any(holds(clause, scheme.asked, beside=scheme.beside) for clause in scheme.clauses)
    ]
    nearest = min(alike, key=lambda s: min(low_of(clause, s.asked) for clause in s.clauses))
    statements = [_statement(scheme, collection, frame.text) for scheme in met[:_MOST] or [nearest]]
    if len(met) == 1 and (part := _instalment(met[0], statements[0], frame, collection)) is not None:
        statements.append(part)
    notes = [
        *_assumed(best),
        *_of_a_year(best, frame),
        *(_raised(best, frame, stepped=any("取整为" in each.text for each in statements)) if met else ()),
        *versions_noted(best.paper, frame, collection),
    ]
    return Draft(statements=tuple(statements), notes=tuple(dict.fromkeys(notes)))


def _instalment(
    scheme: Scheme, granted: Statement, frame: QuestionFrame, collection: Collection
) -> Statement | None:
    return instalment(frame.text, granted, scheme.clauses[0], scheme.paper, collection)


def _order(scheme: Scheme) -> tuple[float, int]:
    return -round(scheme.words, 2), -scheme.family_fit


def _nearness(scheme: Scheme) -> tuple[bool, bool, float]:
    """Of clauses that go by another measure: that whose rate is of the asked one, then of investment."""
    asked, clause = scheme.asked.family, scheme.clauses[0]
    rated = family_of(clause.rule.basis) == asked
    return not rated, not (asked in OF_INVESTMENT and clause.family in OF_INVESTMENT), -scheme.words


def _statement(scheme: Scheme, collection: Collection, question: str) -> Statement:
    """What the tier of the amount grants, or that no tier holds it."""
    asked = scheme.asked
    if is_progressive(scheme.clauses):
        first = scheme.clauses[0]
        text, derived = granted_by_slices(scheme.clauses, asked, article=ITEM_OF.sub("", first.label))
        told = [each for clause in scheme.clauses for each in evidence_of(clause, scheme.paper, collection)]
        return Statement(text=text, evidence=tuple({e.key: e for e in told}.values()), derived=derived)
    holding = [clause for clause in scheme.clauses if holds(clause, asked, beside=scheme.beside)]
    holding = of_the_others(holding, question) or holding
    if holding:
        clause = max(holding, key=lambda each: (bool(each.rule.apart), low_of(each, asked)))
        if (stepped := _stepped(scheme, clause, collection)) is not None:
            return stepped
        text, derived = granted(clause, asked, beside=scheme.beside, year=scheme.year, article=clause.label)
    else:
        clause = min(scheme.clauses, key=lambda each: low_of(each, asked))
        kept_out = failing(clause, scheme.beside) or asked
        text, derived = too_small(clause, kept_out, article=clause.label, tiers=scheme.clauses)
    return Statement(text=text, evidence=evidence_of(clause, scheme.paper, collection), derived=derived)


def _stepped(scheme: Scheme, clause: Clause, collection: Collection) -> Statement | None:
    """What the tier grants with each so much more that its article adds to it."""
    for more in _more(scheme):
        worked = with_steps(clause, more, scheme.asked, article=clause.label)
        if worked is not None:
            told = [e for each in (clause, more) for e in evidence_of(each, scheme.paper, collection)]
            return Statement(
                text=worked[0], evidence=tuple({e.key: e for e in told}.values()), derived=worked[1]
            )
    return None


def _more(scheme: Scheme) -> list[Clause]:
    """The parts of the tiers' article that add so much for each so much more."""
    label = scheme.clauses[0].label
    return [
        c
        for c in scheme.paper.clauses
        if _MORE.match(c.rule.text) and c not in scheme.clauses and c.label == label
    ]


def _assumed(scheme: Scheme) -> list[str]:
    """That an amount of no stated measure was taken for the clause's."""
    measure = NAMES.get(scheme.clauses[0].family, "")
    if scheme.family_fit == 2 or not measure:
        return []
    return [f"条款按{measure}计算，这里把问题中的金额当作{measure}"]


def _of_a_year(scheme: Scheme, frame: QuestionFrame) -> list[str]:
    """That an amount was taken for a year's, where the grant goes on for years."""
    worked = [c.rule for c in scheme.clauses if rated(c, scheme.asked, scheme.beside) is scheme.asked]
    yearly = any(rule.by_year or (rule.rate is not None and rule.years > 1) for rule in worked)
    told = re.search(r"[每一1首当][个]?年|年(?:度|租|均)|第.{1,2}年", frame.text)
    return ["条款逐年计算，这里把问题中的金额当作一年的"] if yearly and not told else []


def _raised(scheme: Scheme, frame: QuestionFrame, *, stepped: bool) -> list[str]:
    """What the grant is raised to for those whom the question does not name, or for each so much more
    unless that is worked out."""
    first = scheme.clauses[0]
    apart = [c for c in scheme.paper.clauses if c.rule.apart and not names(frame.text, c.rule.apart)]
    told = [c for c in apart if kind_of(c) == kind_of(first)] + ([] if stepped else _more(scheme))
    words = [scheme.paper.text[c.rule.start : c.rule.end].strip(" ，,") for c in told]
    return [f"另有提高的情形：{each}" for each in words]


def _other_measure(scheme: Scheme, frame: QuestionFrame, collection: Collection) -> Draft:
    """The clause goes by another measure than the question: told, not worked out."""
    size = scheme.asked.value
    sized = [c for c in scheme.clauses if c.rule.bounds and all(b.holds(size) for b in c.rule.bounds)]
    clause = max(sized or scheme.clauses, key=lambda each: share_said(frame, each, scheme.paper))
    text = mismatch(clause, scheme.asked, article=clause.label)
    statement = Statement(text=text, evidence=evidence_of(clause, scheme.paper, collection))
    rated = family_of(clause.rule.basis) == scheme.asked.family
    notes = [*([] if rated else ["口径不同，不能直接套用"]), *versions_noted(scheme.paper, frame, collection)]
    return Draft(statements=(statement,), notes=tuple(notes))
