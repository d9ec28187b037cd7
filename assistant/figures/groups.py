"""What have groups of projects together, or one more than another: 四个专班共签约多少, 甲链比乙链多几个?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.computed import computed, lies_between, plain
from assistant.figures.industries import GROUPS, part_of, says_amount
from assistant.figures.lookup import search_ledger
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.numeral import whole_number
from language.period_label import period_text
from language.quantity import unit_kind
from vectorstore.ledger_rows import Figure

_NUMBERED = re.compile(rf"(?P<n>[两二三四五六七八九十]|\d+)(?:个|条|大)*(?P<kind>{GROUPS})")
_FIRST = re.compile(rf"前(?P<n>[两三四五六七八九十]|\d+)[位名]?的?(?P<kind>{GROUPS})")
_MONEY = re.compile(r"资金|投资|额|产值|亿元|多少亿|引资|外资")
_COUNT = re.compile(r"多少[个家项]|几[个家项]|数量|项目数|签约(?:了)?多少(?!亿|资)")
_SEVERAL = 2
_SAID = 0.35  # of the words asked, which in part name the groups


def asks_groups_together(frame: QuestionFrame) -> bool:
    """Whether so many industries or task forces are to be added up."""
    return frame.operation == "sum" and bool(_NUMBERED.search(frame.text) or _FIRST.search(frame.text))


def add_groups(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The sum over exactly so many groups, or over the first so many, of each sort of unit asked for; None
    where not all are told."""
    first = _FIRST.search(frame.text)
    numbered = first or _NUMBERED.search(frame.text)
    if numbered is None:
        return None
    number = whole_number(numbered["n"])
    kinds = [kind for kind, asked in (("count", _COUNT), ("money", _MONEY)) if asked.search(frame.text)]
    told = {kind: _alike(kind, numbered["kind"], frame, collection) for kind in kinds}
    if first is not None:
        told = {kind: _first_of(rows, number) for kind, rows in told.items()}
    sums = [draft for kind in kinds if (draft := _added(told[kind], number, collection))]
    if not sums or len(sums) < len(kinds):
        return None
    statements: tuple[Statement, ...] = tuple(one for draft in sums for one in draft.statements)
    return replace(sums[0], statements=statements)


def _first_of(rows: Sequence[Figure], number: int | None) -> list[Figure]:
    """The largest so many of the rows, where a paper ranks them; of others nobody knows which come first."""
    ranked = [row for row in rows if _RANKED.search(row.quote)]
    return sorted(ranked, key=lambda row: -row.value)[:number]


_RANKED = re.compile(r"前[一二两三四五六七八九十\d]|排名|依次|[居列]首")


def _added(rows: Sequence[Figure], number: int | None, collection: Collection) -> Draft | None:
    if not rows or len(rows) != number or len({row.unit for row in rows}) != 1:
        return None
    total = sum((row.value for row in rows[1:]), rows[0].value)
    named = "、".join(f"{part_of(row)}{value_text(row)}" for row in rows)
    when = period_text(rows[0].period) if rows[0].period else ""
    text = (
        f"{when}{_measure(rows[0])}合计{plain(total)}{rows[0].unit}"
        f"（{' + '.join(plain(row.value) for row in rows)} = {plain(total)}）：{named}"
    )
    return computed(text, rows, collection, derived=[total])


def _measure(row: Figure) -> str:
    return row.metric.removeprefix(part_of(row))


def _alike(kind: str, group: str, frame: QuestionFrame, collection: Collection) -> list[Figure]:
    """One row of each group of that kind: of the measure, place and time that most of them share."""
    rows = [
        one.row
        for one in search_ledger(frame, collection, any_unit=True).candidates
        if one.words >= _SAID
        and unit_kind(one.row.unit) == kind
        and not one.row.is_growth
        and one.row.modality in ("actual", "planned_total")
        and part_of(one.row).endswith(group)
        and says_amount(one.row, frame)
    ]
    keys = Counter((row.subject, row.period, _measure(row)) for row in rows)
    most = max(keys, key=lambda key: (keys[key], key), default=None)
    alike = {part_of(row): row for row in reversed(rows) if (row.subject, row.period, _measure(row)) == most}
    return sorted(alike.values(), key=lambda row: row.raw_start)


_EACH = re.compile(r"各|分别")
_WHICH = re.compile(r"(?:哪个|哪类|哪一?种|谁)的?(?:项目|投资)?更?[多高大]")
_BETWEEN = re.compile(rf"(?:{GROUPS}|项目|类)*(?:[和与、及跟]|以及|加上?)(?:新)?")
_JOINED = re.compile(r"(?:[和与、及跟]|以及)$")


