"""Answers a question for a figure from the ledger: the row asked for, what goes with it, what it replaced."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.choice import shipped_chooser
from assistant.collection import Collection
from assistant.doings import tells_another
from assistant.draft import Draft, Statement
from assistant.figures.lookup import Ledger, search_ledger
from assistant.figures.measure import same_measure, verb_of
from assistant.figures.namesakes import apart
from assistant.figures.remainder import remainder
from assistant.figures.units_asked import counters_named
from assistant.figures.weighing import Candidate, of_unasked_part
from assistant.figures.words_asked import say_same
from assistant.matching import term_match
from assistant.question import QuestionFrame
from assistant.wording import clause_of, headed, is_cell, statement_of, value_text
from language.period import label_dates, period_text, same_period
from language.quantity import base_quantity, split_unit, unit_kind
from language.text import fold
from language.words import tagged
from vectorstore.ledger_rows import Figure

_ROOM = 130
_BEFORE = 90  # characters before an amount that may say what it is for
_SINGULAR = 4.5  # the rarity from which a noun singles something out


def answer_from_ledger(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The figure asked for, with whose it is and of when; None where the ledger does not hold it."""
    ledger = search_ledger(frame, collection)
    best = _newest(ledger, frame)
    if best is None:
        return None
    row = best.row
    if tells_another(frame.text, fold(row.metric + clause_of(row, ()))) and not frame.names:
        return None
    if row.modality == "rule" and _lacks_condition(row, frame, collection):
        return None
    if frame.operation == "average" and "均" not in row.metric + clause_of(row, ()):
        return None  # a total is no average
    if row.modality == "target" and not frame.asks_target and (worked := remainder(frame, collection)):
        return worked  # what was aimed at for the quarter is not what it brought
    if (several := _of_several_cities(best, ledger)) is not None:
        return several
    rows = _with_companions(best, ledger, frame)
    siblings = collection.siblings(row)
    text = statement_of(rows, siblings)
    if len(text) > _ROOM:
        text = statement_of([row], siblings)
    evidence = (collection.evidence(row),)
    statements = [Statement(text=_reached(text, row, frame), evidence=evidence)]
    statements += _second_quote(rows, best, ledger, frame)
    older = _replaced(best, ledger)
    notes = [*_modality_notes(row, frame), *_date_notes(row, frame, collection)]
    if older is not None:
        old_text = headed(clause_of(older, ()), [older])
        statements.append(
            Statement(
                text=f"此前公布为{value_text(older)}（{_day(older, collection)}）"
                if older.document_id != row.document_id
                else f"更正前为{value_text(older)}",
                evidence=(collection.evidence(older),),
            )
        )
        notes.append("已有更新数据，以较新的文献为准" if old_text else "")
    return Draft(
        statements=tuple(statements), notes=tuple(note for note in notes if note), strength=best.words
    )


def _lacks_condition(row: Figure, frame: QuestionFrame, collection: Collection) -> bool:
    """Whether a policy's amount is for something else: 引进硕士 is not paid what 引进博士 is."""
    before = collection.text(row.document_id)[max(0, row.start - _BEFORE) : row.start]
    told = fold(before + row.quote + collection.documents[row.document_id].title)
    return any(
        len(term) > 1
        and shipped_chooser().rarity(term) >= _SINGULAR
        and term_match(term, told) < 0.5
        and not re.search(".{0,3}".join(map(re.escape, term)), told)  # 技改 is 技术改造
        for term in frame.terms
        if tagged(term)[-1].tag == "n"
    )


def _of_several_cities(best: Candidate, ledger: Ledger) -> Draft | None:
    """One answer for each city where the question names a district that several cities have."""
    alike = [c.row for c in ledger.candidates if c.words >= best.words - 0.06]
    rows = apart([r for r in alike if r.subject == best.row.subject and same_measure(r, best.row)],
                 ledger.collection)  # fmt: skip
    if not rows:
        return None
    statements = tuple(
        Statement(text=f"{city}：{statement_of([row], ())}", evidence=(ledger.collection.evidence(row),))
        for city, row in rows.items()
    )
    notes = (f"资料中有{len(rows)}个同名的{best.row.subject}，分别列出",)
    return Draft(statements=statements, notes=notes, strength=best.words)


def best_row(frame: QuestionFrame, collection: Collection) -> Figure | None:
    """The row that answers a question for one figure, or None."""
    best = _newest(search_ledger(frame, collection), frame)
    return best.row if best else None


def _day(row: Figure, collection: Collection) -> str:
    document = collection.documents[row.document_id]
    return document.published or document.reference_date or document.name


def _newest(ledger: Ledger, frame: QuestionFrame) -> Candidate | None:
    """The best row; asked without a period, the newest of those that say the same as well."""
    best = ledger.best
    if best is None or any(period.dated for period in frame.periods):
        return best
    rivals = [
        c
        for c in ledger.candidates
        if c.words >= best.words - 0.06
        and c.score >= best.score - 0.15
        and (c.row.subject == best.row.subject or frame.names)
        and same_measure(c.row, best.row)
        and verb_of(c.row) == verb_of(best.row)
    ]

    def newness(candidate: Candidate) -> tuple[str, str, float]:
        told = ledger.collection.documents[candidate.row.document_id].reference_date
        # What a project measures is as new as the document that tells it.
        return ("" if frame.names else _until(candidate.row)), told, candidate.score

    return max(rivals, key=newness)


def _until(row: Figure) -> str:
    return label_dates(row.period)[1].isoformat() if row.period else ""


