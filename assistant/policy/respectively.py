"""What does a clause grant one of those it lists: 国家级、省级、市级的分别奖励100万元、50万元、20万元?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.matching import term_match
from assistant.policy.asked import asks_for_terms
from assistant.policy.headings import papers_of, topics
from assistant.policy.pieces import pieces
from assistant.policy.rules import Paper, passage_evidence
from assistant.question import QuestionFrame
from assistant.wording import as_printed
from language.numeral import whole_number
from language.outline import outline
from language.pattern import pattern
from language.text import Span, fold

_LISTS = pattern(
    r"(?P<who>[^,;。]{2,80}?)(?:,[^,;。、]{2,40}(?=的,))?的?,?(?:可|将|则)?(?:按年度?|一次性)?分别(?:一次性|再)?(?:给予|予以|奖励|补助|补贴|资助|按)*"
    r"(?P<what>[^,;。]{2,80})"
)
_PLACED = pattern(r"第[一二三四五六]名")
_RANKED = pattern(r"前(?P<n>[二两三四五六])名[^。;]{0,40}?分别(?P<what>[^。;]{2,60})")
_POINTS = pattern(r"\d+(?:\.\d+)?\s*(?:[万亿]?元|%|个百分点|分)")
_PART = pattern(r"[、/]|或者?|和|及")
_VALUE = pattern(r"\d+(?:\.\d+)?\s*(?:[万亿]?元|%|‰|个百分点)")
_EACH = pattern(r"每(?:平方米|亩|吨|台|套|件|人|个|项|家|条|月|年)(?=[\d给奖补])")
_LEVEL = pattern(r"(?:国家|世界|全国|国际|省部|自治区|[一二三四五六\d]|[省市区县])级$")
_LEVEL_FIRST = pattern(rf"{_LEVEL.pattern[:-1]}(?=[一-鿿]{{2}})")
_LEADS_TO = pattern(
    r"认定为|认定的|评为|评定为|列为|列入|获评|获得|通过|新增|首次|当选|[对为的](?=[国省市世全])"
)
_CERTIFIED = pattern(r"(?<=[一-鿿]{2})(?:的)?(?:认定|称号|资质|荣誉)$")
_HOW_LONG = pattern(r"几年|几个月|多久|多长时间|期限|年限")
_TERM = pattern(r"(?:期限|连续|最长)[^，,。；;\d]{0,6}\d+(?:年|个月)")
_RISES = pattern(r"升|晋级|差额|补足|已(?:经)?(?:拿|获|领|享)|先拿|先获|后来|还能|再拿")
_DIFFERENCE = pattern(r"差额|补足|补差|就高|不重复|不再")
_LEAST = 0.3


@dataclass(frozen=True, kw_only=True)
class _Each:
    """One of a list and what is granted to it; `rest` of the list, as printed before its first member."""

    name: str
    amount: str
    paper: Paper
    span: Span
    about: str


def answer_respectively(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """What the one that the question names is granted; None where it names none or several of a list."""
    if not (asks_for_terms(frame.text) or _PLACED.search(frame.text)):
        return None
    question = _close(frame.text)
    found = [
        each
        for paper in papers_of(frame, collection)
        for each in _members(paper)
        if _named(each.name, question) and _fit(each, frame) >= _LEAST
    ]
    longest = max((len(each.name) for each in found), default=0)
    meant = [each for each in found if len(each.name) == longest]
    if len(meant) != 1:
        return None
    (each,) = meant
    evidence = passage_evidence(each.paper, collection, start=each.span.start, end=each.span.end)
    told = f"{_bare(each.about)}{each.name}：{each.amount}"
    if _HOW_LONG.search(frame.text) and (term := _TERM.search(evidence.text)):
        told += f"，{term.group()}"
    if _RISES.search(frame.text) and _DIFFERENCE.search(evidence.text):
        told = as_printed(
            evidence.text
        )  # who rises from one to another is told of both, and of the difference
    return Draft(statements=(Statement(text=told, evidence=(evidence,)),))


def _members(paper: Paper) -> Iterator[_Each]:
    listed, at = list[str](), 0  # whom the clause before lists, and where it ends
    for span in pieces(paper.text):
        yield from _by_rank(paper, span)
        for match in _LISTS.finditer(fold(paper.text[span.start : span.end])):
            names, amounts = _PART.split(match["who"]), _VALUE.findall(match["what"])
            each = "" if (per := _EACH.search(match["what"])) is None else per.group()
            names = [name for name in names if name.strip()]
            goes_on = len(names) == 1 and "\n" not in paper.text[at : span.start]
            if goes_on and len(listed) == len(amounts):  # 首次购房的，分别给予20万元、10万元: of the same two
                about = f"{names[0].strip()}的"
            elif 2 <= len(amounts) <= len(names):
                (about, listed), at = _named_apart(names[-len(amounts) :]), span.end
            else:
                continue
            for name, amount in zip(listed, amounts, strict=True):
                if len(name) >= 2 and not _VALUE.search(name):
                    yield _Each(name=name, amount=f"{each}{amount}", paper=paper, span=span, about=about)


def _named_apart(names: list[str]) -> tuple[str, list[str]]:
    """What is said of all of a list, and each of it by its own name."""
    about, first = _parted(names[0], names[1])
    last = _CERTIFIED.sub("", _cut(names[-1], names[0] if not about else first))
    first = _CERTIFIED.sub("", first)
    if not first:
        about, first = "", names[0]
    return about, [first, *names[1:-1], last]


def _by_rank(paper: Paper, span: Span) -> Iterator[_Each]:
    """对考核前三名的分别奖励300万元、200万元、100万元: each of the ranks."""
    for match in _RANKED.finditer(fold(paper.text[span.start : span.end])):
        amounts = _POINTS.findall(match["what"])
        if whole_number(match["n"]) == len(amounts):
            for rank, amount in zip("一二三四五六", amounts, strict=False):
                yield _Each(name=f"第{rank}名", amount=amount, paper=paper, span=span, about="")


def _parted(first: str, second: str) -> tuple[str, str]:
    """首次通过CMMI 3级 beside 4级: what is said of all, and the first of the list."""
    ending = second[-1]
    if (level := _LEVEL.search(first)) is not None and second.endswith("级"):
        return _unnumbered(first[: level.start()]), level.group()
    level, fellow = _LEVEL.search(first), _LEVEL_FIRST.match(second)
    if level is not None and fellow is not None:  # 国家级、省级企业技术中心: both are of one kind
        return _unnumbered(first[: level.start()]), level.group() + second[fellow.end() :]
    at = len(first)
    size = len(second)
    if len(first) > size and first.endswith(ending):
        at = _where_named(first, len(first) - size)
    return _unnumbered(first[:at]), first[at:].strip()


def _unnumbered(words: str) -> str:
    return re.sub(r"^(?:\(.{1,3}\)|\d[.、])?.*。", "", words).strip()


def _where_named(first: str, at: int) -> int:
    """Where the first name begins: behind the word that leads to it, near where its fellow would begin."""
    leads = [match.end() for match in _LEADS_TO.finditer(first)]
    return min(leads, key=lambda end: abs(end - at)) if leads else at


def _cut(last: str, like: str) -> str:
    """5级认证 as 5级, where its fellows end in 级."""
    at = last.rfind(like[-1]) if like else -1
    return last[: at + 1] if at > 0 else last


def _fit(each: _Each, frame: QuestionFrame) -> float:
    """The share of the question's other topics that the sentence, its headings or the title say."""
    text = each.paper.text
    heads = "".join(part.head for part in outline(text) if part.start <= each.span.start < part.end)
    around = fold(f"{each.paper.document.title}{heads}{text[each.span.start : each.span.end]}").lower()
    question = _close(frame.text)
    at = question.find(_close(each.name))
    named = range(at, at + len(_close(each.name)))
    own = [term for term in topics(frame) if not _touches(question.find(_close(term)), len(term), named)]
    fits = [term_match(term.lower(), around) for term in own]
    return sum(fits) / len(fits) if fits else 1.0


def _touches(start: int, size: int, named: range) -> bool:
    """Whether a word of the question reaches into the name: 级奖 after CMMI5级."""
    return start < named.stop and named.start < start + size


def _named(name: str, question: str) -> bool:
    """Whether the question has the name, and not as the end of a longer number."""
    return bool(re.search(rf"(?<!\d){re.escape(_close(name))}", question))


def _bare(about: str) -> str:
    """Without its 第七条 and 对."""
    return re.sub(r"^(?:第[^条]{1,6}条\s*|\d{1,2}[.、．]\s*|[(][^)]{1,3}[)]\s*)?对?", "", about)


def _close(text: str) -> str:
    """Without spaces and in lower case: CMMI 5级 is CMMI5级."""
    return re.sub(r"\s", "", text).lower()
