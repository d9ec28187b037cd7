"""How is an answer mended? What fails is corrected from a ledger row, or its clause, sentence or row goes."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from assistant.evidence import Evidence
from assistant.grounding.check import Fault, Grounds
from assistant.grounding.claims import owner_claimed, setting, when_claimed
from assistant.grounding.printed import Source, amount_of, owner_in, owns_as_place, same_place
from assistant.grounding.statements import ANY_DAY, MARKER, Said, Statement, figures, marks_of, statements
from language.naming import find_names
from language.period import find_periods
from language.period_label import same_period
from language.quantity import format_quantity, unit_kind
from language.text import Span, fold
from vectorstore.ledger_rows import Figure

# What these clauses say hangs on the clause before them.
_HANGS_ON = re.compile(r"\s*(?:其中|同比|环比|较|比|增长|下降|提高|占|增幅|增速|约合|折合|相当于|即)")
_AIMS = {"target": "（目标）", "forecast": "（预计）"}
_RULE = re.compile(r"\s*\|?\s*:?-{2,}[\s:|-]*$")
GONE = "\ue001"  # stands where a statement was, until lines with nothing else are dropped
_ROUNDS = 6  # every round takes out at least one fault; what then still fails goes with its line


@dataclass(frozen=True, kw_only=True)
class Edit:
    """`text[start:end]` becomes `by`."""

    start: int
    end: int
    by: str


def repaired(
    text: str, evidence: Mapping[int, Evidence], *, derived: Collection[Decimal]
) -> tuple[str, tuple[Fault, ...]]:
    """The answer without what fails, and what failed in it as it was given."""
    first: tuple[Fault, ...] = ()
    for attempt in range(_ROUNDS):
        grounds = Grounds(text, evidence, derived=derived)
        faults = tuple(grounds.faults())
        if attempt == 0:
            first = faults
        if not faults:
            return text, first
        text = tidied(_applied(text, _edits(grounds, faults, gently=attempt == 0)))
    grounds = Grounds(text, evidence, derived=derived)
    lines = {
        statement.line
        for statement in statements(text)
        for fault in grounds.faults()
        if _holds(statement, fault)
    }
    kept = [line for number, line in enumerate(text.splitlines()) if number not in lines]
    return tidied("\n".join(kept)), first


def _holds(statement: Statement, fault: Fault) -> bool:
    return statement.start <= fault.start < statement.end


def _edits(grounds: Grounds, faults: tuple[Fault, ...], *, gently: bool) -> list[Edit]:
    """One edit for each statement that fails; `gently` tries to correct before it cuts."""
    edits: list[Edit] = []
    for statement in statements(grounds.text):
        wrong = [fault for fault in faults if _holds(statement, fault)]
        if not wrong:
            continue
        corrections = [_correction(grounds, fault, statement) for fault in wrong] if gently else [None]
        if all(edit is not None for edit in corrections):
            edits.extend(edit for edit in corrections if edit is not None)
        else:
            edits.extend(_cut(grounds, statement, wrong))
    return edits


def _correction(grounds: Grounds, fault: Fault, statement: Statement) -> Edit | None:
    if fault.kind == "marker":  # a marker of nothing goes; a figure without one cannot be helped
        return Edit(start=fault.start, end=fault.end, by="") if fault.marker is not None else None
    said = next((said for said in figures(statement) if said.start == fault.start), None)
    if said is None or said.size_class:
        return None
    row = _meant(grounds, said, statement)
    if row is None:
        return None
    outer = statement.reading.source(said.quantity.outer_start, said.quantity.outer_end)
    if fault.kind == "modality":
        return Edit(start=outer.end, end=outer.end, by=_AIMS[row.modality])
    if fault.kind not in ("value", "unit") or _is_printed(grounds, said, statement):
        return None
    return Edit(start=outer.start, end=outer.end, by=_as_printed(row, said, statement))


def _is_printed(grounds: Grounds, said: Said, statement: Statement) -> bool:
    """Whether a cited source prints the figure all the same, for something else: it means no other row."""
    told = fold(grounds.text[said.start : said.end])
    return any(told in source.around for source in grounds.cited(marks_of(said, statement)))


def _as_printed(row: Figure, said: Said, statement: Statement) -> str:
    """The row's own words for its amount, with the unit unless the column's heading gives it."""
    whole = format_quantity(row.value, row.unit, qualifier=row.qualifier)
    if said.quantity.unit and not statement.reading.text[said.quantity.start : said.quantity.end].endswith(
        said.quantity.unit[-1:]
    ):
        return f"{row.value.normalize():f}" if row.unit == said.quantity.unit else whole
    return row.raw if row.raw.endswith(row.unit) and not row.qualifier else whole


def _meant(grounds: Grounds, said: Said, statement: Statement) -> Figure | None:
    """The one ledger row of the cited evidence with the measure, subject and period the answer names."""
    rows = {
        amount_of(row): row
        for source in grounds.cited(marks_of(said, statement))
        for row in source.rows
        if _is_meant(row, said, statement, grounds=grounds, source=source)
    }
    return next(iter(rows.values())) if len(rows) == 1 else None


def _is_meant(row: Figure, said: Said, statement: Statement, *, grounds: Grounds, source: Source) -> bool:
    if unit_kind(row.unit) != said.quantity.kind or len(row.metric) < 2:
        return False
    owner = owner_claimed(said, statement, grounds.places)
    mine = same_place(owner, row.subject) or (
        same_place(owner, row.place) and owns_as_place(row, grounds.places)
    )
    if not mine and fold(row.subject) not in statement.reading.text:
        return False
    when = when_claimed(said, statement, reference=source.reference)
    if row.period and not any(same_period(label, row.period) for label in when.labels):
        return False
    own = setting(said, statement).own
    words = fold(statement.headers[said.part]) + own if statement.is_row else own
    return fold(row.metric) in words or words.strip("*: ").endswith(fold(row.metric)[-4:])


def _cut(grounds: Grounds, statement: Statement, wrong: list[Fault]) -> list[Edit]:
    """The failing clauses where the sentence stands without them, else all of it."""
    if statement.is_header:  # without its heading a table is none
        end = _table_end(grounds.text, statement.end)
        return [Edit(start=statement.start, end=end, by=GONE)]
    if (
        statement.is_row
        or len(statement.parts) < 2
        or any(fault.kind == "marker" and fault.marker is None for fault in wrong)
    ):
        return [Edit(start=statement.start, end=statement.end, by=GONE)]
    spans = [statement.reading.source(part.start, part.end) for part in statement.parts]
    bad = {
        index for index, span in enumerate(spans) for fault in wrong if span.start <= fault.start < span.end
    }
    for index in range(1, len(spans)):
        if index - 1 in bad and _HANGS_ON.match(statement.part_text(index)):
            bad.add(index)
    if 0 in bad or not bad or not _stands_without(grounds, statement, bad):
        return [Edit(start=statement.start, end=statement.end, by=GONE)]
    return [_without(grounds.text, statement, spans, index, bad) for index in sorted(bad)]


def _stands_without(grounds: Grounds, statement: Statement, bad: set[int]) -> bool:
    """Whether a figure is left, and no figure left leans on a subject or a period that goes."""
    kept = [said.part for said in figures(statement) if said.part not in bad]
    if not kept:
        return False
    for index in bad:
        words = statement.part_text(index)
        says = owner_in(words, grounds.places) or find_periods(words, reference=ANY_DAY) or find_names(words)
        if says and any(part > index for part in kept):
            return False
    return True


def _without(text: str, statement: Statement, spans: list[Span], index: int, bad: set[int]) -> Edit:
    """Takes out one clause with the comma before it, keeping its markers and the sentence's end."""
    start = _before_comma(text, spans[index - 1].end)
    end = _before_comma(text, spans[index].end)
    if text[start - 1 : start] in ("：", ":"):  # 甲市上半年：，累计完成
        end = spans[index].end
    markers = "".join(f"[{number}]" for number in MARKER.findall(text[start:end]))
    if any(later not in bad for later in range(index + 1, len(spans))):
        return Edit(start=start, end=end, by=markers)
    stop = re.search(r"[。！？!?](?=[”」』)）]*(?:\s*\[\d+\])*\s*$)", text[start : statement.end])
    ending = stop.group() if stop and index == len(spans) - 1 else ""
    return Edit(start=start, end=end if index < len(spans) - 1 else statement.end, by=ending + markers)


