"""What does a place, an office or a firm mean to do next, in the sentence that says so?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.collection import Collection
from assistant.column_names import row_at
from assistant.draft import Draft
from assistant.matching import term_match
from assistant.passages.marked import Told, asked_words, goes_on, statements
from assistant.passages.of_place import is_of_place
from assistant.policy.part_told import answer_under_heading
from assistant.projects.story import named_project
from assistant.question import QuestionFrame
from language.pattern import pattern
from language.place import short_name
from language.text import fold, sentences
from vectorstore.document import Document

_NEXT_ASKED = pattern(r"(?:下一?步|下一?阶段|接下来|今后|后续|往后)(?:的?工作)?")
_INTENDED = pattern(
    r"(?:打算|准备)(?:怎么|如何|怎样|咋)(?=(?:做|干|办|抓|搞|推进)(?:招商(?:引资)?|工作)?[?]?$)"
    r"|有(?:什么|哪些|啥)(?:新的?)?(?:打算|安排)(?=[?]?$)"
)
_IN_FUTURE = pattern(r"(?:[一二三四]季度|下半年|明年)[^,，。?]{0,10}怎么(?=[干抓打办][?]?$)")
_ASKED_GENERALLY = pattern(
    r"(?:还|将|要|会|有|是|想|的|什么|哪些|怎么|怎样|如何|咋|啥|打算|准备|计划|安排|举措|动作|考虑|做|干|办|抓|推进)+"
    r"(?:招商(?:引资)?|工作)?[?]?$"
)
_US = pattern(r"(?:我|全|本)[市县区州盟旗]|[市县区]里|招商引资|招商")
_NEXT = pattern(r"(?:^|[，,。；;“])(?:下一?步|下一?阶段|接下来|今后)[，,]?(?!工作会)")
_MEANT = pattern(r"(?<![即可])将(?![军来领])|力争|打算|确保|再(?:引进|新增|建|招引)|[年季月]底前|明年")
_OWN = pattern(r"我们|我[市县区州盟旗]|该|全[市县区州盟旗]|将|要|还|继续|围绕|聚焦|重点|以|在|[市县区]里")
_OF_A_DISTRICT = pattern(r"[一-鿿]{1,3}[区县](?:[一-鿿]{2,6}(?:局|委|办|中心))")
_SEARCHED, _LEAST, _IN_DOCUMENT = 12, 0.5, 0.6
_OF_A_BODY = 2  # words: who means to do something, and no more
_AT_END = 6  # characters of a question


def tell_next_steps(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The sentence that tells the next step, with the next where it goes on; None for another question, or
    where none tells one of the place, the office and the time asked about."""
    rest = _rest(frame.text)
    if rest is None:
        return None
    for place in frame.places:
        rest = rest.replace(place.name, " ").replace(short_name(place.name), " ")
    spoken = [frame.text[period.start : period.end] for period in frame.periods]
    for said in spoken:
        rest = rest.replace(said, " ")
    asked = asked_words(_US.sub(" ", rest))
    if (not asked and not frame.places) or _is_in_list(frame, collection):
        return None
    if len(asked) > _OF_A_BODY and not _NEXT_ASKED.search(frame.text):
        return None  # 招引专精特新企业有什么打算 asks for the ways of that, which are told at length
    found = (
        told
        for document in collection.documents_found(frame.query, k=_SEARCHED, documents=frame.within or None)
        if _is_of_time(document, frame)
        for told in _told(document, asked, frame, collection)
    )
    best = max(found, key=lambda each: (each.marked, each.fit), default=None)
    if best is None or not best.marked:  # a part of a paper headed 下一步打算 tells it as well
        headed = answer_under_heading(frame, collection)
        if headed is not None:
            return headed
    return Draft(statements=tuple(statements(best, collection))) if best is not None else None


def _is_of_time(document: Document, frame: QuestionFrame) -> bool:
    """Whether a paper is of a year that the question names, or the question names none."""
    years = {period.label[:4] for period in frame.periods if period.dated}
    return not years or document.reference_date[:4] in years


def _is_in_list(frame: QuestionFrame, collection: Collection) -> bool:
    """Whether the one project asked about stands in a list, which tells its own next step in a column."""
    project = named_project(frame.names[0], collection) if len(frame.names) == 1 else None
    rows = project.sources if project is not None else ()
    columns = (row_at(row.document_id, row.start, collection) for row in rows)
    return any(row is not None and any(map(_NEXT_ASKED.search, row.columns)) for row in columns)


def _rest(question: str) -> str | None:
    """Whose next step is asked about, as the question has it; None where none is."""
    if not any(each.search(question) for each in (_NEXT_ASKED, _INTENDED, _IN_FUTURE)):
        return None
    rest = _NEXT_ASKED.sub("", question).rstrip("?")
    if rest and (asked := _ASKED_GENERALLY.search(rest)) is not None:
        return rest[: asked.start()]
    return rest if rest and _NEXT_ASKED.search(question[-_AT_END:]) else None


def _told(
    document: Document, asked: Sequence[str], frame: QuestionFrame, collection: Collection
) -> Iterator[Told]:
    text = collection.text(document.id)
    whole = fold(text)
    if any(term_match(term, whole) < _IN_DOCUMENT for term in asked):
        return
    if any(short_name(place.name) not in whole for place in frame.places):
        return
    spans = sentences(text)
    said = [fold(text[span.start : span.end]) for span in spans]
    for at, own in enumerate(said):
        marked, meant = _NEXT.search(own) is not None, len(_MEANT.findall(own))
        if (
            not (marked or meant)
            or "\t" in own
            or _of_others(own, frame)
            or not is_of_place(at, said, frame, collection)
        ):
            continue
        beside = "".join(said[max(0, at - 1) : at + 1]) if marked else own
        if not frame.places:  # 甲区商务局 is not the 商务局 asked about
            beside = _OF_A_DISTRICT.sub("", beside)
        fit = sum(term_match(term, beside) for term in asked) / len(asked) if asked else 1.0
        named = any(short_name(place.name) in own for place in frame.places)
        if fit >= _LEAST and (marked or named or asked):
            share = sum(term_match(term, own) for term in asked) / len(asked) if asked else float(named)
            kept = tuple(spans[at : at + 2]) if goes_on(at, said) else (spans[at],)
            fit += share + 0.1 * min(meant, 3)
            yield Told(fit=fit, document=document, spans=kept, marked=marked)


def _of_others(sentence: str, frame: QuestionFrame) -> bool:
    """Whether a sentence tells the next step of another (下一步，某新区将) than the place asked about."""
    if not frame.places or any(short_name(place.name) in sentence for place in frame.places):
        return False
    step = _NEXT.search(sentence)
    return step is not None and _OWN.match(sentence, step.end()) is None
