"""Which figures does a piece of evidence print, and what does it say of each: whose, of when, how real?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from assistant.evidence import Evidence
from assistant.grounding.commands import without_commands
from language.period import Period, find_periods
from language.period_label import contains, same_period
from language.place import PlaceNames, is_place, short_name
from language.quantity import Quantity, base_quantity, find_quantities, split_unit, unit_kind
from language.text import Reading, Span, clauses, fold, read, sentences
from vectorstore.ledger_rows import Figure

# What a place is done to, or measured against: 赴上海招商, 来自上海的项目, 比城阳区多.
_NO_OWNER = re.compile(
    r"(?:赴|到|来自|从|向|往|对接|进驻|常驻|驻|比|较|相比|高于|低于|多于|少于|超过|仅次于|领先|落后于|不及)$"
)
_PART_OF_NAME = re.compile(r"[^,、，。;；:：\s\d和与]{0,8}?(?:集团|公司|银行|大学|学院|股份)")
_LISTED = re.compile(r"(?:、|和|与|及|以及)$")
_UP = {"以上", "超", "突破", "余", "不少于", "不低于", "过", "超出", "至少", "最低"}
_DOWN = {"以下", "不到", "不足", "近", "以内", "不超过", "不高于", "不多于", "不大于", "最高", "最多"}
_CLASSIFIERS = {"个", "项", "家", "宗", "件"}


@dataclass(frozen=True, kw_only=True)
class Amount:
    """A quantity to compare: `high` is the upper end of a range, else None."""

    value: Decimal
    unit: str
    high: Decimal | None = None
    qualifier: str = ""

    @classmethod
    def of(cls, quantity: Quantity) -> Amount:
        """The amount a printed quantity says."""
        return cls(value=quantity.value, unit=quantity.unit, high=quantity.high, qualifier=quantity.qualifier)

    def says(self, other: Amount) -> bool:
        """Whether this amount of an answer is what `other`, printed in a document, says."""
        if not self.unit:  # a bare number has only its value
            return other.high is None and self.value in (
                other.value,
                base_quantity(other.value, other.unit)[0],
            )
        if not _same_unit(self.unit, other.unit) or _contrary(self.qualifier, other.qualifier):
            return False
        mine = _ends(self)
        theirs = _ends(other)
        return mine == theirs or (self.high is None and other.high is not None and mine[0] in theirs)


def _ends(amount: Amount) -> tuple[Decimal, ...]:
    ends = (amount.value,) if amount.high is None else (amount.value, amount.high)
    return tuple(base_quantity(end, amount.unit)[0] for end in ends)


def _same_unit(mine: str, theirs: str) -> bool:
    one, other = base_quantity(Decimal(1), mine)[1], base_quantity(Decimal(1), theirs)[1]
    if one == other or {one, other} == {"", "元"}:  # 投资10亿 means 亿元
        return True
    counts = unit_kind(one) == unit_kind(other) == "count"
    return counts and bool({one, other} & {"个"}) and {one, other} <= _CLASSIFIERS


def _contrary(mine: str, theirs: str) -> bool:
    return (mine in _UP and theirs in _DOWN) or (mine in _DOWN and theirs in _UP)


@dataclass(frozen=True, kw_only=True)
class Printed:
    """One figure of the evidence. `row` is its ledger row, if it has one; `nearby` the place its
    sentence names last before it, `periods` the labels of its clause, else the one before it; `clause` and
    `sentence` are its folded words."""

    amount: Amount
    row: Figure | None
    nearby: str
    periods: tuple[str, ...]
    sentence: str
    clause: str


class Source:
    """A piece of evidence, read once: its figures, places and periods."""

    def __init__(self, evidence: Evidence, *, places: PlaceNames) -> None:
        self.evidence = evidence
        self.places = places
        self._told = without_commands(evidence.text)
        self.text = fold(self._told)
        self.rows = tuple(row for row in evidence.figures if self._is_told(row))

    def _is_told(self, row: Figure) -> bool:
        at = row.raw_start - self.evidence.start
        return bool(self._told[at : at + len(row.raw)].strip()) or not self.evidence.text[at : at + 1]

    @cached_property
    def reference(self) -> date | None:
        """The date that 今年 is resolved against."""
        stated = self.evidence.document.reference_date
        return date.fromisoformat(stated) if stated else None

    @cached_property
    def around(self) -> str:
        """All that may name the subject: title, headings, the quote and the ledger's own words for it."""
        document = self.evidence.document
        rows = (part for row in self.rows for part in (row.subject, row.place, row.metric))
        return fold(
            "\n".join(
                (document.title, document.publisher, document.name, self.evidence.section, self.text, *rows)
            )
        )

    @cached_property
    def labels(self) -> frozenset[str]:
        """Every period the evidence names, by its own words, its rows, its headings or its date."""
        said = f"{self.evidence.document.title}。{self.evidence.section}。{self.text}"
        found = {period.label for period in find_periods(fold(said), reference=self.reference)}
        found |= {row.period for row in self.rows if row.period}
        dated = self.evidence.document.published or self.evidence.document.reference_date
        return frozenset(found | ({dated[:4]} if dated else set()))

    @cached_property
    def printed(self) -> tuple[Printed, ...]:
        """Its figures in the order of the text."""
        return tuple(self._printed())

    def _printed(self) -> Iterator[Printed]:
        base = self.evidence.start
        rows = {row.raw_start - base: row for row in self.rows}
        seen: set[int] = set()
        for unit in _units(self._told):
            periods = find_periods(unit.reading.text, reference=self.reference)
            for quantity in find_quantities(unit.reading.text):
                if any(day.start < quantity.end and quantity.start < day.end for day in periods):
                    continue
                where = unit.reading.source(quantity.start, quantity.end)
                at = next((at for at, row in rows.items() if _overlap(at, row, where)), None)
                if at is not None:
                    seen.add(at)
                yield self._one(unit, quantity, rows[at] if at is not None else None, periods)
        for at, row in rows.items():
            if at not in seen:
                line = fold(row.quote)
                yield Printed(
                    amount=amount_of(row), row=row, nearby="", periods=(), sentence=line, clause=line
                )

    def _one(self, unit: _Unit, quantity: Quantity, row: Figure | None, periods: list[Period]) -> Printed:
        text = unit.reading.text
        amount = Amount.of(quantity)
        if row is not None and not amount.unit:
            amount = amount_of(row)
        if unit.row:
            nearby = owner_in(unit.row, self.places)
            labels = [period.label for period in find_periods(unit.row, reference=self.reference)]
            return Printed(
                amount=amount,
                row=row,
                nearby=nearby,
                periods=tuple(labels),
                sentence=unit.row,
                clause=unit.row,
            )
        spans = (span for span in clauses(text) if span.start <= quantity.start < span.end)
        begin, end = next(((span.start, span.end) for span in spans), (0, len(text)))
        told_before = text[: quantity.start].rpartition("分别")  # 分别 gives each its own: ask the ledger
        told = [period for period in periods if period.role != "comparison"]
        own = [p.label for p in told if begin <= p.start < end]
        before = [p.label for p in reversed(told) if p.end <= begin]
        return Printed(
            amount=amount, row=row, nearby=owner_in(told_before[2], self.places),
            periods=tuple(own or before[:1]), sentence=text, clause=text[begin:end],
        )  # fmt: skip

    def has_bare(self, amount: Amount) -> bool:
        """Whether a table prints the number bare under a heading with its unit."""
        if ("\t" not in self.text and "|" not in self.text) or split_unit(amount.unit)[1] not in self.text:
            return False
        return any(not p.amount.unit and p.amount.value == amount.value for p in self.printed) and bool(
            re.search(rf"[(（:：/]\s*(?:单位[:：])?{re.escape(amount.unit)}\s*[)）\t|\n]", self.around)
        )

    def knows_period(self, label: str) -> bool:
        """Whether the evidence names this period, or one that it holds, or that holds it."""
        return any(same_period(label, known) or contains(label, known) for known in self.labels if known)


