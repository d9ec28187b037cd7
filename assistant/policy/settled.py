"""Which sentence of a paper settles what people ask of any paper?

May grants be combined, what of a broken promise,
where to hand in, whom to call?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.policy.coverage import covered, headings_over
from assistant.policy.headings import papers_of, topics
from assistant.policy.pieces import is_row, pieces
from assistant.policy.references import referred_words
from assistant.policy.rules import Paper, fits_place, passage_evidence
from assistant.policy.versions import named
from assistant.question import QuestionFrame
from assistant.refusal import refuse
from assistant.wording import as_printed
from language.text import Span, fold, sentences

_HAVE = r"(?:拿|享受|享|申报|申请|领|报|得|要|用)"
_PHONE = (
    r"(?<!\d)(?:0\d{2,3}\s*[-—－–)）]?\s*)?\d{7,8}(?:[-—－–]\d{1,5})?(?!\d)"
    r"|(?<!\d)123(?:45|\d{2})(?!\d)|(?<!\d)400[-\d]{7,9}"
)


@dataclass(frozen=True, kw_only=True)
class _Matter:
    """Something asked of any paper: how the question puts it, and how a sentence that settles it reads."""

    asked: re.Pattern[str]
    said: re.Pattern[str]
    by_line: bool = False
    own: bool = False  # whether the sentence itself must say what is asked about
    unless: re.Pattern[str] | None = None  # how a question goes that asks something else

    def is_asked(self, question: str) -> bool:
        """Whether the question asks it."""
        return bool(self.asked.search(question)) and not (self.unless and self.unless.search(question))


_MATTERS = (
    _Matter(
        asked=re.compile(r"(?:按|照|执行|适用)(?:照)?(?:的是)?(?:哪[个种一]?|什么|新|旧|老|原)[^,。;?]{0,4}(?:政策|标准|办法|规定)"),
        said=re.compile(r"(?:按|照|执行)(?:照)?(?:原|新|旧|修改后|调整后|修订后)[^,。;，；]{0,6}(?:政策|标准|办法|规定|执行)|继续执行"),
    ),
    _Matter(
        asked=re.compile(
            r"(?:几年|多少年|多久)(?:之?内)?(?:不能|不得|不可|不许|不准)?(?:再)?(?:搬|迁|撤|转让|离开)|(?:搬|迁|撤)[^,。;?]{0,8}(?:几年|多少年|年限)"
        ),
        said=re.compile(r"[\d一二三四五六七八九十]+年内?[^。;；]{0,24}(?:迁|搬|撤离)|(?:迁|搬|撤离)[^。;；]{0,20}\d+年"),
    ),
    _Matter(
        asked=re.compile(r"(?:材料|资料|手续)(?:不齐|不全|缺)|缺(?:少)?材料|补正|补齐|补交|补件"),
        said=re.compile(r"补正|补齐|补交|补件|一次性告知|材料不[齐全]"),
    ),
    _Matter(
        asked=re.compile(
            rf"(?:同时|一起|一并|一块儿?|都(?:能|可以?|给|有份)|两[项个头边样]|几[项个样]|重复|叠加|再)[^,。;?]{{0,8}}{_HAVE}"
            r"|叠加|兼得|兼享|重复(?:享受|申报|奖励|支持|补助)|冲突|同享|(?:还能|能不能|能否|可否|可以)再"
        ),
        said=re.compile(
            r"就高|从高|从优|择优|择一|择高|择其|不重复|不得重复|不予重复|不可重复|重复享受|叠加|兼得|兼享|同时享受"
            r"|不再享受|已(?:获得|享受|获)[^,，。;；]{0,20}(?:支持|资金|奖励|补贴|补助)的(?=[,，;；。、]|企业|项目|不)|不得同时|不能同时|可同时|可以同时|一并享受"
        ),
    ),
    _Matter(
        asked=re.compile(
            r"(?:怎么|如何|怎样)处理[?？]?$|后果|会怎么?样|怎么罚|要不要退|要退|退不退|处罚|追究|算违约|违约"
            r"|(?:迁|搬|走了|骗|造假|弄虚|[没未](?:有|能)?(?:按期|按时)?(?:完成|达标|达到|开工|投产|竣工|落实|兑现|通过)|不达标|达不到|逾期|超期)"
            r"[^,。;?]{0,10}(?:怎么办|怎样|如何|怎么算)"
        ),
        said=re.compile(
            r"追回|退回|退还|收回|取消|追缴|追究|处罚|罚款|不得(?:再)?申报|失信|违约|停止拨付|终止|约谈|不予兑现|暂停|整改|补偿金|加收|扣减"
        ),
    ),
    _Matter(
        asked=re.compile(r"谁(?:来|负责)?(?:作出|进行)?解释|解释权|(?:哪个(?:部门|单位)|什么部门)[^,。;?]{0,4}解释"),
        said=re.compile(r"(?:负责|承担)[^,，。;；]{0,6}解释|由[^,，。;；]{2,24}解释|解释权"),
    ),
    _Matter(
        asked=re.compile(r"(?:送|交|寄|报|递)(?:到|往|给|去)?(?:哪(?![些几个])|什么地方|何处)|(?:报送|提交|递交|受理)地[点址]"),
        said=re.compile(r"地[点址]|送至|寄至|报送至|提交至|报至|交至|窗口|平台|系统|邮箱"),
    ),
    _Matter(
        asked=re.compile(
            r"分(?:成|为)?几[年次批期]|一次性?(?:给|发|付|兑|拨|到位)|分[期年批次](?:给|发|付|兑|拨)|怎么(?:兑现|发放|拨付|发钱)"
            r"|如何(?:兑现|发放|拨付)"
        ),
        said=re.compile(
            r"分(?:[一二两三四五\d]+)[年次批期](?:内)?[^,，。;；]{0,14}(?:兑现|发放|拨付|给予|支付|奖)|逐年|按年度?(?:兑现|拨付|发放)"
            r"|一次性(?:兑现|拨付|发放|支付)|分[年期批次](?:兑现|拨付|发放)|分年度|当年兑付|次年[^,，。;；]{0,8}(?:兑|拨|发)"
        ),
    ),
    _Matter(
        own=True,
        unless=re.compile(r"哪|谁|什么|怎|多少|几"),
        asked=re.compile(
            rf"(?:能不能|能否|可不可以|可否)[^,。;?]{{0,6}}{_HAVE}"
            rf"|(?:可以?|能)[^,。;?]{{0,6}}{_HAVE}[^,。;?]{{0,16}}[吗么]"
        ),
        said=re.compile(r"不得(?:重复)?(?:申|享|领|参)|不适用|不予(?:支持|受理|奖|补|兑)|不(?:能|可|在)?享受|不包括|不含|除外|不属于|不在.{0,8}范围"),
    ),
    _Matter(
        asked=re.compile(
            r"(?:电话|热线)(?:号码)?(?:分别)?(?:是|为)?(?:多少|什么|几号|哪个|哪些)|(?:电话|热线)(?:号码)?[?？]?$"
            r"|(?:哪个|什么|哪些)(?:咨询)?(?:电话|热线)|怎么联系|如何联系|联系方式|打给谁"
            r"|(?:找|问|联系)(?:谁|哪个?[^,。;?]{1,4})(?:咨询|了解|打听|问)|咨询(?:找|问|联系)(?:谁|哪)|向(?:谁|哪个?[^,。;?]{1,4})咨询"
        ),
        said=re.compile(_PHONE),
        by_line=True,
    ),
)  # fmt: skip
_OTHER_LINE = re.compile(r"监督|举报|投诉|技术|系统|传真|值班")
_LONG_SENTENCE, _COUNTED = 90, re.compile(r"[二三四五六]是")
_MOST = 4
_LONG_LINE = 160  # characters
_MOST_PAPERS = 2  # alike, of no place asked for, that are both told
_SEARCHED = 24
_LEAST_OF_LINE = 0.3  # a number to call is scarce, and says little of what for
_LEAST_OWN = 0.6  # of the topics that a sentence must say itself
_ABOVE = 0.4  # what headings count for there
_LEAST = 0.5  # of the question's topics that a sentence, its heading and the title say


def answer_settled(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The sentences that settle it in the paper that the question is about; those on what it names before
    those on all. None where no such thing is asked, or no paper says it; a refusal where
    a number to call is asked for that no paper gives."""
    matter = next((each for each in _MATTERS if each.is_asked(frame.text)), None)
    if matter is None or re.search(r"多少(?!$|[?？]$)", frame.text):
        return None
    if matter.by_line and "date" in frame.wants:  # 什么时间开通热线 asks for no number
        return None
    told = [(paper, *_best(frame, matter, paper)) for paper in papers_of(frame, collection)]
    top = max((fit for _, fit, _ in told), default=0.0)
    if top < (_LEAST_OF_LINE if matter.by_line else _LEAST_OWN if matter.own else _LEAST):
        return _without_number(frame, matter, collection)
    alike = [(paper, spans) for paper, fit, spans in told if fit >= top - 0.01]
    if frame.places or len(alike) > _MOST_PAPERS:
        alike = alike[:1]
    statements = [
        _statement(paper, span, collection, matter, named_too=len(alike) > 1)
        for paper, spans in alike
        for span in spans[:_MOST]
    ]
    return Draft(statements=tuple(statements))


