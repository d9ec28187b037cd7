"""When was a policy paper issued? The day that it prints, at its head or below its signature."""

from __future__ import annotations

import re
from datetime import date

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.policy.rules import Paper, papers_for, passage_evidence
from assistant.question import QuestionFrame
from assistant.versions import named
from language.period_label import period_text
from language.text import Span, fold

_ISSUED = r"(?:印发|发布|出台|公布|下发|发文)"
_WHEN = r"(?:什么时候|何时|哪一?天|哪一?年|几月(?:几[日号])?|几号)"
_ASKED = re.compile(rf"{_WHEN}[^,。;?]{{0,3}}{_ISSUED}|{_ISSUED}[^,。;?]{{0,4}}(?:{_WHEN}|日期|时间)")
_PAPER = re.compile(r"政策|办法|措施|意见|规定|细则|通知|文件|方案|条例")


def answer_about_issue(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The day of the paper that the question is about; None where it names neither a paper nor a place, or
    the paper prints no day."""
    if not _ASKED.search(frame.text) or not _PAPER.search(frame.text):
        return None
    papers = papers_for(frame, collection) if frame.within or frame.places else []
    told = next(((paper, span) for paper in papers if (span := _printed_day(paper)) is not None), None)
    if told is None:
        return None
    paper, span = told
    evidence = passage_evidence(paper, collection, start=span.start, end=span.end)
    text = f"{named(paper.document)}：文件标注的日期为{period_text(paper.document.published)}"
    return Draft(statements=(Statement(text=text, evidence=(evidence,)),))


def _printed_day(paper: Paper) -> Span | None:
    """Where a paper prints the day it was issued on."""
    document = paper.document
    if document.published_basis != "stated" or len(document.published) < len("2024-04-08"):
        return None
    day = date.fromisoformat(document.published)
    forms = rf"{day.year}年{day.month}月{day.day}日|{day.year}[-./]0?{day.month}[-./]0?{day.day}(?!\d)"
    match = re.search(forms, fold(paper.text))
    return Span(start=match.start(), end=match.end()) if match else None
