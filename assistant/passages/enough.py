"""Does the best sentence say enough of what is asked to be shown as the answer?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.choice import shipped_chooser
from assistant.choice.limits import shipped_limits
from assistant.collection import Collection
from assistant.figures.owner_asked import is_of_named
from assistant.matching import term_match
from assistant.names import core_name, is_example
from assistant.passages.chosen import Chosen
from assistant.passages.coverage import shipped_enough
from assistant.passages.figure_told import POLICY_ASKED, lacks_figure
from assistant.passages.judged import Judged, judge
from assistant.passages.kind_told import lacks_kind
from assistant.passages.ranking import (
    ANAPHOR,
    Scored,
    asked_noun,
    counted_phrases,
    doing_asked,
    name_fit,
    period_fit,
    told_of_another_time,
)
from assistant.passages.sentences import Sentence
from assistant.passages.subject_told import lacks_subject
from assistant.passages.whereabouts import asks_figure, is_silent, of_another_place, place_fit
from assistant.question import QuestionFrame
from language.divisions import LEVELS
from language.nation import names_whole, whole_asked
from language.period import find_periods
from language.text import fold
from language.words import tagged

ENOUGH, ENOUGH_SPECIFIC = 0.5, 0.62
SURE_ENOUGH, PLAIN = 0.25, 0.9


def first_that_says_enough(
    ranked: Iterable[Scored], frame: QuestionFrame, chosen: Chosen, collection: Collection
) -> Scored | None:
    """The first sentence that says enough: most of the words, the place, and every word that singles the
    question out.

    After one that is too unlikely only a certain one will do: of several, one is always like it.
    """
    doubted = False
    for one in ranked:
        if (
            _explains(one, frame)
            or _lists_it(one, frame, collection)
            or _enumerates(one, frame)
            or _tells_counted(one, frame)
        ):
            return one
        judged = judge(one, frame, chosen, collection)
        trusted = not doubted or judged.likely >= shipped_enough().certain
        if trusted and not any(fails(judged) for fails in _FAILS) and _says_words(judged):
            return one
        doubted = doubted or _is_unlikely(judged)
    return None


def _explains(one: Scored, frame: QuestionFrame) -> bool:
    """Whether the sentence prints the very formula of which the question only asks what it is: “3+2+N”."""
    quoted = [fold(each) for each in frame.quoted]
    alone = "definition" in frame.wants and len(quoted) == 1
    return alone and _FORMULA.fullmatch(quoted[0]) is not None and quoted[0] in one.sentence.folded


def _lists_it(one: Scored, frame: QuestionFrame, collection: Collection) -> bool:
    """Whether a paper that tells of the one thing asked about lists what it does in the words asked: 重点发展
    甲、乙 for 重点发展哪些产业."""
    does = doing_asked(frame.text) if len(frame.surfaces) == 1 else ""
    if not does or "、" not in one.sentence.folded or does not in one.sentence.folded:
        return False
    return frame.surfaces[0] in collection.folded(one.sentence.document.id)


def _enumerates(one: Scored, frame: QuestionFrame) -> bool:
    """Whether a sentence of the place asked about lists what is to be listed: 甲、乙2个千亿级产业集群."""
    noun = asked_noun(frame) if frame.places and "list" in frame.wants else ""
    if len(noun) < _PARTICULAR or noun not in one.sentence.folded or one.place < 0:
        return False
    if period_fit(one.sentence, frame) < 0:
        return False
    return re.search(rf"、[^，,。、]{{2,14}}{re.escape(noun)}", one.sentence.folded) is not None


def _tells_counted(one: Scored, frame: QuestionFrame) -> bool:
    """Whether a sentence that says all that is asked names what is counted, one thing after the other:
    “…”“…”、…三条主线."""
    asked = frame.wants & {"definition", "list"} and one.words >= PLAIN and one.place >= 0
    told = one.sentence.folded
    return bool(asked) and any(
        phrase in told and re.search(r"[、”\"]", told[: told.find(phrase)])
        for phrase in counted_phrases(frame.text)
    )


_PARTICULAR = 4  # characters of a noun that says what is meant by itself
_FORMULA = re.compile(r"[\dA-Za-z一-鿿]{1,4}(?:\+[\dA-Za-z一-鿿]{1,4}){1,5}")


def _is_unlikely(judged: Judged) -> bool:
    """What names nothing the collection knows must be likelier to be answered than what does."""
    frame, enough = judged.frame, shipped_enough()
    # Clauses of policies are no news and no encyclopaedia, and how something is done is not one thing told:
    # the chooser has learnt neither, the rules judge.
    clause = bool(frame.place_names) and bool(POLICY_ASKED.search(frame.text))
    at_length = judged.known and bool({"how", "list"} & frame.wants)
    named = judged.known or judged.alone  # the chooser knows of nothing else that is like it
    least = enough.at_length if at_length else enough.known if named else enough.at_large
    if judged.likely < least and not clause:
        return True
    # A figure told in all the words of another thing is that thing's: the chooser must believe it too.
    doubted = judged.chosen.answered < shipped_limits().unlikely_at_large and judged.best.words < PLAIN
    return asks_figure(frame) and not judged.known and doubted


def _is_elsewhere(judged: Judged) -> bool:
    sentence, frame = judged.sentence, judged.frame
    told = not asks_figure(frame) and judged.likely >= shipped_enough().certain  # though in many papers alike
    silent = (judged.sure or told) and is_silent(sentence, frame, judged.collection)
    if frame.place_names and place_fit(sentence, frame) < 0 and not silent:
        return True
    told_of = sentence.folded + fold(sentence.document.title)
    if asks_figure(frame) and not names_whole(told_of, whole_asked(frame.text)):
        return True  # 全国出口多少 is not what a city's paper tells of the city
    return "how" in frame.wants and of_another_place(sentence, frame)


def _is_of_another(judged: Judged) -> bool:
    """Of another thing, another number of a row, or another time than a figure is asked of."""
    frame, sentence, words = judged.frame, judged.sentence, judged.best.words
    if asks_figure(frame) and any(is_example(name, sentence.folded) for name in frame.names):
        return "等" not in frame.text
    if frame.asks_number and told_of_another_time(sentence, frame):
        return True
    if _filed_for_others(sentence, frame):
        return True
    if frame.names and name_fit(sentence, frame) < 0:
        if set(judged.collection.names.find(sentence.text)) - set(frame.names):
            return True  # it tells of another thing that the collection knows
        named = any(name in judged.told for name in frame.surfaces)
        if not (judged.sure and words >= ENOUGH) and (words < ENOUGH_SPECIFIC or not named):
            return True
    if _FIRST_ASKED.search(frame.text) and not _FIRST_TOLD.search(judged.around):
        return True
    return any(
        re.search(rf"第{ordinal}", frame.text) and f"第{ordinal}" not in judged.around
        for ordinal in re.findall(r"第([一二三四五六七八九十\d]+)(?:届|期|批|号|条|次)", frame.text)
    )


def _filed_for_others(sentence: Sentence, frame: QuestionFrame) -> bool:
    """Whether an amount is asked of a thing that only the sentence before names, and the ledger has every
    amount of this one for others: 全市还将设立规模8亿元的基金, behind what 前湾基金 brought."""
    said = any(name in sentence.folded for name in (*map(core_name, frame.names), *frame.surfaces))
    if (
        not (frame.names and asks_figure(frame) and sentence.figures)
        or said
        or ANAPHOR.match(sentence.folded)
    ):
        return False
    others = [row for row in sentence.figures if not is_of_named(row, frame)]
    return len(others) == len(sentence.figures) and _OF_ALL.search(sentence.folded) is not None


_OF_ALL = re.compile(rf"(?:全|我|本)[{LEVELS}]")  # whose it is, the sentence says itself


_FIRST_ASKED = re.compile(r"首[任位届]|第一[任位]")
_FIRST_TOLD = re.compile(r"首[任位届个次]|第一|最早")


def _lacks_noun(judged: Judged) -> bool:
    """Whether a noun that the question turns on is said nowhere, or nothing asked of a named thing is."""
    frame, around = judged.frame, judged.around
    # Of an amount, the rare noun says for what: 硕士 is more than half of 企业引进硕士补贴.
    weight = shipped_chooser().rarity if "number" in frame.wants else len
    nouns = {term: weight(term) for term in frame.terms if _is_noun(term) and term != asked_noun(frame)}
    unsaid = [
        term for term in nouns if _is_unsaid(term, judged.chosen.ranked) and term_match(term, around) < 0.5
    ]
    # A figure of something the documents never name is nobody's, however sure the chooser is.
    trusted = judged.sure and "number" not in frame.wants
    if unsaid and not trusted and sum(nouns[term] for term in unsaid) > 0.34 * sum(nouns.values()):
        return True
    answered = any(term_match(term, around) >= 0.5 for term in frame.terms)
    return bool(frame.names and frame.terms) and "number" in frame.wants and not answered


def _lacks_quoted(judged: Judged) -> bool:
    quoted = map(fold, judged.frame.quoted)
    return judged.best.words < 0.75 and any(each not in judged.around for each in quoted)


_FAILS = (
    _is_unlikely, lacks_subject, _is_elsewhere, _is_of_another, lacks_kind, _lacks_noun, lacks_figure,
    _lacks_quoted,
)  # fmt: skip


def _says_words(judged: Judged) -> bool:
    """Whether it says as many of the words as an answer of the kind must, of the time asked about."""
    frame, sentence, words = judged.frame, judged.sentence, judged.best.words
    if frame.quoted and all(fold(quoted) in sentence.folded for quoted in frame.quoted):
        return words >= 0.3
    noun = asked_noun(frame)
    named = noun and term_match(noun, sentence.folded) > 0.8 and place_fit(sentence, frame) > 0
    if named and period_fit(sentence, frame) >= 0:
        return words >= 0.35
    # That a paper names the year somewhere does not date what it tells of a district.
    filed = asks_figure(frame) or bool(frame.place_names)
    told = judged.around if filed else judged.told
    in_words = judged.sure and all(
        frame.text[period.start : period.end] in told or (len(period.label) == 4 and period.label in told)
        for period in frame.periods
    )
    of_another_time = _is_untimely(judged) or told_of_another_time(sentence, frame)
    if frame.period_labels and of_another_time and not in_words:
        return False
    needed = ENOUGH_SPECIFIC if {"number", "date", "person"} & frame.wants else ENOUGH
    # A paper on the matter says all the words and need not answer, where the chooser doubts that any does.
    doubted = judged.chosen.answered < shipped_limits().unlikely
    return words >= (needed if not judged.sure else ENOUGH if doubted else SURE_ENOUGH)


def _is_untimely(judged: Judged) -> bool:
    """Whether it is of another period; an undated sentence of an undated paper may be of any, if no figure
    is asked."""
    sentence, frame = judged.sentence, judged.frame
    undated = not sentence.document.reference_date and not find_periods(sentence.text, reference=None)
    if undated and not asks_figure(frame) and judged.likely >= shipped_enough().certain:
        return False
    return period_fit(sentence, frame) < 0


@lru_cache(maxsize=4096)
def _is_noun(term: str) -> bool:
    tags = [token.tag for token in tagged(term)]
    return (
        bool(tags) and (not tags[-1] or tags[-1].startswith(("n", "eng", "vn", "l", "j"))) and len(term) > 1
    )


def _is_unsaid(term: str, ranked: Sequence[Scored]) -> bool:
    """A noun found in almost none of the candidates: what the question turns on may not be in the
    documents at all."""
    if re.search(r"情况|方面|资料|说的|到底|具体|时候|意思", term):
        return False
    return not any(term_match(term, one.sentence.folded) >= 0.5 for one in ranked[:120])
