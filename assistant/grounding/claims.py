"""Whose, of when and how real does an answer say a figure is? Read from the words it stands among."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from assistant.grounding.printed import owner_in
from assistant.grounding.statements import Said, Statement
from language.divisions import LEVELS
from language.intended import INTENDED
from language.naming import find_names
from language.period import Period, find_periods
from language.place import PlaceNames
from language.text import fold

# 全市 and 合计 end what was said of one district.
_ANEW = re.compile(rf"全[国{LEVELS}]|[我该][市州盟]|各区|各地|合计|总计|共计|平均|其余|两者|相差|差额")
_AIM = re.compile(
    rf"目标|力争|计划|规划|预计|预期|{INTENDED}|争取|确保|有望|将|设计|可年产|可达|可实现|可新增|可带动|达产|投产后|建成后|满产|估算|锚定|"
    r"谋划|任务|要(?:实现|完成|达到|做到|引进|超过|突破|在)|届时|储备|预测"
)


@dataclass(frozen=True, kw_only=True)
class Setting:
    """The words around a figure, nearest first: `own` before and `after` it in its clause or cell, `near` the
    rest of its sentence or row, `above` headings, lead-ins and earlier sentences."""

    own: str
    after: str
    near: tuple[str, ...]
    above: tuple[str, ...]


def setting(said: Said, statement: Statement) -> Setting:
    """The words a figure of the answer stands among."""
    text = statement.reading.text
    span = statement.parts[said.part]
    own, after = text[span.start : said.quantity.outer_start], text[said.quantity.outer_end : span.end]
    others = [statement.part_text(index) for index in range(len(statement.parts)) if index != said.part]
    if statement.is_row:
        near = (fold(statement.headers[said.part]).strip(), *others)
    else:
        near = tuple(statement.part_text(index) for index in range(said.part - 1, -1, -1))
    return Setting(own=own, after=after, near=near, above=statement.above)


def owner_claimed(said: Said, statement: Statement, places: PlaceNames) -> str:
    """The place the answer gives a figure to, "" where it names none."""
    around = setting(said, statement)
    if (paired := _respective(said, statement, places)) is not None:
        return paired
    if re.match(r"的", around.after) and (after := _first(around.after, places)):
        return after  # 75个的莱西市
    for words in (around.own, *around.near):
        if found := owner_in(words, places):
            return found
        if _ANEW.search(words):
            return ""
    if not statement.is_row and (after := _first(around.after, places)):
        return after
    for words in around.above:
        owners = {mention.place.name for mention in places.find(words)}
        if owners or _ANEW.search(words):
            return owner_in(words, places) if len(owners) == 1 else ""
    return ""


def _first(text: str, places: PlaceNames) -> str:
    found = places.find(text)
    return found[0].place.name if found else ""


def _respective(said: Said, statement: Statement, places: PlaceNames) -> str | None:
    """甲、乙分别完成53%和88%: the n-th figure is the n-th place's; None where it is not so built."""
    text = statement.reading.text
    at = text.rfind("分别", 0, said.quantity.start)
    if at < 0 or statement.is_row:
        return None
    stop = re.search(r"[;。]", text[at:])
    rest = text[at : at + stop.start() if stop else len(text)]
    begin = max(text.rfind(mark, 0, at) for mark in ";。") + 1
    owners = [mention.place.name for mention in places.find(text[begin:at])]
    amounts = [match.start() + at for match in re.finditer(r"\d[\d.]*(?:[^\d,、和与及;]+)", rest)]
    index = next((n for n, start in enumerate(amounts) if start == said.quantity.start), None)
    if index is None or len(owners) < 2 or len(owners) != len(amounts):
        return "" if len(owners) > 1 else None
    return owners[index]


def name_claimed(said: Said, statement: Statement, *, known: frozenset[str]) -> str:
    """The project or firm the answer gives a figure to, "" for none; `known` are the evidence's subjects."""
    around = setting(said, statement)
    if "分别" in statement.reading.text[: said.quantity.start] and not statement.is_row:
        return ""  # each its own: which, only the ledger knows
    if around.after.startswith("的") and (behind := find_names(around.after)):
        return behind[0].text  # 总投资30亿元的后道项目
    for words in (around.own, *around.near):
        if words.lstrip("，, ").startswith("投资方为"):
            continue  # said of a project, whose figures go on behind it
        hits = [(words.rfind(name), name) for name in known if name in words]
        if hits:
            return max(hits, key=lambda hit: (hit[0] + len(hit[1]), len(hit[1])))[1]
        if names := [name for name in find_names(words) if not name.text.startswith(_ANY)]:
            return names[-1].text
    return ""


