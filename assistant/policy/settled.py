"""Which sentence of a paper settles what people ask of any paper?"""

from __future__ import annotations

import re

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.matching import SYNONYM
from assistant.policy.coverage import covered, headings_over
from assistant.policy.headings import papers_of, topics
from assistant.policy.matters import MATTERS, UNHEADED, Matter
from assistant.policy.pieces import is_row, pieces
from assistant.policy.references import referred_words
from assistant.policy.rules import Paper, fits_place, passage_evidence
from assistant.question import QuestionFrame
from assistant.refusal import refuse
from assistant.versions import named
from assistant.wording import as_printed
from language.text import Span, fold, sentences

_OTHER_LINE = re.compile(r"监督|举报|投诉|技术|系统|传真|值班")
_LONG_SENTENCE, _COUNTED = 90, re.compile(r"[二三四五六]是")
_MOST = 4
_LONG_LINE = 160  # characters
_MOST_PAPERS = 2  # alike, of no place asked for, that are both told
_SEARCHED = 24
_LEAST_OF_LINE = 0.3  # a number to call is scarce, and says little of what for
_LEAST_OWN = 0.6  # of the topics that a sentence must say itself
_IN_PAPER = _LEAST_OWN / SYNONYM  # what the paper says anywhere, of what it settles once for all of it
_ABOVE = 0.4  # what headings count for there
_LEAST = 0.5  # of the question's topics that a sentence, its heading and the title say


