"""Does the evidence an answer cites hold every figure it states, and hold it of the same subject and time?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

from assistant.evidence import Evidence
from assistant.grounding_claims import is_called_aim, name_claimed, owner_claimed, setting, when_claimed
from assistant.grounding_printed import Amount, Printed, Source, amount_of, owns_as_place, same_place
from assistant.grounding_statements import Mark, Said, Statement, figures, marks_of, statements
from language.period import contains, period_text, same_period
from language.place import PlaceNames, learn_places
from language.quantity import find_quantities, unit_kind
from language.text import fold

FaultKind = Literal["value", "unit", "subject", "period", "modality", "marker", "quote"]

_EXPRESSION = re.compile(r"[=＝≈÷×+＋−]|(?<=\d) ?[-/] ?(?=\d)")
_NOT_TOLD = re.compile(
    r"没有|未(?:提|载|见|找|披露|公布|说明|给出|涉及|查)|查不到|找不到|无法|不含|不包括|没提"
)
_QUOTED = re.compile(r"[“「『](?P<words>[^“”「」『』]{8,})[”」』]")
_LOOSE = re.compile(r"[\s“”\"'‘’「」『』*]")
_NAME_TAIL = re.compile(r"(?:项目|有限公司|公司|集团|基地|工程|有限责任公司|股份)+$")
_COUNT_BY_CODE = re.compile(r"^(?:个|家|项|条|篇|份|处|行|类|种|件|次)$")
_LAST_WORDS = re.compile(r"[\d%、]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WORST: dict[str, int] = {"modality": 0, "period": 1, "subject": 2, "value": 3}


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What is wrong at `start` to `end` of an answer: `text` are its offending words, `marker` the citation
    they were looked up in (None for none), `reason` one Chinese line."""

    kind: FaultKind
    text: str
    start: int
    end: int
    marker: int | None
    reason: str


