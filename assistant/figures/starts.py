"""How many of the projects signed were started, where no document prints the rate: 开工率?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.figures.computed import computed, plain, rounded
from assistant.figures.lookup import search_ledger
from assistant.figures.size_asked import threshold_value
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.parted import part_counted
from language.period_label import label_dates, period_text, same_period
from vectorstore.ledger_rows import Figure

_ASKED = re.compile(r"(?P<stage>开工|投产|落地|竣工)率")
_GROUP = "项目"


def rate_of_starts(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """Started ÷ signed of one place, time and size class, the newest time; None where one is not told."""
    asked = _ASKED.search(frame.text)
    if asked is None or not frame.places or frame.asks_target or frame.operation != "lookup":
        return None
    pairs = list(done_and_signed(frame, asked["stage"], collection))
    if not pairs:
        return _of_so_many(frame, asked["stage"], collection)
    started, signed = max(pairs, key=lambda pair: (label_dates(pair[0].period)[1], pair[0].threshold))
    counts = (
        f"{asked['stage']}{_sized(started)}{value_text(started)}，签约{_sized(signed)}{value_text(signed)}"
    )
    note = f"原文没有印出{asked.group()}，由同期两数算出；{asked['stage']}的项目不一定是同期签约的"
    return _rate((started, signed), collection, name=asked.group(), counts=counts, note=note)


def _of_so_many(frame: QuestionFrame, stage: str, collection: Collection) -> Draft | None:
    """The rate of the one kind of projects asked about, in the paper's words."""
    if (counted := begun_of_so_many(frame, stage, collection)) is None:
        return None
    row, whole, kind = counted
    counts = f"{kind}{value_text(whole)}，已{stage}{value_text(row)}"
    note = f"原文没有印出{stage}率，由两数算出"
    return _rate((row, whole), collection, name=f"{kind}{stage}率", counts=counts, note=note)


def begun_of_so_many(
    frame: QuestionFrame, stage: str, collection: Collection
) -> tuple[Figure, Figure, str] | None:
    """525个市重大项目已开工286个: what was begun, of how many, and what they are called; of the newest time,
    None where not one kind of projects that the question names is told so."""
    begun = re.compile(rf"(?P<n>\d+)个(?P<kind>[^\d]+?)(?:已经?|累计|实际)*{stage}")
    asked = replace(frame, text=f"{frame.text}多少个", terms=(stage, _GROUP), wants=frozenset({"number"}))
    told = []
    for row in (one.row for one in search_ledger(asked, collection).candidates):
        counted = begun.fullmatch(row.metric)
        if counted is None or row.subject not in frame.place_names:
            continue
        whole = next(
            (o for o in collection.siblings(row) if o.unit == row.unit and o.value == int(counted["n"])), None
        )
        if whole is not None and counted["kind"] in frame.text and 0 < row.value <= whole.value:
            told.append((row, whole, counted["kind"]))
    if len({kind for _, _, kind in told}) != 1:
        return None
    return max(told, key=lambda each: label_dates(each[0].period)[1])


def _rate(of: tuple[Figure, Figure], collection: Collection, *, name: str, counts: str, note: str) -> Draft:
    """What was done ÷ the whole, with its working and `counts`, both numbers in words."""
    done, whole = of
    rate = done.value / whole.value * 100
    period = period_text(done.period) if done.period else ""
    text = (
        f"{done.subject}{period}{name}{rounded(rate)}%"
        f"（{plain(done.value)} ÷ {plain(whole.value)} = {rounded(rate)}%）：{counts}"
    )
    return computed(text, list(of), collection, derived=[rate, Decimal(rounded(rate))], notes=[note])


def _sized(row: Figure) -> str:
    return f"{row.threshold.replace('1亿元以上', '亿元以上')}{_GROUP}"


def done_and_signed(
    frame: QuestionFrame, stage: str, collection: Collection, *, told_on: bool = False
) -> Iterator[tuple[Figure, Figure]]:
    """What reached a stage and what was signed, each pair of one place, time and size class; with `told_on`,
    the class may have been told of what was signed alone, right before."""
    started = _counts(frame, stage, collection)
    signed = _counts(frame, "签约", collection)
    for one in started:
        for other in signed:
            alike = one.subject == other.subject and same_period(one.period, other.period)
            sized = threshold_value(one.threshold) == threshold_value(other.threshold)
            if alike and (sized or (told_on and _goes_on(one, other))) and 0 < one.value <= other.value:
                yield one, other


def _goes_on(started: Figure, signed: Figure) -> bool:
    """签约亿元以上项目928个。其中，已开工项目766个: of what the words before have counted."""
    between = started.raw_start - signed.raw_start - len(signed.raw)
    return not started.threshold and started.document_id == signed.document_id and 0 < between < _NEAR


_NEAR = 120  # characters


def _counts(frame: QuestionFrame, doing: str, collection: Collection) -> list[Figure]:
    """What was started, or signed, in all: of no industry and of no kind."""
    asked = replace(frame, text=f"{doing}项目多少个", terms=(doing, _GROUP), wants=frozenset({"number"}))
    rows = [c.row for c in search_ledger(asked, collection).candidates]
    whole = re.compile("" if doing == "签约" else rf"{doing}(?:[或和及][一-鿿]{{2}})?{_GROUP}")
    return [
        row
        for row in rows
        if doing in row.metric
        and row.modality == "actual"
        and not row.is_growth
        and row.unit == "个"
        and row.period
        and whole.fullmatch(part_counted(row.metric))
        and row.subject in frame.place_names.union(frame.names)
    ]
