"""Is a policy paper still in force? What repealed or revised it, in the newer paper's own words."""

from __future__ import annotations

import re

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.policy.rules import Paper, papers_for, passage_evidence
from assistant.policy.versions import named
from assistant.question import QuestionFrame

_ASKED = re.compile(
    r"有效|作废|废止|失效|过期|还能用|还算数|还执行|现行|最新(?:版|的)?(?:办法|政策|规定|文件)"
)
_REPEAL = re.compile(r"[^。\n]*(?:废止|停止执行|失效)[^。\n]*。?")


def answer_about_validity(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """That an older paper was repealed or revised, and by which; None where nothing says so."""
    if not _ASKED.search(frame.text):
        return None
    paper = next((each for each in papers_for(frame, collection) if each.superseded is not None), None)
    if paper is None or paper.superseded is None:
        return None
    new = paper.superseded.new
    text = collection.text(new.id)
    newer = Paper(document=new, text=text, clauses=())
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