def tell_named_groups(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """新材料和生态环保项目合计投资多少, 各签几个: the figures of all industries named, or their sum."""
    which = _WHICH.search(frame.text) is not None
    if frame.names or not (frame.operation == "sum" or which or _EACH.search(frame.text)):
        return None
    rows = _named(frame, collection)
    if len(rows) < _SEVERAL:
        return None
    if frame.operation == "sum":
        return _added(rows, len(rows), collection)
    when = period_text(rows[0].period) if rows[0].period else ""
    if which and (most := max(rows, key=lambda row: row.value)).value > min(row.value for row in rows):
        when = f"{when}{part_of(most)}更多"
    told = "，".join(f"{part_of(row)}{_measure(row)}{value_text(row)}" for row in rows)
    evidence = tuple({row.start: collection.evidence(row) for row in rows}.values())
    return Draft(statements=(Statement(text=f"{rows[0].subject}{when}：{told}", evidence=evidence),))


def _named(frame: QuestionFrame, collection: Collection) -> list[Figure]:
    """One row of each of the groups that the question lists, of one measure; [] where any has none."""
    kind = "money" if _MONEY.search(frame.text) and not _COUNT.search(frame.text) else "count"
    lists: dict[tuple[str, ...], dict[int, tuple[int, Figure]]] = {}
    for one in search_ledger(frame, collection, any_unit=True).candidates:
        row = one.row
        stem = re.sub(rf"(?:{GROUPS}|项目)+$", "", part_of(row))
        size = next((n for n in range(len(stem), 1, -1) if stem[:n] in frame.text), 0)
        size -= stem[:size].endswith(("和", "与", "及", "、"))
        if size < _SEVERAL or unit_kind(row.unit) != kind or row.is_growth or not says_amount(row, frame):
            continue
        key = (row.document_id, row.subject, row.period, row.unit, _measure(row), row.modality)
        told = lists.setdefault(key, {})
        at = frame.text.index(stem[:size])
        if size > told.get(at, (0, row))[0]:  # 现代 of 现代能源 is no 现代化工
            told[at] = size, row
    best = max(lists.values(), key=len, default={})
    return [best[at][1] for at in sorted(best)] if _are_all(best, frame.text) else []


def _are_all(named: Mapping[int, tuple[int, Figure]], text: str) -> bool:
    """Whether nothing but what joins them stands between the groups, and none stands beside them."""
    ends = [(at, at + named[at][0]) for at in sorted(named)]
    between = all(_BETWEEN.fullmatch(text, one[1], other[0]) for one, other in pairwise(ends))
    return (
        bool(ends)
        and between
        and not _JOINED.search(text[: ends[0][0]])
        and not _BETWEEN.match(text, ends[-1][1])
    )


def set_groups_apart(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """化工专班到位资金比光伏专班少多少: the difference of two groups' figures of one measure and time."""
    if frame.operation != "difference":
        return None
    rows = [
        one.row
        for one in search_ledger(frame, collection, any_unit=True).candidates
        if not one.row.is_growth
        and unit_kind(one.row.unit) in (("count",) if _COUNT.search(frame.text) else ("money", "count"))
        and says_amount(one.row, frame)
    ]
    named = [(at, row) for row in rows if (at := _at(part_of(row), frame.text)) >= 0]
    for at, one in named:
        for other_at, other in named:
            same = (one.subject, one.period, one.unit, _measure(one)) == (
                other.subject,
                other.period,
                other.unit,
                _measure(other),
            )
            if same and at < other_at and part_of(one) != part_of(other):
                return _difference(one, other, collection)
    return None


def _at(part: str, text: str) -> int:
    """Where the question names the group, by its name or how it begins (绿色铝专班); -1 where it does not."""
    kind = re.search(rf"{GROUPS}$", part)
    stem = part[: kind.start()] if kind else part
    heads = [stem[:size] for size in range(len(stem), 1, -1)]
    group = kind.group() if kind else ""
    whole = max((text.find(f"{head}{group}") for head in heads), default=-1)
    # 食品加工产业链比硅基少多少: the kind of group is said once
    return whole if whole >= 0 else max((text.find(head) for head in heads), default=-1)


def _difference(one: Figure, other: Figure, collection: Collection) -> Draft:
    when = period_text(one.period) if one.period else ""
    return lies_between(f"{when}{part_of(one)}{_measure(one)}", part_of(other), one, other, collection)