class Grounds:
    """The evidence of one answer, read once, and the checks against it."""

    def __init__(
        self, text: str, evidence: Mapping[int, Evidence], *, derived: Collection[Decimal] = ()
    ) -> None:
        self.text = text
        self.derived = frozenset(derived)
        self.places = _places(text, evidence)
        self.sources = {number: Source(piece, places=self.places) for number, piece in evidence.items()}

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The projects and firms the evidence speaks of."""
        rows = (row for source in self.sources.values() for row in source.evidence.figures)
        return frozenset(
            fold(row.subject) for row in rows if len(row.subject) > 3 and not owns_as_place(row, self.places)
        )

    def faults(self) -> Iterator[Fault]:
        """Everything wrong with the answer, in its order."""
        for statement in statements(self.text):
            yield from self._marker_faults(statement)
            if self._is_verbatim(statement):
                continue
            for said in figures(statement):
                if (fault := self.fault_of(said, statement)) is not None:
                    yield fault
            yield from self._quote_faults(statement)

    def _marker_faults(self, statement: Statement) -> Iterator[Fault]:
        for mark in statement.marks:
            if mark.number not in self.sources:
                yield Fault(kind="marker", text=f"[{mark.number}]", start=mark.start, end=mark.end,
                            marker=mark.number, reason=f"没有编号为[{mark.number}]的资料")  # fmt: skip

    def _quote_faults(self, statement: Statement) -> Iterator[Fault]:
        cited = self.cited(statement.marks)
        if not cited:
            return
        for match in _QUOTED.finditer(self.text, statement.start, statement.end):
            words = _LOOSE.sub("", fold(match["words"]))
            if not any(words in _LOOSE.sub("", source.text) for source in cited):
                yield Fault(kind="quote", text=match.group(), start=match.start(), end=match.end(),
                            marker=statement.marks[0].number, reason="引号里的话不在所引原文中")  # fmt: skip

    def cited(self, marks: Sequence[Mark]) -> list[Source]:
        """The sources behind markers, unresolved ones left out."""
        return [
            self.sources[number]
            for number in dict.fromkeys(mark.number for mark in marks)
            if number in self.sources
        ]

    def _is_verbatim(self, statement: Statement) -> bool:
        """A sentence copied from the quote is as true as the quote."""
        words = _LOOSE.sub("", re.sub(r"\ue000", "", statement.reading.text)).rstrip("。;,!？?")
        return len(words) >= 15 and not statement.is_row and any(
            words in _LOOSE.sub("", source.text) for source in self.cited(statement.marks)
        )  # fmt: skip

    def fault_of(self, said: Said, statement: Statement) -> Fault | None:
        """What is wrong with one figure, None if it is grounded."""
        if self._is_derived(said, statement):
            return None
        marks = marks_of(said, statement)
        sources = self.cited(marks)
        if not sources:
            return (
                None
                if self._needs_no_source(said, statement)
                else self._made(said, "marker", None, "没有注明出处")
            )
        number = next(mark.number for mark in marks if mark.number in self.sources)
        amount = Amount.of(said.quantity)
        if said.size_class:
            held = any(_holds_size_class(source, amount) for source in sources)
            return None if held else self._made(said, "value", number, self._missing(said, number))
        held_by = [(source, p) for source in sources for p in source.printed if amount.says(p.amount)]
        if not held_by:
            return self._unheld(said, number, amount, sources)
        if _in_expression(said, statement):
            return None
        problems = [self._problem(said, statement, source, printed) for source, printed in held_by]
        if any(problem is None for problem in problems):
            return None
        kind, reason = min((p for p in problems if p is not None), key=lambda problem: _WORST[problem[0]])
        return self._made(said, kind, number, reason)

    def _is_derived(self, said: Said, statement: Statement) -> bool:
        quantity = said.quantity
        if quantity.value not in self.derived or quantity.high is not None:
            return False
        counted = quantity.value == quantity.value.to_integral_value() and bool(
            _COUNT_BY_CODE.match(quantity.unit)
        )
        return counted or bool(_EXPRESSION.search(statement.reading.text))

    def _needs_no_source(self, said: Said, statement: Statement) -> bool:
        """亿元以上 in a lead-in, and what the documents are said not to hold, are no statements of fact."""
        own = setting(said, statement).own
        bare = not said.quantity.unit and len(said.quantity.value.as_tuple().digits) < 2
        return said.size_class or bare or bool(_NOT_TOLD.search(own))

    def _unheld(self, said: Said, number: int, amount: Amount, sources: list[Source]) -> Fault | None:
        if any(source.has_bare(amount) for source in sources):
            return None
        digits = fold(self.text[said.start : said.end])
        if not amount.unit and any(
            re.search(rf"(?<![\d.]){re.escape(digits)}(?![\d.])", s.around) for s in sources
        ):
            return None
        same_number = any(amount.value == p.amount.value for source in sources for p in source.printed)
        return self._made(
            said, "unit" if same_number and amount.unit else "value", number, self._missing(said, number)
        )

    def _missing(self, said: Said, number: int) -> str:
        return f"[{number}]的原文没有“{self.text[said.start : said.end]}”"

    def _made(self, said: Said, kind: FaultKind, marker: int | None, reason: str) -> Fault:
        return Fault(
            kind=kind,
            text=self.text[said.start : said.end],
            start=said.start,
            end=said.end,
            marker=marker,
            reason=reason,
        )

    def _problem(
        self, said: Said, statement: Statement, source: Source, printed: Printed
    ) -> tuple[FaultKind, str] | None:
        """Why a figure of the evidence with the right amount is not the one the answer speaks of."""
        if reason := self._other_subject(said, statement, source, printed):
            return "subject", reason
        if reason := self._other_period(said, statement, source, printed):
            return "period", reason
        if reason := self._other_measure(said, statement, source, printed):
            return "value", reason
        row = printed.row
        aimed = row is not None and row.modality in ("target", "forecast") and "投资" not in row.metric
        if aimed and not is_called_aim(said, statement):
            return "modality", "原文说的是目标或预计，不是已经完成的数"
        return None

    def _other_subject(self, said: Said, statement: Statement, source: Source, printed: Printed) -> str:
        owner = owner_claimed(said, statement, self.places)
        name = name_claimed(said, statement, known=self.subjects)
        row = printed.row
        whose = row.subject if row else printed.nearby
        named = bool(name) or (row is not None and _mentions(statement.reading.text, row.subject))
        if owner and not self._owns(owner, source, printed, named=named):
            return f"原文中这个数是{whose}的，不是{owner}的" if whose else f"原文没有说这个数是{owner}的"
        if name and not self._bears(name, source, printed):
            return f"原文中这个数是{whose}的，不是{name}的" if whose else f"原文没有说这个数是{name}的"
        return ""

    def _owns(self, owner: str, source: Source, printed: Printed, *, named: bool) -> bool:
        """Whether a figure of the evidence is the place's; a project's is, where its name is said too, if the
        place is where it stands or the city around."""
        row = printed.row
        if same_place(owner, printed.nearby):
            return True
        if row is None:
            return not printed.nearby and _short_in(owner, source.around, self.places)
        if same_place(owner, row.place) or same_place(owner, row.subject):
            return True
        if owns_as_place(row, self.places) or not named:
            return False
        place = self.places.get(row.place)
        if place is not None and same_place(place.city, owner):
            return True
        return _short_in(owner, printed.sentence + row.subject if row.place else source.around, self.places)

    def _bears(self, name: str, source: Source, printed: Printed) -> bool:
        row = printed.row
        if row is not None and not owns_as_place(row, self.places):
            return _covered(name, row.subject + row.metric) or _covered(row.subject, name) or (
                _covered(name, printed.clause)
            )  # fmt: skip
        return _covered(name, printed.sentence if name in self.subjects else source.around)

    def _other_period(self, said: Said, statement: Statement, source: Source, printed: Printed) -> str:
        when = when_claimed(said, statement, reference=source.reference)
        if not when.labels:
            return ""
        row = printed.row
        if row is None and printed.periods and when.tie != "loose":
            fits = any(_same_time(label, known) for label in when.labels for known in printed.periods)
            return "" if fits else f"原文中这个数是{period_text(printed.periods[0])}的"
        if row is None or not row.period:
            fits = all(source.knows_period(label) for label in when.labels)
            return "" if fits else f"原文没有提到{period_text(when.labels[0])}"
        if when.tie == "loose":
            return "" if all(source.knows_period(label) for label in when.labels) else "原文没有提到这个时间"
        told = (row.period, *printed.periods)
        exact = any(_same_time(label, known) for label in when.labels for known in told)
        near = (
            all(_near_time(label, known) for label in when.labels for known in told[:1]) or when.tie == "near"
        )
        return "" if exact and near else f"原文中这个数是{period_text(row.period)}的"

    def _other_measure(self, said: Said, statement: Statement, source: Source, printed: Printed) -> str:
        """签约额 with the figure of 到位资金: what the words name is another row of the same subject."""
        words, told = _measure_words(said, statement)
        row = printed.row
        name = name_claimed(said, statement, known=self.subjects)
        claimed = name if name in self.subjects else owner_claimed(said, statement, self.places)
        whose = claimed or (row.subject if row else "")
        own = row is None or fold(row.subject) == whose or same_place(row.subject, whose)
        if not whose or (own and _share(row.metric if row else printed.clause, words) > 0.2):
            return ""
        meant = [
            other for other in source.evidence.figures
            if (fold(other.subject) == whose or same_place(other.subject, whose)) and len(other.metric) > 2
            and unit_kind(other.unit) == said.quantity.kind and _share(other.metric, told) >= 0.8
        ]  # fmt: skip
        if not meant or any(Amount.of(said.quantity).says(amount_of(other)) for other in meant):
            return ""
        return f"原文中{whose}的“{meant[0].metric}”不是这个数"


def _measure_words(said: Said, statement: Statement) -> tuple[str, str]:
    """The words that may name a figure's measure, and those that name it and no figure before it."""
    around = setting(said, statement)
    if not statement.is_row:
        return around.own, _LAST_WORDS.split(around.own)[-1]
    words = " ".join((*around.near, around.own))
    return words, " ".join(cell for cell in (*around.near, around.own) if not _LAST_WORDS.search(cell))


