"""Which grants of a paper may an amount fall under, tiers together, and how well does each fit?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.matching import term_match
from assistant.policy.asked import Asked, asked_year
from assistant.policy.rules import Clause, Paper
from assistant.question import QuestionFrame
from language.pattern import pattern
from language.raised import names
from language.text import fold

ITEM_OF = pattern(r"第（[^）]*）[条项](?:第\d+[目项])?$")
OF_INVESTMENT = ("fixed", "total", "invest")
ENOUGH = 0.34  # of the words that single a grant out, that its clause or paper says
_GENERIC = pattern(
    r"(?:项目|企业|公司|奖励?|补贴?|补助|资助|政策|扶持|多少|投资?|投入|金额|标准|能|可以?|拿|到|给|元|亿|万|落地|来|一家"
    r"|第[一二三四五六七八九十]年|首年|普通|一般|按|拨付?|兑付|首期|首笔|上限|额度|封顶|比例|条款|享受|够|门槛|最多|最高|规定|办法|措施)+"
)
_LEAST_BASIS, _SAID_OF_BASIS = 2, 0.5  # characters of what a rate is of, and the share of its pairs said
_PAID_FOR = pattern(r"^(?:企业|实际|当年|年度|缴纳|支付|购买|购置|采购|发生|产生|投入|的)+")
_BROKERS = pattern(r"机构|中介|引荐|人才|个人|团队|商会|协会")
_BROKER = pattern(r"引荐人|引资人|招商中介")  # a paper a third of which is for them is a paper for them
# What a clause grants to these it grants to nobody else.
_SINGLED = pattern(r"500强|百强|独角兽|瞪羚|上市公司|院士")
# 链主企业引进配套企业落地的 pays who brings a project, not the project.
_BRINGS = pattern(
    r"企业[^,。;]{0,10}(?:引进|引荐|推荐|介绍|招引|带动|引入)[^,。;]{0,12}(?:企业|项目|配套)|以商招商|引资人|引荐人|中介人"
)
# What a firm that is here already adds is granted otherwise than what a new one invests.
_EXPANDING = pattern(r"增资|扩产|扩建|新增(?:固定资产)?投资|技改|技术改造|改扩|[化色]改造|机器换人|设备更新")
_OF_LOANS, _OF_INTEREST = pattern(r"贷|息|LPR|利率"), pattern(r"LPR|利率")
_BROUGHT = pattern(
    r"链主|推荐|引荐|介绍|引来|带来|招来|以商招商|配套企业|上下游|(?:引进|引入|招引|带动)[^,。;]{0,8}(?:配套|企业)"
    r"|引资人|中介人|引进(?:了|过)?(?:一个)?\d|^引进"
)


@dataclass(frozen=True, kw_only=True)
class Scheme:
    """The clauses of one paper that grant the same thing by the same measure, and how well they fit."""

    paper: Paper
    clauses: tuple[Clause, ...]
    asked: Asked
    beside: tuple[Asked, ...]
    year: int
    family_fit: int
    words: float


def schemes_of(paper: Paper, amounts: Sequence[Asked], frame: QuestionFrame) -> list[Scheme]:
    """The grants of a paper, tiers together; a summary table only where no article says the same."""
    theirs = sum(bool(_BROKER.search(f"{c.rule.lead}{c.rule.text}")) for c in paper.clauses)
    brokers = bool(_BROKERS.search(frame.text)) or 3 * theirs > len(paper.clauses)
    clauses = [c for c in paper.clauses if brokers or not _BROKERS.search(c.rule.who + c.rule.lead)]
    if not _BROUGHT.search(frame.text):
        clauses = [c for c in clauses if not _BRINGS.search(f"{c.rule.lead}{c.rule.text}")]
    if not _EXPANDING.search(frame.text):
        plain = [c for c in clauses if not _is_for_expansion(c)]
        clauses = plain if any(c.family in OF_INVESTMENT for c in plain) else clauses
    named = set(_SINGLED.findall(frame.text))
    for_all = [c for c in clauses if not (own := set(_SINGLED.findall(c.rule.text))) or own & named]
    clauses = for_all or clauses
    clauses = [clause for clause in clauses if not clause.rule.apart or names(frame.text, clause.rule.apart)]
    if not _OF_LOANS.search(frame.text):  # half of a rate of interest is no grant for what was bought
        clauses = [clause for clause in clauses if not _OF_INTEREST.search(clause.rule.basis)] or clauses
    if any(clause.defined and clause.defined.name in frame.text for clause in clauses):
        clauses = [c for c in clauses if not c.defined or c.defined.name in frame.text]
    told = {clause.family for clause in clauses if not clause.in_table}
    clauses = [clause for clause in clauses if not clause.in_table or clause.family not in told]
    found: list[Scheme] = []
    for _, group in groupby(sorted(clauses, key=kind_of), key=kind_of):
        tiers = tuple(group)
        alone = len(amounts) == 1
        fits = [_measure_fit(each, tiers[0], told=frame.text if alone else each.said) for each in amounts]
        fit = max(fits)
        asked = amounts[fits.index(fit)]
        beside = tuple(amount for amount in amounts if amount is not asked)
        words = max(share_said(frame, clause, paper) for clause in tiers)
        found.append(
            Scheme(
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


def _is_for_expansion(clause: Clause) -> bool:
    """Whether what a clause says is of firms that are here already; 包括新建、扩建、技改 is of both."""
    words = f"{clause.rule.lead}{clause.rule.text}{clause.label}"
    return "新建" not in clause.rule.text and _EXPANDING.search(words) is not None


def is_undecided(clause: Clause, asked: Asked) -> bool:
    """Whether a clause with a size for each kind holds the amount by one of them and not by the other:
    3000万元以上的工业项目和1000万元以上的农业项目 for 2000万元."""
    own = [bound for bound in clause.rule.bounds if bound.family == clause.family and bound.low is not None]
    return len({bound.holds(asked.value) for bound in own}) > 1


def kind_of(clause: Clause) -> tuple[str, str, str, bool]:
    """Tiers of one grant stand in one article, or name the same award for classes defined by size."""
    article = "" if clause.defined else ITEM_OF.sub("", clause.label)
    award = clause.rule.award if clause.defined else ""
    return article, award, clause.family, clause.in_table


def _measure_fit(asked: Asked, clause: Clause, *, told: str) -> int:
    """How the measure of an amount fits that of a clause, as `_family_fit`; where the rate is of something
    of no sort, 新增采购额, by how much of that `told`, what the question says of the amount, has."""
    basis = _PAID_FOR.sub("", clause.rule.basis)
    if clause.family or clause.rule.rate is None or len(basis) < _LEAST_BASIS:
        return _family_fit(asked.family, clause.family)
    pairs = {basis[at : at + 2] for at in range(len(basis) - 1)}
    return 2 if sum(pair in told for pair in pairs) / len(pairs) >= _SAID_OF_BASIS else 0


def _family_fit(asked: str, family: str) -> int:
    """2 for the same measure, 1 where the question names none and the clause goes by investment, 0 where it
    cannot be said, -1 for another measure."""
    if not family:
        return 0
    if asked == family:
        return 2
    if asked in ("", "invest"):
        return 1 if family in OF_INVESTMENT else 0
    return 1 if family == "invest" and asked in OF_INVESTMENT else -1


def singling_terms(frame: QuestionFrame) -> list[str]:
    """The words that single a grant out: 落户, 设备, 租金, not 项目 or 奖励."""
    return [term for term in frame.terms if not _GENERIC.fullmatch(term) and len(term) > 1]


def share_said(frame: QuestionFrame, clause: Clause, paper: Paper) -> float:
    """The share of those words that the clause or its paper says."""
    terms = singling_terms(frame)
    told, title = fold(clause.words).lower(), fold(paper.document.title).lower()
    if not terms:
        return 1.0
    return sum(max(term_match(term, told), 0.6 * term_match(term, title)) for term in terms) / len(terms)


def holds(clause: Clause, asked: Asked, *, beside: Sequence[Asked] = ()) -> bool:
    """Whether the amount meets the bounds of the clause's measure, those beside it the bounds of theirs."""
    return _meets(clause, asked, clause.family) and failing(clause, beside) is None


