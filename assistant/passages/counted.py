"""Answers which things the documents count out by name: the five of 五个统筹, the four of 四张牌."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import compress

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.passages.ranking import Scored, name_fit, rank_sentences
from assistant.passages.sentences import Sentence
from assistant.passages.whereabouts import place_fit
from assistant.projects.parks import papers_on_park
from assistant.question import QuestionFrame
from assistant.refusal import refuse
from assistant.wording import tidy
from language.counted import (
    AskedCount,
    Counted,
    asked_counts,
    ends_alike,
    groups_named,
    items_beside,
    lists,
    names_of,
    opening,
    opens_alike,
)
from language.place import short_name
from language.text import Span, fold, sentences

REACH = 1_600  # characters after the group's name in which its items may stand, marked one by one
LONGEST = 160  # characters of a group that is shown in one piece; of a longer one, what each item opens with
_ORDINARY = re.compile(r"城市|地区|区域|地方|国家|省份|产业|行业|企业|部门|园区|项目")  # 哪四个城市驻点
_COINED = 3  # two of a kind may be anybody's count


def answer_counted(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The items of each group asked for, in their own words; a refusal where no document counts so many.

    None where no such group is asked for, or its items stand in no form that can be told apart.
    """
    if frame.operation not in ("lookup", "list", "count", "compare"):
        return None
    groups = asked_counts(frame.text)
    drafts = [_answer(asked, frame, collection) for asked in groups]
    told = [draft for draft in drafts if draft is not None and not draft.refused]
    if not told or len(drafts) == 1:
        return drafts[0] if drafts else None
    untold = [group.noun for group, draft in zip(groups, drafts, strict=True) if draft not in told]
    return replace(
        told[0],
        statements=tuple(each for draft in told for each in draft.statements),
        notes=tuple(f"资料没有逐项说明“{noun}”" for noun in untold),
    )


def _answer(asked: AskedCount, frame: QuestionFrame, collection: Collection) -> Draft | None:
    within = papers_on_park(frame.text, collection)  # 甲智造园的三项机制 are none of another's paper
    found = [
        one for one in rank_sentences(frame, collection) if not within or one.sentence.document.id in within
    ]
    fits = [_fits(one.sentence, frame) for one in found]
    ranked = [*compress(found, fits)]
    others = [one for one, fit in zip(found, fits, strict=True) if not fit]
    # 共享北湖的八找: a place's short name may be part of what something is called.
    named = (one for one in others if asked.coined and _is_named(one, frame, collection))
    for one in (*ranked, *_counted_later(ranked, others, asked), *named):
        if (draft := _told(one, asked, collection)) is not None:
            return draft
    for one in ranked if asked.number >= _COINED else ():
        text = one.sentence.text
        alike = (each for each in lists(text, asked.number) if ends_alike(text, each, asked.noun))
        if counted := next(alike, None) or opens_alike(text, asked):
            return _draft(one, counted, text, collection)
    quoted = any(asked.noun in quoted for quoted in frame.quoted)
    coined = asked.coined and not _ORDINARY.match(asked.noun)
    unheard = asked.number >= _COINED and (coined or quoted)
    if unheard and not any(_may_tell(asked, one.sentence, quoted=quoted) for one in ranked):
        return refuse(frame, collection)
    return None


def tell_group_named(one: Scored, collection: Collection) -> tuple[Statement, ...]:
    """The items of a group that a sentence only names, told by those after it: 坚持“四个全力”. 全力…"""
    for group in groups_named(one.sentence.text):
        told = _told(one, group, collection)
        if told is not None and all(said.evidence[0].start >= one.sentence.end for said in told.statements):
            return told.statements
    return ()


def _fits(sentence: Sentence, frame: QuestionFrame) -> bool:
    return place_fit(sentence, frame) >= 0 and name_fit(sentence, frame) >= 0


def _counted_later(ranked: Sequence[Scored], others: Sequence[Scored], asked: AskedCount) -> list[Scored]:
    """Sentences that print the group's name where one on what is asked about has it too: 甲园有三项机制 …
    三项机制，说的是….

    Only of the same document.
    """
    announced = {one.sentence.document.id for one in ranked if any(names_of(asked, one.sentence.text))}
    later = (one for one in others if one.sentence.document.id in announced)
    return [one for one in later if any(names_of(asked, one.sentence.text))]


def _is_named(one: Scored, frame: QuestionFrame, collection: Collection) -> bool:
    if one.sentence.places and frame.place_names.isdisjoint(one.sentence.places):
        return False  # 乙区打造两个千亿级产业 is none of 甲区's
    told = collection.folded(one.sentence.document.id)
    return name_fit(one.sentence, frame) >= 0 and all(short_name(n) in told for n in frame.place_names)


def _told(one: Scored, asked: AskedCount, collection: Collection) -> Draft | None:
    sentence = one.sentence
    text = collection.text(sentence.document.id)[sentence.start : sentence.end + REACH]
    for name in names_of(asked, sentence.text):
        if found := items_beside(text, name, asked.number):
            return _draft(one, found, text, collection)
    return None


def _draft(one: Scored, found: Counted, text: str, collection: Collection) -> Draft:
    whole = found.whole
    inside = all(whole.start <= item.start and item.end <= whole.end for item in found.items)
    if inside and whole.end - whole.start <= LONGEST:
        pieces: Sequence[Span] = (whole,)
    else:
        pieces = [opening(text, item) for item in found.items]
    return Draft(
        statements=tuple(
            Statement(
                text=tidy(text[piece.start : piece.end]),
                evidence=(_around(one.sentence, piece, text, collection).evidence(),),
            )
            for piece in pieces
        ),
        strength=max(one.words, 0.8),
    )


def _around(sentence: Sentence, piece: Span, text: str, collection: Collection) -> Sentence:
    """What a piece stands in, to its end: the sentence, or one after it; `text` is the document's from the
    first one on."""
    first = Span(start=0, end=sentence.end - sentence.start)
    spans = [first, *(span for span in sentences(text) if span.start >= first.end)]
    held = next((span for span in spans if span.start <= piece.start < span.end), piece)
    begin, stop = held.start, max(held.end, piece.end)
    start, end = sentence.start + begin, sentence.start + stop
    figures = tuple(
        row for row in collection.figures_in(sentence.document.id) if start <= row.raw_start < end
    )
    return replace(sentence, text=text[begin:stop], start=start, end=end, figures=figures)


def _may_tell(asked: AskedCount, sentence: Sentence, *, quoted: bool) -> bool:
    """Whether the name stands there with its number, or (unless the question quotes it) its noun and as long
    a list."""
    if any(True for _ in names_of(asked, sentence.text)):
        return True
    said = not quoted and asked.noun in fold(sentence.text + sentence.before + sentence.section)
    return said and any(True for _ in lists(sentence.text, asked.number))