_ANY = ("单个", "每个", "同一", "单体")  # 单个项目最高1500万元: of any there is


@dataclass(frozen=True, kw_only=True)
class When:
    """The periods an answer gives a figure, and how firmly: "own" if they stand before it in its clause, cell
    or column or behind it in brackets, "near" if earlier or above, "loose" if they only follow it."""

    labels: tuple[str, ...] = ()
    tie: Literal["own", "near", "loose"] = "near"


def when_claimed(said: Said, statement: Statement, *, reference: date | None) -> When:
    """The labels, resolved as in the cited document; none where the answer names no period."""
    when = _when(said, statement, reference)
    if when.tie != "near" or not _OF_THE_YEAR.search(setting(said, statement).own):
        return when
    # 1—10月…完成年度任务1000亿元: what was to be done is of the whole year
    return When(labels=(*when.labels, *(label[:4] for label in when.labels)))


_OF_THE_YEAR = re.compile(r"(?:年度|全年|年)的?(?:目标|任务|计划)[^,;。\d]{0,4}$")


def _when(said: Said, statement: Statement, reference: date | None) -> When:
    text = statement.reading.text
    span = statement.parts[said.part]
    if (against := _compared_with(said, text, reference)) is not None:
        return against
    periods = _periods(text, reference)
    own = [period for period in periods if span.start <= period.start < span.end]
    tied = [p for p in own if p.end <= said.quantity.start or _in_bracket(p, said, text)]
    if tied:
        return When(labels=tuple(period.label for period in tied), tie="own")
    if own:
        return When(labels=_labels(own, own[0]), tie="loose")
    if statement.is_row:
        for words in setting(said, statement).near:
            if found := _periods(words, reference):
                return When(labels=tuple(period.label for period in found), tie="own")
    before = [period for period in periods if period.end <= span.start]
    if before and not statement.is_row:
        return When(labels=_labels(before, before[-1]))
    for words in statement.above:
        if found := _periods(words, reference):
            return When(labels=_labels(found, found[-1]))
    return When()


def _labels(periods: Sequence[Period], at: Period) -> tuple[str, ...]:
    """The labels that the words of one of the periods may stand for."""
    return tuple(one.label for one in periods if one.start == at.start)


def _compared_with(said: Said, text: str, reference: date | None) -> When | None:
    """比2020年的3105亿元增长: the figure behind the year it is compared with is of that year."""
    for period in find_periods(text, reference=reference):
        between = text[period.end : said.quantity.outer_start]
        if period.role == "comparison" and period.end <= said.quantity.start and _OF_IT.fullmatch(between):
            return When(labels=(period.label,), tie="own")
    return None


_OF_IT = re.compile(r"(?:末|底|同期)?的?")


def _periods(text: str, reference: date | None) -> list[Period]:
    """The times that a text names; 全年 of a paper of the first months is of the year before, too."""
    early = reference is not None and reference.month <= _FIRST_MONTHS
    found: list[Period] = []
    for period in find_periods(text, reference=reference):
        if period.role == "comparison":
            continue
        found.append(period)
        if early and not period.dated and len(period.label) == 4:
            found.append(replace(period, label=str(int(period.label) - 1)))
    return found


_FIRST_MONTHS = 2


def _in_bracket(period: Period, said: Said, text: str) -> bool:
    """230个以上（2024年）"""
    between = text[said.quantity.end : period.start]
    return period.start >= said.quantity.end and bool(re.fullmatch(r"[^,;。\d]{0,8}[(]", between))


def is_called_aim(said: Said, statement: Statement) -> bool:
    """Whether the answer calls a figure a target or a forecast."""
    around = setting(said, statement)
    return any(_AIM.search(words) for words in (around.own, around.after[:12], *around.near, *around.above))
