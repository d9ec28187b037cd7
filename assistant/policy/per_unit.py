"""What does a grant of so much for each come to for a number of them: 每引进1名博士补贴5万元?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.passages.parting import begins_item
from assistant.policy.asked import asks_for_grant
from assistant.policy.coverage import covered, headings_over
from assistant.policy.grant import amount_text
from assistant.policy.headings import topics
from assistant.policy.pieces import pieces
from assistant.policy.rules import Paper, papers_for, passage_evidence
from assistant.question import QuestionFrame
from language.numeral import NUMERAL_CHARS, chinese_number
from language.outline import outline
from language.pattern import pattern
from language.quantity import base_quantity
from language.text import Span, fold

_UNITS = {"车": "车次", "位": "人", "名": "人", "部": "台", "家": "户", "度": "千瓦时"}  # counted alike
_UNIT = (
    "车次|车(?!型|间|辆)|千瓦时|度(?!电?价)|名|人|位|辆|台|套|部|家|户|件"
    "|吨|标箱|柜|班次|列|场|颗|架|艘|条|亩"
)
_N = rf"\d+(?:\.\d+)?|[{NUMERAL_CHARS}两]+"
_NOUN = "个(?:展位|标箱|车位|床位|班次|工位|岗位|专利|品种|项目|网点|站点|基地)"
_COUNT = pattern(rf"(?P<n>{_N})(?P<wan>[亿万千百])?(?P<unit>{_NOUN}|{_UNIT})(?!民币|以上|以下|均|月|年)")
_COUNTED = pattern(
    rf"(?P<n>{_N})(?P<wan>[亿万千百])?(?P<unit>{_NOUN}|{_UNIT})(?:\([^)]{{0,4}}\))?(?:及|或)?以上"
)
_MONEY = r"(?P<x>\d+(?:\.\d+)?)(?P<money>[万亿]?元)(?!\d|/|以上|以下)"
# 每新招用1名员工并缴纳社会保险满6个月的,给予企业1000元: conditions may stand between, no cap.
_BETWEEN = r"(?:(?!最高|不超过|不高于|上限|封顶|最多|累计)(?:[^。;\d]|\d+(?:年|个?月|日|天|周|小时))){0,60}?"
_EACH = pattern(
    rf"(?<![人家户])每(?:[一-鿿]{{0,4}}?(?:1|一))?(?P<unit>{_NOUN}|{_UNIT})(?!每?月|[一-鿿]{{0,3}}每年){_BETWEEN}{_MONEY}"
    rf"|(?:按照?)?{_MONEY.replace('x>', 'y>').replace('money>', 'coin>').replace('|/', '')}/(?P<per>{_UNIT})"
)
_CAP = pattern(
    r"(?:最高|不超过|上限为?|封顶)(?:奖励|补助|补贴|给予)?(?P<x>\d+(?:\.\d+)?)(?P<money>[万亿]?元)"
)
_GAPS = pattern(r"(?<=[\d一-鿿]) +(?=[\d一-鿿])")
_TIME = pattern(r"[一每全当今本]年|年度|每[月季]|一次")
_WHOSE = pattern(r"单[个家户]|每[个家户]|同一|合计|累计|总额|年度")
_SCALES = {"亿": 10**8, "万": 10_000, "千": 1000, "百": 100}
_LEAST = 0.6
_FROM_THERE = 0.1  # of a clause that names a place of the question: 从吉隆口岸出口的
_OUTER = 5  # the depth of an article


@dataclass(frozen=True, kw_only=True)
class _Each:
    """So many yuan for each of a unit, the words that say for whom, where it stands, and its cap in yuan."""

    paper: Paper
    span: Span
    said: str
    unit: str
    amount: Decimal
    printed: str
    most: int | None
    cap: Decimal | None
    cap_span: Span | None
    least: Decimal = Decimal(0)


def answer_per_unit(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The number asked about times what each brings, up to the cap; None where the question puts no number
    of things to a policy, or not one clause alone fits."""
    if not asks_for_grant(frame.text):
        return None
    counts = [
        (each, _number(each["n"]) * _SCALES.get(each["wan"] or "", 1)) for each in _COUNT.finditer(frame.text)
    ]
    several = [(each, count) for each, count in counts if count != 1]
    if not several:
        return None  # nothing to work out: the clause says it, and what else it says
    asked, count = several[0]
    found = [
        (round(_fit(each, frame, asked.span()), 2), each)
        for paper in papers_for(frame, collection)
        for each in _each_of(paper)
        if each.unit == _alike(asked["unit"])
    ]
    best = max((fit for fit, _ in found), default=0.0)
    meant = [each for fit, each in found if fit == best]
    if best < _LEAST or len(meant) > 1:
        return None
    return Draft(statements=(_told(meant[0], count, asked["unit"], collection),))