def failing(clause: Clause, beside: Sequence[Asked]) -> Asked | None:
    """The first of the other amounts asked with that a bound of its own measure keeps out."""
    measured = [amount for amount in beside if amount.family and amount.family != clause.family]
    return next((amount for amount in measured if not _meets(clause, amount, amount.family)), None)


def _meets(clause: Clause, amount: Asked, family: str) -> bool:
    bounds = [bound for bound in clause.rule.bounds if bound.family == family]
    return all(
        bound.holds(amount.value)
        for bound in bounds
        if (bound.low or bound.high) and _currency(bound.low or bound.high) == amount.currency
    )


def _currency(money: object) -> str:
    return str(getattr(money, "currency", ""))


def of_the_others(clauses: Sequence[Clause], question: str) -> list[Clause]:
    """数字化改造项目补助20%，其他技改项目补助12%: the tiers for the others, where the question names none of
    those that the tiers beside them are for."""
    others = [clause for clause in clauses if _OTHERS.match(clause.rule.text)]
    named = [clause for clause in clauses if clause not in others]
    return [] if any(_for_whom(clause.rule.text, question) for clause in named) else others


_OTHERS = pattern(r"\s*(?:其他|其它|其余)")
_WHOM = pattern(r"(?P<who>[一-鿿“”]{3,10}?)(?:类?项目|企业)?(?:一次性)?(?:补助|奖励|补贴|按|给予)")


def _for_whom(text: str, question: str) -> bool:
    """Whether the question names those that a tier is for."""
    who = _WHOM.search(re.sub(r"以上的?|以下的?", " ", text))
    pairs = {who["who"][at : at + 2] for at in range(len(who["who"]) - 1)} if who else set()
    return bool(pairs) and 2 * sum(pair in question for pair in pairs) >= len(pairs)


def low_of(clause: Clause, asked: Asked) -> float:
    lows = [
        bound.low.value for bound in clause.rule.bounds if bound.low and bound.low.currency == asked.currency
    ]
    return float(max(lows, default=0))
