"""Which figures are asked for beside the best one?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.doings import of_another_stage
from assistant.draft import Statement
from assistant.figures.lookup import Ledger
from assistant.figures.measure import DOINGS, of_another_doing, verb_of, verbs_asked
from assistant.figures.qualifiers import (
    is_of_another_flow,
    part_within,
    rates_named,
    unmet,
    whole_of,
    year_compared,
)
from assistant.figures.share_told import asks_share_too
from assistant.figures.unasked_part import of_unasked_part
from assistant.figures.units_asked import counters_named
from assistant.figures.weighing import Candidate
from assistant.figures.words_asked import say_same
from assistant.matching import asks_amount, tells_amount, term_match
from assistant.question import QuestionFrame
from assistant.wording import is_cell, own_clause, statement_of
from language.period_label import same_period
from language.quantity import Kind, split_unit, unit_kind
from language.text import fold
from vectorstore.ledger_rows import Figure

_SAYS = 0.8  # how well a row must say a word
_NEAR = 0.06  # scores that near are of rows that answer alike
_MOST = 4
_CHANGE_ASKED = re.compile(r"(?:比|较)(?:去年|上年|前年|同期|20\d\d年)[^，,？?]{0,6}(?:多|少|增|减|升|降)")
_AND_IN_DOLLARS = ("人民币和", "人民币、", "和", "、", "人民币及", "及")


def with_companions(best: Candidate, ledger: Ledger, frame: QuestionFrame) -> list[Figure]:
    """The best row, then rows of the same quote that say what is asked and it does not: 34个 and
    总投资152.66亿元."""
    rows = [best.row]
    said = _said(best.row, frame)
    kinds = {unit_kind(best.row.unit)}
    beside = [c for c in ledger.candidates if _stands_beside(c.row, best.row, frame)]
    own_growth = any(_is_growth_of(c.row, best.row) for c in ledger.candidates if _is_at(c.row, best.row))
    for other in beside:
        row = other.row
        gains = _said(row, frame) - said
        if row.period != best.row.period and row.modality == "target":
            # 力争一季度…100个，全年230个: the word that says both are aims stands before the first
            gains = {term for term in gains if term_match(term, "目标") <= _SAYS}
        anothers = own_growth or (row.is_growth and _grows_beside(row, best, ledger))
        if row in rows or (anothers and _is_anothers_growth(row, best.row, frame)):
            continue  # 落地率提高4.5个百分点 in the same sentence is not how the money grew
        if row.is_growth and row.threshold not in ("", best.row.threshold) and frame.threshold is None:
            continue  # what those of 亿元以上 grew is not what all did
        if any(_is_told_nearer(one.row, row, best.row) for one in beside):
            continue
        if any(_is_of(one, row, best.row) for one in ledger.collection.siblings(best.row)):
            continue
        if gains or _is_asked_too(other, best, frame, kinds):
            rows.append(row)
            said |= gains
            kinds.add(unit_kind(row.unit))
    rows[:0] = _level_of(best.row, ledger, frame)
    both = [c.row for c in ledger.candidates for row in rows if _goes_on_in_dollars(c.row, row)]
    return [*rows[:_MOST], *(row for row in both if row not in rows)]


def _is_told_nearer(other: Figure, row: Figure, best: Figure) -> bool:
    """引进37家，总投资81亿元，其中外资企业21家，投资额49亿元: of the 21 what stands right behind is told."""
    amounts = unit_kind(row.unit) == unit_kind(other.unit) == "money"
    if not (amounts and row.raw_start < best.raw_start < other.raw_start):
        return False
    start, end = best.raw_start - best.start + len(best.raw), other.raw_start - best.start
    gap, behind = best.quote[start:end], best.quote[end + len(other.raw) :]
    return not re.search(r"[\d；;]", gap) and not behind.startswith("的") and not other.is_growth


def _is_of(other: Figure, row: Figure, best: Figure) -> bool:
    """签约项目174个，总投资988亿元，集中开工48个: the amount is of the 174 that stand before it."""
    counts = unit_kind(other.unit) == unit_kind(best.unit) == "count" and not other.is_growth
    between = counts and other.raw_start < row.raw_start < best.raw_start
    end = row.raw_start - row.start + len(row.raw)
    between = between and not re.search(r"[;；]", row.quote[other.raw_start - row.start : end])
    return between and unit_kind(row.unit) == "money" and not row.quote.startswith("的", end)


def _said(row: Figure, frame: QuestionFrame) -> set[str]:
    return {term for term in frame.terms if say_same(term, row) > _SAYS}


def _is_at(row: Figure, best: Figure) -> bool:
    return row.start == best.start


def _is_growth_of(row: Figure, best: Figure) -> bool:
    return bool(row.is_growth) and row.metric.startswith(best.metric)


def _grows_beside(row: Figure, best: Candidate, ledger: Ledger) -> bool:
    """Whether a growth is of another level of the same quote: 外资340亿元，其中FDI20亿美元，同比增长21%."""
    levels = [one for one in ledger.collection.siblings(best.row) if not one.is_growth]
    return any(_is_growth_of(row, one) and one != best.row for one in levels)


def _stands_beside(row: Figure, best: Figure, frame: QuestionFrame) -> bool:
    """Whether a row tells more of the same thing in the same quote."""
    return (
        (row.document_id, row.start, row.subject) == (best.document_id, best.start, best.subject)
        and "更正前" not in row.metric
        and (not of_another_stage(frame.text, row.metric) or of_another_stage(frame.text, best.metric))
        and not _is_of_another_time(row, best, frame)
        and not is_of_another_flow(row, frame)
        and not _is_another_rate(row, frame)
        and not (_turns_on_a_word(frame.text) and unmet(row, frame))
        and not (of_unasked_part(row, frame.text) and not of_unasked_part(best, frame.text))
    )


def _turns_on_a_word(text: str) -> bool:
    return bool(whole_of(text) or part_within(text) or year_compared(text))


def _is_of_another_time(row: Figure, best: Figure, frame: QuestionFrame) -> bool:
    """Whether the best row is of the very time asked about, and this one is not: a quarter beside a year."""
    asked = frame.period_labels
    return best.period in asked and bool(row.period) and row.period not in asked


def _is_another_rate(row: Figure, frame: QuestionFrame) -> bool:
    """Whether rates are asked for by their names, and this is none of them: 完成率 beside 开工率多少."""
    asked = rates_named(frame.text)
    told = any(f"{rate}率" in row.metric for rate in asked)
    return bool(asked) and unit_kind(row.unit) == "rate" and not (told or frame.asks_growth)


def _is_anothers_growth(row: Figure, best: Figure, frame: QuestionFrame) -> bool:
    grown = frame.asks_growth and row.is_growth and not best.is_growth
    return bool(grown) and not row.metric.startswith(best.metric)


def _is_asked_too(other: Candidate, best: Candidate, frame: QuestionFrame, kinds: set[Kind]) -> bool:
    """Whether a row is asked for beside the best though it says no further word of the question."""
    row, several = other.row, asks_several(frame)
    alike = (row.period, row.unit) == (best.row.period, best.row.unit)
    return bool(
        (alike and not is_cell(row) and abs(other.score - best.score) < _NEAR and _says_amount(row, frame))
        or (frame.asks_growth and row.is_growth and not best.row.is_growth)
        or (_CHANGE_ASKED.search(frame.text) and _is_growth_of(row, best.row))
        or (several and unit_kind(row.unit) not in kinds and not _is_of_unasked_size(row, frame))
        or (several and frame.asks_target and row.modality == best.row.modality)
        or (several and alike and _is_of_its_own_doing(row, best.row, frame))
    )


def _is_of_its_own_doing(row: Figure, best: Figure, frame: QuestionFrame) -> bool:
    """Whether what was settled is asked for beside what was signed: 签约和落地项目分别多少."""
    asked = verbs_asked(frame.text) & DOINGS
    return not row.is_growth and {verb_of(row), verb_of(best)} <= asked and verb_of(row) != verb_of(best)


def _is_of_unasked_size(row: Figure, frame: QuestionFrame) -> bool:
    """全线49.6公里 beside 1617户 and 96%, where no length is asked for."""
    return unit_kind(row.unit) == "measure" and not _SIZE_ASKED.search(frame.text)


_SIZE_ASKED = re.compile(r"面积|占地|用地|产能|年产|规模|多[长大]|公里|里程|多少(?:吨|亩|平|片|台|辆)")


def _says_amount(row: Figure, frame: QuestionFrame) -> bool:
    """Whether a row is of the amount that the question names: 到位资金 is not told with 协议投资."""
    return not asks_amount(frame.terms) or tells_amount(frame.terms, fold(row.metric))


_CHANGE_ALONE = re.compile(r"(?:同比|环比|比上年|较上年)*(?:增长|下降|增|降|提高|上升)[^，。；]{0,12}")


def _level_of(row: Figure, ledger: Ledger, frame: QuestionFrame) -> list[Figure]:
    """The level told right before a change that does not say of what it is (到位资金81.7亿元，增长19.3%) or
    before a share that is asked for beside it."""
    shared = asks_share_too(frame.text) and unit_kind(row.unit) == "rate" and not row.is_growth
    if not shared and not (row.is_growth and _CHANGE_ALONE.fullmatch(own_clause(row))):
        return []
    before = [one for one in ledger.collection.siblings(row) if one.raw_start < row.raw_start]
    level = before[-1:] if before and not before[-1].is_growth else []
    return [one for one in level if one.subject == row.subject and row.metric.startswith(one.metric)]


def asks_several(frame: QuestionFrame) -> bool:
    """Whether a question asks for more than one figure."""
    return len(
        re.findall(r"多少|几[个家项次趟场座件条名]|多大|总投资(?![超在]?\d)|投资额", frame.text)
    ) > 1 or bool(re.search(r"[和、及与].{1,12}(?:目标|多少|情况)|分别", frame.text))


def second_quote(
    rows: Sequence[Figure], best: Candidate, ledger: Ledger, frame: QuestionFrame
) -> list[Statement]:
    """A second figure asked for that another sentence of the same thing holds."""
    if not asks_several(frame):
        return []
    said = {term for row in rows for term in _said(row, frame)}
    scope = fold(best.row.quote[: best.row.raw_start - best.row.start])  # 7个园区…，其中过50亿元的9个
    missing = [term for term in frame.terms if term not in said and len(term) > 1]
    missing = [one for one in missing if asks_amount((one,)) or term_match(one, scope) <= _SAYS]
    beside = [
        c.row for c in ledger.candidates if _is_at(c.row, best.row) and c.row.subject == best.row.subject
    ]
    # 6场…142家，达成39个: what the sentence itself counts in 个 is not sought in the next
    uncounted = counters_named(frame.text) - {split_unit(row.unit)[1] for row in (*rows, *beside)}
    for other in ledger.candidates[:12]:
        row = other.row
        if row.start == best.row.start and row.document_id == best.row.document_id:
            continue
        if of_another_doing(row, frame.text) or of_another_stage(frame.text, row.metric):
            continue
        gains = [term for term in missing if say_same(term, row) > _SAYS]
        if (
            ((gains and other.words >= 0.6) or (split_unit(row.unit)[1] in uncounted and other.words >= 0.4))
            and row.subject == best.row.subject
            and (not best.row.period or same_period(row.period, best.row.period))
        ):
            collection = ledger.collection
            return [Statement(text=statement_of([row], ()), evidence=(collection.evidence(row),))]
    return []


def _goes_on_in_dollars(row: Figure, before: Figure) -> bool:
    """总投资586亿元人民币和8.7亿美元 is one total in two moneys."""
    told = before.raw_start - before.start + len(before.raw)
    same = (row.document_id, row.start, row.metric) == (before.document_id, before.start, before.metric)
    return same and row.quote[told : max(told, row.raw_start - row.start)] in _AND_IN_DOLLARS