def answer_settled(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The sentences that settle it in the paper that the question is about; those on what it names before
    those on all. None where no such thing is asked, or no paper says it; a refusal where
    a number to call is asked for that no paper gives."""
    matter = next((each for each in MATTERS if each.is_asked(frame.text)), None)
    if matter is None or re.search(r"多少(?!$|[?？]$)", frame.text):
        return None
    if matter.by_line and "date" in frame.wants:  # 什么时间开通热线 asks for no number
        return None
    return _settle(frame, matter, collection)


def answer_unheaded(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The sentences that tell what other papers put under a heading: what to hand in, who is left out."""
    matter = next((each for each in UNHEADED if each.is_asked(frame.text)), None)
    if matter is None or ("date" in frame.wants and not matter.dated):
        return None
    several = not frame.places and len(papers_of(frame, collection)) != 1
    if several and not topics(frame):
        return None  # of no place and no thing, and several papers might be meant
    return _settle(frame, matter, collection, alone=several)


def _settle(
    frame: QuestionFrame, matter: Matter, collection: Collection, *, alone: bool = False
) -> Draft | None:
    """What settles it in the papers that fit best; with `alone`, only where one paper says it."""
    told = [(paper, *_best(frame, matter, paper)) for paper in papers_of(frame, collection)]
    if alone and sum(fit >= _LEAST_OWN for _, fit, _ in told) != 1:
        return None
    top = max((fit for _, fit, _ in told), default=0.0)
    if top < (_LEAST_OF_LINE if matter.by_line else _LEAST_OWN if matter.own else _LEAST):
        return _without_number(frame, matter, collection)
    alike = [(paper, spans) for paper, fit, spans in told if fit >= top - 0.01]
    if frame.places or len(alike) > _MOST_PAPERS:
        alike = alike[:1]
    statements = [
        _statement(paper, span, collection, matter, named_too=len(alike) > 1)
        for paper, spans in alike
        for span in spans[:_MOST]
    ]
    return Draft(statements=tuple(statements))


def _best(frame: QuestionFrame, matter: Matter, paper: Paper) -> tuple[float, list[Span]]:
    """How well the best sentences of a paper that settle a matter fit the question, and where they are."""
    found = [
        (_fit(frame, matter, paper, span), span)
        for span in (_lines(paper.text) if matter.by_line else pieces(paper.text))
        if matter.said.search(paper.text[span.start : span.end]) and not _settles_nothing(paper.text, span)
    ]
    top = max((fit for fit, _ in found), default=-1.0)
    return top, [span for fit, span in found if fit >= top - 0.01]


def _without_number(frame: QuestionFrame, matter: Matter, collection: Collection) -> Draft | None:
    """A refusal where a number to call is asked for and no passage found has one: other words are none."""
    hits = collection.search(frame.query, k=_SEARCHED, documents=frame.within or None)
    passages = [hit.passage.text for hit in hits if fits_place(hit.document, frame, collection)]
    if not matter.by_line or any(matter.said.search(text) for text in passages):
        return None
    return refuse(frame, collection)


def _fit(frame: QuestionFrame, matter: Matter, paper: Paper, span: Span) -> float:
    """The share of the topics of a question that a sentence says, or its heading or title, which count less;
    1 where it has none."""
    asking = match.group() if (match := matter.asked.search(frame.text)) else ""
    terms = [
        term
        for term in topics(frame)
        if term not in _OF_ASKING and (term not in asking or _DEED.search(term))
    ]
    terms = [term if _DEED.search(term) else matter.asked.sub("", term) for term in terms]
    # 没完成任务的怎么处理: the deed counts, which the words of the question that are looked for leave out
    deeds = {deed for deed in _DEED.findall(frame.text) if not any(deed in term for term in terms)}
    terms = [*(term for term in terms if len(term) > 1), *sorted(deed for deed in deeds if len(deed) > 1)]
    said = fold(paper.text[span.start : span.end])
    referred = referred_words(paper.text, span.start, span.end)
    above = fold(paper.document.title) + headings_over(paper.text, span) + referred
    if matter.by_line and not _OTHER_LINE.search(said):
        said += "咨询"  # what a number is for is said where it is for anything else
    none = 0.0 if matter.own else 1.0
    whole = fold(paper.text) if matter.of_all else ""
    return covered(terms, (said, 1.0), (above, _ABOVE if matter.own else 0.7), (whole, _IN_PAPER), none=none)


_DEED = re.compile(
    r"迁|搬|撤|骗|造假|弄虚|完成|达标|达到|开工|投产|竣工|落实|逾期|调度|通报|会商|考核|督查|晾晒|研判"
)
_OF_ASKING = frozenset(
    (
        "市里 省里 区里 国家 中途 半路 提前 还是 一次性 不能 能否 同时 一起 处理 "
        "一次 一回 同一个 同一 同样 一个 这次 本次 会议 送到 交到 寄到 还能 享受 电话 号码 重复 叠加"
    ).split()
)


def _lines(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        if len(line) > _LONG_LINE:  # a notice copied from the web has lost its line breaks
            spans += sentences(text, start=at, end=at + len(line))
        elif line.strip():
            begin = at + len(line) - len(line.lstrip())
            spans.append(Span(start=begin, end=at + len(line.rstrip())))
        at += len(line) + 1
    return spans


def _settles_nothing(text: str, span: Span) -> bool:
    piece = text[span.start : span.end]
    return is_row(piece) or piece.rstrip("*_ ").endswith(("？", "?"))


def _point(text: str, matter: Matter) -> str:
    """The point of a long sentence that settles it: 四是兑付方式…… of a list of four."""
    parts = [part for part in re.split("[；;]", text) if matter.said.search(part)]
    listed = len(text) > _LONG_SENTENCE and _COUNTED.search(text)
    return parts[0] if listed and len(parts) == 1 else text


def _on_line(text: str, matter: Matter) -> str:
    """Of a line of several sentences those with the number to call and the labels beside it, as one."""
    parts = [part for part in text.split("。") if part.strip()]
    told = [part for part in parts if matter.said.search(part) or _LABELLED.match(part)]
    return "；".join(told) if len(parts) > 1 else text


_LABELLED = re.compile(r"[^，。：:]{2,10}[：:]")


def _statement(
    paper: Paper, span: Span, collection: Collection, matter: Matter, *, named_too: bool
) -> Statement:
    evidence = passage_evidence(paper, collection, start=span.start, end=span.end)
    said = as_printed(_on_line(evidence.text, matter) if matter.by_line else _point(evidence.text, matter))
    return Statement(text=f"{named(paper.document)}：{said}" if named_too else said, evidence=(evidence,))
