"""Is a thing asked about that no paper of the place says a word of: 对企业上市有奖励吗, 要什么材料?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.matching import term_match
from assistant.policy.headings import papers_of, topics
from assistant.policy.rules import Paper, fits_place
from assistant.question import QuestionFrame
from assistant.refusal import refuse
from language.pattern import pattern
from language.text import fold
from language.words import tagged

_GRANT = r"(?:奖|补|贴|支持|优惠|资助|扶持|返还|减免|贴息|免租|兜底)"
_ASKED = pattern(
    rf"有(?:没有|无)?[^,。;?]{{0,8}}{_GRANT}[^,。;?]{{0,4}}(?:吗|么|没有?)?[?]?$|{_GRANT}[^,。;?]{{0,3}}(?:吗|么)[?]?$"
    rf"|{_GRANT}[^,。;?]{{0,6}}(?:怎么|如何|是怎样)(?:规定|算|给|补|支持)的?[?]?$"
    rf"|(?:什么|哪些)[^,。;?]{{0,6}}{_GRANT}[^,。;?]{{0,4}}[?]?$|{_GRANT}[^,。;?]{{0,4}}(?:多少|几)[^,。;?]{{0,4}}[?]?$"
)
_GRANTED = pattern(r"奖|补贴|补助|资助|扶持|贴息|返还|减免|优惠|支持")
_APPLYING = (
    (
        pattern(r"(?:什么|哪些|啥)[^,。;?]{0,4}(?:材料|资料)|(?:材料|资料)(?:有|是|要)哪"),
        pattern(r"(?<![新原钢])材料(?!产业|行业|企业|科技|项目)|资料|提交|提供|凭证|证明"),
    ),
    (
        pattern(
            r"(?:找|向|到|去|由)(?:哪个|什么|哪家|谁)[^,。;?]{0,4}(?:申报|申请|办理|受理)|(?:在|去)哪[^,。;?]{0,3}(?:申报|申请|办理)"
        ),
        pattern(
            r"受理|窗口|平台|系统|登录|向[^,。;]{2,24}(?:申请|申报|提出)|报[^,。;]{0,16}(?:局|委|部门|中心)|责任部门"
        ),
    ),
    (
        pattern(r"(?:什么时候|何时|几月|哪个月)[^,。;?]{0,4}(?:申报|申请|受理)"),
        pattern(r"\d{1,2}月|每年|常年|工作日|集中申报"),
    ),
)
_SEARCHED = 40
_SAID = 0.5
_SHORT = 20  # characters of a question each word of which counts: a longer one also says which paper is meant
_OF_ASKING = pattern(
    r"优惠|力度|规定|额度|好处|方面|情况|现金|资金|大概|标准|第[一二三四五六七八九十]年|首年|每[年月]|最近|目前|贴息|奖励?|补[贴助]?|贴"
    r"|支持|扶持|资助|返还|减免|兜底|有|给"
)


def refuse_unheard(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """A refusal where the question asks whether something is granted and neither the papers of its place nor
    any passage found of it say a word of that thing; else None."""
    if not frame.places or not _ASKED.search(frame.text) or len(frame.text) > _SHORT:
        return None
    papers = papers_of(frame, collection)
    things = _things(frame, papers)
    if not papers:
        return None
    hits = collection.search(frame.query, k=_SEARCHED, documents=frame.within or None)
    told = [hit.passage.text for hit in hits if fits_place(hit.document, frame, collection)]
    texts = [fold(text).lower() for text in (*(paper.text for paper in papers), *told)]
    if not things:  # 标准地项目有补贴吗: of what the papers themselves are about
        return None if any(map(_GRANTED.search, texts)) else refuse(frame, collection)
    nouns = [thing for thing in things if _is_noun(thing)]
    if all(_is_told(thing, texts) for thing in nouns) if nouns else any(_is_told(t, texts) for t in things):
        return None
    return refuse(frame, collection)


def refuse_unsaid(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """A refusal where the question asks what to hand in, or where and when to apply, and neither the papers
    of its place nor any passage found of it tell anything of the kind; else None."""
    said = next((told for asked, told in _APPLYING if asked.search(frame.text)), None)
    papers = papers_of(frame, collection) if frame.places and said is not None else []
    if said is None or not papers:
        return None
    hits = collection.search(frame.text, k=_SEARCHED)
    told = [hit.passage.text for hit in hits if fits_place(hit.document, frame, collection)]
    texts = [fold(text) for text in (*(paper.text for paper in papers), *told)]
    return None if any(map(said.search, texts)) else refuse(frame, collection)


def _things(frame: QuestionFrame, papers: Sequence[Paper]) -> list[str]:
    """What the question asks a grant for: its topics, without those that say which paper is meant."""
    titles = fold("".join(paper.document.title for paper in papers)).lower()
    terms = [_OF_ASKING.sub("", term.lower()) for term in topics(frame)]
    return [term for term in terms if len(term) > 1 and term not in titles]


def _is_noun(term: str) -> bool:
    tag = next((token.tag for token in reversed(tagged(term))), "")
    return not tag or tag.startswith(("n", "vn", "j", "eng", "l"))


def _is_told(thing: str, texts: Sequence[str]) -> bool:
    return any(term_match(thing, text) >= _SAID for text in texts)
