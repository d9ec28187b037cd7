"""How is a headed part of a paper told: its items one by one, its table row by row, its sentences?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.passages.announcing import appended
from assistant.passages.conditional import is_in_period
from assistant.passages.table_row import row_in_words
from assistant.passages.written_table import written_rows
from assistant.policy.headings import Told, papers_of, part_named, part_with_aspect
from assistant.policy.pieces import pieces
from assistant.policy.rules import passage_evidence
from assistant.projects.parks import papers_on_park
from assistant.question import QuestionFrame
from assistant.versions import asks_for_old, is_policy, succession
from assistant.wording import as_printed
from language.outline import Part, inside, outline
from language.text import Span, fold, is_note, sentences

MOST_CHARS = 620  # of all that is told: a list has 700
_LONG = 90  # characters of an item that is told in its first sentence where there is no room for all
_MOST_ITEMS, _MOST_OF_ITEM = 14, 4  # items, and sentences of one
_LOOKED_UP = ("lookup", "list", "change", "compare")
_FIGURE = re.compile(r"\d(?:\.\d+)?\s*(?:[%‰万亿元美个家项名人天年月日户亩吨台套]|平方米)")
_ENDS_PART = re.compile(r"\n[ \t\u3000]*\n")


def answer_for_aspect(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The materials, conditions, steps … that a paper puts under a heading of their own; else None."""
    told = part_with_aspect(frame, collection) if frame.operation in _LOOKED_UP else None
    return tell(told, collection) if told is not None else None


