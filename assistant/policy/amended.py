"""What does a notice of revision change: which clauses, from what to what?"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.matching import SYNONYM, term_match
from assistant.policy.asked import asked_amounts
from assistant.policy.headings import papers_of, topics
from assistant.policy.rules import Paper, passage_evidence
from assistant.question import QuestionFrame
from language.amendment import Amendment
from language.text import Span, fold

_ASKED = re.compile(
    r"[修更]改|(?<![技整扩])改(?:了|成|为|动|后|过)|修订|变(?:了|化|动|成|更)|调整|原来|原先|以前|之前是|新增|增加了|删|取消"
    r"|(?:提高|降低|延长)(?:了|到|至)|有(?:什么|哪些|何)不同"
)
_WORDS = re.compile(
    r"修改|修订|更改|变化|变动|变更|调整|原来|原先|以前|现在|新增|增加|删除|取消|提高|降低|延长|条款|部分"
)
_KINDS = (("deleted", re.compile(r"删|取消了")), ("added", re.compile(r"新增了|增加了(?:哪|什么)|加了")))
_NEEDED = 0.5
_MOST_CHARS = 620


def asks_for_change(question: str) -> bool:
    """Whether a question is about what a paper said before, or says now."""
    return bool(_ASKED.search(question)) and not asked_amounts(question)


def answer_about_change(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The clauses that a notice changes, as they were and as they are, those that the question names or all;
    None where no such thing is asked or no notice found changes any."""
    if not asks_for_change(frame.text):
        return None
    for paper in papers_of(frame, collection):
        meant = _meant(paper, frame)
        if meant:
            short = sum(each.whole.end - each.whole.start for each in meant) > _MOST_CHARS
            return Draft(statements=tuple(_told(each, paper, collection, short=short) for each in meant))
    return None


def _meant(paper: Paper, frame: QuestionFrame) -> list[Amendment]:
    title = fold(paper.document.title)
    terms = [
        term
        for term in topics(frame)
        if not (_WORDS.search(term) or _ASKED.search(term)) and term_match(term, title) < SYNONYM
    ]
    kinds = [kind for kind, words in _KINDS if words.search(frame.text)]
    changes = [each for each in paper.amendments if each.kind in kinds] or paper.amendments
    fits = [(_fit(each, paper, terms), each) for each in changes]
    best = max((fit for fit, _ in fits), default=0.0)
    return [each for fit, each in fits if fit == best and best >= _NEEDED]


def _fit(amendment: Amendment, paper: Paper, terms: list[str]) -> float:
    said = fold(paper.text[amendment.whole.start : amendment.whole.end])
    return sum(term_match(term, said) for term in terms) / len(terms) if terms else 1.0


def _told(amendment: Amendment, paper: Paper, collection: Collection, *, short: bool) -> Statement:
    """第六条第一款现为：…（原为：…）; `short` without what it was."""
    old, new = (_words(paper, span) for span in (amendment.old, amendment.new))
    if amendment.kind == "deleted":
        text = f"{amendment.article}已删除" + (f"：{old}" if old else "")
    elif amendment.kind == "added":
        text = f"新增{amendment.article}：{new}"
    else:
        text = f"{amendment.article}{amendment.what}现为：{new}" + (
            f"（原为：{old}）" if old and not short else ""
        )
    span = amendment.whole
    evidence = passage_evidence(paper, collection, start=span.start, end=span.end)
    return Statement(text=text, evidence=(replace(evidence, figures=()),))  # its words, no row of the ledger


def _words(paper: Paper, span: Span | None) -> str:
    """What stands there, as one statement."""
    return paper.text[span.start : span.end].strip().rstrip("。").replace("。", "；") if span else ""
