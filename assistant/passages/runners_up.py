"""Which further sentences does an answer need, where the chooser is not sure of the first?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.draft import Statement
from assistant.matching import RELATED, SYNONYM, term_match
from assistant.passages.announcing import appended, titles
from assistant.passages.around import (
    ENOUGH_TOLD,
    MOST_SENTENCES,
    labels_district,
    names_speaker,
    only_announces,
    says_particular,
)
from assistant.passages.chosen import Chosen
from assistant.passages.kind_told import CAUSE
from assistant.passages.ranking import is_caption, only_praises, period_fit
from assistant.passages.sentences import Sentence
from assistant.passages.whereabouts import of_another_place, place_fit
from assistant.question import QuestionFrame
from assistant.wanted import asks_why
from language.pattern import pattern
from language.text import fold

_TOLD = 0.9  # the same of further sentences, but of how something is done: its neighbours tell that
_WORTH = 0.04  # of the chooser's shares, the least that a further sentence must have


def runners_up(
    statements: Sequence[Statement], chosen: Chosen, frame: QuestionFrame, *, room: int
) -> list[Sentence]:
    """The likeliest sentences not told yet, until the answer is likely enough or full; best first.

    `room` is in characters. Nothing is added to three sentences, nor anything of another place.
    """
    spans = [(e.document.id, e.start, e.end) for s in statements for e in s.evidence]
    told = sum(chosen.shares.get((document, start), 0.0) for document, start, _ in spans)
    room -= sum(len(s.text) for s in statements)
    whole = _says_all(frame.terms, fold("".join(e.text for s in statements for e in s.evidence)))
    if _needs_none(statements, frame, whole=whole):
        return []
    needed = ENOUGH_TOLD if "how" in frame.wants else _TOLD
    found: list[Sentence] = []
    for one in sorted(chosen.ranked, key=lambda one: -chosen.share(one.sentence)):
        sentence, share = one.sentence, chosen.share(one.sentence)
        if told >= needed or share < _WORTH or len(spans) >= MOST_SENTENCES:
            break
        if _told(sentence, spans) or len(sentence.text) > room or _repeats(sentence, statements, found):
            continue
        if not _is_of_the_question(sentence, frame) or not _tells_more(sentence, frame, whole=whole):
            continue
        found.append(sentence)
        spans.append((sentence.document.id, sentence.start, sentence.end))
        told += share
        room -= len(sentence.text)
    return found


def _needs_none(statements: Sequence[Statement], frame: QuestionFrame, *, whole: bool) -> bool:
    """Whether all that is asked for is told: every amount, the day, or the reason."""
    if whole and frame.asks_number and _tells_amounts(statements, frame):
        return True
    if "date" in frame.wants and _asks_one_day(frame.text) and _tells_day(statements):
        return True
    return asks_why(frame.text) and any(CAUSE.search(statement.text) for statement in statements)


def _is_of_the_question(sentence: Sentence, frame: QuestionFrame) -> bool:
    """Whether a sentence is of no other time and no other place than asked."""
    if sentence.periods and period_fit(sentence, frame) < 0:
        return False
    elsewhere = "how" in frame.wants and of_another_place(sentence, frame)
    return not elsewhere and place_fit(sentence, frame) >= 0


def _tells_more(sentence: Sentence, frame: QuestionFrame, *, whole: bool) -> bool:
    """Whether a sentence tells something particular: where all is told already, of a word asked."""
    if only_announces(sentence.text) or is_caption(sentence.folded) or only_praises(sentence.folded):
        return False
    if names_speaker(sentence.text) and "person" not in frame.wants:
        return False
    if labels_district(sentence, frame):
        return False
    if titles(sentence.text) or appended(sentence.text):
        return False
    if _WHO_SPOKE.search(sentence.folded) and not _MEETING_ASKED.search(frame.text):
        return False
    if _SAYS_NOTHING.search(sentence.text.strip("*# \u3000")):
        return False
    of_a_person = whole and frame.places and "person" in frame.wants
    if of_a_person and not _says_all(frame.terms, sentence.folded):
        return False
    return says_particular(sentence, frame) and (not whole or _says_any(frame.terms, sentence.folded))


# 会上，甲县、乙县作了交流发言 tells nothing of what they did.
_WHO_SPOKE = pattern(
    r"作了?[一-鿿]{0,6}(?:发言|汇报|通报)[。；;]|(?:出席|参加)(?:会议|活动|调研)。$"
    r"|月\d{1,2}日[，,](?!.*\d[个家亿万])[^。；;]*(?:会|式|节)[”\"]?(?:在[^，,。]{2,12})?(?:召开|举行|举办|开幕)。$"
)
_MEETING_ASKED = pattern(r"会|发言|出席|参加|谁|哪[些个位]")
_DAY_ASKED = pattern(r"哪[几一]?天|几号|什么时候|何时|几月")


def _asks_one_day(text: str) -> bool:
    """哪天开工 asks for one; 说哪天投产 asks what was announced too."""
    return _DAY_ASKED.search(text) is not None and not re.search(
        r"后来|之后|结果|分别|说|原定|计划|预计", text
    )


def _tells_day(statements: Sequence[Statement]) -> bool:
    return any(re.search(r"\d{1,2}月\d{1,2}日", fold(statement.text)) for statement in statements)


_AMOUNT_ASKED = pattern(r"多少|几[个家项次场座条]|多大")
_AMOUNT = pattern(r"\d[\d.,]*(?!年|月|日|[\d.,])")


def _tells_amounts(statements: Sequence[Statement], frame: QuestionFrame) -> bool:
    """Whether the statements tell at least as many amounts as are asked for."""
    told = {number for statement in statements for number in _AMOUNT.findall(fold(statement.text))}
    return len(told) >= len(_AMOUNT_ASKED.findall(frame.text)) > 0


_SAYS_NOTHING = pattern(r"[：:]$")  # what leads to a list that is not shown


def _says_all(terms: Sequence[str], told: str) -> bool:
    """Whether what is told says every word asked: then what says none of them is of something else."""
    return bool(terms) and all(term_match(term, told) >= SYNONYM for term in terms)


def _says_any(terms: Sequence[str], told: str) -> bool:
    return any(term_match(term, told) >= RELATED for term in terms)


def _told(sentence: Sentence, spans: Sequence[tuple[str, int, int]]) -> bool:
    return any(d == sentence.document.id and a < sentence.end and sentence.start < b for d, a, b in spans)


def _repeats(sentence: Sentence, statements: Sequence[Statement], found: Sequence[Sentence]) -> bool:
    """Whether another document, or another page of this one, was quoted with the same words."""
    quoted = [e.text for s in statements for e in s.evidence] + [s.text for s in found]
    return sentence.text in quoted
