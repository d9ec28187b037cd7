"""Which sentences of the documents are nearest to a question, by words, place, name, period and form?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from assistant.asked_terms import tells_besides
from assistant.collection import Collection
from assistant.figures.saying import Texts, count_saying, coverages
from assistant.matching import term_match, weights_of
from assistant.names import core_name
from assistant.passages.sentences import Sentence, candidate_sentences
from assistant.passages.whereabouts import place_fit
from assistant.question import QuestionFrame
from language.divisions import PARTS
from language.period import find_periods
from language.period_label import contains, same_period
from language.text import fold
from language.value import value

_NUMBER_SAID = re.compile(r"\d|[一二三四五六七八九十]+[个家项]")
_MARKED = re.compile(r"[■▶►◀▲▼●①-⑳]")
DATE_SAID = re.compile(r"\d{1,2}月|\d{4}年|[一二三四]季度|上半年|下半年|年底|年初|\d+日|目前|今年|去年|明年")
_DAY_ASKED, _DAY_SAID = re.compile(r"哪天|哪一天|几号|几月"), re.compile(r"\d{1,2}月|\d{1,2}日")
PERSON_SAID = re.compile(
    r"(?:书记|局长|主任|市长|区长|县长|关长|会长|董事长|总经理|总裁|负责人|合伙人|院长|秘书长"
    r"|专员|部长|行长|理事长|校长|科长|处长|主席|创始人|教授|院士|经理"
    r"|代表)(?P<name>[一-鿿]{2,3})|(?P<name2>[一-鿿]{2,3})(?:表示|介绍|说|坦言|告诉记者|认为)"
)
MANNER_SAID = re.compile(
    r"做法|打法|推行|探索|路径|抓手|聚焦|围绕|紧盯|模式|机制|亮点|以[“”一-鿿]{1,8}(?:招商|引商|引资)"
)
_CAPTION = re.compile(  # ■3月1日，甲县签约项目11个 is a point of a list
    r"[①-⑳]|上图|下图|左图|右图|图为|资料图|制图|本版|[■▶►◀▲▼](?![^。]*\d余?(?:[个家项场]|[万亿]元))"
)
_CREDIT = re.compile(r"[^，。]{1,12}[ 　]?(?:摄|供图)[。)）]?$")
ENUMERATION = re.compile(r"、|[“”]|一是|二是|首先|其次|（[一二三四]）|——|①|第一")


@value
class Scored:
    """A sentence with how much of the question it says (`words`, 0 to 1), how well it is of the place asked
    about (`place`), and how well it fits in all."""

    sentence: Sentence
    words: float
    place: float
    score: float


def rank_sentences(frame: QuestionFrame, collection: Collection) -> Sequence[Scored]:
    """Candidate sentences, best first; ties by document and position. The routes of a question ask alike."""
    return collection.once(("sentences", frame), lambda: _ranked(frame, collection))


def _ranked(frame: QuestionFrame, collection: Collection) -> Sequence[Scored]:
    pool = candidate_sentences(frame, collection)
    terms = tuple(
        term
        for term in frame.terms
        if frame.threshold is None or not re.search(r"^\d+$|亿元|以上|过亿", term)
    )
    terms = (*terms, frame.threshold_text) if frame.threshold_text else terms or tuple(frame.quoted)
    terms = (*terms, *frame.surfaces)
    telling = {s.document.id for s in pool if any(name in s.folded for name in frame.surfaces)}
    found = [
        _scored(s, frame, words=words, own=own, telling=s.document.id in telling)
        for s, words, own in zip(pool, *_said(terms, pool), strict=True)
    ]
    found.sort(
        key=lambda one: (
            -round(one.score, 4),
            one.sentence.rank,
            one.sentence.document.name,
            one.sentence.start,
        )
    )
    return tuple(found)


def _said(terms: Sequence[str], pool: Sequence[Sentence]) -> tuple[list[float], list[float]]:
    """How much of the terms each sentence says with what stands around it, and by itself; 0 to 1."""
    told = [(s.folded, *map(fold, (s.before, s.section, s.document.title, s.after))) for s in pool]
    texts = Texts(text for fields in told for text in fields)
    found = count_saying(tuple(dict.fromkeys(terms)), [fields[0] for fields in told], texts)
    weights = weights_of(found, total=len(pool))
    words = coverages(weights, told, worth=_WORTH, texts=texts) if weights else [0.5] * len(pool)
    return words, coverages(weights, told, worth=_WORTH[:1], texts=texts)


_WORTH = (1.0, 0.5, 0.6, 0.45, 0.3)  # of a word in a sentence, before it, in its section, title, after it


def _scored(sentence: Sentence, frame: QuestionFrame, *, words: float, own: float, telling: bool) -> Scored:
    # A document that tells of the named thing need not name it in every sentence.
    text = sentence.folded
    score, place = words + 0.5 * own, place_fit(sentence, frame)
    score += (
        place
        + (max(0.0, name_fit(sentence, frame)) if telling else name_fit(sentence, frame))
        + period_fit(sentence, frame)
        + _form_fit(sentence, frame)
    )
    score += _body_fit(sentence, frame)
    if tells_besides(text, frame.text):  # 除了联络站还有什么模式
        score -= 0.5
    score += sum(0.35 for quoted in frame.quoted if quoted in sentence.text)
    score -= 0.012 * min(sentence.rank, 20)
    if len(text) < 12:
        score -= 0.3
    return Scored(sentence=sentence, words=words, place=place, score=score)


def _body_fit(sentence: Sentence, frame: QuestionFrame) -> float:
    """Of a bureau asked about, what it says itself comes before what another says; 0 where none is."""
    return (0.2 if says_asked_body(sentence, frame) else -0.4) if _bodies(frame.terms) else 0.0


def says_asked_body(sentence: Sentence, frame: QuestionFrame) -> bool:
    """Whether a bureau is asked about and the sentence, or what stands before it, names it."""
    near = fold(sentence.section + sentence.before + sentence.text) if _bodies(frame.terms) else ""
    return any(term_match(body, near) > 0.8 for body in _bodies(frame.terms))


@lru_cache(maxsize=64)  # asked of every sentence
def _bodies(terms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(term for term in terms if _BODY.fullmatch(term))


_BODY = re.compile(r"[一-鿿]{2,8}(?:局|委|海关|贸促会)")


def name_fit(sentence: Sentence, frame: QuestionFrame) -> float:
    """How well the sentence speaks of the name asked about, about -1 to 1; 0 where none is."""
    if not frame.names:
        return 0.0
    called = (*map(core_name, frame.names), *frame.surfaces)
    spoken_of = any(name in sentence.folded for name in called)
    if spoken_of or (
        ANAPHOR.match(sentence.folded) and any(name in fold(sentence.before) for name in called)
    ):
        return 0.35
    if any(name in fold(sentence.document.title + sentence.section + sentence.before) for name in called):
        return 0.2
    return (
        0.1
        if any(core_name(name) in fold(sentence.before + sentence.section) for name in frame.names)
        else -0.25
    )


ANAPHOR = re.compile(r"该?(?:园区|项目|公司|基地|平台|基金)(?=[一-鿿])")  # what was named right before


def period_fit(sentence: Sentence, frame: QuestionFrame) -> float:
    """How well the sentence is of the period asked about, about -1 to 1; 0 where none is."""
    labels = frame.period_labels
    if not labels:
        return 0.0
    own = sentence.periods or _periods_pointed_to(sentence)
    reference = sentence.document.reference_date
    for label in labels:
        if any(same_period(label, one) for one in own):
            return 0.25
        if any(contains(label, one) or contains(one, label) for one in own):
            return 0.12
    if reference and any(label[:4] == reference[:4] for label in labels):
        return 0.08
    return -0.2


def _periods_pointed_to(sentence: Sentence) -> tuple[str, ...]:
    """The last period before what goes on with 这些项目 or 其中, though another passage tells it."""
    if not _GOES_ON.match(sentence.folded):
        return ()
    whole = sentence.spoken.collection.folded(sentence.document.id)
    day = sentence.document.reference_date
    reference = date.fromisoformat(day) if day else None
    told = find_periods(whole[max(0, sentence.start - _NEAR) : sentence.start], reference=reference)
    return tuple(one.label for one in told if one.role == "time")[-1:]


_GOES_ON = re.compile(r"这些|其中|上述")
_NEAR = 120  # characters before a sentence


def told_of_another_time(sentence: Sentence, frame: QuestionFrame) -> bool:
    """Whether a part of a year is asked about and the sentence tells of other times only, or leaves its year
    to a paper that tells of another: a bulletin of 2018 comes out in 2019."""
    named = [period.label for period in frame.periods_asked if period.dated]
    if not sentence.periods and frame.asks_number and _is_filed_elsewhere(sentence, named):
        return True
    asked = [period for period in frame.periods if period.role != "comparison" and len(period.label) > 4]
    own = sentence.periods if asked else ()
    return bool(asked and own) and not any(
        contains(one, label) or contains(label, one)
        for one in own
        for period in asked
        for label in (period.label if period.dated else f"{one[:4]}{period.label[4:]}",)
        if one[:4].isdigit()
    )


def _is_filed_elsewhere(sentence: Sentence, asked: Sequence[str]) -> bool:
    """Whether the ledger has every figure of the sentence under another time than the ones asked about."""
    filed = {row.period for row in sentence.figures}
    return bool(filed and asked) and not any(
        not own or contains(own, label) or contains(label, own) for own in filed for label in asked
    )


def _form_fit(sentence: Sentence, frame: QuestionFrame) -> float:
    text, fit = sentence.folded, 0.0
    if "number" in frame.wants:
        fit += 0.15 if _NUMBER_SAID.search(text) else -0.15
    if "date" in frame.wants:
        said = _DAY_SAID if _DAY_ASKED.search(frame.text) else DATE_SAID
        fit += 0.15 if said.search(text) else -0.2
    if "person" in frame.wants:
        fit += 0.2 if PERSON_SAID.search(text) else -0.1
    if "list" in frame.wants or "how" in frame.wants:
        fit += 0.08 * min(3, len(ENUMERATION.findall(text))) / 1.5
    if "how" in frame.wants and MANNER_SAID.search(text):
        fit += 0.25
    if "definition" in frame.wants and frame.quoted and _explains(frame.quoted, text):
        fit += 0.8  # whatever the chooser thinks of it
    for phrase in counted_phrases(frame.text):
        if phrase in text:  # 三项机制 itself
            fit += 0.25 + (
                0.3
                if re.search(
                    rf"{phrase}[^。]{{0,6}}(?:说的是|是|为|：|:|指|即|包括|，第一)|、[^。]{{2,40}}{phrase}",
                    text,
                )
                else 0.0
            )
    if (noun := asked_noun(frame)) and term_match(noun, text) > 0.8:
        listed = re.search(
            rf"等[^，。,]{{0,8}}{re.escape(noun)}|[”、][^，。,]{{0,10}}{re.escape(noun)}", text
        )
        fit += 0.35 if listed else 0.12
    if _asks_places(frame.text) and len(sentence.places) > 1:
        fit += 0.3
    if (does := doing_asked(frame.text)) and does in text:
        fit += 0.5
    if text.endswith((":", "：")):  # …通知如下： what it leads to answers
        fit -= 0.35
    if is_caption(text):
        fit -= 0.6
    elif _MARKED.match(text):
        fit -= 0.1
    return fit


@lru_cache(maxsize=64)  # asked of every sentence
def _asks_places(question: str) -> bool:
    return _PLACES_ASKED.search(question) is not None


@lru_cache(maxsize=64)  # asked of every sentence
def doing_asked(question: str) -> str:
    """What is done right before 哪些, which the sentence that lists it prints: 重点发展哪些产业."""
    match = _DOES_WHICH.search(question)
    return _EXTENT.sub(r"\g<verb>", match["does"]) if match else ""


def _explains(quoted: Sequence[str], text: str) -> bool:
    """Whether a folded text says what is meant by one of the words in quotes: “摘星夺旗”考核，包括…"""
    told = (match.end() for each in quoted for match in re.finditer(re.escape(fold(each)), text))
    return any(_MEANS.match(text, end) for end in told)


_MEANS = re.compile(r"[”\"』」]?[^。;”]{0,4}?[,，]?(?:包括|是指|指的?是|即|分为|就是|由[^。]{2,20}组成)")
_PLACES_ASKED = re.compile(rf"哪[些几]个?(?:{PARTS}|[区县市])")
_EXTENT = re.compile(r"^[一-鿿]{2}(?P<verb>涵盖|涉及|覆盖)")  # 主要涵盖 is told as 涵盖
_DOES_WHICH = re.compile(
    r"(?P<does>(?:重点|大力|主要|优先|集中|着力|全力)?(?:涵盖|涉及|覆盖)|(?:重点|大力|主要|优先|集中|着力|全力)[一-鿿]{2})了?(?:哪[些几]|什么)"
)


def is_caption(text: str) -> bool:
    """Whether a folded sentence stands under a picture."""
    if _CAPTION.match(text):
        return True
    credited = "摄" in text[-3:] or "供图" in text[-4:]  # from where the pattern would be tried everywhere
    return credited and bool(_CREDIT.search(text))


def only_praises(text: str) -> bool:
    """Whether a folded sentence says that an aim or a way was shown, and not which."""
    return bool(_ONLY_PRAISES.search(text))


_ONLY_PRAISES = re.compile(r"指明了?[^，。,]{0,8}(?:方向|目标|路径)|提供了[^，。,]{0,8}(?:指南|遵循)[。”]?$")


@lru_cache(maxsize=64)  # asked of every sentence
def counted_phrases(question: str) -> tuple[str, ...]:
    """What a question counts and wants told: 三项机制, 四大抓手."""
    return tuple(re.findall(r"[两三四五六七八九十][大项个条张种类场步]?[一-鿿]{2}", question))


def asked_noun(frame: QuestionFrame) -> str:
    """What is to be listed: 机制 in 推出了哪些机制."""
    return _asked_noun(frame.text, frame.terms)


@lru_cache(maxsize=64)  # asked of every sentence
def _asked_noun(question: str, terms: tuple[str, ...]) -> str:
    match = re.search(
        (
            r"(?:包括哪些|包括什么|有什么|哪些|什么样的|哪几[个项条种]"
            r"|哪[两三四五六七八九十][个大项条种]?|有何)([^，。？?,的]{2,12})"
        ),
        question,
    )
    if not match:
        return ""
    inside = [term for term in terms if term in match[1] and len(term) > 1]
    return inside[-1] if inside else ""
