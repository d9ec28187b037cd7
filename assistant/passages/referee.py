"""Does the text tell better what a ledger row was found for? A row that only resembles gives way."""

from __future__ import annotations

import re

from assistant.choice.asking import asking
from assistant.choice.limits import shipped_limits
from assistant.collection import Collection
from assistant.draft import Draft
from assistant.figures.companions import asks_several
from assistant.passages.chosen import Chosen, choose
from assistant.passages.extractive import answer_from_text
from assistant.question import QuestionFrame
from language.divisions import LEVELS
from language.text import fold

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_OF_ALL = re.compile(rf"[全本我][{LEVELS}]")  # of the place that the collection is of
_BRACKETS = re.compile(r"\([^()]*\)")
_CLOSE = 0.8  # of the question's words in the row: nearer than that it is the row asked for
_SHARE = 0.5  # of the chooser's shares, what the one sentence has that answers
_PASSED_OVER = 0.02  # the share of the row's own sentence that says: not this one
_OUTDONE = 0.15  # the same beside the best one's share, where nothing singles a row out


def better_told(draft: Draft, frame: QuestionFrame, collection: Collection) -> Draft:
    """The draft, or the text's answer: where the chooser is sure of a sentence and passes the row's over, or
    where it is the row's own sentence, which tells several things, and the row may be another of them."""
    singled = frame.singled_out or bool(_OF_ALL.search(frame.text))
    if draft.rows or draft.refused or (singled and _is_settled(draft, frame)):
        return draft
    chosen = choose(frame, collection)
    best, own = max(chosen.shares.values(), default=0.0), _share(draft, chosen)
    if chosen.answered >= shipped_limits().sure and _of_other_unit(draft, frame):
        told = answer_from_text(frame, collection)
        if told is not None and not _of_other_unit(told, frame):
            return told
    limits = shipped_limits()
    least = limits.certain if singled else limits.sure  # a row of no one in particular is only like it
    if chosen.answered < least or best < _SHARE:
        return draft
    passed_over = own < (_PASSED_OVER if singled else _OUTDONE * best)
    same_sentence = draft.strength < _CLOSE and own >= _SHARE
    if not passed_over and not same_sentence:
        return draft
    in_table = "\t" in draft.statements[0].evidence[0].text  # which the chooser does not read as a sentence
    if (in_table or not passed_over) and singled and asks_several(frame) and len(_numbers(draft)) > 1:
        return draft  # the row and what goes with it, of the place asked about: all that is asked
    told = answer_from_text(frame, collection)
    if told is None or _loses_what_is_named(draft, told, frame):
        return draft
    return told if passed_over or _numbers(draft) <= _numbers(told) else draft


def _loses_what_is_named(draft: Draft, told: Draft, frame: QuestionFrame) -> bool:
    """Whether a rate, a trade or a kind of projects is asked for by name (开工率, 合同项目), which the row
    tells and the text does not."""
    named = [term for term in frame.terms if term.endswith(("率", "业")) and len(term) > 1]
    named += [kind for term in frame.terms if (kind := f"{term}项目") in frame.text]
    return any(_says(draft, term) and not _says(told, term) for term in named)


def _says(draft: Draft, word: str) -> bool:
    return any(word in _BRACKETS.sub("", fold(statement.text)) for statement in draft.statements)


def _of_other_unit(draft: Draft, frame: QuestionFrame) -> bool:
    """多少页 is not answered by 17份."""
    unit = asking(frame.text).unit
    said = fold("".join(statement.text for statement in draft.statements))
    return bool(unit) and re.search(rf"[\d一二三四五六七八九十百千]\s*个?(?:{unit})", said) is None


def _numbers(draft: Draft) -> set[str]:
    """The numbers a draft tells, without the heads that say whose they are and of when."""
    return {
        number
        for statement in draft.statements
        for number in _NUMBER.findall(fold(statement.text).split(":")[-1])
    }


def _is_settled(draft: Draft, frame: QuestionFrame) -> bool:
    """A question of a place, a name, a time or a size class whose row says nearly all of it."""
    return frame.operation != "lookup" or draft.strength >= _CLOSE


def _share(draft: Draft, chosen: Chosen) -> float:
    """The shares of the sentences that a draft quotes, in all."""
    quoted = [e for statement in draft.statements for e in statement.evidence]
    return sum(
        share
        for (document, start), share in chosen.shares.items()
        if any(e.document.id == document and e.start <= start < e.end for e in quoted)
    )
