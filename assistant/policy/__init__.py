"""How much does a policy grant a project of a given size? Tier, rate and cap of the clause, by code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.matching import term_match
from assistant.policy.area import answer_for_area
from assistant.policy.articles import answer_by_article
from assistant.policy.asked import Asked, asked_amounts, asked_year
from assistant.policy.grant import granted, mismatch, over_years, too_small, with_steps
from assistant.policy.part_told import answer_for_aspect
from assistant.policy.progressive import granted_by_slices, is_progressive
from assistant.policy.respectively import answer_respectively
from assistant.policy.responsible import answer_about_responsible
from assistant.policy.rules import Clause, Paper, evidence_of, papers_for, replaced_by
from assistant.policy.settled import answer_settled
from assistant.policy.table_row import answer_from_row
from assistant.policy.task_tables import tasks_of_body
from assistant.policy.term import answer_about_term
from assistant.policy.times import answer_about_time
from assistant.policy.validity import answer_about_validity
from assistant.question import QuestionFrame
from language.bounds import NAMES, family_of
from language.raised import names
from language.text import fold

_ASKED = re.compile(r"奖|补|贴|资助|扶持|给多少|能拿|拿到|拿多少|享受|门槛|达标|够不够|政策")
_GENERIC = re.compile(
    r"(?:项目|企业|公司|奖励?|补贴?|补助|资助|政策|扶持|多少|投资?|投入|金额|标准|能|可以?|拿|到|给|元|亿|万|落地|来|一家"
    r"|按|条款|享受|够|门槛|最多|最高|规定|办法|措施)+"
)
_BROKERS = re.compile(r"机构|中介|引荐|人才|个人|团队|商会|协会")
_ITEM_OF = re.compile(r"第（[^）]*）[条项](?:第\d+[目项])?$")
_MORE = re.compile(r"[^,\d]{0,8}每(?:再)?(?:增加|新增|超过|高出)")
_OF_INVESTMENT = ("fixed", "total", "invest")
_ENOUGH = 0.34
_MOST = 3


@dataclass(frozen=True, kw_only=True)
class _Scheme:
    """The clauses of one paper that grant the same thing by the same measure, and how well they fit."""

    paper: Paper
    clauses: tuple[Clause, ...]
    asked: Asked
    beside: tuple[Asked, ...]
    year: int
    family_fit: int
    words: float


def answer_from_policy(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The grant worked out from its clause, the article that says something, or None."""
    others = (
        answer_by_article, tasks_of_body, answer_about_responsible, answer_about_validity,
        answer_about_term, answer_for_area, answer_settled, answer_for_aspect, answer_from_row,
        answer_respectively, answer_about_time,
    )  # fmt: skip
    told = next((draft for route in others if (draft := route(frame, collection)) is not None), None)
    if told is not None or not _ASKED.search(frame.text):
        return told
    amounts = asked_amounts(frame.text)
    summed = bool(re.search(r"一共|总共|合计|加起来|累计|[两三四五六]年", frame.text))
    if not amounts and not summed:
        return None
    papers = papers_for(frame, collection)
    if not papers:
        return None
    if amounts:
        return _for_amount(frame, collection, papers, amounts)
    return _for_years(frame, collection, papers)


def _for_amount(
    frame: QuestionFrame, collection: Collection, papers: Sequence[Paper], amounts: Sequence[Asked]
) -> Draft | None:
    schemes = [scheme for paper in papers for scheme in _schemes(paper, amounts, frame)]
    fitting = sorted((s for s in schemes if s.family_fit > 0), key=_order)
    best = fitting[0] if fitting else None
    if best is None or (_terms(frame) and best.words < _ENOUGH):
        others = sorted((s for s in schemes if s.family_fit < 0 and s.words >= _ENOUGH), key=_nearness)
        return _other_measure(others[0], frame, collection) if others else None
    alike = [s for s in fitting if s.paper is best.paper and _order(s) == _order(best)]
    met = [scheme for scheme in alike if any(_holds(clause, scheme.asked) for clause in scheme.clauses)]
    nearest = min(alike, key=lambda s: min(_low(clause, s.asked) for clause in s.clauses))
    statements = [_statement(scheme, collection) for scheme in met[:_MOST] or [nearest]]
    notes = [
        *_assumed(best),
        *_of_a_year(best, frame),
        *(_raised(best, frame, stepped=any("取整为" in each.text for each in statements)) if met else ()),
        *_versions(best.paper, frame, collection),
    ]
    return Draft(statements=tuple(statements), notes=tuple(dict.fromkeys(notes)))


