"""What did a named person, an office or a meeting stress, in the words that the document reports?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.matching import term_match
from assistant.passages.clause_window import cut
from assistant.passages.holders import is_person
from assistant.passages.turns import SAYS, Turn, turns
from assistant.question import QuestionFrame
from assistant.wording import as_printed
from language.pattern import pattern
from language.text import Span, fold
from vectorstore.document import Document

_ASKED = pattern(
    rf"(?P<who>[^,。;?]{{2,40}}?)(?P<says>{SAYS}|提(?=[了过]?(?:什么|哪些|哪几)[^,。;?]{{0,2}}要求)|(?:怎么|如何|怎样)(?:说|讲|看|表态))"
    r"(?:了|过|到|的|要|些)*(?:什么(?:要求)?|啥|哪些(?:内容|要求|话|方面|问题)?|哪几[点条项](?:要求)?|(?<=[说讲看态])的?)[?]?"
)
# 王某怎么评价某县: what he says of it.
_ASKED_ON = pattern(
    r"(?P<who>[^,。;?]{2,12}?)(?:怎么|如何|怎样)(?:评价|看待|形容|说)(?P<topic>[^,。;?的]{2,14})[?]?"
)
# 王某要求加强哪些堤防: one of the things he asks for.
_ASKED_OF = pattern(
    r"(?P<who>[^,。;?]{2,20}?)(?P<says>强调|要求|指出|提出|表示)"
    r"(?P<of>[^,。;?]{1,20}?(?:什么|哪[些个几]|如何|怎[么样])[^,。;?]{0,16})[?]?"
)
_WHERE = pattern(r"在(?P<at>[^,。;?]{1,20}?)(?:时|会上|上|中|期间)?$")
_LED_AT = pattern(  # 推进会上市长说了什么, 签约仪式市长提了什么要求
    r"(?:在)?(?P<at>[^,。;?]{0,14}?(?:会(?=议?上)|会(?=[省市区县州][长委]|书记)|仪式|活动))(?:议?上)?(?P<who>(?!议?上)[^,。;?]{2,})"
)
_TOPIC = pattern(r"(?:对于?|就|关于|针对)(?P<topic>[^,。;?在]{2,14})$")
_HOW = pattern(r"(?:还|又|重点|特别|着重|主要|具体|都|曾|并)+$")
_OFFICE = pattern(r"[省市区县][一-鿿]{2,8}(?:局|委|办|厅)")
_NOBODY = pattern(r"[区市县省州镇局委办部厅院会司]$")
_LEAST_NAME, _LEAST_SHARE = 2, 0.6
_SEARCHED, _ROOM, _LEAST_TOLD = 12, 340, 12


@dataclass(frozen=True, kw_only=True)
class _Asked:
    """Who speaks, as the question has it, where, of what and with which verb, "" for any of these; `of` is
    what the question asks of his words, "" for all of them."""

    who: str
    at: str
    topic: str
    verb: str
    of: str


def tell_said(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The sentences in which the one asked about says something, in the document's order; None for another
    question, or where no document lets him speak."""
    asked = _asked(frame.text)
    if asked is None:
        return None
    best: tuple[float, Document | None, list[Span]] = (0.0, None, [])
    spoke = False
    for document in collection.documents_found(frame.query, k=_SEARCHED):
        text = collection.text(document.id)
        own = turns(text, asked.who) if _is_reported(asked, fold(text), frame) else []
        told = _spoken(asked, own, text)
        spoke = spoke or bool(own)
        if told and not asked.of:
            return _draft(document, told, collection)
        for span in told:
            fit = _fit(asked.of, text[span.start : span.end], frame)
            best = max(best, (fit, document, [span]), key=lambda each: each[0])
    fit, found, told = best
    if not spoke and not asked.of and _is_somebody(asked.who, frame):
        return Draft(
            refused=True, refusal=f"资料没有说到{asked.who}讲了什么。"
        )  # he may be named among others
    return _draft(found, told, collection) if found is not None and fit >= _LEAST_SHARE else None


def _is_somebody(who: str, frame: QuestionFrame) -> bool:
    """Whether the question is about one person by name, or one office."""
    if _OFFICE.fullmatch(who):
        return True
    return 1 < len(who) < 4 and not frame.places and is_person(who) and not _NOBODY.search(who)


def _draft(document: Document, told: list[Span], collection: Collection) -> Draft:
    return Draft(statements=tuple(_statements(document, told, collection)))


def _fit(of: str, words: str, frame: QuestionFrame) -> float:
    """The share of what is asked of a speaker's words that a sentence of his says."""
    terms = [term for term in frame.terms if term in of]
    return sum(term_match(term, fold(words)) for term in terms) / len(terms) if terms else 0.0


def _asked(question: str) -> _Asked | None:
    if (on := _ASKED_ON.fullmatch(question)) is not None:
        return _Asked(who=on["who"], at="", topic=on["topic"], verb="", of="")
    match = _ASKED.fullmatch(question) or _ASKED_OF.fullmatch(question)
    if match is None:
        return None
    who, at, topic = _HOW.sub("", match["who"]), "", ""
    if (led := _LED_AT.fullmatch(who)) is not None:
        who, at = led["who"], led["at"]
    for _ in range(2):  # 王某在调研时就招商强调了什么; in either order
        if (about := _TOPIC.search(who)) is not None and about.start():
            who, topic = who[: about.start()], about["topic"]
        if (where := _WHERE.search(who)) is not None and where.start():
            who, at = who[: where.start()], where["at"]
    verb = match["says"] if not match["says"].startswith("怎么") else ""
    of = match.groupdict().get("of") or ""
    return _Asked(who=who, at=at, topic=topic, verb=verb, of=of) if len(who) >= _LEAST_NAME else None


def _is_reported(asked: _Asked, text: str, frame: QuestionFrame) -> bool:
    """Whether a document says the places, and most of the words for the speaker and the occasion."""
    said = _says(asked.who, text) and _says(asked.at, text)
    return said and all(place.short in text for place in frame.places)


def _says(topic: str, words: str) -> bool:
    pairs = [topic[at : at + 2] for at in range(len(topic) - 1)]
    return sum(pair in words for pair in pairs) >= _LEAST_SHARE * len(pairs)


def _spoken(asked: _Asked, found: list[Turn], text: str) -> list[Span]:
    """The speaker's sentences; those of the verb asked (强调了什么) where he has any, of the topic if one is
    asked."""
    own = [turn for turn in found if asked.verb and not asked.of and asked.verb in turn.opened]
    spans = [turn.span for turn in own or found]
    return [s for s in spans if not asked.topic or _says(asked.topic, text[s.start : s.end])]


def _statements(document: Document, told: list[Span], collection: Collection) -> Iterator[Statement]:
    room = _ROOM
    for span in told:
        if room < _LEAST_TOLD:
            return
        evidence = collection.evidence_at(document.id, span.start, span.end)
        printed = cut(as_printed(evidence.text), room)
        room -= len(printed)
        yield Statement(text=printed, evidence=(evidence,))
