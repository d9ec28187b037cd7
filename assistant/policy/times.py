"""When may a grant be applied for, when is it paid out, when is something handed in?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.policy.coverage import covered, headings_over
from assistant.policy.headings import papers_of, topics
from assistant.policy.pieces import is_row, pieces
from assistant.policy.rules import Paper, fits_place, papers_for, passage_evidence
from assistant.question import QuestionFrame
from assistant.refusal import refuse
from assistant.wording import tidy
from language.outline import outline
from language.text import Span, fold

_WHEN = r"(?:最(?:晚|迟)|什么时候|何时|几月|哪天|哪几天|哪个月|多会儿|时间|期限|截止)"
_ASKED = re.compile(
    rf"{_WHEN}[^,。;?]{{0,8}}?(?P<deed>申报|申请|受理|兑现|发放|拨付|填报|报送|发布|公布|截止|结束|报|领|交)"
)
_ASKED_AFTER = re.compile(rf"(?P<deed>申报|申请|受理|兑现|发放|拨付)[^,。;?]{{0,8}}{_WHEN}")
_DATED = re.compile(r"\d{1,2}月|每年|每月|年底|季度|\d+个?(?:工作)?日|[上下]半年")
_ON_A_DAY = re.compile(r"\d{1,2}月|每年|每月|年底|季度|[上下]半年|(?<!\d个工作)\d{1,2}日(?:之?前|[起止])")
_ENDS = r"截止|逾期|截至|填报|报送|(?:日|月底)(?:\d+[:时点]\d*)?(?:之?前|止)"
_PAID = re.compile(r"拨付|兑现|发放")
# 6月30日前已受理的项目 tells which rules hold for it, not when to apply.
_OF_THOSE = re.compile(
    r"(?:已(?:经)?|新)(?:受理|申报|申请|提交)的|[前后](?:受理|申报|申请|提交)的(?:项目|企业)"
)
_OF_TIME = re.compile(r"[报交送]给|时间|时候|期限|最晚|最迟|截止|开始|结束")
_ENDING, _MOST = ("截止", "结束"), 3
_SEARCHED = 24
_LEAST = 0.5  # of the topics of a question that names no place
_CONDITIONS = re.compile(r"条件|对象|范围|资格")
_PAYING = r"兑现|发放|拨付|到账"
_ALIKE = {
    "截止": _ENDS,
    "结束": _ENDS,
    "交": r"报送|提交|递交|交至",
    "报": r"申报|受理|填报|报送|上报|提交|报(?=[一-鿿]{0,3}[市区县省政部局委办厅])",
    "报送": r"报送|上报|提交|填报",
    "申报": r"申报|受理|填报|提交",
    "申请": r"申请|申报|受理|提交",
    "领": _PAYING,
    "兑现": _PAYING,
    "发放": _PAYING,
    "拨付": _PAYING,
    "发布": r"发布|公布|印发",
    "公布": r"发布|公布|印发",
}


@dataclass(frozen=True, kw_only=True)
class _Telling:
    """A sentence with the deed and a date: how much of the question it says, whether the date is of the
    calendar, and how often it names the deed."""

    paper: Paper
    span: Span
    fit: float
    on_a_day: bool
    deeds: int

    @property
    def order(self) -> tuple[bool, float, int]:
        """The better the greater."""
        return self.on_a_day, round(self.fit, 1), self.deeds


def answer_about_time(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The sentence with a date that tells of applying, handing in or paying; None where no paper has one, a
    refusal where nothing else that is found of the place has either."""
    asked = _ASKED.search(frame.text) or _ASKED_AFTER.search(frame.text)
    if asked is None:
        return None
    deed = re.compile(_ALIKE.get(asked["deed"], asked["deed"]))
    terms = [
        term
        for term in topics(frame)
        if not (deed.search(term) or _OF_TIME.search(term) or term in asked.group())
    ]
    papers = papers_for(frame, collection)
    known = {paper.document.id for paper in papers}
    papers += [guide for guide in papers_of(frame, collection) if guide.document.id not in known]
    every = asked["deed"] in _ENDING
    told = [each for paper in papers for each in _telling(paper, deed, terms, every=every)]
    if not told:
        return _untold(frame, deed, papers, collection)
    best = max(told, key=lambda each: each.order)
    if not frame.places and terms and best.fit < _LEAST:
        return None  # of no place, and of something else
    chosen = [each for each in told if each.paper is best.paper][:_MOST] if every else [best]
    return Draft(statements=tuple(_statement(each, collection) for each in chosen))


def _untold(
    frame: QuestionFrame, deed: re.Pattern[str], papers: Sequence[Paper], collection: Collection
) -> Draft | None:
    """A refusal where the place has papers and no passage found has the deed and a date: how much is granted
    is no answer to when."""
    hits = collection.search(frame.query, k=_SEARCHED, documents=frame.within or None)
    texts = [fold(hit.passage.text) for hit in hits if fits_place(hit.document, frame, collection)]
    own = [said for text in texts for said in re.split(r"[。\n]", text) if not is_row(said)]
    headed = any(deed.search(part.head) for paper in papers for part in outline(paper.text))
    dated = any(deed.search(said) and _DATED.search(said) for said in own)
    if headed or dated or not (frame.places and papers):
        return None
    return refuse(frame, collection)


def _statement(told: _Telling, collection: Collection) -> Statement:
    evidence = passage_evidence(told.paper, collection, start=told.span.start, end=told.span.end)
    said = re.sub(r"^\s*第[^条]{1,6}条\s*", "", tidy(evidence.text))
    return Statement(text=said, evidence=(evidence,))


def _telling(paper: Paper, deed: re.Pattern[str], terms: Sequence[str], *, every: bool) -> list[_Telling]:
    """The sentences that name the deed and a date; with `every`, where each may be the end that is missed (of
    the form on line, of the paper form), not those that only pay."""
    found = []
    for span in pieces(paper.text):
        if is_row(paper.text[span.start : span.end]) or _CONDITIONS.search(headings_over(paper.text, span)):
            continue  # 2023年1月1日前登记注册 is no day to apply by
        said = fold(paper.text[span.start : span.end])
        if _OF_THOSE.search(said):
            continue
        if deed.search(said) and _DATED.search(said) and not (every and _PAID.search(said)):
            fit = _fit(terms, said, paper, span)
            on_a_day = bool(_ON_A_DAY.search(said))
            count = len(deed.findall(said))
            found.append(_Telling(paper=paper, span=span, fit=fit, on_a_day=on_a_day, deeds=count))
    return found


def _fit(terms: Sequence[str], said: str, paper: Paper, span: Span) -> float:
    """The share of the question's topics that the sentence says; its headings and title count for less."""
    above = fold(paper.document.title) + headings_over(paper.text, span)
    return covered(terms, (said, 1.0), (above, 0.8))
