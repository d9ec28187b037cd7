"""Is a thing asked about that no paper of the place says a word of: 对企业上市有奖励吗?"""

from __future__ import annotations

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.matching import term_match
from assistant.policy.headings import papers_of, topics
from assistant.policy.rules import fits_place
from assistant.question import QuestionFrame
from assistant.refusal import refuse
from language.pattern import pattern
from language.text import fold

_ASKED = pattern(
    r"有(?:没有|无)?[^,。;?]{0,8}(?:奖|补|贴|支持|优惠|资助|扶持)[^,。;?]{0,4}(?:吗|么|没有?)?[?]?$"
    r"|(?:奖|补|贴|支持|资助)[^,。;?]{0,3}(?:吗|么)[?]?$"
)
_SEARCHED = 40
_SAID = 0.5


def refuse_unheard(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """A refusal where the question asks whether something is granted and neither the papers of its place nor
    any passage found of it say a word of that thing; else None."""
    if not frame.places or not _ASKED.search(frame.text):
        return None
    terms = [term.lower() for term in topics(frame)]
    papers = papers_of(frame, collection)
    if not terms or not papers:
        return None
    hits = collection.search(frame.text, k=_SEARCHED)
    told = [hit.passage.text for hit in hits if fits_place(hit.document, frame, collection)]
    texts = [fold(text).lower() for text in (*(paper.text for paper in papers), *told)]
    if any(term_match(term, text) >= _SAID for term in terms for text in texts):
        return None
    return refuse(frame, collection)
