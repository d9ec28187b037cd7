"""What does a clause that grants so much per square metre and month come to for an area?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.passages.parting import begins_item
from assistant.policy.grant import amount_text
from assistant.policy.headings import papers_of
from assistant.policy.pieces import pieces
from assistant.policy.rules import Paper, papers_for, passage_evidence
from assistant.question import QuestionFrame
from assistant.versions import is_policy
from language.bounds import Bound, bounds_in
from language.numeral import whole_number
from language.outline import outline
from language.pattern import pattern
from language.quantity import find_quantities
from language.text import Span, fold, sentences

_M2 = r"(?:平方米|平米|㎡|平方)"
_N = r"\d+(?:\.\d+)?"
_GIVEN = r"(?:给予|补贴|补助|不超过|最高)*"
_RATE = pattern(
    rf"每{_M2}每(?P<a>[月年]){_GIVEN}(?P<x>{_N})元|每(?P<b>[月年])每{_M2}{_GIVEN}(?P<y>{_N})元"
    rf"|(?P<z>{_N})元/(?:{_M2}[·./•]?每?(?P<c>[月年])|(?P<d>[月年])[·./•]?{_M2})"
)
_MOST_AREA = pattern(
    rf"(?:面积[^,。;\d]{{0,4}}(?:不超过|最高|最多|以内|上限为?)[^,。;\d]{{0,2}}|最多|最高不超过)"
    rf"(?P<n>{_N})(?P<wan>万)?{_M2}"
)
_TERM = pattern(
    r"(?:不超过|最长|最多|连续(?:补贴|补助)?|期限为?|给予)(?P<n>[一二两三四五六\d]+)(?P<unit>个月|年)"
)
_AT_MOST = pattern(r"(?:不超过|不高于|最高)[^,。;]{0,4}$|(?:不超过|最高)(?=\d)")
_CAP = pattern(r"(?:最高|不超过|上限为?)(?P<said>\d[\d.]*[万亿]?元)")
_LEAD, _OUTER = 160, 5  # characters before a tier that say of what it is; the depth of an article
_AREA = pattern(rf"(?P<n>{_N})(?P<wan>万)?{_M2}")
_TIME = pattern(r"(?<![第\d一二三四五六七八九十])(?P<n>[一二两三四五六七八九十\d]+)(?P<unit>个月|年)")


@dataclass(frozen=True, kw_only=True)
class _Tariff:
    """So many yuan per square metre and month or year; `area` in square metres and `months` are the most."""

    paper: Paper
    span: Span
    rate: Decimal
    per: str
    area: Decimal | None
    months: int | None
    cap: str
    at_most: bool
    tier: Bound | None = None

    def takes(self, area: Decimal) -> bool:
        """Whether the area falls into the tier that this is for; into any, where it is for all."""
        return self.tier is None or self.tier.holds(area)


def answer_for_area(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The grant for the area of a question, over the time it names; None where no clause goes by the area."""
    asked = _AREA.search(frame.text)
    if asked is None or "租" not in frame.text:
        return None
    area = _square_metres(asked)
    found = [t for paper in _papers(frame, collection) for t in _tariffs(paper) if t.takes(area)]
    best = max(found, key=lambda each: _order(frame, each), default=None)
    if best is None or len([each for each in found if _order(frame, each) == _order(frame, best)]) > 1:
        return None
    text, derived = _worked(best, area, _months(_TIME.search(frame.text)))
    spans = [best.span, *_conditions(best)]
    evidence = tuple(passage_evidence(best.paper, collection, start=s.start, end=s.end) for s in spans)
    return Draft(statements=(Statement(text=text, evidence=evidence, derived=derived),))


def _papers(frame: QuestionFrame, collection: Collection) -> list[Paper]:
    """The policy papers in force, and notices that put them into practice."""
    papers = papers_for(frame, collection)
    known = {paper.document.id for paper in papers}
    guides = [p for p in papers_of(frame, collection) if not is_policy(p.document)]
    return [*papers, *(guide for guide in guides if guide.document.id not in known)]


def _tariffs(paper: Paper) -> list[_Tariff]:
    return [made for span in pieces(paper.text) if (made := _tariff(paper, span)) is not None]