def answer_under_heading(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """What a paper says under the heading that the question repeats; None where none is repeated, or where
    it says nothing of the kind asked for."""
    if frame.operation not in _LOOKED_UP or {"person", "definition"} & frame.wants:
        return None
    if len(frame.places) > 1:
        return _of_each_place(frame, collection)
    told = part_named(frame, collection)
    if told is None or not _is_of_kind(told, frame) or not _names_it(told, frame, collection):
        return None
    if is_policy(told.paper.document) and not _is_in_force(told, frame, collection):
        return None
    draft = tell(told, collection, dated="date" in frame.wants)
    if draft is None or not (frame.asks_number and frame.periods_asked):
        return draft
    # 一季度开工率多少 is not what the plan for the year aims at
    return draft if any(is_in_period(one, frame, collection) for one in draft.statements) else None


def _is_in_force(told: Told, frame: QuestionFrame, collection: Collection) -> bool:
    """Whether no later paper that the search finds holds in its place, or the old one is asked for."""
    papers = papers_of(frame, collection)
    texts = {paper.document.id: paper.text for paper in papers}
    after = succession(told.paper.document, [paper.document for paper in papers], text_of=texts)
    # Papers of two cities may bear one title: only what says so itself takes a paper out of force here.
    return after is None or not after.repealed or asks_for_old(frame.text, told.paper.document)


def _names_it(told: Told, frame: QuestionFrame, collection: Collection) -> bool:
    """Whether the paper speaks of the thing or park that is named: 甲园的三项机制 are none of 乙市's."""
    said = fold(told.paper.text)
    within = papers_on_park(frame.text, collection)
    named = not frame.surfaces or any(surface in said for surface in frame.surfaces)
    return named and (not within or told.paper.document.id in within)


def _of_each_place(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """What the papers of each place say, under its name; None where one of them says nothing."""
    drafts = [answer_under_heading(replace(frame, places=(place,)), collection) for place in frame.places]
    statements: list[Statement] = []
    for place, draft in zip(frame.places, drafts, strict=True):
        if draft is None:
            return None
        first, *rest = draft.statements
        statements += [replace(first, text=f"{place.name}：{first.text}"), *rest]
    return Draft(statements=tuple(statements))


def _is_of_kind(told: Told, frame: QuestionFrame) -> bool:
    """Whether a number or a date is told where one is asked for."""
    said = fold(told.paper.text[told.part.body : told.part.end])
    if (asked := re.search(r"奖励|处罚|处理", frame.text)) and asked.group()[0] not in said + told.part.head:
        return False
    kinds = (("number", r"\d"), ("date", r"\d{1,2}月|\d日|\d年|每年|每季|季度|年底"))
    return all(re.search(pattern, said) for kind, pattern in kinds if kind in frame.wants)


_BY_WHEN = re.compile(r"\d{1,2}月|\d日|年底前?|长期")


def tell(told: Told, collection: Collection, *, dated: bool = False) -> Draft | None:
    """All that stands under a heading, in its order, a note in brackets only where it says by when as is
    asked; None where that is nothing or too long to be told."""
    items = inside(told.part, outline(told.paper.text))
    spans = list(_item_spans(told, items)) if items else list(_plain_spans(told))
    said = (told.paper.text[span.start : span.end].strip() for span in spans)
    spans = [
        s
        for s, words in zip(spans, said, strict=True)
        if words and (not is_note(words) or (dated and _BY_WHEN.search(words)))
    ]
    while len(spans) > 1 and appended(last := told.paper.text[spans[-1].start : spans[-1].end]):
        if dated and _BY_WHEN.search(last):
            break
        spans.pop()  # who signs the paper
    if sum(span.end - span.start for span in spans) > MOST_CHARS:
        spans = [_opening(told.paper.text, span) for span in spans]
    if not spans or len(spans) > _MOST_ITEMS or sum(s.end - s.start for s in spans) > MOST_CHARS:
        return None
    rows = _rows(told, spans)
    statements = tuple(
        Statement(
            text=rows.get(span.start) or as_printed(told.paper.text[span.start : span.end]), evidence=(own,)
        )
        for span in spans
        for own in (passage_evidence(told.paper, collection, start=span.start, end=span.end),)
    )
    return Draft(statements=_headed(told, statements))


def _headed(told: Told, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The first statement under the heading, unless the heading is a question, which is answered."""
    if told.part.asks or not told.part.head:
        return statements
    first = statements[0]
    named = told.part.mark if told.part.mark.endswith("条") else ""
    text = f"{named}{told.part.head}：{first.text}"
    return (Statement(text=text, evidence=first.evidence), *statements[1:])


def _item_spans(told: Told, items: list[Part]) -> Iterator[Span]:
    """What leads to the items, the items, and what follows the last of them."""
    lead = told.paper.text[told.part.body : items[0].start]
    if lead.strip():
        yield from pieces(told.paper.text, start=told.part.body, end=items[0].start)
    for item in items:
        end = _paragraph_end(told.paper.text, item)
        yield from islice(_item_sentences(told.paper.text, item.start, end), _MOST_OF_ITEM)


def _item_sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """An item in one piece up to its first line break; what follows that, sentence by sentence, as an item
    with figures before its last sentence: each sentence with a figure shows its source."""
    line = text.find("\n", start, end)
    stop = end if line < 0 else line
    told = sentences(text, start=start, end=stop)
    if any(_FIGURE.search(text, span.start, span.end) for span in told[:-1]):
        yield from told
    else:
        yield _trimmed(text, start, stop)
    if line >= 0 and text[line:end].strip():
        yield from pieces(text, start=line, end=end)


def _plain_spans(told: Told) -> Iterator[Span]:
    end = _paragraph_end(told.paper.text, told.part, least=_LONG)
    yield from pieces(told.paper.text, start=told.part.body, end=end)


def _paragraph_end(text: str, part: Part, *, least: int = 0) -> int:
    """Where a part ends that nothing after it closes: at an empty line, as what follows is no more of it."""
    if part.end < len(text) and not _is_last(text, part):
        return part.end
    least = least if "\n" in text[part.start : part.body + 1] else 0  # a heading in the line it heads
    blank = _ENDS_PART.search(text, min(part.end, part.body + least), part.end)
    return blank.start() if blank and text[part.body : blank.start()].strip() else part.end


def _is_last(text: str, part: Part) -> bool:
    parts = outline(text)
    after = next((each for each in parts if each.start >= part.end), None)
    return after is None or after.depth < part.depth


def _opening(text: str, span: Span) -> Span:
    if span.end - span.start <= _LONG:
        return span
    return sentences(text, start=span.start, end=span.end)[0]


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    return Span(start=begin, end=max(begin, start + len(piece.rstrip())))


def _rows(told: Told, spans: list[Span]) -> dict[int, str]:
    """The rows of a table, each with the headings of its columns, by where they start; its heading is
    dropped from `spans`."""
    text = told.paper.text
    rows = {_trimmed(text, row.line.start, row.line.end).start: row for row in written_rows(text)}
    headings = {_trimmed(text, row.heading.start, row.heading.end).start for row in rows.values()}
    spans[:] = [span for span in spans if span.start not in headings]
    own = {span.start: rows[span.start] for span in spans if span.start in rows}
    return {start: row_in_words(row.columns, row.printed.strip()) for start, row in own.items()}