def _told(each: _Each, count: Decimal, unit: str, collection: Collection) -> Statement:
    if count < each.least:
        needed = f"{_plain(each.least)}{unit}"
        text = f"够不上门槛：须达到{needed}"
        own = passage_evidence(each.paper, collection, start=each.span.start, end=each.span.end)
        return Statement(text=text, evidence=(own,), derived=(count, *_scaled(count)))
    counted = count if each.most is None else min(count, Decimal(each.most))
    value = each.amount * counted
    shown, number = amount_text(value, "元")
    limit = f"（按上限{each.most}{unit}计）" if counted < count else ""
    worked = f"{_plain(counted)}{unit} × {each.printed} = {shown}{limit}"
    derived = [number, count, counted, *_scaled(count)]
    text = f"可补{shown}：{worked}"
    if each.cap is not None and value <= each.cap:
        text += f"，未超过上限{amount_text(each.cap, '元')[0]}"
        derived.append(amount_text(each.cap, "元")[1])
    elif each.cap is not None:
        most, top = amount_text(each.cap, "元")
        text = f"可补{most}：{worked}，超过上限，按最高{most}计"
        derived.append(top)
    spans = [each.span, *([each.cap_span] if each.cap_span is not None else [])]
    evidence = tuple(passage_evidence(each.paper, collection, start=s.start, end=s.end) for s in spans)
    return Statement(text=text, evidence=evidence, derived=tuple(derived))


def _each_of(paper: Paper) -> Iterator[_Each]:
    spans = pieces(paper.text)
    for at, span in enumerate(spans):
        whole = _GAPS.sub("", fold(paper.text[span.start : span.end]))
        for clause in whole.split(";"):
            match = _EACH.search(clause)
            if match is None:
                continue
            value, unit = match["x"] or match["y"], match["unit"] or match["per"]
            amount = base_quantity(Decimal(value), match["money"] or match["coin"])[0]
            own = _cap(clause[match.end() :])
            later = _cap_after(paper, span, spans[at + 1 :]) if own is None else None
            yield _Each(
                paper=paper, span=span, said=clause, unit=_alike(unit), amount=amount,
                printed=f"{value}{match['money'] or match['coin']}", most=_most(clause[match.end() :], unit),
                least=_least(clause[: match.start()], unit),
                cap=own if later is None else later[0], cap_span=later[1] if later else None,
            )  # fmt: skip


def _least(said: str, unit: str) -> Decimal:
    """How many it takes to be granted anything: 一次性输送30人以上的，按每人600元; 0 where none is said."""
    found = [m for m in _COUNTED.finditer(said) if _alike(m["unit"]) == _alike(unit)]
    return max((_number(m["n"]) * _SCALES.get(m["wan"] or "", 1) for m in found), default=Decimal(0))


def _scaled(count: Decimal) -> tuple[Decimal, ...]:
    """The count as it may be printed: 1000万 and 1亿."""
    return tuple(count / scale for scale in (10_000, 10**8) if count % scale == 0)


def _most(said: str, unit: str) -> int | None:
    """How many are granted at the most: 每家企业每年最多补助4个展位."""
    match = re.search(
        rf"(?:最多|不超过|上限)[^,。;\d]{{0,6}}(?P<n>\d+)个?{re.escape(unit.lstrip('个'))}", said
    )
    return int(match["n"]) if match else None


def _cap_after(paper: Paper, span: Span, following: list[Span]) -> tuple[Decimal, Span] | None:
    """The cap of a firm or a year that a sentence of its own lays down behind it in the same article."""
    around = [p for p in outline(paper.text) if p.start <= span.start < p.end and p.depth <= _OUTER]
    end = around[-1].end if around else span.end
    for each in following:
        said = fold(paper.text[each.start : each.end])
        if each.start >= end or _EACH.search(said) or begins_item(said):
            return None
        if _WHOSE.search(said) and (most := _cap(said)) is not None:
            return most, each
    return None


def _cap(said: str) -> Decimal | None:
    match = _CAP.search(said)
    return base_quantity(Decimal(match["x"]), match["money"])[0] if match else None


def _fit(each: _Each, frame: QuestionFrame, count: tuple[int, int]) -> float:
    """The share of the question's topics that the clause says, its headings count for less."""
    above = fold(each.paper.document.title) + headings_over(each.paper.text, each.span)
    places = [(term, frame.text.lower().find(term.lower())) for term in topics(frame)]
    apart = [term for term, at in places if at >= count[1] or at + len(term) <= count[0]]
    apart = [term for term in apart if not _TIME.fullmatch(term)]
    terms = [bare for term in apart if (bare := term.rstrip("补奖"))]  # 车补 of 1万辆车补多少
    from_there = _FROM_THERE * any(place.short in each.said for place in frame.places)
    return covered(terms, (each.said, 1.0), (above, 0.7), none=0.0) + from_there


def _number(numeral: str) -> Decimal:
    return Decimal(numeral) if numeral[0].isdigit() else chinese_number(numeral.replace("两", "二"))


def _alike(unit: str) -> str:
    return _UNITS.get(unit, unit)


def _plain(count: Decimal) -> str:
    if count >= _SCALES["亿"] and count % _SCALES["亿"] == 0:
        return f"{(count / _SCALES['亿']).normalize():f}亿"
    if count >= _SCALES["万"] and count % _SCALES["万"] == 0:
        return f"{(count / _SCALES['万']).normalize():f}万"
    return f"{count.normalize():f}"
