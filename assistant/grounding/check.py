"""Does the evidence an answer cites hold every figure it states, and hold it of the same subject and time?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

from assistant.evidence import Evidence
from assistant.grounding.claims import setting
from assistant.grounding.match import LOOSE, Matcher
from assistant.grounding.printed import Amount, Source, owns_as_place
from assistant.grounding.statements import Mark, Said, Statement, figures, marks_of, statements
from language.place import PlaceNames, learn_places
from language.quantity import find_quantities
from language.text import fold

FaultKind = Literal["value", "unit", "subject", "period", "modality", "marker", "quote"]

_PAPER_NUMBER = re.compile(r"[〔\[(【﹝]\s*(?:19|20)\d\d\s*[〕\])】﹞]\s*(?:第\s*)?\d{1,5}\s*号")
_EXPRESSION = re.compile(r"[=＝≈÷×+＋−]|(?<=\d) ?[-/] ?(?=\d)")
_NOT_TOLD = re.compile(
    r"没有|未(?:提|载|见|找|披露|公布|说明|给出|涉及|查)|查不到|找不到|无法|不含|不包括|没提"
)
_QUOTED = re.compile(r"[“「『](?P<words>[^“”「」『』]{8,})[”」』]")
_STOPS = re.compile(r"[。:,;！!]")
_OUR_HEAD = re.compile(r"^[^:\d。;]{2,24}:")  # 某某市： before what is quoted
_TIME_SAID = re.compile(r"[年月日季]|目标|计划|预计")
_COUNT_BY_CODE = re.compile(r"^(?:个|家|项|条|篇|份|处|行|类|种|件|次)$")
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
        rows = (row for source in self.sources.values() for row in source.rows)
        return frozenset(
            fold(row.subject) for row in rows if len(row.subject) > 3 and not owns_as_place(row, self.places)
        )

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(places=self.places, subjects=self.subjects)

    def faults(self) -> Iterator[Fault]:
        """Everything wrong with the answer, in its order."""
        for statement in statements(self.text):
            yield from self._marker_faults(statement)
            if self._is_verbatim(statement):
                continue
            copied = self._is_verbatim(statement, headed=True)
            if copied and not self._head_claims(statement):  # 下一步打算：一是…
                continue
            for said in figures(statement):
                fault = self.fault_of(said, statement)
                if fault is not None and not (copied and fault.kind == "value"):
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
            words = LOOSE.sub("", fold(match["words"]))
            if not any(words in LOOSE.sub("", source.text) for source in cited):
                yield Fault(kind="quote", text=match.group(), start=match.start(), end=match.end(),
                            marker=statement.marks[0].number, reason="引号里的话不在所引原文中")  # fmt: skip

    def cited(self, marks: Sequence[Mark]) -> list[Source]:
        """The sources behind markers, unresolved ones left out."""
        return [
            self.sources[number]
            for number in dict.fromkeys(mark.number for mark in marks)
            if number in self.sources
        ]

    def _is_verbatim(self, statement: Statement, *, headed: bool = False) -> bool:
        """A sentence copied from the quote is as true as the quote; `headed`: copied behind words of ours
        that say whose it is."""
        words = re.sub(r"\ue000", "", statement.reading.text)
        if headed:
            words = _OUR_HEAD.sub("", words)
        words = _stopless(words)
        return len(words) >= 15 and not statement.is_row and any(
            words in _stopless(source.text) for source in self.cited(statement.marks)
        )  # fmt: skip

    def _head_claims(self, statement: Statement) -> bool:
        """Whether the words of ours before a copied sentence say whose it is, or of when."""
        head = _OUR_HEAD.match(re.sub(r"\ue000", "", statement.reading.text))
        said = head.group() if head else ""
        of_whom = self.places.find(said) or any(subject in said for subject in self.subjects)
        return bool(of_whom or _TIME_SAID.search(said))

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
        if _in_expression(said, statement) or self._of_a_paper(said):
            return None
        problems = [self._matcher.problem(said, statement, source, printed) for source, printed in held_by]
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

    def _of_a_paper(self, said: Said) -> bool:
        """The year and the number of 〔2025〕6号 are of the paper, whoever is named beside it."""
        numbers = _PAPER_NUMBER.finditer(fold(self.text))
        return any(match.start() <= said.start and said.end <= match.end() for match in numbers)

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
        printed = [
            p.amount.unit for source in sources for p in source.printed if p.amount.value == amount.value
        ]
        other_unit = bool(amount.unit and printed) and amount.unit not in printed
        return self._made(said, "unit" if other_unit else "value", number, self._missing(said, number))

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


def _stopless(words: str) -> str:
    """Words without white space, quotation marks and the stops that printing may change."""
    return _STOPS.sub("", LOOSE.sub("", words))


def _places(text: str, evidence: Mapping[int, Evidence]) -> PlaceNames:
    rows = [row for piece in evidence.values() for row in piece.figures]
    told = "\n".join(
        part for piece in evidence.values() for part in (piece.document.title, piece.section, piece.text)
    )
    named = {row.place for row in rows if row.place}
    return learn_places(fold("\n".join((text, told, *sorted(named)))), known=sorted(named))


def _holds_size_class(source: Source, amount: Amount) -> bool:
    rows = (found for row in source.rows for found in find_quantities(fold(row.threshold)))
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
