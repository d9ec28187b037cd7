"""Which districts have nothing of it yet: 哪些县区还没有外资到账?"""

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
