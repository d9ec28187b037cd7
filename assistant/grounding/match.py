"""Is a figure of the evidence the one an answer speaks of: the same subject, period, measure, and as real?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from assistant.grounding.claims import is_called_aim, name_claimed, owner_claimed, setting, when_claimed
from assistant.grounding.printed import Amount, Printed, Source, amount_of, owns_as_place, same_place
from assistant.grounding.statements import Said, Statement
from language.period_label import contains, period_text, same_period
from language.place import PlaceNames
from language.quantity import find_quantities, unit_kind
from language.text import fold

Mismatch = Literal["value", "subject", "period", "modality"]

LOOSE = re.compile(r"[\s“”\"'‘’「」『』*]")
_NAME_TAIL = re.compile(r"(?:项目|有限公司|公司|集团|基地|工程|有限责任公司|股份)+$")
_LAST_WORDS = re.compile(r"[\d%、]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, kw_only=True)
class Matcher:
    """Compares figures; `places` and `subjects` are those the answer and its evidence name."""

    places: PlaceNames
    subjects: frozenset[str]

    def problem(
        self, said: Said, statement: Statement, source: Source, printed: Printed
    ) -> tuple[Mismatch, str] | None:
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
        printed_so = _is_copied(owner, said, statement, printed, self.places)
        if owner and not printed_so and not self._owns(owner, source, printed, named=named):
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
            return covered(name, row.subject + row.metric) or covered(row.subject, name) or (
                covered(name, printed.clause)
            )  # fmt: skip
        return covered(name, printed.sentence if name in self.subjects else source.around)

    def _other_period(self, said: Said, statement: Statement, source: Source, printed: Printed) -> str:
        when = when_claimed(said, statement, reference=source.reference)
        if not when.labels:
            return ""
        row = printed.row
        if row is None and not printed.amount.unit:  # 500 of 世界500强 is of no time
            return ""
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
            other for other in source.rows
            if (fold(other.subject) == whose or same_place(other.subject, whose)) and len(other.metric) > 2
            and unit_kind(other.unit) == said.quantity.kind and _share(other.metric, told) >= 0.8
        ]  # fmt: skip
        if not meant or any(Amount.of(said.quantity).says(amount_of(other)) for other in meant):
            return ""
        if _is_named_so(printed, meant[0].metric):
            return ""
        return f"原文中{whose}的“{meant[0].metric}”不是这个数"


def _is_named_so(printed: Printed, metric: str) -> bool:
    """Whether the figure's own clause, which prints no other, names the measure: 单个项目最高300万元."""
    return len(find_quantities(printed.clause)) == 1 and _share(metric, printed.clause) >= 0.8


def _measure_words(said: Said, statement: Statement) -> tuple[str, str]:
    """The words that may name a figure's measure, and those that name it and no figure before it."""
    around = setting(said, statement)
    if not statement.is_row:
        return around.own, _LAST_WORDS.split(around.own)[-1]
    words = " ".join((*around.near, around.own))
    return words, " ".join(cell for cell in (*around.near, around.own) if not _LAST_WORDS.search(cell))


def _is_copied(owner: str, said: Said, statement: Statement, printed: Printed, places: PlaceNames) -> bool:
    """Whether the words from the place's name to the figure are printed so."""
    text = statement.reading.text[: said.quantity.end]
    last = next((m for m in reversed(places.find(text)) if m.place.name == owner), None)
    return last is not None and LOOSE.sub("", text[last.start :]) in LOOSE.sub("", printed.sentence)


def _short_in(owner: str, text: str, places: PlaceNames) -> bool:
    place = places.get(owner)
    return owner in text or (place is not None and place.short in text)


def _same_time(label: str, known: str) -> bool:
    return bool(known) and (
        same_period(label, known) or (bool(_DAY.search(known)) and contains(label, known))
    )


def _near_time(label: str, known: str) -> bool:
    return not known or same_period(label, known) or contains(label, known) or contains(known, label)


def _bigrams(text: str) -> list[str]:
    core = LOOSE.sub("", fold(text))
    return [core[at : at + 2] for at in range(len(core) - 1)] or [core]


def _share(part: str, whole: str) -> float:
    """The share of `part`'s character pairs that `whole` holds."""
    pairs = _bigrams(part)
    held = LOOSE.sub("", fold(whole))
    return sum(pair in held for pair in pairs) / len(pairs)


def _mentions(text: str, name: str) -> bool:
    """Whether three characters of a name's own part are said: 启明储 of 启明储能电芯项目."""
    core = _NAME_TAIL.sub("", fold(name))
    return any(core[at : at + 3] in text for at in range(len(core) - 2))


def covered(name: str, text: str) -> bool:
    core = _NAME_TAIL.sub("", fold(name)) or name
    return _share(core, text) >= 0.6