def _before_comma(text: str, end: int) -> int:
    return end - 1 if text[end - 1 : end] in tuple("，,；;") else end


def _table_end(text: str, start: int) -> int:
    """Where the lines with pipes end that begin before `start`."""
    table = re.compile(r"(?:\n[ \t]*\|[^\n]*)*").match(text, start)
    return table.end() if table else start


def _applied(text: str, edits: list[Edit]) -> str:
    """The text after the edits; one inside another is left out."""
    pieces, done = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if edit.start >= done:
            pieces += [text[done : edit.start], edit.by]
            done = edit.end
    return "".join((*pieces, text[done:]))


_OPENS_EMPTY = re.compile(r"：[，、；]+")


def tidied(text: str) -> str:
    """Drops emptied lines, tables without rows, lead-ins to nothing and emphasis that lost its end."""
    lines = [line.rstrip() for line in text.split("\n")]
    lines = [_balanced(line.replace(GONE, "")) for line in lines if not _is_emptied(line)]
    lines = [
        _OPENS_EMPTY.sub("：", line) for line in lines
    ]  # 某县：，今年3月动工, of which the first was cut
    return re.sub(r"\n{3,}", "\n\n", "\n".join(_without_lead_ins(_without_empty_tables(lines)))).strip()


def _is_emptied(line: str) -> bool:
    """Nothing but the mark of a list is left where something was cut."""
    return GONE in line and not re.sub(r"^\s*(?:>\s*)*(?:[-*+•·]|\d{1,2}[.、)）])?", "", line).strip(
        GONE + " 。；;*"
    )


def _balanced(line: str) -> str:
    """Without ** where a cut took only one of the pair."""
    return line.replace("**", "") if line.count("**") % 2 else line


def _without_empty_tables(lines: list[str]) -> list[str]:
    gone: set[int] = set()
    for index, line in enumerate(lines):
        following = lines[index + 1].strip() if index + 1 < len(lines) else ""
        if (
            index
            and _RULE.match(line)
            and "-" in line
            and not following.startswith("|")
            and "|" in lines[index - 1]
        ):
            gone |= {index - 1, index}
    return [line for index, line in enumerate(lines) if index not in gone]


def _without_lead_ins(lines: list[str]) -> list[str]:
    """A line that announces a list or is a heading goes when nothing follows it."""
    kept: list[str] = []
    for line in reversed(lines):
        announces = bool(re.search(r"[:：]\**\s*$", line))
        heads = bool(re.match(r"\s*#{1,6}\s", line))
        after = next((later for later in reversed(kept) if later.strip()), "")
        if (announces and not after) or (heads and (not after or re.match(r"\s*#{1,6}\s", after))):
            continue
        kept.append(line)
    return kept[::-1]