def _order(scheme: _Scheme) -> tuple[float, int]:
    return -round(scheme.words, 2), -scheme.family_fit


def _nearness(scheme: _Scheme) -> tuple[bool, bool, float]:
    """Of clauses that go by another measure: that whose rate is of the asked one, then of investment."""
    asked, clause = scheme.asked.family, scheme.clauses[0]
    rated = family_of(clause.rule.basis) == asked
    return not rated, not (asked in _OF_INVESTMENT and clause.family in _OF_INVESTMENT), -scheme.words


def _schemes(paper: Paper, amounts: Sequence[Asked], frame: QuestionFrame) -> list[_Scheme]:
    """The grants of a paper, tiers together; a summary table only where no article says the same."""
    brokers = bool(_BROKERS.search(frame.text))
    clauses = [c for c in paper.clauses if brokers or not _BROKERS.search(c.rule.who + c.rule.lead)]
    clauses = [clause for clause in clauses if not clause.rule.apart or names(frame.text, clause.rule.apart)]
    told = {clause.family for clause in clauses if not clause.in_table}
    clauses = [clause for clause in clauses if not clause.in_table or clause.family not in told]
    found: list[_Scheme] = []
    for _, group in groupby(sorted(clauses, key=_kind), key=_kind):
        tiers = tuple(group)
        asked = max(amounts, key=lambda amount: _family_fit(amount.family, tiers[0].family))
        beside = tuple(amount for amount in amounts if amount is not asked)
        fit = _family_fit(asked.family, tiers[0].family)
        words = max(_said(frame, clause, paper) for clause in tiers)
        found.append(
            _Scheme(
                paper=paper,
                clauses=tiers,
                asked=asked,
                beside=beside,
                year=asked_year(frame.text),
                family_fit=fit,
                words=words,
            )
        )
    return found


def _kind(clause: Clause) -> tuple[str, str, str, bool]:
    """Tiers of one grant stand in one article, or name the same award for classes defined by size."""
    article = "" if clause.defined else _ITEM_OF.sub("", clause.label)
    award = clause.rule.award if clause.defined else ""
    return article, award, clause.family, clause.in_table


def _family_fit(asked: str, family: str) -> int:
    """2 for the same measure, 1 where the question names none and the clause goes by investment, 0 where it
    cannot be said, -1 for another measure."""
    if not family:
        return 0
    if asked == family:
        return 2
    if asked in ("", "invest"):
        return 1 if family in _OF_INVESTMENT else 0
    return 1 if family == "invest" and asked in _OF_INVESTMENT else -1


def _terms(frame: QuestionFrame) -> list[str]:
    """The words that single a grant out: 落户, 设备, 租金, not 项目 or 奖励."""
    return [term for term in frame.terms if not _GENERIC.fullmatch(term) and len(term) > 1]


def _said(frame: QuestionFrame, clause: Clause, paper: Paper) -> float:
    """The share of those words that the clause or its paper says."""
    terms = _terms(frame)
    told, title = fold(clause.words), fold(paper.document.title)
    if not terms:
        return 1.0
    return sum(max(term_match(term, told), 0.6 * term_match(term, title)) for term in terms) / len(terms)


def _statement(scheme: _Scheme, collection: Collection) -> Statement:
    """What the tier of the amount grants, or that no tier holds it."""
    asked = scheme.asked
    if is_progressive(scheme.clauses):
        first = scheme.clauses[0]
        text, derived = granted_by_slices(scheme.clauses, asked, article=_ITEM_OF.sub("", first.label))
        told = [each for clause in scheme.clauses for each in evidence_of(clause, scheme.paper, collection)]
        return Statement(text=text, evidence=tuple({e.key: e for e in told}.values()), derived=derived)
    holding = [clause for clause in scheme.clauses if _holds(clause, asked)]
    if holding:
        clause = max(holding, key=lambda each: (bool(each.rule.apart), _low(each, asked)))
        if (stepped := _stepped(scheme, clause, collection)) is not None:
            return stepped
        text, derived = granted(clause, asked, beside=scheme.beside, year=scheme.year, article=clause.label)
    else:
        clause = min(scheme.clauses, key=lambda each: _low(each, asked))
        text, derived = too_small(clause, asked, article=clause.label, tiers=scheme.clauses)
    return Statement(text=text, evidence=evidence_of(clause, scheme.paper, collection), derived=derived)


