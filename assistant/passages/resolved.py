"""What did a meeting settle, item by item, behind the line that says so: 会议议定以下事项：一、……?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.evidence import Evidence
from assistant.passages.clause_window import cut
from assistant.passages.parting import with_colon
from assistant.policy.headings import documents_of
from assistant.question import QuestionFrame
from assistant.wording import as_printed
from language.text import Span, fold

_SETTLES = r"议定|决定|确定|明确|审议通过|研究决定|审定"
_ASKED = re.compile(
    rf"(?:{_SETTLES})了?(?:哪些|什么|哪几[项个件])|(?:{_SETTLES})的?(?:事项|内容)(?:有|是|包括)(?:哪些|什么)"
)
_LEADS = re.compile(rf"[^。\n]{{0,40}}(?:{_SETTLES})[^。\n]{{0,16}}[:：][ \t]*\n")
_ITEM = re.compile(
    r"[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.、．])\S"
)
_MOST, _ROOM, _LEAST_SHARE = 10, 600, 60


def tell_resolved(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The items that stand behind the line that leads to them, of the paper that the search finds first; None
    for another question, or where no paper has such a line."""
    if not _ASKED.search(frame.text):
        return None
    for paper in documents_of(frame, collection):
        lead = _LEADS.search(paper.text)
        items = list(_items(paper.text, lead.end())) if lead is not None else []
        if len(items) > 1:
            share = max(_LEAST_SHARE, _ROOM // len(items))
            evidence = [collection.evidence_at(paper.document.id, each.start, each.end) for each in items]
            return Draft(statements=tuple(_statement(each, limit=share) for each in evidence))
    return None


def _statement(evidence: Evidence, *, limit: int) -> Statement:
    """An item as one statement: the marker at its end is then of all that it says."""
    told = with_colon(as_printed(evidence.text)).rstrip("。").replace("。", "；")
    return Statement(text=cut(told, limit), evidence=(evidence,))


def _items(text: str, at: int) -> Iterator[Span]:
    """The lines of a list from `at` on, up to the first line that is no item of it."""
    found = 0
    while at < len(text) and found < _MOST:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        if line.strip():
            if not _ITEM.match(fold(line)) and not _ITEM.match(line):
                return
            found += 1
            yield Span(start=at + len(line) - len(line.lstrip()), end=at + len(line.rstrip()))
        at = end + 1
