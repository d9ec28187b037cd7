"""Answers worded from ledger rows, and the ways of spoiling them: what the grounding tests count with."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from assistant.evidence import Evidence
from ingest import ingest
from language.period_label import period_text
from language.place import national_mentions
from language.quantity import find_quantities, format_quantity, split_unit
from vectorstore.build import open_library
from vectorstore.ledger_rows import Figure

KINDS = ("digit", "scale", "rate", "currency", "year", "neighbour value", "neighbour subject")
_AIM = {"target": "力争", "forecast": "预计"}


def evidence_of(folder: Path, *, store: Path) -> list[Evidence]:
    """Every passage of a folder's documents as evidence, with the ledger rows that stand in it."""
    ingest([folder], store=store)
    found = []
    with open_library(store) as library:
        rows = library.figures()
        for document in library.documents():
            for passage in library.passages(document.id):
                inside = tuple(
                    row for row in rows
                    if row.document_id == document.id and passage.start <= row.raw_start < passage.end
                )  # fmt: skip
                found.append(
                    Evidence(document=document, text=passage.text, start=passage.start, end=passage.end,
                             figures=inside, section=passage.section, page=passage.page)
                )  # fmt: skip
    return found


@dataclass(frozen=True, kw_only=True)
class Statement:
    """What one ledger row says, in pieces, so that one of them can be spoilt."""

    row: Figure
    subject: str
    value: Decimal
    unit: str
    label: str

    @classmethod
    def of(cls, row: Figure) -> Statement:
        """The row as it is."""
        return cls(row=row, subject=row.subject, value=row.value, unit=row.unit, label=row.period)

    @property
    def figure(self) -> str:
        """Number and unit as an answer prints them."""
        return format_quantity(self.value, self.unit, qualifier=self.row.qualifier)

    @property
    def aim(self) -> str:
        """The word that calls a target a target."""
        return _AIM.get(self.row.modality, "")

    @property
    def metric(self) -> str:
        """The measure, without what it says twice."""
        metric = self.row.metric.replace(self.row.subject, "")
        return re.sub(r"力争$|预计$|目标$", "", metric)


def usable(row: Figure) -> bool:
    """Rows whose own words make a sentence: a subject, a short measure without other numbers."""
    if national_mentions(row.metric):
        return False
    other = [quantity for quantity in find_quantities(row.metric) if quantity.kind != "money"]
    printed = find_quantities(format_quantity(row.value, row.unit, qualifier=row.qualifier))
    alone = len(printed) == 1 and printed[0].high is None and find_quantities(row.raw)[:1] != []
    ranged = any(quantity.high is not None for quantity in find_quantities(row.raw))
    return bool(row.subject and 2 <= len(row.metric) <= 18 and not other and alone and not ranged)


def spoken(label: str, document_year: int | None, *, form: int) -> str:
    """A period in one of the forms officials write: 2025年一季度, 今年一季度, 2025年1—3月."""
    text = period_text(label)
    months = {"Q1": "1—3月", "Q2": "4—6月", "H1": "1—6月"}
    if form == 1 and document_year is not None and label[:4] == str(document_year) and ".." not in label:
        return "今年" + text.partition("年")[2] if "-" in label else "今年"
    if form == 2 and label[5:] in months:
        return f"{label[:4]}年{months[label[5:]]}"
    return text


def sentence(said: Statement, *, form: int, when: str) -> str:
    """One line of prose for a row, cited [1]."""
    subject, metric, figure, aim = said.subject, said.metric, said.figure, said.aim
    forms = (
        f"{when}，{subject}{aim}{metric}{figure}。[1]" if when else f"{subject}{aim}{metric}{figure}。[1]",
        f"{subject}{when}{aim}{metric}{figure}[1]。",
        f"{subject}：{aim}{metric}{figure}" + (f"（{when}）。[1]" if when else "。[1]"),
        f"- **{subject}**{when}，{aim}{metric}为{_wide(figure)}[1]",
        f"{aim.replace('力争', '目标')}：{subject}{when}{metric}{figure}。[1]" if aim
        else f"{when}{subject}的{metric}是{figure}。[1]",
    )  # fmt: skip
    return forms[form % len(forms)]


def _wide(figure: str) -> str:
    return figure.translate({ord(char): chr(ord(char) + 0xFEE0) for char in "0123456789"})


def several(first: Statement, second: Statement, *, when: str) -> str:
    """Two measures of one subject and period as clauses of one sentence."""
    return (
        f"{when}，{first.subject}{first.aim}{first.metric}{first.figure}，"
        f"{second.aim}{second.metric}{second.figure}。[1]".lstrip("，")
    )  # fmt: skip


def table(rows: Sequence[Statement], *, when: Sequence[str]) -> str:
    """A Markdown table of rows, one citation each."""
    head = "| 主体 | 指标 | 数值 | 时间 | 来源 |\n|---|---|---:|---|---|\n"
    return head + "\n".join(
        f"| {said.subject} | {said.aim}{said.metric} | {said.figure} | {time or '—'} | [1] |"
        for said, time in zip(rows, when, strict=True)
    )


def bare_table(rows: Sequence[Statement], *, when: str) -> str:
    """A comparison of one measure whose unit and period stand in the heading."""
    measure = f"{rows[0].aim}{rows[0].metric}（{rows[0].unit}）"
    head = f"{when}各地情况：\n\n| 排序 | 地区 | {measure} | 来源 |\n|---|---|---|---|\n"
    return head + "\n".join(
        f"| {at} | {said.subject} | {said.value.normalize():f} | [1] |" for at, said in enumerate(rows, 1)
    )