def _places(text: str, evidence: Mapping[int, Evidence]) -> PlaceNames:
    rows = [row for piece in evidence.values() for row in piece.figures]
    told = "\n".join(
        part for piece in evidence.values() for part in (piece.document.title, piece.section, piece.text)
    )
    named = {row.place for row in rows if row.place}
    return learn_places(fold("\n".join((text, told, *sorted(named)))), known=sorted(named))


def _short_in(owner: str, text: str, places: PlaceNames) -> bool:
    place = places.get(owner)
    return owner in text or (place is not None and place.short in text)


def _holds_size_class(source: Source, amount: Amount) -> bool:
    rows = (found for row in source.evidence.figures for found in find_quantities(fold(row.threshold)))
    return any(amount.says(Amount.of(found)) for found in rows) or any(
        amount.says(p.amount) for p in source.printed
    )


def _in_expression(said: Said, statement: Statement) -> bool:
    """An operand: 310 in 310 ÷ 25 = 12.4 亿元."""
    text = statement.reading.text
    around = (
        text[max(0, said.quantity.outer_start - 2) : said.quantity.outer_start]
        + text[said.quantity.outer_end :][:2]
    )
    return bool(re.search(r"[=≈÷×+−/]", around))


def _same_time(label: str, known: str) -> bool:
    return bool(known) and (
        same_period(label, known) or (bool(_DAY.search(known)) and contains(label, known))
    )


def _near_time(label: str, known: str) -> bool:
    return not known or same_period(label, known) or contains(label, known) or contains(known, label)


def _bigrams(text: str) -> list[str]:
    core = _LOOSE.sub("", fold(text))
    return [core[at : at + 2] for at in range(len(core) - 1)] or [core]


def _share(part: str, whole: str) -> float:
    """The share of `part`'s character pairs that `whole` holds."""
    pairs = _bigrams(part)
    held = _LOOSE.sub("", fold(whole))
    return sum(pair in held for pair in pairs) / len(pairs)


def _mentions(text: str, name: str) -> bool:
    """Whether three characters of a name's own part are said: 启明储 of 启明储能电芯项目."""
    core = _NAME_TAIL.sub("", fold(name))
    return any(core[at : at + 3] in text for at in range(len(core) - 2))


def _covered(name: str, text: str) -> bool:
    core = _NAME_TAIL.sub("", fold(name)) or name
    return _share(core, text) >= 0.6
