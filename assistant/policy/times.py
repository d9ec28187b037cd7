"""When may a grant be applied for, and when is it paid out? The sentence of the paper that says it."""

from __future__ import annotations

import re

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.policy.headings import papers_of
from assistant.policy.rules import Paper, papers_for, passage_evidence
from assistant.question import QuestionFrame
from assistant.wording import tidy
from language.text import Span, fold, sentences

_WHEN = r"(?:最(?:晚|迟)|什么时候|何时|几月|哪天|哪几天|哪个月|多会儿|时间|期限|截止)"
_ASKED = re.compile(rf"{_WHEN}.{{0,8}}(?P<deed>申报|申请|受理|兑现|发放|填报|报送|截止|结束|报|领|交)")
_ASKED_AFTER = re.compile(rf"(?P<deed>申报|申请|受理|兑现|发放).{{0,8}}{_WHEN}")
_DATED = re.compile(r"\d{1,2}月|每年|年底|季度|\d+个?(?:工作)?日|[上下]半年")
_ENDS = r"截止|逾期|截至|填报|报送|(?:日|月底)(?:\d+[:时点]\d*)?(?:之?前|止)"
_PAID = re.compile(r"拨付|兑现|发放")
_ENDING, _MOST = ("截止", "结束"), 3
_ALIKE = {
    "截止": _ENDS,
    "结束": _ENDS,
    "交": r"报送|提交|递交|交至",
    "报": r"申报|受理|填报",
    "申报": r"申报|受理|填报",
    "申请": r"申请|申报|受理",
    "领": r"兑现|发放|拨付",
}


def answer_about_time(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The sentence with a date that tells of applying or paying; None where no paper has one."""
    asked = _ASKED.search(frame.text) or _ASKED_AFTER.search(frame.text)
    if asked is None:
        return None
    deed = re.compile(_ALIKE.get(asked["deed"], asked["deed"]))
    papers = papers_for(frame, collection)
    known = {paper.document.id for paper in papers}
    guides = [guide for guide in papers_of(frame, collection) if guide.document.id not in known]
    for paper in [*papers, *guides]:
        if spans := _telling(paper, deed, every=asked["deed"] in _ENDING):
            statements = tuple(_statement(paper, span, collection) for span in spans)
            return Draft(statements=statements)
    return None


def _statement(paper: Paper, span: Span, collection: Collection) -> Statement:
    evidence = passage_evidence(paper, collection, start=span.start, end=span.end)
    said = re.sub(r"^\s*第[^条]{1,6}条\s*", "", tidy(evidence.text))
    return Statement(text=said, evidence=(evidence,))


def _telling(paper: Paper, deed: re.Pattern[str], *, every: bool) -> list[Span]:
    """The sentence that names the deed the most often, of those with a date; `every` one of them in order
    where each may be the end that is missed: of the form on line, of the paper form."""
    found = []
    for span in sentences(paper.text):
        said = fold(paper.text[span.start : span.end])
        if deed.search(said) and _DATED.search(said) and not (every and _PAID.search(said)):
            found.append((len(deed.findall(said)), -span.start, span))
    if every:
        return [span for *_, span in found[:_MOST]]
    return [max(found, key=lambda each: each[:2])[2]] if found else []