@dataclass(frozen=True, kw_only=True)
class _Unit:
    """A sentence, or one cell of a table with the words of its whole `row`."""

    reading: Reading
    row: str = ""


def _units(text: str) -> Iterator[_Unit]:
    """The sentences of prose and the cells of tables, in order; words of different cells never join."""
    start = begin = 0
    for line in (*text.splitlines(keepends=True), ""):
        if line and "\t" not in line and not line.lstrip().startswith("|"):
            start += len(line)
            continue
        for span in sentences(text, start=begin, end=start):
            yield _Unit(reading=read(text, start=span.start, end=span.end))
        for cell in re.finditer(r"[^\t|\n]+", line):
            reading = read(text, start=start + cell.start(), end=start + cell.end())
            yield _Unit(reading=reading, row=fold(line).strip())
        start += len(line)
        begin = start


def _overlap(start: int, row: Figure, where: Span) -> bool:
    return start < where.end and where.start < start + len(row.raw)


def amount_of(row: Figure) -> Amount:
    """The amount a ledger row states; a range is read from what is printed."""
    again = [quantity for quantity in find_quantities(read(row.raw).text) if quantity.high is not None]
    high = again[0].high if again else None
    value = abs(row.value) if row.is_growth else row.value  # 增减-2个 is read as 2个: a sign is no digit
    return Amount(value=value, unit=row.unit, high=high, qualifier=row.qualifier)


def owner_in(text: str, places: PlaceNames) -> str:
    """The canonical name of the last place in `text` that may own a figure; a district beats its city."""
    owner, excluded = "", False
    for mention in places.find(text):
        before = text[: mention.start]
        excluded = bool(_NO_OWNER.search(before)) or (excluded and bool(_LISTED.search(before)))
        in_name = bool(_PART_OF_NAME.match(text, mention.end))
        if not excluded and not in_name and not text.startswith(("等地", "等城市", "等国"), mention.end):
            owner = mention.place.name
    return owner


def same_place(one: str, other: str) -> bool:
    """Whether two names are one place: 即墨 and 即墨区."""
    return bool(one) and bool(other) and (one == other or short_name(one) == short_name(other))


def owns_as_place(row: Figure, places: PlaceNames) -> bool:
    """Whether the row's subject is a place, not a project or a firm."""
    return row.subject == row.place or places.get(row.subject) is not None or is_place(row.subject)
