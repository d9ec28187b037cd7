"""Does the best sentence say enough of what is asked to be shown as the answer?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.choice.limits import shipped_limits
from assistant.collection import Collection
from assistant.figures.lookup import fits_place, fits_threshold
from assistant.figures.periods_asked import fits_period, only_begins
from assistant.figures.units_asked import fits_unit
from assistant.matching import tells_amount, term_match
from assistant.passages.chosen import Chosen
from assistant.passages.coverage import shares_of, shipped_enough
from assistant.passages.disagreement import value_said
from assistant.passages.ranking import (
    PERSON_SAID,
    Scored,
    asked_noun,
    name_fit,
    period_fit,
    told_of_another_time,
)
from assistant.passages.sentences import Sentence
from assistant.passages.table_row import row_pieces
from assistant.passages.whereabouts import asks_figure, is_silent, of_another_place, place_fit
from assistant.question import QuestionFrame
from language.period import find_periods
from language.place import short_name
from language.quantity import find_quantities
from language.text import fold
from language.words import tagged

ENOUGH, ENOUGH_SPECIFIC = 0.5, 0.62
SURE_SHARE = 0.25  # of the chooser's shares, what the sentence has where the chooser is sure of it
SURE_ENOUGH, PLAIN = 0.25, 0.9
_ROLE = re.compile(
    r"书记|局长|主任|市长|区长|县长|关长|会长|董事长|总经理|总裁|合伙人|院长|秘书长|部长|行长"
    r"|理事长|校长|主席|创始人|负责人|副\w"
)


@dataclass(frozen=True, kw_only=True)
class _Judged:
    """A sentence that may answer a question; `likely` by what its document says of it, `known` where the
    question names something of the collection, `sure` where the chooser is, `plain` where nothing speaks
    against it, `around` what stands by it."""

    best: Scored
    frame: QuestionFrame
    chosen: Chosen
    collection: Collection
    likely: float
    known: bool
    sure: bool
    plain: bool
    around: str

    @property
    def sentence(self) -> Sentence:
        return self.best.sentence

    @property
    def told(self) -> str:
        """All that the document says."""
        return self.collection.folded(self.sentence.document.id)


def says_enough(best: Scored, frame: QuestionFrame, chosen: Chosen, collection: Collection) -> bool:
    """Whether the best sentence says enough: most of the words, the place, and every word that singles the
    question out."""
    judged = _judged(best, frame, chosen, collection)
    return not any(fails(judged) for fails in _FAILS) and _says_words(judged)


def _judged(best: Scored, frame: QuestionFrame, chosen: Chosen, collection: Collection) -> _Judged:
    enough, sentence = shipped_enough(), best.sentence
    likely = enough.likelihood(shares_of(best, frame, chosen, collection))
    believed = likely >= enough.certain and not asks_figure(frame)
    limits = shipped_limits()
    sure = chosen.share(sentence) >= SURE_SHARE and (believed or chosen.answered >= limits.sure)
    return _Judged(
        best=best, frame=frame, chosen=chosen, collection=collection, likely=likely,
        known=bool(frame.place_names or frame.names or frame.threshold is not None),
        sure=sure,
        plain=sure and likely >= enough.plain and chosen.answered >= limits.certain,
        around=fold(
            sentence.text + sentence.before + sentence.after + sentence.section + sentence.document.title
        ),
    )  # fmt: skip


def _is_unlikely(judged: _Judged) -> bool:
    """What names nothing the collection knows must be likelier to be answered than what does."""
    frame, enough = judged.frame, shipped_enough()
    # Clauses of policies are no news and no encyclopaedia, and how something is done is not one thing told:
    # the chooser has learnt neither, the rules judge.
    clause = bool(frame.place_names) and bool(_POLICY_ASKED.search(frame.text))
    at_length = judged.known and bool({"how", "list"} & frame.wants)
    least = enough.at_length if at_length else enough.known if judged.known else enough.at_large
    if judged.likely < least and not clause:
        return True
    # A figure told in all the words of another thing is that thing's: the chooser must believe it too.
    doubted = judged.chosen.answered < shipped_limits().unlikely_at_large and judged.best.words < PLAIN
    return asks_figure(frame) and not judged.known and doubted


def _is_elsewhere(judged: _Judged) -> bool:
    sentence, frame = judged.sentence, judged.frame
    told = not asks_figure(frame) and judged.likely >= shipped_enough().certain  # though in many papers alike
    silent = (judged.sure or told) and is_silent(sentence, frame, judged.collection)
    if frame.place_names and place_fit(sentence, frame) < 0 and not silent:
        return True
    return "how" in frame.wants and of_another_place(sentence, frame)


def _is_of_another(judged: _Judged) -> bool:
    """Of another thing, another number of a row, or another time than a figure is asked of."""
    frame, sentence, words = judged.frame, judged.sentence, judged.best.words
    if frame.asks_number and told_of_another_time(sentence, frame):
        return True
    if frame.names and name_fit(sentence, frame) < 0:
        named = any(name in judged.told for name in frame.surfaces)
        if not (judged.sure and words >= ENOUGH) and (words < ENOUGH_SPECIFIC or not named):
            return True
    return any(
        re.search(rf"第{ordinal}", frame.text) and f"第{ordinal}" not in judged.around
        for ordinal in re.findall(r"第([一二三四五六七八九十\d]+)(?:届|期|批|号|条|次)", frame.text)
    )


def _lacks_kind(judged: _Judged) -> bool:
    """Whether the event, the person or the amount that is asked for is not told."""
    frame, sentence = judged.frame, judged.sentence
    if "date" in frame.wants and not _says_event(sentence, frame):
        return True
    person_told = (judged.sure and _says_role(sentence, frame)) or _says_person(sentence, frame)
    if "person" in frame.wants and not person_told:
        return True
    told = sentence.folded + fold(sentence.section)
    return "number" in frame.wants and not tells_amount(frame.terms, told)


def _lacks_noun(judged: _Judged) -> bool:
    """Whether a noun that the question turns on is said nowhere, or nothing asked of a named thing is."""
    frame, around = judged.frame, judged.around
    nouns = {term: len(term) for term in frame.terms if _is_noun(term) and term != asked_noun(frame)}
    unsaid = [
        term for term in nouns if _is_unsaid(term, judged.chosen.ranked) and term_match(term, around) < 0.5
    ]
    # A figure of something the documents never name is nobody's, however sure the chooser is.
    trusted = judged.sure and "number" not in frame.wants
    if unsaid and not trusted and sum(nouns[term] for term in unsaid) > 0.34 * sum(nouns.values()):
        return True
    answered = any(term_match(term, around) >= 0.5 for term in frame.terms)
    return bool(frame.names and frame.terms) and "number" in frame.wants and not answered


def _lacks_figure(judged: _Judged) -> bool:
    frame, sentence = judged.frame, judged.sentence
    if judged.plain and frame.threshold is None and not frame.numbers and _says_time(sentence, frame):
        return False  # 117年来的最高: the ledger files no such thing
    return _pure_figure(frame) and not (
        _holds_numbers(sentence, frame)
        and _holds_figure(sentence, frame, judged.collection, sure=judged.sure)
    )


def _lacks_quoted(judged: _Judged) -> bool:
    quoted = map(fold, judged.frame.quoted)
    return judged.best.words < 0.75 and any(each not in judged.around for each in quoted)


_FAILS = (
    _is_unlikely, _is_elsewhere, _is_of_another, _lacks_kind, _lacks_noun, _lacks_figure, _lacks_quoted,
)  # fmt: skip


def _says_words(judged: _Judged) -> bool:
    """Whether it says as many of the words as an answer of the kind must, of the time asked about."""
    frame, sentence, words = judged.frame, judged.sentence, judged.best.words
    if frame.quoted and all(fold(quoted) in sentence.folded for quoted in frame.quoted):
        return words >= 0.3
    noun = asked_noun(frame)
    if noun and term_match(noun, sentence.folded) > 0.8 and place_fit(sentence, frame) > 0:
        return words >= 0.35
    told = judged.around if asks_figure(frame) else judged.told
    in_words = judged.sure and all(
        frame.text[period.start : period.end] in told or (len(period.label) == 4 and period.label in told)
        for period in frame.periods
    )
    of_another_time = _is_untimely(judged) or told_of_another_time(sentence, frame)
    if frame.period_labels and of_another_time and not in_words:
        return False
    needed = ENOUGH_SPECIFIC if {"number", "date", "person"} & frame.wants else ENOUGH
    return words >= (SURE_ENOUGH if judged.sure else needed)


def _says_time(sentence: Sentence, frame: QuestionFrame) -> bool:
    """Whether a sentence prints the part of a year that is asked about, if one is: 1—6月 is not 前三季度."""
    return all(
        len(period.label) == 4 or frame.text[period.start : period.end] in sentence.folded
        for period in frame.periods
    )


def _is_untimely(judged: _Judged) -> bool:
    """Whether it is of another period; an undated sentence of an undated paper may be of any, if no figure
    is asked."""
    sentence, frame = judged.sentence, judged.frame
    undated = not sentence.document.reference_date and not find_periods(sentence.text, reference=None)
    if undated and not asks_figure(frame) and judged.likely >= shipped_enough().certain:
        return False
    return period_fit(sentence, frame) < 0


def _holds_figure(sentence: Sentence, frame: QuestionFrame, collection: Collection, *, sure: bool) -> bool:
    """Whether the sentence prints a figure of the asked place, period, size class and unit.

    Where the ledger read none of that unit in it, a number with the unit will do if the chooser is sure.
    """
    rows = [row for row in sentence.figures if fits_unit(row, frame)]
    if not rows and sure:
        return value_said(sentence, frame) is not None
    return any(
        (bool(frame.names) or fits_place(row, frame))
        and fits_period(row, frame, collection)
        and not only_begins(row, frame)
        and fits_threshold(row, frame, collection)
        for row in rows
    )


_POLICY_ASKED = re.compile(
    r"奖励|补贴|补助|补多少|补几|封顶|给多少|怎么补|扶持|申报|资助|能补|政策|奖多少|退钱|退回"
)


def _holds_numbers(sentence: Sentence, frame: QuestionFrame) -> bool:
    """49个项目的总投资 is told beside the 49, or not at all."""
    counts = [number.base() for number in frame.numbers if number.kind == "count"]
    printed = {quantity.base() for quantity in find_quantities(sentence.folded + fold(sentence.before))}
    return all(count in printed for count in counts)


def _pure_figure(frame: QuestionFrame) -> bool:
    """Whether nothing but a figure would answer."""
    if _POLICY_ASKED.search(frame.text):
        return False
    return (
        frame.asks_number
        and bool(frame.places or frame.names or frame.period_labels)
        and not {"date", "person", "how", "definition"} & frame.wants
        and bool(re.search(r"多少|几[个家项]|数量|总额|总投资|有没有.{0,24}数", frame.text))
    )


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


_EVENTS = frozenset(
    "签约 开工 动工 投产 竣工 完工 注册 成立 揭牌 封顶 落户 启用 出台 施行 举办 召开 投用".split()
)


def _says_event(sentence: Sentence, frame: QuestionFrame) -> bool:
    """哪天开工 is not answered by a sentence, or the dated cell of a row, that tells of the signing."""
    events = [term for term in frame.terms if term in _EVENTS]
    if sentence.columns and events:
        pieces = [fold(f"{name}{cell}") for name, cell in row_pieces(sentence.columns, sentence.text)]
        dated = "".join(piece for piece in pieces if re.search(r"\d", piece))
        return all(term_match(event, dated) > 0.8 for event in events)
    return all(term_match(term, sentence.folded) > 0.8 for term in events)


def _says_role(sentence: Sentence, frame: QuestionFrame) -> bool:
    """Whether the role asked for (董事长是谁) is said, or none is asked for."""
    role = _ROLE.search(frame.text)
    return role is None or role.group() in sentence.before + sentence.text + sentence.after


def _says_person(sentence: Sentence, frame: QuestionFrame) -> bool:
    role = _ROLE.search(frame.text)
    if role and role.group() not in sentence.text and role.group() not in sentence.before:
        return False
    if role and frame.place_names and role.group() in sentence.text:
        near = [m.start() for m in re.finditer(role.group(), sentence.text)]
        return any(
            short_name(name) in sentence.text[max(0, at - 24) : at]
            for name in frame.place_names
            for at in near
        )
    return bool(PERSON_SAID.search(sentence.folded)) or bool(
        re.search(r"由.{2,30}(?:发起|设立|组建|负责|牵头)|公司|集团|局|会", sentence.folded)
    )