def _tariff(paper: Paper, span: Span) -> _Tariff | None:
    said = fold(paper.text[span.start : span.end])
    match = _RATE.search(said)
    if match is not None:  # what stands behind a semicolon is of something else: 购买的，最高400万元
        said = said[:stop] if (stop := said.find(";", match.end())) >= 0 else said
    lead = fold(paper.text[max(0, span.start - _LEAD) : span.start])
    if match is None or not ("租" in said or ("租" in lead or "用房" in lead)):
        return None
    after = "".join(fold(paper.text[s.start : s.end]) for s in _following(paper, span))
    rest = said + after
    area, term = _MOST_AREA.search(said, match.start()) or _MOST_AREA.search(said), _TERM.search(rest)
    cap = _CAP.search(said, match.end())
    tiers = [b for b in bounds_in(said[: match.start()]) if _AREA.search(b.printed)] if not area else []
    return _Tariff(
        paper=paper,
        span=span,
        rate=Decimal(match["x"] or match["y"] or match["z"]),
        per=match["a"] or match["b"] or match["c"] or match["d"],
        area=_square_metres(area) if area else None,
        months=_months(term),
        cap=cap["said"] if cap else _cap_of(after),
        at_most=bool(_AT_MOST.search(said[: match.start()]) or _AT_MOST.search(match.group())),
        tier=tiers[-1] if tiers else None,
    )


def _following(paper: Paper, span: Span) -> list[Span]:
    """The sentences after the tiers of the same article that hold for all of them: term and cap."""
    around = [p for p in outline(paper.text) if p.start <= span.start < p.end and p.depth <= _OUTER]
    if not around:
        return []
    after = sentences(paper.text, start=span.end, end=around[-1].end)
    own = takewhile(lambda s: not _is_other_item(paper.text[s.start : s.end]), after)
    return [s for s in own if not _RATE.search(fold(paper.text[s.start : s.end]))]


def _is_other_item(text: str) -> bool:
    """Whether a sentence opens an item on something else: what it caps is its own."""
    return begins_item(text) and not _RATE.search(fold(text))


def _conditions(tariff: _Tariff) -> list[Span]:
    """Those of them that say a term or a cap."""
    text = tariff.paper.text
    said = [(span, fold(text[span.start : span.end])) for span in _following(tariff.paper, tariff.span)]
    return [span for span, words in said if _TERM.search(words) or _cap_of(words)]


def _cap_of(words: str) -> str:
    """The clause that caps what a year or an enterprise gets."""
    clause = next((c for c in re.split(r"[,;。]", words) if _CAP.search(c)), "")
    return re.sub(r"^\s*(?:\([一二三四五六七八九十]+\)|且|并)", "", clause).strip()


def _worked(tariff: _Tariff, area: Decimal, months: int | None) -> tuple[str, tuple[Decimal, ...]]:
    counted = min(area, tariff.area) if tariff.area else area
    asked = months or (1 if tariff.per == "月" else 12)
    held = min(asked, tariff.months) if tariff.months else asked
    times = Decimal(held) if tariff.per == "月" else Decimal(held) / 12
    value = counted * tariff.rate * times
    shown, number = amount_text(value, "元")
    unit = "个月" if tariff.per == "月" else "年"
    over = f"{times.normalize():f}" if tariff.per == "月" or held % 12 == 0 else f"{held}/12"
    counts = f"{counted.normalize():f}平方米 × {tariff.rate}元 × {over}{unit} = {shown}"
    derived = [number, counted, times, Decimal(held), area]
    notes = []
    if counted < area:
        notes.append(f"面积按上限{counted.normalize():f}平方米计")
    if held < asked:
        notes.append(f"期限按上限{held}个月计")
    if tariff.cap and (most := _most(tariff.cap, months=held)) is not None and value > most:
        shown, number = amount_text(most, "元")
        notes.append(f"超过上限，按{tariff.cap}计")
        derived.append(number)
    elif tariff.cap:
        notes.append(f"另有上限{'' if tariff.cap[0].isdigit() else '：'}{tariff.cap}")
    head = ("" if months else f"每{tariff.per}") + ("最多可补" if tariff.at_most else "可补")
    return "，".join([f"{head}{shown}：{counts}", *notes]), tuple(derived)


def _most(cap: str, *, months: int) -> Decimal | None:
    """What a cap allows over so many months, in yuan; None for one of unknown scope."""
    money = next((q for q in find_quantities(cap) if q.kind == "money"), None)
    if money is None:
        return None
    value, currency = money.base()
    if currency != "元":
        return None
    return value * max(1, -(-months // 12)) if re.search(r"每年|年度|一年", cap) else value


def _order(frame: QuestionFrame, tariff: _Tariff) -> tuple[int, Decimal]:
    """How many words of the question it says, then how high its tier begins: 2000平方米（含） beats 以下."""
    low = tariff.tier.low.value if tariff.tier is not None and tariff.tier.low is not None else Decimal(0)
    said = tariff.paper.text[tariff.span.start : tariff.span.end]
    named = "\t" in said and said.split("\t")[0].strip() in frame.text
    return sum(term in said for term in frame.terms) + 2 * named, low


def _square_metres(match: re.Match[str]) -> Decimal:
    return Decimal(match["n"]) * (10_000 if match["wan"] else 1)


def _months(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    count = whole_number(match["n"])
    return count if match["unit"] == "个月" else 12 * count if count < 100 else None