def _best(frame: QuestionFrame, matter: _Matter, paper: Paper) -> tuple[float, list[Span]]:
    """How well the best sentences of a paper that settle a matter fit the question, and where they are."""
    found = [
        (_fit(frame, matter, paper, span), span)
        for span in (_lines(paper.text) if matter.by_line else pieces(paper.text))
        if matter.said.search(paper.text[span.start : span.end]) and not _settles_nothing(paper.text, span)
    ]
    top = max((fit for fit, _ in found), default=-1.0)
    return top, [span for fit, span in found if fit >= top - 0.01]


def _without_number(frame: QuestionFrame, matter: _Matter, collection: Collection) -> Draft | None:
    """A refusal where a number to call is asked for and no passage found has one: other words are none."""
    hits = collection.search(frame.query, k=_SEARCHED)
    passages = [hit.passage.text for hit in hits if fits_place(hit.document, frame, collection)]
    if not matter.by_line or any(matter.said.search(text) for text in passages):
        return None
    return refuse(frame, collection)


def _fit(frame: QuestionFrame, matter: _Matter, paper: Paper, span: Span) -> float:
    """The share of the topics of a question that a sentence says, or its heading or title, which count less;
    1 where it has none."""
    asking = match.group() if (match := matter.asked.search(frame.text)) else ""
    terms = [
        term
        for term in topics(frame)
        if term not in _OF_ASKING and (term not in asking or _DEED.search(term))
    ]
    terms = [term if _DEED.search(term) else matter.asked.sub("", term) for term in terms]
    terms = [term for term in terms if len(term) > 1]
    said = fold(paper.text[span.start : span.end])
    referred = referred_words(paper.text, span.start, span.end)
    above = fold(paper.document.title) + headings_over(paper.text, span) + referred
    if matter.by_line and not _OTHER_LINE.search(said):
        said += "咨询"  # what a number is for is said where it is for anything else
    none = 0.0 if matter.own else 1.0
    return covered(terms, (said, 1.0), (above, _ABOVE if matter.own else 0.7), none=none)


