"""On which paper does a policy rest? 这份意见根据省里哪个文件制定."""

from __future__ import annotations

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.policy.rules import papers_for, passage_evidence, versions_noted
from assistant.question import QuestionFrame
from language.pattern import pattern
from language.text import fold, sentences

_ASKED = pattern(
    r"(?:依据|根据|按照|贯彻|落实)(?:的是|的)?(?:[省国上市][里家级])?的?(?:哪|什么|何)[^,。;?]{0,4}(?:文件|规定|政策|意见|办法|精神|法)"
    r"|(?:制定|出台|政策|法律)依据(?:是|有|在)?(?:什么|哪|何)|(?:上位|上级)(?:文件|政策|依据)是?(?:什么|哪|何)"
)
_RESTS = pattern(r"(?:根据|依据|按照|贯彻(?:落实)?|落实)[^。;]{0,40}(?:《|〔)")


def answer_about_basis(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The first sentence of the best paper that names what it was made by; None where none is asked for, or
    no paper names one."""
    if not _ASKED.search(frame.text):
        return None
    for paper in papers_for(frame, collection):
        for span in sentences(paper.text):
            said = paper.text[span.start : span.end].strip()
            if _RESTS.search(fold(said)):
                evidence = passage_evidence(paper, collection, start=span.start, end=span.end)
                statement = Statement(text=said.rstrip("。"), evidence=(evidence,))
                notes = tuple(versions_noted(paper, frame, collection))
                return Draft(statements=(statement,), notes=notes)
    return None
