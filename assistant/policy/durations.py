"""How long does a step of a procedure take: 初审几天, 公示结束后多久拨付?"""

from __future__ import annotations

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.policy.coverage import covered, headings_over
from assistant.policy.headings import papers_of, topics
from assistant.policy.pieces import is_row, pieces
from assistant.policy.rules import Paper, passage_evidence
from assistant.question import QuestionFrame
from assistant.wording import as_printed
from language.pattern import pattern
from language.text import Span, fold

_ASKED = pattern(
    r"几(?:天|个?工作日|日|个?小时|个月)|多少(?:天|个?工作日|小时|个月)|多久|多长时间|(?:时限|期限)(?:是|为|有)?(?:多|几)"
)
_OFTEN = pattern(
    r"(?:多久|几天|几个?月|多长时间)[^,。;?]{0,8}(?:一次|一回)|每隔|多久(?:开|报|会商|调度|通报|轮换)"
)
_TERM = pattern(r"\d+个?(?:工作)?[日天](?!前)|\d+个?小时|\d+个月|当场|当[日天]|即时")
_WORDS = pattern(r"几天|工作日|多久|多长|时间|时限|期限|完成|需要")
_PAID = pattern(
    r"多(?:久|长时间)[^,。;?]{0,4}(?:到账|到手|拿到|打款|发钱|拨钱|打钱)"
)  # 到账外资 is paid in, this out
_NEEDED = 0.6
_CLOSE = 0.02


def answer_about_duration(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The sentence that says how long the step asked about takes; None where no such thing is asked, or no
    sentence, or several of different steps, say most of what the question is about."""
    if not _ASKED.search(frame.text) or _OFTEN.search(frame.text):
        return None
    terms = [term for term in topics(frame) if not _WORDS.search(term)]
    if _PAID.search(frame.text):
        terms.append("拨付")
    if not terms:
        return None
    found = [
        (_fit(terms, paper, span), paper, span)
        for paper in papers_of(frame, collection)
        for span in pieces(paper.text)
        if _tells_term(paper.text[span.start : span.end])
    ]
    best = max((fit for fit, *_ in found), default=0.0)
    meant = [(paper, span) for fit, paper, span in found if fit >= best - _CLOSE]
    if best < _NEEDED or len(meant) > 1:
        return None
    ((paper, span),) = meant
    evidence = passage_evidence(paper, collection, start=span.start, end=span.end)
    return Draft(statements=(Statement(text=as_printed(evidence.text), evidence=(evidence,)),))


def _tells_term(said: str) -> bool:
    return not is_row(said) and bool(_TERM.search(fold(said)))


def _fit(terms: list[str], paper: Paper, span: Span) -> float:
    """The share of the topics that the sentence says, or its headings, or the title, which count less."""
    said = fold(paper.text[span.start : span.end])
    heads, title = headings_over(paper.text, span), fold(paper.document.title)
    return covered(terms, (said, 1.0), (heads, 0.85), (title, 0.5))
