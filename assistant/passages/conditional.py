"""Answers from the text that count only where it says one certain thing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.evidence import Evidence
from assistant.figures.undated import in_year_of
from assistant.figures.words_asked import measure_terms
from assistant.matching import RELATED, term_match
from assistant.passages.extractive import answer_from_text
from assistant.question import QuestionFrame
from language.period import find_periods
from language.period_label import contains
from language.place import short_name
from language.quantity import find_quantities
from language.text import fold
from vectorstore.ledger_rows import Figure

_NEAR = 300  # characters before a sentence in which a place is still spoken of
_FIRST = re.compile(r"最|居首|第一|首位|领先|领跑|前列|榜首|排名|前[两三四五]")
_THE_REST = re.compile(r"其余|其他|其它|剩下|余下")
_AIM = re.compile(r"目标|任务|锚定|力争|计划|确保|尽快|到20\d\d年")
_OF_AN_AMOUNT = re.compile(r"(?:签约|开工|落地|引资|到位资金|外资|内资|固投|投资)目标")
_WITH_A_NUMBER = re.compile(
    r"(?:目标|任务|锚定|力争|计划|确保|尽快|到20\d\d年)[^。]{0,40}?\d|\d[^,;。]{0,16}目标"
)
_REACHED = re.compile(r"完成[^,;。\d]{0,10}(?:目标|任务|计划)+")  # what was done of an aim tells none


def tell_aim(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """达茂旗2024年目标多少: what the text says must be of that place, and an aim."""
    draft = tell_in_period(frame, collection)
    amount = frame.asks_number or _OF_AN_AMOUNT.search(frame.text)
    told = draft is not None and all(
        (_WITH_A_NUMBER if amount else _AIM).search(_REACHED.sub("", fold(s.text)))
        and _is_of_asked_class(s.text, frame)
        and (not frame.places or any(p.short in s.text or p.level != "district" for p in frame.places))
        for s in draft.statements[:1]
    )
    return draft if told else None


def _is_of_asked_class(told: str, frame: QuestionFrame) -> bool:
    """Whether what is shown names the size class asked about: 10亿元以上项目150个 is none for 50亿元以上."""
    sizes = (one.base()[0] for one in find_quantities(fold(told)))
    return frame.threshold is None or frame.threshold in sizes


def tell_of_city(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """重庆实际使用外资多少: figures that the ledger has read as a district's are not its city's."""
    draft = tell_in_period(frame, collection)
    if draft is None or not draft.statements:
        return draft
    rows = [row for evidence in draft.statements[0].evidence for row in _rows_in(evidence, collection)]
    others = [row for row in rows if row.subject == row.place and row.subject not in frame.place_names]
    return None if others and len(others) == len(rows) else draft


def _rows_in(evidence: Evidence, collection: Collection) -> list[Figure]:
    rows = collection.figures_in(evidence.document.id)
    return [row for row in rows if evidence.start <= row.raw_start < evidence.end]


def tell_of_place(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """靖边县到位资金多少: of a sentence on several districts, the words shown must name the asked one."""
    draft = answer_from_text(frame, collection)
    if draft is None or not draft.statements:
        return draft
    first, asked = draft.statements[0], frame.places[0]
    if not any(_is_told_near(asked.short, evidence, collection) for evidence in first.evidence):
        return None
    told = {m.place.name for e in first.evidence for m in collection.places.find(fold(e.text))}
    others = told - {asked.name, asked.city}
    return None if len(others) > 1 and asked.short not in fold(first.text) else draft


def _is_told_near(name: str, evidence: Evidence, collection: Collection) -> bool:
    """Whether the place is named in the sentence, before it, or by the title."""
    text = collection.text(evidence.document.id)
    return name in evidence.document.title or name in text[max(0, evidence.start - _NEAR) : evidence.end]


def tell_in_period(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """2023年1—3月签约项目总投资多少: a sentence that dates what it tells must date it in the period asked."""
    draft = answer_from_text(frame, collection)
    dated = (frame.asks_number or _OF_A_TERM.search(frame.text)) and frame.periods_asked
    if draft is None or not dated or not draft.statements:
        return draft
    kept = tuple(one for one in draft.statements if is_in_period(one, frame, collection))
    return replace(draft, statements=kept) if kept[:1] == draft.statements[:1] else None


# Asks for an amount or a rank without 多少: 2024年全年一般公共预算收入
_OF_A_TERM = re.compile(r"第几|(?:收入|资金|[外内]资|投资额?|总额|产值|增加值|销售额|营收|税收)[？?]?$")


def is_in_period(statement: Statement, frame: QuestionFrame, collection: Collection) -> bool:
    """Whether a sentence dates what it tells in the period asked, or its figures are filed in it."""
    filed = {row.period for one in statement.evidence for row in _rows_in(one, collection)}
    if filed and "" not in filed:
        return any(_is_of(label, frame, whole=False) for label in filed)
    told = {
        period.label
        for evidence in statement.evidence
        for period in find_periods(fold(evidence.text), reference=_date(evidence))
        if period.role == "time"
    } or filed - {""}
    return not told or any(_is_of(label, frame, whole=True) for label in told)


def _is_of(label: str, frame: QuestionFrame, *, whole: bool) -> bool:
    """Whether a period is one asked about or a part of it; with `whole` or of several years one around it."""
    around = whole or len(label) > len("2024..2024")
    asked = [
        period.label if period.dated else in_year_of(label, period.label) for period in frame.periods_asked
    ]
    parts = "全年" not in frame.text  # what half a year brought is not what all of it did
    return any(
        one == label or (parts and contains(one, label)) or (around and contains(label, one)) for one in asked
    )


def _date(evidence: Evidence) -> date | None:
    day = evidence.document.reference_date
    return date.fromisoformat(day) if day else None


def tell_compared(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """崂山签约的项目比城阳多还是少: the text must speak of each of the places, and of what is compared."""
    draft = answer_from_text(frame, collection)
    if draft is None or not draft.statements:
        return draft
    told = fold("".join(statement.text for statement in draft.statements))
    measured = all(term_match(term, told) >= RELATED for term in measure_terms(frame))
    return draft if measured and all(place.short in told for place in frame.places) else None


def tell_first(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """总投资最大的项目, 哪个区投资最多: where nothing computes it, the text must say that one is."""
    draft = answer_from_text(frame, collection)
    told = tuple(s for s in draft.statements if _FIRST.search(s.text)) if draft is not None else ()
    told = tuple(_with_owner(statement, collection) for statement in told)
    return replace(draft, statements=told) if draft is not None and told else None


def _with_owner(statement: Statement, collection: Collection) -> Statement:
    """安州区：开工率87.5%，为全市最高, where the sentence itself does not say whose rate that is."""
    rows = [row for evidence in statement.evidence for row in _rows_in(evidence, collection)]
    owners = {row.subject for row in rows if row.subject == row.place}
    owner = next(iter(owners)) if len(owners) == 1 else ""
    named = not owner or short_name(owner) in statement.text
    return statement if named else replace(statement, text=f"{owner}：{statement.text}")


def tell_rest(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """其余三县签了多少: no row is filed under the rest, and what the text says must be of it."""
    draft = answer_from_text(frame, collection)
    told = draft is not None and any(_THE_REST.search(s.text) for s in draft.statements)
    return draft if told else None
