"""Which headed part of the papers is a question about: 申报要交什么材料 is about 四、申报材料?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.collection import Collection
from assistant.matching import SYNONYM, term_match
from assistant.policy.aspects import Aspect, aspects_of
from assistant.policy.rules import Paper, fits_place
from assistant.question import QuestionFrame
from assistant.versions import asks_for_former, is_policy, succession
from language.outline import Part, outline
from language.pattern import pattern
from language.text import fold
from vectorstore.document import Document

_SEARCHED = 40
_MOST_PAPERS = 8
_GUIDE_TITLE = pattern(
    r"通知|公告|指南|要点|问答|解读|须知|计划|规划|白皮书|清单|手册|方案|通告|公示|纪要|分工|台账|任务|讲话|发言|致辞|汇编|简介|推介|对话|访谈|专访|调研|报告|思考|经验|总结|汇报|综述"
)
_COMMON = pattern(
    r"开展|健全|做强|做优|做大|拓展|推进|推动|强化|加强|加快|深化|优化|完善|建立|建设|实行|实施|鼓励|支持|提升|提高"
    r"|关于|对于|进行|落实|全面|大力|积极|持续|着力|进一步|奖励|补贴|补助|扶持|资助|政策|工作|机制|制度|服务|项目|企业"
    r"|标准|主要|一次性|怎么算|怎么|如何|什么|哪些|多少|怎样|有|的|是|吗|可以|能|[“”\"'（）()《》]"
)
_ASKERS = pattern(
    r"申报|申请|提了|提出|提到|调研组|奖励|补贴|补助|扶持|政策|企业|项目|公司|满足|符合|达到|需要|要交|要|提交|提供|准备|安排|内容|情况|具体|条件"
    r"|材料|流程|程序|步骤|做好|抓好|搞好|干好|要求|资格|门槛|对象|变化|变动|区别|不同|相比|原来|办理|招商|工作|市|文件|措施|举措|做法|打算|部署|办法|规定|通知|最新|新"
)
_NEEDED, _HEAD_SAID = 0.6, 0.6
_REPEATED = 0.45  # of the topics, where the question repeats a heading whole: 上规入统一次 holds no 统一
_IN_HEAD, _ABOVE, _IN_BODY, _IN_PAPER = 1.0, 0.85, 0.6, 0.5


@dataclass(frozen=True, kw_only=True)
class Told:
    """A part of a paper that a question is about, and how much of the question it covers, 0 to 1."""

    paper: Paper
    part: Part
    fit: float


def part_with_aspect(frame: QuestionFrame, collection: Collection) -> Told | None:
    """The part whose heading names the aspect of a grant that is asked for (材料, 条件, 流程, 对象 …), of
    the paper that the question is about; None for any other question."""
    asked = aspects_of(frame.text)
    found = [
        Told(paper=paper, part=part, fit=_covered(frame, part, paper, but=aspect))
        for aspect in asked
        for paper in (documents_of if aspect.of_report else papers_of)(frame, collection)
        for part in _parts(paper)
        if aspect.headed.search(part.head) and (not aspect.of_place or _is_of_places(part, paper, frame))
    ]
    return _best(each for each in found if each.fit >= _NEEDED)


def _is_of_places(part: Part, paper: Paper, frame: QuestionFrame) -> bool:
    """Whether a part is told of the places asked about: of a district only where it, a heading over it or the
    title names the district."""
    over = fold(
        " ".join(
            (
                paper.document.title,
                paper.document.filed_as,
                *part.above,
                part.head,
                paper.text[part.body : part.end],
            )
        )
    )
    return all(place.level == "city" or place.short in over for place in frame.places)


def part_named(frame: QuestionFrame, collection: Collection) -> Told | None:
    """The part whose heading the question repeats, or all of whose topic it names; None where none does."""
    found = []
    bodies = [term for term in frame.terms if _BODY.fullmatch(term)]
    for paper in papers_of(frame, collection):
        if any(term_match(body, fold(paper.text)) < SYNONYM for body in bodies):
            continue  # 海关总署如何保障通关 is not told by a city's paper that never names it
        for part in _parts(paper):
            said = _said_of(part, frame) if part.head else 0.0
            if said < _HEAD_SAID or _tells_other_aspect(part.head, frame.text):
                continue
            covered = _covered(frame, part, paper)
            if covered >= (_REPEATED if said == 1 else _NEEDED):
                found.append(Told(paper=paper, part=part, fit=said + covered))
    return _best(found)


_BODY = pattern(r"[一-鿿]{2,}(?:总署|总局|部|局|厅|署|银行|集团|公司|商会|协会)")
_ASPECT = pattern(r"(?:程序|流程|步骤|材料|条件|时限)$")


def _tells_other_aspect(head: str, question: str) -> bool:
    """优先办理哪些车辆通行证 is not told under 办理车辆通行证程序."""
    aspect = _ASPECT.search(head)
    return aspect is not None and aspect.group() not in question and not aspects_of(question)


def papers_of(frame: QuestionFrame, collection: Collection) -> list[Paper]:
    """Policy papers, notices and plans that the search finds for a question, best first, of its places."""
    return _found(
        frame, collection, meant=lambda each: is_policy(each) or bool(_GUIDE_TITLE.search(each.title))
    )


def documents_of(frame: QuestionFrame, collection: Collection) -> list[Paper]:
    """Documents of any kind that the search finds for a question, best first, of its places."""
    return _found(frame, collection, meant=lambda each: True)


def _found(frame: QuestionFrame, collection: Collection, *, meant: Callable[[Document], bool]) -> list[Paper]:
    found = collection.documents_found(frame.query, k=_SEARCHED, documents=frame.within or None)
    own = [each for each in found if meant(each) and fits_place(each, frame, collection)][:_MOST_PAPERS]
    if asks_for_former(frame.text):  # 旧政策: what another holds in place of, where one does
        texts = {each.id: collection.text(each.id) for each in own}
        own = [each for each in own if succession(each, own, text_of=texts)] or own
    return [Paper(document=each, text=collection.text(each.id)) for each in own]


def _parts(paper: Paper) -> list[Part]:
    """The parts of a paper; its title heads all of it, and is none."""
    title = fold(paper.document.title)
    return [
        part
        for part in outline(paper.text)
        if not part.head or fold(part.head) not in title or part.start > 200
    ]


def topics(frame: QuestionFrame) -> list[str]:
    """The words of a question that say what it is about, those left out that any question has."""
    terms = [term for term in frame.terms if len(term) > 1 and not _ASKERS.fullmatch(term)]
    return [*terms, *frame.surfaces]


def _covered(frame: QuestionFrame, part: Part, paper: Paper, *, but: Aspect | None = None) -> float:
    """The share of the question's topics that the heading, those above it or the part itself says; those that
    only ask for the aspect `but` are left out."""
    asking = match.group() if but and (match := but.asked.search(frame.text)) else ""
    terms = [term for term in topics(frame) if but is None or not (term in asking or term == "发展")]
    if not terms:
        return 1.0
    head, body = fold(part.head), fold(paper.text[part.body : part.end])
    above = fold(" ".join((*part.above, paper.document.title)))
    whole = fold(paper.text) if but and (but.of_report or but.of_all) else ""
    in_paper = _NEEDED / SYNONYM if but and but.of_all else _IN_PAPER
    said = [
        max(
            _IN_HEAD * term_match(term, head),
            _ABOVE * term_match(term, above),
            _IN_BODY * term_match(term, body),
            in_paper * term_match(term, whole),
        )
        for term in terms
    ]
    return sum(said) / len(said)


def _said_of(part: Part, frame: QuestionFrame) -> float:
    """The share of what is particular in a heading that the question says, or 1 where the heading says all
    that the question is about."""
    heads = re.split(r"[?,]", fold(part.head)) if part.asks else [fold(part.head)]
    share = max(repeated(head, frame.text) for head in heads)
    terms = topics(frame)
    plain = re.sub('[“”‘’"]', "", fold(part.head))
    quoted = all(fold(each) in fold(part.head) for each in frame.quoted)
    particular = quoted and any(_COMMON.sub("", term) for term in terms)
    named = particular and all(term_match(term, plain) >= SYNONYM for term in terms)
    return max(share, 1.0 if named else 0.0)


def repeated(head: str, question: str) -> float:
    """The share of the pairs of characters of what is particular in a folded heading that a question has."""
    core = _COMMON.sub("", head)
    pairs = {core[at : at + 2] for at in range(len(core) - 1)}
    return sum(pair in question for pair in pairs) / len(pairs) if pairs else 0.0


def _best(found: Iterable[Told]) -> Told | None:
    """The best fitting, of equal ones the innermost, of those the first."""
    ordered = sorted(found, key=lambda each: (-round(each.fit, 2), -each.part.depth))
    return ordered[0] if ordered else None