_DEED = re.compile(r"迁|搬|撤|骗|造假|弄虚|完成|达标|达到|开工|投产|竣工|落实|逾期")
_OF_ASKING = frozenset(
    (
        "市里 省里 区里 国家 中途 半路 提前 还是 一次性 不能 能否 同时 一起 处理 "
        "送到 交到 寄到 还能 享受 电话 号码 重复 叠加"
    ).split()
)


def _lines(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        if len(line) > _LONG_LINE:  # a notice copied from the web has lost its line breaks
            spans += sentences(text, start=at, end=at + len(line))
        elif line.strip():
            begin = at + len(line) - len(line.lstrip())
            spans.append(Span(start=begin, end=at + len(line.rstrip())))
        at += len(line) + 1
    return spans


def _settles_nothing(text: str, span: Span) -> bool:
    piece = text[span.start : span.end]
    return is_row(piece) or piece.rstrip("*_ ").endswith(("？", "?"))


def _point(text: str, matter: _Matter) -> str:
    """The point of a long sentence that settles it: 四是兑付方式…… of a list of four."""
    parts = [part for part in re.split("[；;]", text) if matter.said.search(part)]
    listed = len(text) > _LONG_SENTENCE and _COUNTED.search(text)
    return parts[0] if listed and len(parts) == 1 else text


def _statement(
    paper: Paper, span: Span, collection: Collection, matter: _Matter, *, named_too: bool
) -> Statement:
    evidence = passage_evidence(paper, collection, start=span.start, end=span.end)
    said = as_printed(_point(evidence.text, matter))
    return Statement(text=f"{named(paper.document)}：{said}" if named_too else said, evidence=(evidence,))
