"""Which headed part of the papers is a question about: 申报要交什么材料 is about 四、申报材料?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.collection import Collection
from assistant.matching import SYNONYM, term_match
from assistant.policy.rules import Paper, fits_place
from assistant.policy.versions import is_policy
from assistant.question import QuestionFrame
from language.outline import Part, outline
from language.text import fold

_SEARCHED = 40
_MOST_PAPERS = 8
_GUIDE_TITLE = re.compile(
    r"通知|公告|指南|要点|问答|解读|须知|计划|规划|白皮书|清单|手册|方案|通告|公示|纪要|分工|台账|任务|讲话|发言|致辞|汇编|简介|推介"
)
# What of a grant or a paper is asked, in the words of questions and of headings.
_ASPECTS: tuple[tuple[str, str], ...] = (
    (
        r"(?:什么|哪些|哪几[样份种项]|啥|几[样份种])[^,。;?]{0,6}(?:材料|资料)|(?:材料|资料)(?:都|要|有|包括|是)*(?:哪|什么|清单)"
        r"|带什么|(?:要|需要?)(?:交|提供|提交|准备)(?:什么|哪)",
        r"材料|资料|提交|提供",
    ),
    (
        r"标准(?!厂房|地|化|件)|分(?:几|哪几)[档类等级]|(?:几|哪几|哪些)[档等级]|档次",
        r"标准(?!厂房|地|化|件)|档次|分档|额度",
    ),
    (r"条件|要求|门槛|资格|什么样的(?:企业|项目|机构)|哪些企业(?:可以|能)", r"条件|资格|要求|门槛|什么样的"),
    (
        r"(?:目标|任务)(?:任务|目标|值)?(?:都|主要|具体|分别)*(?:是|有|包括)(?:什么|哪|多少项)|(?:什么|哪些|哪几个)(?:主要|具体)?目标",
        r"目标",
    ),
    (
        r"谁(?:可以|能|有资格)|支持(?:的是)?(?:哪|什么)|(?:哪些|什么样的|哪类|什么)(?:企业|项目|机构|单位|人)(?:可以|能|有资格)|对象|适用(?:于)?(?:谁|哪|什么|范围)|面向(?:谁|哪|什么)",
        r"对象|适用|范围|主体|谁可以|什么样的|哪些企业",
    ),
    (
        r"不(?:予|给|能|可以?|得)(?:支持|享受|申报|奖励|补贴|兑现|拿|报)|哪些情(?:况|形)|负面",
        r"不予|不得|不支持|负面|除外|限制",
    ),
    (
        r"流程|程序|步骤|(?:怎么|如何|怎样)(?:去)?(?:申报|申请|办理?|报|领|走)|哪几步|分几步|去哪(?:里|儿)?(?:申?报|申请|办)",
        r"流程|程序|步骤|方式|办理|如何申|怎么申|怎样申",
    ),
    (
        r"(?:什么时候|何时|哪天|哪一天|几号|几点)[^,。;?]{0,4}(?:开(?!工|业|始|展|放|通)|举办|举行|召开|报到)"
        r"|在(?:哪里|哪儿|什么地方|何处|哪)(?:开|举办|举行|召开|报到)|(?:会议|活动|报到)(?:时间|地点)",
        r"时间|地点|日程",
    ),
    (r"主办|承办|协办", r"主办|承办|协办|组织(?:机构|单位)|举办单位"),
    (r"背景|为什么(?:要)?(?:出台|制定|修订)|为何(?:出台|制定|修订)", r"背景|目的|必要性|为什么|为何"),
    (
        r"(?:变|改)(?:了|化|动)|有(?:什么|哪些|何)(?:不同|区别|调整)|(?:相比|比起|比较).{0,12}(?:变|不同|区别|调整|新)",
        r"变化|变动|调整|区别|不同|修订内容|亮点",
    ),
)
_ASPECTS_READ = [(re.compile(asked), re.compile(headed)) for asked, headed in _ASPECTS]
_COMMON = re.compile(
    r"开展|健全|做强|做优|做大|拓展|推进|推动|强化|加强|加快|深化|优化|完善|建立|建设|实行|实施|鼓励|支持|提升|提高"
    r"|关于|对于|进行|落实|全面|大力|积极|持续|着力|进一步|奖励|补贴|补助|扶持|资助|政策|工作|机制|制度|服务|项目|企业"
    r"|标准|主要|一次性|怎么算|怎么|如何|什么|哪些|多少|怎样|有|的|是|吗|可以|能|[“”\"'（）()《》]"
)
_ASKERS = re.compile(
    r"申报|申请|奖励|补贴|补助|扶持|政策|企业|项目|公司|满足|符合|达到|需要|要交|要|提交|提供|准备|安排|内容|情况|具体|条件"
    r"|材料|流程|程序|步骤|要求|资格|门槛|对象|变化|变动|区别|不同|相比|原来|办理|招商|工作|市|文件|措施|举措|做法|打算|部署|办法|规定|通知|最新|新"
)
_NEEDED, _HEAD_SAID = 0.6, 0.6
_REPEATED = 0.45  # of the topics, where the question repeats a heading whole: 上规入统一次 holds no 统一
_IN_HEAD, _ABOVE, _IN_BODY = 1.0, 0.85, 0.6


@dataclass(frozen=True, kw_only=True)
class Told:
    """A part of a paper that a question is about, and how much of the question it covers, 0 to 1."""

    paper: Paper
    part: Part
    fit: float


def part_with_aspect(frame: QuestionFrame, collection: Collection) -> Told | None:
    """The part whose heading names the aspect of a grant that is asked for (材料, 条件, 流程, 对象 …), of
    the paper that the question is about; None for any other question."""
    headed = [heading for asked, heading in _ASPECTS_READ if asked.search(frame.text)]
    if not headed:
        return None
    found = [
        Told(paper=paper, part=part, fit=_covered(frame, part, paper))
        for paper in papers_of(frame, collection)
        for part in _parts(paper)
        if any(heading.search(part.head) for heading in headed)
    ]
    return _best(each for each in found if each.fit >= _NEEDED)


def part_named(frame: QuestionFrame, collection: Collection) -> Told | None:
    """The part whose heading the question repeats, or all of whose topic it names; None where none does."""
    found = []
    for paper in papers_of(frame, collection):
        for part in _parts(paper):
            said = _said_of(part, frame) if part.head else 0.0
            if said < _HEAD_SAID:
                continue
            covered = _covered(frame, part, paper)
            if covered >= (_REPEATED if said == 1 else _NEEDED):
                found.append(Told(paper=paper, part=part, fit=said + covered))
    return _best(found)


def papers_of(frame: QuestionFrame, collection: Collection) -> list[Paper]:
    """Policy papers, notices and plans that the search finds for a question, best first, of its places."""
    found = collection.documents_found(frame.query, k=_SEARCHED)
    meant = [each for each in found if is_policy(each) or _GUIDE_TITLE.search(each.title)]
    own = [each for each in meant if fits_place(each, frame, collection)][:_MOST_PAPERS]
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


def _covered(frame: QuestionFrame, part: Part, paper: Paper) -> float:
    """The share of the question's topics that the heading, those above it or the part itself says."""
    terms = topics(frame)
    if not terms:
        return 1.0
    head, body = fold(part.head), fold(paper.text[part.body : part.end])
    above = fold(" ".join((*part.above, paper.document.title)))
    said = [
        max(
            _IN_HEAD * term_match(term, head),
            _ABOVE * term_match(term, above),
            _IN_BODY * term_match(term, body),
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
    quoted = all(fold(each) in fold(part.head) for each in frame.quoted)
    particular = quoted and any(_COMMON.sub("", term) for term in terms)
    named = particular and all(term_match(term, fold(part.head)) >= SYNONYM for term in terms)
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
