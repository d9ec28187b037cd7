"""Answers a question for a figure from the ledger: the row asked for, what goes with it, what it replaced."""

from __future__ import annotations

import re

from assistant.choice import shipped_chooser
from assistant.collection import Collection
from assistant.doings import asks_fact, of_another_phase, of_another_stage, tells_another
from assistant.draft import Draft, Statement
from assistant.figures.attainment import reached_so_far
from assistant.figures.companions import second_quote, with_companions
from assistant.figures.figure_asked import lists_projects
from assistant.figures.lookup import Ledger, search_ledger
from assistant.figures.measure import same_measure, verb_of
from assistant.figures.namesakes import apart
from assistant.figures.owner_asked import is_of_unnamed_thing
from assistant.figures.periods_asked import told_so_far
from assistant.figures.remainder import remainder
from assistant.figures.two_measures import sets_measures_apart
from assistant.figures.unasked_part import leaves_out_part_asked
from assistant.figures.weighing import Candidate, asks_aim_alone
from assistant.matching import term_match
from assistant.question import QuestionFrame
from assistant.wording import own_clause, statement_of, value_text
from language.period_label import label_dates, period_text, same_period
from language.quantity import base_quantity, unit_kind
from language.text import fold
from language.words import tagged
from vectorstore.ledger_rows import Figure

_ROOM = 130
_BEFORE = 90  # characters before an amount that may say what it is for
_RATE_ASKED = re.compile(r"(?:开工|落地|投产|竣工|履约|签约|注册)率")
_SINGULAR = 4.5  # the rarity from which a noun singles something out


def answer_from_ledger(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The figure asked for, with whose it is and of when; None where the ledger does not hold it."""
    ledger = search_ledger(frame, collection)
    best = _newest(ledger, frame)
    if best is None or (lists_projects(frame.text) and frame.threshold is not None):
        return None
    row = best.row
    asked, told = frame.text, fold(row.metric)
    if not frame.names and (
        tells_another(asked, told + fold(own_clause(row))) or of_another_stage(asked, told)
    ):
        return None
    if frame.names and of_another_phase(frame.text, fold(row.subject + row.metric + own_clause(row))):
        return None
    if row.modality in ("target", "forecast") and asks_fact(frame.text):
        return None
    if _is_what_it_yields(row, frame) or is_of_unnamed_thing(row, frame):
        return None
    if not frame.names and leaves_out_part_asked(row, frame.text, collection.figures_in(row.document_id)):
        return None
    if row.modality == "rule" and _lacks_condition(row, frame, collection):
        return None
    if row.is_growth and not frame.asks_growth and _RATE_ASKED.search(frame.text):
        return None  # how what was settled grew is no 落地率
    if frame.operation == "average" and "均" not in row.metric + own_clause(row):
        return None  # a total is no average
    if not row.is_growth and (sets_measures_apart(frame) or _sets_periods_apart(frame, row)):
        return None  # one of two measures is not what lies between them
    if _leaves_gap_open(row, frame):
        return None
    if row.modality == "target" and not frame.asks_target and (worked := remainder(frame, collection)):
        return worked  # what was aimed at for the quarter is not what it brought
    if (several := _of_several_cities(best, ledger)) is not None:
        return several
    if (so_far := reached_so_far(frame, row, collection)) is not None:
        return so_far
    rows = with_companions(best, ledger, frame)
    if asks_aim_alone(frame.text) and row.modality == "target":  # what half a year brought is of another time
        rows = [one for one in rows if one.period == row.period]
    siblings = collection.siblings(row)
    text = statement_of(rows, siblings)
    if len(text) > _ROOM:
        text = statement_of([row], siblings)
    if told_so_far(row, frame, collection):
        text = text.replace(period_text(row.period), f"{row.period[:4]}年以来", 1)
    evidence = (collection.evidence(row),)
    statements = [Statement(text=_reached(text, row, frame), evidence=evidence)]
    statements += second_quote(rows, best, ledger, frame)
    notes = [*_modality_notes(row, frame), *_date_notes(row, frame, collection)]
    if (older := _replaced(best, ledger)) is not None:
        statements.append(_before_that(older, row, collection))
        notes.append("已有更新数据，以较新的文献为准")
    return Draft(statements=tuple(statements), notes=tuple(notes), strength=best.words)


_SIZE = re.compile(r"规模")
_YIELD = re.compile(r"产值|营收|产出")


def _is_what_it_yields(row: Figure, frame: QuestionFrame) -> bool:
    """Whether it is asked how large a body is, and told what it has yielded."""
    asked = frame.names and _SIZE.search(frame.text) and not _YIELD.search(frame.text)
    return bool(asked and _YIELD.search(row.metric))


def _leaves_gap_open(row: Figure, frame: QuestionFrame) -> bool:
    """Whether it is asked what an aim still lacks, and told only what was done."""
    to_aim = frame.operation == "difference" and frame.asks_target and len(frame.places) < 2
    done = row.modality == "actual" and unit_kind(row.unit) != "rate"
    return to_aim and done and re.search("[差缺]|不足|缺口", row.quote) is None


def _sets_periods_apart(frame: QuestionFrame, row: Figure) -> bool:
    """Whether two times are set apart or added up, and a row tells of one of them alone."""
    told = row.metric.endswith(("增加", "减少", "年度目标"))  # 比去年同期多18个 is what lies between
    apart = frame.operation in ("difference", "sum") and len(frame.all_period_labels) > 1
    return apart and not told


def _before_that(older: Figure, row: Figure, collection: Collection) -> Statement:
    """What was told before a revision, or before a newer document."""
    told = f"更正前为{value_text(older)}"
    if older.document_id != row.document_id:
        told = f"此前公布为{value_text(older)}（{_day(older, collection)}）"
    return Statement(text=told, evidence=(collection.evidence(older),))


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


def _reached(text: str, row: Figure, frame: QuestionFrame) -> str:
    """A target asked about as reached is told as a target, and no more."""
    if not frame.asks_reached or row.modality not in ("target", "forecast"):
        return text
    before = re.split(r"[，,；;。]", row.quote[: row.raw_start - row.start])[-1]
    if _WAS_REACHED.search(before) and not _IS_YET_TO_BE.search(before):
        return text  # 提前一个月完成全年30亿元的目标任务 says so itself
    word = "目标" if row.modality == "target" else "预计数（预期）"
    return f"资料未说明完成情况，这是{word}：{text}"


_WAS_REACHED = re.compile(r"(?:提前|超额|全面|圆满|顺利|已|率先).{0,10}完成")
_IS_YET_TO_BE = re.compile("力争|确保|争取|计划|将|预计|有望|要")


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
    if day := told_so_far(row, frame, collection):
        return [f"原文只说到成文时（文献日期{period_text(day)}），不是整个时段的数"]
    if document.published_basis == "inferred" and row.period_basis == "relative" and row.period:
        return [f"原文未标年份，按内容推断为{period_text(row.period)[:5]}"]
    return []
