"""Is a policy paper still in force? What repealed or revised it, in the newer paper's own words."""

from __future__ import annotations

import re

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.policy.repeals import Repeal, is_named, repeals_in
from assistant.policy.rules import Paper, papers_for, passage_evidence
from assistant.policy.term import in_force
from assistant.question import QuestionFrame
from assistant.versions import named

_ASKED = re.compile(
    r"有效(?!投资|发挥|推|促|带|提|衔|解|服|利|举|途|方|做|措|市|供|需|面|载)|作废|废止|废除|失效|过期|还能用|还算数|还执行|还管用|现行"
    r"|最新(?:版|的)?(?:办法|政策|规定|文件)"
)
_ASKED_WHAT = re.compile(
    r"(?:废止|取代|替代|代替|替换)(?:了|的是)?(?:哪|什么|谁)|(?:哪[个些份]|什么)[^,。;?]{0,8}(?:被|给)?(?:废止|取代|替代)"
)
_REPEAL = re.compile(r"[^。\n]*(?:废止|停止执行|失效)[^。\n]*。?")


def answer_about_validity(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """That a paper was repealed or revised, by which, or how long it holds; None where none says."""
    if not (_ASKED.search(frame.text) or _ASKED_WHAT.search(frame.text)):
        return None
    papers = papers_for(frame, collection)
    if _ASKED_WHAT.search(frame.text):
        told = [_told(repeal, paper, collection) for paper in papers for repeal in repeals_in(paper.text)]
        return Draft(statements=tuple(told)) if told else None
    old = next((paper for paper in papers if paper.superseded is not None), None)
    return (
        (_replaced(old, collection) if old else None)
        or _repealed(frame, papers, collection)
        or in_force(frame, papers, collection)
    )


def _replaced(paper: Paper, collection: Collection) -> Draft | None:
    if paper.superseded is None:
        return None
    new = paper.superseded.new
    text = collection.text(new.id)
    newer = Paper(document=new, text=text)
    said = _REPEAL.search(text)
    spans = [said.span()] if said else []
    if new.number and new.number in text:
        spans.append((0, text.index(new.number) + len(new.number)))  # title and number
    evidence = tuple(
        passage_evidence(newer, collection, start=start, end=end)
        for start, end in spans or [(0, len(text.partition("\n")[0]))]
    )
    done = "已废止" if paper.superseded.repealed else "已被修订"
    answer = f"{named(paper.document)}{done}，现行的是{named(new)}"
    return Draft(statements=(Statement(text=answer, evidence=evidence),))


def _repealed(frame: QuestionFrame, papers: list[Paper], collection: Collection) -> Draft | None:
    """Papers that one of the collection repeals, whether or not they are in it themselves."""
    places = tuple(word for place in frame.places for word in (place.name, place.short))
    found = [
        _told(repeal, paper, collection)
        for paper in papers
        for repeal in repeals_in(paper.text)
        if is_named(repeal, frame.text, places=places)
    ]
    return Draft(statements=tuple(found)) if found else None


def _told(repeal: Repeal, paper: Paper, collection: Collection) -> Statement:
    since = f"自{repeal.since}起" if repeal.since else ""
    spans = [(repeal.start, repeal.end)]
    number = paper.document.number
    if number and number in paper.text:
        spans.append((0, paper.text.index(number) + len(number)))  # title and number
    if repeal.since and repeal.since not in paper.text[repeal.start : repeal.end]:
        at = paper.text.index(repeal.since)
        begin = max(paper.text.rfind(mark, 0, at) for mark in "。\n") + 1
        end = paper.text.find("。", at)
        spans.append((begin, end + 1 if end >= 0 else len(paper.text)))
    evidence = tuple(passage_evidence(paper, collection, start=start, end=end) for start, end in spans)
    text = f"{repeal.name}已{since}废止，依据是{named(paper.document)}"
    return Statement(text=text, evidence=evidence)
