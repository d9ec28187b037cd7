"""Lists the organisations that the documents tell of in the asked connection: companies, departments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.homes import home_of
from assistant.matching import SYNONYM, term_match
from assistant.passages.by_place import doing_part
from assistant.passages.ranking import Scored, name_fit, rank_sentences
from assistant.passages.visited import asks_met, tell_visited
from assistant.question import QuestionFrame
from assistant.wording import as_printed, tidy
from language.naming import find_names
from language.pattern import pattern
from language.place import short_name
from language.text import clauses, fold

# 采取什么措施减免中小企业房租 asks for measures.
_OF_OTHER = r"(?![^，。？]{0,8}?(?:措施|举措|办法|政策|方式|条件|支持|服务|影响|作用|要求|困难|问题))"
_COMPANIES = pattern(
    rf"(?:哪些|哪几家){_OF_OTHER}[^，。？]{{0,8}}(?:企业|公司|集团|厂商)|(?:企业|公司|集团)(?:都)?(?:有哪些|是哪些|名单|有谁|是谁)"
)
_DEPARTMENTS = pattern(
    rf"(?:哪些|哪几个|什么){_OF_OTHER}[^，。？]{{0,8}}(?:部门|委办局|机关|单位)|(?:部门|委办局)(?:都)?(?:有哪些|是哪些|有谁|名单)"
)
_DEPARTMENT = pattern(
    r"(?:[一-鿿]{2,3}(?=海关)|省|市|区|县)?(?:[一-鿿]{0,9}?(?:改革委|经济局|信息化局|委员会"
    r"|管委会|贸促会|工商联)|[一-鿿]{2,8}(?:局|厅|委|海关|办公室|贸促会))(?=党组|党委|党工委"
    r"|书记|局长|主任|关长|会长|将|表示|介绍|副|负责|牵头|提出|有关|相关|的)"
)
# Companies are often printed by their short names, which no 集团 or 公司 ends.
_BRAND = pattern(r"(?<=[为与由邀到问访、])[一-鿿]{2,4}(?:电气|电子|能源|科技|重工|股份|控股)")
MOST, ROOM = 14, 620


def list_organisations(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """Each organisation once, in the words that tell of it; None unless organisations are asked for."""
    if _DEPARTMENTS.search(frame.text):
        return _departments(rank_sentences(frame, collection), frame, collection)
    if _COMPANIES.search(frame.text) and (frame.places or frame.terms):
        ranked = rank_sentences(frame, collection)
        visited = tell_visited(_relevant(ranked, frame, collection), frame)
        brought = _brought(_relevant(ranked, frame, collection), frame)
        return visited or brought or (None if asks_met(frame) else _companies(ranked, frame, collection))
    return None


def _relevant(ranked: Iterable[Scored], frame: QuestionFrame, collection: Collection) -> list[Scored]:
    kept = []
    visited = (
        [place.short for place in frame.places if re.search(rf"[在赴到]{place.short}", frame.text)]
        if len(frame.places) > 1
        else []
    )  # 高密在深圳拜访了哪些企业
    for one in ranked:
        sentence = one.sentence
        here = (
            not frame.place_names
            or sentence.topic in frame.place_names
            or frame.place_names & set(sentence.places)
            or any(short_name(name) in fold(sentence.document.title) for name in frame.place_names)
            or home_of(sentence.document.id, collection) in frame.place_names
        )
        years = {sentence.document.reference_date[:4], *(row.period[:4] for row in sentence.figures)}
        year = not frame.period_labels or any(label[:4] in years for label in frame.period_labels)
        there = all(name in sentence.folded for name in visited)
        named = not frame.names or name_fit(sentence, frame) > 0  # 某产业园落户了哪些企业
        if here and year and there and named:
            kept.append(one)
    return kept


def _brought(ranked: Sequence[Scored], frame: QuestionFrame) -> Draft | None:
    """先后引进甲、乙、丙等配套企业: the clause that lists who came, of the trade that is asked about."""
    deed = _DEED.search(frame.text)
    if deed is None:
        return None
    about = [term for term in frame.terms if not _OF_ANY_FIRM.fullmatch(term)]
    for one in ranked if about else ():
        listed = next((m for m in _LISTED.finditer(one.sentence.text) if _DEED.search(m.group())), None)
        if listed and all(term_match(term, one.sentence.folded) >= SYNONYM for term in about):
            text = as_printed(listed.group().lstrip("，；。"))
            return Draft(statements=(Statement(text=text, evidence=(one.sentence.evidence(),)),))
    return None


_DEED = pattern(r"引进|引入|招引|引来|落户|入驻|集聚|聚集|吸引|汇聚")
_OF_ANY_FIRM = pattern(r"引进|引入|招引|引来|落户|入驻|集聚|聚集|吸引|汇聚|企业|公司|产业链?|项目|先后|哪些")
_LISTED = pattern(
    r"(?:^|[，；。])[^，；。、]{2,}(?:、[^，；。、]{2,})+等[^，；。]{0,20}(?:企业|公司|厂商|集团)[^，；。]{0,8}"
)


def _companies(ranked: Sequence[Scored], frame: QuestionFrame, collection: Collection) -> Draft | None:
    statements: list[Statement] = []
    seen: set[str] = set()
    room = ROOM
    kind = next((words for words in _KINDS if any(word in frame.text for word in words)), None)
    if kind is not None and not all(any(word in term for word in kind) for term in frame.terms):
        kind = None  # 与哪些头部企业合作 is answered by what tells of the deed
    ordered = sorted(_relevant(ranked, frame, collection), key=lambda one: -_density(one))
    for one in ordered:
        text = one.sentence.text
        for span in clauses(text):
            clause = tidy(text[span.start : span.end])
            names = [
                n.text
                for n in find_names(fold(text[span.start : span.end]))
                if n.kind == "organisation" and re.search(r"集团|公司|股份|银行", n.text)
            ]
            names += [m.group() for m in _BRAND.finditer(clause) if m.group() not in names]
            fresh = [name for name in names if name not in seen]
            if kind is not None and not any(word in clause for word in kind):
                continue  # 有哪些龙头企业 is not answered with any firm
            if fresh and 6 <= len(clause) <= 60 and len(clause) <= room and len(statements) < MOST:
                seen.update(names)
                room -= len(clause)
                statements.append(Statement(text=clause, evidence=(one.sentence.evidence(),)))
    return Draft(statements=tuple(statements)) if len(seen) >= 3 else None


# What a firm is called for its rank, in the words that stand for one another.
_KINDS = (
    ("龙头", "链主", "头部", "领军", "旗舰", "500强", "百强"),
    ("小巨人", "专精特新"),
    ("独角兽", "瞪羚"),
    ("上市",),
    ("央企", "国企"),
)


def _density(one: Scored) -> float:
    return one.score + 0.3 * len(re.findall(r"集团|公司", one.sentence.text)) / (
        1 + len(one.sentence.text) / 60
    )


def _departments(ranked: Sequence[Scored], frame: QuestionFrame, collection: Collection) -> Draft | None:
    return _doing(ranked, frame) or _speaking(ranked, frame, collection)


def _doing(ranked: Sequence[Scored], frame: QuestionFrame) -> Draft | None:
    """The part of a sentence that lists the offices which do what is asked: 甲局、乙局围绕…作了发言."""
    terms = [term for term in frame.terms if not _OF_A_MEETING.search(term)]
    for one in ranked if terms else ():
        part = doing_part(one.sentence, terms)
        told = fold(part.text)
        offices = len(_OFFICE.findall(told))
        if offices > 1 and all(term_match(term, told) >= SYNONYM for term in terms):
            text = as_printed(part.text)
            return Draft(statements=(Statement(text=text, evidence=(one.sentence.evidence(),)),))
    return None


_OF_A_MEETING = pattern(r"部门|单位|委办局|市直|市级|会议|会上")
_OFFICE = pattern(r"[一-鿿]{2,10}?(?:局|厅|委|办|海关|贸促会|工商联|商会|中心)(?=[、和与及，,])")


def _speaking(ranked: Sequence[Scored], frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The offices whose heads speak, each once."""
    found: dict[str, Statement] = {}
    for one in sorted(
        _relevant(ranked, frame, collection), key=lambda one: (one.sentence.document.name, one.sentence.start)
    ):
        for match in _DEPARTMENT.finditer(fold(one.sentence.text)):
            name = re.sub(r"^(?:全市|由|和|与|及|会同|对|在|\d|日)+", "", match.group())
            if re.search(r"市直|市级", frame.text) and re.search(r"[区县]", name):
                continue
            if len(name) >= 3 and not any(name in other or other in name for other in found):
                found[name] = Statement(text=name, evidence=(one.sentence.evidence(),))
    if len(found) < 2:
        return None
    return Draft(statements=tuple(list(found.values())[:MOST]))
