"""Which article says something, or what does an article say?"""

from __future__ import annotations

import re

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.matching import term_match
from assistant.passages.ranking import Scored, rank_sentences
from assistant.policy.rules import Paper, papers_for, passage_evidence
from assistant.question import QuestionFrame
from assistant.wording import tidy
from language.provisions import provisions_of

_WHICH = re.compile(r"哪一?条|第几条|哪个条款|哪一?款|哪条规定|哪几条|条文依据")
_NAMED = re.compile(r"第(?P<number>[一二三四五六七八九十百零〇\d]{1,5})条")
_OF_ANY = re.compile(r"办法|规定|政策|文件|条款|措施|意见|细则|这个|说的")  # every article is of it
_MOST_CHARS = 300
_MOST_HEAD = 16  # characters of what heads an article: 第二条 固定资产投资奖励。
_RANKED = 24


def answer_by_article(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The article asked for by number, or the number of the one that says what is asked; else None."""
    named = _NAMED.search(frame.text)
    if named is None and not _WHICH.search(frame.text):
        return None
    papers = papers_for(frame, collection)
    if named is not None:
        return next((draft for paper in papers if (draft := _told(paper, named["number"], collection))), None)
    return _found(frame, papers, collection)


def _told(paper: Paper, number: str, collection: Collection) -> Draft | None:
    """What an article says, cut to whole sentences."""
    span = provisions_of(paper.text).article_span(number)
    if span is None:
        return None
    start, end = span
    evidence = passage_evidence(paper, collection, start=start, end=end)
    label = f"第{number}条"
    said = re.sub(rf"^[#*\s]*{label}[：:*\s]*", "", evidence.text)
    text = f"{label}：{tidy(said)}"
    if len(text) > _MOST_CHARS:
        text = text[: text.rfind("。", 0, _MOST_CHARS) + 1] or text[:_MOST_CHARS]
    notes = (paper.superseded.note,) if paper.superseded else ()
    told = tuple(Statement(text=each, evidence=(evidence,)) for each in _sentences(text, label))
    return Draft(statements=told, notes=notes)


def _sentences(text: str, label: str) -> list[str]:
    """The sentences of an article, each to be cited; what only heads it stays with the first."""
    said = [each for each in re.split(r"(?<=。)\s*", text) if each]
    if len(said) > 1 and len(said[0]) <= len(label) + _MOST_HEAD:
        said[:2] = [f"{said[0].rstrip('。')}：{said[1]}"]
    return said


def _found(frame: QuestionFrame, papers: list[Paper], collection: Collection) -> Draft | None:
    """The sentence that says what is asked, under the number of its article."""
    known = {paper.document.id: paper for paper in papers}
    asked = [term for term in frame.terms if not _OF_ANY.fullmatch(term)]
    said = [one for one in rank_sentences(frame, collection)[:_RANKED] if one.sentence.document.id in known]

    def worth(one: Scored) -> tuple[float, float]:
        return -sum(term_match(term, one.sentence.folded) for term in asked), -one.words

    for one in sorted(said, key=worth):
        paper = known[one.sentence.document.id]
        label = str(provisions_of(paper.text).at(one.sentence.start))
        if label:
            words = re.sub(r"^\s*第[^条]{1,6}条\s*", "", tidy(one.sentence.text))
            notes = (paper.superseded.note,) if paper.superseded else ()
            statement = Statement(text=f"{label}：{words}", evidence=(one.sentence.evidence(),))
            return Draft(statements=(statement,), notes=notes)
    return None
