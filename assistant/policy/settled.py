"""Which sentence of a paper settles what people ask of any paper?

May grants be combined, what of a broken promise,
where to hand in, whom to call?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.matching import term_match
from assistant.policy.headings import papers_of, topics
from assistant.policy.rules import Paper, fits_place, passage_evidence
from assistant.question import QuestionFrame
from assistant.refusal import refuse
from assistant.wording import as_printed
from language.outline import outline
from language.text import Span, fold, sentences

_HAVE = r"(?:拿|享受|享|申报|申请|领|报|得|要|用)"
_PHONE = (
    r"(?<!\d)(?:0\d{2,3}\s*[-—－–)）]?\s*)?\d{7,8}(?:[-—－–]\d{1,5})?(?!\d)"
    r"|(?<!\d)123(?:45|\d{2})(?!\d)|(?<!\d)400[-\d]{7,9}"
)


@dataclass(frozen=True, kw_only=True)
class _Matter:
    """Something asked of any paper: how the question puts it, and how a sentence that settles it reads."""

    asked: re.Pattern[str]
    said: re.Pattern[str]
    by_line: bool = False


_MATTERS = (
    _Matter(
        asked=re.compile(
            rf"(?:同时|一起|一并|一块儿?|都(?:能|可以?|给|有份)|两[项个头边样]|几[项个样]|重复|叠加|再)[^,。;?]{{0,8}}{_HAVE}"
            r"|叠加|兼得|兼享|重复(?:享受|申报|奖励|支持|补助)|冲突|同享|(?:还能|能不能|能否|可否|可以)再"
        ),
        said=re.compile(
            r"就高|从高|从优|择优|择一|择高|择其|不重复|不得重复|不予重复|不可重复|重复享受|叠加|兼得|兼享|同时享受"
            r"|不再享受|不得同时|不能同时|可同时|可以同时|一并享受"
        ),
    ),
    _Matter(
        asked=re.compile(
            r"(?:怎么|如何|怎样)处理[?？]?$|后果|会怎么?样|怎么罚|要不要退|要退|退不退|处罚|追究|算违约|违约"
        ),
        said=re.compile(
            r"追回|退回|退还|收回|取消|追缴|追究|处罚|罚款|不得(?:再)?申报|失信|违约|停止拨付|终止|约谈|不予兑现|暂停"
        ),
    ),
    _Matter(
        asked=re.compile(r"(?:送|交|寄|报|递)(?:到|往|给|去)?(?:哪(?![些几个])|什么地方|何处)|(?:报送|提交|递交|受理)地[点址]"),
        said=re.compile(r"地[点址]|送至|寄至|报送至|提交至|报至|交至|窗口|平台|系统|邮箱"),
    ),
    _Matter(
        asked=re.compile(
            r"(?:电话|热线)(?:号码)?(?:分别)?(?:是|为)?(?:多少|什么|几号|哪个|哪些)|(?:电话|热线)(?:号码)?[?？]?$"
            r"|(?:哪个|什么|哪些)(?:咨询)?(?:电话|热线)|怎么联系|如何联系|联系方式|打给谁"
        ),
        said=re.compile(_PHONE),
        by_line=True,
    ),
)  # fmt: skip
_MOST = 4
_LONG_LINE = 160  # characters
_SEARCHED = 24
_LEAST = 0.5  # of the question's topics that a sentence, its heading and the title say


def answer_settled(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The sentences that settle it in the paper that the question is about; those on what it names before
    those on all. None where no such thing is asked, or no paper says it; a refusal where
    a number to call is asked for that no paper gives."""
    matter = next((each for each in _MATTERS if each.asked.search(frame.text)), None)
    if matter is None or re.search(r"多少(?!$|[?？]$)", frame.text):
        return None
    best: tuple[float, list[tuple[float, Span]], Paper] | None = None
    for document, text in papers_of(frame, collection):
        found = [
            (_fit(frame, matter, text, span, title=document.title), span)
            for span in (_lines(text) if matter.by_line else sentences(text))
            if matter.said.search(text[span.start : span.end]) and not _asks(text, span)
        ]
        fit = max((fit for fit, _ in found), default=-1.0)
        if found and (best is None or fit > best[0]):
            best = fit, found, Paper(document=document, text=text, clauses=())
    if best is None or best[0] < _LEAST:
        return _without_number(frame, matter, collection)
    top, found, paper = best
    told = [span for fit, span in found if fit >= top - 0.01]
    return Draft(statements=tuple(_statement(paper, span, collection) for span in told[:_MOST]))


def _without_number(frame: QuestionFrame, matter: _Matter, collection: Collection) -> Draft | None:
    """A refusal where a number to call is asked for and no passage found has one: other words are none."""
    hits = collection.search(frame.text, k=_SEARCHED)
    passages = [hit.passage.text for hit in hits if fits_place(hit.document, frame, collection)]
    if not matter.by_line or any(matter.said.search(text) for text in passages):
        return None
    return refuse(frame, collection)


def _fit(frame: QuestionFrame, matter: _Matter, text: str, span: Span, *, title: str) -> float:
    """The share of the topics of a question that a sentence says, or its heading or title, which count less;
    1 where it has none."""
    terms = [matter.asked.sub("", term) for term in topics(frame) if term not in _OF_ASKING]
    terms = [term for term in terms if len(term) > 1]
    said = fold(text[span.start : span.end])
    above = fold(title + "".join(part.head for part in outline(text) if part.start <= span.start < part.end))
    fits = [max(term_match(term, said), 0.7 * term_match(term, above)) for term in terms]
    return sum(fits) / len(fits) if fits else 1.0


_OF_ASKING = frozenset("不能 能否 同时 一起 处理 送到 交到 寄到 还能 享受 电话 号码 重复 叠加".split())


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


def _asks(text: str, span: Span) -> bool:
    return text[span.start : span.end].rstrip("*_ ").endswith(("？", "?"))


def _statement(paper: Paper, span: Span, collection: Collection) -> Statement:
    evidence = passage_evidence(paper, collection, start=span.start, end=span.end)
    return Statement(text=as_printed(evidence.text), evidence=(evidence,))
