"""What did the policy grant before, and what does it now, where a paper tells both: 原政策…，修订后…?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.matching import PAIRED, term_match
from assistant.policy.coverage import headings_over
from assistant.policy.headings import papers_of, topics
from assistant.policy.pieces import is_row, pieces
from assistant.policy.rules import Paper, passage_evidence
from assistant.question import QuestionFrame
from assistant.versions import asks_for_former
from assistant.wording import as_printed
from language.pattern import pattern
from language.text import Span, fold

_BOTH_ASKED = pattern(
    r"新旧[^,。;?]{0,6}(?:差|比|不同|区别|变)|(?:原来|以前|原先|修订前)[^。;?]{0,14}(?:现在|修订后|如今)|(?:现在|修订后)[^。;?]{0,14}(?:原来|以前|原先|修订前)"
    r"|比(?:原来|以前|原先|旧政策|原政策)[^,。;?]{0,6}(?:多|高|少|低|提|增|降)|从多少[^。;?]{0,8}(?:到|为|至)多少"
)
_BEFORE_ASKED = pattern(r"(?:原来|原先|以前)(?:的)?(?:是|呢|有|为|奖|补|给|最高|规定)")
_SET_APART = pattern(
    r"(?P<old>原(?:政策|规定|办法|标准|来)?(?:规定|是|为)?[,:]?[^;。]+?)[;,](?P<new>(?:修订|修改|调整|现|新政策|新办法)[^。]+)"
)
_TOLD_ALONE = pattern(r"\s*原(?:《[^》]{4,60}》|政策|办法|规定)[^;。]{0,30}(?:规定|为|是)")
# 其中规定的30万元标准不再执行: what was granted, and is no longer.
ENDED = pattern(r"\d[^;。]{0,30}(?:不再执行|停止执行|不再施行)|(?:不再执行|停止执行)[^;。]{0,30}\d")
_CHANGED = pattern(
    r"(?:[由从](?:原来的)?)(?P<old>[^,;。]{1,16}?)(?:提高|提升|降低|降|下调|上调|调整|增加|扩大|放宽|延长|缩短|压缩)[到至为](?P<new>[^,;。]{1,16})"
)
_ASPECT = pattern(r"比例|门槛|起点|期限|时限")
_OF_ASKING = pattern(
    r"新旧|原来|以前|原先|现在|修订|政策|旧|原|差|最高|最多|比例|门槛|上限|补助|补贴|奖励|多少"
)
_LEAST_FIT, _LONGEST_LABEL = 0.6, 16  # characters of the words before a sentence that head it: 技术改造。


@dataclass(frozen=True, kw_only=True)
class _Change:
    """A sentence that tells what held before and what holds now; `old` is the first of the two. `now` is the
    sentence before it where that alone tells the second."""

    paper: Paper
    span: Span
    old: str
    fit: float
    now: Span | None = None


def answer_about_former(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """What held before, alone where only that is asked, else with what holds now; None where neither is asked
    or no paper sets the two beside each other."""
    both = _BOTH_ASKED.search(frame.text) is not None
    if not both and not asks_for_former(frame.text) and not _BEFORE_ASKED.search(frame.text):
        return None
    terms = [bare for term in topics(frame) if len(bare := _OF_ASKING.sub("", term)) > 1]
    if not terms:
        return None
    found = [
        change for paper in papers_of(frame, collection) for change in _changes(paper, terms, frame.text)
    ]
    best = max(found, key=lambda each: each.fit, default=None)
    if best is None or best.fit < _LEAST_FIT:
        return None
    evidence = passage_evidence(best.paper, collection, start=best.span.start, end=best.span.end)
    told = as_printed(evidence.text) if both else as_printed(best.old)
    former = Statement(text=told, evidence=(evidence,))
    if not both or best.now is None:
        return Draft(statements=(former,))
    now = passage_evidence(best.paper, collection, start=best.now.start, end=best.now.end)
    return Draft(statements=(former, Statement(text=f"现在：{as_printed(now.text)}", evidence=(now,))))


def _changes(paper: Paper, terms: list[str], question: str) -> Iterator[_Change]:
    asked = _ASPECT.findall(question)
    found = pieces(paper.text)
    for last, span in zip([None, *found], found, strict=False):
        before = fold(paper.text[last.start : last.end]) if last is not None else ""
        printed = paper.text[span.start : span.end]
        said = fold(printed)
        apart, alone = _SET_APART.search(said), _TOLD_ALONE.match(said)
        if is_row(printed) or not (apart or alone or _CHANGED.search(said) or ENDED.search(said)):
            continue
        if any(each not in said for each in asked):
            continue
        old = printed[apart.start("old") : apart.end("old")] if apart else printed
        heads = before if alone or len(before) <= _LONGEST_LABEL else ""
        around = said + headings_over(paper.text, span) + heads
        fits = [term_match(term, around) for term in terms]
        if min(fits) >= PAIRED:
            now = last if alone else None
            yield _Change(paper=paper, span=span, old=old, fit=sum(fits) / len(fits), now=now)