@dataclass(frozen=True, kw_only=True)
class Worded:
    """An answer over evidence [1], and how it was spoilt ("" for not at all)."""

    text: str
    evidence: Mapping[int, Evidence]
    spoilt: str = ""


def answers(collection: Sequence[Evidence], *, seed: int) -> Iterator[Worded]:
    """True answers without end."""
    draw = random.Random(seed)
    pieces = [piece for piece in collection if any(usable(row) for row in piece.figures)]
    while True:
        piece = draw.choice(pieces)
        yield _worded(piece, [Statement.of(row) for row in _rows(piece, draw)], draw, spoilt="")


def spoilt_answers(collection: Sequence[Evidence], kind: str, *, seed: int) -> Iterator[Worded]:
    """Answers with exactly one thing wrong, without end."""
    draw = random.Random(seed)
    pieces = [piece for piece in collection if any(usable(row) for row in piece.figures)]
    while True:
        piece = draw.choice(pieces)
        rows = [Statement.of(row) for row in _rows(piece, draw)]
        at = draw.randrange(len(rows))
        wrong = spoil(rows[at], kind, piece, draw)
        if wrong is None:
            continue
        yield _worded(piece, [*rows[:at], wrong, *rows[at + 1 :]], draw, spoilt=kind)


def _rows(piece: Evidence, draw: random.Random) -> list[Figure]:
    rows = [row for row in piece.figures if usable(row)]
    first = draw.choice(rows)
    shape = draw.randrange(4)
    if shape == 0:
        same = [row for row in rows if (row.subject, row.period) == (first.subject, first.period)]
        alike = [row for row in same if row is not first]
        return [first, draw.choice(alike)] if alike else [first]
    if shape == 1:
        return draw.sample(rows, min(len(rows), draw.randint(2, 5)))
    return [first]


def _worded(piece: Evidence, rows: list[Statement], draw: random.Random, *, spoilt: str) -> Worded:
    stated = piece.document.reference_date or ""
    year = int(stated[:4]) if stated else None
    times = [spoken(said.label, year, form=draw.randrange(3)) if said.label else "" for said in rows]
    measures = {(said.row.metric, said.unit, said.label, said.row.qualifier, said.aim) for said in rows}
    if len(rows) == 1:
        text = sentence(rows[0], form=draw.randrange(5), when=times[0])
    elif len(rows) == 2 and len({(said.subject, said.label) for said in rows}) == 1 and draw.random() < 0.7:
        text = several(rows[0], rows[1], when=times[0])
    elif len(measures) == 1 and not rows[0].row.qualifier:
        text = bare_table(rows, when=times[0])
    else:
        text = table(rows, when=times)
    return Worded(text=text, evidence={1: piece}, spoilt=spoilt)


def spoil(said: Statement, kind: str, piece: Evidence, draw: random.Random) -> Statement | None:
    """The statement with one thing wrong, None where this kind does not apply to it."""
    if kind == "digit":
        value = _other_digit(said.value, draw)
        # Two tiers of one policy, 2% and 3%: a digit that lands on the other row's value says something true.
        true = any(
            (row.subject, row.metric, row.value, row.unit)
            == (said.row.subject, said.row.metric, value, said.unit)
            for row in piece.figures
        )
        return None if true else replace(said, value=value)
    if kind == "scale":
        factor, root = split_unit(said.unit)
        swapped = {10**8: "万", 10**4: "亿"}.get(int(factor))
        return replace(said, unit=swapped + root) if swapped else None
    if kind == "rate":
        swapped = {"%": "个百分点", "个百分点": "%"}.get(said.unit)
        return replace(said, unit=swapped) if swapped else None
    if kind == "currency":
        if said.unit.endswith("美元"):
            return replace(said, unit=said.unit.removesuffix("美元") + "元")
        return replace(said, unit=said.unit[:-1] + "美元") if said.unit in ("元", "万元", "亿元") else None
    if kind == "year":
        if not re.match(r"\d{4}", said.label) or len(set(re.findall(r"\d{4}", said.label))) > 1:
            return None
        year = int(said.label[:4]) + draw.choice((-2, -1, 1))
        return replace(said, label=said.label.replace(said.label[:4], str(year)))
    return _neighbour(said, kind, piece, draw)


def _neighbour(said: Statement, kind: str, piece: Evidence, draw: random.Random) -> Statement | None:
    others = [row for row in piece.figures if usable(row) and row.subject != said.row.subject]
    own = {(row.value, row.unit) for row in piece.figures if row.subject == said.row.subject}
    if kind == "neighbour value":
        others = [row for row in others if row.unit == said.unit and (row.value, row.unit) not in own]
        return replace(said, value=draw.choice(others).value) if others else None
    held = {row.subject for row in piece.figures if (row.value, row.unit) == (said.value, said.unit)}
    others = [row for row in others if row.subject not in held and row.place != said.row.place]
    mine = said.row.subject  # 蓝湾生物 has what its 蓝湾生物海洋药物产业园 has: no mistake to be caught
    others = [row for row in others if row.subject not in mine and mine not in row.subject]
    return replace(said, subject=draw.choice(others).subject) if others else None


def _other_digit(value: Decimal, draw: random.Random) -> Decimal:
    digits = f"{value.normalize():f}"
    at = draw.choice([index for index, char in enumerate(digits) if char.isdigit()])
    allowed = [digit for digit in "0123456789" if digit != digits[at] and not (at == 0 and digit == "0")]
    return Decimal(digits[:at] + draw.choice(allowed) + digits[at + 1 :])