def _stepped(scheme: _Scheme, clause: Clause, collection: Collection) -> Statement | None:
    """What the tier grants with each so much more that its article adds to it."""
    for more in _more(scheme):
        worked = with_steps(clause, more, scheme.asked, article=clause.label)
        if worked is not None:
            told = [e for each in (clause, more) for e in evidence_of(each, scheme.paper, collection)]
            return Statement(
                text=worked[0], evidence=tuple({e.key: e for e in told}.values()), derived=worked[1]
            )
    return None


def _more(scheme: _Scheme) -> list[Clause]:
    """The parts of the tiers' article that add so much for each so much more."""
    label = scheme.clauses[0].label
    return [
        c
        for c in scheme.paper.clauses
        if _MORE.match(c.rule.text) and c not in scheme.clauses and c.label == label
    ]


def _holds(clause: Clause, asked: Asked) -> bool:
    bounds = [bound for bound in clause.rule.bounds if bound.family == clause.family]
    return all(
        bound.holds(asked.value)
        for bound in bounds
        if (bound.low or bound.high) and _currency(bound.low or bound.high) == asked.currency
    )


def _currency(money: object) -> str:
    return str(getattr(money, "currency", ""))


def _low(clause: Clause, asked: Asked) -> float:
    lows = [
        bound.low.value for bound in clause.rule.bounds if bound.low and bound.low.currency == asked.currency
    ]
    return float(max(lows, default=0))


def _assumed(scheme: _Scheme) -> list[str]:
    """That an amount of no stated measure was taken for the clause's."""
    measure = NAMES.get(scheme.clauses[0].family, "")
    if scheme.family_fit == 2 or not measure:
        return []
    return [f"条款按{measure}计算，这里把问题中的金额当作{measure}"]


def _of_a_year(scheme: _Scheme, frame: QuestionFrame) -> list[str]:
    """That an amount was taken for a year's, where the grant goes on for years."""
    yearly = any(c.rule.by_year or (c.rule.rate is not None and c.rule.years > 1) for c in scheme.clauses)
    told = re.search(r"[每一1首当][个]?年|年(?:度|租|均)|第.{1,2}年", frame.text)
    return ["条款逐年计算，这里把问题中的金额当作一年的"] if yearly and not told else []


def _raised(scheme: _Scheme, frame: QuestionFrame, *, stepped: bool) -> list[str]:
    """What the grant is raised to for those whom the question does not name, or for each so much more
    unless that is worked out."""
    first = scheme.clauses[0]
    apart = [c for c in scheme.paper.clauses if c.rule.apart and not names(frame.text, c.rule.apart)]
    told = [c for c in apart if _kind(c) == _kind(first)] + ([] if stepped else _more(scheme))
    words = [scheme.paper.text[c.rule.start : c.rule.end].strip(" ，,") for c in told]
    return [f"另有提高的情形：{each}" for each in words]


def _other_measure(scheme: _Scheme, frame: QuestionFrame, collection: Collection) -> Draft:
    """The clause goes by another measure than the question: told, not worked out."""
    size = scheme.asked.value
    sized = [c for c in scheme.clauses if c.rule.bounds and all(b.holds(size) for b in c.rule.bounds)]
    clause = max(sized or scheme.clauses, key=lambda each: _said(frame, each, scheme.paper))
    text = mismatch(clause, scheme.asked, article=clause.label)
    statement = Statement(text=text, evidence=evidence_of(clause, scheme.paper, collection))
    rated = family_of(clause.rule.basis) == scheme.asked.family
    notes = [*([] if rated else ["口径不同，不能直接套用"]), *_versions(scheme.paper, frame, collection)]
    return Draft(statements=(statement,), notes=tuple(notes))


def _for_years(frame: QuestionFrame, collection: Collection, papers: Sequence[Paper]) -> Draft | None:
    """A yearly cap over its years: 每年最高100万元, 连续三年."""
    yearly = [
        (_said(frame, clause, paper), paper, clause)
        for paper in papers
        for clause in paper.clauses
        if clause.rule.years > 1 and any("年" in cap.scope for cap in clause.rule.caps)
    ]
    best = max(yearly, key=lambda each: each[0], default=None)
    if best is None or best[0] < _ENOUGH:
        return None
    _, paper, clause = best
    text, derived = over_years(clause, article=clause.label)
    statement = Statement(text=text, evidence=evidence_of(clause, paper, collection), derived=derived)
    return Draft(statements=(statement,), notes=tuple(_versions(paper, frame, collection)))


def _versions(paper: Paper, frame: QuestionFrame, collection: Collection) -> list[str]:
    if paper.superseded is not None:
        return [paper.superseded.note]
    return [each.note for each in replaced_by(paper, frame, collection)]
