"""What does a clause that grants so much per square metre and month come to for an area?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.policy.grant import amount_text
from assistant.policy.rules import Paper, papers_for, passage_evidence
from assistant.question import QuestionFrame
from language.numeral import chinese_number
from language.text import Span, fold, sentences

_M2 = r"(?:平方米|平米|㎡|平方)"
_N = r"\d+(?:\.\d+)?"
_GIVEN = r"(?:给予|补贴|补助|不超过|最高)*"
_RATE = re.compile(
    rf"每{_M2}每(?P<a>[月年]){_GIVEN}(?P<x>{_N})元|每(?P<b>[月年])每{_M2}{_GIVEN}(?P<y>{_N})元"
    rf"|(?P<z>{_N})元/(?:{_M2}[·./•]?每?(?P<c>[月年])|(?P<d>[月年])[·./•]?{_M2})"
)
_MOST_AREA = re.compile(
    rf"面积[^,。;\d]{{0,4}}(?:不超过|最高|最多|以内|上限为?)[^,。;\d]{{0,2}}(?P<n>{_N})(?P<wan>万)?{_M2}"
)
_TERM = re.compile(
    r"(?:不超过|最长|最多|连续(?:补贴|补助)?|期限为?|给予)(?P<n>[一二两三四五六\d]+)(?P<unit>个月|年)"
)
_AT_MOST = re.compile(r"(?:不超过|不高于|最高)[^,。;]{0,4}$|(?:不超过|最高)(?=\d)")
_CAP = re.compile(r"(?:最高|不超过|上限为?)(?P<said>\d[\d.]*[万亿]?元)")
_AREA = re.compile(rf"(?P<n>{_N})(?P<wan>万)?{_M2}")
_TIME = re.compile(r"(?<![第\d一二三四五六七八九十])(?P<n>[一二两三四五六七八九十\d]+)(?P<unit>个月|年)")


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


def answer_for_area(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The grant for the area of a question, over the time it names; None where no clause goes by the area."""
    asked = _AREA.search(frame.text)
    if asked is None or "租" not in frame.text:
        return None
    found = [t for paper in papers_for(frame, collection) for t in _tariffs(paper)]
    best = max(found, key=lambda each: _shared(frame, each), default=None)
    if best is None or len([each for each in found if _shared(frame, each) == _shared(frame, best)]) > 1:
        return None
    text, derived = _worked(best, _square_metres(asked), _months(_TIME.search(frame.text)))
    evidence = passage_evidence(best.paper, collection, start=best.span.start, end=best.span.end)
    return Draft(statements=(Statement(text=text, evidence=(evidence,), derived=derived),))


def _tariffs(paper: Paper) -> list[_Tariff]:
    found = []
    for span in sentences(paper.text):
        said = fold(paper.text[span.start : span.end])
        match = _RATE.search(said)
        if match is None or "租" not in said:
            continue
        area, term, cap = _MOST_AREA.search(said), _TERM.search(said), _CAP.search(said, match.end())
        made = _Tariff(
            paper=paper,
            span=span,
            rate=Decimal(match["x"] or match["y"] or match["z"]),
            per=match["a"] or match["b"] or match["c"] or match["d"],
            area=_square_metres(area) if area else None,
            months=_months(term),
            cap=cap["said"] if cap else "",
            at_most=bool(_AT_MOST.search(said[: match.start()]) or _AT_MOST.search(match.group())),
        )
        found.append(made)
    return found


def _worked(tariff: _Tariff, area: Decimal, months: int | None) -> tuple[str, tuple[Decimal, ...]]:
    counted = min(area, tariff.area) if tariff.area else area
    asked = months or (1 if tariff.per == "月" else 12)
    held = min(asked, tariff.months) if tariff.months else asked
    times = Decimal(held) if tariff.per == "月" else Decimal(held) / 12
    shown, number = amount_text(counted * tariff.rate * times, "元")
    unit = "个月" if tariff.per == "月" else "年"
    over = f"{times.normalize():f}" if tariff.per == "月" or held % 12 == 0 else f"{held}/12"
    head = ("" if months else f"每{tariff.per}") + ("最多可补" if tariff.at_most else "可补")
    counts = f"{counted.normalize():f}平方米 × {tariff.rate}元 × {over}{unit}"
    text = f"{head}{shown}：{counts} = {shown}"
    notes = []
    if counted < area:
        notes.append(f"面积按上限{counted.normalize():f}平方米计")
    if held < asked:
        notes.append(f"期限按上限{held}个月计")
    if tariff.cap:
        notes.append(f"另有上限{tariff.cap}")
    return "，".join([text, *notes]), (number, counted, times, Decimal(held), area)


def _shared(frame: QuestionFrame, tariff: _Tariff) -> int:
    said = tariff.paper.text[tariff.span.start : tariff.span.end]
    return sum(term in said for term in frame.terms)


def _square_metres(match: re.Match[str]) -> Decimal:
    return Decimal(match["n"]) * (10_000 if match["wan"] else 1)


def _months(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    numeral = match["n"].replace("两", "二")
    count = int(numeral) if numeral.isdigit() else int(chinese_number(numeral))
    return count if match["unit"] == "个月" else 12 * count if count < 100 else None
