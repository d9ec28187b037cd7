"""Which sentence tells, by a word for it, the reason that is asked about?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.matching import term_match
from assistant.passages.clause_window import cut
from assistant.passages.of_place import is_of_place
from assistant.question import QuestionFrame
from assistant.wording import as_printed
from language.place import short_name
from language.text import Span, fold, sentences
from language.value import value
from language.words import STOP_WORDS, words
from vectorstore.document import Document

_WHY = re.compile(
    r"(?<![称名叫作成视定认])为什么|为何|凭什么|何以|(?:是)?(?:什么|啥)原因|原因(?:是什么|何在|在哪)"
)
_REASON = re.compile(
    r"之所以|得益于|离不开|归功于|归因于|原因(?:是|在于|有|主要|在)|缘于|源于|看[中重](?!度)|最吸引[^，,。]{0,6}的是|考虑到|被[^，,。]{2,24}吸引"
    r"|(?:吸引|促使)[^，,。]{0,16}(?:前来|落户|投资|选择)|关键(?:在|是)|靠的是"
    r"|受[^，,。；;]{2,40}(?:影响|制约|拖累)|由于|因为|(?<!起)因(?=[^，,。；;为此而素果地]{2,16}(?:未|没|不|滞后|缓慢|受限))"
)
_CHOSEN = re.compile(r"选|落[户地子]|看[中好]|青睐|来|布局|扎根|投资(?!额|率|增)")  # why a firm came to it
_ALSO = re.compile(r"二是|其[二次]|另一|此外|同时|再加上|还有|我们")
_GENERAL = frozenset(
    "发展 这么 那么 如此 一直 能够 愿意 增长 工作 方面 取得 做到 可以 大家 招商 看好 看中 青睐".split()
)
_SEARCHED, _LEAST, _IN_DOCUMENT = 12, 0.5, 0.6
_ROOM, _LONGEST_NAME = 300, 8  # characters
_CALLED = 2  # characters that a name is known by


@value
class Told:
    """A sentence, with the word looked for where it is `marked`, how much it says of what else is asked, and
    the one after it."""

    fit: float
    document: Document
    spans: tuple[Span, ...]
    marked: bool = True


def tell_marked(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The sentence that gives the reason, with the next where it goes on; None for another question, or where
    no sentence gives one of all that is asked about."""
    if not _WHY.search(frame.text):
        return None
    rest = _WHY.sub(" ", frame.text).strip(" ?的在")
    for place in frame.places:  # 选择甲县 is told as 选择甲
        rest = rest.replace(place.name, f" {short_name(place.name)} ")
    for period in reversed(
        frame.periods
    ):  # 上半年外资为什么少: the paper is of it, the sentence need not say so
        rest = rest.replace(frame.text[period.start : period.end], " ")
    asked = asked_words(rest) or ([rest] if 1 < len(rest) <= _LONGEST_NAME else [])
    found = (
        told
        for document in collection.documents_found(frame.query, k=_SEARCHED)
        for told in _told(document, asked, frame, collection)
    )
    best = max(found, key=lambda each: each.fit, default=None)
    return Draft(statements=tuple(statements(best, collection))) if best is not None else None


def asked_words(rest: str) -> list[str]:
    """The words of what else a question asks that single it out."""
    return [w for w in words(rest) if len(w) > 1 and w not in STOP_WORDS and w not in _GENERAL]


def _told(
    document: Document, asked: list[str], frame: QuestionFrame, collection: Collection
) -> Iterator[Told]:
    text = collection.text(document.id)
    whole = fold(text)
    if not asked or any(term_match(term, whole) < _IN_DOCUMENT for term in asked):
        return
    if any(short_name(place.name) not in whole for place in frame.places):
        return
    shorts = {short_name(place.name) for place in frame.places}
    if not (frame.names or _CHOSEN.search(frame.text)):  # whose it is `is_of_place` tells
        asked = [term for term in asked if term not in shorts] or asked
    spans = sentences(text)
    said = [fold(text[span.start : span.end]) for span in spans]
    for at, own in enumerate(said):
        marks = len(_REASON.findall(own))
        beside = "".join(said[max(0, at - 1) : at + 1])
        share = sum(term_match(term, own) for term in asked) / len(asked)
        fit = sum(term_match(term, beside) for term in asked) / len(asked)
        near = "".join(said[max(0, at - 2) : at + 2])
        if frame.names and not any(fold(name)[:_CALLED] in near for name in frame.names):
            continue  # the reason of the place is none of the firm's that came to it
        if marks and fit >= _LEAST and share > 0 and is_of_place(at, said, frame, collection):
            kept = tuple(spans[at : at + 2]) if goes_on(at, said) else (spans[at],)
            yield Told(fit=fit + share + 0.1 * min(marks, 3), document=document, spans=kept)


def goes_on(at: int, said: Sequence[str]) -> bool:
    """Whether sentence `at` of a folded text goes on in the next one."""
    return at + 1 < len(said) and bool(_is_open(said[at]) or _ALSO.match(said[at + 1]))


def _is_open(sentence: str) -> bool:
    """Whether a quotation begins and does not end in a sentence."""
    return sentence.count("“") > sentence.count("”")


def statements(told: Told, collection: Collection) -> Iterator[Statement]:
    """What is told of it, within the room of an answer."""
    room = _ROOM
    for span in told.spans:
        evidence = collection.evidence_at(told.document.id, span.start, span.end)
        printed = cut(as_printed(evidence.text), room)
        room -= len(printed)
        yield Statement(text=printed, evidence=(evidence,))
        if room < _ROOM // 4:
            return