def _with_companions(best: Candidate, ledger: Ledger, frame: QuestionFrame) -> list[Figure]:
    """Rows of the same quote that say what is asked and the best row does not: 34个 and 总投资152.66亿元."""
    rows = [best.row]
    said = {term for term in frame.terms if say_same(term, best.row) > 0.8}
    kinds = {unit_kind(best.row.unit)}
    beside = [c.row for c in ledger.candidates if c.row.start == best.row.start]
    own_growth = any(row.is_growth and row.metric.startswith(best.row.metric) for row in beside)
    for other in ledger.candidates:
        row = other.row
        if (
            row.document_id != best.row.document_id
            or row.start != best.row.start
            or row in rows
            or row.subject != best.row.subject
            or "更正前" in row.metric
            or (of_unasked_part(row, frame.text) and not of_unasked_part(best.row, frame.text))
        ):
            continue
        gains = {term for term in frame.terms if say_same(term, row) > 0.8} - said
        near = (
            not is_cell(row)
            and row.period == best.row.period
            and unit_kind(row.unit) == unit_kind(best.row.unit)
            and abs(other.score - best.score) < 0.06
            and row.unit == best.row.unit
        )
        grown = frame.asks_growth and row.is_growth and not best.row.is_growth
        if grown and own_growth and not row.metric.startswith(best.row.metric):
            continue  # 落地率提高4.5个百分点 in the same sentence is not how the money grew
        changed = (
            bool(_CHANGE_ASKED.search(frame.text))
            and row.is_growth
            and row.metric.startswith(best.row.metric)
        )
        asked_kind = near or grown or changed or (_asks_several(frame) and unit_kind(row.unit) not in kinds)
        if (
            gains
            or asked_kind
            or (frame.asks_target and row.modality == best.row.modality and _asks_several(frame))
        ):
            rows.append(row)
            said |= gains
            kinds.add(unit_kind(row.unit))
    both = [c.row for c in ledger.candidates for row in rows if _goes_on_in_dollars(c.row, row)]
    return [*rows[:4], *(row for row in both if row not in rows)]


def _goes_on_in_dollars(row: Figure, before: Figure) -> bool:
    """总投资586亿元人民币和8.7亿美元 is one total in two moneys."""
    told = before.raw_start - before.start + len(before.raw)
    same = (row.document_id, row.start, row.metric) == (before.document_id, before.start, before.metric)
    return same and row.quote[told : max(told, row.raw_start - row.start)] in _AND_IN_DOLLARS


_AND_IN_DOLLARS = ("人民币和", "人民币、", "和", "、", "人民币及", "及")
_CHANGE_ASKED = re.compile(r"(?:比|较)(?:去年|上年|前年|同期|20\d\d年)[^，,？?]{0,6}(?:多|少|增|减|升|降)")


def _asks_several(frame: QuestionFrame) -> bool:
    return len(re.findall(r"多少|几[个家项次趟场座件条名]|多大|总投资|投资额", frame.text)) > 1 or bool(
        re.search(r"[和、及与].{1,12}(?:目标|多少|情况)|分别", frame.text)
    )


def _second_quote(
    rows: Sequence[Figure], best: Candidate, ledger: Ledger, frame: QuestionFrame
) -> list[Statement]:
    """A second figure asked for that another sentence of the same thing holds."""
    if not _asks_several(frame):
        return []
    said = {term for row in rows for term in frame.terms if say_same(term, row) > 0.8}
    missing = [term for term in frame.terms if term not in said and len(term) > 1]
    uncounted = counters_named(frame.text) - {split_unit(row.unit)[1] for row in rows}
    for other in ledger.candidates[:12]:
        row = other.row
        if row.start == best.row.start and row.document_id == best.row.document_id:
            continue
        gains = [term for term in missing if say_same(term, row) > 0.8]
        if (
            ((gains and other.words >= 0.6) or (split_unit(row.unit)[1] in uncounted and other.words >= 0.4))
            and row.subject == best.row.subject
            and (not best.row.period or same_period(row.period, best.row.period))
        ):
            collection = ledger.collection
            return [Statement(text=statement_of([row], ()), evidence=(collection.evidence(row),))]
    return []


def _reached(text: str, row: Figure, frame: QuestionFrame) -> str:
    """A target asked about as reached is told as a target, and no more."""
    if not frame.asks_reached or row.modality not in ("target", "forecast"):
        return text
    word = "目标" if row.modality == "target" else "预计数（预期）"
    return f"资料未说明完成情况，这是{word}：{text}"


def _replaced(best: Candidate, ledger: Ledger) -> Figure | None:
    """An older value of the same thing, where one was revised or republished."""
    row = best.row
    for other in ledger.candidates:
        old = other.row
        if (
            old is row
            or old.subject != row.subject
            or not same_measure(old, row)
            or not same_period(old.period, row.period)
        ):
            continue
        if (
            base_quantity(old.value, old.unit) == base_quantity(row.value, row.unit)
            or other.words < best.words - 0.12
        ):
            continue
        revised = "更正前" in old.metric
        older = (
            ledger.collection.documents[old.document_id].reference_date
            < ledger.collection.documents[row.document_id].reference_date
        )
        if revised or (older and old.document_id != row.document_id and verb_of(old) == verb_of(row)):
            return old
    return None


def _modality_notes(row: Figure, frame: QuestionFrame) -> list[str]:
    if row.modality == "target" and not frame.asks_target:
        return ["目标值，不是完成数"]
    if row.modality == "forecast" and not frame.asks_target:
        return ["预计数，不是实际数"]
    return []


def _date_notes(row: Figure, frame: QuestionFrame, collection: Collection) -> list[str]:
    document = collection.documents[row.document_id]
    if document.published_basis == "inferred" and row.period_basis == "relative" and row.period:
        return [f"原文未标年份，按内容推断为{period_text(row.period)[:5]}"]
    return []
