"""Which districts have nothing of it yet, or missed their aim: 哪些县区还没有外资到账, 没完成任务?"""

from __future__ import annotations

import re

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.words_asked import measure_terms
from assistant.matching import term_match
from assistant.passages.sentences import candidate_sentences
from assistant.question import QuestionFrame
from language.divisions import PARTS
from language.text import fold

_ASKED = re.compile(
    rf"(?:哪[些几个]|谁)[^，。？]{{0,3}}(?:{PARTS}|地区|地方)[^，。？]{{0,6}}"
    r"(?:[还仍]?没有|[还仍]?没(?!有)|尚未|还未|未(?!来)|为零|空白)"
    r"(?!公布|披露|通报|达到|完成|提到|报告|说明|到|过|超|[^，。？]{0,8}(?:目标|任务|进度|\d))"
)
_TOLD = re.compile(
    r"(?P<who>[^，,。；;：:\d]{2,30}?)(?:等[县区市]*)?(?P<none>(?:尚未|还没有?|仍未|至今未|仍没有|还未|未能?|没有)(?:实现|有|完成|取得|引进|签约|开工)?[^，,。；;\d]{0,14}|[^，,。；;\d]{0,6}(?:仍?为零|空白|挂零))"
)
_SAYS = 0.5
_AIM = r"(?:目标|任务|计划|进度)"
_UNMET_ASKED = re.compile(
    rf"(?:哪[些几个]|谁)[^，。？]{{0,3}}(?:{PARTS}|地区|地方|单位|部门)[^，。？]{{0,6}}"
    rf"(?:(?P<not>没有?|未能?|尚未|还没)|(?P<how>超额|提前))(?:完成|达到|实现)[^，。？]{{0,10}}{_AIM}"
)
_WHO = r"(?P<who>[^，,。；;：:\d]{2,40}?)(?:等[县区市]*)?均?"
_UNMET = re.compile(
    rf"{_WHO}(?:未能?|没有?|尚未)(?:按期|按时|如期)?(?:完成|达到|实现)[^，,。；;\d]{{0,12}}{_AIM}"
)
_EXCEEDED = re.compile(rf"{_WHO}(?P<how>超额|提前)(?:完成|达到|实现)[^，,。；;\d]{{0,12}}{_AIM}")


def asks_none_yet(frame: QuestionFrame) -> bool:
    """Whether a question asks which districts have nothing yet of what it names."""
    return _ASKED.search(frame.text) is not None and not frame.names


def tell_none_yet(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The clause that names places which have none yet, of the sentence that says most of what is asked."""
    terms = [term for term in measure_terms(frame) if not re.search(r"没有|尚未|空白|还", term)]
    best, found = 0.0, None
    for sentence in candidate_sentences(frame, collection):
        for match in _TOLD.finditer(sentence.text):
            named = collection.places.find(fold(match["who"]))
            if not any(mention.place.level in ("district", "zone") for mention in named):
                continue
            said = sum(term_match(term, sentence.folded) for term in terms) / len(terms) if terms else 0.0
            if said > best:
                best, found = said, (sentence, match.group().strip("，, "))
    if found is None or best < _SAYS:
        return None
    sentence, clause = found
    about = re.match(r"[^，,。；;]{2,14}方面(?=[，,])", sentence.text)
    lead = f"{about.group()}，" if about else ""
    return Draft(statements=(Statement(text=f"{lead}{clause}", evidence=(sentence.evidence(),)),))


def tell_unmet(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The clause that names the districts that missed their aim, or beat it, where a paper of the time asked
    about says so itself; None where that is to be worked out."""
    asked = _UNMET_ASKED.search(frame.text)
    if asked is None:
        return None
    told = _UNMET if asked["not"] else _EXCEEDED
    for sentence in candidate_sentences(frame, collection):
        for match in told.finditer(sentence.text):
            named = collection.places.find(fold(match["who"]))
            districts = any(mention.place.level in ("district", "zone") for mention in named)
            if not districts or (asked["how"] or "") not in match.group():
                continue
            if _of_the_time(sentence.document.reference_date, frame):
                clause = match.group().strip("，, ")
                return Draft(statements=(Statement(text=clause, evidence=(sentence.evidence(),)),))
    return None


def _of_the_time(day: str, frame: QuestionFrame) -> bool:
    """Whether a paper of that day tells of a year asked about: of it, or right after it."""
    years = {int(label[:4]) for label in frame.period_labels if label[:4].isdigit()}
    return not (years and day) or any(int(day[:4]) - year in (0, 1) for year in years)
